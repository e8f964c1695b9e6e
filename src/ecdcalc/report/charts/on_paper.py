"""The pictures that stand in Word and PDF: which of a result, and what is said where they cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.assessment.result import Findings
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.report.charts.chart import Chart
from ecdcalc.report.charts.draw import drawable
from ecdcalc.report.charts.of_result import plant_charts, region_charts
from ecdcalc.report.setting import one_line
from ecdcalc.words.texts import say

OF_PLANT = (
    "waterfall-energy", *(f"waterfall-{name}" for name in POLLUTANTS.values()), "sankey-baseline", "sankey-reporting",
    "limits", "scoreboard", "spread",
)  # fmt: skip
OF_REGION = ("scoreboard", "decline", "counties", "spread")
ON_PAGES = {True: ("waterfall-energy", "sankey-baseline", "sankey-reporting", "limits", "spread"), False: OF_REGION}
"""What stands on the first pages of a plant, and of a region."""


@frozen
class Drawn:
    """One picture as SVG, with its title and the text that stands for it."""

    title: str
    alt: str
    svg: str


def charts_by_name(result: Any, found: Mapping[str, Any], lang: str) -> dict[str, Chart]:
    """Return the pictures of a result by name, of its form for programs in a language."""
    made = plant_charts(found, lang) if isinstance(result, Findings) else region_charts(found, lang, result.region.map)
    return {each.id: each for each in made}


def drawn(result: Any, found: Mapping[str, Any], lang: str) -> tuple[Sequence[Drawn], str]:
    """Return the pictures of the first pages; none, and why, where nothing can be drawn here."""
    if not drawable():
        return (), say("chart-extra", lang)
    charts = charts_by_name(result, found, lang)
    return [*_drawn(charts, ON_PAGES[isinstance(result, Findings)])], ""


def _drawn(charts: Mapping[str, Chart], names: Iterable[str]) -> Iterable[Drawn]:
    return (Drawn(each.title, one_line(each.alt), each.svg()) for name in names if (each := charts.get(name)))
