"""Many plants at once: the sector plugins run on the columns of a table.

No formula is written a second time: the process classes hold Narwhals expressions in the place of numbers, so
the same bodies run in Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark. Rows whose inputs cannot be
used are set aside with the reason; rows in = rows out + rows set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import evolve, field, frozen

from ecdcalc.carriers import RECOVERED, EnergyUse, empty_line
from ecdcalc.columns import CARRIERS, MEASURE, Column, baseline_of, read_columns, reporting_of, with_defaults
from ecdcalc.conditions import COMPARE
from ecdcalc.defaults import Context
from ecdcalc.errors import EcdcalcError, InputError
from ecdcalc.evaluation import POLLUTANTS
from ecdcalc.formula import Output, outputs_of
from ecdcalc.limits import LEVELS, Grading, LimitTable
from ecdcalc.measure import Measure
from ecdcalc.ops import Missing, Number, keep, where
from ecdcalc.plan import Plan, Target, load_plan
from ecdcalc.plant import on_basis
from ecdcalc.process import Process, changed, lift, walk
from ecdcalc.sector import Sector, sector
from ecdcalc.stages import Stages, is_null
from ecdcalc.units import Unit, unit

_SAVED = ("energy", "electricity", *POLLUTANTS)
_RESULT = "__ecdcalc_result_"
_BAD = "__ecdcalc_bad__"
_Wrong = tuple[nw.Expr, str, nw.Expr, str]
REJECT = ("reject_column", "reject_value", "reason")
"""The columns that a row set aside gets: which column, what it held, what is wrong with it."""
_PARAMETER = re.compile(rf"{MEASURE}\.(?P<name>\w+)\s*\[(?P<unit>[^\]]+)\]")


@frozen
class Portfolio:
    """The answer for a table: results and rows set aside, as frames of the same kind as the input."""

    results: Any
    rejects: Any


@frozen
class Job:
    """What to compute: the process, the factors that apply, the plan, the basis."""

    sector: Sector
    process: type[Process]
    context: Context = field(factory=Context)
    plan: Plan | None = None
    limits: LimitTable = field(factory=LimitTable)
    basis: str = "calorific"
    units: Mapping[str, str] = field(factory=dict)


def portfolio(
    frame: Any,
    *,
    sector_id: str,
    process: str,
    year: int | None = None,
    plan: str = "",
    basis: str = "calorific",
    units: Mapping[str, str] | None = None,
    **context: Any,
) -> Portfolio:
    """Assess every row of a frame as one process.

    `frame` is anything that Narwhals reads; results and rejects come back as the same kind. Columns are inputs
    by their path, with the unit in the header or in `units`. Other keywords go to `Context` (province,
    electricity_year, grid_year, coal_edition, co2_guide, factors). Raises `InputError` for columns that cannot
    be used; single rows never raise.
    """
    job = job_of(sector_id=sector_id, process=process, year=year, plan=plan, basis=basis, units=units, **context)
    return run(nw.from_native(frame), job)


def job_of(
    *,
    sector_id: str,
    process: str,
    year: int | None = None,
    plan: str = "",
    basis: str = "calorific",
    units: Mapping[str, str] | None = None,
    **context: Any,
) -> Job:
    """Return what to compute, from the words of a call or a command."""
    found = sector(sector_id)
    options = {"co2_guide": found.co2_guide, **context}
    return Job(
        found,
        found.process(process),
        Context(year=year, **options),
        load_plan(plan) if plan else None,
        basis=basis,
        units=units or {},
    )


def run(frame: Any, job: Job) -> Portfolio:
    """Run a job on a Narwhals frame."""
    schema = frame.collect_schema()
    columns, problems = read_columns(job.process, schema.names(), job.units)
    if problems:
        raise InputError(problems)
    frame, names = _held(frame, schema.names())
    columns = [
        evolve(each, text=each.unit is not None and schema[each.name] == nw.String, held=names[each.name])
        for each in columns
    ]
    with Stages() as checks:
        wrong = _wrong(job, columns, names)
        bad = nw.any_horizontal(*(bad.fill_null(False) for bad, *_ in wrong), nw.lit(False), ignore_nulls=True)
    marked = checks.apply(frame, {_BAD: bad})
    with Stages() as stages:
        results = results_of(job, columns, names)
    all_good = isinstance(marked, nw.DataFrame) and not marked[_BAD].any()
    good = (marked if all_good else marked.filter(~nw.col(_BAD))).drop(_BAD)
    rejects = checks.apply(marked.filter(nw.col(_BAD)).drop(_BAD), _refusal(wrong))
    at_once = isinstance(good, nw.DataFrame) and good.implementation.is_polars()
    good = good.lazy() if at_once else good  # Polars then sees all steps together
    again = [names[name] for name in names if name in results]
    answer = stages.apply(
        good.drop(*again), {f"{_RESULT}{number}": each for number, each in enumerate(results.values())}
    )
    answer = answer.collect() if at_once else answer
    old = [name for name in names if name not in results]
    return Portfolio(_named(answer, [*old, *results]), _named(rejects, [*names, *REJECT]))


def _held(frame: Any, names: Sequence[str]) -> tuple[Any, dict[str, str]]:
    """Return the frame and the names under which it holds its columns: Spark reads a dot as a field of a field."""
    if not _spark(frame):
        return frame, {name: name for name in names}
    held = {name: f"__ecdcalc_c{number}__" if "." in name else name for number, name in enumerate(names)}
    return nw.from_native(frame.to_native().toDF(*held.values())), held


def _named(frame: Any, names: Sequence[str]) -> Any:
    """Return the native frame with its columns named as asked, in order."""
    if _spark(frame):
        return frame.to_native().toDF(*names)
    held = frame.collect_schema().names()
    return frame.rename({old: new for old, new in zip(held, names, strict=True) if old != new}).to_native()


def _spark(frame: Any) -> bool:
    return bool(frame.implementation.is_spark_like())


def _wrong(job: Job, columns: Sequence[Column], names: Mapping[str, str]) -> list[_Wrong]:
    """Return what can be wrong with a row: the condition, the column, what it holds, the words for it."""
    wrong = [(bad, column.name, column.here, text) for column in columns for bad, text in _bad(column)]
    if MEASURE in names:
        wrong += [(bad, MEASURE, nw.col(MEASURE), text) for bad, text in _bad_measures(job, columns, names)]
    return wrong


def _refusal(wrong: Sequence[_Wrong]) -> dict[str, nw.Expr]:
    """Return the first thing that is wrong with a row: column, value, reason."""
    found: tuple[list[nw.Expr], ...] = ([], [], [])
    for bad, name, here, text in wrong:
        said = (nw.lit(name), here.cast(nw.String), nw.lit(f"{name}: {text}"))
        for each, value in zip(found, said, strict=True):
            each.append(nw.when(bad).then(value))
    none = nw.lit(None).cast(nw.String)
    return {name: nw.coalesce(*each, none) for name, each in zip(REJECT, found, strict=True)}


def _bad_measures(job: Job, columns: Sequence[Column], names: Mapping[str, str]) -> Iterator[tuple[nw.Expr, str]]:
    baseline = _prepared(job, columns, True)
    known = [*_offered(job, baseline, names)]
    named = nw.col(MEASURE)
    yield ~(named.is_null() | named.is_in(["", *known])), f"unknown, known are {', '.join(known)}"
    for measure in job.sector.measures:
        for each in measure.applies if measure.id in known else ():
            yield (named == measure.id) & ~each.holds(baseline).fill_null(False), f"{measure.id} is for {each.text}"


def _bad(column: Column) -> Iterator[tuple[nw.Expr, str]]:
    declared = column.field
    here = column.here
    if not declared.optional and not column.reporting and not column.path.startswith(CARRIERS):
        yield here.is_null(), "is required"
    if column.unit is None:
        yield ~here.is_null() & ~here.is_in(list(declared.options)), f"accepted are {', '.join(declared.options)}"
        return
    if column.text:
        yield ~here.is_null() & column.number().is_null(), "is no number"
    yield ~here.is_null() & ~column.number().is_finite(), "is no finite number"
    assert declared.unit is not None
    for sign, bound in declared.bounds:
        base = declared.unit.base(bound)
        yield ~COMPARE[sign](column.expression(), base), f"must be {sign} {bound:g} {declared.unit.text}"


def results_of(job: Job, columns: Sequence[Column], names: Mapping[str, str]) -> dict[str, nw.Expr]:
    """Return the result columns by name, their units in brackets."""
    measured = MEASURE in names
    baseline = _prepared(job, columns, measured)
    retrofitted = _with_measures(baseline, _offered(job, baseline, names)) if measured else baseline
    reporting = reporting_of(retrofitted, columns)
    found: dict[str, nw.Expr] = {}
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        for name, output in outputs_of(job.process).items():
            value = _value(process, name)
            if value is not None:
                found[f"{state}.{label(name)} [{output.unit.text}]"] = _out(value, output.unit)
    found |= _saved(job, baseline, reporting)
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        found |= _grades(job, on_basis(process, "calorific"), state)
    found |= _gaps(job, baseline, reporting)
    found["audit.editions"] = nw.lit(_editions(job))
    return found


def label(name: str) -> str:
    """Return the name that an output has in results: that of a pollutant as printed."""
    return POLLUTANTS.get(name, name)


def _value(process: Process, name: str) -> Number | None:
    """Return an output as an expression, None where it has no source for any row."""
    value = getattr(process, name)
    if isinstance(value, Missing) or is_null(value):
        return None
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _out(value: Number, of: Unit) -> nw.Expr:
    shifted: nw.Expr = value - of.offset if of.offset else value
    scaled = keep((shifted if of.factor == 1 else shifted / of.factor).cast(nw.Float64))
    return nw.when(scaled.is_finite()).then(scaled)


def _saved(job: Job, baseline: Process, reporting: Process) -> dict[str, nw.Expr]:
    """Return what each row saves: the baseline adjusted to reporting activity, minus reporting."""
    declared: dict[str, Output] = outputs_of(job.process)
    scale = baseline.scale_to(reporting)
    found = {}
    for name in _SAVED:
        if name not in declared:
            continue
        before, after = _value(baseline, name), _value(reporting, name)
        if before is None or after is None:
            continue
        if declared[name].adjusted:
            before = before * scale
        found[f"saved.{label(name)} [{declared[name].unit.text}]"] = _out(before - after, declared[name].unit)
    return found


def _with_measures(baseline: Process, offered: Mapping[str, Process]) -> Process:
    """Return the process after the measure that each row names."""
    state = baseline
    for id, after in offered.items():
        state = _chosen((nw.col(MEASURE) == id).fill_null(False), after, state)
    return state


def _offered(job: Job, baseline: Process, names: Mapping[str, str]) -> dict[str, Process]:
    """Return the process after each measure that a column can name: those whose parameters all have a value."""
    found = {}
    for measure in job.sector.measures:
        numbers = _parameters(job, measure, names) if issubclass(job.process, measure.on) else None
        if numbers is None:
            continue
        try:
            found[measure.id] = measure(baseline, carrier=measure.carrier, **numbers)
        except EcdcalcError:  # it saves a carrier that the table has no column for
            continue
    return found


def _parameters(job: Job, measure: Measure, names: Mapping[str, str]) -> dict[str, Number] | None:
    """Return the parameters of a measure: from `measure.<name> [unit]`, else by default; None if one has neither."""
    given = {match["name"]: (names[each], match["unit"]) for each in names if (match := _PARAMETER.fullmatch(each))}
    numbers: dict[str, Number] = {}
    for name, asked in measure.parameters.items():
        default: Number = None
        if name == "saving" and measure.row.saving_typ:
            default = unit(measure.row.saving_unit).base(float(measure.row.saving_typ))
        elif name in measure.defaults:
            default = job.context.factors.get(measure.defaults[name].choices[0][1]).base
        if name in given and unit(given[name][1]).same_kind(asked):
            written = unit(given[name][1])
            column = nw.col(given[name][0]).cast(nw.Float64) * written.factor + written.offset
            default = keep(column if default is None else nw.coalesce(column, nw.lit(default)))
        if default is None:
            return None
        numbers[name] = default
    return numbers


def _prepared(job: Job, columns: Sequence[Column], measured: bool) -> Process:
    """Return the baseline, with lines for what measures recover."""
    baseline = on_basis(baseline_of(job.process, columns, job.context), job.basis)
    for carrier in RECOVERED if measured else ():
        baseline = _with_line(job, baseline, carrier)
    return baseline


def _with_line(job: Job, process: Process, carrier: str) -> Process:
    """Give the process a line for what a measure recovers, if the table has no column of it."""
    if not isinstance(process, EnergyUse) or carrier not in RECOVERED or carrier in process.carriers:
        return process
    line = with_defaults(empty_line(carrier, ""), job.context, {}, f"energy.{carrier}.")
    return changed(process, carriers={**process.carriers, carrier: line})


def _chosen(applies: nw.Expr, after: Process, before: Process) -> Process:
    """Return, field by field, the one state where the condition holds and the other elsewhere."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}

    def choose(path: str, _field: object, value: Number, _origin: object) -> Number:
        return value if value is old.get(path) else keep(where(applies, value, old.get(path, value)))

    return lift(after, choose, "")


