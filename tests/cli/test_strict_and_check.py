"""`--strict` and `--check`, of every command that has them: what ends with which code, and what is told."""

import json
from pathlib import Path

import click
import pytest
from city import city, written
from click.testing import CliRunner

from ecdcalc.cli import main
from ecdcalc.report.snapshot import checksum

ROOT = Path(__file__).parents[2]
COKING = (ROOT / "examples" / "coking.toml").read_text(encoding="utf-8")
SNAPSHOT = ROOT / "tests" / "golden" / "coking.ecd.json"
DOUBTED = "0.0923077 % of the capacity is made; usually 30–120 %"
"""600 t of coke where 650 000 t can be made."""
HEAD = "name,coke (t),energy.coking-coal (t),capacity (t),charging,quenching\n"


def run(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def files(tmp_path):
    """The example, the same with 600 t of coke typed for 600 000, and with the oven of the plan still there."""
    changes = {"good": ("", ""), "doubted": ('"60 万t"', '"0.06 万t"'), "short": ('closed = "2023-09-30"\n', "")}
    for name, change in changes.items():
        (tmp_path / f"{name}.toml").write_text(COKING.replace(*change, 1), encoding="utf-8")
    return {name: tmp_path / f"{name}.toml" for name in changes}


def test_these_are_all_commands_that_have_them():
    found = set()
    for name in main.list_commands(None):
        of = main.get_command(None, name)
        for each in of.commands.values() if isinstance(of, click.Group) else (of,):
            words = name if each is of else f"{name} {each.name}"
            found |= {
                (words, option) for one in each.params for option in one.opts if option in ("--strict", "--check")
            }
    assert found == {
        ("sector", "--strict"), ("sector", "--check"), ("region", "--strict"), ("region", "--check"),
        ("portfolio", "--strict"), ("form check", "--strict"), ("rerun", "--check"),
    }  # fmt: skip


def test_a_plant_that_is_warned_of_is_refused_where_it_is_strict(files):
    assert run("sector", "coking", "--input", files["doubted"]).exit_code == 0
    refused = run("sector", "coking", "--input", files["doubted"], "--strict")
    assert (refused.exit_code, refused.stdout) == (2, "") and f"battery[0].coke: {DOUBTED}" in refused.stderr
    assert run("sector", "coking", "--input", files["good"], "--strict").exit_code == 0


def test_so_is_the_plant_beside_it(files):
    beside = ("sector", "coking", "--input", files["good"], "--compare", files["doubted"])
    assert run(*beside).exit_code == 0
    refused = run(*beside, "--strict")
    assert (refused.exit_code, refused.stdout) == (2, "") and f"battery[0].coke: {DOUBTED}" in refused.stderr


def test_a_gap_of_any_plant_of_a_comparison_counts(files):
    """The oven of 4.3 m is to be closed by 2023: the file without that has a gap, whichever of the two it is."""
    for one, other in (("good", "short"), ("short", "good")):
        beside = ("sector", "coking", "--input", files[one], "--compare", files[other])
        assert (run(*beside).exit_code, run(*beside, "--check").exit_code) == (0, 1)
        assert run(*beside, "--check").stdout == run(*beside).stdout
    alone = ("sector", "coking", "--input", files["good"], "--compare", files["good"], "--check")
    assert run(*alone).exit_code == 0


def test_a_region_is_refused_where_it_is_strict(files, tmp_path):
    for plant, code in (("doubted", 2), ("good", 0)):
        found = run("region", "--input", written(tmp_path, city(plants=[f"{plant}.toml"])), "--strict")
        assert found.exit_code == code, found.output
        assert bool(found.stdout) == (code == 0)
        assert (f"doubted.toml.battery[0].coke: {DOUBTED}" in found.stderr) == (code == 2)
    doubted = written(tmp_path, city(plants=["doubted.toml"]))
    assert run("region", "--input", doubted).exit_code == 0


@pytest.mark.parametrize(
    ("limit", "plants", "code", "says"),
    [
        ("11 %", [], 0, "met 1"),
        ("13 %", [], 1, "T001 short of 1 %"),
        ("11 %", ["good.toml"], 0, "met 1"),
        ("11 %", ["broken.toml"], 1, "Without what was rejected: broken.toml"),
    ],
)
def test_a_target_that_is_short_or_a_plant_that_is_rejected_ends_with_1(limit, plants, code, says, files, tmp_path):
    """Energy per GDP declines by 12 %: 1000 / 1000 before, 1100 / 1250 now."""
    plan = run("plan", "new", "x").stdout.replace('limit = "15 %"', f'limit = "{limit}"')
    (tmp_path / "x.toml").write_text(plan, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(COKING.replace('"60 万t"', '"60 万m"'), encoding="utf-8")
    words = ("region", "--input", written(tmp_path, city(plan="x.toml", plants=plants)))
    plain, checked = run(*words), run(*words, "--check")
    assert (plain.exit_code, checked.exit_code) == (0, code)
    assert says in checked.stdout and checked.stdout == plain.stdout


def test_a_row_that_is_warned_of_is_set_aside_where_it_is_strict(tmp_path):
    rows, out = tmp_path / "rows.csv", tmp_path / "out.csv"
    first, second = "first,600000,780000,650000,top,wet\n", "second,600,780,650000,top,wet\n"
    rows.write_text(f"{HEAD}{first}{second}", encoding="utf-8")
    of = ("--sector", "coking", "--process", "battery", "--year", "2025")
    words = ("portfolio", *of, "--input", rows, "--output", out)
    plain = run(*words)
    assert plain.exit_code == 0 and "2 rows: 2 out, 0 set aside" in plain.stderr
    strict = run(*words, "--strict")
    assert strict.exit_code == 2 and "2 rows: 1 out, 1 set aside" in strict.stderr
    aside = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig")
    assert "coke: 0.0923077 % of the capacity is made; usually 30–120 %" in aside
    assert [line.split(",")[1] for line in aside.splitlines()] == ["name", "second"]
    rows.write_text(f"{HEAD}{first}", encoding="utf-8")
    assert run(*words, "--strict").exit_code == 0


def test_a_form_that_lacks_what_it_requires_is_refused_where_it_is_strict(files):
    words = ("form", "check", "--form", "saving-report", "--input", files["good"])
    plain, strict = run(*words), run(*words, "--strict")
    assert plain.exit_code == 0 and "missing" in plain.stdout
    assert (strict.exit_code, strict.stdout) == (2, "")
    assert "report.organisation.code: Credit code: is required by the form saving-report" in strict.stderr


def test_a_form_of_a_region_is_checked_with_a_region(tmp_path):
    words = ("form", "check", "--form", "region-report", "--input", written(tmp_path, city()), "--strict")
    found = run(*words)
    assert found.exit_code == 0, found.output
    (line,) = [each for each in found.stdout.splitlines() if "result: scoreboard.met" in each]
    assert line.split()[:2] == ["filled", "yes"]


def test_a_snapshot_that_comes_out_otherwise_ends_with_1(tmp_path):
    same = run("rerun", SNAPSHOT, "--check")
    assert (same.exit_code, same.stdout) == (0, "the result is the same, to the last digit\n")
    content = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    content["result"]["totals"]["energy_saved"]["value"] += 1
    other = tmp_path / "other.ecd.json"
    other.write_text(json.dumps({**content, "sha256": checksum(content)}), encoding="utf-8")
    plain, checked = run("rerun", other), run("rerun", other, "--check")
    assert (plain.exit_code, checked.exit_code) == (0, 1)
    assert checked.stdout == plain.stdout and "totals.energy_saved.value" in checked.stdout
