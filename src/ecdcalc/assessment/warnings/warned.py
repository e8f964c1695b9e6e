"""One warning: where, what is said, the number, what was expected, and the source of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from ecdcalc.numbers.units import Unit
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.texts import Both, Said, Text, say


@frozen
class Warned:
    """One warning. `value`, `low` and `high` are in base units of `unit`, None where there is no such number."""

    place: str
    key: str
    values: Mapping[str, object] = field(factory=dict)
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None
    source: str | Said = ""
    of: Both | None = None
    """What it is of in words, where the place does not say it: a result that no cell of a workbook holds."""

    def text(self, lang: str) -> str:
        """Return what is said, in `lang`."""
        problem = self.problem()
        return say(problem.key, lang, **problem.values)

    def problem(self) -> Problem:
        """Return it as a mistake of the input, for those who take no warnings."""
        if self.of is None:
            return Problem(self.place, self.key, dict(self.values))
        return Problem(self.place, "warn-of", {"of": self.of, "said": Text(self.key, self.values)})

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values with units."""
        return {
            "place": self.place,
            "key": self.key,
            "text": self.text(lang),
            "value": self._quantity(self.value),
            "expected": self._expected(),
            "source": (self.source.say(lang) if isinstance(self.source, Said) else self.source) or None,
        }

    def _quantity(self, value: float | None) -> dict[str, Any] | None:
        return None if value is None or self.unit is None else {"value": self.unit.told(value), "unit": self.unit.text}

    def _expected(self) -> dict[str, Any] | None:
        if self.unit is None or (self.low is None and self.high is None):
            return None
        ends = {name: None if each is None else self.unit.out(each) for name, each in
                (("low", self.low), ("high", self.high))}  # fmt: skip
        return {**ends, "unit": self.unit.text}


def refuse(warned: Iterable[Warned]) -> None:
    """Raise `InputError` with every warning as a mistake, where there is any."""
    problems = [each.problem() for each in warned]
    if problems:
        raise InputError(problems)


def shown(value: float, of: Unit) -> str:
    """Return a number of base units with its unit, for a sentence."""
    return f"{of.told(value):.6g} {of.text}".removesuffix(" 1")


def between(low: float | None, high: float | None, of: Unit) -> str:
    """Return what lies between two ends, for a sentence."""
    if low is None or high is None:
        sign, end = ("≤", high) if low is None else ("≥", low)
        return "" if end is None else f"{sign} {shown(end, of)}"
    return shown(high, of) if low == high else f"{of.told(low):.6g}–{shown(high, of)}"
