"""Choosing with a probability: kept in draws of its own, never cheaper when more is asked, exact for one process."""

import numpy
import priced as base
import pytest

from ecdcalc.decide.aims import Asked
from ecdcalc.decide.choose import choose
from ecdcalc.decide.confidence import verified
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import Confidence, read_question
from ecdcalc.report.choice import choice_csv, render_choice
from ecdcalc.words.errors import InputError


def chosen(**asked):
    return choose(base.coking(), read_question(alternatives=0, **asked))


@pytest.fixture(scope="module")
def most():
    """What all measures together save for sure enough: the middle of the draws."""
    found = chosen(reduce=["energy=1 tce"], least="energy", draws=150)
    return found.verified.aims["reduce:energy"].reached


def test_draws_alone_change_nothing_of_the_choice_and_tell_its_chance(most):
    asked = [f"energy={most.middle!r} tce"]
    plain, drawn = chosen(reduce=asked, least="CO2"), chosen(reduce=asked, least="CO2", draws=150)
    assert plain.verified is None
    assert [step.measure.id for *_, step in plain.steps] == [step.measure.id for *_, step in drawn.steps]
    assert drawn.after[0].chance is not None and drawn.after[0].chance.draws == 150
    assert 0 < drawn.verified.aims["reduce:energy"].probability < 1


@pytest.mark.parametrize("share", ["90 %"])
def test_what_is_asked_is_kept_in_draws_of_its_own(most, share):
    """Of the amount that the dearest set reaches in nine of ten draws, the cheaper ones reach it by luck alone."""
    asked = [f"energy={most.low * 0.97!r} tce"]
    found = chosen(reduce=asked, confidence=share, draws=200)
    assert found.met
    wanted = float(share.removesuffix(" %")) / 100
    slack = 3 * (wanted * (1 - wanted) / 200) ** 0.5
    assert found.verified.aims["reduce:energy"].probability >= wanted - slack


def test_more_certainty_never_costs_less(most):
    asked = [f"energy={0.9 * most.middle!r} tce"]
    costs = [chosen(reduce=asked, confidence=share, draws=150) for share in ("50 %", "90 %", "99 %")]
    known = [each.solution.cost for each in costs if each.met]
    assert known == sorted(known) and known


def test_what_cannot_be_reached_with_certainty_says_so(most):
    found = chosen(reduce=[f"energy={most.high * 1.05!r} tce"], confidence="90 %", draws=150)
    assert not found.met and found.verified.aims["reduce:energy"].probability < 0.05


def test_a_margin_of_one_process_is_that_of_the_wanted_share():
    """A level is met by the set whose margin in one of ten draws is the least that the program counts with."""
    found = chosen(level=2, confidence="90 %", draws=200)
    for aim in found.aims:
        told = found.verified.aims[aim.id]
        if told.reached is not None and found.solution.short[aim.id] == 0:
            assert told.probability >= 0.9 - 3 * (0.09 / 200) ** 0.5


def test_all_together_is_at_least_as_careful_as_each_for_itself(most):
    asked = [f"energy={0.9 * most.middle!r} tce", "CO2=1000 t"]
    each = chosen(reduce=asked, confidence="90 %", draws=150)
    both = chosen(reduce=asked, confidence="90 %", draws=150, together=True)
    assert both.solution.cost >= each.solution.cost - 1e-6
    if both.met:
        assert both.verified.together >= 0.9 - 3 * (0.09 / 150) ** 0.5


def test_an_aim_that_nothing_is_brought_to_is_reached_in_no_draw_and_so_are_all_together():
    asked = Asked([], read_question(reduce=["energy=4000 tce", "NH3-N=3 t"]))
    asked.brings = {(0, "battery[0]", 1): {"reduce:energy": 7e6}}
    found = verified([], [], asked, lambda _: asked, Confidence(draws=100))
    assert [each.probability for each in found.aims.values()] == [1, 0] and found.together == 0
    assert found.aims["reduce:energy"].reached is None  # the same in every draw


def test_without_ranges_confidence_changes_nothing(monkeypatch):
    from ecdcalc.decide.draws import Dice

    monkeypatch.setattr(Dice, "value", lambda self, place, value, *_: value)
    asked = ["energy=50000 tce"]
    plain, sure = chosen(reduce=asked), chosen(reduce=asked, confidence="95 %", draws=100)
    assert plain.solution.cost == sure.solution.cost and plain.solution.chosen == sure.solution.chosen
    assert sure.verified.aims["reduce:energy"].probability == 1 and sure.verified.sources == ()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_form_tells_it(lang):
    found = contract(chosen(reduce=["energy=20000 tce"], confidence="90 %", draws=200, seed=5), lang)
    assert found["chance"]["seed"] == 6 and found["chance"]["confidence"] == {"value": 90, "unit": "%"}
    words = "Chosen so that each is reached" if lang == "en" else "的概率达到选取"
    for form in ("table", "markdown"):
        assert words in render_choice(found, form, lang)
    assert "probability" in choice_csv(found)


@pytest.mark.parametrize(
    "asked",
    [
        {"confidence": "30 %"},
        {"confidence": "100 %"},
        {"confidence": "0.9"},
        {"together": True},
        {"seed": 3},
        {"draws": 10},
        {"draws": 500, "seed": -1},
    ],
)
def test_what_cannot_be_asked_is_refused(asked):
    with pytest.raises(InputError):
        read_question(**asked)


def test_a_region_is_chosen_with_a_probability_too():
    from city import EXAMPLE

    from ecdcalc import load_region
    from ecdcalc.decide.region import choose_region

    found = choose_region(load_region(str(EXAMPLE)), read_question(targets=["t027"], draws=100, alternatives=0))
    assert found.verified is not None and found.verified.aims
    shares = numpy.array([each.probability for each in found.verified.aims.values()])
    assert ((shares >= 0) & (shares <= 1)).all()
    assert found.verified.together <= shares.min()


@pytest.mark.parametrize(("share", "met"), [("50 %", True), ("80 %", False)])
def test_a_probability_is_kept_under_the_budgets_of_the_years_too(share, met):
    """What the years can pay reaches it in some two of three draws; what reaches it in four of five they cannot pay."""
    found = chosen(reduce=["CO2=200000 t"], confidence=share, draws=100, years="2026-2028", yearly="1 亿元")
    assert found.met == met and (found.reach[0].stands == "yearly-budget") == (not met)
    assert 0.5 < found.verified.aims["reduce:co2"].probability < 0.8
