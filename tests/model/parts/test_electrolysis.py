import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.model.parts.electrolysis import Electrolysis

ALUMINIUM = {"molar_mass": 0.0269815384, "electrons": 3.0, "faraday": 96485.33212}
CAUSTIC = {"molar_mass": 0.039997, "electrons": 1.0, "faraday": 96485.33212}


@pytest.mark.parametrize(("cell", "per_volt"), [(ALUMINIUM, 2980), (CAUSTIC, 670)])
def test_the_textbook_numbers_per_volt(cell, per_volt):
    found = Electrolysis(cell_voltage=1.0, **cell).faraday_minimum
    assert found / 3600 == pytest.approx(per_volt, rel=1e-3)  # kWh/t is 3600 J/kg


@given(st.floats(1, 10), st.floats(0.5, 1))
def test_what_is_lost_is_paid_for(voltage, efficiency):
    cell = Electrolysis(cell_voltage=voltage, **ALUMINIUM)
    assert cell.by_faraday(efficiency) * efficiency == pytest.approx(cell.faraday_minimum)
