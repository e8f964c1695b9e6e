"""Methanol."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from ecdcalc.plugin import (
    AnyCase,
    Context,
    Factor,
    Grading,
    KgcePerKg,
    KgcePerTonne,
    LimitTable,
    Tonnes,
    TonnesPerTonne,
    choice,
    condition,
    factor,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.chemicals.common import FuelProduct, carbon_of_product, heat_of_product

if TYPE_CHECKING:
    from ecdcalc.plugin import Record

_ROUTES = (
    ("feedstock == anthracite & gasification == fixed-bed", "anthracite"),
    ("feedstock == anthracite", "bituminous"),
    ("feedstock == bituminous", "bituminous"),
    ("feedstock == lignite", "lignite"),
    ("feedstock == natural-gas", "natural-gas"),
    ("feedstock == coke-oven-gas", "cog"),
)


@frozen
class AdvancedValue:
    """The advanced value (level 1) of the limit table for the route; a user's own limits win."""

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return the level of each route, under the conditions of the route."""
        table = context.limits or LimitTable()
        return tuple(
            (tuple(condition(each) for each in when.split(" & ")), _level(table, row)) for when, row in _ROUTES
        )


def _level(table: LimitTable, row: str) -> Factor:
    limit = table.get(f"gb29436-2023.methanol.{row}")
    return Factor(
        id=f"limits/{limit.id}.level1",
        zh=limit.zh,
        en=limit.en,
        value=limit.levels[0],
        low=None,
        high=None,
        unit=limit.unit,
        per=limit.per,
        edition="",
        year="",
        region="",
        pollutant="",
        condition=limit.correction,
        document=limit.standard,
        clause=limit.clause,
        confidence=limit.confidence,
        note=limit.note,
        own=limit.own,
    )


@process(key="methanol", zh="甲醇", activity="product")
class Methanol(FuelProduct):
    """Methanol line.

    Unit energy as in GB 29436-2023. The anthracite row holds for atmospheric intermittent fixed beds only;
    continuous pressurised gasification of anthracite takes the bituminous row.

    The plan asks plants above the advanced value of the standard to be retrofitted. The advanced value is
    level 1 of GB 29436-2023. The plan is older than that edition; give `advanced_level` to take another.
    """

    product: Tonnes = quantity(zh="甲醇产量", en="Methanol output", gt=0)
    feedstock: str = choice(
        "anthracite",
        "bituminous",
        "lignite",
        "natural-gas",
        "coke-oven-gas",
        zh="原料（无烟煤/烟煤/褐煤/天然气/焦炉煤气）",
        en="Feedstock",
    )
    gasification: str = choice(
        "fixed-bed",
        "pressurised",
        "none",
        zh="气化方式（常压间歇固定床/连续加压/无气化）",
        en="Gasification",
        default="none",
    )
    product_carbon: TonnesPerTonne = carbon_of_product(factor("co2-process/carbon-methanol.carbon"))
    product_coal: KgcePerKg = heat_of_product(factor("coal-2020/methanol.coal"))
    advanced_level: KgcePerTonne = quantity(
        zh="能耗限额先进值",
        en="Advanced value of the energy limit",
        default=AdvancedValue(),
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((when, f"gb29436-2023.methanol.{row}") for when, row in _ROUTES)),
        ),
    )

    @output(zh="高于先进值的单位能耗", cites="plan-yuncheng-14fyp#3.3.6")
    def over_advanced(self) -> KgcePerTonne:
        """Energy per tonne above the advanced value; above zero the plan asks for a retrofit."""
        return self.unit_energy - self.advanced_level
