"""Combined heat and power of a plant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ecdcalc.equations.turbines import (
    coal_for_heat,
    coal_for_power,
    generation_coal_rate,
    heat_share_by_quantity,
    heat_supply_rate,
    heat_to_power,
    plant_efficiency,
)
from ecdcalc.plugin import (
    Carrier,
    Field,
    GcePerKwh,
    Gigajoules,
    HeatEngine,
    KgcePerGj,
    KilowattHours,
    Kilowatts,
    Law,
    ModelledEnergy,
    Share,
    Tce,
    Year,
    assumed,
    no_metered_heat,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.equipment.common import NO_WATER, Service
from ecdcalc.plugins.equipment.firing import Burning


@process(key="chp", zh="热电联产", activity="heat", absent=NO_WATER)
class Chp(HeatEngine, Burning, ModelledEnergy, Year, Service):
    """Combined heat and power.

    Fuel in; heat and electricity given out, so that the energy left is the loss. Separate production is the same
    process with no generation and the fuel of a boiler: give that as the baseline. On the calorific basis electricity
    counts 0.1229 kgce/kWh; look at the primary basis too, where the sign can turn. Fuel is split by heat quantity
    (DL/T 904: the benefit goes to power). A power station is better entered in the sector *power*.
    """

    service: ClassVar[tuple[str, ...]] = ("heat",)

    carriers: Mapping[str, Carrier] = attrs.field(
        factory=no_metered_heat,
        metadata={"ecdcalc": Field("parts", "energy", "Metered energy", "计量的能源消费", optional=True)},
    )
    heat: Gigajoules = quantity(zh="供热量", en="Heat supplied", gt=0)
    generation: KilowattHours = quantity(zh="发电量", en="Electricity generated", ge=0)
    house_use: KilowattHours = quantity(
        zh="自用电量", en="House electricity", ge=0, default=assumed("0 kWh", "equipment-no-auxiliaries")
    )

    rated_power: Kilowatts = quantity(zh="发电机额定功率", en="Rated power of the generators", gt=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("given_out", "<=", "heat_in", "equipment-heat-above-fuel"),
        Law("generation", "<=", "greatest_generation", "power-above-heat-allows"),
        Law("generation", "<=", "rated_generation", "equipment-above-plate"),
    )

    @output(zh="全年满发电量", cites="definition")
    def rated_generation(self) -> KilowattHours:
        """Electricity of the generators at their rating, day and night."""
        return self.rated_power * self.year_hours

    @output(zh="燃料热量允许的最大发电量", cites="moran-shapiro-2014#5")
    def greatest_generation(self) -> KilowattHours:
        """Electricity that the heat of the fuel allows, by Carnot."""
        return self.fuel_heat * self.greatest_power_share

    @output(zh="供电量", cites="dl-t-904-2015")
    def supplied(self) -> KilowattHours:
        """Electricity supplied."""
        return self.generation - self.house_use

    @output(zh="净用电量（计量）")
    def electricity_in(self) -> KilowattHours:
        """Electricity by meter."""
        return 1 * self.metered_electricity

    @output(zh="输入热量", cites="gb-t-2589-2020#4")
    def heat_in(self) -> Gigajoules:
        """Heat of the fuels, and the electricity by meter."""
        return self.fuel_heat + self.electricity_in

    @output(zh="热电产出合计", cites="definition")
    def given_out(self) -> Gigajoules:
        """Heat and electricity given out."""
        return self.heat + self.generation

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity given out, negative."""
        return -self.supplied

    @output(zh="计算热量", cites="definition")
    def modelled_heat(self) -> Gigajoules:
        """Heat given out, negative."""
        return -self.heat

    @output(zh="全厂热效率", cites="dl-t-904-2015")
    def efficiency(self) -> Share:
        """Heat and electricity supplied per heat of the fuel."""
        return plant_efficiency(electricity_supplied=self.supplied, heat_supplied=self.heat, fuel_heat=self.fuel_heat)

    @output(zh="热电比", cites="dl-t-904-2015")
    def heat_power_ratio(self) -> Share:
        """Heat supplied per electricity supplied."""
        return heat_to_power(heat_supplied=self.heat, electricity_supplied=self.supplied)

    @output(zh="供热比（热量法）", cites="dl-t-904-2015")
    def heat_share(self) -> Share:
        """Share of fuel for heat, by heat and electricity given out."""
        return heat_share_by_quantity(heat_supplied=self.heat, heat_input=self.given_out)

    @output(zh="燃料折标准煤量", cites="gb-t-2589-2020#4")
    def fuel_energy(self) -> Tce:
        """Coal equivalent of the fuel."""
        return self.fuel_heat / self.standard_coal_heat

    @output(zh="供热标准煤耗", cites="dl-t-904-2015")
    def heat_rate(self) -> KgcePerGj:
        """Coal per heat supplied."""
        coal = coal_for_heat(coal=self.fuel_energy, heat_share=self.heat_share)
        return heat_supply_rate(coal_for_heat=coal, heat_supplied=self.heat)

    @output(zh="发电标准煤耗", cites="dl-t-904-2015")
    def power_rate(self) -> GcePerKwh:
        """Coal per electricity generated."""
        coal = coal_for_power(coal=self.fuel_energy, heat_share=self.heat_share)
        return generation_coal_rate(coal_for_power=coal, generation=self.generation)
