"""The city example: the cheapest way to what is short, what cannot be reached, and what no plant can do."""

import pytest
from city import example

from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.decide.region import choose_region
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
