"""Which measures fit, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.money import basis_line, years_word
from ecdcalc.report.setting import text_table
from ecdcalc.words.labels import amount, joined, number, word

_NAMES = ("name", "measure", "status", "energy-saved", "reductions", "capex", "money-saved", "payback", "level",
          "confidence", "reason")  # fmt: skip


def fitting_text(found: Mapping[str, Any], lang: str) -> str:
    """Return every measure against every process as a table."""
    rows = [_row(each, lang) for each in found["measures"]]
    lines = [text_table([word(name, lang) for name in _NAMES], rows)]
    if found["basis"]:
        lines.append(basis_line(found["basis"], lang))
    return "\n\n".join(lines)


def _row(each: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    reductions = (
        f"{word(name, lang)} {amount(value, lang)}"
        for name, value in each["saved"].items()
        if name in POLLUTANTS.values() and value["value"]
    )
    return (
        each["process"] or "–", each["label"], word(f"fit-{each['status']}", lang),
        amount(each["saved"].get("energy"), lang), joined(reductions, lang), capex(each, lang),
        amount(each["money_saved"], lang), years_word(each["payback"], lang) if each["payback"] else "–",
        joined(_levels(each, lang), lang), word(each["confidence"], lang),
        joined([*each["reasons"], *each["capex_needs"]], lang),
    )  # fmt: skip


def _levels(each: Mapping[str, Any], lang: str) -> Iterator[str]:
    for level in each["levels"]:
        yield " → ".join(_level(level[state], lang) for state in ("before", "after"))


def _level(level: int | str | None, lang: str) -> str:
    if level is None:
        return "–"
    return word(f"level-{level}" if isinstance(level, int) else level, lang)


def capex(each: Mapping[str, Any], lang: str) -> str:
    """Return the investment here with its range, else what is printed, else that it is not known."""
    if each["capex"]:
        ends = [amount(each[f"capex_{end}"], lang) for end in ("low", "high") if each[f"capex_{end}"]]
        shown = amount(each["capex"], lang) + (f" ({' – '.join(ends)})" if ends else "")
        return shown if each["capex_origin"] == "given" else f"{shown} *"
    if each["capex_printed"]:
        one = each["capex_printed"][0]
        ends = [number(one[end]) for end in ("low", "typ", "high") if one[end] is not None]
        year = f", {one['price_year']}" if one["price_year"] else ""
        return f"{'–'.join(dict.fromkeys(ends))} {one['unit']} ({one['per']}{year}; {one['confidence']})"
    return word("cost-unknown", lang) if each["status"] == "applies" else "–"
