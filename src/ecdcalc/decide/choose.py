"""Which measures to choose: the cheapest sets that meet every aim, or how far each can be brought and what stands
in the way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap
from ecdcalc.assessment.money.published import CostFound
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.decide.aims import TARGET, AimOf, Asked, Brings, Need
from ecdcalc.decide.curve import CurveStep, Key, Worths, curve, shares
from ecdcalc.decide.plant_sets import ANNUAL, INVESTMENT, LeftOut, PlantSets, SetValue, Wanted, check_names, plant_sets
from ecdcalc.decide.program import OPTIMAL, Aim, Option, Program, Solution
from ecdcalc.decide.question import COST, ENERGY, Confidence, Question
from ecdcalc.decide.reach import Reach, binding, reach_of
from ecdcalc.decide.schedule import Group, Schedule, Years
from ecdcalc.decide.sets import Sets
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import Plant, Step
from ecdcalc.model.region import Member
from ecdcalc.numbers.ops import Missing
from ecdcalc.words.errors import InputError, Problem

if TYPE_CHECKING:
    from ecdcalc.decide.confidence import Verified

CURVES = ("energy", *POLLUTANTS)


@frozen
class Bound:
    """A process with more sets than are listed: how many measures at once were tried, of how many."""

    plant: int
    place: str
    most: int
    measures: int


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
    others: tuple[tuple[Solution, tuple[Key, ...]], ...] = ()
    left_out: tuple[tuple[int, LeftOut], ...] = ()
    unknown_cost: tuple[Key, ...] = ()
    """The chosen measures whose cost nobody knows: counted as nothing."""
    costs: Mapping[Key, CostFound] = field(factory=dict)
    bounded: tuple[Bound, ...] = ()
    bound_left: float | None = None
    """Where sets were not listed: what the cost could fall by at most, if measures only take from each other."""
    not_evaluated: tuple[Gap, ...] = ()
    curve: tuple[CurveStep, ...] = ()
    schedule: Schedule | None = None
    shares: Mapping[str, Mapping[Key, float]] = field(factory=dict)
    """By output: what each measure reduces, whatever the order."""
    unpriced: tuple[str, ...] = ()
    """The prices that lack for what measures change: for want of them the choice goes by the investment."""
    members: tuple[Member, ...] = ()
    """The plants as members of their region, where it was one that was asked."""
    verified: Verified | None = None
    """How likely the choice reaches what is asked, where draws were asked for."""

    @property
    def met(self) -> bool:
        """Whether every aim is met."""
        return self.solution.status == OPTIMAL


def choose(plant: Plant, question: Question) -> Choice:
    """Choose measures for one plant. Raises `InputError` where what is asked cannot be understood.

    Energy counts on the calorific basis, as limits and targets do.
    """
    return choose_among([plant.on("calorific")], question)


def choose_among(
    plants: Sequence[Plant],
    question: Question,
    needs: Sequence[Need] = (),
    wanted: Callable[[Plant], Wanted] | None = None,
    counties: Sequence[str] | None = None,
    pooled: Sequence[str] = (),
) -> Choice:
    """Choose measures over several plants at once: their energy, emissions and costs add up.

    `counties` are those of the plants, `pooled` the targets that are one sum over all plants.
    """
    check_names(plants, question.keep, question.without)
    for each in plants:
        _check_targets(each, question)
    listed = [
        plant_sets(
            each, question.keep, question.without, hold=question.hold, unpriced=question.unpriced,
            wanted=wanted(each) if wanted else None,
        )
        for each in plants
    ]  # fmt: skip

    def ask(sets: Sequence[PlantSets]) -> Asked:
        asked = Asked(sets, question, pooled)
        asked.need(needs, counties if counties is not None else [""] * len(plants))
        return asked

    return _Choosing(listed, question, ask).choice()


class _Choosing:
    """One choice in the making: the sets of the plants, what is asked of them, and the program of it."""

    def __init__(
        self, listed: Sequence[PlantSets], question: Question, ask: Callable[[Sequence[PlantSets]], Asked]
    ) -> None:
        self.listed, self.question, self.ask = listed, question, ask
        self.asked = asked = ask(listed)
        self.aims = [*asked.aims.values()]
        self.objective = _objective(listed, question)
        self.flat = [(number, sets) for number, one in enumerate(listed) for sets in one.sets]
        self.allowed = [sets.allowed for _, sets in self.flat]
        self._ask(asked.brings, {each.id: each.need for each in self.aims})
        if question.confidence is not None and question.confidence.share is not None:
            self._hedge(question.confidence)

    def _ask(self, brings: Brings, needs: Mapping[str, float]) -> None:
        """Make the program of what the sets bring and what is needed."""
        values = [each for one in self.listed for each in one.values]
        self.cases = [
            [
                Option(
                    " + ".join(chosen.names) or "–",
                    _cost(value.annual, value.invested, value.saved, self.objective),
                    value.invested,
                    brings.get((number, sets.case.place, index), {}),
                    self.asked.below.get((number, sets.case.place, index), {}),
                )
                for index, (chosen, value) in enumerate(zip(sets.sets, row, strict=True))
            ]
            for (number, sets), row in zip(self.flat, values, strict=True)
        ]
        self.demands = [Aim(each.id, needs[each.id], each.scale) for each in self.aims]
        budget, seconds = self.question.budget, self.question.seconds
        self.program = Program(self.cases, self.demands, budget, seconds, allowed=self.allowed)

    def _hedge(self, wanted: Confidence) -> None:
        """Ask so much that the wanted share of the trials reaches it."""
        from ecdcalc.decide.confidence import hedged

        def solve(brings: Brings, needs: Mapping[str, float]) -> Solution:
            self._ask(brings, needs)
            return self._over_years(self.program.solve())[0]

        self._ask(*hedged(self.listed, self.asked, self.ask, solve, wanted))

    def _chance(self, choice: Choice) -> Choice:
        """Return the choice with what random draws say of it."""
        wanted = self.question.confidence
        if wanted is None:
            return choice
        from ecdcalc.decide.chance import with_chance
        from ecdcalc.decide.confidence import verified

        found = verified(self.listed, choice.solution.chosen, self.asked, self.ask, wanted)
        after = choice.after
        if len(after) == 1:
            after = (with_chance(after[0], wanted.draws, wanted.seed),)
        return evolve(choice, verified=found, after=after)

    def choice(self) -> Choice:
        """Solve it, and say all that there is to say of the answer."""
        question, listed = self.question, self.listed
        first = self.program.solve()
        solution, schedule = self._over_years(first)
        after = _after(listed, solution, schedule)
        left_out = [(number, each) for number, one in enumerate(listed) for each in one.left_out]
        starts = schedule.starts if schedule else {}
        steps = tuple(
            (number, place, _started(step, starts.get((number, place, step.measure.id))))
            for number, place, step in _steps(self.flat, solution, question.hold)
        )
        chosen = {(number, place, step.measure.id) for number, place, step in steps}
        unknown = [(n, *each) for n, one in enumerate(listed) for each in one.unknown_cost]
        found = Choice(
            question,
            tuple(each.plant for each in listed),
            tuple(assess(_bare(each.plant)) for each in listed),
            after,
            steps,
            solution,
            self.objective,
            tuple(self.aims),
            tuple(
                reach_of(self.program, each, self.demands, solution, left_out, first if schedule else None)
                for each in self.aims
            ),
            binding(self._solved, self.demands, solution, question.budget, first if schedule else None),
            tuple((each, self._named(each)) for each in self._others(solution)),
            tuple(left_out),
            tuple(each for each in unknown if each in chosen),
            {(n, *key): cost for n, one in enumerate(listed) for key, cost in one.costs.items()},
            tuple(
                Bound(number, sets.case.place, sets.most, len(sets.candidates))
                for number, sets in self.flat
                if sets.most is not None
            ),
            self._bound_left(solution),
            tuple(_not_evaluated(after, question, self.aims)),
            tuple(curve(self._worths(solution, question.curve))),
            schedule,
            {name: shares(self._worths(solution, name)) for name in CURVES},
            tuple(sorted({name for one in listed for row in one.values for value in row for name in value.unpriced})),
        )
        return self._chance(found)

    def _over_years(self, first: Solution) -> tuple[Solution, Schedule | None]:
        """Return the choice; where years are asked, one that they can pay, with its start years."""
        if not self.question.years:
            return first, None
        return self._spread(first, self.demands, self.question.budget)

    def _spread(self, first: Solution, demands: Sequence[Aim], budget: float | None) -> tuple[Solution, Schedule]:
        return self._years(demands, budget).spread(first, by_cost=self.objective != INVESTMENT)

    def _years(self, demands: Sequence[Aim], budget: float | None) -> Years:
        question = self.question
        return Years(
            [_group(number, sets) for number, sets in self.flat], self.cases, demands, question.years,
            question.yearly or 0.0, budget, question.seconds,
        )  # fmt: skip

    def _solved(self, demands: Sequence[Aim], budget: float | None) -> Solution:
        """Return the choice for other demands and another budget, under the same budgets of the years."""
        found = Program(self.cases, demands, budget, self.question.seconds, allowed=self.allowed).solve()
        return self._spread(found, demands, budget)[0] if self.question.years else found

    def _others(self, solution: Solution) -> list[Solution]:
        """Return other sets within some per cent of the cost; where years are asked, those that they can pay."""
        question = self.question
        if not question.alternatives:
            return []
        found = self.program.others(question.alternatives, solution, question.share)
        years = self._years(self.demands, question.budget)
        return [each for each in found if years.can_pay(each)] if question.years else found

    def _bound_left(self, solution: Solution) -> float | None:
        """Return what sets that were not listed could still bring, if measures do no more together than by themselves.

        Each measure of such a process is then a process of its own, with what it does there alone.
        """
        if all(sets.most is None for _, sets in self.flat):
            return None
        cases: list[list[Option]] = []
        for case, (_, sets) in zip(self.cases, self.flat, strict=True):
            if sets.most is None:
                cases.append([case[number] for number in sets.allowed])
                continue
            cases.append([case[0]])
            ones = (number for number, each in enumerate(sets.sets) if len(each.names) == 1)
            cases += [_beside(case[0], case[number], sets.sets[number].names[0] in sets.required) for number in ones]
        relaxed = Program(cases, self.demands, self.question.budget, self.question.seconds).solve()
        return max(solution.cost - relaxed.cost, 0.0)

    def _named(self, solution: Solution) -> tuple[Key, ...]:
        found = _steps(self.flat, solution, self.question.hold)
        return tuple((number, place, step.measure.id) for number, place, step in found)

    def _worths(self, solution: Solution, output: str) -> Worths:
        """Return what the subsets of the choice are worth; their cost is that of the choice, else the investment."""

        def cost(value: SetValue) -> float:
            return value.annual if self.objective == ANNUAL and value.annual is not None else value.invested

        return Worths(self.listed, solution.chosen, output, cost)


def _beside(first: Option, one: Option, required: bool) -> list[Option]:
    """Return a measure as a process of its own: what it adds to none, or that it is left."""
    brings, below = (
        {id: value - other.get(id, 0.0) for id, value in each.items()}
        for each, other in ((one.brings, first.brings), (one.below, first.below))
    )
    alone = Option(one.id, one.cost - first.cost, one.spend - first.spend, brings, below)
    return [alone] if required else [Option("–", 0.0, 0.0, {}), alone]


def _group(number: int, sets: Sets) -> Group:
    """Return the sets of a process for the years: a measure whose start is given does not start before it."""
    starts = {step.measure.id: step.costs.start for each in sets.sets for step in each.steps}
    return Group(
        (number, sets.case.place),
        tuple(frozenset(each.names) for each in sets.sets),
        sets.allowed,
        {name: start for name, start in starts.items() if start is not None},
    )


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


def _bare(plant: Plant) -> Plant:
    """Return the plant before any measure."""
    cases = (evolve(each, steps=(), reporting=each.baseline, overrides={}) for each in plant.cases)
    return evolve(plant, cases=tuple(cases))


def _after(listed: Sequence[PlantSets], solution: Solution, schedule: Schedule | None) -> tuple[Assessment, ...]:
    """Assess the plants with the sets that were chosen, as any plant file is assessed; measures have their years."""
    starts = schedule.starts if schedule else {}
    numbers = iter(solution.chosen)
    found = []
    for number, one in enumerate(listed):
        cases = []
        for sets in one.sets:
            chosen = sets.sets[next(numbers)]
            steps = tuple(
                _started(step, starts.get((number, sets.case.place, step.measure.id))) for step in chosen.steps
            )
            cases.append(evolve(sets.case, steps=steps, reporting=chosen.state))
        found.append(assess(evolve(one.plant, cases=tuple(cases))))
    return tuple(found)


def _started(step: Step, year: int | None) -> Step:
    """Return a measure with the year of its start, also as it would be written."""
    if year is None:
        return step
    return evolve(step, costs=evolve(step.costs, start=year), table={**step.table, "start": year})


def _not_evaluated(after: Sequence[Assessment], question: Question, aims: Sequence[AimOf]) -> Iterator[Gap]:
    """Yield the targets that were asked for and that no set of measures here is held against, with the reason."""
    held = {each.name for each in aims if each.kind == TARGET}
    for id in question.targets:
        gaps = [gap for result in after for gap in result.gaps if gap.target.id == id]
        if id in held or not gaps:
            continue
        known = [gap for gap in gaps if gap.gap is not None]
        yield evolve(known[0], status=NOT_EVALUATED, reason="choose-no-aim") if known else gaps[0]


def _steps(flat: Sequence[tuple[int, Sets]], solution: Solution, held: bool) -> Iterator[tuple[int, str, Step]]:
    for (number, sets), index in zip(flat, solution.chosen, strict=True):
        for step in sets.sets[index].steps[len(sets.case.steps) if held else 0 :]:
            yield number, sets.case.place, step


def total_investment(choice: Choice) -> float:
    """Return what the chosen measures invest."""
    return math.fsum(step.costs.net or 0.0 for *_, step in choice.steps)
