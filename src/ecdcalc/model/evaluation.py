"""Processes evaluated: every output before, after each measure, and in the reporting state.

Outputs are evaluated on terms, so that a result knows how it came about and which published values it rests on.
What is saved compares the baseline, adjusted to reporting activity (GB/T 13234 product method), with the
reporting state; positive is saved. A closed process saves what it used; a new one counts against the plant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import attrs
from attrs import frozen

from ecdcalc.model.outputs import Outputs, State
from ecdcalc.model.plant import CLOSED, NEW, Case, Plant
from ecdcalc.model.process import Origin, Process
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named, used
from ecdcalc.numbers.units import unit
from ecdcalc.numbers.validity import NO_VALUE
from ecdcalc.words.errors import NotFoundError, near
from ecdcalc.words.meaning import keys_told

POLLUTANTS = {"cod": "COD", "nh3n": "NH3-N", "nox": "NOx", "voc": "VOC", "so2": "SO2", "pm": "PM", "co2": "CO2"}
SAVED_UNITS = {"energy": unit("tce"), "electricity": unit("kWh"), **dict.fromkeys(POLLUTANTS, unit("t"))}
"""The units in which what is saved is told."""


class Memory:
    """What was evaluated already: a process that stands in several states, or on both bases, is evaluated once.

    `make` says how a process is evaluated, with its trace unless something else is asked; `between` how one is that
    stands only between two measures, where that may be another way.
    """

    def __init__(
        self, make: Callable[[Process], Outputs] = Outputs, between: Callable[[Process], Outputs] | None = None
    ) -> None:
        self._make, self._make_between = make, between or make
        self._outputs: dict[int, Outputs] = {}  # each holds its process, so no other can come to have its id

    def outputs(self, process: Process, *, between: bool = False) -> Outputs:
        """Return the outputs of a process, the same ones for the same process."""
        if id(process) not in self._outputs:
            self._outputs[id(process)] = (self._make_between if between else self._make)(process)
        return self._outputs[id(process)]


@frozen
class Evaluated:
    """The states of one case: baseline, after each measure, reporting."""

    baseline: State
    after: tuple[State, ...]
    reporting: State


def states_of(plant: Plant, memory: Memory | None = None, *, complete: bool = True) -> dict[str, Evaluated]:
    """Return the states of every case of a plant, by place; what rolls others up comes after them.

    `complete`: baseline and reporting state are evaluated whole; else, as after each measure, when something is asked.
    """
    found: dict[str, Evaluated] = {}
    known = memory or Memory()

    def state(process: Process) -> State:
        outputs = known.outputs(process)
        return outputs.complete() if complete else outputs

    for case in sorted(plant.cases, key=depth):
        members = [each for each in plant.cases if depth(each) < depth(case)] if depth(case) else []
        found[case.place] = Evaluated(
            state(rolled(case.baseline, members, found, "baseline")),
            tuple(known.outputs(step.after, between=step.after is not case.reporting) for step in case.steps),
            state(rolled(case.reporting, members, found, "reporting")),
        )
    return found


def depth(case: Case) -> int:
    """Plain processes first, then those that sum them up, then the plant account."""
    about = type(case.baseline).about
    return (2 if about.key == "plant" else 1) if about.rolls_up else 0


def rolled(process: Process, members: Iterable[Case], found: Mapping[str, Evaluated], state: str) -> Process:
    """Return a process that sums others up with the sums of its members in one state."""
    about = type(process).about
    if not about.rolls_up:
        return process
    sums = {
        name: add_up(_present(each, found[each.place], state, output) for each in members)
        for name, output in about.rolls_up.items()
    }
    origins = {
        **process.origins,
        **{name: Origin("rollup", output) for name, output in about.rolls_up.items()},
    }
    return attrs.evolve(process, origins=origins, **sums)


def _present(case: Case, states: Evaluated, state: str, output: str) -> Number:
    """Return an output of a case in one state; a process that does not exist then uses nothing."""
    terms = states.baseline if state == "baseline" else states.reporting
    if not exists(case, state) or output not in terms:
        return 0.0
    value = terms[output].value
    if isinstance(value, Missing) and value.names:
        return value.at(case.place)
    return value


def exists(case: Case, state: str) -> bool:
    """Tell whether a process is there in a state: a new one is not at first, a closed one not at last."""
    return case.kind != (NEW if state == "baseline" else CLOSED)


def add_up(numbers: Iterable[Number]) -> Number:
    """Return the sum; missing if one is missing."""
    total: Number = 0.0
    for each in numbers:
        total = total + each
    return total


def is_sourceless(value: Number) -> bool:
    """Tell whether a value is missing because the process has no source of it, and not because an input lacks."""
    return isinstance(value, Missing) and not value.names and value.reason not in NO_VALUE


def scale_of(case: Case, output: str) -> Number:
    """Return what the baseline of an output is adjusted by."""
    if not outputs_of(type(case.baseline))[output].adjusted:
        return 1.0
    return case.scale


def difference(before: Number, after: Number, scale: Number) -> Number:
    """Return what a state saves against another, adjusted. Where nothing is known of either, that is no silent zero."""
    left = before * scale - after
    nothing = isinstance(before, Missing) and isinstance(after, Missing) and not (before.is_partly or after.is_partly)
    return Missing(after.names, after.reason) if nothing and not isinstance(left, Missing) else left


def saving(case: Case, states: Evaluated, output: str) -> Number:
    """Return what a case saves of an extensive output; positive is saved."""
    if output not in states.baseline:
        return 0.0
    before, after = states.baseline[output].value, states.reporting[output].value
    if case.kind == CLOSED:
        return before
    if case.kind == NEW:
        return -after
    return difference(before, after, scale_of(case, output))


def find(plant: Plant, path: str, *, state: str = "reporting", basis: str = "calorific") -> Named:
    """Return the term behind a path such as `battery[0].unit_energy`. Raises `NotFoundError`."""
    place, _, name = path.partition(".")
    cases = {case.place: case for case in plant.cases}
    alone = {case.key: case for case in plant.cases if sum(each.key == case.key for each in plant.cases) == 1}
    case = cases.get(place) or alone.get(place)
    if case is None:
        raise NotFoundError("path-unknown", found=place, near=near(place, [*cases]) or ", ".join(cases))
    states = states_of(plant.on(basis))[case.place]
    terms = dict(states.baseline if state == "baseline" else states.reporting)
    known = _reachable(terms.values())
    named = {label: name for name, label in POLLUTANTS.items()}
    wanted = named.get(name, name.replace("-", "_"))
    found = terms[wanted] if wanted in terms else known.get(name)
    if found is None:
        told = near(wanted, [*terms, *known]) or keys_told({each: term.label[1] for each, term in terms.items()})
        raise NotFoundError("path-unknown", found=name, near=told)
    return found


def _reachable(terms: Iterable[Named]) -> dict[str, Named]:
    """Return every named term that the given ones are made of, by its path."""
    found: dict[str, Named] = {}
    seen: set[int] = set()
    waiting = list(terms)
    while waiting:
        term = waiting.pop()
        if id(term) not in seen:
            seen.add(id(term))
            found.setdefault(term.text, term)
            waiting += used(term.formula)
    return found
