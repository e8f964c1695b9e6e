"""Retrofits of public institutions: those of buildings on their metered uses, solar power, new-energy vehicles."""

from __future__ import annotations

from ecdcalc.plugin import (
    GramsPerKilometre,
    Kilometres,
    Kilowatts,
    KwhPerKilometre,
    KwhPerKilowatt,
    Share,
    Vehicles,
    change_amount,
    changed,
    first_of,
    measure,
    save_heat,
    save_share,
)
from ecdcalc.plugins.public_institutions.institution import Institution
from ecdcalc.plugins.public_institutions.register import OfficialVehicles


@measure("bd-envelope", on=Institution, carrier="heat")
def envelope_retrofit(institution: Institution, *, saving: Share, carrier: str) -> Institution:
    """Insulate walls and roof and change windows."""
    saved = save_heat(institution, carrier, saving * institution.heating, at_use=True)
    return changed(saved, heating=institution.heating * (1 - saving))


@measure("bd-heat-metering", on=Institution, carrier="heat")
def heat_metering(institution: Institution, *, saving: Share, carrier: str) -> Institution:
    """Meter the heat and balance the hydraulics."""
    saved = save_heat(institution, carrier, saving * institution.heating, at_use=True)
    return changed(saved, heating=institution.heating * (1 - saving))


@measure("bd-led-indoor", on=Institution)
def led_lighting(institution: Institution, *, saving: Share) -> Institution:
    """Change lamps to LED with controls."""
    saved = change_amount(institution, "electricity", -saving * institution.lighting)
    return changed(saved, lighting=institution.lighting * (1 - saving))


@measure("bd-chiller-plant", on=Institution)
def chiller_plant(institution: Institution, *, saving: Share) -> Institution:
    """Optimise the cooling plant."""
    saved = change_amount(institution, "electricity", -saving * institution.cooling)
    return changed(saved, cooling=institution.cooling * (1 - saving))


@measure("bd-solar-hot-water", on=Institution, carrier="electricity")
def solar_hot_water(institution: Institution, *, saving: Share, carrier: str) -> Institution:
    """Heat water with the sun."""
    saved = save_heat(institution, carrier, saving * institution.hot_water, at_use=True)
    return changed(saved, hot_water=institution.hot_water * (1 - saving))


@measure("bd-ems", on=Institution)
def commissioning(institution: Institution, *, saving: Share) -> Institution:
    """Commission by monitoring: every carrier, and every metered use, is saved alike."""
    saved = institution
    for carrier in institution.carriers:
        saved = save_share(saved, carrier, saving)
    left = 1 - saving
    return changed(
        saved,
        lighting=institution.lighting * left,
        cooling=institution.cooling * left,
        heating=institution.heating * left,
        hot_water=institution.hot_water * left,
    )


@measure("cm-pv", on=Institution)
def solar_extension(institution: Institution, *, capacity: Kilowatts, used: KwhPerKilowatt) -> Institution:
    """Put up photovoltaic modules; `used` is the power that the institution uses itself, per capacity and year."""
    power = capacity * used
    saved = change_amount(institution, "electricity", -power)
    return changed(
        saved,
        pv_generation=first_of(institution.solar_power, 0 * power) + power,
        pv_capacity=first_of(institution.pv_capacity, 0 * capacity) + capacity,
    )


@measure("pi-new-energy-vehicles", on=OfficialVehicles, carrier="gasoline")
def new_energy_vehicles(
    fleet: OfficialVehicles,
    *,
    vehicles: Vehicles,
    distance: Kilometres,
    fuel: GramsPerKilometre,
    electricity: KwhPerKilometre,
    carrier: str,
) -> OfficialVehicles:
    """Renew with new-energy vehicles; `distance` is what they all drive, with what the old ones took per km."""
    saved = change_amount(fleet, carrier, -distance * fuel)
    return changed(
        change_amount(saved, "electricity", distance * electricity),
        added_new_energy=fleet.added_new_energy + vehicles,
        fleet_new_energy=fleet.fleet_new_energy + vehicles,
    )


MEASURES = (
    chiller_plant,
    commissioning,
    envelope_retrofit,
    heat_metering,
    led_lighting,
    new_energy_vehicles,
    solar_extension,
    solar_hot_water,
)
