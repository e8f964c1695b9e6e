"""A plant as read: its processes before and after, and what decides between published values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import BySteam, Electricity, Heat, Medium
from ecdcalc.model.prices import Costs, Economics, Prices
from ecdcalc.model.process import Origin, Process
from ecdcalc.model.sector import Sector
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.limits import LimitTable
from ecdcalc.reference.plan import Plan

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

    @property
    def key(self) -> str:
        """The table name of the process."""
        return type(self.baseline).about.key

    @property
    def name(self) -> str:
        """The name that the plant gives it, else its place."""
        return self.baseline.name or self.place


@frozen
class Plant:
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

    def on(self, basis: str) -> Plant:
        """Return the plant with electricity and heat counted on another basis (calorific or primary)."""
        cases = [
            evolve(
                case,
                baseline=on_basis(case.baseline, basis),
                reporting=on_basis(case.reporting, basis),
                steps=tuple(evolve(step, after=on_basis(step.after, basis)) for step in case.steps),
            )
            for case in self.cases
        ]
        return evolve(self, cases=tuple(cases))


def on_basis(process: Any, basis: str) -> Any:
    """Return the process with its electricity and heat on that basis."""
    carriers = getattr(process, "carriers", None)
    if not carriers:
        return process
    changed = {
        id: evolve(line, basis=basis) if isinstance(line, (Electricity, Heat, BySteam, Medium)) else line
        for id, line in carriers.items()
    }
    return evolve(process, carriers=changed)
