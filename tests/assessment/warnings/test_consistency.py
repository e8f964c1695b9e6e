import tomllib

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.read.plant import read_plant

POTLINE = """
year = 2012
[[aluminium]]
aluminium = "416 万t"
liquid = "416 万t"
cell_voltage = "4.15 V"
current_efficiency = "93 %"
rectifier_efficiency = "98 %"
energy = { electricity = { value = "580 亿kWh", co2_factor = "0.927 kg/kWh" } }
[aluminium.reporting]
cell_voltage = "3.85 V"
"""
GLASS = """
year = 2025
[[mineral-product]]
product = "foam-glass-bought-melt"
production = "60 kt"
energy.natural-gas = { value = "57195000 m3", lhv = "34 MJ/m3" }
[mineral-product.reporting]
production = "33 kt"
energy.natural-gas = { value = "28630000 m3" }
"""
PUMP = """
year = 2020
[[rolling]]
rolled = "100 万t"
energy = { electricity = "80 GWh" }
[[pump]]
hours = "8000 h"
flow = "700 m3/h"
head = "48 m"
pump_efficiency = "74 %"
drive_efficiency = "93 %"
"""
SITE = """
year = 2025
[[ammonia]]
product = "100000 t"
feedstock = "pulverised-coal"
energy = { raw-coal = { value = "150000 t", lhv = "21 MJ/kg" }, electricity = "50 GWh" }
voc = { capture = "0 %", destruction = "0 %" }
[[vapour-site]]
leaks = { hours = "8000 h", leaking = "120 item", repaired = "0 item" }
voc = { capture = "0 %", destruction = "0 %" }
"""
STACKED = """
year = 2020
[[rolling]]
rolled = "100 万t"
reheating_fuel = "1.1 GJ/t"
energy = { natural-gas = { value = "3100 万m3", lhv = "35.5 MJ/m3" }, electricity = "80 GWh" }
[[rolling.measure]]
use = "hot-charging"
saving = "50 %"
[[rolling.measure]]
use = "regenerative-burners"
saving = "0.55 GJ/t"
"""
HALL = """
year = 2025
[[lighting]]
hours = "8760 h"
area = "452 m2"
density = "40 W/m2"
[[lighting.measure]]
use = "lighting-retrofit"
density = "{density}"
use_share = "100 %"
"""
STREAM = """
year = 2025
[[waste-heat]]
hours = "8000 h"
flow = "90 t/h"
specific_heat = "1.05 kJ/kg/K"
hot = "280 °C"
cooled = "120 °C"
heat_share = "0 %"
power_share = "0 %"
{sink}
[[waste-heat.measure]]
use = "waste-heat-use"
heat_share = "100 %"
"""


def keys(text, sector):
    found = assess(read_plant(tomllib.loads(text), asked=sector)).warnings
    assert all(each.text("en") and each.text("zh") for each in found)
    return {(each.place, each.key) for each in found}


@pytest.mark.parametrize(
    ("text", "sector", "place", "key"),
    [
        (POTLINE, "nonferrous", "aluminium[0].reporting", "warn-meter"),
        (GLASS, "building-materials", "mineral-product[0].reporting", "warn-scaled"),
        (PUMP, "steel", "pump[0]", "warn-sub-meter"),
        (SITE, "chemicals", "vapour-site[0].leaks", "warn-leaks"),
        (STACKED, "steel", "rolling[0].measure", "warn-order"),
        (HALL.format(density="15 W/m2"), "equipment", "lighting[0].measure[0]", "warn-light"),
        (STREAM.format(sink=""), "equipment", "waste-heat[0].measure[0]", "warn-taker"),
    ],
)
def test_what_does_not_fit_together_is_told(text, sector, place, key):
    assert (place, key) in keys(text, sector)


@pytest.mark.parametrize(
    ("text", "sector", "key"),
    [
        (POTLINE + 'energy.electricity = { value = "540 亿kWh" }', "nonferrous", "warn-meter"),
        (GLASS.replace("33 kt", "55 kt"), "building-materials", "warn-scaled"),
        (PUMP.replace("[[rolling]]", "[[other]]").split("[[pump]]")[1].join(["year = 2020\n[[pump]]", ""]),
         "equipment", "warn-sub-meter"),
        (SITE.replace('leaks = { hours = "8000 h", leaking = "120 item", repaired = "0 item" }', ""), "chemicals",
         "warn-leaks"),
        (STACKED.partition("[[rolling.measure]]\nuse = \"regen")[0], "steel", "warn-order"),
        (HALL.format(density="20 W/m2"), "equipment", "warn-light"),
        (STREAM.format(sink='sink = "70 °C"'), "equipment", "warn-taker"),
    ],
)  # fmt: skip
def test_what_fits_together_is_not(text, sector, key):
    assert key not in {each for _, each in keys(text, sector)}


def test_two_factors_of_one_fuel():
    text = """
    year = 2020
    [[rolling]]
    rolled = "100 万t"
    energy.natural-gas = {{ value = "3100 万m3", lhv = "35.5 MJ/m3", coal_factor = "{coal}" }}
    """
    place = "rolling[0].energy.natural-gas"
    assert (place, "warn-two-factors") in keys(text.format(coal="1.33 kgce/m3"), "steel")
    assert (place, "warn-two-factors") not in keys(text.format(coal="1.2113 kgce/m3"), "steel")


def test_a_shutdown_that_uses_more():
    text = """
    year = 2020
    [[rolling]]
    rolled = "100 万t"
    closed = "2020-06-30"
    energy = { electricity = "-80 GWh" }
    """
    assert ("rolling[0]", "warn-closed") in keys(text, "steel")
    assert ("rolling[0]", "warn-closed") not in keys(text.replace("-80", "80"), "steel")


TWO = """
year = 2020
[[rolling]]
name = "a"
rolled = "100 万t"
energy = { natural-gas = { value = "3100 万m3", lhv = "33 MJ/m3" }, electricity = "80 GWh" }
[[rolling]]
name = "b"
rolled = "100 万t"
energy = { natural-gas = { value = "3100 万m3", lhv = "LHV MJ/m3" }, electricity = "80 GWh" }
"""


@pytest.mark.parametrize(("lhv", "told"), [("49.9", True), ("49", False), ("21.9", True), ("22.1", False)])
def test_two_purchases_of_one_fuel_are_less_than_half_apart(lhv, told):
    """33 MJ/m3 times and over 1.5: 49.5 and 22."""
    assert (("rolling[1].energy.natural-gas.lhv", "warn-two-factors") in keys(TWO.replace("LHV", lhv), "steel")) == told
