from shown import contract

from ecdcalc.report.charts.decline import decline


def test_every_year_of_the_contract_is_a_point():
    found = contract("city")
    chart = decline(found, "en")
    years = found["energy"]["calorific"]["years"]
    points = {(each["year"], each["line"]): each["share"] for each in chart.spec["data"]["values"]}
    for each in years:
        assert points[str(each["year"]), "decline since base"] == each["decline"]["value"]
        assert points[str(each["year"]), "even path"] == each["path"]["value"]
    assert len(points) == 2 * len(years) == 12
    assert "17.1812 %" in chart.alt and "15.5 %" in chart.alt


def test_without_series_no_picture():
    found = contract("city")
    lacking = {**found, "energy": {"calorific": {"missing": ["gdp"]}, "primary": {"missing": ["gdp"]}}}
    assert decline(lacking, "en") is None
