import narwhals as nw
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.numbers.row_words import any_of, worded
from ecdcalc.numbers.symbols import Graph


def test_words_stand_at_their_places_on_every_engine():
    duckdb = pytest.importorskip("duckdb")
    graph = Graph()
    steps = Steps(graph, {"word": worded(graph.column(nw.col("x"), "x"), ("a", "b", "c"))})
    frame = polars.DataFrame({"x": [0.0, 2.0, None, 1.0]})
    wanted = ["a", "c", None, "b"]
    assert steps.apply(nw.from_native(frame))["word"].to_list() == wanted
    assert steps.made(frame)["word"].to_list() == wanted
    asked = steps.apply(nw.from_native(duckdb.from_arrow(frame.to_arrow()))).to_native()
    assert sorted(asked.fetchall(), key=str) == sorted(zip(frame["x"], wanted, strict=True), key=str)


def test_a_word_that_is_the_same_in_every_row_is_a_word():
    assert worded(1.0, ("a", "b")) == "b"
    assert isinstance(worded(missing("x"), ("a", "b")), Missing)


@given(st.lists(st.tuples(*[st.sampled_from([True, False, None])] * 3), min_size=1, max_size=9))
def test_any_of_holds_where_one_holds_and_never_where_none_can(rows):
    graph = Graph()
    one, two, three = (graph.column(nw.col(name), name) for name in "abc")
    frame = polars.DataFrame(rows, schema=dict.fromkeys("abc", polars.Boolean), orient="row")
    found = Steps(graph, {"any": any_of(graph, [one, ~two, ~three])}).made(frame)["any"]
    for (a, b, c), any_holds in zip(rows, found, strict=True):
        told = [a, None if b is None else not b, None if c is None else not c]
        assert any_holds == (True if True in told else None if None in told else False)
