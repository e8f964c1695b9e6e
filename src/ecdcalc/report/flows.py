"""Carriers that a plant both takes and gives out, in the report: both flows, not their difference alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, word

_STATES = ("baseline", "reporting")


def flow_sections(result: Mapping[str, Any], lang: str) -> Iterator[Section]:
    """Yield the flows of each carrier that goes both ways in one of the states."""
    states = result["splits"]["energy_by_carrier"]
    both = {id: each["label"] for state in _STATES for id, each in states[state].items() if _goes_both_ways(each)}
    if not both:
        return
    rows = [
        (
            label,
            word(state, lang),
            *(amount(states[state][id][way][of], lang) for way in ("taken", "given") for of in ("amount", "energy")),
            amount(states[state][id]["energy"], lang),
        )
        for id, label in both.items()
        for state in _STATES
        if id in states[state]
    ]
    names = ("carrier", "state", "taken", "taken-energy", "given-out", "given-energy", "net-energy")
    yield Section(word("gross-flows", lang), [word(name, lang) for name in names], rows)


def _goes_both_ways(carrier: Mapping[str, Any]) -> bool:
    return all(found and found["value"] > 0 for found in (carrier[way]["amount"] for way in ("taken", "given")))
