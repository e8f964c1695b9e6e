"""Mandatory energy limits: the table of GB standards, corrections, and the grade that a value meets.

Limits may be negative (processes that give energy out), may lack a level, and may carry a level 2 below
level 1: they are compared as they are, unrounded, with a relative tolerance of 1e-12, never sorted, filled
or divided. The grade is the smallest level number whose corrected limit is met.
"""

from __future__ import annotations

import datetime
import math
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import product
from pathlib import Path

from attrs import evolve, field, frozen

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.reference.factors import GRADES, documents
from ecdcalc.reference.files import Asked, Folder, folders, path_text
from ecdcalc.reference.outside import outside_rows
from ecdcalc.words.errors import InputError, NotFoundError, Problem, UnitError

LEVELS = (1, 2, 3)
NOT_QUALIFIED = "not-qualified"
INCOMPLETE = "incomplete"


@frozen
class Limit:
    """One row of the limit table; `levels` are in `unit`, None where the standard has a dash.

    `printed` is the unit as the standard writes it, where that is not ours: a weight case, a TEU, the "km²" of
    GB 30184 that means 1000 m². `superseded` names the edition that replaces this one, and since when; `followed_by`
    are its rows for the same product and indicator, where there are any.
    """

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
    printed: str = ""
    followed_by: tuple[str, ...] = ()
    origin: str = ""

    def label(self, lang: str) -> str:
        """Return the product in `lang`."""
        return self.zh if lang == "zh" else self.en

    def indicator_label(self, lang: str) -> str:
        """Return the indicator in `lang`; that of a user's own limit is shown as it is written."""
        return self.indicator if lang == "zh" else _indicators().get(self.indicator, self.indicator)

    @property
    def unit_text(self) -> str:
        """The unit for people: as printed, else as we write it."""
        return self.printed or self.unit.text

    @property
    def replaced_on(self) -> str:
        """The ISO date from which another edition holds; empty where none is known."""
        return self.superseded.partition(" from ")[2]

    @property
    def replaced_by(self) -> str:
        """The id of the standard that replaces this edition; empty where none is known."""
        return self.superseded.partition(" from ")[0]

    @property
    def last_day(self) -> str:
        """The last ISO date on which the edition holds; empty where none is known."""
        if not self.replaced_on:
            return ""
        return (datetime.date.fromisoformat(self.replaced_on) - datetime.timedelta(days=1)).isoformat()

    def in_force(self, date: str) -> bool | None:
        """Tell whether the standard is in force on an ISO date; None where its date is not known."""
        if self.replaced_on:
            return date < self.replaced_on and (not self.effective or self.effective <= date)
        return self.effective <= date if self.effective else None

    def read(self, text: str) -> Reading:
        """Read a value for this row, in any unit of the kind or in the printed one. Raises `UnitError`."""
        plain, printed = _plain(text), _plain(self.printed)
        if printed and plain.endswith(printed):
            return evolve(
                read_quantity(f"{plain.removesuffix(printed)} {self.unit.text}", self.unit), text=text.strip()
            )
        return read_quantity(text, self.unit)


def _plain(text: str) -> str:
    """Return a printed unit as it is typed: no spaces, no raised or lowered figures."""
    return "".join(text.split()).translate(str.maketrans("²₂³", "223")).replace("10^4", "万")


@frozen
class LimitTable:
    """The package's limits with a user's own rows on top."""

    own: Mapping[str, Limit] = field(factory=dict)

    def has(self, id: str) -> bool:
        """Tell whether there is a row of that id."""
        return id in self.own or id in package_limits()

    def get(self, id: str) -> Limit:
        """Return one limit; the user's own row of that id wins. Raises `NotFoundError`."""
        found = self.own.get(id) or package_limits().get(id)
        if found is None:
            like = ", ".join(self.like(id))
            raise NotFoundError("limit-unknown" if like else "limit-unknown-search", found=id, near=like)
        return found

    def like(self, text: str, count: int = 6) -> list[str]:
        """Return ids that a text may have meant: rows in which its words occur, else those spelled alike."""
        ids = [*self.own, *package_limits()]
        words = [word for word in re.split(r"[\s.,/]+", text) if word]
        found = [each.id for each in self.search(words)] if words else []
        return (found or get_close_matches(text.lower(), ids, n=count))[:count]

    def __iter__(self) -> Iterator[Limit]:
        yield from self.own.values()
        yield from (each for id, each in package_limits().items() if id not in self.own)

    def search(self, words: Iterable[str]) -> list[Limit]:
        """Return the limits in which every word occurs."""
        wanted = [word.lower() for word in words]
        return [each for each in self if all(word in _searchable(each) for word in wanted)]


def _searchable(each: Limit) -> str:
    title = documents().get(each.standard, {}).get("title", "")
    indicators = (each.indicator, each.indicator_label("en"))
    parts = (each.id, each.zh, each.en, *indicators, each.standard, title, each.sector, each.clause)
    return " ".join(parts).lower()


