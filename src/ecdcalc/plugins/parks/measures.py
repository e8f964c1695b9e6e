"""Retrofits of heat sources, boilers and networks."""

from __future__ import annotations

from ecdcalc.equations.combustion import fuel_saved
from ecdcalc.plugin import (
    Gigajoules,
    KilowattHours,
    Number,
    Share,
    change_amount,
    changed,
    measure,
    save_heat,
    save_share,
    thinner,
)
from ecdcalc.plugins.parks.heat import Firing, HeatSource


def _better(boiler: Firing, carrier: str, points: Number) -> Firing:
    """Return the boiler with an efficiency that is so many points higher, at the same heat made."""
    saved = fuel_saved(
        fuel_heat=boiler.fuel_heat, efficiency_before=boiler.efficiency, efficiency_after=boiler.efficiency + points
    )
    return thinner(boiler, save_heat(boiler, carrier, saved))


@measure("cm-economiser", on=Firing, carrier="raw-coal", saves="fuel")
def economiser(boiler: Firing, *, saving: Share, carrier: str) -> Firing:
    """Heat feed water with the flue gas; `saving` is in points of boiler efficiency."""
    return _better(boiler, carrier, saving)


@measure("cm-o2-trim", on=Firing, carrier="raw-coal", saves="fuel")
def oxygen_trim(boiler: Firing, *, saving: Share, carrier: str) -> Firing:
    """Hold the excess air down; `saving` is in points of boiler efficiency."""
    return _better(boiler, carrier, saving)


@measure("cm-condensate", on=Firing, carrier="raw-coal")
def condensate_return(boiler: Firing, *, saving: Share, carrier: str) -> Firing:
    """Bring condensate back to the boiler."""
    return thinner(boiler, save_share(boiler, carrier, saving))


@measure("cm-insulation", on=HeatSource, carrier="raw-coal", saves="fuel")
def network_insulation(source: HeatSource, *, saving: Share, bare: Share, carrier: str) -> HeatSource:
    """Insulate bare pipes and valves; `bare` is their share in the loss of the network."""
    lost = source.sent_out * source.network_loss
    spared = lost * bare * saving
    fired = thinner(source, save_heat(source, carrier, spared / source.efficiency))
    return changed(fired, network_loss=(lost - spared) / (source.sent_out - spared))


@measure("pk-residual-heat", on=HeatSource, carrier="raw-coal", saves="fuel")
def residual_heat(source: HeatSource, *, heat: Gigajoules, electricity: KilowattHours, carrier: str) -> HeatSource:
    """Take residual heat of a member into the network; the pumps' electricity is a negative saving."""
    fired = thinner(source, save_heat(source, carrier, heat / source.efficiency))
    pumped = change_amount(fired, "electricity", electricity)
    taken = changed(source.residual, heat=source.cascaded + heat)
    return changed(pumped, takes_residual="yes", residual=taken)


MEASURES = (condensate_return, economiser, network_insulation, oxygen_trim, residual_heat)
