import pytest
from billed import REST, document

from ecdcalc import assess, read_plant
from ecdcalc.report.money import basis_line, instrument, money_rows, money_sections, years_word


def test_words():
    assert years_word("never", "zh") == "永不" and years_word({"value": 2.5, "unit": "a"}, "zh") == "2.5 年"
    assert instrument("tax-nox", "en") == "environment tax, NOx"
    assert instrument("raw-coal", "zh") == "原煤" and instrument("co2-price", "zh") == "碳价"


def test_the_basis_is_said():
    found = {"currency": "CNY", "price_year": 2025, "rate": {"value": 8.0}}
    assert "8 %" in basis_line(found, "en") and "2025" in basis_line(found, "zh")
    assert "未给出折现率" in basis_line({**found, "rate": None}, "zh")


@pytest.mark.parametrize(
    ("lang", "title", "heads"),
    [
        ("en", "Money and savings by year", ["year", "cash flow"]),
        ("zh", "分年现金流与节约量", ["年份", "现金流"]),
    ],
)
def test_years_stand_in_a_table_and_a_measure_of_unknown_cost_has_dashes(lang, title, heads):
    """Two measures start in 2026 with 18 000 and 6 000 万元; what the third costs is not known, so no flow is."""
    given = document(**REST)
    for measure in given["battery"][1]["measure"]:
        measure["start"] = 2026
    found = assess(read_plant(given)).to_dict(lang)["money"]
    _, worth, years = money_sections(found, lang)
    assert worth.rows[2][3:9] == ("–",) * 6 and worth.rows[2][9]
    assert all("–" not in row[3:6] for row in worth.rows[:2])
    assert years.title == title and years.headers[:2] == heads
    first = found["years"][0]
    assert years.rows[0][:3] == ("2026", "–", "–") and first["flow"] is None
    assert first["saved"]["value"] == pytest.approx(sum(each["saved"]["value"] for each in found["measures"]))
    rows = [row for row in money_rows(found) if row[2] == "2026" and row[3] == "saved"]
    assert [row[5] for row in rows] == [first["saved"]["value"]]
