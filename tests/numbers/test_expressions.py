import narwhals as nw
import polars
import pytest

from ecdcalc.numbers.expressions import Steps, on_expressions
from ecdcalc.numbers.ops import missing, where
from ecdcalc.numbers.symbols import Graph


@pytest.fixture
def graph():
    return Graph()


@pytest.fixture
def frame():
    return nw.from_native(polars.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}))


def columns(graph, *names):
    return [graph.column(nw.col(name), name) for name in names]


def test_what_is_used_twice_is_one_column(graph, frame):
    a, b = columns(graph, "a", "b")
    both = a + b
    steps = Steps(graph, {"top": both * both, "both": both})
    assert len([name for made in steps._levels.values() for name in made]) == 1
    result = steps.apply(frame)
    assert result.columns == ["a", "b", "top", "both"]
    assert result["top"].to_list() == [16, 36]


def test_what_no_result_needs_is_not_computed(graph, frame):
    a, lost = columns(graph, "a", "no such column")
    _ = lost * lost
    assert Steps(graph, {"kept": a * 2}).apply(frame)["kept"].to_list() == [2, 4]


def test_beside_and_apply_are_the_same(graph, frame):
    a, b = columns(graph, "a", "b")
    steps = Steps(graph, {"sum": a + b, "word": "same", "none": None})
    results = steps.apply(frame).to_native()
    assert steps.made(frame.to_native()).equals(results.select(*steps.columns, *steps.constants))
    assert Steps(graph, {"word": "same"}).made(frame.to_native())["word"].to_list() == ["same", "same"]


def test_a_long_chain_is_cut_into_columns(graph, frame):
    (a,) = columns(graph, "a")
    number = a
    for each in range(3000):
        number = abs(number - each)
    plain = 1.0
    for each in range(3000):
        plain = abs(plain - each)
    assert Steps(graph, {"end": number}).apply(frame)["end"][0] == plain


@pytest.mark.parametrize("value", [0.1, 0.1 + 1e-17, 0.30000000000000004, 0.3])
def test_close_constants_stay_apart(graph, frame, value):
    (a,) = columns(graph, "a")
    row = Steps(graph, {"one": a * 0.3, "other": a * value}).apply(frame)
    assert (row["one"][0], row["other"][0]) == (0.3, value)


def test_a_formula_that_gives_a_plain_number_is_that_number_in_every_row(frame):
    found = on_expressions(lambda a: 7.0, {"a": nw.col("a")})
    assert frame.with_columns(found=found)["found"].to_list() == [7.0, 7.0]


def test_a_difference_is_compared_with_zero_by_its_two_numbers(frame):
    """Of one formula no column of the difference is made, so that it would be computed for the comparison alone."""

    def below(a, b):
        return where(b - a > 0, b, missing("b")) + where(a - b < 0, 0.0, 1.0)

    found = on_expressions(below, {"a": nw.col("a"), "b": nw.col("b")})
    assert " - " not in frame.lazy().select(found=found).to_native().explain(optimized=False)
    assert frame.select(found=found)["found"].to_list() == [3, 4]
    assert frame.with_columns(b=nw.col("a")).select(found=found)["found"].to_list() == [None, None]