def _grades(job: Job, process: Process, state: str) -> dict[str, nw.Expr]:
    return {
        f"grade.{state}.{grading.output}": _grade(job, grading, process)
        for grading in getattr(job.process, "gradings", ())
    }


def _grade(job: Job, grading: Grading, process: Process) -> nw.Expr:
    """Return the level by the first limit whose conditions hold; side by side where words exclude each other."""
    none = nw.lit(None).cast(nw.String)
    cases: list[tuple[Any, nw.Expr]] = []
    for conditions, id in grading.product.choices:
        holds: Any = None
        for each in conditions:
            holds = each.holds(process) if holds is None else holds & each.holds(process)
        cases.append((holds, _level(job, grading, process, id)))
    words = {each.name for conditions, _ in grading.product.choices for each in conditions if each.sign == "=="}
    if len(words) == 1 and all(len(c) == 1 and c[0].sign == "==" for c, _ in grading.product.choices):
        return nw.coalesce(*(keep(nw.when(holds).then(level)) for holds, level in cases), none)
    result: Number = none
    for holds, level in reversed(cases):
        result = level if holds is None else keep(where(holds, level, result))
    return result


def _level(job: Job, grading: Grading, process: Process, id: str) -> nw.Expr:
    """Return the smallest level number that is met, `not-qualified`, or null where an input is missing."""
    limit = job.limits.get(id)
    value = getattr(process, grading.output)
    scale = getattr(process, grading.scale) if grading.scale else 1.0
    level: Number = nw.lit("not-qualified" if limit.levels[-1] is not None else "incomplete")
    for number, base, shift in reversed(list(zip(LEVELS, limit.levels, grading.shifts, strict=True))):
        if base is not None:
            bound = limit.unit.base(base) * scale + (getattr(process, shift) if shift else 0.0)
            slack = where(value > bound, value - bound, 0 * value) <= value.abs() * 1e-12
            level = where(slack, nw.lit(str(number)), level)
    return nw.when(~value.is_null()).then(level)


