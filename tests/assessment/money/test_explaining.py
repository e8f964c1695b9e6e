import math

import pytest
from billed import PRICES, REST, document

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


def test_periods_are_told_with_their_shares():
    periods = [{"name": "peak", "share": "30 %", "price": "0.9 元/kWh"}, {"share": "70 %", "price": "0.4 元/kWh"}]
    bill = bill_terms(found(electricity={"periods": periods}).money)["electricity"]["baseline"]
    told = {each.text: each.unit.out(each.value) for each in bill.formula.uses}
    assert (told["share.electricity[0]"], told["share.electricity[1]"]) == (pytest.approx(30), pytest.approx(70))
    # 64 GWh
    assert bill.value == pytest.approx(64e6 * (0.3 * 0.9 + 0.7 * 0.4))


def test_a_bill_that_only_the_reporting_state_has_is_told_without_a_saving():
    plant = document(**REST)
    battery = plant["battery"][1]
    stack = battery.pop("nox")
    battery["reporting"]["nox"] = {**stack, **battery["reporting"]["nox"]}
    (term,) = explain(read_plant({**plant, "battery": [battery]}), "money.tax-nox")
    # 2.6e9 m3 with 95 mg/m3, of which 0.95 kg are one equivalent at 1.8 yuan
    assert term.text == "money.tax-nox.reporting" and term.value == pytest.approx(2.6e9 * 95e-6 / 0.95 * 1.8)


@pytest.mark.parametrize(("lang", "says"), [("en", "not given: prices.heat"), ("zh", "未给出：prices.heat")])
def test_a_measure_that_saves_what_has_no_price_names_it(lang, says):
    table = {key: value for key, value in PRICES.items() if key != "heat"}
    (term,) = explain(read_plant({**document(), "prices": table}), "battery[1].measure[0].money", lang=lang)
    assert says in tree(term, lang)


def test_of_a_measure_that_only_costs_there_is_no_payback_no_rate_and_no_cost_of_what_it_saves():
    plant = document(**REST)
    plant["battery"][1]["measure"][2] |= {"capex": "500 万元", "life": "10 a"}
    terms = step_terms(assess(read_plant(plant)).money.steps[2], 0)
    # 1.8 GWh more at 0.55 yuan, which emit CO2 at 80 yuan a tonne
    yearly = -1.8e6 * 0.55 - 1.8e6 * 0.6634 * 80 / 1000
    assert terms["saved"].value == pytest.approx(yearly, rel=1e-3)
    assert terms["npv"].value == pytest.approx(-5e6 + yearly * (1 - 1.08**-10) / 0.08, rel=1e-3)
    assert {*terms} == {"saved", "net_capex", "npv"}
