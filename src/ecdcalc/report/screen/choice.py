"""The answer of a choice, from its contract: what is chosen, what it costs, what is met, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.screen.answer import parted
from ecdcalc.report.screen.box import Line
from ecdcalc.report.screen.figures import counted, figure
from ecdcalc.words.labels import colon, field, joined, word

_SLACK = 1e-9
_SHOWN = {"measures": 6, "short": 4, "unmoved": 3, "years": 5}
"""How many are told here; the rest is counted."""
_NOT_EVALUATED = "not-evaluated"


def heads(found: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """Return the two lines that say whose choice it is and whether all is met."""
    names = [each["plant"] or "–" for each in found["plants"]]
    whose = names[0] if len(names) == 1 else word("choice-plants", lang, count=len(names))
    return f"{word('choice-title', lang)} · {whose}", word(f"choice-{found['status']}", lang)


def named(each: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """Return a measure with its process, and with its plant where there are several."""
    names = each["process"], each["label"]
    return " ".join(names if len(found["plants"]) == 1 else (each["plant"], *names))


def answer(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    """Yield the lines of the answer."""
    yield from _cost(found, lang)
    yield from _measures(found, lang)
    yield from _demands(found, lang)
    yield _saved(found, lang)
    yield from _binding(found, lang)
    yield from _years(found, lang)
    if found["alternatives"]:
        costs = (at_least(found, figure(each["cost"], lang), lang) for each in found["alternatives"])
        yield Line(word("choice-others", lang), joined(costs, lang))
    yield from _doubts(found, lang)


def at_least(found: Mapping[str, Any], shown: str, lang: str) -> str:
    """Return a cost as shown; where measures of unknown cost are in it, as what it comes to at least."""
    return word("choice-at-least", lang, cost=shown) if found["cost_unknown"] else shown


def _cost(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    chosen = found["measures"]
    unknown = len(found["cost_unknown"])
    care = "care" if unknown else ""
    parts = [at_least(found, figure(found["investment"], lang), lang)]
    parts += [word("choice-unpriced", lang, count=unknown, all=len(chosen))] if unknown else []
    yield Line(word("capex", lang), parted(parts, lang), care)
    whole = sum(each["capex"]["value"] for each in chosen if each["capex"])
    if abs(whole - found["investment"]["value"]) > _SLACK * whole:
        shown = figure({"value": whole, "unit": "CNY"}, lang)
        yield Line("", word("choice-net", lang, whole=shown))
    if (objective := found["objective"]) != "investment":
        shown = figure(found["cost"], lang)
        shown = at_least(found, shown, lang) if objective == "annual" else shown
        yield Line(word(f"choice-short-{objective}", lang), shown, care)


def _measures(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    chosen = found["measures"]
    if not chosen:
        none = word("choice-none", lang) if found["status"] == "optimal" else "–"
        yield Line(word("measures", lang), none)
    for number, each in enumerate(chosen[: _SHOWN["measures"]]):
        label = field("measures", len(chosen), lang) if not number else ""
        price = figure(each["capex"], lang) if each["capex_known"] else word("cost-unknown", lang)
        yield Line(label, f"{price}{colon(lang)}{named(each, found)}", most=1)
    if len(chosen) > _SHOWN["measures"]:
        yield Line("", word("screen-more", lang, count=len(chosen) - _SHOWN["measures"]))


def _demands(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    short = [each for each in found["aims"] if not each["met"]]
    unmoved = found["not_evaluated"]
    if not found["aims"] and not unmoved:
        return
    counts = {"met": len(found["aims"]) - len(short), "short": len(short), _NOT_EVALUATED: len(unmoved)}
    yield Line(word("choice-aims", lang), counted(counts, lang), "bad" if short else "good")
    for each in short[: _SHOWN["short"]]:
        of = " ".join(filter(None, (each["name"], each["plant"], each["process"])))
        way = word(f"stands-{each['stands_in_the_way']}", lang)
        if each["beside"]:
            way = field(
                f"stands-{each['stands_in_the_way']}", joined((one["name"] for one in each["beside"]), lang), lang
            )
        gap = word("screen-short", lang, gap=figure(each["short"], lang))
        yield Line("", f"{of} {gap}{colon(lang)}{way}", "bad")
    if len(short) > _SHOWN["short"]:
        yield Line("", word("screen-more", lang, count=len(short) - _SHOWN["short"]), "bad")
    for each in unmoved[: _SHOWN["unmoved"]]:
        yield Line("", f"{each['target']}{colon(lang)}{each['reason']}", "care")


def _saved(found: Mapping[str, Any], lang: str) -> Line:
    """Return what the plants save with all their measures, as far as it is known of each."""
    parts = []
    for name in ("energy", "electricity", *POLLUTANTS.values()):
        known = [each["saved"][name] for each in found["plants"] if each["saved"].get(name)]
        if known:
            whole = {"value": sum(each["value"] for each in known), "unit": known[0]["unit"]}
            part = f" {word('screen-part', lang)}" if any(name in each["in_part"] for each in found["plants"]) else ""
            parts.append(f"{word(name, lang)} {figure(whole, lang)}{part}")
    return Line(word("saved", lang), joined(parts, lang) or "–", most=3)


def _binding(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    if found["binding"]:
        parts = (
            f"{each['name']} {word('choice-cheaper', lang, cost=figure(each['cost_without'], lang))}"
            for each in found["binding"]
        )
        yield Line(word("choice-binding", lang), parted([*parts], lang), most=3)


def _years(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    years = found["schedule"] or []
    for number, each in enumerate(years[: _SHOWN["years"]]):
        year = str(each["year"] or word("schedule-unpaid", lang))
        spent = at_least(found, figure(each["investment"], lang), lang)
        names = joined((named(one, found) for one in each["starts"]), lang) or "–"
        yield Line("" if number else word("schedule-title", lang), f"{year} {spent}{colon(lang)}{names}", most=1)


def _doubts(found: Mapping[str, Any], lang: str) -> Iterator[Line]:
    left = [each for each in found["left_out"] if each["needs"] or not each["asked"]]
    if left:
        yield Line(word("choice-left-out", lang), word("choice-no-cost", lang, count=len(left)), "care")
    if found["unpriced"]:
        yield Line("", word("unpriced", lang, names=joined(found["unpriced"], lang)), "care")
    for each in found["bounded"]:
        yield Line(
            "",
            word("choice-bounded", lang, place=each["process"], most=each["most"], measures=each["measures"]),
            "care",
        )
    if found["bound_left"]:
        yield Line("", word("choice-bound-left", lang, left=figure(found["bound_left"], lang)), "care")
    if found["proven_gap"] > 0:
        yield Line("", word("choice-gap", lang, gap=f"{100 * found['proven_gap']:.3g}"), "care")
