import math

import pytest

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import (
    Missing,
    at_least,
    at_most,
    exp,
    first_of,
    impossible,
    interpolate,
    is_missing,
    log,
    missing,
    root,
    where,
)
from ecdcalc.numbers.unknown import unknown


class Paper:
    """The least ledger: constants and results by number."""

    def __init__(self):
        self.cells = []

    def constant(self, value):
        return self._cell(value, f"K{value:g}")

    def named(self, cell, place, declared):
        return self._cell(cell.value, f"R{len(self.cells)}", cell.sure)

    def looked_up(self, name, value, state):
        return self._cell(value, f"L{len(self.cells)}")

    def _cell(self, value, text, sure=True):
        self.cells.append((text, value))
        return Cell(self, value, text, sure=sure)


@pytest.fixture
def paper():
    return Paper()


def cell(paper, name, value, sure=True):
    return Cell(paper, value, name, sure=sure)


def test_arithmetic_keeps_brackets_and_gives_every_number_a_cell(paper):
    a, b = cell(paper, "A1", 6.0), cell(paper, "B1", 2.0)
    assert ((a + b) * 3.5).text == "(A1+B1)*K3.5"
    assert (a - (b - 1)).text == "A1-(B1-1)"
    assert (a / (a * b)).text == "A1/(A1*B1)"
    assert (-(a**2)).text == "(-(A1^2))" and ((-a) ** 2).value == 36.0
    assert ((a + b) * 3.5).value == 28.0 and (2.5 / b).value == 1.25


def test_missing_is_na_and_passes_through(paper):
    gap = cell(paper, "C1", missing("c"), sure=False)
    assert (gap + 1).value.names == {"c"}
    assert (cell(paper, "A1", 1.0) + unknown("d")).text == "A1+NA()"
    assert (cell(paper, "A1", 1.0) + impossible("no-source-class")).text == "A1+(1/0)"
    assert first_of(gap, cell(paper, "A1", 1.0)).text == "IFERROR(C1,A1)"
    assert first_of(gap, cell(paper, "A1", 4.0)).value == 4.0
    assert isinstance(where(gap > 0, 1.0, 2.0).value, Missing)


def test_a_choice_by_what_is_not_known_lacks_what_the_condition_lacks_and_nothing_of_its_branches(paper):
    """IF(#N/A, 1, 1/0) is #N/A in a spreadsheet, and zero times that is zero."""
    gap = cell(paper, "A1", Missing(frozenset({"heat"})), sure=False)
    found = where(gap > 0, 1.0, impossible("formula-outside"))
    assert (found.value.names, found.value.reason) == ({"heat"}, "")
    assert (found * cell(paper, "B1", 0.0)).value == 0.0


def test_where_no_alternative_is_there_all_that_would_do_are_named(paper):
    gap = cell(paper, "C1", unknown("c"), sure=False)
    assert first_of(gap, unknown("d")).value.names == {"c", "d"}
    assert first_of(unknown("d"), gap).text == "C1"
    assert first_of(unknown("d"), 2.5, gap) == 2.5  # a number that is sure needs no formula


def test_zero_times_an_unknown_is_zero_and_zero_times_nothing_is_nothing(paper):
    gap, zero = cell(paper, "C1", missing("c"), sure=False), cell(paper, "A1", 0.0)
    assert (zero * gap).value == (gap * zero).value == 0.0
    assert (zero * gap).text == "IF(ISNA(C1),IF(A1=0,0,NA()),A1*C1)"
    never = cell(paper, "D1", impossible("no-source-class"), sure=False)
    assert isinstance((zero * never).value, Missing)


def test_what_is_no_input_of_the_plant_is_not_zero_zero_times(paper):
    """As in the engine, in which only the unknowns of a plant drop out."""
    zero = cell(paper, "A1", 0.0)
    assert isinstance(0.0 * missing("d"), Missing) and isinstance((zero * missing("d")).value, Missing)
    assert "(1/0)" in (zero * missing("d")).text and "ISNA" in (zero * missing("d")).text
    assert 0.0 * unknown("d") == (zero * unknown("d")).value == 0.0


def test_what_may_come_or_go_is_not_taken_for_missing(paper):
    gap, there = cell(paper, "C1", missing("c"), sure=False), cell(paper, "A1", 1.0)
    assert not is_missing(gap) and not is_missing(there)


def test_one_truth_may_decide_alone(paper):
    gap, no = cell(paper, "C1", missing("c"), sure=False) > 1, cell(paper, "A1", 0.0) > 1
    assert (gap & no).value is False and (no & gap).value is False
    assert isinstance((gap | no).value, Missing)
    assert (no & True) is no and (no & False) is False
    assert (gap & no).text == "IF(ISERROR(C1>1),IF(A1>1,NA(),FALSE()),IF(C1>1,A1>1,FALSE()))"


def test_functions(paper):
    a = cell(paper, "A1", 4.0)
    assert at_least(a, 5.5).text == "MAX(A1,K5.5)" and at_least(a, 5.5).value == 5.5
    assert at_most(a, 1).text == "MIN(A1,1)" and at_most(a, 1).value == 1
    assert exp(a).text == "EXP(A1)" and exp(a).value == math.exp(4)
    assert log(a).value == math.log(4) and root(a).value == 2.0
    assert isinstance(log(-a).value, Missing) and isinstance(((-a) ** 0.5).value, Missing)
    assert isinstance((a / (a - a)).value, Missing)
    assert abs(-a).text == "ABS((-A1))"


def test_interpolation_is_one_formula(paper):
    points = ((0.0, 1.0), (10.0, 3.0), (20.0, 4.0))
    assert interpolate(cell(paper, "A1", 5.0), *points).value == pytest.approx(2.0)
    assert isinstance(interpolate(cell(paper, "A1", 21.0), *points).value, Missing)


def test_a_long_formula_is_cut(paper):
    total = cell(paper, "A1", 1.0)
    for _ in range(600):
        total = total + cell(paper, "'Some sheet'!$A$1", 1.0)
    assert total.value == 601.0 and len(total.text) < 1600


def test_a_truth_is_not_asked_for(paper):
    with pytest.raises(TypeError):
        bool(cell(paper, "A1", 1.0) > 0)


def test_a_truth_is_written_as_the_workbook_writes_it(paper):
    found = where(paper.constant(2.0) > 1.0, True, False)
    assert "TRUE()" in found.text and "FALSE()" in found.text and found.value is True
