"""A region assessed: its plants rolled up, dual control, the register, every target of the plan."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.assessment import Assessment, assess
from ecdcalc.counting import Emission, Register, register
from ecdcalc.decompose import METHODS, Contribution, Share, Unit, contribution, hand_down
from ecdcalc.dual_control import Decline, DualControl, dual_control, growth, ratio_decline
from ecdcalc.errors import EcdcalcError, InputError, Problem
from ecdcalc.evaluation import POLLUTANTS
from ecdcalc.gaps import Gap
from ecdcalc.incentives import Money, money_of, read_prices
from ecdcalc.ops import Missing
from ecdcalc.plan import Plan, in_force
from ecdcalc.plant import CLOSED, NEW
from ecdcalc.region import SIGNED, Member, Region, Rejected
from ecdcalc.region_gaps import STATES, Ledger, Standing, standings

EXACT = 1e-12
SAVED = ("energy", "electricity", *POLLUTANTS)


@frozen
class MemberResult:
    """A plant of the region: its assessment, or the results that were given for it."""

    member: Member
    assessment: Assessment | None
    saved: Mapping[str, float | None]
    baseline: Mapping[str, float | None] = field(factory=dict)


@frozen
class Difference:
    """A series of the whole against the sum of its parts, in the reporting year; parts without it are named."""

    region: str
    series: str
    whole: float
    parts: float
    lacking: tuple[str, ...]

    @property
    def amount(self) -> float:
        """What the parts leave of the whole; rounding of the sum is none."""
        left = self.whole - self.parts
        return left if abs(left) > EXACT * abs(self.whole) else 0.0


@frozen
class RegionAssessment:
    """The answer for one region. `to_dict` gives the form for programs."""

    region: Region
    plan: Plan
    members: tuple[MemberResult, ...]
    rejected: tuple[Rejected, ...]
    energy: Mapping[str, DualControl | Missing]
    counties: Mapping[str, DualControl | Missing]
    carbon: Mapping[str, Decline | Missing]
    sectors: Mapping[str, Decline | Missing]
    register: Register
    standings: tuple[Standing, ...]
    contribution: Contribution | None
    handed_down: Mapping[str, tuple[Share, ...]]
    units: Mapping[str, tuple[Share, ...]]
    differences: tuple[Difference, ...]
    money: tuple[Money, ...]

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Return the result as plain values with units."""
        from ecdcalc.report.region_contract import contract

        return contract(self, lang)

    def saved(self, output: str, *, county: str = "", sector: str = "") -> float:
        """Return what the plants save of an output, in all or in one county or sector, as far as it is known."""
        return math.fsum(
            value
            for each in self.members
            if county in ("", each.member.county)
            and sector in ("", each.member.sector)
            and (value := each.saved.get(output)) is not None
        )

    def count(self, state: str) -> int:
        """Return how many targets are in a state."""
        return sum(each.state == state for each in self.standings)

    @property
    def open_gaps(self) -> tuple[Standing, ...]:
        """The targets that are short."""
        return tuple(each for each in self.standings if each.state == STATES[2])


def assess_region(region: Region) -> RegionAssessment:
    """Assess a region with its plants. A plant whose assessment fails is set aside with the reason."""
    plan = in_force(region.plan)
    prices, problems = read_prices(region.prices)
    if problems:
        raise InputError(problems)
    members: list[MemberResult] = []
    gaps: list[tuple[Member, tuple[Gap, ...]]] = []
    rejected = list(region.all_rejected())
    for member in region.all_members():
        found = _assessed(member, region, plan)
        if isinstance(found, Rejected):
            rejected.append(found)
            continue
        members.append(found)
        gaps.append((member, found.assessment.gaps if found.assessment else ()))
    target = next((each for each in plan.target if each.indicator == "region.energy_intensity_reduction"), None)
    limit = (region.targets.get(target.id) or target.bound) if target else None
    aim = limit.value if limit else None
    energy = {basis: dual_control(region, aim, basis) for basis in ("calorific", "primary")}
    counted = register(
        region.all_projects(),
        region.all_sources(),
        {name: each for result in members for name, each in _emissions(result)},
        years=[*region.years][1:],
        rule=region.count_rule,
        lag=region.lag,
    )
    ledger = Ledger(region, energy[region.rules.basis], counted)
    return RegionAssessment(
        region=region,
        plan=plan,
        members=tuple(members),
        rejected=tuple(rejected),
        energy=energy,
        counties={each.name: dual_control(each, aim) for each in region.counties},
        carbon={
            "intensity": ratio_decline(region, "co2", "gdp"),
            "total": growth(region, "co2"),
            "coal": growth(region, "coal"),
            "energy": growth(region, "energy"),
        },
        sectors={
            name: ratio_decline(region, f"sector_energy.{name}", f"value_added.{name}") for name in _sectors(region)
        },
        register=counted,
        standings=standings(ledger, gaps, plan.target),
        contribution=_contribution(region),
        handed_down=_handed_down(_county_units(region), aim, region.rules.convergence),
        units=_handed_down(_plant_units(members), aim, region.rules.convergence),
        differences=tuple(_differences(region)),
        money=tuple(each for result in members if result.assessment for each in money_of(result.assessment, prices)),
    )


