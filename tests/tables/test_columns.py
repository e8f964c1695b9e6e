import narwhals as nw
import polars
import pytest

from ecdcalc.defaults import Context
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.tables.columns import baseline_of, inputs_of, read_columns

GOOD = ["name", "coke [万t]", "charging", "quenching", "energy.coking-coal [万t]", "nox.concentration [mg/m3]"]


def problems(*names, units=None):
    return {problem.place: problem.key for problem in read_columns(CokeBattery, names, units)[1]}


def test_inputs_are_named_as_in_a_plant_file():
    assert {"coke", "nox.concentration", "energy.coking-coal", "energy.coking-coal.lhv"} <= set(inputs_of(CokeBattery))


def test_good_headers():
    columns, found = read_columns(CokeBattery, GOOD)
    assert found == []
    assert {column.path for column in columns} == {
        "coke",
        "charging",
        "quenching",
        "energy.coking-coal",
        "nox.concentration",
    }


def test_units_may_stand_beside_the_table():
    names = ["coke", "charging", "quenching"]
    assert problems(*names) == {"coke": "column-without-unit"}
    assert problems(*names, units={"coke": "万t"}) == {}


@pytest.mark.parametrize(
    ("names", "place", "key"),
    [
        (["coke [kWh]", *GOOD[2:]], "coke [kWh]", "unit-kind"),
        (["coke [parsec]", *GOOD[2:]], "coke [parsec]", "unit-unknown"),
        (GOOD[2:], "coke", "column-required"),
        ([*GOOD, "chamber_hight [m]"], "chamber_hight [m]", "unknown-key-near"),
        ([*GOOD, "reporting.cokes"], "reporting.cokes", "unknown-key-near"),
    ],
)
def test_bad_headers(names, place, key):
    assert problems(*names)[place] == key


def test_a_null_carrier_is_not_used_and_a_null_default_is_filled():
    frame = polars.DataFrame(
        {"coke [t]": [1.0, 1.0], "charging": ["top", "stamp"], "quenching": ["wet", "wet"],
         "energy.electricity [kWh]": [None, 1000.0], "nox_factor [kg/t]": [None, 2.0]}
    )  # fmt: skip
    columns, _ = read_columns(CokeBattery, frame.columns)
    battery = baseline_of(CokeBattery, columns, Context(year=2023))
    row = nw.from_native(frame).select(carriers=battery.carrier_energy, nox=battery.nox_generated)
    assert row["carriers"].to_list() == [0.0, pytest.approx(122.9)]
    assert row["nox"].to_list() == pytest.approx([1.7, 2.0])
