"""Targets on sums and counts against the assessment of the plant file with the same measures."""

import tomllib
from itertools import product
from pathlib import Path

import pytest
from city import example

from ecdcalc import assess, read_plant
from ecdcalc.decide.aims import Asked, Need, quotient
from ecdcalc.decide.choose import choose
from ecdcalc.decide.plant_sets import plant_sets
from ecdcalc.decide.question import Question, read_question
from ecdcalc.decide.written import with_measures

pytest.importorskip("highspy")
ROOT = Path(__file__).parents[2]
SHARES = ("t078", "t079")


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


def test_a_quotient_of_two_sums_by_hand():
    found = quotient(lambda sums: (10 + 3 * sums.get("a", 0.0)) / (5 + sums.get("b", 0.0)), {"a": -2.0, "b": 1.0})
    assert found.start == 2 and found.above == pytest.approx({"a": 0.6, "b": 0.0}, abs=1e-12)
    assert found.below == pytest.approx({"a": 0.0, "b": 0.2}, abs=1e-12)
    assert found.at({"a": -1.0, "b": 5.0}) == pytest.approx(0.7)
    line = quotient(lambda sums: 10 + 3 * sums.get("a", 0.0), {"a": -2.0})
    assert line.start == 10 and line.above == pytest.approx({"a": 3.0}) and line.below == {"a": 0.0}


@pytest.mark.parametrize(
    "reached",
    [
        lambda sums: None,
        lambda sums: (1 + sums.get("a", 0.0)) * (1 + sums.get("b", 0.0)),
        lambda sums: max(0.0, 1 + sums.get("a", 0.0)),
        lambda sums: (3 + sums.get("a", 0.0)) ** 2,
        lambda sums: 1 / (3 + sums.get("a", 0.0)) + 1 / (4 + sums.get("b", 0.0)),
    ],
)
def test_what_is_no_quotient_is_told_apart(reached):
    assert quotient(reached, {"a": -2.0, "b": 1.0}) is None


@pytest.fixture(scope="module")
def paints():
    """The plant of paints, what is asked of it, and the gaps and cost of the plant file of every set that matters."""
    plant = read_plant(document("voc-industries"))
    listed = plant_sets(plant, unpriced=True)
    asked = Asked([listed], Question(targets=SHARES))
    moving = {place for (_, place, _), row in asked.brings.items() if {*row} & {*asked.aims}} - {"account"}
    found = []
    for picked in product(*(range(len(each.sets) if each.case.place in moving else 1) for each in listed.sets)):
        chosen = [(each.case.place, each.sets[index]) for each, index in zip(listed.sets, picked, strict=True)]
        steps = [(place, step) for place, one in chosen for step in one.steps]
        result = assess(read_plant(with_measures(document("voc-industries"), steps)))
        cost = sum(row[index].invested for row, index in zip(listed.values, picked, strict=True))
        keys = [(0, place, index) for (place, _), index in zip(chosen, picked, strict=True)]
        found.append((keys, {each: gap(result, each) for each in SHARES}, cost))
    return plant, asked, found


def test_a_share_of_two_sums_that_both_move_is_that_of_every_plant_file(paints):
    """What is put in the place of a solvent-borne paint counts in all paints: both sums move."""
    _, asked, found = paints
    assert len(found) > 3 and {*asked.aims} == {each for row in asked.below.values() for each in row}
    for keys, gaps, _ in found:
        for id, aim in asked.aims.items():
            above, below = (sum(each.get(key, {}).get(id, 0.0) for key in keys) for each in (asked.brings, asked.below))
            assert above / below == pytest.approx(-gaps[aim.name], rel=1e-9, abs=1e-12)


def test_the_cheapest_set_that_keeps_shares_is_the_best_of_all_plant_files(paints):
    plant, _, tried = paints
    found = choose(plant, read_question(targets=SHARES, alternatives=0, unpriced=True))
    best = min(cost for _, gaps, cost in tried if max(gaps.values()) <= 1e-9)
    assert found.met and found.objective == "investment" and found.solution.cost == pytest.approx(best)


@pytest.mark.parametrize(
    ("name", "targets"), [("voc-industries", SHARES), ("steel", ("t025", "t020")), ("coking", ("t016",))]
)
def test_what_is_told_of_a_choice_is_what_its_plant_file_comes_to(name, targets):
    found = choose(read_plant(document(name)), read_question(targets=targets, alternatives=0, unpriced=True))
    assert {each.aim.name for each in found.reach} == {*targets}
    for each in found.reach:
        gaps = [one for one in found.after[0].gaps if one.target.id == each.aim.name and one.gap is not None]
        assert any(each.chosen == pytest.approx(-one.gap, rel=1e-9, abs=1e-12) for one in gaps)


def test_a_need_of_a_county_is_that_of_its_plants():
    plants = [each.plant for each in example().region.all_members() if each.plant][:2]
    need = Need("n", "energy", 5.0, county="甲")
    assert need.concerns(plants[0], "甲") and not need.concerns(plants[1], "乙")
    assert not Need("n", "energy", 5.0, ("no-sector",)).concerns(plants[0])


@pytest.mark.parametrize(
    ("year", "named"), [(2022, "Coke, stamp-charged oven (not confirmed, grade C)"), (2027, "Coke, stamp-charged oven")]
)
def test_a_limit_that_is_not_confirmed_does_not_decide_in_silence(year, named):
    plant = read_plant({**document("coking"), "year": year})
    (reach,) = choose(plant, read_question(level=3, alternatives=0)).reach
    assert reach.aim.label[0] == named


def test_a_level_that_the_standard_does_not_have_asks_nothing():
    """GB 21258-2017 has level 2 of a subcritical unit of 300 MW, and of one below 200 MW level 3 alone."""
    found = document("power")
    plant = read_plant({**found, "year": 2022})
    listed = [plant_sets(plant, unpriced=True)]
    asked = {level: {id.split(":", 2)[2] for id in Asked(listed, read_question(level=level)).aims} for level in (2, 3)}
    assert "coal-unit[0]:gb21258-2017.supply.6" in asked[2] & asked[3]
    assert "coal-unit[2]:gb21258-2017.supply.7" in asked[3] - asked[2]


def test_a_target_in_items_is_one_sum_over_the_plants(steel):
    """Two lines are asked; what every set brings is counted, and no process has a margin of its own."""
    asked = Asked([plant_sets(steel, unpriced=True)], read_question(targets=["t023"]), ["t023"])
    (aim,) = asked.aims.values()
    assert (aim.id, aim.need, aim.margin, aim.place) == ("t023:sum", 2.0, False, "")
    alone = Asked([plant_sets(steel, unpriced=True)], read_question(targets=["t023"]))
    assert all(each.margin and each.need == 0 for each in alone.aims.values())
    most = {}
    for (_, place, _), row in asked.brings.items():
        most[place] = max(most.get(place, 0.0), row.get("t023:sum", 0.0))
    assert sum(most.values()) == 2


def test_a_works_that_closes_asks_nothing_of_its_processes():
    found = document("steel")
    works, asked = found["works"], []
    for closed in ({}, {"closed": "2024-06-30"}):
        works = {key: each for key, each in works.items() if key not in ("measure", "reporting")} | closed
        plant = read_plant({**found, "works": works})
        asked.append(
            [
                each.name
                for each in Asked([plant_sets(plant, unpriced=True)], read_question(targets=["t020"])).aims.values()
            ]
        )
    assert asked == [["t020"], []]
