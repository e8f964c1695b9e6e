"""The answer of a region, from its contract: targets met and short, intensity, carbon, reductions, what plants save."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.assessment.region.targets import SHORT, STATES
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.screen.answer import parted, warned
from ecdcalc.report.screen.box import Line
from ecdcalc.report.screen.figures import counted, figure
from ecdcalc.words.labels import colon, field, joined, word
from ecdcalc.words.texts import say

_MOST = 3
"""How many targets that are short are told here; the rest is counted."""


def heads(found: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """Return the two lines that say what was assessed."""
    basis = word(found["rules"]["basis"], lang)
    years = f"{found['base_year']}–{found['year']}"
    return f"{found['region']} · {years} · {basis}", field("plan", found["plan_label"], lang)


def answer(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    """Yield the lines of the answer."""
    board = found["scoreboard"]
    text = counted({state: board[state] for state in STATES}, lang)
    yield Line(word("screen-targets", lang), text, "bad" if board[SHORT] else "good")
    yield from _short(found, lang)
    yield _intensity(found, lang)
    yield from _carbon(found, lang)
    if found["projects"]["entries"]:
        shown = (
            f"{word(name, lang)} {figure(each['counted'], lang).removesuffix('t').strip()}"
            for name, each in found["projects"]["counted"].items()
        )
        yield Line(word("screen-counted", lang), joined(shown, lang))
    yield from _plants(found, lang)
    yield from warned(found["warnings"], lang)
    yield from _unknown(found, lang)


def _short(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    short = [each for each in found["targets"] if each["state"] == SHORT]
    for each in short[:_MOST]:
        gap = word("screen-short", lang, gap=figure(each["gap"], lang))
        yield Line("", f"{each['target']} {gap}{colon(lang)}{each['label']}", "bad", most=1)
    if len(short) > _MOST:
        yield Line("", word("screen-more", lang, count=len(short) - _MOST), "bad")


def _intensity(found: Mapping[str, Any], lang: str) -> Line:
    dual = found["energy"][found["rules"]["basis"]]
    label = word("screen-intensity", lang)
    if "missing" in dual:
        return Line(label, say("lacks-inputs", lang, names=joined(dual["missing"], lang)), "care")
    done, target = dual["done"], dual["target"]
    text = word("screen-due", lang, limit=figure(target, lang), value=figure(done, lang))
    enough = done and target and done["value"] >= target["value"]
    return Line(label, text, "good" if enough else "bad")


def _carbon(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    known = {name: each["change"] for name, each in found["carbon"].items() if "change" in each}
    if known:
        parts = [f"{word(f'carbon-{name}', lang)} {figure(each, lang)}" for name, each in known.items()]
        yield Line(word("screen-carbon", lang), parted(parts, lang))


def _plants(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    if not found["plants"]:
        return
    sums = found["rollup"]["total"]
    parts = [
        word("screen-of-plants", lang, count=len(found["plants"]), value=figure(sums["energy"], lang)),
        figure(sums["electricity"], lang),
    ]
    saved = [each["saved"] for each in found["money_total"] if each["saved"]]
    if saved:
        total = {"value": math.fsum(each["value"] for each in saved), "unit": saved[0]["unit"]}
        parts.append(word("screen-money-of", lang, value=figure(total, lang)))
    yield Line(word("screen-plants", lang), parted(parts, lang), "good")
    shown = [
        f"{word(name, lang)} {figure(each, lang).removesuffix(each['unit']).strip()}"
        for name, each in sums.items()
        if name in POLLUTANTS.values() and each
    ]
    co2e = sums["co2e"] if sums["co2e"] != sums["CO2"] else None
    if co2e:
        shown.append(f"{word('co2e', lang)} {figure(co2e, lang).removesuffix(co2e['unit']).strip()}")
    yield Line(f"{word('screen-reductions', lang)}, t", joined(shown, lang), most=3)


def _unknown(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    parts = [
        word("screen-not-of-plants", lang, names=word(name, lang), count=len(names))
        for name, names in found["rollup"]["unknown"].items()
        if names and name in POLLUTANTS.values()
    ]
    if found["rejected"]:
        names = joined((each["place"] for each in found["rejected"]), lang)
        parts.insert(0, word("rejected-note", lang, names=names).rstrip(".。"))  # other parts follow
    if parts:
        yield Line(word("screen-unknown", lang), parted(parts, lang), "care" if found["rejected"] else "")
