import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import turbines

CASES = [
    # unit tests of ORNL's MEASUR (Turbine.unit.cpp): 35.10286 kg/h from 3707.3971 to 3677.1554 kJ/kg give 1000 kJ/h
    # behind a generator of 94.2 %
    case(
        turbines.back_pressure_power,
        "0.2777778 kW",
        1e-4,
        flow="35.1028619554 kg/h",
        inlet_enthalpy="3707.3971175 kJ/kg",
        outlet_enthalpy="3677.1553918 kJ/kg",
        mechanical_efficiency="100 %",
        generator_efficiency="94.2 %",
    ),
    case(turbines.steam_rate, "5 kg/kWh", flow="50 t/h", power="10 MW"),
    # one plant by hand: 100 GJ from the boiler, 60 GJ supplied, 10 tce
    case(turbines.heat_share_by_quantity, "60 %", heat_supplied="60 GJ", heat_input="100 GJ"),
    # 100 (2900 − 2300) / (220 (3400 − 2300)) by hand
    case(
        turbines.heat_share_by_enthalpy_drop,
        "24.7934 %",
        extraction="100 t",
        extraction_enthalpy="2900 kJ/kg",
        live_steam="220 t",
        live_enthalpy="3400 kJ/kg",
        condenser_enthalpy="2300 kJ/kg",
    ),
    case(turbines.coal_for_heat, "6 tce", coal="10 tce", heat_share="60 %"),
    case(turbines.coal_for_power, "4 tce", coal="10 tce", heat_share="60 %"),
    case(turbines.generation_coal_rate, "160 gce/kWh", coal_for_power="4 tce", generation="25 MWh"),
    case(turbines.house_load, "8 %", power_use="2 MWh", generation="25 MWh"),
    # 305.5 gce/kWh of supply at 5 % is 290.2 of generation
    case(turbines.supply_coal_rate, "305.5 gce/kWh", generation_coal_rate="290.225 gce/kWh", house_load="5 %"),
    # GB/T 2589: 34.12 kgce/GJ of heat; behind a boiler of 90 % and pipes of 98 % it is 38.69
    case(turbines.heat_supply_rate, "38.69 kgce/GJ", coal_for_heat="3869 tce", heat_supplied="100000 GJ"),
    # 3600 GJ are 1000 MWh
    case(turbines.heat_to_power, "200 %", heat_supplied="3600 GJ", electricity_supplied="500 MWh"),
    case(
        turbines.plant_efficiency,
        "78 %",
        electricity_supplied="500 MWh",
        heat_supplied="3600 GJ",
        fuel_heat="6923.077 GJ",
    ),
]


@settings(max_examples=30)
@given(st.floats(0.0, 1.0))
def test_the_split_loses_no_coal(share):
    heat = turbines.coal_for_heat(coal=7.0, heat_share=share)
    assert heat + turbines.coal_for_power(coal=7.0, heat_share=share) == pytest.approx(7.0)


@settings(max_examples=30)
@given(st.floats(2.4e6, 3.2e6), st.floats(0.05, 0.9))
def test_the_enthalpy_drop_charges_heat_with_less_than_the_heat_quantity(extraction, flow):
    # live steam of 3400 kJ/kg from feed water of 900 kJ/kg, condensate of the heat user back at 400 kJ/kg
    by_drop = turbines.heat_share_by_enthalpy_drop(
        extraction=flow, extraction_enthalpy=extraction, live_steam=1.0, live_enthalpy=3.4e6, condenser_enthalpy=2.3e6
    )
    by_quantity = turbines.heat_share_by_quantity(heat_supplied=flow * (extraction - 4e5), heat_input=3.4e6 - 9e5)
    assert by_drop < by_quantity


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(turbines, CASES)
