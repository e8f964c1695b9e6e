from ecdcalc import assess, load_plant
from ecdcalc.assessment.energy_tables import indicators, kept, projects, saved


def test_an_indicator_that_is_a_quotient_says_of_what():
    result = assess(load_plant("examples/coking.toml"))
    for each in indicators(result, "zh"):
        quotient = each.numerator / 1000 / (each.denominator / 1e7)
        assert each.denominator_unit == "万t" and each.unit.out(each.value) == quotient * each.ratio
    steel = {each.label[1]: each for each in indicators(assess(load_plant("examples/steel.toml")), "en")}
    assert all(each.numerator is None or each.ratio for each in steel.values()) and steel


def test_limits_are_those_that_the_process_is_held_against():
    result = assess(load_plant("examples/coking.toml"))
    found = [*kept(result, "zh")]
    assert len(found) == sum(len(each.grades) for each in result.processes)
    closed, open_ = found[0], found[-1]
    assert closed.limit < closed.value and open_.value < closed.value


def test_projects_are_the_measures_and_savings_keep_closures_apart():
    result = assess(load_plant("examples/coking.toml"))
    assert [each.investment for each in projects(result, "zh")] == [1.8e8, 6e7, None]
    found = saved(result)
    assert found["technical"] + result.saved_by("closed", "energy").known == found["whole"]
