"""Money by calendar year: the flow of each measure begins in the year of its start."""

import pytest
from priced import document

from ecdcalc import assess, read_plant
from ecdcalc.assessment.money.years import years_of
from ecdcalc.report.render import render

MEASURES = [
    {"use": "coke-dry-quenching", "capex": "1.6 亿元", "life": "20 a", "start": 2026},
    {"use": "coke-oven-automatic-heating-control", "capex": "800 万元", "life": "10 a", "start": 2028},
]


def plant(measures):
    found = document()
    batteries = [{key: value for key, value in each.items() if key != "measure"} for each in found["battery"]]
    batteries[1] = {**batteries[1], "measure": measures}
    return assess(read_plant({**found, "battery": batteries}))


def test_each_flow_begins_in_its_year_and_the_sum_is_that_of_all_flows():
    result = plant(MEASURES)
    steps = result.money.steps
    years = {each.year: each for each in years_of(steps)}
    assert min(years) == 2026 and max(years) == 2046
    assert years[2026].flow == pytest.approx(-1.6e8) and years[2028].flow == pytest.approx(
        steps[0].worth.flow[2] + steps[1].worth.flow[0]
    )
    assert years[2046].whole == pytest.approx(sum(sum(each.worth.flow) for each in steps), rel=1e-12)


def test_what_is_in_place_grows_with_the_starts_to_the_whole():
    result = plant(MEASURES)
    years = years_of(result.money.steps)
    assert [each.energy for each in years][:3] == [
        *[pytest.approx(result.money.steps[0].amounts["energy"])] * 2,
        pytest.approx(sum(each.amounts["energy"] for each in result.money.steps)),
    ]
    assert years[-1].saved == pytest.approx(sum(each.total for each in result.money.steps), rel=1e-12)


def test_without_a_start_there_are_no_years_and_a_cost_that_lacks_leaves_no_flow():
    assert (
        years_of(
            plant([{key: value for key, value in each.items() if key != "start"} for each in MEASURES]).money.steps
        )
        == ()
    )
    lacking = [MEASURES[0], {"use": "coke-oven-automatic-heating-control", "start": 2028}]
    found = plant(lacking)
    assert all(each.flow is None for each in years_of(found.money.steps))
    assert found.to_dict()["money"]["years"][0]["flow"] is None


def test_a_published_cost_is_taken_with_its_source_where_the_file_gives_none():
    result = plant([{"use": "coke-oven-flue-gas-waste-heat-boiler"}])
    said = result.to_dict("en")["money"]["measures"][0]
    assert said["capex_origin"] == "library" and said["capex"]["value"] == pytest.approx(2.8e7)
    assert said["capex_low"]["value"] == pytest.approx(1.4e7) and said["capex_source"]["confidence"] == "C"
    assert "*" in render(result, "table", "en") and "2.8e+07" not in render(result, "csv", "en")


def test_the_rows_of_money_stand_in_csv():
    text = render(plant(MEASURES), "csv", "zh")
    rows = [line.split(",") for line in text.splitlines() if line.startswith("money")]
    assert {row[3] for row in rows} >= {"electricity", "total", "npv", "flow"}
    bare = document()
    del bare["prices"]
    assert not any(line.startswith("money") for line in render(assess(read_plant(bare)), "csv", "en").splitlines())
