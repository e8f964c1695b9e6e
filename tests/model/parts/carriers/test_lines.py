import pytest
from attrs import evolve

from ecdcalc.assessment.convert import convert
from ecdcalc.assessment.energy_report import rows_of
from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.parts.carriers.classes import empty_line
from ecdcalc.model.parts.carriers.lines import Electricity, GasFuel, MassFuel
from ecdcalc.read.plant import read_plant
from ecdcalc.read.record import with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.factors import factor_set


def test_a_fuel_by_mass_and_by_volume():
    # anthracite of 25 MJ/kg: 100 t × 25/29.3076 = 85.302 tce; hydrogen 1000 m3 × 0.3329 kgce/m3
    coal = evolve(empty_line("anthracite", ""), amount=1e5, lhv=25e6)
    assert isinstance(coal, MassFuel)
    assert with_defaults(coal, Context()).coal == pytest.approx(85_302.1, rel=1e-5)
    gas = with_defaults(evolve(empty_line("hydrogen", ""), amount=1000.0), Context())
    assert isinstance(gas, GasFuel) and gas.coal == pytest.approx(332.9)


def test_electricity_on_both_bases():
    line = evolve(empty_line("electricity", ""), amount=3.6e9, primary_factor=0.3 / 3.6e6)
    line = with_defaults(line, Context(year=2023))
    assert isinstance(line, Electricity)
    assert line.coal == pytest.approx(122.9)
    assert evolve(line, basis="primary").coal == pytest.approx(300)


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_waste_heat_counts_by_its_heat_on_either_basis(basis):
    # GB/T 2589: 0.03412 kgce/MJ; 4 万GJ = 1364.8 tce, bought or given out
    plant = {"sector": "coal", "year": 2023, "grid_year": 2023, "electricity_year": 2023}
    washery = {"raw_coal": "100 万t", "kind": "thermal", "method": "jig"}
    for amount, coal in (("4 万GJ", 1364.8), ("-4 万GJ", -1364.8)):
        document = {**plant, "washery": [{**washery, "energy": {"waste-heat": amount}}]}
        process = assess(read_plant(document), basis=basis).to_dict()["processes"][0]
        assert process["reporting"]["energy"]["value"] == pytest.approx(coal)


def test_waste_heat_that_leaves_is_told_as_recovered():
    washery = {"raw_coal": "100 万t", "kind": "thermal", "method": "jig", "energy": {"waste-heat": "-4 万GJ"}}
    (row,) = rows_of(read_plant({"sector": "coal", "year": 2023, "grid_year": 2023, "washery": [washery]}))
    assert (row.unit, row.amounts) == ("GJ", {"recovered": pytest.approx(4e4 * 1e9)})


def test_the_table_of_petrochemicals_stands_beside_both_editions():
    # GB 30251-2024 in kilograms of standard oil, 0.7 kgoe = 1 kgce
    def of(carrier, amount, edition):
        return convert(amount, "kgce", edition=edition, carrier=carrier).result.value

    assert of("fresh-water", "1 t", "petro") == pytest.approx(0.15 / 0.7, rel=1e-4)
    assert of("fresh-water", "1 t", "2020") == pytest.approx(0.2571)
    assert of("fresh-water", "1 t", "2008") == pytest.approx(0.0857)
    assert of("low-temperature-heat", "1 MJ", "2020") == pytest.approx(0.012 / 0.7, rel=1e-3)
    assert of("raw-coal", "1 kg", "petro") == 0.7143  # not in that table: that of GB/T 2589-2020
    assert convert("1 kWh", "kgce", "primary", edition="petro").result.value == pytest.approx(0.3)


def test_the_steam_classes_of_both_tables_are_the_same():
    for id, kind in carrier_kinds().items():
        if id.startswith("steam-petro-"):
            assert factor_set("coal-petro")[f"{kind.petro}.coal"].base == pytest.approx(
                factor_set("carriers")[f"{id}.coal"].base
            )


def test_a_refinery_is_counted_by_its_own_table():
    washery = {"raw_coal": "100 万t", "kind": "thermal", "method": "jig", "energy": {"electricity": "1 GWh"}}
    document = {"sector": "coal", "year": 2023, "grid_year": 2023, "coal_edition": "petro", "washery": [washery]}
    found = assess(read_plant(document), basis="primary").to_dict()["processes"][0]
    assert found["reporting"]["energy"]["value"] == pytest.approx(300)
