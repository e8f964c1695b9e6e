from ecdcalc.numbers.algebra import Algebra, algebra_of, lacking, plain
from ecdcalc.numbers.ops import at_least, at_most, exp, first_of, missing, where
from ecdcalc.numbers.units import registry


class Interval:
    """A kind of number that `ops` has never heard of: two ends."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __lt__(self, other):
        return self.high < other

    def __gt__(self, other):
        return self.low > other


class Intervals(Algebra):
    rank = 9

    def choose(self, condition, yes, no):
        return Interval(*_ends(yes if condition else no))

    def clip(self, number, low, high):
        ends = [min(max(end, -1e9 if low is None else low), 1e9 if high is None else high) for end in _ends(number)]
        return Interval(*ends)

    def prefer(self, alternatives):
        return next(each for each in alternatives if isinstance(each, Interval))

    def apply(self, name, scalar, number):
        return Interval(scalar(number.low), scalar(number.high))


def _ends(number):
    return (number.low, number.high) if isinstance(number, Interval) else (number, number)


Interval.algebra = Intervals()


def test_a_new_kind_of_number_needs_no_change_of_ops():
    number = Interval(1.0, 4.0)
    assert _ends(where(number > 0.5, number, 0.0)) == (1.0, 4.0)
    assert _ends(at_least(number, 2.0)) == (2.0, 4.0)
    assert _ends(at_most(number, 2.0)) == (1.0, 2.0)
    assert first_of(missing("a"), number) is number
    assert _ends(exp(Interval(0.0, 0.0))) == (1.0, 1.0)


def test_where_kinds_meet_the_highest_acts():
    number = Interval(0.0, 1.0)
    assert algebra_of(1.0, number, "word") is Interval.algebra
    assert _ends(where(True, 3.0, number)) == (3.0, 3.0)


def test_plain_numbers():
    assert algebra_of(1.0) is algebra_of("word") is algebra_of()
    assert plain(2.0) == 2.0
    assert lacking([missing("a"), missing("b")]).names == {"a", "b"}
    assert algebra_of(1.0).look_up("sum", lambda one, other: one + other, {"a": 1.0, "b": 2.0}) == 3.0
    assert algebra_of(1.0).look_up("sum", lambda one, other: one + other, {"a": missing("x"), "b": 2.0}).names == {"x"}


def test_a_choice_of_quantities_is_made_by_the_kind_of_its_condition():
    """An interval decides between two quantities, and so it makes the choice."""

    class Of(Algebra):
        rank = 5

        def choose(self, condition, yes, no):
            return "chosen", yes, no

    class Truth:
        algebra = Of()

    one, other = registry().Quantity(1.0, "kilogram"), registry().Quantity(2.0, "kilogram")
    assert where(Truth(), one, other) == ("chosen", one, other)
