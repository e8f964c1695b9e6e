"""The coke-oven battery."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CarbonDioxide,
    CubicMetres,
    EnergyUse,
    Fuel,
    Grading,
    KgcePerKg,
    KgcePerTonne,
    KgPerTonne,
    Law,
    Metres,
    MjPerKg,
    Process,
    Share,
    Stack,
    Tce,
    Tonnes,
    TonnesCarbonPerGj,
    VapourSource,
    Wastewater,
    Years,
    at_least,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
    total,
    where,
)
from ecdcalc.plugins.coking.corrections import oven_age, stamp_charged, top_charged

CHARGED = ("coking-coal", "cleaned-coal")
"""Carriers that are charged into the ovens."""


@process(key="battery", zh="焦炉", activity="coke")
class CokeBattery(CarbonDioxide, EnergyUse, Stack, Wastewater, VapourSource, Process):
    """Coke-oven battery.

    Energy is that of GB 21342: coal and other carriers in, minus coke, gas, tar, benzene and steam out. The
    coke is an input of its own and must not stand among the carriers.
    """

    coke: Tonnes = quantity(zh="焦炭产量（干基）", en="Coke output, dry", gt=0)
    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    chamber_height: Metres = quantity(zh="炭化室高度", en="Chamber height", gt=0, le=10, optional=True)
    charging: str = choice("top", "stamp", "heat-recovery", zh="装煤方式（顶装/捣固/热回收）", en="Charging")
    quenching: str = choice("wet", "dry", zh="熄焦方式（湿/干）", en="Quenching")
    moisture: Share = quantity(zh="入炉煤水分", en="Moisture of the charge", ge=0, le=30, optional=True)
    volatile_matter: Share = quantity(
        zh="入炉煤挥发分（干基）", en="Volatile matter of the charge, dry", gt=0, le=60, optional=True
    )
    mixed_gas: Share = quantity(
        zh="混合煤气加热时间比例", en="Share of time heated with mixed gas", ge=0, le=100, optional=True
    )
    oven_age: Years = quantity(zh="炉龄", en="Age of the ovens", ge=0, optional=True)
    heating_gas: CubicMetres = quantity(
        zh="焦炉加热用焦炉煤气量", en="Coke-oven gas burnt in the ovens", gt=0, optional=True
    )
    coke_coal_factor: KgcePerKg = quantity(
        zh="焦炭折标准煤系数", en="Coal equivalent of coke", gt=0, default=factor("coal-2020/coke.coal")
    )
    coke_lhv: MjPerKg = quantity(
        zh="焦炭低位发热量", en="Lower heating value of coke", gt=0, default=factor("co2-ndrc/coke.lhv")
    )
    coke_carbon: TonnesCarbonPerGj = quantity(
        zh="焦炭单位热值含碳量", en="Carbon content of coke", gt=0, default=factor("co2-ndrc/coke.carbon")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per coke", ge=0, default=factor("nox/nx046")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per coke", ge=0, default=factor("cobenefit/cb022")
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数（全厂）",
        en="VOC generated per coke, whole plant",
        ge=0,
        default=one_of(("charging != heat-recovery", "voc/vf001")),
    )

    wet_allowance: KgcePerTonne = quantity(
        zh="湿熄焦限额修正量", en="Allowance for wet quenching", default=factor("gb-21342-2025/wet-quenching")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("charging == top", "gb21342-2025.coke.top-charging"),
                ("charging == stamp", "gb21342-2025.coke.stamp-charging"),
            ),
            shifts=("shift_level_1", "shift_level_2", "shift_level_3"),
        ),
    )

    gives: ClassVar = ("electricity", "heat", "coke-oven-gas", "coal-tar", "crude-benzene", "standard-coal")
    transforms: ClassVar = dict.fromkeys(CHARGED, "coking")
    only_gives: ClassVar = ("coal-tar", "crude-benzene")

    laws: ClassVar = (
        Law("energy_given", "<=", "energy_taken", "coking-more-energy-out"),
        Law("carbon_given", "<=", "carbon_taken", "coking-more-carbon-out"),
    )

    @output(zh="输入能源合计", cites="gb-21342-2025#5.2")
    def energy_taken(self) -> Tce:
        """Carriers that come in."""
        return total(at_least(line.coal, 0) for line in self.carriers.values())

    @output(zh="焦炭及副产品所含能源", cites="gb-21342-2025#5.2")
    def energy_given(self) -> Tce:
        """Coke, and carriers that go out."""
        given = total(at_least(-line.coal, 0) for line in self.carriers.values())
        return self.coke * self.coke_coal_factor + given

    @output(zh="输入燃料含碳（以二氧化碳计）", cites="ndrc-guides-2013-2015#coking-carbon-balance")
    def carbon_taken(self) -> Tonnes:
        """Carbon of the fuels that come in, as CO2."""
        return total(at_least(line.carbon, 0) for line in self.carriers.values() if isinstance(line, Fuel))

    @output(zh="焦炭及副产品含碳（以二氧化碳计）", cites="ndrc-guides-2013-2015#coking-carbon-balance")
    def carbon_given(self) -> Tonnes:
        """Carbon of the coke and of the fuels that go out, as CO2."""
        given = total(at_least(-line.carbon, 0) for line in self.carriers.values() if isinstance(line, Fuel))
        return given - self.process_co2

    @output(zh="综合能耗", cites="gb-21342-2025#5.2", extensive=True)
    def energy(self) -> Tce:
        """Energy of the coking process: carriers in minus carriers and coke out."""
        return self.carrier_energy - self.coke * self.coke_coal_factor

    @output(zh="焦炭单位产品能耗", cites="gb-21342-2025#5.2")
    def unit_energy(self) -> KgcePerTonne:
        """Energy of the coking process per tonne of dry coke."""
        return self.energy / self.coke

    @output(zh="能源碳平衡（以二氧化碳计）", cites="ndrc-guides-2013-2015#coking-carbon-balance")
    def energy_co2(self) -> Tonnes:
        """Carbon of the carriers as CO2; what is neither coke nor sold leaves by the stack.

        A battery converts carbon, so fuels count with all of it and not with the oxidised share.
        """
        return total(line.carbon if isinstance(line, Fuel) else line.co2 for line in self.carriers.values())

    @output(zh="焦炭带走的碳（以二氧化碳计，负值）", cites="ndrc-guides-2013-2015#coking-carbon-balance")
    def process_co2(self) -> Tonnes:
        """Carbon that leaves with the coke, as CO2, negative."""
        return -self.coke * self.coke_lhv * self.coke_carbon * self.co2_per_carbon

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.coke * self.nox_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.coke * self.so2_factor

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control, whole plant with by-products."""
        return self.coke * self.voc_factor

    @output(zh="限额修正量（F+V+W）", cites="gb-21342-2025#5.3")
    def shift_level_2(self) -> KgcePerTonne:
        """Correction of the level 2 limit."""
        inputs = {
            "mixed_gas": self.mixed_gas,
            "volatile_matter": self.volatile_matter,
            "moisture": self.moisture,
        }
        return where(self.charging == "stamp", stamp_charged(**inputs), top_charged(**inputs))

    @output(zh="限额修正量（F+V+W+A）", cites="gb-21342-2025#5.3")
    def shift_level_1(self) -> KgcePerTonne:
        """Correction of the level 1 limit."""
        return self.shift_level_2 + oven_age(age=self.oven_age)

    @output(zh="限额修正量（F+V+W+A+Q）", cites="gb-21342-2025#5.3")
    def shift_level_3(self) -> KgcePerTonne:
        """Correction of the level 3 limit."""
        wet = where(self.quenching == "wet", self.wet_allowance, 0 * self.wet_allowance)
        return self.shift_level_1 + wet
