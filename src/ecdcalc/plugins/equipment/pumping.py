"""Pumps and fans: hydraulic power, way of control, affinity laws with static head."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.constants import GRAVITY
from ecdcalc.equations.fans import FAN_CONTROLS, air_power, fan_power, power_share
from ecdcalc.equations.pumps import (
    hydraulic_power,
    pump_power,
    speed_ratio_for_flow,
    system_head,
    system_resistance,
)
from ecdcalc.plugin import (
    CubicMetres,
    CubicMetresPerHour,
    KgPerCubicMetre,
    KilowattHours,
    Kilowatts,
    KwhPerCubicMetre,
    Law,
    Metres,
    MetresPerSquareFlow,
    MetresPerSquareSecond,
    ModelledElectricity,
    Pascals,
    Ratio,
    Share,
    assumed,
    at_least,
    choice,
    first_of,
    output,
    process,
    quantity,
    record,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Plated, Running, Service, constant, constants


@record
class Mover(Plated, Running, ModelledElectricity, Service):
    """A machine that moves a liquid or a gas: the volume moved is its service."""

    service: ClassVar[tuple[str, ...]] = ("volume",)

    flow: CubicMetresPerHour = quantity(zh="平均流量", en="Mean flow while running", gt=0)
    design_flow: CubicMetresPerHour = quantity(
        zh="设计流量（阀门全开）", en="Flow with open valves", gt=0, optional=True
    )
    drive_efficiency: Share = quantity(
        zh="驱动效率（电动机×传动×变频器）", en="Efficiency of motor, belt and converter", gt=0, le=100, optional=True
    )

    laws: ClassVar[tuple[Law, ...]] = (Law("power_in", "<=", "rated_input", "equipment-above-plate"),)

    @output(zh="输送量", cites="definition")
    def volume(self) -> CubicMetres:
        """Volume moved."""
        return self.flow * self.hours

    @output(zh="有效功率")
    def useful_power(self) -> Kilowatts:
        """Power in the flow."""
        return 0 * self.power

    @output(zh="模型输入功率")
    def model_power(self) -> Kilowatts:
        """Power drawn by the model."""
        return 0 * self.power

    @output(zh="输入功率", cites="definition")
    def power_in(self) -> Kilowatts:
        """Power drawn: measured, else by the model."""
        return first_of(self.power, self.model_power)

    @output(zh="总效率", cites="definition")
    def efficiency(self) -> Share:
        """Power in the flow per power drawn."""
        return self.useful_power / self.power_in

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity: power × hours."""
        return self.power_in * self.hours

    @output(zh="单位输送量电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per volume moved."""
        return self.electricity / self.volume


@process(key="pump", zh="水泵", absent=NO_EMISSIONS)
class Pump(Mover):
    """Pump.

    `head` is what the pump gives at the mean flow. What the system needs there is the static head plus friction,
    which falls with the square of the flow from the point with open valves (`design_flow`, `design_head`). A throttle
    destroys the difference; speed control does not make it.
    """

    head: Metres = quantity(zh="平均流量下水泵扬程", en="Head of the pump at the mean flow", gt=0, optional=True)
    pump_efficiency: Share = quantity(zh="水泵效率", en="Efficiency of the pump", gt=0, le=100, optional=True)
    static_head: Metres = quantity(zh="静扬程", en="Static head", ge=0, optional=True)
    design_head: Metres = quantity(zh="设计扬程（阀门全开）", en="Head with open valves", gt=0, optional=True)
    shutoff_head: Metres = quantity(zh="关死点扬程", en="Head at no flow", gt=0, optional=True)
    density: KgPerCubicMetre = quantity(zh="液体密度", en="Density", gt=0, default=assumed("1000 kg/m3", "cold-water"))
    gravity: MetresPerSquareSecond = quantity(
        zh="重力加速度", en="Acceleration of gravity", gt=0, default=constant(GRAVITY)
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("useful_power", "<=", "power_in", "equipment-work-above-power"),
        Law("static_head", "<=", "design_head", "equipment-static-above-design"),
        Law("design_head", "<=", "shutoff_head", "equipment-design-above-shutoff"),
    )

    @output(zh="有效功率（水功率）", cites="gulich-2014")
    def useful_power(self) -> Kilowatts:
        """Hydraulic power."""
        return hydraulic_power(flow=self.flow, head=self.head, density=self.density, gravity=self.gravity)

    @output(zh="模型输入功率", cites="gulich-2014")
    def model_power(self) -> Kilowatts:
        """Power drawn, by the efficiencies."""
        return pump_power(
            hydraulic_power=self.useful_power,
            pump_efficiency=self.pump_efficiency,
            drive_efficiency=self.drive_efficiency,
        )

    @output(zh="管路阻力系数", cites="gulich-2014")
    def resistance(self) -> MetresPerSquareFlow:
        """Resistance of the system with open valves."""
        found = system_resistance(head=self.design_head, static_head=self.static_head, flow=self.design_flow)
        return at_least(found, 0 * found)

    @output(zh="管路所需扬程", cites="gulich-2014")
    def needed_head(self) -> Metres:
        """Head that the system needs at the mean flow, valves open."""
        return system_head(static_head=self.static_head, resistance=self.resistance, flow=self.flow)

    @output(zh="调速所需转速比", cites="gulich-2014")
    def speed_ratio(self) -> Ratio:
        """Speed at which the pump gives the mean flow with open valves."""
        droop = system_resistance(head=self.shutoff_head, static_head=self.design_head, flow=self.design_flow)
        return speed_ratio_for_flow(
            flow=self.flow,
            static_head=self.static_head,
            resistance=self.resistance,
            shutoff_head=self.shutoff_head,
            droop=at_least(droop, 0 * droop),
        )


_CONTROLS = ("discharge-damper", "inlet-vanes", "variable-speed")


def _coefficient(name: str) -> object:
    return constants(*((f"control == {each}", getattr(FAN_CONTROLS[each], name)) for each in _CONTROLS))


@process(key="fan", zh="风机", absent=NO_EMISSIONS)
class Fan(Mover):
    """Fan.

    Two ways: flow, total pressure and efficiencies, with a fixed pressure that speed does not lower; or, for
    ventilation with little fixed pressure, power at full flow and the curve of the way of control (EnergyPlus,
    10 % of power). Measured power stands before both.
    """

    control: str = choice(*_CONTROLS, zh="风量调节方式（出口挡板/进口导叶/变频）", en="Way of control")
    pressure: Pascals = quantity(zh="平均风量下全压", en="Total pressure at the mean flow", gt=0, optional=True)
    fixed_pressure: Pascals = quantity(
        zh="固定压力（不随风量变化）", en="Fixed pressure that does not fall with flow", ge=0, optional=True
    )
    design_pressure: Pascals = quantity(
        zh="设计全压（挡板全开）", en="Total pressure with open dampers", gt=0, optional=True
    )
    fan_efficiency: Share = quantity(zh="风机效率", en="Efficiency of the fan", gt=0, le=100, optional=True)
    compressibility: Ratio = quantity(
        zh="压缩性修正系数", en="Compressibility factor", gt=0, le=1, default=assumed("1", "equipment-compressibility")
    )
    full_power: Kilowatts = quantity(
        zh="全开风量输入功率", en="Power drawn at the flow with open dampers", gt=0, optional=True
    )
    c0: Ratio = quantity(zh="功率曲线系数c0", en="Coefficient c0 of the power curve", default=_coefficient("c0"))  # type: ignore[arg-type]
    c1: Ratio = quantity(zh="功率曲线系数c1", en="Coefficient c1 of the power curve", default=_coefficient("c1"))  # type: ignore[arg-type]
    c2: Ratio = quantity(zh="功率曲线系数c2", en="Coefficient c2 of the power curve", default=_coefficient("c2"))  # type: ignore[arg-type]
    c3: Ratio = quantity(zh="功率曲线系数c3", en="Coefficient c3 of the power curve", default=_coefficient("c3"))  # type: ignore[arg-type]

    laws: ClassVar[tuple[Law, ...]] = (
        Law("useful_power", "<=", "power_in", "equipment-work-above-power"),
        Law("fixed_pressure", "<=", "design_pressure", "equipment-static-above-design"),
    )

    @output(zh="有效功率", cites="iso-5801-2017")
    def useful_power(self) -> Kilowatts:
        """Air power."""
        return air_power(flow=self.flow, pressure=self.pressure, compressibility=self.compressibility)

    @output(zh="按调节曲线的输入功率", cites="energyplus-fans#variable-volume")
    def curve_power(self) -> Kilowatts:
        """Power drawn, by the curve of the way of control."""
        share = power_share(flow_share=self.flow / self.design_flow, c0=self.c0, c1=self.c1, c2=self.c2, c3=self.c3)
        return self.full_power * share

    @output(zh="模型输入功率", cites="iso-12759-2010")
    def model_power(self) -> Kilowatts:
        """Power drawn, by the efficiencies, else by the curve."""
        by_efficiency = fan_power(
            air_power=self.useful_power,
            fan_efficiency=self.fan_efficiency,
            drive_efficiency=self.drive_efficiency,
        )
        return first_of(by_efficiency, self.curve_power)

    @output(zh="管网所需全压", cites="iso-5801-2017")
    def needed_pressure(self) -> Pascals:
        """Pressure that the duct needs at the mean flow, dampers open."""
        friction = self.design_pressure - self.fixed_pressure
        return self.fixed_pressure + friction * (self.flow / self.design_flow) ** 2
