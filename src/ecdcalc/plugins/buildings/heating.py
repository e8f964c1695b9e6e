"""Heating of buildings: heat demand from the envelope, met by one heat source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ecdcalc.equations.heat import transmission_heat
from ecdcalc.equations.heat_pumps import carnot_heating_cop
from ecdcalc.plugin import (
    CarbonDioxide,
    Carrier,
    Celsius,
    CubicMetres,
    EnergyUse,
    Field,
    Gigajoules,
    GramsPerCubicMetre,
    KelvinDays,
    KgcePerSquareMetre,
    KgPerGj,
    KgPerTonne,
    KilowattHours,
    KwhPerSquareMetre,
    Law,
    MgPerCubicMetre,
    MjPerCubicMetre,
    MjPerKg,
    Number,
    Process,
    Ratio,
    Share,
    SquareMetres,
    Stack,
    StackEmission,
    StandardCoal,
    SulphurDioxide,
    Tce,
    Tonnes,
    TonnesCarbonPerGj,
    assumed,
    choice,
    co2_factor,
    co2_of,
    coal_factor,
    electricity_of,
    factor,
    first_of,
    no_metered_energy,
    one_of,
    output,
    part,
    process,
    quantity,
    record,
    total,
    where,
)
from ecdcalc.plugins.buildings.envelope import Envelope
from ecdcalc.plugins.buildings.sun import Sun

HEAT_PUMPS = ("air-heat-pump", "ground-heat-pump")


@record
class Flue(StackEmission):
    """One pollutant of stoves and boilers of buildings: without a device unless one is given."""

    removal: Share = quantity(
        zh="去除效率", en="Removal efficiency", ge=0, le=100, default=assumed("0 %", "buildings-no-device")
    )


@process(
    key="heating",
    zh="建筑供暖",
    activity="floor_area",
    absent={"cod": "no-source-class", "nh3n": "no-source-class"},
)
class Heating(CarbonDioxide, StandardCoal, SulphurDioxide, EnergyUse, Stack, Sun, Process):
    """Building heating.

    One building, or many alike.

    The heat demand is metered, or follows from envelope and degree days; one heat source meets it. `energy`
    holds what is metered beside, such as pumps and fans. Heat from a network and electricity emit where they
    are made.
    """

    kind: str = choice("residential", "public", "rural", zh="建筑类型（居住/公共/农村）", en="Kind of building")
    source: str = choice(
        "coal",
        "gas",
        "district-heat",
        "air-heat-pump",
        "ground-heat-pump",
        "electric",
        zh="热源（散煤/燃气/集中供热/空气源热泵/地源热泵/直接电热）",
        en="Heat source",
    )
    floor_area: SquareMetres = quantity(zh="供暖建筑面积", en="Heated floor area", gt=0)
    demand: Gigajoules = quantity(zh="计量耗热量", en="Heat demand, metered", ge=0, optional=True)
    envelope: Envelope = part(Envelope, zh="围护结构", en="Envelope")
    degree_days: KelvinDays = quantity(zh="采暖度日数", en="Heating degree days", gt=0, optional=True)
    gains: Gigajoules = quantity(
        zh="可利用得热量（太阳、室内）",
        en="Useful gains, sun and indoor",
        ge=0,
        default=assumed("0 GJ", "buildings-no-gains"),
    )
    solar: str = choice("none", "collectors", zh="太阳能集热", en="Solar heat", default="none")
    collector_area: SquareMetres = quantity(zh="集热器面积", en="Collector area", ge=0, optional=True)
    collector_yield: KwhPerSquareMetre = quantity(
        zh="单位集热面积有效得热", en="Useful heat per collector area", ge=0, optional=True
    )
    efficiency: Share = quantity(
        zh="热源效率（炉具/锅炉/换热站，低位热值）",
        en="Efficiency of stove, boiler or substation, on lower heating value",
        gt=0,
        le=110,
        optional=True,
        only_with={"source": ("coal", "gas", "district-heat", "electric")},
    )
    cop: Ratio = quantity(
        zh="热泵季节性能系数", en="Seasonal COP of the heat pump", gt=0, optional=True, only_with={"source": HEAT_PUMPS}
    )
    supply_temperature: Celsius = quantity(
        zh="热泵供热平均温度",
        en="Mean temperature of the heat delivered",
        gt=0,
        lt=150,
        optional=True,
        only_with={"source": HEAT_PUMPS},
    )
    source_temperature: Celsius = quantity(
        zh="热泵低温热源平均温度",
        en="Mean temperature of the heat source",
        gt=-60,
        lt=100,
        optional=True,
        only_with={"source": HEAT_PUMPS},
    )
    coal_type: str = choice("raw-coal", "briquette", "honeycomb", zh="散煤种类（原煤/型煤/蜂窝煤）", en="Kind of coal",
                            default="raw-coal")  # fmt: skip
    coal_lhv: MjPerKg = quantity(
        zh="散煤低位发热量",
        en="Lower heating value of the coal",
        gt=0,
        default=one_of(("coal_type == raw-coal", "coal-2020/raw-coal.lhv"), ("", "co2-ndrc/briquette.lhv")),
    )
    gas_lhv: MjPerCubicMetre = quantity(
        zh="天然气低位发热量", en="Lower heating value of the gas", gt=0, default=factor("co2-ndrc/natural-gas.lhv")
    )
    fuel_carbon: TonnesCarbonPerGj = quantity(
        zh="燃料单位热值含碳量",
        en="Carbon content of the fuel",
        ge=0,
        default=one_of(
            ("source == gas", "co2-ndrc/natural-gas.carbon"),
            ("coal_type == raw-coal", "co2-ndrc/bituminous.carbon"),
            ("", "co2-ndrc/briquette.carbon"),
        ),
        only_with={"source": ("coal", "gas")},
    )
    oxidation: Share = quantity(
        zh="燃料碳氧化率",
        en="Share of carbon oxidised",
        ge=0,
        le=100,
        default=one_of(
            ("source == gas", "co2-ndrc/natural-gas.oxidation"),
            ("coal_type == raw-coal", "co2-ndrc/bituminous.oxidation"),
            ("", "co2-ndrc/briquette.oxidation"),
        ),
        only_with={"source": ("coal", "gas")},
    )
    coal_nox: KgPerTonne = quantity(
        zh="散煤氮氧化物产污系数",
        en="NOx per coal burnt in stoves",
        ge=0,
        default=one_of(
            ("coal_type == raw-coal", "nox/nx087"),
            ("coal_type == briquette", "nox/nx086"),
            ("coal_type == honeycomb", "nox/nx085"),
        ),
    )
    coal_so2: KgPerTonne = quantity(
        zh="散煤二氧化硫产污系数",
        en="SO2 per coal burnt in stoves",
        ge=0,
        default=one_of(
            ("coal_type == raw-coal", "cobenefit/cb097"),
            ("coal_type == briquette", "cobenefit/cb095"),
            ("coal_type == honeycomb", "cobenefit/cb093"),
        ),
    )
    coal_voc: KgPerGj = quantity(
        zh="散煤挥发性有机物排放因子",
        en="VOC per heat of coal burnt in stoves",
        ge=0,
        default=factor("cobenefit/cb099"),
    )
    coal_pm: KgPerGj = quantity(
        zh="散煤细颗粒物排放因子", en="PM2.5 per heat of coal burnt in stoves", ge=0, default=factor("cobenefit/cb101")
    )
    gas_nox: GramsPerCubicMetre = quantity(
        zh="燃气氮氧化物产污系数", en="NOx per gas burnt", ge=0, default=factor("nox/nx035")
    )
    gas_voc: GramsPerCubicMetre = quantity(
        zh="燃气挥发性有机物排放因子", en="VOC per gas burnt", ge=0, default=factor("voc/vf156")
    )
    gas_pm: GramsPerCubicMetre = quantity(
        zh="燃气细颗粒物排放因子", en="PM2.5 per gas burnt", ge=0, default=factor("cobenefit/cb018")
    )
    gas_sulphur: MgPerCubicMetre = quantity(
        zh="天然气总硫", en="Sulphur in the gas", ge=0, optional=True, only_with={"source": ("gas",)}
    )
    carriers: Mapping[str, Carrier] = attrs.field(
        factory=no_metered_energy,
        metadata={"ecdcalc": Field("parts", "energy", "Metered auxiliary energy", "计量的辅助能源", optional=True)},
    )

    nox_stack: Flue = part(Flue, key="nox", zh="氮氧化物", en="NOx")
    so2_stack: Flue = part(Flue, key="so2", zh="二氧化硫", en="SO2")
    pm_stack: Flue = part(Flue, key="pm", zh="颗粒物", en="PM")

    laws: ClassVar = (
        Law("cop", "<=", "carnot_cop", "above-carnot"),
        Law("source_temperature", "<=", "supply_temperature", "heat-uphill"),
        Law("gains", "<=", "losses", "buildings-gains-above-losses"),
        Law("solar_heat", "<=", "heat_demand", "buildings-solar-above-demand"),
        Law("solar_not_counted", "<=", "0", "buildings-solar-not-said"),
        Law("collector_yield", "<=", "sunlight", "above-sunlight"),
        Law("efficiency", "<=", "most_efficiency", "buildings-above-one"),
    )

    @output(zh="热源效率上限")
    def most_efficiency(self) -> Share:
        """Greatest efficiency: one, but for gas boilers that condense, whose lower heating value leaves some out."""
        return where(self.source == "gas", self.efficiency, 1)

    @output(zh="围护结构传热耗热量")
    def transmission(self) -> Gigajoules:
        """Heat through the envelope: U × A × degree days, summed over the elements."""
        shell = self.envelope
        pairs = (
            (shell.wall_u, shell.wall_area),
            (shell.roof_u, shell.roof_area),
            (shell.window_u, shell.window_area),
            (shell.ground_u, shell.ground_area),
        )
        return total(transmission_heat(transmittance=u, area=area, degree_days=self.degree_days) for u, area in pairs)

    @output(zh="换气耗热量")
    def ventilation(self) -> Gigajoules:
        """Heat with the exhaust air: heat capacity × air changes × volume × degree days, less what is recovered."""
        shell = self.envelope
        passed = 1 - shell.heat_recovery
        return shell.air_heat * shell.air_changes * shell.volume * self.degree_days * passed

    @output(zh="总散热量")
    def losses(self) -> Gigajoules:
        """Heat lost over the season."""
        return self.transmission + self.ventilation

    @output(zh="耗热量")
    def heat_demand(self) -> Gigajoules:
        """Heat demand over the season: as metered, else losses minus useful gains."""
        return first_of(self.demand, self.losses - self.gains)

    @output(zh="单位面积耗热量")
    def unit_heat(self) -> KwhPerSquareMetre:
        """Heat demand per floor area."""
        return self.heat_demand / self.floor_area

    @output(zh="太阳能供热量")
    def solar_heat(self) -> Gigajoules:
        """Heat from solar collectors."""
        return where(self.solar == "none", 0 * self.heat_demand, self.collector_area * self.collector_yield)

    @output(zh="未计入的太阳能供热量")
    def solar_not_counted(self) -> Gigajoules:
        """Heat from collectors that are described, but not said to be there."""
        return where(self.solar == "none", self.collector_area * self.collector_yield, 0 * self.heat_demand)

    @output(zh="卡诺制热系数", cites="moran-shapiro-2014#5")
    def carnot_cop(self) -> Ratio:
        """Greatest COP between source and supply temperature."""
        return carnot_heating_cop(hot=self.supply_temperature, cold=self.source_temperature)

    @output(zh="热源投入能量")
    def supplied(self) -> Gigajoules:
        """Energy that the heat source takes: net heat over efficiency, for a heat pump over its COP."""
        pump = (self.source == "air-heat-pump") | (self.source == "ground-heat-pump")
        return (self.heat_demand - self.solar_heat) / where(pump, self.cop, self.efficiency)

    @output(zh="供暖用电量")
    def heating_electricity(self) -> KilowattHours:
        """Electricity that the heat source takes."""
        return _if_electric(self.source, self.supplied, 0 * self.supplied)

    @output(zh="散煤用量")
    def coal_burnt(self) -> Tonnes:
        """Coal burnt in stoves."""
        return self._share("coal") * self.supplied / self.coal_lhv

    @output(zh="天然气用量")
    def gas_burnt(self) -> CubicMetres:
        """Gas burnt in boilers."""
        return self._share("gas") * self.supplied / self.gas_lhv

    def _share(self, source: str) -> Number:
        return where(self.source == source, 1, 0)

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy: what is metered, and what the heat source takes."""
        factor = 1 / self.standard_coal_heat
        fuel = self.supplied * factor
        heat = self.supplied * coal_factor(self, "heat", factor)
        power = self.supplied * coal_factor(self, "electricity", factor)
        return self.carrier_energy + _by_source(self.source, fuel=fuel, heat=heat, power=power)

    @output(zh="单位面积供暖能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per heated floor area."""
        return self.energy / self.floor_area

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Net electricity: what is metered, and what the heat source takes."""
        return electricity_of(self.carriers) + self.heating_electricity

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#combustion")
    def energy_co2(self) -> Tonnes:
        """CO2 of all energy: fuels by heat, carbon content and oxidation; network heat and electricity by factor."""
        factor = self.fuel_carbon * self.oxidation * self.co2_per_carbon
        fuel = self.supplied * factor
        heat = self.supplied * co2_factor(self, "heat", factor)
        power = self.supplied * co2_factor(self, "electricity", factor)
        return co2_of(self.carriers) + _by_source(self.source, fuel=fuel, heat=heat, power=power)

    @output(zh="氮氧化物产生量", cites="liang-2017")
    def nox_generated(self) -> Tonnes:
        """NOx of stoves and gas boilers."""
        return self.coal_burnt * self.coal_nox + self.gas_burnt * self.gas_nox

    @output(zh="二氧化硫产生量", cites="liang-2017")
    def so2_generated(self) -> Tonnes:
        """SO2 of stoves, and of the sulphur in the gas."""
        gas = self.gas_burnt * self.gas_sulphur * self.so2_per_sulphur
        coal = self.coal_burnt * self.coal_so2
        return where(self.source == "gas", gas, coal)

    @output(zh="颗粒物产生量", cites="emep-eea#1.A.4.b.i")
    def pm_generated(self) -> Tonnes:
        """Fine particles (PM2.5) of stoves and gas boilers."""
        return self._share("coal") * self.supplied * self.coal_pm + self.gas_burnt * self.gas_pm

    @output(zh="挥发性有机物排放量", cites="emep-eea#1.A.4.b.i", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of stoves and gas boilers."""
        return self._share("coal") * self.supplied * self.coal_voc + self.gas_burnt * self.gas_voc

    @output(zh="城镇供暖面积")
    def urban_area(self) -> SquareMetres:
        """Heated floor area in towns."""
        return where(self.kind == "rural", 0 * self.floor_area, self.floor_area)

    @output(zh="城镇清洁供暖面积")
    def clean_urban_area(self) -> SquareMetres:
        """Heated floor area in towns without coal stoves."""
        return where(self.source == "coal", 0 * self.urban_area, self.urban_area)


def _if_electric(source: Number, yes: Number, no: Number) -> Number:
    fired = (source == "coal") | (source == "gas") | (source == "district-heat")
    return where(fired, no, yes)


def _by_source(source: Number, *, fuel: Number, heat: Number, power: Number) -> Number:
    fired = (source == "coal") | (source == "gas")
    return where(fired, fuel, where(source == "district-heat", heat, power))
