"""What a measure costs here: what the plant gives, else what the library prints, if that is of something known here.

A published cost is a price for each unit of a work: a tonne of coal equivalent saved in a year, a tonne of the product
in a year, a kW, a square metre. What it is multiplied by is the `size` that the plant gives, else what the process or
the saving says. Currency and price year stay as printed: the exchange rates and the index that the plant gives are
applied, none is made up. Any other cost stays visible as printed, with what it would take to make it a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.model.prices import CURRENCY, Costs, Economics
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit, read_quantity, unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.costs import CostRow, costs_of
from ecdcalc.words.errors import EcdcalcError, Problem
from ecdcalc.words.texts import Both

GIVEN, LIBRARY, UNKNOWN = "given", "library", "unknown"
_SAVED = {"tce*a": "energy", "kWh*a": "electricity"}
_REMOVED = {"NOx removed per year": "nox"}
_FIELDS = {"m2": "floor_area", "vehicle": "vehicles"}
"""Inputs that say how large a work is, by the unit of the cost."""
_LAMPS = "lamp"
_SAME = {"red coke treated": "coke", "steel capacity": "steel", "crude steel": "steel"}
"""What is printed of a capacity, and the activity of the process that it is one of."""
_CLASS = re.compile(r"(?P<low>[\d.]+)-(?P<high>[\d.]+) (?P<unit>MW)|(?P<end>above|below) (?P<bound>[\d.]+) (?P<of>MW)")


@frozen
class CostFound:
    """The costs of a measure, where they come from, and every published investment as printed."""

    costs: Costs
    origin: str
    row: CostRow | None = None
    low: float | None = None
    high: float | None = None
    printed: tuple[CostRow, ...] = ()
    needs: tuple[Problem, ...] = ()
    """What a published cost lacks to be one here."""


def cost_of(step: Step, saved: Mapping[str, Number], case: Case, plant: Plant) -> CostFound:
    """Return what a measure costs at a process; published costs are at the prices of the plant's own costs."""
    rows = costs_of(step.measure.row, "investment")
    if step.costs.capex is not None:
        return CostFound(step.costs, GIVEN, printed=rows)
    economics = plant.economics
    lacking: list[tuple[Problem, ...]] = []
    for row in rows:
        amount = _amount(row, step.costs.size, saved, case)
        lacks = tuple(_lacks(row, amount, economics))
        if amount is None or lacks:
            lacking += [lacks] if lacks else []
            continue
        times = amount * _price(row, economics) / economics.cost_index  # which is applied to every cost of the file
        low, typ, high = (
            None if each is None else row.unit.base(each) * times for each in (row.low, row.typ, row.high)
        )
        middle = typ if typ is not None else _middle(low, high)
        return CostFound(evolve(step.costs, capex=middle), LIBRARY, row, low, high, rows)
    return CostFound(step.costs, UNKNOWN, printed=rows, needs=min(lacking, key=len, default=()))


def _price(row: CostRow, economics: Economics) -> float:
    """Return the yuan of the price year that one unit of the printed currency is, by what the plant gives."""
    index = economics.price_index.get(int(row.price_year), 1.0) if row.price_year.isdigit() else 1.0
    return economics.exchange.get(row.currency, 1.0) * index


def _lacks(row: CostRow, amount: float | None, economics: Economics) -> Iterator[Problem]:
    of = _unit_of(row)
    if of is None or not _in_class(row, amount):
        return
    if amount is None:
        yield Problem("size", "cost-needs-size", {"unit": of.text, "per": Both(row.per, clause_of(row.per, "zh"))})
    if row.currency != CURRENCY and row.currency not in economics.exchange:
        yield Problem(f"economics.exchange.{row.currency}", "cost-needs-exchange", {"currency": row.currency})


def _unit_of(row: CostRow) -> Unit | None:
    """Return the unit of the size of a work, None where a cost is that of one case."""
    text = row.unit_text.partition("/")[2]
    if not text or "/" in text or not row.currency:
        return None
    return unit(text.replace("*", "/"))


def _amount(row: CostRow, size: str, saved: Mapping[str, Number], case: Case) -> float | None:
    """Return how much there is here of what a published cost is of, in base units; None where that is not known."""
    of = _unit_of(row)
    if of is None:
        return None
    found = _given(size, of)
    if found is None:
        found = _here(row, of, saved, case)
    return found if found is None or _in_class(row, found) else None


def _given(size: str, of: Unit) -> float | None:
    try:
        return _positive(read_quantity(size, of.text).value) if size else None
    except EcdcalcError:  # a size of another kind is that of another published cost
        return None


def _here(row: CostRow, of: Unit, saved: Mapping[str, Number], case: Case) -> float | None:
    text, process = row.unit_text.partition("/")[2], case.reporting
    if text in _SAVED:
        return _positive(saved.get(_SAVED[text], 0.0))
    if row.per in _REMOVED:
        return _positive(saved.get(_REMOVED[row.per], 0.0))
    if text == "t*a":
        return _of_product(row, case)
    name = _FIELDS.get(text, "")
    if text == "item" and row.per == _LAMPS:
        name = "lamps"
    if text == "m2" and not row.per.startswith(("floor", "conditioned floor")):
        name = ""
    if text == "kW" and row.per.startswith("electric") and row.measure.startswith("pw-"):
        name = "capacity" if row.per in ("electric", "electric capacity") else ""
    if text == "kW" and row.per.startswith(("motor", "shaft power, new standard motor")):
        name = "rated_power"
    field = fields_of(type(process)).get(name)
    if field is None or field.unit is None or not field.unit.same_kind(of):
        return None
    return _positive(getattr(process, name))


def _of_product(row: CostRow, case: Case) -> float | None:
    """Return the capacity of the process, else what it makes, where the cost is of a tonne of that."""
    process, activity = case.reporting, type(case.baseline).about.activity
    field = fields_of(type(process)).get(activity)
    if field is None or field.unit is None or not field.unit.same_kind(unit("t")):
        return None
    names = {activity.replace("_", " "), field.en.lower()}
    per = row.per.strip().lower()
    if per not in names | {f"{each} capacity" for each in names} | {"product"} and _SAME.get(per) not in names:
        return None
    capacity = _positive(getattr(process, "capacity", 0.0))
    return _positive(getattr(process, activity)) if capacity is None else capacity


def _in_class(row: CostRow, amount: float | None) -> bool:
    """Tell whether a work is of the size class that a cost was printed for; other words on its scale do not bind."""
    match = _CLASS.fullmatch(row.scale)
    if match is None or amount is None:
        return True
    of = unit(match["unit"] or match["of"])
    if match["end"]:
        return (
            amount > of.base(float(match["bound"]))
            if match["end"] == "above"
            else amount < of.base(float(match["bound"]))
        )
    return of.base(float(match["low"])) <= amount < of.base(float(match["high"]) + 1)


def _positive(value: Number) -> float | None:
    return None if isinstance(value, Missing) or not value > 0 else float(value)


def _middle(low: float | None, high: float | None) -> float | None:
    """Return the middle of a printed range, or the one end that is printed."""
    if low is None or high is None:
        return low if high is None else high
    return (low + high) / 2
