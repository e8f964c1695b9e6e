"""Global warming potentials over 100 years, by gas and assessment report of the IPCC."""

from __future__ import annotations

import csv
import io
from functools import cache

from attrs import frozen

from ecdcalc.reference.files import data_text

REPORTS = ("SAR", "AR4", "AR5", "AR6")
USUAL_REPORT = "AR5"


@frozen
class Gas:
    """One gas; a potential is None where the report prints none."""

    id: str
    formula: str
    zh: str
    en: str
    potentials: dict[str, float | None]
    source: str
    confidence: str
    note: str

    def label(self, lang: str) -> str:
        """Return the name in `lang`."""
        return self.zh if lang == "zh" else self.en


@cache
def gases() -> dict[str, Gas]:
    """Return every gas by id."""
    return {row["id"]: _gas(row) for row in csv.DictReader(io.StringIO(data_text("gwp.csv")))}


def _gas(row: dict[str, str]) -> Gas:
    names = ("id", "formula", "zh", "en", "source", "confidence", "note")
    potentials = {report: float(row[report]) if row[report] else None for report in REPORTS}
    return Gas(potentials=potentials, **{name: row[name] for name in names})
