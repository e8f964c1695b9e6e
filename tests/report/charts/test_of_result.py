import pytest
from shown import LANGUAGES, SECTORS, assessed, contract

from ecdcalc.decide.chance import with_chance
from ecdcalc.report.charts.of_result import charts_of, charts_of_choice, choice_charts, plant_charts, region_charts


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*SECTORS, "city"])
def test_every_picture_has_a_table_and_a_text(name, lang):
    made = region_charts if name == "city" else plant_charts
    found = made(contract(name, lang), lang)
    assert found
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.title and each.alt and each.table.rows
        assert each.spec["description"] == each.alt
        assert all(len(row) == len(each.table.headers) for row in each.table.rows)


def test_results_have_their_pictures():
    charts = assessed("coking").charts
    assert [*charts] == [*charts_of(assessed("coking"))]
    assert {"waterfall-energy", "sankey-baseline", "limits", "scoreboard"} <= {*charts}
    assert charts["limits"].title == "Energy limits: levels by edition, before and after"
    assert charts.zh["limits"].title == "能耗限额对标：各版本等级，改造前后"
    assert {"scoreboard", "decline"} <= {*assessed("city").charts}


def test_a_choice_has_its_curve():
    step = {"plant": "", "place": "a", "process": "a", "measure": "m", "label": "M", "output": "CO2", "abated": {"value": 2.0, "unit": "t"},
            "cost": {"value": 6.0, "unit": "CNY/a"}, "specific": {"value": 3.0, "unit": "CNY/t"}}  # fmt: skip
    found = {"curve": [step], "plants": [{}]}
    assert [each.id for each in choice_charts(found, "en")] == ["cost-curve"]
    assert charts_of_choice({"en": found, "zh": found}).zh["cost-curve"].title == "成本曲线（二氧化碳）"


def test_draws_have_their_spread():
    result = assessed("coking")
    assert "spread" not in result.charts
    drawn = with_chance(result, 200)
    assert drawn.to_dict()["chance"]["saved"]
    assert drawn.charts["spread"].title == "Spread of the results" and drawn.charts.zh["spread"].table.rows
