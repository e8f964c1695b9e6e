import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.sector import sector
from ecdcalc.plugins.building_materials import corrections
from ecdcalc.read import load_plant, read_plant
from ecdcalc.testing import check_sector, prove_formula
from ecdcalc.words.errors import InputError

ROOT = Path(__file__).parents[2]


def line(**changes):
    energy = {"standard-coal": "10400 tce", "electricity": "500 万kWh"}
    return {"year": 2025, "clinker": [{"clinker": "10 万t", "energy": energy, **changes}]}


def assessed(document):
    return assess(read_plant(document, asked="building-materials"))


def refused(document):
    with pytest.raises(InputError) as caught:
        read_plant(document, asked="building-materials")
    return str(caught.value)


def test_building_materials_keeps_the_contract():
    check_sector(sector("building-materials"))


def test_the_corrections_are_proved():
    for each in (corrections.altitude_factor, corrections.altitude_factor_2012):
        assert prove_formula(each, altitude=(0, 4000), pressure=(60000, 101325)) == []
    assert prove_formula(corrections.strength_factor, strength=(40, 70)) == []
    oxides = {"cao": (60, 68), "mgo": (0, 4), "sio2": (19, 24), "al2o3": (3, 7), "fe2o3": (2, 5)}
    assert prove_formula(corrections.formation_heat, **oxides) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_example_meets_the_targets(lang):
    result = assess(load_plant(str(ROOT / "examples/building-materials.toml")))
    found = {each["target"]: each["status"] for each in result.to_dict(lang)["gaps"]}
    assert (found["T029"], found["T031"]) == ("met", "met")
    assert {each.status for each in result.gaps if each.target.id == "t030"} == {"met", "not-evaluated"}


def test_the_template_runs_in_both_languages():
    result = assess(read_plant(tomllib.loads(sector("building-materials").template)))
    assert result.to_dict("en")["totals"]["energy_saved"]["value"] > 0
    assert result.to_dict("zh")["processes"]


def test_less_heat_than_formation_is_refused_with_both_numbers():
    said = refused(line(formation_heat="3100 kJ/kg"))
    assert "3100 kJ/kg" in said
    assert "3047.99 kJ/kg" in said


def test_a_line_that_fires_less_than_any_clinker_takes_is_refused():
    starved = {"energy": {"standard-coal": "1000 tce", "electricity": "500 万kWh"}}
    said = refused(line(**starved))
    assert "1500 kJ/kg" in said
    assert "293.076 kJ/kg" in said
    assert assessed(line(**starved, carbide_slag="12 万t")).processes  # its lime is burnt already: no floor is known


def test_heat_given_out_is_not_taken_off_the_heat_fired():
    energy = {"standard-coal": "10400 tce", "electricity": "500 万kWh", "heat": "0 GJ"}
    measures = [{"use": "kiln-shell-and-cooler-heat-recovery"}]
    measured = assessed(line(energy=energy, measure=measures)).processes[0]
    before, after = measured.baseline["heat_consumption"].value, measured.reporting["heat_consumption"].value
    assert after == pytest.approx(before)
    assert measured.saved["energy"] > 0


def test_the_edition_of_2012_needs_the_strength():
    plant = line(altitude="400 m", comparable_edition="edition-2012", waste_heat_power="0 kWh")
    result = assessed(plant).to_dict()
    reasons = [each["reason"] for each in result["not_computed"] if each["what"].endswith("comparable_energy")]
    assert reasons == ["not given: strength"]


def test_more_power_than_waste_heat_is_refused_after_the_measure():
    measures = [{"use": "cement-low-temperature-waste-heat-power", "saving": "400 kWh/t"}]
    changes = {"waste_heat_power": "0 kWh", "preheater_loss": "600 kJ/kg", "cooler_loss": "300 kJ/kg"}
    assert "measure[0].waste_heat_power" in refused(line(**changes, measure=measures))


def test_more_heat_and_power_than_is_lost_is_refused():
    energy = {"standard-coal": "10400 tce", "electricity": "500 万kWh", "heat": "-15 万GJ"}
    said = refused(line(energy=energy, waste_heat_power="300 万kWh"))
    assert "160800 GJ" in said  # 150 000 GJ + 3 GWh
    assert "154799 GJ" in said  # 100 000 t x (3047.99 - 1500) kJ/kg


