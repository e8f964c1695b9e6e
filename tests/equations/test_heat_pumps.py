import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import heat_pumps

CASES = [
    case(heat_pumps.heating_cop, "4", heat="100 kW", power="25 kW"),
    case(heat_pumps.cooling_cop, "5.5", cooling="550 kW", power="100 kW"),
    # 308.15/35 and 273.15/35 by hand
    case(heat_pumps.carnot_heating_cop, "8.804286", 1e-6, hot="35 °C", cold="0 °C"),
    case(heat_pumps.carnot_cooling_cop, "7.804286", 1e-6, hot="35 °C", cold="0 °C"),
    case(heat_pumps.cop_by_quality, "3.96", carnot_cop="8.8", quality="45 %"),
    case(heat_pumps.heat_pump_energy, "25000 kWh", heat="90000 kWh", seasonal_cop="3.6"),
    # 5000 / (900 + 120 + 130 + 50) by hand
    case(
        heat_pumps.plant_ratio,
        "4.166667",
        cooling="5000 MWh",
        chillers="900 MWh",
        chilled_water_pumps="120 MWh",
        cooling_water_pumps="130 MWh",
        towers="50 MWh",
    ),
    case(heat_pumps.plant_energy, "1200 MWh", cooling="5000 MWh", plant_ratio="4.166667"),
]
HOT, COLD = st.floats(300.0, 370.0), st.floats(240.0, 295.0)


@settings(max_examples=30)
@given(HOT, COLD, st.floats(0.01, 1.0))
def test_no_cop_above_carnot(hot, cold, quality):
    bound = heat_pumps.carnot_heating_cop(hot=hot, cold=cold)
    assert heat_pumps.cop_by_quality(carnot_cop=bound, quality=quality) <= bound


@settings(max_examples=30)
@given(HOT, COLD)
def test_heat_out_is_heat_in_plus_work(hot, cold):
    heating = heat_pumps.carnot_heating_cop(hot=hot, cold=cold)
    assert heating == pytest.approx(1 + heat_pumps.carnot_cooling_cop(hot=hot, cold=cold))


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(heat_pumps, CASES)
