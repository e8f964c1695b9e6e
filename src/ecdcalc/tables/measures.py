"""The measure that each row of a table names in its column `measure`, with its parameters from columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import narwhals as nw

from ecdcalc.carriers import RECOVERED, EnergyUse, empty_line
from ecdcalc.errors import EcdcalcError, Problem
from ecdcalc.measure import Measure
from ecdcalc.ops import Number, keep, where
from ecdcalc.plant import on_basis
from ecdcalc.process import Field, Process, changed, lift, walk
from ecdcalc.tables.columns import MEASURE, Column, Given, expression, with_defaults
from ecdcalc.tables.job import Job
from ecdcalc.units import Unit, unit

_PARAMETER = re.compile(rf"{MEASURE}\.(?P<name>\w+)\s*\[(?P<unit>[^\]]+)\]")


def read_parameters(job: Job, names: Iterable[str]) -> tuple[list[Column], list[Problem]]:
    """Return the columns that hold parameters of measures, and what is wrong with them."""
    known = {name: asked for measure in fitting(job) for name, asked in measure.parameters.items()}
    found: list[Column] = []
    problems: list[Problem] = []
    for name in names:
        if not name.startswith(f"{MEASURE}."):
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
    """Return the measures of the sector that are for the process."""
    return [measure for measure in job.sector.measures if issubclass(job.process, measure.on)]


def with_lines(job: Job, process: Process) -> Process:
    """Give the process a line for everything that a measure may recover and that the table has no column for."""
    if not isinstance(process, EnergyUse):
        return process
    for carrier in RECOVERED:
        if carrier not in process.carriers:
            line = with_defaults(empty_line(carrier, ""), job.context, {}, f"energy.{carrier}.")
            process = changed(process, carriers={**process.carriers, carrier: line})
    return process


def offered(job: Job, baseline: Process, given: Given, parameters: Sequence[Column]) -> dict[str, Process]:
    """Return the process after each measure that a row can name: those whose parameters all have a value."""
    found = {}
    for measure in fitting(job):
        numbers = _parameters(job, measure, parameters)
        if numbers is None:
            continue
        try:
            after = measure(baseline, carrier=measure.carrier, **numbers)
        except EcdcalcError:  # it saves a carrier that the table has no column for
            continue
        after = with_defaults(after, job.context, {**given, **_set(baseline, after)}, "")
        found[measure.id] = on_basis(after, job.basis)
    return found


def retrofitted(baseline: Process, given: Given, after: Mapping[str, Process]) -> tuple[Process, Given]:
    """Return the process after the measure that each row names, and what the table and the measures give for it."""
    state, said = baseline, dict(given)
    for id, process in after.items():
        applies = (nw.col(MEASURE) == id).fill_null(False)
        state = _chosen(applies, process, state)
        for path, value in _set(baseline, process).items():
            here = nw.when(applies).then(value)
            said[path] = nw.coalesce(here, said[path]) if path in said else here
    return state, said


def _set(before: Process, after: Process) -> Given:
    """Return the inputs with a default that a measure has set, by path: they are not looked up again."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}
    new = {path: getattr(owner, name) for path, owner, name, field in walk(after, "") if field.default is not None}
    changed = {path: value for path, value in new.items() if path in old and repr(value) != repr(old[path])}
    return {path: expression(value) for path, value in changed.items()}


def _chosen(applies: nw.Expr, after: Process, before: Process) -> Process:
    """Return, field by field, the one state where the condition holds and the other elsewhere."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}

    def choose(path: str, _field: object, value: Number, _origin: object) -> Number:
        return value if value is old.get(path) else keep(where(applies, value, old.get(path, value)))

    return lift(after, choose, "")


def _parameters(job: Job, measure: Measure, parameters: Sequence[Column]) -> dict[str, Number] | None:
    """Return the parameters of a measure: those of the row, else by default; None if one has neither."""
    numbers: dict[str, Number] = {}
    for name, asked in measure.parameters.items():
        value: Number = None
        if name == "saving" and measure.row.saving_typ:
            value = unit(measure.row.saving_unit).base(float(measure.row.saving_typ))
        elif name in measure.defaults:
            value = job.context.factors.get(measure.defaults[name].choices[0][1]).base
        for column in parameters:
            if column.path == name and _unit(column).same_kind(asked):
                here = column.expression()
                value = keep(here if value is None else nw.coalesce(here, nw.lit(value)))
        if value is None:
            return None
        numbers[name] = value
    return numbers


def _unit(column: Column) -> Unit:
    assert column.unit is not None
    return column.unit


def refused(
    job: Job, baseline: Process, after: Mapping[str, Process], parameters: Sequence[Column]
) -> Iterator[tuple[nw.Expr, str, dict[str, object]]]:
    """Yield what can be wrong with the measure of a row: the condition, and the text that says so."""
    named = nw.col(MEASURE)
    every = {measure.id: measure for measure in fitting(job)}
    given = ~named.is_null() & (named != "")
    yield given & ~named.is_in([*every]), "row-measure-unknown", {"known": ", ".join(every)}
    for id, measure in every.items():
        here = given & (named == id)
        if id not in after:
            lacking = [f"{MEASURE}.{name} [{asked.text}]" for name, asked in measure.parameters.items()]
            lacking += [f"energy.{measure.carrier}"] if measure.carrier else []
            yield here, "row-measure-lacks", {"found": id, "names": ", ".join(lacking)}
        for each in measure.applies:
            holds = each.holds(baseline)
            yield here & ~holds.fill_null(False), "measure-not-applicable", {"found": id, "condition": each.text}
        for column in parameters:
            asked = measure.parameters.get(column.path)
            if asked is not None and not _unit(column).same_kind(asked):
                values: dict[str, object] = {
                    "found": column.name,
                    "asked": asked.text,
                    "example": f"{MEASURE}.{column.path} [{asked.text}]",
                }
                yield here & ~column.here.is_null(), "unit-kind", values
