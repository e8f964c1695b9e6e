"""A whole plant drawn many times: its processes before and after their measures, as arrays of trials.

The measures are applied again, each with the draws of its own numbers, to the draws of what those before it left.
What a state does not take from the one before (a measured value, a factor that is looked up anew) is drawn by its
own origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import numpy
from attrs import evolve

from ecdcalc.decide.draws import Dice, Made, based, field_change, rolled
from ecdcalc.model.evaluation import Evaluated, Memory, states_of
from ecdcalc.model.outputs import Values
from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.model.process import Field, Origin, Process, Record, changed, fields_of, lift, walk
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.read.measures import with_lines

PIECE = 1 << 14
"""Trials that are computed at once: their arrays stay in the cache of a processor."""
Key = TypeVar("Key")


class _Bare(Values):
    """Outputs of arrays, without their trace: which branch a trace took is not one for all trials."""

    def __getitem__(self, name: str) -> Named:
        with numpy.errstate(all="ignore"):
            return super().__getitem__(name)


def trials_of(plant: Plant, dice: Dice) -> Plant:
    """Return the plant with arrays of trials for every number that has a range, or comes from one that has."""
    with numpy.errstate(all="ignore"):
        return evolve(plant, cases=tuple(case_of(case, plant, dice) for case in plant.cases))


def trial_states(trials: Plant, basis: str) -> Mapping[str, Evaluated]:
    """Return the states of every process of the trials on a basis, by place."""
    return states_of(trials.on(basis), Memory(_Bare), complete=False)


def in_pieces(trials: Plant, draws: int, asked: Callable[[Plant], Mapping[Key, Number]]) -> dict[Key, Number]:
    """Return what is asked of the trials, found piece by piece: what is in between never fills the memory.

    It may take of a case what it is at first and in the end; of what stands between its measures nothing is kept.
    """
    found: dict[Key, Any] = {}
    with numpy.errstate(all="ignore"):
        for piece, some in _pieces(trials, draws):
            for key, value in asked(some).items():
                if isinstance(value, numpy.ndarray) and value.ndim:
                    if key not in found:
                        found[key] = numpy.empty(draws, value.dtype)
                    found[key][piece] = value
                else:
                    found[key] = value
    return found


def _pieces(trials: Plant, draws: int) -> Iterator[tuple[slice, Plant]]:
    """Yield pieces of the trials, each with the plant as it is in them."""
    cuts = [_cut({"baseline": case.baseline, "reporting": case.reporting}) for case in trials.cases]
    for start in range(0, draws, PIECE):
        piece = slice(start, min(start + PIECE, draws))
        cases = (
            evolve(case, steps=(), **(cut(piece) if cut else {})) for case, cut in zip(trials.cases, cuts, strict=True)
        )
        yield piece, evolve(trials, cases=tuple(cases))


def _cut(found: Any) -> Callable[[slice], Any] | None:
    """Return what gives a number, a record or lines with a piece of the trials; None where nothing in them moves.

    What does not move stays the same, with what was worked out of it.
    """
    if isinstance(found, numpy.ndarray) and found.ndim:
        return found.__getitem__
    if isinstance(found, Record):
        held: Mapping[Any, Any] = {name: getattr(found, name) for name in fields_of(type(found))}
    elif isinstance(found, Mapping):
        held = found
    else:
        return None
    cuts = {name: cut for name, each in held.items() if (cut := _cut(each))}

    def cut_all(piece: slice) -> Any:
        moved = {name: cut(piece) for name, cut in cuts.items()}
        return changed(found, **moved) if isinstance(found, Record) else {**found, **moved}

    return cut_all if cuts else None


def case_of(case: Case, plant: Plant, dice: Dice) -> Case:
    """Return a process in trials: before, after each of its measures, and in the reporting state."""
    baseline = rolled(case.baseline, dice, case.place)
    old, trial = case.baseline, baseline
    steps = []
    for number, step in enumerate(case.steps):
        trial = _after(step, old, trial, plant, dice, f"{case.place}.measure[{number}]")
        old = step.after
        steps.append(evolve(step, after=trial))
    reporting = _followed(case.reporting, old, trial, dice, f"{case.place}.reporting")
    return evolve(case, baseline=baseline, reporting=reporting, steps=tuple(steps))


def _after(step: Step, old: Process, trial: Process, plant: Plant, dice: Dice, place: str) -> Process:
    """Return the trials after a measure, from the trials before it."""
    measure = step.measure
    ready = with_lines(measure, step.carrier, old, plant.context)
    trial = _followed(ready, old, trial, dice, place)
    row = measure.row
    numbers = {
        name: dice.value(
            f"{place}.{name}", value, step.origins.get(name), (f"{row.en}: {name}", f"{row.zh}：{name}"),
            measure.units[name].text, based(measure.units[name], measure.bounds(name)),
        )
        for name, value in step.numbers.items()
    }  # fmt: skip
    raw = measure(ready, carrier=step.carrier, **step.numbers)
    return _followed(step.after, raw, measure(trial, carrier=step.carrier, **numbers), dice, place)


def _followed(target: Made, old: Process, trial: Process, dice: Dice, place: str) -> Made:
    """Return the trials of a state: what it has of the old state from its trials, what is new drawn by its origin.

    A number that is given once more is new, also where its range has the same middle.
    """
    former = {path: (getattr(owner, name), owner.origins.get(name)) for path, owner, name, _ in walk(old, "")}
    tried = {path: getattr(owner, name) for path, owner, name, _ in walk(trial, "")}

    draw = field_change(dice, place)

    def change(path: str, field: Field, value: Number, origin: Origin | None) -> Number:
        if path in former and path in tried and _same(former[path][0], value) and former[path][1] == origin:
            return tried[path]
        return draw(path, field, value, origin)

    return lift(target, change, "")


def _same(one: Number, other: Number) -> bool:
    if isinstance(one, Missing) or isinstance(other, Missing):
        return isinstance(one, Missing) and isinstance(other, Missing)
    return bool(one == other)
