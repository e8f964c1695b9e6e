"""Writing a page: the parts set by a template, all text escaped, never larger than a page may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.report.comparison import comparison_sections, title_of
from ecdcalc.report.page.choice import choice_parts
from ecdcalc.report.page.parts import Part, readable, table_of
from ecdcalc.report.page.plant import PlantPage
from ecdcalc.report.page.region import RegionPage
from ecdcalc.report.region_sections import heading as region_heading
from ecdcalc.report.tables import heading
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.labels import colon, joined, word

LARGEST = 1_500_000
"""Bytes of a page."""
_TITLE = 200


def page(result: Assessment | RegionAssessment, lang: str) -> str:
    """Return the page of a result. Raises `InputError` where the extra `html` is not installed, or it is too large."""
    _template()  # refuses before anything is drawn
    if isinstance(result, RegionAssessment):
        region = result.to_dict(lang)
        parts = [*RegionPage(region, lang, result.region.map).parts()]
        text = _set(region["region"], region_heading(region, lang), parts, lang)
    else:
        found = result.to_dict(lang)
        title = found["plant"] or found["sector_label"]
        text = _set(title, heading(found, lang), [*PlantPage(result, found, lang).parts()], lang)
        if len(text.encode()) > LARGEST:
            text = _set(title, heading(found, lang), [*PlantPage(result, found, lang, short=True).parts()], lang)
    return _small(text)


def _small(text: str) -> str:
    """Return a page that is not larger than one may be. Raises `InputError`."""
    if (size := len(text.encode())) > LARGEST:
        raise InputError([Problem("html", "page-too-large", {"size": f"{size:,}", "most": f"{LARGEST:,}"})])
    return text


def choice_page(found: Mapping[str, Any], lang: str) -> str:
    """Return the page of a choice, from its form for programs. Raises `InputError` as `page` does."""
    _template()
    names = joined([each["plant"] for each in found["plants"] if each["plant"]], lang)
    title = word("choice-title", lang) + (f"{colon(lang)}{names}" if names else "")
    return _small(_set(title, word(f"choice-{found['status']}", lang), [*choice_parts(found, lang)], lang))


def comparison_page(found: Mapping[str, Any], lang: str) -> str:
    """Return the page of plants side by side, from its form for programs. Raises `InputError` as `page` does."""
    _template()
    tables = [table_of(each) for each in comparison_sections(found, lang)]
    parts = [Part(f"part-{number}", each.caption, (), [each]) for number, each in enumerate(tables, 1)]
    return _small(_set(word("compare-page", lang), title_of(found, lang), parts, lang))


def write_page(result: Assessment | RegionAssessment, path: Path, lang: str) -> None:
    """Write the page of a result."""
    path.write_bytes(page(result, lang).encode("utf-8"))


def write_choice_page(found: Mapping[str, Any], path: Path, lang: str) -> None:
    """Write the page of a choice."""
    path.write_bytes(choice_page(found, lang).encode("utf-8"))


def _set(title: str, about: str, parts: Sequence[Part], lang: str) -> str:
    short = readable(title)
    text: str = _template().render(
        title=short if len(short) <= _TITLE else short[: _TITLE - 1] + "…",
        about=readable(about),
        parts=[each for each in parts if each.filled],
        unfolds=any(each.tree for part in parts for table in part.tables for row in table.rows for each in row),
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
