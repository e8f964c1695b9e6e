"""The energy of a process, and how a measure changes what it takes in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, TypeVar

import attrs

from ecdcalc.model.parts.carriers.kinds import carrier_kinds
from ecdcalc.model.parts.carriers.lines import Carrier, CoalEquivalent, Electricity, Fuel
from ecdcalc.model.parts.carriers.media import BySteam, LiquidFuel, Steam
from ecdcalc.model.process import Field, Record, changed, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import KilowattHours, Tce, Tonnes
from ecdcalc.numbers.ops import Number, first_of, missing, total, where
from ecdcalc.words.errors import MissingValueError

User = TypeVar("User", bound="EnergyUse")

GIVEN = ("electricity", "heat", "waste-heat", "standard-coal")
"""Carriers that any process may give out, beside steam and media; one that makes fuels says so (`gives`)."""


@record
class EnergyUse(Record):
    """The energy of a process: carriers in (positive) and out (negative)."""

    gives: ClassVar[Collection[str] | None] = GIVEN
    """The fuels that may leave it, beside the rest; all other fuels can only enter. None: any may."""

    transforms: ClassVar[Mapping[str, str]] = {}
    """The carriers that it makes another carrier of, each with its column of table 2-1 of the yearly energy report.

    The empty key is every fuel; `transformed` is the whole alone, where what a fuel becomes cannot be told from it.
    """

    only_gives: ClassVar[Collection[str]] = ()
    """The carriers that can only leave it: its by-products."""

    carriers: Mapping[str, Carrier] = attrs.field(
        factory=dict,
        metadata={"ecdcalc": Field("parts", "energy", "Energy carriers", "能源消费", optional=True)},
    )

    @output(zh="各能源折标准煤合计", cites="gb-t-2589-2020#4")
    def carrier_energy(self) -> Tce:
        """Coal equivalent of all carriers, in minus out."""
        return total(line.coal for line in self.carriers.values())

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy."""
        return self.carrier_energy

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Net electricity."""
        return electricity_of(self.carriers)

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#general", extensive=True)
    def co2(self) -> Tonnes:
        """CO2 from energy and process."""
        return self.energy_co2 + self.process_co2

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#combustion")
    def energy_co2(self) -> Tonnes:
        """CO2 of all carriers."""
        return co2_of(self.carriers)

    @output(zh="过程二氧化碳排放量")
    def process_co2(self) -> Tonnes:
        """CO2 of the process itself; none unless the process says otherwise."""
        return 0 * self.energy_co2


def amount_of(carriers: Mapping[str, Carrier], kinds: Collection[str]) -> Number:
    """Return the amount of the carriers of some kinds together; missing where there is none of them."""
    amounts = [line.amount for id, line in carriers.items() if id in kinds]
    return total(amounts) if amounts else missing(f"energy.{next(iter(kinds))}")


def substance(id: str) -> str:
    """Return the carrier that a liquid by volume is by mass, any other carrier itself."""
    kind = carrier_kinds()[id]
    return kind.coal if kind.measured_in == "liquid" else id


def mass_or_volume(line: Any) -> Number:
    """Return what factors per amount are for: the mass of liquids and solids, the volume of gases."""
    return line.amount * line.density if isinstance(line, LiquidFuel) else line.amount


def emitted(carriers: Mapping[str, Carrier], kinds: Collection[str], factor: Number) -> Number:
    """Return amount × factor of the carriers of some kinds; zero where there is none of them, whatever the factor."""
    return total(line.amount * factor for id, line in carriers.items() if id in kinds)


def electricity_of(carriers: Mapping[str, Carrier]) -> Number:
    """Return the electricity of the carriers, bought less sold."""
    return total(line.amount for line in carriers.values() if isinstance(line, Electricity))


def co2_of(carriers: Mapping[str, Carrier]) -> Number:
    """Return the CO2 of the carriers."""
    return total(line.co2 for line in carriers.values())


def line_of(user: EnergyUse, carrier: str) -> Any:
    """Return the line of one carrier. Raises `MissingValueError` where the process does not use it."""
    if carrier not in user.carriers:
        raise MissingValueError("carrier-missing", carrier=carrier, place=user.place)
    return user.carriers[carrier]


def change_amount(user: User, carrier: str, change: Number) -> User:
    """Return the process with `change` added to the amount of one carrier."""
    line = line_of(user, carrier)
    return changed(user, carriers={**user.carriers, carrier: changed(line, amount=line.amount + change)})


def save_coal(user: User, carrier: str, coal: Number, *, of_carrier: bool = False) -> User:
    """Return the process with a coal equivalent less of one carrier; of electricity, what is made of that heat.

    `of_carrier` is coal equivalent of the carrier itself, electricity too.
    """
    line = line_of(user, carrier)
    coal = coal if of_carrier else _worth(line, coal)
    return change_amount(user, carrier, -coal / specific_coal(line))


def save_heat(user: User, carrier: str, heat: Number, *, at_use: bool = False) -> User:
    """Return the process with that much heat (lower heating value) less of a fuel, or of heat itself.

    Electricity is made of heat by an efficiency; `at_use` is heat that electricity itself gave: as much is spared.
    """
    line = line_of(user, carrier)
    heat = heat if at_use else _worth(line, heat)
    if isinstance(line, LiquidFuel):
        return change_amount(user, carrier, -heat / (specific_coal(line) * line.standard_coal_heat))
    if isinstance(line, BySteam):
        return change_amount(user, carrier, -heat / line.heat_content)
    if isinstance(line, Fuel):
        return change_amount(user, carrier, -heat / first_of(line.lhv, line.coal_factor * line.standard_coal_heat))
    if isinstance(line, CoalEquivalent):
        return change_amount(user, carrier, -heat / line.standard_coal_heat)
    return change_amount(user, carrier, -heat)


def _worth(line: Any, heat: Number) -> Number:
    """Return what saved heat is as the carrier: what electricity is made of it; heat that is taken counts in full."""
    if not isinstance(line, Electricity):
        return heat
    return where(heat > 0 * heat, heat * line.power_efficiency, heat)


def with_power(user: User, carrier: str, power_efficiency: Number, heat_temperature: Number) -> User:
    """Return the process with the efficiency at which saved heat becomes electricity, and the heat's temperature."""
    line = changed(line_of(user, carrier), power_efficiency=power_efficiency, heat_temperature=heat_temperature)
    return changed(user, carriers={**user.carriers, carrier: line})


def save_share(user: User, carrier: str, share: Number) -> User:
    """Return the process with a share of one carrier less."""
    return change_amount(user, carrier, -share * line_of(user, carrier).amount)


def specific_coal(line: Any) -> Number:
    """Return the coal equivalent per amount of a carrier line on the calorific basis."""
    if isinstance(line, Steam):
        return line.heat_content * line.coal_factor
    if isinstance(line, LiquidFuel):
        return line.density * first_of(line.lhv / line.standard_coal_heat, line.coal_factor)
    if isinstance(line, Fuel):
        return first_of(line.lhv / line.standard_coal_heat, line.coal_factor)
    return 1 if isinstance(line, CoalEquivalent) else line.coal_factor
