import narwhals as nw
import polars
import pytest

from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.numbers.units import read_quantity
from ecdcalc.reference.conditions import condition
from ecdcalc.words.errors import UnitError


class Unit:
    capacity = 150e6
    turbine = "extraction"
    age = missing("age")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("capacity <= 200 MW", True),
        ("capacity > 0.2 GW", False),
        ("turbine == extraction", True),
        ("turbine != extraction", False),
    ],
)
def test_conditions_hold_on_one_plant(text, holds):
    assert condition(text).holds(Unit()) is holds


def test_a_trigger_above_a_value_does_not_fire_at_it():
    class Record:
        rate = read_quantity("300 gce/kWh").value
        share = 0.1 + 0.2

    for number in (1, 3, 7):
        assert condition("rate > 300 gce/kWh").holds(Record()) is False
        Record.rate = Record.rate * (1 + number * 1e-16)
    assert condition("share <= 30 %").holds(Record()) is True


def test_an_unknown_value_decides_nothing():
    assert is_missing(condition("age > 15 a").holds(Unit()))


def test_conditions_hold_on_columns():
    class Columns:
        capacity = nw.col("capacity")

    frame = nw.from_native(polars.DataFrame({"capacity": [100e6, 300e6]}))
    assert frame.select(holds=condition("capacity < 200 MW").holds(Columns()))["holds"].to_list() == [True, False]


@pytest.mark.parametrize("text", ["capacity", "capacity = 3", "__import__('os')", "capacity < 3 parsec"])
def test_other_texts_are_refused(text):
    with pytest.raises(UnitError):
        condition(text)