def _gaps(job: Job, baseline: Process, reporting: Process) -> dict[str, nw.Expr]:
    if job.plan is None:
        return {}
    found = {}
    for target in job.plan.target:
        if job.sector.id in target.sector and target.process == job.process.about.key and target.bound:
            gap = _gap(target, job, baseline, reporting)
            if gap is not None:
                found[f"gap.{target.id.upper()} [{target.bound.unit.text}]"] = gap
    return found


def _gap(target: Target, job: Job, baseline: Process, reporting: Process) -> nw.Expr | None:
    """Return what is still missing to a target, null for rows that its conditions leave out."""
    if target.output not in outputs_of(job.process):
        return None
    value = _value(on_basis(reporting, "calorific"), target.output)
    if value is None or target.bound is None:
        return None
    missing = target.bound.value - value if target.op in (">=", ">") else value - target.bound.value
    gap = _out(missing, target.bound.unit)
    for condition in target.conditions:
        gap = nw.when(condition.holds(baseline)).then(gap)
    return gap


def _editions(job: Job) -> str:
    context = job.context
    parts = [f"coal-{context.coal_edition}", f"co2-{context.co2_guide}", f"basis={job.basis}"]
    parts += [f"grid={context.province or 'china'}-{context.grid_year or context.year}"]
    return "; ".join([*parts, *([f"plan={job.plan.id}"] if job.plan else [])])