def _indicators() -> dict[str, str]:
    return _all_indicators(folders())


@cache
def _all_indicators(among: tuple[Folder, ...]) -> dict[str, str]:
    return {row["zh"]: row["en"] for folder in reversed(among) for row in folder.rows("limits", "indicators.csv")}


def package_limits() -> Mapping[str, Limit]:
    """Return the rows by id, ours and those of plugins: today's editions, then those before them."""
    return _all_limits(folders())


@cache
def _all_limits(among: tuple[Folder, ...]) -> Mapping[str, Limit]:
    return Asked(_rows(among), lambda part: _limit(part[0], origin=part[1]))


def earlier_rows() -> Mapping[str, str]:
    """Return by the id of a row that of the row which it follows."""
    return {later: id for id, (row, _) in _rows(folders()).items() for later in (row.get("followed_by") or "").split()}


@cache
def _rows(among: tuple[Folder, ...]) -> dict[str, tuple[dict[str, str], str]]:
    """Return what is written of each limit, and the plugin that brings it."""
    found: dict[str, tuple[dict[str, str], str]] = {}
    for folder, name in product(among, ("energy.csv", "earlier.csv")):
        for row in folder.rows("limits", name):
            found.setdefault(row["id"], (row, folder.owner))
    return found


def limit_problems(row: dict[str, str], place: str) -> Iterator[Problem]:
    """Yield what is wrong with one row of the table."""
    try:
        _limit(row)
    except UnitError as error:
        yield Problem(place, error.key, error.values)
    except ValueError:
        cells = {level: row[level] for level in (f"level{each}" for each in LEVELS) if not _is_number(row[level])}
        yield from (Problem(f"{place} {level}", "not-a-number", {"found": each[:40]}) for level, each in cells.items())


def _is_number(text: str) -> bool:
    try:
        float(text or "0")
    except ValueError:
        return False
    return True


def _limit(row: dict[str, str], own: bool = False, origin: str = "") -> Limit:
    first, second, third = (float(row[f"level{level}"]) if row[f"level{level}"] else None for level in LEVELS)
    names = ("id", "zh", "en", "indicator", "per", "standard", "clause", "effective", "superseded", "correction",
             "confidence", "note", "sector", "printed")  # fmt: skip
    return Limit(
        unit=unit(row["unit"]),
        levels=(first, second, third),
        own=own,
        followed_by=tuple((row.get("followed_by") or "").split()),
        origin=origin,
        **{name: row.get(name) or "" for name in names},
    )


def load_own_limits(path: str | os.PathLike[str]) -> LimitTable:
    """Read a user's own limits (the columns of `data/limits/energy.csv`). Raises `InputError`."""
    path = Path(path_text(path))
    rows = outside_rows(path, ("id", "unit", "level1", "level2", "level3", "standard"))
    problems: list[Problem] = []
    found: dict[str, Limit] = {}
    for number, row in rows:
        place = f"{path.name}:{number}"
        if row["id"] in found:
            problems.append(Problem(f"{place} id", "name-twice", {"found": row["id"]}))
        if told := list(limit_problems(row, place)):
            problems += told
            continue
        found[row["id"]] = _limit(row, own=True)
        problems += _of_own(found[row["id"]], place)
    if problems:
        raise InputError(problems)
    return LimitTable(found)


def _of_own(own: Limit, place: str) -> Iterator[Problem]:
    """Yield where a user's own row cannot be a limit, or cannot stand in the place of ours."""
    levels = [each for each in own.levels if each is not None]
    ours = package_limits().get(own.id)
    if not own.id:
        yield Problem(f"{place} id", "required", {"example": "own/sintering"})
    if not own.standard:
        yield Problem(f"{place} standard", "document-required", {})
    if own.confidence not in ("", *GRADES):
        yield Problem(f"{place} confidence", "not-an-option", {"found": own.confidence, "options": "A, B, C"})
    if not levels:
        yield Problem(f"{place} level1", "own-empty", {})
    if any(not math.isfinite(each) for each in levels):
        yield Problem(f"{place} level1", "not-finite", {"found": ", ".join(f"{each:g}" for each in levels)})
    elif levels != sorted(levels) and (ours is None or _in_order(ours)):
        yield Problem(f"{place} level1", "own-order", {"found": " / ".join(f"{each:g}" for each in levels)})
    if ours is not None and not own.unit.same_kind(ours.unit):
        values: dict[str, object] = {"found": own.unit.text, "asked": ours.unit.text, "id": ours.id}
        yield Problem(f"{place} unit", "own-unit", values)
    if own.effective and not _is_date(own.effective):
        yield Problem(f"{place} effective", "not-a-date", {"found": own.effective[:40]})


def _in_order(limit: Limit) -> bool:
    levels = [each for each in limit.levels if each is not None]
    return levels == sorted(levels)


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


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
