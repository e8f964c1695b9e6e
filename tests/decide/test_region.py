"""The city example: the cheapest way to what is short, what cannot be reached, and what no plant can do."""

import shutil

import pytest
from city import city, example, written

from ecdcalc import load_region
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.decide.region import choose_region
from ecdcalc.read.plans import new_plan
from ecdcalc.report.choice import choice_text
from ecdcalc.words.errors import InputError

pytest.importorskip("highspy")


@pytest.fixture(scope="module")
def answer():
    return choose_region(example().region, read_question(unpriced=True, alternatives=0))


def test_every_target_that_is_short_has_an_answer(answer):
    short = {each.target.id for each in example().standings if each.state == "short"}
    held = {each.aim.id.partition(":")[0] for each in answer.reach} | {gap.target.id for gap in answer.not_evaluated}
    assert len(short) == 8 and short <= held
    assert any(gap.reason == "choose-no-measure" for gap in answer.not_evaluated)


def test_what_is_chosen_comes_on_top_of_what_the_plants_do_already(answer):
    by_name = {each.name: each for each in answer.plants}
    for number, place, step in answer.steps:
        plant = by_name[answer.plants[number].name]
        case = next(each for each in plant.cases if each.place == place)
        assert step.measure.id not in {each.measure.id for each in case.steps}


def test_the_needs_are_what_the_scoreboard_lacks(answer):
    voc = next(each for each in answer.reach if each.aim.id == "t005:need")
    standing = next(each for each in example().standings if each.target.id == "t005")
    assert voc.aim.need == pytest.approx(standing.gap, rel=1e-12)
    assert voc.chosen < voc.aim.need and voc.stands == "measures"


@pytest.mark.parametrize(("lang", "says"), [("en", "stands in the way"), ("zh", "受限于")])
def test_the_answer_is_said(answer, lang, says):
    assert says in choice_text(contract(answer, lang), lang)


def test_a_target_that_the_plan_does_not_have():
    with pytest.raises(InputError, match="t999"):
        choose_region(example().region, read_question(targets=["t999"]))


OWN = (
    ("a1", "region.energy_intensity_reduction", ">=", "15.5 %", "region"),
    ("a2", "region.co2_intensity_reduction", ">=", "20 %", "region"),
    ("a3", "region.energy_growth", "<=", "4 %", "region"),
    ("a4", "region.co2_growth", "<=", "1 %", "region"),
    ("a5", "region.coal_growth", "<=", "-3 %", "region"),
    ("a6", "plant.intensity_reduction", ">=", "20 %", "steel"),
    ("a7", "region.renewables_excluded", ">=", "100 %", "region"),
    ("a8", "key-projects.nox_counted", ">=", "", "region"),
    ("a9", "region.feedstock_excluded", "<=", "0 %", "region"),
)
"""Targets of a plan of our own that the region counts itself: id, indicator, sign, limit, sector."""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small city with a coking plant, a result of a plant without a file, and a plan of its own."""
    folder = tmp_path_factory.mktemp("small")
    text = new_plan("own").partition("[[target]]")[0]
    for id, indicator, op, limit, sector in OWN:
        text += f'''
            [[target]]
            id = "{id}"
            clause = "一"
            sector = ["{sector}"]
            zh = "目标"
            en = "target"
            type = "binding"
            direction = "reduction"
            indicator = "{indicator}"
            op = "{op}"
            {f'limit = "{limit}"' if limit else ""}
        '''
    (folder / "own.toml").write_text(text, encoding="utf-8")
    shutil.copy("examples/coking.toml", folder / "plant.toml")
    document = city(
        plan="own.toml",
        rules={"exclude_renewables": False, "exclude_feedstock": False},
        project=[{"name": "脱硝", "item": "end-of-pipe-nox", "start": "2023-05", "annual": {"nox": "100 t"}}],
        result=[{"name": "甲厂", "sector": "coking", "energy": "150 tce"}],
    )
    document["county"][0]["plants"] = ["plant.toml"]
    return folder, document


def chosen(small, **asked):
    folder, document = small
    region = load_region(written(folder, document))
    return choose_region(region, read_question(unpriced=True, alternatives=0, **asked))


def needs(choice):
    return {each.aim.id: (each.aim.output, each.aim.need) for each in choice.reach if each.aim.id.count(":need")}


def test_what_the_plants_must_save_is_what_the_series_lack_by_hand(small):
    """Value added 1000 to 1250, energy 1000 to 1100, CO2 2500 to 2600, coal 500 to 490; steel 300 on 100 to 270 on 110.

    County 乙 comes from 400 on 600 to 450 on 750, county 丙 from 600 on 400 to 650 on 500.
    """
    found = chosen(small, counties="equal-rate")
    ten_thousand_tons = 1e7
    by_hand = {
        "a1:need": ("energy", 1100 - 1000 * 1.25 * 0.845),
        "a1:need:乙县": ("energy", 450 - 400 * 1.25 * 0.845),
        "a1:need:丙县": ("energy", 650 - 600 * 1.25 * 0.845),
        "a2:need": ("co2", 2600 - 2500 * 1.25 * 0.8),
        "a3:need": ("energy", 1100 - 1000 * 1.04),
        "a4:need": ("co2", 2600 - 2500 * 1.01),
        "a5:need": ("coal_use", 490 - 500 * 0.97),
        "a6:need": ("energy", 270 - 300 * 1.1 * 0.8),
    }
    assert {id: output for id, (output, _) in needs(found).items()} == {id: each[0] for id, each in by_hand.items()}
    for id, (_, need) in needs(found).items():
        assert need == pytest.approx(by_hand[id][1] * ten_thousand_tons, rel=1e-9), id
    assert [member.place for member in found.members] == ["plant.toml"]  # a result without a file has no measures
    assert [(gap.target.id, gap.reason) for gap in found.not_evaluated] == [("a7", "choose-no-measure")]


def test_a_level_for_all_plants_and_targets_that_ask_nothing_of_them(small):
    """Of the targets asked for, one is met, and one has no number: the first asks nothing, of the second that is said."""
    found = chosen(small, targets=["a8", "a9"], level=3)
    levels = [each for each in found.reach if each.aim.kind == "level"]
    assert len(levels) == len(found.reach) > 0 and {each.aim.output for each in levels} == {"unit_energy"}
    assert [(gap.target.id, gap.reason, gap.values) for gap in found.not_evaluated] == [
        ("a8", "lacks-inputs", {"names": "targets.a8"})
    ]


def test_a_discount_rate_that_cannot_be_read_is_told(small):
    folder, document = small
    region = load_region(written(folder, {**document, "economics": {"rate": "x", "rate_is": "real"}}))
    with pytest.raises(InputError, match=r"economics\.rate: 'x' is not a number"):
        choose_region(region, read_question())
