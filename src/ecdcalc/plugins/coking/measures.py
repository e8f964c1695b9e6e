"""Retrofits of a coke-oven battery and its by-product plant."""

from __future__ import annotations

from ecdcalc.plugin import (
    KgcePerTonne,
    KwhPerCubicMetre,
    MgPerLitre,
    Share,
    amount_of,
    change_amount,
    changed,
    measure,
    save_coal,
    with_control,
)
from ecdcalc.plugins.coking.battery import CHARGED, CokeBattery


@measure("ck-cdq", on=CokeBattery, carrier="heat", saves="1000 °C", applies="quenching == wet")
def coke_dry_quenching(battery: CokeBattery, *, saving: KgcePerTonne, carrier: str) -> CokeBattery:
    """Quench with inert gas and use the heat of the coke."""
    return changed(save_coal(battery, carrier, saving * battery.coke), quenching="dry")


@measure("ck-cmc", on=CokeBattery, carrier="coke-oven-gas", saves="fuel")
def coal_moisture_control(battery: CokeBattery, *, saving: KgcePerTonne, moisture: Share, carrier: str) -> CokeBattery:
    """Dry the charge to a steady moisture; the oven gas that this spares is sold or used elsewhere."""
    charged = amount_of(battery.carriers, CHARGED)
    return changed(save_coal(battery, carrier, saving * charged), moisture=moisture)


@measure("ck-ascension-pipe", on=CokeBattery, carrier="heat", saves="heat")
def ascension_pipe_heat(battery: CokeBattery, *, saving: KgcePerTonne, carrier: str) -> CokeBattery:
    """Raise steam from the raw gas in the ascension pipes."""
    return save_coal(battery, carrier, saving * battery.coke)


@measure("ck-flue-boiler", on=CokeBattery, carrier="heat", saves="heat")
def flue_gas_boiler(battery: CokeBattery, *, saving: KgcePerTonne, carrier: str) -> CokeBattery:
    """Raise steam from the flue gas of the ovens."""
    return save_coal(battery, carrier, saving * battery.coke)


@measure("ck-heating-control", on=CokeBattery, carrier="coke-oven-gas")
def heating_control(battery: CokeBattery, *, saving: Share, carrier: str) -> CokeBattery:
    """Control oven heating automatically; saves a share of the gas burnt in the ovens."""
    return change_amount(battery, carrier, -saving * battery.heating_gas)


@measure("ck-phenol-wastewater", on=CokeBattery)
def wastewater_treatment(
    battery: CokeBattery, *, saving: KwhPerCubicMetre, cod: MgPerLitre, nh3n: MgPerLitre
) -> CokeBattery:
    """Treat the waste water further; the electricity that this takes is a negative saving."""
    water = battery.wastewater
    treated = change_amount(battery, "electricity", -saving * water.volume)
    return changed(treated, wastewater=changed(water, cod=cod, nh3n=nh3n))


@measure("ck-voc-balance", on=CokeBattery, carrier="coke-oven-gas", saves="fuel")
def vapour_balance(
    battery: CokeBattery, *, saving: KgcePerTonne, capture: Share, destruction: Share, carrier: str
) -> CokeBattery:
    """Lead the vapours of the by-product plant back into the gas main."""
    balanced = save_coal(battery, carrier, saving * battery.coke)
    return with_control(balanced, capture=capture, destruction=destruction)


MEASURES = (
    ascension_pipe_heat,
    coal_moisture_control,
    coke_dry_quenching,
    flue_gas_boiler,
    heating_control,
    vapour_balance,
    wastewater_treatment,
)
