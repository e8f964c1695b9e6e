import pytest

from ecdcalc.numbers.value import Value
from ecdcalc.words.errors import UnitError


def test_values_convert_within_their_kind():
    assert Value(1.0, "tce").to("kgce").value == pytest.approx(1000)
    with pytest.raises(UnitError):
        Value(1.0, "tce").to("kWh")
    assert Value(1.0, "t").quantity().to("kilogram").magnitude == pytest.approx(1000)
