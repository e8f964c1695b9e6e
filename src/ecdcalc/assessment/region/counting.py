"""Key-project reductions by the counting rules: what counts, from when, what is taken out, nothing twice.

A project's reduction is the difference of its yearly capacity before and after. `capacity` counts it in full once
it runs stably; `months` counts the months of stable operation in the first year and carries the rest to the next.
What was used as an offset for new sources is taken out at the end.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.region import ITEMS, NewSource, Project
from ecdcalc.words.errors import Problem

_MONTHS = 12
_SAME_SEWAGE = ("urban-sewage", "sewer-repair")


@frozen
class Emission:
    """What a plant emitted in its baseline, and what it reduces; None where it is not known."""

    baseline: Mapping[str, float | None]
    saved: Mapping[str, float | None]


@frozen
class Entry:
    """One pollutant of one project: the yearly reduction, what counts so far, what is carried over."""

    project: Project
    pollutant: str
    annual: float
    by_year: Mapping[int, float] = field(factory=dict)
    carried: float = 0.0
    problem: Problem | None = None

    @property
    def counted(self) -> float:
        """What counts up to the reporting year."""
        return math.fsum(self.by_year.values())


@frozen
class Offset:
    """One pollutant of one new source: what it needs, what its county has, what it used."""

    source: NewSource
    pollutant: str
    multiple: int
    need: float
    used: float

    @property
    def gap(self) -> float:
        """What is still to be found."""
        return max(0.0, self.need - self.used)

    @property
    def ratio(self) -> float:
        """Reductions found over approved emission."""
        return self.used / self.source.emission[self.pollutant]


@frozen
class Register:
    """The register of projects with its sums."""

    entries: tuple[Entry, ...]
    offsets: tuple[Offset, ...]
    rule: str
    lag: int

    def projects_sum(self, pollutant: str, county: str = "") -> float:
        """Return what the projects of a county (or of all) reduce, before offsets."""
        return math.fsum(
            each.counted for each in self.entries if each.pollutant == pollutant and county in ("", each.project.county)
        )

    def capacity(self, pollutant: str, county: str) -> float:
        """Return what the accepted projects of a county reduce in a full year."""
        return math.fsum(
            each.annual
            for each in self.entries
            if each.by_year and each.pollutant == pollutant and each.project.county == county
        )

    def used(self, pollutant: str, county: str = "") -> float:
        """Return what new sources used as offsets."""
        return math.fsum(
            each.used for each in self.offsets if each.pollutant == pollutant and county in ("", each.source.county)
        )

    def counted(self, pollutant: str, county: str = "") -> float:
        """Return the reduction that counts: projects less offsets, not below zero."""
        return max(0.0, self.projects_sum(pollutant, county) - self.used(pollutant, county))


def register(
    projects: Iterable[Project],
    sources: Iterable[NewSource],
    plants: Mapping[str, Emission],
    *,
    years: Sequence[int],
    rule: str = "capacity",
    lag: int = 1,
) -> Register:
    """Count the projects of a plan period; `years` are base year to reporting year, the base year excluded."""
    entries = tuple(_entries(projects, plants, years, rule, lag))
    return Register(entries, tuple(_offsets(sources, entries)), rule, lag)


def months_counted(start_month: int, lag: int) -> int:
    """Return the months that count in the first year; the first of them is `lag` months after the start month."""
    return max(0, _MONTHS - (start_month + lag) + 1)


def _entries(
    projects: Iterable[Project], plants: Mapping[str, Emission], years: Sequence[int], rule: str, lag: int
) -> Iterator[Entry]:
    taken: dict[tuple[str, str], Project] = {}
    left: dict[tuple[str, str], float] = {}
    for project in projects:
        if project.plant and project.plant not in plants:
            problem = Problem(project.place, "project-plant-unknown", {"found": project.plant})
            yield Entry(project, "", 0.0, problem=problem)
            continue
        for pollutant, annual in _annual(project, plants):
            entry = Entry(project, pollutant, 0.0 if annual is None else annual)
            refusal = _problem(project, pollutant, annual, taken, years)
            if refusal is None:
                entry, refusal = _limited(entry, plants, left)
                taken.setdefault((project.plant or project.name, pollutant), project)
                entry = _in_time(entry, years, rule, lag)
            yield evolve(entry, problem=refusal)


def _annual(project: Project, plants: Mapping[str, Emission]) -> list[tuple[str, float | None]]:
    if project.annual:
        return [*project.annual.items()]
    saved = plants[project.plant].saved
    return [(name, saved[name]) for name in ITEMS[project.item] if name in saved]


def _problem(
    project: Project,
    pollutant: str,
    annual: float | None,
    taken: Mapping[tuple[str, str], Project],
    years: Sequence[int],
) -> Problem | None:
    place, label = project.place, POLLUTANTS[pollutant]
    start = f"{project.start[0]}-{project.start[1]:02}"
    other = taken.get((project.plant or project.name, pollutant))
    if annual is None:
        return Problem(place, "project-no-reduction", {"pollutant": label})
    if not project.evidence:
        return Problem(place, "project-no-evidence", {})
    if project.start[0] < years[0]:
        return Problem(place, "project-too-early", {"start": start})
    if project.start[0] > years[-1]:
        return Problem(place, "project-too-late", {"start": start})
    if other and _overlap(project, other):
        found = project.plant or project.name
        return Problem(place, "project-twice", {"pollutant": label, "found": found, "other": other.name})
    return None


def _overlap(project: Project, other: Project) -> bool:
    """Tell whether two projects at one place claim the same reduction."""
    whole = not (project.annual and other.annual)
    sewage = project.item in _SAME_SEWAGE and other.item in _SAME_SEWAGE
    return whole or sewage or project.item == other.item or not project.plant


def _limited(
    entry: Entry, plants: Mapping[str, Emission], left: dict[tuple[str, str], float]
) -> tuple[Entry, Problem | None]:
    """Cut what a plant's projects claim to what the plant emitted."""
    plant, pollutant = entry.project.plant, entry.pollutant
    baseline = plants[plant].baseline.get(pollutant) if plant else None
    if baseline is None or baseline <= 0:  # a works that takes load out of the water has no emission of its own
        return entry, None
    rest = left.get((plant, pollutant), baseline)
    left[plant, pollutant] = max(0.0, rest - entry.annual)
    if entry.annual <= rest * (1 + 1e-12):
        return entry, None
    values: dict[str, object] = {
        "pollutant": POLLUTANTS[pollutant],
        "found": f"{entry.annual / 1e3:.6g}",
        "bound": f"{rest / 1e3:.6g}",
    }
    return evolve(entry, annual=rest), Problem(entry.project.place, "project-over-plant", values)


def _in_time(entry: Entry, years: Sequence[int], rule: str, lag: int) -> Entry:
    year, month = entry.project.start
    first = entry.annual if rule == "capacity" else entry.annual * months_counted(month, lag) / _MONTHS
    by_year = {year: first}
    rest = entry.annual - first
    if rest and year + 1 <= years[-1]:
        by_year[year + 1], rest = rest, 0.0
    return evolve(entry, by_year=by_year, carried=rest)


def _offsets(sources: Iterable[NewSource], entries: Sequence[Entry]) -> Iterator[Offset]:
    """Give each new source what it needs from the projects of its county, as far as there is any left."""
    left: dict[tuple[str, str], float] = {}
    for entry in entries:
        key = (entry.project.county, entry.pollutant)
        left[key] = left.get(key, 0.0) + entry.counted
    for source in sources:
        for pollutant, emission in source.emission.items():
            if emission <= 0:
                continue
            multiple = 2 if pollutant in source.fails else 1
            need = multiple * emission
            available = left.get((source.county, pollutant), 0.0)
            used = min(need, max(0.0, available))
            left[source.county, pollutant] = available - used
            yield Offset(source, pollutant, multiple, need, used)
