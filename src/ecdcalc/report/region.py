"""A region's report: a scoreboard of one page first, details after; as text, Markdown, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ecdcalc.region_assessment import RegionAssessment
from ecdcalc.region_gaps import SHORT, STATES
from ecdcalc.report.labels import amount, number, word
from ecdcalc.report.region_contract import contract
from ecdcalc.report.render import escaped
from ecdcalc.report.tables import Section, text_table
from ecdcalc.sector import sectors
from ecdcalc.texts import say

_WIDEST = 40
_WORST = 15


def render_region(result: RegionAssessment, form: str, lang: str) -> str:
    """Return the result in one of the formats: table, json, csv, markdown."""
    found = contract(result, lang)
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv(found)
    return _text(found, lang) if form == "table" else _markdown(found, lang)


def _sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    yield _scoreboard(found, lang)
    yield _energy(found, lang)
    yield _worst(found, lang)
    yield _targets(found, lang)
    yield from filter(
        lambda each: each.rows or each.notes,
        (
            _years(found, lang),
            _counties(found, lang),
            _plant_sums(found, lang),
            _projects(found, lang),
            _offsets(found, lang),
            _moved(found, lang),
            *(_handed(found, key, lang) for key in ("handed_down", "key_units")),
            _differences(found, lang),
            _money_section(found, lang),
            _rejected(found, lang),
        ),
    )
    rows = [(each["id"], each["value"], each["document"], each["grade"]) for each in found["sources"]]
    yield Section(word("sources", lang), _words("id value document confidence", lang), rows)


def _words(names: str, lang: str) -> list[str]:
    return [word(each, lang) for each in names.split()]


def _heading(found: Mapping[str, Any], lang: str) -> str:
    rules = found["rules"]
    parts = [
        found["region"],
        f"{found['base_year']}–{found['year']}",
        f"{word('plan', lang)}: {found['plan']}",
        f"{word('basis', lang)}: {word(rules['basis'], lang)}",
        word("renewables-out" if rules["exclude_renewables"] else "renewables-in", lang),
        word("feedstock-out" if rules["exclude_feedstock"] else "feedstock-in", lang),
        word("prices-of", lang, year=found["price_year"] or "–"),
    ]
    return "  |  ".join(parts)


def _scoreboard(found: Mapping[str, Any], lang: str) -> Section:
    counts: dict[str, dict[str, int]] = {}
    for each in found["targets"]:
        sector = each["sector"][0]
        counts.setdefault(sector, dict.fromkeys(STATES, 0))[each["state"]] += 1
    rows: list[tuple[object, ...]] = [
        (_sector(sector, lang), *states.values()) for sector, states in sorted(counts.items())
    ]
    rows.append((word("total", lang), *found["scoreboard"].values()))
    return Section(word("scoreboard", lang), [word("sector", lang), *(word(each, lang) for each in STATES)], rows)


def _sector(id: str, lang: str) -> str:
    known = sectors().get(id)
    return known.label(lang) if known else word(id, lang)


def _energy(found: Mapping[str, Any], lang: str) -> Section:
    dual = found["energy"][found["rules"]["basis"]]
    rows: list[tuple[str, str]] = []
    if "missing" in dual:
        rows.append((word("energy-intensity", lang), say("region-lacks", lang, names=", ".join(dual["missing"]))))
    else:
        names = [
            "target",
            "done",
            "path",
            "remaining",
            "yearly_left",
            "yearly_even",
            "total_growth",
            "allowed",
            "growth_effect",
        ]
        rows += [(word(f"dual-{name}", lang), amount(dual[name])) for name in names if dual[name]]
    other = found["energy"]["primary" if found["rules"]["basis"] == "calorific" else "calorific"]
    if "missing" not in other:
        rows.append((word("dual-other", lang, basis=word(other["basis"], lang)), amount(other["done"])))
    for name, each in found["carbon"].items():
        text = (
            amount(each["change"]) if "change" in each else say("region-lacks", lang, names=", ".join(each["missing"]))
        )
        rows.append((word(f"carbon-{name}", lang), text))
    for name, each in found["projects"]["counted"].items():
        rows.append((word("counted-of", lang, name=name), amount(each["counted"])))
    saved = found["rollup"]["total"]
    rows.append((word("energy-saved", lang), amount(saved["energy"])))
    return Section(word("headline", lang), _words("item value", lang), rows)


def _worst(found: Mapping[str, Any], lang: str) -> Section:
    short = [each for each in found["targets"] if each["state"] == SHORT]
    rows = [
        (
            each["target"],
            _cut(each["label"]),
            _limit(each),
            amount(each["value"]),
            amount(each["gap"]),
            each["reason"] or "",
        )
        for each in short[:_WORST]
    ]
    notes = [word("more-below", lang, count=len(short) - _WORST)] if len(short) > _WORST else []
    return Section(word("short-list", lang), _words("target name limit value gap reason", lang), rows, notes)


def _limit(each: Mapping[str, Any]) -> str:
    return f"{each['op']} {amount(each['limit'])}"


def _targets(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["target"],
            each["clause"],
            _cut(each["label"]),
            _limit(each),
            amount(each["base"]),
            amount(each["value"]),
            amount(each["gap"]),
            word(each["state"], lang),
            each["set_by"],
            each["reason"] or "",
        )
        for each in found["targets"]
    ]
    names = "target clause name limit baseline value gap status plan reason"
    return Section(word("all-targets", lang), _words(names, lang), rows)


def _years(found: Mapping[str, Any], lang: str) -> Section:
    dual = found["energy"][found["rules"]["basis"]]
    names = ["year", "value_added", "energy", "controlled", "intensity", "decline", "yearly", "path", "saved"]
    rows = [[_cell(row[name]) for name in names] for row in dual.get("years", [])]
    return Section(word("dual-years", lang), [word(f"dual-{each}", lang) for each in names], rows)


def _counties(found: Mapping[str, Any], lang: str) -> Section:
    names = ["done", "path", "remaining", "yearly_left", "total_growth"]
    rows: list[list[str]] = []
    for name, dual in found["counties"].items():
        if "missing" in dual:
            rows.append([name, say("region-lacks", lang, names=", ".join(dual["missing"]))])
        else:
            rows.append([name, *(amount(dual[each]) for each in names)])
    return Section(
        word("counties-title", lang), [word("name", lang), *(word(f"dual-{each}", lang) for each in names)], rows
    )


def _cell(found: Any) -> str:
    return amount(found) if isinstance(found, Mapping) or found is None else str(found)


def _plant_sums(found: Mapping[str, Any], lang: str) -> Section:
    rows: list[list[str]] = []
    for key in ("counties", "sectors"):
        for name, sums in found["rollup"][key].items():
            rows.append([name, *(number(each["value"]) for each in sums.values())])
    rows.append([word("total", lang), *(number(each["value"]) for each in found["rollup"]["total"].values())])
    heads = [f"{word(name, lang)}, {each['unit']}" for name, each in found["rollup"]["total"].items()]
    notes = [
        f"{name}: {say('region-lacks', lang, names=', '.join(names))}"
        for name, names in found["rollup"]["unknown"].items()
        if name in ("energy", "electricity")
    ]
    return Section(word("rollup-title", lang), [word("name", lang), *heads], rows, notes)


def _projects(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["project"],
            each["county"],
            each["item"],
            each["start"],
            each["pollutant"],
            amount(each["annual"]),
            amount(each["counted"]),
            amount(each["carried"]),
            each["note"] or "",
        )
        for each in found["projects"]["entries"]
    ]
    title = word("projects-title", lang, rule=found["projects"]["rule"])
    return Section(title, _words("name county item start pollutant annual counted carried note", lang), rows)


def _offsets(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            *(each[name] for name in ("source", "county", "pollutant", "multiple")),
            *(amount(each[name]) for name in ("need", "used", "gap")),
        )
        for each in found["projects"]["offsets"]
    ]
    return Section(word("offsets-title", lang), _words("name county pollutant multiple need used gap", lang), rows)


def _moved(found: Mapping[str, Any], lang: str) -> Section:
    names = ("activity", "structure", "intensity", "total")
    parts = found["contribution"]
    rows: list[list[str]] = []
    if parts:
        rows = [[name, *(amount(each[key]) for key in names)] for name, each in parts["by_sector"].items()]
        rows.append([word("total", lang), *(amount(parts["energy"][key]) for key in names)])
        rows.append([word("energy-intensity", lang), *(amount(parts["intensity"][key]) for key in names)])
    return Section(word("moved-title", lang), _words("sector activity structure intensity total", lang), rows)


def _handed(found: Mapping[str, Any], key: str, lang: str) -> Section:
    rows = [
        (word(method, lang), each["name"], *(amount(each[name]) for name in ("saving", "allowed", "rate", "gain")))
        for method, rows in found[key].items()
        for each in rows
    ]
    return Section(word(f"{key}-title", lang), _words("method name saving allowed rate gain", lang), rows)


def _differences(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["region"],
            each["series"],
            *(amount(each[name]) for name in ("whole", "parts", "difference")),
            ", ".join(each["lacking"]),
        )
        for each in found["differences"]
    ]
    return Section(word("differences-title", lang), _words("name series whole parts difference lacking", lang), rows)


def _money_section(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (each["instrument"], *(amount(each[name]) for name in ("before", "after", "saved")))
        for each in found["money_total"]
    ]
    return Section(word("money-title", lang), _words("instrument before after saved", lang), rows)


def _rejected(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["place"], problem) for each in found["rejected"] for problem in each["problems"]]
    return Section(word("rejected-title", lang), _words("place reason", lang), rows)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _text(found: Mapping[str, Any], lang: str) -> str:
    return "\n\n".join([_heading(found, lang), *_blocks(found, lang, "simple")])


def _markdown(found: Mapping[str, Any], lang: str) -> str:
    return "\n\n".join([f"# {_safe(found['region'])}", _safe(_heading(found, lang)), *_blocks(found, lang, "pipe")])


def _blocks(found: Mapping[str, Any], lang: str, form: str) -> Iterator[str]:
    for section in _sections(found, lang):
        plain = form == "simple"
        rows = section.rows if plain else [[_safe(str(cell)) for cell in row] for row in section.rows]
        title = section.title if plain else f"## {section.title}\n"
        yield f"{title}\n" + text_table(section.headers, rows, form)
        if section.notes:
            yield "\n".join(section.notes)


def _safe(text: str) -> str:
    """Keep text from outside from becoming markup."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _csv(found: Mapping[str, Any]) -> str:
    """Return one row for each number: section, name, item, state, value, unit, note."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("section", "name", "item", "state", "value", "unit", "note"))
    for row in _rows(found):
        writer.writerow([escaped(cell) for cell in row])
    return buffer.getvalue()


def _pair(found: Mapping[str, Any] | None) -> tuple[Any, str]:
    return (found["value"], found["unit"]) if found else ("", "")


def _rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for state, count in found["scoreboard"].items():
        yield "scoreboard", found["region"], "targets", state, count, "", ""
    for each in found["targets"]:
        for item in ("limit", "base", "value", "gap"):
            yield "target", each["target"], item, each["state"], *_pair(each[item]), each["reason"] or each["label"]
    for basis, dual in found["energy"].items():
        for row in dual.get("years", []):
            for item in ("energy", "controlled", "intensity", "decline", "path"):
                yield f"energy-{basis}", row["year"], item, "", *_pair(row[item]), ""
    for key in ("counties", "sectors"):
        for name, sums in found["rollup"][key].items():
            for item, value in sums.items():
                yield key, name, item, "saved", *_pair(value), ""
    for item, value in found["rollup"]["total"].items():
        yield "total", found["region"], item, "saved", *_pair(value), ""
    for each in found["plants"]:
        for item, value in each["saved"].items():
            yield "plant", each["name"], item, "saved", *_pair(value), each["county"]
    yield from _other_rows(found)


def _other_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    for each in found["projects"]["entries"]:
        yield "project", each["project"], each["pollutant"], "counted", *_pair(each["counted"]), each["note"] or ""
    for each in found["projects"]["offsets"]:
        yield "offset", each["source"], each["pollutant"], "used", *_pair(each["used"]), ""
    for method, rows in _all_shares(found):
        for each in rows:
            yield "handed-down", each["name"], method, "saving", *_pair(each["saving"]), ""
    for each in found["differences"]:
        yield "difference", each["region"], each["series"], "", *_pair(each["difference"]), ", ".join(each["lacking"])
    for each in found["money"]:
        yield "money", each["plant"], each["instrument"], "saved", *_pair(each["saved"]), ""
    for each in found["rejected"]:
        for problem in each["problems"]:
            yield "rejected", each["place"], "", "", "", "", problem


def _all_shares(found: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    return [*found["handed_down"].items(), *found["key_units"].items()]
