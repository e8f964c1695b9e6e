"""Money of the coking example: the whole is the sum of its parts, and the bill is that of the tariff."""

import pytest
from billed import PRICES, REST, document

from ecdcalc import assess, read_plant

COKE = 1.3e6
"""Tonnes of coke a year of the second battery."""


def test_steps_and_the_rest_make_the_whole():
    money = assess(read_plant(document(**REST))).money
    whole = sum(each.change for each in money.lines)
    parts = sum(sum(each.saved.values()) for each in money.steps) + sum(money.rest.values())
    assert parts == pytest.approx(whole, rel=1e-12) and not money.unpriced


def test_a_measure_is_paid_by_the_heat_it_sells_and_the_heat_it_no_longer_buys():
    money = assess(read_plant(document())).money
    quenching = money.steps[0]
    before = 260_000.0  # GJ bought by the second battery, 120 000 by the first
    heat = quenching.amounts["heat"] / 1e9
    bought = before + 120_000
    assert quenching.saved["heat"] == pytest.approx(bought * 45 + (heat - bought) * 38, rel=1e-9)
    assert quenching.worth.npv == pytest.approx(
        -1.8e8 + sum(quenching.saved.values()) * (1 - 1.08**-20) / 0.08, rel=1e-9
    )


def test_blocks_are_saved_at_the_margin():
    blocks = [{"to": "60 GWh", "price": "0.5 元/kWh"}, {"price": "0.9 元/kWh"}]
    flat, stepped = (
        assess(read_plant(document(electricity=each))).money for each in ("0.9 元/kWh", {"blocks": blocks})
    )
    # 64 GWh before: the 1.8 GWh that the waste water takes are bought at the price of the last block
    for money in (flat, stepped):
        water = money.steps[2]
        assert water.saved["electricity"] == pytest.approx(0.9 * water.amounts["electricity"] / 3.6e6, rel=1e-9)


def test_what_has_no_price_is_named_and_the_rest_is_answered():
    table = {key: value for key, value in PRICES.items() if key != "heat"}
    found = read_plant({**document(), "prices": table})
    result = assess(found)
    quenching, moisture, _ = result.money.steps
    assert quenching.unpriced == ("prices.heat",) and quenching.total is None and quenching.lacks == ("money-no-price",)
    assert moisture.worth is not None
    said = result.to_dict("en")["money"]["measures"][0]
    assert said["saved"] is None and "prices.heat" in said["reasons"][0]
    unsold = assess(read_plant(document(heat="45 元/GJ"))).money.steps[0]
    assert unsold.unpriced == ("prices.heat.sold",)


def test_nothing_changes_without_prices():
    found = document()
    del found["prices"]
    assert "money" not in assess(read_plant(found)).to_dict()


def test_every_figure_has_its_basis():
    found = assess(read_plant(document())).to_dict()["money"]
    assert (found["currency"], found["price_year"], found["rate"]["kind"]) == ("CNY", 2025, "real")
    treated = found["measures"][2]
    assert treated["capex"] is None and treated["worth"] is None and treated["reasons"]


def test_a_carrier_that_only_comes_with_a_new_process_is_paid_for():
    """100 t of diesel at 7000 yuan, which nothing used before; a price of what nothing uses has no bill."""
    told = document(**REST, diesel="7000 元/t", gasoline="8000 元/t")
    new = {key: value for key, value in told["battery"][0].items() if key not in ("measure", "reporting", "closed")}
    without, with_diesel = (
        assess(
            read_plant({**told, "battery": [*told["battery"], {**new, "name": "3#", "new": True, "energy": energy}]})
        ).money
        for energy in (new["energy"], {**new["energy"], "diesel": "100 t"})
    )
    (line,) = [each for each in with_diesel.lines if each.instrument == "diesel"]
    assert (line.before, line.after) == (0.0, pytest.approx(700_000))
    assert with_diesel.rest["diesel"] == pytest.approx(-700_000)
    assert {"diesel", "gasoline"} & {each.instrument for each in without.lines} == set()
    whole, less = (sum(each.change for each in money.lines) for money in (without, with_diesel))
    co2 = with_diesel.rest["co2-price"] - without.rest["co2-price"]
    assert less - whole == pytest.approx(-700_000 + co2) and co2 < 0


def test_a_fuel_that_a_measure_brings_is_in_what_it_saves():
    """A measure of the user's own saves 5 kWh for each tonne of coke, and burns 0.2 m3 of gas."""
    told = document(**REST, **{"natural-gas": "3 元/m3"})
    own = {"name": "SCR", "source": "offer", "penalty": {"natural-gas": "0.2 m3/t"}, "carrier": "electricity",
           "saving": "5 kWh/t"}  # fmt: skip
    last = {**told["battery"][1], "measure": [{"use": "own", **own}]}
    (step,) = assess(read_plant({**told, "battery": [told["battery"][0], last]})).money.steps
    assert step.amounts["natural-gas"] == pytest.approx(-0.2 * COKE)
    assert step.saved["natural-gas"] == pytest.approx(-3 * 0.2 * COKE)
    assert step.saved["electricity"] == pytest.approx(0.55 * 5 * COKE)
