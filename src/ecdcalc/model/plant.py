"""A plant as read: its processes before and after, and what decides between published values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.model.keeping import Kept
from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import BySteam, Electricity, Heat, Medium
from ecdcalc.model.prices import Costs, Economics, Prices
from ecdcalc.model.process import Origin, Process, changed
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.ops import Number
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import Problem

RETROFIT, CLOSED, NEW = "retrofit", "closed", "new"
BASES = ("calorific", "primary")


@frozen
class Step:
    """One measure applied: its parameters with their origins, and the state of the process after it."""

    measure: Measure
    numbers: Mapping[str, float]
    origins: Mapping[str, Origin]
    after: Process
    costs: Costs = field(factory=Costs)
    carrier: str = ""
    table: Mapping[str, Any] = field(factory=dict)
    """As it was written."""

    @property
    def capex(self) -> float | None:
        """The investment, None where it is not given."""
        return self.costs.capex


@frozen
class Case:
    """One process of the plant: baseline, measures in their order, reporting state."""

    place: str
    baseline: Process
    reporting: Process
    steps: tuple[Step, ...] = ()
    kind: str = RETROFIT
    closed_on: str = ""
    measured: bool = False
    overrides: Mapping[str, Any] = field(factory=dict)
    """What was measured in the reporting state, as it was written."""

    @cached_property
    def scale(self) -> Number:
        """What the baseline is adjusted by: reporting activity over its own, found once for all outputs."""
        return self.baseline.scale_to(self.reporting)

    @property
    def key(self) -> str:
        """The table name of the process."""
        return type(self.baseline).about.key

    @property
    def name(self) -> str:
        """The name that the plant gives it, else its place."""
        return self.baseline.name or self.place


@frozen(repr=False)
class Plant(Kept):
    """A plant of one sector over one accounting period."""

    sector: Sector
    name: str
    year: int | None
    plan: Plan | None
    cases: tuple[Case, ...]
    context: Context = field(factory=Context)
    limits: LimitTable = field(factory=LimitTable)
    targets: Mapping[str, str] = field(factory=dict)
    prices: Prices | None = None
    economics: Economics = field(factory=Economics)
    document: Mapping[str, Any] = field(factory=dict, eq=False)
    """The file as it was read, for a snapshot that is computed again."""
    remarks: tuple[Problem, ...] = ()
    """What has to be said of the file that it was read from: values of formulas, hidden sheets."""
    cells: Mapping[str, str] = field(factory=dict, eq=False)
    """Where its inputs stand in the workbook that it was read from, with their words, by place."""
    measure_costs: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    """What measures cost that are not applied yet, by measure, as it was written."""
    report: Mapping[str, Any] = field(factory=dict)
    """What forms ask and nothing computes: organisation, project, meters."""

    def __repr__(self) -> str:
        places = ", ".join(case.place for case in self.cases)
        return f"<Plant {self.sector.id} {self.name!r} {self.year}: {places}>"

    def on(self, basis: str) -> Plant:
        """Return the plant with electricity and heat counted on another basis (calorific or primary)."""
        return evolve(self, cases=tuple(_case_on(case, basis) for case in self.cases))


def _case_on(case: Case, basis: str) -> Case:
    """Return the case on a basis; a process that stands in several of its states stays one."""
    known: dict[int, Process] = {}

    def once(process: Process) -> Process:
        if id(process) not in known:
            known[id(process)] = on_basis(process, basis)
        return known[id(process)]

    had = (case.baseline, case.reporting, *(step.after for step in case.steps))
    baseline, reporting, *after = found = [once(each) for each in had]
    if all(one is other for one, other in zip(had, found, strict=True)):
        return case
    steps = tuple(evolve(step, after=each) for step, each in zip(case.steps, after, strict=True))
    return evolve(case, baseline=baseline, reporting=reporting, steps=steps)


def on_basis(process: Any, basis: str) -> Any:
    """Return the process with its electricity and heat on that basis; the same where they are on it already."""
    carriers = getattr(process, "carriers", None) or {}
    others = {
        id: changed(line, basis=basis)
        for id, line in carriers.items()
        if isinstance(line, (Electricity, Heat, BySteam, Medium)) and not _is_on(line.basis, basis)
    }
    return changed(process, carriers={**carriers, **others}) if others else process


def _is_on(found: Any, basis: str) -> bool:
    """Tell whether a line is known to be on a basis: a term or a column may be on any."""
    return isinstance(found, str) and found == basis
