"""Converter and electric-arc furnace."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    Law,
    Ratio,
    Share,
    Tonnes,
    TonnesPerTonne,
    VapourSource,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.steel.base import WATER_AT_WORKS, Fluxes, MetalCharge, SteelProcess
from ecdcalc.plugins.steel.corrections import all_stainless, arc_furnace_charge, converter_charge


@record
class Steelmaking(MetalCharge, Fluxes, VapourSource, SteelProcess):
    """What converter and arc furnace have in common."""

    steel: Tonnes = quantity(zh="粗钢产量", en="Crude steel output", gt=0)
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数（工艺）", en="NOx generated per steel, process", ge=0, default=factor("nox/nx062")
    )
    pm_factor: KgPerTonne  # of each furnace its own
    voc_factor: KgPerTonne

    laws: ClassVar[tuple[Law, ...]] = (Law("steel", "<=", "charged", "steel-more-steel-than-charge"),)

    @output(zh="入炉金属料和合金合计", cites="definition")
    def charged(self) -> Tonnes:
        """Metal and alloys charged."""
        alloys = self.silicomanganese + self.ferrosilicon + self.ferrochrome + self.nickel_iron
        return self.metal_charged + alloys

    @output(zh="粗钢产量")
    def crude_steel(self) -> Tonnes:
        """Crude steel, as the works adds it up."""
        return self.steel

    @output(zh="工序单位产品能耗", cites="gb-21256-2025#4.4")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of crude steel; negative where more is recovered than used."""
        return self.energy / self.steel

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx of the process before removal; fuel burnt for ladles is not in the factor."""
        return self.steel * self.nox_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10, ducted."""
        return self.steel * self.pm_factor

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.steel * self.voc_factor


@process(key="converter", zh="转炉", activity="steel", absent=WATER_AT_WORKS)
class Converter(Steelmaking):
    """Converter shop.

    Energy: electricity, oxygen power, ladle gas and other carriers in, minus converter gas and steam recovered
    (negative amounts), per tonne of crude steel. Special-purpose converters (vanadium, nickel …) have no limit.
    Departures: PM by factor is PM10 of the ducted part only.
    """

    purpose: str = choice(
        "steelmaking", "special", zh="转炉用途（炼钢/专用）", en="Purpose of the converter", default="steelmaking"
    )
    steel_grade: str = choice(
        "plain-carbon",
        "quality-structural",
        "bearing-gear-wire-die",
        "deep-drawing-pipeline",
        zh="钢种（普碳/优质碳结/轴承齿轮硬线工模具/深冲管线）",
        en="Grade of steel",
        default="plain-carbon",
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10，有组织）",
        en="PM generated per steel (PM10, ducted)",
        ge=0,
        default=factor("cobenefit/cb043"),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per steel", ge=0, default=factor("voc/vf007")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(("purpose == steelmaking", "gb21256-2025.converter")),
            shifts=("shift", "shift", "shift"),
        ),
    )

    @output(zh="废钢比", cites="gb-21256-2025#4.4")
    def scrap_ratio(self) -> Share:
        """Scrap in the metal charged."""
        return self.scrap / self.metal_charged

    @output(zh="限额修正量（废钢比、钢种）", cites="gb-21256-2025#4.4")
    def shift(self) -> KgcePerTonne:
        """Correction of the limit for scrap ratio and steel grade."""
        return converter_charge(
            scrap=self.scrap_ratio,
            quality_structural=where(self.steel_grade == "quality-structural", 1, 0),
            bearing_gear_wire_die=where(self.steel_grade == "bearing-gear-wire-die", 1, 0),
            deep_drawing_pipeline=where(self.steel_grade == "deep-drawing-pipeline", 1, 0),
        )

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#steel-carbon")
    def process_co2(self) -> Tonnes:
        """Carbon of metal, alloys and fluxes, minus the carbon that stays in the steel."""
        return self.charge_co2 + self.flux_co2 - self.steel * self.steel_co2


@process(key="electric-furnace", zh="电弧炉", activity="steel", absent=WATER_AT_WORKS)
class ElectricFurnace(Steelmaking):
    """Electric-arc furnace.

    Energy: electricity, gas, carbon, oxygen power and other carriers in, minus steam recovered, per tonne of crude
    steel. The base limit is that of plain carbon steel from scrap alone. Departures: PM by factor is
    PM10 of the ducted part only.
    """

    furnace_size: Tonnes = quantity(zh="电弧炉公称容量", en="Nominal capacity of the furnace", gt=0, optional=True)
    steel_grade: str = choice(
        "plain-carbon",
        "quality-structural",
        "bearing-gear-wire-die",
        zh="钢种（普碳/优质碳结/轴承齿轮硬线工模具）",
        en="Grade of steel",
        default="plain-carbon",
    )
    stainless: str = choice("none", "all", zh="是否全部为不锈钢（否/是）", en="All stainless steel", default="none")
    electrodes: Tonnes = quantity(zh="电极消耗", en="Graphite electrodes consumed", ge=0, optional=True)
    electrode_co2: TonnesPerTonne = quantity(
        zh="电极排放因子", en="CO2 of electrodes", ge=0, default=factor("co2-process/steel-electrode")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10，有组织）",
        en="PM generated per steel (PM10, ducted)",
        ge=0,
        default=factor("cobenefit/cb046"),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per steel", ge=0, default=factor("voc/vf008")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("furnace_size < 50 t", "gb21256-2025.eaf.lt50t"),
                ("furnace_size < 70 t", "gb21256-2025.eaf.50-70t"),
                ("furnace_size >= 70 t", "gb21256-2025.eaf.ge70t"),
            ),
            shifts=("shift", "shift", "shift"),
            scale="stainless_scale",
        ),
    )

    @output(zh="铁水比", cites="gb-21256-2025#4.5")
    def hot_metal_ratio(self) -> Share:
        """Hot metal in the metal charged."""
        return self.hot_metal / self.metal_charged

    @output(zh="限额修正量（铁水比、钢种）", cites="gb-21256-2025#4.5")
    def shift(self) -> KgcePerTonne:
        """Correction of the limit for hot-metal ratio and steel grade."""
        return arc_furnace_charge(
            hot_metal=self.hot_metal_ratio,
            quality_structural=where(self.steel_grade == "quality-structural", 1, 0),
            bearing_gear_wire_die=where(self.steel_grade == "bearing-gear-wire-die", 1, 0),
        )

    @output(zh="限额倍数（全不锈钢）", cites="gb-21256-2025#4.5")
    def stainless_scale(self) -> Ratio:
        """Multiple of the base limit for all-stainless production."""
        return all_stainless(stainless=where(self.stainless == "all", 1, 0))

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#steel-carbon")
    def process_co2(self) -> Tonnes:
        """Carbon of metal, alloys, fluxes and electrodes, minus the carbon that stays in the steel."""
        brought = self.charge_co2 + self.flux_co2 + self.electrodes * self.electrode_co2
        return brought - self.steel * self.steel_co2
