"""The answer of a plant, from its contract: what is saved, before and after, levels, gaps, warnings, the unknown."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.contract.totals import lowest
from ecdcalc.report.screen.box import Line
from ecdcalc.report.screen.figures import counted, digits, figure, figures, marked
from ecdcalc.words.labels import colon, field, joined, word

_STATES = ("baseline", "reporting")
_LEVELS = (1, 2, 3, "not-qualified", "incomplete")
_SHOWN = {"open": 3, "warnings": 2, "results": 6}
"""How many open targets, warnings and results of processes are told here; the rest is counted."""


def heads(result: Mapping[str, Any], lang: str) -> tuple[str, str]:
    """Return the two lines that say what was assessed."""
    parts = (result["plant"] or "–", result["sector_label"], str(result["year"]), word(result["basis"], lang))
    return " · ".join(parts), field("plan", result["plan_label"] or "–", lang)


def answer(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    """Yield the lines of the answer in the order in which they are asked for."""
    yield from _saved(result, lang)
    yield from _energy(result, lang)
    if "money" in result:
        yield from _money(result, lang)
    yield _reductions(result, lang)
    yield from _own_results(result, lang)
    yield from _levels(result, lang)
    yield from _targets(result, lang)
    yield from warned(result["warnings"], lang)
    yield from _unknown(result, lang)
    if "C" in result["totals"]["confidence"].values() or not all(grade["decides"] for _, grade in _grades(result)):
        yield Line("[C]", word("screen-unconfirmed", lang), "care")


def _saved(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    totals = result["totals"]
    grades = totals["confidence"]
    energy, grade = totals["energy_saved"], grades.get("energy_saved", "")
    partly = {
        name for name in ("energy_saved", "electricity_saved") if name in totals.get("lacks", {}) and totals[name]
    }
    part = f" {word('screen-part', lang)}"
    parts = [figure(energy, lang, grade) + (part if "energy_saved" in partly else "")]
    if energy and totals["energy_saved_heat"]:
        parts.append(figure(totals["energy_saved_heat"], lang, grade).removesuffix(marked(grade)).strip())
    before, after = (_plant_energy(result, state) for state in _STATES)
    if energy and not partly and before is not None and after is not None and after + energy["value"] > 0:
        share = digits(100 * energy["value"] / (after + energy["value"]), grade or "C")
        parts.append(word("screen-share", lang, share=share))
    by_basis = {name: found for name, found in totals["energy_saved_by_basis"].items() if found}
    if len({found["value"] > 0 for found in by_basis.values()}) > 1:
        parts += [f"{word(name, lang)} {figure(found, lang)}" for name, found in by_basis.items()]
    yield Line(word("screen-saved", lang), parted(parts, lang), _tone(energy))
    electricity = totals["electricity_saved"]
    yield Line(
        word("screen-electricity", lang),
        figure(electricity, lang, grades.get("electricity_saved", ""))
        + (part if "electricity_saved" in partly else ""),
        _tone(electricity),
    )


def _tone(found: Mapping[str, Any] | None) -> str:
    if not found:
        return "care"
    return "good" if found["value"] > 0 else "bad" if found["value"] < 0 else ""


def parted(parts: Sequence[str], lang: str) -> str:
    """Return parts of what is said on one line."""
    return ("；" if lang == "zh" else "; ").join(parts)


_ABSENT = {"new": "baseline", "closed": "reporting"}
"""The state in which a process of a kind is not there."""


def _energies(result: Mapping[str, Any], state: str) -> list[Mapping[str, Any] | None]:
    """Return the energy of each process that is there in a state; None for one that is not known."""
    there = (each for each in result["processes"] if _ABSENT.get(each["kind"]) != state)
    return [each[state].get("energy") for each in there if "energy" in each["saved"]]


def _plant_energy(result: Mapping[str, Any], state: str) -> float | None:
    """Return the energy of all processes in a state; None where one of them does not know its own."""
    found = _energies(result, state)
    known = [each["value"] for each in found if each]
    return math.fsum(known) if known and len(known) == len(found) else None


def _energy(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    """Yield energy before and after, and the saving by kind of change where there is more than one."""
    before, after = (_plant_energy(result, state) for state in _STATES)
    if before is not None and after is not None:
        saved = result["totals"]["energy_saved"]
        shown, unit = figures([before, after], "tce", lang)
        text = f"{' → '.join(shown)} {unit}"
        if saved and abs(after + saved["value"] - before) > 1e-6 * abs(before):
            adjusted = figure({"value": after + saved["value"], "unit": "tce"}, lang)
            text = parted([text, word("screen-adjusted", lang, value=adjusted)], lang)
        yield Line(word("screen-plant", lang), text)
    kinds = {each["kind"] for each in result["processes"]}
    by_kind = result["splits"]["saved_by_kind"]
    found = {kind: by_kind[kind]["energy"] for kind in ("retrofit", "closed", "new") if kind in kinds}
    if len(found) > 1 and all(found.values()):
        values, unit = figures([each["value"] for each in found.values()], "tce", lang)
        parts = (f"{word(kind, lang)} {value}" for kind, value in zip(found, values, strict=True))
        yield Line(word("screen-of-which", lang), f"{joined(parts, lang)} {unit}")


def _money(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    money = result["money"]
    parts = [figure(money["saved"], lang)]
    paid = [each["net_capex"] for each in money["measures"]]
    if any(paid):
        known = {"value": math.fsum(each["value"] for each in paid if each), "unit": "CNY"}
        parts.append(field("capex", figure(known, lang), lang))
        if not all(paid):
            parts.append(word("screen-unpaid", lang, count=sum(not each for each in paid)))
    if money["unpriced"]:
        parts.append(word("unpriced", lang, names=joined(money["unpriced"], lang)))
    yield Line(word("screen-money", lang), parted(parts, lang), _tone(money["saved"]))
    if (other := money["saved_by_other"]) and other["value"]:
        told = word("screen-money-of-other", lang, value=figure(other, lang))
        yield Line(word("screen-money-other", lang), told)


def _reductions(result: Mapping[str, Any], lang: str) -> Line:
    totals = result["totals"]
    grades, partial = totals["confidence"], totals.get("lacks", {})
    parts = []
    for name, found in totals["reductions"].items():
        if found:
            shown = figure(found, lang, grades.get(name, "")).replace(f"{found['unit']}", "", 1)
            least = f" {word('screen-part', lang)}" if name in partial else ""
            parts.append(f"{word(name, lang)} {' '.join(shown.split())}{least}")
    parts += _co2e(totals, lang)
    label = f"{word('screen-reductions', lang)}, t"
    return Line(label, joined(parts, lang) or "–", most=3)


def _co2e(totals: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Yield what is saved as CO2 equivalent, where gases beside CO2 are in it."""
    found = totals["co2e"]
    if found and found["gases"] and found["saved"]:
        grade = lowest([totals["confidence"].get("CO2", ""), *(each["confidence"] for each in found["gases"])])
        least = f" {word('screen-part', lang)}" if CO2E in totals.get("lacks", {}) else ""
        yield f"{word(CO2E, lang)} {' '.join(figure(found['saved'], lang, grade).replace('t', '', 1).split())}{least}"


