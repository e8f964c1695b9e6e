import pytest

from ecdcalc.assessment.contract.money import worth_of, years
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.model.prices import Costs, Economics


def test_never_is_a_word():
    assert years(None) == "never" and years(2.5) == {"value": 2.5, "unit": "a"}


def test_units_of_the_costs():
    worth = Worth(Costs(1e6, running=5e4), {"electricity": 3.6e5}, Economics(0.08), 12.0)
    found = worth_of(worth, {"electricity": 6e5 * 3.6e6, "co2": 6e5 * 0.5568, "nox": -3.0})
    assert found["cost_of_saved_electricity"] == {"value": pytest.approx(0.304492, abs=5e-7), "unit": "CNY/kWh"}
    assert found["abatement"]["CO2"]["gross"]["value"] == pytest.approx(546.86, abs=5e-3)
    assert "NOx" not in found["abatement"] and found["cost_of_saved_energy"] is None
