import tomllib
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.assessment.warnings import size
from ecdcalc.model.sector import sectors
from ecdcalc.read.plant import load_plant, read_plant
from ecdcalc.read.region import load_region

ROOT = Path(__file__).parents[3]


SODA = """
year = 2025
[[caustic-soda]]
product = "10 万t"
form = "liquor-30"
cell_voltage = "3.1 V"
current_efficiency = "95 %"
energy = {{ electricity = "25000 万kWh" }}
[[caustic-soda.measure]]
use = "zero-gap-membrane-chlor-alkali-cells"
saving = "{saving}"
"""


@pytest.mark.parametrize("sector", sorted(sectors()))
def test_an_example_and_a_template_are_not_warned_of(sector):
    example = assess(load_plant(str(ROOT / "examples" / f"{sector}.toml")))
    template = assess(read_plant(tomllib.loads(sectors()[sector].template)))
    assert [each.to_dict("en") for each in (*example.warnings, *template.warnings)] == []


def test_nor_is_the_city():
    found = assess_region(load_region(str(ROOT / "examples" / "city" / "city.toml")))
    assert [each.to_dict("en") for each in found.warnings] == []


def of_soda(saving):
    return assess(read_plant(tomllib.loads(SODA.format(saving=saving)), asked="chemicals")).warnings


def test_a_given_saving_is_held_against_the_library():
    (found,) = of_soda("252 kWh/t")
    assert found.place == "caustic-soda[0].measure[0].saving"
    assert found.text("en") == "252 kWh/t; the library says 110–140 kWh/t"
    assert found.source == "measure/ch-zero-gap"


@pytest.mark.parametrize("saving", ["140 kWh/t", "90 kWh/t"])
def test_a_careful_claim_is_not_warned_of(saving):
    assert not of_soda(saving)


def test_a_tenth_of_what_the_library_says_is_a_slip():
    assert [each.key for each in of_soda("0.11 kWh/t")] == ["warn-measure"]


def test_a_given_value_has_its_own_grade_and_not_that_of_the_row_beside_it():
    found = assess(read_plant(tomllib.loads(SODA.format(saving="120 kWh/t")), asked="chemicals")).to_dict()
    assert found["processes"][0]["measures"][0]["confidence"] == "given"
    published = assess(read_plant(tomllib.loads(SODA.replace('saving = "{saving}"', "").format()), asked="chemicals"))
    assert published.to_dict()["processes"][0]["measures"][0]["confidence"] in ("B", "C")
    assert found["totals"]["confidence"]["electricity_saved"] == "given"


@pytest.mark.parametrize(("oxygen", "places"), [("0.3 %", ["boiler[0].measure[0].oxygen"]), ("5 %", [])])
def test_a_parameter_that_becomes_an_input_is_held_against_the_range_of_that_input(oxygen, places):
    boiler = {
        "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam": "10 万t", "steam_pressure": "1 MPa",
        "feedwater_temperature": "60 °C", "oxygen": "12 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
        "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}},
        "measure": [{"use": "boiler-oxygen-trim", "oxygen": oxygen}],
    }  # fmt: skip
    found = assess(read_plant({"sector": "equipment", "year": 2025, "boiler": [boiler]})).warnings
    assert [each.place for each in found] == places


MEASURES = {f"{id}.{each.id}": each for id, found in sectors().items() for each in found.measures}


@pytest.mark.parametrize("name", MEASURES)
def test_what_the_library_says_of_a_parameter_is_believed_and_a_thousand_times_it_is_not(name):
    measure = MEASURES[name]
    for parameter in measure.units:
        found = size.library_of(measure, parameter)
        typical = parameter == "saving" and float(measure.row.saving_typ or 0)
        assert found is not None or not typical
        for value in (found.low, found.high) if found else ():
            assert not value or found.inside(value)
            assert not found.inside(1000 * found.most) and not found.inside(-1000 * found.most)


@pytest.mark.parametrize(("removal", "keys"), [("95 %", set()), ("60 %", set()), ("97 %", {"warn-measure"})])
def test_what_a_device_removes_is_held_against_its_published_range(removal, keys):
    document = tomllib.loads((ROOT / "examples" / "building-materials.toml").read_text(encoding="utf-8"))
    (kiln,) = [each for each in document["clinker"] if "measure" in each][:1]
    kiln["measure"] = [{"use": "cement-kiln-scr", "removal": removal, "electricity": "1 GWh"}]
    kiln.pop("reporting", None)
    head = {key: value for key, value in document.items() if not isinstance(value, dict | list) and key != "plan"}
    found = assess(read_plant({**head, "clinker": [kiln]})).warnings
    assert {each.key for each in found if each.place.endswith("removal")} == keys
