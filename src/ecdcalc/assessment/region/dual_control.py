"""Dual control of energy and carbon: intensity and total, year by year, against an even path to the target.

Series may be arrays of trials; each number is then one too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from attrs import frozen

from ecdcalc.equations.intensity import (
    adjusted_total,
    allowed_energy,
    compounded,
    controlled_energy,
    even_path,
    even_rate,
    expected_value,
    intensity,
    primary_energy,
    progress,
    remaining,
    saving_implied,
)
from ecdcalc.model.region import Region
from ecdcalc.numbers.algebra import plain
from ecdcalc.numbers.ops import Missing, Number, at_least, missing, total, where
from ecdcalc.reference.factors import FactorTable, supply_rates

CALORIFIC = "coal-2020/electricity-calorific.coal"


@frozen
class YearRow:
    """One year: energy that counts, its intensity, and the decline since the base year and the year before."""

    year: int
    value_added: float
    energy: float
    controlled: float
    renewable: float
    feedstock: float
    listed: float
    intensity: float
    decline: float
    yearly: float
    path: float | None
    saved: float


@frozen
class DualControl:
    """Intensity against a target: what is done, what the even path asks, what remains."""

    rows: tuple[YearRow, ...]
    basis: str
    target: float | None
    done: float
    compounded: float
    progress: float | None
    path: float | None
    remaining: float | None
    yearly_left: float | None
    yearly_even: float | None
    allowed: float | None
    growth_effect: float
    total_growth: float
    factors: tuple[str, ...]


@frozen
class Decline:
    """Decline of one intensity, or growth of one amount, between base and reporting year."""

    base: float
    now: float
    value: float


def dual_control(region: Region, target: float | None, basis: str = "") -> DualControl | Missing:
    """Return the dual control of energy of a region; missing where a series is not given.

    One electricity factor holds for all years: a change of the factor is no saving.
    """
    basis = basis or region.rules.basis
    lacking = [f"series.{name}" for name in _needed(region, basis) if name not in region.series]
    if lacking:
        return Missing(frozenset(f"{region.name}.{name}" for name in lacking))
    factors = _factors(region, basis)
    if isinstance(factors, Missing):
        return factors
    rows = _rows(region, target, basis, factors)
    first, last = rows[0], rows[-1]
    cumulated: Number = 0.0
    for row in rows[1:]:
        cumulated = compounded(earlier=cumulated, later=row.yearly)
    left = len(_years_of(region)) - 1 - (region.year - region.base_year)
    rest = None if target is None else remaining(target=target, done=last.decline)
    return DualControl(
        rows=rows,
        basis=basis,
        target=target,
        done=last.decline,
        compounded=cumulated,
        progress=None if not target else progress(target=target, done=last.decline),
        path=last.path,
        remaining=rest,
        yearly_left=even_rate(target=rest, years=left) if rest is not None and left > 0 else None,
        yearly_even=None if target is None else even_rate(target=target, years=len(_years_of(region)) - 1),
        allowed=None
        if target is None
        else allowed_energy(
            base_energy=first.controlled,
            base_value=first.value_added,
            value_added=last.value_added,
            target=target,
        ),
        growth_effect=first.intensity * (last.value_added - first.value_added),
        total_growth=last.controlled / first.controlled - 1,
        factors=tuple(factors),
    )


def _years_of(region: Region) -> range:
    """The years of the plan, counted from the region's base year."""
    return range(region.base_year, region.plan.target_year + 1)


def _needed(region: Region, basis: str) -> list[str]:
    """Return the series that must be there; a rule that is a switch of a workbook asks for its own when it is on."""
    needed = ["gdp", "energy"]
    needed += ["electricity_import"] if basis == "primary" else []
    needed += ["renewable_electricity"] if region.rules.exclude_renewables is True else []
    needed += ["feedstock"] if region.rules.exclude_feedstock is True else []
    return needed


def _factors(region: Region, basis: str) -> dict[str, float] | Missing:
    """Return the electricity factors by id: the calorific one, and that of the base year for the other basis."""
    table = FactorTable()
    found = {CALORIFIC: table.get(CALORIFIC).base or 0.0}
    if basis == "primary":
        ids = supply_rates(region.base_year)
        published = next((each for id in ids if (each := table.find(id)) and each.base is not None), None)
        if published is None:
            return Missing(frozenset(ids[:1]))
        found[published.id] = published.base or 0.0
    return found


def _rows(region: Region, target: float | None, basis: str, factors: Mapping[str, float]) -> tuple[YearRow, ...]:
    rows: list[YearRow] = []
    for year in region.years:
        rows.append(_row(region, year, rows, target, _counted(region, year, basis, factors)))
    return tuple(rows)


