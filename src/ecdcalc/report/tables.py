"""The sections of a report, made from the contract, and how they are set as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.report.labels import amount, number, word

_WIDEST = 44


@frozen
class Section:
    """One table of a report, with lines of text below it."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str] = ()


def text_table(headers: Sequence[str], rows: Sequence[Sequence[object]], form: str = "simple") -> str:
    """Return a table; wide characters count for two columns."""
    from tabulate import tabulate

    return tabulate(
        rows,
        headers,
        tablefmt=form,
        disable_numparse=True,
        colalign=["left"] * len(headers) if rows else None,
    )


def sections(result: dict[str, Any], lang: str) -> Iterator[Section]:
    """Yield the sections of one plant's report."""
    yield _totals(result, lang)
    yield _processes(result, lang)
    for section in (_grades(result, lang), _measures(result, lang), _gaps(result, lang)):
        if section.rows or section.notes:
            yield section
    if result["not_computed"]:
        rows = _by_reason(result["not_computed"])
        yield Section(word("not-computed", lang), [word("item", lang), word("reason", lang)], rows)
    yield _sources(result, lang)


def _by_reason(found: Sequence[dict[str, str]]) -> list[tuple[str, str]]:
    """Put what one process lacks for one reason into one row: "mill: COD, NH3-N"."""
    rows: dict[tuple[str, str], list[str]] = {}
    for each in found:
        process, colon, name = each["what"].rpartition(": ")
        rows.setdefault((process + colon, each["reason"]), []).append(name)
    return [(process + ", ".join(names), reason) for (process, reason), names in rows.items()]


def heading(result: dict[str, Any], lang: str) -> str:
    """Return the line that says what was assessed."""
    parts = [
        result["plant"] or "–",
        f"{word('sector', lang)}: {result['sector']}",
        f"{word('year', lang)}: {result['year']}",
        f"{word('plan', lang)}: {result['plan'] or '–'}",
        f"{word('basis', lang)}: {word(result['basis'], lang)}",
    ]
    return "  |  ".join(parts)


def _totals(result: dict[str, Any], lang: str) -> Section:
    totals = result["totals"]
    grades = totals["confidence"]
    rows = [
        (word("energy-saved", lang), _value(totals["energy_saved"]), "tce", grades.get("energy_saved", "")),
        (
            word("energy-saved-heat", lang),
            _value(totals["energy_saved_heat"]),
            "GJ",
            grades.get("energy_saved", ""),
        ),
        (
            word("electricity-saved", lang),
            _value(totals["electricity_saved"]),
            "kWh",
            grades.get("electricity_saved", ""),
        ),
    ]
    rows += [
        (word("reduction", lang, name=name), _value(found), "t", grades.get(name, ""))
        for name, found in totals["reductions"].items()
    ]
    headers = [word(name, lang) for name in ("item", "value", "unit", "confidence")]
    return Section(word("totals", lang), headers, rows, _totals_notes(totals, lang))


def _totals_notes(totals: dict[str, Any], lang: str) -> list[str]:
    notes = []
    unsure = [name for name, grade in totals["confidence"].items() if grade == "C"]
    if unsure:
        names = ", ".join(word(name.replace("_", "-"), lang) for name in unsure)
        notes.append(word("grade-c", lang, names=names))
    by_basis = {name: found for name, found in totals["energy_saved_by_basis"].items() if found}
    if len({found["value"] > 0 for found in by_basis.values()}) > 1:
        notes.append("; ".join(f"{word(name, lang)}: {amount(found)}" for name, found in by_basis.items()))
    return notes


def _value(found: dict[str, Any] | None) -> str:
    return number(found["value"]) if found else "–"


