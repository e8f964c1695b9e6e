"""Stacks and drains held against their limits: is it kept, what does it allow, what would keeping it bring.

Nothing here enters the totals. What would be spared by keeping to a limit is a potential, and no counted reduction.
"""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.outlets import (
    allowed_emission,
    at_base_drainage,
    at_reference_gas,
    flue_gas_of_coal,
    flue_gas_of_gas,
    flue_gas_of_oil,
)
from ecdcalc.plugin import (
    COUNTED,
    LIMIT,
    OXYGEN,
    Air,
    CubicMetres,
    CubicMetresPerTonne,
    MgPerCubicMetre,
    MgPerLitre,
    MjPerCubicMetre,
    MjPerKg,
    OfRow,
    Process,
    Share,
    Tonnes,
    at_least,
    at_reference_oxygen,
    choice,
    first_of,
    output,
    process,
    quantity,
    rows_in,
    where,
)

CHECK_ONLY = dict.fromkeys(COUNTED, "equipment-check-only")


@process(key="stack-check", zh="废气排放口达标核算", absent=CHECK_ONLY)
class StackCheck(Air, Process):
    """Stack against its limit.

    One pollutant. The limit is given, or a row of the table of concentration limits (`ecdcalc limits --emissions`)
    names it. `basis` is that of the limit: reference oxygen, reference gas per product, or as measured. The
    reference gas is given, or follows from product or fuel. A reading above 19 % oxygen amplifies its noise.
    """

    for_the_record: ClassVar = ("pollutant",)

    pollutant: str = choice("nox", "so2", "pm", "voc", "other", zh="污染物", en="Pollutant")
    basis: str = choice(
        "oxygen", "gas", "measured", zh="限值口径（基准氧/基准排气量/实测）", en="What the limit refers to"
    )
    row: str = choice(
        *rows_in("mg/m3"), zh="浓度限值表编号", en="Row in the table of concentration limits", optional=True
    )
    limit: MgPerCubicMetre = quantity(zh="排放限值", en="Limit", gt=0, default=OfRow(LIMIT))
    concentration: MgPerCubicMetre = quantity(zh="实测浓度（干基）", en="Measured dry concentration", ge=0)
    oxygen: Share = quantity(
        zh="实测含氧量", en="Measured oxygen", ge=0, lt=21, optional=True, only_with={"basis": ("oxygen",)}
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=OfRow(OXYGEN), only_with={"basis": ("oxygen",)}
    )
    flow: CubicMetres = quantity(zh="干烟气量（实测氧）", en="Dry flue gas at measured oxygen", ge=0, optional=True)
    product: Tonnes = quantity(zh="产品产量", en="Product", gt=0, optional=True)
    gas_per_product: CubicMetresPerTonne = quantity(
        zh="单位产品基准排气量", en="Reference gas per product", gt=0, optional=True
    )
    reference_gas: CubicMetres = quantity(zh="基准烟气量", en="Reference gas", gt=0, optional=True)
    coal: Tonnes = quantity(zh="燃煤量", en="Coal burnt", gt=0, optional=True)
    coal_lhv: MjPerKg = quantity(zh="燃煤低位发热量", en="Lower heating value of coal", ge=12.54, le=35, optional=True)
    oil: Tonnes = quantity(zh="燃油量", en="Oil burnt", gt=0, optional=True)
    oil_lhv: MjPerKg = quantity(zh="燃油低位发热量", en="Lower heating value of oil", gt=0, le=50, optional=True)
    gas: CubicMetres = quantity(zh="天然气量", en="Natural gas burnt", gt=0, optional=True)
    gas_lhv: MjPerCubicMetre = quantity(
        zh="天然气低位发热量", en="Lower heating value of natural gas", gt=0, le=50, optional=True
    )

    @output(zh="基准口径浓度", cites="gb-13271-2014#5.2")
    def at_reference(self) -> MgPerCubicMetre:
        """Concentration as the limit has it."""
        by_oxygen = at_reference_oxygen(
            concentration=self.concentration,
            oxygen=self.oxygen,
            reference_oxygen=self.reference_oxygen,
            oxygen_in_air=self.oxygen_in_air,
        )
        by_gas = at_reference_gas(
            concentration=self.concentration,
            gas=self.flow,
            reference_gas=self.gas_per_product,
            product=self.product,
        )
        return where(self.basis == "oxygen", by_oxygen, where(self.basis == "gas", by_gas, 1 * self.concentration))

    @output(zh="超限值（负为达标）")
    def above_limit(self) -> MgPerCubicMetre:
        """Concentration above the limit; at most zero keeps it."""
        return self.at_reference - self.limit

    @output(zh="排放量（实测）", cites="t-cses-144-2024#eq1")
    def mass(self) -> Tonnes:
        """Mass emitted: measured flow × measured concentration."""
        return self.flow * self.concentration

    @output(zh="基准烟气量", cites="expert-unconfirmed#reference-flue-gas")
    def volume(self) -> CubicMetres:
        """Reference gas: given, by product, or by the fuel burnt."""
        return first_of(
            1 * self.reference_gas,
            self.product * self.gas_per_product,
            self.coal * flue_gas_of_coal(heating_value=self.coal_lhv),
            self.oil * flue_gas_of_oil(heating_value=self.oil_lhv),
            self.gas * flue_gas_of_gas(heating_value=self.gas_lhv),
        )

    @output(zh="许可排放量")
    def allowed(self) -> Tonnes:
        """Mass that the limit allows."""
        return allowed_emission(limit=self.limit, reference_gas=self.volume)

    @output(zh="超许可量（负为满足）")
    def above_allowed(self) -> Tonnes:
        """Mass emitted above what the limit allows; at most zero keeps it."""
        return self.mass - self.allowed

    @output(zh="达到限值的减排潜力（不计入减排量）")
    def potential(self) -> Tonnes:
        """What keeping to the limit would spare: a potential, not counted."""
        return at_least(self.mass * self.above_limit / self.at_reference, 0 * self.mass)


