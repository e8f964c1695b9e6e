import re
import tomllib
from pathlib import Path

import pytest
from attrs import evolve

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.assessment.explaining import explain
from ecdcalc.model.process import COUNTED
from ecdcalc.numbers.ops import Missing
from ecdcalc.report.tree import tree
from ecdcalc.words.errors import NotFoundError

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_what_is_explained_is_what_is_found(file):
    plant = load_plant(file)
    result = assess(plant)
    for name in ("energy", "nox", "co2"):
        head = explain(plant, f"total.{name}")[0]
        if not isinstance(result.totals[name].known, Missing):
            assert head.value == pytest.approx(result.totals[name].known, rel=1e-9, abs=1e-6)
    head, *_ = explain(plant, "saved.CO2e")
    if not isinstance(result.warming.total.known, Missing) and result.warming.gases:
        assert head.value == pytest.approx(result.warming.total.known, rel=1e-9)
    for each in result.processes:
        place = each.case.place
        for name, saved in each.saved.items():
            if name in result.totals and not isinstance(saved, Missing):
                (found,) = explain(plant, f"{place}.saved.{name}")
                assert found.value == pytest.approx(saved, rel=1e-9, abs=1e-6), name
        for number, step in enumerate(each.steps if set(COUNTED) & set(each.outputs) else ()):
            (found,) = explain(plant, f"{place}.measure[{number}]")
            if not isinstance(step.saved.get("energy", Missing()), Missing):
                assert found.value == pytest.approx(step.saved["energy"], rel=1e-9, abs=1e-6)
            assert step.step.measure.id in tree(found, "en")
    for gap in result.gaps:
        found = [each.value for each in explain(plant, f"gap.{gap.target.id}")]
        assert gap.gap is None or gap.gap in found
    grades = [grade for each in result.processes for grade in each.grades]
    if grades:
        assert len(explain(plant, "grade")) == len(grades)


def test_everything_saved_is_explained_at_once_and_by_its_chinese_word(coking):
    heads = [each.text for each in explain(coking, "saved") if each.text.startswith("saved.")]
    assert heads == [
        f"saved.{each}" for each in ("energy", "electricity", "COD", "NH3-N", "NOx", "VOC", "SO2", "PM", "CO2")
    ]
    assert [each.text for each in explain(coking, "battery[1].saved")][:2] == [
        "battery[1].saved.energy",
        "battery[1].saved.electricity",
    ]
    assert explain(coking, "saved.氮氧化物")[0].value == explain(coking, "saved.NOx")[0].value


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("节约", "saved"),
        ("节约.氮氧化物", "saved.NOx"),
        ("焦炉[1].综合能耗", "battery[1].energy"),
        ("battery[1].综合能耗", "battery[1].energy"),
        ("焦炉[1].氮氧化物.实测浓度（干基）", "battery[1].nox.concentration"),
    ],
)
def test_a_path_may_be_in_words(coking, words, keys):
    assert [each.text for each in explain(coking, words)] == [each.text for each in explain(coking, keys)]


def test_what_is_no_word_of_the_plant_is_refused_with_labels(coking):
    with pytest.raises(NotFoundError) as refused:
        explain(coking, "焦炉[1].生产率")
    assert "综合能耗（energy）" in refused.value.say("zh")


def test_a_measure_has_its_own_line_with_its_parameter_and_source(coking):
    for path in ("battery[1].saved.energy", "battery[1].measure[0]", "saved.energy"):
        text = tree(explain(coking, path)[0], "en")
        assert "battery[1].measure[0].saved.energy" in text and "coke-dry-quenching" in text
        assert "battery[1].measure[0].saving = " in text and "← measure/ck-cdq" in text


def test_a_gap_and_a_grade_name_limit_and_clause(coking):
    grade = tree(explain(coking, "battery[1].grade")[0], "en")
    assert "level3 = " in grade and "GB 21342" in grade and "unit_energy = " in grade
    gaps = [tree(each, "zh") for each in explain(coking, "gap.T020")]
    assert gaps and all("T020" in each for each in gaps)


