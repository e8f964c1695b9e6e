"""One plant: savings, reductions, grades, gaps.

Savings compare the baseline, adjusted to reporting output (GB/T 13234 product method), with the reporting
state; positive is saved. A closed process saves what it used; a new one counts against the plant. Every
output is evaluated on terms, so that the result knows which published values it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from ecdcalc.emissions import VapourSource
from ecdcalc.errors import InputError, NotFoundError, Problem, near
from ecdcalc.formula import Output, outputs_of
from ecdcalc.limits import Corrected, Grading, Limit, corrected, grade_of
from ecdcalc.ops import Missing, Number, missing
from ecdcalc.plant import CLOSED, NEW, Case, Plant
from ecdcalc.process import Field, Origin, Process, lift
from ecdcalc.trace import Named, Term, used
from ecdcalc.units import Unit, unit

POLLUTANTS = {
    "cod": "COD",
    "nh3n": "NH3-N",
    "nox": "NOx",
    "voc": "VOC",
    "so2": "SO2",
    "pm": "PM",
    "co2": "CO2",
}
BASES = ("calorific", "primary")
_ONE = unit("1")

State = Mapping[str, Named]


@frozen
class Grade:
    """How a process stands against one row of the limit table, before and after."""

    limit: Limit
    output: str
    in_force: bool | None
    levels: Mapping[str, Corrected]
    values: Mapping[str, Number]
    level: Mapping[str, int | str]


@frozen
class StepResult:
    """What one measure saves, after those before it, at reporting output."""

    step: Any
    saved: Mapping[str, Number]


@frozen
class ProcessResult:
    """One process: outputs before and after, what is saved, which grade it meets."""

    case: Case
    baseline: State
    reporting: State
    saved: Mapping[str, Number]
    grades: tuple[Grade, ...]
    steps: tuple[StepResult, ...]
    methods: Mapping[str, str]

    @property
    def outputs(self) -> Mapping[str, Output]:
        """The declared outputs."""
        return outputs_of(type(self.case.baseline))


@frozen
class Assessment:
    """The answer for one plant. `to_dict` gives the documented form for programs."""

    plant: Plant
    basis: str
    processes: tuple[ProcessResult, ...]
    gaps: tuple[Any, ...]
    saved: Mapping[str, Number]
    energy_by_basis: Mapping[str, Number] = field(factory=dict)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Return the result in the form of `docs/json.md`: plain values with units."""
        from ecdcalc.report.contract import contract

        return contract(self, lang)

    @property
    def open_gaps(self) -> tuple[Any, ...]:
        """The targets that are still missed."""
        return tuple(each for each in self.gaps if each.status == "open")


def assess(plant: Plant, *, basis: str = "calorific") -> Assessment:
    """Assess a plant on one basis of electricity and heat.

    Grades and targets are always on the calorific basis, as the limit standards are.
    """
    from ecdcalc.gaps import gaps

    if basis not in BASES:
        raise InputError([Problem("basis", "not-an-option", {"found": basis, "options": ", ".join(BASES)})])
    calorific = _states(plant.on("calorific"))
    primary = _states(plant.on("primary"))
    states = calorific if basis == "calorific" else primary
    results = tuple(_result(case, states[case.place], calorific[case.place], plant, basis) for case in plant.cases)
    energy = {
        name: _plant_saving(plant, each, "energy") for name, each in (("calorific", calorific), ("primary", primary))
    }
    names = ("energy", "electricity", *POLLUTANTS)
    saved = {name: _plant_saving(plant, states, name) for name in names}
    return Assessment(plant, basis, results, gaps(plant, calorific), saved, energy)


def evaluate(process: Process) -> dict[str, Named]:
    """Return every output of a process as a term: value, formula, inputs."""
    traced = lift(process, _named, "")
    return {name: _output(traced, name, declared) for name, declared in outputs_of(type(process)).items()}


