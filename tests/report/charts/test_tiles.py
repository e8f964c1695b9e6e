import pytest
from shown import contract

from ecdcalc.model.region import Shape
from ecdcalc.report.charts.tiles import tiles

PLACES = {name: [number % 4, number // 4] for number, name in enumerate(contract("city")["counties"])}


def dual(done, path):
    share = {"done": done, "path": path, "remaining": path - done}
    return {name: {"value": value, "unit": "%"} for name, value in share.items()}


COUNTIES = {"甲县": dual(16.0, 13.0), "乙县": dual(9.5, 13.0), "丙县": {"missing": ["gdp"]}}


def test_each_county_stands_in_its_place_with_its_state():
    found = {"counties": COUNTIES, "tiles": {"甲县": [0, 0], "乙县": [1, 0], "丙县": [1, 2]}}
    chart = tiles(found, "en")
    drawn = {each["name"]: (each["column"], each["row"], each["said"]) for each in chart.spec["data"]["values"]}
    assert drawn == {
        "甲县": (0, 0, "on the path"),
        "乙县": (1, 0, "behind the path"),
        "丙县": (1, 2, "not known"),
    }
    assert chart.table.rows[1] == ("乙县", "9.5 %", "13 %", "behind the path")


def test_a_county_without_a_place_is_named():
    chart = tiles({"counties": COUNTIES, "tiles": {"甲县": [0, 0]}}, "zh")
    assert len(chart.spec["data"]["values"]) == 1 and len(chart.table.rows) == 3
    assert "乙县" in chart.table.notes[0]


def test_no_places_no_picture():
    assert tiles({"counties": COUNTIES, "tiles": {}}, "en") is None


def test_the_users_own_map():
    pytest.importorskip("vl_convert")
    square = ((110, 35), (110, 35.5), (110.5, 35.5), (110.5, 35), (110, 35))
    chart = tiles({"counties": COUNTIES, "tiles": {}}, "zh", [Shape("甲县", ((square,),)), Shape("", ((square,),))])
    assert "甲县 16 %" in chart.svg()
    assert "乙县" in chart.table.notes[0] and "甲县" not in chart.table.notes[0]


def test_a_county_on_its_path_before_the_target_year_is_not_behind():
    """Of 15.5 % by 2025, 6.51 % are due in 2022: 9.09 % is on the path, with 6.41 % left to do, and 6.5 % is behind it."""
    counties = {name: {**dual(done, 6.51), "remaining": {"value": 15.5 - done, "unit": "%"}}
                for name, done in (("甲县", 9.09), ("乙县", 6.5))}  # fmt: skip
    drawn = tiles({"counties": counties, "tiles": {"甲县": [0, 0], "乙县": [1, 0]}}, "en").spec["data"]["values"]
    assert [(each["name"], each["said"]) for each in drawn] == [("甲县", "on the path"), ("乙县", "behind the path")]
