import math

import narwhals as nw
import numpy
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import (
    Missing,
    at_least,
    at_most,
    exp,
    first_of,
    interpolate,
    is_missing,
    log,
    missing,
    root,
    total,
    where,
)
from ecdcalc.numbers.symbols import Graph
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import unit
from ecdcalc.testing import quantity
from ecdcalc.words.errors import DimensionError

POINTS = ((21, -8.30), (22, -4.20), (23, 0), (24, 4.25))
numbers = st.floats(-1e6, 1e6)


def first_of_two(a, b):
    return first_of(a, b)


def on_column(make, **columns):
    frame, graph = nw.from_native(polars.DataFrame(columns)), Graph()
    symbols = {name: graph.column(nw.col(name).cast(nw.Float64), name) for name in columns}
    return Steps(graph, {"result": make(**symbols)}).apply(frame)["result"].to_list()


@given(numbers, numbers, numbers)
def test_one_text_on_every_kind_of_number(a, b, c):
    def body(a, b, c):
        return where(a < b, at_least(c, a), at_most(c, b)) + total([a, b])

    scalar = body(a=a, b=b, c=c)
    assert on_column(body, a=[a], b=[b], c=[c]) == [scalar]
    assert body(*(numpy.array([each]) for each in (a, b, c))).tolist() == [scalar]
    assert body(*(Named(name, each, unit("1")) for name, each in zip("abc", (a, b, c), strict=True))).value == scalar


def test_missing_passes_through_arithmetic_and_names_itself():
    result = 2 * missing("flow") / 3 + missing("height") ** 2
    assert isinstance(result, Missing)
    assert result.names == {"flow", "height"}


def test_missing_decides_nothing():
    assert is_missing(where(missing("age") > 3, 1, 2))
    with pytest.raises(TypeError):
        bool(missing("age"))
    assert (missing("a") & False) is False
    assert (missing("a") | True) is True


def test_first_of_takes_the_first_that_is_there_else_names_what_would_do():
    assert first_of(missing("a"), 2.0, 3.0) == 2.0
    assert first_of(missing("a"), missing("b")).names == {"a", "b"}


def test_null_plays_missing_in_tables():
    assert on_column(lambda a, b: where(a > 1, b, 0 * b), a=[None, 2, 0], b=[5, 6, 7]) == [None, 6, 0]
    assert on_column(first_of_two, a=[None, 2], b=[5, 6]) == [5, 2]


def test_branches_of_other_dimensions_are_refused():
    with pytest.raises(DimensionError):
        where(True, quantity(1.0, unit("kg")), quantity(1.0, unit("m")))
    with pytest.raises(DimensionError):
        first_of(quantity(1.0, unit("kg")), quantity(1.0, unit("m")))


def test_interpolation_hits_the_points_and_ends_at_the_table():
    assert [interpolate(x, *POINTS) for x, _ in POINTS] == pytest.approx([y for _, y in POINTS])
    assert interpolate(22.5, *POINTS) == pytest.approx(-2.1)
    assert is_missing(interpolate(20.9, *POINTS))
    assert on_column(lambda x: interpolate(x, *POINTS), x=[22.5, 30.0]) == [pytest.approx(-2.1), None]
    assert numpy.isnan(interpolate(numpy.array([30.0]), *POINTS)).all()


@pytest.mark.parametrize(("ours", "reference"), [(exp, math.exp), (log, math.log), (root, math.sqrt)])
def test_functions_on_every_kind_of_number(ours, reference):
    assert ours(2.0) == pytest.approx(reference(2.0))
    assert ours(numpy.array([2.0]))[0] == pytest.approx(reference(2.0))
    assert on_column(lambda x: 1 * ours(x), x=[2.0]) == [pytest.approx(reference(2.0))]
    assert ours(Named("x", 2.0, unit("1"))).value == pytest.approx(reference(2.0))
    assert ours(quantity(2.0, unit("1"))).magnitude == pytest.approx(reference(2.0))
    assert is_missing(ours(missing("x")))


def test_total_of_nothing_is_zero():
    assert total([]) == 0.0
