"""The editions of one limit, and which of them is in force on a day.

A process names the row of today's edition; the rows of the same product and indicator in the editions before it point
forward to it (`followed_by`). Where an edition's own start is not known, it is taken to hold from the year in its
number until it was replaced. A user's own row stands alone: no published edition takes its place.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.files import Folder, data_text, folders
from ecdcalc.reference.limits import Limit, LimitTable, earlier_rows, package_limits

UNCONFIRMED = "C"
"""The grade of confidence that is shown and never decides."""


def editions_of(table: LimitTable, id: str) -> tuple[Limit, ...]:
    """Return the rows of one product in the order of their editions, the asked one among them."""
    asked = table.get(id)
    if asked.own:
        return (asked,)
    return (*_before(id), asked, *_after(asked))


def edition_on(table: LimitTable, id: str, date: str) -> Limit:
    """Return the newest edition that holds on an ISO date; the asked one where none is known to hold, or no date."""
    holding = [each for each in editions_of(table, id) if date and holds(each, date)]
    return holding[-1] if holding else table.get(id)


def later_than(table: LimitTable, id: str, date: str) -> tuple[Limit, ...]:
    """Return the editions that come into force after an ISO date."""
    return tuple(each for each in editions_of(table, id) if each.effective > date)


def holds(limit: Limit, date: str) -> bool:
    """Tell whether an edition holds on an ISO date, as far as its dates are known."""
    started = limit.effective <= date if limit.effective else _year_of(limit.standard) <= int(date[:4])
    end = _end_of(limit)
    return started and not (end and end <= date)


def _end_of(limit: Limit) -> str:
    """Return the first day on which an edition holds no more, as far as it is known.

    Its own date, else the start of the rows that follow it, else the end of the year in the number that replaces it.
    """
    starts = [package_limits()[each].effective for each in limit.followed_by]
    if limit.replaced_on or any(starts):
        return limit.replaced_on or min(filter(None, starts))
    return str(_year_of(limit.replaced_by) + 1) if limit.replaced_by else ""


def _year_of(standard: str) -> int:
    """Return the year in the number of a standard, 0 where there is none."""
    year = standard.rpartition("-")[2]
    return int(year) if year.isdigit() else 0


def _before(id: str) -> tuple[Limit, ...]:
    earlier = _predecessors(folders()).get(id)
    return (*_before(earlier), package_limits()[earlier]) if earlier else ()


def _after(limit: Limit) -> tuple[Limit, ...]:
    """Return what follows a row, as long as it goes on in one row and does not split."""
    if len(limit.followed_by) != 1:
        return ()
    following = package_limits()[limit.followed_by[0]]
    return (following, *_after(following))


@cache
def _predecessors(among: tuple[Folder, ...]) -> Mapping[str, str]:
    return earlier_rows()


@frozen
class Benchmark:
    """One pair of the national notices: the benchmark level to aim at, the baseline below which a line must change.

    Levels beside those of the standards, never one of them. None where the edition's value was not read.
    """

    id: str
    zh: str
    en: str
    indicator: str
    unit: Unit
    benchmark: float | None
    baseline: float
    document: str
    confidence: str
    note: str
    effective: str
    until: str
    region: str
    limits: tuple[str, ...]

    def label(self, lang: str) -> str:
        """Return the product in `lang`."""
        return self.zh if lang == "zh" else self.en

    def level(self, value: float) -> str:
        """Return which level a value in base units reaches; empty where that is not known."""
        if self.benchmark is not None and meets(value, "<=", self.unit.base(self.benchmark)):
            return "benchmark"
        if not meets(value, "<=", self.unit.base(self.baseline)):
            return "below-baseline"
        return "baseline" if self.benchmark is not None else ""


@cache
def benchmarks() -> dict[str, Benchmark]:
    """Return every pair of levels by id, those without a row of limits too."""
    rows = csv.DictReader(io.StringIO(data_text("limits", "benchmarks.csv")))
    return {row["id"]: _benchmark(row) for row in rows}


def benchmark_on(limit: str, date: str, region: str = "") -> Benchmark | None:
    """Return the pair for a row of today's limits that holds on an ISO date, a province's own before the nation's."""
    found = [
        each
        for each in benchmarks().values()
        if limit in each.limits
        and each.region in ("", region)
        and each.effective <= date
        and not (each.until and each.until < date)
    ]
    return max(found, key=lambda each: (each.region, each.effective), default=None)


def _benchmark(row: dict[str, str]) -> Benchmark:
    names = ("id", "zh", "en", "indicator", "document", "confidence", "note", "effective", "until", "region")
    return Benchmark(
        unit=unit(row["unit"]),
        benchmark=float(row["benchmark"]) if row["benchmark"] else None,
        baseline=float(row["baseline"]),
        limits=tuple(row["limits"].split()),
        **{name: row[name] for name in names},
    )
