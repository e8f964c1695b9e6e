"""The sections of a region's report, made from its contract: the scoreboard of one page first, details after."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.evaluation import POLLUTANTS
from ecdcalc.region.targets import SHORT, STATES
from ecdcalc.report.labels import amount, number, word
from ecdcalc.report.tables import Section
from ecdcalc.sector import sectors
from ecdcalc.texts import say

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
    yield Section(word("sources", lang), _words("id value document confidence", lang), rows)


def _words(names: str, lang: str) -> list[str]:
    return [word(each, lang) for each in names.split()]


def heading(found: Mapping[str, Any], lang: str) -> str:
    """Return the line that says what was assessed, by which plan and rules."""
    rules = found["rules"]
    parts = [
        found["region"],
        f"{found['base_year']}–{found['year']}",
        f"{word('plan', lang)}: {found['plan']}",
        f"{word('basis', lang)}: {word(rules['basis'], lang)}",
        word("renewables-out" if rules["exclude_renewables"] else "renewables-in", lang),
        word("feedstock-out" if rules["exclude_feedstock"] else "feedstock-in", lang),
        *([word("listed-out" if rules["exclude_listed"] else "listed-in", lang)] if found["single_listed"] else []),
        word("prices-of", lang, year=found["price_year"] or "–"),
    ]
    return "  |  ".join(parts)


def _scoreboard(found: Mapping[str, Any], lang: str) -> Section:
    counts: dict[str, dict[str, int]] = {}
    for each in found["targets"]:
        sector = each["sector"][0]
        counts.setdefault(sector, dict.fromkeys(STATES, 0))[each["state"]] += 1
    order = sorted(counts, key=lambda sector: (sector != "region", sector))
    rows: list[tuple[object, ...]] = [(_sector(sector, lang), *counts[sector].values()) for sector in order]
    rows.append((word("total", lang), *found["scoreboard"].values()))
    heads = [word("sector", lang), *(word(each, lang) for each in STATES)]
    names = ", ".join(each["place"] for each in found["rejected"])
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
    def lacks(each: Mapping[str, Any]) -> str:
        return say("region-lacks", lang, names=", ".join(each["missing"]))

    basis = found["rules"]["basis"]
    dual, other = found["energy"][basis], "primary" if basis == "calorific" else "calorific"
    rows: list[tuple[str, str]] = []
    if "missing" in dual:
        rows.append((word("energy-intensity", lang), lacks(dual)))
    else:
        rows += [(word(f"dual-{name}", lang), amount(dual[name])) for name in HEADLINES if dual[name]]
    again = found["energy"][other]
    text = lacks(again) if "missing" in again else amount(again["done"])
    rows.append((word("dual-other", lang, basis=word(other, lang)), text))
    for name, each in found["carbon"].items():
        rows.append((word(f"carbon-{name}", lang), amount(each["change"]) if "change" in each else lacks(each)))
    for name, each in found["projects"]["counted"].items():
        counted = amount(each["counted"] if found["projects"]["entries"] else None)
        rows.append((word("counted-of", lang, name=name), counted))
    rows.append((word("energy-saved", lang), amount(found["rollup"]["total"]["energy"] if found["plants"] else None)))
    return Section(word("headline", lang), _words("item value", lang), rows)


def _worst(found: Mapping[str, Any], lang: str) -> Section:
    """Return the targets that are short; before the target year also where an even path stands."""
    short = [each for each in found["targets"] if each["state"] == SHORT]
    early = any(each["path"] for each in short)
    rows = [
        (
            each["target"],
            textwrap.fill(each["label"], _WIDEST),
            _limit(each),
            *([amount(each["path"])] if early else []),
            amount(each["value"]),
            amount(each["gap"]),
            each["reason"] or "",
        )
        for each in short[:_WORST]
    ]
    notes = [word("more-below", lang, count=len(short) - _WORST)] if len(short) > _WORST else []
    names = f"target name limit {'dual-path ' if early else ''}value gap reason"
    return Section(word("short-list", lang), _words(names, lang), rows, notes)


def _limit(each: Mapping[str, Any]) -> str:
    return f"{each['op']} {amount(each['limit'])}"


def _targets(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["target"],
            each["clause"],
            textwrap.fill(each["label"], _WIDEST),
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


def _totals(found: Mapping[str, Any], lang: str) -> Section:
    names = ("expected_growth", "growth", "target", "adjusted", "energy", "gap")
    heads = _words("name growth-expected growth-actual total-target total-adjusted counts above", lang)
    rows = [(name, *(amount(each[key]) for key in names)) for name, each in found["total_energy"].items()]
    return Section(word("totals-energy-title", lang), heads, rows)


def _listed(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["project"],
            each["county"],
            amount(each["energy"]),
            each["approval"] or "–",
            word("yes" if each["left_out"] and found["rules"]["exclude_listed"] else "no", lang),
        )
        for each in found["single_listed"]
    ]
    return Section(word("listed-title", lang), _words("name county energy approval left-out", lang), rows)


def _plant_sums(found: Mapping[str, Any], key: str, lang: str) -> Section:
    rollup = found["rollup"]
    rows = [
        [_sector(name, lang) if key == "sectors" else name, *(number(each["value"]) for each in sums.values())]
        for name, sums in rollup[key].items()
    ]
    rows.append([word("total", lang), *(number(each["value"]) for each in rollup["total"].values())])
    heads = [f"{word(name, lang)}, {each['unit']}" for name, each in rollup["total"].items()]
    notes = [
        f"{word(name, lang)}: {say('region-lacks', lang, names=', '.join(names))}"
        for name, names in rollup["unknown"].items()
        if key == "sectors" and name in ("energy", "electricity")
    ]
    return Section(
        word(f"rollup-{key}", lang), [word("sector" if key == "sectors" else "county", lang), *heads], rows, notes
    )


def _projects(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["project"],
            each["county"],
            word(f"item-{each['item']}", lang),
            each["start"],
            each["pollutant"],
            amount(each["annual"]),
            amount(each["counted"]),
            amount(each["carried"]),
            each["note"] or "",
        )
        for each in found["projects"]["entries"]
    ]
    title = word("projects-title", lang, rule=word(found["projects"]["rule"], lang))
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
        rows = [
            [_sector(name, lang), *(amount(each[key]) for key in names)] for name, each in parts["by_sector"].items()
        ]
        rows.append([word("total", lang), *(amount(parts["energy"][key]) for key in names)])
        rows.append([word("energy-intensity", lang), *(amount(parts["intensity"][key]) for key in names)])
    return Section(word("moved-title", lang), _words("sector activity structure intensity total", lang), rows)


def _handed(found: Mapping[str, Any], target: str, key: str, lang: str) -> Section:
    """Return a table of who is given what: a row for each county or unit, the methods side by side."""
    given = found["handed_down"][target]
    methods = {method: {row["name"]: row for row in rows} for method, rows in given[key].items()}
    energy = target == "energy"
    name = word("energy-target", lang) if energy else word("quota-of", lang, name=target)
    to = {"counties": "handed-down-title", "units": "key-units-title" if energy else "key-sources-title"}
    notes = (
        [say("region-lacks", lang, names=", ".join(given["lacking"]))] if given["lacking"] and key == "counties" else []
    )
    first = next(iter(methods.values()), {})
    heads, columns = [word("name", lang)], [[*first, word("total", lang)]]
    for method, rows in methods.items():
        for each in ("saving", "rate", "gain"):
            if each == "gain" and method == "equal-rate":
                continue
            label = {"saving": "to-save" if energy else "to-reduce"}.get(each, each)
            heads.append(f"{word(method, lang)}\n{_with_unit(word(label, lang), [row[each] for row in rows.values()])}")
            columns.append(_column([rows[name][each] for name in first], sums=each == "saving"))
    if not energy and key == "counties" and first:
        heads.append(_with_unit(word("counted", lang), [row["counted"] for row in first.values()]))
        columns.append(_column([row["counted"] for row in first.values()], sums=True))
    if len(methods) > 1 and key == "counties":
        notes.append(word("gain-note", lang))
    return Section(word(to[key], lang, name=name), heads, [*zip(*columns, strict=True)] if first else [], notes)


def _with_unit(label: str, cells: Sequence[Mapping[str, Any]]) -> str:
    return f"{label}, {cells[0]['unit']}"


def _column(cells: Sequence[Mapping[str, Any]], *, sums: bool) -> list[str]:
    """Return the numbers of a column with their sum below."""
    values = [each["value"] for each in cells]
    return [*(number(value) for value in values), number(math.fsum(values)) if sums else ""]


def _differences(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["region"],
            _series(each["series"], lang),
            *(amount(each[name]) for name in ("whole", "parts", "difference")),
            ", ".join(each["lacking"]),
        )
        for each in found["differences"]
    ]
    return Section(word("differences-title", lang), _words("name series whole parts difference lacking", lang), rows)


def _series(name: str, lang: str) -> str:
    kind, _, part = name.partition(".")
    return " ".join([word(f"series-{kind}", lang), *([POLLUTANTS.get(part) or _sector(part, lang)] if part else [])])


def _money(found: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (_instrument(each["instrument"], lang), *(amount(each[name]) for name in ("before", "after", "saved")))
        for each in found["money_total"]
    ]
    return Section(word("money-title", lang), _words("instrument before after saved", lang), rows)


def _instrument(id: str, lang: str) -> str:
    kind, _, pollutant = id.partition("-")
    if kind in ("tax", "emission"):
        return word(f"{kind}-of", lang, name=POLLUTANTS[pollutant])
    return word("electricity-cost" if id == "electricity" else id, lang)


def _rejected(found: Mapping[str, Any], lang: str) -> Section:
    rows = [(each["place"], problem) for each in found["rejected"] for problem in each["problems"]]
    return Section(word("rejected-title", lang), _words("place reason", lang), rows)
