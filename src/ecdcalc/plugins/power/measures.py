"""Retrofits of power units.

What is saved per electricity supplied is coal for the same electricity and heat. Less house electricity is
counted the same way: the unit generates that much less for the same supply, and spares the coal of it at its
own gross rate. Flue gas and what is monitored in it fall with the fuel, at the same concentration.
"""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import GcePerKwh, KilowattHours, Number, Share, changed, denitrate, measure, save_coal, thinner
from ecdcalc.plugins.power.coal_unit import CoalUnit
from ecdcalc.plugins.power.unit import PowerUnit

AnyUnit = TypeVar("AnyUnit", bound=PowerUnit)


def save_fuel(unit: AnyUnit, carrier: str, coal: Number) -> AnyUnit:
    """Return the unit with that much less fuel, and with less flue gas in proportion."""
    return thinner(unit, save_coal(unit, carrier, coal))


def save_house_electricity(unit: AnyUnit, carrier: str, saved: Number) -> AnyUnit:
    """Return the unit with that much less house electricity, for the same electricity and heat supplied."""
    generation = unit.generation - saved
    less = changed(unit, generation=generation, house_load=1 - unit.supplied / generation)
    return save_fuel(less, carrier, saved * unit.generation_coal_rate)


@measure("pw-turbine-flowpath", on=CoalUnit, carrier="raw-coal", saves="fuel")
def flow_path_retrofit(unit: CoalUnit, *, saving: GcePerKwh, carrier: str) -> CoalUnit:
    """Renew the flow path of the turbine."""
    return save_fuel(unit, carrier, saving * unit.supplied)


@measure("pw-aph-bypass-heat", on=CoalUnit, carrier="raw-coal", saves="fuel")
def air_preheater_bypass(unit: CoalUnit, *, saving: GcePerKwh, carrier: str) -> CoalUnit:
    """Take heat from flue gas that passes by the air preheater."""
    return save_fuel(unit, carrier, saving * unit.supplied)


@measure("pw-chp-backpressure", on=CoalUnit, carrier="raw-coal", saves="fuel", applies="turbine == extraction")
def cascade_heating(unit: CoalUnit, *, saving: GcePerKwh, carrier: str) -> CoalUnit:
    """Lead extracted steam through a small back-pressure turbine before it heats."""
    return save_fuel(unit, carrier, saving * unit.supplied)


@measure("pw-high-backpressure", on=CoalUnit, carrier="raw-coal", saves="fuel", applies="turbine == extraction")
def high_back_pressure_heating(
    unit: CoalUnit, *, saving: GcePerKwh, season_supply: KilowattHours, carrier: str
) -> CoalUnit:
    """Heat with the circulating water at a raised back pressure; `season_supply` is what the season supplies."""
    return save_fuel(unit, carrier, saving * season_supply)


@measure("pw-low-temp-economiser", on=CoalUnit, carrier="raw-coal", saves="fuel")
def low_temperature_economiser(unit: CoalUnit, *, saving: GcePerKwh, carrier: str) -> CoalUnit:
    """Heat condensate with flue gas."""
    return save_fuel(unit, carrier, saving * unit.supplied)


@measure("pw-seal-airpreheater", on=CoalUnit, carrier="raw-coal", saves="fuel")
def air_preheater_seal(unit: CoalUnit, *, saving: GcePerKwh, carrier: str) -> CoalUnit:
    """Seal the air preheater."""
    return save_fuel(unit, carrier, saving * unit.supplied)


@measure("pw-aux-vfd", on=PowerUnit, carrier="raw-coal", saves="fuel")
def variable_speed_drives(
    unit: PowerUnit, *, saving: Share, drive_electricity: KilowattHours, carrier: str
) -> PowerUnit:
    """Drive fans and pumps at variable speed; `drive_electricity` is what these drives use."""
    return save_house_electricity(unit, carrier, saving * drive_electricity)


@measure("pw-scr", on=PowerUnit, carrier="raw-coal", saves="fuel")
def selective_reduction(unit: PowerUnit, *, saving: Share, removal: Share, carrier: str) -> PowerUnit:
    """Remove NOx by selective catalytic reduction; the electricity that this takes is a negative saving."""
    cleaned = save_house_electricity(unit, carrier, saving * unit.generation)
    return denitrate(cleaned, removal, "scr")


MEASURES = (
    air_preheater_bypass,
    air_preheater_seal,
    cascade_heating,
    flow_path_retrofit,
    high_back_pressure_heating,
    low_temperature_economiser,
    selective_reduction,
    variable_speed_drives,
)
