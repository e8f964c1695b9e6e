"""Differences of cells: what is missing on both sides drops out, as it does in the engine."""

import pytest

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing, first_of, impossible, missing, where
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.sums import WHOLE, Sums


@pytest.fixture
def make():
    book = Book("en")

    def cell(name, value, sure=True):
        return Cell(book, value, name, sure=sure)

    return cell


def known(number):
    found = number.value if isinstance(number, Cell) else number
    return None if isinstance(found, Missing) else found


def test_an_unknown_of_equal_multiples_drops_out(make):
    a, b, gap = make("A1", 7.0), make("B1", 3.0), make("C1", missing("c"), sure=False)
    saved = Sums().difference(a + 2.0 * gap, b + gap * 2.0, WHOLE)
    assert known(saved) == 4.0
    assert saved.text.startswith("IF(") and "IFERROR(" in saved.text
    assert known(Sums().difference(a + gap, b + 2.0 * gap, WHOLE)) is None


def test_multiples_may_be_cells(make):
    amount, less, gap = make("A1", 5.0), make("B1", 5.0), make("C1", missing("c"), sure=False)
    assert known(Sums().difference(3.0 + amount * gap, 1.0 + less * gap, WHOLE)) == 2.0
    more = make("B1", 6.0)
    assert known(Sums().difference(3.0 + amount * gap, 1.0 + more * gap, WHOLE)) is None


def test_a_scale_counts(make):
    gap, scale = make("C1", missing("c"), sure=False), make("S1", 2.0)
    assert known(Sums().difference(1.0 + gap, 1.0 + gap * 2.0, scale)) == 1.0
    assert known(Sums().difference(1.0 + gap, 1.0 + gap, scale)) is None


def test_of_nothing_known_there_is_no_silent_zero(make):
    gap = make("C1", missing("c"), sure=False)
    assert known(Sums().difference(gap * 1.5, gap * 1.5, WHOLE)) is None


def test_what_no_input_would_supply_never_drops_out(make):
    never = make("C1", impossible("no-source-class"), sure=False)
    assert known(Sums().difference(2.0 + never * make("A1", 1.0), 1.0 + never * make("B1", 1.0), WHOLE)) is None


def test_it_looks_through_switches_quotients_and_products(make):
    gap, on = make("C1", missing("c"), sure=False), make("M1", 1.0) == 1
    share, part = make("D1", missing("d"), sure=False), make("A1", 8.0)
    before, after = part / gap + share * gap, where(on, (part - 2.0) / gap + share * gap, part / gap + share * gap)
    assert known(Sums().difference(before, after, WHOLE)) is None
    same = where(make("M1", 0.0) == 1, gap * 2.0, share * gap + part / gap)
    assert known(Sums().difference(4.0 + before, 1.0 + same, WHOLE)) == 3.0


def test_a_number_that_is_there_is_left_alone(make):
    sure = make("A1", 5.0) + 1.0
    assert Sums().resolved(sure) is sure
    gap = make("C1", missing("c"), sure=False)
    assert known(Sums().resolved(sure + gap - gap)) == 6.0


def test_what_was_made_alike_of_equal_cells_drops_out(make):
    """Of a choice under reporting that is that of before, and of a number that is: the sheet compares the cells."""
    for word, left in (("roof", 4.0), ("none", None)):
        before, after = make("A1", "roof"), make(f"{word}1", word)
        gap, metered = make("C1", missing("c"), sure=False), make("D1", missing("d"), sure=False)
        roof = [where(each == "roof", first_of(metered, gap * 2.0), 1.0) for each in (before, after)]
        assert known(Sums().difference(5.0 + roof[0], 1.0 + roof[1], WHOLE)) == left
    for number, left in ((7.0, 4.0), (8.0, None)):
        gap, one, other = make("C1", missing("c"), sure=False), make("A1", 7.0), make(f"B{number:g}", number)
        roots = [(gap * each) ** 2 for each in (one, other)]
        assert known(Sums().difference(5.0 + roots[0], 1.0 + roots[1], WHOLE)) == left


def test_a_choice_that_is_not_known_is_the_same_choice_in_both_states(make):
    word, gap = make("A1", missing("word"), sure=False), make("C1", missing("c"), sure=False)
    again = Cell(word.ledger, word.value, "B1", made_of=("where", make("D1", "") == "", word, word))
    before, after = (where(each == "wet", gap, gap * 2.0) for each in (word, again))
    assert known(Sums().difference(3.0 + before, 2.0 + after, WHOLE)) == 1.0
    other = make("B1", missing("other"), sure=False)
    assert known(Sums().difference(3.0 + before, 2.0 + where(other == "wet", gap, gap * 2.0), WHOLE)) is None
