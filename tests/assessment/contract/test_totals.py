import pytest

from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.totals import lowest, totals


def test_the_lowest_grade_counts():
    assert lowest(iter("ABA")) == "B"
    assert lowest(iter("")) == ""


def test_heat_is_the_saved_coal_times_its_heating_value():
    found = totals(assess(load_plant("examples/coking.toml")))
    tce, heat = found["energy_saved"]["value"], found["energy_saved_heat"]["value"]
    assert heat == pytest.approx(tce * 29.3076)