def _row(region: Region, year: int, rows: list[YearRow], target: float | None, counted: Mapping[str, float]) -> YearRow:
    value = _value(region, "gdp", year)
    here = intensity(energy=counted["controlled"], value_added=value)
    before = rows[-1] if rows else None
    path, saved = None, 0.0
    if target is not None:
        path = even_path(target=target, elapsed=year - region.base_year, years=len(_years_of(region)) - 1)
    if before:
        saved = saving_implied(
            energy_before=before.controlled,
            value_before=before.value_added,
            energy=counted["controlled"],
            value_added=value,
        )
    return YearRow(
        year=year,
        value_added=value,
        intensity=here,
        decline=1 - here / rows[0].intensity if rows else 0.0,
        yearly=1 - here / before.intensity if before else 0.0,
        path=path,
        saved=saved,
        **counted,
    )


def _counted(region: Region, year: int, basis: str, factors: Mapping[str, float]) -> dict[str, float]:
    """Return energy of a year, what is left out of it by the rules, and what counts."""
    rules, factor = region.rules, [*factors.values()][-1]
    energy = _value(region, "energy", year)
    if basis == "primary":
        energy = primary_energy(
            energy=energy,
            electricity_import=_value(region, "electricity_import", year),
            primary_factor=factor,
            calorific_factor=factors[CALORIFIC],
        )
    name = "renewable_electricity"
    added = _value(region, name, year) - _value(region, name, region.base_year)
    renewable = _left_out(region, name, at_least(added, 0.0), rules.exclude_renewables)
    feedstock = _left_out(region, "feedstock", _value(region, "feedstock", year), rules.exclude_feedstock)
    listed = where(rules.exclude_listed, listed_energy(region, year), 0.0)
    counted = controlled_energy(energy=energy, renewable=renewable, factor=factor, feedstock=feedstock, listed=listed)
    return {"energy": energy, "controlled": counted, "renewable": renewable, "feedstock": feedstock, "listed": listed}


def _left_out(region: Region, name: str, amount: float, rule: bool) -> float:
    """Return what a rule leaves out of energy; unknown where it holds and its series is not given."""
    return where(rule, amount if name in region.series else missing(f"{region.name}.series.{name}"), 0.0)


def listed_energy(region: Region, year: int) -> float:
    """Return the energy of the projects whose single listing is approved."""
    found = [each.energy.get(year, 0.0) for each in region.all_listed() if each.approval]
    return math.fsum(found) if all(isinstance(each, float) for each in found) else total(found)


@frozen
class TotalEnergy:
    """Total energy that counts, against a target that moves with an economy that grows faster than expected."""

    given: bool
    expected: float
    actual: float
    target: float
    adjusted: float
    energy: float

    @property
    def gap(self) -> float:
        """What is used above the target; negative where there is room."""
        return self.energy - self.adjusted


def total_energy(region: Region, found: DualControl) -> TotalEnergy | None:
    """Return the total-energy control of the reporting year; None without an expected growth.

    The target is the one given for the target year, on a straight line from the base year; without one it is the
    energy of the expected GDP on the even path of intensity.
    """
    if region.expected_growth is None or (region.energy_total is None and found.target is None):
        return None
    first, last = found.rows[0], found.rows[-1]
    elapsed, years = last.year - first.year, len(_years_of(region)) - 1
    expected = expected_value(base_value=first.value_added, growth=region.expected_growth, years=elapsed)
    if region.energy_total is not None:
        target = first.controlled + (region.energy_total - first.controlled) * elapsed / years
    else:
        target = allowed_energy(
            base_energy=first.controlled,
            base_value=first.value_added,
            value_added=expected,
            target=even_path(target=found.target, elapsed=elapsed, years=years),
        )
    return TotalEnergy(
        given=region.energy_total is not None,
        expected=region.expected_growth,
        actual=-even_rate(target=1 - last.value_added / first.value_added, years=elapsed),
        target=target,
        adjusted=adjusted_total(total=target, expected=expected, value_added=last.value_added),
        energy=last.controlled,
    )


def _value(region: Region, name: str, year: int) -> float:
    found = region.value(name, year)
    return 0.0 if found is None else found


def ratio_decline(region: Region, above: str, below: str) -> Decline | Missing:
    """Return the decline of one series over another since the base year: CO2 per GDP, energy per value added."""
    (energy_base, energy_now), (value_base, value_now) = _ends(region, above), _ends(region, below)
    if lacking := _lacking(region, above, energy_base) | _lacking(region, below, value_base, value_now):
        return Missing(lacking)
    first, last = energy_base / value_base, energy_now / value_now
    return Decline(first, last, 1 - last / first)


def growth(region: Region, name: str) -> Decline | Missing:
    """Return the growth of a series since the base year."""
    base, now = _ends(region, name)
    if lacking := _lacking(region, name, base):
        return Missing(lacking)
    return Decline(base, now, now / base - 1)


def _ends(region: Region, name: str) -> tuple[float, float]:
    return _value(region, name, region.base_year), _value(region, name, region.year)


def _lacking(region: Region, name: str, *divisors: float) -> frozenset[str]:
    """Name a series that is not there, or by which nothing can be divided."""
    if name not in region.series:
        return frozenset([f"{region.name}.series.{name}"])
    zero = any(isinstance(found := plain(each), (float, int)) and found == 0 for each in divisors)
    return frozenset([f"{region.name}.series.{name} > 0"] if zero else [])
