"""Steam: traps, flash steam, let-down; back-pressure turbines in the place of let-down."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations import steam as properties
from ecdcalc.equations.air import orifice_area
from ecdcalc.equations.constants import Constant
from ecdcalc.equations.turbines import back_pressure_power, steam_rate
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    KgPerHour,
    KgPerKwh,
    KilowattHours,
    Kilowatts,
    KjPerKg,
    Law,
    Megapascals,
    Millimetres,
    ModelledEnergy,
    Ratio,
    SecondsPerMetre,
    Share,
    Tonnes,
    TonnesPerHour,
    assumed,
    choice,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.equipment.common import (
    NO_EMISSIONS,
    Metered,
    Running,
    Service,
    Supplied,
    constant,
    looked_up,
)

TRAP_DISCHARGE = Constant(
    0.72, "1", "C", "Discharge coefficient of a failed trap", "失效疏水阀流量系数", "doe-tip-sheets#steam-1"
)


@process(key="steam-system", zh="蒸汽系统", absent=NO_EMISSIONS)
class SteamSystem(Running, Supplied, ModelledEnergy, Service):
    """Steam system.

    What a steam network loses: traps that are stuck open, and flash steam of condensate that blows off. The heat
    counts above make-up water, over the efficiency of the supply. A let-down valve loses no heat; what it could give
    as power is shown, and is had by a `back-pressure-turbine`. Pressures are absolute.
    """

    service: ClassVar[tuple[str, ...]] = ("hours",)

    pressure: Megapascals = quantity(zh="蒸汽压力（绝对）", en="Steam pressure, absolute", gt=0, le=22, optional=True)
    makeup_temperature: Celsius = quantity(
        zh="补给水温度", en="Temperature of make-up water", gt=0, le=100, optional=True
    )
    steam_enthalpy: KjPerKg = quantity(
        zh="蒸汽焓",
        en="Enthalpy of the steam",
        gt=0,
        default=looked_up(("", properties.saturated_steam_enthalpy, {"pressure": "pressure"})),
    )
    makeup_enthalpy: KjPerKg = quantity(
        zh="补给水焓",
        en="Enthalpy of make-up water",
        ge=0,
        default=looked_up(("", properties.enthalpy, {"pressure": "pressure", "temperature": "makeup_temperature"})),
    )
    failed_traps: Ratio = quantity(zh="失效（常开）疏水阀数", en="Number of traps stuck open", ge=0)
    orifice: Millimetres = quantity(zh="疏水阀孔径", en="Bore of the traps", gt=0, optional=True)
    discharge: Ratio = quantity(
        zh="流量系数", en="Discharge coefficient of a failed trap", gt=0, le=1, default=constant(TRAP_DISCHARGE, "A")
    )
    napier: SecondsPerMetre = quantity(
        zh="Napier系数", en="Napier coefficient", gt=0, default=constant(properties.NAPIER, "A")
    )
    condensate: Tonnes = quantity(
        zh="凝结水量", en="Condensate", ge=0, default=assumed("0 t", "equipment-no-condensate")
    )
    flash_pressure: Megapascals = quantity(
        zh="闪蒸压力（绝对）", en="Pressure to which condensate flashes, absolute", gt=0, le=22, optional=True
    )
    flash_recovered: Share = quantity(
        zh="闪蒸汽回收率",
        en="Share of flash steam that is used",
        ge=0,
        le=100,
        default=assumed("0 %", "equipment-no-flash-use"),
    )
    ambient_pressure: Megapascals = quantity(
        zh="环境大气压（绝对）",
        en="Pressure of the air around, absolute",
        ge=0.03,
        le=0.11,
        default=assumed("0.1 MPa", "equipment-air-around"),
    )
    saturation_temperature: Celsius = quantity(
        zh="饱和温度",
        en="Saturation temperature",
        default=looked_up(("", properties.saturation_temperature, {"pressure": "pressure"})),
    )
    condensate_enthalpy: KjPerKg = quantity(
        zh="凝结水焓",
        en="Enthalpy of the condensate",
        gt=0,
        default=looked_up(("", properties.saturated_water_enthalpy, {"pressure": "pressure"})),
    )
    flash_water_enthalpy: KjPerKg = quantity(
        zh="闪蒸后水焓",
        en="Enthalpy of water after the flash",
        gt=0,
        default=looked_up(("", properties.saturated_water_enthalpy, {"pressure": "flash_pressure"})),
    )
    flash_steam_enthalpy: KjPerKg = quantity(
        zh="闪蒸汽焓",
        en="Enthalpy of flash steam",
        gt=0,
        default=looked_up(("", properties.saturated_steam_enthalpy, {"pressure": "flash_pressure"})),
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("failed_traps", ">=", "no_traps", "equipment-more-repaired"),
        Law("flash_pressure", "<=", "pressure", "equipment-flash-above-steam"),
        Law("pressure", ">=", "least_pressure", "equipment-below-ambient-pressure"),
        Law("flash_pressure", ">=", "least_flash_pressure", "equipment-below-ambient-pressure"),
        Law("makeup_temperature", "<=", "saturation_temperature", "equipment-water-above-saturation"),
    )

    @output(zh="没有疏水阀")
    def no_traps(self) -> Ratio:
        """No trap at all."""
        return 0 * self.failed_traps

    @output(zh="能向大气泄漏的最低压力", cites="definition")
    def least_pressure(self) -> Megapascals:
        """Pressure below which a trap blows nothing off; without failed traps nothing is asked."""
        return where(self.failed_traps > 0, self.ambient_pressure, self.pressure)

    @output(zh="闪蒸汽能排向大气的最低压力", cites="definition")
    def least_flash_pressure(self) -> Megapascals:
        """Pressure below which flash steam blows nothing off; where all of it is used nothing is asked."""
        return where(self.flash_recovered < 1, self.ambient_pressure, self.flash_pressure)

    @output(zh="每个失效疏水阀漏汽量", cites="doe-tip-sheets#steam-1")
    def trap_flow(self) -> KgPerHour:
        """Steam lost by one failed trap."""
        return properties.trap_loss(
            area=orifice_area(diameter=self.orifice),
            discharge=self.discharge,
            pressure=self.pressure,
            napier=self.napier,
        )

    @output(zh="疏水阀漏汽热损失", cites="doe-tip-sheets#steam-1")
    def trap_heat(self) -> Gigajoules:
        """Heat lost by traps, above make-up water."""
        lost = self.trap_flow * self.failed_traps * self.hours
        heat = lost * (self.steam_enthalpy - self.makeup_enthalpy)
        return where(self.failed_traps > 0, heat, 0 * self.metered_electricity)

    @output(zh="闪蒸比例", cites="doe-tip-sheets#steam-12")
    def flash_share(self) -> Share:
        """Share of the condensate that flashes."""
        return properties.flash_share(
            condensate_enthalpy=self.condensate_enthalpy,
            flashed_water_enthalpy=self.flash_water_enthalpy,
            flashed_steam_enthalpy=self.flash_steam_enthalpy,
        )

    @output(zh="闪蒸汽热损失", cites="doe-tip-sheets#steam-12")
    def flash_heat(self) -> Gigajoules:
        """Heat lost with flash steam that blows off, above make-up water."""
        lost = self.condensate * self.flash_share * (1 - self.flash_recovered)
        heat = lost * (self.flash_steam_enthalpy - self.makeup_enthalpy)
        return where(self.condensate > 0 * self.condensate, heat, 0 * self.metered_electricity)

    @output(zh="蒸汽系统热损失", cites="definition")
    def heat_lost(self) -> Gigajoules:
        """Heat lost by traps and flash steam."""
        return self.trap_heat + self.flash_heat

    @output(zh="计算热量", cites="definition")
    def modelled_heat(self) -> Gigajoules:
        """Heat that the supply takes for the losses."""
        return self.heat_lost / self.supply_efficiency


_EXPANSION = {name: name for name in ("inlet_pressure", "inlet_temperature", "outlet_pressure")}


@process(key="back-pressure-turbine", zh="背压汽轮机（替代减温减压）", absent=NO_EMISSIONS)
class BackPressureTurbine(Metered, Running, Supplied, ModelledEnergy, Service):
    """Back-pressure turbine.

    Or the let-down valve in its place, with spray water where the steam is to be cooled: shown, as it changes no heat.

    The power is taken out of the heat of the steam, so the boiler makes up for it: the heat above is counted over the
    efficiency of the supply. Pressures are absolute.
    """

    service: ClassVar[tuple[str, ...]] = ("steam",)

    mode: str = choice("let-down", "turbine", zh="运行方式（减压阀/汽轮机）", en="Let-down valve or turbine")
    flow: TonnesPerHour = quantity(zh="蒸汽流量", en="Steam flow", gt=0)
    inlet_pressure: Megapascals = quantity(
        zh="进汽压力（绝对）", en="Pressure of the inlet, absolute", gt=0, le=50, optional=True
    )
    inlet_temperature: Celsius = quantity(zh="进汽温度", en="Temperature of the inlet", gt=0, le=800, optional=True)
    outlet_pressure: Megapascals = quantity(
        zh="排汽压力（绝对）", en="Pressure of the outlet, absolute", gt=0, le=22, optional=True
    )
    inlet_saturation: Celsius = quantity(
        zh="进汽饱和温度",
        en="Saturation temperature at the inlet",
        default=looked_up(("", properties.saturation_temperature, {"pressure": "inlet_pressure"})),
    )
    outlet_saturation: Celsius = quantity(
        zh="排汽饱和温度",
        en="Saturation temperature at the outlet",
        default=looked_up(("", properties.saturation_temperature, {"pressure": "outlet_pressure"})),
    )
    inlet_enthalpy: KjPerKg = quantity(
        zh="进汽焓",
        en="Enthalpy of the inlet",
        gt=0,
        default=looked_up(
            ("", properties.enthalpy, {"pressure": "inlet_pressure", "temperature": "inlet_temperature"})
        ),
    )
    isentropic_enthalpy: KjPerKg = quantity(
        zh="等熵膨胀后焓",
        en="Enthalpy after isentropic expansion",
        gt=0,
        default=looked_up(("", properties.isentropic_enthalpy, _EXPANSION)),
    )
    throttled_temperature: Celsius = quantity(
        zh="节流后温度",
        en="Temperature after a valve, without spray water",
        gt=0,
        default=looked_up(("", properties.let_down_temperature, _EXPANSION)),
    )
    outlet_temperature: Celsius = quantity(
        zh="减温后温度", en="Temperature to which spray water cools the steam", gt=0, le=800, optional=True
    )
    outlet_steam_enthalpy: KjPerKg = quantity(
        zh="减温后蒸汽焓",
        en="Enthalpy of the steam after spray water",
        gt=0,
        default=looked_up(
            ("", properties.enthalpy, {"pressure": "outlet_pressure", "temperature": "outlet_temperature"})
        ),
    )
    spray_temperature: Celsius = quantity(zh="减温水温度", en="Temperature of spray water", gt=0, le=350, optional=True)
    spray_enthalpy: KjPerKg = quantity(
        zh="减温水焓",
        en="Enthalpy of spray water",
        gt=0,
        default=looked_up(
            ("", properties.enthalpy, {"pressure": "inlet_pressure", "temperature": "spray_temperature"})
        ),
    )
    isentropic_efficiency: Share = quantity(
        zh="汽轮机相对内效率", en="Isentropic efficiency", gt=0, le=100, optional=True
    )
    mechanical_efficiency: Share = quantity(zh="机械效率", en="Mechanical efficiency", gt=0, le=100, optional=True)
    generator_efficiency: Share = quantity(
        zh="发电机效率", en="Efficiency of the generator", gt=0, le=100, optional=True
    )

    rated_power: Kilowatts = quantity(zh="发电机额定功率", en="Rated power of the generator", gt=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("power_out", "<=", "isentropic_power", "equipment-above-isentropic"),
        Law("power_out", "<=", "rated_power", "equipment-above-plate"),
        Law("outlet_pressure", "<=", "inlet_pressure", "equipment-outlet-above-inlet"),
        Law("outlet_temperature", "<=", "throttled_temperature", "heat-uphill"),
        Law("inlet_temperature", ">=", "inlet_saturation", "equipment-steam-below-saturation"),
        Law("outlet_temperature", ">=", "outlet_saturation", "equipment-steam-below-saturation"),
        Law("spray_temperature", "<=", "outlet_saturation", "equipment-water-above-saturation"),
    )

    @output(zh="蒸汽量", cites="definition")
    def steam(self) -> Tonnes:
        """Steam in the period."""
        return self.flow * self.hours

    @output(zh="等熵功率", cites="moran-shapiro-2014#6")
    def isentropic_power(self) -> Kilowatts:
        """Greatest power between the two pressures."""
        return self.flow * (self.inlet_enthalpy - self.isentropic_enthalpy)

    @output(zh="减温水量", cites="moran-shapiro-2014#4")
    def spray_water(self) -> TonnesPerHour:
        """Spray water that cools the steam of a valve; the steam that leaves is more by it."""
        return properties.desuperheating_water(
            steam_flow=self.flow,
            inlet_enthalpy=self.inlet_enthalpy,
            outlet_enthalpy=self.outlet_steam_enthalpy,
            water_enthalpy=self.spray_enthalpy,
        )

    @output(zh="排汽焓", cites="moran-shapiro-2014#6")
    def outlet_enthalpy(self) -> KjPerKg:
        """Enthalpy of the outlet of the turbine."""
        return properties.exhaust_enthalpy(
            inlet_enthalpy=self.inlet_enthalpy,
            isentropic_enthalpy=self.isentropic_enthalpy,
            efficiency=self.isentropic_efficiency,
        )

    @output(zh="汽轮机发电功率", cites="moran-shapiro-2014#8")
    def power_out(self) -> Kilowatts:
        """Power of the turbine: measured, else by the enthalpies."""
        by_enthalpy = back_pressure_power(
            flow=self.flow,
            inlet_enthalpy=self.inlet_enthalpy,
            outlet_enthalpy=self.outlet_enthalpy,
            mechanical_efficiency=self.mechanical_efficiency,
            generator_efficiency=self.generator_efficiency,
        )
        return first_of(self.power, by_enthalpy)

    @output(zh="汽耗率", cites="dl-t-904-2015")
    def steam_rate(self) -> KgPerKwh:
        """Steam per electricity."""
        return steam_rate(flow=self.flow, power=self.power_out)

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity generated, negative; none by a valve."""
        made = -self.power_out * self.hours
        return where(self.mode == "turbine", made, 0 * self.metered_electricity)

    @output(zh="计算热量", cites="moran-shapiro-2014#8")
    def modelled_heat(self) -> Gigajoules:
        """Heat that the boiler makes up: what the turbine takes out of the steam."""
        work = self.power * self.hours
        by_power = work / (self.mechanical_efficiency * self.generator_efficiency)
        by_enthalpy = self.flow * self.hours * (self.inlet_enthalpy - self.outlet_enthalpy)
        taken = first_of(by_power, by_enthalpy, work) / self.supply_efficiency
        return where(self.mode == "turbine", taken, 0 * self.metered_electricity)
