"""A verdict of `ecdcalc grade` as text, JSON, CSV or Markdown. Nothing is rounded to hide a difference."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.reference.clauses import clause_of, note_of
from ecdcalc.reference.editions import UNCONFIRMED
from ecdcalc.reference.factors import title_of
from ecdcalc.reference.limits import INCOMPLETE, LEVELS, Corrected
from ecdcalc.report.setting import escaped, safe, text_table
from ecdcalc.words.labels import colon, joined, word
from ecdcalc.words.texts import known, say

if TYPE_CHECKING:
    from ecdcalc.assessment.grade import Verdict

SCHEMA = 1


def render(verdict: Verdict, form: str, lang: str) -> str:
    """Return the verdict in one of the formats: table, json, csv, markdown."""
    if form == "json":
        return json.dumps(contract(verdict, lang), ensure_ascii=False, indent=2)
    if form == "csv":
        return _csv(verdict, lang)
    rows = list(_rows(verdict, lang))
    if form == "markdown":
        safe_rows = [[safe(name), safe(text)] for name, text in rows]
        return f"# {safe(headline(verdict, lang))}\n\n" + text_table(["", ""], safe_rows, "pipe")
    return "\n".join([headline(verdict, lang), *(f"{name}{colon(lang)}{text}" for name, text in rows)])


def contract(verdict: Verdict, lang: str) -> dict[str, Any]:
    """Return the verdict as plain values, numbers unrounded in the unit of the limit."""
    limit, found = verdict.limit, verdict.distance()
    return {
        "schema": SCHEMA,
        "product": limit.id,
        "label": limit.label(lang),
        "indicator": limit.indicator_label(lang),
        "given": verdict.given.text,
        "value": _out(verdict, verdict.value),
        "unit": limit.unit.text,
        "printed_unit": limit.printed or None,
        "level": verdict.level,
        "limit": _levels(verdict, verdict.levels),
        "base_limit": {f"level{number}": level for number, level in zip(LEVELS, limit.levels, strict=True)},
        "distance": {"level": found[0], "value": _out(verdict, found[1])} if found else None,
        "new_build": verdict.new_build,
        "date": verdict.date,
        "in_force": verdict.in_force,
        "effective": limit.effective or None,
        "superseded": limit.superseded or None,
        "standard": limit.standard,
        "title": title_of(limit.standard, lang),
        "clause": clause_of(limit.clause, lang),
        "lacks": list(verdict.lacks),
        "inputs": {each.text: _input(each) for each in verdict.rests_on},
        "correction": clause_of(limit.correction, lang) or None,
        "uncorrected": verdict.uncorrected,
        "confidence": limit.confidence,
        "note": note_of(limit.note, lang) or None,
        "until": limit.last_day or None,
        "decides": limit.confidence != UNCONFIRMED,
        "editions": [_edition(each, lang) for each in verdict.others],
        "national": _national(verdict, lang),
    }


def _edition(verdict: Verdict, lang: str) -> dict[str, Any]:
    """Return the verdict by another edition: its level, its limits and its dates."""
    limit = verdict.limit
    return {
        "product": limit.id,
        "standard": limit.standard,
        "title": title_of(limit.standard, lang),
        "level": verdict.level,
        "limit": _levels(verdict, verdict.levels),
        "unit": limit.unit.text,
        "in_force": verdict.in_force,
        "effective": limit.effective or None,
        "until": limit.last_day or None,
        "confidence": limit.confidence,
        "decides": limit.confidence != UNCONFIRMED,
        "correction": clause_of(limit.correction, lang) or None,
    }


def _national(verdict: Verdict, lang: str) -> dict[str, Any] | None:
    """Return which of the national levels the value reaches; None where there is no pair for the product."""
    pair = verdict.benchmark
    if pair is None or isinstance(verdict.value, Missing):
        return None
    return {
        "id": pair.id,
        "document": title_of(pair.document, lang),
        "benchmark": pair.benchmark,
        "baseline": pair.baseline,
        "unit": pair.unit.text,
        "level": pair.level(verdict.value),
        "confidence": pair.confidence,
    }


def headline(verdict: Verdict, lang: str) -> str:
    """Return the line that says what was found, and whether the standard holds on that day."""
    limit, level = verdict.limit, word_of(verdict.level, lang)
    if verdict.in_force is False:
        replaced = bool(limit.replaced_on) and verdict.date >= limit.replaced_on
        level = (
            say("grade-replaced", lang, by=limit.superseded.partition(" from ")[0], date=limit.replaced_on, level=level)
            if replaced
            else say("grade-not-yet", lang, date=limit.effective, level=level)
        )
    return f"{limit.label(lang)}{colon(lang)}{verdict.given.text} → {level}"


def word_of(level: int | str, lang: str) -> str:
    """Return a level, "not qualified" or "incomplete" in `lang`."""
    return word(f"level-{level}" if isinstance(level, int) else level, lang)


def _rows(verdict: Verdict, lang: str) -> Iterator[tuple[str, str]]:
    limit, unit = verdict.limit, verdict.limit.unit_text
    if isinstance(verdict.value, Missing) or verdict.value != verdict.given.value:
        yield word("comparable-value", lang), f"{_shown(verdict, verdict.value)} {unit}"
    shown = " / ".join("–" if each is None else _shown(verdict, each) for each in verdict.levels)
    yield f"{word('limit', lang)} 1/2/3", f"{shown} {unit}"
    if found := verdict.distance():
        yield word("distance", lang, level=found[0]), f"{_shown(verdict, found[1])} {unit}"
    if verdict.new_build is False and verdict.level == 1:
        yield (
            word("new-plants", lang),
            say("grade-new-build", lang, limit=f"{_shown(verdict, verdict.levels[1])} {unit}"),
        )
    yield word("indicator", lang), limit.indicator_label(lang)
    yield (
        word("standard", lang),
        f"{title_of(limit.standard, lang)} ({limit.standard}), {clause_of(limit.clause, lang)}",
    )
    yield word("effective", lang), limit.effective or word("unknown", lang)
    if limit.replaced_on:
        yield word("replaced", lang), word("replaced-by", lang, by=limit.replaced_by, date=limit.replaced_on)
    if verdict.level == INCOMPLETE:
        yield word("incomplete", lang), _why(verdict, lang)
    elif verdict.uncorrected:
        yield word("correction", lang), say("grade-uncorrected", lang, correction=clause_of(limit.correction, lang))
    for each in verdict.rests_on:
        yield each.text, _described(each, lang)
    yield word("limit-confidence", lang), limit.confidence
    if limit.confidence == UNCONFIRMED:
        yield word("note", lang), say("limits-unconfirmed", lang, standard=title_of(limit.standard, lang))
    for other in verdict.others:
        yield word("edition", lang), _said_of(other, lang)
    if (national := _national(verdict, lang)) and national["level"]:
        yield (
            word("national-levels", lang),
            f"{national['document']}{colon(lang)}" + word(f"national-{national['level']}", lang),
        )
    if limit.note:
        yield word("note", lang), note_of(limit.note, lang)


def _said_of(verdict: Verdict, lang: str) -> str:
    """Return "from 2026-07-01 (GB …): level 3" of another edition."""
    limit = verdict.limit
    date = limit.effective or word("unknown", lang)
    said = say(
        "level-from", lang, date=date, standard=title_of(limit.standard, lang), level=word_of(verdict.level, lang)
    )
    return joined([said, *([word("unconfirmed", lang)] if limit.confidence == UNCONFIRMED else [])], lang)


def _why(verdict: Verdict, lang: str) -> str:
    if verdict.lacks:
        reasons = [say(each, lang) for each in verdict.lacks if known(each)]
        names = [each for each in verdict.lacks if not known(each)]
        return "; ".join([*([say("grade-lacks", lang, names=joined(names, lang))] if names else []), *reasons])
    if verdict.limit.correction:
        return say("grade-correction", lang, correction=clause_of(verdict.limit.correction, lang))
    return say("grade-no-level", lang)


def _described(term: Named, lang: str) -> str:
    """Return an input of the correction: its label, its value, and where that comes from."""
    label = term.label[1 if lang == "zh" else 0]
    if isinstance(term.value, Missing):
        return f"{label}; {word('not-given', lang)}"
    value = term.value if isinstance(term.value, str) else f"{term.unit.told(term.value):,.12g} {term.unit.text}"
    value = value.removesuffix(" 1")
    origin = term.origin
    if origin and origin.kind == "assumed":
        return f"{label} = {value} ({say(origin.text, lang)})"
    return f"{label} = {value}" + (f" ({origin.factor.id})" if origin and origin.factor else "")


def _input(term: Named) -> dict[str, Any] | None:
    if isinstance(term.value, Missing):
        return None
    value = term.value if isinstance(term.value, str) else term.unit.told(term.value)
    return {"value": value, "unit": term.unit.text, "origin": term.origin.kind if term.origin else "given"}


def _levels(verdict: Verdict, levels: Corrected) -> dict[str, float | None]:
    return {f"level{number}": _out(verdict, each) for number, each in zip(LEVELS, levels, strict=True)}


def _out(verdict: Verdict, value: Number) -> float | None:
    return None if value is None or isinstance(value, Missing) else verdict.limit.unit.told(value)


def _shown(verdict: Verdict, value: Number) -> str:
    return "?" if isinstance(value, Missing) else f"{verdict.limit.unit.told(value):,.12g}"


def _csv(verdict: Verdict, lang: str) -> str:
    """Return one row: the verdict with its corrected limits."""
    found = contract(verdict, lang)
    distance = found["distance"] or {"level": None, "value": None}
    cells = {
        **{name: found[name] for name in ("product", "label", "given", "value", "unit", "level")},
        **found["limit"],
        "next_level": distance["level"],
        "distance": distance["value"],
        **{name: found[name] for name in ("new_build", "date", "in_force", "effective", "standard", "clause")},
        "lacks": " ".join(found["lacks"]),
    }
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(cells)
    writer.writerow([escaped(cell) for cell in cells.values()])
    return buffer.getvalue()
