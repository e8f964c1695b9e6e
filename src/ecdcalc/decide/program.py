"""One option for each process, aims on their sums, a budget: the cheapest choice by a mixed-integer program (HiGHS).

Every aim is "the sum of what the options bring is at least the need". Where the aims cannot all be met the program is
solved again with a shortfall for each, in parts of its scale: first the least total shortfall, then the least cost
that reaches it. What a single aim can reach, and what it could without the budget, is a program of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from ecdcalc.decide.solver import SLACK, Row, Task, solved_of

OPTIMAL, SHORT = "optimal", "short"
_SECONDS = 60.0


@frozen
class Option:
    """One set of measures of one process: its cost, what it takes of the budget, what it brings to each aim."""

    id: str
    cost: float
    spend: float
    brings: Mapping[str, float]
    below: Mapping[str, float] = field(factory=dict)
    """What it adds to what an aim is divided by, of aims that are quotients."""


@frozen
class Aim:
    """A need that the options must bring together; `scale` is what a shortfall is measured by."""

    id: str
    need: float
    scale: float = 1.0

    @property
    def size(self) -> float:
        """The scale, never nothing."""
        return abs(self.scale) or 1.0


@frozen
class Solution:
    """The option of each process, and what it comes to. `gap` is what is left between it and the proven bound."""

    status: str
    chosen: tuple[int, ...]
    cost: float
    spend: float
    brings: Mapping[str, float]
    short: Mapping[str, float] = field(factory=dict)
    gap: float = 0.0
    below: Mapping[str, float] = field(factory=dict)

    def reached(self, aim: str) -> float:
        """Return what is brought to an aim, divided where it is a quotient."""
        return self.brings[aim] / self.below.get(aim, 1.0)

    def lacks(self, aim: str) -> float:
        """Return what an aim falls short by, divided likewise."""
        return self.short.get(aim, 0.0) / self.below.get(aim, 1.0)


def undominated(options: Sequence[Option], allowed: Sequence[int] | None = None) -> list[int]:
    """Return the numbers of the options that no other beats in cost, spending and every aim; of equals the first.

    `allowed` are those that may be taken; all where it is None.
    """
    kept: list[int] = []
    numbers = range(len(options)) if allowed is None else allowed
    order = sorted(numbers, key=lambda number: (options[number].cost, options[number].spend, number))
    for number in order:
        if not any(_beats(options[other], options[number]) for other in kept):
            kept.append(number)
    return sorted(kept)


def _beats(one: Option, other: Option) -> bool:
    return (
        one.cost <= other.cost
        and one.spend <= other.spend
        and all(one.brings.get(aim, 0.0) >= value for aim, value in other.brings.items())
        and all(value >= other.brings.get(aim, 0.0) for aim, value in one.brings.items())
    )


def brute_force(cases: Sequence[Sequence[Option]], aims: Sequence[Aim], budget: float | None) -> Solution | None:
    """Return the cheapest choice that meets all aims by trying every one; None where none does. For small programs."""
    best: Solution | None = None
    for chosen in _every([len(case) for case in cases]):
        found = made(cases, chosen, aims)
        if any(each > 0 for each in found.short.values()) or not within(found.spend, budget):
            continue
        if best is None or found.cost < best.cost:
            best = found
    return best


def _every(counts: Sequence[int]) -> Iterable[tuple[int, ...]]:
    from itertools import product

    return product(*(range(count) for count in counts))


def within(spend: float, budget: float | None) -> bool:
    """Tell whether a budget holds, within rounding."""
    return budget is None or spend <= budget + SLACK * max(abs(budget), 1.0)


def made(
    cases: Sequence[Sequence[Option]],
    chosen: Sequence[int],
    aims: Sequence[Aim],
    status: str = OPTIMAL,
    gap: float = 0.0,
) -> Solution:
    """Return what a choice comes to, added up exactly."""
    options = [case[number] for case, number in zip(cases, chosen, strict=True)]
    brings = {aim.id: math.fsum(each.brings.get(aim.id, 0.0) for each in options) for aim in aims}
    short = {aim.id: max(aim.need - brings[aim.id], 0.0) for aim in aims}
    short = {aim.id: 0.0 if short[aim.id] <= SLACK * aim.size else short[aim.id] for aim in aims}
    cost, spend = (math.fsum(getattr(each, name) for each in options) for name in ("cost", "spend"))
    quotients = {id for each in options for id in each.below}
    below = {id: math.fsum(each.below.get(id, 0.0) for each in options) for id in quotients}
    return Solution(status, tuple(chosen), cost, spend, brings, short, gap, below)


Place = tuple[int, int]
"""A process and one of its options."""


class Program:
    """A yes/no for each option; a row for each process, each aim and the budget.

    `allowed` are the options of each process that may be taken; all where it is None.
    """

    def __init__(
        self,
        cases: Sequence[Sequence[Option]],
        aims: Sequence[Aim],
        budget: float | None,
        seconds: float = _SECONDS,
        gap: float = 0.0,
        allowed: Sequence[Sequence[int]] | None = None,
    ) -> None:
        self.cases, self.aims, self.budget = cases, aims, budget
        self.seconds, self.gap = seconds, gap
        self.allowed = [[*range(len(case))] for case in cases] if allowed is None else allowed
        self.kept = [undominated(case, numbers) for case, numbers in zip(cases, self.allowed, strict=True)]
        self.cuts: list[tuple[int, ...]] = []

    def solve(self) -> Solution:
        """Return the cheapest choice; where it cannot meet all aims, the cheapest of those that come nearest."""
        found = self._run(self._costs(), hard=True)
        if found is not None:
            return found
        least = self._run(self._no_costs(), hard=False)
        if least is None:  # not even the budget can be kept
            cheapest = tuple(
                min(kept, key=lambda number: case[number].spend)
                for case, kept in zip(self.cases, self.kept, strict=True)
            )
            return made(self.cases, cheapest, self.aims, SHORT)
        return self._run(self._costs(), hard=False, most=shortfall(least, self.aims)) or least

    def others(self, count: int, first: Solution, within_share: float) -> list[Solution]:
        """Return other choices that meet what the first meets, within a share of its cost, the cheapest first."""
        found: list[Solution] = []
        total = shortfall(first, self.aims)
        limit = first.cost + abs(first.cost) * within_share
        self.cuts = [first.chosen]
        while len(found) < count:
            hard = first.status == OPTIMAL
            other = self._run(self._costs(), hard=hard, most=None if hard else total)
            if other is None or other.cost > limit + SLACK * max(abs(limit), 1.0):
                break
            found.append(other)
            self.cuts.append(other.chosen)
        self.cuts = []
        return found

    def reach(self, aim: Aim, budget: float | None, beside: Sequence[Aim] = ()) -> float | None:
        """Return the most that one aim can be brought to under a budget while those beside it are met.

        None where the budget, or what is beside it, cannot be kept.
        """
        alone = Program(self.cases, beside, budget, self.seconds, self.gap, self.allowed)
        alone.kept = [[*numbers] for numbers in self.allowed]
        worst = [[-option.brings.get(aim.id, 0.0) / aim.size for option in case] for case in self.cases]
        found = alone._run(worst, hard=True)
        return None if found is None else made(self.cases, found.chosen, [aim]).reached(aim.id)

    def _costs(self) -> list[list[float]]:
        return [[option.cost for option in case] for case in self.cases]

    def _no_costs(self) -> list[list[float]]:
        return [[0.0 for _ in case] for case in self.cases]

    def _run(self, costs: Sequence[Sequence[float]], *, hard: bool, most: float | None = None) -> Solution | None:
        """Solve with the aims as they are, or with shortfalls: those are the objective, or are at most `most`."""
        every = [(case, number) for case, kept in enumerate(self.kept) for number in kept]
        size = max((abs(costs[case][number]) for case, number in every), default=0.0) or 1.0

        def task(places: Sequence[Place]) -> Task:
            return self._task([costs[case][number] / size for case, number in places], places, hard=hard, most=most)

        answer = solved_of(every, len(self.cases), task, self.seconds, self.gap)
        if answer is None:
            return None
        places, found = answer
        return made(
            self.cases, taken(found.values, places, len(self.cases)), self.aims, OPTIMAL if hard else SHORT, found.gap
        )

    def _task(self, prices: Sequence[float], places: Sequence[Place], *, hard: bool, most: float | None) -> Task:
        shorts = [] if hard else [1.0 if most is None else 0.0] * len(self.aims)
        rows = [*self._one_each(places), *self._aims(places, soft=not hard), *self._spend(places), *self._cut(places)]
        if not hard and most is not None:
            rows.append(Row([(len(places) + n, 1.0) for n in range(len(self.aims))], high=most + SLACK))
        return Task([*prices, *shorts], rows, len(places))

    def _one_each(self, places: Sequence[Place]) -> list[Row]:
        rows: list[list[tuple[int, float]]] = [[] for _ in self.cases]
        for column, (case, _) in enumerate(places):
            rows[case].append((column, 1.0))
        return [Row(row, 1.0, 1.0) for row in rows]

    def _aims(self, places: Sequence[Place], *, soft: bool) -> list[Row]:
        rows = []
        for number, aim in enumerate(self.aims):
            terms = [
                (column, self.cases[case][option].brings.get(aim.id, 0.0) / aim.size)
                for column, (case, option) in enumerate(places)
            ]
            terms = [(column, value) for column, value in terms if value]
            if soft:
                terms.append((len(places) + number, 1.0))
            rows.append(Row(terms, low=aim.need / aim.size - SLACK))
        return rows

    def _spend(self, places: Sequence[Place]) -> list[Row]:
        if self.budget is None:
            return []
        size = max(abs(self.budget), 1.0)
        terms = [(column, self.cases[case][option].spend / size) for column, (case, option) in enumerate(places)]
        return [Row([each for each in terms if each[1]], high=self.budget / size + SLACK)]

    def _cut(self, places: Sequence[Place]) -> list[Row]:
        """Forbid choices that were found already, as far as their options are among the columns."""
        columns = {place: column for column, place in enumerate(places)}
        rows = []
        for cut in self.cuts:
            terms = [(columns[place], 1.0) for place in enumerate(cut) if place in columns]
            rows += [Row(terms, high=len(cut) - 1.0)] if len(terms) == len(cut) else []
        return rows


def shortfall(found: Solution, aims: Sequence[Aim]) -> float:
    """Return what all aims fall short by, in parts of their scales."""
    return math.fsum(found.short.get(aim.id, 0.0) / aim.size for aim in aims)


def taken(values: Sequence[float], places: Sequence[Place], cases: int) -> tuple[int, ...]:
    """Return the option of each process that the columns say yes to."""
    best: list[tuple[float, int]] = [(-1.0, -1)] * cases
    for column, (case, number) in enumerate(places):
        best[case] = max(best[case], (values[column], number))
    return tuple(number for _, number in best)
