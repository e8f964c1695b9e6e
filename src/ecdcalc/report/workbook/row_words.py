"""The rows of a CSV in the words of a reader, for the sheets of a workbook: CSV has keys, which are the same for all.

Each is a function from a section and one of its rows, by heads, to the row in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ecdcalc.model.sector import sectors
from ecdcalc.report.money import instrument
from ecdcalc.report.region_sections import series_label
from ecdcalc.report.screen.choice import named
from ecdcalc.words.labels import colon, joined, word

Row = Mapping[str, str]
Said = Callable[[str, Row], Row]

_PLAIN = {
    "scoreboard": {"targets": "target"},
    "target": {"limit": "limit", "base": "baseline", "value": "value", "gap": "gap"},
    "total-energy": {"target": "total-target", "adjusted": "total-adjusted", "energy": "counts", "gap": "above"},
    "measure": {"capex": "capex", "money_saved": "money-saved", "npv": "npv"},
    "choice": {"cost": "choice-cost", "investment": "capex"},
    "aim": {"need": "choice-need", "reached": "choice-reached", "short": "gap", "alone": "choice-alone",
            "without_budget": "choice-unlimited"},
    "curve": {"abated": "curve-abated", "cost": "choice-cost", "specific": "curve-specific"},
    "binding": {"cost_without": "choice-without"},
    "year": {"investment": "capex", "start": "start", "reached": "choice-reached"},
}  # fmt: skip
"""The words of items, by section."""
_ENDS = {"p5": "5 %", "p50": "50 %", "p95": "95 %"}


def said_of_region(lang: str) -> Said:
    """Return how the rows of a region are said."""

    def said(section: str, row: Row) -> Row:
        item, state, name = row["item"], row["state"], row["name"]
        if section in ("sectors", "contribution"):
            name = sectors()[name].label(lang) if name in sectors() else word(name, lang)
        return {**row, "name": name, "item": _item(section, item, lang), "state": _state(section, item, state, lang)}

    return said


def _item(section: str, item: str, lang: str) -> str:
    """Return what a row of a region is of."""
    if section.startswith("energy-") or section == "county-energy":
        return word(f"dual-{item}", lang)
    if section.startswith("handed-down-"):
        target, _, method = item.rpartition(" ")
        return f"{_handed(target, lang)}{colon(lang)}{word(method, lang)}"
    if section in ("warning", "own-measure"):
        return ""  # the note says it in words
    if section == "difference":
        return series_label(item, lang)
    if section == "money":
        return instrument(item, lang)
    if section == "carbon":
        return word(f"carbon-{item}", lang)
    return word(_PLAIN.get(section, {}).get(item, item), lang)


def _handed(target: str, lang: str) -> str:
    return word("energy-target", lang) if target == "energy" else word("quota-of", lang, name=word(target, lang))


def _state(section: str, item: str, state: str, lang: str) -> str:
    if section == "single-listed":
        return f"{word('left-out', lang)}{colon(lang)}{word('yes' if state == str(True) else 'no', lang)}"
    if section.startswith("handed-down-") and state == "saving":
        return word("to-save" if item.startswith("energy ") else "to-reduce", lang)
    if section == "own-measure":
        return word(state.replace("_", "-"), lang)
    return word("lacking" if state == "missing" else state, lang)


def said_of_choice(found: Mapping[str, Any], lang: str) -> Said:
    """Return how the rows of a choice are said: measures and processes by their names."""
    keyed = [*found["measures"], *found["left_out"], *found["curve"]]
    keyed += [each for year in found["schedule"] or () for each in year["starts"]]
    places = {(each["plant"], each["place"]): each["process"] for each in keyed}
    places |= {(each["plant"] or "", each["place"] or ""): each["process"] or "" for each in found["aims"]}
    labels = {each["measure"]: each["label"] for each in keyed}
    aims = {each["id"]: each["name"] for each in found["aims"]} | {
        each["aim"]: each["name"] for each in found["binding"]
    }

    def said(section: str, row: Row) -> Row:
        place = places.get((row["plant"], row["place"]), row["place"])
        name = labels.get(row["name"]) or aims.get(row["name"]) or _name(section, row["name"], lang)
        item = _of_choice(section, row, lang)
        note = (
            ""
            if row["note"] == name
            else aims.get(row["note"]) or labels.get(row["note"]) or _note(section, row, found, lang)
        )
        if section == "grade":
            name, note = row["note"], ""
        return {**row, "place": place, "name": name, "item": item, "note": note, **_level(section, row, lang)}

    return said


def _name(section: str, name: str, lang: str) -> str:
    if section == "choice":
        return word(f"choice-short-{name}", lang)
    if section == "saved":
        return ""  # the item says it
    return word({"unpaid": "schedule-unpaid", "all": "total"}.get(name, name), lang)


def _of_choice(section: str, row: Row, lang: str) -> str:
    """Return what a row of a choice is of; of an investment its ends too."""
    item = row["name"] if section == "saved" else row["item"]
    if section == "chance":
        return _ENDS.get(item) or word(item, lang)
    if item.startswith("capex_"):
        return f"{word('capex', lang)}{colon(lang)}{word(item.removeprefix('capex_'), lang)}"
    return word(_PLAIN.get(section, {}).get(item, item), lang)


def _note(section: str, row: Row, found: Mapping[str, Any], lang: str) -> str:
    """Return what is noted of a row of a choice."""
    note = row["note"].replace("; ", "；") if lang == "zh" else row["note"]
    if section == "choice" and row["item"] == "investment":
        left = found["cost_unknown"]
        names = joined((named(each, found) for each in left), lang)
        return word("choice-unpriced-of", lang, count=len(left), names=names) if left else ""
    if section == "choice":
        return word(f"choice-{note}", lang)
    if section == "measure" and note:
        return word(f"capex-{note}", lang)
    if section == "aim" and note.startswith("short: "):
        way = word(note.replace("short: ", "stands-"), lang)
        return f"{word('short', lang)}{colon(lang)}{way}"
    return word(note, lang) if section in ("aim", "curve") else note


def _level(section: str, row: Row, lang: str) -> Row:
    """Return the level of a grade as it is called."""
    if section != "grade" or not row["value"]:
        return {}
    level = row["value"]
    return {"value": word(f"level-{level}" if level.isdecimal() else level, lang)}
