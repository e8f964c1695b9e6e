"""Pages set by Typst: the fonts that are there, and data that no text of a user can leave."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from ecdcalc.report.charts.on_paper import Drawn
from ecdcalc.report.section import Section
from ecdcalc.report.setting import one_line
from ecdcalc.words.errors import EcdcalcError

CHINESE = (
    "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "FangSong", "仿宋", "SimSun", "宋体", "STSong",
    "Songti SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "SimHei", "PingFang SC",
    "WenQuanYi Zen Hei",
)  # fmt: skip
"""Fonts with Chinese signs, the best first; the first one that is installed is embedded."""
WESTERN = "Libertinus Serif"
"""Comes with Typst."""
_CHINESE_SIGN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LONGEST = 400


def library() -> Any:
    """Return Typst. Raises `EcdcalcError` where it is not installed."""
    try:
        return import_module("typst")
    except ModuleNotFoundError:
        raise EcdcalcError("pdf-extra") from None


@cache
def installed() -> frozenset[str]:
    """Return the families of fonts that there are."""
    return frozenset(library().Fonts().families())


def fonts_for(text: str) -> list[str]:
    """Return the fonts of a text. Raises `EcdcalcError` where it has Chinese signs and no font has them."""
    chinese = next((each for each in CHINESE if each in installed()), None)
    if chinese is None and _CHINESE_SIGN.search(text):
        raise EcdcalcError("pdf-no-font", fonts=", ".join(CHINESE[:3]))
    return [WESTERN, *([chinese] if chinese else [])]


def sections_of(found: Sequence[Section]) -> list[dict[str, Any]]:
    """Return tables as data, each row as long as its head."""
    return [
        {
            "title": each.title,
            "headers": [*each.headers],
            "rows": [[str(cell) for cell in row] for row in each.rows],
            "notes": [*each.notes],
        }
        for each in found
    ]


def set_pages(data: Mapping[str, Any], draft: Path, pictures: Sequence[Drawn] = ()) -> None:
    """Write pages as PDF with its fonts embedded; pictures stand before the tables. Raises `EcdcalcError`."""
    typst = library()
    clean = _clean(data)
    shown = [{**_clean({"title": each.title, "alt": each.alt}), "svg": each.svg} for each in pictures]
    text = json.dumps([clean, shown], ensure_ascii=False)
    whole = json.dumps({**clean, "pictures": shown, "fonts": fonts_for(text)}, ensure_ascii=False)
    template = files("ecdcalc.report.paper").joinpath("paper.typ").read_bytes()
    draft.write_bytes(typst.compile(template, format="pdf", sys_inputs={"data": whole}))


def _clean(found: Any) -> Any:
    """Return data whose texts are each on one line and not longer than a page can bear."""
    if isinstance(found, str):
        line = one_line(found)
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    if isinstance(found, Mapping):
        return {key: _clean(each) for key, each in found.items()}
    if isinstance(found, list):
        return [_clean(each) for each in found]
    return found
