"""Money in trials: every trial is the plant with its numbers; what has a range and what may not."""

import json

import jsonschema
import numpy
import pytest
from priced import PRICES, document

from ecdcalc import assess, read_plant
from ecdcalc.assessment.contract.form import ASSESSMENT, schema_text
from ecdcalc.decide.chance import with_chance
from ecdcalc.decide.chance_money import money_trials
from ecdcalc.decide.draws import Dice
from ecdcalc.decide.trials import trials_of
from ecdcalc.report.render import render
from ecdcalc.words.errors import InputError

RANGED = {
    "electricity": "0.5~0.55~0.7 元/kWh",
    "rate": "6~10 %",
    "capex": "3000 ± 500 万元",
    "life": "9~15 a",
    "running_cost": "10~30 万元/a",
}


def plant(**numbers):
    """Return the coking example without ranges of its own but those that are given."""
    given = {**RANGED, **numbers}
    found = document(
        prices={**PRICES, "electricity": {"blocks": [{"to": "10 GWh", "price": given["electricity"]},
                                                     {"price": "0.6 元/kWh"}]}},
        economics={"rate": given["rate"], "rate_is": "real"},
    )  # fmt: skip
    for battery in found["battery"]:
        for measure in battery.get("measure", []):
            replaced = [{"part": "drive", "cost": "20 万元", "life": "4 a"}]
            measure.update({key: given[key] for key in ("capex", "life", "running_cost")}, replacement=replaced)
    return found


def test_every_trial_is_the_plant_with_its_numbers():
    """The sources of savings stand at their typical values; prices, cost, life and rate take the draws of a trial."""
    result, dice = assess(plant()), Dice(4, 2)
    found = money_trials(result, result.plant, dice)  # the plant itself: no physical number is drawn
    assert found is not None and len(dice.sources) == 2 + 3 * len(result.money.steps)
    for trial in range(4):

        def drawn(id, n=trial):
            return float(dice.once(id)[n])

        first = next(id for id in dice.sources if id.endswith("capex")).removesuffix(".capex")
        one = assess(plant(electricity=f"{drawn('prices.electricity.blocks[0].price') * 3.6e6!r} 元/kWh",
                           rate=f"{100 * drawn('economics.rate')!r} %", capex=f"{drawn(f'{first}.capex')!r} 元",
                           life=f"{drawn(f'{first}.life')!r} a",
                           running_cost=f"{drawn(f'{first}.running_cost')!r} 元/a"))  # fmt: skip
        worth = one.money.steps[0].worth
        assert found.npv[0][trial] == pytest.approx(worth.npv, rel=1e-9)
        assert found.payback[0][trial] == pytest.approx(worth.simple_payback, rel=1e-9)


def test_what_a_plant_saves_in_a_trial_is_the_bill_before_less_the_bill_after():
    """All measures and what changes besides; where a carrier of it has no price it is not known."""
    by_products = {
        "coking-coal": "1200 元/t",
        "coal-tar": {"price": "3000 元/t", "sold": "2900 元/t"},
        "crude-benzene": {"price": "5000 元/t", "sold": "4800 元/t"},
    }
    found = plant()
    lacking = assess(found)
    assert money_trials(lacking, lacking.plant, Dice(3, 2)).saved is None
    found["prices"] = {**found["prices"], **by_products}
    result, dice = assess(found), Dice(3, 2)
    trials = money_trials(result, result.plant, dice)
    assert result.money.unpriced == ()
    for trial, price in enumerate(dice.once("prices.electricity.blocks[0].price")):
        one = plant(electricity=f"{float(price) * 3.6e6!r} 元/kWh")
        one["prices"] = {**one["prices"], **by_products}
        assert trials.saved[trial] == pytest.approx(sum(each.change for each in assess(one).money.lines), rel=1e-9)


def test_probability_of_paying_back_at_the_extremes_and_between():
    def pays(capex):
        found = with_chance(assess(plant(capex=capex)), 500).chance.money
        return found.measures[0]

    assert pays("1 元").pays == 1
    never = pays("1000 亿元")
    assert never.pays == 0 and never.npv.high < 0
    break_even = assess(plant()).money.steps[0].worth.break_even_capex
    assert 0.2 < pays(f"{break_even!r} 元").pays < 0.8


def test_a_measure_that_saves_no_money_is_never_paid_back():
    """Its running cost may be above what it saves in some trials: those have no years."""
    first_year = assess(plant(running_cost="0 元/a")).money.steps[0].worth.first_year
    around = f"{0.9 * first_year!r}~{1.1 * first_year!r} 元/a"
    found = with_chance(assess(plant(running_cost=around)), 500).chance.money.measures[0]
    assert 0.1 < found.payback.lost < 0.9


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_form_is_that_of_the_schema_and_the_words_tell_it(lang):
    result = with_chance(assess(plant()), 300)
    found = result.to_dict(lang)
    jsonschema.validate(found, json.loads(schema_text(ASSESSMENT)))
    assert found["chance"]["money"]["measures"][0]["pays_back"] is not None
    text = render(result, "markdown", lang)
    assert ("pays back within its life" if lang == "en" else "寿命期内收回投资的概率") in text
    assert "pays_back" in render(result, "csv", lang)


def test_without_prices_there_is_no_money_and_without_ranges_no_spread():
    assert "money" not in with_chance(assess(document(prices={}, economics={})), 200).to_dict()["chance"]
    still = document()
    result = assess(still)
    found = money_trials(result, result.plant, Dice(200))
    assert found is not None and not any(isinstance(each, numpy.ndarray) and each.ndim for each in (found.saved,))


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        ({"prices": {"electricity": "0.1 ± 0.5 元/kWh"}}, "range-crosses-zero", "prices.electricity"),
        ({"prices": {"electricity": {"blocks": [{"to": "9~11 GWh", "price": "1 元/kWh"}, {"price": "1 元/kWh"}]}}},
         "range-not-here", "prices.electricity.blocks[0].to"),
        ({"economics": {"rate": "8 %", "rate_is": "real", "tax": "20~25 %", "depreciation": "10 a"}},
         "range-not-here", "economics.tax"),
        ({"measure": {"life": "1 ± 2 a"}}, "out-of-bounds", "battery[1].measure[0].life"),
        ({"measure": {"capex": "1 ± 2 亿元"}}, "range-crosses-zero", "battery[1].measure[0].capex"),
        ({"measure": {"capex": "1~2 亿元, weibull"}}, "range-drawn", "battery[1].measure[0].capex"),
        ({"measure": {"replacement": [{"part": "x", "cost": "1 万元", "life": "3~5 a"}]}},
         "range-not-here", "battery[1].measure[0].replacement[0].life"),
    ],
)  # fmt: skip
def test_ranges_that_cannot_be_are_refused(change, key, place):
    found = document(**{name: {**found, "price_year": 2025} if name == "prices" else found
                        for name, found in change.items() if name != "measure"})  # fmt: skip
    for battery in found["battery"]:
        for number, measure in enumerate(battery.get("measure", [])):
            measure.update(change.get("measure", {}) if number == 0 else {})
    with pytest.raises(InputError) as caught:
        read_plant(found)
    assert (place, key) in {(each.place, each.key) for each in caught.value.problems}


def test_the_trials_of_the_plant_move_the_money():
    result, dice = assess(plant(electricity="0.55 元/kWh", rate="8 %", capex="1 亿元", life="12 a")), Dice(50, 3)
    found = money_trials(result, trials_of(result.plant, dice), dice)
    assert numpy.ptp(found.npv[0]) > 0
