"""Two plants side by side: what differs, by process and by carrier."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecdcalc.cli import main

PLANT = """
sector = "coking"
name = "x"
year = 2025

[[battery]]
name = "1#"
coke = "60 万t"
charging = "top"
quenching = "wet"
energy = { coking-coal = "81 万t", electricity = "20 GWh" }
reporting = { energy = { electricity = "%s GWh" } }
"""


@pytest.fixture
def two(tmp_path):
    files = tmp_path / "one.toml", tmp_path / "other.toml"
    for file, amount in zip(files, (18, 15), strict=True):
        file.write_text(PLANT % amount, encoding="utf-8")
    return files


def run(one, other, *words):
    found = CliRunner().invoke(main, ["sector", "coking", "--input", str(one), "--compare", str(other), *words])
    assert found.exit_code == 0, found.output
    return found.output


def test_differences_by_hand(two):
    """3 GWh less; by the calorific value of 0.1229 kgce/kWh, 368.7 tce less."""
    found = json.loads(run(*two, "--format", "json"))
    saved = {each["item"]: each["difference"] for each in found["saved"]}
    assert saved["electricity"]["value"] == pytest.approx(3e6)
    assert saved["energy"]["value"] == pytest.approx(368.7)
    process = next(each for each in found["processes"] if each["item"] == "electricity")
    assert (process["process"], process["difference"]["value"]) == ("1#", pytest.approx(-3e6))
    carriers = {each["carrier"]: each for each in found["carriers"]}
    assert carriers["electricity"]["energy"]["difference"]["value"] == pytest.approx(-368.7)
    assert carriers["coking-coal"]["amount"]["difference"]["value"] == 0


@pytest.mark.parametrize(("lang", "words"), [("en", "Energy by carrier"), ("zh", "报告期分品种能源")])
def test_text_shows_what_differs_and_no_more(two, lang, words):
    for form in ("table", "markdown"):
        text = run(*two, "--format", form, "--lang", lang)
        assert words in text and "-368.7" in text
        assert "810,000" not in text  # the coal is the same
    assert len(run(*two).splitlines()) < 60


def test_the_same_twice_differs_in_nothing(two):
    assert run(two[0], two[0]).count("Both give the same.") == 3
    rows = list(csv.DictReader(io.StringIO(run(two[0], two[0], "--format", "csv"))))
    assert {row["difference"] for row in rows} <= {"", "0.0"}


def test_a_process_of_one_file_alone_has_no_difference(two, tmp_path):
    more = tmp_path / "more.toml"
    block = PLANT[PLANT.index("[[") :] % 15
    more.write_text(two[0].read_text(encoding="utf-8") + block.replace("1#", "2#"), encoding="utf-8")
    found = json.loads(run(two[0], more, "--format", "json"))
    new = [each for each in found["processes"] if each["process"] == "2#"]
    assert new and all(each["a"] is None and each["difference"] is None and each["b"] for each in new)


def test_files_by_suffix(two, tmp_path):
    target = tmp_path / "both.md"
    run(*two, "--output", str(target))
    assert Path(target).read_text(encoding="utf-8").startswith("# A: x")


def test_three_files_stand_side_by_side(two, tmp_path):
    third = tmp_path / "third.toml"
    third.write_text(PLANT % 12, encoding="utf-8")
    found = json.loads(run(*two, "--compare", str(third), "--format", "json"))
    electricity = next(each for each in found["saved"] if each["item"] == "electricity")
    differences = {letter: each["value"] for letter, each in electricity["differences"].items()}
    assert differences == pytest.approx({"b": 3e6, "c": 6e6})
    assert electricity["difference"] == electricity["differences"]["b"] and found["c"]["file"] == str(third)
    rows = [*csv.DictReader(io.StringIO(run(*two, "--compare", str(third), "--format", "csv")))]
    assert float(next(row for row in rows if row["item"] == "electricity")["c-a"]) == pytest.approx(6e6)
    text = run(*two, "--compare", str(third), "--format", "markdown", "--lang", "zh")
    assert "C − A" in text and "third.toml" in text


def test_sets_of_the_measures_of_one_file_stand_side_by_side():
    """Without any measure nothing of it is saved; with all it is the file itself."""
    coking = "examples/coking.toml"
    words = ["sector", "coking", "--input", coking, "--set", "", "--set", "coke-dry-quenching", "--format", "json"]
    found = json.loads(CliRunner().invoke(main, words).output)
    assert set("abc") < set(found) and "d" not in found
    energy = next(each for each in found["saved"] if each["item"] == "energy")
    assert energy["b"]["value"] < energy["c"]["value"] < energy["a"]["value"]
    all_ids = "coke-dry-quenching,coal-moisture-control,coking-wastewater-advanced-treatment"
    words = ["sector", "coking", "--input", coking, "--set", all_ids, "--format", "json"]
    same = json.loads(CliRunner().invoke(main, words).output)
    assert all(each["difference"] is None or each["difference"]["value"] == 0 for each in same["saved"])


def test_a_set_of_a_measure_that_is_not_there_is_refused():
    found = CliRunner().invoke(main, ["sector", "coking", "--input", "examples/coking.toml", "--set", "x"])
    assert found.exit_code == 2 and "coke-dry-quenching" in found.stderr


def test_the_page_holds_the_same_numbers(two, tmp_path):
    page = tmp_path / "page.html"
    run(*two, "--output", str(page), "--lang", "zh")
    text = page.read_text(encoding="utf-8")
    assert "报告期分品种能源" in text and "368.7" in text and "http://" not in text.replace("http://www.w3.org", "")


def test_a_process_of_one_file_alone_stands_in_the_text_with_a_dash(two, tmp_path):
    more = tmp_path / "more.toml"
    block = PLANT[PLANT.index("[[") :] % 15
    more.write_text(two[0].read_text(encoding="utf-8") + block.replace("1#", "2#"), encoding="utf-8")
    lines = [line.split() for line in run(two[0], more, "--format", "markdown").splitlines() if line.startswith("| 2#")]
    assert lines
    assert any("15,000,000" in line and "–" in line for line in lines)


def test_targets_of_both_stand_in_the_rows(two):
    """The state of a target of the plan stands under the letter of each file."""
    for file in two:
        file.write_text('plan = "yuncheng-14fyp"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    rows = [*csv.DictReader(io.StringIO(run(*two, "--format", "csv")))]
    states = [(each["a"], each["b"], each["difference"]) for each in rows if each["section"] == "target"]
    assert len(states) == 91 and {*states} == {("not-evaluated", "not-evaluated", "")}
