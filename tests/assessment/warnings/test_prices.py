import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant

LAMPS = {"area": "1000 m2", "density": "10 W/m2", "hours": "4000 h", "energy": {"natural-gas": "1000 m3"}}


def warned(**prices):
    document = {"sector": "equipment", "year": 2025, "lighting": [LAMPS], "prices": {"price_year": 2025, **prices}}
    return {(each.place, each.key): each.text("en") for each in assess(read_plant(document)).warnings}


@pytest.mark.parametrize("price", ["0.3 元/kWh", "0.65 元/kWh", "1.6 元/kWh", "0 元/kWh"])
def test_a_usual_price_is_taken_without_a_word(price):
    assert not warned(electricity=price)


@pytest.mark.parametrize(
    ("prices", "place", "key", "said"),
    [
        ({"electricity": "-0.6 元/kWh"}, "prices.electricity", "warn-price-below-zero", "disposal fee"),
        ({"electricity": "600 元/kWh"}, "prices.electricity", "warn-far", "4882.02 CNY/kgce"),
        ({"natural-gas": "3000 元/m3"}, "prices.natural-gas", "warn-far", "expert knowledge are 0.003–200"),
        ({"natural-gas": "0.03 元/m3"}, "prices.natural-gas", "warn-price", "usually 0.03–20 CNY/kgce"),
        (
            {"electricity": {"price": "0.6 元/kWh", "sold": "60 元/kWh"}},
            "prices.electricity.sold",
            "warn-far",
            "488.202 CNY/kgce",
        ),
        (
            {"electricity": {"blocks": [{"to": "9 kWh", "price": "0.5 元/kWh"}, {"price": "60 元/kWh"}]}},
            "prices.electricity.blocks[1]",
            "warn-far",
            "488.202 CNY/kgce",
        ),
        ({"raw-coal": "-1 元/t"}, "prices.raw-coal", "warn-price-below-zero", "disposal fee"),
    ],
)
def test_a_price_out_of_size_is_warned_of(prices, place, key, said):
    found = warned(**prices)
    assert [*found] == [(place, key)]
    assert said in found[place, key]
