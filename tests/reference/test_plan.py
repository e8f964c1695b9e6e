import pytest

from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.units import unit
from ecdcalc.read.plans import in_force, load_plan, new_plan, plan_ids
from ecdcalc.words.errors import InputError, NotFoundError

PLAN = load_plan("yuncheng-14fyp")
SPECIAL = {
    "closed": "%",
    "retrofitted": "%",
    "co2e_saved": "t",
    "closed_count": "item",
    "new_count": "item",
    "replacement_ratio": "1",
}


def test_all_rows_of_the_plan_are_there():
    assert len(PLAN.target) == 91
    assert [each.id for each in PLAN.target] == [f"t{number:03}" for number in range(1, 92)]


def test_numbers_of_the_plan():
    # 国 plan text, part three (三): 520 kgce/t steel, 300 gce/kWh, 370 and 1640 kgce/t, 110 kgce/t clinker
    printed = {"t020": 0.52, "t014": 0.3 / 3.6e6, "t026": 0.37, "t027": 1.64, "t030": 0.11, "t001": 0.155}
    for id, value in printed.items():
        from ecdcalc.numbers.units import read_quantity

        assert read_quantity(PLAN.get(id).limit).value == pytest.approx(value)


def process_of(target):
    """Return the class that evaluates a target, from one of the sectors that it belongs to."""
    from ecdcalc.model.parts.account import PlantAccount

    for id in target.sector:
        if id in sectors():
            for cls in (*sectors()[id].processes, PlantAccount):
                if cls.about.key == target.process:
                    return cls
    raise AssertionError(f"no sector of {target.sector} has a process {target.process}")


def of_plants(target):
    return bool(target.indicator) and target.process != "region"


@pytest.mark.parametrize("target", PLAN.target, ids=lambda each: each.id)
def test_every_target_has_an_evaluator_or_a_reason(target):
    assert target.indicator or (target.reason and target.reason_zh)
    if of_plants(target):
        assert process_of(target)


@pytest.mark.parametrize("target", [each for each in PLAN.target if of_plants(each)], ids=lambda each: each.id)
def test_what_a_target_names_exists_and_is_of_its_kind(target):
    cls = process_of(target)
    of = unit(SPECIAL[target.output]) if target.output in SPECIAL else outputs_of(cls)[target.output].unit
    assert target.bound is None or target.bound.unit.same_kind(of)
    for condition in target.conditions:
        known = fields_of(cls).get(condition.name) or outputs_of(cls).get(condition.name)
        assert known is not None, condition.text


def test_an_unknown_plan_names_those_there_are():
    assert "yuncheng-14fyp" in plan_ids()
    with pytest.raises(NotFoundError, match="yuncheng-14fyp"):
        load_plan("yuncheng-15fyp")


def plan(id, *targets, parent=""):
    """A plan of targets (id, indicator, op, limit)."""
    from ecdcalc.reference.plan import Plan, Target

    made = [
        Target(name, "目标", "target", "1", "binding", sector=("region",), indicator=indicator, op=op, limit=limit)
        for name, indicator, op, limit in targets
    ]
    return Plan(id, "某方案", "some plan", 2020, 2025, "definition", parent=parent, target=tuple(made))


def test_the_tighter_target_binds_and_says_which():
    mine = plan("mine", ("a", "region.energy_intensity_reduction", ">=", "14 %"), parent="shanxi-14fyp")
    found = in_force(mine).get("a")
    assert (found.limit, found.set_by) == ("14.5 %", "shanxi-14fyp")
    tight = plan("tight", ("a", "region.energy_intensity_reduction", ">=", "15.5 %"), parent="shanxi-14fyp")
    assert (in_force(tight).get("a").limit, in_force(tight).get("a").set_by) == ("15.5 %", "")


def test_what_a_plan_lacks_it_inherits_but_not_the_amounts_of_a_province():
    found = in_force(plan("mine", parent="shanxi-14fyp"))
    assert {each.id for each in found.target} == {
        "shanxi-14fyp.s001",
        *(f"national-14fyp.n{number:03}" for number in (6, 7, 8, 9)),
    }
    assert in_force(PLAN).target == PLAN.target  # the plan of Yuncheng is the tighter one throughout


def test_figures_of_the_plans_above():
    limits = [each.limit for each in load_plan("shanxi-14fyp").target]
    assert limits == ["14.5 %", "7.19 万t", "0.28 万t", "8.01 万t", "3.40 万t"]  # 晋政发〔2022〕25号, part two
    national = [each.limit for each in load_plan("national-14fyp").target]
    assert national == ["13.5 %", "8 %", "8 %", "10 %", "10 %", "20 %", "20 pp", "10 pp", "20 %"]  # 国发〔2021〕33号


def test_a_circle_of_plans(tmp_path):
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    for file, parent in ((one, other), (other, one)):
        file.write_text(new_plan(file.stem, str(parent)), encoding="utf-8")
    with pytest.raises(InputError, match="circle"):
        in_force(load_plan(str(one)))


@pytest.mark.parametrize(
    ("clause", "english"),
    [("二", "2"), ("三(三)一", "3(3)1"), ("三(十一)", "3(11)"), ("第二十条", "第二十条"), ("5.2", "5.2")],
)
def test_clauses_in_english(clause, english):
    from ecdcalc.reference.plan import Target

    target = Target("a", "目标", "target", clause, "binding")
    assert (target.where("en"), target.where("zh")) == (english, clause)
