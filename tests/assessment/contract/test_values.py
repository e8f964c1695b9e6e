import pytest

from ecdcalc.assessment.contract.values import public, quantity, reason_of
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.numbers.units import unit


def test_a_quantity_is_value_and_unit_or_null():
    assert quantity(unit("t"), 2500.0) == {"value": 2.5, "unit": "t"}
    assert quantity(unit("t"), missing("coke")) is None


def test_pollutants_have_the_names_that_people_write():
    assert (public("nh3n"), public("nox"), public("unit_energy")) == ("NH3-N", "NOx", "unit_energy")


@pytest.mark.parametrize(("lang", "word"), [("en", "not given"), ("zh", "未给出")])
def test_a_reason_names_what_is_not_given(lang, word):
    found = reason_of(Missing(frozenset({"b", "a"})), lang)
    assert found.startswith(word) and found.index("a") < found.index("b")
