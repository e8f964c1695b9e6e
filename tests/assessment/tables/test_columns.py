import narwhals as nw
import polars
import pytest
from attrs import evolve

from ecdcalc.assessment.tables.columns import baseline_of, given_in, label, unknown_in
from ecdcalc.assessment.tables.headers import read_columns
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.symbols import Graph
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.reference.defaults import Context

GOOD = ["name", "coke [万t]", "charging", "quenching", "energy.coking-coal [万t]", "nox.concentration [mg/m3]"]


def test_a_null_carrier_is_not_used_and_a_null_default_is_filled():
    frame = polars.DataFrame(
        {"coke [t]": [1.0, 1.0], "charging": ["top", "stamp"], "quenching": ["wet", "wet"],
         "energy.electricity [kWh]": [None, 1000.0], "nox_factor [kg/t]": [None, 2.0]}
    )  # fmt: skip
    columns, _ = read_columns(CokeBattery, frame.columns)
    graph = Graph()
    battery = baseline_of(CokeBattery, given_in(graph, columns, reporting=False), Context(year=2023), unknown_in(graph))
    steps = Steps(graph, {"carriers": battery.carrier_energy, "nox": battery.nox_generated})
    row = steps.apply(nw.from_native(frame))
    assert row["carriers"].to_list() == [0.0, pytest.approx(122.9)]
    assert row["nox"].to_list() == pytest.approx([1.7, 2.0])


@pytest.mark.parametrize(
    ("value", "unit", "fits"),
    [
        (30.0, "%", True), (0.3, "1", True), (30.001, "%", False), (0.0, "%", True), (-1e-9, "%", False),
        (float("nan"), "%", False), (float("inf"), "%", False), (None, "%", True),
    ],
)  # fmt: skip
def test_bounds_hold_in_the_unit_of_the_column(value, unit, fits):
    columns, _ = read_columns(CokeBattery, ["coke [t]", "charging", "quenching", f"moisture [{unit}]"])
    frame = nw.from_native(
        polars.DataFrame({f"moisture [{unit}]": [value]}, schema={f"moisture [{unit}]": polars.Float64})
    )
    found = frame.select(fits=columns[-1].fits().fill_null(True))["fits"].item()
    assert found is fits


@pytest.mark.parametrize(
    ("text", "number"), [("1,234.5", 1234.5), (" 12 ", 12.0), ("1e3", 1000.0), ("12,34", None), ("x", None)]
)
def test_numbers_written_as_text(text, number):
    columns, _ = read_columns(CokeBattery, ["coke [t]"])
    column = evolve(columns[0], text=True)
    frame = nw.from_native(polars.DataFrame({"coke [t]": [text]}))
    assert frame.select(number=column.number())["number"].item() == number


def test_pollutants_are_named_as_printed():
    assert (label("nh3n"), label("energy")) == ("NH3-N", "energy")


def test_a_header_may_be_written_in_words():
    columns, problems = read_columns(
        CokeBattery, ["焦炭产量 [万t]", "报告期.电力 [GWh]", "氮氧化物.实测浓度 [mg/m3]", "备注"]
    )
    assert [(each.path, each.reporting) for each in columns] == [
        ("coke", False),
        ("energy.electricity", True),
        ("nox.concentration", False),
    ]
    assert "备注" not in {problem.place for problem in problems}
