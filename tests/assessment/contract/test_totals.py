import pytest

from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.totals import Grades, totals


def test_the_lowest_grade_of_what_a_total_rests_on_counts(coking):
    result = assess(coking)
    grades = Grades()
    for name in ("energy", "co2"):
        every = {
            leaf.origin.factor.confidence
            for each in result.processes
            for state in (each.baseline, each.reporting)
            if name in state
            for leaf in state[name].leaves()
            if leaf.origin and leaf.origin.factor
        }
        every |= {
            origin.factor.confidence
            for each in result.processes
            for step in each.steps
            for origin in step.step.origins.values()
            if origin.factor and step.saved[name] != 0
        }
        assert every and grades.lowest(result.processes, name) == max(every)  # A before B before C
    assert grades.lowest([], "energy") == ""


def test_heat_is_the_saved_coal_times_its_heating_value():
    result = assess(load_plant("examples/coking.toml"))
    found = totals(result, Grades(), {each.case.place: each.case.name for each in result.processes}, "en")
    tce, heat = found["energy_saved"]["value"], found["energy_saved_heat"]["value"]
    assert heat == pytest.approx(tce * 29.3076)
