import json

import openpyxl
import polars
import pytest
from click.testing import CliRunner

from ecdcalc.cli import main

PLANTS = "coke [万t],charging,quenching,energy.coking-coal [万t],energy.electricity [GWh]\n" + "".join(
    f"{60 + n},{'stamp' if n % 2 else 'top'},wet,{81 + n},18\n" for n in range(6)
)


@pytest.fixture
def run(tmp_path):
    (tmp_path / "plants.csv").write_text(PLANTS + "-1,stamp,wet,81,18\n", encoding="utf-8-sig")

    def run(*outputs, more=()):
        files = [part for name in outputs for part in ("--output", str(tmp_path / name))]
        arguments = ["portfolio", "--sector", "coking", "--process", "battery", "--year", "2025", "--input"]
        return CliRunner().invoke(main, [*arguments, str(tmp_path / "plants.csv"), *files, *more])

    return run


def test_one_run_writes_rows_and_sums_in_every_form(run, tmp_path):
    done = run("a.csv", "b.xlsx", "c.parquet", "s.txt", "s.md", "s.json")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = polars.read_csv(tmp_path / "a.csv")
    assert rows.height == 6 == polars.read_parquet(tmp_path / "c.parquet").height
    assert openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0].max_row == 7
    found = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert found["rows"] == {"in": 7, "out": 6, "aside": 1} and found["groups"][0]["rows"] == 6
    energy = found["groups"][0]["baseline.energy [tce]"]
    assert energy == pytest.approx(rows["baseline.energy [tce]"].sum(), rel=1e-12)
    text = (tmp_path / "s.txt").read_text(encoding="utf-8")
    assert "set aside" in text and max(map(len, text.splitlines())) <= 80
    assert (tmp_path / "s.md").read_text(encoding="utf-8").startswith("## Table of plants")


def test_sums_are_by_group_in_the_language_of_the_reader(run, tmp_path):
    done = run("a.parquet", "s.txt", more=["--group-by", "charging", "--lang", "zh"])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "s.txt").read_text(encoding="utf-8")
    assert "charging = stamp" in text and "charging = top" in text and "综合能耗" in text and "搁置" in text
    assert "二氧化碳" in text and "co2" not in text


def test_sums_alone_are_refused_and_no_file_is_written_twice(run, tmp_path):
    done = run("s.txt")
    assert done.exit_code == 2 and "sums alone" in done.output
    assert run("a.csv", "a.csv").exit_code == 2
    assert [each.name for each in tmp_path.iterdir()] == ["plants.csv"]


def test_a_sum_says_how_many_rows_of_its_group_are_not_in_it(run, tmp_path):
    head, *lines = PLANTS.splitlines()
    lines = [f"{line},{200 + place}" for place, line in enumerate(lines)]
    lines[0] = lines[0].rpartition(",")[0] + ","  # of one battery of the group "top" nobody knows what its water holds
    table = [
        f"{head},wastewater.volume [万m3],wastewater.cod [mg/L]",
        *(each.replace(",18,", ",18,30,") for each in lines),
    ]
    (tmp_path / "plants.csv").write_text("\n".join(table) + "\n", encoding="utf-8-sig")
    done = run("a.csv", "s.txt", "s.md", "s.json", more=["--group-by", "charging"])
    assert done.exit_code == 0, done.output
    found = {each["charging"]: each for each in json.loads((tmp_path / "s.json").read_text("utf-8"))["groups"]}
    assert found["top"]["rows"] == 3 and found["top"]["without.baseline.COD [t]"] == 1
    assert found["stamp"]["without.baseline.COD [t]"] == 0
    rows = polars.read_csv(tmp_path / "a.csv").filter(charging="top")
    assert rows["baseline.COD [t]"].null_count() == 1
    assert found["top"]["baseline.COD [t]"] == pytest.approx(rows["baseline.COD [t]"].sum(), rel=1e-12)
    text = (tmp_path / "s.txt").read_text(encoding="utf-8")
    assert "rows not in it" in text
    stamp = text[text.index("charging = stamp") : text.index("charging = top")]
    assert "without" not in text and max(map(len, text.splitlines())) <= 80
    assert stamp.count("rows not in it") <= 1
