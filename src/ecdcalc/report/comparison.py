"""Plants side by side, such as one plant with several choices of measures: what differs, on one page.

Each stands under a letter; a difference is that of a plant less the first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.plant import Assessment
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.chance import saved_label
from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, markdown_blocks, one_line, safe, text_blocks
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.labels import number, unit_word, word

SCHEMA = 1
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST = 2
_SAVED = ("energy", "electricity", *POLLUTANTS.values())
_STILL = 1e-9
"""Relative: what is nearer is the same, computed in another order."""


def check_comparison(sectors: Sequence[str], bases: Sequence[str]) -> None:
    """Raise `InputError` for what cannot stand side by side."""
    if not _LEAST <= len(sectors) <= len(LETTERS):
        values: dict[str, object] = {"found": len(sectors), "least": _LEAST, "most": len(LETTERS)}
        raise InputError([Problem("--compare", "compare-count", values)])
    if len({*sectors}) > 1 or len({*bases}) > 1:
        found = ", ".join(dict.fromkeys((*sectors, *bases)))
        raise InputError([Problem("--compare", "compare-kinds", {"found": found})])


def compared(results: Sequence[Assessment], names: Sequence[str], lang: str) -> dict[str, Any]:
    """Return results as plain values beside each other, under a letter each."""
    sides = [each.to_dict(lang) for each in results]
    processes = [{each["name"]: each for each in side["processes"]} for side in sides]
    carriers = [side["splits"]["energy_by_carrier"]["reporting"] for side in sides]
    heads = [
        {"file": name, "plant": side["plant"], "year": side["year"]} for name, side in zip(names, sides, strict=True)
    ]
    return {
        "comparison": SCHEMA,
        "sector": sides[0]["sector"],
        "basis": sides[0]["basis"],
        **dict(zip(LETTERS, heads, strict=False)),
        "saved": [
            {"item": name, "label": saved_label(name, lang), **_beside([_total(each, name) for each in sides])}
            for name in _SAVED
        ],
        "processes": [
            {"process": name, "title": _either(name, "title", processes), **each}
            for name in dict.fromkeys(name for side in processes for name in side)
            for each in _process([side.get(name) for side in processes], lang)
        ],
        "carriers": [
            {
                "carrier": id,
                "label": _either(id, "label", carriers),
                "amount": _beside([_of(side, id, "amount") for side in carriers]),
                "energy": _beside([_of(side, id, "energy") for side in carriers]),
            }
            for id in dict.fromkeys(id for side in carriers for id in side)
        ],
        "targets": [
            {"target": target, "process": process, **dict(zip(LETTERS, states, strict=False))}
            for (target, process), states in _statuses(sides).items()
        ],
    }


def _beside(values: Sequence[Mapping[str, Any] | None]) -> dict[str, Any]:
    """Return values and their differences from the first; none where one of the two is not known."""
    differences = {letter: _less(each, values[0]) for letter, each in zip(LETTERS[1:], values[1:], strict=False)}
    return {**dict(zip(LETTERS, values, strict=False)), "difference": differences["b"], "differences": differences}


def _less(one: Mapping[str, Any] | None, first: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if one is None or first is None else {"value": one["value"] - first["value"], "unit": first["unit"]}


def _total(side: Mapping[str, Any], name: str) -> Any:
    totals = side["totals"]
    return totals["reductions"][name] if name in totals["reductions"] else totals[f"{name}_saved"]


def _of(carriers: Mapping[str, Any], id: str, what: str) -> Any:
    """Return what is used of a carrier; nothing where the plant has none of it."""
    return carriers[id][what] if id in carriers else None


def _either(name: str, key: str, sides: Sequence[Mapping[str, Any]]) -> str:
    return str(next(side[name] for side in sides if name in side)[key])


def _process(sides: Sequence[Mapping[str, Any] | None], lang: str) -> Iterator[dict[str, Any]]:
    """Yield what a process uses and gives off in the reporting state, beside each other."""
    for name in _SAVED:
        found = [None if side is None else side["reporting"].get(name) for side in sides]
        if any(found):
            yield {"item": name, "label": word(name, lang), **_beside(found)}


def _statuses(sides: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str | None], list[str | None]]:
    found: dict[tuple[str, str | None], list[str | None]] = {}
    for number_of, side in enumerate(sides):
        for each in side["gaps"]:
            found.setdefault((each["target"], each["process"]), [None] * len(sides))[number_of] = each["status"]
    return found


def letters_of(found: Mapping[str, Any]) -> list[str]:
    """Return the letters of the plants that stand side by side."""
    return [each for each in LETTERS if each in found]


def render_comparison(found: dict[str, Any], form: str, lang: str) -> str:
    """Return the comparison in one of the formats: table, json, csv, markdown."""
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "csv":
        sides = letters_of(found)
        last = ["difference"] if len(sides) == _LEAST else [f"{each}-a" for each in sides[1:]]
        return csv_text(("section", "name", "item", *sides, *last, "unit", "label"), _rows(found, sides))
    parts = [*comparison_sections(found, lang)]
    if form == "table":
        return "\n\n".join([title_of(found, lang), *text_blocks(parts)])
    return "\n\n".join([f"# {safe(title_of(found, lang))}", *markdown_blocks(parts)])


def title_of(found: Mapping[str, Any], lang: str) -> str:
    """Return the line that says what stands under which letter."""
    names = (f"{each.upper()}: {_name(found[each])}" for each in letters_of(found))
    return word("compare-title", lang, names="  |  ".join(names))


def _name(side: Mapping[str, Any]) -> str:
    return one_line(f"{side['plant'] or '–'} ({side['file']})")


def comparison_sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield what is saved whole, and of processes, carriers and targets what differs."""
    sides = letters_of(found)
    changes = [word("difference", lang)] if len(sides) == _LEAST else [f"{each.upper()} − A" for each in sides[1:]]
    numbers = [*map(str.upper, sides), *changes, word("unit", lang)]
    saved = [(each["label"], *_cells(each, sides, lang)) for each in found["saved"]]
    yield Section(word("compare-saved", lang), [word("item", lang), *numbers], saved)
    same = [word("compare-none", lang)]
    processes = [
        (each["title"], each["label"], *_cells(each, sides, lang))
        for each in found["processes"]
        if _differs(each, sides)
    ]
    heads = [word("process", lang), word("item", lang), *numbers]
    yield Section(word("compare-processes", lang), heads, processes, [] if processes else same)
    carriers = [
        (each["label"], *_cells(each[what], sides, lang))
        for each in found["carriers"]
        for what in ("amount", "energy")
        if _differs(each[what], sides)
    ]
    heads = [word("carrier", lang), *numbers]
    yield Section(word("compare-carriers", lang), heads, carriers, [] if carriers else same)
    targets = [
        (each["target"], each["process"] or "", *(word(each[side], lang) if each[side] else "–" for side in sides))
        for each in found["targets"]
        if len({each[side] for side in sides}) > 1
    ]
    heads = [word("target", lang), word("process", lang), *map(str.upper, sides)]
    yield Section(word("gaps", lang), heads, targets, [] if targets else same)


