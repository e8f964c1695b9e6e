"""The cost curve of chosen measures: what each abates against what each amount costs; areas are costs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ecdcalc.report.charts.chart import INK, LIGHT, MIDDLE, WIDTH, Chart, layer, lite
from ecdcalc.report.screen.choice import named
from ecdcalc.report.section import Section
from ecdcalc.words.labels import number, unit_word, word


def cost_curve(choice: Mapping[str, Any], lang: str) -> Chart | None:
    """Return the cost curve of a choice of measures; None where no measure abates anything."""
    steps: Sequence[Mapping[str, Any]] = choice["curve"]
    drawn = [each for each in steps if each["specific"]]
    if not drawn:
        return None
    names = [named(each, choice) for each in steps]
    output, unit = word(drawn[0]["output"], lang), unit_word(drawn[0]["abated"]["unit"], lang)
    cost, specific = (unit_word(drawn[0][key]["unit"], lang) for key in ("cost", "specific"))
    title = word("chart-cost-curve", lang, name=output)
    rows = [
        (str(order), label, number(each["abated"]["value"]), number(each["cost"]["value"]),
         number(each["specific"]["value"]) if each["specific"] else "–")
        for order, (each, label) in enumerate(zip(steps, names, strict=True), 1)
    ]  # fmt: skip
    heads = ["", word("measure", lang), f"{output}, {unit}", cost, specific]
    whole = math.fsum(each["abated"]["value"] for each in steps)
    alt = word("alt-cost-curve", lang, count=len(drawn), total=f"{number(whole)} {unit}", name=output,
               low=number(drawn[0]["specific"]["value"]), high=number(drawn[-1]["specific"]["value"]),
               unit=specific)  # fmt: skip
    left_out = len(steps) - len(drawn)
    notes = [word("curve-left-out", lang, count=left_out)] if left_out else []
    values = _rectangles(steps)
    return Chart("cost-curve", _spec(values, title, alt, f"{output}, {unit}", specific),
                 Section(title, heads, rows, notes), alt)  # fmt: skip


def _rectangles(steps: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return a rectangle for each step that abates: as wide as it abates, as high as an amount of it costs."""
    found, start = [], 0.0
    for order, each in enumerate(steps, 1):
        if each["specific"]:
            end = start + each["abated"]["value"]
            height = each["specific"]["value"]
            found.append({"from": start, "to": end, "middle": (start + end) / 2, "cost": height, "zero": 0,
                          "edge": max(height, 0.0), "label": str(order), "gain": height <= 0})  # fmt: skip
            start = end
    return found


def _spec(values: list[dict[str, Any]], title: str, alt: str, x: str, y: str) -> dict[str, Any]:
    sides = {"x": {"field": "from", "type": "quantitative", "title": x}, "x2": {"field": "to"},
             "y": {"field": "cost", "type": "quantitative", "title": y}, "y2": {"field": "zero"}}  # fmt: skip
    shade = {"condition": {"test": "datum.gain", "value": MIDDLE}, "value": LIGHT}
    return lite(
        title, alt, width=WIDTH - 60, height=260, data={"values": values},
        layer=[
            layer("rect", {"stroke": INK, "strokeWidth": 0.8}, color=shade, **sides),
            layer("text", {"baseline": "bottom", "dy": -2}, text={"field": "label"},
                  x={"field": "middle", "type": "quantitative"}, y={"field": "edge", "type": "quantitative"}),
        ],
    )  # fmt: skip
