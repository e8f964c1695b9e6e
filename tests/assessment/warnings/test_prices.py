import polars
import pytest
from city import city, written

from ecdcalc import assess_region, portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant
from ecdcalc.read.region import load_region

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


GAS = {"area [m2]": [1000.0, 9.0], "density [W/m2]": [10.0, 9.0], "hours [h]": [4000.0, 9.0],
       "energy.natural-gas [m3]": [1000.0, 9.0]}  # fmt: skip


def rows_warned(given, **words):
    frame = polars.DataFrame({**GAS, **given})
    found = portfolio(frame, sector="equipment", process="lighting", year=2025, **words)
    return [each or "" for each in found.results["audit.warnings"]]


def billed(**prices):
    return {"prices": {"price_year": 2025, **prices}}


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ({"electricity": "600 元/kWh"}, "prices.electricity: 4882.02 CNY/kgce is far from all that is known"),
        ({"natural-gas": "-3 元/m3"}, "prices.natural-gas: a price below zero"),
        (
            {"electricity": {"blocks": [{"to": "9 kWh", "price": "0.5 元/kWh"}, {"price": "60 元/kWh"}]}},
            "prices.electricity.blocks[1]: 488.202 CNY/kgce is far",
        ),
    ],
)
def test_the_prices_of_a_table_are_held_against_the_same_ranges(prices, said):
    assert all(said in each for each in rows_warned({}, prices=billed(**prices)))


def test_a_price_that_a_row_makes_unusual_is_told_in_that_row():
    # at 3 元/m3 gas of 35 MJ/m3 is 2.5 元/kgce; at 0.04 元/m3 it is 0.033, and 0.029 where it holds 40 MJ/m3
    values = {"energy.natural-gas.lhv [MJ/m3]": [35.0, 40.0]}
    assert not any("prices" in each for each in rows_warned(values, prices=billed(**{"natural-gas": "3 元/m3"})))
    one, other = rows_warned(values, prices=billed(**{"natural-gas": "0.04 元/m3"}))
    assert "prices" not in one and "prices.natural-gas" in other


@pytest.mark.parametrize(
    ("prices", "told"),
    [
        ({"electricity": "600 元/kWh"}, ["prices.electricity"]),
        ({"electricity": "-1 元/kWh"}, ["prices.electricity"]),
        ({"electricity": "0.6 元/kWh", "gangue": "9 元/kg"}, []),
    ],
)
def test_the_prices_of_a_region_are_told_once_by_what_its_plants_use(tmp_path, prices, told):
    plant = 'sector = "equipment"\nyear = 2025\n[[lighting]]\narea = "1000 m2"\ndensity = "10 W/m2"\nhours = "4000 h"\n'
    for name in "ab":
        (tmp_path / f"{name}.toml").write_text(plant, encoding="utf-8")
    document = city(prices=prices)
    document["county"][0]["plants"] = ["a.toml", "b.toml"]
    found = assess_region(load_region(written(tmp_path, document)))
    assert len(found.members) == 2
    assert [each.place for each in found.warnings] == told
    assert [each["place"] for each in found.to_dict("zh")["warnings"]] == told
