"""Formulas that a row uses outside their range; that rows say what plant files say is tested of every process beside."""

import re

import polars

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.doubts import WARNINGS
from ecdcalc.model.sector import sectors
from ecdcalc.read.plant import read_plant

_PLACE = re.compile(r"(?:^|; )([a-z][\w. -]*?): ")
STEAM = {
    "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam [万t]": 10.0, "steam_pressure [MPa]": 1.0,
    "feedwater_temperature [°C]": 60.0, "energy.raw-coal [万t]": 1.5, "energy.raw-coal.lhv [MJ/kg]": 21.0,
    "air_temperature [°C]": 20.0,
}  # fmt: skip
FLUE = (
    {"oxygen [%]": 16.0, "flue_temperature [°C]": 165.0},
    {"oxygen [%]": 5.0, "flue_temperature [°C]": 165.0},
    {"oxygen [%]": 5.0, "flue_temperature [°C]": 450.0},
    {"oxygen [%]": 5.0, "flue_temperature [°C]": 450.0, "flue_method": "siegert"},
    {"oxygen [%]": 16.0},
    {"flue_temperature [°C]": 450.0},
    {},
)


def test_a_row_is_warned_of_the_formulas_that_it_uses_outside_their_range():
    frame = polars.DataFrame([STEAM | dict.fromkeys(FLUE[3]) | each for each in FLUE])
    told = portfolio(frame, sector="equipment", process="boiler", year=2025).results[WARNINGS]
    assert "excess_air_ratio.oxygen: 16 % is outside the range" in told[0] and "≤ 15 %" in told[0]
    for each, words in zip(FLUE, told, strict=True):
        found = {}
        for name, value in (STEAM | each).items():
            path, _, of = name.partition(" [")
            found[path] = value if not of else f"{value} {of.removesuffix(']')}"
        found["energy"] = {"raw-coal": {"value": found.pop("energy.raw-coal"), "lhv": found.pop("energy.raw-coal.lhv")}}
        plant = assess(read_plant({"year": 2025, "boiler": [found]}, within=sectors()["equipment"]))
        expected = {one.place.removeprefix("boiler[0].") for one in plant.warnings}
        assert set(_PLACE.findall(words or "")) == expected


PUMP = {
    "design_flow [m3/h]": 100.0, "head [m]": 60.0, "static_head [m]": 2.0, "design_head [m]": 40.0,
    "shutoff_head [m]": 60.0, "pump_efficiency [%]": 70.0, "drive_efficiency [%]": 90.0, "hours [h]": 8000.0,
}  # fmt: skip
FURNACE = {
    "furnace": "burner", "fuel": "natural-gas", "charge [t]": 1000.0, "hours [h]": 5000.0, "wall_area [m2]": 100.0,
    "ambient [°C]": 5.0, "wall_height [m]": 3.0, "emissivity [1]": 0.8, "energy.natural-gas [m3]": 1e6,
}  # fmt: skip


def test_a_row_is_warned_of_a_result_and_of_what_follows_from_arguments():
    pumps = polars.DataFrame([PUMP | {"flow [m3/h]": flow} for flow in (20.0, 80.0)])
    slow, usual = portfolio(pumps, sector="equipment", process="pump", year=2025).results[WARNINGS]
    # by hand: droop and resistance are 20 and 38 m at 100 m3/h, so n² = (2 + 58 × 0.04) / 60
    assert "speed_ratio_for_flow.result: 0.268328" in slow and "0.5–1.2" in slow
    assert usual is None
    walls = polars.DataFrame([FURNACE | {"wall_temperature [°C]": wall} for wall in (20.0, 60.0)])
    cold, warm = portfolio(walls, sector="equipment", process="furnace", year=2025).results[WARNINGS]
    assert "wall_convection.mean: 12.5 °C" in cold and "20–100 °C (mean = (surface + ambient) / 2)" in cold
    assert warm is None


MOTOR = {
    "hours [h]": 8000.0, "rated_power [kW]": 90.0, "rated_efficiency [%]": 95.0, "known_load [%]": 50.0,
    "known_efficiency [%]": 94.0, "control": "fixed-speed", "measure": "motor-speed-control",
    "measure.drive_efficiency [%]": 95.0,
}  # fmt: skip


def test_a_measure_that_takes_a_formula_out_of_its_range_is_warned_of_and_what_it_leaves_is_not_told_again():
    cases = ((80.0, 15.0), (80.0, 60.0), (20.0, 100.0), (20.0, 50.0))
    frame = polars.DataFrame([MOTOR | {"load [%]": load, "measure.speed [%]": speed} for load, speed in cases])
    told = portfolio(frame, sector="equipment", process="motor", year=2025).results[WARNINGS]
    places = [set(_PLACE.findall(each or "")) for each in told]
    load = "part_load_efficiency.load"
    assert places == [{f"reporting.{load}"}, set(), {load}, {load, f"reporting.{load}"}]
    for (given, speed), found in zip(cases, places, strict=True):
        measure = {"use": "motor-speed-control", "speed": f"{speed} %", "drive_efficiency": "95 %"}
        motor = {"hours": "8000 h", "rated_power": "90 kW", "rated_efficiency": "95 %", "known_load": "50 %",
                 "known_efficiency": "94 %", "control": "fixed-speed", "load": f"{given} %", "measure": [measure]}  # fmt: skip
        plant = assess(read_plant({"year": 2025, "motor": [motor]}, within=sectors()["equipment"]))
        assert {each.place.removeprefix("motor[0].") for each in plant.warnings} == found
