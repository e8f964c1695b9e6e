"""The pages of a region for a meeting: the scoreboard first, then dual control, counties, plants, projects."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from ecdcalc._version import __version__
from ecdcalc.report.chance import chance_sections
from ecdcalc.report.charts.on_paper import drawn
from ecdcalc.report.paper.typeset import library, sections_of, set_pages
from ecdcalc.report.region_sections import heading, sections
from ecdcalc.report.tables import warnings_section
from ecdcalc.words.labels import word


def write_pages(result: Any, draft: Path, lang: str) -> None:
    """Write the pages of a region as PDF. Raises `EcdcalcError`."""
    library()  # refuses before anything is drawn
    found = result.to_dict(lang)
    pictures, undrawn = drawn(result, found, lang)
    set_pages({**pages(found, lang), "undrawn": undrawn}, draft, pictures)


def pages(found: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the pages as data."""
    chance = chance_sections(found["chance"], lang) if "chance" in found else ()
    told = chain(sections(found, lang), chance, warnings_section(found["warnings"], lang))
    return {
        "title": word("region-pages-title", lang, name=found["region"]),
        "head": heading(found, lang),
        "lang": lang,
        "sections": sections_of([*told]),
        "lead": 1,
        "processes": [],
        "foot": word("book-foot", lang, version=__version__),
    }
