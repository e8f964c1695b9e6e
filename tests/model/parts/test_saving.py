"""What a measure takes off a carrier, and what becomes of heat."""

import pytest

from ecdcalc.model.parts.carriers import (
    Electricity,
    EnergyUse,
    MassFuel,
    change_amount,
    save_coal,
    save_heat,
    save_share,
    specific_coal,
    with_power,
)
from ecdcalc.model.parts.carriers.media import LiquidFuel, Steam
from ecdcalc.model.process import changed
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.words.errors import MissingValueError

GWH = 3.6e12


def plant():
    coal = MassFuel(carrier="raw-coal", amount=1e9, lhv=20e6, standard_coal_heat=29.3076e6)
    power = Electricity(carrier="electricity", amount=10 * GWH, coal_factor=0.1229 / 3.6e6)
    return EnergyUse(carriers={"raw-coal": coal, "electricity": power})


def test_a_share_and_an_amount_come_off_one_carrier():
    assert save_share(plant(), "raw-coal", 0.1).carriers["raw-coal"].amount == pytest.approx(9e8)
    assert change_amount(plant(), "electricity", -GWH).carriers["electricity"].amount == pytest.approx(9 * GWH)
    with pytest.raises(MissingValueError):
        save_share(plant(), "diesel", 0.1)


def test_heat_of_a_fuel_counts_by_its_heating_value():
    assert save_heat(plant(), "raw-coal", 4e9).carriers["raw-coal"].amount == pytest.approx(1e9 - 200)
    assert specific_coal(plant().carriers["raw-coal"]) == pytest.approx(20 / 29.3076)


def test_saved_heat_is_no_electricity_but_by_an_efficiency():
    assert isinstance(save_heat(plant(), "electricity", GWH).electricity, Missing)
    assert isinstance(save_coal(plant(), "electricity", 1000.0).electricity, Missing)
    powered = with_power(plant(), "electricity", 0.35, 900.0)
    assert save_heat(powered, "electricity", 2 * GWH).electricity == pytest.approx(9.3 * GWH)
    # 122.9 tce are 1 GWh of heat at the calorific value
    assert save_coal(powered, "electricity", 122_900.0).electricity == pytest.approx(9.65 * GWH)


def test_heat_that_electricity_gave_or_gives_counts_in_full():
    assert save_heat(plant(), "electricity", 2 * GWH, at_use=True).electricity == pytest.approx(8 * GWH)
    assert save_heat(plant(), "electricity", -2 * GWH).electricity == pytest.approx(12 * GWH)


def of(line):
    return EnergyUse(carriers={line.carrier: line})


def test_heat_and_coal_of_a_liquid_by_volume_are_those_of_its_mass():
    # 0.8 kg/L with 40 MJ/kg: a litre holds 32 MJ
    diesel = LiquidFuel(carrier="diesel-litre", amount=100.0, density=800.0, lhv=40e6, coal_factor=1.4571,
                        standard_coal_heat=29.3076e6)  # fmt: skip
    assert save_heat(of(diesel), "diesel-litre", 32e9).carriers["diesel-litre"].amount == pytest.approx(99)
    assert save_coal(of(diesel), "diesel-litre", 32e9 / 29.3076e6).carriers["diesel-litre"].amount == pytest.approx(99)
    by_table = changed(diesel, lhv=missing("lhv"))
    assert specific_coal(by_table) == pytest.approx(800 * 1.4571)


def test_heat_and_coal_of_steam_by_mass_are_those_above_the_water():
    # 2 800 − 84 kJ/kg: 2.716 MJ in each kilogram
    steam = Steam(carrier="steam", amount=1000.0, enthalpy=2.8e6, water_enthalpy=84e3, coal_factor=0.03412e-6)
    assert save_heat(of(steam), "steam", 2.716e6).carriers["steam"].amount == pytest.approx(999)
    assert specific_coal(steam) == pytest.approx(2.716 * 0.03412)
    assert save_coal(of(steam), "steam", 2.716 * 0.03412).carriers["steam"].amount == pytest.approx(999)
