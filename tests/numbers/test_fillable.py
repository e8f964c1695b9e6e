"""Where a null may be known nevertheless: never no where it is known."""

import narwhals as nw
import polars
import pytest
from hypothesis import given, settings

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.fillable import Fillable
from ecdcalc.numbers.partly import Known, lacking
from ecdcalc.numbers.symbols import Graph
from tests.numbers.test_partly import BODIES, NAMES, ROWS


def told(body, rows):
    """Each row as it stands, what is known of it, and whether more than nothing may be."""
    graph = Graph(lacks=True)
    found = body(*(lacking(graph, graph.column(nw.col(name), name), name, 1.0) for name in NAMES))
    places = {f"may {place.number}": place.holds for place in Fillable(graph).places(found)}
    frame = polars.DataFrame(rows, schema=dict.fromkeys(NAMES, polars.Float64), orient="row")
    wanted = {"plain": found, "known": Known(graph).whole(found), **places}
    answer = Steps(graph, wanted).apply(nw.from_native(frame)).rows(named=True)
    return [(row["plain"], row["known"], any(row[name] for name in places)) for row in answer]


@pytest.mark.parametrize("name", BODIES)
@settings(max_examples=15, deadline=None)
@given(rows=ROWS)
def test_what_is_known_of_a_null_was_hoped_for(name, rows):
    for plain, known, may in told(BODIES[name], rows):
        assert plain is not None or known is None or may


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (lambda a, b, c: a + b, (None, 1.0, 1.0)),
        (lambda a, b, c: a * b, (None, 2.0, 1.0)),
        (lambda a, b, c: a * b - a * c, (None, 1.0, 2.0)),
        (lambda a, b, c: (a + b) - c, (None, 1.0, None)),
    ],
)
def test_nothing_is_hoped_of_what_does_not_drop_out(body, row):
    ((plain, known, may),) = told(body, [row])
    assert plain is None and known is None and not may
