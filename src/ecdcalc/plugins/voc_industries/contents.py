"""The table of VOC contents of materials: limits of GB standards, and which classes count as low-VOC."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import ClassVar

from attrs import frozen

from ecdcalc.plugin import AnyCase, Context, Factor, Missing, Record, Unit, data_text, unit


@frozen
class ContentLimit:
    """One row of `data/limits/voc-materials.csv`."""

    id: str
    zh: str
    en: str
    value: float
    unit: Unit
    low_voc: bool
    standard: str
    clause: str
    confidence: str
    note: str

    def factor(self, what: str, value: float, of: Unit) -> Factor:
        """Return a value of this row as a factor, so that every result lists its source."""
        return Factor(
            id=f"voc-materials/{self.id}.{what}", zh=self.zh, en=self.en, value=value, low=None, high=None,
            unit=of, per="", edition="", year="", region="", pollutant="VOCs", condition="",
            document=self.standard, clause=self.clause, confidence=self.confidence, note=self.note,
        )  # fmt: skip


@cache
def content_limits() -> dict[str, ContentLimit]:
    """Return the rows by readable name, such as `water-based-ink-flexo-absorbent-substrate`."""
    text = data_text("limits", "voc-materials.csv")
    rows = csv.DictReader(io.StringIO(text))
    return {_slug(row["en"]): _limit(row) for row in rows}


def _slug(en: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", en.lower().encode("ascii", "ignore").decode())
    return plain.strip("-")


def _limit(row: dict[str, str]) -> ContentLimit:
    texts = {name: row[name] for name in ("id", "zh", "en", "standard", "clause", "confidence", "note")}
    return ContentLimit(value=float(row["value"]), unit=unit(row["unit"]), low_voc=row["low_voc"] == "yes", **texts)


@frozen
class OfProduct:
    """A default looked up by the class of a material: its content limit, or whether the class is low-VOC."""

    what: str
    unit: str

    by: ClassVar = "product"
    exclusive: ClassVar = True

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return the one value of the class named, if it is of this kind."""
        product = getattr(record, "product", None)
        if product is None or isinstance(product, Missing):
            return ()
        row, of = content_limits()[product], unit(self.unit)
        if self.what == "low-voc":
            return (((), row.factor("low-voc", float(row.low_voc), of)),)
        return (((), row.factor("limit", row.value, row.unit)),) if row.unit.same_kind(of) else ()
