import narwhals as nw
import numpy
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.numbers.symbols import Graph
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import unit

SIGNS = ("<=", "<", ">=", ">", "==", "!=")
EQUAL = {"<=": True, "<": False, ">=": True, ">": False, "==": True, "!=": False}
NUMBERS = st.floats(-1e30, 1e30).filter(lambda number: number == 0 or abs(number) > 1e-200)


@given(NUMBERS, st.sampled_from(SIGNS))
def test_what_differs_by_the_arithmetic_of_units_alone_is_equal(bound, sign):
    for value in (bound, bound * (1 + 4e-16), bound * (1 - 4e-16)):
        assert meets(value, sign, bound) is EQUAL[sign]


@pytest.mark.parametrize("bound", [300.0, -45.5])
def test_what_differs_by_more_than_the_tolerance_does_not(bound):
    above, below = bound + abs(bound) * 1.1e-12, bound - abs(bound) * 1.1e-12
    assert meets(above, ">", bound) and meets(above, "!=", bound) and not meets(above, "<=", bound)
    assert meets(below, "<", bound) and meets(below, "!=", bound) and not meets(below, ">=", bound)


def test_words_are_equal_or_not():
    assert meets("wet", "==", "wet") and meets("wet", "!=", "dry")
    assert not meets("wet", "==", "dry")


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_missing_decides_nothing(sign):
    assert is_missing(meets(missing("age"), sign, 3.0))
    assert is_missing(meets(3.0, sign, missing("age")))


@pytest.mark.parametrize("sign", SIGNS)
def test_all_kinds_of_number_compare_alike(sign):
    values, bound = [299.0, 300 * (1 + 4e-16), 300.0, 301.0], 300.0
    expected = [meets(value, sign, bound) for value in values]
    assert meets(numpy.array(values), sign, bound).tolist() == expected
    assert [meets(Named("rate", value, unit("1")), sign, bound).value for value in values] == expected
    frame = nw.from_native(polars.DataFrame({"rate": values}))
    assert frame.select(found=meets(nw.col("rate"), sign, bound))["found"].to_list() == expected
    graph = Graph()
    symbol = meets(graph.column(nw.col("rate"), "rate"), sign, bound)
    assert symbol.graph is graph


def test_a_sign_that_is_none_is_an_error():
    with pytest.raises(ValueError, match="=>"):
        meets(1.0, "=>", 1.0)
