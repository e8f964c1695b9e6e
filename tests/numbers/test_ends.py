"""Ranges as texts: the ends, how a number lies between them, and what is refused."""

import pytest

from ecdcalc.numbers.units import read_quantity
from ecdcalc.words.errors import UnitError

GOOD = [
    ("500~600 t", 550, 500, 600, "uniform"),
    ("500 — 600 t", 550, 500, 600, "uniform"),
    ("540 ± 10 t", 540, 530, 550, "normal"),
    ("540 +/- 10 t", 540, 530, 550, "normal"),
    ("500~540~600 t", 540, 500, 600, "triangular"),
    ("540 */ 1.5 t", 540, 360, 810, "lognormal"),
    ("540 ×/÷ 1.5 t", 540, 360, 810, "lognormal"),
    ("400~900 t, lognormal", 600, 400, 900, "lognormal"),
    ("500~600 t, normal", 550, 500, 600, "normal"),
    ("540 ± 10 t，均匀", 540, 530, 550, "uniform"),
    ("540 ± 10 t; 三角分布", 540, 530, 550, "triangular"),
    ("-1.2 ± 0.2 t", -1.2, -1.4, -1.0, "normal"),
]


@pytest.mark.parametrize(("text", "value", "low", "high", "drawn"), GOOD)
def test_a_range_is_read(text, value, low, high, drawn):
    found = read_quantity(text, "t")
    assert (found.value, found.low, found.high) == pytest.approx((1e3 * value, 1e3 * low, 1e3 * high))
    assert found.drawn == drawn


BAD = [
    ("600~500 t", "range-order"),
    ("500~700~600 t", "range-order"),
    ("540 ± -10 t", "range-below-zero"),
    ("540 */ 0.5 t", "range-lognormal"),
    ("-540 */ 2 t", "range-lognormal"),
    ("0~10 t, lognormal", "range-lognormal"),
    ("540 ± 10 t, lognormal", "range-lognormal"),
    ("20 */ 2 °C", "range-lognormal"),
    ("500~540~600 t, normal", "range-three"),
    ("5 ± 1 ± 2 t", "range-three"),
    ("540 t, normal", "range-none"),
    ("540 ± 10 t, weibull", "range-drawn"),
    ("540 t ± 5 %", "range-after-unit"),
    ("20-30 %", "number-hyphen"),
]


@pytest.mark.parametrize(("text", "key"), BAD)
def test_what_is_no_range_is_refused(text, key):
    with pytest.raises(UnitError) as caught:
        read_quantity(text)
    assert caught.value.key == key
    assert caught.value.say("en") != caught.value.say("zh")


def test_a_distribution_is_in_the_text_of_the_reading():
    assert read_quantity("500~600 t, normal").text == "500~600 t, normal"
    assert read_quantity("500~600 t").text == "500~600 t"
