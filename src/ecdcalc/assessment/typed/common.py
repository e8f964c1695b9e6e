"""What the forms of all results share."""

from __future__ import annotations

from typing import TypeAlias, TypedDict


class Quantity(TypedDict):
    """A number with its unit."""

    value: float
    unit: str


Amount: TypeAlias = Quantity | None
"""None where it is not known."""
Outputs: TypeAlias = dict[str, Amount]
"""By the name of the output."""


class Expected(TypedDict):
    """The range in which a value was expected."""

    low: float | None
    high: float | None
    unit: str


class Warned(TypedDict):
    """One improbable value."""

    place: str
    key: str
    text: str
    value: Amount
    expected: Expected | None
    source: str | None
