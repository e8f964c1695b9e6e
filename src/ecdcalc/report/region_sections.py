"""The sections of a region's report, made from its contract: the scoreboard of one page first, details after."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.region.targets import SHORT, STATES
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS
from ecdcalc.model.sector import sectors
from ecdcalc.report.money import instrument
from ecdcalc.report.section import Section
from ecdcalc.report.tables import in_part, said_reductions
from ecdcalc.words.labels import amount, field, joined, number, unit_word, word
from ecdcalc.words.texts import say

_WIDEST = 44
_WORST = 15


def sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the sections in their order; those without rows are left out."""
    yield _scoreboard(found, lang)
    yield _energy(found, lang)
    yield _worst(found, lang)
    yield _targets(found, lang)
    details = (
        _years(found, lang),
        _counties(found, lang),
        _totals(found, lang),
        _listed(found, lang),
        *(_plant_sums(found, key, lang) for key in ("counties", "sectors")),
        _own_measures(found, lang),
        _projects(found, lang),
        _offsets(found, lang),
        _moved(found, lang),
        *(_handed(found, name, key, lang) for name in found["handed_down"] for key in ("counties", "units")),
        _differences(found, lang),
        _money(found, lang),
        _rejected(found, lang),
    )
    yield from (each for each in details if each.rows or each.notes)
    rows = [(each["id"], each["value"], each["document"], each["grade"]) for each in found["sources"]]
    yield Section(word("sources", lang), _words("id value document confidence", lang), rows, is_sources=True)


def _words(names: str, lang: str) -> list[str]:
    return [word(each, lang) for each in names.split()]


def heading(found: Mapping[str, Any], lang: str) -> str:
    """Return the line that says what was assessed, by which plan and rules."""
    rules = found["rules"]
    parts = [
        found["region"],
        f"{found['base_year']}–{found['year']}",
        field("plan", found["plan_label"], lang),
        field("basis", word(rules["basis"], lang), lang),
        word("renewables-out" if rules["exclude_renewables"] else "renewables-in", lang),
        word("feedstock-out" if rules["exclude_feedstock"] else "feedstock-in", lang),
        *([word("listed-out" if rules["exclude_listed"] else "listed-in", lang)] if found["single_listed"] else []),
        word("prices-of", lang, year=found["price_year"] or "–"),
    ]
    return "  |  ".join(parts)


def _lacks(names: Sequence[str], lang: str) -> str:
    return say("lacks-inputs", lang, names=joined(names, lang))


def _scoreboard(found: Mapping[str, Any], lang: str) -> Section:
    counts: dict[str, dict[str, int]] = {}
    for each in found["targets"]:
        sector = each["sector"][0]
        counts.setdefault(sector, dict.fromkeys(STATES, 0))[each["state"]] += 1
    order = sorted(counts, key=lambda sector: (sector != "region", sector))
    rows: list[tuple[object, ...]] = [(_sector(sector, lang), *counts[sector].values()) for sector in order]
    rows.append((word("total", lang), *found["scoreboard"].values()))
    heads = [word("sector", lang), *(word(each, lang) for each in STATES)]
    names = joined((each["place"] for each in found["rejected"]), lang)
    notes = [word("rejected-note", lang, names=names)] if names else []
    return Section(word("scoreboard", lang), heads, rows, notes)


def _sector(id: str, lang: str) -> str:
    known = sectors().get(id)
    return known.label(lang) if known else word("whole-region" if id == "region" else id, lang)


HEADLINES = (
    "target",
    "done",
    "progress",
    "path",
    "remaining",
    "yearly_left",
    "yearly_even",
    "total_growth",
    "allowed",
    "growth_effect",
)


