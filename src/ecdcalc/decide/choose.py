"""Which measures to choose: the cheapest sets that meet every aim, or how far each can be brought and what stands
in the way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, fits, gap_of_one, limit_of
from ecdcalc.assessment.grades import grades_of
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.decide.curve import CurveStep, Key, Worths, curve, shares
from ecdcalc.decide.plant_sets import ANNUAL, INVESTMENT, LeftOut, PlantSets, SetValue, Wanted, check_names, plant_sets
from ecdcalc.decide.program import OPTIMAL, Aim, Option, Program, Solution
from ecdcalc.decide.question import COST, ENERGY, Question
from ecdcalc.decide.schedule import Schedule, path_of, spread
from ecdcalc.decide.sets import Set, Sets, state_of
from ecdcalc.model.evaluation import POLLUTANTS, Evaluated, evaluate
from ecdcalc.model.plant import CLOSED, Plant, Step
from ecdcalc.numbers.ops import Missing
from ecdcalc.reference.plan import OF_PROCESSES
from ecdcalc.words.errors import InputError, Problem

TARGET, LEVEL, REDUCE = "target", "level", "reduce"
CURVES = ("energy", *POLLUTANTS)


@frozen
class AimOf:
    """An aim in words: what it is of, at which process, in which unit it is measured."""

    id: str
    kind: str
    name: str
    place: str
    unit: str
    need: float
    scale: float
    plant: str = ""


@frozen
class Reach:
    """How far an aim can be brought: as chosen, alone under the budget, and alone without it (above its need: met)."""

    aim: AimOf
    chosen: float
    alone: float | None
    unbounded: float | None

    @property
    def stands(self) -> str:
        """What stands in the way: the budget, the measures that there are, or the other aims."""
        slack = 1e-9 * (abs(self.aim.scale) or 1.0)
        if self.unbounded is None or self.unbounded < self.aim.need - slack:
            return "measures"
        return "budget" if self.alone is None or self.alone < self.aim.need - slack else "other-aims"


@frozen
class Choice:
    """The answer: the sets that were chosen, what they come to, what binds, what else there is."""

    question: Question
    plants: tuple[Plant, ...]
    before: tuple[Assessment, ...]
    after: tuple[Assessment, ...]
    steps: tuple[tuple[int, str, Step], ...]
    solution: Solution
    objective: str
    aims: tuple[AimOf, ...]
    reach: tuple[Reach, ...]
    binding: Mapping[str, float] = field(factory=dict)
    """By how much the cost falls without an aim, of those without which it falls."""
    others: tuple[tuple[Solution, tuple[tuple[int, str, str], ...]], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unknown_cost: tuple[tuple[str, str], ...] = ()
    bounded: tuple[tuple[str, int, int], ...] = ()
    not_evaluated: tuple[Gap, ...] = ()
    curve: tuple[CurveStep, ...] = ()
    schedule: Schedule | None = None
    shares: Mapping[str, Mapping[Key, float]] = field(factory=dict)
    """By output: what each measure reduces, whatever the order."""

    @property
    def met(self) -> bool:
        """Whether every aim is met."""
        return self.solution.status == OPTIMAL


def choose(plant: Plant, question: Question) -> Choice:
    """Choose measures for one plant. Raises `InputError` where what is asked cannot be understood."""
    return choose_among([plant], question)


@frozen
class Need:
    """What the plants of some sectors (of all where none is named) must save together beside what they do already."""

    id: str
    output: str
    amount: float
    sectors: tuple[str, ...] = ()

    def concerns(self, plant: Plant) -> bool:
        """Tell whether a plant counts for it."""
        return not self.sectors or plant.sector.id in self.sectors


def choose_among(
    plants: Sequence[Plant],
    question: Question,
    needs: Sequence[Need] = (),
    wanted: Callable[[Plant], Wanted] | None = None,
) -> Choice:
    """Choose measures over several plants at once: their energy, emissions and costs add up."""
    check_names(plants, question.keep, question.without)
    listed = [
        plant_sets(
            each, question.keep, question.without, hold=question.hold, unpriced=question.unpriced,
            wanted=wanted(each) if wanted else None,
        )
        for each in plants
    ]  # fmt: skip
    aims, brings = _aims(listed, question)
    aims += _needs(listed, needs, brings)
    objective = _objective(listed, question)
    cases = [
        [
            Option(
                " + ".join(chosen.names) or "–",
                _cost(value.annual, value.invested, value.saved, objective),
                value.invested,
                brings.get((number, sets.case.place, index), {}),
            )
            for index, (chosen, value) in enumerate(zip(sets.sets, values, strict=True))
        ]
        for number, one in enumerate(listed)
        for sets, values in zip(one.sets, one.values, strict=True)
    ]
    demands = [Aim(each.id, each.need, each.scale) for each in aims]
    program = Program(cases, demands, question.budget, question.seconds)
    solution = program.solve()
    flat = [(number, sets) for number, one in enumerate(listed) for sets in one.sets]
    others = program.others(question.alternatives, solution, question.share) if question.alternatives else []
    after = _after(listed, solution)
    steps_of_curve = curve(_worths(listed, solution, question.curve, objective))
    return Choice(
        question, tuple(plants), tuple(assess(_bare(each)) for each in plants), after,
        tuple(_steps(flat, solution, question.hold)), solution, objective, tuple(aims),
        tuple(_reach(program, each, solution, question) for each in aims),
        _binding(cases, demands, solution, question),
        tuple((each, tuple(_named(flat, each, question))) for each in others),
        tuple(each for one in listed for each in one.left_out),
        tuple(each for one in listed for each in one.unknown_cost),
        tuple((sets.case.place, sets.most, len(sets.candidates)) for _, sets in flat if sets.most is not None),
        tuple(_not_evaluated(after, question, aims)),
        tuple(steps_of_curve),
        _schedule(flat, cases, demands, steps_of_curve, question),
        {name: shares(_worths(listed, solution, name, objective)) for name in CURVES},
    )  # fmt: skip


def _schedule(
    flat: Sequence[tuple[int, Sets]],
    cases: Sequence[Sequence[Option]],
    aims: Sequence[Aim],
    order: Sequence[CurveStep],
    question: Question,
) -> Schedule | None:
    """Spread the choice over the years that are asked, in the order of the curve; None where none are."""
    if not question.years or question.yearly is None:
        return None
    invested = {
        (number, sets.case.place, step.measure.id): step.costs.net or 0.0
        for number, sets in flat
        for each in sets.sets
        for step in each.steps
    }
    keys = [each.measure for each in order]
    found = spread(keys, invested, question.years, question.yearly)
    listed = [
        ((number, sets.case.place), _named_options(sets, case))
        for (number, sets), case in zip(flat, cases, strict=True)
    ]
    return evolve(found, path=path_of(found, question.years, listed, aims))


def _named_options(sets: Sets, case: Sequence[Option]) -> list[tuple[frozenset[str], Option]]:
    return [(frozenset(each.names), option) for each, option in zip(sets.sets, case, strict=True)]


def _cost(annual: float | None, invested: float, saved: Mapping[str, object], objective: str) -> float:
    if objective == ANNUAL and annual is not None:
        return annual
    if objective == INVESTMENT:
        return invested
    value = saved.get("energy" if objective == ENERGY else "co2", 0.0)
    return 0.0 if isinstance(value, Missing) else -float(value)  # type: ignore[arg-type]


def _objective(listed: Sequence[PlantSets], question: Question) -> str:
    """The yearly cost less the money saved, if it is known of every set; else the investment."""
    if question.least != COST:
        return question.least
    known = all(value.annual is not None for one in listed for values in one.values for value in values)
    return ANNUAL if known else INVESTMENT


Brings = dict[tuple[int, str, int], dict[str, float]]


def _aims(listed: Sequence[PlantSets], question: Question) -> tuple[list[AimOf], Brings]:
    """Return what is asked as aims, and what each set brings to each."""
    aims: dict[str, AimOf] = {}
    brings: Brings = {}
    for output, need in question.reduce.items():
        aims[f"reduce:{output}"] = AimOf(f"reduce:{output}", REDUCE, output, "", "", need, need or 1.0)
    for number, one in enumerate(listed):
        _check_targets(one.plant, question)
        for sets, values in zip(one.sets, one.values, strict=True):
            before = evaluate(sets.case.baseline)
            for index, (chosen, value) in enumerate(zip(sets.sets, values, strict=True)):
                row = brings.setdefault((number, sets.case.place, index), {})
                for output in question.reduce:
                    saved = value.saved.get(output, 0.0)
                    row[f"reduce:{output}"] = 0.0 if isinstance(saved, Missing) else float(saved)
                for aim, margin in _of_set(number, one, sets, chosen, before, question):
                    aims.setdefault(aim.id, aim)
                    row[aim.id] = margin
    return [*aims.values()], brings


def _needs(listed: Sequence[PlantSets], needs: Sequence[Need], brings: Brings) -> list[AimOf]:
    """Return the needs of a region as aims, and add what each set brings beside what the plant does already."""
    for number, one in enumerate(listed):
        for sets, values in zip(one.sets, one.values, strict=True):
            for need in needs if sets.case.kind != CLOSED else ():
                if not need.concerns(one.plant):
                    continue
                first = values[0].saved.get(need.output, 0.0)
                for index, value in enumerate(values):
                    more = value.saved.get(need.output, 0.0) - first
                    if not isinstance(more, Missing):
                        brings.setdefault((number, sets.case.place, index), {})[need.id] = float(more)
    return [AimOf(each.id, REDUCE, each.output, "", "", each.amount, each.amount or 1.0) for each in needs]


def _check_targets(plant: Plant, question: Question) -> None:
    known = {} if plant.plan is None else {each.id: each for each in plant.plan.target}
    problems = []
    if question.targets and plant.plan is None:
        problems.append(Problem("plan", "required", {"example": '"yuncheng-14fyp"'}))
    for each in question.targets:
        if plant.plan is not None and each not in known:
            problems.append(Problem("--target", "target-unknown", {"found": each, "plan": plant.plan.id}))
    if problems:
        raise InputError(problems)


def _of_set(
    number: int, one: PlantSets, sets: Sets, chosen: Set, before: Mapping[str, object], question: Question
) -> Iterator[tuple[AimOf, float]]:
    """Yield the targets and levels that one set is held against, and by how much it more than meets each."""
    plant, case = one.plant, evolve(sets.case, reporting=chosen.state)
    states = Evaluated(before, (), state_of(chosen.outputs, chosen.state))  # type: ignore[arg-type]
    for target in plant.plan.target if plant.plan else ():
        if target.id not in question.targets or target.process != case.key or not fits(target, sets.case):
            continue
        limit = limit_of(target, plant)
        if limit is None or target.output in OF_PROCESSES[2:] or case.kind == CLOSED:
            continue
        gap = gap_of_one(target, case, states, limit)
        if gap.gap is None:
            continue
        id = f"{target.id}:{number}:{case.place}"
        size = abs(limit.value) or 1.0
        aim = AimOf(id, TARGET, target.id, case.place, limit.unit.text, 0.0, size, plant.name)
        yield aim, -gap.gap
    if question.level is None or case.kind == CLOSED:
        return
    for grade in grades_of(case, states, plant):
        bound, value = grade.levels["reporting"][question.level - 1], grade.values["reporting"]
        if bound is None or isinstance(bound, Missing) or isinstance(value, Missing):
            continue
        id = f"level:{number}:{case.place}:{grade.limit.id}"
        size = abs(bound) or 1.0
        aim = AimOf(id, LEVEL, grade.limit.id, case.place, grade.limit.unit.text, 0.0, size, plant.name)
        yield aim, bound - value


def _worths(listed: Sequence[PlantSets], solution: Solution, output: str, objective: str) -> Worths:
    """Return what the subsets of the choice are worth; their cost is that of the choice, else the investment."""

    def cost(value: SetValue) -> float:
        return value.annual if objective == ANNUAL and value.annual is not None else value.invested

    return Worths(listed, solution.chosen, output, cost)


def _bare(plant: Plant) -> Plant:
    """Return the plant before any measure."""
    cases = (evolve(each, steps=(), reporting=each.baseline, overrides={}) for each in plant.cases)
    return evolve(plant, cases=tuple(cases))


def _after(listed: Sequence[PlantSets], solution: Solution) -> tuple[Assessment, ...]:
    """Assess the plants with the sets that were chosen, as any plant file is assessed."""
    numbers = iter(solution.chosen)
    found = []
    for one in listed:
        cases = []
        for sets in one.sets:
            chosen = sets.sets[next(numbers)]
            cases.append(evolve(sets.case, steps=chosen.steps, reporting=chosen.state))
        found.append(assess(evolve(one.plant, cases=tuple(cases))))
    return tuple(found)


def _not_evaluated(after: Sequence[Assessment], question: Question, aims: Sequence[AimOf]) -> Iterator[Gap]:
    """Yield the targets that were asked for and that no set of measures here is held against, with the reason."""
    held = {each.name for each in aims if each.kind == TARGET}
    for id in question.targets:
        gaps = [gap for result in after for gap in result.gaps if gap.target.id == id]
        if id in held or not gaps:
            continue
        known = [gap for gap in gaps if gap.gap is not None]
        yield evolve(known[0], status=NOT_EVALUATED, reason="choose-no-aim") if known else gaps[0]


def _named(flat: Sequence[tuple[int, Sets]], solution: Solution, question: Question) -> Iterator[tuple[int, str, str]]:
    return ((number, place, step.measure.id) for number, place, step in _steps(flat, solution, question.hold))


def _steps(flat: Sequence[tuple[int, Sets]], solution: Solution, held: bool) -> Iterator[tuple[int, str, Step]]:
    for (number, sets), index in zip(flat, solution.chosen, strict=True):
        for step in sets.sets[index].steps[len(sets.case.steps) if held else 0 :]:
            yield number, sets.case.place, step


def _reach(program: Program, aim: AimOf, solution: Solution, question: Question) -> Reach:
    """Return how far an aim comes; what it could come to alone is asked only where it falls short."""
    chosen = solution.brings[aim.id]
    if solution.short.get(aim.id, 0.0) <= 0:
        return Reach(aim, chosen, None, None)
    one = Aim(aim.id, aim.need, aim.scale)
    without = program.reach(one, None)
    return Reach(aim, chosen, without if question.budget is None else program.reach(one, question.budget), without)


def _binding(
    cases: Sequence[Sequence[Option]], aims: Sequence[Aim], solution: Solution, question: Question
) -> dict[str, float]:
    """Return what the cost would fall by without each aim, or without the budget, where it would fall."""
    found: dict[str, float] = {}
    if solution.status != OPTIMAL:
        return found
    trials = {each.id: ([other for other in aims if other.id != each.id], question.budget) for each in aims}
    if question.budget is not None:
        trials["budget"] = ([*aims], None)
    for id, (rest, budget) in trials.items():
        other = Program(cases, rest, budget, question.seconds).solve()
        fall = solution.cost - other.cost
        if other.status == OPTIMAL and fall > 1e-9 * max(abs(solution.cost), 1.0):
            found[id] = fall
    return found


def total_investment(choice: Choice) -> float:
    """Return what the chosen measures invest."""
    return math.fsum(step.costs.net or 0.0 for *_, step in choice.steps)
