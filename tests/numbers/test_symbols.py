"""Symbols: what the same arithmetic on plain numbers gives, each thing once, constants and units for nothing."""

import math

import narwhals as nw
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.algebra import algebra_of
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import Missing, at_least, at_most, first_of, missing, where
from ecdcalc.numbers.row_words import is_known, negated
from ecdcalc.numbers.symbols import Graph

numbers = st.floats(-1e6, 1e6)


def run(make, **columns):
    graph = Graph()
    symbols = {name: graph.column(nw.col(name).cast(nw.Float64), name) for name in columns}
    frame = nw.from_native(polars.DataFrame(columns, strict=False))
    return Steps(graph, {"result": make(**symbols)}).apply(frame)["result"].to_list()


@given(numbers, numbers, numbers)
def test_arithmetic_is_that_of_plain_numbers(a, b, c):
    def body(a, b, c):
        product = (a * 1000 - b / 3.6) * (c * 0.01 + 1) - 2 * a
        return where(a * 3 > b, abs(product) ** 2, -product) + at_least(c, 0) * at_most(b, 5) - 7

    plain = body(a, b, c)
    assert run(body, a=[a], b=[b], c=[c])[0] == pytest.approx(plain, rel=1e-12, abs=1e-3)


@given(numbers, st.sampled_from([1e-9, 0.001, 3.6e6, -2.0, 1.0]), st.sampled_from([1e-9, 0.001, 3.6e6, -2.0, 1.0]))
def test_a_scale_goes_through_sums_choices_and_quotients(a, one, other):
    def body(a):
        return first_of(a * one, a * other) / other + where(a > 0, a * one, a * other) / (a * a * one + 1)

    assert run(body, a=[a])[0] == pytest.approx(body(a), rel=1e-9, abs=1e-9)


def test_the_same_thing_is_the_same_symbol():
    graph = Graph()
    a, b = (graph.column(nw.col(name), name) for name in "ab")
    assert (a + b) is (a + b)
    assert (a * 2 * 3) is (a * 6)
    assert (a * 1000 / 1000) is a
    assert (a + 0) is a
    assert (a * 0.3) is not (a * 0.30000000000000004)
    assert (a * b) is not (b * a)


def test_what_is_missing_in_every_row_stays_missing():
    graph = Graph()
    a = graph.column(nw.col("a"), "a")
    lacking = missing("flow")
    for number in (a * lacking, lacking * a, a / lacking, lacking - a, where(lacking > 1, a, a)):
        assert isinstance(number, Missing)
        assert number.names == {"flow"}
    assert first_of(lacking, a) is a


def test_null_plays_missing_in_rows():
    assert run(lambda a: where(a > 1, a, 0 * a), a=[None, 2, 0]) == [None, 2, 0]
    assert run(lambda a, b: where(a > 1, b, missing("x")), a=[None, 2, 0], b=[5, 6, 7]) == [None, 6, None]
    assert run(lambda a, b: first_of(a, b, 1.0), a=[None, 2, None], b=[5, 6, None]) == [5, 2, 1]
    assert run(lambda a: where(is_known(a), 1.0, 2.0), a=[None, 3]) == [2, 1]
    assert run(lambda a: where(negated(is_known(a)), 1.0, 2.0), a=[None, 3]) == [1, 2]


def test_false_and_missing_is_false():
    assert run(lambda a: where((missing("x") > 1) & (a > 1), 1.0, 2.0), a=[0, 5]) == [2, None]
    assert run(lambda a: where((missing("x") > 1) | (a > 1), 1.0, 2.0), a=[0, 5]) == [None, 1]


def test_what_has_no_value_is_null():
    from ecdcalc.numbers.ops import exp, log

    assert run(lambda a, b: a / b, a=[1, 0, 1], b=[2, 0, 0]) == [0.5, None, None]
    assert run(lambda a: 1 / a, a=[0, 4]) == [None, 0.25]
    assert run(log, number=[math.e, 0, -1]) == [pytest.approx(1), None, None]
    assert run(exp, number=[0, 1e6]) == [1, None]
    assert run(lambda a: a**0.5, a=[4, -4]) == [2, None]


def test_a_symbol_decides_nothing_in_python():
    a = Graph().column(nw.col("a"), "a")
    with pytest.raises(TypeError, match="where"):
        bool(a > 1)


def test_a_divisor_that_cannot_be_zero_is_not_asked():
    graph = Graph()
    a = graph.column(nw.col("a"), "a", nullable=False, nonzero=True)
    assert (a == 0) is False
    assert not (1 / a).nullable
    assert (1 / (a - 1)).nullable


@given(st.floats(1e-3, 1e6), numbers)
def test_the_absolute_value_of_what_is_never_negative_is_itself(a, b):
    graph = Graph()
    above = graph.column(nw.col("a"), "a", nonzero=True)
    other = graph.column(nw.col("b"), "b")
    known = above * 3 + at_least(other, 0) / above
    assert abs(known) is known
    assert abs(known - above) is not known - above
    assert abs(other * above) is not other * above
    slack = Steps(graph, {"result": known - abs(known) * 1e-12}).apply(
        nw.from_native(polars.DataFrame({"a": [a], "b": [b]}))
    )
    assert slack["result"].to_list()[0] == pytest.approx((a * 3 + max(b, 0) / a) * (1 - 1e-12), rel=1e-15)


def test_division_by_zero_gives_null_and_by_the_constant_zero_is_an_error_as_for_plain_numbers():
    assert run(lambda a, b: a / b, a=[1.0, 1.0], b=[0.0, 4.0]) == [None, 0.25]
    with pytest.raises(ZeroDivisionError):
        run(lambda a: a / 0, a=[1.0])


def test_a_library_is_called_with_columns_never_row_by_row_and_leaves_null_where_it_has_no_value():
    calls = []

    def compute(a, b):
        calls.append(len(a))
        if min(a) > 8:
            raise ValueError("nothing in range")
        return [x + y if x <= 8 else math.inf for x, y in zip(a, b, strict=True)]

    def body(a):
        return algebra_of(a).look_up("sum", compute, {"one": a, "other": 2.0}) * 10

    assert run(body, a=[1.0, 9.0, 3.0] * 1000) == [30.0, None, 50.0] * 1000
    assert sum(calls) == 3000
    assert len(calls) <= polars.thread_pool_size()  # the engine cuts a column into one piece for each thread
    assert run(body, a=[9.0, 9.5]) == [None, None]
    assert isinstance(algebra_of(1.0).look_up("sum", compute, {"one": missing("a"), "other": 1.0}), Missing)


@given(numbers, st.floats(-10, 0), st.floats(0, 10))
def test_what_is_kept_below_after_it_was_kept_above_is_within_both(a, low, high):
    assert run(lambda a: at_most(at_least(a, low), high), a=[a, None]) == [min(max(a, low), high), None]
    assert run(lambda a: at_least(at_most(a, high), low), a=[a]) == [min(max(a, low), high)]
