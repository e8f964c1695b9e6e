import pytest
from shown import LANGUAGES, SECTORS, contract

from ecdcalc.report.charts.scoreboard import plant_scoreboard, region_scoreboard, sector_word


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bars_of_a_region_are_its_scoreboard(lang):
    found = contract("city", lang)
    chart = region_scoreboard(found, lang)
    counted = {}
    for each in chart.spec["data"]["values"]:
        counted[each["state"]] = counted.get(each["state"], 0) + each["count"]
    assert sorted(counted.values()) == sorted(filter(None, found["scoreboard"].values()))
    assert chart.table.rows[0][0] == sector_word("region", lang)
    assert str(len(found["targets"])) in chart.alt


@pytest.mark.parametrize("name", SECTORS)
def test_a_plant_is_told_what_is_asked_of_it(name):
    told = [each["status"] for each in contract(name)["gaps"] if each["status"] != "not-evaluated"]
    chart = plant_scoreboard(contract(name), "en")
    assert sum(each["count"] for each in chart.spec["data"]["values"]) == len(told) if told else chart is None
