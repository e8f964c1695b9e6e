import pytest

from ecdcalc.decide.curve import Worths, curve, shares


class Fake(Worths):
    """Worths of one process, by hand: a and b overlap, c needs a."""

    def __init__(self, table):
        place = (0, "p")
        self.values = {place: {frozenset(names): worth for names, worth in table.items()}}
        self.full = {place: max(self.values[place], key=len)}


TABLE = {
    "": (0.0, 0.0),
    "a": (10.0, 50.0),
    "b": (8.0, -20.0),
    "ab": (14.0, 30.0),
    "ac": (15.0, 60.0),
    "abc": (18.0, 41.0),
}


def test_steps_are_computed_anew_and_add_up():
    found = curve(Fake(TABLE))
    assert [each.measure[2] for each in found] == ["b", "a", "c"]
    assert [each.abated for each in found] == [8.0, 6.0, 4.0] and [each.cost for each in found] == [-20.0, 50.0, 11.0]
    assert sum(each.cost for each in found) == TABLE["abc"][1]


def test_shares_by_hand():
    # orders: abc acb bac bca cab cba; c alone is nothing, with b only what b gives
    found = {key[2]: value for key, value in shares(Fake(TABLE)).items()}
    assert found["a"] == pytest.approx((10 + 10 + 6 + 10 + 15 + 10) / 6)
    assert found["b"] == pytest.approx((4 + 3 + 8 + 8 + 3 + 8) / 6)
    assert sum(found.values()) == pytest.approx(18.0, rel=1e-12)


def test_what_abates_nothing_has_no_price_and_comes_last():
    found = curve(Fake({"": (0.0, 0.0), "a": (0.0, 5.0), "b": (1.0, 500.0), "ab": (1.0, 505.0)}))
    assert [each.specific for each in found] == [500.0, None]
