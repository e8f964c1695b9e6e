import priced as base
import pytest

from ecdcalc import read_plant
from ecdcalc.decide.fit import APPLIES, DOES_NOT, IN_USE, NEEDS, STATUS, changes, fits
from ecdcalc.model.evaluation import evaluate
from ecdcalc.model.sector import sectors


def by_measure(plant, place):
    return {each.measure.id: each for each in fits(plant) if each.case and each.case.place == place}


def test_every_measure_of_the_sector_stands_in_the_list():
    plant = base.coking()
    found = fits(plant)
    listed = {each.row.id for each in found}
    assert {each.row.id for each in plant.sector.measures} <= listed
    assert {each.status for each in found} <= {*STATUS}


def test_applies_is_there_and_needs():
    found = by_measure(base.coking(), "battery[1]")
    assert found["coke-dry-quenching"].status == IN_USE
    assert found["coke-oven-automatic-heating-control"].status == APPLIES
    assert found["coke-oven-automatic-heating-control"].cost.origin == "unknown"
    lacking = [each for each in found.values() if each.status == NEEDS]
    assert lacking and all(each.problems for each in lacking)
    assert all(each.status == DOES_NOT for each in by_measure(base.coking(), "battery[0]").values())


def test_what_does_not_apply_says_which_condition():
    document = base.document()
    document["battery"][1]["quenching"] = "dry"
    document["battery"][1]["measure"] = []
    fit = by_measure(read_plant(document), "battery[1]")["coke-dry-quenching"]
    assert fit.status == DOES_NOT and "quenching == wet" in fit.problems[0].say("en")


def test_what_it_saves_is_the_difference_of_the_real_outputs():
    fit = by_measure(base.coking(), "battery[1]")["coke-oven-automatic-heating-control"]
    before, after = evaluate(fit.case.reporting), evaluate(fit.step.after)
    assert fit.saved["energy"] == before["energy"].value - after["energy"].value > 0
    assert changes(fit)["coke-oven-gas"] > 0


@pytest.mark.parametrize("id", sorted(sectors()))
def test_every_template_has_an_answer_for_every_measure(id):
    import tomllib

    sector = sectors()[id]
    plant = read_plant(tomllib.loads(sector.template), asked=id)
    for each in fits(plant):
        assert each.status in STATUS
        assert (each.status in (DOES_NOT, NEEDS)) == bool(each.problems)
        assert (each.step is not None) == (each.status == APPLIES)