def _energy(found: Mapping[str, Any], lang: str) -> Section:
    basis = found["rules"]["basis"]
    dual, other = found["energy"][basis], "primary" if basis == "calorific" else "calorific"
    rows: list[tuple[str, str]] = []
    if "missing" in dual:
        rows.append((word("energy-intensity", lang), _lacks(dual["missing"], lang)))
    else:
        rows += [(word(f"dual-{name}", lang), amount(dual[name], lang)) for name in HEADLINES if dual[name]]
    again = found["energy"][other]
    text = _lacks(again["missing"], lang) if "missing" in again else amount(again["done"], lang)
    rows.append((word("dual-other", lang, basis=word(other, lang)), text))
    for name, each in found["carbon"].items():
        rows.append(
            (
                word(f"carbon-{name}", lang),
                amount(each["change"], lang) if "change" in each else _lacks(each["missing"], lang),
            )
        )
    for name, each in found["projects"]["counted"].items():
        counted = amount(each["counted"] if found["projects"]["entries"] else None, lang)
        rows.append((word("counted-of", lang, name=word(name, lang)), counted))
    rows.append(
        (word("energy-saved", lang), amount(found["rollup"]["total"]["energy"] if found["plants"] else None, lang))
    )
    if found["rollup"]["total"]["co2e"] != found["rollup"]["total"]["CO2"]:
        rows.append((word("co2e-saved", lang), amount(found["rollup"]["total"]["co2e"], lang)))
    return Section(word("headline", lang), _words("item value", lang), rows)


def _worst(found: Mapping[str, Any], lang: str) -> Section:
    """Return the targets that are short; before the target year also where an even path stands."""
    short = [each for each in found["targets"] if each["state"] == SHORT]
    early = any(each["path"] for each in short)
    rows = [
        (
            each["target"],
            textwrap.fill(each["label"], _WIDEST),
            _limit(each, lang),
            *([amount(each["path"], lang)] if early else []),
            amount(each["value"], lang),
            amount(each["gap"], lang),
            each["reason"] or "",
        )
        for each in short[:_WORST]
    ]
    notes = [word("more-below", lang, count=len(short) - _WORST)] if len(short) > _WORST else []
    names = f"target name limit {'dual-path ' if early else ''}value gap reason"
    return Section(word("short-list", lang), _words(names, lang), rows, notes)


def _limit(each: Mapping[str, Any], lang: str) -> str:
    return f"{each['op']} {amount(each['limit'], lang)}"


def _targets(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["target"],
            each["clause"],
            textwrap.fill(each["label"], _WIDEST),
            _limit(each, lang),
            amount(each["base"], lang),
            amount(each["value"], lang),
            amount(each["gap"], lang),
            word(each["state"], lang),
            set_by(each, found, lang),
            each["reason"] or "",
        )
        for each in found["targets"]
    ]
    names = "target clause name limit baseline value gap status set-by reason"
    return Section(word("all-targets", lang), _words(names, lang), rows)


def set_by(target: Mapping[str, Any], found: Mapping[str, Any], lang: str) -> str:
    """Return whose limit of a target it is: that of a plan, or the region's own for what a clause asks."""
    plans, setter = found["plan_labels"], target["set_by"]
    if not setter.startswith("targets."):
        return str(plans.get(setter, setter))
    plan = plans.get(target["target"].lower().rpartition(".")[0], found["plan_label"])
    return word("set-by-region", lang, place=" ".join(filter(None, (plan, target["clause"]))))


def _years(found: Mapping[str, Any], lang: str) -> Section:
    dual = found["energy"][found["rules"]["basis"]]
    names = ["year", "value_added", "energy", "controlled", "intensity", "decline", "yearly", "path", "saved"]
    rows = [[_cell(row[name], lang) for name in names] for row in dual.get("years", [])]
    return Section(word("dual-years", lang), [word(f"dual-{each}", lang) for each in names], rows)


