"""What comes out for each row: outputs before and after, what is saved, grades, gaps, editions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import narwhals as nw

from ecdcalc.evaluation import POLLUTANTS
from ecdcalc.formula import Output, outputs_of
from ecdcalc.limits import INCOMPLETE, LEVELS, NOT_QUALIFIED, Grading, corrected
from ecdcalc.ops import Missing, Number, keep, where
from ecdcalc.plan import Target
from ecdcalc.plant import on_basis
from ecdcalc.process import Process
from ecdcalc.tables.columns import not_above, output_of
from ecdcalc.tables.job import Job
from ecdcalc.tables.stages import is_null
from ecdcalc.tables.states import Inputs, States
from ecdcalc.units import Unit

_SAVED = ("energy", "electricity", *POLLUTANTS)


def results_of(job: Job, inputs: Inputs, states: States) -> dict[str, nw.Expr]:
    """Return the result columns by name, their units in brackets."""
    baseline, reporting = states.baseline, states.reporting
    closed, new = (each.holds if each else None for each in (inputs.closed, inputs.new))
    absent = {"baseline": new, "reporting": closed}
    found: dict[str, nw.Expr] = {}
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        found |= {name: _unless(absent[state], each) for name, each in _outputs(job, process, state)}
    found |= dict(_saved(job, baseline, reporting, closed, new))
    graded = {state: on_basis(process, "calorific") for state, process in
              (("baseline", baseline), ("reporting", reporting))}  # fmt: skip
    for state, process in graded.items():
        for grading in getattr(job.process, "gradings", ()):
            name, level = f"grade.{state}.{grading.output}", _grade(job, grading, process, graded["reporting"])
            level = _unless(absent[state], level)
            found[name] = nw.coalesce(found[name], level) if name in found else level
    found |= {name: _unless(closed, each) for name, each in _gaps(job, baseline, graded["reporting"])}
    found["audit.editions"] = nw.lit(job.editions)
    return found


def label(name: str) -> str:
    """Return the name that an output has in results: that of a pollutant as printed."""
    return POLLUTANTS.get(name, name)


def _unless(not_there: nw.Expr | None, value: nw.Expr) -> nw.Expr:
    """Return the value, null in the rows whose process is not there in that state."""
    return value if not_there is None else nw.when(~not_there).then(value)


def _outputs(job: Job, process: Process, state: str) -> Iterator[tuple[str, nw.Expr]]:
    for name, output in outputs_of(job.process).items():
        value = output_of(process, name)
        if value is not None:
            yield f"{state}.{label(name)} [{output.unit.text}]", _out(value, output.unit)


def _out(value: nw.Expr, of: Unit) -> nw.Expr:
    shifted = value - of.offset if of.offset else value
    scaled = keep((shifted if of.factor == 1 else shifted / of.factor).cast(nw.Float64))
    return nw.when(scaled.is_finite()).then(scaled)


def _saved(
    job: Job, baseline: Process, reporting: Process, closed: nw.Expr | None, new: nw.Expr | None
) -> Iterator[tuple[str, nw.Expr]]:
    """Yield what each row saves: the baseline adjusted to reporting activity, minus reporting.

    What closes saves what it used; what is new counts against the plant.
    """
    declared: dict[str, Output] = outputs_of(job.process)
    scale = baseline.scale_to(reporting)
    for name in _SAVED:
        before = output_of(baseline, name) if name in declared else None
        after = output_of(reporting, name) if name in declared else None
        if before is None or after is None:
            continue
        saved = (before * scale if declared[name].adjusted else before) - after
        if closed is not None:
            saved = nw.when(closed).then(before).otherwise(saved)
        if new is not None:
            saved = nw.when(new).then(-after).otherwise(saved)
        yield f"saved.{label(name)} [{declared[name].unit.text}]", _out(saved, declared[name].unit)


def _grade(job: Job, grading: Grading, process: Process, reporting: Process) -> nw.Expr:
    """Return the level by the first limit whose conditions hold on the reporting state.

    Where the conditions are words that exclude each other, the cases stand side by side.
    """
    none = nw.lit(None).cast(nw.String)
    cases: list[tuple[Any, nw.Expr]] = []
    for conditions, id in grading.product.choices:
        holds: Any = None
        for each in conditions:
            holds = each.holds(reporting) if holds is None else holds & each.holds(reporting)
        cases.append((holds, _level(job, grading, process, id)))
    words = {each.name for conditions, _ in grading.product.choices for each in conditions if each.sign == "=="}
    if len(words) == 1 and all(len(c) == 1 and c[0].sign == "==" for c, _ in grading.product.choices):
        return nw.coalesce(*(keep(nw.when(holds).then(level)) for holds, level in cases), none)
    result: Number = none
    for holds, level in reversed(cases):
        result = level if holds is None else keep(where(holds, level, result))
    return result


def _level(job: Job, grading: Grading, process: Process, id: str) -> nw.Expr:
    """Return the smallest level number that is met, else what `limits.grade_of` says."""
    limit = job.limits.get(id)
    value = output_of(process, grading.output)
    if value is None:
        return nw.lit(INCOMPLETE)
    scale = getattr(process, grading.scale) if grading.scale else 1.0
    first, second, third = (getattr(process, name) if name else 0.0 for name in grading.shifts)
    levels = corrected(limit, scale, (first, second, third), grading.unscaled)
    level: Number = nw.lit(NOT_QUALIFIED if levels[-1] is not None else INCOMPLETE)
    for number, bound in reversed(list(zip(LEVELS, levels, strict=True))):
        if isinstance(bound, Missing) or is_null(bound):
            level = nw.lit(INCOMPLETE)
        elif bound is not None:
            level = where(not_above(value, bound), nw.lit(str(number)), level)
    return level.fill_null(INCOMPLETE)


def _gaps(job: Job, baseline: Process, reporting: Process) -> Iterator[tuple[str, nw.Expr]]:
    """Yield what is still missing to each target of the plan that the process evaluates."""
    for target in job.plan.target if job.plan else ():
        if job.sector.id in target.sector and target.process == job.process.about.key and target.bound:
            gap = _gap(target, job, baseline, reporting)
            if gap is not None:
                yield f"gap.{target.id.upper()} [{target.bound.unit.text}]", gap


def _gap(target: Target, job: Job, baseline: Process, reporting: Process) -> nw.Expr | None:
    """Return what is still missing to a target, null for rows that its conditions leave out."""
    value = output_of(reporting, target.output) if target.output in outputs_of(job.process) else None
    if value is None or target.bound is None:
        return None
    missing = target.bound.value - value if target.op in (">=", ">") else value - target.bound.value
    gap = _out(missing, target.bound.unit)
    for condition in target.conditions:
        gap = nw.when(condition.holds(baseline)).then(gap)
    return gap
