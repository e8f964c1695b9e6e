"""The measure library: what a measure saves by default, its cost and its life, as published, with source and grade."""

from __future__ import annotations

import csv
import io
from functools import cache

from attrs import frozen

from ecdcalc.reference.files import data_text


@frozen
class MeasureRow:
    """One row of the measure library, as published: texts, empty where the source has nothing."""

    id: str
    slug: str
    sector: str
    zh: str
    en: str
    saving_low: str
    saving_typ: str
    saving_high: str
    saving_unit: str
    saving_per: str
    saves: str
    capex_low: str
    capex_high: str
    capex_unit: str
    capex_per: str
    life_years: str
    exclusive: str
    basis: str
    co_benefit: str
    document: str
    source: str
    confidence: str

    def label(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.zh if lang == "zh" else self.en

    @property
    def groups(self) -> tuple[str, ...]:
        """The sets of measures that save the same energy: of each, one may be used."""
        names = (name.strip() for name in self.exclusive.split(";"))
        return tuple(name for name in names if name and not name.startswith(("multiply-", "interact-", "overlap-")))


@cache
def measure_rows() -> dict[str, MeasureRow]:
    """Return the library by id."""
    text = data_text("measures", "measures.csv")
    names = [each.name for each in MeasureRow.__attrs_attrs__]
    return {row["id"]: MeasureRow(**{name: row[name] for name in names}) for row in csv.DictReader(io.StringIO(text))}