def test_the_adjustment_to_activity_is_told(coking):
    cases = [
        evolve(each, reporting=evolve(each.reporting, coke=each.reporting.coke * 1.1)) for each in coking.cases[2:]
    ]
    grown = evolve(coking, cases=(*coking.cases[:2], *cases))
    place = cases[0].place
    (found,) = explain(grown, f"{place}.saved.electricity")
    assert found.value == pytest.approx(assess(grown)[place].saved["electricity"], rel=1e-12)
    assert f"{place}.scale = 1.1" in tree(found, "en") and "reporting.coke / baseline.coke" in tree(found, "en")


@pytest.mark.parametrize(
    "path", ["saved.NOy", "battery[9].saved.NOx", "battery[1].measure[77]", "gap.t999", "nonsense"]
)
def test_what_there_is_not_is_refused_with_what_there_is(coking, path):
    with pytest.raises(NotFoundError):
        explain(coking, path)


@pytest.mark.parametrize(
    ("path", "meant"), [("savd.NOx", "saved.NOx"), ("gap.T20", "T020"), ("batery[1]", "battery[1]")]
)
def test_what_was_meant_is_told(coking, path, meant):
    with pytest.raises(NotFoundError, match=re.escape(meant)):
        explain(coking, path)


def test_what_can_be_asked_is_told(coking):
    with pytest.raises(NotFoundError, match=r"saved, saved\.energy, .* grade, money, gap\.T001, .*battery\[0\]"):
        explain(coking, "?")


HALL = """
sector = "equipment"
year = 2025
[[lighting]]
name = "hall"
hours = "3000 h"
area = "1000 m2"
density = "12 W/m2"
[[lighting.measure]]
use = "lighting-retrofit"
density = "6 W/m2"
use_share = "100 %"
"""


@pytest.fixture(scope="module")
def hall():
    return read_plant(tomllib.loads(HALL))


@pytest.mark.parametrize("path", ["saved.COD", "lighting[0].saved.COD"])
def test_what_no_process_emits_is_said_to_have_no_value(hall, path):
    (term,) = explain(hall, path)
    assert term.text == path and isinstance(term.value, Missing)


@pytest.mark.parametrize(("path", "near"), [("lighting[0].measure[0].saved.COD", "electricity"), ("grade", "lighting")])
def test_what_a_process_does_not_have_is_told_with_what_it_has(hall, path, near):
    with pytest.raises(NotFoundError, match=near):
        explain(hall, path)


@pytest.mark.parametrize("file", EXAMPLES[::4], ids=lambda file: file.stem)
def test_the_energy_of_the_plant_on_the_screen_is_explained(file):
    plant = load_plant(file)
    processes = assess(plant).to_dict()["processes"]
    for state, absent in (("baseline", "new"), ("reporting", "closed")):
        (head,) = explain(plant, "plant.energy", state=state)
        found = [
            each[state].get("energy") for each in processes if each["kind"] != absent and "energy" in each["saved"]
        ]
        if found and all(found):
            assert head.unit.out(head.value) == pytest.approx(sum(each["value"] for each in found), rel=1e-9)
        else:
            assert isinstance(head.value, Missing)
        assert explain(plant, "energy", state=state)[0].text == f"plant.{state}.energy"
        assert explain(plant, "全厂综合能耗", state=state)[0].text == head.text


@pytest.mark.parametrize("path", ["battery[1]", "battery[1].", "焦炉[1]"])
def test_a_process_by_itself_is_told_what_of_it_can_be_explained(coking, path):
    with pytest.raises(NotFoundError) as caught:
        explain(coking, path)
    said = caught.value.say("en")
    assert said.startswith("battery[1] is a process: name a value of it, such as battery[1].saved; it has ")
    assert "unit_energy" in said and "焦炭单位产品能耗（unit_energy）" in caught.value.say("zh")
    assert explain(coking, "battery[1].saved")


def test_of_two_processes_of_one_table_both_are_told(coking):
    with pytest.raises(NotFoundError, match=r"known here: battery\[0\], battery\[1\]"):
        explain(coking, "battery")