def _assessed(member: Member, region: Region, plan: Plan) -> MemberResult | Rejected:
    if member.plant is None:
        return MemberResult(member, None, dict(member.saved))
    targets = {**{id: reading.text for id, reading in region.targets.items()}, **member.plant.targets}
    try:
        result = assess(evolve(member.plant, plan=plan, targets=targets), basis=region.rules.basis)
    except EcdcalcError as error:
        return Rejected(member.place, (Problem("", error.key, error.values),))
    saved = {name: None if isinstance(value, Missing) else value for name, value in result.saved.items()}
    return MemberResult(member, result, saved, {name: _baseline(result, name) for name in SAVED})


def _baseline(result: Assessment, output: str) -> float | None:
    """Return what a plant used or emitted in its baseline: the processes that were there then."""
    found = [
        each.baseline[output].value for each in result.processes if each.case.kind != NEW and output in each.baseline
    ]
    if any(isinstance(value, Missing) and value.names for value in found):
        return None
    known = [value for value in found if not isinstance(value, Missing)]
    return math.fsum(known) if known else None


def _emissions(result: MemberResult) -> Iterator[tuple[str, Emission]]:
    emission = Emission(result.baseline, result.saved)
    yield result.member.name, emission
    yield result.member.place, emission


def _sectors(region: Region) -> list[str]:
    return [name.partition(".")[2] for name in region.series if name.startswith("sector_energy.")]


def _contribution(region: Region) -> Contribution | None:
    """Split the change of energy over the sectors; what the sectors leave of the whole is a sector of its own."""
    names = [name for name in _sectors(region) if f"value_added.{name}" in region.series]
    if not names or "gdp" not in region.series or "energy" not in region.series:
        return None
    years = []
    for year in (region.base_year, region.year):
        pairs = {
            name: (region.value(f"value_added.{name}", year) or 0.0, region.value(f"sector_energy.{name}", year) or 0.0)
            for name in names
        }
        value, energy = region.value("gdp", year) or 0.0, region.value("energy", year) or 0.0
        rest = (
            value - math.fsum(each[0] for each in pairs.values()),
            energy - math.fsum(each[1] for each in pairs.values()),
        )
        if rest[0] > 0:
            pairs["others"] = rest
        years.append(pairs)
    return contribution(*years)


def _county_units(region: Region) -> list[Unit]:
    """Return the counties with GDP and energy; all of them or none, as the parts must be the whole."""
    if any(name not in each.series for each in region.counties for name in ("gdp", "energy")):
        return []
    return [
        Unit(
            each.name,
            each.value("energy", region.base_year) or 0.0,
            each.value("gdp", region.base_year) or 0.0,
            each.value("gdp", region.year) or 0.0,
            each.limit,
        )
        for each in region.counties
    ]


def _plant_units(members: Iterable[MemberResult]) -> list[Unit]:
    """Return the key units: plants whose account gives energy and value added of both years."""
    found = []
    for result in members:
        for each in result.assessment.processes if result.assessment else ():
            if type(each.case.baseline).about.key != "plant" or each.case.kind in (NEW, CLOSED):
                continue
            account: Any = each.case.reporting
            numbers = (account.base.energy, account.base.value_added, account.value_added)
            if not any(isinstance(number, Missing) for number in numbers):
                found.append(Unit(result.member.name, *numbers))
    return found


def _handed_down(units: list[Unit], target: float | None, pull: float) -> dict[str, tuple[Share, ...]]:
    if not units or target is None:
        return {}
    found = {}
    for method in METHODS:
        try:
            found[method] = hand_down(units, target, method, pull=pull)
        except InputError:  # nobody is above its limit: there is nothing to share by
            continue
    return found


def _differences(region: Region) -> Iterator[Difference]:
    if region.counties:
        for name, series in region.series.items():
            have = [each for each in region.counties if name in each.series]
            if have and name.partition(".")[0] not in SIGNED:
                parts = math.fsum(each.series[name].values.get(region.year, 0.0) for each in have)
                lacking = tuple(each.name for each in region.counties if name not in each.series)
                yield Difference(region.name, name, series.values.get(region.year, 0.0), parts, lacking)
    for county in region.counties:
        yield from _differences(county)
