import json
import subprocess
import sys
from pathlib import Path

import pytest
from city import city, written
from click.testing import CliRunner

from ecdcalc.cli import main

ROOT = Path(__file__).parent.parent.parent


def run(*arguments, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "ecdcalc", *arguments], capture_output=True, cwd=ROOT, timeout=120, check=False
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, err or out
    assert "Traceback" not in err
    return out + err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_command_answers_every_target(lang, tmp_path):
    file = tmp_path / "out.json"
    run("region", "--input", "examples/city/city.toml", "--format", "json", "--lang", lang, "--output", str(file))
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["scoreboard"]["not-evaluated"] == 0 and len(found["targets"]) == 91
    assert found["rejected"] == []


def test_mistakes_end_with_2_and_short_targets_with_1(tmp_path):
    document = city(county=[{"name": "甲市"}])
    assert "甲市" in run("region", "--input", written(tmp_path, document), code=2)
    run("region", "--input", written(tmp_path, city()), "--check", code=1)
    run("region", "--input", written(tmp_path, city()))


def test_a_new_plan_is_one_file(tmp_path):
    file = tmp_path / "linfen.toml"
    run("plan", "new", "linfen-14fyp", "--parent", "shanxi-14fyp", "--output", str(file))
    assert ": 1 " in run("plan", "check", str(file))
    text = run("region", "--input", written(tmp_path, city(plan="linfen.toml")), "--details", "--sources")
    assert "linfen-14fyp" in text and "T001" in text
    run("plan", "new", "x", "--parent", "nowhere", code=2)
    assert "no id" in run("plan", "new", 'a"b', code=2)


def test_a_plan_with_mistakes_is_told_in_both_languages(tmp_path):
    file = tmp_path / "bad.toml"
    text = (
        run("plan", "new", "x").replace('limit = "15 %"', 'limit = "15"').replace("base_year = 2020", "base_year = 0")
    )
    file.write_text(text, encoding="utf-8")
    assert "has no unit" in run("plan", "check", str(file), code=2)
    assert "没有单位" in run("plan", "check", str(file), "--lang", "zh", code=2)
    file.write_text(run("plan", "new", "x").replace("energy_intensity", "energy_intensty"), encoding="utf-8")
    assert "energy_intensity_reduction?" in run("plan", "check", str(file), code=2)
    assert "no such file" in run("plan", "check", str(tmp_path / "gone.toml"), code=2)


def test_a_seed_without_draws_is_refused_before_anything_is_read():
    for command in (["region"], ["sector", "coking"]):
        done = CliRunner().invoke(main, [*command, "--input", "nowhere.toml", "--seed", "3"])
        assert done.exit_code == 2 and "--seed" in done.stderr and "nowhere" not in done.stderr


def test_outlines_go_with_the_region_and_what_is_wrong_with_them_is_told(tmp_path, monkeypatch):
    def outlines(*names):
        square = [[110, 35], [111, 35], [111, 36], [110, 36], [110, 35]]
        geometry = {"type": "Polygon", "coordinates": [square]}
        features = [{"type": "Feature", "properties": {"name": name}, "geometry": geometry} for name in names]
        file = tmp_path / "map.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        return str(file)

    held = []
    monkeypatch.setattr("ecdcalc.cli.region.deliver", lambda result, *rest: held.append(result))
    words = ["region", "--input", written(tmp_path, city()), "--map"]
    assert CliRunner().invoke(main, [*words, outlines("乙县", "丙县")]).exit_code == 0
    assert [each.name for each in held[0].region.map] == ["乙县", "丙县"]
    done = CliRunner().invoke(main, [*words, outlines()])
    assert done.exit_code == 2 and "map.geojson" in done.stderr and len(held) == 1


def invoked(*arguments, code=0):
    done = CliRunner().invoke(main, [*arguments])
    assert done.exit_code == code, done.output
    return done.output


@pytest.mark.parametrize(
    ("asked", "suffix", "lang"), [("region", "toml", "en"), ("地区", "xlsx", "zh"), ("区域", "xlsx", "en")]
)
def test_a_newcomer_gets_a_region_that_runs(asked, suffix, lang, tmp_path):
    file = tmp_path / f"region.{suffix}"
    assert invoked("template", asked, "--output", str(file), "--lang", lang) == ""
    found = json.loads(invoked("region", "--input", str(file), "--format", "json", "--lang", lang))
    assert found["region"] == "示例市" and [*found["counties"]] == ["甲县", "乙县"] and not found["rejected"]
    assert [each["name"] for each in found["plants"]] == ["甲县示例钢铁"]
    assert "region" in invoked("template", "--help") and "# 地区；" in invoked("template", asked, "--lang", "zh")


def test_a_region_that_is_written_into_another_folder_keeps_its_plants(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "plants").mkdir(parents=True)
    new.mkdir()
    plant = (ROOT / "examples" / "coking.toml").read_text(encoding="utf-8")
    (old / "plants" / "coking.toml").write_text(plant, encoding="utf-8")
    document = city()
    document["county"][0]["plants"] = ["plants/*.toml"]
    source, asked = written(old, document), ["--format", "json"]
    before = json.loads(invoked("region", "--input", source, *asked))
    outputs = [str(each) for each in (new / "r.toml", old / "r.toml", new / "地区.xlsx")]
    invoked(
        "convert-keys", "--input", source, *(part for each in outputs for part in ("--output", each)), "--lang", "zh"
    )
    for each in outputs:
        after = json.loads(invoked("region", "--input", each, *asked))
        assert after["rejected"] == [] and after["rollup"] == before["rollup"] and after["plants"]
    back = str(old / "again.toml")
    invoked("convert-keys", "--input", outputs[2], "--output", back)
    assert json.loads(invoked("region", "--input", back, *asked))["rollup"] == before["rollup"]
    assert 'plants = ["plants/*.toml"]' in invoked("convert-keys", "--input", source)
