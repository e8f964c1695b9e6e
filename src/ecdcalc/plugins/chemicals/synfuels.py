"""Synthetic natural gas and liquids from coal: products that are not counted in tonnes."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    EnergyUse,
    Grading,
    KgcePerCubicMetre,
    KgcePerTce,
    Process,
    Stack,
    Tce,
    VapourSource,
    Wastewater,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
)


@process(key="synthetic-gas", zh="煤制天然气", activity="product")
class SyntheticGas(EnergyUse, Stack, Wastewater, VapourSource, Process):
    """Synthetic natural gas from coal.

    The gas is the product and must not stand among the carriers (GB 30180-2024).
    """

    gives: ClassVar = None

    product: CubicMetres = quantity(zh="合成天然气产量", en="Gas output", gt=0)

    gradings: ClassVar = (Grading(output="unit_energy", product=factor("gb30180-2024.sng")),)

    @output(zh="单位产品能耗", cites="gb-30180-2024#table-2")
    def unit_energy(self) -> KgcePerCubicMetre:
        """Energy per cubic metre of gas."""
        return self.energy / self.product


@process(key="coal-liquids", zh="煤制油", activity="product")
class CoalLiquids(EnergyUse, Stack, Wastewater, VapourSource, Process):
    """Liquid fuels from coal.

    Output as oil equivalent; the liquids must not stand among the carriers (GB 30180-2024).
    """

    gives: ClassVar = None

    product: Tce = quantity(zh="油品产量（标准油）", en="Liquids output, as oil equivalent", gt=0)
    route: str = choice("direct", "indirect", zh="工艺（直接/间接液化）", en="Route")

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("route == direct", "gb30180-2024.ctl.direct"), ("route == indirect", "gb30180-2024.ctl.indirect")
            ),
        ),
    )

    @output(zh="单位产品能耗", cites="gb-30180-2024#table-3")
    def unit_energy(self) -> KgcePerTce:
        """Energy per energy of the liquids."""
        return self.energy / self.product
