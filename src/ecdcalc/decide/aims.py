"""What is asked as sums: how much every set of measures at every process brings to each aim.

A reduction is what a set saves. A target or a limit of one process is the margin that a set leaves to it. A target of
a process that sums others up (the works, the plant account) is a straight line in what its members come to, or a
quotient of two (a share of paints, energy per output): that n / d is at least a bound says as much as that n is at
least the bound times d. Each set brings its part of the change, the process itself brings the margin without any. What
counts processes or items is a sum already. In a region a target that is counted in items is one sum over its plants.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations

import attrs
from attrs import evolve, frozen

from ecdcalc.assessment.gaps import Gap, fits, gap_of_all, gap_of_one, limit_of
from ecdcalc.assessment.grades import grades_of
from ecdcalc.assessment.result import Grade
from ecdcalc.decide.plant_sets import PlantSets
from ecdcalc.decide.question import Question
from ecdcalc.decide.sets import Sets, state_of
from ecdcalc.model.evaluation import Evaluated, depth, rolled, states_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.plant import CLOSED, Plant
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Reading
from ecdcalc.reference.plan import OF_PROCESSES, Target
from ecdcalc.words.labels import word

TARGET, LEVEL, REDUCE = "target", "level", "reduce"
TOTAL_ENERGY = "total-energy"
_STRAIGHT = 1e-9
_OF_ALL = OF_PROCESSES[3:]

Brings = dict[tuple[int, str, int], dict[str, float]]
"""What a set (number of the plant, place of the process, number of the set) brings to each aim."""


@frozen
class Part:
    """What one set brings to the number of a target, and to what that number is divided by."""

    sets: Sets
    index: int
    value: float
    below: float = 0.0


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
    output: str = ""
    """The output that decides it."""
    sign: float = 1.0
    """Below zero where less is better and the number itself is shown, not the margin."""
    margin: bool = True
    """Whether what it is measured by is the margin to a bound, and not an amount."""
    plants: frozenset[int] | None = None
    """The numbers of the plants that count for it; None is all."""
    label: tuple[str, str] = ("", "")
    """What a limit is called, in English and in Chinese."""


@frozen
class Need:
    """What the plants of some sectors or of a county (of all where none is named) must save beside what they do."""

    id: str
    output: str
    amount: float
    sectors: tuple[str, ...] = ()
    county: str = ""

    def concerns(self, plant: Plant, county: str = "") -> bool:
        """Tell whether a plant, in its county, counts for it."""
        return (not self.sectors or plant.sector.id in self.sectors) and self.county in ("", county)


class Asked:
    """Collects the aims and what each set brings to them."""

    def __init__(self, listed: Sequence[PlantSets], question: Question, pooled: Sequence[str] = ()) -> None:
        self.listed, self.question, self.pooled = listed, question, pooled
        self.aims: dict[str, AimOf] = {}
        self.brings: Brings = {}
        self.below: Brings = {}
        """What is brought to what an aim is divided by, of those that are quotients."""
        for output, need in question.reduce.items():
            self._aim(AimOf(f"reduce:{output}", REDUCE, output, "", "", need, need or 1.0, output=output, margin=False))
        for number, one in enumerate(listed):
            self._reductions(number, one)
            self._targets(number, one)
            self._levels(number, one)

    def need(self, needs: Sequence[Need], counties: Sequence[str]) -> None:
        """Add what the plants of a region must save; a set brings what it saves more than the plant does already."""
        for need in needs:
            concerned = frozenset(
                number
                for number, (one, county) in enumerate(zip(self.listed, counties, strict=True))
                if need.concerns(one.plant, county)
            )
            of = "tce" if need.output == "energy" else "t"
            self._aim(AimOf(need.id, REDUCE, need.output, "", of, need.amount, need.amount or 1.0, need.county,
                            need.output, margin=False, plants=concerned))  # fmt: skip
            for number in sorted(concerned):
                for sets in self.listed[number].sets:
                    for index, change in enumerate(_changes(sets, need.output)):
                        self._bring(number, sets, index, need.id, -change)

    def _aim(self, aim: AimOf) -> None:
        self.aims.setdefault(aim.id, aim)

    def _bring(self, number: int, sets: Sets, index: int, aim: str, value: float, below: float = 0.0) -> None:
        for held, amount in ((self.brings, value), *(((self.below, below),) if below else ())):
            row = held.setdefault((number, sets.case.place, index), {})
            row[aim] = row.get(aim, 0.0) + amount

    def _reductions(self, number: int, one: PlantSets) -> None:
        for sets, values in zip(one.sets, one.values, strict=True):
            for index, value in enumerate(values):
                for output in self.question.reduce:
                    saved = value.saved.get(output, 0.0)
                    self._bring(number, sets, index, f"reduce:{output}", _number(saved) or 0.0)

    def _levels(self, number: int, one: PlantSets) -> None:
        """Every process under a limit must come to the level that is asked."""
        level = self.question.level
        for sets in one.sets if level is not None else ():
            before, kind = evaluate(sets.case.baseline), sets.case.kind
            for index, chosen in enumerate(sets.sets if kind != CLOSED else ()):
                case = evolve(sets.case, reporting=chosen.state)
                states = Evaluated(before, (), state_of(chosen.outputs, chosen.state))
                for grade in grades_of(case, states, one.plant):
                    bound = _number(grade.levels["reporting"][level - 1])  # type: ignore[operator]
                    value = _number(grade.values["reporting"])
                    if bound is None or value is None:
                        continue
                    id = f"level:{number}:{case.place}:{grade.limit.id}"
                    self._aim(AimOf(id, LEVEL, grade.limit.id, case.place, grade.limit.unit.text, 0.0,
                                    abs(bound) or 1.0, one.plant.name, grade.output, plants=frozenset([number]),
                                    label=(_named(grade, "en"), _named(grade, "zh"))))  # fmt: skip
                    self._bring(number, sets, index, id, bound - value)

    def _targets(self, number: int, one: PlantSets) -> None:
        plan, plant = one.plant.plan, one.plant
        for target in plan.target if plan else ():
            limit = limit_of(target, plant)
            if target.id not in self.question.targets or limit is None or plant.sector.id not in target.sector:
                continue
            cases = [sets for sets in one.sets if sets.case.key == target.process]
            fitting = [sets for sets in cases if fits(target, sets.case)]
            for sets in fitting[:1] if target.output in _OF_ALL else fitting:
                values = _values(target, limit, sets, one, fitting, cases)
                if values is not None:
                    self._target(number, one, target, limit, sets, values)

    def _target(self, number: int, one: PlantSets, target: Target, limit: Reading, sets: Sets, values: _Values) -> None:
        """Add a target that these sets decide: a margin of its own, or a part of one sum over the plants."""
        sign = 1.0 if target.op in (">=", ">") else -1.0
        size, text = abs(limit.value) or 1.0, limit.unit.text
        if target.id in self.pooled:
            id, own = f"{target.id}:sum", 0.0
            need = sign * limit.value
            self._aim(AimOf(id, TARGET, target.id, "", text, need, size, "", target.output, sign, margin=False))
        else:
            whole = target.output in _OF_ALL
            id, own = f"{target.id}:{number}:{sets.case.place}", sign * limit.value
            place = "" if whole else sets.case.place
            self._aim(AimOf(id, TARGET, target.id, place, text, 0.0, size, one.plant.name, target.output,
                            plants=frozenset([number])))  # fmt: skip
        for each in values(sets):
            value = sign * each.value - (own if each.sets is sets else 0.0)
            self._bring(number, each.sets, each.index, id, value, each.below)


_Values = Callable[[Sets], Iterator[Part]]
"""What each set brings to the number of a target: of the process itself, and of those that it sums up."""


def _named(grade: Grade, lang: str) -> str:
    """Return what a limit is called; that it is not confirmed is never left out where it decides what is chosen."""
    name, mark = grade.limit.label(lang), word("unconfirmed", lang)
    return name if grade.confirmed else f"{name}（{mark}）" if lang == "zh" else f"{name} ({mark})"


def _values(
    target: Target, limit: Reading, sets: Sets, one: PlantSets, fitting: Sequence[Sets], cases: Sequence[Sets]
) -> _Values | None:
    """Return what the sets bring to a target; None where that is not known, or is no sum."""
    if target.output in _OF_ALL:
        gap = gap_of_all(target, [each.case for each in fitting], [each.case for each in cases], limit)
        return _the_same(_reached(gap))
    if type(sets.case.baseline).about.rolls_up:
        return _of_sums(target, limit, sets, one)
    before = evaluate(sets.case.baseline)
    found = []
    for chosen in sets.sets:
        states = Evaluated(before, (), state_of(chosen.outputs, chosen.state))
        found.append(_reached(gap_of_one(target, evolve(sets.case, reporting=chosen.state), states, limit)))
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    return lambda here: (Part(here, index, value) for index, value in enumerate(known))


def _reached(gap: Gap) -> float | None:
    return None if gap.gap is None else _number(gap.reporting)


def _the_same(value: float | None) -> _Values | None:
    """Return a number that no measure changes."""
    return None if value is None else lambda here: (Part(here, index, value) for index in range(len(here.sets)))


def _of_sums(target: Target, limit: Reading, sets: Sets, one: PlantSets) -> _Values | None:
    """Return what every set brings to a number of a process that sums others up; None where that is no quotient."""
    case, plant = sets.case, _first(one)
    if case.kind == CLOSED:
        return None
    states = states_of(plant)
    above = [each for each in plant.cases if 0 < depth(each) < depth(case)] + [case]
    changed = {
        output: [(each, _changes(each, output)) for each in one.sets if not depth(each.case)]
        for each in above for output in type(each.baseline).about.rolls_up.values()
    }  # fmt: skip
    steps = {output: _largest(parts) for output, parts in changed.items()}

    def reached(changes: Mapping[str, float]) -> float | None:
        """Return the number where the plain processes come to so much more of their outputs."""
        found, state = dict(states), case.reporting
        for each in above:
            members = [other for other in plant.cases if depth(other) < depth(each)]
            state = rolled(each.reporting, members, found, "reporting")
            sums = type(state).about.rolls_up.items()
            state = attrs.evolve(state, **{name: getattr(state, name) + changes.get(of, 0.0) for name, of in sums})
            outputs = {name: value_of(state, name) for name in outputs_of(type(state))}
            found[each.place] = Evaluated(states[each.place].baseline, (), state_of(outputs, state))
        return _reached(gap_of_one(target, evolve(case, reporting=state), found[case.place], limit))

    found = quotient(reached, {name: step for name, step in steps.items() if step})
    if found is None or found.least(changed) <= 0:
        return None
    whole = 1.0 if any(found.below.values()) else 0.0

    def values(here: Sets) -> Iterator[Part]:
        yield Part(here, 0, found.start, whole)
        for name, slope in found.above.items():
            below = found.below[name]
            for member, parts in changed[name]:
                for index, part in enumerate(parts):
                    if part:
                        yield Part(member, index, (slope - limit.value * below) * part, below * part)

    return values


@frozen
class Quotient:
    """A number that is (start + Σ above · change) / (1 + Σ below · change); a straight line where nothing is below."""

    start: float
    above: Mapping[str, float]
    below: Mapping[str, float]

    def at(self, changes: Mapping[str, float]) -> float:
        """Return the number at some changes."""
        above, below = (
            math.fsum(slopes[name] * change for name, change in changes.items()) for slopes in (self.above, self.below)
        )
        return (self.start + above) / (1 + below)

    def least(self, changed: Mapping[str, Sequence[tuple[Sets, Sequence[float]]]]) -> float:
        """Return the least that what is below can come to."""
        lows = [
            min(self.below[name] * part for part in (*parts, 0.0)) for name in self.below for _, parts in changed[name]
        ]
        return 1 + math.fsum(lows)


def quotient(reached: Callable[[Mapping[str, float]], float | None], steps: Mapping[str, float]) -> Quotient | None:
    """Return what is a quotient of two straight lines in some changes; None where it is not known, or is none.

    Two points beside the start tell the two slopes of each change; more points, of each alone, of all together and of
    every two, tell whether it is what it seems.
    """
    half, full = ({name: part * step for name, step in steps.items()} for part in (0.5, 1.0))
    pairs = [{one: full[one], other: half[other]} for one, other in permutations(steps, 2)]
    singles = [{name: part[name]} for name in steps for part in (half, full)]
    more = [{name: change / 2} for name, change in half.items()]
    points = [{}, *singles, *more, half, full, *pairs]
    values = [reached(each) for each in points]
    known = [each for each in values if each is not None]
    if len(known) < len(values):
        return None
    start, slack = known[0], _STRAIGHT * max(map(abs, known))
    above, below = {}, {}
    for number, name in enumerate(steps):
        middle, end = known[1 + 2 * number : 3 + 2 * number]
        bend, rise = 2 * middle - start - end, end - middle
        fall = 0.0 if abs(bend) <= slack else bend / (2 * rise) if rise else math.inf
        if not math.isfinite(fall):
            return None
        above[name], below[name] = (middle * (1 + fall) - start) / half[name], fall / half[name]
    found = Quotient(start, above, below)
    fits = all(abs(found.at(each) - value) <= slack for each, value in zip(points, known, strict=True))
    return found if fits else None


def _first(one: PlantSets) -> Plant:
    """Return the plant with no measure chosen."""
    cases = (evolve(sets.case, reporting=sets.sets[0].state) for sets in one.sets)
    return evolve(one.plant, cases=tuple(cases))


def _largest(parts: Sequence[tuple[Sets, Sequence[float]]]) -> float:
    """Return the largest change that the sets can make together, of the sign that most of it has."""
    ends = [math.fsum(pick([*changes, 0.0]) for _, changes in parts) for pick in (min, max)]
    return max(ends, key=abs)


def _changes(sets: Sets, output: str) -> list[float]:
    """Return what each set changes of an output against no measure; nothing where that is not known."""
    if sets.case.kind == CLOSED:
        return [0.0] * len(sets.sets)
    first = _number(sets.sets[0].outputs.get(output, 0.0))
    values = [_number(each.outputs.get(output, 0.0)) for each in sets.sets]
    return [0.0 if each is None or first is None else each - first for each in values]


def _number(value: object) -> float | None:
    return None if value is None or isinstance(value, (Missing, str)) else float(value)  # type: ignore[arg-type]


def moved_by(aim: AimOf, plant: int, place: str, changes: Mapping[str, float]) -> bool:
    """Tell whether changes of outputs at a process would bring an aim nearer."""
    change = changes.get(aim.output, 0.0)
    if aim.place not in ("", place) or (aim.plants is not None and plant not in aim.plants):
        return False
    return change < 0 if aim.kind != TARGET else change != 0
