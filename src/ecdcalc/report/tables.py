"""The sections of a report, made from the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.chance import chance_sections
from ecdcalc.report.co2e import co2e_rows, co2e_sections
from ecdcalc.report.editions import edition_notes
from ecdcalc.report.flows import flow_sections
from ecdcalc.report.money import money_sections
from ecdcalc.report.own_results import own_results
from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, colon, field, joined, number, word
from ecdcalc.words.texts import say

_WIDEST = 44
_DIFFER = " → "


def sections(result: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the sections of one plant's report."""
    yield from warnings_section(result["warnings"], lang)
    yield _totals(result, lang)
    yield _processes(result, lang)
    yield from own_results(result["processes"], lang)
    yield from co2e_sections(result, lang)
    yield from flow_sections(result, lang)
    money = [*money_sections(result["money"], lang)] if "money" in result else []
    found = (_grades(result, lang), _measures(result, lang), *money, _methods(result, lang), _gaps(result, lang))
    for section in found:
        if section.rows or section.notes:
            yield section
    if "chance" in result:
        yield from chance_sections(result["chance"], lang)
    if result["not_computed"]:
        rows = _by_reason(result["not_computed"], lang)
        yield Section(word("not-computed", lang), [word("item", lang), word("reason", lang)], rows)
    yield _sources(result, lang)


def warnings_section(found: Sequence[Mapping[str, Any]], lang: str) -> Iterator[Section]:
    """Yield the section of the warnings, where there are any: before all numbers, since they qualify them."""
    if found:
        rows = [(each["place"], each["text"], _cut(each["source"] or "")) for each in found]
        headers = [word(name, lang) for name in ("place", "warning", "source")]
        yield Section(word("warnings", lang), headers, rows)


