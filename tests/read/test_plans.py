import tomllib
from types import SimpleNamespace

import pytest

from ecdcalc.read import plans
from ecdcalc.read.plan import read_plan
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


def test_a_name_that_several_plans_begin_with_is_told_with_them(monkeypatch):
    names = {
        "a-15fyp": ("山西省“十五五”方案", "Plan of Shanxi"),
        "b-15fyp": ("山西省“十五五”规划", "Outline of Shanxi"),
    }
    monkeypatch.setattr(plans, "plan_ids", lambda: [*names])
    monkeypatch.setattr(plans, "_plans", lambda among: dict.fromkeys(names))
    monkeypatch.setattr(plans, "_read", lambda folder, id: SimpleNamespace(zh=names[id][0], en=names[id][1]))
    with pytest.raises(NotFoundError) as caught:
        load_plan("山西省")
    assert caught.value.key == "word-ambiguous"
    assert "a-15fyp (山西省“十五五”方案); b-15fyp (山西省“十五五”规划)" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("own", "above", "binds"),
    [
        ('limit = "15 %"\nop = ">="', 'limit = "16 %"\nop = ">="', "16 %"),
        ('limit = "15 %"\nop = ">="', 'limit = "14 %"\nop = ">="', "15 %"),
        ('limit = "15 %"\nop = "<="', 'limit = "14 %"\nop = "<="', "14 %"),
        ('limit = "15 %"\nop = ">="', 'limit = "16 t"\nop = ">="', "15 %"),  # of another kind: neither is tighter
        ('limit = "15 %"\nop = ">="', 'limit = "16 %"\nop = "<="', "15 %"),  # of another sense
        ('limit = ""\nop = ">="', 'limit = "16 %"\nop = ">="', "16 %"),  # without a number of its own
        ('limit = "15 %"\nop = ">="', 'limit = ""\nop = ">="', "15 %"),
    ],
)
def test_of_two_targets_for_one_thing_the_tighter_binds(own, above, binds, monkeypatch):
    def plan(id, words, parent=""):
        text = new_plan(id, parent).replace('limit = "15 %"', words.partition("\n")[0])
        return read_plan(tomllib.loads(text.replace('op = ">="', words.partition("\n")[2])), id)

    monkeypatch.setattr(plans, "load_plan", lambda id: plan(id, above))
    (target,) = in_force(plan("city", own, "province")).target
    assert target.limit == binds
    assert target.set_by == ("province" if binds in above and binds not in own else "")
