"""Retrofits of farms and villages."""

from __future__ import annotations

from ecdcalc.plugin import (
    CubicMetres,
    Households,
    KgcePerCubicMetre,
    KwhPerCubicMetre,
    Metres,
    Number,
    Share,
    change_amount,
    changed,
    line_of,
    measure,
    save_coal,
    save_share,
    specific_coal,
    thinner,
)
from ecdcalc.plugins.agriculture.crops import Fertiliser
from ecdcalc.plugins.agriculture.fields import CoalHeater, GrainDrying, Greenhouse, Irrigation, Machinery
from ecdcalc.plugins.agriculture.livestock import Herd
from ecdcalc.plugins.agriculture.villages import HouseholdHeating, RuralSewage


@measure("ag-nitrogen", on=Fertiliser)
def nitrogen_reduction(field: Fertiliser, *, saving: Share) -> Fertiliser:
    """Give less nitrogen at the same uptake: the use efficiency rises by as much (ΔN = N0 (1 − UE0/UE1))."""
    return changed(
        field,
        nitrogen=field.nitrogen * (1 - saving),
        nutrients=field.nutrients - field.nitrogen * saving,
        efficiency=field.efficiency / (1 - saving),
    )


@measure("ag-drip", on=Irrigation, carrier="electricity")
def drip_irrigation(irrigation: Irrigation, *, saving: Share, head: Metres, carrier: str) -> Irrigation:
    """Irrigate by drip: less water, but at the head that the drippers need."""
    left = (1 - saving) * head / irrigation.head
    pumped = save_share(irrigation, carrier, 1 - left)
    return changed(pumped, water=irrigation.water * (1 - saving), head=head)


@measure("ag-pump-station", on=Irrigation, carrier="electricity")
def pump_stations(irrigation: Irrigation, *, saving: Share, carrier: str) -> Irrigation:
    """Renew pump stations and well pumps."""
    return save_share(irrigation, carrier, saving)


@measure("ag-machinery", on=Machinery, carrier="diesel")
def machinery_renewal(fleet: Machinery, *, saving: Share, carrier: str) -> Machinery:
    """Scrap old machines for such of China IV."""
    return changed(save_share(fleet, carrier, saving), stage="china-4")


@measure("ag-greenhouse", on=Greenhouse, carrier="raw-coal")
def greenhouse_insulation(house: Greenhouse, *, saving: Share, carrier: str) -> Greenhouse:
    """Insulate greenhouses and draw thermal screens; what is monitored in the flue gas falls with the fuel."""
    return thinner(house, save_share(house, carrier, saving))


@measure("ag-grain-dryer", on=GrainDrying, carrier="raw-coal")
def heat_pump_drying(dryer: GrainDrying, *, saving: Share, carrier: str) -> GrainDrying:
    """Dry with heat pumps instead of coal; the saving is on the primary-equivalent basis of electricity."""
    line = line_of(dryer, carrier)
    coal = line.amount * specific_coal(line)
    cold = thinner(dryer, save_share(dryer, carrier, 1))
    return change_amount(cold, "electricity", _power(dryer, coal * (1 - saving)))


@measure("bd-ashp", on=HouseholdHeating, carrier="raw-coal")
def household_heat_pumps(
    heating: HouseholdHeating, *, saving: Share, replaced: Households, carrier: str
) -> HouseholdHeating:
    """Give households a heat pump for their coal stove; the saving is on the primary-equivalent basis."""
    line = line_of(heating, carrier)
    spared = line.amount * replaced / heating.coal_households
    power = _power(heating, spared * specific_coal(line) * (1 - saving))
    powered = change_amount(change_amount(heating, carrier, -spared), "electricity", power)
    return changed(powered, coal_households=heating.coal_households - replaced)


@measure("ag-rural-sewage", on=RuralSewage)
def aeration_control(sewage: RuralSewage, *, saving: KwhPerCubicMetre) -> RuralSewage:
    """Control the aeration of village plants."""
    return change_amount(sewage, "electricity", -saving * sewage.volume)


@measure("ag-biogas", on=Herd, carrier="heat", saves="fuel")
def biogas_plant(herd: Herd, *, saving: KgcePerCubicMetre, biogas: CubicMetres, share: Share, carrier: str) -> Herd:
    """Digest the dry manure of a share of the animals, and use the gas in place of a carrier."""
    origins = {name: each for name, each in herd.origins.items() if name != "dry_biogas"}
    fired = save_coal(herd, carrier, saving * biogas)
    return changed(fired, dry_biogas=herd.dry_biogas + share, origins=origins)


def _power(user: CoalHeater | HouseholdHeating, coal: Number) -> Number:
    """Return the electricity of a coal equivalent on the primary-equivalent basis."""
    return coal / line_of(user, "electricity").primary_factor


MEASURES = (
    aeration_control,
    biogas_plant,
    drip_irrigation,
    greenhouse_insulation,
    heat_pump_drying,
    household_heat_pumps,
    machinery_renewal,
    nitrogen_reduction,
    pump_stations,
)