def _own_results(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    """Yield what the processes are there for, of a plant that saves nothing and is not graded: checks, permits."""
    if result["totals"]["energy_saved"] or result["gaps"] or any(each["grades"] for each in result["processes"]):
        return
    found = [
        f"{each['title']}{colon(lang)}{figure(value, lang)}  {each['labels'][name].partition(':')[0].partition(';')[0]}"
        for each in result["processes"]
        for name in each["shown"]
        if (value := each["reporting"].get(name) or each["baseline"].get(name))
    ]
    for number, text in enumerate(found[: _SHOWN["results"]]):
        yield Line("" if number else word("screen-results", lang), text, most=1)
    if len(found) > _SHOWN["results"]:
        yield Line("", word("screen-more", lang, count=len(found) - _SHOWN["results"]))


def _grades(result: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(each["title"], grade) for each in result["processes"] for grade in each["grades"]]


def _levels(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    grades = _grades(result)
    if not grades:
        return
    shown = []
    for state in _STATES:
        found = Counter(grade[state]["level"] for _, grade in grades if grade[state])
        names = [f"{word(level_name(level), lang)} ×{found[level]}" for level in _LEVELS if found[level]]
        shown.append(f"{word(state, lang)} {joined(names, lang) or '–'}")
    poor = [title for title, grade in grades if grade["reporting"] and grade["reporting"]["level"] == "not-qualified"]
    text = " → ".join(shown)
    if poor:
        text = parted([text, field("not-qualified", joined(dict.fromkeys(poor), lang), lang)], lang)
    if not all(grade["decides"] for _, grade in grades):
        text = f"{text} {marked('C')}"
    yield Line(word("grades", lang), text, "bad" if poor else "")


def level_name(level: int | str) -> str:
    """Return the word of a level."""
    return f"level-{level}" if isinstance(level, int) else level


def _targets(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    counts = Counter(each["status"] for each in result["gaps"])
    if not counts:
        return
    text = counted({name: counts[name] for name in ("met", "open", "not-evaluated")}, lang)
    yield Line(word("screen-targets", lang), text, "bad" if counts["open"] else "good" if counts["met"] else "")
    missed = [each for each in result["gaps"] if each["status"] == "open"]
    for each in missed[: _SHOWN["open"]]:
        gap = word("screen-short", lang, gap=figure(each["gap"], lang))
        yield Line("", f"{each['target']} {gap}{colon(lang)}{each['label']}", "bad", most=1)
    if len(missed) > _SHOWN["open"]:
        yield Line("", word("screen-more", lang, count=len(missed) - _SHOWN["open"]), "bad")


def warned(found: list[dict[str, Any]], lang: str) -> Iterator[Line]:
    """Yield how many warnings there are, and the first."""
    yield Line(word("screen-warnings", lang), str(len(found)), "care" if found else "")
    for each in found[: _SHOWN["warnings"]]:
        yield Line("", f"{each['place']}{colon(lang)}{each['text']}", "care", most=1)


def _unknown(result: Mapping[str, Any], lang: str) -> Iterator[Line]:
    totals = result["totals"]
    names = [] if all(each for state in _STATES for each in _energies(result, state)) else [word("energy", lang)]
    names += [word(name, lang) for name, found in totals["reductions"].items() if not found]
    names += [word(name.replace("_", "-"), lang) for name in ("energy_saved", "electricity_saved") if not totals[name]]
    parts = [word("screen-not-of-plant", lang, names=joined(names, lang))] if names else []
    lacking = {each["label"].rpartition(": ")[0] or each["label"] for each in result["not_computed"]}
    if lacking:
        count = len(result["not_computed"])
        parts.append(word("screen-not-of-processes", lang, count=count, processes=len(lacking)))
    if parts:
        yield Line(word("screen-unknown", lang), parted(parts, lang), "care" if names else "")
