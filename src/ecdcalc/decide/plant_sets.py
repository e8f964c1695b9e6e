"""All sets of measures at all processes of a plant, with what each saves and costs there.

Money saved is that of the bill of the whole plant with only this process changed. It adds up over processes where
prices are flat; where they are not, the result is assessed as a whole in the end and says what it comes to.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from ecdcalc.assessment.money.instruments import amounts, bills_of, tier_of, uses
from ecdcalc.assessment.money.plant import life_of, unpriced
from ecdcalc.assessment.money.published import LIBRARY, UNKNOWN, CostFound, cost_of
from ecdcalc.assessment.money.result import Amounts
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.assessment.plant import assess
from ecdcalc.decide.fit import measures_for
from ecdcalc.decide.sets import Candidate, Set, Sets, extended, outputs_of_all, sets_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.plant import CLOSED, NEW, RETROFIT, Case, Plant, Step
from ecdcalc.model.prices import Prices
from ecdcalc.model.process import COUNTED, Process
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.words.errors import InputError, Problem, near

ANNUAL, INVESTMENT = "annual", "investment"


@frozen
class LeftOut:
    """A measure that fits but was not considered, and why."""

    place: str
    measure: str
    reason: str
    changes: Mapping[str, float] = field(factory=dict)
    """What it would change of each output, by itself."""
    needs: tuple[Problem, ...] = ()
    """What would make its published cost a cost here."""


@frozen
class SetValue:
    """What a set saves (base units, against the adjusted baseline), invests, and costs a year after the money saved."""

    saved: Mapping[str, Number]
    money: float | None
    invested: float
    annual: float | None
    unpriced: tuple[str, ...] = ()


@frozen
class PlantSets:
    """The sets of every process of a plant, and what each is worth."""

    plant: Plant
    sets: tuple[Sets, ...]
    values: tuple[tuple[SetValue, ...], ...]
    left_out: tuple[LeftOut, ...]
    unknown_cost: tuple[tuple[str, str], ...] = ()
    """Measures that are considered although nobody knows what they cost: counted as nothing."""
    costs: Mapping[tuple[str, str], CostFound] = field(factory=dict)
    """Where the cost of each measure comes from."""


Wanted = Callable[[Case, Mapping[str, Number], Mapping[str, Number]], bool]
"""Whether a measure is worth looking at: it gets a process with its outputs before and after the measure."""


def plant_sets(
    plant: Plant,
    keep: Sequence[str] = (),
    without: Sequence[str] = (),
    *,
    hold: bool = False,
    unpriced: bool = False,
    wanted: Wanted | None = None,
) -> PlantSets:
    """List the sets of every process. `keep` and `without` are measures by their readable names.

    `hold`: the measures of the file stay, and others are added; `unpriced`: measures whose cost is not known count
    as costing nothing, and are named; `wanted` tells which are considered at all.
    """
    found: list[Sets] = []
    left_out: list[LeftOut] = []
    costs: dict[tuple[str, str], CostFound] = {}
    for case in plant.cases:
        sector = measures_for(case, plant)[1]
        candidates: list[Candidate] = []
        for candidate, step in _fitting(case, plant, hold=hold, wanted=wanted):
            priced, cost = _priced(candidate, step, case, plant)
            unknown = cost is not None and cost.origin == UNKNOWN
            if candidate.id in without or (unknown and candidate.id not in keep and not unpriced):
                reason = "choose-without" if candidate.id in without else "money-no-cost"
                before = case.reporting if hold else case.baseline
                left_out.append(_left_out(candidate, step, before, case.place, reason, cost))
                continue
            if cost is not None:
                costs[case.place, candidate.id] = cost
            candidates.append(priced)
        listed = sets_of(case, candidates, plant, sector, hold=hold)
        required = frozenset(each for each in keep if any(each == candidate.id for candidate in candidates))
        listed = evolve(listed, required=required)
        if not listed.allowed:
            raise InputError([Problem(case.place, "choose-keep-impossible", {"names": ", ".join(sorted(required))})])
        found.append(listed)
    unknown_cost = tuple(key for key, cost in costs.items() if cost.origin == UNKNOWN)
    return PlantSets(plant, tuple(found), _values(plant, found, hold), tuple(left_out), unknown_cost, costs)


def _fitting(case: Case, plant: Plant, *, hold: bool, wanted: Wanted | None) -> Iterator[tuple[Candidate, Step | None]]:
    """Yield the measures that may be chosen at a process, each with what it does there by itself."""
    measures = measures_for(case, plant)[0]
    order = {each.id: number for number, each in enumerate(measures)}
    for measure_id, table in _tables(case, plant, order, hold):
        candidate = Candidate(measure_id, table, order.get(measure_id, len(order)))
        step = _alone(candidate, case, plant, hold)
        if step is None and not any(each.measure.id == measure_id for each in case.steps):
            continue  # it does not apply, or needs an input: `measures --input` tells which
        if wanted is not None and (step is None or not _is_wanted(case, step, wanted)):
            continue
        yield candidate, step


def _left_out(
    candidate: Candidate, step: Step | None, before: Process, place: str, reason: str, cost: CostFound | None
) -> LeftOut:
    old, new = (outputs_of_all([each])[0] for each in (before, before if step is None else step.after))
    changes = {
        name: float(new[name] - value)
        for name, value in old.items()
        if name in new and not any(isinstance(each, (Missing, str)) for each in (value, new[name]))
    }
    return LeftOut(place, candidate.id, reason, changes, cost.needs if cost else ())


def _is_wanted(case: Case, step: Step, wanted: Wanted) -> bool:
    states = (case.reporting, step.after)
    before, after = ({name: value_of(each, name) for name in outputs_of(type(each))} for each in states)
    return wanted(case, before, after)


def check_names(plants: Sequence[Plant], keep: Sequence[str], without: Sequence[str]) -> None:
    """Refuse measures that no process of the plants knows, with the nearest name."""
    cases = [(case, plant) for plant in plants for case in plant.cases]
    known = {each.id for case, plant in cases for each in measures_for(case, plant)[0]}
    known |= {step.measure.id for case, _ in cases for step in case.steps}
    listed = ", ".join(sorted(known))
    problems = [
        Problem(f"--{option}", "measure-unknown", {"found": each, "near": near(each, [*known]) or listed})
        for option, names in (("keep", keep), ("without", without))
        for each in names
        if each not in known
    ]
    if problems:
        raise InputError(problems)


def _tables(
    case: Case, plant: Plant, order: Mapping[str, int], hold: bool
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the measures of the file as written there, then those of the library with their defaults."""
    if case.kind == CLOSED:
        return
    written = {step.measure.id: step.table for step in case.steps}
    if not hold:
        yield from written.items()
    for measure_id in order:
        if measure_id not in written:
            yield measure_id, {"use": measure_id, **plant.measure_costs.get(measure_id, {})}


