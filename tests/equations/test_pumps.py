import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import pumps

WATER = {"density": "1000 kg/m3", "gravity": "9.80665 m/s2"}
CASES = [
    # the rule of the handbooks: kW = m³/h × m / 367.1
    case(pumps.hydraulic_power, "13.620 kW", flow="100 m3/h", head="50 m", **WATER),
    case(pumps.pump_power, "20 kW", hydraulic_power="13.6 kW", pump_efficiency="80 %", drive_efficiency="85 %"),
    # 2.724 kWh per 1000 m³ and metre, over 0.68
    case(pumps.pumping_energy, "0.2003 kWh/m3", head="50 m", efficiency="68 %", **WATER),
    # the affinity laws at 80 % speed: 0.8, 0.64, 0.512
    case(pumps.flow_at_speed, "80 m3/h", flow="100 m3/h", speed_ratio="0.8"),
    case(pumps.head_at_speed, "32 m", head="50 m", speed_ratio="0.8"),
    case(pumps.power_at_speed, "10.24 kW", power="20 kW", speed_ratio="0.8"),
    # 20 + 30 × 0.8² by hand
    case(pumps.system_head, "39.2 m", static_head="20 m", resistance="0.003 m/(m3/h)^2", flow="80 m3/h"),
    case(pumps.system_resistance, "0.003 m/(m3/h)^2", head="50 m", static_head="20 m", flow="100 m3/h"),
    # 65 × 0.81 − 0.0015 × 6400 by hand
    case(pumps.pump_head, "43.05 m", shutoff_head="65 m", droop="0.0015 m/(m3/h)^2", flow="80 m3/h", speed_ratio="0.9"),
    # √((20 + 0.0045 × 6400) / 65) by hand
    case(
        pumps.speed_ratio_for_flow,
        "0.86647",
        flow="80 m3/h",
        static_head="20 m",
        resistance="0.003 m/(m3/h)^2",
        shutoff_head="65 m",
        droop="0.0015 m/(m3/h)^2",
    ),
    # 80 (55.4/0.68 − 39.2/0.65) / 367.098 by hand
    case(
        pumps.speed_control_saving,
        "4.6117 kW",
        flow="80 m3/h",
        throttled_head="55.4 m",
        system_head="39.2 m",
        throttled_efficiency="68 %",
        speed_efficiency="65 %",
        **WATER,
    ),
]
RATIOS = st.floats(0.4, 1.2)


def friction(reynolds, roughness):
    """Return the friction factor by Colebrook; the roughness is that over the diameter."""
    found = 0.02
    for _ in range(40):
        found = (-2 * math.log10(roughness / 3.7 + 2.51 / reynolds / math.sqrt(found))) ** -2
    return found


@pytest.mark.parametrize("metres", [0.05, 0.1, 0.2, 0.5, 1.0])
@pytest.mark.parametrize("speed", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("share", [0.5, 0.7, 1.1])
def test_the_square_law_against_colebrook(metres, speed, share):
    # steel pipe of 0.045 mm, water of 1e-6 m²/s, no static head, which would make the error smaller
    full, part = (friction(each * speed * metres / 1e-6, 0.045e-3 / metres) for each in (1.0, share))
    exact = share**2 * part / full
    found = pumps.system_head(static_head=0.0, resistance=1.0, flow=share)
    assert found == pytest.approx(exact, abs=0.0301)


@settings(max_examples=30)
@given(RATIOS)
def test_affinity_exponents(ratio):
    # one, two and three, so that power over flow and head does not change
    flow = pumps.flow_at_speed(flow=1.0, speed_ratio=ratio)
    head = pumps.head_at_speed(head=1.0, speed_ratio=ratio)
    power = pumps.power_at_speed(power=1.0, speed_ratio=ratio)
    assert head == pytest.approx(flow**2)
    assert power == pytest.approx(flow * head)


@settings(max_examples=30)
@given(st.floats(0.1, 1.0), st.floats(0.0, 40.0))
def test_at_that_speed_pump_and_system_meet(flow, static_head):
    curves = {"static_head": static_head, "resistance": 30.0}
    ratio = pumps.speed_ratio_for_flow(flow=flow, shutoff_head=65.0, droop=15.0, **curves)
    given_head = pumps.pump_head(shutoff_head=65.0, droop=15.0, flow=flow, speed_ratio=ratio)
    assert given_head == pytest.approx(pumps.system_head(flow=flow, **curves))


@settings(max_examples=30)
@given(st.floats(0.1, 0.9), st.floats(1.0, 30.0))
def test_static_head_asks_for_more_speed_than_the_affinity_law(share, static_head):
    full = {"static_head": static_head, "resistance": 50.0 - static_head, "shutoff_head": 65.0, "droop": 15.0}
    assert pumps.speed_ratio_for_flow(flow=1.0, **full) == pytest.approx(1.0)
    assert pumps.speed_ratio_for_flow(flow=share, **full) > share


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(pumps, CASES)
