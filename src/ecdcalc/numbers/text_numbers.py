"""Numbers that a table holds as text: what is one, and its digits."""

from __future__ import annotations

from typing import Any

import narwhals as nw

NUMBER = r"^[+-]?([1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]*)?|[0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
"""A comma after a zero parts no thousands: 0,500 is a half to who writes it."""
_WIDE = {"−": "-"} | {chr(ord(each) + 0xFEE0): each for each in "0123456789+-.,eE"}


def plain(text: Any) -> Any:
    """Return text without blanks around it, full-width digits and signs as ordinary ones: as a plant file is read."""
    text = text.str.strip_chars()
    for wide, narrow in _WIDE.items():
        text = text.str.replace_all(wide, narrow, literal=True)
    return text


def as_written(text: Any) -> Any:
    """Return the digits of text that is a number with or without thousands and blanks around it, else null."""
    text = plain(text)
    return nw.when(text.str.contains(NUMBER)).then(text.str.replace_all(",", "", literal=True))
