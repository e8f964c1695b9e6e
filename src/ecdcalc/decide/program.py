"""One option for each process, aims on their sums, a budget: the cheapest choice by a mixed-integer program (HiGHS).

Every aim is "the sum of what the options bring is at least the need". Where the aims cannot all be met the program is
solved again with a shortfall for each, in parts of its scale: first the least total shortfall, then the least cost
that reaches it. What a single aim can reach, and what it could without the budget, is a program of its own.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import field, frozen

from ecdcalc.words.errors import InputError, Problem

OPTIMAL, SHORT = "optimal", "short"
_TOLERANCE = 1e-9
_SECONDS = 60.0


@frozen
class Option:
    """One set of measures of one process: its cost, what it takes of the budget, what it brings to each aim."""

    id: str
    cost: float
    spend: float
    brings: Mapping[str, float]


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


def undominated(options: Sequence[Option]) -> list[int]:
    """Return the numbers of the options that no other beats in cost, spending and every aim; of equals the first."""
    kept: list[int] = []
    order = sorted(range(len(options)), key=lambda number: (options[number].cost, options[number].spend, number))
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
    return budget is None or spend <= budget + _TOLERANCE * max(abs(budget), 1.0)


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
    short = {aim.id: 0.0 if short[aim.id] <= _TOLERANCE * aim.size else short[aim.id] for aim in aims}
    cost, spend = (math.fsum(getattr(each, name) for each in options) for name in ("cost", "spend"))
    return Solution(status, tuple(chosen), cost, spend, brings, short, gap)


class Program:
    """The program in HiGHS: a yes/no for each option, a row for each process, each aim and the budget."""

    def __init__(
        self,
        cases: Sequence[Sequence[Option]],
        aims: Sequence[Aim],
        budget: float | None,
        seconds: float = _SECONDS,
        gap: float = 0.0,
    ) -> None:
        self.cases, self.aims, self.budget = cases, aims, budget
        self.seconds, self.gap = seconds, gap
        self.kept = [undominated(case) for case in cases]
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
        total = math.fsum(least.short[aim.id] / aim.size for aim in self.aims)
        return self._run(self._costs(), hard=False, most=total) or least

    def others(self, count: int, first: Solution, within_share: float) -> list[Solution]:
        """Return other choices that meet what the first meets, within a share of its cost, the cheapest first."""
        found: list[Solution] = []
        total = math.fsum(first.short.get(aim.id, 0.0) / aim.size for aim in self.aims)
        limit = first.cost + abs(first.cost) * within_share
        self.cuts = [first.chosen]
        while len(found) < count:
            hard = first.status == OPTIMAL
            other = self._run(self._costs(), hard=hard, most=None if hard else total)
            if other is None or other.cost > limit + _TOLERANCE * max(abs(limit), 1.0):
                break
            found.append(other)
            self.cuts.append(other.chosen)
        self.cuts = []
        return found

    def reach(self, aim: Aim, budget: float | None) -> float | None:
        """Return the most that one aim can be brought to under a budget; None where the budget cannot be kept."""
        alone = Program(self.cases, [aim], budget, self.seconds, self.gap)
        alone.kept = [range_of(case) for case in self.cases]
        worst = [[-option.brings.get(aim.id, 0.0) / aim.size for option in case] for case in self.cases]
        found = alone._run(worst, hard=False)
        return None if found is None else found.brings[aim.id]

    def _costs(self) -> list[list[float]]:
        return [[option.cost for option in case] for case in self.cases]

    def _no_costs(self) -> list[list[float]]:
        return [[0.0 for _ in case] for case in self.cases]

    def _run(self, costs: Sequence[Sequence[float]], *, hard: bool, most: float | None = None) -> Solution | None:
        """Solve with the aims as they are, or with shortfalls: those are the objective, or are at most `most`."""
        import numpy

        highs = _highs(self.seconds, self.gap)
        infinity = _infinity()
        places = [(case, number) for case, kept in enumerate(self.kept) for number in kept]
        size = max((abs(costs[case][number]) for case, number in places), default=0.0) or 1.0
        prices = [costs[case][number] / size for case, number in places]
        soft = not hard
        shortfall = 1.0 if soft and most is None else 0.0
        columns = len(places) + (len(self.aims) if soft else 0)
        cost = numpy.array([*prices, *([shortfall] * (columns - len(places)))])
        upper = numpy.array([1.0] * len(places) + [infinity] * (columns - len(places)))
        rows = [*self._one_each(places), *self._aims(places, soft), *self._spend(places), *self._cut(places)]
        if soft and most is not None:
            rows.append((-infinity, most + _TOLERANCE, [(len(places) + n, 1.0) for n in range(len(self.aims))]))
        _fill(highs, cost, upper, rows, len(places))
        highs.run()
        chosen = _chosen(highs, places, len(self.cases))
        if chosen is None:
            return None
        left = float(highs.getInfo().mip_gap)
        return made(self.cases, chosen, self.aims, OPTIMAL if hard else SHORT, left if math.isfinite(left) else 0.0)

    def _one_each(self, places: Sequence[tuple[int, int]]) -> list[Any]:
        rows: list[list[tuple[int, float]]] = [[] for _ in self.cases]
        for column, (case, _) in enumerate(places):
            rows[case].append((column, 1.0))
        return [(1.0, 1.0, row) for row in rows]

    def _aims(self, places: Sequence[tuple[int, int]], soft: bool) -> list[Any]:
        rows = []
        for number, aim in enumerate(self.aims):
            terms = [
                (column, self.cases[case][option].brings.get(aim.id, 0.0) / aim.size)
                for column, (case, option) in enumerate(places)
            ]
            terms = [(column, value) for column, value in terms if value]
            if soft:
                terms.append((len(places) + number, 1.0))
            rows.append((aim.need / aim.size - _TOLERANCE, _infinity(), terms))
        return rows

    def _spend(self, places: Sequence[tuple[int, int]]) -> list[Any]:
        if self.budget is None:
            return []
        size = max(abs(self.budget), 1.0)
        terms = [(column, self.cases[case][option].spend / size) for column, (case, option) in enumerate(places)]
        return [(-_infinity(), self.budget / size + _TOLERANCE, [each for each in terms if each[1]])]

    def _cut(self, places: Sequence[tuple[int, int]]) -> list[Any]:
        """Forbid choices that were found already."""
        columns = {place: column for column, place in enumerate(places)}
        return [
            (-_infinity(), len(cut) - 1.0, [(columns[case, number], 1.0) for case, number in enumerate(cut)])
            for cut in self.cuts
        ]


def range_of(case: Sequence[Option]) -> list[int]:
    """Return the numbers of all options."""
    return [*range(len(case))]


def _infinity() -> float:
    import highspy

    return float(highspy.kHighsInf)


def _highs(seconds: float, gap: float) -> Any:
    """Return a solver that is silent. Raises `InputError` where the package is not there."""
    try:
        import highspy
    except ImportError:
        raise InputError([Problem("", "decide-extra", {})]) from None
    with _without_banner():
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for option, value in (
        ("time_limit", seconds), ("mip_rel_gap", gap), ("mip_abs_gap", 1e-10), ("mip_feasibility_tolerance", 1e-9),
        ("primal_feasibility_tolerance", 1e-9), ("threads", 2), ("random_seed", 1),
    ):  # fmt: skip
        highs.setOptionValue(option, value)
    return highs


@contextmanager
def _without_banner() -> Iterator[None]:
    """Keep what the solver prints when it is made away from the standard output: that is for results."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _fill(highs: Any, cost: Any, upper: Any, rows: Sequence[Any], whole: int) -> None:
    import highspy
    import numpy

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cost), len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = cost, numpy.zeros(len(cost)), upper
    model.row_lower_ = numpy.array([row[0] for row in rows])
    model.row_upper_ = numpy.array([row[1] for row in rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.cumsum([0, *(len(row[2]) for row in rows)]).astype(numpy.int32)
    model.a_matrix_.index_ = numpy.array([column for row in rows for column, _ in row[2]], dtype=numpy.int32)
    model.a_matrix_.value_ = numpy.array([value for row in rows for _, value in row[2]], dtype=float)
    integer, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    model.integrality_ = [integer] * whole + [real] * (len(cost) - whole)
    highs.passModel(model)


def _chosen(highs: Any, places: Sequence[tuple[int, int]], cases: int) -> tuple[int, ...] | None:
    import highspy

    status = highs.getModelStatus()
    done = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit)
    if status not in done or highs.getInfo().primal_solution_status != 2:
        return None
    values = highs.getSolution().col_value
    best: list[tuple[float, int]] = [(-1.0, -1)] * cases
    for column, (case, number) in enumerate(places):
        best[case] = max(best[case], (values[column], number))
    return tuple(number for _, number in best)
