"""Retrofits of kilns, mills and glass furnaces."""

from __future__ import annotations

from typing import TypeVar

from ecdcalc.plugin import (
    KgcePerTonne,
    KgPerGj,
    KilowattHours,
    KwhPerItem,
    KwhPerTonne,
    Share,
    change_amount,
    changed,
    factor,
    less_nox,
    measure,
    save_coal,
    save_heat,
    save_share,
)
from ecdcalc.plugins.building_materials.cement import Cement
from ecdcalc.plugins.building_materials.ceramics import CeramicKiln
from ecdcalc.plugins.building_materials.clinker import ClinkerLine
from ecdcalc.plugins.building_materials.fired import BrickKiln
from ecdcalc.plugins.building_materials.glass import FlatGlass
from ecdcalc.plugins.building_materials.kiln import Kiln

AnyKiln = TypeVar("AnyKiln", bound=Kiln)


@measure("bm-cement-whr", on=ClinkerLine)
def waste_heat_power(line: ClinkerLine, *, saving: KwhPerTonne) -> ClinkerLine:
    """Make electricity of preheater gas and cooler exhaust; less is bought."""
    made = saving * line.clinker
    return changed(change_amount(line, "electricity", -made), waste_heat_power=line.waste_heat_power + made)


@measure("bm-cement-high-solid-gas", on=ClinkerLine, carrier="bituminous", saves="fuel")
def high_solid_gas_preheater(line: ClinkerLine, *, saving: KgcePerTonne, carrier: str) -> ClinkerLine:
    """Preheat at a high ratio of solids to gas."""
    return save_coal(line, carrier, saving * line.clinker)


@measure("bm-cement-kiln-loss", on=ClinkerLine, carrier="heat", saves="heat")
def kiln_loss_recovery(line: ClinkerLine, *, saving: Share, carrier: str) -> ClinkerLine:
    """Recover heat of shell and cooler for use elsewhere."""
    return save_heat(line, carrier, saving * line.heat_input)


@measure("bm-cement-grate-cooler", on=ClinkerLine, carrier="bituminous", saves="fuel")
def grate_cooler(line: ClinkerLine, *, saving: KgcePerTonne, carrier: str) -> ClinkerLine:
    """Cool the clinker on a grate of the fourth generation."""
    return save_coal(line, carrier, saving * line.clinker)


@measure("bm-cement-vrm", on=ClinkerLine)
def raw_mill(line: ClinkerLine, *, saving: KwhPerTonne) -> ClinkerLine:
    """Grind the raw meal in a vertical roller mill."""
    return change_amount(line, "electricity", -saving * line.raw_meal)


@measure("bm-cement-alternative-fuel", on=ClinkerLine, carrier="bituminous", saves="fuel")
def alternative_fuel(line: ClinkerLine, *, share: Share, alternative_co2: KgPerGj, carrier: str) -> ClinkerLine:
    """Replace a share of all heat fired by alternative fuel, at equal heat."""
    heat = share * line.heat_input
    after = save_heat(line, carrier, heat)
    return changed(after, alternative_heat=line.alternative_heat + heat, alternative_co2=alternative_co2)


@measure("bm-cement-staged", on=ClinkerLine, removal=factor("nox-control/ne015"))
def staged_combustion(line: ClinkerLine, *, removal: Share) -> ClinkerLine:
    """Stage the combustion in the calciner. No change of fuel is published."""
    return less_nox(line, removal)


@measure("bm-cement-low-nox-burner", on=ClinkerLine, carrier="bituminous")
def low_nox_burner(line: ClinkerLine, *, saving: Share, removal: Share, carrier: str) -> ClinkerLine:
    """Fire with a low-NOx burner and indirect firing."""
    return less_nox(save_share(line, carrier, saving), removal)


@measure("bm-cement-sncr", on=ClinkerLine, carrier="bituminous", removal=factor("nox-control/ne017"))
def kiln_sncr(
    line: ClinkerLine, *, saving: Share, removal: Share, electricity: KilowattHours, carrier: str
) -> ClinkerLine:
    """Reduce NOx without catalyst; the water of the reagent takes fuel, its pumps electricity: negative savings."""
    after = change_amount(save_share(line, carrier, saving), "electricity", electricity)
    return less_nox(after, removal)


@measure("bm-cement-scr", on=ClinkerLine, removal=factor("nox-control/ne019"))
def kiln_scr(line: ClinkerLine, *, removal: Share, electricity: KilowattHours) -> ClinkerLine:
    """Reduce NOx over a catalyst; fans and blowers take electricity, a negative saving."""
    return less_nox(change_amount(line, "electricity", electricity), removal)


@measure("bm-cement-roller-press", on=Cement)
def roller_press(mill: Cement, *, saving: KwhPerTonne) -> Cement:
    """Grind with a roller press before or instead of the ball mill."""
    return change_amount(mill, "electricity", -saving * mill.cement)


@measure("bm-glass-oxyfuel", on=FlatGlass, carrier="natural-gas")
def oxy_fuel(
    glass: FlatGlass, *, saving: Share, removal: Share, oxygen_electricity: KilowattHours, carrier: str
) -> FlatGlass:
    """Fire with oxygen; making the oxygen takes electricity."""
    after = change_amount(save_share(glass, carrier, saving), "electricity", oxygen_electricity)
    return changed(less_nox(after, removal), firing="oxy-fuel")


@measure("bm-glass-whr", on=FlatGlass)
def glass_waste_heat_power(glass: FlatGlass, *, saving: KwhPerItem) -> FlatGlass:
    """Make electricity of the flue gas of the furnace."""
    return change_amount(glass, "electricity", -saving * glass.cases)


@measure("bm-glass-scr", on=FlatGlass, removal=factor("nox-control/ne023"))
def glass_scr(glass: FlatGlass, *, removal: Share, electricity: KilowattHours) -> FlatGlass:
    """Reduce NOx over a catalyst; fans and blowers take electricity, a negative saving."""
    return less_nox(change_amount(glass, "electricity", electricity), removal)


@measure("bm-ceramic-kiln", on=CeramicKiln, carrier="natural-gas")
def ceramic_kiln(kiln: CeramicKiln, *, saving: Share, carrier: str) -> CeramicKiln:
    """Fire in a wide kiln and dry with its waste heat."""
    return save_share(kiln, carrier, saving)


@measure("bm-brick-kiln", on=BrickKiln, carrier="gangue")
def brick_kiln(kiln: BrickKiln, *, saving: Share, carrier: str) -> BrickKiln:
    """Dry with the waste heat of the tunnel kiln."""
    return save_share(kiln, carrier, saving)


@measure("cm-motor-system", on=Kiln, carrier="electricity")
def kiln_motors(kiln: AnyKiln, *, saving: Share, motor_electricity: KilowattHours, carrier: str) -> AnyKiln:
    """Replace, match and control motors; saves a share of the electricity of the motors that are treated."""
    return change_amount(kiln, carrier, -saving * motor_electricity)


MEASURES = (
    alternative_fuel,
    brick_kiln,
    ceramic_kiln,
    glass_scr,
    glass_waste_heat_power,
    grate_cooler,
    high_solid_gas_preheater,
    kiln_loss_recovery,
    kiln_motors,
    kiln_scr,
    kiln_sncr,
    low_nox_burner,
    oxy_fuel,
    raw_mill,
    roller_press,
    staged_combustion,
    waste_heat_power,
)
