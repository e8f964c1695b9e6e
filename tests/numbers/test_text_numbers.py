import re

import narwhals as nw
import polars
import pytest

from ecdcalc.numbers.text_numbers import NUMBER, as_written
from ecdcalc.numbers.units import read_quantity
from ecdcalc.words.errors import UnitError

WRITTEN = ["1300000", "1,300,000", "1，300，000", "１，３００，０００．５", " 8000 ", "\u30008000\u3000", "8000．5", "－5", "−5",
           "＋5", "1.5Ｅ3", "0,500", "０，５００", "130,5", "130，5", "1,30,000", "1.300,5", "8 000", "8'000", "8。5", "0.5"]  # fmt: skip
"""One number as it is written by hand, in a cell or in a plant file."""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("1,234.5", True), ("1,23", False), (".5", True), ("inf", False), ("1e3", True), ("0,500", False), ("0500", True)],
)
def test_what_a_number_is(text, is_one):
    assert bool(re.fullmatch(NUMBER, text)) == is_one


def of_plant(text):
    try:
        return read_quantity(f"{text.strip()} t", "t").value / 1000
    except UnitError:
        return None


def test_a_cell_is_read_as_in_a_plant_file():
    cells = nw.from_native(polars.DataFrame({"x": WRITTEN}))
    found = cells.select(as_written(nw.col("x")).cast(nw.Float64))["x"].to_list()
    assert dict(zip(WRITTEN, found, strict=True)) == {each: of_plant(each) for each in WRITTEN}
