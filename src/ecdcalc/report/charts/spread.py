"""What the ranges of inputs and factors make of the results: the middle and the ends of 90 of 100 draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ecdcalc.report.chance import results
from ecdcalc.report.charts.chart import DARK, INK, MIDDLE, WIDTH, Chart, layer, lite
from ecdcalc.report.section import Section
from ecdcalc.words.labels import number, unit_word, word


@frozen
class Drawn:
    """The spread of one result, in its unit: below `low` are 5 of 100 draws, and above `high`."""

    label: str
    low: float
    middle: float
    high: float
    unit: str

    @property
    def width(self) -> float:
        """How wide it is against its middle."""
        return (self.high - self.low) / abs(self.middle) if self.middle else 0.0


def spread(chance: Mapping[str, Any], lang: str) -> Chart | None:
    """Return the spreads of a chance, each against its own middle; None where the draws move nothing."""
    found = [*_drawn(chance, lang)]
    shown = [each for each in found if each.middle]
    if not shown:
        return None
    title = word("chart-spread", lang)
    rows = [
        (each.label, number(each.low), number(each.middle), number(each.high), unit_word(each.unit, lang))
        for each in found
    ]
    heads = [word("item", lang), "5 %", "50 %", "95 %", word("unit", lang)]
    widest = max(shown, key=lambda each: each.width)
    alt = word("alt-spread", lang, count=len(shown), name=widest.label, low=number(widest.low),
               high=number(widest.high), unit=unit_word(widest.unit, lang))  # fmt: skip
    values = [
        {"order": order, "label": each.label, **{
            name: 100 * (getattr(each, name) - each.middle) / abs(each.middle) for name in ("low", "middle", "high")},
         "text": f"{number(each.low)} – {number(each.high)} {unit_word(each.unit, lang)}"}
        for order, each in enumerate(shown)
    ]  # fmt: skip
    return Chart("spread", _spec(values, title, alt, word("of-middle", lang)), Section(title, heads, rows), alt)


def _drawn(chance: Mapping[str, Any], lang: str) -> Iterator[Drawn]:
    """Yield every result that has a spread."""
    for told in results(chance, lang):
        if told.spread:
            low, middle, high = (told.spread[end]["value"] for end in ("p5", "p50", "p95"))
            yield Drawn(told.label, low, middle, high, told.spread["p50"]["unit"])


def _spec(values: list[dict[str, Any]], title: str, alt: str, axis: str) -> dict[str, Any]:
    y = {"field": "label", "type": "nominal", "sort": {"field": "order"}, "title": None}
    low = {"field": "low", "type": "quantitative", "title": axis}
    return lite(
        title, alt, width=WIDTH - 400, height={"step": 24}, data={"values": values},
        layer=[
            layer("bar", {"height": 8, "stroke": INK, "strokeWidth": 0.8, "color": MIDDLE}, y=y, x=low,
                  x2={"field": "high"}),
            layer("tick", {"color": DARK, "thickness": 3}, y=y, x={"field": "middle", "type": "quantitative"}),
            layer("text", {"align": "left", "dx": 6}, y=y, x={"field": "high", "type": "quantitative"},
                  text={"field": "text"}),
        ],
    )  # fmt: skip
