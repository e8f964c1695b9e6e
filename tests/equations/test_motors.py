import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import motors

# A 100 hp, 4-pole, energy-efficient motor in the unit tests of ORNL's MEASUR (MotorEfficiency.unit.cpp): efficiencies
# 0.921519665, 0.946047805, 0.951033931, 0.949413679 at 25, 50, 75 and 100 % load
MEASUR = {"rated_efficiency": "94.9413679 %", "known_load": "75 %", "known_efficiency": "95.1033931 %"}
CASES = [
    # US DOE, Determining Electric Motor Load and Efficiency, example (restated, page not seen):
    # 469.7 V, 37 A, 0.763 gives 22.9 kW
    case(motors.electrical_power, "22.9 kW", 5e-3, voltage="469.7 V", current="37 A", power_factor="0.763", phases="3"),
    case(motors.shaft_power, "20.61 kW", power_in="22.9 kW", efficiency="90 %"),
    case(motors.motor_efficiency, "90 %", shaft_power="20.61 kW", power_in="22.9 kW"),
    # the same example: 40 hp (29.83 kW) motor, 22.9 kW in at 89.8 % is 69 % load
    case(motors.motor_load, "69 %", 5e-3, power_in="22.9 kW", efficiency="89.8 %", rated_power="29.83 kW"),
    case(motors.part_load_efficiency, "94.6047805 %", 1e-3, load="50 %", **MEASUR),
    # 100 / (0.95 × 0.96 × 0.97) by hand
    case(
        motors.chain_power,
        "113.04 kW",
        shaft_power="100 kW",
        motor_efficiency="95 %",
        transmission_efficiency="96 %",
        drive_efficiency="97 %",
    ),
    # 75 × 0.7 × 4000 / 0.92 by hand
    case(motors.motor_energy, "228261 kWh", rated_power="75 kW", load="70 %", efficiency="92 %", time="4000 h"),
    # 50 (1/0.90 − 1/0.95) 6000 by hand
    case(
        motors.replacement_saving,
        "17543.86 kWh",
        shaft_power="50 kW",
        efficiency_before="90 %",
        efficiency_after="95 %",
        time="6000 h",
    ),
]


@pytest.mark.parametrize(("load", "efficiency", "off"), [(0.25, 0.921519665, 0.01), (0.5, 0.946047805, 0.001)])
def test_part_load_of_a_published_motor(load, efficiency, off):
    found = motors.part_load_efficiency(
        load=load, rated_efficiency=0.949413679, known_load=0.75, known_efficiency=0.951033931
    )
    assert found == pytest.approx(efficiency, rel=off)


@settings(max_examples=30)
@given(st.floats(0.7, 0.96), st.floats(0.3, 0.9))
def test_part_load_meets_the_two_points_it_is_made_from(rated, known_load):
    known = rated * 0.99
    points = {"rated_efficiency": rated, "known_load": known_load, "known_efficiency": known}
    assert motors.part_load_efficiency(load=1.0, **points) == pytest.approx(rated)
    assert motors.part_load_efficiency(load=known_load, **points) == pytest.approx(known)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(motors, CASES)


@pytest.mark.parametrize("efficiency", [0.75, 0.85, 0.96])
def test_workshop_meters_make_half_a_point_to_one(efficiency):
    """Two meters of half a per cent each: by chance, and where both are off the bad way round."""
    right = motors.motor_efficiency(shaft_power=efficiency, power_in=1.0)
    worst = motors.motor_efficiency(shaft_power=efficiency * 1.005, power_in=0.995)
    assert right == efficiency
    assert 0.005 <= 2**0.5 * 0.005 * efficiency <= worst - right <= 0.01
