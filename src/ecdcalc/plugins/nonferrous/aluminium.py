"""Primary aluminium: the potline and the casthouse."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.electrical import alternating_energy, faraday_mass, minimum_cell_energy
from ecdcalc.plugin import (
    CarbonDioxide,
    Electrolysis,
    Grading,
    GramsPerMole,
    Greenhouse,
    Hours,
    KgcePerTonne,
    KgPerTonne,
    KgPerTonneMinutePerDay,
    Kiloamperes,
    KilowattHours,
    KjPerMole,
    KwhPerTonne,
    Law,
    MinutesPerDay,
    Potential,
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
from ecdcalc.plugins.nonferrous.works import Works


@process(
    key="aluminium",
    zh="电解铝",
    activity="aluminium",
    absent={"voc": "nonferrous-no-voc"},
)
class PrimaryAluminium(Greenhouse, Electrolysis, CarbonDioxide, Works):
    """Primary aluminium smelter.

    Energy is that of GB 21346: electricity at its calorific value and the fuels of the works; anodes are a
    material. Cell voltage, current efficiency and electricity of the cells hold each other by Faraday's law.
    """

    aluminium: Tonnes = quantity(zh="铝锭（商品铝）产量", en="Aluminium output, ingot or equivalent", gt=0)
    liquid: Tonnes = quantity(zh="铝液产量", en="Liquid aluminium tapped", gt=0)
    cell_electricity: KilowattHours = quantity(
        zh="电解工序交流电量", en="Alternating current of the cells, before the rectifiers", gt=0, optional=True
    )
    casting_electricity: KilowattHours = quantity(
        zh="铸造及其他用电量", en="Electricity of the casthouse and what follows the cells", ge=0, optional=True
    )
    rectifier_efficiency: Share = quantity(zh="整流效率", en="Rectifier efficiency", gt=0, le=100, optional=True)
    current: Kiloamperes = quantity(zh="系列电流", en="Line current", gt=0, optional=True)
    cells: Ratio = quantity(zh="平均工作槽数", en="Cells in operation, mean", gt=0, optional=True)
    hours: Hours = quantity(zh="运行时间", en="Hours of operation", gt=0, le=8784, optional=True)
    guide: str = choice(
        "mee", "ndrc", zh="核算指南（炭阳极净耗）", en="Guide for the net anode consumption", default="mee"
    )
    anode_net: TonnesPerTonne = quantity(
        zh="吨铝炭阳极净耗",
        en="Net anode consumption per liquid aluminium",
        gt=0,
        le=1,
        default=one_of(
            ("guide == mee", "co2-process/al-anode-net-mee"), ("guide == ndrc", "co2-process/al-anode-net-ndrc")
        ),
    )
    anode_sulphur: Share = quantity(
        zh="炭阳极含硫量", en="Sulphur in anodes", ge=0, le=100, default=factor("co2-process/al-anode-sulfur")
    )
    anode_ash: Share = quantity(
        zh="炭阳极灰分", en="Ash in anodes", ge=0, le=100, default=factor("co2-process/al-anode-ash")
    )
    anode_effect_time: MinutesPerDay = quantity(
        zh="阳极效应持续时间（每槽日）", en="Anode-effect minutes per cell and day", ge=0, le=10, optional=True
    )
    cf4_slope: KgPerTonneMinutePerDay = quantity(
        zh="CF4斜率系数", en="CF4 per anode-effect time", ge=0, default=factor("co2-process/al-cf4-slope")
    )
    cf4_factor: KgPerTonne = quantity(
        zh="CF4排放因子", en="CF4 per liquid aluminium", gt=0, default=factor("co2-process/al-cf4")
    )
    c2f6_factor: KgPerTonne = quantity(
        zh="C2F6排放因子", en="C2F6 per liquid aluminium", ge=0, default=factor("co2-process/al-c2f6")
    )
    cf4_gwp: TonnesPerTonne = quantity(zh="CF4增温潜势", en="Warming potential of CF4", gt=0, default=Potential("cf4"))
    c2f6_gwp: TonnesPerTonne = quantity(
        zh="C2F6增温潜势", en="Warming potential of C2F6", gt=0, default=Potential("c2f6")
    )
    molar_mass: GramsPerMole = quantity(
        zh="铝的摩尔质量", en="Molar mass of aluminium", gt=0, default=factor("constant/aluminium-molar-mass")
    )
    electrons: Ratio = quantity(
        zh="每个铝原子的电子数", en="Electrons per atom", gt=0, default=factor("constant/aluminium-electrons")
    )
    reaction_enthalpy: KjPerMole = quantity(
        zh="电解反应焓", en="Reaction enthalpy", gt=0, default=factor("constant/aluminium-reaction-enthalpy")
    )
    product_heat: KjPerMole = quantity(
        zh="铝液带走的热量", en="Heat in the hot metal", ge=0, default=factor("constant/aluminium-product-heat")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数（过程）", en="NOx generated per aluminium, process", ge=0, default=factor("nox/nx063")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per aluminium", ge=0, default=factor("cobenefit/cb051")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per aluminium, as PM10", ge=0, default=factor("cobenefit/cb053")
    )

    gases: ClassVar = {"cf4": "cf4_gwp", "c2f6": "c2f6_gwp"}
    gradings: ClassVar = (
        Grading(output="unit_energy", product=factor("gb21346-2022.aluminium.ingot-energy")),
        Grading(output="liquid_ac", product=factor("gb21346-2022.aluminium.liquid-ac")),
        Grading(output="liquid_comprehensive_ac", product=factor("gb21346-2022.aluminium.liquid-comprehensive-ac")),
        Grading(output="ingot_comprehensive_ac", product=factor("gb21346-2022.aluminium.ingot-comprehensive-ac")),
    )
    laws: ClassVar = (
        Law("claimed_cell_energy", ">=", "faraday_minimum", "below-faraday"),
        Law("least_cell_energy", ">=", "theoretical_minimum", "nonferrous-below-enthalpy"),
        Law("liquid", "<=", "faraday_output", "nonferrous-above-faraday"),
        Law("cell_electricity", "<=", "electricity", "nonferrous-cells-above-works"),
    )

    @output(zh="铝锭单位产品综合能耗", cites="gb-21346-2022#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of ingot."""
        return self.energy / self.aluminium

    @output(zh="铝液直流电耗", cites="gb-21346-2022#indicators")
    def cell_dc(self) -> KwhPerTonne:
        """Direct current per tonne of liquid aluminium: metered, or by Faraday's law from voltage and efficiency."""
        return first_of(self.direct_electricity / self.liquid, self.by_faraday(self.current_efficiency))

    @output(zh="铝液交流电耗", cites="gb-21346-2022#indicators")
    def liquid_ac(self) -> KwhPerTonne:
        """Alternating current of the cells per tonne of liquid aluminium: metered, or from direct current."""
        return first_of(
            self.cell_electricity / self.liquid,
            alternating_energy(direct_energy=self.cell_dc, rectifier_efficiency=self.rectifier_efficiency),
        )

    @output(zh="铝液综合交流电耗", cites="gb-21346-2022#indicators")
    def liquid_comprehensive_ac(self) -> KwhPerTonne:
        """Electricity up to the tapped metal, auxiliaries included, per tonne of liquid aluminium."""
        return (self.electricity - self.casting_electricity) / self.liquid

    @output(zh="铝锭综合交流电耗", cites="gb-21346-2022#indicators")
    def ingot_comprehensive_ac(self) -> KwhPerTonne:
        """All electricity per tonne of ingot."""
        return self.electricity / self.aluminium

    @output(zh="实测电解电耗")
    def claimed_cell_energy(self) -> KwhPerTonne:
        """Metered energy of the cells per tonne of liquid aluminium, as direct current if the rectifiers are known."""
        return first_of(
            self.direct_electricity / self.liquid,
            self.cell_electricity * self.rectifier_efficiency / self.liquid,
            self.cell_electricity / self.liquid,
        )

    @output(zh="电解电耗（核对热力学下限）")
    def least_cell_energy(self) -> KwhPerTonne:
        """Energy of the cells that is held against thermodynamics: metered, or by Faraday's law."""
        return first_of(self.claimed_cell_energy, self.cell_dc)

    @output(zh="热力学最低电耗", cites="choate-green-2003")
    def theoretical_minimum(self) -> KwhPerTonne:
        """Least energy of electrolysis with carbon anodes."""
        return minimum_cell_energy(
            reaction_enthalpy=self.reaction_enthalpy, heat_in_products=self.product_heat, molar_mass=self.molar_mass
        )

    @output(zh="法拉第定律最大产铝量", cites="grjotheim-kvande-1993")
    def faraday_output(self) -> Tonnes:
        """Aluminium that the line current can make if no current were lost."""
        of_one_cell = faraday_mass(
            current=self.current,
            time=self.hours,
            current_efficiency=1,
            molar_mass=self.molar_mass,
            electrons=self.electrons,
            faraday=self.faraday,
        )
        return of_one_cell * self.cells

    @output(zh="实际电流效率")
    def real_current_efficiency(self) -> Share:
        """Current efficiency: by output and line current, by metered energy and voltage, or as given."""
        return first_of(
            self.liquid / self.faraday_output, self.faraday_minimum / self.claimed_cell_energy, self.current_efficiency
        )

    @output(zh="炭阳极净耗量", cites="mee-guides-2021-2024#aluminium")
    def anode_consumption(self) -> Tonnes:
        """Net anode consumption."""
        return self.liquid * self.anode_net

    @output(zh="炭阳极二氧化碳排放量", cites="mee-guides-2021-2024#aluminium")
    def process_co2(self) -> Tonnes:
        """CO2 of the anodes: net consumption without sulphur and ash, as CO2."""
        return self.anode_consumption * (1 - self.anode_sulphur - self.anode_ash) * self.co2_per_carbon

    @output(zh="CF4排放量", cites="mee-guides-2021-2024#aluminium")
    def cf4(self) -> Tonnes:
        """CF4 emitted: by anode-effect time and slope if the time is known, else by the default factor."""
        return self.liquid * first_of(self.cf4_slope * self.anode_effect_time, self.cf4_factor)

    @output(zh="C2F6排放量", cites="mee-guides-2021-2024#aluminium")
    def c2f6(self) -> Tonnes:
        """C2F6 emitted: in the proportion to CF4 that the default factors have."""
        return self.cf4 * self.c2f6_factor / self.cf4_factor

    @output(zh="全氟化碳排放量（二氧化碳当量）", cites="mee-guides-2021-2024#aluminium", extensive=True)
    def pfc(self) -> Tonnes:
        """PFC emitted, as CO2 equivalent of the chosen assessment report; not part of CO2."""
        return self.cf4 * self.cf4_gwp + self.c2f6 * self.c2f6_gwp

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated by the process; the table gives 0, fuel NOx stands beside."""
        return self.liquid * self.nox_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.liquid * self.so2_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10."""
        return self.liquid * self.pm_factor
