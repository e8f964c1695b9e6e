import pytest

from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.reference.defaults import Context, assumed, choose, factor, one_of


class Unit:
    def __init__(self, capacity, boiler="pc"):
        self.capacity, self.boiler = capacity, boiler


BANDS = one_of(("capacity <= 100 MW", "small"), ("capacity < 300 MW & boiler == pc", "middle"), ("", "large"))


@pytest.mark.parametrize(("capacity", "id"), [(100e6, "small"), (101e6, "middle"), (300e6, "large")])
def test_the_first_case_that_holds_is_taken(capacity, id):
    assert choose(BANDS, Unit(capacity), Context()) == id


def test_conditions_joined_hold_together():
    assert choose(BANDS, Unit(200e6, "cfb"), Context()) == "large"


def test_a_condition_that_cannot_be_decided_decides_nothing():
    found = choose(BANDS, Unit(missing("capacity")), Context())
    assert is_missing(found)
    assert found.names == {"capacity"}


def test_one_factor_always_holds():
    assert choose(factor("nox/nx046"), Unit(1.0), Context()) == "nox/nx046"


def test_an_assumption_is_no_factor():
    assert choose(assumed("100 %", "assumed-run-rate"), Unit(1.0), Context()) is None
