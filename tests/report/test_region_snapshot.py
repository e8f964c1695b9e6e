"""Snapshots of regions. `python tests/report/test_region_snapshot.py` makes the one of the archive anew."""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from city import EXAMPLE, city, written

from ecdcalc import assess_region, load_region, read_region
from ecdcalc.decide.chance_region import with_region_chance
from ecdcalc.report.region_snapshot import region_content
from ecdcalc.report.snapshot import checksum, read_snapshot, rerun, snapshot
from ecdcalc.words.errors import InputError

ARCHIVED = Path(__file__).parents[1] / "golden" / "region.ecd.json"


def archived(folder):
    """A small city with the coking plant of the examples, and a snapshot of it as text."""
    (folder / "plants").mkdir()
    shutil.copy(EXAMPLE.parents[1] / "coking.toml", folder / "plants")
    document = city()
    document["county"][0]["plants"] = ["plants/*.toml"]
    return snapshot(assess_region(load_region(written(folder, document))), lang="zh")


def saved(tmp_path, result, files=None, lang="en"):
    path = tmp_path / "result.ecd.json"
    path.write_text(snapshot(result, files, lang), encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path, coking_file):
    """A city with a plant below it, one beside it, one that is broken, results of a table and a plan of its own."""
    here = tmp_path / "city"
    (here / "plants").mkdir(parents=True)
    shutil.copy(coking_file, here / "plants" / "b.toml")
    (here / "plants" / "a.toml").write_text("sector = ", encoding="utf-8")
    other = coking_file.read_text(encoding="utf-8").replace('name = "', 'name = "另', 1)
    (tmp_path / "other.toml").write_bytes(other.encode("gb18030"))
    (here / "results.csv").write_text("name,sector,nox\n厂,steel,5 t\n", encoding="utf-8")
    document = city()
    document["county"][0] |= {"plants": ["plants/*.toml", "../other.toml", "none.toml"], "results": "results.csv"}
    return load_region(written(here, document))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_city_comes_to_the_same_digits_again(lang, tmp_path):
    found = rerun(str(saved(tmp_path, assess_region(EXAMPLE), lang=lang)))
    assert found.same and found.changes == ()


def test_all_files_travel_with_it(small, tmp_path):
    result = assess_region(small)
    assert len(result.members) == 3 and len(result.rejected) == 2
    path = saved(tmp_path, result)
    shutil.rmtree(tmp_path / "city")
    (tmp_path / "other.toml").unlink()
    found = rerun(str(path))
    assert found.differences == () and found.changes == ()
    again = found.result.to_dict()
    assert [each["place"] for each in again["plants"]] == [each["place"] for each in result.to_dict()["plants"]]


def test_what_is_no_text_is_coded(small):
    inputs = region_content(small)["inputs"]
    assert {*inputs} == {"city/plants/a.toml", "city/plants/b.toml", "other.toml", "city/results.csv"}
    assert {*inputs["other.toml"]} == {"base64"} and inputs["city/plants/a.toml"] == "sector = "


def test_a_dictionary_is_kept_too(tmp_path):
    region = read_region(city())
    assert region_content(region)["inputs"] == {}
    assert rerun(str(saved(tmp_path, assess_region(region)))).same


def test_own_tables_and_what_has_changed(tmp_path, small):
    path = saved(tmp_path, assess_region(small))
    content = json.loads(path.read_text(encoding="utf-8"))
    id = next(each for each in content["factors"] if each.endswith(".coal"))
    content["factors"][id]["value"] = 0.5
    content["result"]["rollup"]["total"]["energy"]["value"] += 1
    path.write_text(json.dumps({**content, "sha256": checksum(content)}), encoding="utf-8")
    found = rerun(str(path))
    assert [(each.kind, each.place) for each in found.changes] == [("factor", id)]
    assert [each.place for each in found.differences] == ["rollup.total.energy.value"]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda content: content["inputs"].update({"../../outside.toml": "x = 1"}), "snapshot-path"),
        (lambda content: content["inputs"].update({"/etc/outside.toml": "x = 1"}), "snapshot-path"),
        (lambda content: content["region"].update(folder="../.."), "snapshot-path"),
        (lambda content: content["inputs"].update({"a.toml": 5}), "snapshot-lacks"),
        (lambda content: content["inputs"].update({"a.toml": {"base64": "?"}}), "snapshot-lacks"),
        (lambda content: content["region"].pop("encoding"), "snapshot-lacks"),
        (lambda content: content.pop("inputs"), "snapshot-lacks"),
        (lambda content: content.update(result=[]), "snapshot-lacks"),
    ],
)
def test_one_that_was_made_up_is_refused_and_writes_nothing_outside(change, key, tmp_path):
    path = saved(tmp_path, assess_region(read_region(city())))
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps({**content, "sha256": checksum(content)}), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        rerun(str(path))
    assert refused.value.problems[0].key == key
    assert not [*Path(tmp_path).rglob("outside.toml")]


def test_an_earlier_version_of_the_form_is_a_plants():
    assert read_snapshot(str(Path(__file__).parents[1] / "golden" / "coking.ecd.json"))["snapshot"] == 1


def test_a_snapshot_of_the_archive_gives_the_same_digits():
    """Made once and kept, as that of a plant is; a plant, series, counties, targets and dual control are in it."""
    found = rerun(str(ARCHIVED))
    assert found.differences == () and len(found.result.members) == 1
    kept = read_snapshot(str(ARCHIVED))
    assert kept["result"]["counties"] and kept["result"]["targets"] and kept["factors"] and kept["limits"]


def test_random_draws_of_a_region_come_to_the_same_digits_again(tmp_path):
    document = city()
    document["series"]["gdp"]["2025"] = "1240~1260 亿元"
    result = with_region_chance(assess_region(read_region(document)), 300, 5)
    path = saved(tmp_path, result)
    assert read_snapshot(str(path))["snapshot"] == 3
    found = rerun(str(path))
    assert found.differences == () and found.result.chance.to_dict("en") == result.chance.to_dict("en")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        ARCHIVED.write_text(archived(Path(name)) + "\n", encoding="utf-8")
