"""What a measure is worth: its costs and the money that it saves each year, as a flow and as the usual figures.

Everything is at constant prices and the real rate. A part that is replaced is in the investment the first time;
what its last replacement is still worth at the end counts, in proportion to the years that are left.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import evolve, frozen

from ecdcalc.assessment.money.cash_flow import (
    adjusted_return,
    annual_worth,
    irr,
    mirr,
    npv,
    payback,
    sign_changes,
    worth_factor,
)
from ecdcalc.model.prices import Costs, Economics
from ecdcalc.numbers.ops import at_least, at_most

SPANS = (-0.2, -0.1, 0.1, 0.2)
_WHOLE = 1e-9
_HALVINGS = 100
_MOST = 1e6


def years_of(life: float, horizon: float | None) -> int:
    """Return the years of a flow: those of the life, at most to the horizon."""
    span = life if horizon is None else min(life, horizon)
    return max(math.ceil(span - _WHOLE), 1)


@frozen(slots=False)
class Worth:
    """A measure over its life: costs, what it saves a year by instrument, and how years are weighed.

    Costs, rate, life and what is saved may be arrays of trials.
    """

    costs: Costs
    saved: Mapping[str, float]
    economics: Economics
    life: float
    fade: float = 0.0
    """What is saved falls by this share each year."""
    scale: float = 1.0
    extra: float = 0.0
    """Added to the rate, for the table of ±."""
    flow_years: int | None = None
    """The years of the flow, where the life is an array of trials."""

    @property
    def rate(self) -> float:
        """The real rate per year."""
        return (0.0 if self.economics.rate is None else self.economics.rate) + self.extra

    @property
    def years(self) -> int:
        """The years of the flow: those of the life, at most to the horizon."""
        return years_of(self.life, self.economics.horizon) if self.flow_years is None else self.flow_years

    @property
    def invested(self) -> float:
        """The investment that the plant bears."""
        return 0.0 if self.costs.net is None else self.costs.net

    def part(self, year: int) -> float:
        """Return how much of a year the measure works in it."""
        worked: float = at_most(at_least(self.life - (year - 1), 0.0), 1.0)
        return worked

    def saving(self, year: int) -> float:
        """Return the money saved in a year, before running costs."""
        rise = self.economics.escalation
        total = sum(each * (1 + rise.get(name.rpartition("-")[2], rise.get(name, 0.0))) ** year
                    for name, each in self.saved.items())  # fmt: skip
        return total * self.scale * (1 - self.fade) ** (year - 1) * self.part(year)

    def spent(self, year: int) -> float:
        """Return what is paid in a year beside the investment: running costs, new parts, less what is left over."""
        paid = self.costs.running * self.part(year)
        for each in self.costs.replacements:
            bought = [each.life * number for number in range(1, math.ceil(self.years / each.life))]
            paid += sum(each.cost for when in bought if math.ceil(when - _WHOLE) == year)
            if year == self.years:
                used = self.years - (bought[-1] if bought else 0.0)
                paid -= each.cost * max(1 - used / each.life, 0.0) if bought else 0.0
        return paid - (self.costs.residual if year == self.years else 0.0)

    def taxed(self, year: int) -> float:
        """Return the tax on what is saved, after depreciation; never below zero."""
        taxes = self.economics
        if not taxes.tax or not taxes.depreciation:
            return 0.0
        worn = min(max(taxes.depreciation - (year - 1), 0.0), 1.0) * self.invested / taxes.depreciation
        worn = worn / ((1 + (taxes.inflation or 0.0)) ** year if taxes.nominal is not None else 1.0)
        taxed: float = at_least(self.saving(year) - self.costs.running * self.part(year) - worn, 0.0) * taxes.tax
        return taxed

    @cached_property
    def flow(self) -> tuple[float, ...]:
        """The money of each year: the investment first."""
        years = range(1, self.years + 1)
        return (-self.invested, *(self.saving(each) - self.spent(each) - self.taxed(each) for each in years))

    @property
    def first_year(self) -> float:
        """What is saved in a year at the prices of today, less running costs."""
        return sum(self.saved.values()) * self.scale - self.costs.running

    @property
    def npv(self) -> float:
        """Net present value."""
        return npv(self.rate, self.flow)

    @property
    def irr(self) -> tuple[float, ...]:
        """Every internal rate of return."""
        return irr(self.flow)

    @property
    def sign_changes(self) -> int:
        """How often the flow changes its sign."""
        return sign_changes(self.flow)

    @property
    def mirr(self) -> float | None:
        """Modified internal rate, financed and reinvested at the rate."""
        return mirr(self.flow, self.rate, self.rate)

    @property
    def sir(self) -> float | None:
        """Savings-to-investment ratio: present worth of what follows over the investment."""
        return (self.npv + self.invested) / self.invested if self.invested > 0 else None

    @property
    def airr(self) -> float | None:
        """Adjusted internal rate of return."""
        return None if self.sir is None else adjusted_return(self.rate, self.sir, self.years)

    @property
    def annual_worth(self) -> float:
        """The equal yearly sum that the flow is worth."""
        return annual_worth(self.rate, self.flow)

    @property
    def simple_payback(self) -> float | None:
        """Investment over what the first year saves; None is never."""
        if self.invested <= 0:
            return 0.0 if self.first_year >= 0 else None
        return self.invested / self.first_year if self.first_year > 0 else None

    @property
    def discounted_payback(self) -> float | None:
        """Years until the discounted flow has paid back; None is never."""
        return payback(self.flow, self.rate)

    @cached_property
    def present_cost(self) -> float:
        """Present worth of investment, running costs and replacements."""
        return self.invested + sum(self.spent(each) / (1 + self.rate) ** each for each in range(1, self.years + 1))

    @property
    def annual_cost(self) -> float:
        """The equal yearly sum that the costs are worth."""
        return self.present_cost / worth_factor(self.rate, self.years)

    def present_amount(self, amount: float) -> float:
        """Return the present worth of an amount that is saved each year."""
        years = range(1, self.years + 1)
        return sum(amount * (1 - self.fade) ** (each - 1) * self.part(each) / (1 + self.rate) ** each for each in years)

    def cost_of(self, amount: float) -> float | None:
        """Return present cost over present amount: the cost of saved energy, or the gross cost of abatement."""
        return self.present_cost / self.present_amount(amount) if amount > 0 else None

    def net_cost_of(self, amount: float) -> float | None:
        """Return the cost of an amount that is abated, less the money that is saved."""
        return -self.npv / self.present_amount(amount) if amount > 0 else None

    @property
    def break_even_capex(self) -> float:
        """The investment at which the net present value is nil (before tax it is the present worth of the rest)."""
        return _crossing(lambda capex: self.with_capex(capex).npv, 0.0, max(_MOST, 10 * abs(self.npv) + self.invested))

    @property
    def break_even_saving(self) -> float | None:
        """The share of the saving at which the net present value is nil; None where more saving never helps."""
        if sum(self.saved.values()) <= 0:
            return None
        return _crossing(lambda share: -evolve(self, scale=share).npv, 0.0, _MOST)

    def with_capex(self, capex: float) -> Worth:
        """Return the measure with another investment of its own."""
        return evolve(self, costs=evolve(self.costs, capex=capex + self.costs.subsidy + self.costs.avoided))

    def changed(self, what: str, span: float) -> Worth:
        """Return the measure with its investment, its saving or the rate more or less by a share."""
        if what == "capex":
            return self.with_capex(self.invested * (1 + span))
        if what == "saving":
            return evolve(self, scale=self.scale * (1 + span))
        return evolve(self, extra=self.rate * (1 + span) - (self.economics.rate or 0.0))

    @property
    def table(self) -> dict[str, dict[float, float]]:
        """Net present value where one of investment, saving and rate is more or less by a share."""
        return {what: {span: self.changed(what, span).npv for span in SPANS} for what in ("capex", "saving", "rate")}


def _crossing(falling: Callable[[float], float], low: float, high: float) -> float:
    """Return where a falling function becomes nil, by halving."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2
