from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.processes import gap_of, process_of
from ecdcalc.assessment.contract.totals import Grades


def test_a_process_shows_both_states_and_its_measures():
    result = assess(load_plant("examples/coking.toml"))
    retrofit = next(each for each in result.processes if each.steps)
    found = process_of(retrofit, "1#", "calorific", Grades(), "zh")
    assert found["title"] == "1#" and found["baseline"]["energy"]["unit"] == "tce"
    assert len(found["measures"]) == len(retrofit.steps)
    assert {gap_of(each, "en")["status"] for each in result.gaps} <= {"met", "open", "not-evaluated"}
