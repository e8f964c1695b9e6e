from ecdcalc import assess, load_plant
from ecdcalc.assessment.rests import Rests, all_rests, rests_of


def test_a_result_rests_on_the_published_values_and_limits_that_it_tells(coking_file):
    result = assess(load_plant(coking_file))
    found, told = rests_of(result.processes), {each["id"] for each in result.to_dict()["sources"]}
    assert found.factors and set(found.factors) - {id for id in found.factors if id.startswith("measure/")} <= told
    assert set(found.limits) == {each.limit.id for process in result.processes for each in process.grades}


def test_several_rest_on_all_that_each_rests_on(coking_file):
    found = rests_of(assess(load_plant(coking_file)).processes)
    assert all_rests([Rests({}, {}), found, found]) == found