def test_more_clinker_than_cement_is_refused():
    table = {"cement": "10 万t", "clinker_used": "11 万t", "energy": {"electricity": "300 万kWh"}}
    assert "clinker_used" in refused({"year": 2025, "cement": [table]})


def test_the_same_kiln_heat_is_not_saved_twice():
    uses = ["cement-low-temperature-waste-heat-power", "high-solid-gas-ratio-suspension-preheater"]
    assert "high-solid-gas" in refused(line(measure=[{"use": use} for use in uses]))


def test_scr_needs_its_electricity():
    assert "electricity" in refused(line(measure=[{"use": "cement-kiln-scr"}]))


def test_above_1500_m_the_pressure_is_needed():
    result = assessed(line(altitude="2000 m")).to_dict()
    reasons = [each["reason"] for each in result["not_computed"] if each["what"].endswith("comparable_energy")]
    assert reasons == ["not given: pressure"]


def test_alternative_fuel_counts_where_it_is_asked_to():
    measures = [{"use": "alternative-fuel", "carrier": "standard-coal", "share": "10 %", "alternative_co2": "40 kg/GJ"}]
    assert assessed(line(measure=measures)).saved["energy"] == pytest.approx(1.04e6)
    counted = assessed(line(measure=measures, alternative_counted="yes"))
    assert counted.saved["energy"] == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize(("rule", "expected"), [("text-2013", 100 * 21 / 1.7 / 4), ("amendment-2020", 75)])
def test_the_oxygen_rule_of_bricks_is_chosen_visibly(rule, expected):
    stack = {"flow": "1e8 m3", "concentration": "100 mg/m3", "oxygen": "17 %"}
    table = {"product": "solid", "bricks": "10 万t", "oxygen_rule": rule, "nox": stack, "energy": {"gangue": "1 t"}}
    shown = assessed({"year": 2025, "brick": [table]}).to_dict()["processes"][0]["reporting"]
    assert shown["nox_at_reference"]["value"] == pytest.approx(expected)
    assert shown["nox_by_2013"]["value"] / shown["nox_by_2020"]["value"] == pytest.approx(21 / 1.7 / 3)


@given(floats(1501, 5000), floats(55000, 84000))
def test_altitude_never_tightens(altitude, pressure):
    result = assessed(line(altitude=f"{altitude} m", pressure=f"{pressure} Pa")).processes[0].reporting
    assert result["energy_shift_level_3"].value > 0
    assert result["comparable_energy"].value < result["unit_energy"].value


@given(some.lists(floats(0, 99), min_size=1, max_size=1), floats(0, 99))
def test_devices_in_series_multiply(first, second):
    measures = [
        {"use": "calciner-staged-combustion", "removal": f"{first[0]} %"},
        {"use": "cement-kiln-scr", "removal": f"{second} %", "electricity": "0 kWh"},
    ]
    result = assessed(line(nox={"removal": "0 %"}, measure=measures)).processes[0]
    passed = (1 - first[0] / 100) * (1 - second / 100)
    assert result.reporting["nox"].value == pytest.approx(188e3 * passed, abs=1e-6)


@settings(max_examples=20, deadline=None)
@given(floats(30, 80), floats(1, 20))
def test_stronger_clinker_compares_better(strength, more):
    def compared(mpa):
        known = {"altitude": "400 m", "waste_heat_power": "0 kWh", "comparable_edition": "edition-2012"}
        plant = line(strength=f"{mpa} MPa", **known)
        return assessed(plant).processes[0].reporting["comparable_energy"].value

    assert compared(strength + more) < compared(strength)


@settings(max_examples=20, deadline=None)
@given(some.lists(floats(0, 8), min_size=2, max_size=2))
def test_coal_measures_add_up(savings):
    def saved(*uses):
        measures = [{"use": use, "saving": f"{each} kgce/t", "carrier": "standard-coal"} for use, each in uses]
        return assessed(line(measure=measures)).saved["energy"]

    uses = list(
        zip(("fourth-generation-grate-cooler", "high-solid-gas-ratio-suspension-preheater"), savings, strict=True)
    )
    assert saved(*uses) == pytest.approx(sum(saved(each) for each in uses), abs=1e-6)
