"""What is given beside a file reaches every command that reads a plant or a region."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecdcalc.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANT, REGION = EXAMPLES / "coking.toml", EXAMPLES / "city" / "city.toml"
SIDE = {"--plan", "--factors", "--limits", "--measures", "--encoding"}
READERS = {
    "sector": ("sector", "coking"),
    "measures": ("measures",),
    "choose": ("choose", "--reduce", "NOx=1 t"),
    "explain": ("explain", "saved.NOx"),
    "form": ("form", "check", "--form", "saving-report"),
}


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, [*map(str, arguments)], input=stdin)


def command_of(words):
    found = main
    for each in words:
        found = found.get_command(None, each) if hasattr(found, "get_command") else found
    return found


@pytest.mark.parametrize("name", [*READERS, "region"])
def test_every_reader_takes_all_of_them(name):
    found = {option for each in command_of(READERS.get(name, (name,))).params for option in each.opts}
    assert found >= SIDE


@pytest.mark.parametrize("name", READERS)
def test_a_side_file_that_is_wrong_is_told_by_every_reader(name, tmp_path):
    broken = tmp_path / "own.csv"
    broken.write_text("id,name\n1,\n")
    for option in ("--factors", "--limits", "--measures"):
        found = run(*READERS[name], "--input", PLANT, option, broken)
        assert found.exit_code == 2, found.output
        assert "own.csv" in found.stderr
        assert "Traceback" not in found.stderr


def test_own_measures_are_chosen_and_written_back(tmp_path):
    own, plan = tmp_path / "own.csv", tmp_path / "plan.toml"
    own.write_text("id,name,carrier,saving,capex,life\ninverter,Inverter,electricity,12 %,300000 CNY,10 a\n")
    words = ("--measures", own)
    found = run("choose", "--input", PLANT, *words, "--reduce", "NOx=1 t", "--keep", "own/inverter", "--output", plan)
    assert found.exit_code == 0, found.stderr
    assert 'use = "own/inverter"' in plan.read_text(encoding="utf-8")
    again = run("sector", "coking", "--input", plan, *words, "--format", "json")
    used = [step["measure"] for each in json.loads(again.stdout)["processes"] for step in each["measures"]]
    assert "own/inverter" in used


def test_own_factors_change_what_is_explained(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("id,value,unit,document,confidence\ncoal-2020/coal-tar.coal,1.2,kgce/kg,own-test,B\n")
    plain, changed = (
        run("explain", "battery[1].unit_energy", "--input", PLANT, *each) for each in ((), ("--factors", own))
    )
    assert changed.exit_code == plain.exit_code == 0, changed.stderr
    assert changed.stdout != plain.stdout


@pytest.mark.parametrize("words", [("explain", "saved.NOx"), ("choose", "--reduce", "NOx=1 t")])
@pytest.mark.parametrize("file", [PLANT, REGION], ids=["plant", "region"])
def test_standard_input_may_be_a_plant_or_a_region(words, file, monkeypatch):
    monkeypatch.chdir(file.parent)
    words = ("explain", "T020") if words[0] == "explain" and file == REGION else words
    named, piped = run(*words, "--input", file.name), run(*words, "--input", "-", stdin=file.read_bytes())
    assert named.exit_code < 2, named.stderr
    assert (piped.exit_code, piped.stdout) == (named.exit_code, named.stdout)


@pytest.mark.parametrize("option", ["--plan", "--factors", "--limits", "--encoding"])
def test_the_list_of_measures_does_not_pass_over_what_goes_with_a_plant(option):
    found = run("measures", "coking", option, "gb18030")
    assert found.exit_code == 2
    assert "--input" in found.stderr
