import csv
import io
import shutil

import pytest
from city import city, example, written

from ecdcalc import assess_region, load_region
from ecdcalc.report.region import render_region


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_scoreboard_comes_first(form, lang):
    text = render_region(example(), form, lang)
    heads = {"en": ("Scoreboard", "All targets", "Sources"), "zh": ("目标完成情况", "全部目标", "数据来源")}[lang]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert text[places[0] : places[1]].count("\n") < 65  # one page
    answer = {"en": "met 83, on track 0, short 8", "zh": "达标 83、达到时序进度 0、未达标 8"}[lang]
    assert text[: text.index(answer)].count("\n") < 6 and text.index(answer) < places[0]  # on the first screen
    assert all(f"T{number:03}" in text for number in range(1, 92))


def test_csv_has_every_target_and_no_formulas():
    rows = list(csv.DictReader(io.StringIO(render_region(example(), "csv", "en"))))
    assert {row["name"] for row in rows if row["section"] == "target"} == {f"T{number:03}" for number in range(1, 92)}
    assert not any(str(cell)[:1] in ("=", "@") for row in rows for cell in row.values())


def test_csv_holds_what_the_tables_hold():
    rows = list(csv.DictReader(io.StringIO(render_region(example(), "csv", "en"))))
    sections = {row["section"] for row in rows}
    assert sections >= {
        "scoreboard", "target", "energy-calorific", "energy-primary", "county-energy", "carbon", "contribution", "counties",
        "sectors", "plant", "project", "offset", "handed-down-counties", "handed-down-units", "total-energy",
        "single-listed", "difference", "money",
    }  # fmt: skip
    moved = [float(row["value"]) for row in rows if row["section"] == "contribution" and row["item"] == "total"]
    assert sum(moved) == pytest.approx(182.2)  # 2252.2 − 2070 万tce


def test_json():
    assert render_region(example(), "json", "zh").startswith("{")


def test_what_is_missing_and_rejected_is_said(tmp_path):
    document = city()
    document["county"][0]["plants"] = ["gone.toml"]
    del document["series"]["feedstock"]
    text = render_region(assess_region(load_region(written(tmp_path, document))), "markdown", "en")
    assert "Without what was rejected: gone.toml" in text[: text.index("Short of what")]
    assert "gone.toml" in text and "series.feedstock" in text and "Rejected" in text


def test_rows_tell_warnings_and_why_a_plant_was_rejected(tmp_path):
    shutil.copy("tests/cases/r5-ldar-and-factor.toml", tmp_path / "warned.toml")
    document = city()
    document["county"][0]["plants"] = ["warned.toml", "gone.toml"]
    rows = [
        *csv.DictReader(
            io.StringIO(render_region(assess_region(load_region(written(tmp_path, document))), "csv", "en"))
        )
    ]
    told = {row["section"]: row for row in rows if row["section"] in ("warning", "rejected")}
    assert (told["warning"]["name"], told["warning"]["item"]) == ("warned.toml.vapour-site[0].leaks", "warn-leaks")
    assert told["warning"]["note"].startswith("leaks are counted one by one")
    assert (told["rejected"]["name"], told["rejected"]["note"]) == (
        "gone.toml",
        "county[0].plants gone.toml: no such file",
    )