def _counties(found: Mapping[str, Any], lang: str) -> Section:
    names = ["done", "path", "remaining", "yearly_left", "total_growth"]
    rows: list[list[str]] = []
    for name, dual in found["counties"].items():
        if "missing" in dual:
            rows.append([name, _lacks(dual["missing"], lang)])
        else:
            rows.append([name, *(amount(dual[each], lang) for each in names)])
    return Section(
        word("counties-title", lang), [word("name", lang), *(word(f"dual-{each}", lang) for each in names)], rows
    )


def _cell(found: Any, lang: str) -> str:
    return amount(found, lang) if isinstance(found, Mapping) or found is None else str(found)


def _totals(found: Mapping[str, Any], lang: str) -> Section:
    names = ("expected_growth", "growth", "target", "adjusted", "energy", "gap")
    heads = _words("name growth-expected growth-actual total-target total-adjusted counts above", lang)
    rows = [(name, *(amount(each[key], lang) for key in names)) for name, each in found["total_energy"].items()]
    return Section(word("totals-energy-title", lang), heads, rows)


def _listed(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["project"],
            each["county"],
            amount(each["energy"], lang),
            each["approval"] or "–",
            word("yes" if each["left_out"] and found["rules"]["exclude_listed"] else "no", lang),
        )
        for each in found["single_listed"]
    ]
    return Section(word("listed-title", lang), _words("name county energy approval left-out", lang), rows)


def _plant_sums(found: Mapping[str, Any], key: str, lang: str) -> Section:
    """Return what the plants save, by county or sector: what is known, a part marked as such."""
    rollup = found["rollup"]
    lacks = rollup["lacks"]

    def cells(sums: Mapping[str, Any], lacking: Mapping[str, Any]) -> list[str]:
        return [
            (number(each["value"]) if each else "–") + in_part(name in lacking, each, lang)
            for name, each in sums.items()
        ]

    rows = [
        [_sector(name, lang) if key == "sectors" else name, *cells(sums, lacks[key][name])]
        for name, sums in rollup[key].items()
    ]
    rows.append([word("total", lang), *cells(rollup["total"], lacks["total"])])
    units = {POLLUTANTS.get(name, name): of.text for name, of in SAVED_UNITS.items()}
    names = {name: "co2e-saved" if name == CO2E else name for name in rollup["total"]}
    heads = [f"{word(names[name], lang)}, {units.get(name, 't')}" for name in rollup["total"]]
    notes = [
        say("region-not-in-total", lang, total=word(names[name], lang), names=joined(plants, lang))
        for name, plants in lacks["total"].items()
        if key == "sectors"
    ]
    return Section(
        word(f"rollup-{key}", lang), [word("sector" if key == "sectors" else "county", lang), *heads], rows, notes
    )


def _own_measures(found: Mapping[str, Any], lang: str) -> Section:
    """Return the measures of the users' own, each marked: what the plants save rests on them too."""
    rows = [
        (
            each["plant"],
            each["process"],
            each["label"] + " *",
            amount(each["energy_saved"], lang),
            said_reductions(each["reductions"], lang),
            each["source"],
        )
        for each in found["own_measures"]
    ]
    heads = _words("plant process measure energy-saved reductions source", lang)
    return Section(word("own-measures", lang), heads, rows, [say("own-measure-mark", lang)] if rows else [])


def _projects(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["project"],
            each["county"],
            word(f"item-{each['item']}", lang),
            each["start"],
            word(each["pollutant"], lang),
            amount(each["annual"], lang),
            amount(each["counted"], lang),
            amount(each["carried"], lang),
            each["note"] or "",
        )
        for each in found["projects"]["entries"]
    ]
    title = word("projects-title", lang, rule=word(found["projects"]["rule"], lang))
    return Section(title, _words("name county item start pollutant annual counted carried note", lang), rows)


def _offsets(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            *(each[name] for name in ("source", "county")),
            word(each["pollutant"], lang),
            number(each["multiple"]),
            *(amount(each[name], lang) for name in ("need", "used", "gap")),
        )
        for each in found["projects"]["offsets"]
    ]
    return Section(word("offsets-title", lang), _words("name county pollutant multiple need used gap", lang), rows)


