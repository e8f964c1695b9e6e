"""Many plants at once: the sector plugins run on the columns of a table.

No formula is written a second time: the process classes hold Narwhals expressions in the place of numbers, so
the same bodies run in Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark. Rows whose inputs cannot be
used are set aside with the reason; rows in = rows out + rows set aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import field, frozen

from ecdcalc.assessment import POLLUTANTS
from ecdcalc.carriers import RECOVERED, EnergyUse, empty_line
from ecdcalc.columns import CARRIERS, MEASURE, Column, baseline_of, read_columns, reporting_of, with_defaults
from ecdcalc.conditions import COMPARE
from ecdcalc.defaults import Context
from ecdcalc.errors import EcdcalcError, InputError
from ecdcalc.formula import Output, outputs_of
from ecdcalc.limits import LEVELS, Grading, LimitTable
from ecdcalc.ops import Missing, Number, where
from ecdcalc.plan import Plan, Target, load_plan
from ecdcalc.plant import on_basis
from ecdcalc.process import Process, changed, lift, walk
from ecdcalc.sector import Sector, sector
from ecdcalc.units import Unit, unit

_SAVED = ("energy", "electricity", *POLLUTANTS)
_REASON = "reason"


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
    found = sector(sector_id)
    options = {"co2_guide": found.co2_guide, **context}
    job = Job(
        found,
        found.process(process),
        Context(year=year, **options),
        load_plan(plan) if plan else None,
        basis=basis,
        units=units or {},
    )
    return run(nw.from_native(frame), job)


def run(frame: Any, job: Job) -> Portfolio:
    """Run a job on a Narwhals frame."""
    names = frame.collect_schema().names()
    columns, problems = read_columns(job.process, names, job.units)
    if problems:
        raise InputError(problems)
    reason = _reason(job, columns, MEASURE in names)
    marked = frame.with_columns(reason.alias(_REASON))
    good = marked.filter(nw.col(_REASON).is_null())
    results = good.with_columns(**results_of(job, columns, MEASURE in names))
    rejects = marked.filter(~nw.col(_REASON).is_null())
    return Portfolio(results.drop(_REASON).to_native(), rejects.to_native())


def _reason(job: Job, columns: Sequence[Column], measured: bool) -> nw.Expr:
    """Return, for each row, the first thing that is wrong with it; null where nothing is."""
    reason = nw.lit(None).cast(nw.String)
    for column in columns:
        for bad, text in _bad(column):
            reason = nw.coalesce(reason, nw.when(bad).then(nw.lit(f"{column.name}: {text}")))
    if measured:
        known = [*_offered(job, baseline_of(job.process, columns, job.context))]
        unknown = ~(nw.col(MEASURE).is_null() | nw.col(MEASURE).is_in(["", *known]))
        reason = nw.coalesce(reason, nw.when(unknown).then(nw.lit(f"{MEASURE}: unknown, known are {', '.join(known)}")))
    return reason


def _bad(column: Column) -> Iterator[tuple[nw.Expr, str]]:
    declared = column.field
    here = nw.col(column.name)
    if not declared.optional and not column.reporting and not column.path.startswith(CARRIERS):
        yield here.is_null(), "is required"
    if column.unit is None:
        yield ~here.is_null() & ~here.is_in(list(declared.options)), f"accepted are {', '.join(declared.options)}"
        return
    number = here.cast(nw.Float64)
    yield ~here.is_null() & ~number.is_finite(), "is no finite number"
    assert declared.unit is not None
    for sign, bound in declared.bounds:
        base = declared.unit.base(bound)
        yield ~COMPARE[sign](column.expression(), base), f"must be {sign} {bound:g} {declared.unit.text}"


def results_of(job: Job, columns: Sequence[Column], measured: bool) -> dict[str, nw.Expr]:
    """Return the result columns by name, their units in brackets."""
    baseline = on_basis(baseline_of(job.process, columns, job.context), job.basis)
    for carrier in RECOVERED if measured else ():
        baseline = _with_line(job, baseline, carrier)
    state = _with_measures(baseline, _offered(job, baseline)) if measured else baseline
    reporting = reporting_of(state, columns)
    found: dict[str, nw.Expr] = {}
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        for name, output in outputs_of(job.process).items():
            value = _value(process, name)
            if value is not None:
                found[f"{state}.{_label(name)} [{output.unit.text}]"] = _out(value, output.unit)
    found |= _saved(job, baseline, reporting)
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        found |= _grades(job, on_basis(process, "calorific"), state)
    found |= _gaps(job, baseline, reporting)
    found["audit.editions"] = nw.lit(_editions(job))
    return found


def _label(name: str) -> str:
    return POLLUTANTS.get(name, name)


def _value(process: Process, name: str) -> Number | None:
    """Return an output as an expression, None where it has no source for any row."""
    value = getattr(process, name)
    if isinstance(value, Missing):
        return None
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _out(value: Number, of: Unit) -> nw.Expr:
    shifted: nw.Expr = value - of.offset if of.offset else value
    scaled = shifted if of.factor == 1 else shifted / of.factor
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
        found[f"saved.{_label(name)} [{declared[name].unit.text}]"] = _out(before - after, declared[name].unit)
    return found


def _with_measures(baseline: Process, offered: Mapping[str, Process]) -> Process:
    """Return the process after the measure that each row names."""
    state = baseline
    for id, after in offered.items():
        state = _chosen((nw.col(MEASURE) == id).fill_null(False), after, state)
    return state


def _offered(job: Job, baseline: Process) -> dict[str, Process]:
    """Return the process after each measure that a column can name: those whose parameters all have a value."""
    found = {}
    for measure in job.sector.measures:
        row = measure.row
        if not issubclass(job.process, measure.on) or not row.saving_typ or list(measure.parameters) != ["saving"]:
            continue
        saving = unit(row.saving_unit).base(float(row.saving_typ))
        try:
            found[measure.id] = measure(baseline, carrier=measure.carrier, saving=saving)
        except EcdcalcError:  # it saves a carrier that the table has no column for
            continue
    return found


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
        return value if value is old.get(path) else where(applies, value, old.get(path, value))

    return lift(after, choose, "")


def _grades(job: Job, process: Process, state: str) -> dict[str, nw.Expr]:
    found = {}
    for grading in getattr(job.process, "gradings", ()):
        level: Number = nw.lit(None).cast(nw.String)
        for conditions, id in reversed(grading.product.choices):
            holds: Any = None
            for each in conditions:
                state_holds = each.holds(process)
                holds = state_holds if holds is None else holds & state_holds
            graded = _level(job, grading, process, id)
            level = graded if holds is None else where(holds, graded, level)
        found[f"grade.{state}.{grading.output}"] = level
    return found


def _level(job: Job, grading: Grading, process: Process, id: str) -> nw.Expr:
    """Return the smallest level number that is met, `not-qualified`, or null where an input is missing."""
    limit = job.limits.get(id)
    value = getattr(process, grading.output)
    scale = getattr(process, grading.scale) if grading.scale else 1.0
    level: Number = nw.lit("not-qualified" if limit.levels[-1] is not None else "incomplete")
    for number, base, shift in reversed(list(zip(LEVELS, limit.levels, grading.shifts, strict=True))):
        if base is not None:
            bound = limit.unit.base(base) * scale + (getattr(process, shift) if shift else 0.0)
            slack = where(value > bound, value - bound, 0 * value) <= _slack(value)
            level = where(slack, nw.lit(str(number)), level)
    return nw.when(~value.is_null()).then(level)


def _slack(value: Number) -> Number:
    return where(value < 0, -value, value) * 1e-12


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
