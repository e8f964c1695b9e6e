"""All warnings of a plant, from one place: size first, then what does not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ecdcalc.assessment.result import ProcessResult
from ecdcalc.assessment.warnings import balances, consistency, not_used, size
from ecdcalc.assessment.warnings.in_cells import with_cells
from ecdcalc.assessment.warnings.prices import lines_of, of_prices
from ecdcalc.assessment.warnings.relations import of_relations
from ecdcalc.assessment.warnings.warned import Warned, between, shown
from ecdcalc.model.evaluation import Evaluated, exists
from ecdcalc.model.outputs import State, may_stray
from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.model.process import Process, Record, fields_of
from ecdcalc.numbers.ops import Number, is_missing, missing
from ecdcalc.numbers.trace import outsides
from ecdcalc.numbers.validity import Range
from ecdcalc.reference.defaults import Context, Default, choose
from ecdcalc.reference.factors import Factor
from ecdcalc.reference.ranges import slip_of


def warnings_of(plant: Plant, states: Mapping[str, Evaluated], results: Sequence[ProcessResult]) -> tuple[Warned, ...]:
    """Return the warnings of a plant, each once, in the order of its processes. `states` are on the calorific basis."""
    found = {(each.place, each.key): Warned(each.place, each.key, each.values) for each in plant.remarks}
    for result in results:
        for each in _of_case(result, states[result.case.place], plant.context):
            found.setdefault((each.place, each.key), each)
    of_plant = (*consistency.of_plant(plant, results), *balances.of_plant(plant))
    for each in (*of_plant, *of_prices(plant.prices, lines_of(plant))):
        found.setdefault((each.place, each.key), each)
    return tuple(with_cells(each, plant, states) if plant.cells else each for each in found.values())


def _of_case(result: ProcessResult, states: Evaluated, context: Context) -> Iterator[Warned]:
    case = result.case
    yield from _sizes(case, result, states, "baseline", context)
    yield from _gained_before(case)
    state = case.baseline
    for number, step in enumerate(case.steps):
        yield from _parameters(step, state, f"{case.place}.measure[{number}]")
        state = step.after
    yield from consistency.of_case(result, states)
    yield from not_used.of_case(case)
    if case.measured and exists(case, "reporting"):
        yield from _sizes(case, result, states, "reporting", context)
    elif case.steps and exists(case, "reporting"):
        yield from _moved_out(case, states)
        yield from _beyond_validity(states.reporting, f"{case.place}.reporting", before=states.baseline)


def _moved_out(case: Case, states: Evaluated) -> Iterator[Warned]:
    """Yield the outputs that the measures take out of their ranges: what lay outside before is told of that state."""
    before, after = (
        {each.place: each for check in checks if (each := size.warned(check, f"{case.place}.reporting"))}
        for checks in (_outputs(case.baseline, states.baseline), _outputs(case.reporting, states.reporting))
    )
    yield from (each for place, each in after.items() if place not in before)


def _outputs(process: Process, terms: State) -> Iterator[size.Check]:
    return size.of_outputs(process, lambda name: _value(terms, name), size.flat(process))


def _gained_before(case: Case) -> Iterator[Warned]:
    """Yield what is gained by the work of the reporting state, but is given for the baseline and stays as it was."""
    for name in getattr(type(case.baseline), "gained_after", ()):
        before, after = getattr(case.baseline, name), getattr(case.reporting, name)
        if exists(case, "baseline") and not is_missing(before) and before > 0 and before == after:
            of = fields_of(type(case.baseline))[name].unit
            assert of is not None
            place = f"{case.place}.{name}"
            yield Warned(place, "warn-gained-before", {"found": shown(before, of)}, before, None, 0.0, of)


def _sizes(case: Case, result: ProcessResult, states: Evaluated, state: str, context: Context) -> Iterator[Warned]:
    """Yield what is out of size in one state: of the reporting state only what was given for it, and what follows."""
    before = state == "baseline"
    process, terms = (case.baseline, states.baseline) if before else (case.reporting, states.reporting)
    place = case.place if before else f"{case.place}.reporting"
    cls = type(process)
    numbers = size.flat(process)
    given = {path: numbers[path] for path in size.typed(process, None if before else case.baseline)}
    checks = [*size.of_inputs(process, given, numbers), *of_relations(process, given)]
    checks += size.of_published(cls, process, given, partial(_published, context))
    checks += _outputs(process, terms)
    for grade in result.grades:
        checks += size.of_grade(cls, grade.output, grade.limit, _value(terms, grade.output))
    for check in checks:
        if found := size.warned(check, place):
            yield found
    yield from _beyond_validity(terms, place)


def _published(context: Context, default: Default, record: Record) -> Number:
    """Return the value that an input would take if it were not given."""
    found = choose(default, record, context)
    factor = context.factors.get(found) if isinstance(found, str) else found
    return factor.base if isinstance(factor, Factor) and factor.base is not None else missing("")


def _beyond_validity(terms: State, place: str, before: State | None = None) -> Iterator[Warned]:
    """Yield what lies where a formula that was used only loses precision; without a meaning it has no value.

    What lay at the same place `before` the measures is told of that state.
    """
    if not may_stray(terms):
        return
    far = [(term, outside) for term, outside in outsides(terms.values()) if not outside.range.meaning]
    known = {outside for _, outside in outsides(before.values())} if before and far else frozenset()
    for term, outside in far:
        if outside in known:
            continue
        found: Range = outside.range
        ends = {sign[0]: bound for sign, bound in found.bounds}
        said, source = outside.problem(f"{place}.{term.text}."), outside.formula.cites
        low, high = ends.get(">"), ends.get("<")
        yield Warned(said.place, said.key, said.values, outside.value, low, high, found.unit, source)


def _value(terms: State, name: str) -> Number:
    return terms[name].value if name in terms else None


def _parameters(step: Step, before: Process, place: str) -> Iterator[Warned]:
    """Yield the given parameters of a measure that are above what the library says, or a slip below it.

    What becomes an input as it is given is held against the range of that input.
    """
    given = {name: value for name, value in step.numbers.items() if step.origins[name].kind == "given"}
    for check in size.of_parameters(type(before), given, before, step.after):
        if found := size.warned(check, place):
            yield found
    for name, value in given.items():
        said_of = size.library_of(step.measure, name)
        if said_of is not None and not said_of.inside(value):
            low, high, of = said_of.low, said_of.high, said_of.unit
            slip = slip_of(value, low, high, of)
            said = {"found": shown(value, of), "expected": between(low, high, of), "slip": slip}
            yield Warned(f"{place}.{name}", "warn-measure", said, value, low, high, of, said_of.source)
