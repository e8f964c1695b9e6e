"""`measures` of a plant: the fits with their money, as plain values and in an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ecdcalc.assessment.contract.money import basis_of, yearly, years, yuan
from ecdcalc.assessment.money.instruments import bills_of, tier_of
from ecdcalc.assessment.money.plant import bills
from ecdcalc.assessment.money.published import CostFound
from ecdcalc.assessment.plant import assess
from ecdcalc.decide.fit import STATUS, Fit, fits, with_money
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import Plant
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.costs import CostRow
from ecdcalc.words.errors import InputError, Problem

SORTS = ("status", "process", "measure", "energy", "capex", "payback", "npv", "level", "confidence",
         *POLLUTANTS.values())  # fmt: skip
_UNITS = {"energy": "tce", "electricity": "kWh"}


def fitting(plant: Plant, lang: str, sort: str = "status") -> dict[str, Any]:
    """Return every measure against every process of a plant as plain values, in the order that is asked."""
    if sort not in SORTS:
        raise InputError([Problem("--sort", "not-an-option", {"found": sort[:40], "options": ", ".join(SORTS)})])
    found: Sequence[Fit] = fits(plant)
    result = assess(plant)
    if plant.prices is not None:
        prices, tier = plant.prices, tier_of(result, "reporting")
        now = bills(result, "reporting", prices)
        found = with_money(found, plant, prices, now, lambda used: bills_of(used, prices, tier, plant.sector.id))
    rows = [_row(each, lang) for each in found]
    return {
        "plant": plant.name,
        "basis": None if result.money is None else basis_of(result.money),
        "measures": sorted(rows, key=lambda row: _key(row, sort)),
    }


def _key(row: Mapping[str, Any], sort: str) -> tuple[Any, ...]:
    """Order the rows; what has no number comes last, and what saves most first."""
    number: float | None = None
    if sort == "status":
        return (STATUS.index(row["status"]), -(_number(row["saved"].get("energy")) or 0.0), row["measure"])
    if sort in ("process", "measure", "confidence"):
        return (row[sort] == "", row[sort] or "", row["measure"])
    if sort == "level":
        levels = [each["after"] for each in row["levels"] if isinstance(each["after"], int)]
        number = float(min(levels)) if levels else None
    elif sort in ("capex", "npv"):
        number = _number(row[sort])
        number = -number if number is not None and sort == "npv" else number
    elif sort == "payback":
        number = _number(row["payback"]) if isinstance(row["payback"], Mapping) else None
    else:
        saved = _number(row["saved"].get(sort))
        number = None if saved is None else -saved
    return (number is None, number or 0.0, row["measure"])


def _number(found: Any) -> float | None:
    return float(found["value"]) if isinstance(found, Mapping) else None


def _row(fit: Fit, lang: str) -> dict[str, Any]:
    row, case, money = fit.row, fit.case, fit.money
    worth = money.worth if money else None
    return {
        "measure": row.slug,
        "label": row.label(lang),
        "process": case.name if case else "",
        "place": case.place if case else None,
        "status": fit.status,
        "reasons": [each.say(lang) for each in fit.problems],
        "saved": {
            POLLUTANTS.get(name, name): {"value": (of := unit(_UNITS.get(name, "t"))).told(value), "unit": of.text}
            for name, value in fit.saved.items()
            if not isinstance(value, Missing)
        },
        "levels": [
            {"product": product, "before": before, "after": after} for product, (before, after) in fit.levels.items()
        ],
        **_cost(fit.cost, lang),
        "capex_needs": [each.say(lang) for each in fit.cost.needs] if fit.cost else [],
        "money_saved": yearly(money.total) if money else None,
        "npv": yuan(worth.npv) if worth else None,
        "payback": years(worth.simple_payback) if worth else None,
        "unpriced": [*money.unpriced] if money else [],
        "life": {"value": float(row.life_years), "unit": "a"} if row.life_years else None,
        "source": clause_of(row.source, lang),
        "confidence": row.confidence,
    }


def _cost(cost: CostFound | None, lang: str) -> dict[str, Any]:
    """Return the investment here, and every published one as printed."""
    return {
        "capex": yuan(cost.costs.capex) if cost else None,
        "capex_low": yuan(cost.low) if cost else None,
        "capex_high": yuan(cost.high) if cost else None,
        "capex_origin": cost.origin if cost else None,
        "capex_printed": [_printed(each, lang) for each in cost.printed] if cost else [],
    }


def _printed(row: CostRow, lang: str) -> dict[str, Any]:
    return {
        "low": row.low,
        "typ": row.typ,
        "high": row.high,
        "unit": row.unit_text,
        "per": clause_of(row.per, lang),
        "currency": row.currency,
        "price_year": row.price_year or None,
        "source": clause_of(row.source, lang),
        "confidence": row.confidence,
    }
