"""A region's report: a scoreboard of one page first, details after; as text, Markdown, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from ecdcalc.assessment.contract.form import SCHEMA
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.report.chance import chance_rows, chance_sections
from ecdcalc.report.region_sections import HEADLINES, heading, sections
from ecdcalc.report.screen.box import listed
from ecdcalc.report.screen.region import answer, heads
from ecdcalc.report.screen.view import WHOLE, View, as_text
from ecdcalc.report.section import Section
from ecdcalc.report.setting import csv_text, markdown_blocks, pair, safe, safe_line
from ecdcalc.report.tables import warnings_section


def render_region(result: RegionAssessment, form: str, lang: str, schema: int = SCHEMA, view: View = WHOLE) -> str:
    """Return the result in one of the formats: table (as viewed), json (in an edition of its schema), csv, markdown."""
    if form == "json":
        return json.dumps(result.to_dict(lang, schema=schema), ensure_ascii=False, indent=2)
    found = result.to_dict(lang)
    if form == "csv":
        return region_csv(found)
    return _text(found, lang, view) if form == "table" else _markdown(found, lang)


def _text(found: Mapping[str, Any], lang: str, view: View) -> str:
    rules = Section(heading(found, lang), (), ())
    return as_text(heads(found, lang), answer(found, lang), chain([rules], _sections(found, lang)), view, lang)


def _markdown(found: Mapping[str, Any], lang: str) -> str:
    head = [f"# {safe(found['region'])}", safe_line(heading(found, lang))]
    return "\n\n".join([*head, listed(answer(found, lang)), *markdown_blocks(_sections(found, lang))])


def _sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    chance = chance_sections(found["chance"], lang) if "chance" in found else ()
    return chain(warnings_section(found["warnings"], lang), chance, sections(found, lang))


def region_csv(found: Mapping[str, Any]) -> str:
    """Return one row for each number: section, name, item, state, value, unit, note."""
    return csv_text(("section", "name", "item", "state", "value", "unit", "note"), _rows(found))


def _rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["warnings"]:
        yield "warning", each["place"], each["key"], "", *pair(each["value"]), each["text"]
    for state, count in found["scoreboard"].items():
        yield "scoreboard", found["region"], "targets", state, count, "", ""
    for each in found["targets"]:
        for item in ("limit", "base", "value", "gap"):
            yield "target", each["target"], item, each["state"], *pair(each[item]), each["reason"] or each["label"]
    yield from _energy_rows(found)
    yield from _plant_rows(found)
    yield from _own_rows(found)
    yield from _other_rows(found)
    for section, place, name, item, state, value, of, note, _ in (
        chance_rows(found["chance"], "en") if "chance" in found else ()
    ):
        yield section, name or place, item, state, value, of, note


def _energy_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for basis, dual in found["energy"].items():
        yield from _dual_rows(f"energy-{basis}", found["region"], dual)
        for row in dual.get("years", []):
            for item in ("energy", "controlled", "intensity", "decline", "path"):
                yield f"energy-{basis}", row["year"], item, "", *pair(row[item]), ""
    for name, dual in found["counties"].items():
        yield from _dual_rows("county-energy", name, dual)
    for name, each in found["carbon"].items():
        note = ", ".join(each.get("missing", []))
        yield "carbon", found["region"], name, "missing" if note else "", *pair(each.get("change")), note
    for name, effect in (found["contribution"] or {}).get("by_sector", {}).items():
        for item, value in effect.items():
            yield "contribution", name, item, "", *pair(value), ""


def _plant_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for key in ("counties", "sectors"):
        for name, sums in found["rollup"][key].items():
            for item, value in sums.items():
                yield key, name, item, "saved", *pair(value), ""
    for item, value in found["rollup"]["total"].items():
        yield "total", found["region"], item, "saved", *pair(value), ""
    for each in found["plants"]:
        for item, value in each["saved"].items():
            yield "plant", each["name"], item, "saved", *pair(value), each["county"]


def _own_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["own_measures"]:
        for item in ("energy_saved", "electricity_saved"):
            yield "own-measure", each["plant"], each["measure"], item, *pair(each[item]), each["label"]


def _dual_rows(section: str, name: str, dual: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield what a dual control comes to, or the series that it lacks."""
    if "missing" in dual:
        yield section, name, "done", "missing", "", "", ", ".join(dual["missing"])
        return
    for item in HEADLINES:
        if dual[item]:
            yield section, name, item, "", *pair(dual[item]), ""


def _other_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["projects"]["entries"]:
        yield "project", each["project"], each["pollutant"], "counted", *pair(each["counted"]), each["note"] or ""
    for each in found["projects"]["offsets"]:
        yield "offset", each["source"], each["pollutant"], "used", *pair(each["used"]), ""
    for target, key, method, each in _all_shares(found):
        for item in ("saving", "gain"):
            yield f"handed-down-{key}", each["name"], f"{target} {method}", item, *pair(each[item]), ""
    for name, each in found["total_energy"].items():
        for item in ("target", "adjusted", "energy", "gap"):
            yield "total-energy", name, item, "", *pair(each[item]), ""
    for each in found["single_listed"]:
        note = each["approval"] or ""
        yield "single-listed", each["project"], each["county"], str(each["left_out"]), *pair(each["energy"]), note
    for each in found["differences"]:
        yield "difference", each["region"], each["series"], "", *pair(each["difference"]), ", ".join(each["lacking"])
    for each in (*found["money"], *found["money_total"]):
        for state in ("before", "after", "saved"):
            yield "money", each["plant"] or "", each["instrument"], state, *pair(each[state]), ""
    for each in found["rejected"]:
        for problem in each["problems"]:
            yield "rejected", each["place"], "", "", "", "", problem


def _all_shares(found: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    for target, given in found["handed_down"].items():
        for key in ("counties", "units"):
            for method, rows in given[key].items():
                for each in rows:
                    yield target, key, method, each
