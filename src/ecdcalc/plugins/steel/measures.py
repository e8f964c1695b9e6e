"""Retrofits of the processes of a steel works."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import (
    Fuel,
    GjPerTonne,
    KgPerTonne,
    KilowattHours,
    KwhPerTonne,
    Number,
    Share,
    change_amount,
    changed,
    factor,
    less_nox,
    measure,
    save_heat,
)
from ecdcalc.plugins.steel.agglomeration import Agglomeration, SinterStrand
from ecdcalc.plugins.steel.base import SteelProcess
from ecdcalc.plugins.steel.ironmaking import BlastFurnace
from ecdcalc.plugins.steel.rolling import RollingMill
from ecdcalc.plugins.steel.steelmaking import Converter, ElectricFurnace

Mill = TypeVar("Mill", bound=RollingMill)
Source = TypeVar("Source", bound=SteelProcess)


def less_fuel(mill: Mill, share: Number) -> Mill:
    """Return the mill with that share less of every fuel, so that savings multiply and do not add."""
    carriers = {
        id: changed(line, amount=line.amount * (1 - share)) if isinstance(line, Fuel) else line
        for id, line in mill.carriers.items()
    }
    return changed(mill, carriers=carriers)


def less_fuel_per_tonne(mill: Mill, saving: Number) -> Mill:
    """Return the mill with a saving per tonne taken as a share of the fuel that it needed before any retrofit."""
    return less_fuel(mill, saving / mill.reheating_fuel)


# sinter


@measure("st-sinter-whr-power", on=SinterStrand, carrier="electricity")
def cooler_power(strand: SinterStrand, *, saving: KwhPerTonne, carrier: str) -> SinterStrand:
    """Make electricity of the waste heat of the sinter cooler."""
    return change_amount(strand, carrier, -saving * strand.sinter)


@measure("st-sinter-whr-steam", on=SinterStrand, carrier="heat", saves="heat")
def cooler_steam(strand: SinterStrand, *, saving: GjPerTonne, carrier: str) -> SinterStrand:
    """Raise steam of the waste heat of the sinter cooler."""
    return save_heat(strand, carrier, saving * strand.sinter)


@measure("st-sinter-optimise", on=SinterStrand, carrier="coke", saves="fuel")
def sinter_optimisation(strand: SinterStrand, *, saving: GjPerTonne, carrier: str) -> SinterStrand:
    """Set the strand by multi-objective optimisation; its effect on NOx and SO2 is to be measured."""
    return save_heat(strand, carrier, saving * strand.sinter)


@measure("st-sinter-denox", on=Agglomeration, carrier="electricity", removal=factor("nox-control/ne021"))
def sinter_denitrification(
    plant: Agglomeration, *, removal: Share, power: KilowattHours, carrier: str
) -> Agglomeration:
    """Remove NOx from the waste gas of the strand by SCR or activated carbon; the power it takes is a loss."""
    return less_nox(change_amount(plant, carrier, power), removal)


@measure("st-flue-gas-denox", on=SteelProcess, carrier="electricity")
def flue_gas_denitrification(source: Source, *, removal: Share, power: KilowattHours, carrier: str) -> Source:
    """Remove NOx from a flue gas (hot stoves, reheating furnaces, boilers) by SCR; the power it takes is a loss."""
    return less_nox(change_amount(source, carrier, power), removal)


# blast furnace


@measure("st-trt", on=BlastFurnace, carrier="electricity")
def top_turbine(furnace: BlastFurnace, *, saving: KwhPerTonne, carrier: str) -> BlastFurnace:
    """Expand the top gas in a turbine."""
    return change_amount(furnace, carrier, -saving * furnace.iron)


@measure("st-pci", on=BlastFurnace, carrier="anthracite")
def coal_injection(furnace: BlastFurnace, *, coke: KgPerTonne, coal: KgPerTonne, carrier: str) -> BlastFurnace:
    """Inject more coal per tonne of iron in place of coke.

    The published saving is that of coke making, which lies outside the furnace; here only the fuels that change count.
    """
    burdened = change_amount(furnace, "coke", -coke * furnace.iron)
    return change_amount(burdened, carrier, coal * furnace.iron)


@measure("st-stove-whr", on=BlastFurnace, carrier="blast-furnace-gas", saves="fuel")
def stove_preheating(furnace: BlastFurnace, *, saving: GjPerTonne, carrier: str) -> BlastFurnace:
    """Preheat air and gas of the hot stoves with their flue gas; the stoves burn that much less gas."""
    warmed = save_heat(furnace, carrier, saving * furnace.iron)
    spared = furnace.carriers[carrier].amount - warmed.carriers[carrier].amount
    return changed(warmed, stove_gas=furnace.stove_gas - spared)


# steelmaking


@measure("st-bof-gas", on=Converter, carrier="converter-gas", saves="fuel")
def gas_recovery(converter: Converter, *, saving: GjPerTonne, carrier: str) -> Converter:
    """Recover converter gas, or more of it."""
    return save_heat(converter, carrier, saving * converter.steel)


@measure("st-ladle-heating", on=Converter, carrier="converter-gas", saves="fuel")
def ladle_heating(converter: Converter, *, saving: GjPerTonne, carrier: str) -> Converter:
    """Heat ladles with less gas."""
    return save_heat(converter, carrier, saving * converter.steel)


def _less_power(furnace: ElectricFurnace, saving: Number) -> ElectricFurnace:
    return change_amount(furnace, "electricity", -saving * furnace.steel)


@measure("st-eaf-consteel", on=ElectricFurnace)
def continuous_preheating(furnace: ElectricFurnace, *, saving: GjPerTonne) -> ElectricFurnace:
    """Preheat and charge scrap continuously with the off-gas."""
    return _less_power(furnace, saving)


@measure("st-eaf-shaft", on=ElectricFurnace, carrier="natural-gas")
def shaft_preheating(
    furnace: ElectricFurnace, *, saving: GjPerTonne, fuel: GjPerTonne, carrier: str
) -> ElectricFurnace:
    """Preheat scrap in a shaft; the fuel that this adds is a loss."""
    return save_heat(_less_power(furnace, saving), carrier, -fuel * furnace.steel)


@measure("st-eaf-oxyfuel", on=ElectricFurnace, carrier="natural-gas")
def oxyfuel_burners(
    furnace: ElectricFurnace, *, saving: GjPerTonne, fuel: GjPerTonne, oxygen_power: KwhPerTonne, carrier: str
) -> ElectricFurnace:
    """Melt with oxy-fuel burners; the fuel and the power of the oxygen are losses."""
    spared = _less_power(furnace, saving - oxygen_power)
    return save_heat(spared, carrier, -fuel * furnace.steel)


@measure("st-eaf-foamy-slag", on=ElectricFurnace)
def foamy_slag(furnace: ElectricFurnace, *, saving: GjPerTonne) -> ElectricFurnace:
    """Foam the slag to shield the arc."""
    return _less_power(furnace, saving)


@measure("st-eaf-uhp", on=ElectricFurnace)
def high_power_transformer(furnace: ElectricFurnace, *, saving: GjPerTonne) -> ElectricFurnace:
    """Use an ultra-high-power transformer."""
    return _less_power(furnace, saving)


@measure("st-eaf-control", on=ElectricFurnace)
def arc_control(furnace: ElectricFurnace, *, saving: GjPerTonne) -> ElectricFurnace:
    """Control the arc automatically."""
    return _less_power(furnace, saving)


@measure("st-eaf-fluegas", on=ElectricFurnace)
def off_gas_control(furnace: ElectricFurnace, *, saving: GjPerTonne) -> ElectricFurnace:
    """Control the furnace by its off-gas."""
    return _less_power(furnace, saving)


# rolling


@measure("st-hot-charge", on=RollingMill)
def hot_charging(mill: RollingMill, *, saving: Share) -> RollingMill:
    """Charge slabs or billets hot; saves a share of the fuel of the reheating furnaces."""
    return less_fuel(mill, saving)


@measure("st-regen-burner", on=RollingMill)
def regenerative_burners(mill: RollingMill, *, saving: GjPerTonne) -> RollingMill:
    """Preheat air and gas in regenerative burners; NOx per gas may rise and should then be measured."""
    return less_fuel_per_tonne(mill, saving)


@measure("st-hsm-control", on=RollingMill)
def furnace_control(mill: RollingMill, *, saving: GjPerTonne) -> RollingMill:
    """Control the reheating furnaces of a hot strip mill by process control."""
    return less_fuel_per_tonne(mill, saving)


@measure("st-furnace-insulation", on=RollingMill)
def furnace_insulation(mill: RollingMill, *, saving: GjPerTonne) -> RollingMill:
    """Insulate the reheating furnaces better."""
    return less_fuel_per_tonne(mill, saving)


@measure("st-rolling-drives", on=RollingMill)
def rolling_drives(mill: RollingMill, *, saving: GjPerTonne) -> RollingMill:
    """Drive the stands efficiently."""
    return change_amount(mill, "electricity", -saving * mill.rolled)


MEASURES = (
    arc_control,
    coal_injection,
    continuous_preheating,
    cooler_power,
    cooler_steam,
    foamy_slag,
    furnace_control,
    furnace_insulation,
    gas_recovery,
    high_power_transformer,
    hot_charging,
    ladle_heating,
    off_gas_control,
    oxyfuel_burners,
    regenerative_burners,
    rolling_drives,
    shaft_preheating,
    sinter_optimisation,
    stove_preheating,
    top_turbine,
    sinter_denitrification,
    flue_gas_denitrification,
)
