"""The sets of measures that may stand together at one process, each run through the real outputs.

The states come one after another, each measure on what those before it left, as in a plant file. The outputs of all
sets then come from one pass: the states are laid into arrays, field by field where they differ. What a set gives is
what the plant file with these measures gives, to the last bit; where an array cannot say it (a state of another
form, a division by zero) the set is evaluated alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from ecdcalc.model.laws import broken_by_measure, broken_laws
from ecdcalc.model.outputs import State
from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.model.process import Process, lift, walk
from ecdcalc.model.sector import Sector
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.read.measures import MeasureReader
from ecdcalc.read.record import Notes, apply_table, with_defaults

MOST_SETS = 4096


@frozen
class Candidate:
    """A measure that may be chosen at a process, as its table in a plant file would be."""

    id: str
    table: Mapping[str, Any]
    order: int


@frozen
class Set:
    """Some measures at one process: steps, and the state that they lead to."""

    names: tuple[str, ...]
    steps: tuple[Step, ...]
    state: Process
    outputs: Mapping[str, Number] = field(factory=dict)


@frozen
class Sets:
    """All sets of a process, the empty one first; `most` measures at once where there were too many to list."""

    case: Case
    candidates: tuple[Candidate, ...]
    sets: tuple[Set, ...]
    most: int | None = None
    required: frozenset[str] = frozenset()
    """Measures that must be in the set that is chosen."""

    @property
    def allowed(self) -> tuple[int, ...]:
        """The numbers of the sets that may be chosen; the others are steps on the way there."""
        return tuple(number for number, each in enumerate(self.sets) if self.required <= {*each.names})


def sets_of(
    case: Case,
    candidates: Sequence[Candidate],
    plant: Plant,
    sector: Sector,
    limit: int | None = None,
    *,
    hold: bool = False,
) -> Sets:
    """Return every set of the candidates that may stand together, with its outputs.

    `hold`: on top of the measures of the file and of what was measured, which stay as they are.
    """
    ordered = sorted(candidates, key=lambda each: (each.order, each.id))
    most: int | None = None
    limit = MOST_SETS if limit is None else limit
    found = _grown(case, ordered, plant, sector, None, limit, hold)
    if found is None:
        most = len(ordered)
        while found is None and most > 1:
            most -= 1
            found = _grown(case, ordered, plant, sector, most, limit, hold)
    assert found is not None
    outputs = outputs_of_all([each.state for each in found])
    listed = tuple(Set(each.names, each.steps, each.state, values) for each, values in zip(found, outputs, strict=True))
    return Sets(case, tuple(ordered), listed, most)


def _grown(
    case: Case,
    ordered: Sequence[Candidate],
    plant: Plant,
    sector: Sector,
    most: int | None,
    limit: int,
    hold: bool,
) -> list[Set] | None:
    """Return the sets of up to `most` measures, grown measure by measure; None where there are too many."""
    held, start = (case.steps, case.reporting) if hold else ((), case.baseline)
    growing: list[tuple[tuple[str, ...], tuple[Step, ...], Process]] = [((), held, start)]
    for candidate in ordered:
        for names, steps, state in [*growing]:
            if most is not None and len(names) >= most:
                continue
            step = extended(candidate, steps, state, case, plant, sector)
            if step is not None:
                growing.append(((*names, candidate.id), (*steps, step), step.after))
        if len(growing) > limit and (most is None or most > 1):
            return None
    finished = [(names, steps, state if hold else _measured(state, case, plant)) for names, steps, state in growing]
    return [
        Set(names, steps, state)
        for names, steps, state in finished
        if not names or not [*broken_laws(state, case.place)]
    ]


def extended(
    candidate: Candidate, steps: Sequence[Step], state: Process, case: Case, plant: Plant, sector: Sector
) -> Step | None:
    """Return the step of one more measure; None where it does not fit after those before it."""
    notes = Notes()
    reader = MeasureReader(type(case.baseline), [], case.place, sector, plant.context, notes, plant.economics.exchange)
    step = reader.apply(candidate.table, state, [each.measure for each in steps], case.place)
    if step is None or notes.problems or [*broken_by_measure(state, step.after, case.place)]:
        return None
    return step


def _measured(state: Process, case: Case, plant: Plant) -> Process:
    """Put what was measured over the state, as the plant file does."""
    if not case.overrides:
        return state
    return with_defaults(apply_table(state, case.overrides, f"{case.place}.reporting", Notes()), plant.context)


def outputs_of_all(states: Sequence[Process]) -> list[dict[str, Number]]:
    """Return the outputs of every state: of those of one form in one pass."""
    groups: dict[Any, list[int]] = {}
    for number, state in enumerate(states):
        groups.setdefault(_form(state), []).append(number)
    found: list[dict[str, Number]] = [{} for _ in states]
    for numbers in groups.values():
        for number, values in zip(numbers, _together([states[each] for each in numbers]), strict=True):
            found[number] = values
    return found


def _form(state: Process) -> Any:
    """Return what states must share to lie in one array: fields, words, and what is missing."""
    return tuple(
        (path, value if not isinstance(value, (int, float)) else None)
        for path, owner, name, _ in walk(state, "")
        for value in (getattr(owner, name),)
    )


def _together(states: Sequence[Process]) -> list[dict[str, Number]]:
    if len(states) == 1:
        return [_alone(states[0])]
    import numpy

    columns = [[getattr(owner, name) for _, owner, name, _ in walk(each, "")] for each in states]
    paths = [path for path, *_ in walk(states[0], "")]
    blended = {
        path: numpy.array(values, dtype=float)
        for path, values in zip(paths, zip(*columns, strict=True), strict=True)
        if isinstance(values[0], (int, float)) and any(each != values[0] for each in values)
    }
    sample = lift(states[0], lambda path, _field, value, _origin: blended.get(path, value), "")
    with numpy.errstate(all="ignore"):
        arrays = {name: value_of(sample, name) for name in outputs_of(type(sample))}
    found = []
    for number, state in enumerate(states):
        values = {name: _one(value, number) for name, value in arrays.items()}
        found.append(values if all(value is not None for value in values.values()) else _alone(state))
    return found


def _one(value: Any, number: int) -> Number:
    """Return the value of one set; None where it is no number."""
    import numpy

    if isinstance(value, Missing):
        return value if value.reason != "zero-denominator" else None
    if isinstance(value, numpy.ndarray) and value.ndim:
        value = value[number]
    return float(value) if numpy.isfinite(value) else None


def _alone(state: Process) -> dict[str, Number]:
    return {name: value_of(state, name) for name in outputs_of(type(state))}


def state_of(values: Mapping[str, Number], process: Process) -> State:
    """Return outputs as the state that grades and targets look at."""
    declared = outputs_of(type(process))
    return {name: Named(name, value, declared[name].unit) for name, value in values.items()}