def _moved(found: Mapping[str, Any], lang: str) -> Section:
    names = ("activity", "structure", "intensity", "total")
    parts = found["contribution"]
    rows: list[list[str]] = []
    if parts:
        rows = [
            [_sector(name, lang), *(amount(each[key], lang) for key in names)]
            for name, each in parts["by_sector"].items()
        ]
        rows.append([word("total", lang), *(amount(parts["energy"][key], lang) for key in names)])
        rows.append([word("energy-intensity", lang), *(amount(parts["intensity"][key], lang) for key in names)])
    return Section(word("moved-title", lang), _words("sector activity structure intensity total", lang), rows)


def _handed(found: Mapping[str, Any], target: str, key: str, lang: str) -> Section:
    """Return a table of who is given what: a row for each county or unit, the methods side by side."""
    given = found["handed_down"][target]
    methods = {method: {row["name"]: row for row in rows} for method, rows in given[key].items()}
    energy = target == "energy"
    name = word("energy-target", lang) if energy else word("quota-of", lang, name=word(target, lang))
    to = {"counties": "handed-down-title", "units": "key-units-title" if energy else "key-sources-title"}
    notes = [_lacks(given["lacking"], lang)] if given["lacking"] and key == "counties" else []
    first = next(iter(methods.values()), {})
    heads, columns = [word("name", lang)], [[*first, word("total", lang)]]
    for method, rows in methods.items():
        for each in ("saving", "rate", "gain"):
            if each == "gain" and method == "equal-rate":
                continue
            label = {"saving": "to-save" if energy else "to-reduce"}.get(each, each)
            heads.append(
                f"{word(method, lang)}\n{_with_unit(word(label, lang), [row[each] for row in rows.values()], lang)}"
            )
            columns.append(_column([rows[name][each] for name in first], sums=each == "saving"))
    if not energy and key == "counties" and first:
        heads.append(_with_unit(word("counted", lang), [row["counted"] for row in first.values()], lang))
        columns.append(_column([row["counted"] for row in first.values()], sums=True))
    if len(methods) > 1 and key == "counties":
        notes.append(word("gain-note", lang))
    return Section(word(to[key], lang, name=name), heads, [*zip(*columns, strict=True)] if first else [], notes)


def _with_unit(label: str, cells: Sequence[Mapping[str, Any]], lang: str) -> str:
    return f"{label}, {unit_word(cells[0]['unit'], lang)}"


def _column(cells: Sequence[Mapping[str, Any]], *, sums: bool) -> list[str]:
    """Return the numbers of a column with their sum below."""
    values = [each["value"] for each in cells]
    return [*(number(value) for value in values), number(math.fsum(values)) if sums else ""]


def _differences(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["region"],
            series_label(each["series"], lang),
            *(amount(each[name], lang) for name in ("whole", "parts", "difference")),
            joined(each["lacking"], lang),
        )
        for each in found["differences"]
    ]
    return Section(word("differences-title", lang), _words("name series whole parts difference lacking", lang), rows)


def series_label(name: str, lang: str) -> str:
    """Return what a series is, and of which sector, carrier or pollutant."""
    kind, _, part = name.partition(".")
    return " ".join([word(f"series-{kind}", lang), *([_part(part, lang)] if part else [])])


def _part(id: str, lang: str) -> str:
    return word(POLLUTANTS[id], lang) if id in POLLUTANTS else _sector(id, lang)


def _money(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (instrument(each["instrument"], lang), *(amount(each[name], lang) for name in ("before", "after", "saved")))
        for each in found["money_total"]
    ]
    return Section(word("money-title", lang), _words("instrument before after saved", lang), rows)


def _rejected(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["place"], problem) for each in found["rejected"] for problem in each["problems"]]
    return Section(word("rejected-title", lang), _words("place reason", lang), rows)
