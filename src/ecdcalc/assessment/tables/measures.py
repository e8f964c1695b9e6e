"""The measure that each row of a table names in its column `measure`, with its parameters from columns."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.assessment.tables.columns import MEASURE, Column, Given, Unknown, unknown_in, with_defaults
from ecdcalc.assessment.tables.job import Job
from ecdcalc.model.measure import Measure
from ecdcalc.model.own_measure import own_measure
from ecdcalc.model.parts.carriers import RECOVERED, EnergyUse, empty_line
from ecdcalc.model.plant import on_basis
from ecdcalc.model.process import Field, Process, changed, lift, walk
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Number, first_of, missing, where
from ecdcalc.numbers.partly import words
from ecdcalc.numbers.row_words import is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.numbers.units import Unit, read_quantity, unit
from ecdcalc.words.errors import EcdcalcError, InputError, Problem
from ecdcalc.words.meaning import keys_told

CARRIER = f"{MEASURE}.carrier"
_PARAMETER = re.compile(rf"{MEASURE}\.(?P<name>\w+)\s*[\[［【](?P<unit>[^\]］】]+)[\]］】]")


def read_parameters(job: Job, names: Iterable[str]) -> tuple[list[Column], list[Problem]]:
    """Return the columns that hold parameters of measures, and what is wrong with them."""
    known = {name: asked for measure in fitting(job) for name, asked in measure.units.items()}
    found: list[Column] = []
    problems: list[Problem] = []
    for name in names:
        if not name.startswith(f"{MEASURE}.") or name == CARRIER:
            continue
        match = _PARAMETER.fullmatch(name)
        if match is None or match["name"] not in known:
            example = ", ".join(f"{MEASURE}.{each} [{asked.text}]" for each, asked in known.items())
            problems.append(Problem(name, "unknown-key", {"near": example}))
            continue
        try:
            written = unit(match["unit"])
        except EcdcalcError as error:
            problems.append(Problem(name, error.key, error.values))
            continue
        declared = Field("quantity", match["name"], unit=written, optional=True)
        found.append(Column(name, match["name"], declared, written, reporting=False))
    if found and MEASURE not in names:
        problems.append(Problem(MEASURE, "column-required", {"example": MEASURE}))
    return found, problems


def fitting(job: Job) -> list[Measure]:
    """Return the measures of the sector that are for the process, and of the user's own those that fit it."""
    return [*(measure for measure in job.sector.measures if issubclass(job.process, measure.on)), *_own(job)]


def _own(job: Job) -> Iterator[Measure]:
    for row in job.context.measures.values():
        try:
            yield own_measure(row, job.process)
        except InputError:  # the file may hold measures for other processes too
            continue


def with_lines(job: Job, process: Process, unknown: Unknown) -> Process:
    """Give the process a line for everything that a measure may recover and that the table has no column for."""
    if not isinstance(process, EnergyUse):
        return process
    for carrier in dict.fromkeys((*RECOVERED, *(each for measure in fitting(job) for each in measure.brings))):
        if carrier not in process.carriers:
            line = with_defaults(empty_line(carrier, ""), job.context, {}, f"energy.{carrier}.", unknown)
            process = changed(process, carriers={**process.carriers, carrier: line})
    return process


@frozen
class Retrofits:
    """The measure that each row names and the carrier that it saves, and the process after each that can be named."""

    named: Symbol
    carrier: Number
    after: Mapping[tuple[str, str], Process]

    def saves(self, measure: Measure, carrier: str) -> Any:
        """Return whether the measure, if the row names it, saves that carrier."""
        return not measure.takes_carrier or first_of(self.carrier, measure.carrier) == carrier


def retrofits_of(
    job: Job, named: Symbol, baseline: Process, given: Given, parameters: Sequence[Column], *, carriers: bool
) -> Retrofits:
    """Return the process after each measure that a row can name: those whose parameters all have a value.

    `carriers`: whether a column says which carrier the measure of a row saves.
    """
    graph = named.graph
    carrier = words(graph, nw.col(CARRIER), CARRIER) if carriers else missing(CARRIER)
    lines = [*getattr(baseline, "carriers", ())] if carriers else []
    unknown = unknown_in(graph)
    after = {}
    for measure in fitting(job):
        for id in dict.fromkeys([measure.carrier, *lines]) if measure.takes_carrier else [""]:
            numbers = parameters_of(job, graph, measure, id, parameters)
            process = None if numbers is None else _after(job, measure, baseline, given, id, numbers, unknown)
            if process is not None:
                after[measure.id, id] = process
    return Retrofits(named, carrier, after)


def _after(
    job: Job,
    measure: Measure,
    baseline: Process,
    given: Given,
    carrier: str,
    numbers: Mapping[str, Number],
    unknown: Unknown,
) -> Process | None:
    """Return the process after a measure, None where it saves a carrier that the table has no column for."""
    try:
        after: Process = measure(baseline, carrier=carrier, **numbers)
    except EcdcalcError:
        return None
    return on_basis(with_defaults(after, job.context, {**given, **_set(baseline, after)}, "", unknown), job.basis)


