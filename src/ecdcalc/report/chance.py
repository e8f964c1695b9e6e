"""Chance in reports: the spread of what is saved, the probability of targets, and what moves them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.report.section import Section
from ecdcalc.words.labels import colon, joined, number, word

_ENERGY = ("energy", "electricity")
_NAMED = 3
"""Sources that are named of one result, each if it explains at least this share:"""
_LEAST = 0.01


@frozen
class Told:
    """One result that draws say something of: its spread, and the probability of what is asked of it."""

    label: str
    spread: Mapping[str, Any] | None
    probability: float | None = None


def results(found: Mapping[str, Any], lang: str) -> Iterator[Told]:
    """Yield what is saved, of money too, then each target; that a worth is reached is that it pays back."""
    for name, each in found["saved"].items():
        yield Told(saved_label(name, lang), each)
    money = found.get("money", {})
    if saved := money.get("saved") or found.get("money_saved"):
        yield Told(word("money-saved", lang), saved)
    if money.get("npv"):
        yield Told(word("npv", lang), money["npv"], money["pays_back"])
    for each in found["targets"]:
        yield Told(target_name(each), each["reached"], each["probability"])


def chance_notes(found: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Yield how was drawn, and in words what moves the results most."""
    asked = (each for each in chance_sections(found, lang) if each.is_asked)
    return (note for each in asked for note in each.notes)


