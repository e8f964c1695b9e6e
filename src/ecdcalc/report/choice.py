"""A choice of measures as text, Markdown, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.chance import chance_sections, choice_chance, choice_chance_rows
from ecdcalc.report.money import basis_line
from ecdcalc.report.screen.box import listed
from ecdcalc.report.screen.choice import answer, at_least, heads, named
from ecdcalc.report.screen.view import WHOLE, View, as_text
from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, markdown_blocks, pair, safe
from ecdcalc.words.counted import filled
from ecdcalc.words.labels import amount, joined, number, word

_HEADS = ("section", "plant", "place", "name", "item", "value", "unit", "note")


def render_choice(found: Mapping[str, Any], form: str, lang: str, view: View = WHOLE) -> str:
    """Return the contract of a choice in one of the formats: table (as viewed), json, csv, markdown."""
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "csv":
        return choice_csv(found)
    return choice_text(found, lang, view) if form == "table" else _markdown(found, lang)


def choice_text(found: Mapping[str, Any], lang: str, view: View = WHOLE) -> str:
    """Return the answer as text: first the answer itself, then the tables that are asked for."""
    return as_text(heads(found, lang), answer(found, lang), sections(found, lang), view, lang)


def _markdown(found: Mapping[str, Any], lang: str) -> str:
    title, status = heads(found, lang)
    blocks = markdown_blocks(sections(found, lang))
    return "\n\n".join([f"# {safe(title)}", safe(status), listed(answer(found, lang)), *blocks])


def choice_csv(found: Mapping[str, Any]) -> str:
    """Return one row for each number: section, plant, place, name, item, value, unit, note."""
    return csv_text(_HEADS, _rows(found))


def _rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    count = len(found["cost_unknown"])
    unknown = filled("a lower bound: {count:measure|measures} without a known cost", {"count": count}) if count else ""
    yield "choice", "", "", found["objective"], "cost", *pair(found["cost"]), found["status"]
    yield "choice", "", "", found["objective"], "investment", *pair(found["investment"]), unknown
    for each in found["measures"]:
        for item in ("capex", "capex_low", "capex_high", "money_saved", "npv"):
            note = each["capex_origin"] if item.startswith("capex") else each["label"]
            yield "measure", each["plant"], each["place"], each["measure"], item, *pair(each[item]), note
    if "chance" in found:
        yield from choice_chance_rows(found["chance"])
    for each in found["aims"]:
        of = each["plant"] or "", each["place"] or "", each["name"]
        note = "met" if each["met"] else f"short: {each['stands_in_the_way']}"
        for item in ("need", "reached", "short", "alone", "without_budget"):
            yield "aim", *of, item, *pair(each[item]), note
    for each in found["not_evaluated"]:
        yield "not-evaluated", "", each["process"] or "", each["target"], "", "", "", each["reason"]
    yield from _plant_rows(found)
    for each in found["binding"]:
        yield "binding", "", "", each["aim"], "cost_without", *pair(each["cost_without"]), ""
    for each in found["curve"]:
        for item in ("abated", "cost", "specific"):
            yield "curve", each["plant"], each["place"], each["measure"], item, *pair(each[item]), each["output"]
    yield from _year_rows(found)
    for each in found["left_out"]:
        note = "; ".join([each["reason"], *each["needs"]])
        yield "left-out", each["plant"], each["place"], each["measure"], "", "", "", note


def _plant_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for plant in found["plants"]:
        for item, value in plant["saved"].items():
            yield "saved", plant["plant"], "", item, "saved", *pair(value), ""
        for each in plant["grades"]:
            for state in ("before", "after"):
                yield "grade", plant["plant"], each["process"], each["product"], state, each[state], "", each["label"]


def _year_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["schedule"] or ():
        year = each["year"] or "unpaid"
        if each["investment"]:
            yield "year", "", "", year, "investment", *pair(each["investment"]), ""
        for one in each["starts"]:
            yield "year", one["plant"], one["place"], year, "start", "", "", one["measure"]
        for id, value in each["reached"].items():
            yield "year", "", "", year, "reached", *pair(value), id


def sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the tables of a choice that have something to say."""
    makers = (_measures, _aims, _grades, _binding, _curve, _schedule, _others, _left_out, _sources)
    for section in (make(found, lang) for make in makers):
        if section.rows or section.notes:
            yield section
    if "chance" in found:
        yield choice_chance(found["chance"], lang)
    for plant in found["plants"]:
        if "chance" in plant:
            yield from chance_sections(plant["chance"], lang)


