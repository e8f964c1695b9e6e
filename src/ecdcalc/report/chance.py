"""Chance in reports: the spread of what is saved, the probability of targets, and what moves them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.report.section import Section
from ecdcalc.words.labels import colon, joined, number, word

_ENERGY = ("energy", "electricity")
_NAMED = 3
"""Sources that are named of one result, each if it explains at least this share:"""
_LEAST = 0.01


def chance_sections(found: dict[str, Any], lang: str) -> Iterator[Section]:
    """Yield the spread of what is saved and the probability of each target; what moves them stands below, in words."""
    labels = {each["source"]: each["label"] for each in found["sources"]}
    ends = ["5 %", "50 %", "95 %", word("unit", lang)]
    saved = [(saved_label(name, lang), each) for name, each in found["saved"].items()]
    notes = [*_notes(found, lang), *_moved(saved, labels, lang)]
    rows = [(label, *_ends(each)) for label, each in saved]
    yield Section(word("chance-title", lang), [word("item", lang), *ends], rows, notes, is_asked=True)
    targets = [
        (
            each["target"],
            each["label"],
            each["process"] or "",
            percent(each["probability"])
            if each["moved"]
            else word("chance-sure", lang, share=percent(each["probability"])),
            *(_ends(each["reached"]) if each["reached"] else ("", "", "", "")),
        )
        for each in found["targets"]
    ]
    if targets:
        names = ("target", "name", "process", "probability")
        together = word("chance-all", lang, share=percent(found["all_targets"]))
        reached = [(_target_name(each), each["reached"]) for each in found["targets"] if each["reached"]]
        notes = [together, *_moved(reached, labels, lang)]
        heads = [*(word(name, lang) for name in names), *ends]
        yield Section(word("chance-targets", lang), heads, targets, notes, is_asked=True)
    processes = [(each["process"], each["label"], *_ends(each["reporting"])) for each in found["processes"]]
    if processes:
        moved = [(f"{each['process']} {each['label']}", each["reporting"]) for each in found["processes"]]
        heads = [word("process", lang), word("item", lang), *ends]
        yield Section(word("chance-processes", lang), heads, processes, [*_moved(moved, labels, lang)])


def _target_name(found: Mapping[str, Any]) -> str:
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


def _notes(found: dict[str, Any], lang: str) -> Iterator[str]:
    if not found["sources"]:
        yield word("chance-none", lang)
        return
    yield word("chance-drawn", lang, draws=found["draws"], seed=found["seed"], count=len(found["sources"]))
    if not found["saved"]:
        yield word("chance-still", lang)


def chance_rows(found: dict[str, Any], lang: str) -> Iterator[tuple[Any, ...]]:
    """Yield a row of CSV for each number of the chance."""
    for name, each in found["saved"].items():
        for end in ("p5", "p50", "p95"):
            yield "chance", "plant", "", name, end, each[end]["value"], each[end]["unit"], "", saved_label(name, lang)
        for share in each["shares"]:
            yield "chance", "plant", "", name, "share", share["share"], "", share["source"], saved_label(name, lang)
    for each in found["targets"]:
        of = "chance", each["process"] or "plant", each["target"]
        yield *of, each["label"], "probability", each["probability"], "", "", each["label"]
    for each in found["processes"]:
        for end in ("p5", "p50", "p95"):
            value = each["reporting"][end]
            yield "chance", each["process"], "", each["output"], end, value["value"], value["unit"], "", each["label"]
    if found["all_targets"] is not None:
        label = word("chance-all", lang, share=percent(found["all_targets"]))
        yield "chance", "plant", "", "all_targets", "probability", found["all_targets"], "", "", label
