"""Writing a page: the parts set by a template, all text escaped, never larger than a page may be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.report.page.parts import Part, readable
from ecdcalc.report.page.plant import PlantPage
from ecdcalc.report.page.region import RegionPage
from ecdcalc.report.region_sections import heading as region_heading
from ecdcalc.report.tables import heading
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.labels import word

LARGEST = 1_500_000
"""Bytes of a page."""
_TITLE = 200


def page(result: Assessment | RegionAssessment, lang: str) -> str:
    """Return the page of a result. Raises `InputError` where the extra `html` is not installed, or it is too large."""
    _template()  # refuses before anything is drawn
    found = result.to_dict(lang)
    if isinstance(result, RegionAssessment):
        text = _set(found["region"], region_heading(found, lang), [*RegionPage(found, lang).parts()], lang)
    else:
        title = found["plant"] or found["sector_label"]
        text = _set(title, heading(found, lang), [*PlantPage(result, found, lang).parts()], lang)
        if len(text.encode()) > LARGEST:
            text = _set(title, heading(found, lang), [*PlantPage(result, found, lang, short=True).parts()], lang)
    if (size := len(text.encode())) > LARGEST:
        raise InputError([Problem("html", "page-too-large", {"size": f"{size:,}", "most": f"{LARGEST:,}"})])
    return text


def write_page(result: Assessment | RegionAssessment, path: Path, lang: str) -> None:
    """Write the page of a result."""
    path.write_bytes(page(result, lang).encode("utf-8"))


def _set(title: str, about: str, parts: Sequence[Part], lang: str) -> str:
    short = readable(title)
    text: str = _template().render(
        title=short if len(short) <= _TITLE else short[: _TITLE - 1] + "…",
        about=readable(about),
        parts=[each for each in parts if each.filled],
        lang={"zh": "zh-CN"}.get(lang, lang),
        version=__version__,
        word=lambda key: word(key, lang),
        clean=readable,
        clean_lines=lambda text: "\n".join(map(readable, text.splitlines())),
    )
    return text


@cache
def _template() -> Any:
    try:
        from jinja2 import Environment
    except ModuleNotFoundError:
        raise InputError([Problem("html", "page-extra", {})]) from None
    setting = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return setting.from_string(files("ecdcalc.report.page").joinpath("page.html").read_text(encoding="utf-8"))
