"""Plant files that claim what cannot be: each is refused, with the place and the numbers that contradict."""

import tomllib
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant
from ecdcalc.numbers.ops import Missing
from ecdcalc.read import read_plant
from ecdcalc.words.errors import InputError

HERE = Path(__file__).parent


def refusals(name):
    with pytest.raises(InputError) as caught:
        load_plant(HERE / f"{name}.toml")
    return {each.place: each for each in caught.value.problems}


@pytest.mark.parametrize(
    ("name", "place", "numbers"),
    [
        ("boiler-superheated-below-saturation", "boiler[0].steam_temperature", ("193 °C", "193.35")),
        ("boiler-air-hotter-than-flue-gas", "boiler[0].air_temperature", ("200 °C", "20 °C")),
        ("furnace-charge-swapped", "furnace[0].charge_in", ("1150 °C", "20 °C")),
        ("coal-boiler-above-rating", "coal-boiler[0].heat", ("1e+06 GJ", "177085 GJ")),
        ("B33-negative-fuel", "fleet[0].energy.diesel", ("diesel", "-215 t")),
        ("trap-below-atmosphere", "steam-system[0].pressure", ("0.05 MPa", "0.1 MPa")),
    ],
)
def test_it_is_refused_with_what_contradicts(name, place, numbers):
    found = refusals(name)
    assert place in found
    for lang in ("en", "zh"):
        said = found[place].say(lang)
        assert all(number in said for number in numbers), said


def read(name, **changes):
    """Read a case with other values in the first measure or process of its first list of tables."""
    document = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    table = next(value[0] for value in document.values() if isinstance(value, list))
    of_measure = changes.pop("measure", {})
    if "use" in of_measure:
        table["measure"] = [of_measure]
    table.update(changes)
    for each in table.get("measure", []):
        each.update(of_measure)
    table.pop("reporting", None)
    return read_plant(document)


def saved(plant):
    return assess(plant).processes[0].saved


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("A03-coking-cdq", {"power_efficiency"}),
        ("A16-dairy-biogas", {"power_efficiency"}),
        ("B29-heat-as-power", {"power_efficiency", "heat_temperature"}),
    ],
)
def test_heat_is_no_electricity_without_an_efficiency(name, lacking):
    assert {place.rpartition(".")[2] for place in refusals(name)} == lacking


@pytest.mark.parametrize(
    ("name", "given", "electricity"),
    [
        # 160 万t × 38 kgce/t over 0.1229 kgce/kWh is 494.7 GWh of heat; the published 230 GWh are 46.49 % of it
        ("A03-coking-cdq", {"power_efficiency": "46.4921 %"}, 230e6),
        # 438 万m3 × 0.714 kgce/m3 over 0.1229 is 25.446 GWh of gas; the published 10 GWh are 39.3 %
        ("A16-dairy-biogas", {"power_efficiency": "39.2995 %"}, 10e6),
        # 18 万t × 20 kgce/t = 3 600 tce, 29.292 GWh of heat; a steam cycle makes a fifth of it
        ("B29-heat-as-power", {"power_efficiency": "20 %", "heat_temperature": "350 °C"}, 5.8584e6),
    ],
)
def test_heat_becomes_electricity_by_its_efficiency(name, given, electricity):
    found = saved(read(name, measure=given))["electricity"] / 3.6e6
    assert found == pytest.approx(electricity, rel=1e-4)


@pytest.mark.parametrize(
    ("name", "given", "bound"),
    [
        # 1 − 273.15 / 1273.15 = 78.545 %; 1 − 273.15 / 623.15 = 56.166 %
        ("A03-coking-cdq", {"power_efficiency": "80 %"}, "78.5453 %"),
        ("B29-heat-as-power", {"power_efficiency": "60 %", "heat_temperature": "350 °C"}, "56.1663 %"),
    ],
)
def test_no_efficiency_passes_carnot(name, given, bound):
    with pytest.raises(InputError) as caught:
        read(name, measure=given)
    assert [each.key for each in caught.value.problems] == ["power-above-carnot"]
    assert bound in caught.value.problems[0].say("en")


def test_no_setting_lifts_the_flame():
    given = {"power_efficiency": "90 %", "heat_temperature": "5000 °C"}
    with pytest.raises(InputError, match=r"2121\.85 °C"):
        read("A16-dairy-biogas", measure=given)


@pytest.mark.parametrize(("oxygen", "loss"), [("21 %", 48.5), ("30 %", 33.5), ("60 %", 19.0)])
def test_the_reaction_takes_the_oxygen_of_the_air(oxygen, loss):
    plant = read("reaction-enriched", oxygen_in_air=oxygen)
    assert plant.cases[0].baseline.flue_loss * 100 == pytest.approx(loss, abs=0.1)


def test_enriched_air_leaves_less_to_save():
    plant = read("reaction-enriched", measure={"use": "flue-gas-heat", "flue_temperature": "500 °C"})
    assert saved(plant)["energy"] / 1000 == pytest.approx(239, abs=0.5)


def test_the_reaction_of_another_gas_is_not_computed():
    loss = read("reaction-other-gas").cases[0].baseline.flue_loss
    assert isinstance(loss, Missing)
    assert loss.reason == "equipment-reaction-gas"


def test_coal_equivalents_are_fuel():
    unit = read("B27-gross-supply").cases[0].baseline
    assert unit.supply_coal_rate * 3.6e9 == pytest.approx(319.149, rel=1e-5)
    boiler = read("B27d-boiler-tce").cases[0].baseline
    assert boiler.efficiency == pytest.approx(420_000 / (20_000 * 29.3076))
    assert isinstance(boiler.voc, Missing)  # what the unnamed fuel emits is not known


def test_sewage_gained_in_the_baseline_is_told():
    warned = assess(read("x5-sewer-repair-zero")).warnings
    assert [(each.place, each.key) for each in warned] == [("sewer-repair[0].gained", "warn-gained-before")]
    document = tomllib.loads((HERE / "x5-sewer-repair-zero.toml").read_text(encoding="utf-8"))
    document["sewer-repair"][0] |= {"gained": "0 m3", "reporting": {"gained": "365000 m3"}}
    found = assess(read_plant(document))
    assert not found.warnings
    assert found.saved["cod"] / 1000 == pytest.approx(365_000 * 0.26 / 1000)  # 94.9 t


def test_the_basis_of_one_line_is_refused():
    assert refusals("x1-basis-ignored")["chemical[0].energy.electricity.basis"].key == "basis-of-all"
