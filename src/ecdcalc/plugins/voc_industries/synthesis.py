"""Makers of pharmaceuticals and pesticides: solvent balance, and leaks found and repaired."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    EnergyUse,
    Hours,
    Items,
    KgcePerTonne,
    KgPerHourItem,
    KgPerTonne,
    Law,
    Process,
    Ratio,
    Share,
    Tonnes,
    Wastewater,
    assumed,
    at_most,
    factor,
    output,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.voc_industries.control import Burners, SolventVapours
from ecdcalc.plugins.voc_industries.lines import UNCOUNTED


@record
class Synthesis(Burners, SolventVapours, Wastewater, EnergyUse):
    """A plant whose VOC is the solvent bought that leaves in no other way."""

    product: Tonnes = quantity(zh="产品产量", en="Product", gt=0)
    solvent: Tonnes = quantity(zh="溶剂补充量（新溶剂）", en="Fresh solvent used", ge=0, optional=True)
    solvent_voc: Share = quantity(
        zh="溶剂VOCs质量占比",
        en="Mass share of VOC in the solvent",
        ge=0,
        le=100,
        default=assumed("100 %", "voc-industries-all-solvent"),
    )
    in_reaction: Tonnes = quantity(
        zh="反应消耗的溶剂",
        en="Solvent that reacts",
        ge=0,
        default=assumed("0 t", "voc-industries-none-proven"),
    )
    in_product: Tonnes = quantity(
        zh="产品带走的溶剂", en="Solvent in the product", ge=0, default=assumed("0 t", "voc-industries-none-proven")
    )
    in_waste: Tonnes = quantity(
        zh="危废带走的溶剂（有凭证）",
        en="Solvent in waste sent out, proven",
        ge=0,
        default=assumed("0 t", "voc-industries-none-proven"),
    )
    in_water: Tonnes = quantity(
        zh="废水带走的溶剂", en="Solvent in waste water", ge=0, default=assumed("0 t", "voc-industries-none-proven")
    )
    voc_factor: KgPerTonne = quantity(zh="挥发性有机物产污系数", en="VOC generated per product", ge=0, optional=True)

    @output(zh="单位产品能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of product."""
        return self.energy / self.product

    laws: ClassVar = (Law("solvent_out", "<=", "solvent_in", "voc-industries-solvent-made"),)

    @output(zh="补充溶剂中的VOCs")
    def solvent_in(self) -> Tonnes:
        """VOC in the fresh solvent."""
        return self.solvent * self.solvent_voc

    @output(zh="非挥发去向的溶剂")
    def solvent_out(self) -> Tonnes:
        """Solvent that reacts or leaves with product, waste and water."""
        return self.in_reaction + self.in_product + self.in_waste + self.in_water

    @output(zh="溶剂物料衡算产生量", cites="t-cses-144-2024#vocs")
    def voc_balance(self) -> Tonnes:
        """Solvent that is bought and neither reacts nor leaves with product, waste or water."""
        return self.solvent_in - self.solvent_out

    @output(zh="产污系数法产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC by the factor of the product: the last resort."""
        return self.product * self.voc_factor

    @output(zh="单位产品溶剂用量")
    def unit_solvent(self) -> KgPerTonne:
        """Fresh solvent per tonne of product."""
        return self.solvent / self.product


@process(key="pharma", en="Pharmaceuticals", zh="化学原料药生产", activity="product", absent=UNCOUNTED)
class PharmaPlant(Synthesis, Process):
    """Plant that makes bulk pharmaceuticals.

    Solvent balance over one accounting period; without it 430 kg/t (T/CSES 144-2024 Table E.1).
    """

    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per product", ge=0, default=factor("voc/vf033")
    )


@process(key="pesticide", en="Pesticides", zh="农药生产", activity="product", absent=UNCOUNTED)
class PesticidePlant(Synthesis, Process):
    """Plant that makes pesticides.

    Solvent balance over one accounting period. There is no factor for pesticides in the data; 430 kg/t of bulk
    pharmaceuticals may be given as a last resort.
    """


