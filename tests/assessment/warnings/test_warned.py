import pytest

from ecdcalc.assessment.warnings.warned import Warned, between, refuse, shown
from ecdcalc.numbers.units import unit
from ecdcalc.words.errors import InputError
from ecdcalc.words.texts import Text

GAS = unit("MJ/m3")
SAID = {"found": "11 MJ/m3", "expected": "5–9.6 MJ/m3", "slip": Text("slip-kj", {"times": "1,000"})}
ONE = Warned("x.lhv", "warn-range", SAID, 11e6, 5e6, 9.6e6, GAS, "a book")


def test_a_warning_is_said_in_both_languages_its_slip_too():
    assert ONE.text("en") == "11 MJ/m3 is unusual: usually 5–9.6 MJ/m3; about 1,000 times: kJ for MJ?"
    assert "约差 1,000 倍" in ONE.text("zh")


def test_for_programs_it_has_plain_values():
    found = ONE.to_dict("en")
    assert found["value"] == {"value": 11.0, "unit": "MJ/m3"}
    assert found["expected"] == {"low": 5.0, "high": 9.6, "unit": "MJ/m3"}
    assert (found["place"], found["key"], found["source"]) == ("x.lhv", "warn-range", "a book")


def test_without_a_number_there_is_none():
    found = Warned("x", "warn-range", SAID).to_dict("en")
    assert (found["value"], found["expected"], found["source"]) == (None, None, None)


def test_strict_refuses_each_with_its_place():
    refuse(())
    with pytest.raises(InputError) as caught:
        refuse((ONE, ONE))
    assert len(caught.value.problems) == 2
    assert str(caught.value).startswith("x.lhv: 11 MJ/m3 is unusual")


def test_ends_are_written_as_far_as_there_are_any():
    assert between(5e6, 9.6e6, GAS) == "5–9.6 MJ/m3"
    assert between(None, 9.6e6, GAS) == "≤ 9.6 MJ/m3"
    assert between(5e6, None, GAS) == "≥ 5 MJ/m3"
    assert between(None, None, GAS) == ""
    assert shown(1.25, unit("1")) == "1.25"
