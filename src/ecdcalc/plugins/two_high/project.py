"""A project of the register: design energy against the advanced level, monitoring, price, permits."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    GcePerKwh,
    Grading,
    KgcePerKwh,
    KgcePerTonne,
    KilowattHours,
    KwhPerTonne,
    Law,
    Process,
    Ratio,
    Tce,
    Tonnes,
    YuanPerKwh,
    assumed,
    choice,
    factor,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.two_high.advanced import (
    ELECTRIC,
    PER_ENERGY,
    PER_PRODUCT,
    AdvancedLevel,
    all_products,
    graded,
)


@process(key="project", zh="“两高”项目", activity="activity_index")
class Project(Process):
    """High-energy high-emission project.

    Planned, under construction or in operation. Design energy is held against level 1 of the energy limit of
    its product (the advanced value); the difference counts, not the ratio, as a limit may be negative.
    """

    status: str = choice("planned", "building", "existing", zh="状态（拟建/在建/存量）", en="Status")
    product: str = choice(
        *all_products(), zh="产品（能耗限额表编号）", en="Product, id in the table of energy limits", optional=True
    )
    activity_index: Ratio = quantity(
        zh="产量相对基期的倍数",
        en="Output relative to the baseline",
        gt=0,
        default=assumed("1 1", "same-output"),
    )
    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    production: Tonnes = quantity(key="output", zh="年产量", en="Output per year", gt=0, optional=True)
    generation: KilowattHours = quantity(zh="年供电量", en="Electricity supplied per year", gt=0, optional=True)
    design_energy: KgcePerTonne = quantity(zh="设计单位产品能耗", en="Design energy per product", optional=True)
    design_rate: GcePerKwh = quantity(zh="设计供电煤耗", en="Design coal rate", gt=0, optional=True)
    design_electricity: KwhPerTonne = quantity(
        zh="设计单位产品电耗", en="Design electricity per product", gt=0, optional=True
    )
    actual_energy: KgcePerTonne = quantity(zh="实际单位产品能耗", en="Actual energy per product", optional=True)
    actual_rate: GcePerKwh = quantity(zh="实际供电煤耗", en="Actual coal rate", gt=0, optional=True)
    actual_electricity: KwhPerTonne = quantity(
        zh="实际单位产品电耗", en="Actual electricity per product", gt=0, optional=True
    )
    advanced_energy: KgcePerTonne = quantity(
        zh="能耗限额先进值", en="Advanced level, energy per product", default=AdvancedLevel(PER_PRODUCT)
    )
    advanced_rate: GcePerKwh = quantity(
        zh="供电煤耗先进值", en="Advanced level, coal rate", gt=0, default=AdvancedLevel(PER_ENERGY)
    )
    advanced_electricity: KwhPerTonne = quantity(
        zh="电耗先进值", en="Advanced level, electricity per product", gt=0, default=AdvancedLevel(ELECTRIC)
    )
    electricity_coal: KgcePerKwh = quantity(
        zh="电力折标准煤系数（当量）",
        en="Coal equivalent of electricity, calorific",
        gt=0,
        default=factor("coal-2020/electricity-calorific.coal"),
    )
    electricity_use: KilowattHours = quantity(
        key="electricity", zh="年用电量", en="Electricity used per year", ge=0, optional=True
    )
    co2_mass: Tonnes = quantity(key="co2", zh="年二氧化碳排放量", en="CO2 per year", ge=0, optional=True)
    nox_mass: Tonnes = quantity(
        key="nox",
        zh="年氮氧化物排放量或核定指标",
        en="NOx per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    voc_mass: Tonnes = quantity(
        key="voc",
        zh="年挥发性有机物排放量或核定指标",
        en="VOC per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    so2_mass: Tonnes = quantity(
        key="so2",
        zh="年二氧化硫排放量或核定指标",
        en="SO2 per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    pm_mass: Tonnes = quantity(
        key="pm",
        zh="年颗粒物排放量或核定指标",
        en="PM per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    cod_mass: Tonnes = quantity(
        key="cod",
        zh="年化学需氧量排放量或核定指标",
        en="COD per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    nh3n_mass: Tonnes = quantity(
        key="nh3n",
        zh="年氨氮排放量或核定指标",
        en="NH3-N per year, emitted or allocated",
        ge=0,
        optional=True,
        method="stated",
    )
    monitored: str = choice(
        "yes",
        "no",
        zh="接入能耗在线监测",
        en="Connected to on-line energy monitoring",
        optional=True,
        only_with={"status": ("existing",)},
    )
    preferential_price: str = choice("yes", "no", zh="享受优惠电价", en="Preferential power price", optional=True)
    price: YuanPerKwh = quantity(zh="实际电价", en="Price of electricity paid", gt=0, optional=True)
    catalogue_price: YuanPerKwh = quantity(zh="同类用户电价", en="Price for users of its class", gt=0, optional=True)
    papers: str = choice("complete", "incomplete", zh="手续（齐全/不全）", en="Permits", optional=True)

    gradings: ClassVar = (
        Grading(output="unit_energy", product=graded(PER_PRODUCT)),
        Grading(output="unit_rate", product=graded(PER_ENERGY)),
        Grading(output="unit_electricity", product=graded(ELECTRIC)),
    )

    laws: ClassVar = (
        Law("design_rate", ">=", "electricity_coal", "two-high-above-one"),
        Law("actual_rate", ">=", "electricity_coal", "two-high-above-one"),
    )

    @output(zh="单位产品能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per product: actual, else design."""
        return first_of(self.actual_energy, self.design_energy)

    @output(zh="供电煤耗")
    def unit_rate(self) -> GcePerKwh:
        """Coal rate: actual, else design."""
        return first_of(self.actual_rate, self.design_rate)

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Electricity per product: actual, else design."""
        return first_of(self.actual_electricity, self.design_electricity)

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy per year, by energy or coal rate, else by electricity alone on the calorific basis."""
        return first_of(
            self.production * self.unit_energy,
            self.generation * self.unit_rate,
            self.production * self.unit_electricity * self.electricity_coal,
        )

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Electricity per year."""
        return first_of(self.electricity_use, self.production * self.unit_electricity)

    @output(zh="设计能耗与先进值之差", cites="plan-yuncheng-14fyp#三(十一)")
    def energy_excess(self) -> KgcePerTonne:
        """Design energy above the advanced level."""
        return self.design_energy - self.advanced_energy

    @output(zh="设计供电煤耗与先进值之差", cites="plan-yuncheng-14fyp#三(十一)")
    def rate_excess(self) -> GcePerKwh:
        """Design coal rate above the advanced level."""
        return self.design_rate - self.advanced_rate

    @output(zh="设计电耗与先进值之差", cites="plan-yuncheng-14fyp#三(十一)")
    def electricity_excess(self) -> KwhPerTonne:
        """Design electricity above the advanced level."""
        return self.design_electricity - self.advanced_electricity

    @output(zh="高于先进值的年能耗", cites="plan-yuncheng-14fyp#三(十一)")
    def above_advanced(self) -> Tce:
        """Energy per year above what the advanced level would take; negative below it."""
        return first_of(
            self.production * self.energy_excess,
            self.generation * self.rate_excess,
            self.production * self.electricity_excess * self.electricity_coal,
        )

    @output(zh="化学需氧量排放量", extensive=True)
    def cod(self) -> Tonnes:
        """COD of the project."""
        return self.cod_mass

    @output(zh="氨氮排放量", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N of the project."""
        return self.nh3n_mass

    @output(zh="氮氧化物排放量", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of the project."""
        return self.nox_mass

    @output(zh="挥发性有机物排放量", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the project."""
        return self.voc_mass

    @output(zh="二氧化硫排放量", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of the project."""
        return self.so2_mass

    @output(zh="颗粒物排放量", extensive=True)
    def pm(self) -> Tonnes:
        """PM of the project."""
        return self.pm_mass

    @output(zh="二氧化碳排放量", extensive=True)
    def co2(self) -> Tonnes:
        """CO2 of the project."""
        return self.co2_mass

    @output(zh="在建拟建项目新增能耗")
    def added_energy(self) -> Tce:
        """Energy of a planned project or one under construction."""
        return where(self.status == "existing", 0, self.energy)

    @output(zh="已建成（1是，0否）", cites="plan-yuncheng-14fyp#三(十一)")
    def built(self) -> Ratio:
        """Whether the project is in operation."""
        return where(self.status == "existing", 1, 0)

    @output(zh="已建成并接入监测（1是，0否）", cites="plan-yuncheng-14fyp#三(十一)")
    def connected(self) -> Ratio:
        """Whether the project is in operation and connected to on-line energy monitoring."""
        return where(self.status == "existing", where(self.monitored == "yes", 1, 0), 0)

    @output(zh="享受优惠电价（1是，0否）", cites="plan-yuncheng-14fyp#三(十一)")
    def preferred(self) -> Ratio:
        """Whether the project has a preferential power price: stated, else a price below that of its class."""
        return first_of(where(self.preferential_price == "yes", 1, 0), where(self.price < self.catalogue_price, 1, 0))

    @output(zh="手续不全（1是，0否）", cites="plan-yuncheng-14fyp#三(十一)")
    def to_be_stopped(self) -> Ratio:
        """Whether permits are incomplete: such a project stops until it is put right."""
        return where(self.papers == "incomplete", 1, 0)
