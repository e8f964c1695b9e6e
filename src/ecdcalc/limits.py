"""Mandatory energy limits: the table of GB standards, corrections, and the grade that a value meets.

Limits may be negative (processes that give energy out), may lack a level, and may carry a level 2 below
level 1: they are compared as they are, unrounded, with a relative tolerance of 1e-12, never sorted, filled
or divided. The grade is the smallest level number whose corrected limit is met.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import field, frozen

from ecdcalc.defaults import Published
from ecdcalc.errors import InputError, NotFoundError, Problem, UnitError, near
from ecdcalc.ops import Missing, Number
from ecdcalc.units import Unit, unit

LEVELS = (1, 2, 3)
NOT_QUALIFIED = "not-qualified"
INCOMPLETE = "incomplete"
_TOLERANCE = 1e-12


@frozen
class Limit:
    """One row of the limit table; `levels` are in `unit`, None where the standard has a dash."""

    id: str
    zh: str
    en: str
    indicator: str
    unit: Unit
    per: str
    levels: tuple[float | None, float | None, float | None]
    standard: str
    clause: str
    effective: str
    superseded: str
    correction: str
    confidence: str
    note: str
    sector: str
    own: bool = False

    def label(self, lang: str) -> str:
        """Return the product in `lang`."""
        return self.zh if lang == "zh" else self.en

    def in_force(self, date: str) -> bool | None:
        """Tell whether the standard is in force on an ISO date; None where its date is not known."""
        return self.effective <= date if self.effective else None


@frozen
class Grading:
    """How a process is graded: which output against which row of the table, with which corrections.

    Corrected limit = base × scale + shift, with a shift for each level; both are outputs of the process.
    `unscaled` are the levels to which the scale does not apply.
    """

    output: str
    product: Published
    shifts: tuple[str, str, str] = ("", "", "")
    scale: str = ""
    unscaled: tuple[int, ...] = ()


@frozen
class LimitTable:
    """The package's limits with a user's own rows on top."""

    own: Mapping[str, Limit] = field(factory=dict)

    def get(self, id: str) -> Limit:
        """Return one limit; the user's own row of that id wins. Raises `NotFoundError`."""
        found = self.own.get(id) or _limits().get(id)
        if found is None:
            raise NotFoundError(
                "limit-unknown", found=id, near=near(id, [*_limits(), *self.own]) or "gb21256-2025.sintering"
            )
        return found

    def __iter__(self) -> Iterator[Limit]:
        yield from self.own.values()
        yield from (each for id, each in _limits().items() if id not in self.own)

    def search(self, words: Iterable[str]) -> list[Limit]:
        """Return the limits in which every word occurs."""
        wanted = [word.lower() for word in words]
        return [each for each in self if all(word in _searchable(each) for word in wanted)]


def _searchable(each: Limit) -> str:
    return " ".join((each.id, each.zh, each.en, each.indicator, each.standard, each.sector, each.clause)).lower()


@cache
def _limits() -> dict[str, Limit]:
    text = files("ecdcalc").joinpath("data", "limits", "energy.csv").read_text(encoding="utf-8")
    return {row["id"]: _limit(row) for row in csv.DictReader(io.StringIO(text))}


def _limit(row: dict[str, str], own: bool = False) -> Limit:
    first, second, third = (float(row[f"level{level}"]) if row[f"level{level}"] else None for level in LEVELS)
    names = ("id", "zh", "en", "indicator", "per", "standard", "clause", "effective", "superseded", "correction",
             "confidence", "note", "sector")  # fmt: skip
    return Limit(
        unit=unit(row["unit"]),
        levels=(first, second, third),
        own=own,
        **{name: row.get(name) or "" for name in names},
    )


def load_own_limits(path: Path) -> LimitTable:
    """Read a user's own limits (the columns of `data/limits/energy.csv`). Raises `InputError`."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [
            name
            for name in ("id", "unit", "level1", "level2", "level3", "standard")
            if name not in (reader.fieldnames or ())
        ]
        if lacking:
            raise InputError([Problem(str(path), "columns-missing", {"names": ", ".join(lacking)})])
        rows = list(reader)
    problems = []
    for number, row in enumerate(rows, 2):
        try:
            _limit(row)
        except UnitError as error:
            problems.append(Problem(f"{path.name}:{number}", error.key, error.values))
        except ValueError:
            problems.append(Problem(f"{path.name}:{number}", "not-a-number", {"found": str(row)[:60]}))
    if problems:
        raise InputError(problems)
    return LimitTable({row["id"]: _limit(row, own=True) for row in rows})


Corrected = tuple[Number, Number, Number]


def corrected(limit: Limit, scale: Number, shifts: Corrected, unscaled: tuple[int, ...] = ()) -> Corrected:
    """Return the levels in base units, corrected; None where there is no level, missing where it is unknown."""
    levels = []
    for number, level, shift in zip(LEVELS, limit.levels, shifts, strict=True):
        factor = 1.0 if number in unscaled else scale
        levels.append(None if level is None else limit.unit.base(level) * factor + shift)
    first, second, third = levels
    return first, second, third


def grade_of(value: Number, levels: Corrected) -> int | str:
    """Return the smallest level number that the value meets, `not-qualified`, or `incomplete`.

    Incomplete: the value or a correction that would decide is missing.
    """
    if isinstance(value, Missing):
        return INCOMPLETE
    for number, level in zip(LEVELS, levels, strict=True):
        if isinstance(level, Missing):
            return INCOMPLETE
        if level is not None and meets(value, "<=", level):
            return number
    return NOT_QUALIFIED if levels[2] is not None else INCOMPLETE


def meets(value: float, sign: str, limit: float) -> bool:
    """Compare unrounded, with a relative tolerance of 1e-12 for the arithmetic of units."""
    slack = _TOLERANCE * max(abs(value), abs(limit))
    excess = value - limit
    return {
        "<=": excess <= slack,
        "<": excess < -slack,
        ">=": excess >= -slack,
        ">": excess > slack,
        "==": abs(excess) <= slack,
        "!=": abs(excess) > slack,
    }[sign]
