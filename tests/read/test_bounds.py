import pytest

from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.bounds import CHARGE, GROWTH, HOURS, YEARS, past


@pytest.mark.parametrize(
    ("text", "like", "bounds", "signs"),
    [
        ("0 元", "CNY", CHARGE, []),
        ("-1 元", "CNY", CHARGE, [">="]),
        ("-1~2 元", "CNY", CHARGE, [">="]),
        ("-100 %", "%", GROWTH, [">"]),
        ("-99 %", "%", GROWTH, []),
        ("8784 h", "h", HOURS, []),
        ("366.1 d", "h", HOURS, ["<="]),
        ("10~300 a", "a", YEARS, ["<="]),
        ("0 a", "a", YEARS, [">"]),
    ],
)
def test_ends_of_ranges_are_held_against_bounds_in_their_unit(text, like, bounds, signs):
    found = past("prices.co2", read_quantity(text, like), bounds)
    assert [each.values["sign"] for each in found] == signs
    assert {each.place for each in found} <= {"prices.co2"}
