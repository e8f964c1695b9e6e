import pytest

from ecdcalc.report.forms.form import Cell
from ecdcalc.report.forms.values import entry_of, plain, rounded
from ecdcalc.words.errors import InputError


def cell(source="x", **more):
    return Cell("id", "名", "Name", (source,), **more)


def test_none_zero_and_blank_are_three_answers():
    said = [entry_of(cell(), {"x": value}, "", "zh") for value in ("无", {"value": 0.0, "unit": "t"}, None)]
    assert [each.text for each in said] == ["无", "0.00", "〔待填：名〕"]
    assert [each.state for each in said] == ["none", "filled", "missing"]
    assert entry_of(cell(absent="none"), {"x": None}, "", "en").text == "none"
    assert entry_of(cell(), {"x": "none"}, "", "en").state == "none"


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [(161666.7426, None, "161667"), (2357.641, None, "2357.64"), (0.0, None, "0.00"), (-0.0, 2, "0.00"),
     (0.0004, 2, "0.0004"), (-0.0004, 2, "-0.0004"), (-1.005, 0, "-1"), (12.3456, 4, "12.3456")],
)  # fmt: skip
def test_what_is_not_zero_never_prints_as_zero(number, digits, text):
    assert rounded(number, digits) == text


def test_units_are_converted_and_never_by_hand():
    money = {"x": {"value": 180_000_000.0, "unit": "CNY"}}
    assert entry_of(cell(unit="万元"), money, "", "zh").text == "18000"
    assert entry_of(cell(unit="万元", show="both"), money, "", "en").text == "18000 10^4 CNY"


def test_a_unit_of_another_kind_is_refused_and_no_number_made_of_it():
    with pytest.raises(InputError) as refused:
        entry_of(cell(unit="kWh"), {"x": {"value": 5.0, "unit": "CNY"}}, "", "en")
    assert [(each.place, each.key) for each in refused.value.problems] == [("id.unit", "unit-kind")]


def test_a_quotient_is_in_the_unit_of_its_row():
    row = {"energy": {"value": 7865.6, "unit": "tce"}, "amount": {"value": 64e6, "unit": "kWh"}}
    found = entry_of(cell("energy", per=("amount",), unit="kgce/*", digits=4, show="both"), row, "", "en")
    assert found.text == "0.1229 kgce/kWh"
    row["amount"]["value"] = 0.0
    assert entry_of(cell("energy", per=("amount",), unit="kgce/*"), row, "", "en").state == "missing"


def test_a_quotient_by_a_sum():
    row = {"saved": {"value": 30.0, "unit": "tce"}, "left": {"value": 90.0, "unit": "tce"}}
    assert entry_of(cell("saved", per=("saved", "left"), unit="%"), row, "", "en").text == "25.00"


def test_text_from_outside_stays_text_on_one_line():
    assert plain("=1+1\n<script>") == "=1+1 <script>"
    assert len(plain("长" * 10_000)) == 300
    assert "\u202e" not in plain("a\u202eb\x00c")


def test_levels_words_and_lists():
    assert entry_of(cell(show="level"), {"x": 2}, "", "zh").text == "2级"
    assert entry_of(cell(show="level"), {"x": "not-qualified"}, "", "zh").text == "不合格"
    assert entry_of(cell(show="word"), {"x": "closed"}, "", "zh").text == "关停"
    assert entry_of(cell(show="national"), {"x": "baseline"}, "", "zh").text == "达到基准水平"
    assert entry_of(cell(), {"x": [{"value": 7.5, "unit": "%/a"}]}, "", "en").text == "7.50"
    assert entry_of(cell(show="instrument"), {"x": "tax-nox"}, "", "zh").text == "环境保护税（氮氧化物）"
    assert entry_of(cell(), {"x": True}, "", "en").text == "yes"
    assert entry_of(cell(), {"x": 2025}, "", "en").text == "2025"
