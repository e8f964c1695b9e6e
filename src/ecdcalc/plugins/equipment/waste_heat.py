"""Waste heat of a stream: used as heat, or made into power at low temperature."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.heat import greatest_power_share, stream_heat, waste_heat_power
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    KilowattHours,
    Kilowatts,
    KjPerKgKelvin,
    Law,
    ModelledEnergy,
    Share,
    TonnesPerHour,
    assumed,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Running, Service


@process(key="waste-heat", zh="余热回收", absent=NO_EMISSIONS)
class WasteHeat(Running, ModelledEnergy, Service):
    """Waste-heat recovery.

    A stream that can be cooled from `hot` to `cooled`. Of its heat a share is used as heat, a share goes to a power
    cycle. Both count as energy given out. The heat counts at its calorific value; what it saves of a boiler's fuel is
    more by the boiler's loss: give it as less fuel of the boiler instead, not twice.
    """

    service: ClassVar[tuple[str, ...]] = ("hours",)

    flow: TonnesPerHour = quantity(zh="余热介质流量", en="Flow of the stream", gt=0)
    specific_heat: KjPerKgKelvin = quantity(zh="平均比热容", en="Mean specific heat", gt=0)
    hot: Celsius = quantity(zh="余热温度", en="Temperature of the stream")
    cooled: Celsius = quantity(zh="可冷却到的温度", en="Temperature to which it can be cooled")
    heat_share: Share = quantity(zh="作为热利用的比例", en="Share used as heat", ge=0, le=100)
    sink: Celsius = quantity(zh="供热温度", en="Temperature at which the heat is used", optional=True)
    power_share: Share = quantity(zh="用于发电的比例", en="Share that goes to power", ge=0, le=100)
    cycle_efficiency: Share = quantity(
        zh="余热发电效率", en="Efficiency of the power cycle", ge=0, le=100, optional=True
    )
    cold: Celsius = quantity(zh="环境（冷源）温度", en="Temperature of the surroundings", optional=True)
    auxiliary_power: Kilowatts = quantity(
        zh="泵和风机功率", en="Power of pumps and fans", ge=0, default=assumed("0 kW", "equipment-no-auxiliaries")
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cycle_efficiency", "<=", "greatest_efficiency", "equipment-above-exergy"),
        Law("used_share", "<=", "whole", "part-above-whole"),
        Law("sink", "<=", "hot", "heat-uphill"),
        Law("cooled", "<=", "hot", "heat-uphill"),
        Law("cold", "<=", "cooled", "equipment-colder-than-surroundings"),
    )

    @output(zh="可利用余热量", cites="incropera-2011#1.3")
    def available_heat(self) -> Gigajoules:
        """Heat of the stream down to where it can be cooled."""
        power = stream_heat(flow=self.flow, specific_heat=self.specific_heat, hot=self.hot, cold=self.cooled)
        return power * self.hours

    @output(zh="利用比例合计", cites="definition")
    def used_share(self) -> Share:
        """Share of the heat that is used, as heat or for power."""
        return self.heat_share + self.power_share

    @output(zh="全部余热")
    def whole(self) -> Share:
        """All of the heat."""
        return 1 + 0 * self.heat_share

    @output(zh="余热最大做功效率", cites="moran-shapiro-2014#7")
    def greatest_efficiency(self) -> Share:
        """Greatest share of the heat of the stream that can become power."""
        return greatest_power_share(hot=self.hot, cooled=self.cooled, cold=self.cold)

    @output(zh="余热发电量", cites="definition")
    def generation(self) -> KilowattHours:
        """Electricity of the power cycle."""
        none = 0 * self.available_heat
        power = waste_heat_power(heat=self.available_heat / self.hours, efficiency=self.cycle_efficiency)
        return where(self.power_share > 0, self.power_share * power * self.hours, none)

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of pumps and fans less that of the power cycle."""
        return self.auxiliary_power * self.hours - self.generation

    @output(zh="计算热量", cites="definition")
    def modelled_heat(self) -> Gigajoules:
        """Heat given out, negative."""
        return -self.available_heat * self.heat_share