def _alone(candidate: Candidate, case: Case, plant: Plant, hold: bool) -> Step | None:
    """Return the measure applied to the process as it was, or as the file leaves it."""
    steps, state = (case.steps, case.reporting) if hold else ((), case.baseline)
    return extended(candidate, steps, state, case, plant, measures_for(case, plant)[1])


def _priced(candidate: Candidate, step: Step | None, case: Case, plant: Plant) -> tuple[Candidate, CostFound | None]:
    """Return the candidate with the published cost that holds here, if it has none of its own, and where it is from."""
    if step is None:
        return candidate, None
    before, after = evaluate(case.baseline), evaluate(step.after)
    saved = {name: before[name].value - after[name].value for name in COUNTED if name in before and name in after}
    found = cost_of(step, saved, case, plant)
    if found.origin != LIBRARY or found.costs.capex is None:
        return candidate, found
    return evolve(candidate, table={**candidate.table, "capex": f"{found.costs.capex!r} CNY"}), found


def _values(plant: Plant, found: Sequence[Sets], hold: bool) -> tuple[tuple[SetValue, ...], ...]:
    """Return what every set is worth, with the rest of the plant without measures.

    Where the measures of the file are held only what is added costs anything.
    """
    purse = _purse(plant)
    return tuple(tuple(_case_values(listed, plant, purse, hold)) for listed in found)


