"""How far each aim comes, and what stands in the way: measures, the budget, or which other demands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from ecdcalc.decide.aims import AimOf, moved_by
from ecdcalc.decide.plant_sets import LeftOut
from ecdcalc.decide.program import OPTIMAL, Aim, Program, Solution

MEASURES, BUDGET, YEARLY, OTHERS = "measures", "budget", "yearly-budget", "other-aims"


@frozen
class Reach:
    """How far an aim can be brought: as chosen, alone under the budget, and alone without it (above its need: met)."""

    aim: AimOf
    chosen: float
    alone: float | None
    unbounded: float | None
    beside: tuple[str, ...] = ()
    """The other demands with which, one by one, it cannot be met."""
    left_out: tuple[tuple[int, LeftOut], ...] = ()
    """Measures that were not considered and would bring it nearer."""
    yearly: bool = False
    """Whether it is met by the choice that the budgets of the years cannot pay."""

    @property
    def stands(self) -> str:
        """What stands in the way: the budget, the measures that there are, or the other aims."""
        slack = 1e-9 * (abs(self.aim.scale) or 1.0)
        if self.unbounded is None or self.unbounded < self.aim.need - slack:
            return MEASURES
        if self.alone is None or self.alone < self.aim.need - slack:
            return BUDGET
        return YEARLY if self.yearly else OTHERS


def reach_of(
    program: Program,
    aim: AimOf,
    aims: Sequence[Aim],
    solution: Solution,
    left_out: Sequence[tuple[int, LeftOut]],
    first: Solution | None = None,
) -> Reach:
    """Return how far an aim comes; what it could come to alone is asked only where it falls short.

    `first` is the choice before the years had to pay it, where they had to.
    """
    chosen = solution.reached(aim.id)
    if solution.short.get(aim.id, 0.0) <= 0:
        return Reach(aim, chosen, None, None)
    one = next(each for each in aims if each.id == aim.id)
    without = program.reach(one, None)
    alone = without if program.budget is None else program.reach(one, program.budget)
    yearly = first is not None and first.short.get(aim.id, 0.0) <= 0
    found = Reach(aim, chosen, alone, without, yearly=yearly)
    if found.stands == YEARLY:
        return found
    if found.stands != OTHERS:
        helping = tuple(each for each in left_out if moved_by(aim, each[0], each[1].place, each[1].changes))
        return Reach(aim, chosen, alone, without, left_out=helping if found.stands == MEASURES else ())
    others = (each for each in aims if each.id != aim.id)
    blocking = tuple(each.id for each in others if _blocks(program, one, each))
    return Reach(aim, chosen, alone, without, blocking)


def _blocks(program: Program, aim: Aim, other: Aim) -> bool:
    """Tell whether an aim cannot be met while another is; one that cannot be met at all blocks nothing by itself."""
    most = program.reach(other, program.budget)
    if most is None or most < other.need - 1e-9 * other.size:
        return False
    found = program.reach(aim, program.budget, [other])
    return found is None or found < aim.need - 1e-9 * aim.size


def binding(
    solve: Callable[[Sequence[Aim], float | None], Solution],
    aims: Sequence[Aim],
    solution: Solution,
    budget: float | None,
    yearless: Solution | None = None,
) -> dict[str, float]:
    """Return what the cost would fall by without each aim, the budget, the budgets of the years, where it would fall.

    `solve` makes the choice for some of the aims under a budget; `yearless` is that before the years had to pay it.
    """
    found: dict[str, float] = {}
    if solution.status != OPTIMAL:
        return found
    others = {each.id: solve([other for other in aims if other.id != each.id], budget) for each in aims}
    if budget is not None:
        others[BUDGET] = solve(aims, None)
    if yearless is not None:
        others[YEARLY] = yearless
    for id, other in others.items():
        fall = solution.cost - other.cost
        if other.status == OPTIMAL and fall > 1e-9 * max(abs(solution.cost), 1.0):
            found[id] = fall
    return found