def _named(path: str, field: Field, value: Number, origin: Origin | None) -> Named:
    label = (field.label("en"), field.label("zh"))
    return Named(path, value, field.unit or _ONE, label=label, origin=origin)


def _output(process: Process, name: str, declared: Output) -> Named:
    try:
        value = getattr(process, name)
    except (ZeroDivisionError, OverflowError):
        value = Missing(frozenset(), "zero-denominator")
    if isinstance(value, Named):
        return value
    label = (declared.en, declared.zh)
    formula = value if isinstance(value, Term) else None
    return Named(name, value if formula is None else formula.value, declared.unit, label=label, formula=formula)


@frozen
class Evaluated:
    """The states of one case: baseline, after each measure, reporting."""

    baseline: State
    after: tuple[State, ...]
    reporting: State


def _states(plant: Plant) -> dict[str, Evaluated]:
    found: dict[str, Evaluated] = {}
    for case in sorted(plant.cases, key=_depth):
        members = [each for each in plant.cases if _depth(each) < _depth(case)]
        found[case.place] = Evaluated(
            evaluate(_rolled(case.baseline, members, found, "baseline")),
            tuple(evaluate(step.after) for step in case.steps),
            evaluate(_rolled(case.reporting, members, found, "reporting")),
        )
    return found


def _depth(case: Case) -> int:
    """Plain processes first, then those that sum them up, then the plant account."""
    about = type(case.baseline).about
    return (2 if about.key == "plant" else 1) if about.rolls_up else 0


