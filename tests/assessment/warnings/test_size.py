import tomllib

import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.warnings import size
from ecdcalc.numbers.ops import missing
from ecdcalc.numbers.units import unit
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

CONVERTER = """
year = 2025
[[converter]]
steel = "100 万t"
hot_metal = "92 万t"
scrap = "13 万t"
limestone = "0 t"
dolomite = "0 t"
energy = {{ electricity = "45 GWh", converter-gas = {{ value = "-8500 万m3", lhv = "{lhv}" }} }}
"""


def warned(text, sector):
    return {each.place: each for each in assess(read_plant(tomllib.loads(text), asked=sector)).warnings}


def test_a_heating_value_is_refused_beyond_pure_carbon_monoxide_and_the_slip_is_named():
    with pytest.raises(InputError) as caught:
        warned(CONVERTER.format(lhv="8000 MJ/m3"), "steel")
    said = str(caught.value)
    assert "converter[0].energy.converter-gas.lhv" in said
    assert "12.64" in said
    assert "kJ for MJ" in said


def test_an_unusual_one_is_warned_of_with_range_and_source():
    found = warned(CONVERTER.format(lhv="11 MJ/m3"), "steel")["converter[0].energy.converter-gas.lhv"]
    assert found.key == "warn-range"
    assert (found.value, found.low, found.high) == (11e6, 5e6, 9.6e6)
    assert "pure CO" in found.to_dict("en")["source"]
    assert "纯CO" in found.to_dict("zh")["source"]


def test_a_usual_one_is_not():
    assert not warned(CONVERTER.format(lhv="8 MJ/m3"), "steel")


def test_a_lost_wan_is_named_by_capacity_and_by_unit_energy():
    found = warned(
        """
        year = 2025
        [[battery]]
        coke = "205.6 t"
        capacity = "220 万t"
        charging = "top"
        quenching = "dry"
        energy.coking-coal = { value = "273.4 万t", lhv = "6850 kcal/kg" }
        energy.coke-oven-gas = { value = "-4.35 亿m3", lhv = "17.6 MJ/m3" }
        """,
        "coking",
    )
    assert found["battery[0].coke"].key == "warn-capacity"
    assert found["battery[0].coke"].value == pytest.approx(205.6 / 2.2e6)
    assert "万" in found["battery[0].coke"].text("en")
    assert "万" in found["battery[0].unit_energy"].text("en")
    assert found["battery[0].unit_energy"].unit.text == "kgce/t"


def test_a_process_without_a_range_of_its_own_is_held_against_its_limit():
    text = """
    year = 2025
    [[mineral-product]]
    product = "foam-glass-bought-melt"
    production = "{tonnes}"
    energy = {{ natural-gas = {{ value = "57195000 m3", lhv = "29.3076 MJ/m3" }} }}
    """
    assert "mineral-product[0].unit_energy" not in warned(text.format(tonnes="60 kt"), "building-materials")
    found = warned(text.format(tonnes="6 t"), "building-materials")["mineral-product[0].unit_energy"]
    assert found.key == "warn-limit"
    assert found.low < found.high < found.value
    assert "万" in found.text("zh")


def test_defaults_are_not_held_against_ranges_but_own_factors_are():
    text = """
    year = 2020
    [[motor]]
    hours = "6500 h"
    rated_power = "200 kW"
    load = "75 %"
    efficiency_class = "IE2"
    {energy}
    """
    assert not warned(text.format(energy=""), "equipment")
    given = text.format(energy='energy = { electricity = { value = "0 kWh", co2_factor = "1.2 kg/kWh" } }')
    assert set(warned(given, "equipment")) == {"motor[0].energy.electricity.co2_factor"}
    with pytest.raises(InputError):
        warned(given.replace("1.2 kg", "577 kg"), "equipment")


