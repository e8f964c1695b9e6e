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
    assert "excess_air_ratio.oxygen: 16.0 % is outside the range" in told[0] and "at most 15 %" in told[0]
    for each, words in zip(FLUE, told, strict=True):
        found = {}
        for name, value in (STEAM | each).items():
            path, _, of = name.partition(" [")
            found[path] = value if not of else f"{value} {of.removesuffix(']')}"
        found["energy"] = {"raw-coal": {"value": found.pop("energy.raw-coal"), "lhv": found.pop("energy.raw-coal.lhv")}}
        plant = assess(read_plant({"year": 2025, "boiler": [found]}, within=sectors()["equipment"]))
        expected = {one.place.removeprefix("boiler[0].") for one in plant.warnings}
        assert set(_PLACE.findall(words or "")) == expected
