"""The form of the money of a plant."""

from __future__ import annotations

from typing import Literal, TypedDict

from ecdcalc.assessment.typed.common import Amount, Outputs


class Rate(TypedDict):
    """The rate that money is discounted by."""

    value: float
    unit: str
    kind: Literal["real"]


class Bill(TypedDict):
    """What is paid a year by one instrument."""

    instrument: str
    baseline: Amount
    adjusted: Amount
    reporting: Amount
    saved: Amount


class YearFlow(TypedDict):
    """What flows in one year."""

    year: int
    value: float
    unit: str


class AbatementCost(TypedDict):
    """What a tonne less costs, before and after what is saved."""

    gross: Amount
    net: Amount


class Worth(TypedDict):
    """What a measure is worth over its life."""

    life: Amount
    flow: list[YearFlow]
    npv: Amount
    annual_worth: Amount
    irr: list[Amount]
    sign_changes: int
    mirr: Amount
    sir: float | None
    airr: Amount
    npvr: float | None
    simple_payback: Amount | Literal["never"]
    discounted_payback: Amount | Literal["never"]
    break_even_capex: Amount
    break_even_saving: float | None
    cost_of_saved_energy: Amount
    cost_of_saved_electricity: Amount
    abatement: dict[str, AbatementCost]
    sensitivity: dict[str, Outputs]


class CostSource(TypedDict):
    """Where a published cost stands, how sure it is, and at which prices."""

    source: str
    confidence: str
    currency: str
    price_year: str | None


class YearMoney(TypedDict):
    """A calendar year: what flows, and what the measures in place by its end save in a year."""

    year: int
    flow: Amount
    sum: Amount
    saved: Amount
    energy_saved: Amount
    CO2: Amount


class MeasureMoney(TypedDict):
    """The money of one measure."""

    place: str
    measure: str
    label: str
    capex: Amount
    capex_origin: Literal["given", "library", "unknown"]
    capex_low: Amount
    capex_high: Amount
    capex_source: CostSource | None
    start: int | None
    net_capex: Amount
    running_cost: Amount
    saved: Amount
    saved_by: Outputs
    unpriced: list[str]
    worth: Worth | None
    reasons: list[str]


class PlantMoney(TypedDict):
    """The money of a plant."""

    currency: str
    price_year: int | None
    vat: Literal["included", "excluded"] | None
    rate: Rate | None
    nominal_rate: Amount
    bills: list[Bill]
    saved: Amount
    saved_by_other: Amount
    unpriced: list[str]
    measures: list[MeasureMoney]
    years: list[YearMoney]
