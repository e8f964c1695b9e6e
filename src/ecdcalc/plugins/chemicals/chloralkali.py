"""Caustic soda, PVC and calcium carbide."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Electrolysis,
    Grading,
    GramsPerMole,
    KgPerTonne,
    KwhPerTonne,
    Law,
    Ratio,
    Share,
    Tonnes,
    TonnesPerTonne,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.chemicals.common import ChemicalProcess, carbon_of_product


@process(key="caustic-soda", zh="烧碱", activity="product")
class CausticSoda(Electrolysis, ChemicalProcess):
    """Caustic-soda line.

    Output as 100 % NaOH; limits of GB 21257-2024 by strength. The direct current is metered, or follows from the
    cell by Faraday's law: U z F / (η M) per tonne of NaOH; it is part of the electricity among the carriers.
    """

    product: Tonnes = quantity(zh="烧碱产量（折百）", en="Caustic soda output, as 100 % NaOH", gt=0)
    form: str = choice(
        "liquor-30", "liquor-45", "solid", zh="产品（30%液碱/45%液碱/98%固碱）", en="Strength of the product"
    )
    molar_mass: GramsPerMole = quantity(
        zh="氢氧化钠摩尔质量", en="Molar mass of NaOH", gt=0, default=factor("chlor-alkali/naoh-molar-mass")
    )
    electrons: Ratio = quantity(
        zh="每摩尔电子数", en="Electrons per NaOH", gt=0, default=factor("chlor-alkali/naoh-electrons")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("form == liquor-30", "gb21257-2024.naoh.30"),
                ("form == liquor-45", "gb21257-2024.naoh.45"),
                ("form == solid", "gb21257-2024.naoh.solid"),
            ),
        ),
    )

    laws: ClassVar = (
        *ChemicalProcess.laws,
        Law("cell_electricity", ">=", "faraday_minimum", "below-faraday"),
    )

    @output(zh="电解直流电耗", cites="definition#faraday")
    def cell_electricity(self) -> KwhPerTonne:
        """Direct current per tonne of NaOH: metered, or by cell voltage and current efficiency."""
        return first_of(self.direct_electricity / self.product, self.by_faraday(self.current_efficiency))


@process(key="pvc", zh="聚氯乙烯", activity="product")
class Pvc(ChemicalProcess):
    """PVC line.

    The carbon of the monomer stays in the resin, so that CO2 is that of the energy used. VOC is the factor
    of the resin, and that of the monomer where it is made on the site (one tonne for a tonne of resin).
    """

    product: Tonnes = quantity(zh="聚氯乙烯产量", en="PVC output", gt=0)
    route: str = choice("carbide", "ethylene", "monomer", zh="工艺（电石法/乙烯法、联合法、姜钟法/单体法）", en="Route")
    grade: str = choice("general", "paste", zh="牌号（通用型/糊用型）", en="Grade of resin", default="general")
    resin_voc_factor: KgPerTonne = quantity(
        zh="聚氯乙烯挥发性有机物产污系数", en="VOC generated per PVC", ge=0, default=factor("voc/vf037")
    )
    voc_factor: KgPerTonne = quantity(
        zh="氯乙烯挥发性有机物产污系数",
        en="VOC generated per vinyl chloride",
        ge=0,
        default=factor("voc/vf032"),
    )
    monomer_per_resin: TonnesPerTonne = quantity(
        zh="单位树脂自产氯乙烯量", en="Vinyl chloride made on the site per PVC", ge=0, optional=True
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("route == carbide & grade == general", "gb21257-2024.pvc.carbide-general"),
                ("route == carbide & grade == paste", "gb21257-2024.pvc.carbide-paste"),
                ("route == ethylene & grade == general", "gb21257-2024.pvc.ethylene-general"),
                ("route == ethylene & grade == paste", "gb21257-2024.pvc.ethylene-paste"),
                ("route == monomer & grade == general", "gb21257-2024.pvc.monomer-general"),
                ("route == monomer & grade == paste", "gb21257-2024.pvc.monomer-paste"),
            ),
        ),
    )

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control: of the resin and of the monomer made on the site."""
        return self.product * (self.resin_voc_factor + self.voc_factor * self.monomer_per_resin)


@process(key="calcium-carbide", zh="电石", activity="product")
class CalciumCarbide(ChemicalProcess):
    """Calcium-carbide furnace.

    Energy with coke and other carbon materials in and furnace gas out (GB 21343-2023); output as standard
    carbide (300 L/kg). CO2 by carbon balance: carbon in, minus that of the carbide and of the gas sold; the
    carbon of electrode paste is `feed_carbon`. The provincial factor 1.154 t/t is no default.
    """

    product: Tonnes = quantity(zh="电石产量（标准电石）", en="Carbide output, standard", gt=0)
    co2_method: str = choice(
        "balance", "burning", zh="二氧化碳核算方法（碳平衡/燃烧）", en="CO2 method", default="balance"
    )
    product_carbon: TonnesPerTonne = carbon_of_product(factor("co2-process/carbon-calcium-carbide.carbon"))

    gradings: ClassVar = (
        Grading(output="unit_energy", product=factor("gb21343-2023.cac2.energy")),
        Grading(output="furnace_unit_electricity", product=factor("gb21343-2023.cac2.electricity")),
    )
    furnace_share: Share = quantity(
        zh="电炉用电占比", en="Share of the electricity that the furnace uses", gt=0, le=100, optional=True
    )

    @output(zh="电炉电耗", cites="gb-21343-2023#table-1")
    def furnace_unit_electricity(self) -> KwhPerTonne:
        """Electricity of the furnace per tonne of carbide."""
        return self.unit_electricity * self.furnace_share
