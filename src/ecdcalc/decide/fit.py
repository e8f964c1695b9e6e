"""Which measures fit: every measure of the library, of plugins and of the user against every process of a plant.

A measure applies, does not (which condition, or with what it collides), is there already, or needs an input. What it
saves here comes from the real outputs, on top of the plant as it will be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.assessment.grades import grades_of
from ecdcalc.assessment.money.instruments import uses
from ecdcalc.assessment.money.plant import step_money
from ecdcalc.assessment.money.published import CostFound, cost_of
from ecdcalc.assessment.money.result import Bills, StepMoney
from ecdcalc.model.evaluation import Evaluated
from ecdcalc.model.laws import broken_by_measure
from ecdcalc.model.measure import Measure
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.own_measure import own_measure
from ecdcalc.model.plant import CLOSED, Case, Plant, Step
from ecdcalc.model.prices import Prices
from ecdcalc.model.process import COUNTED, Process
from ecdcalc.model.sector import Sector, tables
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.read.measures import MeasureReader
from ecdcalc.read.record import Notes
from ecdcalc.reference.measures import MeasureRow, measure_rows
from ecdcalc.words.errors import InputError, Problem

APPLIES, DOES_NOT, NEEDS, IN_USE, NOT_MODELLED = "applies", "does-not", "needs", "in-use", "not-modelled"
STATUS = (APPLIES, NEEDS, IN_USE, DOES_NOT, NOT_MODELLED)


@frozen
class Fit:
    """One measure against one process, with what it does there."""

    row: MeasureRow
    status: str
    case: Case | None = None
    measure: Measure | None = None
    problems: tuple[Problem, ...] = ()
    step: Step | None = None
    saved: Mapping[str, Number] = field(factory=dict)
    levels: Mapping[str, tuple[int | str | None, int | str | None]] = field(factory=dict)
    """The level of each limit before and after it."""
    cost: CostFound | None = None
    money: StepMoney | None = None


def measures_for(case: Case, plant: Plant) -> tuple[list[Measure], Sector]:
    """Return the measures that are for a process: of its sector, and the user's own; and that sector."""
    cls, sector = tables(plant.sector).get(case.key, (type(case.baseline), plant.sector))
    found = [each for each in sector.measures if issubclass(cls, each.on)]
    for row in plant.context.measures.values():
        try:
            found.append(own_measure(row, cls))
        except InputError:
            continue
    return found, sector


def fits(plant: Plant) -> list[Fit]:
    """Return every measure against every process of the plant, and what else its sector has in the library."""
    found: list[Fit] = []
    for case in plant.cases:
        measures, sector = measures_for(case, plant)
        found += [fit_of(each, case, plant, sector) for each in measures]
    shown = {each.row.id for each in found}
    found += [
        Fit(row, NOT_MODELLED)
        for row in measure_rows().values()
        if row.sector == plant.sector.id and row.id not in shown
    ]
    return found


def fit_of(measure: Measure, case: Case, plant: Plant, sector: Sector) -> Fit:
    """Return how one measure fits one process."""
    row = measure.row
    if case.kind == CLOSED:
        return Fit(row, DOES_NOT, case, measure, (Problem("", "target-closed", {}),))
    if any(each.measure.id == measure.id for each in case.steps):
        return Fit(row, IN_USE, case, measure)
    lacking = tuple(_unknown(measure, case))
    if lacking:
        return Fit(row, NEEDS, case, measure, lacking)
    notes = Notes()
    exchange = plant.economics.exchange
    reader = MeasureReader(type(case.baseline), [], case.place, sector, plant.context, notes, exchange)
    table = {"use": measure.id, **plant.measure_costs.get(measure.id, {})}
    step = reader.apply(table, case.reporting, [each.measure for each in case.steps], case.place)
    problems = [*notes.problems, *(broken_by_measure(case.reporting, step.after, case.place) if step else ())]
    if step is None or problems:
        asked = problems and all(each.key in ("required", "carrier-missing", "measure-carrier") for each in problems)
        return Fit(row, NEEDS if asked else DOES_NOT, case, measure, tuple(problems))
    return effect(Fit(row, APPLIES, case, measure, step=step), plant)


def _unknown(measure: Measure, case: Case) -> Iterator[Problem]:
    for each in measure.applies:
        if isinstance(each.holds(case.reporting), Missing):
            yield Problem(f"{case.place}.{each.name}", "lacks-inputs", {"names": each.name})


def effect(fit: Fit, plant: Plant) -> Fit:
    """Return the fit with what the measure saves and reduces here, the levels it leads to, and its cost."""
    assert fit.case is not None and fit.step is not None
    case, step = fit.case, fit.step
    before, after = evaluate(case.reporting), evaluate(step.after)
    saved = {name: before[name].value - after[name].value for name in COUNTED if name in before and name in after}
    changed = evolve(case, reporting=step.after)
    levels: dict[str, tuple[Any, Any]] = {}
    for index, (one, state) in enumerate(((case, before), (changed, after))):
        for grade in grades_of(one, Evaluated(before, (), state), plant):
            old = levels.get(grade.limit.id, (None, None))
            level = grade.level.get("reporting")
            levels[grade.limit.id] = (level, old[1]) if index == 0 else (old[0], level)
    cost = cost_of(step, saved, case, plant)
    return evolve(fit, saved=saved, levels=levels, cost=cost)


def with_money(found: Sequence[Fit], plant: Plant, prices: Prices, bills: Bills, price: Any) -> list[Fit]:
    """Return the fits with the money that each saves: `price` makes the bill of what the plant would then use."""
    priced = []
    for fit in found:
        if fit.status == APPLIES and fit.case is not None and fit.step is not None and fit.cost is not None:
            used = dict(bills.used)
            for name, change in changes(fit).items():
                old = used.get(name, 0.0)
                used[name] = None if old is None or isinstance(change, Missing) else old - change
            step = evolve(fit.step, costs=fit.cost.costs)
            money = step_money(fit.case.place, step, bills, Bills(used, price(used)), prices, plant.economics)
            priced.append(evolve(fit, money=money))
        else:
            priced.append(fit)
    return priced


def changes(fit: Fit) -> dict[str, Number]:
    """Return what a measure changes of each carrier and output; positive is saved."""
    assert fit.case is not None and fit.step is not None
    return carrier_changes(fit.case.reporting, fit.step.after) | dict(fit.saved)


def carrier_changes(before: Process, after: Process) -> dict[str, Number]:
    """Return what is less of each carrier but electricity, and of water, between two states of a process."""
    one, other = uses(before), uses(after)
    return {id: one.get(id, 0.0) - other.get(id, 0.0) for id in dict.fromkeys([*one, *other])}