@frozen
class _Purse:
    """The bill of a plant without measures, and how it is made."""

    plant: Plant
    prices: Prices
    used: Amounts
    tier: str

    def saved(self, changes: Mapping[str, Number]) -> tuple[float, tuple[str, ...]]:
        """Return the money that changes of carriers and outputs save, and the prices that lack for it."""
        now = dict(self.used)
        for name, change in changes.items():
            old = self.used.get(name, 0.0)
            now[name] = None if old is None or isinstance(change, Missing) else old - change
        before, after = (bills_of(each, self.prices, self.tier, self.plant.sector.id) for each in (self.used, now))
        gained = math.fsum(cost - after[name] for name, cost in before.items() if name in after)
        return gained, unpriced(self.used, now, self.prices)


def _purse(plant: Plant) -> _Purse | None:
    if plant.prices is None:
        return None
    cases = (evolve(each, steps=(), reporting=each.baseline, kind=_kind(each), overrides={}) for each in plant.cases)
    result = assess(evolve(plant, cases=tuple(cases), prices=None))
    scales = {case.place: case.scale for case in plant.cases}
    return _Purse(plant, plant.prices, amounts(result, "reporting", scales), tier_of(result, "reporting"))


def _kind(case: Case) -> str:
    """A process that closes is there before it does; the measures of the others do not depend on it."""
    return NEW if case.kind == NEW else RETROFIT


def _case_values(listed: Sets, plant: Plant, purse: _Purse | None, hold: bool) -> Iterator[SetValue]:
    case = listed.case
    sunk = len(case.steps) if hold else 0
    outputs = outputs_of(type(case.baseline))
    before = {name: value_of(case.baseline, name) for name in COUNTED if name in outputs}
    for each in listed.sets:
        scale = case.baseline.scale_to(each.state)
        saved = {
            name: _saving(case, old * (scale if outputs[name].adjusted else 1.0), each.outputs[name])
            for name, old in before.items()
        }
        invested = math.fsum(step.costs.at(plant.economics.cost_index).net or 0.0 for step in each.steps[sunk:])
        if purse is None:
            yield SetValue(saved, None, invested, None)
            continue
        changes = {} if case.kind == CLOSED else {**_carriers(case, each, scale), **saved}
        gained, lacking = purse.saved(changes)
        yield SetValue(
            saved, None if lacking else gained, invested, _annual(each.steps[sunk:], plant, gained, lacking), lacking
        )


def _saving(case: Case, before: Number, after: Number) -> Number:
    if case.kind == CLOSED:
        return before
    return -after if case.kind == NEW else before - after


def _carriers(case: Case, each: Set, scale: Number) -> dict[str, Number]:
    """Return what a set changes of each carrier, but electricity which is an output, and of water."""
    old, new = uses(case.baseline), uses(each.state)
    return {id: _saving(case, old.get(id, 0.0) * scale, new.get(id, 0.0)) for id in dict.fromkeys([*old, *new])}


def _annual(steps: Sequence[Step], plant: Plant, gained: float, lacking: Sequence[str]) -> float | None:
    """Return what a set costs a year, less what it saves; None where a price, a life or the rate lacks."""
    if plant.economics.rate is None or lacking:
        return None
    costs = []
    for step in steps:
        life = life_of(step)
        if life is None:
            return None
        priced = evolve(step.costs, capex=step.costs.capex or 0.0).at(plant.economics.cost_index)
        costs.append(Worth(priced, {}, plant.economics, life).annual_cost)
    return math.fsum(costs) - gained