def _by_reason(found: Sequence[dict[str, str]], lang: str) -> list[tuple[str, str]]:
    """Put what one process lacks for one reason into one row: "mill: COD, NH3-N"."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in found:
        process, _, name = each["label"].rpartition(": ")
        rows.setdefault((process, each["reason"]), []).append(name)
    return [(f"{process}{colon(lang)}{joined(names, lang)}", reason) for (process, reason), names in rows.items()]


def heading(result: Mapping[str, Any], lang: str) -> str:
    """Return the line that says what was assessed."""
    parts = [
        result["plant"] or "–",
        field("sector", result["sector_label"], lang),
        field("year", result["year"], lang),
        field("plan", result["plan_label"] or "–", lang),
        field("basis", word(result["basis"], lang), lang),
    ]
    return "  |  ".join(parts)


def _totals(result: Mapping[str, Any], lang: str) -> Section:
    totals = result["totals"]
    lines = [
        (word("energy-saved", lang), "energy_saved", totals["energy_saved"], "tce"),
        (word("energy-saved-heat", lang), "energy_saved", totals["energy_saved_heat"], "GJ"),
        (word("electricity-saved", lang), "electricity_saved", totals["electricity_saved"], "kWh"),
    ]
    lines += [
        (word("reduction", lang, name=word(name, lang)), name, found, "t")
        for name, found in totals["reductions"].items()
    ]
    rows = [
        (
            label,
            _value(found) + in_part(name in totals["lacks"], found, lang),
            of,
            word(totals["confidence"].get(name, ""), lang),
        )
        for label, name, found, of in lines
    ]
    rows += co2e_rows(totals, lang)
    headers = [word(name, lang) for name in ("item", "value", "unit", "confidence")]
    return Section(word("totals", lang), headers, rows, _totals_notes(totals, lang))


def in_part(lacks: bool, found: Any, lang: str) -> str:
    """Return the mark of a total that is known only in part."""
    return f" {word('in-part', lang)}" if lacks and found else ""


def _totals_notes(totals: Mapping[str, Any], lang: str) -> list[str]:
    notes = [
        say("not-in-total", lang, total=word(name.replace("_", "-"), lang), title=each["title"], reason=each["reason"])
        for name, lacks in totals["lacks"].items()
        for each in lacks
        if totals["reductions"].get(name) or totals.get(name)
    ]
    unsure = [name for name, grade in totals["confidence"].items() if grade == "C"]
    if unsure:
        names = joined((word(name.replace("_", "-"), lang) for name in unsure), lang)
        notes.append(word("grade-c", lang, names=names))
    by_basis = {name: found for name, found in totals["energy_saved_by_basis"].items() if found}
    if len({found["value"] > 0 for found in by_basis.values()}) > 1:
        told = (field(name, amount(found, lang), lang) for name, found in by_basis.items())
        notes.append(("；" if lang == "zh" else "; ").join(told))
    return notes


def _value(found: Mapping[str, Any] | None) -> str:
    return number(found["value"]) if found else "–"


def _processes(result: Mapping[str, Any], lang: str) -> Section:
    rows = []
    for each in result["processes"]:
        states = each["baseline"], each["reporting"]
        rows.append(
            (
                each["label"],
                each["title"],
                word(each["kind"], lang),
                *(amount(state.get("energy"), lang) for state in states),
                amount(each["saved"].get("energy"), lang),
                *(_own_unit_energy(state, lang) for state in states),
            )
        )
    energy, unit_energy = word("energy", lang), word("unit-energy", lang)
    before, after = word("baseline", lang), word("reporting", lang)
    headers = [
        word("process", lang), word("name", lang), word("type", lang), f"{energy} {before}", f"{energy} {after}",
        word("saved", lang), f"{unit_energy} {before}", f"{unit_energy} {after}",
    ]  # fmt: skip
    return Section(word("per-process", lang), headers, rows)


def _own_unit_energy(state: Mapping[str, Any], lang: str) -> str:
    """Return the first specific energy that a process states."""
    for name in ("unit_energy", "supply_coal_rate", "comprehensive_unit_energy", "intensity", "unit_electricity"):
        if name in state:
            return amount(state[name], lang)
    return "–"


def _grades(result: Mapping[str, Any], lang: str) -> Section:
    rows = []
    for process in result["processes"]:
        for each in process["grades"]:
            limits = each["limit"].get("reporting") or each["limit"]["baseline"]
            rows.append(
                (
                    process["title"],
                    each["label"],
                    _cut(each["indicator_label"].partition(":")[0]),
                    " / ".join(_value(limits[level]) for level in ("level1", "level2", "level3")),
                    *_graded(each, "baseline", lang),
                    *_graded(each, "reporting", lang),
                    _force(each, lang),
                )
            )
    before, after = word("baseline", lang), word("reporting", lang)
    grade = word("grades", lang)
    headers = [
        word("name", lang),
        word("product", lang),
        word("indicator", lang),
        f"{word('limit', lang)} 1/2/3",
        before,
        word("level", lang),
        after,
        word("level", lang),
        word("effective", lang),
    ]
    notes = (
        note
        for process in result["processes"]
        for each in process["grades"]
        for note in edition_notes(each, process["title"], lang)
    )
    return Section(grade, headers, rows, [*dict.fromkeys(notes)])


def _graded(grade: Mapping[str, Any], state: str, lang: str) -> tuple[str, str]:
    found = grade[state]
    if found is None:
        return "–", "–"
    level, value = found["level"], found["value"]
    if value and grade["printed_unit"]:
        value = {**value, "unit": grade["printed_unit"]}
    return amount(value, lang), word(f"level-{level}" if isinstance(level, int) else level, lang)


def _force(grade: Mapping[str, Any], lang: str) -> str:
    """Return from when a limit holds; an old edition of which that is not known may hold all the same."""
    date = grade["effective"] or word("unknown", lang)
    return word("not-yet", lang, date=date) if grade["in_force"] is False else date


def _measures(result: Mapping[str, Any], lang: str) -> Section:
    rows = []
    for process in result["processes"]:
        for each in process["measures"]:
            rows.append(
                (
                    process["title"],
                    each["label"] + (" *" if each.get("own") else ""),
                    amount(each["energy_saved"], lang),
                    said_reductions(each["reductions"], lang),
                    amount(each["capex"], lang),
                    word(each["confidence"], lang),
                )
            )
    names = ("name", "measure", "energy-saved", "reductions", "capex", "confidence")
    headers = [word(name, lang) for name in names]
    own = any(each.get("own") for process in result["processes"] for each in process["measures"])
    return Section(word("measures", lang), headers, rows, [say("own-measure-mark", lang)] if own else [])


def said_reductions(reductions: Mapping[str, Any], lang: str) -> str:
    """Return what a measure reduces, in a line; what it does not touch is left out."""
    said = (f"{word(name, lang)} {amount(found, lang)}" for name, found in reductions.items()
            if found and abs(found["value"]) > 0)  # fmt: skip
    return joined(said, lang)


def _methods(result: Mapping[str, Any], lang: str) -> Section:
    """Return how each pollutant of each process was found; where the two states differ, both."""
    cases = [
        (each["title"], each["methods_baseline"], each["methods"])
        for each in result["processes"]
        if each["methods"] or each["methods_baseline"]
    ]
    names = [name for name in result["totals"]["reductions"] if any(name in case[2] | case[1] for case in cases)]
    rows = [
        (title, *(_method(before.get(name), after.get(name), lang) for name in names)) for title, before, after in cases
    ]
    differ = any(_DIFFER in cell for row in rows for cell in row[1:])
    notes = [word("methods-differ", lang)] if differ else []
    return Section(word("methods", lang), [word(name, lang) for name in ("name", *names)], rows, notes)


def _method(before: str | None, after: str | None, lang: str) -> str:
    """Return the evidence of one pollutant, of both states where it differs."""
    shown = ["+".join(word(each, lang) for each in found.split("+")) for found in (before, after) if found]
    return _DIFFER.join(dict.fromkeys(shown)) or "–"


def _gaps(result: Mapping[str, Any], lang: str) -> Section:
    shown = [each for each in result["gaps"] if each["status"] != "not-evaluated"]
    titles = {each["name"]: each["title"] for each in result["processes"]}
    rows = [
        (
            each["target"],
            each["clause"],
            _cut(each["label"]),
            titles.get(each["process"], ""),
            f"{each['op']} {amount(each['limit'], lang)}",
            amount(each["baseline"], lang),
            amount(each["reporting"], lang),
            amount(each["gap"], lang),
            word(each["status"], lang),
        )
        for each in shown
    ]
    names = ("target", "clause", "name", "process", "limit", "baseline", "reporting", "gap", "status")
    others = len(result["gaps"]) - len(shown)
    notes = [word("not-evaluated-count", lang, count=others)] if others else []
    return Section(word("gaps", lang), [word(name, lang) for name in names], rows, notes)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _sources(result: Mapping[str, Any], lang: str) -> Section:
    rows = [
        (
            each["id"] + (" *" if each.get("own") else ""),
            *(_cut(str(each[name])) for name in ("value", "document", "clause")),
            each["edition"],
            word(each["confidence"], lang),
        )
        for each in result["sources"]
    ]
    names = ("id", "value", "document", "clause", "edition", "confidence")
    cautions = [f"{each['id']}{colon(lang)}{each['label']}" for each in result["sources"] if each.get("caution")]
    return Section(word("sources", lang), [word(name, lang) for name in names], rows, cautions, is_sources=True)
