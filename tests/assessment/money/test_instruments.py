import tomllib

import pytest
from city import example
from conftest import EXAMPLES

from ecdcalc import assess, read_plant
from ecdcalc.assessment.money.instruments import money_of, tier_of, total_by_instrument
from ecdcalc.read.prices import read_prices

TABLE = {
    "tax_air": "1.8 元",
    "tax_water": "2 元",
    "electricity": "0.5 元/kWh",
    "float": "25 %",
    "float_cap": "20 %",
    "energy_quota": "100 元/tce",
    "emission": {"nox": "9000 元/t"},
    "tiers": {
        "level-1": "0.01 元/kWh",
        "level-2": "0.02 元/kWh",
        "level-3": "0.05 元/kWh",
        "above-level-3": "0.1 元/kWh",
    },
}


def money(plant, **changes):
    prices, problems = read_prices({**TABLE, **changes})
    assert not problems
    return {each.instrument: each for each in money_of(assess(plant), prices)}


def test_tax_by_pollution_equivalents(coking):
    result = assess(coking)
    before = sum(
        each.baseline["nox"].value for each in result.processes if "nox" in each.baseline and each.case.name != ""
    )
    found = money(coking)
    # 0.95 kg of NOx are one pollution equivalent
    assert found["tax-nox"].before == pytest.approx(before / 0.95 * 1.8, rel=1e-12)
    assert found["emission-nox"].before == pytest.approx(before * 9, rel=1e-12)
    assert found["tax-nox"].change > 0


def test_dust_is_taxed_where_its_kind_is_named(coking):
    assert "tax-pm" not in money(coking)
    smoke, general = (money(coking, dust=each)["tax-pm"].before for each in ("smoke-dust", "general-dust"))
    # 2.18 kg of smoke dust and 4 kg of general dust are one pollution equivalent
    assert smoke / general == pytest.approx(4 / 2.18, rel=1e-12)
    assert {each.place for each in read_prices({"dust": "soot"})[1]} == {"prices.dust"}


def test_the_ceiling_holds_for_others_only(coking):
    cheap = money(coking)["electricity"]
    dear = money(coking, energy_intensive=["coking"], tiers={})["electricity"]
    assert dear.before / cheap.before == pytest.approx(1.25 / 1.2, rel=1e-12)


def test_who_gives_out_electricity_has_no_bill():
    found = [each for each in example().money if each.instrument == "electricity"]
    assert min(min(each.before, each.after) for each in found) == 0


def test_tiers_add_to_the_price_of_intensive_firms(coking):
    plain = money(coking, energy_intensive=["coking"], tiers={})["electricity"]
    tiered = money(coking, energy_intensive=["coking"])["electricity"]
    tier = tier_of(assess(coking), "baseline")
    kwh = plain.before / (0.5 * 1.25)
    extra = float(TABLE["tiers"][tier].split()[0]) if tier else 0
    assert tiered.before - plain.before == pytest.approx(kwh * extra, rel=1e-9)


def test_what_has_no_price_is_left_out(coking):
    prices, problems = read_prices({})
    assert not problems and list(money_of(assess(coking), prices)) == []


def test_sums_by_instrument(coking):
    prices, _ = read_prices(TABLE)
    found = list(money_of(assess(coking), prices))
    total = total_by_instrument([*found, *found])
    assert total["tax-nox"].before == pytest.approx(2 * money(coking)["tax-nox"].before)


def test_mistakes_in_prices():
    _, problems = read_prices({"emission": {"gold": "1 元/t"}, "tiers": 5, "energy_intensive": "steel", "float": "1 m"})
    assert {each.place for each in problems} == {
        "prices.emission.gold",
        "prices.tiers",
        "prices.energy_intensive",
        "prices.float",
    }


WATER = {"prices": {"price_year": 2025, "water": "4.5 元/m3"}, "economics": {"rate": "8 %", "rate_is": "real"}}


@pytest.mark.parametrize(
    ("sector", "place", "before", "saved"),
    [
        # 21 million m3 of an orchard, of which drip lines save 40 %; all irrigation takes 70 million m3
        ("agriculture", "irrigation[0]", 70e6, 0.4 * 21e6),
        # a paper mill that uses 200 000 m3 again instead of taking them; all works take 2.91 million m3
        ("light-industry", "paper[0]", 2.91e6, 0.2e6),
    ],
)
def test_water_that_a_process_takes_is_priced_and_saved(sector, place, before, saved):
    document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
    money = assess(read_plant({**document, **WATER})).money
    (line,) = [each for each in money.lines if each.instrument == "water-price"]
    assert line.before == pytest.approx(4.5 * before, rel=1e-12)
    found = {each.place: each.saved["water-price"] for each in money.steps if each.saved.get("water-price")}
    assert found == {place: pytest.approx(4.5 * saved, rel=1e-9)}
    assert line.change == pytest.approx(4.5 * saved, rel=1e-9)


def test_water_that_is_not_told_has_no_bill_and_is_not_asked_for():
    document = tomllib.loads((EXAMPLES / "public-institutions.toml").read_text(encoding="utf-8"))
    institutions = [{**each, "reporting": {**each.get("reporting", {})}} for each in document["institution"]]
    for each in institutions:
        each.pop("water", None)
        each["reporting"].pop("water", None)
    money = assess(read_plant({**document, "institution": institutions, **WATER})).money
    assert not [each for each in money.lines if each.instrument == "water-price"]
    assert "prices.water" not in money.unpriced


def test_water_that_stands_among_the_carriers_has_its_own_price(coking_file):
    document = tomllib.loads(coking_file.read_text(encoding="utf-8"))
    battery = {**document["battery"][1]}
    battery["energy"] = {**battery["energy"], "fresh-water": "500000 t"}
    battery["reporting"] = {"energy": {**battery.get("reporting", {}).get("energy", {}), "fresh-water": "400000 t"}}
    prices = {"prices": {"price_year": 2025, "fresh-water": "3 元/t", "water": "4.5 元/m3"}}
    money = assess(read_plant({**document, "battery": [battery], **prices, "economics": WATER["economics"]})).money
    (line,) = [each for each in money.lines if each.instrument == "fresh-water"]
    assert (line.before, line.after) == (pytest.approx(1.5e6), pytest.approx(1.2e6))
    assert not [each for each in money.lines if each.instrument == "water-price"]
