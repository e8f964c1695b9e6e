"""Smelting and refining of copper, lead, zinc and the other metals of the limit tables."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    KwhPerTonne,
    Law,
    SulphurDioxide,
    Tonnes,
    TonnesPerTonne,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.nonferrous.works import Works

LIMITS = {
    "copper": "gb25323-2023.r04",
    "copper-blister": "gb25323-2023.r01",
    "copper-anode": "gb25323-2023.r02",
    "copper-electrolysis": "gb25323-2023.r03",
    "copper-from-blister": "gb25323-2023.r06",
    "copper-from-scrap": "gb25323-2023.r09",
    "zinc-hydro-with-residue": "gb25323-2023.r13",
    "zinc-hydro": "gb25323-2023.r14",
    "zinc-pyro": "gb25323-2023.r12",
    "zinc-from-oxide-with-residue": "gb25323-2023.r23",
    "zinc-from-oxide": "gb25323-2023.r22",
    "lead": "gb25323-2023.r26",
    "lead-crude": "gb25323-2023.r24",
    "lead-refining": "gb25323-2023.r25",
    "lead-from-batteries": "gb25323-2023.r31",
    "lead-from-scrap": "gb25323-2023.r32",
    "nickel-matte": "gb25323-2023.r33",
    "nickel": "gb25323-2023.r36",
    "tin": "gb25323-2023.r42",
    "antimony": "gb25323-2023.r47",
    "cobalt": "gb25323-2023.r54",
    "bismuth": "gb25323-2023.r58",
    "bismuth-from-oxide": "gb25323-2023.r59",
    "silicon-charcoal": "gb21347-2023.silicon.charcoal",
    "silicon-petcoke-coal": "gb21347-2023.silicon.petcoke-coal",
    "silicon-coal": "gb21347-2023.silicon.coal",
    "titanium-sponge": "gb29448-2022.sponge.full",
    "titanium-sponge-half": "gb29448-2022.sponge.half",
}
"""The limit row of each product."""


@process(key="smelting", zh="其他有色冶炼", activity="production", absent={"voc": "nonferrous-no-voc"})
class Smelting(SulphurDioxide, Works):
    """Smelting or refining of one product.

    The word of the product names the stretch from feed to product that the limit covers; the carriers must cover
    the same stretch. Electricity or steam from waste heat that leaves it has a negative amount.
    """

    product: str = choice(*LIMITS, zh="产品（工艺路线）", en="Product and route")
    production: Tonnes = quantity(zh="产品产量", en="Output", gt=0)
    limestone: Tonnes = quantity(zh="碳酸盐熔剂用量（折CaCO3）", en="Carbonate flux, as CaCO3", ge=0, optional=True)
    limestone_co2: TonnesPerTonne = quantity(
        zh="碳酸盐分解排放因子", en="CO2 per carbonate", ge=0, default=factor("co2-process/carbonate-caco3")
    )
    sulphur_in: Tonnes = quantity(zh="入炉硫量", en="Sulphur in the feed", ge=0, optional=True)
    sulphur_fixed: Tonnes = quantity(
        zh="固定硫量（硫酸、渣等）", en="Sulphur fixed in acid, slag and products", ge=0, optional=True
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数",
        en="NOx generated per output",
        ge=0,
        default=one_of(
            ("product == copper", "nox/nx118"),
            ("product == copper-blister", "nox/nx118"),
            ("product == copper-anode", "nox/nx118"),
        ),
    )
    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in LIMITS.items())),
        ),
    )
    laws: ClassVar = (Law("sulphur_fixed", "<=", "sulphur_in", "nonferrous-sulphur"),)

    @output(zh="单位产品综合能耗", cites="gb-25323-2023#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of product."""
        return self.energy / self.production

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Net electricity per tonne of product."""
        return self.electricity / self.production

    @output(zh="熔剂二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonate flux; reductants count with the carriers."""
        return self.limestone * self.limestone_co2

    @output(zh="氮氧化物产生量", cites="emep-eea#1.A.2.b-table-3-13")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal, where the data have a factor for the product."""
        return self.production * self.nox_factor

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#general")
    def so2_balance(self) -> Tonnes:
        """SO2 by sulphur balance: sulphur of the feed that is not fixed.

        What the acid plant takes is fixed; a removal given with the stack is that of the tail-gas scrubber.
        """
        return (self.sulphur_in - self.sulphur_fixed) * self.so2_per_sulphur
