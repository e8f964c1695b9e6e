"""One picture: its specification, the table of its numbers, and the text that stands for it where it is not seen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from attrs import field, frozen

from ecdcalc.report.charts.draw import drawable, png, svg
from ecdcalc.report.section import Section

VEGA = "https://vega.github.io/schema/vega/v6.json"
VEGA_LITE = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH = 640
"""Of every picture, in pixels: what fits a page of paper and a screen."""
INK, DARK, MIDDLE, LIGHT, PAPER = "#1a1a1a", "#23527c", "#8fa9c4", "#dbe4ee", "#ffffff"
"""Five steps from black to white: what colour tells is told by lightness, outline and words as well."""
FONT = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"


@frozen(repr=False)
class Chart:
    """One picture of a result, in one language."""

    id: str
    spec: Mapping[str, Any] = field(eq=False)
    table: Section
    alt: str

    @property
    def title(self) -> str:
        """What the picture is of."""
        return self.table.title

    def svg(self) -> str:
        """Draw it as SVG. Raises `InputError` where the extra `html` is not installed."""
        return svg(self.spec, self.id)

    def png(self, scale: float = 2) -> bytes:
        """Draw it as PNG. Raises `InputError` where the extra or a font for its text is not installed."""
        return png(self.spec, scale)

    def __repr__(self) -> str:
        return f"<Chart {self.id}: {self.title}>"

    def _repr_mimebundle_(self, **options: object) -> dict[str, str]:
        """Return what a notebook shows: the picture where it can be drawn, and its table."""
        found = {"text/plain": f"{self.title}\n{self.alt}", "text/html": self._repr_html_()}
        return {**found, "image/svg+xml": self.svg()} if drawable() else found

    def _repr_html_(self) -> str:
        picture = self.svg() if drawable() else ""
        heads = "".join(f"<th>{escape(each)}</th>" for each in self.table.headers)
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in self.table.rows
        )
        return (
            f"<figure>{picture}<figcaption>{escape(self.alt)}</figcaption></figure>"
            f"<table><caption>{escape(self.title)}</caption><tr>{heads}</tr>{rows}</table>"
        )


@frozen(repr=False)
class Charts(Mapping[str, Chart]):
    """The pictures of a result by their name, in English; `zh` are the same in Chinese."""

    made: Callable[[str], Sequence[Chart]] = field(eq=False)
    lang: str = "en"
    found: Mapping[str, Chart] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "found", {each.id: each for each in self.made(self.lang)})

    @property
    def zh(self) -> Charts:
        """The same pictures in Chinese."""
        return Charts(self.made, "zh")

    def __getitem__(self, id: str) -> Chart:
        return self.found[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __repr__(self) -> str:
        return f"<Charts: {', '.join(self.found)}>"

    def _repr_html_(self) -> str:
        return "".join(each._repr_html_() for each in self.found.values())


def lite(title: str, alt: str, **parts: Any) -> dict[str, Any]:
    """Return a Vega-Lite specification in the look of all pictures."""
    return {"$schema": VEGA_LITE, "title": title, "description": alt, "background": PAPER, "config": LOOK, **parts}


def drawing(title: str, alt: str, height: float, **marks: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a Vega specification of marks that were laid out before, kind by kind, in pixels; names are data."""
    names = {kind: sorted({key for each in found for key in each}) for kind, found in marks.items()}
    return {
        "$schema": VEGA, "description": alt, "background": PAPER, "width": WIDTH, "height": height, "padding": 5,
        "config": {"text": {"font": FONT, "fill": INK, "fontSize": 11}, "title": {"font": FONT}},
        "title": {"text": title, "anchor": "start", "color": INK, "fontSize": 14},
        "data": [{"name": kind, "values": [*found]} for kind, found in marks.items()],
        "marks": [
            {"type": kind.partition("_")[0], "from": {"data": kind},
             "encode": {"enter": {key: {"field": key} for key in names[kind]}}}
            for kind in marks
        ],
    }  # fmt: skip


LOOK: dict[str, Any] = {
    "font": FONT,
    "title": {"anchor": "start", "color": INK, "fontSize": 14, "fontWeight": "bold"},
    "axis": {"labelColor": INK, "titleColor": INK, "gridColor": "#e0e0e0", "domainColor": INK, "tickColor": INK,
             "labelFontSize": 11, "titleFontSize": 11, "labelLimit": 240, "titleFontWeight": "normal"},
    "legend": {"labelColor": INK, "titleColor": INK, "symbolStrokeColor": INK, "orient": "bottom",
               "labelLimit": 400},
    "header": {"labelColor": INK, "labelFontSize": 11, "labelLimit": 260},
    "text": {"color": INK, "fontSize": 11},
    "view": {"stroke": None},
}  # fmt: skip


def layer(kind: str, mark: Mapping[str, Any], **encoding: Any) -> dict[str, Any]:
    """Return a layer of one kind of mark."""
    return {"mark": {"type": kind, **mark}, "encoding": encoding}


def nice_share(value: float, whole: float) -> float:
    """Return a share in per cent, 0 of nothing."""
    return 100 * value / whole if whole and math.isfinite(value / whole) else 0.0
