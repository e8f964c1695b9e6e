"""Retrofits of equipment: what published rows give as a share, and what follows from the physics."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.equations.motor_classes import ie4_efficiency
from ecdcalc.plugin import (
    Celsius,
    Electricity,
    KilowattHours,
    Kilowatts,
    Megapascals,
    Millimetres,
    Number,
    PercentagePoints,
    Ratio,
    Share,
    SquareMetres,
    WattsPerMetreKelvin,
    WattsPerSquareMetre,
    WattsPerSquareMetreKelvin,
    changed,
    measure,
    save_share,
)
from ecdcalc.plugins.equipment.air import CompressedAir
from ecdcalc.plugins.equipment.boiler import Boiler
from ecdcalc.plugins.equipment.chp import Chp
from ecdcalc.plugins.equipment.common import water_enthalpy
from ecdcalc.plugins.equipment.cooling import ChillerPlant, HeatPump
from ecdcalc.plugins.equipment.electrical import Lighting, Transformer
from ecdcalc.plugins.equipment.firing import AnyFired, Fired, burn
from ecdcalc.plugins.equipment.furnace import Furnace
from ecdcalc.plugins.equipment.insulation import Insulation
from ecdcalc.plugins.equipment.motor import Motor
from ecdcalc.plugins.equipment.pumping import Fan, Mover, Pump
from ecdcalc.plugins.equipment.solar import Pv, SolarHeat
from ecdcalc.plugins.equipment.steam import BackPressureTurbine, SteamSystem
from ecdcalc.plugins.equipment.waste_heat import WasteHeat

AnyMover = TypeVar("AnyMover", bound=Mover)


# motors, pumps, fans, air


@measure("cm-motor-system", on=Motor)
def motor_system(motor: Motor, *, saving: Share) -> Motor:
    """Match and control a motor system by a published share; where speed or duty are known, use the physics."""
    return changed(motor, load=motor.load * (1 - saving), power=motor.power * (1 - saving))


@measure("cm-ie3-ie5", on=Motor)
def efficient_motor(motor: Motor, *, saving: PercentagePoints) -> Motor:
    """Replace a motor by one of a better class: its efficiency rises by so many points.

    The published 3 points are those of small motors; from 55 kW on it is 1 to 2. Where the power is known take
    `ie4-motor`.
    """
    return _with_efficiency(motor, motor.rated_efficiency + saving)


@measure("cm-motor-ie4", on=Motor, applies="poles == four")
def ie4_motor(motor: Motor) -> Motor:
    """Replace a four-pole motor by one of class IE4 with the same power."""
    return _with_efficiency(changed(motor, efficiency_class="IE4"), ie4_efficiency(rated_power=motor.rated_power))


def _with_efficiency(motor: Motor, rated_efficiency: Number) -> Motor:
    """Return the motor with another rated efficiency; at the other known load it moves by as many points."""
    more = rated_efficiency - motor.rated_efficiency
    better = changed(motor, rated_efficiency=rated_efficiency, known_efficiency=motor.known_efficiency + more)
    return changed(better, power=motor.power * motor.efficiency / better.efficiency)


@measure("cm-motor-speed", on=Motor, applies="control == fixed-speed")
def motor_speed_control(motor: Motor, *, speed: Share, drive_efficiency: Share) -> Motor:
    """Run a motor through a converter at a lower mean speed; the power follows the driven machine."""
    slow = changed(motor, control="variable-speed", speed=speed, drive_efficiency=drive_efficiency)
    return changed(slow, power=motor.power * slow.worked_out / motor.worked_out)


def _recalibrated(before: AnyMover, after: AnyMover) -> AnyMover:
    """Return the changed machine with the measured power moved as the model moves."""
    return changed(after, power=before.power * after.model_power / before.model_power)


@measure("cm-pump-speed", on=Pump)
def pump_speed_control(pump: Pump, *, pump_efficiency: Share, drive_efficiency: Share) -> Pump:
    """Control a pump by speed: it gives the head that the system needs, and no more for a throttle.

    Efficiencies are those at the new point; that of the drive with the converter.
    """
    after = changed(pump, head=pump.needed_head, pump_efficiency=pump_efficiency, drive_efficiency=drive_efficiency)
    return _recalibrated(pump, after)


@measure("cm-fan-speed", on=Fan, applies="control != variable-speed")
def fan_speed_control(fan: Fan, *, drive_efficiency: Share) -> Fan:
    """Control a fan by speed: it gives the pressure that the duct needs.

    Where only power at full flow is known, the curve of variable speed takes the place of that of the damper.
    """
    after = changed(fan, control="variable-speed", pressure=fan.needed_pressure, drive_efficiency=drive_efficiency)
    return _recalibrated(fan, after)


@measure("cm-air-leak", on=CompressedAir)
def leak_repair(air: CompressedAir, *, saving: Share) -> CompressedAir:
    """Repair leaks: the flow falls by that share, the users get what they got."""
    kept = 1 - saving
    return changed(air, flow=air.flow * kept, leak_share=1 - (1 - air.leaks) / kept, power=air.power * kept)


@measure("cm-air-pressure", on=CompressedAir)
def pressure_reduction(air: CompressedAir, *, pressure: Megapascals) -> CompressedAir:
    """Lower the pressure (absolute), by adiabatic work. Leaks and free use fall too, which is not counted."""
    lower = changed(air, pressure=pressure)
    return changed(lower, power=air.power * lower.model_power / air.model_power)


# fuel


def _with_flue_gas(before: AnyFired, after: AnyFired, gas_per_fuel: Number) -> AnyFired:
    """Return the changed equipment with the fuel that its flue-gas loss now takes."""
    kept = before.available / (before.available + before.flue_loss - after.flue_loss)
    return burn(after, kept, gas_per_fuel)


@measure("cm-o2-trim", on=Fired)
def oxygen_trim(fired: AnyFired, *, oxygen: Share) -> AnyFired:
    """Burn with less excess air, by the flue-gas loss. The flue gas shrinks; CO and NOx must be measured anew."""
    less_air = (fired.oxygen_in_air - fired.oxygen) / (fired.oxygen_in_air - oxygen)
    return _with_flue_gas(fired, changed(fired, oxygen=oxygen), less_air)


@measure("cm-flue-heat", on=Fired)
def flue_gas_heat(fired: AnyFired, *, flue_temperature: Celsius) -> AnyFired:
    """Cool the flue gas by an economiser, air preheater or recuperator, by the flue-gas loss."""
    return _with_flue_gas(fired, changed(fired, flue_temperature=flue_temperature), 1)


@measure("cm-economiser", on=Boiler)
def economiser(boiler: Boiler, *, saving: PercentagePoints) -> Boiler:
    """Add an economiser by published points of efficiency; where temperatures are known, use `flue-gas-heat`."""
    return burn(boiler, boiler.efficiency / (boiler.efficiency + saving))


@measure("cm-condensate", on=Boiler, applies="steam > 0 t")
def condensate_return(boiler: Boiler, *, feedwater_temperature: Celsius) -> Boiler:
    """Return condensate: the feed water is hotter, and the steam takes less heat from the fuel."""
    enthalpy = water_enthalpy(boiler.steam_pressure, feedwater_temperature, boiler.feedwater_enthalpy)
    hotter = changed(boiler, feedwater_temperature=feedwater_temperature, feedwater_enthalpy=enthalpy)
    return burn(hotter, hotter.steam_heat / boiler.steam_heat)


@measure("cm-furnace-wall", on=Furnace)
def furnace_wall(furnace: Furnace, *, wall_temperature: Celsius) -> Furnace:
    """Insulate a furnace: its outer surface is cooler."""
    return _tighter(furnace, changed(furnace, wall_temperature=wall_temperature))


@measure("cm-furnace-opening", on=Furnace)
def furnace_opening(furnace: Furnace, *, open_share: Share) -> Furnace:
    """Keep doors and openings shut for longer."""
    return _tighter(furnace, changed(furnace, open_share=open_share))


def _tighter(before: Furnace, after: Furnace) -> Furnace:
    """Return the furnace with the fuel that walls and openings now take."""
    saved = (before.structure_loss - after.structure_loss) / before.available
    return burn(after, 1 - saved / before.fuel_heat)


@measure("cm-chp", on=Chp, applies="generation <= 0 kWh")
def heat_and_power(plant: Chp, *, heat_efficiency: Share, electric_efficiency: Share) -> Chp:
    """Make heat and power together in the place of a boiler, with the same fuels.

    Fuel = heat over the heat efficiency; electricity = fuel × electric efficiency.
    """
    fuel = plant.heat / heat_efficiency
    return changed(burn(plant, fuel / plant.fuel_heat), generation=fuel * electric_efficiency)


# heat


@measure("cm-steam-trap", on=SteamSystem)
def trap_programme(steam: SteamSystem, *, repaired: Ratio) -> SteamSystem:
    """Repair failed traps; what each loses follows from bore and pressure."""
    return changed(steam, failed_traps=steam.failed_traps - repaired)


@measure("cm-flash-steam", on=SteamSystem)
def flash_steam(steam: SteamSystem, *, flash_recovered: Share) -> SteamSystem:
    """Use flash steam of condensate."""
    return changed(steam, flash_recovered=flash_recovered)


@measure("cm-insulation", on=Insulation)
def insulate(
    surface: Insulation,
    *,
    thickness: Millimetres,
    conductivity: WattsPerMetreKelvin,
    surface_coefficient: WattsPerSquareMetreKelvin,
) -> Insulation:
    """Insulate a surface, by heat transfer; the 80 to 95 % of the library is a check."""
    return changed(surface, thickness=thickness, conductivity=conductivity, surface_coefficient=surface_coefficient)


@measure("cm-waste-heat", on=WasteHeat)
def waste_heat_use(stream: WasteHeat, *, heat_share: Share) -> WasteHeat:
    """Use a share of the heat of a stream."""
    return changed(stream, heat_share=heat_share)


@measure("cm-low-temperature-power", on=WasteHeat)
def low_temperature_power(
    stream: WasteHeat, *, power_share: Share, cycle_efficiency: Share, cold: Celsius, auxiliary_power: Kilowatts
) -> WasteHeat:
    """Make power of a share of the heat of a stream; pumps and fans take electricity."""
    return changed(
        stream,
        power_share=power_share,
        cycle_efficiency=cycle_efficiency,
        cold=cold,
        auxiliary_power=auxiliary_power,
    )


@measure("cm-back-pressure", on=BackPressureTurbine, applies="mode == let-down")
def turbine_for_let_down(
    station: BackPressureTurbine,
    *,
    isentropic_efficiency: Share,
    mechanical_efficiency: Share,
    generator_efficiency: Share,
) -> BackPressureTurbine:
    """Let steam down through a turbine."""
    return changed(
        station,
        mode="turbine",
        isentropic_efficiency=isentropic_efficiency,
        mechanical_efficiency=mechanical_efficiency,
        generator_efficiency=generator_efficiency,
    )


@measure("cm-hthp", on=HeatPump, applies="share < 100 %")
def heat_pump(pump: HeatPump, *, share: Share, cop: Ratio, hot: Celsius, cold: Celsius) -> HeatPump:
    """Let a heat pump supply a share of the heat; the other energy falls with what is left.

    On the calorific basis it saves, on the primary one it may not: look at both.
    """
    after = pump
    kept = (1 - share) / (1 - pump.share)
    for id, line in pump.carriers.items():
        after = after if isinstance(line, Electricity) else save_share(after, id, 1 - kept)
    return changed(after, share=share, cop=cop, hot=hot, cold=cold)


@measure("cm-chiller", on=ChillerPlant)
def chiller_replacement(plant: ChillerPlant, *, cop: Ratio) -> ChillerPlant:
    """Replace chillers."""
    return changed(plant, cop=cop)


# electricity


@measure("cm-transformer", on=Transformer)
def efficient_transformer(transformer: Transformer, *, saving: Share) -> Transformer:
    """Replace a transformer by a published share of its losses; where the plate is known, give the reporting state."""
    return changed(
        transformer,
        no_load_loss=transformer.no_load_loss * (1 - saving),
        load_loss=transformer.load_loss * (1 - saving),
    )


@measure("cm-lighting", on=Lighting)
def lighting_retrofit(lighting: Lighting, *, density: WattsPerSquareMetre, use_share: Share) -> Lighting:
    """Change lamps and add controls."""
    return changed(lighting, density=density, use_share=use_share)


@measure("cm-pv", on=Pv)
def pv_extension(plant: Pv, *, rated_power: Kilowatts, generation: KilowattHours) -> Pv:
    """Add modules, with the electricity that they are expected to give."""
    return changed(plant, rated_power=plant.rated_power + rated_power, metered=plant.generation + generation)


@measure("cm-solar-heat", on=SolarHeat)
def solar_extension(plant: SolarHeat, *, area: SquareMetres) -> SolarHeat:
    """Add collectors of the same kind; the heat rises with the area."""
    larger = changed(plant, area=plant.area + area)
    return changed(larger, metered=plant.metered * larger.area / plant.area)


MEASURES = (
    chiller_replacement,
    condensate_return,
    economiser,
    efficient_motor,
    efficient_transformer,
    fan_speed_control,
    flash_steam,
    flue_gas_heat,
    furnace_opening,
    furnace_wall,
    heat_and_power,
    heat_pump,
    ie4_motor,
    insulate,
    leak_repair,
    lighting_retrofit,
    low_temperature_power,
    motor_speed_control,
    motor_system,
    oxygen_trim,
    pressure_reduction,
    pump_speed_control,
    pv_extension,
    solar_extension,
    trap_programme,
    turbine_for_let_down,
    waste_heat_use,
)
