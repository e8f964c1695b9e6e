import tomllib
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.assessment.energy_tables import Indicator, indicators, kept, projects, saved
from ecdcalc.numbers.units import unit


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


def test_what_has_no_value_has_no_line():
    """Nobody says how much heat is in the gas of the oven, so that the energy of the battery is not known."""
    document = tomllib.loads(Path("examples/coking.toml").read_text(encoding="utf-8"))
    whole = assess(read_plant(document))
    battery = document["battery"][1]
    del battery["measure"]
    battery["energy"]["coke-oven-gas"] = "-1.2 亿m3"
    result = assess(read_plant(document))
    assert len([*indicators(result, "zh")]) == len([*indicators(whole, "zh")]) - 1
    assert len([*kept(result, "zh")]) == len([*kept(whole, "zh")]) - len(whole.processes[-1].grades)


def test_an_indicator_without_a_quotient_has_no_ratio():
    of = unit("kgce/t")
    assert Indicator("x", ("x", "x"), of, 0.1, None, None, "t").ratio is None
    # 1000 tce over 10 000 t are 100 kgce/t
    assert Indicator("x", ("x", "x"), of, 0.1, 1e6, 1e7, "t").ratio == pytest.approx(1000)
