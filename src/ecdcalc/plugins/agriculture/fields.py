"""Fields and sheds: irrigation, machines, greenhouses, grain drying."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    COALS,
    NATURAL_GAS,
    CoalQuality,
    CubicMetres,
    CubicMetresPerHectare,
    EnergyUse,
    Fuel,
    GramsPerCubicMetre,
    Hectares,
    KgcePerSquareMetre,
    KgcePerTonne,
    KgPerTonne,
    KwhPerCubicMetre,
    Law,
    Process,
    Published,
    Share,
    Stack,
    StandardCoal,
    Tonnes,
    WaterLift,
    choice,
    emitted,
    factor,
    first_of,
    kept_ash,
    of_coal_and_gas,
    one_of,
    output,
    process,
    quantity,
    record,
    sulphur_of_all,
    total,
)
from ecdcalc.plugins.agriculture.optional import if_given

_DIESEL = ("diesel",)
_AIR = dict.fromkeys(("nox", "voc", "so2", "pm"), "no-source-class")
_WATER = dict.fromkeys(("cod", "nh3n"), "no-source-class")


@process(key="irrigation", zh="灌溉", activity="area", absent={**_AIR, **_WATER})
class Irrigation(WaterLift, StandardCoal, EnergyUse, Process):
    """Irrigation.

    Pumping energy per volume is ρ g H / η; the efficiency of pump and drive together follows from what was
    measured, electricity or fuel, and cannot exceed 100 %.
    """

    area: Hectares = quantity(zh="灌溉面积", en="Irrigated area", gt=0)
    water: CubicMetres = quantity(zh="取水量", en="Water taken", gt=0)
    canal_efficiency: Share = quantity(
        zh="灌溉水有效利用系数", en="Share of the water that reaches the field", gt=0, le=100, optional=True
    )

    laws: ClassVar = (
        Law("lift", "<=", "unit_pumping", "agriculture-pump-above-one"),
        Law("electricity", ">=", "0", "agriculture-more-electricity-saved"),
    )

    @output(zh="单位水量电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per water pumped."""
        return self.electricity / self.water

    @output(zh="单位水量提水能耗（电力与燃料，当量值）")
    def unit_pumping(self) -> KwhPerCubicMetre:
        """Electricity and heat of fuel per water pumped."""
        fuels = total(line.coal for line in self.carriers.values() if isinstance(line, Fuel))
        return (self.electricity + fuels * self.standard_coal_heat) / self.water

    @output(zh="泵站装置效率")
    def pump_efficiency(self) -> Share:
        """Efficiency of pump and drive together, of an engine on the heat of its fuel."""
        return self.lift / self.unit_pumping

    @output(zh="亩均（单位面积）用水量")
    def water_per_area(self) -> CubicMetresPerHectare:
        """Water per area."""
        return self.water / self.area

    @output(zh="取水量", extensive=True)
    def water_use(self) -> CubicMetres:
        """Water taken."""
        return 1 * self.water

    @output(zh="田间有效水量")
    def field_water(self) -> CubicMetres:
        """Water that reaches the field."""
        return self.water * self.canal_efficiency


_STAGES = ("china-1", "china-2", "china-3", "china-4")


def _per_fuel(pollutant: str, mixed: str) -> Published:
    """Return the factors per fuel by stage, and that of a mixed fleet."""
    by_stage = ((f"stage == {each}", f"nonroad-china/agriculture-{each}-{pollutant}") for each in _STAGES)
    return one_of(*by_stage, ("", mixed))


