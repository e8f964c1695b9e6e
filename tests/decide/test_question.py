import pytest

from ecdcalc.decide.question import read_question
from ecdcalc.words.errors import InputError


def test_amounts_in_base_units():
    found = read_question(reduce=["NOx=200 t", "energy=1 万tce"], budget="2 亿元", targets=["T020"], curve="NH3-N")
    assert found.reduce == {"nox": 200_000.0, "energy": 1e7} and found.budget == 2e8
    assert found.targets == ("t020",) and found.curve == "nh3n"


@pytest.mark.parametrize(
    ("asked", "place", "key"),
    [
        ({"reduce": ["NOx=-5 t"]}, "--reduce", "out-of-bounds"),
        ({"reduce": ["NOx 5 t"]}, "--reduce", "reduce-form"),
        ({"reduce": ["NOx=5~9 t"]}, "--reduce", "range-not-here"),
        ({"reduce": ["NOx=5 t", "nox=9 t"]}, "--reduce", "reduce-twice"),
        ({"budget": "5~9 亿元"}, "--budget", "range-not-here"),
        ({"budget": "-5 元"}, "--budget", "out-of-bounds"),
        ({"years": "²026-2030", "yearly": "1 亿元"}, "--years", "choose-years-span"),
        ({"years": f"2026-{'9' * 5000}", "yearly": "1 亿元"}, "--years", "choose-years-span"),
    ],
)
def test_what_cannot_be_asked(asked, place, key):
    """Superscripts are no digits of a year, and of two amounts, or of a range, none is taken in silence."""
    with pytest.raises(InputError) as refused:
        read_question(**asked)
    assert [(each.place, each.key) for each in refused.value.problems] == [(place, key)]


def test_full_width_digits_are_digits():
    assert read_question(years="２０２６-２０２８", yearly="1 亿元").years == (2026, 2027, 2028)
