"""The page of a choice of measures: what is chosen and what it does, the cost curve, what else there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.report.charts.of_result import choice_charts
from ecdcalc.report.choice import sections
from ecdcalc.report.page.parts import Part, pictures, table_of
from ecdcalc.words.labels import word

_ANSWER = ("choice-title", "choice-aims")
_CURVE = "curve-title"


def choice_parts(found: Mapping[str, Any], lang: str) -> Iterator[Part]:
    """Yield the parts of the page, the chosen measures first."""
    told = {each.title: table_of(each) for each in sections(found, lang)}
    first = [told.pop(title) for key in _ANSWER if (title := word(key, lang)) in told]
    yield Part("choice", word("choice-title", lang), (), first)
    curve = told.pop(word(_CURVE, lang), None)
    drawn = pictures({each.id: each for each in choice_charts(found, lang)}, ("cost-curve",))
    yield Part("curve", word(_CURVE, lang), drawn, [curve] if curve else [])
    for number, (title, table) in enumerate(told.items(), 1):
        yield Part(f"more-{number}", title, (), [table])
