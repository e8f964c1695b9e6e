"""Where a formula holds: the range of each argument as data, and what lies outside.

Two kinds. Outside a `valid` range a correlation only loses precision: the number stands, with a warning. Outside a
`defined` range it has no meaning: nothing is computed, and the reason is told. A range is written as it is read:
`"0.5 to 1.2"`, `"above 0 kW"`, `"at least 0 m/s"`, `"below 100 %"`, `"at most 400 °C"`.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import Any

from attrs import frozen

from ecdcalc.numbers.algebra import EXTRA, Number
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import Unit, read_quantity

OUTSIDE, UNDEFINED, TOO_LARGE = "formula-outside", "formula-undefined", "formula-too-large"
NO_VALUE = frozenset(
    {
        OUTSIDE,
        UNDEFINED,
        TOO_LARGE,
        "zero-denominator",
        "outside-formulation",
        "outside-moist-air",
        "no-heat-flows",
        "never-pays",
        EXTRA,
    }
)
"""Reasons why there is no number although every input is given."""

_WORDS = {"above": ">", "at least": ">=", "below": "<", "at most": "<="}
_FORM = re.compile(rf"(?:(?P<word>{'|'.join(_WORDS)}) (?P<one>.+))|(?P<low>\S+) to (?P<high>\S+) ?(?P<unit>.*)")


class NoValueError(ValueError):
    """There is no value for these numbers; `reason` is the key of a text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@frozen
class Range:
    """Where an argument must lie; `meaning`: outside it the formula has none."""

    argument: str
    text: str
    unit: Unit
    bounds: tuple[tuple[str, float], ...]
    meaning: bool

    def holds(self, number: Number) -> Any:
        """Return whether a number in base units lies inside, on a column for each row."""
        return reduce(lambda one, other: one & other, (meets(number, *each) for each in self.bounds))


@frozen
class Outside:
    """An argument of a formula (`numbers.formula.Formula`) that lies outside a range; `value` is in base units."""

    formula: Any
    range: Range
    value: float


def read_range(argument: str, text: str, unit: Unit, *, meaning: bool) -> Range:
    """Read a range in the words above. Raises `UnitError` for another kind of unit, `ValueError` for other words."""
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(f"{argument}: {text!r} is no range")
    if match["word"]:
        texts = [(_WORDS[match["word"]], match["one"])]
    else:
        texts = [(">=", f"{match['low']} {match['unit']}"), ("<=", f"{match['high']} {match['unit']}")]
    bounds = tuple((sign, read_quantity(each, unit).value) for sign, each in texts)
    return Range(argument, text, unit, bounds, meaning)
