"""Rows of the factor sets that no process, choice or device offers, each with the reason why not."""

from __future__ import annotations

import csv
import io
from fnmatch import fnmatchcase
from functools import cache

from attrs import frozen

from ecdcalc.reference.factors import Factor
from ecdcalc.reference.files import data_text


@frozen
class Unused:
    """Rows that nothing offers: patterns of ids, the pollutants that are meant (all if none is named), the reason."""

    patterns: tuple[str, ...]
    pollutants: tuple[str, ...]
    en: str
    zh: str

    def holds(self, row: Factor) -> bool:
        """Tell whether a row is one of them."""
        meant = not self.pollutants or row.pollutant in self.pollutants
        return meant and any(fnmatchcase(row.id, pattern) for pattern in self.patterns)

    def reason(self, lang: str) -> str:
        """Return why in `lang`."""
        return self.zh if lang == "zh" else self.en


@cache
def unused() -> tuple[Unused, ...]:
    """Return all of them."""
    rows = csv.DictReader(io.StringIO(data_text("unused.csv")))
    return tuple(
        Unused(tuple(row["rows"].split()), tuple(row["pollutants"].split()), row["en"], row["zh"]) for row in rows
    )


def why_unused(row: Factor, lang: str) -> str:
    """Return why nothing offers a row; empty where something does, and of a user's own or a plugin's row."""
    if row.own or row.origin:
        return ""
    return next((each.reason(lang) for each in unused() if each.holds(row)), "")
