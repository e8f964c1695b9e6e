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
from ecdcalc.numbers.ops import Missing
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
