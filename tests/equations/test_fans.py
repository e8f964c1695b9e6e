import math
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import assert_complete, assert_proven, assert_worked, case

from ecdcalc.equations import fans
from ecdcalc.equations.fans import FAN_CONTROLS
from ecdcalc.words.errors import ValidityWarning

DAMPER = FAN_CONTROLS["discharge-damper"]
CASES = [
    # 10 m³/s against 1000 Pa is 10 kW
    case(fans.air_power, "10 kW", flow="36000 m3/h", pressure="1000 Pa", compressibility="1"),
    case(fans.fan_power, "15.625 kW", air_power="10 kW", fan_efficiency="75.29 %", drive_efficiency="85 %"),
    # the fan laws at 80 % speed and 0.75 of the density: 0.8, 0.48, 0.384
    case(fans.flow_at_speed, "8000 m3/h", flow="10000 m3/h", speed_ratio="0.8"),
    case(fans.pressure_at_speed, "480 Pa", pressure="1000 Pa", speed_ratio="0.8", density_ratio="0.75"),
    case(fans.power_at_speed, "3.84 kW", power="10 kW", speed_ratio="0.8", density_ratio="0.75"),
    # 0.37073425 + 0.97250253 × 0.7 − 0.34240761 × 0.49 by hand
    case(
        fans.power_share,
        "88.3706 %",
        flow_share="70 %",
        c0=str(DAMPER.c0),
        c1=str(DAMPER.c1),
        c2=str(DAMPER.c2),
        c3=str(DAMPER.c3),
    ),
    case(fans.control_saving, "39 kW", full_power="75 kW", share_before="88 %", share_after="36 %"),
]


def share(control, flow):
    chosen = FAN_CONTROLS[control]
    return fans.power_share(flow_share=flow, c0=chosen.c0.base, c1=chosen.c1.base, c2=chosen.c2.base, c3=chosen.c3.base)


@pytest.mark.parametrize("control", FAN_CONTROLS)
def test_full_flow_takes_full_power(control):
    assert share(control, 1.0) == pytest.approx(1.0, abs=0.011)


@pytest.mark.parametrize("pascals", [500, 1000, 2000])
@pytest.mark.parametrize("efficiency", [0.4, 0.6, 0.8, 1.0])
def test_a_compressibility_factor_of_one(pascals, efficiency):
    # ISO 5801: k_p = Z ln r / ln(1 + Z (r − 1)), Z = (κ − 1)/κ over the efficiency, r the ratio of the pressures
    ratio, z = 1 + pascals / 101325, 0.4 / 1.4 / efficiency
    factor = z * math.log(ratio) / math.log(1 + z * (ratio - 1))
    exact = fans.air_power(flow=1.0, pressure=pascals, compressibility=factor)
    found = fans.air_power(flow=1.0, pressure=pascals, compressibility=1.0)
    assert exact < found < 1.00701 * exact


def test_the_curves_give_full_power_at_full_flow():
    for curve in FAN_CONTROLS.values():
        parts = {name: getattr(curve, name).base for name in ("c0", "c1", "c2", "c3")}
        assert fans.power_share(flow_share=1.0, **parts) == pytest.approx(1, abs=0.011)


@settings(max_examples=30)
@given(st.floats(0.3, 0.9))
def test_variable_speed_takes_least_and_never_less_than_the_cube(flow):
    assert flow**3 < share("variable-speed", flow) < share("inlet-vanes", flow) < share("discharge-damper", flow)


@settings(max_examples=30)
@given(st.floats(0.4, 1.2), st.floats(0.5, 1.2))
def test_power_is_flow_times_pressure_at_any_speed(ratio, density):
    flow = fans.flow_at_speed(flow=1.0, speed_ratio=ratio)
    pressure = fans.pressure_at_speed(pressure=1.0, speed_ratio=ratio, density_ratio=density)
    assert fans.power_at_speed(power=1.0, speed_ratio=ratio, density_ratio=density) == pytest.approx(flow * pressure)


@pytest.mark.parametrize("case", CASES)
def test_worked_example(case):
    assert_worked(case)


@pytest.mark.parametrize("case", CASES)
def test_runs_on_anything_and_keeps_units(case):
    assert_proven(case)


def test_every_formula_is_worked():
    assert_complete(fans, CASES)


@pytest.mark.parametrize(
    ("pressure", "factor", "told"),
    [("1.9 kPa", 1, False), ("2.1 kPa", 1, True), ("3 kPa", 0.99, False), ("6 kPa", 0.99, True)],
)
def test_a_compressibility_factor_fits_the_pressure(pressure, factor, told):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        fans.air_power.of(flow="60000 m3/h", pressure=pressure, compressibility=str(factor))
    assert [ValidityWarning] * told == [each.category for each in found]
