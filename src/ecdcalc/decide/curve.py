"""The cost curve of chosen measures, computed anew after each step, and shares that do not depend on the order.

What a step abates and costs is the difference of two states that were run through the real outputs: with the
measures before it, and with it too. So the areas of the steps add up to the whole cost. Steps that earn money come
first, the largest gain first: to rank them by negative cost per tonne would reward the one that abates less. Then
the cheapest tonne that is left. A share (Shapley) is the mean of what a measure adds over all orders.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from ecdcalc.decide.plant_sets import PlantSets, SetValue
from ecdcalc.decide.sets import Sets
from ecdcalc.numbers.ops import Missing

Key = tuple[int, str, str]
"""Number of the plant, place of the process, measure."""


@frozen
class CurveStep:
    """One step: what it adds to the abatement and to the cost, after those before it."""

    measure: Key
    abated: float
    cost: float

    @property
    def specific(self) -> float | None:
        """Cost per amount abated; None where nothing is abated."""
        return self.cost / self.abated if self.abated > 0 else None


class Worths:
    """What the subsets of the chosen measures abate and cost, process by process."""

    def __init__(
        self, listed: Sequence[PlantSets], chosen: Sequence[int], output: str, cost: Callable[[SetValue], float]
    ):
        self.output, self.cost = output, cost
        self.values: dict[tuple[int, str], dict[frozenset[str], tuple[float, float]]] = {}
        self.full: dict[tuple[int, str], frozenset[str]] = {}
        numbers = iter(chosen)
        for number, one in enumerate(listed):
            for sets, values in zip(one.sets, one.values, strict=True):
                self._add((number, sets.case.place), sets, values, next(numbers))

    def _add(self, place: tuple[int, str], sets: Sets, values: Sequence[SetValue], chosen: int) -> None:
        full = frozenset(sets.sets[chosen].names)
        self.full[place] = full
        self.values[place] = {
            frozenset(each.names): (self._abated(value), self.cost(value))
            for each, value in zip(sets.sets, values, strict=True)
            if full >= {*each.names}
        }

    def _abated(self, value: SetValue) -> float:
        found = value.saved.get(self.output, 0.0)
        return 0.0 if isinstance(found, Missing) else float(found)

    def of(self, place: tuple[int, str], names: frozenset[str]) -> tuple[float, float]:
        """Return abatement and cost of some measures; of those that cannot stand without others, the most that can."""
        known = self.values[place]
        if names in known:
            return known[names]
        fitting = [each for each in known if each <= names]
        return known[max(fitting, key=lambda each: (len(each), sorted(each)))] if fitting else (0.0, 0.0)

    def measures(self) -> list[Key]:
        """Return every chosen measure."""
        return [(*place, name) for place, names in self.full.items() for name in sorted(names)]


def curve(worths: Worths) -> list[CurveStep]:
    """Return the steps of the cost curve."""
    held: dict[tuple[int, str], frozenset[str]] = {place: frozenset() for place in worths.full}
    left = worths.measures()
    found: list[CurveStep] = []
    while left:
        steps = [_step(worths, held, each) for each in left]
        ready = [each for each in steps if each is not None] or [_any(worths, held, left[0])]
        best = min(ready, key=_rank)
        found.append(best)
        number, place, name = best.measure
        held[number, place] = held[number, place] | {name}
        left.remove(best.measure)
    return found


def _step(worths: Worths, held: Mapping[tuple[int, str], frozenset[str]], measure: Key) -> CurveStep | None:
    """Return the step of one more measure; None where it needs one that is not there yet."""
    number, place, name = measure
    before = held[number, place]
    return _any(worths, held, measure) if before | {name} in worths.values[number, place] else None


def _any(worths: Worths, held: Mapping[tuple[int, str], frozenset[str]], measure: Key) -> CurveStep:
    number, place, name = measure
    before = held[number, place]
    one, other = (worths.of((number, place), names) for names in (before, before | {name}))
    return CurveStep(measure, other[0] - one[0], other[1] - one[1])


def _rank(step: CurveStep) -> tuple[int, float, Key]:
    if step.cost <= 0:
        return (0, step.cost, step.measure)
    specific = step.specific
    return (2, step.cost, step.measure) if specific is None else (1, specific, step.measure)


def shares(worths: Worths) -> dict[Key, float]:
    """Return the share of each measure in what all abate together: they add up to the whole."""
    found: dict[Key, float] = {}
    for place, full in worths.full.items():
        names = sorted(full)
        for name in names:
            others = [each for each in names if each != name]
            found[(*place, name)] = math.fsum(
                _weight(len(names), len(subset)) * (worths.of(place, subset | {name})[0] - worths.of(place, subset)[0])
                for subset in _subsets(others)
            )
    return found


def _subsets(names: Sequence[str]) -> Iterable[frozenset[str]]:
    return (frozenset(each) for size in range(len(names) + 1) for each in combinations(names, size))


def _weight(count: int, before: int) -> float:
    return math.factorial(before) * math.factorial(count - before - 1) / math.factorial(count)
