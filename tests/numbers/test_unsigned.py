"""Zero has no sign, in whatever way it comes about; where none can come about, nothing is asked of the engine."""

import math

import narwhals as nw
import polars
import pytest

from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import at_least, first_of, where
from ecdcalc.numbers.symbols import Graph
from ecdcalc.numbers.unsigned import unsigned

FRAME = {"a": [0.0, 0.0, 2.0, -1.0], "b": [1.0, 3.0, 2.0, 4.0], "t": [True, False, True, False]}
MAY = {
    "turned": lambda a, b, t: -a,
    "scaled": lambda a, b, t: a * -2.0,
    "product": lambda a, b, t: a * (1 - b),
    "quotient": lambda a, b, t: a / (1 - 2 * b),
    "sum": lambda a, b, t: -a + a * -3.0,
    "difference": lambda a, b, t: -a - a,
    "turned difference": lambda a, b, t: -(b - 2.0) + (b - 2.0) * -1.0,
    "chosen": lambda a, b, t: where(t, -a, b),
    "preferred": lambda a, b, t: first_of(-a, b),
}
NEVER = {
    "column": lambda a, b, t: a,
    "by a factor": lambda a, b, t: a * b * 0.1229,
    "difference": lambda a, b, t: a - b,
    "clipped": lambda a, b, t: at_least(a, 0) * b,
    "chosen": lambda a, b, t: where(t, a * b, b),
}


def symbols():
    graph = Graph()
    return graph, [
        graph.column(nw.col("a"), "a"),
        graph.column(nw.col("b"), "b", nullable=False, nonzero=True),
        graph.column(nw.col("t"), "t", nullable=False),
    ]


@pytest.mark.parametrize("name", MAY)
def test_zero_has_no_sign(name):
    graph, columns = symbols()
    plain = MAY[name](*columns)
    made = Steps(graph, {"plain": plain, "told": unsigned(plain)}).made(polars.DataFrame(FRAME))
    assert any(math.copysign(1, each) < 0 for each in made["plain"] if each == 0)
    assert made["told"].to_list() == made["plain"].to_list()
    assert all(math.copysign(1, each) > 0 for each in made["told"] if each == 0)


@pytest.mark.parametrize("name", NEVER)
def test_nothing_is_asked_where_there_is_no_sign(name):
    _, columns = symbols()
    number = NEVER[name](*columns)
    assert unsigned(number) is number


def test_what_is_the_same_in_every_row_has_no_sign():
    assert math.copysign(1, unsigned(-0.0)) == 1