def _differs(each: Mapping[str, Any], sides: Sequence[str]) -> bool:
    values = [each[side] for side in sides]
    known = [value["value"] for value in values if value is not None]
    if len(known) < len(values):
        return bool(known)
    return max(known) - min(known) > max(map(abs, known)) * _STILL


def _all(each: Mapping[str, Any], sides: Sequence[str]) -> tuple[list[Any], str]:
    """Return the values, the differences from the first, and the unit of one line."""
    values = [*(each[side] for side in sides), *(each["differences"][side] for side in sides[1:])]
    return values, next((value["unit"] for value in values if value), "")


def _cells(each: Mapping[str, Any], sides: Sequence[str], lang: str) -> tuple[str, ...]:
    values, of = _all(each, sides)
    return (*(number(value["value"]) if value else "–" for value in values), unit_word(of, lang) if of else "")


def _rows(found: Mapping[str, Any], sides: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for each in found["saved"]:
        yield "saved", "", each["item"], *_plain(each, sides), each["label"]
    for each in found["processes"]:
        yield "process", each["process"], each["item"], *_plain(each, sides), each["label"]
    for each in found["carriers"]:
        for what in ("amount", "energy"):
            yield "carrier", each["carrier"], what, *_plain(each[what], sides), each["label"]
    blank = [""] * (len(sides) + 1)
    for each in found["targets"]:
        yield "target", each["target"], each["process"] or "", *(each[side] or "" for side in sides), *blank


def _plain(each: Mapping[str, Any], sides: Sequence[str]) -> tuple[Any, ...]:
    values, of = _all(each, sides)
    return (*("" if value is None else value["value"] for value in values), of)
