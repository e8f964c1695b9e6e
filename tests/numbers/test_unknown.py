from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.numbers.ops import Missing, exp, first_of, impossible, missing, where
from ecdcalc.numbers.unknown import unknown

NUMBERS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False).filter(lambda each: abs(each) > 1e-3)


@given(NUMBERS, NUMBERS, NUMBERS)
@settings(max_examples=40)
def test_what_stands_on_both_sides_drops_out(more, other, times):
    x = unknown("limestone")
    before, after = more + times * x, other + x * times
    assert isinstance(before, Missing) and before.names == {"limestone"}
    assert before - after == float(Fraction(more) - Fraction(other))
    assert -before + after == float(Fraction(other) - Fraction(more))
    assert -(after - before) == before - after
    assert isinstance(before - (after + x), Missing)


def test_what_is_left_is_named_and_no_more():
    x, y = unknown("x"), unknown("y")
    left = (3.0 * x + y / 2 + 7.0) - (2.0 * x + y / 2)
    assert left.names == {"x"}
    assert left - x == 7.0


def test_zero_times_an_unknown_is_zero_but_zero_over_it_is_not():
    assert 0 * unknown("grid factor") == 0.0 == unknown("grid factor") * 0.0
    assert isinstance(0 / unknown("x"), Missing)
    assert isinstance(0 * missing("made in a body"), Missing)  # it may be no number at all
    assert isinstance(0 * impossible("outside-table"), Missing)


def test_what_is_not_linear_is_an_unknown_of_its_own():
    x, y = unknown("x"), unknown("y")
    for act in (
        lambda u: u**2, lambda u: 1 / u, exp, abs, lambda u: u * y, lambda u: y / u, lambda u: 2.0**u,
        lambda u: where(u > 3.0, 1.0, 2.0), lambda u: first_of(u, y),
    ):  # fmt: skip
        found = act(x)
        assert isinstance(found, Missing) and (5.0 + found) - act(x) == 5.0
        assert isinstance(found - act(unknown("z")), Missing)
    assert isinstance(where(x > 3.0, 1.0, 2.0) - where(x > 3.0, 1.0, 4.0), Missing)
    assert isinstance(first_of(x, y) - first_of(x, 2 * y), Missing)
    assert isinstance(x**2 - x**3, Missing)


def test_multiples_of_one_over_an_unknown_are_multiples():
    x = unknown("x")
    assert 6.0 / x - 2.0 * (3.0 / x) == 0.0
    assert (6.0 / x + 5.0) - 1.5 / x * 4.0 == 5.0
    assert isinstance(6.0 / x - 3.0 / x, Missing)


def test_an_unknown_is_told_apart_by_what_it_was_asked_by():
    assert unknown("factor", "coal") - unknown("factor", "coal") == 0
    assert isinstance(unknown("factor", "coal") - unknown("factor", "gas"), Missing)


def test_under_a_place_it_is_another():
    x = unknown("x")
    assert x.at("kiln[0]").names == {"kiln[0].x"}
    assert (2 * x).at("a") - 2 * x.at("a") == 0
    assert isinstance(x.at("a") - x.at("b"), Missing)
    with pytest.raises(TypeError):
        bool(x)
