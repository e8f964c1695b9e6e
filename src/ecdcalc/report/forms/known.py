"""What a form may be filled from: the contract of a result, and beside it what only forms ask."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from ecdcalc.assessment.contract.form import ASSESSMENT, REGION, schema_text
from ecdcalc.assessment.money.result import PlantMoney, StepMoney
from ecdcalc.assessment.result import Findings
from ecdcalc.model.plant import RETROFIT
from ecdcalc.report.chance import chance_notes, percent, results

KINDS = (ASSESSMENT, REGION)
MORE = "more"
"""The table of what is not in the contract."""
_CHAIN = ("investment", "saving", "depreciation_years", "depreciation", "taxable", "profit", "cash_flow", "payback")
_ENDS = ("p5", "p50", "p95")
_TEXTS = ("measure", "label", "process")


@cache
def schema_of(kind: str) -> Mapping[str, Any]:
    """Return the schema of what a form of one kind is filled from."""
    schema: dict[str, Any] = json.loads(schema_text(kind))
    text: dict[str, Any] = {"type": "string"}
    amount = {"type": "object", "properties": {"value": {}, "unit": {}}}
    chain = {**dict.fromkeys(_TEXTS, text), **dict.fromkeys(_CHAIN, amount)}
    drawn = {"item": text, **dict.fromkeys(_ENDS, amount), "probability": text}
    chance = {
        "type": "object",
        "properties": {"results": _list_of(drawn), "notes": _list_of({"text": text})},
    }
    of_plant = {"evidence": text, "schemes": _list_of(chain)} if kind == ASSESSMENT else {}
    more = {"type": "object", "properties": {**of_plant, "chance": chance}}
    return {**schema, "properties": {**schema["properties"], MORE: more}}


def _list_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": fields}}


def document_of(result: Any, lang: str) -> dict[str, Any]:
    """Return what a form is filled from."""
    found: dict[str, Any] = result.to_dict(lang)
    found[MORE] = {"chance": _chance(found["chance"], lang) if "chance" in found else None}
    if isinstance(result, Findings):
        evidence = "evidence-measured" if is_measured(result) else "evidence-given"
        found[MORE] |= {"evidence": evidence, "schemes": _schemes(result.money, lang)}
    return found


def _chance(found: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return what random draws say, row by row."""
    return {
        "results": [
            {
                "item": each.label,
                **{end: each.spread and each.spread[end] for end in _ENDS},
                "probability": "–" if each.probability is None else percent(each.probability),
            }
            for each in results(found, lang)
        ],
        "notes": [{"text": each} for each in chance_notes(found, lang)],
    }


def is_measured(result: Findings) -> bool:
    """Tell whether the energy of every process that saves any was measured afterwards.

    A report may call itself verified only then; a closed process has nothing to be measured.
    """
    changed = [
        each.case
        for each in result.processes
        if each.case.kind == RETROFIT and each.case.baseline is not each.case.reporting and "energy" in each.saved
    ]
    return bool(changed) and all(case.measured and "energy" in case.overrides for case in changed)


def _schemes(money: PlantMoney | None, lang: str) -> list[dict[str, Any]] | None:
    """Return the economic chain of each measure (cleaner production): None where the plant has no prices."""
    if money is None:
        return None
    return [_chain(each, lang) for each in money.steps]


def _chain(step: StepMoney, lang: str) -> dict[str, Any]:
    """Return D = I/Y, T = P − D, E = T less tax, F = E + D, N = I/F of the first year.

    The tax is not below zero; without a tax rate or years of depreciation D, T and E are not known, and F is P.
    """
    head = {"measure": step.step.measure.id, "label": step.step.measure.row.label(lang), "process": step.place}
    worth = step.worth
    if worth is None:
        return {**head, **dict.fromkeys(_CHAIN)}
    saving, years = worth.saving(1) - worth.spent(1), worth.economics.depreciation
    taxed = bool(worth.economics.tax and years)
    worn = worth.invested / years if taxed and years else None
    tax, flow = worth.taxed(1), worth.flow[1]
    values = {
        "investment": (worth.invested, "CNY"),
        "saving": (saving, "CNY/a"),
        "depreciation_years": (years, "a"),
        "depreciation": (worn, "CNY/a"),
        "taxable": (None if worn is None else saving - worn, "CNY/a"),
        "profit": (None if worn is None else saving - worn - tax, "CNY/a"),
        "cash_flow": (flow, "CNY/a"),
        "payback": (worth.invested / flow if flow > 0 else None, "a"),
    }
    amounts = {key: None if value is None else {"value": value, "unit": of} for key, (value, of) in values.items()}
    return {**head, **amounts}
