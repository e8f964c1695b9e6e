"""How far columns and symbols reach: never less than some row does."""

import math

import narwhals as nw
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.extents import Extents, Held, is_of_column
from ecdcalc.numbers.ops import first_of, missing, where
from ecdcalc.numbers.symbols import Graph

NUMBER = st.none() | st.floats(-1e6, 1e6)
ROWS = st.lists(st.tuples(NUMBER, NUMBER), min_size=1, max_size=6)
BODIES = {
    "sum": lambda a, b: a + b + 1.0,
    "difference": lambda a, b: 3.0 * a - b,
    "product": lambda a, b: a * b,
    "quotient": lambda a, b: a / b,
    "of what is above zero": lambda a, b: 1.0 - a / (b * b + 1.0),
    "choice": lambda a, b: where(a > 0, b, 2.0 * a),
    "first": lambda a, b: first_of(a, b, 7.0),
}


def held(rows):
    return polars.DataFrame(rows, schema={"a": polars.Float64, "b": polars.Float64}, orient="row")


def symbols(graph):
    found = [graph.column(nw.col(name), name) for name in ("a", "b")]
    graph.sources |= {found[0].order: "a", found[1].order: "b"}
    return found


@pytest.mark.parametrize("name", BODIES)
@given(rows=ROWS)
def test_no_row_is_beyond_the_ends(name, rows):
    graph, frame = Graph(), held(rows)
    found = BODIES[name](*symbols(graph))
    extents = Extents(graph, Held(frame))
    ends = extents.ends(found)
    for value in Steps(graph, {"found": found}).made(frame)["found"]:
        if value is None:
            assert extents.may_be_null(found)
        else:
            assert ends is None or ends[0] <= value <= ends[1]
            assert value != 0 or extents.may_be_zero(found)


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_a_column_with_something_that_is_no_finite_number_has_no_ends(odd):
    assert Held(held([(1.0, odd), (2.0, 3.0)])).ends("b") is None
    assert Held(held([(1.0, odd), (2.0, 3.0)])).ends("a") == (1.0, 2.0)


def test_what_is_always_null_is_never_zero_and_lies_in_any_range():
    graph, frame = Graph(), held([(None, 1.0)])
    a, b = symbols(graph)
    extents = Extents(graph, Held(frame))
    assert not extents.may_be_zero(a) and not extents.may_be_zero(a * b)
    assert extents.may_be_null(a) and not extents.may_be_null(b)


def test_a_range_of_one_column_is_told_by_its_ends():
    graph, frame = Graph(), held([(1.0, 5.0), (2.0, 50.0)])
    a, b = symbols(graph)
    outside = [
        ~graph.call("inside", lambda number, *ends: number.is_between(*ends), each, 0.0, 10.0) for each in (a, b)
    ]
    extents = Extents(graph, Held(frame))
    assert [*map(extents.may_hold, outside)] == [False, True]
    assert all(map(is_of_column, outside)) and not is_of_column(a > b)


def test_what_is_missing_may_be_null_and_a_plain_number_may_not():
    graph = Graph()
    a, _ = symbols(graph)
    full, extents = Extents(graph, Held(held([(1.0, 2.0)]))), Extents(graph, Held(held([(None, 2.0)])))
    assert [extents.may_be_null(each) for each in (missing("x"), None, 7.0, a)] == [True, True, False, True]
    assert not full.may_be_null(a)
    assert not extents.may_be_null(first_of(a, 7.0))
