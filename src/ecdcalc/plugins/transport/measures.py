"""Changes of fleets and freight."""

from __future__ import annotations

from ecdcalc.plugin import (
    GramsPerKilometre,
    KwhPerKilometre,
    Number,
    Share,
    TonneKilometres,
    change_amount,
    changed,
    line_of,
    measure,
    missing,
    save_share,
    specific_coal,
)
from ecdcalc.plugins.transport.freight import Freight
from ecdcalc.plugins.transport.road import Fleet

OLD = "stage != china-4 & stage != china-5 & stage != china-6"


@measure("tr-ebus", on=Fleet, applies="vehicle == city-bus & fuel == diesel")
def electric_buses(fleet: Fleet, *, consumption: KwhPerKilometre) -> Fleet:
    """Replace diesel buses by battery-electric ones, which take `consumption` at the charging point.

    All the diesel that the fleet burns is saved, whatever the library says of other buses (21.5 t each); charging is
    a negative saving of its own.
    """
    charged = change_amount(fleet, "electricity", consumption * fleet.distance)
    return changed(save_share(charged, "diesel", 1), fuel="electricity")


@measure("tr-etruck", on=Fleet, applies="fuel == diesel")
def electric_trucks(fleet: Fleet, *, saving: Share) -> Fleet:
    """Replace diesel trucks by battery-electric ones; the saving is of the diesel energy, calorific."""
    diesel = _coal(fleet, "diesel")
    charged = change_amount(fleet, "electricity", diesel * (1 - saving) / _specific(fleet, "electricity"))
    return changed(save_share(charged, "diesel", 1), fuel="electricity")


@measure("tr-ecodriving", on=Fleet, carrier="diesel")
def eco_driving(fleet: Fleet, *, saving: Share, carrier: str) -> Fleet:
    """Train drivers, with telematics. Exhaust factors per kilometre stay."""
    return save_share(fleet, carrier, saving)


@measure("tr-aero-tyres", on=Fleet, carrier="diesel")
def tyres_and_aerodynamics(fleet: Fleet, *, saving: Share, carrier: str) -> Fleet:
    """Fit low-rolling-resistance tyres and deflectors. Exhaust factors per kilometre stay."""
    return save_share(fleet, carrier, saving)


@measure("tr-scrap-old", on=Fleet, carrier="diesel", applies=f"fuel == diesel & {OLD}")
def replace_old_diesel(
    fleet: Fleet, *, saving: Share, hc: GramsPerKilometre, pm: GramsPerKilometre, carrier: str
) -> Fleet:
    """Replace diesel vehicles at China III or older by China VI.

    The guide has no China VI factors: NOx takes the estimates in the vehicle set, HC and PM are given.
    """
    renewed = save_share(fleet, carrier, saving)
    return changed(renewed, stage="china-6", nox_measured=missing("nox_measured"), hc_measured=hc, pm_measured=pm)


@measure("tr-modal-shift", on=Freight, carrier="diesel")
def shift_to_rail(freight: Freight, *, saving: Share, shifted: TonneKilometres, carrier: str) -> Freight:
    """Shift t·km from road to electric rail; the saving is of the road energy per t·km, first and last mile in it."""
    part = shifted / freight.road_turnover
    moved = part * _coal(freight, carrier) * (1 - saving) / _specific(freight, "electricity")
    on_rail = change_amount(save_share(freight, carrier, part), "electricity", moved)
    return changed(on_rail, road_turnover=freight.road_turnover - shifted)


def _specific(process: Fleet | Freight, carrier: str) -> Number:
    return specific_coal(line_of(process, carrier))


def _coal(process: Fleet | Freight, carrier: str) -> Number:
    return line_of(process, carrier).amount * _specific(process, carrier)


MEASURES = (
    eco_driving,
    electric_buses,
    electric_trucks,
    replace_old_diesel,
    shift_to_rail,
    tyres_and_aerodynamics,
)
