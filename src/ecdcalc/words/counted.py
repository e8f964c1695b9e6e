"""Sentences with a number in them: one plant, two plants."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any


class _Counting(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, more = format_spec.partition("|")
        return f"{value} {one if str(value) == '1' else more}" if bar else str(super().format_field(value, format_spec))


_COUNTING = _Counting()


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values; `{count:plant|plants}` is a number with the word for so many."""
    return _COUNTING.vformat(text, (), values) if "|" in text else text.format(**values)
