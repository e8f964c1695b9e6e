"""What draws take out of the range of a formula: by hand, and not where the formula is not used."""

import json
from pathlib import Path

import jsonschema
import pytest
from city import city, written

from ecdcalc.assessment.contract.form import ASSESSMENT, REGION, schema_text
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.decide.chance import chance_of, with_chance
from ecdcalc.decide.chance_region import with_region_chance
from ecdcalc.read.plant import read_plant
from ecdcalc.read.region import load_region
from ecdcalc.report.region import render_region
from ecdcalc.report.render import render

PUMP = {
    "flow": "40~80 m3/h", "design_flow": "100 m3/h", "head": "60 m", "static_head": "2 m", "design_head": "40 m",
    "shutoff_head": "60 m", "pump_efficiency": "70 %", "drive_efficiency": "90 %", "hours": "8000 h",
}  # fmt: skip
BOILER = {
    "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam": "10 万t", "steam_pressure": "1 MPa",
    "feedwater_temperature": "60 °C", "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}},
    "oxygen": "13~17 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
}  # fmt: skip


def found(**processes):
    plant = read_plant({"year": 2025, **{key: [each] for key, each in processes.items()}}, asked="equipment")
    return assess(plant)


def test_a_result_is_outside_in_as_many_trials_as_by_hand():
    """n² = (2 + 58 q²) / 60 is below 0.25 where q is below √(13/58): 18.36 % of the draws between 0.4 and 0.8."""
    (warned,) = chance_of(found(pump=PUMP), 20_000).warnings
    assert (warned.place, warned.key) == ("pump[0].speed_ratio_for_flow.result", "warn-validity-draws")
    share = float(str(warned.values["share"]).removesuffix(" %"))
    assert share == pytest.approx(100 * ((13 / 58) ** 0.5 - 0.4) / 0.4, abs=1)
    assert warned.value == pytest.approx(((2 + 58 * 0.4**2) / 60) ** 0.5, rel=1e-3)  # the furthest
    assert (warned.low, warned.high, warned.source) == (0.5, 1.2, "gulich-2014")


def test_what_lies_inside_or_does_not_move_is_not_told():
    assert chance_of(found(pump={**PUMP, "flow": "60~80 m3/h"}), 1000).warnings == ()
    still = found(pump={**PUMP, "flow": "20 m3/h", "hours": "7000~8000 h"})
    assert [each.key for each in still.warnings] == ["warn-validity"]
    assert chance_of(still, 1000).warnings == ()


def test_a_formula_that_the_plant_does_not_use_is_not_told():
    """Of a boiler one of two formulas for the flue gas is taken; what the other one would have is no concern."""
    told = {each.place for each in chance_of(found(boiler=BOILER), 2000).warnings}
    used = {f"boiler[0].{name}.oxygen" for name in ("excess_air_ratio", "flue_gas_loss")}
    assert told and told <= used


def test_it_stands_in_every_form_and_in_both_languages():
    result = with_chance(found(pump=PUMP), 500)
    document = result.to_dict("en")
    jsonschema.validate(document, json.loads(schema_text(ASSESSMENT)))
    (told,) = document["chance"]["warnings"]
    assert set(told) == {"place", "key", "text", "value", "expected", "source"}
    assert "speed_ratio_for_flow.result" in render(result, "markdown", "en")
    assert "的抽样超出公式" in result.to_dict("zh")["chance"]["warnings"][0]["text"]
    assert "warn-validity-draws" in render(result, "csv", "en")


def test_what_a_measure_brings_outside_is_told_of_the_state_after_it():
    """Of oxygen between 13 and 16.5 % less than half lies above 15 %, evenly drawn: 1.5 / 3.5."""
    trimmed = {**BOILER, "oxygen": "17 %", "measure": [{"use": "boiler-oxygen-trim", "oxygen": "13~16.5 %"}]}
    (warned,) = chance_of(found(boiler=trimmed), 5000).warnings
    assert warned.place == "boiler[0].reporting.excess_air_ratio.oxygen"
    assert float(str(warned.values["share"]).removesuffix(" %")) == pytest.approx(100 * 1.5 / 3.5, abs=2)


def test_what_a_measure_leaves_where_it_was_is_told_once():
    better = {
        **PUMP,
        "measure": [{"use": "pump-speed-control", "pump_efficiency": "72~75 %", "drive_efficiency": "90 %"}],
    }
    assert [each.place for each in chance_of(found(pump=better), 1000).warnings] == [
        "pump[0].speed_ratio_for_flow.result"
    ]


def test_a_region_tells_it_under_the_place_of_its_plant(tmp_path):
    plant = written(tmp_path, {"sector": "equipment", "year": 2025, "pump": [PUMP]})
    Path(plant).rename(tmp_path / "pump.toml")
    result = with_region_chance(assess_region(load_region(written(tmp_path, city(plants=["pump.toml"])))), 2000)
    document = result.to_dict("en")
    jsonschema.validate(document, json.loads(schema_text(REGION)))
    (told,) = document["chance"]["warnings"]
    assert told["place"].endswith("pump[0].speed_ratio_for_flow.result") and told["key"] == "warn-validity-draws"
    for form in ("markdown", "csv"):
        assert "speed_ratio_for_flow.result" in render_region(result, form, "zh")
