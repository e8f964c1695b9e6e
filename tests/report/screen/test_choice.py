"""The answer of a choice on 80 columns, in both languages; what is not known is said."""

from itertools import chain

import pytest
from priced import coking

from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract
from ecdcalc.decide.question import read_question
from ecdcalc.report.choice import choice_text, render_choice
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.screen.choice import named
from ecdcalc.report.screen.figures import figure
from ecdcalc.report.screen.view import View
from ecdcalc.words.labels import amount

pytest.importorskip("highspy")
ASKED = {
    "met": {"level": 2, "years": "2026-2028", "yearly": "2 亿元"},
    "short": {"reduce": ["CO2=4000000 t"], "unpriced": True},
    "budget": {"reduce": ["CO2=300000 t"], "budget": "3000 万元"},
}


@pytest.fixture(scope="module")
def answers():
    return {name: choose(coking(), read_question(alternatives=1, **asked)) for name, asked in ASKED.items()}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ASKED)
def test_the_answer_stands_first_and_keeps_to_its_width(answers, name, lang):
    text = choice_text(contract(answers[name], lang), lang, View(False, False, 80))
    lines = text.splitlines()
    assert max(map(width_of, lines)) <= 80 and len(lines) < 40
    assert set(lines[2]) == {"─"}


def test_measures_without_a_known_cost_are_counted_and_named(answers):
    found = contract(answers["short"], "en")
    assert found["cost_unknown"] and not found["cheapest"]
    text = choice_text(found, "en")
    assert all(named(each, found) in text for each in found["cost_unknown"])
    assert "cheapest" not in text.replace("it is not the cheapest for certain", "")


@pytest.mark.parametrize(
    ("lang", "bound", "least"),
    [
        ("en", "a lower bound: {count} of {all} measures ha", "at least {cost}"),
        ("zh", "仅为下限：{all} 项措施中 {count} 项投资未知", "至少 {cost}"),
    ],
)
def test_a_total_without_all_costs_is_called_a_lower_bound_in_every_form(answers, lang, bound, least):
    found = contract(answers["short"], lang)
    said = [
        bound.format(count=len(found["cost_unknown"]), all=len(found["measures"])),
        *(least.format(cost=shown(found["investment"], lang)) for shown in (figure, amount)),
    ]
    for form in ("table", "markdown"):
        text = "".join(render_choice(found, form, lang).split())
        assert all("".join(each.split()) in text for each in said)
    known = contract(answers["met"], lang)
    assert not known["cost_unknown"] and least.partition("{")[0] not in choice_text(known, lang)


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "Not proven the best: at most 2.5 % are left."), ("zh", "2.5 %")],
)
def test_what_is_not_proven_the_best_is_said_as_a_percentage(answers, lang, told):
    found = contract(answers["met"], lang)
    screen = View(False, False, 80)  # the answer alone: the tables say it in their notes too
    assert told in choice_text({**found, "proven_gap": 0.025}, lang, screen)
    assert told not in choice_text({**found, "proven_gap": 0.0}, lang, screen)
    assert told in choice_text({**found, "proven_gap": 0.025}, lang)


@pytest.mark.parametrize(("lang", "title"), [("en", "Sources"), ("zh", "数据来源")])
def test_sources_are_shown_where_they_are_asked_for(answers, lang, title):
    found = contract(answers["met"], lang)
    shown = {
        (details, sources): title in choice_text(found, lang, View(details, sources, 80)).splitlines()
        for details in (False, True)
        for sources in (False, True)
    }
    assert shown == {(False, False): False, (False, True): True, (True, False): False, (True, True): True}


def test_what_stands_in_the_way_is_said(answers):
    assert "the budget" in choice_text(contract(answers["budget"], "en"), "en")
    assert "预算" in choice_text(contract(answers["budget"], "zh"), "zh")


def test_the_years_are_told(answers):
    found = contract(answers["met"], "en")
    starts = [*chain(*(each["starts"] for each in found["schedule"]))]
    assert len(starts) == len(found["measures"]) and all(each["start"] for each in found["measures"])
    assert "2026" in choice_text(found, "en", View(False, False, 80))
