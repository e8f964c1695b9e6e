"""The measure library: what a measure saves by default, its cost and its life, as published, with source and grade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import field, frozen

from ecdcalc.numbers.units import Reading
from ecdcalc.reference.files import Folder, folders

OWN = "own"


@frozen
class MeasureRow:
    """One row of the measure library, as published: texts, empty where the source has nothing.

    `confidence` is the grade of the saving; investment and life have their own, as they rest on other sources.
    """

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
    capex_confidence: str = ""
    life_confidence: str = ""
    origin: str = ""

    def label(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.zh if lang == "zh" else self.en

    @property
    def groups(self) -> tuple[str, ...]:
        """The sets of measures that save the same energy: of each, one may be used."""
        names = (name.strip() for name in self.exclusive.split(";"))
        return tuple(name for name in names if name and not name.startswith(("multiply-", "interact-", "overlap-")))


GRADED_APART = ("capex_confidence", "life_confidence")
"""Columns that a plugin may leave out: then the one grade of the row is that of all its values."""
COLUMNS = tuple(each.name for each in MeasureRow.__attrs_attrs__ if each.name not in ("origin", *GRADED_APART))
COSTS = "costs.csv"
"""What beside the library lies in `data/measures/`."""


def measure_rows() -> dict[str, MeasureRow]:
    """Return the library by id, ours and those of plugins."""
    return _rows(folders())


@cache
def _rows(among: tuple[Folder, ...]) -> dict[str, MeasureRow]:
    found: dict[str, MeasureRow] = {}
    for folder in among:
        for name in folder.names("measures"):
            for row in folder.rows("measures", name) if name.endswith(".csv") and name != COSTS else ():
                values = {column: row[column] for column in COLUMNS}
                values |= {column: row.get(column) or row["confidence"] for column in GRADED_APART}
                found.setdefault(row["id"], MeasureRow(**values, origin=folder.owner))
    return found


@frozen
class OwnMeasureRow:
    """A measure of the user's own, as written: what it saves, what it takes, what it removes, its cost and life.

    `id` is `own/NAME`, which no measure of ours can have. `penalties` are by carrier, `removals` by pollutant.
    """

    id: str
    name: str
    carrier: str = ""
    saving: Reading | None = None
    penalties: Mapping[str, Reading] = field(factory=dict)
    removals: Mapping[str, Reading] = field(factory=dict)
    capex: float | None = None
    life: Reading | None = None
    exclusive: str = ""
    source: str = ""

    @property
    def numbers(self) -> dict[str, Reading]:
        """What it does, by parameter: `saving`, `penalty.<carrier>`, `removal.<pollutant>`."""
        saving = {"saving": self.saving} if self.saving else {}
        penalties = {f"penalty.{carrier}": reading for carrier, reading in self.penalties.items()}
        return saving | penalties | {f"removal.{name}": reading for name, reading in self.removals.items()}

    @property
    def row(self) -> MeasureRow:
        """The same as a row of the library, so that it is shown like any other."""
        blank = dict.fromkeys(COLUMNS, "")
        life = f"{self.life.value:g}" if self.life else ""
        told = {"slug": self.id, "zh": self.name, "en": self.name, "life_years": life, "source": self.source}
        return MeasureRow(**{**blank, **told, "id": self.id, "exclusive": self.exclusive})
