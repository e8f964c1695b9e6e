import json
import tomllib
from pathlib import Path

import pytest

from ecdcalc import assess, load_plant, read_plant
from ecdcalc.decide.chance import with_chance
from ecdcalc.report.snapshot import checksum, read_snapshot, rerun, snapshot
from ecdcalc.words.errors import InputError

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))


def saved(tmp_path, result, files=None, lang="en"):
    path = tmp_path / "result.ecd.json"
    path.write_text(snapshot(result, files, lang), encoding="utf-8")
    return path


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_comes_to_the_same_digits_again(file, tmp_path):
    lang = "zh" if len(file.stem) % 2 else "en"
    found = rerun(str(saved(tmp_path, assess(load_plant(file)), lang=lang)))
    assert found.differences == () and found.changes == ()


def test_own_factors_and_dates_travel_with_it(tmp_path):
    own = "id,zh,en,value,unit,document,confidence\ncoal-2020/electricity-calorific.coal,电,Electricity,0.2,kgce/kWh,meter,B\n"
    (tmp_path / "own.csv").write_text(own, encoding="utf-8")
    from ecdcalc import load_own_factors

    document = tomllib.loads((EXAMPLES[5]).read_text(encoding="utf-8"))
    document["battery"][0]["closed"] = tomllib.loads("d = 2025-06-30")["d"]
    document["battery"][0].pop("new", None)
    result = assess(read_plant(document, factors=load_own_factors(tmp_path / "own.csv")))
    found = rerun(str(saved(tmp_path, result, {"factors": own})))
    assert found.same
    without = json.loads(snapshot(result))
    assert without["factors"]["coal-2020/electricity-calorific.coal"]["value"] == 0.2


def test_what_has_changed_is_told_with_its_reason(tmp_path):
    path = saved(tmp_path, assess(load_plant(EXAMPLES[5])))
    content = json.loads(path.read_text(encoding="utf-8"))
    id = next(each for each in content["factors"] if each.endswith(".coal"))
    content["factors"][id]["value"] = 0.5
    content["result"]["totals"]["energy_saved"]["value"] += 1
    content["ecdcalc"] = "0.0.1"
    path.write_text(json.dumps({**content, "sha256": checksum(content)}), encoding="utf-8")
    found = rerun(str(path))
    assert [(each.kind, each.place) for each in found.changes] == [("factor", id), ("version", "ecdcalc")]
    assert [each.place for each in found.differences] == ["totals.energy_saved.value"]
    assert not found.same


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda content: content["result"].update(plant="another"), "snapshot-edited"),
        (lambda content: content.update(snapshot=99), "snapshot-later"),
        (lambda content: content.pop("snapshot"), "snapshot-none"),
    ],
)
def test_a_snapshot_that_cannot_be_trusted_is_refused(change, key, tmp_path):
    path = saved(tmp_path, assess(load_plant(EXAMPLES[5])))
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_snapshot(str(path))
    assert refused.value.problems[0].key == key


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_snapshot_is_refused(text, tmp_path):
    (tmp_path / "x.ecd.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_snapshot(str(tmp_path / "x.ecd.json"))


def test_a_snapshot_of_the_archive_gives_the_same_digits():
    """Made once and kept: whoever changes a factor or a formula that it rests on says so by making it anew."""
    found = rerun(str(Path(__file__).parents[1] / "golden" / "coking.ecd.json"))
    assert found.differences == ()


def test_random_draws_come_to_the_same_digits_again_from_the_seed_that_is_kept(tmp_path):
    result = with_chance(assess(load_plant(EXAMPLES[0].parent / "steel.toml"), basis="primary"), 200, 11)
    path = saved(tmp_path, result)
    content = read_snapshot(str(path))
    assert content["snapshot"] == 3 and content["result"]["chance"]["seed"] == 11
    found = rerun(str(path))
    assert found.differences == () and found.result.chance.to_dict("en") == result.chance.to_dict("en")


@pytest.mark.parametrize(
    "chance", [None, {}, {"draws": "200", "seed": 1}, {"draws": 200, "seed": True}, {"draws": 1, "seed": 1}]
)
def test_draws_that_were_made_up_are_refused(chance, tmp_path):
    path = saved(tmp_path, assess(load_plant(EXAMPLES[5])))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["result"]["chance"] = chance
    path.write_text(json.dumps({**content, "sha256": checksum(content)}), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        rerun(str(path))
    assert refused.value.problems[0].key in ("snapshot-lacks", "chance-draws")