@process(key="machinery", zh="农业机械", activity="work", absent=_WATER)
class Machinery(EnergyUse, Process):
    """Farm machinery.

    Machines of one emission stage, by the fuel they burn. China I, II, III, IV are taken as EU stages I, II, IIIA,
    IIIB: an interpretation, of grade C. A mixed fleet takes the Tier 1 value of the guidebook for NOx and the 2014
    guide (as HC) for VOC.
    """

    gives: ClassVar = ()

    work: Hectares = quantity(zh="作业面积", en="Area worked", gt=0)
    stage: str = choice(*_STAGES, "mixed", zh="排放阶段", en="Emission stage")
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物系数", en="NOx per diesel", ge=0, default=_per_fuel("nox", "vehicle/vh1124")
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物系数", en="VOC per diesel", ge=0, default=_per_fuel("voc", "vehicle/vh1130")
    )
    so2_factor: KgPerTonne = quantity(zh="二氧化硫系数", en="SO2 per diesel", ge=0, optional=True)
    pm_factor: KgPerTonne = quantity(zh="颗粒物系数", en="PM per diesel", ge=0, optional=True)

    @output(zh="柴油消耗量")
    def diesel(self) -> Tonnes:
        """Diesel burnt."""
        return emitted(self.carriers, _DIESEL, 1)

    @output(zh="氮氧化物排放量", cites="emep-eea#1.A.4.c.ii", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of the engines."""
        return emitted(self.carriers, _DIESEL, self.nox_factor)

    @output(zh="挥发性有机物排放量", cites="emep-eea#1.A.4.c.ii", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the engines."""
        return emitted(self.carriers, _DIESEL, self.voc_factor)

    @output(zh="二氧化硫排放量", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of the engines; its factor must be given."""
        factor = if_given(self.so2_factor)
        return emitted(self.carriers, _DIESEL, factor)

    @output(zh="颗粒物排放量", extensive=True)
    def pm(self) -> Tonnes:
        """PM of the engines; its factor must be given."""
        factor = if_given(self.pm_factor)
        return emitted(self.carriers, _DIESEL, factor)


@record
class CoalHeater(CoalQuality, EnergyUse, Stack):
    """A small grate boiler or hot-air stove: emissions by fuel."""

    furnace: str = choice("hand-fired", "grate", zh="炉型（手烧/机械炉排）", en="Furnace", default="hand-fired")
    nox_factor: KgPerTonne = quantity(
        zh="燃煤氮氧化物产污系数", en="NOx per coal", ge=0,
        default=one_of(("furnace == hand-fired", "nox/nx029"), ("", "nox/nx028")),
    )  # fmt: skip
    voc_factor: KgPerTonne = quantity(
        zh="燃煤挥发性有机物产污系数", en="VOC per coal", ge=0,
        default=one_of(("furnace == hand-fired", "voc/vf155"), ("", "voc/vf154")),
    )  # fmt: skip
    gas_nox_factor: GramsPerCubicMetre = quantity(
        zh="燃气氮氧化物产污系数", en="NOx per gas", ge=0, default=factor("nox/nx035")
    )
    gas_voc_factor: GramsPerCubicMetre = quantity(
        zh="燃气挥发性有机物产污系数", en="VOC per gas", ge=0, default=factor("voc/vf156")
    )

    ash_kept: Share = kept_ash(factor("cobenefit/cb005"))

    laws: ClassVar = (Law("so2", "<=", "so2_most", "agriculture-more-sulphur-out"),)

    @output(zh="燃煤硫分全部转化的二氧化硫量")
    def so2_most(self) -> Tonnes:
        """SO2 of all the sulphur of the coal; unknown where another fuel may bring sulphur in."""
        sulphur = sulphur_of_all(self, self.sulphur, COALS)
        return emitted(self.carriers, COALS, sulphur * self.so2_per_sulphur)

    @output(zh="燃煤量")
    def coal_burnt(self) -> Tonnes:
        """Coal burnt."""
        return emitted(self.carriers, COALS, 1)

    @output(zh="燃气量")
    def gas_burnt(self) -> CubicMetres:
        """Natural gas burnt."""
        return emitted(self.carriers, NATURAL_GAS, 1)

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return of_coal_and_gas(self, self.nox_factor, self.gas_nox_factor)

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by sulphur balance of the coal."""
        return of_coal_and_gas(self, self.so2_of_coal)

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated, by ash balance of the coal."""
        return of_coal_and_gas(self, self.pm_of_coal)

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#general", extensive=True)
    def nox(self) -> Tonnes:
        """NOx emitted, as NO2."""
        passed = self.nox_stack.passed
        by_factor = of_coal_and_gas(self, self.nox_factor * passed, self.gas_nox_factor * passed)
        return first_of(self.nox_stack.monitored, by_factor)

    @output(zh="二氧化硫排放量", cites="t-cses-144-2024#general", extensive=True, method="balance")
    def so2(self) -> Tonnes:
        """SO2 emitted."""
        balance = of_coal_and_gas(self, self.so2_of_coal * self.so2_stack.passed)
        return first_of(self.so2_stack.monitored, balance)

    @output(zh="颗粒物排放量", cites="t-cses-144-2024#general", extensive=True, method="balance")
    def pm(self) -> Tonnes:
        """PM emitted."""
        balance = of_coal_and_gas(self, self.pm_of_coal * self.pm_stack.passed)
        return first_of(self.pm_stack.monitored, balance)

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the fuel burnt; no credit for end-of-pipe control."""
        return of_coal_and_gas(self, self.voc_factor, self.gas_voc_factor)


@process(key="greenhouse", zh="设施农业大棚", activity="area", absent=_WATER)
class Greenhouse(CoalHeater, Process):
    """Greenhouses."""

    area: Hectares = quantity(zh="大棚面积", en="Area under cover", gt=0)

    @output(zh="单位面积能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per area under cover."""
        return self.energy / self.area


@process(key="grain-drying", zh="粮食烘干", activity="grain", absent=_WATER)
class GrainDrying(CoalHeater, Process):
    """Grain drying."""

    grain: Tonnes = quantity(zh="烘干粮食量", en="Grain dried", gt=0)

    @output(zh="单位烘干能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of grain dried."""
        return self.energy / self.grain
