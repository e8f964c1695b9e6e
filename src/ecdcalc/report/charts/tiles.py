"""The counties of a region as tiles, each where the region file puts it, or as the user's own map draws them.

No map is shipped: borders are the user's to give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.model.region import Shape
from ecdcalc.report.charts.chart import DARK, INK, LIGHT, MIDDLE, PAPER, WIDTH, Chart, layer, lite
from ecdcalc.report.section import Section
from ecdcalc.words.labels import amount, number, word

MET, BEHIND, UNKNOWN = "tile-met", "tile-behind", "tile-unknown"
_SHADES = {MET: MIDDLE, BEHIND: PAPER, UNKNOWN: LIGHT}
_TILE = 92


def tiles(found: Mapping[str, Any], lang: str, shapes: Sequence[Shape] = ()) -> Chart | None:
    """Return the counties with the decline of their energy per GDP; None where none has a place."""
    listed = [*_counties(found, lang)]
    if not listed or not (shapes or any("column" in each for each in listed)):
        return None
    title = word("chart-counties", lang)
    rows = [(each["name"], each["decline"], each["path"], word(each["state"], lang)) for each in listed]
    heads = [word("county", lang), word("dual-decline", lang), word("dual-path", lang), word("status", lang)]
    counts = {state: sum(each["state"] == state for each in listed) for state in (MET, BEHIND, UNKNOWN)}
    alt = word("alt-counties", lang, count=len(listed), met=counts[MET], behind=counts[BEHIND], unknown=counts[UNKNOWN])
    values = [{**each, "said": word(each["state"], lang)} for each in listed]
    spec = _mapped(values, shapes, title, alt, lang) if shapes else _tiled(values, title, alt, lang)
    drawn = {each.name for each in shapes} if shapes else {each["name"] for each in listed if "column" in each}
    left = [each["name"] for each in listed if each["name"] not in drawn]
    key = "map-no-outline" if shapes else "tile-no-place"
    notes = [word(key, lang, names=", ".join(left))] if left else []
    return Chart("counties", spec, Section(title, heads, rows, notes), alt)


def _counties(found: Mapping[str, Any], lang: str) -> Iterator[dict[str, Any]]:
    places = found.get("tiles", {})
    for name, dual in found["counties"].items():
        done, path = dual.get("done"), dual.get("path")
        state = UNKNOWN if not done or not path else MET if dual["remaining"]["value"] <= 0 else BEHIND
        if state == BEHIND and done["value"] >= path["value"]:
            state = MET
        each = {"name": name, "decline": amount(done, lang), "path": amount(path, lang), "state": state,
                "short": f"{number(round(done['value'], 1))} %" if done else "–"}  # fmt: skip
        if name in places:
            each |= {"column": places[name][0], "row": places[name][1]}
        yield each


def _shade(lang: str) -> dict[str, Any]:
    names = [word(state, lang) for state in _SHADES]
    return {"field": "said", "type": "nominal", "title": None,
            "scale": {"domain": names, "range": [*_SHADES.values()]}}  # fmt: skip


def _tiled(values: list[dict[str, Any]], title: str, alt: str, lang: str) -> dict[str, Any]:
    placed = [each for each in values if "column" in each]
    x = {"field": "column", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.05}}
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.05}}
    columns = len({each["column"] for each in placed})
    step = min(_TILE, (WIDTH - 20) / columns)
    return lite(
        title, alt, width={"step": step}, height={"step": 56}, data={"values": placed},
        layer=[
            layer("rect", {"stroke": INK, "strokeWidth": 1}, x=x, y=y, color=_shade(lang)),
            layer("text", {"dy": -12, "fontWeight": "bold", "limit": step - 8}, x=x, y=y, text={"field": "name"}),
            layer("text", {"dy": 4}, x=x, y=y, text={"field": "short"}),
            layer("text", {"dy": 18, "fontSize": 10, "limit": step - 8}, x=x, y=y, text={"field": "said"}),
        ],
    )  # fmt: skip


def _mapped(values: list[dict[str, Any]], shapes: Sequence[Shape], title: str, alt: str, lang: str) -> dict[str, Any]:
    """Draw the user's own shapes; those that are no county of the region stay without shade."""
    known = {each["name"]: each for each in values}
    features = [
        {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": each.polygons}, "properties": {},
         **known.get(each.name, {}), "name": each.name}
        for each in shapes
    ]  # fmt: skip
    text = {"field": "name", "type": "nominal"}
    outline = {"fill": None, "stroke": DARK, "strokeWidth": 1}
    return lite(
        title, alt, width=WIDTH - 20, height=WIDTH - 160, data={"values": features},
        projection={"type": "mercator"},
        layer=[
            layer("geoshape", outline),
            {"transform": [{"filter": "isValid(datum.said)"}],
             **layer("geoshape", {"stroke": INK, "strokeWidth": 1}, color=_shade(lang))},
            {"transform": [{"calculate": "geoCentroid(null, datum)", "as": "middle"},
                           {"calculate": "datum.middle[0]", "as": "east"},
                           {"calculate": "datum.middle[1]", "as": "north"},
                           {"calculate": "datum.name + (isValid(datum.short) ? ' ' + datum.short : '')", "as": "text"}],
             **layer("text", {"fontSize": 10}, longitude={"field": "east", "type": "quantitative"},
                     latitude={"field": "north", "type": "quantitative"}, text={**text, "field": "text"})},
        ],
    )  # fmt: skip
