import pytest

from ecdcalc.read.plans import in_force, load_plan, new_plan, plan_ids
from ecdcalc.words.errors import NotFoundError


def test_plans_are_found_by_id_or_path(tmp_path):
    assert "yuncheng-14fyp" in plan_ids()
    file = tmp_path / "linfen.toml"
    file.write_text(new_plan("linfen-14fyp", "shanxi-14fyp"), encoding="utf-8")
    plan = load_plan(str(file))
    assert plan.id == "linfen-14fyp"
    assert len(in_force(plan).target) > len(plan.target)


def test_an_unknown_plan_is_told_with_its_near_match():
    with pytest.raises(NotFoundError, match="yuncheng-14fyp"):
        load_plan("yuncheng-14fpy")


def test_a_plan_is_found_by_its_name_or_the_beginning_of_it():
    assert load_plan("运城市").id == load_plan("运城市“十四五”节能减排实施方案").id == "yuncheng-14fyp"
    with pytest.raises(NotFoundError, match="national-14fyp"):
        load_plan("没有的方案")
