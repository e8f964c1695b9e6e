"""What a measure costs here: what the plant gives, else what the library prints, if that is of something known here.

A published cost is taken only where its currency is the plant's (or the plant gives the rate) and where what it is a
cost of is known: a tonne of coal equivalent saved in a year, a tonne of the product of the process in a year. It
keeps its range, source, grade and price year. Any other stays visible as printed and is not made a number.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from ecdcalc.model.plant import Case, Step
from ecdcalc.model.prices import CURRENCY, Costs
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import unit
from ecdcalc.reference.costs import CostRow, costs_of

GIVEN, LIBRARY, UNKNOWN = "given", "library", "unknown"
_SAVED = {"tce*a": "energy", "kWh*a": "electricity"}


@frozen
class CostFound:
    """The costs of a measure, where they come from, and every published investment as printed."""

    costs: Costs
    origin: str
    row: CostRow | None = None
    low: float | None = None
    high: float | None = None
    printed: tuple[CostRow, ...] = ()


def cost_of(step: Step, saved: Mapping[str, Number], case: Case) -> CostFound:
    """Return what a measure costs at a process."""
    rows = costs_of(step.measure.row, "investment")
    if step.costs.capex is not None:
        return CostFound(step.costs, GIVEN, printed=rows)
    for row in rows:
        amount = _amount(row, saved, case)
        if amount is None or row.currency != CURRENCY:
            continue
        low, typ, high = (
            None if each is None else row.unit.base(each) * amount for each in (row.low, row.typ, row.high)
        )
        middle = typ if typ is not None else _middle(low, high)
        if middle is not None:
            return CostFound(evolve(step.costs, capex=middle), LIBRARY, row, low, high, rows)
    return CostFound(step.costs, UNKNOWN, printed=rows)


def _amount(row: CostRow, saved: Mapping[str, Number], case: Case) -> float | None:
    """Return how much there is here of what a published cost is of, in base units; None where that is not known."""
    text = row.unit_text.partition("/")[2]
    if text in _SAVED:
        return _positive(saved.get(_SAVED[text], 0.0))
    process, activity = case.reporting, type(case.baseline).about.activity
    field = fields_of(type(process)).get(activity)
    if text != "t*a" or field is None or field.unit is None or not field.unit.same_kind(unit("t")):
        return None
    names = {activity.replace("_", " "), field.en.lower()}
    if row.per.strip().lower() in names | {f"{each} capacity" for each in names}:
        capacity = _positive(getattr(process, "capacity", 0.0))
        return _positive(getattr(process, activity)) if capacity is None else capacity
    return None


def _positive(value: Number) -> float | None:
    return None if isinstance(value, Missing) or not value > 0 else float(value)


def _middle(low: float | None, high: float | None) -> float | None:
    """Return the middle of a printed range, or the one end that is printed."""
    if low is None or high is None:
        return low if high is None else high
    return (low + high) / 2
