import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read.plant import read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "coal.toml"
POWER = {"electricity": "1 GWh"}


def plant(**tables):
    return read_plant({"year": 2025, **{key.replace("_", "-"): each for key, each in tables.items()}}, asked="coal")


def processes(**tables):
    return {each.case.key: each for each in assess(plant(**tables)).processes}


def boiler(**more):
    energy = {"raw-coal": {"value": "1 万t", "lhv": "21 MJ/kg"}}
    return {"heat": "15 万GJ", "furnace": "grate", "network": "outside", "state": "outdated", "energy": energy, **more}


def mine(**more):
    return {"raw_coal": "100 万t", "method": "underground", "energy": POWER, **more}


def test_coal_keeps_the_contract():
    check_sector(sector("coal"))


def test_the_example_saves_and_leaves_nothing_open_that_a_plant_knows():
    document = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), asked="coal")).to_dict()
    assert not [each for each in document["not_computed"] if "not given" in each["reason"]]
    assert document["totals"]["energy_saved"]["value"] > 0
    status = {gap["target"].lower(): gap["status"] for gap in document["gaps"]}
    assert status["t040"] == status["t041"] == status["t042"] == "met"


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"mine": [mine(method="longwall")]}, "mine[0].method"),
        ({"mine": [mine(gas_emission="2 m3/t", gas_used="300 万m3")]}, "mine[0].methane_burnt"),
        ({"coal_boiler": [boiler(heat="30 万GJ")]}, "coal-boiler[0].heat"),
        ({"coal_boiler": [boiler(ash="95 %")]}, "coal-boiler[0].ash"),
        (
            {"gas_power": [{"generation": "2 GWh", "gas": "10 万m3", "gas_lhv": "35.8 MJ/m3", "energy": POWER}]},
            "gas-power[0].generation",
        ),
        (
            {
                "washery": [
                    {"raw_coal": "1 t", "clean_coal": "2 t", "kind": "thermal", "method": "dry", "energy": POWER}
                ]
            },
            "washery[0].clean_coal",
        ),
        (
            {"coal_boiler": [boiler(measure=[{"use": "boiler-economiser"}, {"use": "boiler-oxygen-trim"}])]},
            "coal-boiler[0].measure[1].use",
        ),
        ({"coal_balance": {"production": "5"}}, "coal-balance.production"),
        ({"coal_balance": {"production": "5 t", "received": "0 t", "sent": "6 t"}}, "coal-balance.consumption"),
        (
            {"gas_power": [{"generation": "2 GWh", "energy": {"electricity": "-2.1 GWh"}}]},
            "gas-power[0].delivered",
        ),
        (
            {"gangue": [{"generated": "10 t", "burnt": "5 t", "energy": {"electricity": "-1 MWh"}}]},
            "gangue[0].carrier_energy",
        ),
        (
            {"mine": [mine(measure=[{"use": "co-main-fan-vfd", "fan_electricity": "9 GWh"}])]},
            "mine[0].measure[0].electricity",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(tables, place):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    assert place in [each.place for each in caught.value.problems]


def test_a_balance_of_nothing_is_not_zero():
    found = processes(coal_balance={"base": {"consumption": "10 t"}}, mine=[mine()])
    assert "production" in found["coal-balance"].reporting["growth"].value.names


def test_coal_that_is_no_longer_burnt_leaves_the_balance():
    found = processes(coal_balance={"base": {"consumption": "1 万t"}}, coal_boiler=[boiler(closed="2024-10-31")])
    assert found["coal-balance"].baseline["growth"].value == pytest.approx(0)
    assert "production" in found["coal-balance"].reporting["consumption"].value.names  # nothing is left


def test_dry_washing_has_no_coefficient_for_coking_coal():
    table = {"raw_coal": "1 万t", "kind": "coking", "method": "dry", "energy": POWER}
    found = processes(washery=[table])["washery"]
    assert found.grades[0].level["reporting"] == "incomplete"


def test_a_boiler_house_burns_for_the_loss_of_its_network_too():
    table = {"heat": "90 GJ", "source": "boilers", "efficiency": "100 %", "energy": {"electricity": "0 kWh"}}
    near, far = (
        processes(heat_supply=[{**table, **more}])["heat-supply"].reporting["fuel_energy"].value
        for more in ({}, {"network_loss": "10 %"})
    )
    assert (near, far) == (pytest.approx(90 / 29.3076 * 1000), pytest.approx(100 / 29.3076 * 1000))


def test_methane_counts_once():
    table = {"generation": "1 GWh", "gas": "30 万m3", "energy": POWER, "methane_counted": "at-mine"}
    assert processes(gas_power=[table])["gas-power"].reporting["methane"].value == 0


def test_gangue_that_is_burnt_needs_its_carbon():
    table = {
        "generated": "10 t",
        "burnt": "1 t",
        "energy": {"standard-coal": {"value": "0 tce", "co2_factor": "0 kg/tce"}},
    }
    assert processes(gangue=[table])["gangue"].reporting["co2"].value.names == {"carbon_content"}


def test_a_boiler_turned_to_gas_burns_no_coal():
    energy = {"raw-coal": "0 t", "natural-gas": {"value": "450 万m3", "lhv": "35.5 MJ/m3"}}
    (found,) = assess(plant(coal_boiler=[boiler(nox={"removal": "0 %"}, reporting={"energy": energy})])).processes
    assert found.reporting["nox"].value == pytest.approx(4.5e6 * 2.09e-3)
    assert found.reporting["voc"].value == pytest.approx(4.5e6 * 0.12e-3)
    assert found.saved["coal_use"] == pytest.approx(1e7)


@given(floats(0.1, 10), floats(0.1, 10))
def test_points_of_efficiency_save_fuel_at_the_same_heat(first, second):
    def reached(points):
        measures = [{"use": "boiler-economiser", "saving": f"{points} pp"}]
        return processes(coal_boiler=[boiler(measure=measures)])["coal-boiler"].reporting["efficiency"].value

    assert reached(first) == pytest.approx(15 / 21 + first / 100)
    less, more = sorted((first, second))
    assert reached(less) <= reached(more) + 1e-12


@given(st.floats(1e-6, 100), st.floats(1e-6, 100))
def test_each_household_that_leaves_coal_saves_the_same(before, after):
    table = {
        "households": "100 户",
        "coal_share": f"{before} %",
        "coal_each": "2 t/household",
        "kind": "lump",
        "energy": {"electricity": "0 kWh"},
        "reporting": {"coal_share": f"{after} %"},
    }
    saved = processes(household_coal=[table])["household-coal"].saved
    assert saved["energy"] == pytest.approx((before - after) / 100 * 200_000 * 0.7143, abs=1e-6)


def test_gangue_under_a_boiler_emits_like_coal_but_is_no_coal_in_the_balance():
    coal, gangue = ({id: {"value": "1 万t", "lhv": "18 MJ/kg"}} for id in ("raw-coal", "gangue"))
    removal = {name: {"removal": "50 %"} for name in ("nox", "so2", "pm")}
    of_coal, of_gangue = (
        processes(coal_boiler=[boiler(sulphur="1 %", ash="20 %", **removal, **more)])["coal-boiler"].reporting
        for more in ({"energy": coal}, {"energy": gangue})
    )
    for name in ("nox", "so2", "pm", "voc"):
        assert of_gangue[name].value == pytest.approx(of_coal[name].value, rel=1e-12) and of_coal[name].value > 0
    assert (of_coal["coal_use"].value, of_gangue["coal_use"].value) == (1e7, 0)
