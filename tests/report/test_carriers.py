from ecdcalc.reference.defaults import Context
from ecdcalc.report.carriers import carrier_rows


def test_a_carrier_has_its_unit_and_its_published_factors():
    headers, rows = carrier_rows(Context(year=2023, grid_year=2022, province="shanxi"), "zh")
    found = {row[0]: row for row in rows}
    assert headers[:3] == ["键", "名称", "单位"]
    assert found["raw-coal"][1:5] == ["原煤", "t", "0.7143 kgce/kg", "A"]
    assert "电网排放因子" in found["electricity"][-1]
    assert "碳氧化率 0.93 (B)" in found["raw-coal"][-1]


def test_carriers_are_searched_in_both_languages():
    assert [row[0] for row in carrier_rows(Context(), "en", ["焦炉"])[1]] == ["coke-oven-gas"]
    assert [row[0] for row in carrier_rows(Context(), "en", ["coke-oven"])[1]] == ["coke-oven-gas"]
