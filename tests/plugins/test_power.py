import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.model.evaluation import find
from ecdcalc.model.sector import sector
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read import read_plant
from ecdcalc.report.tree import tree
from ecdcalc.testing import check_sector
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "power.toml"
UNIT = {
    "name": "1#",
    "capacity": "150 MW",
    "pressure": "very-high-pressure",
    "capacity_class": "class-200",
    "turbine": "extraction",
    "cooling": "wet",
    "boiler": "cfb",
    "generation": "7 亿kWh",
    "electricity_supplied": "6.3 亿kWh",
    "heat_supplied": "270 万GJ",
    "boiler_efficiency": "90 %",
    "pipe_efficiency": "98 %",
    "energy": {"raw-coal": {"value": "50 万t", "lhv": "20 MJ/kg"}},
}
few = settings(max_examples=20, deadline=None)


def plant(**changes):
    return {"year": 2024, "coal-unit": [{**UNIT, **changes}]}


def result(**changes):
    return assess(read_plant(plant(**changes), asked="power"))


def problems(**changes):
    with pytest.raises(InputError) as caught:
        read_plant(plant(**changes), asked="power")
    return {(each.place, each.key) for each in caught.value.problems}


def test_power_keeps_the_contract():
    check_sector(sector("power"))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_example_runs_and_evaluates_the_targets_of_the_sector(lang):
    document = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))).to_dict(lang)
    met = {each["target"].lower() for each in document["gaps"] if each["status"] == "met"}
    assert {"t010", "t011", "t012", "t013", "t014", "t015"} <= met
    assert document["totals"]["energy_saved"]["value"] > 0


def test_products_at_their_rates_are_the_fuel():
    found = result().processes[0].reporting
    by_rates = (
        found["supply_coal_rate"].value * found["supplied"].value
        + found["heat_supply_rate"].value * found["heat"].value
    )
    assert by_rates == pytest.approx(found["fuel_energy"].value, rel=1e-12)


def test_no_change_saves_nothing():
    saved = result(reporting={"electricity_supplied": "6.3 亿kWh"}).saved
    assert saved["energy"] == pytest.approx(0, abs=1e-6)


@few
@given(scale=st.floats(0.05, 1.8))  # 150 MW can make no more in a year
def test_more_of_everything_at_the_same_rates_saves_nothing(scale):
    def times(number, unit):
        return f"{number * scale!r} {unit}"

    reporting = {
        "generation": times(7e8, "kWh"),
        "electricity_supplied": times(6.3e8, "kWh"),
        "heat_supplied": times(2.7e6, "GJ"),
        "energy": {"raw-coal": times(5e5, "t")},
    }
    found = result(reporting=reporting)
    assert found.saved["energy"] == pytest.approx(0, abs=1e-6 * found.processes[0].reporting["energy"].value)


@few
@given(heat=st.floats(0.1, 2.5))
def test_more_heat_for_the_same_fuel_saves(heat):
    found = result(reporting={"heat_supplied": f"{2.7e6 * heat!r} GJ"}).saved["energy"]
    rate = result().processes[0].baseline["heat_supply_rate"].value
    more = read_quantity(f"{2.7e6 * (heat - 1)!r} GJ").value
    assert found == pytest.approx(rate * more, rel=1e-9, abs=1)


@few
@given(share=st.floats(0.01, 0.99))
def test_the_split_does_not_touch_the_saving_of_proportional_change(share):
    given_share = {"measured_heat_share": f"{100 * share!r} %"}
    found = result(**given_share, reporting={"energy": {"raw-coal": "48 万t"}})
    assert found.saved["energy"] == pytest.approx(read_quantity("1 tce").value * 2e4 * 20 / 29.3076, rel=1e-9)


def test_house_electricity_saved_is_coal_saved_at_the_gross_rate():
    use = {"use": "variable-speed-fans-and-pumps", "saving": "20 %", "drive_electricity": "2000 万kWh"}
    found = result(measure=[use])
    rate = found.processes[0].baseline["generation_coal_rate"].value
    assert found.saved["energy"] == pytest.approx(rate * read_quantity("400 万kWh").value, rel=1e-9)
    assert found.saved["electricity"] == pytest.approx(read_quantity("400 万kWh").value, rel=1e-9)


def test_heat_that_was_not_supplied_before_counts_at_the_replaced_boilers():
    condensing = {"turbine": "condensing", "heat_supplied": "0 GJ", "replaced_heat_rate": "50 kgce/GJ"}
    found = result(**condensing, reporting={"turbine": "extraction", "heat_supplied": "100 万GJ"})
    assert found.saved["energy"] == pytest.approx(read_quantity("5 万tce").value, rel=1e-9)
    without = result(turbine="condensing", heat_supplied="0 GJ", reporting={"heat_supplied": "100 万GJ"})
    assert "replaced_heat_rate" in str(without.saved["energy"])


def test_without_oxygen_there_is_no_concentration_at_reference():
    found = result(nox={"flow": "2e9 m3", "concentration": "45 mg/m3"}).processes[0].reporting
    assert "nox.oxygen" in str(found["nox_above_limit"].value)
    assert math.isclose(found["nox"].value, 90e3)


def test_no_coal_is_missing_and_not_zero():
    found = result(energy={"diesel": "30 万t"}).processes[0].reporting
    assert "energy.raw-coal" in str(found["nox"].value)


def test_heat_of_an_extraction_unit_is_missing_and_not_zero():
    unit = {key: value for key, value in UNIT.items() if key != "heat_supplied"}
    found = assess(read_plant({"year": 2024, "coal-unit": [unit]}, asked="power")).processes[0].reporting
    assert "heat_supplied" in str(found["supply_coal_rate"].value)


@pytest.mark.parametrize(
    ("changes", "place", "key"),
    [
        ({"generation": "700"}, "coal-unit[0].generation", "unit-missing"),
        ({"generation": "0 kWh"}, "coal-unit[0].generation", "out-of-bounds"),
        ({"generation": "7 亿t"}, "coal-unit[0].generation", "unit-kind"),
        ({"house_load": "100 %"}, "coal-unit[0].house_load", "out-of-bounds"),
        ({"boiler_efficiency": "104 %"}, "coal-unit[0].boiler_efficiency", "out-of-bounds"),
        ({"turbine": "backpressure"}, "coal-unit[0].turbine", "not-an-option-near"),
        ({"electricity_suplied": "1 kWh"}, "coal-unit[0].electricity_suplied", "unknown-key-near"),
        ({"electricity_supplied": "8 亿kWh"}, "coal-unit[0].supplied", "power-supplied-above-generation"),
        ({"heat_supplied": "1000 万GJ"}, "coal-unit[0].products", "power-products-above-fuel"),
        (
            {"turbine": "condensing", "measure": [{"use": "extraction-back-pressure-cascade-heating"}]},
            "coal-unit[0].measure[0].use",
            "measure-not-applicable",
        ),
        ({"measure": [{"use": "power-scr"}]}, "coal-unit[0].measure[0].removal", "required"),
    ],
)
def test_bad_input_is_named_with_its_place(changes, place, key):
    assert (place, key) in problems(**changes)


def test_the_explanation_reaches_the_coal():
    found = find(read_plant(plant(), asked="power"), "coal-unit[0].supply_coal_rate")
    assert "energy.raw-coal.lhv = 20 MJ/kg" in tree(found, "en")
