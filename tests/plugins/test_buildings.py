from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.read import load_plant, read_plant
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "buildings.toml"
SHELL = {
    "wall_area": "1000 m2",
    "wall_u": "1.5 W/m2/K",
    "roof_area": "400 m2",
    "roof_u": "1 W/m2/K",
    "window_area": "200 m2",
    "window_u": "3 W/m2/K",
    "ground_area": "400 m2",
    "ground_u": "0.5 W/m2/K",
    "volume": "3000 m3",
    "air_changes": "0.5 1/h",
}
STOVE = {"kind": "rural", "source": "coal", "floor_area": "4000 m2", "efficiency": "50 %"}
PUMP = {"source": "air-heat-pump", "supply_temperature": "45 °C", "source_temperature": "-5 °C"}


def plant(**tables):
    return read_plant({"year": 2025, "province": "shanxi", "grid_year": 2023, **tables}, asked="buildings")


def problems(**tables):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    return [(each.place, each.key) for each in caught.value.problems]


def test_buildings_keep_the_contract():
    check_sector(sector("buildings"))


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_example_saves_energy_and_meets_the_plan(basis):
    result = assess(load_plant(str(EXAMPLE)), basis=basis)
    assert result.saved["energy"] > 0
    assert {each.target.id: each.status for each in result.gaps if each.status != "not-evaluated"} == dict.fromkeys(
        ("t043", "t044", "t045", "t046", "t047", "t049"), "met"
    )


def test_a_cop_above_carnot_is_refused_in_each_state():
    stove = {**STOVE, "demand": "500 GJ"}
    reporting = {**stove, "reporting": {**PUMP, "cop": 7}}
    assert problems(heating=[reporting]) == [("heating[0].reporting.cop", "above-carnot")]
    pump = {**stove, **PUMP, "cop": 7}
    assert problems(heating=[pump]) == [("heating[0].cop", "above-carnot")]


def test_parts_above_the_whole_are_refused():
    new = {"floor_area": "10 m2", "prefabricated_area": "11 m2"}
    assert problems(**{"new-buildings": [new]}) == [("new-buildings[0].prefabricated_area", "part-above-whole")]
    water = {"supplied": "9 m3", "registered": "10 m3"}
    assert problems(**{"water-network": [water]}) == [
        ("water-network[0].registered", "buildings-more-registered"),
        ("water-network[0].leakage", "buildings-leakage-below-zero"),
    ]


BLOCK = {"kind": "public", "floor_area": "1000 m2", "energy": {"electricity": "10 万kWh"}}
MAINS = {"supplied": "100 m3", "registered": "92 m3", "pumping_metered": "0.4 kWh/m3"}


@pytest.mark.parametrize(
    ("table", "given", "place", "key"),
    [
        ("building", {**BLOCK, "lighting_metered": "6 万kWh", "cooling_metered": "5 万kWh"}, "lighting_and_cooling",
         "buildings-part-above-meter"),
        ("building", {**BLOCK, "pv": "roof", "pv_capacity": "10 kW", "pv_hours": "4400 h"}, "pv_generation",
         "above-sunlight"),
        ("building", {**BLOCK, "pv": "roof", "pv_capacity": "10 kW", "pv_metered": "1.6 万kWh",
                      "irradiation": "1500 kWh/m2"}, "pv_generation", "above-sunlight"),
        ("building", {**BLOCK, "pv_capacity": "10 kW", "pv_hours": "1100 h"}, "pv_not_counted", "buildings-pv-not-said"),
        ("heating", {**STOVE, "demand": "9 GJ", "collector_area": "1 m2", "collector_yield": "400 kWh/m2"},
         "solar_not_counted", "buildings-solar-not-said"),
        ("building", {**BLOCK, "cooling_load": "20 万kWh", "cooling_ratio": 11, "cold_temperature": "7 °C",
                      "rejection_temperature": "35 °C"}, "cooling_ratio", "above-carnot"),
        ("heating", {**STOVE, "demand": "9 GJ", "efficiency": "101 %"}, "efficiency", "buildings-above-one"),
        ("heating", {**STOVE, "demand": "900 GJ", "solar": "collectors", "collector_area": "1 m2",
                     "collector_yield": "1600 kWh/m2", "irradiation": "1500 kWh/m2"}, "collector_yield",
         "above-sunlight"),
        ("water-network", {**MAINS, "corrections": "9 %"}, "leakage", "buildings-leakage-below-zero"),
        ("water-network", {**MAINS, "head": "150 m"}, "lift", "buildings-pump-above-one"),
    ],
)  # fmt: skip
def test_claims_against_nature_are_refused(table, given, place, key):
    assert problems(**{table: [given]}) == [(f"{table}[0].{place}", key)]


def test_what_only_checks_a_claim_is_no_gap():
    document = assess(plant(heating=[{**STOVE, "demand": "9 GJ"}])).to_dict()
    assert not [each for each in document["not_computed"] if each["what"].endswith(("carnot_cop", "solar_not_counted"))]


def test_a_condensing_gas_boiler_may_pass_one_on_the_lower_heating_value():
    assert assess(plant(heating=[{**STOVE, "source": "gas", "demand": "9 GJ", "efficiency": "106 %"}])).processes


def test_a_heat_pump_replaces_coal_only():
    measure = {"use": "bd-ashp", "cop": 2.5, "supply_temperature": "45 °C", "source_temperature": "-5 °C"}
    gas = {**STOVE, "source": "gas", "demand": "500 GJ", "measure": [measure]}
    assert problems(heating=[gas]) == [("heating[0].measure[0].use", "measure-not-applicable")]


def test_what_is_missing_is_named():
    result = assess(plant(heating=[{**STOVE, "degree_days": "2000 K·d"}]))
    reason = result.processes[0].reporting["energy"].value
    assert "envelope.wall_u" in reason.names


def test_a_carrier_line_that_is_needed_is_named():
    heating = {**STOVE, "source": "district-heat", "demand": "5 GJ", "energy": {"electricity": "1 kWh"}}
    assert assess(plant(heating=[heating])).processes[0].reporting["energy"].value.names == {"energy.heat"}


@given(st.floats(0.3, 4.0), st.floats(0.3, 4.0))
def test_a_lower_u_value_never_costs_energy(before, after):
    shell = {**SHELL, "wall_u": f"{max(before, after)} W/m2/K"}
    better = {"envelope": {"wall_u": f"{min(before, after)} W/m2/K"}}
    heating = {**STOVE, "degree_days": "2000 K·d", "envelope": shell, "reporting": better}
    assert assess(plant(heating=[heating])).processes[0].saved["energy"] >= -1e-9


@given(st.floats(1.0, 6.3))
def test_no_change_saves_nothing(cop):
    heating = {**STOVE, "demand": "500 GJ", **PUMP, "cop": cop}
    assert assess(plant(heating=[heating])).saved["energy"] == 0
