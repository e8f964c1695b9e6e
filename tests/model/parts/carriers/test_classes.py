import pytest

from ecdcalc.model.parts.carriers.classes import CARRIER_CLASSES, carrier_class, empty_line
from ecdcalc.model.parts.carriers.kinds import carrier_kinds


@pytest.mark.parametrize("id", sorted(carrier_kinds()))
def test_every_carrier_has_a_class_and_an_empty_line(id):
    assert carrier_class(id) in CARRIER_CLASSES.values()
    line = empty_line(id, "x")
    assert (line.carrier, line.amount, line.place) == (id, 0.0, "x")


def test_every_class_has_a_carrier():
    assert {each.measured_in for each in carrier_kinds().values()} == set(CARRIER_CLASSES)


def test_a_name_that_there_is_not_is_an_error_of_the_module():
    from ecdcalc.model.parts import carriers

    with pytest.raises(AttributeError, match="has no attribute 'Plasma'"):
        carriers.Plasma  # noqa: B018
