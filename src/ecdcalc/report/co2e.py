"""CO2 equivalent in the report of a plant: one row of the totals, and each process that emits other gases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.contract.totals import lowest
from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, joined, number, word


def co2e_rows(totals: Mapping[str, Any], lang: str) -> list[tuple[str, str, str, str]]:
    """Return the row of the CO2 equivalent, where there are gases beside CO2, with report and potentials."""
    found = totals["co2e"]
    if not found or not found["gases"]:
        return []
    each_by = (f"{each['formula']} × {number(each['potential'])}" for each in found["gases"] if each["potential"])
    name = word("co2e-by-gases", lang, report=found["report"], gases=joined(each_by, lang))
    grade = lowest([totals["confidence"].get("CO2", ""), *(each["confidence"] for each in found["gases"])])
    saved = number(found["saved"]["value"]) if found["saved"] else "–"
    saved += f" {word('in-part', lang)}" if found["saved"] and CO2E in totals["lacks"] else ""
    return [(word("reduction", lang, name=name), saved, "t", grade)]


def co2e_sections(result: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the CO2 equivalent of each process that emits other gases than CO2, before, after and saved."""
    rows = [
        (
            each["label"],
            each["title"],
            *(amount(state.get("co2e"), lang) for state in (each["baseline"], each["reporting"], each["saved"])),
        )
        for each in result["processes"]
        if "co2e" in each["saved"]
    ]
    if rows:
        headers = [word(name, lang) for name in ("process", "name", "baseline", "reporting", "saved")]
        yield Section(word("co2e-of-processes", lang, report=result["totals"]["co2e"]["report"]), headers, rows)
