"""Handing a target down to counties and key units, and what moved energy and intensity.

What is handed down is an amount: energy to be saved, or a pollutant to be reduced. Whatever the method, the parts add
up to the whole exactly; the LMDI leaves no residual.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from ecdcalc.equations.intensity import allowed_energy, log_mean
from ecdcalc.numbers.ops import log
from ecdcalc.words.errors import InputError, Problem

METHODS = ("equal-rate", "base-energy", "intensity-gap", "convergence")


@frozen
class Unit:
    """A county or a key unit: energy (or emission) and value added of the base year, value added later.

    `limit` is the intensity that its gap is measured to; without one it is the intensity that the whole must reach.
    """

    name: str
    amount: float
    value: float
    value_later: float
    limit: float | None = None


@frozen
class Share:
    """What one unit is given: its amount at the old intensity, what it has to save, what is left to it, its rate.

    `gain` is what it saves less than under an equal rate; negative where the method asks more of it.
    """

    name: str
    before: float
    saving: float
    allowed: float
    rate: float
    gain: float


def share_out(amount: float, weights: Sequence[float]) -> list[float]:
    """Return parts of an amount in proportion to weights; their exact sum, rounded once, is the amount."""
    whole = math.fsum(weights)
    if whole <= 0 or any(weight < 0 for weight in weights):
        raise InputError([Problem("weights", "decompose-weights", {})])
    parts = [amount * (weight / whole) for weight in weights]
    return closed(amount, parts)


def closed(amount: float, parts: list[float]) -> list[float]:
    """Return the parts with the rounding error of their sum put into the largest."""
    largest = max(range(len(parts)), key=lambda number: abs(parts[number]))
    for _ in range(4):
        error = amount - math.fsum(parts)
        if error == 0:
            break
        parts[largest] += error
    return parts


def hand_down(units: Sequence[Unit], target: float, method: str, *, pull: float = 0.1) -> tuple[Share, ...]:
    """Hand a cumulative decline of intensity of the whole down to its units."""
    _check(units, method)
    allowed = allowed_energy(
        base_energy=math.fsum(each.amount for each in units),
        base_value=math.fsum(each.value for each in units),
        value_added=math.fsum(each.value_later for each in units),
        target=target,
    )
    return divide(units, math.fsum(_at_old_intensity(units)) - allowed, method, pull=pull)


def divide(units: Sequence[Unit], saving: float, method: str, *, pull: float = 0.1) -> tuple[Share, ...]:
    """Divide a saving among the units.

    equal-rate: every unit lowers its intensity by the same share. base-energy: in proportion to the amount of the
    base year. intensity-gap: in proportion to what is above the unit's limit. convergence: intensities first move by
    the share `pull` towards that of the whole, then all fall by the same share; nobody is asked for less than nothing.
    """
    _check(units, method)
    old = _at_old_intensity(units)
    equal = share_out(saving, old)
    given = equal if method == "equal-rate" else _METHODS[method](units, old, saving, pull)
    return shares(units, old, given, equal)


def shares(
    units: Sequence[Unit], old: Sequence[float], given: Sequence[float], equal: Sequence[float]
) -> tuple[Share, ...]:
    """Return what each unit is given beside what an equal rate gives it."""
    return tuple(
        Share(each.name, before, part, before - part, part / before, fair - part)
        for each, before, part, fair in zip(units, old, given, equal, strict=True)
    )


def _check(units: Sequence[Unit], method: str) -> None:
    if method not in METHODS:
        raise InputError([Problem("method", "not-an-option", {"found": method, "options": ", ".join(METHODS)})])
    if not units or any(each.value <= 0 or each.amount <= 0 or each.value_later <= 0 for each in units):
        raise InputError([Problem("units", "decompose-units", {})])


def _at_old_intensity(units: Sequence[Unit]) -> list[float]:
    return [each.amount / each.value * each.value_later for each in units]


def _by_base(units: Sequence[Unit], old: Sequence[float], saving: float, pull: float) -> list[float]:
    return share_out(saving, [each.amount for each in units])


def _by_gap(units: Sequence[Unit], old: Sequence[float], saving: float, pull: float) -> list[float]:
    aim = (math.fsum(old) - saving) / math.fsum(each.value_later for each in units)
    gaps = [
        max(each.amount / each.value - (aim if each.limit is None else each.limit), 0.0) * each.value_later
        for each in units
    ]
    return share_out(saving, gaps)


def _by_convergence(units: Sequence[Unit], old: Sequence[float], saving: float, pull: float) -> list[float]:
    whole = math.fsum(each.amount for each in units) / math.fsum(each.value for each in units)
    moved = [(1 - pull) * each.amount / each.value + pull * whole for each in units]
    drawn = [each * unit.value_later for each, unit in zip(moved, units, strict=True)]
    return closed(saving, [before - part for before, part in zip(old, _filled(old, drawn, saving), strict=True)])


def _filled(old: Sequence[float], drawn: Sequence[float], saving: float) -> list[float]:
    """Return what is allowed to each in proportion to `drawn`, nobody being allowed more than it had."""
    allowed, open_ = list(old), list(range(len(old)))
    while True:
        rest = math.fsum(old[number] for number in open_) - saving
        parts = share_out(rest, [drawn[number] for number in open_])
        for number, part in zip(open_, parts, strict=True):
            allowed[number] = part
        above = {number for number in open_ if saving > 0 and allowed[number] > old[number]}
        if not above:
            return allowed
        for number in above:
            allowed[number] = old[number]
        open_ = [number for number in open_ if number not in above]


_METHODS: dict[str, Callable[..., list[float]]] = {
    "base-energy": _by_base,
    "intensity-gap": _by_gap,
    "convergence": _by_convergence,
}


@frozen
class Effect:
    """What activity, structure and intensity did to one sector, or to the whole."""

    activity: float
    structure: float
    intensity: float

    @property
    def total(self) -> float:
        """Their sum: the whole change."""
        return math.fsum((self.activity, self.structure, self.intensity))


@frozen
class Contribution:
    """The additive LMDI of a change of energy, and of the intensity of the whole, by sector."""

    energy: Effect
    by_sector: Mapping[str, Effect]
    intensity: Effect
    intensity_by_sector: Mapping[str, Effect]


Pair = tuple[float, float]
"""Value added and energy of a sector."""


def contribution(before: Mapping[str, Pair], after: Mapping[str, Pair]) -> Contribution:
    """Split the change of energy into activity, structure and intensity, and that of intensity into the last two.

    Sectors that appear or vanish follow the analytical limits (Ang and Liu 2007): the whole of their change is
    structure where value added begins or ends, and intensity where energy alone does.
    """
    names = sorted({*before, *after})
    first, last = (math.fsum(pairs[name][0] for name in pairs) for pairs in (before, after))
    if first <= 0 or last <= 0:
        raise InputError([Problem("value_added", "decompose-units", {})])
    old = {name: before.get(name, (0.0, 0.0)) for name in names}
    new = {name: after.get(name, (0.0, 0.0)) for name in names}
    growth = log(last / first)
    energy = {name: _effect(old[name], new[name], first, last, growth) for name in names}
    per_value = {
        name: _effect(
            (old[name][0] / first, old[name][1] / first), (new[name][0] / last, new[name][1] / last), 1.0, 1.0, 0.0
        )
        for name in names
    }
    return Contribution(_summed(energy), energy, _summed(per_value), per_value)


def _effect(old: Pair, new: Pair, first: float, last: float, growth: float) -> Effect:
    (value_old, energy_old), (value_new, energy_new) = old, new
    change = energy_new - energy_old
    if energy_old == 0 or energy_new == 0:
        moved = value_old == 0 or value_new == 0
        return Effect(0.0, change if moved else 0.0, 0.0 if moved else change)
    if value_old <= 0 or value_new <= 0:
        return Effect(0.0, 0.0, change)
    weight = log_mean(one=energy_new, other=energy_old)
    structure = log((value_new / last) / (value_old / first))
    rate = log((energy_new / value_new) / (energy_old / value_old))
    parts = closed(change, [weight * growth, weight * structure, weight * rate])
    return Effect(*parts)


def _summed(effects: Mapping[str, Effect]) -> Effect:
    return Effect(
        math.fsum(each.activity for each in effects.values()),
        math.fsum(each.structure for each in effects.values()),
        math.fsum(each.intensity for each in effects.values()),
    )
