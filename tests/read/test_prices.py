import pytest

from ecdcalc.read.prices import read_economics, read_prices


def problems(table):
    return {each.place: each.key for each in read_prices(table)[1]}


def test_a_tariff_of_blocks_in_base_units():
    table = {"electricity": {"blocks": [{"to": "5000 kWh", "price": "0.5 元/kWh"}, {"price": "0.8 元/kWh"}],
                             "sold": "0.3 元/kWh"}, "raw-coal": "700 元/t", "price_year": 2024}  # fmt: skip
    prices, found = read_prices(table)
    assert not found and prices.year == 2024
    assert prices.carriers["electricity"].bill(6000 * 3.6e6) == pytest.approx(3300)
    assert prices.carriers["electricity"].sold * 3.6e6 == pytest.approx(0.3)
    assert prices.carriers["raw-coal"].bill(2000.0) == pytest.approx(1400)


@pytest.mark.parametrize(
    ("table", "place", "key"),
    [
        ({"electricity": {"blocks": [{"to": "5 kWh", "price": "1 元/kWh"}, {"from": "6 kWh", "price": "1 元/kWh"}]}}, "prices.electricity.blocks[1]", "tariff-hole"),
        ({"electricity": {"blocks": [{"to": "5 kWh", "price": "1 元/kWh"}, {"from": "4 kWh", "price": "1 元/kWh"}]}}, "prices.electricity.blocks[1]", "tariff-overlap"),
        ({"electricity": {"whole": [{"price": "1 元/kWh"}, {"price": "2 元/kWh"}]}}, "prices.electricity.whole[1]", "tariff-overlap"),
        ({"electricity": {"blocks": [{"to": "5 kWh", "price": "1 元/kWh"}]}}, "prices.electricity.blocks", "tariff-open"),
        ({"electricity": {"periods": [{"share": "40 %", "price": "1 元/kWh"}, {"share": "50 %", "price": "2 元/kWh"}]}}, "prices.electricity.periods", "tariff-shares"),
        ({"electricity": {"price": "1 元/kWh", "blocks": []}}, "prices.electricity", "tariff-one-form"),
        ({"electricity": {"blocks": "1 元/kWh"}}, "prices.electricity.blocks", "tariff-list"),
        ({"electricity": {"blocks": [{"to": "5 kWh"}, {"price": "1 元/kWh"}]}}, "prices.electricity.blocks[0].price", "required"),
        ({"electricity": {"blocks": [{"to": "5 kWh", "price": "x"}, {"price": "1 元/kWh"}]}}, "prices.electricity.blocks[0].price", "not-a-number"),
        ({"electricity": {"price": "1 元/kWh", "demand": {"price": "480 元/kW/a"}}}, "prices.electricity.demand", "tariff-demand"),
        ({"electricity": "0.5 USD/kWh"}, "prices.electricity", "unit-kind"),
        ({"electricty": "0.5 元/kWh"}, "prices.electricty", "unknown-key"),
        ({"currency": "USD"}, "prices.currency", "not-an-option"),
        ({"price_year": "x"}, "prices.price_year", "not-a-year"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_prices(table, place, key):
    assert problems(table) == {place: key}


def test_another_currency_by_the_rate_that_is_given():
    prices, found = read_prices({"raw-coal": "100 USD/t"}, {"USD": 7.0})
    assert not found and prices.carriers["raw-coal"].bill(1000.0) == pytest.approx(700)


def test_a_nominal_rate_becomes_real():
    economics, found = read_economics({"rate": "8 %", "rate_is": "nominal", "inflation": "3 %"}, 2025)
    assert not found and economics.rate == pytest.approx(0.0485437, rel=1e-5) and economics.nominal == 0.08


@pytest.mark.parametrize(
    ("table", "place", "key"),
    [
        ({"rate": "8 %", "rate_is": "nominal"}, "economics.inflation", "economics-nominal"),
        ({"rate": "8 %"}, "economics.rate_is", "required"),
        ({"rate": "8 %", "rate_is": "both"}, "economics.rate_is", "not-an-option"),
        ({"tax": "25 %"}, "economics.depreciation", "economics-depreciation"),
        ({"cost_year": 2018}, "economics.cost_index", "economics-cost-index"),
        ({"horizon": "0 a"}, "economics.horizon", "out-of-bounds"),
    ],
)
def test_what_is_wrong_with_economics(table, place, key):
    assert {each.place: each.key for each in read_economics(table, 2025)[1]} == {place: key}


BLOCK = {"price": "1 元/kWh"}


@pytest.mark.parametrize(
    ("prices", "place"),
    [
        (
            {"electricity": {"blocks": [{"to": "5 GWh", **BLOCK}, {"to": "3 GWh", **BLOCK}, BLOCK]}},
            "electricity.blocks[1].to",
        ),
        ({"electricity": {"whole": [{"to": "0 GWh", **BLOCK}, BLOCK]}}, "electricity.whole[0].to"),
        ({"electricity": {**BLOCK, "demand": {"price": "456 元/kW/a", "hours": "9000 h"}}}, "electricity.demand.hours"),
        ({"electricity": {**BLOCK, "demand": {"price": "456 元/kW/a", "power": "-1 kW"}}}, "electricity.demand.power"),
        ({"co2": "-80 元/t"}, "co2"),
        ({"water": "-1~2 元/m3"}, "water"),
        ({"tax_air": "-1.8 元"}, "tax_air"),
        ({"emission": {"nox": "-1 元/t"}}, "emission.nox"),
        ({"float": "-150 %"}, "float"),
    ],
)
def test_prices_that_cannot_be(prices, place):
    assert problems(prices) == {f"prices.{place}": "out-of-bounds"}


def test_a_sector_that_there_is_not_pays_no_tier_and_is_refused():
    (found,) = read_prices({"energy_intensive": ["coking", "cokking"]})[1]
    assert found.place == "prices.energy_intensive[1]" and "coking" in found.say("en")


def test_of_many_names_the_nearest_is_told():
    (found,) = read_economics({"escalation": {"electricty": "1 %"}}, 2025)[1]
    assert found.say("en").endswith("electricity")
    (found,) = read_prices({"washed-grit": "1 元/t"})[1]
    assert len(found.say("en")) < 800


@pytest.mark.parametrize(
    ("economics", "place"),
    [
        ({"rate": "-100 %", "rate_is": "real"}, "rate"),
        ({"rate": "8 %", "rate_is": "nominal", "inflation": "-100 %"}, "inflation"),
        ({"tax": "100 %", "depreciation": "10 a"}, "tax"),
        ({"tax": "-25 %", "depreciation": "10 a"}, "tax"),
        ({"tax": "25 %", "depreciation": "1e9 a"}, "depreciation"),
        ({"horizon": "1000000 a"}, "horizon"),
        ({"escalation": {"electricity": "-100 %"}}, "escalation.electricity"),
        ({"cost_index": "0 %"}, "cost_index"),
        ({"exchange": {"USD": "-7 元"}}, "exchange.USD"),
    ],
)
def test_economics_that_cannot_be(economics, place):
    assert f"economics.{place}" in {
        each.place for each in read_economics(economics, 2025)[1] if each.key == "out-of-bounds"
    }


@pytest.mark.parametrize("year", ["²994", "9" * 5000, "abc"])
def test_a_price_index_of_what_is_no_year(year):
    (found,) = read_economics({"price_index": {year: "110 %"}}, 2025)[1]
    assert found.key == "not-a-year"


def test_the_currency_of_results_has_no_rate_of_exchange():
    (found,) = read_economics({"exchange": {"CNY": "2 元"}}, 2025)[1]
    assert (found.place, found.key) == ("economics.exchange.CNY", "exchange-own")


def test_a_tariff_of_periods_takes_the_mean_by_their_shares():
    """40 % at 0.4 and 60 % at 0.9 元/kWh: 0.70 元/kWh."""
    rows = [{"share": "40 %", "price": "0.4 元/kWh"}, {"share": "60 %", "price": "0.9 元/kWh"}]
    prices, found = read_prices({"electricity": {"periods": rows}})
    assert not found and prices.carriers["electricity"].bill(1000 * 3.6e6) == pytest.approx(700)


@pytest.mark.parametrize(
    "table", [{"cost_year": 2025}, {"cost_year": 2018, "cost_index": "112 %"}], ids=["same", "with-index"]
)
def test_costs_of_the_year_of_the_prices_or_with_their_index_lack_nothing(table):
    economics, found = read_economics(table, 2025)
    assert not found and economics.cost_index == (1.12 if "cost_index" in table else 1.0)
