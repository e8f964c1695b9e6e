import pytest

from ecdcalc.assessment.speaking import States, html_table, shown, value
from ecdcalc.numbers.ops import missing
from ecdcalc.numbers.units import unit
from ecdcalc.numbers.value import Value


def test_a_number_of_base_units_is_told_in_its_unit():
    assert value(unit("t"), 2500.0) == Value(2.5, "t")
    assert value(unit("t"), missing("coke")) is None and value(unit("t"), None) is None


def test_states_are_shown_with_a_dash_for_what_is_not_known():
    assert str(States(Value(2.5, "t"), None)) == "2.5 t → —"
    assert shown(None) == "—"


@pytest.mark.parametrize("text", ["<script>", "a & b", '"quoted"'])
def test_a_table_is_escaped(text):
    assert text not in html_table(text, [(text, "1")])