def retrofitted(job: Job, baseline: Process, given: Given, retrofits: Retrofits) -> tuple[Process, Given]:
    """Return the process after the measure that each row names, and what the table and the measures give for it."""
    state, said = baseline, dict(given)
    measures = {measure.id: measure for measure in fitting(job)}
    for (id, carrier), process in retrofits.after.items():
        applies = first_of((retrofits.named == id) & retrofits.saves(measures[id], carrier), False)
        if not isinstance(applies, Symbol):  # it saves another carrier in every row
            continue
        state = _chosen(applies, process, state)
        for path, value in _set(baseline, process).items():
            said[path] = where(applies, value, said.get(path, missing(path)))
    return state, said


def _set(before: Process, after: Process) -> Given:
    """Return the inputs with a default that a measure has set, by path: they are not looked up again."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}
    return {
        path: getattr(owner, name)
        for path, owner, name, field in walk(after, "")
        if field.default is not None and path in old and not _same(getattr(owner, name), old[path])
    }


def _same(one: Number, other: Number) -> bool:
    return one is other or (not isinstance(one, Symbol) and not isinstance(other, Symbol) and repr(one) == repr(other))


def _chosen(applies: Symbol, after: Process, before: Process) -> Process:
    """Return, field by field, the one state where the condition holds and the other elsewhere."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}

    def choose(path: str, _field: object, value: Number, _origin: object) -> Number:
        return value if path not in old or _same(value, old[path]) else where(applies, value, old[path])

    return lift(after, choose, "")


def parameters_of(
    job: Job, graph: Graph, measure: Measure, carrier: str, parameters: Sequence[Column]
) -> dict[str, Number] | None:
    """Return the parameters of a measure on a carrier: those of the row, else by default; None if one has neither."""
    numbers: dict[str, Number] = {}
    for name, asked in measure.asked(carrier).items():
        value: Number = measure.given[name].value if name in measure.given else None
        if name == "heat_temperature" and measure.heat_temperature:
            value = read_quantity(measure.heat_temperature, asked).value
        if name == "saving" and measure.row.saving_typ:
            value = unit(measure.row.saving_unit).base(float(measure.row.saving_typ))
        elif name in measure.defaults:
            value = job.context.factors.get(measure.defaults[name].choices[0][1]).base
        for column in parameters:
            if column.path == name and measure.takes(name, _unit(column)):
                value = first_of(column.symbol(graph), missing(column.name) if value is None else value)
        if value is None:
            return None
        numbers[name] = value
    return numbers


def _unit(column: Column) -> Unit:
    assert column.unit is not None
    return column.unit


def refused(
    job: Job, baseline: Process, retrofits: Retrofits, parameters: Sequence[Column]
) -> Iterator[tuple[Any, str, dict[str, object]]]:
    """Yield what can be wrong with the measure of a row: the condition, and the text that says so."""
    graph, named = retrofits.named.graph, retrofits.named
    every = {measure.id: measure for measure in fitting(job)}
    known = graph.call("in", lambda here: here.is_in(["", *every]), named, key=(*every,))
    yield ~known, "row-measure-unknown", {"known": keys_told({id: each.row.zh for id, each in every.items()})}
    for id, measure in every.items():
        here = named == id
        lines = [carrier for each, carrier in retrofits.after if each == id]
        there = reduce(operator.or_, (retrofits.saves(measure, carrier) for carrier in lines), False)
        lacking = [f"{MEASURE}.{name} [{asked.text}]" for name, asked in measure.units.items()]
        lacking += [f"energy.{measure.carrier} ({CARRIER})"] if measure.takes_carrier else []
        yield here & negated(first_of(there, False)), "row-measure-lacks", {"found": id, "names": ", ".join(lacking)}
        for each in measure.applies:
            fails = negated(first_of(each.holds(baseline), False))
            yield here & fails, "measure-not-applicable", {"found": id, "condition": each.text}
        for column in parameters:
            yield from _refused_number(measure, here, column)


def _refused_number(measure: Measure, here: Symbol, column: Column) -> Iterator[tuple[Any, str, dict[str, object]]]:
    """Yield what can be wrong with a parameter of the measure, in the rows that name it."""
    asked = measure.units.get(column.path)
    if asked is None:
        return
    value = column.symbol(here.graph)
    if not measure.takes(column.path, _unit(column)):
        yield here & is_known(value), "unit-kind", {"found": column.name, "asked": asked.text}
        return
    for sign, bound in measure.bounds(column.path):
        said = {"found": column.name, "sign": sign, "bound": f"{bound:g}", "unit": asked.text}
        yield here & negated(meets(value, sign, asked.base(bound))), "out-of-bounds", {**said}
