from ecdcalc.report.money import basis_line, instrument, years_word


def test_words():
    assert years_word("never", "zh") == "永不" and years_word({"value": 2.5, "unit": "a"}, "zh") == "2.5 年"
    assert instrument("tax-nox", "en") == "environment tax, NOx"
    assert instrument("raw-coal", "zh") == "原煤" and instrument("co2-price", "zh") == "碳价"


def test_the_basis_is_said():
    found = {"currency": "CNY", "price_year": 2025, "rate": {"value": 8.0}}
    assert "8 %" in basis_line(found, "en") and "2025" in basis_line(found, "zh")
    assert "未给出折现率" in basis_line({**found, "rate": None}, "zh")
