"""Media, steam, liquids: the coal equivalents were read in the reference, not through the loader."""

import pytest
from attrs import evolve

from ecdcalc.model.parts.carriers.classes import empty_line
from ecdcalc.numbers.ops import is_missing
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context

CONTEXT = Context(year=2023)


def line(id, amount, **given):
    return with_defaults(evolve(empty_line(id, ""), amount=amount, **given), CONTEXT)


@pytest.mark.parametrize(
    ("id", "amount", "coal"),
    [
        ("fresh-water", 5e6, 1285.5),  # 5000 t × 0.2571 kgce/t
        ("softened-water", 1e6, 485.7),
        ("deaerated-water", 1e6, 971.4),
        ("compressed-air", 1e5, 4000.0),  # 100 000 m3 × 0.0400
        ("oxygen", 1e5, 40_000.0),
        ("nitrogen-main", 1e3, 671.4),
        ("nitrogen-byproduct", 1e3, 400.0),
        ("carbon-dioxide", 1e3, 214.3),
        ("acetylene", 1e3, 8314.3),
        ("blast-air", 1e3, 30.0),
    ],
)
def test_a_medium_counts_on_the_primary_basis(id, amount, coal):
    medium = line(id, amount)
    assert medium.coal == 0 and medium.co2 == 0
    assert medium.origins["calorific_share"].text == "medium-primary-only"
    assert evolve(medium, basis="primary").coal == pytest.approx(coal)
    assert evolve(medium, calorific_share=1.0).coal == pytest.approx(coal)


def test_argon_has_no_factor():
    assert is_missing(evolve(line("argon", 1.0), basis="primary").coal)


@pytest.mark.parametrize(
    ("pressure", "temperature", "coal", "heat"),
    [
        (0.2, None, 89.5, 2.6225), (0.8, None, 91.6, 2.6846), (1.35, None, 92.3, 2.7039), (4.0, None, 92.7, 2.7171),
        (1.0, 250.0, 97.6, 2.8594), (3.92, 450.0, 110.8, 3.2485), (9.9, 540.0, 115.8, 3.3942),
        (16.8, 538.0, 113.1, 3.3137), (25.1, 600.0, 116.3, 3.4088),
    ],
)  # fmt: skip
def test_steam_by_pressure_and_temperature(pressure, temperature, coal, heat):
    given = {} if temperature is None else {"temperature": temperature + 273.15}
    steam = line("steam", 1000.0, pressure=pressure * 1e6, **given)
    assert steam.heat == pytest.approx(heat * 1e9, rel=2e-4)
    assert steam.coal == pytest.approx(coal, abs=0.1)
    assert steam.co2 == pytest.approx(heat * 0.11 * 1000, rel=1e-3)  # 0.11 t/GJ of the NDRC guides


def test_a_measured_enthalpy_wins():
    assert line("steam", 1000.0, enthalpy=2.88374e6).heat == pytest.approx(2.8e9)
    assert is_missing(line("steam", 1000.0).coal)


def test_a_class_of_steam_is_as_published():
    steam = line("steam-petro-1-0", 1000.0)
    assert steam.coal == pytest.approx(108.6) and steam.heat == pytest.approx(3.182e9)
    assert line("steam-2008", 1000.0).coal == pytest.approx(128.6)
    assert evolve(steam, basis="primary", primary_factor=0.04e-6).coal == pytest.approx(127.28)


@pytest.mark.parametrize(
    ("id", "litres", "coal"),
    [("gasoline-litre", 1000, 1096.2), ("diesel-litre", 1000, 1216.7), ("kerosene-litre", 1000, 1177.1),
     ("fuel-oil-litre", 1000, 1342.9), ("crude-oil-litre", 1000, 1228.6), ("lpg-litre", 1000, 925.7),
     ("methanol-litre", 1000, 537.4), ("ethanol-litre", 1000, 721.5), ("lng-litre", 1000, 772.8)],
)  # fmt: skip
def test_a_liquid_by_volume(id, litres, coal):
    liquid = line(id, litres / 1000)
    assert liquid.coal == pytest.approx(coal, rel=1e-3)
    assert evolve(liquid, density=2 * liquid.density).coal == pytest.approx(2 * liquid.coal)


def test_a_litre_of_diesel_burnt_is_as_its_mass():
    # 2.59 kg/L with 20.2 t C/TJ; the guide of the context has its own heating value: within 20 %
    assert line("diesel-litre", 1.0).co2 == pytest.approx(2590, rel=0.2)
    assert line("diesel-litre", 1.0).co2 == pytest.approx(line("diesel", 835.0).co2)


def test_only_fossil_carbon_counts():
    wood = line("wood", 1000.0, oxidation=1.0)
    assert wood.coal == pytest.approx(532.3) and wood.co2 == 0
    half = evolve(wood, fossil_share=0.5, carbon_content=30.5e-9)
    assert half.co2 == pytest.approx(1000 * 15.6e6 * 30.5e-9 * 44 / 12 / 2, rel=1e-3)
    assert is_missing(line("tyres", 1000.0).co2)  # only a part of it is fossil, and which is not said
