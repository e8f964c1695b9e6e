from ecdcalc.report.fitting import _levels, capex

PRINTED = {
    "low": 10.0,
    "typ": None,
    "high": 30.0,
    "unit": "USD/kW",
    "per": "shaft power",
    "price_year": "2018",
    "confidence": "B",
}


def test_a_cost_as_printed_or_unknown():
    row = {
        "capex": None,
        "capex_low": None,
        "capex_high": None,
        "capex_origin": "unknown",
        "capex_printed": [PRINTED],
        "status": "applies",
    }
    assert capex(row, "en") == "10–30 USD/kW (shaft power, 2018; B)"
    assert capex({**row, "capex_printed": []}, "zh") == "未知"
    given = {**row, "capex": {"value": 5.0, "unit": "CNY"}, "capex_origin": "given"}
    assert capex(given, "en") == "5 CNY" and capex({**given, "capex_origin": "library"}, "en") == "5 CNY*"


def test_a_level_of_a_state_that_is_not_there_is_a_dash():
    row = {"levels": [{"before": None, "after": 2}, {"before": "not-qualified", "after": 1}]}
    assert [*_levels(row, "en")] == ["– → level 2", "not qualified → level 1"]
    assert [*_levels(row, "zh")] == ["– → 2级", "不合格 → 1级"]
