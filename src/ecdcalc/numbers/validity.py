"""Where a formula holds: ranges as data, and what lies outside.

Two kinds. Outside a `valid` range a correlation only loses precision: the number stands, with a warning. Outside a
`defined` range it has no meaning: nothing is computed, and the reason is told. A range is written as it is read:
`"0.5 to 1.2"`, `"above 0 kW"`, `"at least 0 m/s"`, `"below 100 %"`, `"above 0 MPa, at most 100 MPa"`.

It is a range of what stands before it: an argument (`"pressure"`), what a valid formula gives (`"result"`), or what
follows from arguments, under a name of its own (`"load = output / rated_output"`, its unit that of the range).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, reduce
from types import CodeType
from typing import Any

from attrs import frozen

from ecdcalc.numbers.algebra import EXTRA, Number
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import Unit, read_quantity
from ecdcalc.numbers.units import unit as unit_of
from ecdcalc.words.errors import Problem

OUTSIDE, UNDEFINED, TOO_LARGE = "formula-outside", "formula-undefined", "formula-too-large"
NO_VALUE = frozenset(
    {
        OUTSIDE,
        UNDEFINED,
        TOO_LARGE,
        "zero-denominator",
        "outside-formulation",
        "outside-moist-air",
        "never-pays",
        EXTRA,
    }
)
"""Reasons why there is no number although every input is given."""

RESULT = "result"
_WORDS = {"above": ">", "at least": ">=", "below": "<", "at most": "<="}
_SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤"}
_FORM = re.compile(rf"(?:(?P<word>{'|'.join(_WORDS)})|(?P<low>\S+) to) (?P<number>\S+) ?(?P<unit>.*)")


class NoValueError(ValueError):
    """There is no value for these numbers; `reason` is the key of a text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@frozen
class Range:
    """Where something must lie; `meaning`: outside it the formula has none.

    `of` is the argument, `RESULT`, or the name of what the `expression` makes of arguments.
    """

    of: str
    text: str
    unit: Unit
    bounds: tuple[tuple[str, float], ...]
    meaning: bool
    expression: str = ""

    def number(self, numbers: Mapping[str, Number], result: Number = None) -> Number:
        """Return what must lie in the range, of numbers of any kind in base units; None where there is none."""
        if self.of == RESULT:
            return result
        if not self.expression:
            return numbers[self.of]
        try:
            return eval(_code(self.expression), {"__builtins__": {}}, dict(numbers))
        except (ZeroDivisionError, OverflowError):
            return None

    def holds(self, number: Number) -> Any:
        """Return whether a number in base units lies inside, on a column for each row."""
        return reduce(lambda one, other: one & other, (meets(number, *each) for each in self.bounds))

    @property
    def said(self) -> str:
        """The range in signs, for a sentence in any language; of what follows from arguments with how it does."""
        ends = {sign: f"{self.unit.out(bound):.6g}" for sign, bound in self.bounds}
        closed = {*ends} == {">=", "<="}
        text = "–".join(ends.values()) if closed else ", ".join(f"{_SIGNS[sign]} {end}" for sign, end in ends.items())
        said = _with_unit(text, self.unit)
        return f"{said} ({self.of} = {self.expression})" if self.expression else said


def _with_unit(number: str, unit: Unit) -> str:
    return f"{number} {unit.text}".removesuffix(" 1")


@cache
def _code(expression: str) -> CodeType:
    return compile(expression, "<range>", "eval")


@frozen
class Outside:
    """What lies outside a range of a formula (`numbers.formula.Formula`); `value` is in base units."""

    formula: Any
    range: Range
    value: float

    def problem(self, place: str = "") -> Problem:
        """Return what is said of it: the number has no meaning there, or it only loses precision."""
        key = "formula-outside-range" if self.range.meaning else "warn-validity"
        found = _with_unit(f"{self.range.unit.out(self.value):.6g}", self.range.unit)
        said = {"found": found, "formula": self.formula.name, "expected": self.range.said}
        return Problem(f"{place}{self.range.of}", key, said)


def read_range(of: str, text: str, unit: Unit | None, *, meaning: bool) -> Range:
    """Read a range in the words above; without a `unit` it is that of the text.

    Raises `UnitError` for another kind of unit, `ValueError` for other words.
    """
    name, _, expression = of.partition(" = ")
    matches = [_FORM.fullmatch(each) for each in text.split(", ")]
    if not all(matches) or (meaning and name == RESULT):
        raise ValueError(f"{of}: {text!r} is no range")
    bounds: list[tuple[str, float]] = []
    for match in filter(None, matches):
        unit = unit or unit_of(match["unit"] or "1")
        last = (_WORDS[match["word"] or "at most"], match["number"])
        ends = [last] if match["word"] else [(">=", match["low"]), last]
        bounds += ((sign, read_quantity(f"{end} {match['unit']}", unit).value) for sign, end in ends)
    assert unit is not None
    return Range(name, text, unit, tuple(bounds), meaning, expression)
