"""What measures cost, how long they last and what they save: one row for each source and value, as published.

Nothing is averaged, escalated or exchanged. Rows that disagree lie side by side; a reader chooses, and says which it
took. In a unit what follows the slash is one group: `CNY/t*a` is CNY for each t/a of capacity. What that is a capacity
of stands in `per`: coke, hot metal and crude steel are not the same tonne.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.files import Folder, folders
from ecdcalc.reference.measures import COSTS, MeasureRow, measure_rows
from ecdcalc.words.labels import unit_word

WHAT = ("investment", "running", "life", "saving", "payback")
FIRST_GRADES = ("A", "B", "C")
ANNUALISED = "capital recovery and operation together"
"""Running cost that holds the capital already: never to be added to an investment."""


@frozen
class CostRow:
    """One published value of one measure: `low`, `typ` and `high` are None where the source has none.

    `unit_text` is the unit as the source has it. `unit` is the same for the units that we know: money other than CNY
    and USD stands there as CNY, so no amount may be taken before `currency` was asked. `price_year` is empty where it
    is not printed.
    """

    measure: str
    what: str
    low: float | None
    typ: float | None
    high: float | None
    unit_text: str
    unit: Unit
    per: str
    currency: str
    price_year: str
    scale: str
    document: str
    source: str
    confidence: str
    note: str

    @property
    def value(self) -> float | None:
        """The typical value; where the source has a range only, there is none."""
        return self.typ

    @property
    def annualised(self) -> bool:
        """Whether it is a running cost in which the capital is counted already."""
        return self.what == "running" and ANNUALISED in self.per

    @property
    def class_life(self) -> bool:
        """Whether it is a life of tax rules: a sourced default for money, not how long the equipment lasts."""
        return self.what == "life" and self.document == "irs-946"


def cost_rows() -> dict[str, tuple[CostRow, ...]]:
    """Return every row, ours and those of plugins, by the id of the measure, or `new-…` for one that is in no library.

    A plugin has rows for its own measures only.
    """
    return _rows(folders())


@cache
def _rows(among: tuple[Folder, ...]) -> dict[str, tuple[CostRow, ...]]:
    found: dict[str, list[CostRow]] = {}
    for folder in among:
        for row in folder.rows("measures", COSTS):
            found.setdefault(row["measure_id"], []).append(_row(row))
    return {id: tuple(rows) for id, rows in found.items()}


def costs_of(measure: MeasureRow | str, what: str = "") -> tuple[CostRow, ...]:
    """Return the rows of one measure, given by its row, its id or its readable name; better grades first.

    `what` is one of `WHAT`, or empty for all. There may be none. Rows of one grade keep the order of the table.
    """
    id = measure.id if isinstance(measure, MeasureRow) else _ids(folders()).get(measure, measure)
    rows = [row for row in cost_rows().get(id, ()) if what in ("", row.what)]
    return tuple(sorted(rows, key=lambda row: FIRST_GRADES.index(row.confidence)))


@frozen
class Investment:
    """What a measure costs to put in: a value or a range, its unit, of what capacity that is, and how sure it is."""

    low: float | str
    high: float | str
    unit: str
    per: str
    confidence: str

    def say(self, lang: str) -> str:
        """Return it as one line: `40–80 CNY/t*a (coke capacity) [C]`."""
        number = f"{self.low:g}" if isinstance(self.low, float) else self.low
        last = f"{self.high:g}" if isinstance(self.high, float) else self.high
        told = number if number == last or not last else f"{number}–{last}" if number else last
        per = clause_of(self.per, lang)
        return f"{told} {unit_word(self.unit, lang)}{f' ({per})' if per else ''} [{self.confidence}]"


def investment_of(measure: MeasureRow) -> Investment | None:
    """Return the investment of the best grade: a published row before the library's own; None where there is none."""
    if published := costs_of(measure, "investment"):
        row = published[0]
        known = [value for value in (row.typ, row.low, row.high) if value is not None]
        ends = (row.typ, row.typ) if row.typ is not None else (row.low, row.high)
        low, high = (known[0] if end is None else end for end in ends)
        return Investment(low, high, row.unit_text, row.per, row.confidence)
    if not (measure.capex_low or measure.capex_high):
        return None
    return Investment(
        measure.capex_low, measure.capex_high, measure.capex_unit, measure.capex_per, measure.capex_confidence
    )


def lives_of(measure: MeasureRow) -> tuple[str, ...]:
    """Return how long a measure lasts, in years with the grade: the library's own, and the best that is published.

    Class lives of tax rules are left out: they say how long it is written off.
    """
    own = f"{measure.life_years} [{measure.life_confidence}]" if measure.life_years else ""
    rows = [row for row in costs_of(measure, "life") if not row.class_life]
    best = [row for row in rows if row.confidence == rows[0].confidence]
    years = sorted(value for row in best for value in (row.low, row.typ, row.high) if value is not None)
    ends = "–".join(dict.fromkeys(f"{end:g}" for end in (years[0], years[-1]))) if years else ""
    return tuple(filter(None, (own, ends and f"{ends} [{best[0].confidence}]")))


def disagree(rows: tuple[CostRow, ...]) -> bool:
    """Tell whether values of one kind, in one unit and for one thing, differ: a reader must say which it takes."""
    seen: dict[tuple[str, str, str], set[tuple[float | None, ...]]] = {}
    for row in rows:
        seen.setdefault((row.what, row.unit_text, row.per), set()).add((row.low, row.typ, row.high))
    return any(len(values) > 1 for values in seen.values())


@cache
def _ids(among: tuple[Folder, ...]) -> dict[str, str]:
    return {row.slug: id for id, row in measure_rows().items()}


COLUMNS = ("measure_id", "what", "low", "typ", "high", "unit", "per", "currency", "price_year", "scale", "document",
           "source", "confidence", "note")  # fmt: skip


def known_unit(row: dict[str, str]) -> Unit:
    """Return the unit of a row, in CNY where it is in money that we do not know. Raises `UnitError`."""
    other = row["currency"] not in ("", "CNY", "USD")
    plain = row["unit"].replace(row["currency"], "CNY") if other else row["unit"]
    return unit("%" if plain == "pp" else plain)


def _row(row: dict[str, str]) -> CostRow:
    low, typ, high = (float(row[name]) if row[name] else None for name in ("low", "typ", "high"))
    names = ("what", "per", "currency", "price_year", "scale", "document", "source", "confidence", "note")
    return CostRow(
        measure=row["measure_id"],
        low=low,
        typ=typ,
        high=high,
        unit_text=row["unit"],
        unit=known_unit(row),
        **{name: row[name] for name in names},
    )
