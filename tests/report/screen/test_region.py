import shutil

import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.report.region import render_region
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.screen.region import answer, heads
from ecdcalc.report.screen.view import View


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_answer_of_the_city_stands_on_one_screen(lang):
    lines = render_region(example(), "table", lang, view=View(False, False, 80)).splitlines()
    assert len(lines) < 24 and max(map(width_of, lines)) <= 80


def test_what_is_asked_first():
    lines = [*answer(example().to_dict("zh"), "zh")]
    assert lines[0].label == "目标" and "达标 83" in lines[0].text and lines[0].tone == "bad"
    assert [each.text.split()[0] for each in lines[1:4]] == ["T005", "T008", "T025"]
    assert lines[4].text.startswith("另有 5 项")
    assert lines[5].text == "目标 15.5 %，完成 17.18 %"
    assert heads(example().to_dict("zh"), "zh")[0] == "运城市（示例） · 2020–2025 · 当量值"


def test_what_is_missing_and_rejected_is_said(tmp_path):
    document = city()
    document["county"][0]["plants"] = ["gone.toml"]
    del document["series"]["feedstock"]
    lines = {
        each.label: each for each in answer(assess_region(load_region(written(tmp_path, document))).to_dict(), "en")
    }
    assert "gone.toml" in lines["Not known"].text and lines["Not known"].tone == "care"
    assert "series.feedstock" in lines["Energy intensity"].text
    assert "Plants" not in lines


def test_a_region_without_prices_and_series_tells_what_its_plants_save_and_no_more(tmp_path):
    """No money and no carbon is told; CO2 equivalent that is the CO2 itself is not told twice."""
    shutil.copy("examples/coking.toml", tmp_path / "plant.toml")
    document = city()
    document["series"] = {"gdp": document["series"]["gdp"]}
    document["county"][0]["plants"] = ["plant.toml"]
    found = assess_region(load_region(written(tmp_path, document))).to_dict("en")
    lines = {each.label: each.text for each in answer(found, "en")}
    assert lines["Plants"] == "1 plant saves 161,700 tce; 16.2 million kWh"
    assert lines["Reductions, t"].endswith("CO2 305,900") and "Carbon" not in "".join(lines)
    more = {
        **found,
        "rollup": {**found["rollup"], "total": {**found["rollup"]["total"], "co2e": {"value": 400000.0, "unit": "t"}}},
    }
    told = {each.label: each.text for each in answer(more, "en")}
    assert told["Reductions, t"].endswith("CO2 305,900, CO2 equivalent 400,000")
