"""Retrofits of mines, washeries and boilers."""

from __future__ import annotations

from ecdcalc.equations.combustion import fuel_saved
from ecdcalc.plugin import (
    CubicMetres,
    Gigajoules,
    KgcePerCubicMetre,
    KilowattHours,
    Number,
    Share,
    change_amount,
    changed,
    measure,
    save_coal,
    save_heat,
    save_share,
    thinner,
)
from ecdcalc.plugins.coal.boiler import CoalBoiler
from ecdcalc.plugins.coal.mine import Mine
from ecdcalc.plugins.coal.washery import Washery


@measure("co-exhaust-air-heatpump", on=Mine)
def exhaust_air_heat_pump(mine: Mine, *, saving: Share, heating_electricity: KilowattHours) -> Mine:
    """Heat the shaft by a heat pump on the exhaust air in place of electric heaters."""
    return change_amount(mine, "electricity", -saving * heating_electricity)


@measure("co-gas-power-heat", on=Mine)
def gas_engine_heat(mine: Mine, *, replaced: KilowattHours) -> Mine:
    """Heat the intake air with the waste heat of the gas engines in place of electric boilers."""
    return change_amount(mine, "electricity", -replaced)


@measure("co-compressor-heat", on=Mine, carrier="heat")
def compressor_heat(mine: Mine, *, saving: Share, compressor_electricity: KilowattHours, carrier: str) -> Mine:
    """Use the heat of the compressors for bath water; of a fuel, the heat at its use is counted."""
    return save_heat(mine, carrier, saving * compressor_electricity, at_use=True)


@measure("co-main-fan-vfd", on=Mine)
def main_fan_speed_control(mine: Mine, *, saving: Share, fan_electricity: KilowattHours) -> Mine:
    """Control the speed of the main fan; the least air flow stays a hard bound."""
    return change_amount(mine, "electricity", -saving * fan_electricity)


@measure("co-cmm", on=Mine, carrier="heat", saves="fuel")
def drained_gas_use(mine: Mine, *, saving: KgcePerCubicMetre, gas: CubicMetres, carrier: str) -> Mine:
    """Drain gas and use it; methane falls by what is burnt."""
    return changed(save_coal(mine, carrier, saving * gas), gas_used=mine.gas_used + gas)


@measure("co-mine-water-heatpump", on=Mine, carrier="raw-coal")
def mine_water_heat_pump(mine: Mine, *, saving: Share, replaced: Gigajoules, carrier: str) -> Mine:
    """Replace the heat of boiler fuel by a heat pump on mine water; the saving is net of its electricity."""
    return save_heat(mine, carrier, saving * replaced, at_use=True)


@measure("co-washery-pumps", on=Washery)
def washery_pumps(washery: Washery, *, saving: Share) -> Washery:
    """Match pumps and dense-medium circuit to the load."""
    return save_share(washery, "electricity", saving)


@measure("cm-economiser", on=CoalBoiler, carrier="raw-coal", saves="fuel")
def economiser(boiler: CoalBoiler, *, saving: Share, carrier: str) -> CoalBoiler:
    """Add an economiser: so many points of efficiency more."""
    return _better(boiler, carrier, saving)


@measure("cm-o2-trim", on=CoalBoiler, carrier="raw-coal", saves="fuel")
def oxygen_trim(boiler: CoalBoiler, *, saving: Share, carrier: str) -> CoalBoiler:
    """Trim the oxygen: so many points of efficiency more."""
    return _better(boiler, carrier, saving)


@measure("cm-condensate", on=CoalBoiler, carrier="raw-coal")
def condensate_return(boiler: CoalBoiler, *, saving: Share, carrier: str) -> CoalBoiler:
    """Return the condensate; saves a share of the fuel."""
    return thinner(boiler, save_share(boiler, carrier, saving))


def _better(boiler: CoalBoiler, carrier: str, points: Number) -> CoalBoiler:
    """Return the boiler with an efficiency that is so many points higher, at the same heat delivered."""
    saved = fuel_saved(
        fuel_heat=boiler.fuel_heat, efficiency_before=boiler.efficiency, efficiency_after=boiler.efficiency + points
    )
    return thinner(boiler, save_heat(boiler, carrier, saved))


MEASURES = (
    compressor_heat,
    condensate_return,
    drained_gas_use,
    economiser,
    exhaust_air_heat_pump,
    gas_engine_heat,
    main_fan_speed_control,
    mine_water_heat_pump,
    oxygen_trim,
    washery_pumps,
)
