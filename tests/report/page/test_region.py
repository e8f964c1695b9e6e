import pytest
from shown import contract

from ecdcalc.report.page import parts
from ecdcalc.report.page.region import RegionPage


@pytest.fixture(autouse=True)
def undrawn(monkeypatch):
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")


def made(lang="en"):
    return {each.id: each for each in RegionPage(contract("city", lang), lang).parts()}


def test_scoreboard_first_then_control_counties_plants():
    found = [each for each, part in made().items() if part.filled]
    assert found[:5] == ["scoreboard", "control", "counties", "plants", "projects"]


def test_every_plant_has_a_row():
    assert len(made()["plants"].tables[0].rows) == len(contract("city")["plants"]) == 38


def test_a_sum_of_a_county_unfolds_to_its_plants():
    table = made("zh")["counties"].tables[1]
    row = next(row for row in table.rows if row[0].text == "河津市")
    mine = [each["name"] for each in contract("city", "zh")["plants"] if each["county"] == "河津市"]
    assert all(name in row[1].tree for name in mine) and len(row[1].tree.splitlines()) <= len(mine) + 1


def test_every_target_is_told():
    assert len(made()["targets"].tables[0].rows) == len(contract("city")["targets"])
