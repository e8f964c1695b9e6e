"""Compressed air: pressure, leaks, specific power."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.air import adiabatic_work, compressor_power, isothermal_work, leak_share
from ecdcalc.equations.constants import AIR_ISENTROPIC_EXPONENT
from ecdcalc.plugin import (
    CubicMetres,
    CubicMetresPerHour,
    Hours,
    KilowattHours,
    Kilowatts,
    KwhPerCubicMetre,
    Law,
    Megapascals,
    ModelledElectricity,
    Ratio,
    Share,
    assumed,
    first_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Plated, Running, Service, constant


@process(key="compressed-air", zh="压缩空气系统", absent=NO_EMISSIONS)
class CompressedAir(Plated, Running, ModelledElectricity, Service):
    """Compressed air.

    The air that users get is the service; leaks are on top of it: given as a share, or by the time that one compressor
    runs on load with all users off. Flow at inlet state, pressures absolute. The
    efficiency is that of compressor, drive and motor on adiabatic work; power measured stands before it. No power of
    unloaded running: give the measured mean power where that counts.
    """

    service: ClassVar[tuple[str, ...]] = ("useful_air",)

    flow: CubicMetresPerHour = quantity(
        zh="平均产气量（吸气状态）", en="Mean flow of the compressors, at inlet state", gt=0
    )
    leak_share: Share = quantity(
        zh="泄漏率（占产气量）", en="Leaks as a share of the flow", ge=0, lt=100, optional=True
    )
    test_flow: CubicMetresPerHour = quantity(
        zh="泄漏测试机组产气量", en="Flow of the compressor that ran in the leak test", gt=0, optional=True
    )
    test_load_time: Hours = quantity(zh="泄漏测试加载时间", en="Time on load in the leak test", ge=0, optional=True)
    test_unload_time: Hours = quantity(zh="泄漏测试卸载时间", en="Time off load in the leak test", ge=0, optional=True)
    pressure: Megapascals = quantity(zh="排气压力（绝对）", en="Outlet pressure, absolute", gt=0.1, optional=True)
    inlet_pressure: Megapascals = quantity(
        zh="吸气压力（绝对）", en="Inlet pressure, absolute", gt=0, default=assumed("0.1 MPa", "equipment-inlet")
    )
    stages: Ratio = quantity(zh="压缩级数", en="Stages", ge=1, default=assumed("1", "equipment-one-stage"))
    compressor_efficiency: Share = quantity(
        zh="机组绝热效率（含电机）", en="Adiabatic efficiency, with drive and motor", gt=0, le=100, optional=True
    )
    isentropic_exponent: Ratio = quantity(
        zh="等熵指数", en="Isentropic exponent", gt=1, default=constant(AIR_ISENTROPIC_EXPONENT)
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("power_in", ">=", "isothermal_power", "equipment-below-isothermal"),
        Law("inlet_pressure", "<=", "pressure", "equipment-inlet-above-outlet"),
        Law("leaks", ">=", "no_leak", "equipment-more-repaired"),
        Law("leaks", "<=", "all_air", "part-above-whole"),
        Law("power_in", "<=", "rated_input", "equipment-above-plate"),
    )

    @output(zh="泄漏率", cites="doe-compressed-air-sourcebook-2016#leaks")
    def leaks(self) -> Share:
        """Leaks as a share of the flow: given, else by a test with all users off."""
        of_test = leak_share(load_time=self.test_load_time, unload_time=self.test_unload_time)
        return first_of(self.leak_share, of_test * self.test_flow / self.flow)

    @output(zh="不漏气")
    def no_leak(self) -> Share:
        """No leak at all."""
        return 0 * self.leaks

    @output(zh="全部产气")
    def all_air(self) -> Share:
        """All of the flow."""
        return 1 + 0 * self.leaks

    @output(zh="有效用气量", cites="definition")
    def useful_air(self) -> CubicMetres:
        """Air that reaches the users."""
        return self.flow * (1 - self.leaks) * self.hours

    @output(zh="等温压缩最小功率", cites="iso-1217-2009")
    def isothermal_power(self) -> Kilowatts:
        """Least power that this flow and pressure take, by isothermal compression."""
        work = isothermal_work(inlet_pressure=self.inlet_pressure, outlet_pressure=self.pressure)
        return self.flow * work

    @output(zh="模型输入功率", cites="iso-1217-2009")
    def model_power(self) -> Kilowatts:
        """Power drawn, by adiabatic work and efficiency."""
        work = adiabatic_work(
            inlet_pressure=self.inlet_pressure,
            outlet_pressure=self.pressure,
            isentropic_exponent=self.isentropic_exponent,
            stages=self.stages,
        )
        return compressor_power(flow=self.flow, work=work, efficiency=self.compressor_efficiency)

    @output(zh="输入功率", cites="definition")
    def power_in(self) -> Kilowatts:
        """Power drawn: measured, else by the model."""
        return first_of(self.power, self.model_power)

    @output(zh="泄漏耗电量", cites="definition")
    def leak_electricity(self) -> KilowattHours:
        """Electricity that goes into leaks."""
        return self.power_in * self.leaks * self.hours

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity: power × hours."""
        return self.power_in * self.hours

    @output(zh="单位有效用气量电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per air that reaches the users."""
        return self.electricity / self.useful_air
