"""Drawing by vl-convert, which needs neither browser nor network; imported when something is drawn."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ecdcalc.words.errors import InputError, Problem

_IDS = re.compile(r'(id="|url\(#|href="#)((?:clip|gradient)[_\d]*)')
_TOLD = re.compile(r' aria-(?:label|roledescription)="[^"]*"| role="graphics-[a-z]+"')
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SAMPLES = ("能", "炉")
_LONGEST = 200
"""Signs of a text in a picture: one of ten thousand would be measured for minutes."""


def drawable() -> bool:
    """Tell whether pictures can be drawn here."""
    return importlib.util.find_spec("vl_convert") is not None


def _library() -> Any:
    try:
        import vl_convert
    except ModuleNotFoundError:
        raise InputError([Problem("charts", "chart-extra", {})]) from None
    return vl_convert


def svg(spec: Mapping[str, Any], id: str) -> str:
    """Return a picture as SVG; inner names begin with `id`, so that many pictures fit into one page.

    What the library says of axes and marks is English in any language, and the picture has a text of its own: left out.
    """
    library = _library()
    lite = "vega-lite" in str(spec["$schema"])
    drawn = (library.vegalite_to_svg if lite else library.vega_to_svg)(_short(spec))
    return _TOLD.sub("", _IDS.sub(lambda found: f"{found[1]}{id}-{found[2]}", str(drawn)))


def png(spec: Mapping[str, Any], scale: float) -> bytes:
    """Return a picture as PNG. Raises `InputError` where it holds Chinese text and no font has it."""
    library = _library()
    if _written(spec) and not chinese_font():
        raise InputError([Problem("charts", "chart-no-font", {})])
    lite = "vega-lite" in str(spec["$schema"])
    draw = library.vegalite_to_png if lite else library.vega_to_png
    return bytes(draw(_short(spec), scale=scale))


def _short(found: Any) -> Any:
    """Return a specification whose texts are not longer than a picture can bear."""
    if isinstance(found, str):
        return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"
    if isinstance(found, Mapping):
        return {key: _short(each) for key, each in found.items()}
    return [_short(each) for each in found] if isinstance(found, (list, tuple)) else found


def _written(spec: Mapping[str, Any]) -> bool:
    return _CHINESE.search(json.dumps(spec, ensure_ascii=False)) is not None


@cache
def chinese_font() -> bool:
    """Tell whether a font for Chinese text is installed: without one, all signs come out as the same box."""
    library = _library()
    one, other = (
        library.svg_to_png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
            f'<text y="16" font-family="sans-serif">{sign}</text></svg>'
        )
        for sign in _SAMPLES
    )
    return bool(one != other)