@process(key="drain-check", zh="废水排放口达标核算", absent=CHECK_ONLY)
class DrainCheck(Process):
    """Drain against its limit.

    One pollutant. Where more is drained than the base drainage of the products, the concentration is corrected.
    """

    for_the_record: ClassVar = ("pollutant",)

    pollutant: str = choice("cod", "nh3n", "other", zh="污染物", en="Pollutant")
    row: str = choice(
        *rows_in("mg/L"), zh="浓度限值表编号", en="Row in the table of concentration limits", optional=True
    )
    limit: MgPerLitre = quantity(zh="排放限值", en="Limit", gt=0, default=OfRow(LIMIT))
    concentration: MgPerLitre = quantity(zh="实测浓度", en="Measured concentration", ge=0)
    drained: CubicMetres = quantity(zh="排水量", en="Water drained", gt=0)
    base_drainage: CubicMetres = quantity(
        zh="基准排水量合计（各产品产量×单位基准排水量）",
        en="Base drainage: sum of product × base drainage per product",
        gt=0,
        optional=True,
    )

    @output(zh="基准口径浓度", cites="gb-26131-2010#4.3")
    def at_reference(self) -> MgPerLitre:
        """Concentration at the base drainage, where there is one."""
        corrected = at_base_drainage(concentration=self.concentration, drained=self.drained, allowed=self.base_drainage)
        return first_of(corrected, 1 * self.concentration)

    @output(zh="超限值（负为达标）")
    def above_limit(self) -> MgPerLitre:
        """Concentration above the limit; at most zero keeps it."""
        return self.at_reference - self.limit

    @output(zh="排放量（实测）", cites="pollutant-accounting-2021#industrial-water")
    def mass(self) -> Tonnes:
        """Mass discharged: volume × measured concentration."""
        return self.drained * self.concentration

    @output(zh="达到限值的减排潜力（不计入减排量）")
    def potential(self) -> Tonnes:
        """What keeping to the limit would spare: a potential, not counted."""
        return at_least(self.mass * self.above_limit / self.at_reference, 0 * self.mass)
