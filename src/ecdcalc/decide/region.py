"""The cheapest way to the targets of a city or county: what its plants have to do beside what they do already.

The measures of the plant files stay as they are; others are added. A target that the region counts itself becomes a
need of its plants: the reduction that key projects lack, the energy that a sector (or all) must save for the
intensity that is asked, at the value added of the year, as if what a plant saves left the series of the region as it
is saved. A target of plants is met process by process. What no measure of a plant moves is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap
from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.assessment.region.targets import SHORT, Standing
from ecdcalc.decide.choose import Choice, Need, choose_among
from ecdcalc.decide.plant_sets import Wanted
from ecdcalc.decide.question import Question
from ecdcalc.model.plant import Case, Plant
from ecdcalc.model.region import Region
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.read.plans import in_force
from ecdcalc.read.prices import exchange_of, read_economics, read_prices
from ecdcalc.reference.plan import Target
from ecdcalc.words.errors import InputError, Problem

_COUNTED = {f"key-projects.{name}_counted": name for name in ("cod", "nh3n", "nox", "voc")}
_SECTOR, _WHOLE = "plant.intensity_reduction", "region.energy_intensity_reduction"


def choose_region(region: Region, question: Question) -> Choice:
    """Choose measures over all plants of a region; without targets in the question, for all that are short."""
    plan = in_force(region.plan)
    known = {each.id: each for each in plan.target}
    problems = [
        Problem("--target", "target-unknown", {"found": each, "plan": plan.id})
        for each in question.targets
        if each not in known
    ]
    if problems:
        raise InputError(problems)
    standings = {each.target.id: each for each in assess_region(region).standings}
    asked = question.targets or tuple(id for id, each in standings.items() if each.state == SHORT)
    needs: list[Need] = []
    of_plants: list[Target] = []
    unmoved: list[Gap] = []
    for id in asked:
        standing = standings[id]
        need = _need(standing, region)
        if standing.evaluator == "plants" or (standing.state == NOT_EVALUATED and not standing.evaluator):
            of_plants.append(standing.target)
        elif need is not None:
            needs.append(need)
        elif standing.state == SHORT:
            unmoved.append(Gap(standing.target, NOT_EVALUATED, reason="choose-no-measure"))
    plants = [*_plants(region)]
    question = evolve(question, targets=tuple(each.id for each in of_plants), hold=True)
    relevant = [each for each in plants if [*_outputs_of(each, question, needs, of_plants)]]
    choice = choose_among(relevant, question, needs, lambda plant: _wanted(plant, question, needs, of_plants))
    return evolve(choice, not_evaluated=(*choice.not_evaluated, *unmoved))


def _plants(region: Region) -> Iterator[Plant]:
    """Yield the plants with the plan, the targets and the prices of the region."""
    exchange = exchange_of(region.economics)
    prices, problems = read_prices(region.prices, exchange, region.price_year)
    economics, more = read_economics(region.economics, prices.year)
    if problems or more:
        raise InputError([*problems, *more])
    plan = in_force(region.plan)
    for member in region.all_members():
        if member.plant is None:
            continue
        targets = {**{id: reading.text for id, reading in region.targets.items()}, **member.plant.targets}
        own = member.plant.prices is not None
        yield evolve(
            member.plant,
            plan=plan,
            targets=targets,
            prices=member.plant.prices if own else prices if region.prices else None,
            economics=member.plant.economics if own else economics,
        )


def _need(standing: Standing, region: Region) -> Need | None:
    """Return what the plants must save for a target that the region counts itself; None where they cannot."""
    target, gap = standing.target, standing.gap
    if standing.evaluator != "region" or gap is None:
        return None
    if target.indicator in _COUNTED:
        return Need(f"{target.id}:need", _COUNTED[target.indicator], max(gap, 0.0))
    if target.indicator == _SECTOR:
        name = target.sector[0]
        energy = _energy(region, f"sector_energy.{name}", f"value_added.{name}", gap)
        return None if energy is None else Need(f"{target.id}:need", "energy", energy, tuple(target.sector))
    if target.indicator == _WHOLE:
        energy = _energy(region, "energy", "gdp", gap)
        return None if energy is None else Need(f"{target.id}:need", "energy", energy)
    return None


def _energy(region: Region, energy: str, value: str, gap: float) -> float | None:
    """Return the energy of the year that a share of the base intensity is."""
    before = region.value(energy, region.base_year), region.value(value, region.base_year)
    now = region.value(value, region.year)
    if before[0] is None or not before[1] or now is None:
        return None
    return max(gap, 0.0) * before[0] / before[1] * now


def _outputs_of(
    plant: Plant, question: Question, needs: Sequence[Need], targets: Sequence[Target]
) -> Iterator[tuple[str, str]]:
    """Yield the outputs of a plant that something asked depends on, with the process ("" is any)."""
    yield from (("", name) for name in question.reduce)
    yield from (("", each.output) for each in needs if each.concerns(plant))
    keys = {case.key for case in plant.cases}
    yield from (
        (each.process, each.output) for each in targets if plant.sector.id in each.sector and each.process in keys
    )
    if question.level is not None:
        for case in plant.cases:
            yield from ((case.key, each.output) for each in getattr(type(case.baseline), "gradings", ()))


def _wanted(plant: Plant, question: Question, needs: Sequence[Need], targets: Sequence[Target]) -> Wanted:
    outputs = {*_outputs_of(plant, question, needs, targets)}

    def is_wanted(case: Case, before: Mapping[str, Number], after: Mapping[str, Number]) -> bool:
        return any(
            _moves(before[name], after[name], down=not key)
            for key, name in outputs
            if key in ("", case.key) and name in before and name in after
        )

    return is_wanted


def _moves(before: Number, after: Number, *, down: bool) -> bool:
    """Tell whether a number changes: falls, where it is a burden."""
    if isinstance(before, Missing) or isinstance(after, Missing):
        return False
    return bool(after < before) if down else bool(after != before)
