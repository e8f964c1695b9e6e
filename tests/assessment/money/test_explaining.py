import math

import pytest
from billed import REST, document

from ecdcalc import assess, read_plant
from ecdcalc.assessment.explaining import explain
from ecdcalc.assessment.money.explaining import bill_terms, money_term, step_terms
from ecdcalc.report.tree import tree
from ecdcalc.words.errors import NotFoundError

BLOCKS = [{"to": "20 GWh", "price": "0.5 元/kWh"}, {"price": "0.9 元/kWh"}]

DEMAND = {"price": "0.5 元/kWh", "demand": {"price": "400 元/kW/a", "power": "9000 kW"}}


def found(**prices):
    return assess(read_plant(document(**REST, **prices)))


@pytest.mark.parametrize(
    "prices", [{}, {"electricity": {"blocks": BLOCKS}}, {"float": "20 %"}, {"electricity": DEMAND}]
)
def test_every_bill_and_saving_has_the_number_of_the_result(prices):
    result = found(**prices)
    terms = bill_terms(result.money)
    for each in result.to_dict()["money"]["bills"]:
        for state in ("baseline", "adjusted", "reporting", "saved"):
            assert terms[each["instrument"]][state].value == pytest.approx(each[state]["value"], rel=1e-12)
    assert money_term(result.money).value == pytest.approx(result.to_dict()["money"]["saved"]["value"], rel=1e-12)


def test_a_bill_is_its_amount_at_its_price_and_a_tariff_of_parts_names_them():
    flat = bill_terms(found().money)["electricity"]["baseline"]
    assert flat.formula.text == "baseline.electricity × price.electricity"
    assert math.prod(each.value for each in flat.formula.uses) == pytest.approx(flat.value)
    stepped = bill_terms(found(electricity={"blocks": BLOCKS}).money)["electricity"]["baseline"]
    assert stepped.formula.text == "tariff(baseline.electricity, price.electricity[0], price.electricity[1])"
    power = bill_terms(found(electricity=DEMAND).money)["electricity"]["baseline"]
    assert "price.electricity.demand" in {each.text for each in power.formula.uses}
    sold = bill_terms(found().money)["coal-tar"]["reporting"]
    assert sold.formula.text.endswith("price.coal-tar.sold")
    tax = bill_terms(found().money)["tax-nox"]["reporting"]
    assert any(leaf.origin and leaf.origin.factor for leaf in tax.leaves())


def test_every_figure_of_a_measure_has_the_number_of_the_result():
    result = found()
    told = result.to_dict()["money"]["measures"]
    for number, (step, each) in enumerate(zip(result.money.steps, told, strict=True)):
        terms = step_terms(step, number)
        worth = each["worth"] or {}
        assert terms["saved"].value == pytest.approx(each["saved"]["value"])
        for name in {*terms} & {"net_capex", "npv", "simple_payback", "discounted_payback", "cost_of_saved_energy"}:
            value = (each if name == "net_capex" else worth)[name]["value"]
            assert terms[name].unit.out(terms[name].value) == pytest.approx(value), name
        if worth:
            assert terms["irr"].unit.out(terms["irr"].value) == pytest.approx(worth["irr"][0]["value"])
            assert terms["abatement.CO2.net"].unit.out(terms["abatement.CO2.net"].value) == pytest.approx(
                worth["abatement"]["CO2"]["net"]["value"]
            )
    assert told[0]["worth"]


def test_flows_are_those_of_the_years():
    step = found().money.steps[0]
    (flow,) = [each for each in step_terms(step, 0)["npv"].formula.uses if ".flow[" in each.text]
    assert flow.text.endswith("flow[1…20]")
    rate = 0.08
    assert step.worth.npv == pytest.approx(-step.worth.invested + flow.value * (1 - (1 + rate) ** -20) / rate)


@pytest.mark.parametrize("path", ["money", "money.heat", "battery[1].measure[0].money"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_explain_knows_money(path, lang):
    plant = read_plant(document(**REST))
    terms = explain(plant, path, lang=lang)
    assert terms and all(tree(each, lang) for each in terms)


@pytest.mark.parametrize(
    ("path", "near"),
    [("money.coal", "money.heat"), ("battery[1].measure[9].money", r"battery\[1\].measure\[0\].money")],
)
def test_what_is_not_there_is_told_with_what_is(path, near):
    with pytest.raises(NotFoundError, match=near):
        explain(read_plant(document(**REST)), path)


def test_a_plant_without_prices_says_what_it_lacks():
    bare = {key: value for key, value in document().items() if key not in ("prices", "economics")}
    with pytest.raises(NotFoundError, match="prices"):
        explain(read_plant(bare), "money")
