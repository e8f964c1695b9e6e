import pytest

from ecdcalc.model.process import Field, Origin
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.factors import FactorTable
from ecdcalc.report.workbook.book import Book

COKE = Field("quantity", "coke", "Coke output", "焦炭产量", unit=unit("t"))


@pytest.fixture
def book():
    return Book("zh")


def test_an_input_keeps_the_unit_that_it_was_given_in(book):
    cell = book.input("battery[0].coke", COKE, 6e8, Origin("given", "60 万t"))
    assert (book.inputs[0].value, book.inputs[0].unit.text) == (pytest.approx(60), "万t")
    assert (cell.value, cell.text, cell.sure) == (6e8, "'输入'!$L$4", True)
    assert book.inputs[0].label == "焦炭产量"


def test_what_is_not_given_is_an_empty_cell(book):
    cell = book.input("battery[0].coke", COKE, missing("coke"), None)
    assert book.inputs[0].value is None and not cell.sure


def test_constants_factors_and_results_stand_once(book):
    assert book.constant(3.5).text == book.constant(3.5).text
    factor = FactorTable().get("coal-2020/raw-coal.coal")
    assert book.factor(factor).text == book.factor(factor).text and len(book.factors) == 1
    long = Cell(book, 2.0, "A1+B1")
    assert book.named(long, "x", None).text == book.named(long, "y", None).text and len(book.results) == 1
    assert book.named(long, "x", None).text == "'计算'!$E$4"  # the first row below title, note and heads
    assert book.named(Cell(book, 3.0, "A2+B2"), "z", None).text == "'计算'!$E$5" and len(book.results) == 2


def test_a_switch_is_on_at_first(book):
    on = book.switch("干熄焦")
    assert on.value is True and on.text.endswith("=1")
