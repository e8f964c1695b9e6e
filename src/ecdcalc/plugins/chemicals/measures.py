"""Retrofits of chemical lines and of the vapour sources of a site."""

from __future__ import annotations

from ecdcalc.plugin import (
    CubicMetres,
    Gigajoules,
    GjPerTonne,
    Items,
    KgcePerTonne,
    KgPerCubicMetre,
    KwhPerCubicMetre,
    KwhPerTonne,
    MgPerLitre,
    Share,
    change_amount,
    changed,
    factor,
    measure,
    save_coal,
    save_heat,
    with_control,
)
from ecdcalc.plugins.chemicals.chloralkali import CalciumCarbide, CausticSoda
from ecdcalc.plugins.chemicals.common import ChemicalProcess
from ecdcalc.plugins.chemicals.nitrogen import Ammonia
from ecdcalc.plugins.chemicals.site import VapourSite


@measure("ch-oxygen-gasification", on=ChemicalProcess, carrier="anthracite", saves="fuel")
def oxygen_enriched_gasification(
    line: ChemicalProcess, *, saving: KgcePerTonne, oxygen_electricity: KwhPerTonne, carrier: str
) -> ChemicalProcess:
    """Gasify with oxygen-enriched air; the electricity of the air separation is a negative saving."""
    enriched = save_coal(line, carrier, saving * line.product)
    return change_amount(enriched, "electricity", oxygen_electricity * line.product)


@measure("ch-waste-heat", on=ChemicalProcess, carrier="heat", saves="heat")
def waste_heat_recovery(line: ChemicalProcess, *, saving: KgcePerTonne, carrier: str) -> ChemicalProcess:
    """Raise steam from the heat of gasification, shift, synthesis or flue gas."""
    return save_coal(line, carrier, saving * line.product)


@measure("ch-nh3-bat", on=Ammonia, carrier="anthracite", saves="fuel")
def best_available_ammonia(line: Ammonia, *, saving: Share, carrier: str) -> Ammonia:
    """Bring the ammonia line to best available technology."""
    return save_coal(line, carrier, saving * line.energy)


@measure("ch-nh3-purge-h2", on=Ammonia, carrier="anthracite", saves="fuel")
def purge_gas_hydrogen(line: Ammonia, *, saving: GjPerTonne, carrier: str) -> Ammonia:
    """Return the hydrogen of the purge gas to the synthesis."""
    return save_heat(line, carrier, saving * line.product)


@measure("ch-zero-gap", on=CausticSoda)
def zero_gap_cells(line: CausticSoda, *, saving: KwhPerTonne) -> CausticSoda:
    """Change to zero-gap membrane cells: less voltage at the same current efficiency.

    The published saving is direct current; what the rectifiers would save beside it is left out.
    """
    kept = 1 - saving / line.cell_electricity
    return changed(
        change_amount(line, "electricity", -saving * line.product),
        direct_electricity=line.direct_electricity * kept,
        cell_voltage=line.cell_voltage * kept,
    )


@measure("ch-carbide-gas", on=CalciumCarbide, carrier="heat", saves="fuel")
def carbide_furnace_gas(line: CalciumCarbide, *, saving: KgcePerTonne, carrier: str) -> CalciumCarbide:
    """Close the carbide furnace and use its gas."""
    return save_coal(line, carrier, saving * line.product)


@measure("ch-mvr", on=ChemicalProcess, carrier="heat", saves="heat")
def vapour_recompression(
    line: ChemicalProcess, *, saving: Share, evaporation: Gigajoules, carrier: str
) -> ChemicalProcess:
    """Evaporate with recompressed vapour; saves a share of the heat of evaporation, net of electricity."""
    return save_heat(line, carrier, saving * evaporation)


@measure("ch-heat-integration", on=ChemicalProcess, carrier="heat", saves="heat")
def heat_integration(line: ChemicalProcess, *, saving: Share, steam: Gigajoules, carrier: str) -> ChemicalProcess:
    """Integrate distillation and heat exchangers; saves a share of their steam."""
    return save_heat(line, carrier, saving * steam)


@measure("ch-ammonia-strip", on=ChemicalProcess, carrier="heat", saves="heat")
def ammonia_stripping(
    line: ChemicalProcess,
    *,
    saving: KgPerCubicMetre,
    treated: CubicMetres,
    steam_heat: GjPerTonne,
    nh3n: MgPerLitre,
    carrier: str,
) -> ChemicalProcess:
    """Strip ammonia from waste water; the steam that this takes is a negative saving."""
    stripped = save_heat(line, carrier, saving * treated * steam_heat)
    return changed(stripped, wastewater=changed(line.wastewater, nh3n=nh3n))


@measure("ch-ldar", on=VapourSite)
def leak_repair(site: VapourSite, *, repaired: Items) -> VapourSite:
    """Repair points that were found leaking: 0.275 kg/h for each."""
    return changed(site, leaks=changed(site.leaks, repaired=site.leaks.repaired + repaired))


@measure("ch-rto", on=VapourSite, carrier="natural-gas", saves="fuel", destruction=factor("voc-control/ve045"))
def thermal_oxidiser(
    site: VapourSite,
    *,
    saving: KwhPerCubicMetre,
    waste_gas: CubicMetres,
    capture: Share,
    destruction: Share,
    carrier: str,
) -> VapourSite:
    """Burn the collected vapours; the fuel that this takes is a negative saving."""
    burning = save_heat(site, carrier, saving * waste_gas)
    return with_control(burning, capture=capture, destruction=destruction)


MEASURES = (
    ammonia_stripping,
    best_available_ammonia,
    carbide_furnace_gas,
    heat_integration,
    leak_repair,
    oxygen_enriched_gasification,
    purge_gas_hydrogen,
    thermal_oxidiser,
    vapour_recompression,
    waste_heat_recovery,
    zero_gap_cells,
)