def test_zero_and_missing_are_held_against_nothing():
    check = size.Check("x", "warn-range", 0.0, 5.0, 9.0, unit("1"), "a book")
    assert size.warned(check, "p") is None
    assert size.warned(size.Check("x", "warn-range", missing("x"), 5.0, 9.0, unit("1"), ""), "p") is None
    assert size.warned(size.Check("x", "warn-range", 4.0, 5.0, 9.0, unit("1"), ""), "p").place == "p.x"
    assert size.warned(size.Check("x", "warn-range", 5.0, 5.0, 9.0, unit("1"), ""), "p") is None
    assert size.warned(size.Check("x", "warn-range", 99.0, 5.0, 9.0, unit("1"), "", 1.0, 20.0), "p").high == 20.0


@pytest.mark.parametrize(
    ("factor", "keys"), [("100 g/t", set()), ("1.2 kg/t", set()), ("900 kg/t", {"warn-published"})]
)
def test_a_number_in_the_place_of_a_published_one_is_of_its_order(factor, keys):
    text = f"""
    year = 2020
    [[clinker]]
    clinker = "155 万t"
    nox_factor = "{factor}"
    energy = {{ bituminous = {{ value = "21 万t", lhv = "23 MJ/kg" }} }}
    """
    found = warned(text, "building-materials")
    assert {each.key for place, each in found.items() if place == "clinker[0].nox_factor"} == keys


def test_a_quotient_of_an_output_is_held_against_its_range_in_a_file_and_in_a_row():
    # 289 t of diesel a year for each machine; 2.9 t for a hundred times as many, 0.29 t for a thousand times
    table = {"machine": "construction", "stage": "china-2", "energy": {"diesel": "5200 t"}}
    told = []
    for machines in ("18 item", "1800 item", "18000 item"):
        document = {"sector": "transport", "year": 2025, "machinery": [{**table, "machines": machines}]}
        told.append([each.place for each in assess(read_plant(document)).warnings])
    place = "machinery[0].diesel_burnt / machines"
    assert told == [[place], [], [place]]
    rows = polars.DataFrame({"machine": ["construction"] * 3, "stage": ["china-2"] * 3,
                             "energy.diesel [t]": [5200.0] * 3, "machines [item]": [18.0, 1_800.0, 18_000.0]})  # fmt: skip
    found = portfolio(rows, sector="transport", process="machinery", year=2025).results["audit.warnings"]
    assert found[0].startswith("diesel_burnt / machines: 288.889 t/item is unusual") and found[1] is None
    assert found[2].startswith("diesel_burnt / machines: 0.288889 t/item is unusual")


def test_two_ways_to_one_number_are_held_against_each_other_in_a_file_and_in_a_row():
    # 1 GWh less 8 % is 0.92 GWh; a house load of 3 % beside it would leave 0.97 GWh
    head = {"capacity": "300 MW", "pressure": "subcritical", "turbine": "condensing", "cooling": "wet", "boiler": "pc",
            "capacity_class": "class-300", "generation": "15 亿kWh", "electricity_supplied": "13.8 亿kWh",
            "energy": {"raw-coal": {"value": "66 万t", "lhv": "20.6 MJ/kg"}}}  # fmt: skip
    name = "electricity_supplied / (generation * (1 - house_load))"
    told = []
    for share in ("3 %", "8 %"):
        document = {"sector": "power", "year": 2025, "coal-unit": [{**head, "house_load": share}]}
        told.append([each.place for each in assess(read_plant(document)).warnings if name in each.place])
    assert told == [[f"coal-unit[0].{name}"], []]
    rows = polars.DataFrame({
        "capacity [MW]": [300.0] * 3, "pressure": ["subcritical"] * 3, "turbine": ["condensing"] * 3,
        "cooling": ["wet"] * 3, "boiler": ["pc"] * 3, "capacity_class": ["class-300"] * 3,
        "generation [亿kWh]": [15.0] * 3, "electricity_supplied [亿kWh]": [13.8, 13.8, None],
        "energy.raw-coal [万t]": [66.0] * 3, "energy.raw-coal.lhv [MJ/kg]": [20.6] * 3, "house_load [%]": [3.0, 8.0, 8.0],
    })  # fmt: skip
    found = portfolio(rows, sector="power", process="coal-unit", year=2025).results["audit.warnings"]
    assert [name in (each or "") for each in found] == [True, False, False]