def _section(
    title: str, names: str, rows: Sequence[tuple[str, ...]], lang: str, notes: tuple[str, ...] = ()
) -> Section:
    return Section(word(title, lang), [word(name, lang) for name in names.split()], rows, notes)


def _key(each: Mapping[str, Any], process: str = "place", measure: str = "measure") -> tuple[str, str, str]:
    return each["plant"], each[process], each[measure]


def capex_of(each: Mapping[str, Any], lang: str) -> str:
    """Return an investment with its range; a published one is marked, one that nobody knows is said to be that."""
    if not each["capex_known"]:
        return word("cost-unknown", lang)
    ends = [amount(each[f"capex_{end}"], lang) for end in ("low", "high") if each[f"capex_{end}"]]
    shown = amount(each["capex"], lang) + (f" ({' – '.join(ends)})" if ends else "")
    return f"{shown} *" if each["capex_origin"] == "library" else shown


def _measures(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (each["plant"], each["process"], each["label"], capex_of(each, lang), amount(each["money_saved"], lang),
         amount(each["npv"], lang), word(each["confidence"], lang))
        for each in found["measures"]
    ]  # fmt: skip
    cost, invested = (at_least(found, amount(found[name], lang), lang) for name in ("cost", "investment"))
    cost = cost if found["objective"] in ("annual", "investment") else amount(found["cost"], lang)
    notes = [word(f"choice-by-{found['objective']}", lang, cost=cost),
             word("choice-investment", lang, investment=invested)]  # fmt: skip
    if found["cost_unknown"]:
        names = joined((named(each, found) for each in found["cost_unknown"]), lang)
        notes.append(word("choice-unpriced-of", lang, count=len(found["cost_unknown"]), names=names))
    if any(each["capex_origin"] == "library" for each in found["measures"]):
        notes.append(word("choice-published", lang))
    if found["unpriced"]:
        notes.append(word("unpriced", lang, names=joined(found["unpriced"], lang)))
    if found["basis"]:
        notes.append(basis_line(found["basis"], lang))
    for each in found["bounded"]:
        notes.append(word("choice-bounded", lang, place=each["process"], most=each["most"], measures=each["measures"]))
    if found["bound_left"] is not None:
        notes.append(word("choice-bound-left", lang, left=amount(found["bound_left"], lang)))
    if found["proven_gap"] > 0:
        notes.append(word("choice-gap", lang, gap=number(100 * found["proven_gap"])))
    if not rows and found["status"] == "optimal":
        rows = [("–", "–", word("choice-none", lang), "–", "–", "–", "")]
    return _section("choice-title", "plant process measure capex money-saved npv confidence", rows, lang, tuple(notes))


def _aims(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (_aim_name(each, lang), each["plant"] or "–", each["process"] or "–",
         amount(each["need"], lang), amount(each["reached"], lang),
         amount(each["short"], lang) if not each["met"] else "–",
         word("met" if each["met"] else "short", lang), _way(each, found, lang),
         amount(each["without_budget"] or each["alone"], lang) if not each["met"] else "")
        for each in found["aims"]
    ]  # fmt: skip
    for each in found["not_evaluated"]:
        rows.append((each["target"], *["–"] * 5, word("not-evaluated", lang), each["reason"], ""))
    names = "target plant process choice-need choice-reached short status choice-way choice-most"
    return _section("choice-aims", names, rows, lang)


