"""What is gathered over all trials: the ends by hand, what is lost, what stands still."""

import numpy
import pytest

from ecdcalc.decide.draws import Dice, Range, Source
from ecdcalc.decide.spread import Gathered
from ecdcalc.numbers.units import unit


@pytest.fixture
def dice():
    found = Dice(20_000, 3)
    for id in ("a", "b"):
        found.sources[id] = Source(id, (id, id), Range(0.0, 1.0), "1")
    return found


def test_ends_and_shares_by_hand(dice):
    """Of a + 3 b in tonnes b explains nine tenths; of 0 to 4 the middle is 2."""
    gathered = Gathered(dice)
    gathered.add("sum", 1e3 * (dice.drawn("a") + 3 * dice.drawn("b")), unit("t"))
    found = gathered.spreads()["sum"]
    assert found.middle == pytest.approx(2, abs=0.02) and found.unit == "t"
    assert [*found.shares] == ["b", "a"] and found.shares["b"] == pytest.approx(0.9, abs=0.01)
    assert found.lost == 0


def test_what_is_not_known_in_a_trial_is_lost_and_counts_for_nothing_else(dice):
    value = numpy.where(dice.drawn("a") < 0.25, numpy.nan, dice.drawn("b"))
    gathered = Gathered(dice)
    gathered.add("x", value, unit("1"))
    found = gathered.spreads()["x"]
    assert found.lost == pytest.approx(0.25, abs=0.01)
    assert found.shares["b"] == pytest.approx(1, abs=0.001) and found.shares.get("a", 0) < 0.01


def test_what_stands_still_has_no_spread(dice):
    gathered = Gathered(dice)
    gathered.add("float", 3.0, unit("1"))
    gathered.add("same", numpy.full(20_000, 3.0), unit("1"))
    gathered.add("never", numpy.full(20_000, numpy.nan), unit("1"))
    assert gathered.spreads() == {}


def test_the_leading_draws_are_enough_for_shares(dice):
    gathered = Gathered(dice, 5_000)
    gathered.add("x", dice.drawn("a"), unit("1"))
    dice.forget()
    assert gathered.spreads()["x"].shares["a"] == pytest.approx(1, abs=0.01)
