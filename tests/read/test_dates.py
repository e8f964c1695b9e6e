import datetime

import pytest

from ecdcalc.read.dates import day_of, is_year


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("", ""),
        ("2024-02-29", "2024-02-29"),
        (datetime.date(2024, 2, 29), "2024-02-29"),
        (datetime.datetime(2024, 2, 29, 12), "2024-02-29"),
        ("2023-02-29", None),
        ("2024", None),
        ("1989-12-31", None),
        (2024, None),
        (None, None),
    ],
)
def test_a_day_is_of_the_calendar_and_of_a_year_that_data_may_be_of(given, day):
    assert day_of(given) == day


def test_a_year_is_a_whole_number():
    assert [is_year(each) for each in (1990, 2100, 1989, 2101, True, 2024.0, "2024")] == [True, True, *[False] * 5]
