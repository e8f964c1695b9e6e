import pytest

from ecdcalc.report.screen.figures import counted, digits, figure, figures


@pytest.mark.parametrize(
    ("value", "grade", "shown"),
    [
        (161_666.7, "A", "161,700"),
        (161_666.7, "C", "162,000"),
        (2.345678, "", "2.346"),
        (0.00123456, "C", "0.00123"),
        (-221.22, "", "-221.2"),
        (90.0, "B", "90"),
        (99.996, "", "100"),
        (5e-12, "", "0"),
        (0.0, "C", "0"),
    ],
)
def test_as_many_digits_as_a_value_deserves(value, grade, shown):
    assert digits(value, grade) == shown


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (161_666.7, "tce", "16.17 万tce", "161,700 tce"),
        (541_450_000.0, "kWh", "5.415 亿kWh", "541.5 million kWh"),
        (132_500.0, "万元", "13.25 亿元", "1.325 billion CNY"),
        (9_999.0, "t", "9,999 t", "9,999 t"),
        (12.5, "%", "12.5 %", "12.5 %"),
        (3.94742, "tce/万元", "3.947 tce/万元", "3.947 tce/10^4 CNY"),
        (2.0, "item", "2 个", "2"),
        (10_000.0, "t", "1 万t", "10,000 t"),
        (100_000_000.0, "t", "1 亿t", "100 million t"),
        (1_000_000.0, "t", "100 万t", "1 million t"),
        (25_000.0, "%", "25,000 %", "25,000 %"),
        (3_000_000.0, "%", "3,000,000 %", "3,000,000 %"),
        (2_500_000.0, "item", "250 万个", "2,500,000"),
        (2_500_000.0, "", "2,500,000", "2,500,000"),
    ],
)
def test_the_scale_is_that_of_the_language(value, unit, zh, en):
    assert figure({"value": value, "unit": unit}, "zh") == zh
    assert figure({"value": value, "unit": unit}, "en") == en


def test_the_unit_is_named_once_on_the_scale_of_the_largest():
    assert figures([78_354.5, 438_505.0, -385_947.0], "tce", "zh") == (["7.835", "43.85", "-38.59"], "万tce")
    assert figures([], "tce", "en") == ([], "tce")


def test_what_is_unconfirmed_is_marked():
    assert figure({"value": 5.0, "unit": "t"}, "en", "C") == "5 t [C]"
    assert figure({"value": 5.0, "unit": "t"}, "en", "A") == "5 t" and figure(None, "en") == "–"
    assert counted({"met": 4, "open": 0}, "zh") == "达标 4、未达标 0"
