"""The contract for programs: an assessment as plain values with units (schema 1, `schema.json` beside this).

Numbers are in the units of `docs/json.md`; what is not known is null with its reason in `not_computed`.
Nothing is rounded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.result import Findings, Grade, ProcessResult, StepResult
from ecdcalc.model.evaluation import POLLUTANTS, State
from ecdcalc.model.laws import NOTHING, Law
from ecdcalc.model.plant import CLOSED, NEW
from ecdcalc.model.process import Origin, Process
from ecdcalc.numbers.formula import Output, outputs_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.factors import Factor, documents
from ecdcalc.reference.limits import LEVELS, Corrected
from ecdcalc.words.labels import joined, word
from ecdcalc.words.texts import known, say

SCHEMA = 1
_TCE, _KWH, _T = unit("tce"), unit("kWh"), unit("t")
_NAMES = {"energy": "energy_saved", "electricity": "electricity_saved"}
GRADES = ("C", "B", "A")


def contract(result: Findings, lang: str) -> dict[str, Any]:
    """Return the whole result as a dictionary that JSON can hold."""
    plant, titles = result.plant, _titles(result, lang)
    return {
        "schema": SCHEMA,
        "sector": plant.sector.id,
        "sector_label": plant.sector.label(lang),
        "plant": plant.name,
        "year": plant.year,
        "plan": plant.plan.id if plant.plan else None,
        "plan_label": plant.plan.label(lang) if plant.plan else None,
        "basis": result.basis,
        "totals": _totals(result),
        "processes": [_process(each, titles[each.case.place], lang) for each in result.processes],
        "gaps": [_gap(each, lang) for each in result.gaps],
        "not_computed": list(_not_computed(result, titles, lang)),
        "sources": list(_sources(result, lang)),
        "ecdcalc": __version__,
    }


def _titles(result: Findings, lang: str) -> dict[str, str]:
    """Return what a reader calls each process, by its place: its name, else the label of its kind, numbered."""
    kinds = [type(each.case.baseline).about for each in result.processes]
    count = Counter(about.key for about in kinds)
    seen: Counter[str] = Counter()
    found = {}
    for each, about in zip(result.processes, kinds, strict=True):
        seen[about.key] += 1
        label = about.zh if lang == "zh" else about.en
        numbered = f"{label} {seen[about.key]}" if count[about.key] > 1 else label
        found[each.case.place] = each.case.baseline.name or numbered
    return found


def quantity(of: Unit, value: Number) -> dict[str, Any] | None:
    """Return a number of base units as value and unit, None where it is missing."""
    if value is None or isinstance(value, Missing):
        return None
    return {"value": of.out(value), "unit": of.text}


def _totals(result: Findings) -> dict[str, Any]:
    energy = result.saved["energy"]
    return {
        "energy_saved": quantity(_TCE, energy),
        "energy_saved_heat": quantity(unit("GJ"), energy * unit("kJ/kgce").base(_standard_coal_heat())),
        "energy_saved_by_basis": {name: quantity(_TCE, each) for name, each in result.energy_by_basis.items()},
        "electricity_saved": quantity(_KWH, result.saved["electricity"]),
        "reductions": {label: quantity(_T, result.saved[name]) for name, label in POLLUTANTS.items()},
        "confidence": {
            POLLUTANTS.get(name, _NAMES.get(name, name)): grade
            for name in result.saved
            if (grade := _lowest(_grades(result.processes, name)))
        },
    }


def _standard_coal_heat() -> float:
    from ecdcalc.reference.factors import FactorTable

    return FactorTable().get("constant/standard-coal-heat").value or 0.0


def _grades(results: Iterable[ProcessResult], output: str) -> Iterator[str]:
    """Yield the grade of every published value that what is saved of an output rests on."""
    for each in results:
        for state in (each.baseline, each.reporting):
            if output in state:
                yield from _of_leaves(state[output])
        for step in each.steps:
            saved = step.saved.get(output, 0.0)
            if isinstance(saved, Missing) or saved != 0.0:
                yield from (origin.factor.confidence for origin in step.step.origins.values() if origin.factor)


def _of_leaves(term: Named) -> Iterator[str]:
    return (leaf.origin.factor.confidence for leaf in term.leaves() if leaf.origin and leaf.origin.factor)


def _lowest(grades: Iterator[str]) -> str:
    """Return the lowest of the grades, empty if there is none."""
    found = set(grades)
    return next((grade for grade in GRADES if grade in found), "")


def _process(result: ProcessResult, title: str, lang: str) -> dict[str, Any]:
    case = result.case
    about = type(case.baseline).about
    return {
        "process": about.key,
        "name": case.name,
        "title": title,
        "label": about.zh if lang == "zh" else about.en,
        "kind": case.kind,
        "closed_on": case.closed_on or None,
        "baseline": {} if case.kind == NEW else _state(result.baseline),
        "reporting": {} if case.kind == CLOSED else _state(result.reporting),
        "saved": _saved(result, result.saved),
        "methods": {POLLUTANTS[name]: found for name, found in result.methods.items()},
        "methods_baseline": {POLLUTANTS[name]: found for name, found in result.methods_baseline.items()},
        "confidence": {
            _public(name): grade for name in result.reporting if (grade := _lowest(_grades([result], name)))
        },
        "labels": {_public(name): _label(each, lang) for name, each in result.outputs.items()},
        "grades": [_grade(each, result.outputs[each.output], lang) for each in result.grades],
        "measures": [_step(each, result, lang) for each in result.steps],
    }


def _label(output: Output, lang: str) -> str:
    return output.zh if lang == "zh" else output.en


def _public(name: str) -> str:
    return POLLUTANTS.get(name, name)


def _state(state: State) -> dict[str, Any]:
    return {_public(name): found for name, term in state.items() if (found := quantity(term.unit, term.value))}


def _saved(result: ProcessResult, saved: Mapping[str, Number]) -> dict[str, Any]:
    return {_public(name): quantity(result.outputs[name].unit, value) for name, value in saved.items()}


def _grade(grade: Grade, indicator: Output, lang: str) -> dict[str, Any]:
    limit = grade.limit
    return {
        "standard": documents()[limit.standard]["title"] if limit.standard in documents() else limit.standard,
        "clause": limit.clause,
        "product": limit.id,
        "label": limit.label(lang),
        "indicator": grade.output,
        "indicator_label": _label(indicator, lang),
        "printed_unit": limit.printed or None,
        "effective": limit.effective or None,
        "in_force": grade.in_force,
        "limit": {state: _levels(grade, levels) for state, levels in grade.levels.items()},
        "baseline": _graded(grade, "baseline"),
        "reporting": _graded(grade, "reporting"),
    }


def _levels(grade: Grade, levels: Corrected) -> dict[str, Any]:
    return {f"level{number}": quantity(grade.limit.unit, level) for number, level in zip(LEVELS, levels, strict=True)}


def _graded(grade: Grade, state: str) -> dict[str, Any] | None:
    """Return value and level of a state, None where the process does not exist in it."""
    if state not in grade.level:
        return None
    return {"level": grade.level[state], "value": quantity(grade.limit.unit, grade.values[state])}


def _step(step: StepResult, result: ProcessResult, lang: str) -> dict[str, Any]:
    saved = _saved(result, step.saved)
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
                **(quantity(measure.parameters[name], value) or {}),
                "origin": step.step.origins[name].text,
            }
            for name, value in step.step.numbers.items()
        },
        "capex": None if step.step.capex is None else {"value": step.step.capex, "unit": "CNY"},
        "life": {"value": float(row.life_years), "unit": "a"} if row.life_years else None,
        "confidence": row.confidence,
    }


def _gap(gap: Gap, lang: str) -> dict[str, Any]:
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


def _not_computed(result: Findings, titles: Mapping[str, str], lang: str) -> Iterator[dict[str, str]]:
    for each in result.processes:
        about = type(each.case.baseline).about
        declared = outputs_of(type(each.case.baseline))

        def row(name: str, reason: str, each: ProcessResult = each) -> dict[str, str]:
            label = word(_public(name), lang) if name not in each.outputs else _short(each.outputs[name], name, lang)
            what = f"{each.case.name}: {_public(name)}"
            return {"what": what, "label": f"{titles[each.case.place]}: {label}", "reason": reason}

        for name in ("energy", "electricity", *POLLUTANTS):
            if name not in declared:
                reason = about.absent.get(name, "no-source-class")
                if reason != "counted-in-processes":
                    yield row(name, say(reason, lang))
            elif isinstance(each.saved[name], Missing):
                yield row(name, _lacks(each.saved[name], each, lang))
        spared = _other_ways(each.reporting) | _held_against(type(each.case.baseline))
        for name, term in each.reporting.items():
            lacks = isinstance(term.value, Missing) and term.value.names
            if lacks and not declared[name].extensive and name not in spared:
                yield row(name, _lacks(term.value, each, lang))


def _short(output: Output, name: str, lang: str) -> str:
    """Return the word of tables for what every process has, the label of the output for what is its own."""
    general = ("energy", "electricity", *POLLUTANTS)
    return word(_public(name), lang) if name in general else re.split("[:;]", _label(output, lang))[0]


def _lacks(value: Missing, result: ProcessResult, lang: str) -> str:
    """Return the reason; in Chinese an input is named by its label, with the key to write it by."""
    if lang == "en":
        return reason_of(value, lang)
    labels = {
        leaf.text: leaf.label[1]
        for state in (result.baseline, result.reporting)
        for term in state.values()
        for leaf in term.leaves()
        if isinstance(leaf.value, Missing)
    }
    names = {name: f"{labels[name]} {name}" if labels.get(name) else name for name in value.names}
    return reason_of(value, lang, names)


def _other_ways(state: State) -> set[str]:
    """Return the factor and balance routes to a pollutant that is known otherwise: they are no gap."""
    found = [name for name in POLLUTANTS if name in state and not isinstance(state[name].value, Missing)]
    return {f"{name}_{way}" for name in found for way in ("generated", "balance", "entering", "removed")}


def _held_against(cls: type[Process]) -> set[str]:
    """Return what only serves to check a claim: where it cannot be worked out nothing is checked, and nothing lacks."""
    laws: tuple[Law, ...] = getattr(cls, "laws", ())
    return {law.claim if law.bound == NOTHING else law.bound for law in laws}


def reason_of(value: Missing, lang: str, names: Mapping[str, str] | None = None) -> str:
    """Return why a value is missing: the inputs that are not given (by `names`), and the reason that is stated."""
    lacking = [(names or {}).get(name, name) for name in sorted(value.names)]
    found = [say("lacks-inputs", lang, names=joined(lacking, lang))] if lacking else []
    if value.reason == "zero-denominator":
        found = found or [say(value.reason, lang, names="?")]
    elif value.reason:
        found.append(say(value.reason, lang) if known(value.reason) else value.reason)
    return ("；" if lang == "zh" else "; ").join(found)


def _sources(result: Findings, lang: str) -> Iterator[dict[str, Any]]:
    """Yield every published value, assumption and standard that the result rests on, each once."""
    origins: dict[str, Origin] = {}
    for each in result.processes:
        for state in (each.baseline, each.reporting):
            for term in state.values():
                for leaf in term.leaves():
                    if leaf.origin and leaf.origin.kind in ("default", "assumed") and leaf.origin.text:
                        origins.setdefault(leaf.origin.text, leaf.origin)
        for step in each.case.steps:
            origins |= {origin.text: origin for origin in step.origins.values() if origin.kind == "default"}
    for id, origin in sorted(origins.items()):
        yield _factor_source(origin.factor, lang) if origin.factor else _assumption(id, lang)
    yield from _limit_sources(result, lang)
    if result.plant.plan:
        plan = result.plant.plan
        yield _source(plan.id, plan.document, "", "", "A", value=plan.label(lang))


def _factor_source(factor: Factor, lang: str) -> dict[str, Any]:
    value = f"{factor.value:g} {factor.unit.text}".removesuffix(" 1") if factor.value is not None else ""
    found = _source(factor.id, factor.document, factor.clause, factor.edition, factor.confidence, value)
    return {**found, "label": factor.label(lang), "own": factor.own, "caution": bool(factor.caution)}


def _assumption(id: str, lang: str) -> dict[str, Any]:
    return _source(id, "", "", "", "C", value=say(id, lang))


def _limit_sources(result: Findings, lang: str) -> Iterator[dict[str, Any]]:
    seen = set()
    for each in result.processes:
        for grade in each.grades:
            if grade.limit.id not in seen:
                seen.add(grade.limit.id)
                limit = grade.limit
                found = _source(limit.id, limit.standard, limit.clause, limit.effective[:4], limit.confidence, "")
                yield {**found, "label": limit.label(lang), "own": limit.own}


def _source(id: str, document: str, clause: str, edition: str, confidence: str, value: str) -> dict[str, Any]:
    title = documents().get(document, {}).get("title", document)
    return {
        "id": id,
        "document": title,
        "clause": clause,
        "edition": edition or documents().get(document, {}).get("edition", ""),
        "confidence": confidence,
        "value": value,
    }
