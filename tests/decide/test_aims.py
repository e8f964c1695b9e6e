"""Targets on sums and counts against the assessment of the plant file with the same measures."""

import tomllib
from pathlib import Path

import pytest
from city import example

from ecdcalc import assess, read_plant
from ecdcalc.decide.aims import Asked, Need, _line
from ecdcalc.decide.choose import choose
from ecdcalc.decide.plant_sets import plant_sets
from ecdcalc.decide.question import Question, read_question
from ecdcalc.decide.written import with_measures

pytest.importorskip("highspy")
ROOT = Path(__file__).parents[2]


def document(name):
    return tomllib.loads((ROOT / "examples" / f"{name}.toml").read_text(encoding="utf-8"))


def gap(result, target):
    (found,) = [each for each in result.gaps if each.target.id == target and each.gap is not None]
    return found.gap


@pytest.fixture(scope="module")
def steel():
    return read_plant(document("steel"))


def test_a_target_of_the_whole_works_is_met_by_the_measures_of_its_processes(steel):
    bare = choose(steel, read_question(targets=["t020"], alternatives=0, unpriced=True))
    (reach,) = [each for each in bare.reach if each.aim.name == "t020"]
    assert reach.aim.place == "works" and reach.chosen == pytest.approx(-gap(bare.after[0], "t020"), rel=1e-9)


def test_the_margin_of_a_sum_is_that_of_the_plant_file_with_the_same_measures(steel):
    listed = plant_sets(steel, unpriced=True)
    asked = Asked([listed], Question(targets=("t020",)))
    (aim,) = asked.aims.values()
    picked = {sets.case.place: len(sets.sets) - 1 for sets in listed.sets}
    margin = sum(asked.brings.get((0, place, index), {}).get(aim.id, 0.0) for place, index in picked.items())
    steps = [(sets.case.place, step) for sets in listed.sets for step in sets.sets[picked[sets.case.place]].steps]
    again = assess(read_plant(with_measures(document("steel"), steps)))
    assert steps and margin == pytest.approx(-gap(again, "t020"), rel=1e-9)


def test_what_counts_processes_is_what_no_measure_changes(steel):
    found = choose(steel, read_question(targets=["t024"], alternatives=0, unpriced=True))
    assert [each.aim.name for each in found.reach] == ["t024"] or found.not_evaluated


def test_a_ratio_of_two_sums_is_no_straight_line():
    assert _line(lambda sums: (10 + sums.get("a", 0.0)) / (5 + sums.get("b", 0.0)), {"a": -2.0, "b": 1.0}) is None
    start, slopes = _line(lambda sums: 10 + 3 * sums.get("a", 0.0), {"a": -2.0})
    assert start == 10 and slopes == {"a": pytest.approx(3.0)}
    assert _line(lambda sums: None, {}) is None


def test_a_need_of_a_county_is_that_of_its_plants():
    plants = [each.plant for each in example().region.all_members() if each.plant][:2]
    need = Need("n", "energy", 5.0, county="甲")
    assert need.concerns(plants[0], "甲") and not need.concerns(plants[1], "乙")
    assert not Need("n", "energy", 5.0, ("no-sector",)).concerns(plants[0])
