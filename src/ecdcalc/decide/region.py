"""The cheapest way to the targets of a city or county: what its plants have to do beside what they do already.

The measures of the plant files stay as they are; others are added. A target that the region counts itself becomes a
need of its plants: the reduction that key projects lack, the energy that a sector (or all) must save for the
intensity that is asked, at the value added of the year, as if what a plant saves left the series of the region as it
is saved. A target of plants is met process by process; one that is counted in items is a sum over the plants. Asked
for, each county has to bring what it is handed down, and total energy what dual control leaves. What no measure of a
plant moves is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, adds_up
from ecdcalc.assessment.region.assess import RegionAssessment, assess_region
from ecdcalc.assessment.region.decompose import METHODS
from ecdcalc.assessment.region.dual_control import DualControl
from ecdcalc.assessment.region.handing_down import QUOTA_METHODS
from ecdcalc.assessment.region.targets import SHORT, Standing
from ecdcalc.decide.aims import TOTAL_ENERGY, Need
from ecdcalc.decide.choose import Choice, choose_among
from ecdcalc.decide.plant_sets import Wanted
from ecdcalc.decide.question import Question
from ecdcalc.model.plant import Case, Plant
from ecdcalc.model.region import KEY_POLLUTANTS, Member, Region
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.read.plans import in_force
from ecdcalc.read.prices import exchange_of, read_economics, read_prices
from ecdcalc.reference.plan import Target
from ecdcalc.words.errors import InputError, Problem

_COUNTED = {f"key-projects.{name}_counted": name for name in KEY_POLLUTANTS}
_SECTOR, _WHOLE, _GROWTH = "plant.intensity_reduction", "region.energy_intensity_reduction", "region.energy_growth"
_SERIES = {
    "region.co2_growth": ("co2", "co2"),
    "region.coal_growth": ("coal", "coal_use"),
    "coal-balance.growth": ("coal", "coal_use"),
    **{f"region.{name}_reduction": (f"pollutants.{name}", name) for name in KEY_POLLUTANTS},
}
"""Indicators that are a change of a series against the base year, with the series and the output of plants."""
_CARBON = "region.co2_intensity_reduction"
_COUNTY_METHODS = (*METHODS, *(each for each in QUOTA_METHODS if each not in METHODS))


def choose_region(region: Region, question: Question) -> Choice:
    """Choose measures over all plants of a region; without targets in the question, for all that are short."""
    plan = in_force(region.plan)
    known = {each.id: each for each in plan.target}
    problems = [
        Problem("--target", "target-unknown", {"found": each, "plan": plan.id})
        for each in question.targets
        if each not in known
    ]
    if question.counties and question.counties not in _COUNTY_METHODS:
        said = {"found": question.counties[:40], "options": ", ".join(_COUNTY_METHODS)}
        problems.append(Problem("--counties", "not-an-option", {**said}))
    if problems:
        raise InputError(problems)
    result = assess_region(region)
    standings = {each.target.id: each for each in result.standings}
    asked = question.targets or tuple(id for id, each in standings.items() if each.state == SHORT)
    needs: list[Need] = []
    of_plants: list[Standing] = []
    unmoved: list[Gap] = []
    for each in asked:
        standing = standings[each]
        need = _need(standing, result)
        if standing.evaluator == "plants" or (standing.state == NOT_EVALUATED and not standing.evaluator):
            of_plants.append(standing)
        elif need is not None:
            needs += [need, *_of_counties(standing, result, question.counties)]
        elif standing.state in (SHORT, NOT_EVALUATED):
            reason = standing.reason or "choose-no-measure"
            unmoved.append(Gap(standing.target, NOT_EVALUATED, reason=reason, values=standing.values))
    if question.dual_control:
        needs += _total_energy(result)
    targets = [each.target for each in of_plants]
    question = evolve(question, targets=tuple(each.id for each in targets), hold=True)
    pairs = [
        (member, plant) for member, plant in _plants(region) if [*_outputs_of(plant, member, question, needs, targets)]
    ]
    members = {id(plant): member for member, plant in pairs}
    choice = choose_among(
        [plant for _, plant in pairs],
        question,
        needs,
        lambda plant: _wanted({*_outputs_of(plant, members[id(plant)], question, needs, targets)}),
        [member.county for member, _ in pairs],
        [each.target.id for each in of_plants if each.limit is not None and adds_up(each.target, each.limit.unit)],
    )
    return evolve(
        choice,
        not_evaluated=(*choice.not_evaluated, *unmoved),
        members=tuple(member for member, _ in pairs),
    )


def _plants(region: Region) -> Iterator[tuple[Member, Plant]]:
    """Yield the plants with the plan, the targets and the prices of the region."""
    exchange = exchange_of(region.economics)
    prices, problems = read_prices(region.prices, exchange, region.price_year)
    economics, more = read_economics(region.economics, prices.year)
    if problems or more:
        raise InputError([*problems, *more])
    plan = in_force(region.plan)
    for member in region.all_members():
        plant = member.plant
        if plant is None:
            continue
        targets = {**{id: reading.text for id, reading in region.targets.items()}, **plant.targets}
        own = plant.prices is not None
        yield (
            member,
            evolve(
                plant,
                plan=plan,
                targets=targets,
                prices=plant.prices if own else prices if region.prices else None,
                economics=plant.economics if own else economics,
            ).on("calorific"),
        )


def _need(standing: Standing, result: RegionAssessment) -> Need | None:
    """Return what the plants must save for a target that the region counts itself; None where they cannot."""
    target, gap, region = standing.target, standing.gap, result.region
    if standing.evaluator != "region" or gap is None:
        return None
    id, indicator, short = f"{target.id}:need", target.indicator, max(gap, 0.0)
    if indicator in _COUNTED:
        return Need(id, _COUNTED[indicator], short)
    if indicator == _SECTOR:
        name = target.sector[0]
        energy = short * _at_intensity_before(region, f"sector_energy.{name}", f"value_added.{name}")
        return Need(id, "energy", energy, tuple(target.sector))
    if indicator in (_WHOLE, _GROWTH):
        dual = result.energy[region.rules.basis]
        assert isinstance(dual, DualControl)  # the gap is of it
        first, last = dual.rows[0], dual.rows[-1]
        grown = last.value_added / first.value_added if indicator == _WHOLE else 1.0
        return Need(id, "energy", short * first.controlled * grown)
    if indicator == _CARBON:
        return Need(id, "co2", short * _at_intensity_before(region, "co2", "gdp"))
    if indicator in _SERIES:
        series, output = _SERIES[indicator]
        return Need(id, output, short * _given(region, series, region.base_year))
    return None


def _at_intensity_before(region: Region, above: str, below: str) -> float:
    """Return the amount of the year at the intensity of the base year."""
    before = _given(region, above, region.base_year) / _given(region, below, region.base_year)
    return before * _given(region, below, region.year)


def _given(region: Region, series: str, year: int) -> float:
    """Return a series in a year; a target that the region counts from it has a gap only where it is given."""
    found = region.value(series, year)
    assert found is not None
    return found


def _of_counties(standing: Standing, result: RegionAssessment, method: str) -> Iterator[Need]:
    """Yield what each county lacks of its part in a target that is handed down by a method."""
    target = standing.target
    pollutant = _COUNTED.get(target.indicator, "")
    if pollutant:
        handed = result.quotas.get(pollutant)
        for share in handed.counties.get(method, ()) if handed else ():
            lacks = share.saving - result.register.counted(pollutant, share.name)
            yield Need(f"{target.id}:need:{share.name}", pollutant, max(lacks, 0.0), county=share.name)
    elif target.indicator == _WHOLE:
        for share in result.handed_down.counties.get(method, ()):
            found = result.counties[share.name]
            assert isinstance(found, DualControl)  # nothing is handed down where it is not known
            lacks = found.rows[-1].controlled - share.allowed
            yield Need(f"{target.id}:need:{share.name}", "energy", max(lacks, 0.0), county=share.name)


def _total_energy(result: RegionAssessment) -> Iterator[Need]:
    """Yield the energy that is used above what dual control leaves, of the region and of each county."""
    for name, total in result.totals.items():
        county = "" if name == result.region.name else name
        yield Need(f"{TOTAL_ENERGY}:need{f':{county}' if county else ''}", "energy", max(total.gap, 0.0), county=county)


def _outputs_of(
    plant: Plant, member: Member, question: Question, needs: Sequence[Need], targets: Sequence[Target]
) -> Iterator[tuple[str, str]]:
    """Yield the outputs of a plant that something asked depends on, with the process ("" is any)."""
    yield from (("", name) for name in question.reduce)
    yield from (("", each.output) for each in needs if each.concerns(plant, member.county))
    classes = {case.key: type(case.baseline) for case in plant.cases}
    for each in targets:
        if plant.sector.id in each.sector and each.process in classes:
            yield each.process, each.output
            yield from (("", name) for name in classes[each.process].about.rolls_up.values())
    if question.level is not None:
        for case in plant.cases:
            yield from ((case.key, each.output) for each in getattr(type(case.baseline), "gradings", ()))


def _wanted(outputs: set[tuple[str, str]]) -> Wanted:
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
