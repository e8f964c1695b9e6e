"""Energy per GDP of a region by year, against the even path to its target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecdcalc.report.charts.chart import DARK, INK, WIDTH, Chart, layer, lite
from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, number, word


def decline(found: Mapping[str, Any], lang: str) -> Chart | None:
    """Return the decline by year against the even path; None where the series lack."""
    dual = found["energy"][found["rules"]["basis"]]
    years = dual.get("years", [])
    if not years:
        return None
    title = word("chart-decline", lang, basis=word(dual["basis"], lang))
    rows = [
        (str(each["year"]), amount(each["intensity"], lang), amount(each["decline"], lang), amount(each["path"], lang))
        for each in years
    ]
    heads = [word(f"dual-{name}", lang) for name in ("year", "intensity", "decline", "path")]
    last = years[-1]
    alt = word("alt-decline", lang, first=years[0]["year"], last=last["year"], decline=amount(last["decline"], lang),
               path=amount(last["path"], lang))  # fmt: skip
    values = [
        {"year": str(each["year"]), "line": word(f"dual-{name}", lang), "share": each[name]["value"],
         "text": number(round(each[name]["value"], 2)) if each["year"] != years[0]["year"] else "",
         "above": name == "decline"}
        for each in years for name in ("decline", "path") if each[name]
    ]  # fmt: skip
    return Chart("decline", _spec(values, title, alt, lang), Section(title, heads, rows), alt)


def _spec(values: list[dict[str, Any]], title: str, alt: str, lang: str) -> dict[str, Any]:
    names = [word(f"dual-{name}", lang) for name in ("decline", "path")]
    x = {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    y = {"field": "share", "type": "quantitative", "title": "%"}
    colour = {"field": "line", "type": "nominal", "title": None, "scale": {"domain": names, "range": [DARK, INK]}}
    dash = {"field": "line", "type": "nominal", "scale": {"domain": names, "range": [[1, 0], [6, 4]]}}
    shape = {"field": "line", "type": "nominal", "scale": {"domain": names, "range": ["circle", "square"]}}
    text = {"field": "text"}
    return lite(
        title, alt, width=WIDTH - 60, height=240, data={"values": values},
        layer=[
            layer("line", {"strokeWidth": 2}, x=x, y=y, color=colour, strokeDash=dash),
            layer("point", {"filled": True, "size": 50}, x=x, y=y, color=colour, shape=shape),
            {"transform": [{"filter": "datum.above"}], **layer("text", {"dy": -10}, x=x, y=y, text=text)},
            {"transform": [{"filter": "!datum.above"}], **layer("text", {"dy": 14}, x=x, y=y, text=text)},
        ],
    )  # fmt: skip
