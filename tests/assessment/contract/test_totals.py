import pytest

from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.totals import Grades, totals

MOTOR = {"rated_power": "22 kW", "hours": "6000 h", "power": "15 kW"}


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


def test_a_value_of_ones_own_in_the_place_of_a_published_one_has_ones_own_grade():
    diesel = {"amount": "300 t"}
    battery = {"coke": "60 万t", "charging": "top", "quenching": "wet"}
    grades = []
    for own in ({}, {"coal_factor": "1.45 kgce/kg"}, {"carbon_content": "20.2 t/TJ"}):
        energy = {"coking-coal": "81 万t", "diesel": {**diesel, **own}}
        after = {"energy": {"diesel": {"amount": "250 t"}}}
        plant = {"sector": "coking", "year": 2025, "battery": [{**battery, "energy": energy, "reporting": after}]}
        found = assess(plant).to_dict()["totals"]["confidence"]
        grades.append((found["energy_saved"], found.get("CO2")))
    published, factor, carbon = grades
    assert published[0] == "A"
    assert factor == ("given", published[1])
    assert carbon == ("A", "given")


def test_what_no_process_has_a_source_of_says_so():
    found = assess({"sector": "equipment", "year": 2025, "motor": [MOTOR]}).to_dict()["totals"]
    assert {name for name, whole in found["complete"].items() if not whole} == set(found["lacks"])
    (cod,) = found["lacks"]["COD"]
    assert (cod["place"], cod["inputs"]) == ("motor[0]", []) and cod["reason"]
    assert "energy_saved" not in found["lacks"]


def test_what_one_process_has_no_source_of_is_not_lacking_where_others_have():
    boiler = {"fuel": "natural-gas", "furnace": "burner", "heat": "15 万GJ", "nox": {"mass": "5 t"}}
    energy = {"natural-gas": "500 万m3"}
    found = assess(
        {"sector": "equipment", "year": 2025, "motor": [MOTOR], "boiler": [{**boiler, "energy": energy}]}
    ).to_dict()["totals"]
    assert found["complete"]["NOx"] and "NOx" not in found["lacks"]
