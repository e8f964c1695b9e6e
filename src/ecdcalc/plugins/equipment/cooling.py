"""Heat pumps and chiller plants, with the Carnot bound."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.heat_pumps import (
    carnot_cooling_cop,
    carnot_heating_cop,
    cop_by_quality,
    heat_pump_energy,
    plant_ratio,
)
from ecdcalc.plugin import (
    Celsius,
    EnergyUse,
    Gigajoules,
    KgcePerGj,
    KilowattHours,
    Kilowatts,
    Law,
    ModelledElectricity,
    Ratio,
    Share,
    Year,
    assumed,
    first_of,
    output,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Service

_BURNT_HERE = {**NO_EMISSIONS, **dict.fromkeys(("nox", "voc", "so2", "pm"), "equipment-boiler-apart")}


@record
class Cycle(EnergyUse):
    """A cycle between two temperatures: those at which heat is given and taken, as mean temperatures."""

    cop: Ratio = quantity(zh="性能系数COP（实测或额定）", en="COP, measured or rated", gt=0, optional=True)
    quality: Share = quantity(
        zh="热力完善度（占卡诺值）", en="Quality grade (share of Carnot)", gt=0, le=100, optional=True
    )
    hot: Celsius = quantity(zh="放热温度（冷凝）", en="Temperature at which heat is given out", gt=-200, optional=True)
    cold: Celsius = quantity(zh="吸热温度（蒸发）", en="Temperature at which heat is taken up", gt=-200, optional=True)


@process(key="heat-pump", zh="热泵", activity="heat", absent=_BURNT_HERE)
class HeatPump(Year, Cycle, ModelledElectricity, Service):
    """Heat pump.

    Heat for a use, of which the heat pump gives a share. The rest, and all of it before, comes from what stands in
    `energy`, such as the fuel of a boiler; the flue gas of that boiler is not counted here. The claim of a COP is held
    against Carnot where both temperatures are given.
    """

    service: ClassVar[tuple[str, ...]] = ("heat",)

    heat: Gigajoules = quantity(zh="供热量", en="Heat supplied", gt=0)
    share: Share = quantity(zh="热泵承担比例", en="Share that the heat pump supplies", ge=0, le=100)
    rated_heat: Kilowatts = quantity(zh="热泵额定制热量", en="Rated heat of the heat pump", gt=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cold", "<=", "hot", "equipment-cold-above-hot"),
        Law("used_cop", "<=", "carnot_cop", "above-carnot"),
        Law("pumped", "<=", "most_pumped", "above-rating"),
    )

    @output(zh="热泵供热量", cites="definition")
    def pumped(self) -> Gigajoules:
        """Heat of the heat pump."""
        return self.heat * self.share

    @output(zh="热泵全年满负荷供热量", cites="definition")
    def most_pumped(self) -> Gigajoules:
        """Heat at the rating, day and night."""
        return self.rated_heat * self.year_hours

    @output(zh="卡诺制热系数", cites="moran-shapiro-2014#5")
    def carnot_cop(self) -> Ratio:
        """Greatest COP between the two temperatures."""
        return carnot_heating_cop(hot=self.hot, cold=self.cold)

    @output(zh="采用的性能系数", cites="moran-shapiro-2014#7")
    def used_cop(self) -> Ratio:
        """COP: given, else by the quality grade."""
        return first_of(self.cop, cop_by_quality(carnot_cop=self.carnot_cop, quality=self.quality))

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of the heat pump; none where it supplies nothing."""
        used = heat_pump_energy(heat=self.heat * self.share, seasonal_cop=self.used_cop)
        return where(self.share > 0, used, 0 * self.heat)

    @output(zh="单位供热能耗")
    def unit_energy(self) -> KgcePerGj:
        """Energy per heat supplied."""
        return self.energy / self.heat


@process(key="chiller-plant", zh="制冷机房", activity="cooling", absent=NO_EMISSIONS)
class ChillerPlant(Year, Cycle, ModelledElectricity, Service):
    """Chiller plant.

    Chillers by their COP, pumps and towers by meter. The ratio of the plant is that of GB/T 17981: 3.5 is usual,
    5 is good.
    """

    service: ClassVar[tuple[str, ...]] = ("cooling",)

    cooling: KilowattHours = quantity(zh="供冷量", en="Cooling supplied", gt=0)
    rated_cooling: Kilowatts = quantity(zh="机房额定制冷量", en="Rated cooling of the plant", gt=0, optional=True)
    chilled_water_pumps: KilowattHours = quantity(zh="冷冻水泵用电量", en="Electricity of chilled-water pumps", ge=0)
    cooling_water_pumps: KilowattHours = quantity(zh="冷却水泵用电量", en="Electricity of cooling-water pumps", ge=0)
    towers: KilowattHours = quantity(
        zh="冷却塔用电量", en="Electricity of cooling towers", ge=0, default=assumed("0 kWh", "equipment-no-towers")
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cold", "<=", "hot", "equipment-cold-above-hot"),
        Law("used_cop", "<=", "carnot_cop", "above-carnot"),
        Law("cooling", "<=", "most_cooling", "above-rating"),
    )

    @output(zh="全年满负荷供冷量", cites="definition")
    def most_cooling(self) -> KilowattHours:
        """Cooling at the rating, day and night."""
        return self.rated_cooling * self.year_hours

    @output(zh="卡诺制冷系数", cites="moran-shapiro-2014#5")
    def carnot_cop(self) -> Ratio:
        """Greatest COP between the two temperatures."""
        return carnot_cooling_cop(hot=self.hot, cold=self.cold)

    @output(zh="采用的性能系数", cites="moran-shapiro-2014#7")
    def used_cop(self) -> Ratio:
        """COP of the chillers: given, else by the quality grade."""
        return first_of(self.cop, cop_by_quality(carnot_cop=self.carnot_cop, quality=self.quality))

    @output(zh="制冷机用电量", cites="definition")
    def chillers(self) -> KilowattHours:
        """Electricity of the chillers."""
        return self.cooling / self.used_cop

    @output(zh="制冷机房综合能效比", cites="gb-t-17981-2007")
    def plant_ratio(self) -> Ratio:
        """Cooling per electricity of the plant."""
        return plant_ratio(
            cooling=self.cooling,
            chillers=self.chillers,
            chilled_water_pumps=self.chilled_water_pumps,
            cooling_water_pumps=self.cooling_water_pumps,
            towers=self.towers,
        )

    @output(zh="计算电量", cites="gb-t-17981-2007")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of the plant."""
        return self.cooling / self.plant_ratio
