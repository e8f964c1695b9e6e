"""What energy and emissions cost, and how years are weighed: prices, tariffs, economics, the costs of a measure.

Everything is in base units (yuan and the base unit of what is priced) and at the prices of one year.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.numbers.ops import at_least, at_most, total, where

FLAT, BLOCKS, WHOLE, PERIODS = "price", "blocks", "whole", "periods"
FORMS = (FLAT, BLOCKS, WHOLE, PERIODS)
CURRENCY = "CNY"


@frozen
class Part:
    """A part of a tariff: an amount (or a share of it) from `low` up to `high`, at one price."""

    price: float
    low: float = 0.0
    high: float | None = None
    share: float = 1.0


@frozen
class Demand:
    """A price of power: of a stated power, or of the amount over its hours of use."""

    price: float
    power: float | None = None
    hours: float | None = None

    def bill(self, amount: float) -> float:
        """Return what the power costs that an amount of energy takes."""
        if self.power is not None:
            return self.price * self.power
        return self.price * amount / self.hours if self.hours else 0.0


@frozen
class Tariff:
    """What an amount of one carrier costs in an accounting period, of one trial or of arrays of them.

    `blocks`: each part of the amount at its own price; `whole`: the whole amount at the price of the step that it
    falls in; `periods`: shares of the amount at the price of their hours.
    """

    form: str
    parts: tuple[Part, ...]
    demand: Demand | None = None
    sold: float | None = None

    def bill(self, amount: float) -> float:
        """Return the cost of an amount that is bought, without the price of power."""
        if self.form == BLOCKS:
            return total(at_least(at_most(amount, _end(each)) - each.low, 0.0) * each.price for each in self.parts)
        if self.form == WHOLE:
            price: Any = self.parts[-1].price
            for each in reversed(self.parts[:-1]):
                price = where(amount <= _end(each), each.price, price)
            return amount * price
        return amount * self.mean

    @property
    def mean(self) -> float:
        """The price of the shares together."""
        return sum(each.price * each.share for each in self.parts)


def _end(part: Part) -> float:
    return float("inf") if part.high is None else part.high


@frozen
class Prices:
    """Prices in base units; a price that is not given leaves its line out."""

    plain: Mapping[str, float] = field(factory=dict)
    emission: Mapping[str, float] = field(factory=dict)
    tiers: Mapping[str, float] = field(factory=dict)
    intensive: tuple[str, ...] = ()
    dust: str = ""
    carriers: Mapping[str, Tariff] = field(factory=dict)
    year: int | None = None
    vat: str = ""


@frozen
class Economics:
    """How years are weighed: the real rate per year, and what taxes and prices do.

    `rate` is real (above inflation) whatever the file gives; `nominal` is what it gave, if it gave that. Prices
    rise by `escalation` above inflation.
    """

    rate: float | None = None
    nominal: float | None = None
    inflation: float | None = None
    escalation: Mapping[str, float] = field(factory=dict)
    horizon: float | None = None
    tax: float = 0.0
    depreciation: float | None = None
    cost_index: float = 1.0
    exchange: Mapping[str, float] = field(factory=dict)
    price_index: Mapping[int, float] = field(factory=dict)
    """Prices of the price year over those of another year, as the file gives it: for published costs of that year."""


@frozen
class Replacement:
    """A part that lasts less long than the measure: what a new one costs, and how many years it lasts."""

    part: str
    cost: float
    life: float


@frozen
class Costs:
    """What a measure costs, in yuan and years; None is not known."""

    capex: float | None = None
    subsidy: float = 0.0
    avoided: float = 0.0
    life: float | None = None
    running: float = 0.0
    replacements: tuple[Replacement, ...] = ()
    residual: float = 0.0
    start: int | None = None
    size: str = ""
    """How large the work is, as it was written: what a published cost for each kW (t/a, m2 …) is multiplied by."""

    def at(self, index: float) -> Costs:
        """Return the same with the investment at the prices of another year."""
        return self if self.capex is None else evolve(self, capex=self.capex * index)

    @property
    def net(self) -> float | None:
        """The investment that the plant bears: less subsidy and what would have been bought anyway."""
        return None if self.capex is None else self.capex - self.subsidy - self.avoided
