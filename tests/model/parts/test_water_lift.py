import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.model.parts.water_lift import WaterLift


@given(st.floats(1, 1000), st.floats(0.1, 1))
def test_a_pump_takes_what_the_lift_takes_over_its_efficiency(head, efficiency):
    water = WaterLift(head=head, density=1000.0, gravity=9.80665)
    assert water.lift == pytest.approx(1000 * 9.80665 * head)
    assert water.lifted_by(efficiency) == pytest.approx(water.lift / efficiency)


def test_one_hundred_metres_take_272_watt_hours_per_cubic_metre():
    assert WaterLift(head=100.0, density=1000.0, gravity=9.80665).lift / 3600 == pytest.approx(272.4, rel=1e-3)