def _rolled(process: Process, members: Iterable[Case], found: Mapping[str, Evaluated], state: str) -> Process:
    about = type(process).about
    if not about.rolls_up:
        return process
    sums = {
        name: _sum(_present(each, found[each.place], state, output) for each in members)
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
    if not _exists(case, state) or output not in terms:
        return 0.0
    value = terms[output].value
    if isinstance(value, Missing) and value.names:
        return Missing(frozenset(f"{case.place}.{name}" for name in value.names))
    return value


def _exists(case: Case, state: str) -> bool:
    """Tell whether a process is there in a state: a new one is not at first, a closed one not at last."""
    return case.kind != (NEW if state == "baseline" else CLOSED)


def _sum(numbers: Iterable[Number]) -> Number:
    total: Number = 0.0
    for each in numbers:
        total = total + each
    return total


def _result(case: Case, states: Evaluated, calorific: Evaluated, plant: Plant, basis: str) -> ProcessResult:
    extensive = [name for name, each in outputs_of(type(case.baseline)).items() if each.extensive]
    chain = [states.baseline, *states.after]
    scales = {name: _scale(case, name) for name in extensive}
    steps = tuple(
        StepResult(step, {name: _difference(before[name].value, after[name].value, scales[name]) for name in extensive})
        for step, before, after in zip(case.steps, chain, chain[1:], strict=False)
    )
    return ProcessResult(
        case,
        states.baseline,
        states.reporting,
        {name: saving(case, states, name) for name in extensive},
        tuple(_grades(case, calorific, plant)),
        steps,
        methods(case.reporting),
    )


def _scale(case: Case, output: str) -> Number:
    """Return what the baseline of an output is adjusted by."""
    if not outputs_of(type(case.baseline))[output].adjusted:
        return 1.0
    return case.baseline.scale_to(case.reporting)


def _difference(before: Number, after: Number, scale: Number) -> Number:
    return (before - after) * scale


def saving(case: Case, states: Evaluated, output: str) -> Number:
    """Return what a case saves of an extensive output; positive is saved."""
    if output not in states.baseline:
        return 0.0
    before, after = states.baseline[output].value, states.reporting[output].value
    if case.kind == CLOSED:
        return before
    if case.kind == NEW:
        return -after
    return before * _scale(case, output) - after


def _plant_saving(plant: Plant, states: Mapping[str, Evaluated], output: str) -> Number:
    """Return the sum over the processes that have a source of it; missing if none has or one is not known."""
    found = []
    for case in plant.cases:
        value = saving(case, states[case.place], output) if output in states[case.place].baseline else None
        if value is None or (isinstance(value, Missing) and not value.names and value.reason != "zero-denominator"):
            continue
        if isinstance(value, Missing):
            value = Missing(frozenset(f"{case.place}.{name}" for name in value.names), value.reason)
        found.append(value)
    return _sum(found) if found else Missing(frozenset(), "no-source-class")


def _grades(case: Case, states: Evaluated, plant: Plant) -> Iterator[Grade]:
    for grading in getattr(type(case.baseline), "gradings", ()):
        for _conditions, id in _products(grading, case):
            limit = plant.limits.get(id)
            terms = {"baseline": states.baseline, "reporting": states.reporting}
            terms = {state: each for state, each in terms.items() if _exists(case, state)}
            levels = {state: _levels(limit, grading, each) for state, each in terms.items()}
            values = {state: each[grading.output].value for state, each in terms.items()}
            date = f"{plant.year}-12-31"
            grades = {state: grade_of(values[state], levels[state]) for state in terms}
            yield Grade(limit, grading.output, limit.in_force(date), levels, values, grades)


def _products(grading: Grading, case: Case) -> list[tuple[Any, str]]:
    """Return the first row whose conditions hold on the reporting state."""
    for conditions, id in grading.product.choices:
        if all(each.holds(case.reporting) is True for each in conditions):
            return [(conditions, id)]
    return []


def _levels(limit: Limit, grading: Grading, terms: State) -> Corrected:
    scale = terms[grading.scale].value if grading.scale else 1.0
    first, second, third = (terms[name].value if name else 0.0 for name in grading.shifts)
    return corrected(limit, scale, (first, second, third), grading.unscaled)


def methods(process: Process) -> dict[str, str]:
    """Return how each pollutant was found: monitoring, balance or factor."""
    found = {}
    for name in ("nox", "so2", "pm"):
        stack = getattr(process, f"{name}_stack", None)
        if stack is not None:
            routes = (
                stack.monitored,
                getattr(process, f"{name}_balance", missing("")),
                getattr(process, f"{name}_generated"),
            )
            found[name] = _first_route(routes, ("monitoring", "balance", "factor"))
    if isinstance(process, VapourSource):
        balance = getattr(process, "voc_balance", missing(""))
        routes = (process.voc_control.mass, balance, process.voc_generated)
        found["voc"] = _first_route(routes, ("monitoring", "balance", "factor"))
    return {name: route for name, route in found.items() if route}


def _first_route(values: Iterable[Number], names: Iterable[str]) -> str:
    return next((name for value, name in zip(values, names, strict=True) if not isinstance(value, Missing)), "")


def find(plant: Plant, path: str, *, state: str = "reporting", basis: str = "calorific") -> Named:
    """Return the term behind a path such as `battery[0].unit_energy`. Raises `NotFoundError`."""
    place, _, name = path.partition(".")
    cases = {case.place: case for case in plant.cases}
    alone = {case.key: case for case in plant.cases if sum(each.key == case.key for each in plant.cases) == 1}
    case = cases.get(place) or alone.get(place)
    if case is None:
        raise NotFoundError("path-unknown", found=place, near=near(place, [*cases]) or ", ".join(cases))
    states = _states(plant.on(basis))[case.place]
    terms = dict(states.baseline if state == "baseline" else states.reporting)
    known = _reachable(terms.values())
    named = {label: name for name, label in POLLUTANTS.items()}
    wanted = named.get(name, name.replace("-", "_"))
    found = terms[wanted] if wanted in terms else known.get(name)
    if found is None:
        raise NotFoundError("path-unknown", found=name, near=near(wanted, [*terms, *known]) or ", ".join(terms))
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


def unit_out(of: Unit, value: Number) -> float | None:
    """Return a number of base units in a declared unit, None where it is missing."""
    return None if isinstance(value, Missing) else of.out(value)
