import json
import shutil
from pathlib import Path

import pytest
from city import EXAMPLE, city, written

from ecdcalc import assess_region, load_region, read_region
from ecdcalc.report.region_snapshot import region_content
from ecdcalc.report.snapshot import checksum, read_snapshot, rerun, snapshot
from ecdcalc.words.errors import InputError


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
