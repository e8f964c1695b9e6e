import csv
import io
import json

import pytest

from ecdcalc.assessment.grade import grade_value
from ecdcalc.reference.limits import load_own_limits
from ecdcalc.report.grade import render

CONVERTER = "gb21256-2025.converter"


@pytest.fixture
def verdict():
    return grade_value(CONVERTER, "-29 kgce/t", uncorrected=True, date="2026-08-01")


def test_text_leads_with_the_verdict(verdict):
    assert render(verdict, "table", "en").splitlines()[0] == "Basic oxygen converter: -29 kgce/t → level 2"
    assert render(verdict, "table", "zh").splitlines()[0].endswith("→ 2级")
    assert "above level 1 by: 1 kgce/t" in render(verdict, "table", "en")


def test_json_has_every_number_unrounded(verdict):
    found = json.loads(render(verdict, "json", "en"))
    assert found["limit"] == {"level1": -30.0, "level2": -28.0, "level3": -12.0}
    assert found["distance"]["level"] == 1
    assert found["distance"]["value"] == pytest.approx(1)
    assert (found["level"], found["in_force"], found["new_build"]) == (2, True, True)
    assert found["correction"].startswith("limit = base + 0.23")


def test_csv_is_one_row_that_no_spreadsheet_takes_for_a_formula(verdict):
    (row,) = csv.DictReader(io.StringIO(render(verdict, "csv", "en")))
    assert (row["level"], row["level1"]) == ("2", "-30.0")
    assert row["given"] == "'-29 kgce/t"


def test_markdown_keeps_text_from_becoming_markup(verdict):
    text = render(verdict, "markdown", "en")
    assert text.startswith("# Basic oxygen converter")
    assert "| limit 1/2/3" in text


def test_an_incomplete_verdict_says_what_lacks_in_every_format():
    found = grade_value("gb29446-2019.coking-coal", "5 kWh/t")
    assert "not given: method" in render(found, "table", "en")
    assert json.loads(render(found, "json", "en"))["lacks"] == ["method"]
    assert "method" in render(found, "csv", "zh")


@pytest.mark.parametrize(
    ("product", "value", "lang", "told"),
    [
        ("gb21347-2012.magnesium", "9 tce/t", "en", "incomplete: the standard has no level 3 for it"),
        ("gb21347-2012.magnesium", "9 tce/t", "zh", "该标准没有3级限值"),
        ("gb29995-2024.semi-coke", "100 kgce/t", "en", "or --uncorrected: Corrected actual = e - c"),
        ("gb29995-2024.semi-coke", "100 kgce/t", "zh", "不修正用 --uncorrected："),
    ],
)
def test_an_incomplete_verdict_without_inputs_says_why(product, value, lang, told):
    """A standard that gives level 1 alone; a correction whose values nobody published."""
    assert told in render(grade_value(product, value), "table", lang)


def test_a_row_without_a_note_has_no_line_of_one(tmp_path):
    file = tmp_path / "own.csv"
    head = "id,unit,level1,level2,level3,standard,confidence,note\n"
    file.write_text(f"{head}a,kgce/t,40,42,45,ours,A,\nb,kgce/t,40,42,45,ours,A,seen in the works\n", encoding="utf-8")
    table = load_own_limits(file)
    bare, told = (render(grade_value(id, "41 kgce/t", limits=table), "table", "en") for id in "ab")
    assert "level 2" in bare and "note" not in bare
    assert "note: seen in the works" in told
