"""Coal mines and the power made of their gas."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    CubicMetresPerTonne,
    EnergyUse,
    Gigajoules,
    Grading,
    Greenhouse,
    HeatEngine,
    KgcePerTonne,
    KgPerCubicMetre,
    KgPerGj,
    KgPerTonne,
    KilowattHours,
    KwhPerTonne,
    Law,
    MjPerCubicMetre,
    Potential,
    Process,
    Ratio,
    Record,
    Share,
    Stack,
    Tonnes,
    TonnesPerTonne,
    Wastewater,
    assumed,
    choice,
    factor,
    one_of,
    output,
    part,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.coal.common import CoalUse


@record
class Methane(Greenhouse):
    """Mine gas: its constants, and what it adds to CO2."""

    density: KgPerCubicMetre = quantity(
        zh="甲烷密度", en="Density of methane", gt=0, default=factor("coal-mine-gas/methane-density")
    )
    methane_warming: TonnesPerTonne = quantity(
        zh="甲烷增温潜势", en="Warming potential of CH4", gt=0, default=Potential("ch4-fossil")
    )
    co2_per_methane: TonnesPerTonne = quantity(
        zh="甲烷燃烧二氧化碳", en="CO2 of methane burnt", gt=0, default=factor("co2-process/carbon-methane.factor")
    )


@record
class Coefficients(Record):
    """The five coefficients by which GB 29445-2025 corrects the energy of a mine; Appendix B has their values."""

    conditions: Ratio = quantity(zh="k1 开采条件与工艺", en="k1, mining conditions and process", optional=True)
    haul: Ratio = quantity(zh="k2 运输距离", en="k2, haul distance", optional=True)
    gas: Ratio = quantity(zh="k3 瓦斯等级", en="k3, gas grade", optional=True)
    water: Ratio = quantity(zh="k4 矿井涌水", en="k4, water inflow", optional=True)
    capacity: Ratio = quantity(zh="k5 单井产能", en="k5, capacity of the mine", optional=True)


@process(
    key="mine",
    zh="煤矿",
    activity="raw_coal",
    absent=dict.fromkeys(("nox", "so2", "pm"), "coal-no-stack"),
)
class Mine(CoalUse, Methane, Wastewater, Process):
    """Coal mine.

    Energy per tonne of raw coal; the limit of GB 29445-2025 holds for the energy times (1 + k1 + … + k5), whose
    coefficients (mining conditions, haul, gas, water, capacity) stand in its Appendix B, which is not public: read
    them there; one that does not apply is 0. Methane: underground by the gas that the mine measures, open cast by
    factor, post-mining by factor, minus what is drained and burnt (NDRC guide for coal producers). VOC: EMEP/EEA.

    Departures: methane volumes are pure CH4; the guide's are at 20 °C, written `m3_20C`.
    """

    gases: ClassVar = {"methane": "methane_warming"}
    gives: ClassVar = None

    raw_coal: Tonnes = quantity(zh="原煤产量", en="Raw coal output", gt=0)
    method: str = choice("underground", "open-cast", zh="开采方式（井工/露天）", en="Method")
    gas_grade: str = choice(
        "low", "high", zh="瓦斯等级（低/高瓦斯）", en="Gas grade", optional=True, only_with={"method": ("underground",)}
    )
    gas_emission: CubicMetresPerTonne = quantity(
        zh="相对瓦斯涌出量（纯甲烷）",
        en="Methane released per raw coal",
        ge=0,
        optional=True,
        only_with={"method": ("underground",)},
    )
    gas_used: CubicMetres = quantity(
        zh="抽采利用或销毁的瓦斯量（纯甲烷）",
        en="Methane drained and burnt",
        ge=0,
        default=assumed("0 m3", "coal-no-gas-used"),
    )
    corrections: Coefficients = part(Coefficients, zh="能耗修正系数（GB 29445 附录B）", en="Corrections of GB 29445")
    open_cast_factor: KgPerTonne = quantity(
        zh="露天开采甲烷排放系数",
        en="CH4 of open-cast mining",
        ge=0,
        default=factor("co2-process/coal-ch4-open-cast"),
        only_with={"method": ("open-cast",)},
    )
    post_factor: KgPerTonne = quantity(
        zh="矿后活动甲烷排放系数",
        en="CH4 after mining",
        ge=0,
        default=one_of(
            ("method == open-cast", "co2-process/coal-ch4-post-open"),
            ("gas_grade == high", "co2-process/coal-ch4-post-high"),
            ("gas_grade == low", "co2-process/coal-ch4-post-low"),
        ),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数",
        en="VOC per raw coal",
        ge=0,
        default=one_of(("method == underground", "voc/vf197"), ("method == open-cast", "voc/vf196")),
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy_corrected",
            product=one_of(
                ("method == underground", "gb29445-2025.underground"), ("method == open-cast", "gb29445-2025.surface")
            ),
        ),
    )
    laws: ClassVar = (
        Law("methane_burnt", "<=", "methane_released", "coal-more-gas-than-released"),
        Law("electricity", ">=", "0", "coal-more-electricity-saved"),
    )

    @output(zh="单位产品能耗", cites="gb-29445-2025#table-1")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of raw coal, uncorrected."""
        return self.energy / self.raw_coal

    @output(zh="能耗修正系数之和", cites="gb-29445-2025#annex-b")
    def correction(self) -> Ratio:
        """Sum of the corrections k1 to k5."""
        given = self.corrections
        return given.conditions + given.haul + given.gas + given.water + given.capacity

    @output(zh="单位产品能耗（修正后）", cites="gb-29445-2025#annex-b")
    def unit_energy_corrected(self) -> KgcePerTonne:
        """Energy per tonne of raw coal with the corrections of the standard."""
        return self.unit_energy * (1 + self.correction)

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Electricity per tonne of raw coal."""
        return self.electricity / self.raw_coal

    @output(zh="开采甲烷产生量", cites="ndrc-guides-2013-2015#coal-fugitive")
    def methane_released(self) -> Tonnes:
        """Methane that mining releases, drained or vented."""
        by_gas = self.raw_coal * self.gas_emission * self.density
        return where(self.method == "open-cast", self.raw_coal * self.open_cast_factor, by_gas)

    @output(zh="利用或销毁的甲烷量", cites="ndrc-guides-2013-2015#coal-fugitive")
    def methane_burnt(self) -> Tonnes:
        """Methane drained and burnt."""
        return self.gas_used * self.density

    @output(zh="甲烷逸散排放量", cites="ndrc-guides-2013-2015#coal-fugitive", extensive=True)
    def methane(self) -> Tonnes:
        """Methane emitted: mining and after, minus what is burnt."""
        return self.methane_released + self.raw_coal * self.post_factor - self.methane_burnt

    @output(zh="甲烷排放量（二氧化碳当量）", cites="ndrc-guides-2013-2015#coal-fugitive", extensive=True)
    def methane_co2e(self) -> Tonnes:
        """Methane emitted, as CO2 equivalent; not part of the CO2 of the mine."""
        return self.methane * self.methane_warming

    @output(zh="过程二氧化碳排放量（瓦斯燃烧）", cites="ndrc-guides-2013-2015#coal-fugitive")
    def process_co2(self) -> Tonnes:
        """CO2 of the methane burnt."""
        return self.methane_burnt * self.co2_per_methane

    @output(zh="挥发性有机物排放量", cites="emep-eea#1.B.1.a", extensive=True)
    def voc(self) -> Tonnes:
        """VOC released by mining."""
        return self.raw_coal * self.voc_factor


@process(
    key="gas-power",
    zh="瓦斯发电",
    absent=dict.fromkeys(("cod", "nh3n", "voc"), "coal-gas-power-air-only"),
)
class GasPower(HeatEngine, EnergyUse, Methane, Stack, Process):
    """Power from mine gas.

    What is delivered stands among the carriers with negative amounts (`electricity`, `heat`). The gas is waste
    and counts with no energy. Methane avoided counts here, or at the mine (`gas_used`), never twice. NOx: gas
    engine of EMEP/EEA.
    """

    gases: ClassVar = {"methane": "methane_warming"}

    generation: KilowattHours = quantity(zh="发电量", en="Electricity generated", ge=0)
    gas: CubicMetres = quantity(zh="用气量（纯甲烷）", en="Methane burnt", gt=0, optional=True)
    gas_lhv: MjPerCubicMetre = quantity(zh="甲烷低位发热量", en="Lower heating value of methane", gt=0, optional=True)
    methane_counted: str = choice(
        "here", "at-mine", zh="甲烷减排计入（本工序/煤矿）", en="Methane avoided counts", default="here"
    )
    nox_factor: KgPerGj = quantity(zh="氮氧化物产污系数", en="NOx per fuel heat", ge=0, default=factor("nox/nx099"))

    laws: ClassVar = (
        Law("generation", "<=", "greatest_generation", "power-above-heat-allows"),
        Law("delivered", "<=", "generation", "coal-more-delivered-than-generated"),
    )

    @output(zh="外供电量")
    def delivered(self) -> KilowattHours:
        """Electricity delivered, net of what the station takes."""
        return -self.electricity

    @output(zh="瓦斯热量允许的最大发电量", cites="moran-shapiro-2014#5")
    def greatest_generation(self) -> KilowattHours:
        """Electricity that the heat of the gas allows, by Carnot."""
        return self.gas_heat * self.greatest_power_share

    @output(zh="瓦斯热量")
    def gas_heat(self) -> Gigajoules:
        """Heat of the gas burnt."""
        return self.gas * self.gas_lhv

    @output(zh="发电效率")
    def efficiency(self) -> Share:
        """Electricity generated per heat of the gas."""
        return self.generation / self.gas_heat

    @output(zh="避免的甲烷排放（负值）", cites="ndrc-guides-2013-2015#coal-fugitive", extensive=True)
    def methane(self) -> Tonnes:
        """Methane avoided, negative."""
        burnt = self.gas * self.density
        return where(self.methane_counted == "here", -burnt, 0 * burnt)

    @output(zh="避免的甲烷排放（二氧化碳当量，负值）", cites="ndrc-guides-2013-2015#coal-fugitive", extensive=True)
    def methane_co2e(self) -> Tonnes:
        """Methane avoided, as CO2 equivalent, negative."""
        return self.methane * self.methane_warming

    @output(zh="过程二氧化碳排放量（瓦斯燃烧）", cites="ndrc-guides-2013-2015#coal-fugitive")
    def process_co2(self) -> Tonnes:
        """CO2 of the methane burnt."""
        burnt = self.gas * self.density * self.co2_per_methane
        return where(self.methane_counted == "here", burnt, 0 * burnt)

    @output(zh="氮氧化物产生量", cites="emep-eea#1.A.1.a")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.gas_heat * self.nox_factor
