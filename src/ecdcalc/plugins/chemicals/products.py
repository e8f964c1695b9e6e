"""The other products of the limit table: one process with a choice of product."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    Published,
    Ratio,
    Tce,
    TonnesPerTonne,
    assumed,
    choice,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.chemicals.common import ChemicalProcess, carbon_of_product, voc_per_product

# product and its row of the limit table: energy per tonne, all carriers in minus out
PLAIN = {
    "acetic-acid": "gb29141-2024.acetic-acid",
    "butanediol-allyl": "gb21343-2023.bdo.allyl",
    "butanediol-maleic": "gb21343-2023.bdo.maleic",
    "butanediol-reppe": "gb21343-2023.bdo.reppe",
    "chloromethanes-no-reentry": "gb21257-2024.cms.no-reentry",
    "chloromethanes-to-chloroform": "gb21257-2024.cms.to-chcl3",
    "chloromethanes-to-methyl-chloride": "gb21257-2024.cms.to-ch3cl",
    "cyanamide-30": "gb21343-2023.cyanamide.30",
    "cyanamide-50": "gb21343-2023.cyanamide.50",
    "diammonium-phosphate-slurry-granular": "gb21344-2023.dap.slurry-granular",
    "diammonium-phosphate-traditional-granular": "gb21344-2023.dap.traditional-granular",
    "dicyandiamide": "gb21343-2023.dicyandiamide",
    "dimethyl-ether": "gb29436-2023.dme",
    "dimethylsiloxane": "gb30530-2024.dmc",
    "ethylene": "gb30251-2024.ethylene",
    "ethylene-glycol-coal": "gb29436-2023.eg.coal",
    "ethylene-glycol-ethylene": "gb29436-2023.eg.ethylene",
    "ethylene-glycol-syngas": "gb29436-2023.eg.syngas",
    "formaldehyde-iron-molybdenum": "gb46029-2025.formaldehyde.iron-moly",
    "formaldehyde-silver": "gb46029-2025.formaldehyde.silver",
    "iron-oxide-black": "gb32051-2024.fe2o3.black",
    "iron-oxide-red": "gb32051-2024.fe2o3.red",
    "iron-oxide-yellow": "gb32051-2024.fe2o3.yellow",
    "mdi": "gb31830-2024.mdi",
    "monoammonium-phosphate-slurry-granular": "gb21344-2023.map.slurry-granular",
    "monoammonium-phosphate-slurry-powder": "gb21344-2023.map.slurry-powder",
    "monoammonium-phosphate-traditional-granular": "gb21344-2023.map.traditional-granular",
    "monoammonium-phosphate-traditional-powder": "gb21344-2023.map.traditional-powder",
    "phthalic-anhydride": "gb30251-2024.pa",
    "polyoxymethylene": "gb29438-2012.pom",
    "polypropylene-bulk": "gb30251-2024.pp.bulk",
    "polypropylene-gas": "gb30251-2024.pp.gas",
    "polyvinyl-alcohol-acetylene": "gb21343-2023.pva.acetylene",
    "polyvinyl-alcohol-ethylene": "gb21343-2023.pva.ethylene",
    "potassium-sulphate-brine": "gb21344-2023.k2so4.brine",
    "potassium-sulphate-mannheim": "gb21344-2023.k2so4.mannheim",
    "potassium-sulphate-mirabilite": "gb21344-2023.k2so4.mirabilite",
    "potassium-sulphate-seawater": "gb21344-2023.k2so4.seawater",
    "propylene-oxide-chlorohydrin": "gb30251-2024.po.chlorohydrin",
    "propylene-oxide-ethylbenzene": "gb30251-2024.po.eb",
    "propylene-oxide-isobutane": "gb30251-2024.po.isobutane",
    "propylene-oxide-peroxide": "gb30251-2024.po.h2o2",
    "sodium-gluconate-glucose-catalytic": "gb40878-2021.glucose.catalytic",
    "sodium-gluconate-starch-enzymatic": "gb40878-2021.starch.enzymatic",
    "sodium-gluconate-starch-fermentation": "gb40878-2021.starch.fermentation",
    "styrene-cooxidation": "gb30251-2024.styrene.cooxidation",
    "styrene-dehydrogenation": "gb30251-2024.styrene.dehydrogenation",
    "styrene-dry-gas": "gb30251-2024.styrene.dry-gas",
    "tdi": "gb31830-2024.tdi",
    "terephthalic-acid": "gb30251-2024.pta",
    "titanium-dioxide-anatase": "gb32051-2024.tio2.anatase",
    "titanium-dioxide-chloride": "gb32051-2024.tio2.chloride",
    "titanium-dioxide-rutile": "gb32051-2024.tio2.rutile",
    "tyre-bias": "gb29449-2024.tyre.bias",
    "tyre-off-road": "gb29449-2024.tyre.otr",
    "tyre-steel": "gb29449-2024.tyre.tbr",
    "tyre-semi-steel": "gb29449-2024.tyre.pcr",
    "vinyl-acetate-acetylene": "gb21343-2023.vac.acetylene",
    "vinyl-acetate-ethylene": "gb21343-2023.vac.ethylene",
    "xylene-para": "gb30251-2024.px",
}
# product with two rows: energy of the feedstock left out, and (with ".feedstock-incl") counted
BY_FEEDSTOCK = {
    "activated-carbon-briquette": "gb29995-2024.activated-carbon.briquette",
    "activated-carbon-columnar": "gb29995-2024.activated-carbon.columnar",
    "activated-carbon-crushed": "gb29995-2024.activated-carbon.crushed",
    "activated-coke": "gb29995-2024.activated-coke",
    "carbon-black": "gb29449-2024.carbon-black",
    "olefins-mto": "gb30180-2024.mto",
    "olefins-mtp": "gb30180-2024.mtp",
}
VOC = {
    "carbon-black": "voc/vf050",
    "ethylene": "voc/vf023",
    "ethylene-glycol-coal": "voc/vf034",
    "ethylene-glycol-ethylene": "voc/vf034",
    "ethylene-glycol-syngas": "voc/vf034",
    "polypropylene-bulk": "voc/vf042",
    "polypropylene-gas": "voc/vf042",
    "styrene-cooxidation": "voc/vf030",
    "styrene-dehydrogenation": "voc/vf030",
    "styrene-dry-gas": "voc/vf030",
    "terephthalic-acid": "voc/vf035",
    "xylene-para": "voc/vf031",
}
CARBON = {
    "ammonium-bicarbonate": "co2-process/carbon-nh4hco3.carbon",
    "carbon-black": "co2-process/carbon-carbon-black.carbon",
    "ethylene": "co2-process/carbon-ethylene.carbon",
    "ethylene-glycol-coal": "co2-process/carbon-ethylene-glycol.carbon",
    "ethylene-glycol-ethylene": "co2-process/carbon-ethylene-glycol.carbon",
    "ethylene-glycol-syngas": "co2-process/carbon-ethylene-glycol.carbon",
}
KINDS = tuple(sorted({*PLAIN, *BY_FEEDSTOCK, "ammonium-bicarbonate", "refining", "other"}))


def _by_kind(rows: dict[str, str], suffix: str = "") -> Published:
    return one_of(*((f"kind == {kind}", f"{row}{suffix}") for kind, row in rows.items()))


@process(key="chemical", zh="其他化工产品", activity="product")
class Chemical(ChemicalProcess):
    """Line of another chemical.

    `kind` names the product and route of the limit table. Where the standard leaves the energy of the
    feedstock out, give `feedstock_energy`; where it takes energy off the actual, such as feeds
    of acetic acid, give `taken_off`. Output in the measure of the standard (100 %
    acid, equivalent ethylene oxide for glycol from ethylene). CO2 is that of fuels burnt unless
    `co2_method = "balance"`. VOC of carbon black: 52 kg/t of the 2014 guide (EMEP/EEA: 0.7 kg/t).
    """

    kind: str = choice(*KINDS, zh="产品与工艺", en="Product and route")
    feedstock_energy: Tce = quantity(zh="原料用能", en="Energy of the feedstock", ge=0, optional=True)
    taken_off: Tce = quantity(
        zh="按标准扣除的能耗",
        en="Energy that the standard takes off",
        default=assumed("0 tce", "chemicals-nothing-taken-off"),
    )
    energy_factor: Ratio = quantity(zh="炼油能量因数", en="Energy factor of the refinery", gt=0, optional=True)
    product_carbon: TonnesPerTonne = carbon_of_product(_by_kind(CARBON))
    voc_factor: KgPerTonne = voc_per_product(_by_kind(VOC))

    gradings: ClassVar = (
        Grading(output="unit_energy", product=_by_kind(PLAIN)),
        Grading(output="unit_energy", product=_by_kind(BY_FEEDSTOCK, ".feedstock-incl")),
        Grading(output="unit_energy_without_feedstock", product=_by_kind(BY_FEEDSTOCK)),
        Grading(output="unit_energy_per_factor", product=_by_kind({"refining": "gb30251-2024.refining"})),
        Grading(output="unit_electricity", product=_by_kind({"ammonium-bicarbonate": "gb21344-2023.abc"})),
    )

    @output(zh="单位产品综合能耗（按标准扣除后）", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of product, less what the standard takes off."""
        return (self.energy - self.taken_off) / self.product

    @output(zh="单位产品综合能耗（原料用能不纳入）", cites="gb-t-2589-2020#4")
    def unit_energy_without_feedstock(self) -> KgcePerTonne:
        """Energy per tonne of product without that of the feedstock."""
        return (self.energy - self.taken_off - self.feedstock_energy) / self.product

    @output(zh="单位能量因数能耗", cites="gb-30251-2024#table-1")
    def unit_energy_per_factor(self) -> KgcePerTonne:
        """Energy per tonne of crude and energy factor of the refinery."""
        return self.unit_energy / self.energy_factor
