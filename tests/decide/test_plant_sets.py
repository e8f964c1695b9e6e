import tomllib
from pathlib import Path

import priced as base
import pytest
from attrs import evolve

from ecdcalc import assess, read_plant
from ecdcalc.decide.plant_sets import _annual, plant_sets
from ecdcalc.words.errors import InputError


def test_what_the_set_of_the_file_saves_is_what_its_assessment_says():
    plant = base.coking()
    found = plant_sets(plant, keep=["coking-wastewater-advanced-treatment"])
    battery = next(each for each in found.sets if each.case.place == "battery[1]")
    values = found.values[found.sets.index(battery)]
    wanted = {step.measure.id for step in battery.case.steps}
    number = next(number for number, each in enumerate(battery.sets) if {*each.names} == wanted)
    result = next(each for each in assess(plant).processes if each.case.place == "battery[1]")
    for name in ("energy", "electricity", "co2", "nox", "cod"):
        assert values[number].saved[name] == pytest.approx(result.saved[name], rel=1e-12)
    assert values[number].invested == pytest.approx(2.4e8)


def test_the_closed_battery_has_one_set_and_saves_what_it_used():
    found = plant_sets(base.coking())
    closed = next(number for number, each in enumerate(found.sets) if each.case.place == "battery[0]")
    assert len(found.sets[closed].sets) == 1 and found.values[closed][0].annual == 0


@pytest.mark.parametrize(("life", "known"), [(10, True), (None, False)])
def test_what_a_set_costs_a_year_is_not_known_without_a_life(life, known):
    """At 8 % over ten years 1 yuan costs 0.149029 a year; without a life nobody knows."""
    plant = base.coking()
    step = next(step for case in plant.cases for step in case.steps if step.costs.capex)
    step = evolve(step, costs=evolve(step.costs, life=life, capex=1e6))
    unpublished = evolve(step.measure, key="st-sinter-denox")  # the library has no life of it
    found = _annual([evolve(step, measure=unpublished)], plant, 1000.0, ())
    assert found == (pytest.approx(149_029.49 - 1000, abs=0.01) if known else None)


def test_two_measures_of_which_one_excludes_the_other_cannot_both_be_kept():
    """Both save the same heat of a boiler: the library has them in one group, of which one is taken."""
    document = tomllib.loads(Path("examples/equipment.toml").read_text(encoding="utf-8"))
    plant = read_plant({key: document[key] for key in ("sector", "year", "boiler")})
    names = ["boiler-economiser", "boiler-oxygen-trim"]
    for name in names:
        assert all(name in each.names for each in _allowed(plant_sets(plant, keep=[name], unpriced=True)))
    with pytest.raises(InputError) as told:
        plant_sets(plant, keep=names, unpriced=True)
    (problem,) = told.value.problems
    assert (problem.place, problem.key) == ("boiler[0]", "choose-keep-impossible")
    assert problem.values == {"names": ", ".join(names)}


def _allowed(found):
    (boiler,) = found.sets
    return [boiler.sets[number] for number in boiler.allowed]
