import tomllib

import pytest

from ecdcalc.assessment.region.targets import known_indicators
from ecdcalc.read.plan import check_indicators, read_plan
from ecdcalc.read.plans import load_plan, new_plan, plan_ids
from ecdcalc.words.errors import InputError

GOOD = tomllib.loads(new_plan("linfen-14fyp", "shanxi-14fyp"))


def problems(**changes):
    """What is wrong with a plan that is good but for the changes; `target` changes its first target."""
    target = {**GOOD["target"][0], **changes.pop("target", {})}
    with pytest.raises(InputError) as error:
        read_plan({**GOOD, "target": [target], **changes}, "x")
    assert all(each.say("en") and each.say("zh") for each in error.value.problems)
    return {(each.place, each.key) for each in error.value.problems}


def test_a_new_plan_is_good():
    plan = read_plan(GOOD, "x")
    assert (plan.id, plan.parent, len(plan.target)) == ("linfen-14fyp", "shanxi-14fyp", 1)
    check_indicators(plan, known_indicators())


def test_every_mistake_in_one_pass():
    row = GOOD["target"][0]
    rows = [{**row, "limit": "300 parsec", "when": ["x ~ 5"]}, {**row, "op": "below"}, {**row, "limit": "5 %"}, row]
    with pytest.raises(InputError) as error:
        read_plan({**GOOD, "target": rows, "target_year": 2019, "colour": "red"}, "x.toml")
    assert {each.place.removeprefix("x.toml").strip(" ."): each.key for each in error.value.problems} == {
        "target[0].limit": "unit-unknown",
        "target[0].when": "condition-grammar",
        "target[1].op": "not-an-option",
        "t001": "name-twice",
        "target_year": "region-year-order",
        "colour": "unknown-key",
    }


def test_the_head():
    assert problems(base_year="2020") == {("x.base_year", "not-a-year")}
    assert problems(id='a"b') == {("x.id", "id-form")}
    assert problems(zh=5, parant="x") == {("x.zh", "not-text"), ("x.parant", "unknown-key-near")}
    without = {key: value for key, value in GOOD.items() if key not in ("en", "target")}
    with pytest.raises(InputError, match=r"x\.en: is required"):
        read_plan(without, "x")


def test_a_target():
    assert problems(target={"type": "bindin"}) == {("x target[0].type", "not-an-option")}
    assert problems(target={"limit": "15"}) == {("x target[0].limit", "unit-missing")}
    assert problems(target={"limit": 15}) == {("x target[0].limit", "not-text")}
    assert problems(target={"op": ""}) == {("x target[0].op", "required")}
    assert problems(target={"inherit": "no"}) == {("x target[0].inherit", "not-an-option")}
    assert problems(target={"sector": "steel"}) == {("x target[0].sector", "region-files")}
    assert problems(target={"limits": "1 %"}) == {("x target[0].limits", "unknown-key-near")}


def test_indicators_that_nothing_evaluates():
    plan = read_plan({**GOOD, "target": [{**GOOD["target"][0], "indicator": "region.energy_intensity_reductoin"}]}, "x")
    with pytest.raises(InputError, match=r"did you mean region\.energy_intensity_reduction") as error:
        check_indicators(plan, known_indicators())
    assert "是否指" in error.value.say("zh")


@pytest.mark.parametrize("id", plan_ids())
def test_the_plans_of_the_package_name_what_is_there(id):
    check_indicators(load_plan(id), known_indicators())


def test_targets_that_are_no_list_of_tables():
    for given in ("T001", [5], {"id": "t001"}):
        with pytest.raises(InputError) as error:
            read_plan({**GOOD, "target": given}, "x.toml")
        assert [(each.place, each.key) for each in error.value.problems] == [("x.toml target", "not-a-list")]
        assert "[[target]]" in error.value.say("en")


def test_a_deadline_is_a_day():
    assert problems(target={"deadline": "2025-12"}) == {("x target[0].deadline", "not-a-date")}
    assert problems(target={"deadline": "2025-02-30"}) == {("x target[0].deadline", "not-a-date")}
