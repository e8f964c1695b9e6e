"""The energy of a plant as a Sankey diagram: carriers, processes, what becomes of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.report.charts.chart import DARK, LIGHT, MIDDLE, WIDTH, Chart, drawing, nice_share
from ecdcalc.report.charts.flows import Balance, Flow, balances
from ecdcalc.report.section import Section
from ecdcalc.words.labels import joined, number, word

_GAP, _BAR, _LABEL, _FLOWS = 26, 12, 150, 230
"""The least distance of bars, their width, the room for labels, the height of all flows together, in pixels."""
_LEAST = 0.6
"""The least height of a flow in pixels, so that a small one is seen."""


@frozen
class _Node:
    """A place where flows end: its bar."""

    label: str
    x: float
    y: float
    height: float


def sankey(found: Mapping[str, Any], state: str, lang: str) -> Chart | None:
    """Return the energy flows of a plant in one state; None where it has none."""
    listed = [*balances(found, state)]
    flows = [flow for each in listed for flow in (*each.taken, *each.given)]
    if not flows:
        return None
    names = _names(found, listed, state, lang)
    whole = math.fsum(flow.value for each in listed for flow in each.taken)
    title = word("chart-sankey", lang, state=word(state, lang))
    rows = [
        (names[flow.source], names[flow.target], number(flow.value), number(nice_share(flow.value, whole)))
        for flow in flows
    ]
    heads = [word("from", lang), word("to", lang), "tce", f"{word('of-all', lang)}, %"]
    unknown = joined(dict.fromkeys(name for each in listed for name in each.unknown), lang)
    notes = [word("flow-unknown", lang, names=unknown)] if unknown else []
    largest = max((flow for each in listed for flow in each.taken), key=lambda flow: flow.value)
    alt = word("alt-sankey", lang, state=word(state, lang), total=number(whole), count=len(listed),
               name=names[largest.source], value=number(largest.value))  # fmt: skip
    return Chart(f"sankey-{state}", _spec(listed, names, title, alt), Section(title, heads, rows, notes), alt)


def _names(found: Mapping[str, Any], listed: Sequence[Balance], state: str, lang: str) -> dict[str, str]:
    names = {f"process-{number}": each["title"] for number, each in enumerate(found["processes"])}
    for each in found["processes"]:
        names |= {id: line["label"] for id, line in each["energy_by_carrier"][state].items()}
    ends = {end for each in listed for flow in (*each.taken, *each.given) for end in (flow.source, flow.target)}
    return names | {end: word(end, lang) for end in ends if end.startswith("flow-")}


def _spec(listed: Sequence[Balance], names: Mapping[str, str], title: str, alt: str) -> dict[str, Any]:
    """Lay the three columns out; every bar is as high as what flows through it."""
    taken = [flow for each in listed for flow in each.taken]
    given = [flow for each in listed for flow in each.given]
    columns = [_sums(taken, "source"), _sums(taken, "target"), _sums(given, "target")]
    scale = _FLOWS / math.fsum(flow.value for flow in taken)
    height = max(_FLOWS + (len(each) + 1) * _GAP for each in columns)
    places = (_LABEL, (WIDTH - _BAR) / 2, WIDTH - _LABEL - _BAR)
    sides = [
        dict(zip(column, _stack(column, names, x, scale, height), strict=True))
        for column, x in zip(columns, places, strict=True)
    ]
    links = [*_links(taken, sides[0], sides[1], scale, MIDDLE), *_links(given, sides[1], sides[2], scale, LIGHT)]
    nodes = [node for side in sides for node in side.values()]
    texts = [
        text for side, sums in enumerate(columns) for name, value in sums.items()
        for text in _texts(side, sides[side][name], number(value))
    ]  # fmt: skip
    rects = [
        {"x": node.x, "y": node.y, "width": _BAR, "height": node.height, "fill": DARK} for node in nodes
    ]  # fmt: skip
    bottom = max(node.y + node.height for node in nodes) + _GAP
    return drawing(title, alt, bottom, path=links, rect=rects, text=texts)


def _texts(side: int, node: _Node, value: str) -> Iterable[dict[str, Any]]:
    """Yield name and value of a bar: beside it, in the middle column above it."""
    if side == 1:
        yield {"x": node.x + _BAR / 2, "y": node.y - 3, "text": f"{node.label}  {value}", "align": "center",
               "baseline": "bottom", "limit": _LABEL + 60}  # fmt: skip
        return
    x, align = (node.x - 6, "right") if side == 0 else (node.x + _BAR + 6, "left")
    middle = node.y + node.height / 2
    for dy, text in ((0, node.label), (12, value)):
        yield {"x": x, "y": middle + dy, "text": text, "align": align, "baseline": "alphabetic", "limit": _LABEL - 8}


def _sums(flows: Iterable[Flow], end: str) -> dict[str, float]:
    """Return what goes through each end of flows, the places in their order."""
    parts: dict[str, list[float]] = {}
    for flow in flows:
        parts.setdefault(getattr(flow, end), []).append(flow.value)
    return {name: math.fsum(values) for name, values in parts.items()}


def _stack(
    column: Mapping[str, float], names: Mapping[str, str], x: float, scale: float, height: float
) -> Iterable[_Node]:
    used = math.fsum(max(value * scale, _LEAST) for value in column.values())
    gap = max((height - used) / (len(column) + 1), 1.0)
    y = gap
    for name, value in column.items():
        node = _Node(names[name], x, y, max(value * scale, _LEAST))
        yield node
        y += node.height + gap


def _links(
    flows: Iterable[Flow], left: Mapping[str, _Node], right: Mapping[str, _Node], scale: float, fill: str
) -> Iterable[dict[str, Any]]:
    """Yield the ribbons between two columns, stacked at both their ends."""
    out = {name: node.y for name, node in left.items()}
    into = {name: node.y for name, node in right.items()}
    for flow in flows:
        start, end = left[flow.source], right[flow.target]
        height = max(flow.value * scale, _LEAST)
        y1, y2, x1, x2 = out[flow.source], into[flow.target], start.x + _BAR, end.x
        out[flow.source] += height
        into[flow.target] += height
        half = (x1 + x2) / 2
        yield {
            "path": f"M{x1:.1f},{y1:.1f}C{half:.1f},{y1:.1f} {half:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
            f"V{y2 + height:.1f}C{half:.1f},{y2 + height:.1f} {half:.1f},{y1 + height:.1f} {x1:.1f},{y1 + height:.1f}Z",
            "fill": fill,
            "stroke": "#5a5a5a",
            "strokeWidth": 0.4,
        }
