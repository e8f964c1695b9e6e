"""Sets of measures against the plant file with these measures: the same, to the last bit."""

import priced as base
import pytest

from ecdcalc import read_plant
from ecdcalc.decide.fit import measures_for
from ecdcalc.decide.plant_sets import plant_sets
from ecdcalc.decide.sets import Candidate, outputs_of_all, sets_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.process import changed
from ecdcalc.numbers.ops import Missing

pytest.importorskip("numpy")


def test_each_set_equals_the_plant_file_with_its_measures():
    found = plant_sets(base.coking())
    battery = next(each for each in found.sets if each.case.place == "battery[1]")
    assert len(battery.sets) >= 8
    for each in battery.sets:
        document = base.document()
        document["battery"][1]["measure"] = [dict(step.table) for step in each.steps]
        case = next(case for case in read_plant(document).cases if case.place == "battery[1]")
        for name, term in evaluate(case.reporting).items():
            one, other = term.value, each.outputs[name]
            assert isinstance(other, Missing) if isinstance(one, Missing) else one == other, (each.names, name)


def test_too_many_sets_are_bounded_and_said():
    plant = base.coking()
    case = plant.cases[-1]
    measures, sector = measures_for(case, plant)
    candidates = [Candidate(each.id, {"use": each.id}, number) for number, each in enumerate(measures)]
    full = sets_of(case, candidates, plant, sector)
    few = sets_of(case, candidates, plant, sector, limit=5)
    assert full.most is None and few.most is not None and few.most < len(full.sets[-1].names)
    assert max(len(each.names) for each in few.sets) <= few.most


def test_a_state_of_a_pass_whose_outputs_are_no_numbers_says_why_as_by_itself():
    battery = base.coking().cases[-1].baseline
    states = [battery, changed(battery, coke=0.0), changed(battery, coke=0.5 * battery.coke)]
    none, whole, half = outputs_of_all(states)[1], *outputs_of_all(states)[::2]
    assert isinstance(none["unit_energy"], Missing) and none["unit_energy"].reason == "zero-denominator"
    assert none["nox_generated"] == 0 and whole["nox_generated"] == pytest.approx(2 * half["nox_generated"])


def test_states_of_another_form_are_evaluated_alone():
    battery = base.coking().cases[-1]
    states = [battery.baseline, battery.reporting]
    for state, values in zip(states, outputs_of_all(states), strict=True):
        assert values["energy"] == evaluate(state)["energy"].value
