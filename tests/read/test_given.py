"""Values in a dictionary: each way to write a number is the text of a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc import InputError, Value, read_plant
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.given import as_written

SPELLINGS = {
    "text": "60 万t",
    "value": Value(600_000.0, "t"),
    "pair": (60, "万t"),
    "pint": None,
}


def plant(coke):
    return {
        "sector": "coking",
        "year": 2025,
        "battery": [
            {
                "coke": coke,
                "chamber_height": (5.5, "m"),
                "quenching": "wet",
                "charging": "stamp",
                "energy": {"coking-coal": ("81", "万t"), "electricity": {"value": Value(18.0, "GWh")}},
            }
        ],
    }


@pytest.mark.parametrize("way", SPELLINGS)
def test_every_way_to_write_a_number_reads_the_same(way):
    coke = Value(600_000.0, "t").quantity() if way == "pint" else SPELLINGS[way]
    battery = read_plant(plant(coke)).cases[0].baseline
    assert battery.coke == pytest.approx(6e8, rel=1e-15)
    assert battery.carriers["electricity"].amount == read_quantity("18 GWh").value


def test_a_foreign_registry_means_what_it_says():
    """In pint's own registry `kt` is a knot, and must not come to be a kilotonne."""
    import pint

    foreign = pint.UnitRegistry()
    assert read_plant(plant(foreign.Quantity(600.0, "kilometric_ton"))).cases[0].baseline.coke == pytest.approx(6e8)
    with pytest.raises(InputError, match=r"battery\[0\]\.coke"):
        read_plant(plant(foreign.Quantity(600.0, "kt")))


@pytest.mark.parametrize(
    "wrong", [(60, "万kWh"), Value(float("nan"), "t"), (None, "t"), object(), (True, "t"), [60, "t"]]
)
def test_a_wrong_value_deep_inside_is_told_with_its_path(wrong):
    with pytest.raises(InputError, match=r"battery\[0\]\.coke"):
        read_plant(plant(wrong))
    deep = plant("60 万t")
    deep["battery"][0]["energy"]["electricity"] = {"value": wrong if wrong != (60, "万kWh") else (60, "t")}
    with pytest.raises(InputError, match=r"battery\[0\]\.energy\.electricity"):
        read_plant(deep)


@settings(max_examples=50)
@given(st.floats(allow_nan=False, allow_infinity=False, min_value=1e-9, max_value=1e12))
def test_no_digit_is_lost(number):
    for each in (Value(number, "t"), (number, "t")):
        assert read_quantity(as_written({"x": each})["x"]).value == read_quantity("1 t").unit.base(number)


def test_numbers_of_numpy_are_numbers():
    numpy = pytest.importorskip("numpy")
    found = read_plant({**plant("60 万t"), "year": numpy.int64(2025)})
    assert found.year == 2025 and type(found.year) is int
    share = as_written({"share": numpy.float32(0.5), "pair": (numpy.float64(0.25), "t")})
    assert share == {"share": 0.5, "pair": "0.25 t"} and type(share["share"]) is float
