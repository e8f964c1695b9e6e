"""Money of one plant: the bill of each state by the tariffs, and what each measure saves and is worth.

The bill is made from the carriers and emissions of the whole plant in each state, so that what a measure saves is
marginal: the last block, the tier, the ceiling. Measures follow one another as in the file; what is left between
the last of them and the reporting state (closures, new processes, measured values) is a line of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from ecdcalc.assessment.money.instruments import (
    WATER,
    Scales,
    amounts,
    bills_of,
    is_used,
    tier_of,
)
from ecdcalc.assessment.money.published import cost_of
from ecdcalc.assessment.money.result import Amounts, Bills, PlantMoney, StepMoney
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.assessment.result import Findings
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.plant import CLOSED, NEW, RETROFIT, Case, Plant, Step
from ecdcalc.model.prices import Economics, Prices

Assess = Callable[[Plant], Findings]
_NOTHING = 1e-9


def plant_money(result: Findings, assess: Assess) -> PlantMoney:
    """Return the money of an assessed plant that has prices. `assess` evaluates its other states."""
    plant = result.plant
    assert plant.prices is not None
    scales = {case.place: case.scale for case in plant.cases}
    states = [bills(assess(each), "reporting", plant.prices, scales) for each in chain(plant)]
    ends = [bills(result, state, plant.prices) for state in ("baseline", "reporting")]
    *states, before, after = _of_what_is_used([*states, *ends], plant.prices)
    steps = [(case, step) for case in plant.cases for step in case.steps]
    found = tuple(
        _of_step(case, step, one, other, plant)
        for (case, step), one, other in zip(steps, states, states[1:], strict=False)
    )
    lacking = unpriced(states[0].used, after.used, plant.prices)
    rest = _saved(states[-1], after)
    return PlantMoney(plant.prices, plant.economics, before, states[0], after, found, rest, lacking)


def _of_what_is_used(states: Sequence[Bills], prices: Prices) -> list[Bills]:
    """Return the bills without those of carriers that are priced and that the plant never uses."""
    used = [each.used for each in states]
    return [
        evolve(each, paid={name: paid for name, paid in each.paid.items() if is_used(name, prices, used)})
        for each in states
    ]


def _of_step(case: Case, step: Step, before: Bills, after: Bills, plant: Plant) -> StepMoney:
    """Return the money of a measure of the file; where it gives no cost, a published one that holds here is taken."""
    assert plant.prices is not None
    changed = _changed(before, after)
    cost = cost_of(step, changed, case, plant)
    found = step_money(case.place, evolve(step, costs=cost.costs), before, after, plant.prices, plant.economics)
    return evolve(found, cost=cost)


def chain(plant: Plant) -> list[Plant]:
    """Return the plant before its measures and after each of them; new processes come last of all.

    What is not there yet uses nothing, which is known: it stands in these states as a process that is closed.
    """
    states: dict[str, Case] = {
        case.place: evolve(case, steps=(), kind=CLOSED, measured=False) if case.kind == NEW else _at(case, 0)
        for case in plant.cases
    }
    found = [evolve(plant, cases=tuple(states.values()))]
    for case in plant.cases:
        for number in range(1, len(case.steps) + 1):
            if case.kind != NEW:
                states[case.place] = _at(case, number)
            found.append(evolve(plant, cases=tuple(states.values())))
    return found


def _at(case: Case, number: int) -> Case:
    """Return a process after the first measures of its table."""
    state = case.steps[number - 1].after if number else case.baseline
    return evolve(case, reporting=state, steps=(), kind=RETROFIT, measured=False)


def bills(result: Findings, state: str, prices: Prices, scales: Scales | None = None) -> Bills:
    """Return what a plant uses in a state and pays for it."""
    used = amounts(result, state, scales)
    return Bills(used, bills_of(used, prices, tier_of(result, state), result.plant.sector.id))


def step_money(place: str, step: Step, before: Bills, after: Bills, prices: Prices, economics: Economics) -> StepMoney:
    """Return what a measure saves between two states, and what it is worth where its costs and the rate are known."""
    saved = _saved(before, after)
    lacking = unpriced(before.used, after.used, prices)
    worth, lacks = worth_of(step, saved, lacking, economics)
    return StepMoney(place, step, saved, lacking, _changed(before, after), worth, lacks)


def _changed(before: Bills, after: Bills) -> dict[str, float]:
    """Return what is less of each carrier and output, as far as both are known."""
    names = dict.fromkeys([*before.used, *after.used])
    pairs = {name: (before.used.get(name, 0.0), after.used.get(name, 0.0)) for name in names}
    return {name: one - other for name, (one, other) in pairs.items() if one is not None and other is not None}


def worth_of(
    step: Step, saved: Mapping[str, float], lacking: Sequence[str], economics: Economics
) -> tuple[Worth | None, tuple[str, ...]]:
    """Return the worth of a measure, or why it is not known."""
    costs, life = step.costs, life_of(step)
    lacks = [
        key
        for key, absent in (
            ("money-no-cost", costs.capex is None),
            ("money-no-life", life is None),
            ("money-no-rate", economics.rate is None),
            ("money-no-price", bool(lacking)),
        )
        if absent
    ]
    if lacks or life is None or costs.capex is None:
        return None, tuple(lacks)
    return Worth(costs.at(economics.cost_index), dict(saved), economics, life), ()


def life_of(step: Step) -> float | None:
    """Return the life of a measure in years: as given, else that of the library; None where neither has one."""
    if step.costs.life is not None:
        return step.costs.life
    years = step.measure.row.life_years
    return float(years) if years else None


def _saved(before: Bills, after: Bills) -> dict[str, float]:
    return {name: paid - after.paid[name] for name, paid in before.paid.items() if name in after.paid}


def unpriced(before: Amounts, after: Amounts, prices: Prices) -> tuple[str, ...]:
    """Return the prices that lack for what changes between two states: of a carrier, or of what is sold of it."""
    found = []
    for id in (*carrier_kinds(),):
        one, other = before.get(id, 0.0), after.get(id, 0.0)
        if one is None or other is None or abs(one - other) <= _NOTHING * max(abs(one), abs(other)):
            continue
        if id not in prices.carriers:
            found.append(f"prices.{id}")
        elif min(one, other) < 0 and prices.carriers[id].sold is None:
            found.append(f"prices.{id}.sold")
    if WATER not in prices.plain and before.get(WATER, 0.0) != after.get(WATER, 0.0):
        found.append(f"prices.{WATER}")
    return tuple(found)
