"""Retrofits of nonferrous works."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import (
    Gigajoules,
    GjPerTonne,
    KgcePerTonne,
    KilowattHours,
    KwhPerTonne,
    MinutesPerDay,
    Number,
    Share,
    Volts,
    change_amount,
    changed,
    line_of,
    measure,
    save_coal,
    save_heat,
    save_share,
)
from ecdcalc.plugins.nonferrous.alumina import Alumina
from ecdcalc.plugins.nonferrous.aluminium import PrimaryAluminium
from ecdcalc.plugins.nonferrous.smelting import Smelting
from ecdcalc.plugins.nonferrous.works import Works

AnyWorks = TypeVar("AnyWorks", bound=Works)


@measure("nf-alumina-tube-digestion", on=Alumina, carrier="heat", saves="heat")
def tube_digestion(alumina: Alumina, *, saving: GjPerTonne, carrier: str) -> Alumina:
    """Digest in tubes and evaporate in more effects.

    The saving is heat. Saved on a boiler fuel it counts as that much fuel heat, so without the loss of the boiler.
    """
    return save_heat(alumina, carrier, saving * alumina.alumina)


@measure("nf-alumina-waste-heat", on=Alumina, carrier="heat", saves="heat")
def waste_heat(alumina: Alumina, *, heat: Gigajoules, electricity: KilowattHours, carrier: str) -> Alumina:
    """Use heat of calciner gas, evaporator vapour or condensate; pumps and fans take electricity."""
    return change_amount(save_heat(alumina, carrier, heat), "electricity", electricity)


@measure("nf-boiler-fuel", on=Alumina, carrier="natural-gas")
def boiler_fuel_mix(
    alumina: Alumina, *, share: Share, efficiency_before: Share, efficiency_after: Share, carrier: str
) -> Alumina:
    """Burn another fuel for a share of the raw coal; the useful heat stays the same.

    The new fuel must stand among the carriers, with an amount of 0 if it was not used before.
    """
    coal = line_of(alumina, "raw-coal").coal * share
    return save_coal(save_share(alumina, "raw-coal", share), carrier, -coal * efficiency_before / efficiency_after)


@measure("cm-motor-system", on=Works, carrier="electricity")
def motor_systems(works: AnyWorks, *, saving: Share, motor_electricity: KilowattHours, carrier: str) -> AnyWorks:
    """Replace, match and control motors; saves a share of the electricity of the motors that are treated."""
    return change_amount(works, carrier, -saving * motor_electricity)


def _keep_cell_energy(pots: PrimaryAluminium, kept: Number) -> PrimaryAluminium:
    """Return the pots with a share of the cell energy kept; all electricity of the cells falls alike."""
    saved = pots.liquid_ac * (1 - kept) * pots.liquid
    return changed(
        change_amount(pots, "electricity", -saved),
        cell_electricity=pots.cell_electricity * kept,
        direct_electricity=pots.direct_electricity * kept,
    )


def _lower_voltage(pots: PrimaryAluminium, saving: Number) -> PrimaryAluminium:
    """Return the pots with less energy per liquid aluminium by less voltage at the same current efficiency."""
    kept = 1 - saving / pots.liquid_ac
    return changed(_keep_cell_energy(pots, kept), cell_voltage=pots.cell_voltage * kept)


def _run_at(pots: PrimaryAluminium, voltage: Number, efficiency: Number) -> PrimaryAluminium:
    """Return the pots at another voltage and current efficiency, with the energy that Faraday's law gives."""
    kept = voltage / pots.cell_voltage * pots.current_efficiency / efficiency
    return changed(_keep_cell_energy(pots, kept), cell_voltage=voltage, current_efficiency=efficiency)


@measure("nf-graphitised-cathode", on=PrimaryAluminium)
def graphitised_cathode(pots: PrimaryAluminium, *, saving: KwhPerTonne) -> PrimaryAluminium:
    """Line the cells with graphitised cathodes: less voltage over the cathode."""
    return _lower_voltage(pots, saving)


@measure("nf-novel-cathode", on=PrimaryAluminium)
def novel_cathode(pots: PrimaryAluminium, *, saving: KwhPerTonne) -> PrimaryAluminium:
    """Line the cells with profiled cathodes: a calmer pad and less distance between anode and metal."""
    return _lower_voltage(pots, saving)


@measure("nf-bath", on=PrimaryAluminium)
def bath_improvement(pots: PrimaryAluminium, *, cell_voltage: Volts, current_efficiency: Share) -> PrimaryAluminium:
    """Improve the bath: conductivity and superheat. The energy follows by Faraday's law."""
    return _run_at(pots, cell_voltage, current_efficiency)


@measure("nf-cell-control", on=PrimaryAluminium)
def digital_cell_control(
    pots: PrimaryAluminium, *, cell_voltage: Volts, current_efficiency: Share, anode_effect_time: MinutesPerDay
) -> PrimaryAluminium:
    """Control the cells digitally: steadier alumina, fewer anode effects. The energy follows by Faraday's law."""
    return changed(_run_at(pots, cell_voltage, current_efficiency), anode_effect_time=anode_effect_time)


@measure("nf-recycled-al", on=PrimaryAluminium)
def secondary_aluminium(pots: PrimaryAluminium, *, saving: Share, share: Share) -> PrimaryAluminium:
    """Replace a share of the primary metal by scrap.

    This moves the boundary: report it apart from efficiency. Every carrier falls by saving × share, the metal of
    the cells and the electricity of the cells by the whole share.
    """
    after = pots
    for carrier in pots.carriers:
        after = save_share(after, carrier, saving * share)
    kept = 1 - share
    return changed(
        after,
        liquid=pots.liquid * kept,
        cell_electricity=pots.cell_electricity * kept,
        direct_electricity=pots.direct_electricity * kept,
        cells=pots.cells * kept,
    )


@measure("nf-cu-oxygen", on=Smelting, carrier="coke")
def oxygen_enrichment(
    smelting: Smelting, *, saving: Share, oxygen_electricity: KilowattHours, carrier: str
) -> Smelting:
    """Smelt with oxygen-enriched air; making the oxygen takes electricity."""
    return change_amount(save_share(smelting, carrier, saving), "electricity", oxygen_electricity)


@measure("nf-smelter-whb", on=Smelting, carrier="heat", saves="heat")
def off_gas_boiler(smelting: Smelting, *, saving: KgcePerTonne, carrier: str) -> Smelting:
    """Raise steam from the off-gas of the furnace."""
    return save_coal(smelting, carrier, saving * smelting.production)


MEASURES = (
    bath_improvement,
    boiler_fuel_mix,
    digital_cell_control,
    graphitised_cathode,
    motor_systems,
    novel_cathode,
    off_gas_boiler,
    oxygen_enrichment,
    secondary_aluminium,
    tube_digestion,
    waste_heat,
)
