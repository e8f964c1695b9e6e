"""Flow of flue gas, measured mass and concentration against fuel and generation factors, in every example."""

import tomllib
from pathlib import Path

import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.warnings.relations import EMITTED, FLUE_GAS, MEASURED, of_relations
from ecdcalc.assessment.warnings.size import flat, typed, warned
from ecdcalc.model.process import lift
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.ops import is_missing
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.ranges import EVERY, range_of

EXAMPLES = Path(__file__).parents[3] / "examples"


def of_examples():
    for sector in sorted(sectors()):
        document = tomllib.loads((EXAMPLES / f"{sector}.toml").read_text(encoding="utf-8"))
        for case in read_plant(document, asked=sector).cases:
            if any(not is_missing(check.value) for check in checks(case.baseline)):
                yield pytest.param(case.baseline, id=f"{sector}-{case.place}")


def checks(process):
    numbers = flat(process)
    return [*of_relations(process, {path: numbers[path] for path in typed(process)})]


def told(process):
    return {check.path for check in checks(process) if warned(check, "")}


def moved(process, path, times):
    return lift(process, lambda here, _field, value, _origin: value * times if here == path else value, "")


@pytest.mark.parametrize("process", [*of_examples()])
def test_a_flow_or_a_mass_a_thousand_times_too_large_is_told_and_what_stands_there_is_not(process):
    assert not told(process)
    for check in checks(process):
        if check.path.endswith(".removal") or check.high is None:  # a share has bounds of its own; here is no upper end
            continue
        if not is_missing(check.value) and check.value * 1000 > check.high:  # good filters leave a hundred thousandth
            assert check.path in told(moved(process, check.path, 1000)), check.path


BOILER = {
    "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam": "10 万t", "steam_pressure": "1 MPa",
    "feedwater_temperature": "60 °C", "oxygen": "9 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
    "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}},
}  # fmt: skip


@pytest.mark.parametrize(
    ("nox", "places"),
    [
        ({"flow": "1.5e8 m3", "concentration": "200 mg/m3"}, []),
        ({"flow": "1.5 万m3", "concentration": "200 mg/m3"}, ["boiler[0].nox.flow"]),  # for 1.5 亿
        ({"flow": "1.5e12 m3", "concentration": "200 mg/m3"}, ["boiler[0].nox.flow"]),
        ({"mass": "30 t", "flow": "1.5e8 m3", "concentration": "200 mg/m3"}, []),
        ({"mass": "3 t", "flow": "1.5e8 m3", "concentration": "300 mg/m3"}, ["boiler[0].nox.mass"]),
        ({"mass": "3 万t"}, ["boiler[0].nox.mass"]),
    ],
)
def test_what_does_not_fit_the_fuel_is_told(nox, places):
    found = assess(read_plant({"sector": "equipment", "year": 2025, "boiler": [{**BOILER, "nox": nox}]})).warnings
    assert [each.place for each in found if each.key == "warn-relation"] == places


def test_the_ends_follow_from_pure_carbon_dioxide_and_from_air():
    litres = 22.414 / 44.009  # m3 of CO2 per kg
    found = range_of(EVERY, FLUE_GAS)
    assert found.low == pytest.approx(litres / 10, rel=1e-3)  # a stack that takes a tenth of the gas
    assert found.high == pytest.approx(litres / 419.3e-6, rel=1e-3)  # 419.3 ppm in air
    assert range_of(EVERY, EMITTED.format("nox")) and range_of(EVERY, MEASURED)


def test_rows_are_told_as_plant_files_are():
    row = {
        "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam [t]": 1e5, "steam_pressure [MPa]": 1.0,
        "feedwater_temperature [°C]": 60.0, "oxygen [%]": 9.0, "flue_temperature [°C]": 165.0,
        "air_temperature [°C]": 20.0, "energy.raw-coal [t]": 15000.0, "energy.raw-coal.lhv [MJ/kg]": 21.0,
        "nox.flow [m3]": 1.5e8, "nox.concentration [mg/m3]": 200.0,
    }  # fmt: skip
    frame = polars.DataFrame([row, {**row, "nox.flow [m3]": 1.5e11}])
    found = portfolio(frame, sector="equipment", process="boiler", year=2025).results["audit.warnings"]
    assert found[0] is None
    assert "nox.flow: does not fit the rest of the process" in found[1]


def test_what_is_measured_goes_with_the_removal_that_is_given():
    # 1.5 万t of coal of 1 % sulphur give about 255 t of SO2; 2e8 m3 at 30 mg/m3 are 6 t, 98 % less
    def told_of(removal):
        boiler = {
            **BOILER,
            "sulphur": "1 %",
            "so2": {"flow": "2e8 m3", "concentration": "30 mg/m3", "removal": removal},
        }
        found = assess(read_plant({"sector": "equipment", "year": 2025, "boiler": [boiler]})).warnings
        return [each.place for each in found if each.place.endswith("so2.removal")]

    assert told_of("10 %") == ["boiler[0].so2.removal"]
    assert not told_of("97 %")
    columns = {"fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam [万t]": 10.0, "steam_pressure [MPa]": 1.0,
               "feedwater_temperature [°C]": 60.0, "oxygen [%]": 9.0, "flue_temperature [°C]": 165.0,
               "air_temperature [°C]": 20.0, "energy.raw-coal [万t]": 1.5, "energy.raw-coal.lhv [MJ/kg]": 21.0,
               "sulphur [%]": 1.0, "so2.flow [m3]": 2e8, "so2.concentration [mg/m3]": 30.0}  # fmt: skip
    rows = {name: [value] * 2 for name, value in columns.items()} | {"so2.removal [%]": [10.0, 97.0]}
    found = portfolio(polars.DataFrame(rows), sector="equipment", process="boiler", year=2025).results
    assert ["so2.removal" in (each or "") for each in found["audit.warnings"]] == [True, False]
