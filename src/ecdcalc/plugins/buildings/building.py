"""Buildings in use, and street lighting."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.heat_pumps import carnot_cooling_cop
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    Hours,
    Items,
    KgcePerSquareMetre,
    KilowattHours,
    KwhPerSquareMetre,
    Law,
    ModelledElectricity,
    Number,
    Process,
    Ratio,
    SolarRoof,
    SquareMetres,
    WattsPerItem,
    WattsPerSquareMetre,
    choice,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.buildings.sun import Sun

NO_POLLUTANTS = {
    "cod": "no-source-class",
    "nh3n": "no-source-class",
    "nox": "buildings-burnt-in-heating",
    "voc": "buildings-burnt-in-heating",
    "so2": "buildings-burnt-in-heating",
    "pm": "buildings-burnt-in-heating",
}


@process(key="building", zh="建筑", activity="floor_area", absent=NO_POLLUTANTS)
class Building(SolarRoof, ModelledElectricity, Sun, Process):
    """Building in use.

    One building, or many alike.

    `energy` is what the building uses by meter, with the electricity of its own PV roof; the PV is taken off.
    Heating that is worked out from the envelope stands in the process `heating` and not here.
    """

    for_the_record: ClassVar = ("kind",)

    kind: str = choice("residential", "public", "rural", zh="建筑类型（居住/公共/农村）", en="Kind of building")
    floor_area: SquareMetres = quantity(zh="建筑面积", en="Floor area", gt=0)
    lighting_metered: KilowattHours = quantity(zh="照明用电量（计量）", en="Lighting, metered", ge=0, optional=True)
    lighting_density: WattsPerSquareMetre = quantity(
        zh="照明功率密度", en="Lighting power density", ge=0, optional=True
    )
    lighting_hours: Hours = quantity(zh="照明时间", en="Hours of lighting", ge=0, optional=True)
    cooling_metered: KilowattHours = quantity(
        zh="制冷系统用电量（计量）", en="Cooling plant, metered", ge=0, optional=True
    )
    cooling_load: KilowattHours = quantity(zh="供冷量", en="Cold delivered", ge=0, optional=True)
    cooling_ratio: Ratio = quantity(
        zh="制冷系统综合能效比", en="Energy efficiency ratio of the cooling plant", gt=0, optional=True
    )
    cold_temperature: Celsius = quantity(
        zh="供冷平均温度", en="Mean temperature of the cold delivered", gt=-40, lt=40, optional=True
    )
    rejection_temperature: Celsius = quantity(
        zh="排热平均温度", en="Mean temperature at which heat is rejected", gt=-20, lt=80, optional=True
    )
    hot_water: Gigajoules = quantity(zh="生活热水用能", en="Energy for hot water", ge=0, optional=True)
    pv: str = choice("none", "roof", zh="光伏", en="Photovoltaics", default="none")
    pv_metered: KilowattHours = quantity(zh="光伏发电量（计量）", en="PV generation, metered", ge=0, optional=True)
    pv_hours: Hours = quantity(zh="光伏等效利用小时", en="Full-load hours of the PV", ge=0, le=8784, optional=True)

    laws: ClassVar = (
        Law("lighting_and_cooling", "<=", "metered_electricity", "buildings-part-above-meter"),
        Law("pv_generation", "<=", "most_generation", "above-sunlight"),
        Law("pv_metered", "<=", "rated_generation", "above-rating"),
        Law("pv_not_counted", "<=", "0", "buildings-pv-not-said"),
        Law("cooling_ratio", "<=", "carnot_cop", "above-carnot"),
        Law("cold_temperature", "<=", "rejection_temperature", "heat-uphill"),
    )

    @output(zh="照明与制冷用电量")
    def lighting_and_cooling(self) -> KilowattHours:
        """Electricity for lighting and cooling, as far as they are known: parts of what is metered."""
        none = 0 * self.metered_electricity
        return first_of(self.lighting, none) + first_of(self.cooling, none)

    @output(zh="卡诺制冷系数", cites="moran-shapiro-2014#5")
    def carnot_cop(self) -> Ratio:
        """Greatest efficiency ratio of cooling between the cold and the rejected heat."""
        return carnot_cooling_cop(hot=self.rejection_temperature, cold=self.cold_temperature)

    @output(zh="光伏发电量上限")
    def most_generation(self) -> KilowattHours:
        """Electricity of the PV roof at a performance ratio of one."""
        return self.pv_capacity * self.sunlight / self.full_sun

    @output(zh="照明用电量")
    def lighting(self) -> KilowattHours:
        """Electricity for lighting: metered, else power density × floor area × hours."""
        return first_of(self.lighting_metered, self.lighting_density * self.floor_area * self.lighting_hours)

    @output(zh="制冷用电量")
    def cooling(self) -> KilowattHours:
        """Electricity for cooling: metered, else cold delivered over the efficiency ratio of the plant."""
        return first_of(self.cooling_metered, self.cooling_load / self.cooling_ratio)

    @output(zh="光伏发电量")
    def pv_generation(self) -> KilowattHours:
        """Electricity of the PV roof: metered, else capacity × full-load hours."""
        return where(self.pv == "none", 0 * self.metered_electricity, self._roof)

    @output(zh="未计入的光伏发电量")
    def pv_not_counted(self) -> KilowattHours:
        """Electricity of a PV roof that is described, but not said to be there."""
        return where(self.pv == "none", self._roof, 0 * self.metered_electricity)

    @property
    def _roof(self) -> Number:
        return first_of(self.pv_metered, self.pv_capacity * self.pv_hours)

    @output(zh="计算电量")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity worked out: the generation of the PV roof, negative."""
        return -self.pv_generation

    @output(zh="单位面积综合能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per floor area."""
        return self.energy / self.floor_area

    @output(zh="单位面积电耗")
    def unit_electricity(self) -> KwhPerSquareMetre:
        """Electricity per floor area."""
        return self.electricity / self.floor_area


@process(
    key="street-lighting",
    zh="道路照明",
    activity="lamps",
    absent={**dict.fromkeys(NO_POLLUTANTS, "no-source-class")},
)
class StreetLighting(ModelledElectricity, Process):
    """Street lighting."""

    lamps: Items = quantity(zh="路灯盏数", en="Lamps", gt=0)
    lamp_power: WattsPerItem = quantity(zh="单灯功率（含镇流器）", en="Power of a lamp with its gear", gt=0)
    hours: Hours = quantity(zh="亮灯时间", en="Hours of lighting", gt=0, le=8784)

    @output(zh="计算电量")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of the lamps: number × power × hours."""
        return self.lamps * self.lamp_power * self.hours