def _processes(result: dict[str, Any], lang: str) -> Section:
    rows = []
    for each in result["processes"]:
        states = each["baseline"], each["reporting"]
        rows.append(
            (
                each["label"],
                each["name"],
                word(each["kind"], lang),
                *(amount(state.get("energy")) for state in states),
                amount(each["saved"].get("energy")),
                *(_own_unit_energy(state) for state in states),
            )
        )
    energy, unit_energy = word("energy", lang), word("indicator", lang)
    before, after = word("baseline", lang), word("reporting", lang)
    headers = [
        word("process", lang), word("name", lang), word("type", lang), f"{energy} {before}", f"{energy} {after}",
        word("saved", lang), f"{unit_energy} {before}", f"{unit_energy} {after}",
    ]  # fmt: skip
    return Section(word("per-process", lang), headers, rows)


def _own_unit_energy(state: dict[str, Any]) -> str:
    """Return the first specific energy that a process states."""
    for name in ("unit_energy", "supply_coal_rate", "comprehensive_unit_energy", "intensity", "unit_electricity"):
        if name in state:
            return amount(state[name])
    return "–"


def _grades(result: dict[str, Any], lang: str) -> Section:
    rows = []
    for process in result["processes"]:
        for each in process["grades"]:
            limits = each["limit"].get("reporting") or each["limit"]["baseline"]
            rows.append(
                (
                    process["name"],
                    each["label"],
                    " / ".join(_value(limits[level]) for level in ("level1", "level2", "level3")),
                    *_graded(each["baseline"], lang),
                    *_graded(each["reporting"], lang),
                    _force(each, lang),
                )
            )
    before, after = word("baseline", lang), word("reporting", lang)
    grade = word("grades", lang)
    headers = [
        word("name", lang),
        word("product", lang),
        f"{word('limit', lang)} 1/2/3",
        before,
        "",
        after,
        "",
        word("effective", lang),
    ]
    return Section(grade, headers, rows)


def _graded(found: dict[str, Any] | None, lang: str) -> tuple[str, str]:
    if found is None:
        return "–", "–"
    level = found["level"]
    return amount(found["value"]), word(f"level-{level}" if isinstance(level, int) else level, lang)


def _force(grade: dict[str, Any], lang: str) -> str:
    if grade["in_force"] is None:
        return word("unknown", lang)
    return str(grade["effective"]) if grade["in_force"] else word("not-yet", lang, date=grade["effective"])


def _measures(result: dict[str, Any], lang: str) -> Section:
    rows = []
    for process in result["processes"]:
        for each in process["measures"]:
            reductions = ", ".join(
                f"{name} {number(found['value'])} t"
                for name, found in each["reductions"].items()
                if found and abs(found["value"]) > 0
            )
            rows.append(
                (
                    process["name"],
                    each["label"],
                    amount(each["energy_saved"]),
                    reductions,
                    amount(each["capex"]),
                    each["confidence"],
                )
            )
    names = ("process", "measure", "energy-saved", "reduction", "capex", "confidence")
    headers = [word(name, lang, name="").strip() if name == "reduction" else word(name, lang) for name in names]
    headers[3] = "COD, NOx, …"
    return Section(word("measures", lang), headers, rows)


def _gaps(result: dict[str, Any], lang: str) -> Section:
    shown = [each for each in result["gaps"] if each["status"] != "not-evaluated"]
    rows = [
        (
            each["target"],
            each["clause"],
            _cut(each["label"]),
            each["process"] or "",
            f"{each['op']} {amount(each['limit'])}",
            amount(each["baseline"]),
            amount(each["reporting"]),
            amount(each["gap"]),
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


def _sources(result: dict[str, Any], lang: str) -> Section:
    rows = [
        (
            each["id"] + (" *" if each.get("own") else ""),
            *(_cut(str(each[name])) for name in ("value", "document", "clause")),
            each["edition"],
            each["confidence"],
        )
        for each in result["sources"]
    ]
    names = ("id", "value", "document", "clause", "edition", "confidence")
    return Section(word("sources", lang), [word(name, lang) for name in names], rows)
