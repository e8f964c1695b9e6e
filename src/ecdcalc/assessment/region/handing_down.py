"""The targets of a region handed down to its counties and key units: energy to save, pollutants to reduce.

The decline of energy per GDP goes down by every method of `decompose`. The amounts of key-project reduction go down by
the same methods on the emission of the base year, where an equal rate and a share in proportion to the base year are
the same thing, and by potential: what the projects of the register can reduce in a year.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from ecdcalc.assessment.region.counting import Register
from ecdcalc.assessment.region.decompose import METHODS, Share, Unit, divide, hand_down, share_out, shares
from ecdcalc.assessment.region.dual_control import DualControl
from ecdcalc.assessment.region.plants import MemberResult
from ecdcalc.model.region import KEY_POLLUTANTS, Region
from ecdcalc.numbers.ops import Missing
from ecdcalc.reference.plan import Target
from ecdcalc.words.errors import InputError

POTENTIAL = "potential"
QUOTA_METHODS = (*(each for each in METHODS if each != "base-energy"), POTENTIAL)
Shares = Mapping[str, tuple[Share, ...]]
"""What each is given, by method."""


@frozen
class HandedDown:
    """One target handed down; `lacking` names the series without which it cannot be."""

    counties: Shares
    units: Shares
    lacking: tuple[str, ...] = ()


def energy_handed_down(
    region: Region, energy: Mapping[str, DualControl | Missing], members: Iterable[MemberResult], target: float | None
) -> HandedDown:
    """Hand the decline of energy per GDP down to the counties whose dual control is given.

    What is handed down is energy that counts. GDP of the reporting year stands for that of the target year.
    """
    if target is None:
        return HandedDown({}, {})
    lacking = sorted({name for each in energy.values() if isinstance(each, Missing) for name in each.names})
    counties = []
    for each in region.counties:
        found = energy[each.name]
        if not lacking and isinstance(found, DualControl):
            first, last = found.rows[0], found.rows[-1]
            counties.append(Unit(each.name, first.controlled, first.value_added, last.value_added, each.limit))
    pull, units = region.rules.convergence, [each for _, each in _accounts(members)]
    return HandedDown(_by_rate(counties, target, pull), _by_rate(units, target, pull), tuple(lacking))


def quotas(
    region: Region, members: Sequence[MemberResult], register: Register, targets: Iterable[Target]
) -> dict[str, HandedDown]:
    """Hand the amounts of key-project reduction down, those that have a number."""
    found = {}
    for target in targets:
        pollutant = target.indicator.removeprefix("key-projects.").removesuffix("_counted")
        limit = region.targets.get(target.id) or target.bound
        if pollutant in KEY_POLLUTANTS and target.indicator.startswith("key-projects.") and limit is not None:
            found[pollutant] = _quota(region, members, register, pollutant, limit.value)
    return found


def _quota(
    region: Region, members: Sequence[MemberResult], register: Register, pollutant: str, amount: float
) -> HandedDown:
    series, pull = f"pollutants.{pollutant}", region.rules.convergence
    lacking = tuple(
        f"{each.name}.series.{name}"
        for each in (region, *region.counties)
        for name in (series, "gdp")
        if not _has(each, name)
    )
    if lacking:
        return HandedDown({}, {}, lacking)
    counties = [Unit(each.name, *_base(each, series, "gdp", "gdp")) for each in region.counties]
    capacity = [register.capacity(pollutant, each.name) for each in counties]
    pairs = [(result, each) for result, each in _accounts(members, pollutant) if each.amount > 0]
    units = [each for _, each in pairs]
    (whole,) = _base(region, series)
    part = amount * math.fsum(each.amount for each in units) / whole  # the rate of the whole
    return HandedDown(
        _by_amount(counties, amount, pull, capacity),
        _by_amount(units, part, pull, _capacities([result.saved.get(pollutant) for result, _ in pairs])),
    )


def _capacities(saved: Sequence[float | None]) -> list[float] | None:
    """Return what each unit can reduce, None where that of one is not known: nobody can be given a share by it."""
    known = [max(each, 0.0) for each in saved if each is not None]
    return known if len(known) == len(saved) else None


def _has(region: Region, name: str) -> bool:
    return bool(region.value(name, region.base_year))


def _base(region: Region, *names: str) -> list[float]:
    return [region.value(name, region.base_year) or 0.0 for name in names]


def _accounts(members: Iterable[MemberResult], pollutant: str = "") -> Iterator[tuple[MemberResult, Unit]]:
    """Yield the key units: plants whose account gives energy (or that know their emission) and value added."""
    for result in members:
        for account in result.accounts:
            value = account.base_value_added
            if pollutant:
                numbers = (result.baseline.get(pollutant), value, value)
            else:
                numbers = (account.energy, value, account.value_added)
            known = [float(number) for number in numbers if number is not None and not isinstance(number, Missing)]
            if len(known) == len(numbers):
                yield result, Unit(result.member.name, *known)


def _by_rate(units: Sequence[Unit], target: float, pull: float) -> Shares:
    found = {}
    for method in METHODS:
        try:
            found[method] = hand_down(units, target, method, pull=pull)
        except InputError:  # no units, or nobody is above its limit: there is nothing to share by
            continue
    return found


def _by_amount(units: Sequence[Unit], amount: float, pull: float, capacity: Sequence[float] | None) -> Shares:
    found = {}
    for method in QUOTA_METHODS:
        if method == POTENTIAL and capacity is None:
            continue
        try:
            if method == POTENTIAL and capacity is not None:
                old = [each.amount for each in units]
                found[method] = shares(units, old, share_out(amount, capacity), share_out(amount, old))
            else:
                found[method] = divide(units, amount, method, pull=pull)
        except InputError:
            continue
    return found
