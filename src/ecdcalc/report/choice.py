"""A choice of measures as text, Markdown, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.money import basis_line
from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, markdown_blocks, pair, text_blocks
from ecdcalc.words.labels import amount, joined, number, word


def render_choice(found: Mapping[str, Any], form: str, lang: str) -> str:
    """Return the contract of a choice in one of the formats: table, json, csv, markdown."""
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "csv":
        return choice_csv(found)
    return choice_text(found, lang) if form == "table" else _markdown(found, lang)


def choice_text(found: Mapping[str, Any], lang: str) -> str:
    """Return the answer as text: the set, what it does, what binds, what else there is."""
    return "\n\n".join([word(f"choice-{found['status']}", lang), *text_blocks(sections(found, lang))])


def _markdown(found: Mapping[str, Any], lang: str) -> str:
    title = f"# {word('choice-title', lang)}"
    return "\n\n".join([title, word(f"choice-{found['status']}", lang), *markdown_blocks(sections(found, lang))])


def choice_csv(found: Mapping[str, Any]) -> str:
    """Return one row for each number: section, plant, place, name, item, value, unit, note."""
    return csv_text(("section", "plant", "place", "name", "item", "value", "unit", "note"), _rows(found))


def _rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    yield "choice", "", "", found["objective"], "cost", *pair(found["cost"]), found["status"]
    yield "choice", "", "", found["objective"], "investment", *pair(found["investment"]), ""
    for each in found["measures"]:
        for item in ("capex", "money_saved", "npv"):
            yield "measure", each["plant"], each["place"], each["measure"], item, *pair(each[item]), each["label"]
    for each in found["aims"]:
        of = each.get("plant") or "", each["place"] or "", each["name"]
        for item in ("need", "reached", "short", "alone", "without_budget"):
            yield "aim", *of, item, *pair(each[item]), "met" if each["met"] else "short"
    for each in found["not_evaluated"]:
        yield "not-evaluated", "", each["process"] or "", each["target"], "", "", "", each["reason"]
    yield from _plant_rows(found)
    for each in found["binding"]:
        yield "binding", "", "", each["aim"], "cost_without", *pair(each["cost_without"]), ""
    for each in found["curve"]:
        for item in ("abated", "cost", "specific"):
            yield "curve", each["plant"], each["place"], each["measure"], item, *pair(each[item]), each["output"]
    for each in found["left_out"]:
        yield "left-out", "", each["place"], each["measure"], "", "", "", each["reason"]


def _plant_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for plant in found["plants"]:
        for item, value in plant["saved"].items():
            yield "saved", plant["plant"], "", item, "saved", *pair(value), ""
        for each in plant["grades"]:
            for state in ("before", "after"):
                yield "grade", plant["plant"], each["process"], each["product"], state, each[state], "", each["label"]


def sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the sections in their order; those without rows are left out."""
    makers = (_measures, _aims, _grades, _binding, _curve, _schedule, _others, _left_out)
    for section in (make(found, lang) for make in makers):
        if section.rows or section.notes:
            yield section


def _section(
    title: str, names: str, rows: Sequence[tuple[str, ...]], lang: str, notes: tuple[str, ...] = ()
) -> Section:
    return Section(word(title, lang), [word(name, lang) for name in names.split()], rows, notes)


def _measures(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (each["plant"], each["place"], each["label"], amount(each["capex"], lang), amount(each["money_saved"], lang),
         amount(each["npv"], lang), each["confidence"])
        for each in found["measures"]
    ]  # fmt: skip
    notes = [word(f"choice-by-{found['objective']}", lang, cost=amount(found["cost"], lang)),
             word("choice-investment", lang, investment=amount(found["investment"], lang))]  # fmt: skip
    if found["basis"]:
        notes.append(basis_line(found["basis"], lang))
    for each in found["bounded"]:
        notes.append(word("choice-bounded", lang, **each))
    if found["proven_gap"] > 0:
        notes.append(word("choice-gap", lang, gap=number(100 * found["proven_gap"])))
    if not rows and found["status"] == "optimal":
        rows = [("–", "–", word("choice-none", lang), "–", "–", "–", "")]
    return _section("choice-title", "plant place measure capex money-saved npv confidence", rows, lang, tuple(notes))


def _aims(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (_aim_name(each, lang), each.get("plant") or "–", each["place"] or "–",
         amount(each["need"], lang), amount(each["reached"], lang),
         amount(each["short"], lang) if not each["met"] else "–",
         word("met" if each["met"] else "short", lang),
         word(f"stands-{each['stands_in_the_way']}", lang) if each["stands_in_the_way"] else "",
         amount(each["without_budget"] or each["alone"], lang) if not each["met"] else "")
        for each in found["aims"]
    ]  # fmt: skip
    for each in found["not_evaluated"]:
        rows.append((each["target"], *["–"] * 5, word("not-evaluated", lang), each["reason"], ""))
    names = "target plant place choice-need choice-reached short status choice-way choice-most"
    return _section("choice-aims", names, rows, lang)


def _aim_name(each: Mapping[str, Any], lang: str) -> str:
    """Return what is asked; of limits and targets the numbers are the margin to them."""
    return str(each["name"]) if each["kind"] == "reduce" else word("choice-margin", lang, name=each["name"])


def _grades(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (plant["plant"], each["process"], each["label"], _level(each["before"], lang), _level(each["after"], lang))
        for plant in found["plants"]
        for each in plant["grades"]
    ]
    return _section("grades", "plant process product baseline reporting", rows, lang)


def _level(level: int | str | None, lang: str) -> str:
    if level is None:
        return "–"
    return word(f"level-{level}" if isinstance(level, int) else level, lang)


def _binding(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["aim"], amount(each["cost_without"], lang)) for each in found["binding"]]
    return _section("choice-binds", "target choice-without", rows, lang)


def _curve(found: Mapping[str, Any], lang: str) -> Section:
    """Return the cost curve, with the share of each measure that does not depend on the order."""
    rows = []
    for each in found["curve"]:
        share = next(
            one for one in found["shares"][each["output"]]
            if (one["place"], one["measure"]) == (each["place"], each["measure"])
        )  # fmt: skip
        shown = (amount(each[name], lang) for name in ("abated", "cost", "specific"))
        rows.append((each["place"], each["measure"], word(each["output"], lang), *shown, amount(share, lang)))
    names = "place measure item curve-abated choice-cost curve-specific curve-share"
    return _section("curve-title", names, rows, lang)


def _schedule(found: Mapping[str, Any], lang: str) -> Section:
    """Return the years: what starts, what it invests, where each demand stands."""
    rows = [
        (
            str(each["year"] or word("schedule-unpaid", lang)),
            joined((f"{one['place']} {one['measure']}" for one in each["starts"]), lang) or "–",
            amount(each["investment"], lang),
            joined((f"{id} {amount(value, lang)}" for id, value in each["reached"].items()), lang),
        )
        for each in found["schedule"] or ()
    ]
    return _section("schedule-title", "year measures capex choice-reached", rows, lang)


def _others(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (joined((f"{one['place']} {one['measure']}" for one in each["measures"]), lang) or "–",
         amount(each["cost"], lang), amount(each["investment"], lang))
        for each in found["alternatives"]
    ]  # fmt: skip
    return _section("choice-others", "measures choice-cost capex", rows, lang)


def _left_out(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["place"], each["measure"], each["reason"]) for each in found["left_out"]]
    return _section("choice-left-out", "place measure reason", rows, lang)
