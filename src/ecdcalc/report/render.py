"""An assessment as text, JSON, CSV or Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.assessment.contract.form import SCHEMA
from ecdcalc.assessment.plant import Assessment
from ecdcalc.report.chance import chance_rows
from ecdcalc.report.money import money_rows
from ecdcalc.report.screen.answer import answer, heads
from ecdcalc.report.screen.box import listed
from ecdcalc.report.screen.view import WHOLE, View, as_text
from ecdcalc.report.setting import csv_text, markdown_blocks, pair, safe, safe_line
from ecdcalc.report.tables import heading, in_part, sections
from ecdcalc.words.labels import word

_ENERGY = ("energy", "electricity")


def render(result: Assessment, form: str, lang: str, schema: int = SCHEMA, view: View = WHOLE) -> str:
    """Return the result in one of the formats: table (as viewed), json (in an edition of its schema), csv, markdown."""
    if form == "json":
        return json.dumps(result.to_dict(lang, schema=schema), ensure_ascii=False, indent=2)
    contract = result.to_dict(lang)
    if form == "csv":
        return _csv(contract, lang)
    return _text(contract, lang, view) if form == "table" else _markdown(contract, lang)


def _text(contract: Mapping[str, Any], lang: str, view: View) -> str:
    return as_text(heads(contract, lang), answer(contract, lang), sections(contract, lang), view, lang)


def _markdown(contract: Mapping[str, Any], lang: str) -> str:
    head = [f"# {safe(contract['plant'] or contract['sector'])}", safe_line(heading(contract, lang))]
    blocks = markdown_blocks(sections(contract, lang))
    return "\n\n".join([*head, listed(answer(contract, lang)), *blocks])


def _csv(contract: Mapping[str, Any], lang: str) -> str:
    """Return one row for each number: section, process, name, item, state, value, unit, and the label in `lang`."""
    heads = ("section", "process", "name", "item", "state", "value", "unit", "note", "label")
    return csv_text(heads, _rows(contract, lang))


def _rows(contract: Mapping[str, Any], lang: str) -> Iterator[tuple[Any, ...]]:
    plant, totals = contract["plant"], contract["totals"]
    saved = {
        "energy": totals["energy_saved"],
        "electricity": totals["electricity_saved"],
        **totals["reductions"],
    }
    for each in contract["warnings"]:
        yield "warning", "", each["place"], each["key"], "", *pair(each["value"]), each["source"] or "", each["text"]
    for item, found in saved.items():
        label = word(f"{item}-saved", lang) if item in _ENERGY else word("reduction", lang, name=word(item, lang))
        name = f"{item}_saved" if item in _ENERGY else item
        note = in_part(name in totals["lacks"], found, lang).strip()
        yield "total", "plant", plant, item, "saved", *pair(found), note, label
    for each in contract["processes"]:
        yield from _process_rows(each)
    for each in contract["gaps"]:
        note = each["status"] + (f": {each['reason']}" if each["reason"] else "")
        name, label = each["target"], each["label"]
        yield "gap", each["process"] or "plant", name, label, "gap", *pair(each["gap"]), note, label
    if "money" in contract:
        yield from money_rows(contract["money"])
    if "chance" in contract:
        yield from chance_rows(contract["chance"], lang)
    for each in contract["not_computed"]:
        yield "not-computed", "", "", each["what"], "", "", "", each["reason"], each["label"]


def _process_rows(each: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    of = each["process"], each["name"]
    for state in ("baseline", "reporting", "saved"):
        for item, found in each[state].items():
            yield "process", *of, item, state, *pair(found), "", each["labels"][item]
    for grade in each["grades"]:
        for state in ("baseline", "reporting"):
            if found := grade[state]:
                note = f"{grade['product']}: {found['level']}"
                yield "grade", *of, grade["indicator"], state, *pair(found["value"]), note, grade["label"]
    for measure in each["measures"]:
        mark = "own" if measure.get("own") else ""
        yield "measure", *of, measure["measure"], "saved", *pair(measure["energy_saved"]), mark, measure["label"]
