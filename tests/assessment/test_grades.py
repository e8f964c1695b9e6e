"""Which edition a plant is graded by: 2022 by that of 2022, 2027 by that of 2025, both ends of the day of change.

The battery takes in 1 091 000 tce and gives out 971 400 tce of coke: 119.6 kgce per tonne of 1 000 000 t.
"""

import pytest

from ecdcalc.assessment.money.instruments import tier_of
from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

BATTERY = {
    "coke": "1000000 t", "charging": "top", "quenching": "dry", "mixed_gas": "0 %", "volatile_matter": "23 %",
    "moisture": "10 %", "oven_age": "1 a",
    "energy": {"coking-coal": {"value": "1091000 t", "coal_factor": "1 kgce/kg", "co2_lhv": "33 MJ/kg"}},
}  # fmt: skip
FURNACE = {"iron": "1000000 t", "feed_grade": "60 %", "energy": {"standard-coal": "425000 tce"}}


def coking(**head):
    return assess(read_plant({"sector": "coking", "grid_year": 2023, **head, "battery": [BATTERY]}))


def grade_of(found):
    (grade,) = found.processes[0].grades
    return grade


@pytest.mark.parametrize(
    ("head", "product", "level", "around"),
    [
        ({"year": 2022}, "gb21342-2013.coke.top-charging", 2, ["gb21342-2025.coke.top-charging"]),
        ({"year": 2026, "month": 4}, "gb21342-2013.coke.top-charging", 2, ["gb21342-2025.coke.top-charging"]),
        ({"year": 2026, "month": 5}, "gb21342-2025.coke.top-charging", 3, []),
        ({"year": 2026}, "gb21342-2025.coke.top-charging", 3, ["gb21342-2013.coke.top-charging"]),
        ({"year": 2027}, "gb21342-2025.coke.top-charging", 3, []),
        ({"year": 2010}, "gb21342-2008.coke", 2, ["gb21342-2013.coke.top-charging", "gb21342-2025.coke.top-charging"]),
    ],
)
def test_a_coking_plant_is_graded_by_the_edition_of_its_time(head, product, level, around):
    grade = grade_of(coking(**head))
    assert grade.limit.id == product
    assert grade.level["baseline"] == level
    assert [each.limit.id for each in grade.others] == around
    assert grade.in_force is True and not any(each.in_force for each in grade.others)


@pytest.mark.parametrize(
    ("head", "product", "level"),
    [
        ({"year": 2022}, "gb21256-2013.blast-furnace", 3),  # 425 kgce/t: at most 435
        ({"year": 2026, "month": 6}, "gb21256-2013.blast-furnace", 3),
        ({"year": 2026, "month": 7}, "gb21256-2025.blast-furnace", "not-qualified"),  # 415 + 3.61 × (62 − 60) = 422.22
        ({"year": 2027}, "gb21256-2025.blast-furnace", "not-qualified"),
    ],
)
def test_a_steel_works_is_graded_by_the_edition_of_its_time(head, product, level):
    document = {"sector": "steel", "grid_year": 2023, **head, "blast-furnace": [FURNACE]}
    grade = grade_of(assess(read_plant(document)))
    assert (grade.limit.id, grade.level["baseline"]) == (product, level)
    assert grade.confirmed


def test_unconfirmed_limits_show_and_do_not_decide():
    found = coking(year=2022)
    grade = grade_of(found)
    assert not grade.confirmed and "oven age" in grade.uncorrected
    assert grade.deciding is grade.others[0]
    assert tier_of(found, "baseline") == f"level-{grade.others[0].level['baseline']}"


def test_the_national_levels_stand_beside_the_grade():
    battery = {**BATTERY, "charging": "stamp"}
    found = assess(read_plant({"sector": "coking", "year": 2024, "grid_year": 2023, "battery": [battery]}))
    national = grade_of(found).national
    assert (national.pair.id, national.level["baseline"]) == (
        "2023.coke-stamp-charged",
        "baseline",
    )  # 110 < 119.6 < 140
    assert grade_of(coking(year=2024)).national is None


@pytest.mark.parametrize("month", [0, 13, "May", True, 2.5])
def test_a_month_that_is_none_is_refused(month):
    with pytest.raises(InputError, match="month"):
        coking(year=2022, month=month)


CLINKER = {
    "clinker": "100 万t", "kiln": "nsp", "kind": "portland",
    "energy": {"raw-coal": {"value": "14 万t", "lhv": "22 MJ/kg"}, "electricity": "5000 万kWh"},
}  # fmt: skip


def clinker_grades(year, **more):
    plant = read_plant({"year": year, "grid_year": 2023, "clinker": [{**CLINKER, **more}]}, asked="building-materials")
    return {each.limit.id: each for each in assess(plant).processes[0].grades}


def test_the_cement_edition_of_2012_compares_at_standard_strength_and_at_sea_level():
    # by hand: 14 万t × 22/29.3076 + 5000 万kWh × 0.1229 = 111.2376 kgce/t, × ⁴√(52.5/60)
    known = {"strength": "60 MPa", "altitude": "300 m", "waste_heat_power": "0 kWh"}
    grade = clinker_grades(2021, **known)["gb16780-2012.clinker.comprehensive"]
    assert grade.output == "comparable_2012"
    assert grade.values["reporting"] == pytest.approx(0.1112376 * (52.5 / 60) ** 0.25, rel=1e-5)
    assert grade.level["reporting"] == 1  # 107.58, below 110
    assert grade.uncorrected == ""


def test_without_the_strength_the_measured_value_stands_and_the_rule_is_said():
    grade = clinker_grades(2021, altitude="300 m")["gb16780-2012.clinker.comprehensive"]
    assert grade.output == "unit_energy"
    assert grade.level["reporting"] == 2
    assert "strength factor" in grade.uncorrected


def test_the_edition_of_2021_has_no_strength_in_it():
    grade = clinker_grades(2024, strength="60 MPa", altitude="300 m")["gb16780-2021.clinker.comprehensive"]
    assert grade.output == "unit_energy"
    assert grade.values["reporting"] == pytest.approx(0.1112376, rel=1e-5)
