"""A region assessed: its plants rolled up, dual control, the register, every target of the plan."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from attrs import frozen

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.contract.form import SCHEMA
from ecdcalc.assessment.pictures import charts_of
from ecdcalc.assessment.region.contract import contract
from ecdcalc.assessment.region.counting import register
from ecdcalc.assessment.region.decompose import Contribution, contribution
from ecdcalc.assessment.region.dual_control import (
    DualControl,
    TotalEnergy,
    dual_control,
    growth,
    ratio_decline,
    total_energy,
)
from ecdcalc.assessment.region.handing_down import energy_handed_down, quotas
from ecdcalc.assessment.region.plants import MemberResult, Question, all_assessed, emissions
from ecdcalc.assessment.region.result import Difference, RegionFindings
from ecdcalc.assessment.region.targets import Ledger, standings
from ecdcalc.assessment.totals import total_of
from ecdcalc.model.region import SIGNED, SLACK, Region, Rejected
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.read.plans import in_force
from ecdcalc.read.prices import read_prices
from ecdcalc.read.region import load_region, read_region
from ecdcalc.words.errors import InputError, Problem

if TYPE_CHECKING:
    from ecdcalc.assessment.typed.region import RegionResult


@frozen(repr=False)
class RegionAssessment(RegionFindings):
    """The answer for one region. `to_dict` gives the form for programs."""

    @overload
    def to_dict(self, lang: str = "en") -> RegionResult: ...
    @overload
    def to_dict(self, lang: str = "en", *, schema: int) -> dict[str, Any]: ...
    def to_dict(self, lang: str = "en", *, schema: int = SCHEMA) -> Any:
        """Return the result as plain values with units."""
        return contract(self, lang, schema)

    @property
    def charts(self) -> Any:
        """The pictures of the result by name, each with `spec`, `svg()`, `png()`, `table`, `alt`; `.zh` in Chinese."""
        return charts_of(self)


def assess_region(region: Region | str | os.PathLike[str] | Mapping[str, Any], *, jobs: int = 1) -> RegionAssessment:
    """Assess a region (or its file, or a dictionary of the same form) with its plants, on as many cores as `jobs`.

    A plant whose assessment fails is set aside with the reason.
    """
    region = _region(region)
    plan = in_force(region.plan)
    prices, problems = read_prices(region.prices, year=region.price_year)
    if problems:
        raise InputError(problems)
    targets = {id: reading.text for id, reading in region.targets.items()}
    plants = [*all_assessed([*region.all_members()], Question(plan, targets, region.rules.basis, prices), jobs)]
    members = [each for each in plants if isinstance(each, MemberResult)]
    rejected = [*region.all_rejected(), *(each for each in plants if isinstance(each, Rejected))]
    target = next((each for each in plan.target if each.indicator == "region.energy_intensity_reduction"), None)
    limit = (region.targets.get(target.id) or target.bound) if target else None
    aim = limit.value if limit else None
    energy = {basis: dual_control(region, aim, basis) for basis in ("calorific", "primary")}
    counted = register(
        region.all_projects(),
        region.all_sources(),
        {name: each for result in members for name, each in emissions(result)},
        years=[*region.years][1:],
        rule=region.count_rule,
        lag=region.lag,
    )
    counties = {each.name: dual_control(each, aim) for each in region.counties}
    co2e = total_of((each.member.place, each.totals[CO2E].value) for each in members).value
    ledger = Ledger(region, energy[region.rules.basis], counted, co2e if members else missing("plants"))
    return RegionAssessment(
        region=region,
        plan=plan,
        members=tuple(members),
        rejected=tuple(rejected),
        energy=energy,
        counties=counties,
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
        standings=standings(ledger, [(each.member, each.gaps) for each in members], plan.target),
        contribution=_contribution(region),
        totals=dict(_totals(region, {region.name: ledger.energy, **counties})),
        handed_down=energy_handed_down(region, counties, members, aim),
        quotas=quotas(region, members, counted, plan.target),
        differences=tuple(_differences(region)),
        money=tuple(money for each in members for money in each.money),
    )


def _region(given: Any) -> Region:
    if isinstance(given, Region):
        return given
    if isinstance(given, Mapping):
        return read_region(given)
    if isinstance(given, (str, os.PathLike)):
        return load_region(given)
    raise InputError([Problem("region", "given-not-a-plant", {"found": type(given).__name__})])


def _totals(region: Region, energy: Mapping[str, DualControl | Missing]) -> Iterator[tuple[str, TotalEnergy]]:
    """Yield the total-energy control of the region and its counties, of those that expect a growth."""
    for each in (region, *region.counties):
        found = energy[each.name]
        total = None if isinstance(found, Missing) else total_energy(each, found)
        if total is not None:
            yield each.name, total


def _sectors(region: Region) -> list[str]:
    return [name.partition(".")[2] for name in region.series if name.startswith("sector_energy.")]


def _contribution(region: Region) -> Contribution | None:
    """Split the change of energy over the sectors; what the sectors leave of the whole is a sector of its own.

    That may be energy without value added: what households use. A sector of which a year is not known is left to it.
    """
    ends = (region.base_year, region.year)

    def known(*series: str) -> bool:
        return all(region.value(name, year) is not None for name in series for year in ends)

    names = [name for name in _sectors(region) if known(f"value_added.{name}", f"sector_energy.{name}")]
    if not names or not known("gdp", "energy"):
        return None
    years = []
    for year in ends:
        pairs = {
            name: (_at(region, f"value_added.{name}", year), _at(region, f"sector_energy.{name}", year))
            for name in names
        }
        rest = tuple(
            _left(_at(region, whole, year), [pair[number] for pair in pairs.values()])
            for number, whole in enumerate(("gdp", "energy"))
        )
        if any(rest):
            pairs["others"] = (rest[0], rest[1])
        years.append(pairs)
    return contribution(*years)


def _at(region: Region, name: str, year: int) -> float:
    found = region.value(name, year)
    assert found is not None
    return found


def _left(whole: float, parts: Sequence[float]) -> float:
    """Return what the parts leave of the whole; what is within rounding is nothing."""
    left = whole - math.fsum(parts)
    return left if left > SLACK * whole else 0.0


def _differences(region: Region) -> Iterator[Difference]:
    """Yield the series of a whole against the sum of the parts that have it in the reporting year."""
    for name, series in region.series.items() if region.counties else ():
        whole = series.values.get(region.year)
        parts = {each.name: each.value(name, region.year) for each in region.counties}
        have = [value for value in parts.values() if value is not None]
        if have and whole is not None and name.partition(".")[0] not in SIGNED:
            lacking = tuple(name for name, value in parts.items() if value is None)
            yield Difference(region.name, name, whole, math.fsum(have), lacking)
    for county in region.counties:
        yield from _differences(county)
