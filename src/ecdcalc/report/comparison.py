"""Two plants side by side, such as one plant with two choices of measures: what differs, on one page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.plant import Assessment
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.chance import saved_label
from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, markdown_blocks, one_line, safe, text_blocks
from ecdcalc.words.labels import number, unit_word, word

SCHEMA = 1
_SIDES = ("a", "b")
_SAVED = ("energy", "electricity", *POLLUTANTS.values())
_STILL = 1e-9
"""Relative: what is nearer is the same, computed in another order."""


def compared(one: Assessment, other: Assessment, path: str, beside: str, lang: str) -> dict[str, Any]:
    """Return two results as plain values beside each other; a difference is the second less the first."""
    sides = one.to_dict(lang), other.to_dict(lang)
    processes = [{each["name"]: each for each in side["processes"]} for side in sides]
    carriers = [side["splits"]["energy_by_carrier"]["reporting"] for side in sides]
    return {
        "comparison": SCHEMA,
        "sector": sides[0]["sector"],
        "basis": sides[0]["basis"],
        "a": {"file": path, "plant": sides[0]["plant"], "year": sides[0]["year"]},
        "b": {"file": beside, "plant": sides[1]["plant"], "year": sides[1]["year"]},
        "saved": [
            {
                "item": name,
                "label": saved_label(name, lang),
                **_beside(*(_total(each, name) for each in sides)),
            }
            for name in _SAVED
        ],
        "processes": [
            {"process": name, "title": _either(name, "title", *processes), **each}
            for name in dict.fromkeys([*processes[0], *processes[1]])
            for each in _process([side.get(name) for side in processes], lang)
        ],
        "carriers": [
            {
                "carrier": id,
                "label": _either(id, "label", *carriers),
                "amount": _beside(*(_of(side, id, "amount") for side in carriers)),
                "energy": _beside(*(_of(side, id, "energy") for side in carriers)),
            }
            for id in dict.fromkeys([*carriers[0], *carriers[1]])
        ],
        "targets": [
            {"target": target, "process": process, **dict(zip(_SIDES, states, strict=True))}
            for (target, process), states in _statuses(*sides).items()
        ],
    }


def _beside(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return two values and their difference; none where one of them is not known."""
    known = one is not None and other is not None
    difference = {"value": other["value"] - one["value"], "unit": one["unit"]} if known else None  # type: ignore[index]
    return {"a": one, "b": other, "difference": difference}


def _total(side: Mapping[str, Any], name: str) -> Any:
    totals = side["totals"]
    return totals["reductions"][name] if name in totals["reductions"] else totals[f"{name}_saved"]


def _of(carriers: Mapping[str, Any], id: str, what: str) -> Any:
    """Return what is used of a carrier; nothing where the plant has none of it, in the unit of the other plant."""
    return carriers[id][what] if id in carriers else None


def _either(name: str, key: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    return str((one.get(name) or other[name])[key])


def _process(sides: Sequence[Mapping[str, Any] | None], lang: str) -> Iterator[dict[str, Any]]:
    """Yield what a process uses and gives off in the reporting state, beside each other."""
    for name in _SAVED:
        one, other = (None if side is None else side["reporting"].get(name) for side in sides)
        if one or other:
            yield {"item": name, "label": word(name, lang), **_beside(one, other)}


def _statuses(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[tuple[str, str | None], list[str | None]]:
    found: dict[tuple[str, str | None], list[str | None]] = {}
    for number_of, side in enumerate((one, other)):
        for each in side["gaps"]:
            found.setdefault((each["target"], each["process"]), [None, None])[number_of] = each["status"]
    return found


def render_comparison(found: dict[str, Any], form: str, lang: str) -> str:
    """Return the comparison in one of the formats: table, json, csv, markdown."""
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "csv":
        return csv_text(("section", "name", "item", "a", "b", "difference", "unit", "label"), _rows(found))
    title = word("compare-title", lang, one=_name(found["a"]), other=_name(found["b"]))
    sections = [*_sections(found, lang)]
    if form == "table":
        return "\n\n".join([title, *text_blocks(sections)])
    return "\n\n".join([f"# {safe(title)}", *markdown_blocks(sections)])


def _name(side: Mapping[str, Any]) -> str:
    return one_line(f"{side['plant'] or '–'} ({side['file']})")


def _sections(found: dict[str, Any], lang: str) -> Iterator[Section]:
    """Yield what is saved whole, and of processes, carriers and targets what differs."""
    numbers = ["A", "B", word("difference", lang), word("unit", lang)]
    saved = [(each["label"], *_cells(each, lang)) for each in found["saved"]]
    yield Section(word("compare-saved", lang), [word("item", lang), *numbers], saved)
    processes = [(each["title"], each["label"], *_cells(each, lang)) for each in found["processes"] if _differs(each)]
    heads = [word("process", lang), word("item", lang), *numbers]
    same = [word("compare-none", lang)]
    yield Section(word("compare-processes", lang), heads, processes, [] if processes else same)
    carriers = [
        (each["label"], *_cells(each[what], lang))
        for each in found["carriers"]
        for what in ("amount", "energy")
        if _differs(each[what])
    ]
    heads = [word("carrier", lang), *numbers]
    yield Section(word("compare-carriers", lang), heads, carriers, [] if carriers else same)
    targets = [
        (each["target"], each["process"] or "", *(word(each[side], lang) if each[side] else "–" for side in _SIDES))
        for each in found["targets"]
        if each["a"] != each["b"]
    ]
    heads = [word("target", lang), word("process", lang), "A", "B"]
    yield Section(word("gaps", lang), heads, targets, [] if targets else same)


def _differs(each: Mapping[str, Any]) -> bool:
    one, other = each["a"], each["b"]
    if one is None or other is None:
        return one is not other
    size = max(abs(one["value"]), abs(other["value"]))
    return bool(abs(one["value"] - other["value"]) > size * _STILL)


def _cells(each: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    known = each["a"] or each["b"]
    texts = [number(each[name]["value"]) if each[name] else "–" for name in (*_SIDES, "difference")]
    return (*texts, unit_word(known["unit"], lang) if known else "")


def _rows(found: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["saved"]:
        yield "saved", "", each["item"], *_plain(each), each["label"]
    for each in found["processes"]:
        yield "process", each["process"], each["item"], *_plain(each), each["label"]
    for each in found["carriers"]:
        for what in ("amount", "energy"):
            yield "carrier", each["carrier"], what, *_plain(each[what]), each["label"]
    for each in found["targets"]:
        yield "target", each["target"], each["process"] or "", each["a"] or "", each["b"] or "", "", "", ""


def _plain(each: Mapping[str, Any]) -> tuple[Any, ...]:
    known = each["a"] or each["b"]
    values = ("" if each[name] is None else each[name]["value"] for name in (*_SIDES, "difference"))
    return (*values, known["unit"] if known else "")