@process(
    key="seals",
    en="Sealing points",
    zh="密封点（LDAR）",
    activity="hours",
    absent=dict.fromkeys(("energy", "electricity", "cod", "nh3n", "nox", "so2", "pm", "co2"), "no-source-class"),
)
class Seals(Process):
    """Sealing points of a plant, with leak detection and repair.

    T/CSES 144-2024 eq. 15 for leaks found among accessible points; average factors of Table E.5 for the points
    outside the survey. Eq. 14 prints a division by 8760 h, which is wrong for factors in kg/h and left out.
    """

    hours: Hours = quantity(zh="年运行时间", en="Operating time per year", gt=0, le=8784)
    surveyed: Items = quantity(zh="纳入检测的密封点数", en="Points in the survey", ge=0, optional=True)
    leaking: Items = quantity(zh="泄漏点数", en="Leaking points found", ge=0)
    repaired: Items = quantity(zh="修复点数", en="Leaking points repaired", ge=0)
    gas_valves: Items = quantity(
        zh="未检测气体阀门数",
        en="Gas valves outside the survey",
        ge=0,
        default=assumed("0 item", "voc-industries-all-surveyed"),
    )
    liquid_valves: Items = quantity(
        zh="未检测轻液阀门数",
        en="Light-liquid valves outside the survey",
        ge=0,
        default=assumed("0 item", "voc-industries-all-surveyed"),
    )
    pumps: Items = quantity(
        zh="未检测轻液泵密封数",
        en="Light-liquid pump seals outside the survey",
        ge=0,
        default=assumed("0 item", "voc-industries-all-surveyed"),
    )
    compressors: Items = quantity(
        zh="未检测压缩机密封数",
        en="Compressor seals outside the survey",
        ge=0,
        default=assumed("0 item", "voc-industries-all-surveyed"),
    )
    connectors: Items = quantity(
        zh="未检测法兰和连接件数",
        en="Flanges and connectors outside the survey",
        ge=0,
        default=assumed("0 item", "voc-industries-all-surveyed"),
    )
    gas_valve_factor: KgPerHourItem = quantity(
        zh="气体阀门系数", en="Rate of a gas valve", ge=0, default=factor("voc/vf085")
    )
    liquid_valve_factor: KgPerHourItem = quantity(
        zh="轻液阀门系数", en="Rate of a light-liquid valve", ge=0, default=factor("voc/vf086")
    )
    pump_factor: KgPerHourItem = quantity(
        zh="轻液泵密封系数", en="Rate of a light-liquid pump seal", ge=0, default=factor("voc/vf088")
    )
    compressor_factor: KgPerHourItem = quantity(
        zh="压缩机密封系数", en="Rate of a compressor seal", ge=0, default=factor("voc/vf091")
    )
    connector_factor: KgPerHourItem = quantity(
        zh="法兰系数", en="Rate of a flange or connector", ge=0, default=factor("voc/vf093")
    )
    leak_factor: KgPerHourItem = quantity(
        zh="泄漏点系数", en="Rate of a leaking point", ge=0, default=factor("voc/vf099")
    )
    threshold: Items = quantity(
        zh="LDAR实施门槛", en="Points from which LDAR is compulsory", ge=0, default=factor("voc-control/ve065")
    )

    laws: ClassVar = (
        Law("repaired", "<=", "leaking", "voc-industries-repaired-more"),
        Law("leaking", "<=", "surveyed", "voc-industries-leaking-more"),
    )

    @output(zh="未检测密封点排放量", cites="t-cses-144-2024#eq14")
    def unsurveyed_voc(self) -> Tonnes:
        """VOC of the points outside the survey: Σ N × factor × hours."""
        rate = (
            self.gas_valves * self.gas_valve_factor
            + self.liquid_valves * self.liquid_valve_factor
            + self.pumps * self.pump_factor
            + self.compressors * self.compressor_factor
            + self.connectors * self.connector_factor
        )
        return rate * self.hours

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#eq15", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of leaks that were not repaired and of the points outside the survey."""
        open_leaks = self.leaking - at_most(self.repaired, self.leaking)
        return self.leak_factor * open_leaks * self.hours + self.unsurveyed_voc

    @output(zh="泄漏率", cites="gb-37822-2019#8")
    def leak_rate(self) -> Share:
        """Share of the surveyed points that leak."""
        return self.leaking / self.surveyed

    @output(zh="修复率", cites="gb-37822-2019#8")
    def repair_rate(self) -> Share:
        """Share of the leaking points that is repaired."""
        return at_most(self.repaired, self.leaking) / self.leaking

    @output(zh="应开展LDAR（1是，0否）", cites="gb-37822-2019#8.1")
    def compulsory(self) -> Ratio:
        """Whether leak detection and repair is compulsory by the number of points."""
        points = self.surveyed + self.gas_valves + self.liquid_valves + self.pumps + self.compressors + self.connectors
        return where(points >= self.threshold, 1, 0)
