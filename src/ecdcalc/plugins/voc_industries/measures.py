"""Retrofits: substitution at the source, capture, destruction, recovery, leak repair."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import (
    CubicMetres,
    GjPerTonne,
    Items,
    KwhPerCubicMetre,
    Number,
    Ratio,
    Share,
    Tonnes,
    change_amount,
    changed,
    factor,
    measure,
    replaced,
    save_heat,
    with_control,
)
from ecdcalc.plugins.voc_industries.control import SolventVapours
from ecdcalc.plugins.voc_industries.lines import BondingLine, CoatingLine, FurnitureLine, Line, PrintingLine
from ecdcalc.plugins.voc_industries.materials import Material
from ecdcalc.plugins.voc_industries.oil import FillingStation, OilDepot, without_total
from ecdcalc.plugins.voc_industries.synthesis import Seals, Synthesis

AnyLine = TypeVar("AnyLine", CoatingLine, PrintingLine, FurnitureLine, BondingLine)
AnyMaterial = TypeVar("AnyMaterial", bound=Material)
AnyTreated = TypeVar("AnyTreated", Line, Synthesis)

PROJECT = "rates == project"
"""The rates of these retrofits are of the project set: a baseline on fleet averages is not held against them."""


@measure("vo-coating-substitution", on=Line)
def substitution(line: AnyLine, *, share: Share, mass_ratio: Ratio) -> AnyLine:
    """Replace a share of the solvent-borne material; `mass_ratio` is new mass per old mass for the same work."""
    old, new = line.solvent_borne, line.low_voc
    replaced = old.mass * share
    return changed(
        line,
        solvent_borne=_with_mass(old, old.mass - replaced),
        low_voc=_with_mass(new, new.mass + replaced * mass_ratio),
    )


def _with_mass(material: AnyMaterial, mass: Number) -> AnyMaterial:
    origins = {name: origin for name, origin in material.origins.items() if name != "mass"}
    return changed(material, origins=origins, mass=mass)


@measure("vo-capture", on=SolventVapours, applies=PROJECT, capture=factor("voc-control/ve039"))
def capture_upgrade(source: SolventVapours, *, capture: Share) -> SolventVapours:
    """Enclose the source instead of standing a hood over it."""
    return with_control(source, capture=capture)


@measure(
    "ch-rto",
    on=SolventVapours,
    carrier="natural-gas",
    saves="fuel",
    applies=PROJECT,
    destruction=factor("voc-control/ve045"),
)
def oxidiser(
    source: AnyTreated,
    *,
    saving: KwhPerCubicMetre,
    gas: CubicMetres,
    electricity: KwhPerCubicMetre,
    destruction: Share,
    carrier: str,
) -> AnyTreated:
    """Burn the vapours in a regenerative oxidiser; its fuel and its fan are negative savings.

    `gas` is the waste gas per year. Above about 1.5 to 2 g/m3 the oxidiser needs no fuel: give saving = "0
    kWh/m3".
    """
    fuelled = save_heat(source, carrier, saving * gas)
    powered = change_amount(fuelled, "electricity", electricity * gas)
    return with_control(powered, device="rto", destruction=destruction)


@measure(
    "vo-concentrator",
    on=SolventVapours,
    carrier="natural-gas",
    applies=PROJECT,
    destruction=factor("voc-control/ve048"),
)
def concentrator(
    source: AnyTreated,
    *,
    gas: CubicMetres,
    heat: KwhPerCubicMetre,
    electricity: KwhPerCubicMetre,
    destruction: Share,
    carrier: str,
) -> AnyTreated:
    """Adsorb, desorb and burn; fuel and fans are negative savings."""
    fuelled = save_heat(source, carrier, -heat * gas)
    powered = change_amount(fuelled, "electricity", electricity * gas)
    return with_control(powered, device="concentrator", destruction=destruction)


@measure("vo-solvent-recovery", on=Synthesis, carrier="heat")
def solvent_recovery(plant: Synthesis, *, recovered: Tonnes, heat: GjPerTonne, carrier: str) -> Synthesis:
    """Condense or distil solvent and use it again; the heat that this takes is a negative saving."""
    return changed(save_heat(plant, carrier, -heat * recovered), solvent=plant.solvent - recovered)


@measure("ch-ldar", on=Seals)
def leak_repair(seals: Seals, *, repaired: Items) -> Seals:
    """Find leaks and repair them; `repaired` are the points repaired beside those of the baseline."""
    return changed(seals, repaired=seals.repaired + repaired)


@measure("vo-stage-2", on=FillingStation)
def stage_2(station: FillingStation, *, electricity: KwhPerCubicMetre) -> FillingStation:
    """Draw the vapour back from the nozzle; the pumps' electricity per gasoline sold is a negative saving."""
    powered = change_amount(without_total(station), "electricity", electricity * station.gasoline)
    return changed(powered, stage="stage-2")


@measure("vo-stage-3", on=FillingStation)
def stage_3(station: FillingStation, *, electricity: KwhPerCubicMetre) -> FillingStation:
    """Treat the vent of the tanks; the electricity per gasoline sold is a negative saving."""
    powered = change_amount(without_total(station), "electricity", electricity * station.gasoline)
    return changed(powered, stage="stage-3")


@measure("vo-depot-unit", on=OilDepot)
def depot_unit(depot: OilDepot, *, capture: Share, recovery: Share, electricity: KwhPerCubicMetre) -> OilDepot:
    """Condense or adsorb the vapours of loading; the electricity per gasoline loaded is a negative saving."""
    powered = change_amount(without_total(depot), "electricity", electricity * depot.gasoline)
    return changed(powered, method="recovery", loading=replaced(depot.loading, capture=capture, destruction=recovery))


MEASURES = (
    capture_upgrade,
    concentrator,
    depot_unit,
    leak_repair,
    oxidiser,
    solvent_recovery,
    stage_2,
    stage_3,
    substitution,
)
