"""Ranges that stand under a condition, in plant files and in tables; outputs that the measures take out of range."""

import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.doubts import WARNINGS
from ecdcalc.read.plant import read_plant

FLEET = {"fuel": "diesel", "stage": "china-5", "vehicles": "10 vehicle", "mileage": "50000 km/vehicle/a"}


def warned(**table):
    document = {"sector": "transport", "year": 2022, "fleet": [{**FLEET, **table}]}
    return {each.place: each.key for each in assess(read_plant(document)).warnings}


@pytest.mark.parametrize(
    ("vehicle", "diesel", "key"),
    [
        ("heavy-truck", "100 t", None),
        ("heavy-truck", "20 t", "warn-range"),
        ("medium-truck", "20 t", None),  # of which the range for all vehicles is taken
        ("passenger-car", "20 t", None),
        ("passenger-car", "100 t", "warn-range"),
        ("passenger-car", "1000 t", "warn-far"),  # the hard bounds are those for all
    ],
)
def test_the_word_of_a_choice_says_what_is_usual(vehicle, diesel, key):
    assert warned(vehicle=vehicle, energy={"diesel": diesel}).get("fleet[0].unit_energy") == key


def test_each_row_of_a_table_has_the_range_of_its_own_word():
    table = polars.DataFrame(
        {
            "vehicle": ["heavy-truck", "heavy-truck", "medium-truck", "passenger-car", None],
            "energy.diesel [t]": [100.0, 20.0, 20.0, 100.0, 100.0],
            "fuel": ["diesel"] * 5,
            "vehicles [vehicle]": [10.0] * 5,
            "mileage [km/vehicle/a]": [50000.0] * 5,
        }
    )
    found = portfolio(table, sector="transport", process="fleet", year=2022).results[WARNINGS]
    told = ["unit_energy" in (each or "") for each in found]
    assert told == [False, True, False, True] + [False] * (len(told) - 4)


BUSES = {"vehicle": "city-bus", "stage": "china-4", "energy": {"diesel": "150 t", "electricity": "0 kWh"}}


def test_what_a_measure_takes_out_of_range_is_told_of_the_state_after_it():
    measure = {"use": "battery-electric-buses", "consumption": "1.05 MWh/km"}
    assert warned(**BUSES, measure=[measure])["fleet[0].reporting.unit_energy"] == "warn-far"
    assert not warned(**BUSES, measure=[{**measure, "consumption": "1.05 kWh/km"}])
    before = warned(**{**BUSES, "vehicle": "passenger-car"}, measure=[])
    assert before["fleet[0].unit_energy"] == "warn-range"  # what lay outside before is told once


def test_a_row_that_names_a_measure_is_warned_of_as_the_plant_is():
    table = polars.DataFrame(
        {
            "vehicle": ["city-bus"] * 3,
            "stage": ["china-4"] * 3,
            "fuel": ["diesel"] * 3,
            "vehicles [vehicle]": [10.0] * 3,
            "mileage [km/vehicle/a]": [50000.0] * 3,
            "energy.diesel [t]": [150.0] * 3,
            "energy.electricity [kWh]": [0.0] * 3,
            "measure": ["battery-electric-buses", "battery-electric-buses", None],
            "measure.consumption [kWh/km]": [1.05, 1050.0, None],
        }
    )
    found = portfolio(table, sector="transport", process="fleet", year=2022).results[WARNINGS]
    assert [None if each is None else each.partition(":")[0] for each in found] == [
        None,
        "reporting.unit_energy",
        None,
    ]
