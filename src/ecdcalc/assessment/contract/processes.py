"""One process: its states, what is saved, grades, measures; and the gaps to targets."""

from __future__ import annotations

from typing import Any

from ecdcalc.assessment.contract.shown import shown_of
from ecdcalc.assessment.contract.splits import (
    STATES,
    activity_of,
    by_carrier,
    carrier_lines,
    scale_of_process,
)
from ecdcalc.assessment.contract.totals import Grades, lowest, step_grades
from ecdcalc.assessment.contract.values import label_of, public, quantity, saved_of, state_of
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.result import Grade, National, ProcessResult, StepResult
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import CLOSED, NEW
from ecdcalc.numbers.formula import Output
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import title_of
from ecdcalc.reference.limits import LEVELS, Corrected
from ecdcalc.words.texts import say


def process_of(result: ProcessResult, title: str, basis: str, grades: Grades, lang: str) -> dict[str, Any]:
    """Return one process as plain values; its carriers on one basis of electricity and heat."""
    case = result.case
    about = type(case.baseline).about
    return {
        "process": about.key,
        "name": case.name,
        "title": title,
        "label": about.zh if lang == "zh" else about.en,
        "kind": case.kind,
        "closed_on": case.closed_on or None,
        "activity": activity_of(result, lang),
        "scale": scale_of_process(result),
        "baseline": {} if case.kind == NEW else state_of(result.baseline),
        "reporting": {} if case.kind == CLOSED else state_of(result.reporting),
        "saved": saved_of(result, result.saved),
        "energy_by_carrier": {state: by_carrier(carrier_lines(result, state, basis), lang) for state in STATES},
        "methods": {POLLUTANTS[name]: found for name, found in result.methods.items()},
        "methods_baseline": {POLLUTANTS[name]: found for name, found in result.methods_baseline.items()},
        "confidence": {public(name): grade for name in result.reporting if (grade := grades.lowest([result], name))},
        "shown": [public(name) for name in shown_of(type(case.baseline))],
        "labels": {public(name): label_of(each, lang) for name, each in result.outputs.items()},
        "grades": [_grade(each, result.outputs[each.output], lang) for each in result.grades],
        "measures": [step_of(each, result, lang) for each in result.steps],
    }


def _grade(grade: Grade, indicator: Output, lang: str) -> dict[str, Any]:
    """Return the grade by the edition in force, with those around it and the national levels beside it."""
    return {
        **_edition(grade, indicator, lang),
        "editions": [_edition(each, indicator, lang) for each in grade.others],
        "national": _national(grade.national, lang) if grade.national else None,
    }


def _edition(grade: Grade, indicator: Output, lang: str) -> dict[str, Any]:
    limit = grade.limit
    return {
        "standard": title_of(limit.standard, lang),
        "clause": clause_of(limit.clause, lang),
        "product": limit.id,
        "label": limit.label(lang),
        "indicator": grade.output,
        "indicator_label": label_of(indicator, lang),
        "printed_unit": limit.printed or None,
        "effective": limit.effective or None,
        "in_force": grade.in_force,
        "until": limit.last_day or None,
        "replaced_by": title_of(limit.replaced_by, lang) or None,
        "confidence": limit.confidence,
        "decides": grade.confirmed,
        "uncorrected": clause_of(grade.uncorrected, lang) or None,
        "limit": {state: _levels(grade, levels) for state, levels in grade.levels.items()},
        "baseline": _graded(grade, "baseline"),
        "reporting": _graded(grade, "reporting"),
    }


def _national(found: National, lang: str) -> dict[str, Any]:
    pair = found.pair
    return {
        "id": pair.id,
        "label": pair.label(lang),
        "document": title_of(pair.document, lang),
        "effective": pair.effective,
        "until": pair.until or None,
        "confidence": pair.confidence,
        "benchmark": None if pair.benchmark is None else {"value": pair.benchmark, "unit": pair.unit.text},
        "baseline_level": {"value": pair.baseline, "unit": pair.unit.text},
        "level": dict(found.level),
    }


def _levels(grade: Grade, levels: Corrected) -> dict[str, Any]:
    return {f"level{number}": quantity(grade.limit.unit, level) for number, level in zip(LEVELS, levels, strict=True)}


def _graded(grade: Grade, state: str) -> dict[str, Any] | None:
    """Return value and level of a state, None where the process does not exist in it."""
    if state not in grade.level:
        return None
    return {"level": grade.level[state], "value": quantity(grade.limit.unit, grade.values[state])}


def step_of(step: StepResult, result: ProcessResult, lang: str) -> dict[str, Any]:
    """Return one measure of a process as plain values."""
    saved = saved_of(result, step.saved)
    measure = step.step.measure
    row = measure.row
    return {
        "measure": measure.id,
        "label": row.label(lang),
        "energy_saved": saved.get("energy"),
        "electricity_saved": saved.get("electricity"),
        "reductions": {label: saved.get(label) for label in POLLUTANTS.values() if label in saved},
        "parameters": {
            name: {
                **(quantity(measure.units[name], value) or {}),
                "origin": step.step.origins[name].text,
            }
            for name, value in step.step.numbers.items()
        },
        "capex": None if step.step.capex is None else {"value": step.step.capex, "unit": "CNY"},
        "life": {"value": float(row.life_years), "unit": "a"} if row.life_years else None,
        "confidence": lowest(step_grades(step.step)) or row.confidence,
        **({"own": True, "source": row.source} if measure.own else {}),
    }


def gap_of(gap: Gap, lang: str) -> dict[str, Any]:
    """Return one target against a process or the plant as plain values."""
    target = gap.target
    shown = gap.limit.unit if gap.limit else gap.unit
    return {
        "target": target.id.upper(),
        "clause": target.where(lang),
        "label": target.label(lang),
        "process": gap.process or None,
        "indicator": target.indicator or None,
        "op": target.op or target.direction or None,
        "limit": quantity(shown, gap.limit.value) if gap.limit else None,
        "baseline": quantity(shown, gap.baseline),
        "reporting": quantity(shown, gap.reporting),
        "gap": quantity(shown, gap.gap),
        "status": gap.status,
        "reason": say(gap.reason, lang, **gap.values) if gap.reason else None,
    }