def chance_sections(found: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the spread of what is saved and the probability of each target; what moves them stands below, in words."""
    labels = {each["source"]: each["label"] for each in found["sources"]}
    ends = ["5 %", "50 %", "95 %", word("unit", lang)]
    saved = [(saved_label(name, lang), each) for name, each in found["saved"].items()]
    if found.get("money_saved"):
        saved.append((word("money-saved", lang), found["money_saved"]))
    notes = [*_notes(found, lang), *_moved(saved, labels, lang)]
    rows = [(label, *_ends(each)) for label, each in saved]
    yield Section(word("chance-title", lang), [word("item", lang), *ends], rows, notes, is_asked=True)
    targets = [
        (
            each["target"],
            each["label"],
            each["process"] or "",
            _probability(each, lang),
            *(_ends(each["reached"]) if each["reached"] else ("", "", "", "")),
        )
        for each in found["targets"]
    ]
    if targets:
        names = ("target", "name", "process", "probability")
        together = word("chance-all", lang, share=percent(found["all_targets"]))
        reached = [(target_name(each), each["reached"]) for each in found["targets"] if each["reached"]]
        notes = [together, *_moved(reached, labels, lang)]
        heads = [*(word(name, lang) for name in names), *ends]
        yield Section(word("chance-targets", lang), heads, targets, notes, is_asked=True)
    if "money" in found:
        yield _money(found["money"], ends, labels, lang)
    if found.get("processes"):
        processes = [(each["process"], each["label"], *_ends(each["reporting"])) for each in found["processes"]]
        moved = [(f"{each['process']} {each['label']}", each["reporting"]) for each in found["processes"]]
        heads = [word("process", lang), word("item", lang), *ends]
        yield Section(word("chance-processes", lang), heads, processes, [*_moved(moved, labels, lang)])


def _probability(found: Mapping[str, Any], lang: str) -> str:
    """Return the chance of a target; of a region also that of keeping to the even path, where it is another."""
    met = percent(found["probability"])
    if found.get("on_track", found["probability"]) != found["probability"]:
        return word("chance-on-track", lang, met=met, share=percent(found["on_track"]))
    return met if found["moved"] else word("chance-sure", lang, share=met)


def _money(found: Mapping[str, Any], ends: Sequence[str], labels: Mapping[str, str], lang: str) -> Section:
    """Return what money comes to: saved in a year, the worth of all measures and of each, when it has paid back."""
    rows, moved = [], []
    wholes = (("money-saved", found["saved"], ""), ("npv", found["npv"], found["pays_back"]))
    for key, spread, pays in wholes:
        rows.append((word("chance-all-measures", lang), word(key, lang), _share_of(pays), *_ends_or_none(spread)))
        moved += [(word(key, lang), spread)] if spread else []
    for each in found["measures"]:
        for key, name in (("npv", "npv"), ("payback", "simple_payback")):
            pays = each["pays_back"] if key == "npv" else ""
            rows.append((each["label"], word(key, lang), _share_of(pays), *_ends_or_none(each[name])))
        if each["npv"]:
            moved.append((f"{each['label']} {word('npv', lang)}", each["npv"]))
        if each["simple_payback"] and each["simple_payback"]["lost"]:
            moved.append((f"{each['label']} {word('payback', lang)}", {**each["simple_payback"], "shares": []}))
    heads = [word("measure", lang), word("item", lang), word("chance-pays", lang), *ends]
    return Section(word("chance-money", lang), heads, rows, [*_moved(moved, labels, lang)], is_asked=True)


def _share_of(pays: Any) -> str:
    return "–" if pays is None else percent(pays) if pays != "" else ""


def _ends_or_none(found: Mapping[str, Any] | None) -> tuple[str, ...]:
    return ("–", "–", "–", "") if found is None else _ends(found)


def target_name(found: Mapping[str, Any]) -> str:
    """Return what a target is called: with its process, where it has one."""
    return f"{found['target']} {found['process'] or ''}".rstrip()


def saved_label(name: str, lang: str) -> str:
    """Return what one of the savings is called."""
    return word(f"{name}-saved", lang) if name in _ENERGY else word("reduction", lang, name=word(name, lang))


def percent(share: float) -> str:
    """Return a share for people. What is not all is never shown as all, and what is something not as nothing."""
    shown = f"{100 * share:.1f}"
    if shown == "100.0" and share < 1:
        return "> 99.9 %"
    return "< 0.1 %" if shown == "0.0" and share > 0 else f"{shown} %"


def _ends(found: Mapping[str, Any]) -> tuple[str, str, str, str]:
    low, middle, high = (number(found[name]["value"]) for name in ("p5", "p50", "p95"))
    return low, middle, high, found["p50"]["unit"]


def _moved(spreads: Sequence[tuple[str, Mapping[str, Any]]], labels: Mapping[str, str], lang: str) -> Iterator[str]:
    """Yield in words what moves each result most, and in how many trials it cannot be worked out."""
    for name, each in spreads:
        named = [share for share in each["shares"] if share["share"] >= _LEAST][:_NAMED]
        shares = [
            word("chance-share", lang, share=f"{100 * share['share']:.0f} %", source=labels[share["source"]])
            for share in named
        ]
        if shares:
            yield f"{name}{colon(lang)}{joined(shares, lang)}"
        if each["lost"]:
            yield word("chance-lost", lang, name=name, share=percent(each["lost"]))


def _notes(found: Mapping[str, Any], lang: str) -> Iterator[str]:
    if not found["sources"]:
        yield word("chance-none", lang)
        return
    yield word("chance-drawn", lang, draws=found["draws"], seed=found["seed"], count=len(found["sources"]))
    if not found["saved"]:
        yield word("chance-still", lang)
    for each in found.get("warnings", ()):
        yield f"{each['place']}{colon(lang)}{each['text']}"


def chance_rows(found: Mapping[str, Any], lang: str) -> Iterator[tuple[Any, ...]]:
    """Yield a row of CSV for each number of the chance."""
    for name, each in found["saved"].items():
        label = saved_label(name, lang)
        yield from _end_rows("plant", "", name, each, label)
        for share in each["shares"]:
            yield "chance", "plant", "", name, "share", share["share"], "", share["source"], label
    if found.get("money_saved"):
        yield from _end_rows("plant", "", "money_saved", found["money_saved"], word("money-saved", lang))
    for each in found["targets"]:
        of = "chance", each["process"] or "plant", each["target"]
        yield *of, each["label"], "probability", each["probability"], "", "", each["label"]
        if "on_track" in each:
            yield *of, each["label"], "on_track", each["on_track"], "", "", each["label"]
        if each["reached"]:
            yield from _end_rows(*of[1:], each["label"], each["reached"], each["label"])
    if "money" in found:
        yield from _money_rows(found["money"], lang)
    for each in found.get("processes", ()):
        yield from _end_rows(each["process"], "", each["output"], each["reporting"], each["label"])
    for each in found.get("warnings", ()):
        value, said = each["value"], (each["source"], each["text"])
        yield "chance", "plant", "", each["place"], each["key"], value["value"], value["unit"], *said
    if found["all_targets"] is not None:
        label = word("chance-all", lang, share=percent(found["all_targets"]))
        yield "chance", "plant", "", "all_targets", "probability", found["all_targets"], "", "", label


def _end_rows(place: str, name: str, item: str, spread: Mapping[str, Any], label: str) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each end of a spread, and for its middle."""
    for end in ("p5", "p50", "p95"):
        yield "chance", place, name, item, end, spread[end]["value"], spread[end]["unit"], "", label


def _money_rows(found: Mapping[str, Any], lang: str) -> Iterator[tuple[Any, ...]]:
    parts = [("plant", "", found, ("saved", "npv"), "")]
    parts += [
        (each["place"], each["measure"], each, ("npv", "simple_payback"), each["label"]) for each in found["measures"]
    ]
    for place, measure, each, names, label in parts:
        for name in names:
            if each[name]:
                yield from _end_rows(place, measure, name, each[name], label)
        if each["pays_back"] is not None:
            yield "chance", place, measure, "pays_back", "probability", each["pays_back"], "", "", label


def choice_chance(found: Mapping[str, Any], lang: str) -> Section:
    """Return how likely a choice reaches what is asked, by draws that it was not chosen by."""
    labels = {each["source"]: each["label"] for each in found["sources"]}
    ends = ["5 %", "50 %", "95 %", word("unit", lang)]
    rows = [
        (each["name"], percent(each["probability"]), *_ends_or_none(each["reached"]))
        for each in found["aims"]
    ]  # fmt: skip
    notes = [word("chance-drawn", lang, draws=found["draws"], seed=found["seed"], count=len(found["sources"]))]
    if found["confidence"]:
        key = "confidence-together" if found["together"] else "confidence-each"
        notes.append(word(key, lang, share=f"{number(found['confidence']['value'])} %"))
    if found["all_aims"] is not None:
        notes.append(word("chance-all", lang, share=percent(found["all_aims"])))
    notes += _moved([(each["name"], each["reached"]) for each in found["aims"] if each["reached"]], labels, lang)
    heads = [word("target", lang), word("probability", lang), *ends]
    return Section(word("chance-choice", lang), heads, rows, notes, is_asked=True)


def choice_chance_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield rows of CSV for the chance of a choice: section, plant, place, name, item, value, unit, note."""
    for each in found["aims"]:
        yield "chance", "", "", each["aim"], "probability", each["probability"], "", each["name"]
        for end in ("p5", "p50", "p95") if each["reached"] else ():
            yield "chance", "", "", each["aim"], end, *each["reached"][end].values(), each["name"]
    if found["all_aims"] is not None:
        yield "chance", "", "", "all", "probability", found["all_aims"], "", ""
