"""Concrete products, by volume."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    EnergyUse,
    Grading,
    KgcePerCubicMetre,
    KwhPerCubicMetre,
    Process,
    Stack,
    Wastewater,
    choice,
    one_of,
    output,
    process,
    quantity,
)

PRODUCTS = {
    "ready-mixed": "gb36888-2018.rmc.production",
    "pile": "gb38263-2019.pile",
    "pole": "gb38263-2019.pole",
    "drain-pipe": "gb38263-2019.drain-pipe",
    "cylinder-pipe": "gb38263-2019.pccp",
    "aerated-block": "gb38263-2019.aac",
    "calcium-silicate-board": "gb38263-2019.calcium-silicate-board",
    "tunnel-segment": "gb38263-2019.tunnel-segment",
}
"""The limit row of each product."""


@process(key="concrete-product", zh="混凝土及制品", activity="volume", absent={"voc": "no-source-class"})
class ConcreteProduct(EnergyUse, Stack, Wastewater, Process):
    """Concrete and concrete products.

    Ready-mixed concrete is held against the limit of production; its transport is another limit and no part of this.
    """

    product: str = choice(*PRODUCTS, zh="产品", en="Product")
    volume: CubicMetres = quantity(zh="产量（体积）", en="Output by volume", gt=0)

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in PRODUCTS.items())),
        ),
    )

    @output(zh="单位产品综合能耗", cites="gb-38263-2019#indicators")
    def unit_energy(self) -> KgcePerCubicMetre:
        """Comprehensive energy per volume."""
        return self.energy / self.volume

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Net electricity per volume."""
        return self.electricity / self.volume
