"""Energy that is metered and energy that is modelled, side by side on the same basis.

What is metered stands in `energy`; what a process works out (a heat pump, a roof of PV, a pump) is added with
the factors of the same carrier line. Without an `energy` table there is an empty line of electricity.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ecdcalc.model.parts.carriers import Carrier, EnergyUse, co2_of, electricity_of, empty_line
from ecdcalc.model.process import Field, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Gigajoules, KgcePerGj, KgcePerKwh, KgPerGj, KgPerKwh, KilowattHours, Tce, Tonnes
from ecdcalc.numbers.ops import Number, missing, where


def no_metered_energy() -> dict[str, Carrier]:
    """Return an empty line of electricity, which holds factors and basis."""
    return {"electricity": empty_line("electricity", "energy.electricity")}


def coal_factor(process: Any, id: str, like: Number = 1) -> Number:
    """Return the coal equivalent of one unit of electricity or heat, on the basis of that carrier line.

    `like` is any number of that kind: it gives its unit to what is missing where there is no such line.
    """
    line = process.carriers.get(id)
    if line is None:
        return like * missing(f"energy.{id}")
    return where(line.basis == "primary", line.primary_factor, line.coal_factor)


def co2_factor(process: Any, id: str, like: Number = 1) -> Number:
    """Return the CO2 of one unit of electricity or heat; `like` as above."""
    line = process.carriers.get(id)
    return like * missing(f"energy.{id}") if line is None else line.co2_factor


@record
class ModelledElectricity(EnergyUse):
    """Metered energy, and electricity that the process works out itself."""

    carriers: Mapping[str, Carrier] = attrs.field(
        factory=no_metered_energy,
        metadata={"ecdcalc": Field("parts", "energy", "Metered energy", "计量的能源消费", optional=True)},
    )

    @output(zh="电力折标准煤系数（按口径）", cites="gb-t-2589-2020#annex-a")
    def electricity_coal(self) -> KgcePerKwh:
        """Coal equivalent of electricity on the stated basis."""
        return coal_factor(self, "electricity")

    @output(zh="电网排放因子", cites="ndrc-guides-2013-2015#electricity")
    def electricity_co2(self) -> KgPerKwh:
        """CO2 of electricity."""
        return co2_factor(self, "electricity")

    @output(zh="计算电量")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity worked out, negative where it is generated."""
        return 0 * self.metered_electricity

    @output(zh="计量电量")
    def metered_electricity(self) -> KilowattHours:
        """Electricity of the metered lines."""
        return electricity_of(self.carriers)

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy, metered and modelled."""
        return self.carrier_energy + self.modelled_electricity * self.electricity_coal

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Net electricity, metered and modelled."""
        return self.metered_electricity + self.modelled_electricity

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#electricity")
    def energy_co2(self) -> Tonnes:
        """CO2 of all energy, metered and modelled."""
        return co2_of(self.carriers) + self.modelled_electricity * self.electricity_co2


def no_metered_heat() -> dict[str, Carrier]:
    """Return empty lines of electricity and heat, which hold factors and basis."""
    return {**no_metered_energy(), "heat": empty_line("heat", "energy.heat")}


@record
class ModelledEnergy(ModelledElectricity):
    """Metered energy, and electricity and heat that the process works out itself."""

    carriers: Mapping[str, Carrier] = attrs.field(
        factory=no_metered_heat,
        metadata={"ecdcalc": Field("parts", "energy", "Metered energy", "计量的能源消费", optional=True)},
    )

    @output(zh="热力折标准煤系数（按口径）", cites="gb-t-2589-2020#annex-a")
    def heat_coal(self) -> KgcePerGj:
        """Coal equivalent of heat on the stated basis."""
        return coal_factor(self, "heat", self.electricity_coal)

    @output(zh="热力排放因子", cites="ndrc-guides-2013-2015#heat")
    def heat_co2(self) -> KgPerGj:
        """CO2 of heat."""
        return co2_factor(self, "heat", self.electricity_co2)

    @output(zh="计算热量")
    def modelled_heat(self) -> Gigajoules:
        """Heat worked out, negative where it is given out."""
        return 0 * self.metered_electricity

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy, metered and modelled."""
        of_electricity = self.modelled_electricity * self.electricity_coal
        return self.carrier_energy + of_electricity + self.modelled_heat * self.heat_coal

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#general")
    def energy_co2(self) -> Tonnes:
        """CO2 of all energy, metered and modelled."""
        modelled = self.modelled_electricity * self.electricity_co2 + self.modelled_heat * self.heat_co2
        return co2_of(self.carriers) + modelled
