"""What comes out for each row: outputs before and after, what is saved, grades, gaps, editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.tables.columns import label, looked_up, picked
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.money import money_of
from ecdcalc.assessment.tables.states import Inputs, States
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.grading import Grading
from ecdcalc.model.plant import on_basis
from ecdcalc.model.process import Process
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import Output, outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number, first_of, missing, where
from ecdcalc.numbers.row_words import held, is_known, negated, worded
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.numbers.units import Reading
from ecdcalc.numbers.unsigned import unsigned
from ecdcalc.reference.conditions import Condition
from ecdcalc.reference.editions import edition_on, later_than
from ecdcalc.reference.limits import INCOMPLETE, LEVELS, NOT_QUALIFIED, Limit
from ecdcalc.reference.plan import Target

_SAVED = ("energy", "electricity", *POLLUTANTS, CO2E)
_WORDS = (*map(str, LEVELS), NOT_QUALIFIED, INCOMPLETE)
_PLACE = {word: float(place) for place, word in enumerate(_WORDS)}
"""Grades are numbers until they are told: comparing and choosing words is dear on many rows."""


def results_of(job: Job, graph: Graph, inputs: Inputs, states: States) -> dict[str, Number]:
    """Return the result columns by name, their units in brackets."""
    baseline, reporting = states.baseline, states.reporting
    closed, new = (each.holds(graph) if each else None for each in (inputs.closed, inputs.new))
    absent = {"baseline": new, "reporting": closed}
    found: dict[str, Number] = {}
    for state, process in (("baseline", baseline), ("reporting", reporting)):
        found |= {name: _unless(absent[state], each) for name, each in _outputs(job, process, state)}
    found |= dict(_saved(job, baseline, reporting, closed, new))
    found |= dict(money_of(job, baseline, reporting, closed, new))
    graded = {state: on_basis(process, "calorific") for state, process in
              (("baseline", baseline), ("reporting", reporting))}  # fmt: skip
    levels: dict[str, Number] = {}
    for state, process in graded.items():
        for grading in getattr(job.process, "gradings", ()):
            for name, date in _dates(job, grading):
                column = f"{name}.{state}.{grading.output}"
                level = _unless(absent[state], _grade(job, grading, process, graded["reporting"], date))
                levels[column] = first_of(levels.get(column, missing(column)), level)
    found |= {column: worded(level, _WORDS) for column, level in levels.items()}
    found |= {name: _unless(closed, each) for name, each in _gaps(job, baseline, graded["reporting"])}
    found["audit.editions"] = job.editions
    known = {name: value for name, value in found.items() if not isinstance(value, Missing)}
    return {name: unsigned(value) if name.endswith("]") else value for name, value in known.items()}


def _unless(not_there: Symbol | None, value: Number) -> Number:
    """Return the value, null in the rows whose process is not there in that state."""
    return value if not_there is None else where(not_there, missing(""), value)


def _outputs(job: Job, process: Process, state: str) -> Iterator[tuple[str, Number]]:
    for name, output in outputs_of(job.process).items():
        yield f"{state}.{label(name)} [{output.unit.text}]", _shown(process, name, output)


def _saved(
    job: Job, baseline: Process, reporting: Process, closed: Symbol | None, new: Symbol | None
) -> Iterator[tuple[str, Number]]:
    """Yield what each row saves: the baseline adjusted to reporting activity, minus reporting.

    What closes saves what it used; what is new counts against the plant.
    """
    declared = outputs_of(job.process)
    scale = baseline.scale_to(reporting)
    for name in _SAVED:
        if name not in declared:
            continue
        before, after = (_shown(process, name, declared[name]) for process in (baseline, reporting))
        saved = (before * scale if declared[name].adjusted else before) - after
        if closed is not None:
            saved = where(closed, before, saved)
        if new is not None:
            saved = where(new, -after, saved)
        yield f"saved.{label(name)} [{declared[name].unit.text}]", saved


def _shown(process: Process, name: str, output: Output) -> Number:
    """Return an output in its declared unit."""
    return held(output.unit.out(value_of(process, name)))


def _dates(job: Job, grading: Grading) -> Iterator[tuple[str, str]]:
    """Yield the days to grade on: the end of the period, and where an edition is still to come the day it starts."""
    date = job.context.last_day
    yield "grade", date
    if date:
        coming = [each.effective for _, id in grading.product.choices for each in later_than(job.limits, id, date)]
        older = any(edition_on(job.limits, id, date).id != id for _, id in grading.product.choices)
        if coming and older:
            yield "grade-coming", max(coming)


def _grade(job: Job, grading: Grading, process: Process, reporting: Process, date: str) -> Number:
    """Return the place in `_WORDS` of the level by the first limit whose conditions hold on the reporting state.

    It is the level of `limits.grade_of`.
    The edition is the one in force on `date`. First the limit of each row is found, level by level (null where its
    standard has no such level), then the value is compared: the smallest level number that is met; incomplete where
    what would decide is missing.
    """
    limits = [(conditions, edition_on(job.limits, id, date)) for conditions, id in grading.product.choices]
    todays = [(conditions, float(limit.id == id)) for (conditions, limit), (_, id) in
              zip(limits, grading.product.choices, strict=True)]  # fmt: skip
    applies = is_known(of_row([(conditions, 1.0) for conditions, _ in limits], reporting))
    value = value_of(process, grading.output)
    standards = {limit.standard for _, limit in limits}
    if len(standards) == 1 and (earlier := grading.earlier.get(*standards)):
        value = first_of(value_of(process, earlier), value)
    scale = value_of(process, grading.scale) if grading.scale else 1.0
    undecided: Number = where(applies, _PLACE[INCOMPLETE], missing(grading.output))
    level = undecided
    decided: Any = True
    for number, shift in reversed(list(zip(LEVELS, grading.shifts, strict=True))):
        base = of_row([(conditions, _base(limit, number)) for conditions, limit in limits], reporting)
        there, factor = is_known(base), 1.0 if number in grading.unscaled else scale
        bound = _corrected(base, factor, value_of(process, shift) if shift else 0.0, todays, reporting)
        holds = meets(value, "<=", bound)
        met = first_of(holds, False)
        lower = where(there, _PLACE[NOT_QUALIFIED], level) if number == LEVELS[-1] else level
        level = where(met, _PLACE[str(number)], lower)
        decided = (there & is_known(holds) & (met | decided)) | (negated(there) & decided)
    return where(decided, level, undecided)


def _corrected(
    base: Number, factor: Number, shift: Number, todays: Sequence[tuple[tuple[Condition, ...], Number]], row: Process
) -> Number:
    """Return the limit of today's edition corrected, that of an earlier edition as it is."""
    if all(today == 1 for _, today in todays):
        return base * factor + shift
    if not any(today == 1 for _, today in todays):
        return base
    return where(of_row(todays, row) == 1, base * factor + shift, base)


