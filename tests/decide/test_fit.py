import priced as base
import pytest

from ecdcalc import read_plant
from ecdcalc.decide.fit import APPLIES, DOES_NOT, IN_USE, NEEDS, STATUS, changes, fits
from ecdcalc.model.outputs import evaluate
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


def test_prices_give_each_fit_its_money_and_without_them_there_is_none():
    """Money stands beside a measure where the plant file has prices."""
    from ecdcalc.decide.fitting import fitting

    priced = fitting(base.coking(), "en")
    document = base.document()
    del document["prices"]
    bare = fitting(read_plant(document), "en")
    saved = [[each["money_saved"] for each in rows["measures"] if each["status"] == APPLIES] for rows in (priced, bare)]
    assert any(saved[0]) and saved[1] and not any(saved[1])


def test_a_condition_on_what_is_not_given_asks_for_it():
    """Condensate comes back where a boiler makes steam; of one that does not say how much, nobody knows."""
    import tomllib
    from pathlib import Path

    document = tomllib.loads(Path("examples/equipment.toml").read_text(encoding="utf-8"))
    boiler = {key: value for key, value in document["boiler"][0].items() if key not in ("measure", "reporting")}
    bare = {key: value for key, value in boiler.items() if key != "steam"}
    given, lacking = (
        by_measure(read_plant({"sector": "equipment", "year": 2025, "boiler": [each]}), "boiler[0]")[
            "condensate-return"
        ]
        for each in (boiler, bare)
    )
    assert lacking.status == NEEDS and [each.say("en") for each in lacking.problems] == [
        "boiler[0].steam: not given: steam"
    ]
    assert not [each for each in given.problems if each.place == "boiler[0].steam"]
