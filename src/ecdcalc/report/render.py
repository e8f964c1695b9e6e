"""An assessment as text, JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from ecdcalc.assessment.contract.form import SCHEMA
from ecdcalc.assessment.plant import Assessment
from ecdcalc.report.tables import heading, sections, text_table
from ecdcalc.words.labels import word

_ENERGY = ("energy", "electricity")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(r"[\\|`*\[\]]|!(?=\[)")
_BEGINS = re.compile(r"^(\s*)([#>+\-=~])")


def render(result: Assessment, form: str, lang: str, schema: int = SCHEMA) -> str:
    """Return the result in one of the formats: table, json (in one edition of its schema), csv, markdown."""
    if form == "json":
        return json.dumps(result.to_dict(lang, schema=schema), ensure_ascii=False, indent=2)
    contract = result.to_dict(lang)
    if form == "csv":
        return _csv(contract, lang)
    return _text(contract, lang) if form == "table" else _markdown(contract, lang)


def _text(contract: dict[str, Any], lang: str) -> str:
    blocks = [heading(contract, lang)]
    for section in sections(contract, lang):
        blocks.append(
            "\n".join([section.title, *([text_table(section.headers, section.rows)] if section.rows else [])])
        )
        blocks += ["\n".join(section.notes)] if section.notes else []
    return "\n\n".join(blocks)


def _markdown(contract: dict[str, Any], lang: str) -> str:
    blocks = [f"# {safe(contract['plant'] or contract['sector'])}", safe_line(heading(contract, lang))]
    for section in sections(contract, lang):
        rows = [[safe(str(cell)) for cell in row] for row in section.rows]
        blocks += [f"## {section.title}", *([text_table(section.headers, rows, "pipe")] if rows else [])]
        blocks += ["\n".join(safe_line(each) for each in section.notes)] if section.notes else []
    return "\n\n".join(blocks)


def one_line(text: str) -> str:
    """Return a text on one line, without what moves or turns a terminal or a page."""
    return _STEERING.sub("", _BREAKS.sub(" ", text))


def safe(text: str) -> str:
    """Keep text from outside from becoming markup: tables, tags, links, images, code, emphasis."""
    return _MARKS.sub(r"\\\g<0>", one_line(text)).replace("<", "&lt;")


def safe_line(text: str) -> str:
    """Keep text from outside from becoming markup where it begins a line: headings, lists, rules, quotations."""
    return _BEGINS.sub(r"\1\\\2", safe(text))


def _csv(contract: dict[str, Any], lang: str) -> str:
    """Return one row for each number: section, process, name, item, state, value, unit, and the label in `lang`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("section", "process", "name", "item", "state", "value", "unit", "note", "label"))
    for row in _rows(contract, lang):
        writer.writerow([escaped(cell) for cell in row])
    return buffer.getvalue()


def escaped(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula, on one line; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    plain = one_line(cell)
    return f"'{plain}" if plain.lstrip()[:1] in FORMULA and plain.strip() else plain


def _rows(contract: dict[str, Any], lang: str) -> Iterator[tuple[Any, ...]]:
    plant, totals = contract["plant"], contract["totals"]
    saved = {
        "energy": totals["energy_saved"],
        "electricity": totals["electricity_saved"],
        **totals["reductions"],
    }
    for each in contract["warnings"]:
        yield "warning", "", each["place"], each["key"], "", *_pair(each["value"]), each["source"] or "", each["text"]
    for item, found in saved.items():
        label = word(f"{item}-saved", lang) if item in _ENERGY else word("reduction", lang, name=word(item, lang))
        yield "total", "plant", plant, item, "saved", *_pair(found), "", label
    for each in contract["processes"]:
        yield from _process_rows(each)
    for each in contract["gaps"]:
        note = each["status"] + (f": {each['reason']}" if each["reason"] else "")
        name, label = each["target"], each["label"]
        yield "gap", each["process"] or "plant", name, label, "gap", *_pair(each["gap"]), note, label
    for each in contract["not_computed"]:
        yield "not-computed", "", "", each["what"], "", "", "", each["reason"], each["label"]


def _process_rows(each: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    of = each["process"], each["name"]
    for state in ("baseline", "reporting", "saved"):
        for item, found in each[state].items():
            yield "process", *of, item, state, *_pair(found), "", each["labels"][item]
    for grade in each["grades"]:
        for state in ("baseline", "reporting"):
            if found := grade[state]:
                note = f"{grade['product']}: {found['level']}"
                yield "grade", *of, grade["indicator"], state, *_pair(found["value"]), note, grade["label"]
    for measure in each["measures"]:
        mark = "own" if measure.get("own") else ""
        yield "measure", *of, measure["measure"], "saved", *_pair(measure["energy_saved"]), mark, measure["label"]


def _pair(found: dict[str, Any] | None) -> tuple[Any, str]:
    return (found["value"], found["unit"]) if found else ("", "")
