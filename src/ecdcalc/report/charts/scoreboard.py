"""The targets of a plan by what became of them: a bar for each sector of a region, or for each type of a plant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ecdcalc.assessment.gaps import MET, OPEN
from ecdcalc.assessment.region.targets import STATES
from ecdcalc.model.sector import sectors
from ecdcalc.report.charts.chart import DARK, INK, LIGHT, MIDDLE, PAPER, WIDTH, Chart, layer, lite
from ecdcalc.report.section import Section
from ecdcalc.words.labels import word

_SHADES = {"met": DARK, "on-track": MIDDLE, "short": PAPER, "open": PAPER}
_OTHER = LIGHT


def region_scoreboard(found: Mapping[str, Any], lang: str) -> Chart | None:
    """Return how many targets of a region are in each state, by sector."""
    pairs = [(each["sector"][0], each["state"]) for each in found["targets"]]
    order = sorted({sector for sector, _ in pairs}, key=lambda sector: (sector != "region", sector))
    return _scoreboard(pairs, order, STATES, lang)


def plant_scoreboard(found: Mapping[str, Any], lang: str) -> Chart | None:
    """Return how many targets of a plant, of those that ask anything of it, are met or open."""
    told = [each for each in found["gaps"] if each["status"] != "not-evaluated"]
    states = tuple(dict.fromkeys((MET, OPEN, *(each["status"] for each in told))))
    return _scoreboard([(found["sector"], each["status"]) for each in told], [found["sector"]], states, lang)


def _scoreboard(
    pairs: Sequence[tuple[str, str]], order: Sequence[str], states: Iterable[str], lang: str
) -> Chart | None:
    if not pairs:
        return None
    shown = [state for state in states if any(state == each for _, each in pairs)]
    counts = {(name, state): pairs.count((name, state)) for name in order for state in shown}
    title = word("chart-scoreboard", lang)
    rows = [(sector_word(name, lang), *(str(counts[name, state]) for state in shown)) for name in order]
    sums = [sum(counts[name, state] for name in order) for state in shown]
    rows.append((word("total", lang), *map(str, sums)))
    said = ", ".join(f"{word(state, lang)} {count}" for state, count in zip(shown, sums, strict=True))
    alt = word("alt-scoreboard", lang, count=len(pairs), states=said)
    values = [
        {"order": place, "name": sector_word(name, lang), "state": word(state, lang), "count": counts[name, state],
         "step": step, "text": f"{word(state, lang)} {counts[name, state]}"}
        for place, name in enumerate(order) for step, state in enumerate(shown) if counts[name, state]
    ]  # fmt: skip
    shades = [_SHADES.get(state, _OTHER) for state in shown]
    spec = _spec(values, [word(state, lang) for state in shown], shades, (title, alt, word("number-of-targets", lang)))
    heads = [word("sector", lang), *(word(state, lang) for state in shown)]
    return Chart("scoreboard", spec, Section(title, heads, rows), alt)


def sector_word(id: str, lang: str) -> str:
    """Return what a sector of a target is called."""
    known = sectors().get(id)
    return known.label(lang) if known else word("whole-region" if id == "region" else id, lang)


def _spec(
    values: list[dict[str, Any]], states: Sequence[str], shades: Sequence[str], said: tuple[str, str, str]
) -> dict[str, Any]:
    title, alt, axis = said
    y = {"field": "name", "type": "nominal", "sort": {"field": "order"}, "title": None}
    x = {"field": "count", "type": "quantitative", "title": axis, "stack": "zero", "axis": {"tickMinStep": 1}}
    colour = {"field": "state", "type": "nominal", "title": None, "scale": {"domain": states, "range": shades}}
    order = {"field": "step", "type": "quantitative"}
    ink = {"condition": {"test": f"datum.state == {states[0]!r}", "value": PAPER}, "value": INK}
    dark = shades[0] == DARK
    return lite(
        title, alt, width=WIDTH - 200, height={"step": 24}, data={"values": values},
        layer=[
            layer("bar", {"stroke": INK, "strokeWidth": 0.8}, y=y, x=x, color=colour, order=order),
            layer("text", {}, y=y, x={**x, "bandPosition": 0.5}, order=order, text={"field": "count"},
                  color=ink if dark else {"value": INK}),
        ],
    )  # fmt: skip
