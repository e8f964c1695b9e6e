"""Numbers that a table holds as text: what is one, and its digits."""

from __future__ import annotations

from typing import Any

import narwhals as nw

NUMBER = r"^[+-]?([0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?|[0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


def as_written(text: Any) -> Any:
    """Return the digits of text that is a number with or without thousands and blanks around it, else null."""
    text = text.str.strip_chars()
    return nw.when(text.str.contains(NUMBER)).then(text.str.replace_all(",", "", literal=True))
