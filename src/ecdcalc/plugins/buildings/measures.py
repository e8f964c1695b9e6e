"""Retrofits of buildings, their heating, and street lighting."""

from __future__ import annotations

from ecdcalc.plugin import Celsius, Ratio, Share, change_amount, changed, measure, save_heat, save_share
from ecdcalc.plugins.buildings.building import Building, StreetLighting
from ecdcalc.plugins.buildings.heating import Heating


@measure("bd-envelope", on=Heating)
def envelope_retrofit(heating: Heating, *, saving: Share) -> Heating:
    """Insulate walls and roof and change windows, by the share of heat that this saves.

    Where the new U-values are known, give them as the reporting state instead.
    """
    return changed(heating, demand=heating.heat_demand * (1 - saving))


@measure("bd-heat-metering", on=Heating)
def heat_metering(heating: Heating, *, saving: Share) -> Heating:
    """Meter the heat and balance the hydraulics."""
    return changed(heating, demand=heating.heat_demand * (1 - saving))


@measure("bd-ashp", on=Heating, applies="source == coal")
def air_heat_pump(heating: Heating, *, cop: Ratio, supply_temperature: Celsius, source_temperature: Celsius) -> Heating:
    """Replace coal stoves by air-source heat pumps.

    The saving follows from the efficiency of the stove and the COP; the share of the library is not used.
    """
    return changed(
        heating,
        source="air-heat-pump",
        cop=cop,
        supply_temperature=supply_temperature,
        source_temperature=source_temperature,
    )


@measure("bd-led-street", on=StreetLighting)
def led_street_lighting(lighting: StreetLighting, *, saving: Share) -> StreetLighting:
    """Change street lamps to LED."""
    return changed(lighting, lamp_power=lighting.lamp_power * (1 - saving))


@measure("bd-led-indoor", on=Building)
def led_indoor_lighting(building: Building, *, saving: Share) -> Building:
    """Change indoor lamps to LED with controls. The lower cooling load and higher heating load are not counted."""
    saved = change_amount(building, "electricity", -saving * building.lighting)
    return changed(saved, lighting_metered=building.lighting * (1 - saving))


@measure("bd-chiller-plant", on=Building)
def chiller_plant(building: Building, *, saving: Share) -> Building:
    """Optimise the cooling plant."""
    saved = change_amount(building, "electricity", -saving * building.cooling)
    return changed(saved, cooling_metered=building.cooling * (1 - saving))


@measure("bd-ems", on=Building)
def commissioning(building: Building, *, saving: Share) -> Building:
    """Commission by monitoring: every carrier is saved alike."""
    saved = building
    for carrier in building.carriers:
        saved = save_share(saved, carrier, saving)
    return saved


@measure("bd-solar-hot-water", on=Building, carrier="electricity")
def solar_hot_water(building: Building, *, saving: Share, carrier: str) -> Building:
    """Heat water with the sun; saves a share of the energy for hot water."""
    saved = save_heat(building, carrier, saving * building.hot_water, at_use=True)
    return changed(saved, hot_water=building.hot_water * (1 - saving))


MEASURES = (
    air_heat_pump,
    chiller_plant,
    commissioning,
    envelope_retrofit,
    heat_metering,
    led_indoor_lighting,
    led_street_lighting,
    solar_hot_water,
)
