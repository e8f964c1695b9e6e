import pytest

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import first_of, impossible, missing, where
from ecdcalc.report.workbook.alike import Alike, is_sure, text_of
from ecdcalc.report.workbook.book import Book


@pytest.fixture
def make():
    book = Book("en")
    return lambda name, value, sure=True: Cell(book, value, name, sure=sure)


def test_the_same_done_to_the_same_is_the_same_and_to_equals_as_long_as_they_are_equal(make):
    gap, one, other = make("C1", missing("c"), sure=False), make("A1", 2.0), make("B1", 2.0)
    alike = Alike()
    assert alike.as_unknowns(gap * one, gap * one) is True
    assert alike.as_unknowns(first_of(gap * one, gap), first_of(gap * other, gap)).value is True
    assert alike.as_unknowns(gap * one, gap + other) is False
    assert alike.as_unknowns(gap, make("D1", missing("d"), sure=False)) is False


def test_a_choice_is_what_is_chosen(make):
    gap, word = make("C1", missing("c"), sure=False), make("A1", "wet")
    assert Alike().as_unknowns(gap, where(word == "wet", gap, gap * 2.0)).value is True
    assert Alike().as_unknowns(gap, where(word == "dry", gap, gap * 2.0)).value is False


def test_what_is_missing_is_told_by_what_it_lacks(make):
    assert text_of(missing("c")) == text_of(missing("c")) != text_of(impossible("no-source-class"))
    assert is_sure(1.0) and is_sure(make("A1", 1.0)) and not is_sure(missing("c"))
