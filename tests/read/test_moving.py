from pathlib import Path

import pytest

from ecdcalc.read.moving import moved

REGION = {
    "name": "甲市",
    "plan": "own.toml",
    "map": "maps/c.geojson",
    "plants": ["plants/*.toml"],
    "project": [{"name": "p", "plant": "plants/a.toml"}, {"name": "q", "plant": "plants.csv:2"}, {"name": "r"}],
    "county": [
        {"name": "乙县", "plants": ["../others/b.toml"], "results": "results.csv"},
        {"name": "丙县", "file": "c/county.toml"},
    ],
}


@pytest.fixture
def old(tmp_path):
    (tmp_path / "old" / "plants").mkdir(parents=True)
    for name in ("own.toml", "plants/a.toml"):
        (tmp_path / "old" / name).touch()
    return tmp_path / "old"


def test_what_a_region_names_is_named_by_the_way_from_the_new_folder(old):
    found = moved(REGION, old, old.parent / "new" / "deep")
    way = "../../old/"
    assert found["plan"] == way + "own.toml"
    assert found["map"] == way + "maps/c.geojson"
    assert found["plants"] == [way + "plants/*.toml"]
    assert [each.get("plant") for each in found["project"]] == [way + "plants/a.toml", "plants.csv:2", None]
    first, second = found["county"]
    assert first["plants"] == ["../../others/b.toml"] and first["results"] == way + "results.csv"
    assert second == {"name": "丙县", "file": way + "c/county.toml"}


def test_nothing_changes_where_the_folder_is_the_same_and_in_a_plant(old):
    assert moved(REGION, old, Path(old.parent / "new" / ".." / "old")) == REGION
    plant = {"sector": "coking", "plan": "own.toml", "project": 3}
    assert moved(plant, old, old.parent) == plant


def test_an_id_a_whole_path_and_what_is_no_name_stay(old):
    given = {"plan": "yuncheng-14fyp", "plants": ["/data/*.toml", 3, ""], "project": 1, "county": [2], "map": None}
    assert moved(given, old, old.parent) == given


def test_on_another_drive_the_whole_path_is_named(old, monkeypatch):
    def apart(*_):
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr("ecdcalc.read.moving.os.path.relpath", apart)
    assert moved({"map": "c.geojson"}, old, old.parent)["map"] == (old / "c.geojson").as_posix()
