"""What is known of symbols although a row lacks an input: the same as `Missing` says of single numbers."""

import narwhals as nw
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import Missing, at_least, at_most, first_of, is_missing, where
from ecdcalc.numbers.partly import Known, lacking
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.numbers.unknown import unknown

NAMES = ("a", "b", "c")
BODIES = {
    "cancels": lambda a, b, c: (a + b) - (c + b),
    "zero": lambda a, b, c: b * (a - a) + c * 0.0,
    "zero of a row": lambda a, b, c: b * a,
    "product": lambda a, b, c: (a + b) * 2.0 - b - b,
    "quotient": lambda a, b, c: (a + b) / 4.0 - b / 4.0,
    "under": lambda a, b, c: a / b - a / b + c,
    "under another": lambda a, b, c: a / b - a / c,
    "same bend": lambda a, b, c: at_least(b, 1.0) - at_least(b, 1.0) + a,
    "other side": lambda a, b, c: at_least(b, 1.0) - at_most(b, 1.0) + a,
    "other bend": lambda a, b, c: at_least(b, 1.0) - b + a,
    "square": lambda a, b, c: b * b - b * b,
    "chosen": lambda a, b, c: where(a > 1.0, b, c) - b,
    "chosen unknown": lambda a, b, c: where(b > 1.0, a, a + 1.0) - where(b > 1.0, a, a + 1.0),
    "both or none": lambda a, b, c: where((a > 1.0) & (b > 1.0), a, c),
    "first": lambda a, b, c: first_of(a, b) - first_of(a, b),
    "first of known": lambda a, b, c: first_of(a * 0.0, b),
    "words": lambda a, b, c: where(where(a > 1.0, "one", "two") == "one", b, c) - b,
    "abs": lambda a, b, c: abs(b - b) + a,
}
ROWS = st.lists(
    st.tuples(*[st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]) for _ in NAMES]), min_size=1, max_size=5
)


def on_rows(body, rows):
    graph = Graph(lacks=True)
    numbers = [lacking(graph, graph.column(nw.col(name), name), name, 1.0) for name in NAMES]
    found = body(*numbers)
    assert isinstance(found, Symbol)
    steps = Steps(graph, {"found": Known(graph).whole(found)})
    frame = polars.DataFrame(rows, schema=dict.fromkeys(NAMES, polars.Float64), orient="row")
    return steps.apply(nw.from_native(frame))["found"].to_list()


def alone(body, row):
    try:
        found = body(*(unknown(name) if value is None else value for name, value in zip(NAMES, row, strict=True)))
    except ZeroDivisionError:
        return None
    return None if isinstance(found, Missing) else found


@pytest.mark.parametrize("name", BODIES)
@settings(max_examples=15, deadline=None)
@given(rows=ROWS)
def test_a_row_knows_what_a_single_number_knows(name, rows):
    body = BODIES[name]
    assert on_rows(body, rows) == pytest.approx([alone(body, row) for row in rows])


def test_what_cancels_is_not_needed_and_zero_times_an_unknown_is_zero():
    assert on_rows(BODIES["cancels"], [(5.0, None, 2.0), (5.0, 1.0, None)]) == [3.0, None]
    assert on_rows(BODIES["zero of a row"], [(0.0, None, None), (1.0, None, None)]) == [0.0, None]


def test_multiples_that_are_not_equal_do_not_cancel():
    assert on_rows(lambda a, b, c: 1.001 * b + a - b, [(1.0, None, None)]) == [None]


@pytest.mark.parametrize(
    ("body", "could"),
    [
        (lambda here, never: here + here, True),
        (lambda here, never: here + never, False),
        (lambda here, never: here - never, False),
        (lambda here, never: here / never, False),
        (lambda here, never: here * never, True),  # zero of a row
        (lambda here, never: first_of(never, here), True),
        (lambda here, never: first_of(never, never * 2.0), False),
        (lambda here, never: where(here > 1.0, here, never), True),
        (lambda here, never: where(here > 1.0, never, never * 2.0), False),
        (lambda here, never: (here > 1.0) & (never > 1.0), True),  # false where the one is
        (lambda here, never: (never > 1.0) | (here > 1.0), True),
        (lambda here, never: (never > 1.0) & (never > 2.0), False),
        (lambda here, never: is_missing(here), True),
    ],
)
def test_what_no_row_could_know_is_told_before_any_is_read(body, could):
    graph = Graph(lacks=True)
    here = lacking(graph, graph.column(nw.col("here"), "here"), "here", 1.0)
    never = lacking(graph, Missing(frozenset({"never"})), "never", 1.0)
    found = body(here, never)
    assert Known(graph).could(found) is could
