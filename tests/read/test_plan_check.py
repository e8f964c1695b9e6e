import subprocess
import sys

import pytest

from ecdcalc.read import plan_check
from ecdcalc.read.plan_check import check_names
from ecdcalc.read.plans import load_plan, new_plan, plan_ids
from ecdcalc.words.errors import InputError

HEAD = new_plan("test-15fyp")
ROW = """
[[target]]
id = "t002"
clause = "二"
sector = ["SECTOR"]
zh = "焦炭单位产品能耗"
en = "unit energy of coke"
type = "binding"
limit = "LIMIT"
op = "<="
indicator = "INDICATOR"
when = ["WHEN"]
"""
GOOD = {
    "SECTOR": "coking",
    "LIMIT": "130 kgce/t",
    "INDICATOR": "battery.unit_energy",
    "WHEN": "chamber_height >= 5.5 m",
}


def written(tmp_path, **changed):
    text = HEAD + ROW
    for word, value in (GOOD | changed).items():
        text = text.replace(word, value)
    file = tmp_path / "plan.toml"
    file.write_text(text, encoding="utf-8")
    return file


def keys(tmp_path, **changed):
    file = written(tmp_path, **changed)
    with pytest.raises(InputError) as caught:
        load_plan(str(file))
    return {problem.key for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"LIMIT": "5 kWh"}, "target-kind"),
        ({"SECTOR": "cooking"}, "target-sector-unknown"),
        ({"INDICATOR": "battery.unit_energie"}, "indicator-unknown"),
        ({"INDICATOR": "battery.scale_to"}, "indicator-unknown"),
        ({"WHEN": "nope >= 5"}, "condition-unknown"),
        ({"WHEN": "chamber_height >= 5 kg"}, "condition-kind"),
        ({"WHEN": "chamber_height >= tall"}, "condition-kind"),
        ({"WHEN": "charging == sideways"}, "condition-kind"),
        ({"WHEN": "charging >= 5 m"}, "condition-kind"),
    ],
)
def test_what_an_assessment_would_stumble_over_is_told(tmp_path, changed, key):
    assert key in keys(tmp_path, **changed)


@pytest.mark.parametrize("id", plan_ids())
def test_our_own_plans_hold(id):
    check_names(load_plan(id), id)


def test_a_plan_loads_the_sectors_that_it_names_alone(tmp_path):
    code = (
        "import sys; from ecdcalc.read.plans import load_plan; load_plan(sys.argv[1])\n"
        "print(*sorted({n.split('.')[2] for n in sys.modules if n.startswith('ecdcalc.plugins.')}))"
    )
    file = written(tmp_path)
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["coking"]


@pytest.mark.parametrize(
    ("changed", "good"),
    [
        ({}, True),
        ({"INDICATOR": "works.unit_energy", "WHEN": "steel >= 5 t"}, True),
        ({"LIMIT": "5 kWh"}, False),
        ({"SECTOR": "cooking"}, False),
        ({"INDICATOR": "battery.unit_energie"}, False),
        ({"WHEN": "nope >= 5"}, False),
        ({"WHEN": "chamber_height >= 5 kg"}, False),
    ],
)
def test_where_other_plugins_are_there_the_same_is_told(tmp_path, monkeypatch, changed, good):
    """Then the sectors are asked themselves, in the place of the lists beside the code."""

    def told():
        try:
            load_plan(str(written(tmp_path, **changed)))
        except InputError as error:
            return error.say("en")
        return ""

    alone = told()
    monkeypatch.setattr(plan_check, "others_installed", lambda: True)
    assert told() == alone and (alone == "") == good


def test_a_condition_on_what_has_neither_unit_nor_choices_is_held_against_nothing(tmp_path):
    plan = load_plan(str(written(tmp_path, WHEN="kind == battery")))
    assert plan.target[-1].when == ("kind == battery",)