def of_row(cases: Sequence[tuple[tuple[Condition, ...], Number]], record: Process) -> Number:
    """Return what each row has of its limit: of the first case whose conditions hold."""
    one = {each.name for conditions, _ in cases for each in conditions if each.sign == "=="}
    words = {each.value for conditions, _ in cases for each in conditions}
    exclusive = len(one) == 1 and len(words) == len(cases) and all(len(conditions) == 1 for conditions, _ in cases)
    return looked_up(cases, record) if exclusive and len(cases) > 1 else picked(cases, record, skip=True)


def _base(limit: Limit, number: int) -> Number:
    level = limit.levels[number - 1]
    return missing(limit.id) if level is None else limit.unit.base(level)


def _gaps(job: Job, baseline: Process, reporting: Process) -> Iterator[tuple[str, Number]]:
    """Yield what is still missing to each target of the plan that the process evaluates."""
    for target in job.plan.target if job.plan else ():
        ours = job.sector.id in target.sector and target.process == job.process.about.key
        if ours and target.bound and target.output in outputs_of(job.process):
            name = f"gap.{target.id.upper()} [{target.bound.unit.text}]"
            yield name, _gap(target, target.bound, job, baseline, reporting)


def _gap(target: Target, bound: Reading, job: Job, baseline: Process, reporting: Process) -> Number:
    """Return what is still missing to a target, null for rows that its conditions leave out."""
    value = value_of(reporting, target.output)
    gap = bound.unit.out(bound.value - value if target.op in (">=", ">") else value - bound.value)
    for condition in target.conditions:
        gap = where(condition.holds(baseline), gap, missing(target.id))
    return gap
