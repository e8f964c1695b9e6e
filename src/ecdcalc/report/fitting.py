"""Which measures fit, as text: those that apply as a table, the others by what stands in their way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.decide.fit import APPLIES, STATUS
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.money import basis_line, years_word
from ecdcalc.report.screen.box import wrapped
from ecdcalc.report.screen.figures import figure
from ecdcalc.report.screen.listing import listed
from ecdcalc.report.setting import text_table
from ecdcalc.words.labels import colon, field, joined, number, word

_NAMES = ("measure", "name", "energy-saved", "reductions", "capex", "money-saved", "payback", "level",
          "confidence", "reason")  # fmt: skip
_INDENT = "  "


def fitting_text(found: Mapping[str, Any], lang: str, width: int | None = None) -> str:
    """Return every measure against every process of a plant, set to a width where there is one."""
    blocks = []
    for status in STATUS:
        rows = [each for each in found["measures"] if each["status"] == status]
        if rows:
            body = _table(rows, lang, width) if status == APPLIES else "\n".join(_apart(rows, lang, width))
            blocks.append(f"{field(f'fit-{status}', len(rows), lang)}\n{body}")
    if any(each["capex"] and each["capex_origin"] != "given" for each in found["measures"]):
        blocks.append(word("fit-published", lang))
    if found["basis"]:
        blocks.append(basis_line(found["basis"], lang))
    return "\n\n".join(blocks)


def _table(rows: Sequence[Mapping[str, Any]], lang: str, width: int | None) -> str:
    heads, cells = [word(name, lang) for name in _NAMES], [_row(each, lang) for each in rows]
    return text_table(heads, cells) if width is None else listed(heads, cells, width, lang)


def _apart(rows: Sequence[Mapping[str, Any]], lang: str, width: int | None) -> Iterator[str]:
    """Yield the measures that do not apply: those of one process with the same reason together."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in rows:
        found.setdefault((each["process"], joined(each["reasons"], lang)), []).append(each["label"])
    for (process, reason), labels in found.items():
        heads = f"{process}{colon(lang)}" if process else ""
        text = f"{heads}{joined(labels, lang)}" + (f" – {reason}" if reason else "")
        lines = [text] if width is None else wrapped(text, width - 2 * len(_INDENT))
        yield _INDENT + f"\n{2 * _INDENT}".join(lines)


def _row(each: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    reductions = (
        f"{word(name, lang)} {figure(value, lang)}"
        for name, value in each["saved"].items()
        if name in POLLUTANTS.values() and value["value"]
    )
    return (
        each["label"], each["process"] or "–", figure(each["saved"].get("energy"), lang, each["confidence"]),
        joined(reductions, lang), capex(each, lang), figure(each["money_saved"], lang),
        years_word(each["payback"], lang) if each["payback"] else "–", joined(_levels(each, lang), lang),
        word(each["confidence"], lang), joined(each["capex_needs"], lang),
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
        ends = [figure(each[f"capex_{end}"], lang) for end in ("low", "high") if each[f"capex_{end}"]]
        published = "" if each["capex_origin"] == "given" else "*"
        return f"{figure(each['capex'], lang)}{published}" + (f" ({'–'.join(ends)})" if ends else "")
    if each["capex_printed"]:
        one = each["capex_printed"][0]
        ends = [number(one[end]) for end in ("low", "typ", "high") if one[end] is not None]
        year = f", {one['price_year']}" if one["price_year"] else ""
        return f"{'–'.join(dict.fromkeys(ends))} {one['unit']} ({one['per']}{year}; {one['confidence']})"
    return word("cost-unknown", lang) if each["status"] == "applies" else "–"
