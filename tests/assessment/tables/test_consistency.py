"""What does not fit together in a row; that rows say what plant files say is tested on every process beside."""

import polars

from ecdcalc import portfolio
from ecdcalc.assessment.tables.doubts import WARNINGS
from ecdcalc.numbers.expressions import Steps
from ecdcalc.reference.measures import measure_rows


def words_of(sector, process, **columns):
    frame = polars.DataFrame({name: [value] for name, value in columns.items()})
    return portfolio(frame, sector=sector, process=process, year=2025).results[WARNINGS][0]


CELLS = {"product [万t]": 10.0, "form": "liquor-30", "cell_voltage [V]": 3.1, "current_efficiency [%]": 95.0,
         "energy.electricity [万kWh]": 25000.0, "measure": "zero-gap-membrane-chlor-alkali-cells"}  # fmt: skip
GLASS = {"production [kt]": 531.2, "product": "foam-glass-bought-melt", "energy.natural-gas [万m3]": 5720.0,
         "energy.natural-gas.lhv [MJ/m3]": 35.0}  # fmt: skip


def test_what_does_not_fit_together_is_told_of_rows_too():
    assert "252 kWh/t; the library says 110–140" in words_of(
        "chemicals", "caustic-soda", **CELLS, **{"measure.saving [kWh/t]": 252.0}
    )
    assert words_of("chemicals", "caustic-soda", **CELLS, **{"measure.saving [kWh/t]": 120.0}) is None
    later = {"reporting.production [kt]": 291.5, "reporting.energy.natural-gas [万m3]": 2863.0}
    assert "scaled by output alone, 0.548758 times" in words_of(
        "building-materials", "mineral-product", **GLASS, **later
    )
    factor = {"energy.natural-gas.coal_factor [kgce/m3]": 1.33}
    assert "contradict each other" in words_of("building-materials", "mineral-product", **GLASS, **factor)


POTLINE = {
    "aluminium [万t]": [416.0] * 3, "liquid [万t]": [416.0] * 3, "cell_voltage [V]": [4.15] * 3,
    "current_efficiency [%]": [93.0] * 3, "rectifier_efficiency [%]": [98.0] * 3,
    "energy.electricity [亿kWh]": [580.0] * 3, "reporting.cell_voltage [V]": [3.85] * 3,
    "reporting.energy.electricity [亿kWh]": [540.0, None, 540.0],
}  # fmt: skip


def test_a_meter_that_does_not_move_is_asked_only_of_the_rows_in_which_it_does_not(monkeypatch):
    asked = []

    def made(steps, frame, here=None):
        asked.append((frame.height if here is None else here.sum(), [*steps.columns]))
        return old(steps, frame, here)

    old = Steps.made
    monkeypatch.setattr(Steps, "made", made)
    options = {"sector": "nonferrous", "process": "aluminium", "year": 2012, "columns": [WARNINGS]}
    frame = polars.DataFrame(POTLINE)
    told = portfolio(frame, **options).results[WARNINGS]
    assert [bool(each and "the metered energy stays" in each) for each in told] == [False, True, False]
    assert (1, ["__ecdcalc_doubt__"]) in asked
    assert portfolio(frame.lazy(), **options).results.collect()[WARNINGS].to_list() == told.to_list()


TRIM = {
    "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam [万t]": 10.0, "steam_pressure [MPa]": 1.0,
    "feedwater_temperature [°C]": 60.0, "oxygen [%]": 12.0, "flue_temperature [°C]": 165.0,
    "air_temperature [°C]": 20.0, "energy.raw-coal [万t]": 1.5, "energy.raw-coal.lhv [MJ/kg]": 21.0,
    "measure": "boiler-oxygen-trim",
}  # fmt: skip


def test_a_parameter_that_becomes_an_input_is_held_against_the_range_of_that_input():
    found = words_of("equipment", "boiler", **TRIM, **{"measure.oxygen [%]": 0.3})
    assert "measure.oxygen: 0.3 % is unusual: usually 1–15 %" in found
    assert words_of("equipment", "boiler", **TRIM, **{"measure.oxygen [%]": 5.0}) is None


def test_what_a_device_removes_is_held_against_its_published_range():
    kiln = {"clinker [万t]": 155.0, "energy.bituminous [万t]": 21.0, "energy.bituminous.lhv [MJ/kg]": 23.0,
            "nox.mass [t]": 1000.0, "measure": "cement-kiln-scr", "measure.electricity [kWh]": 1e6}  # fmt: skip
    found = words_of("building-materials", "clinker", **kiln, **{"measure.removal [%]": 97.0})
    assert found == "measure.removal: 97 %; the library says 80–95 %"
    assert words_of("building-materials", "clinker", **kiln, **{"measure.removal [%]": 95.0}) is None


STREAM = {"hours [h]": 8000.0, "flow [t/h]": 90.0, "specific_heat [kJ/kg/K]": 1.05, "hot [°C]": 280.0,
          "cooled [°C]": 120.0, "heat_share [%]": 0.0, "power_share [%]": 0.0, "measure.heat_share [%]": 50.0}  # fmt: skip


def test_heat_without_a_taker_is_told_of_rows_too():
    stream = {**STREAM, "measure": measure_rows()["cm-waste-heat"].slug}
    assert "measure: " in words_of("equipment", "waste-heat", **stream)
    assert words_of("equipment", "waste-heat", **stream, **{"sink [°C]": 80.0}) is None


def test_a_carrier_that_the_set_of_factors_lacks_is_told_in_the_rows_that_use_it():
    """The provincial set has no crude oil; that of NDRC is taken."""
    frame = polars.DataFrame({"kind": ["other"] * 3, "product [t]": [1.0] * 3, "energy.crude-oil [t]": [1.0, None, 1.0],
                              "energy.diesel [t]": [1.0] * 3,
                              "energy.crude-oil.carbon_content [t/GJ]": [None, None, 0.02]})  # fmt: skip
    found = portfolio(frame, sector="chemicals", process="chemical", year=2025, co2_guide="provincial").results[
        WARNINGS
    ]
    assert ["energy.crude-oil" in (each or "") for each in found] == [True, False, False]
