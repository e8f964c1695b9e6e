"""What saved how much: the measures of the retrofits one by one, closures and new capacity apart, and the sum."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ecdcalc.model.plant import CLOSED, NEW, RETROFIT
from ecdcalc.report.charts.chart import DARK, INK, LIGHT, MIDDLE, PAPER, WIDTH, Chart, layer, lite
from ecdcalc.report.section import Section
from ecdcalc.words.labels import number, unit_word, word

_NOTHING = 1e-9
_ROW = 24


@frozen
class Part:
    """One part of what is saved."""

    label: str
    kind: str
    value: float


def waterfall(found: Mapping[str, Any], name: str, lang: str) -> Chart | None:
    """Return what saved energy, or reduced a pollutant; None where the sum is not known or nothing."""
    total = _total(found, name)
    parts = [*_parts(found, name, lang)] if total else []
    if total is None or not parts:
        return None
    unit = unit_word(total["unit"], lang)
    label = word("energy-saved", lang) if name == "energy" else word("reduction", lang, name=word(name, lang))
    title = word("chart-waterfall", lang, name=label)
    rows = [(each.label, word(each.kind, lang), number(each.value)) for each in parts]
    rows.append((word("total", lang), "", number(total["value"])))
    largest = max(parts, key=lambda each: each.value)
    alt = word("alt-waterfall", lang, name=label, total=f"{number(total['value'])} {unit}", count=len(parts),
               part=largest.label, value=f"{number(largest.value)} {unit}")  # fmt: skip
    heads = [word("measure", lang), word("type", lang), unit]
    spec = _spec([*_bars(parts, total["value"], lang)], title, alt, unit, lang)
    return Chart(f"waterfall-{name}", spec, Section(title, heads, rows), alt)


def _total(found: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    totals = found["totals"]
    known: Mapping[str, Any] | None = totals["energy_saved"] if name == "energy" else totals["reductions"].get(name)
    return known


def _parts(found: Mapping[str, Any], name: str, lang: str) -> Iterator[Part]:
    """Yield the parts; they add up to the sum, what no measure explains stands as operation."""
    total = _total(found, name)
    assert total is not None
    least = _NOTHING * max(1.0, abs(total["value"]))
    told = []
    for process in found["processes"]:
        saved = process["saved"].get(name)
        if process["kind"] != RETROFIT:
            parts = [Part(process["title"], process["kind"], saved["value"])] if saved else []
        else:
            parts = [*_steps(process, name)]
            left = (saved["value"] if saved else 0.0) - math.fsum(each.value for each in parts)
            if saved and abs(left) > least:
                parts.append(Part(word("operation-of", lang, name=process["title"]), RETROFIT, left))
        told += [each for each in parts if abs(each.value) > least]
    yield from told
    rest = total["value"] - math.fsum(each.value for each in told)
    if abs(rest) > least:
        yield Part(word("not-split", lang), "", rest)


def _steps(process: Mapping[str, Any], name: str) -> Iterator[Part]:
    for each in process["measures"]:
        value = each["energy_saved"] if name == "energy" else each["reductions"].get(name)
        if value:
            yield Part(f"{each['label']}, {process['title']}", RETROFIT, value["value"])


def _bars(parts: list[Part], total: float, lang: str) -> Iterator[dict[str, Any]]:
    start = 0.0
    for order, each in enumerate(parts):
        end = start + each.value
        yield {"order": order, "label": f"{order + 1}. {each.label}", "from": start, "to": end, "edge": max(start, end),
               "text": f"{'+' if each.value > 0 else '−'}{number(abs(each.value))}",
               "kind": word("less-saved" if each.value < 0 else each.kind or "not-split", lang)}  # fmt: skip
        start = end
    yield {"order": len(parts), "label": word("total", lang), "from": 0.0, "to": total, "edge": max(total, 0.0),
           "text": number(total), "kind": word("total", lang)}  # fmt: skip


def _spec(bars: list[dict[str, Any]], title: str, alt: str, unit: str, lang: str) -> dict[str, Any]:
    kinds = [*dict.fromkeys(each["kind"] for each in bars)]
    shade = {word(RETROFIT, lang): MIDDLE, word(CLOSED, lang): LIGHT, word(NEW, lang): "#b9b9b9",
             word("less-saved", lang): PAPER, word("total", lang): DARK, word("not-split", lang): PAPER}  # fmt: skip
    y = {"field": "label", "type": "nominal", "sort": {"field": "order"}, "title": None, "axis": {"labelLimit": 300}}
    ends = {"x": {"field": "from", "type": "quantitative", "title": unit}, "x2": {"field": "to"}}
    colour = {"field": "kind", "type": "nominal", "title": None, "scale": {"domain": kinds,
              "range": [shade[each] for each in kinds]}}  # fmt: skip
    return lite(
        title, alt, width=WIDTH - 320, height={"step": _ROW}, data={"values": bars},
        layer=[
            layer("bar", {"stroke": INK, "strokeWidth": 0.8}, y=y, color=colour, **ends),
            layer("text", {"align": "left", "dx": 4}, y=y, text={"field": "text"},
                  x={"field": "edge", "type": "quantitative"}),
        ],
    )  # fmt: skip
