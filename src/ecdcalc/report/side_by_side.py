"""Results side by side as a program asks for them: plain values, text, a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ecdcalc.assessment.plant import Assessment
from ecdcalc.report.comparison import check_comparison, compared, render_comparison
from ecdcalc.report.page.write import comparison_page
from ecdcalc.words.errors import InputError, Problem


@frozen
class Comparison:
    """Results side by side; `names` tell them apart."""

    results: tuple[Assessment, ...]
    names: tuple[str, ...]

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Return it as plain values with units."""
        return compared(self.results, self.names, lang)

    def text(self, lang: str = "en", form: str = "table") -> str:
        """Return it in one of the formats: table, json, csv, markdown."""
        return render_comparison(self.to_dict(lang), form, lang)

    def html(self, lang: str = "en") -> str:
        """Return it as one page."""
        return comparison_page(self.to_dict(lang), lang)


def compare(*results: Assessment, names: Sequence[str] = ()) -> Comparison:
    """Put results of one sector side by side, the first as what the others are held against. Raises `InputError`."""
    found = tuple(names) or tuple(each.plant.name for each in results)
    check_comparison([each.plant.sector.id for each in results], [each.basis for each in results])
    if len(found) != len(results):
        raise InputError([Problem("names", "compare-names", {"found": len(found), "asked": len(results)})])
    return Comparison(results, found)
