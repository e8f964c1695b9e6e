"""Money of a plant as plain values: every figure with currency, price year, and whether the rate is real."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecdcalc.assessment.money.cash_flow import NEVER
from ecdcalc.assessment.money.published import GIVEN, UNKNOWN, CostFound
from ecdcalc.assessment.money.result import Bills, PlantMoney, StepMoney
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.assessment.money.years import YearMoney
from ecdcalc.assessment.money.years import years_of as years_money
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.prices import CURRENCY, Costs
from ecdcalc.words.texts import say


def money_of(found: PlantMoney, lang: str) -> dict[str, Any]:
    """Return bills, measures and what is left as plain values."""
    return {
        **basis_of(found),
        "bills": [
            {
                "instrument": name,
                "baseline": yearly(found.before.paid.get(name)),
                "adjusted": yearly(found.adjusted.paid.get(name)),
                "reporting": yearly(paid),
                "saved": yearly(_saved(found.adjusted, name, paid)),
            }
            for name, paid in found.after.paid.items()
        ],
        "saved": yearly(None if found.unpriced else sum(each.change for each in found.lines)),
        "saved_by_other": yearly(None if found.unpriced else sum(found.rest.values())),
        "unpriced": [*found.unpriced],
        "measures": [step_of(each, lang) for each in found.steps],
        "years": [_year(each) for each in years_money(found.steps)],
    }


def _year(found: YearMoney) -> dict[str, Any]:
    return {
        "year": found.year,
        "flow": yuan(found.flow),
        "sum": yuan(found.whole),
        "saved": yearly(found.saved),
        "energy_saved": {"value": found.energy / 1000, "unit": "tce/a"},
        "CO2": {"value": found.co2 / 1000, "unit": "t/a"},
    }


def basis_of(found: PlantMoney) -> dict[str, Any]:
    """Return what every figure of money rests on."""
    economics = found.economics
    return {
        "currency": CURRENCY,
        "price_year": found.prices.year,
        "vat": found.prices.vat or None,
        "rate": None if economics.rate is None else {"value": 100 * economics.rate, "unit": "%/a", "kind": "real"},
        "nominal_rate": None if economics.nominal is None else {"value": 100 * economics.nominal, "unit": "%/a"},
    }


def _saved(adjusted: Bills, name: str, paid: float) -> float | None:
    return adjusted.paid[name] - paid if name in adjusted.paid else None


def yearly(value: float | None) -> dict[str, Any] | None:
    """Return money of a year."""
    return None if value is None else {"value": value, "unit": f"{CURRENCY}/a"}


def yuan(value: float | None) -> dict[str, Any] | None:
    """Return money."""
    return None if value is None else {"value": value, "unit": CURRENCY}


def step_of(found: StepMoney, lang: str) -> dict[str, Any]:
    """Return the money of one measure."""
    measure, costs = found.step.measure, found.step.costs
    return {
        "place": found.place,
        "measure": measure.id,
        "label": measure.row.label(lang),
        "capex": yuan(costs.capex),
        **cost_source(found.cost, costs),
        "start": costs.start,
        "net_capex": yuan(costs.net),
        "running_cost": yearly(costs.running),
        "saved": yearly(found.total),
        "saved_by": {name: yearly(value) for name, value in found.saved.items() if value},
        "unpriced": [*found.unpriced],
        "worth": None if found.worth is None else worth_of(found.worth, found.amounts),
        "reasons": [say(key, lang, names=", ".join(found.unpriced)) for key in found.lacks],
    }


def cost_source(found: CostFound | None, costs: Costs) -> dict[str, Any]:
    """Return where an investment comes from, and the range of a published one."""
    row = found.row if found else None
    printed = None if row is None else {"source": row.source, "confidence": row.confidence, "currency": row.currency,
                                        "price_year": row.price_year or None}  # fmt: skip
    return {
        "capex_origin": found.origin if found else UNKNOWN if costs.capex is None else GIVEN,
        "capex_low": yuan(found.low) if found else None,
        "capex_high": yuan(found.high) if found else None,
        "capex_source": printed,
    }


def worth_of(worth: Worth, amounts: Mapping[str, float]) -> dict[str, Any]:
    """Return what a measure is worth."""
    return {
        "life": {"value": worth.life, "unit": "a"},
        "flow": [{"year": year, "value": each, "unit": CURRENCY} for year, each in enumerate(worth.flow)],
        "npv": yuan(worth.npv),
        "annual_worth": yearly(worth.annual_worth),
        "irr": [_percent(each) for each in worth.irr],
        "sign_changes": worth.sign_changes,
        "mirr": _percent(worth.mirr),
        "sir": worth.sir,
        "airr": _percent(worth.airr),
        "npvr": worth.npv / worth.invested if worth.invested else None,
        "simple_payback": years(worth.simple_payback),
        "discounted_payback": years(worth.discounted_payback),
        "break_even_capex": yuan(worth.break_even_capex),
        "break_even_saving": worth.break_even_saving,
        "cost_of_saved_energy": _per(worth.cost_of(amounts.get("energy", 0.0) / 1000), "tce"),
        "cost_of_saved_electricity": _per(worth.cost_of(amounts.get("electricity", 0.0) / 3.6e6), "kWh"),
        "abatement": {
            label: {
                "gross": _per(worth.cost_of(amounts[name] / 1000), "t"),
                "net": _per(worth.net_cost_of(amounts[name] / 1000), "t"),
            }
            for name, label in POLLUTANTS.items()
            if amounts.get(name, 0.0) > 0
        },
        "sensitivity": {
            what: {f"{100 * span:+.0f} %": yuan(value) for span, value in row.items()}
            for what, row in worth.table.items()
        },
    }


def years(value: float | None) -> dict[str, Any] | str:
    """Return years, or the word never."""
    return NEVER if value is None else {"value": value, "unit": "a"}


def _percent(value: float | None) -> dict[str, Any] | None:
    return None if value is None else {"value": 100 * value, "unit": "%/a"}


def _per(value: float | None, unit: str) -> dict[str, Any] | None:
    return None if value is None else {"value": value, "unit": f"{CURRENCY}/{unit}"}