def _way(each: Mapping[str, Any], found: Mapping[str, Any], lang: str) -> str:
    """Return what stands in the way, with the demands and the measures that were left out by name."""
    if not each["stands_in_the_way"]:
        return ""
    said = word(f"stands-{each['stands_in_the_way']}", lang)
    others = joined((" ".join(filter(None, (one["name"], one["process"]))) for one in each["beside"]), lang)
    helping = joined((named(one, found) for one in each["left_out"]), lang)
    parts = [f"{said}: {others}" if others else said]
    if helping:
        parts.append(word("choice-would-help", lang, names=helping))
    return "; ".join(parts)


def _aim_name(each: Mapping[str, Any], lang: str) -> str:
    """Return what is asked; of limits and targets of one process the numbers are the margin to them."""
    return word("choice-margin", lang, name=each["name"]) if each["margin"] else str(each["name"])


def _grades(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (plant["plant"], each["process"], each["label"], _level(each["before"], lang), _level(each["after"], lang))
        for plant in found["plants"]
        for each in plant["grades"]
    ]
    return _section("grades", "plant process product baseline reporting", [*dict.fromkeys(rows)], lang)


def _level(level: int | str | None, lang: str) -> str:
    if level is None:
        return "–"
    return word(f"level-{level}" if isinstance(level, int) else level, lang)


def _binding(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["name"], amount(each["cost_without"], lang)) for each in found["binding"]]
    return _section("choice-binds", "target choice-without", rows, lang)


def _curve(found: Mapping[str, Any], lang: str) -> Section:
    """Return the cost curve, with the share of each measure that does not depend on the order."""
    rows = []
    for each in found["curve"]:
        share = next(one for one in found["shares"][each["output"]] if _key(one) == _key(each))
        shown = (amount(each[name], lang) for name in ("abated", "cost", "specific"))
        rows.append((*_key(each, "process", "label"), word(each["output"], lang), *shown, amount(share, lang)))
    names = "plant process measure item curve-abated choice-cost curve-specific curve-share"
    return _section("curve-title", names, rows, lang)


def _schedule(found: Mapping[str, Any], lang: str) -> Section:
    """Return the years: what starts, what it invests, where each demand stands."""
    names = {each["id"]: " ".join(filter(None, (each["name"], each["process"]))) for each in found["aims"]}
    rows = [
        (
            str(each["year"] or word("schedule-unpaid", lang)),
            joined((named(one, found) for one in each["starts"]), lang) or "–",
            amount(each["investment"], lang),
            joined((f"{names[id]} {amount(value, lang)}" for id, value in each["reached"].items()), lang),
        )
        for each in found["schedule"] or ()
    ]
    return _section("schedule-title", "year measures capex choice-reached", rows, lang)


def _others(found: Mapping[str, Any], lang: str) -> Section:
    """Return the other sets, each by what it takes and leaves against the one that was chosen."""
    rows = [
        (_changes(each["added"], found, lang), _changes(each["dropped"], found, lang),
         amount(each["cost"], lang), amount(each["investment"], lang))
        for each in found["alternatives"]
    ]  # fmt: skip
    return _section("choice-others", "choice-added choice-dropped choice-cost capex", rows, lang)


def _changes(keys: Sequence[Mapping[str, Any]], found: Mapping[str, Any], lang: str) -> str:
    return joined((named(one, found) for one in keys), lang) or "–"


def _left_out(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (*_key(each, "process", "label"), "; ".join([each["reason"], *each["needs"]])) for each in found["left_out"]
    ]
    return _section("choice-left-out", "plant process measure reason", rows, lang)


def _sources(found: Mapping[str, Any], lang: str) -> Section:
    rows = []
    for each in found["measures"]:
        cost = each["capex_source"] or {}
        printed = joined(filter(None, (cost.get("source"), cost.get("currency"), cost.get("price_year"))), lang)
        rows.append((*_key(each, "process", "label"), each["source"], printed or "–"))
    names = [word(name, lang) for name in ("plant", "process", "measure", "document", "capex")]
    return Section(word("sources", lang), names, rows, is_sources=True)
