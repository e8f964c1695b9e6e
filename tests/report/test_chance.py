"""Chance in words: what is not all is not shown as all, what moves a result is named."""

import base64
import json
import re
import zipfile

import openpyxl
import pypdf
import pytest
from click.testing import CliRunner

from ecdcalc import assess_region
from ecdcalc.assessment.plant import assess
from ecdcalc.cli import main
from ecdcalc.decide.chance import with_chance
from ecdcalc.decide.chance_region import with_region_chance
from ecdcalc.report.chance import percent, results
from ecdcalc.report.forms import pictures
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form
from ecdcalc.report.forms.values import rounded
from ecdcalc.report.forms.word import set_form
from ecdcalc.report.outputs import ASSESSMENT, REGION, Asked
from ecdcalc.report.page import parts
from ecdcalc.report.render import render
from ecdcalc.words.labels import number, word

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
"""The smallest picture."""


@pytest.mark.parametrize(
    ("share", "shown"), [(1.0, "100.0 %"), (0.99999, "> 99.9 %"), (0.0, "0.0 %"), (1e-6, "< 0.1 %"), (0.5, "50.0 %")]
)
def test_percent(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(("lang", "words"), [("en", "of the spread is"), ("zh", "的离散来自")])
def test_text_markdown_and_csv_say_what_moves(lang, words):
    found = with_chance(assess("examples/steel.toml"), 1000)
    for form in ("table", "markdown"):
        assert words in render(found, form, lang)
    rows = [row for row in render(found, "csv", lang).splitlines() if row.startswith("chance,")]
    totals = found.to_dict(lang)["chance"]
    middle = next(row for row in rows if ",energy,p50," in row)
    assert repr(totals["saved"]["energy"]["p50"]["value"]) in middle
    assert sum(",probability," in row for row in rows) == len(totals["targets"]) + 1


def run(*words):
    return CliRunner().invoke(main, ["sector", "steel", "--input", "examples/steel.toml", *words])


def test_the_command_draws_and_repeats():
    once = [json.loads(run("--draws", "200", "--seed", "4", "--format", "json").output)["chance"] for _ in range(2)]
    assert once[0] == once[1] and (once[0]["draws"], once[0]["seed"]) == (200, 4)
    assert "Chance of the targets" in run("--draws", "200").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--seed", "3"], "--draws"),
        (["--draws", "3"], "from 100 to"),
        (["--draws", "500", "--compare", "examples/steel.toml"], "without draws"),
    ],
)
def test_what_does_not_go_together_is_refused(words, told):
    found = run(*words)
    assert found.exit_code == 2 and told in found.output


def text_of(file):
    """What stands in a file of any form, without spaces and what parts thousands."""
    if file.suffix == ".pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    elif file.suffix == ".docx":
        with zipfile.ZipFile(file) as package:
            text = re.sub("<[^>]*>", "", package.read("word/document.xml").decode("utf-8"))
    else:
        text = re.sub("<[^>]*>", "", file.read_text(encoding="utf-8"))
    return re.sub(r"[\s,]", "", text)


@pytest.fixture(scope="module")
def drawn():
    """A plant and a region with draws."""
    region = assess_region("examples/city/city.toml")
    return {"steel": with_chance(assess("examples/steel.toml"), 200), "city": with_region_chance(region, 200)}


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".docx", ".xlsx", ".txt", ".md", ".csv"])
@pytest.mark.parametrize(("name", "forms", "lang"), [("steel", ASSESSMENT, "zh"), ("city", REGION, "en")])
def test_every_form_tells_the_spread_of_every_result(name, forms, lang, suffix, drawn, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "_drawn", lambda chart: "<svg></svg>")
    monkeypatch.setattr(pictures, "png", lambda chart: DOT)
    file = tmp_path / f"x{suffix}"
    forms[suffix](drawn[name], file, Asked(lang))
    told = [*results(drawn[name].to_dict(lang)["chance"], lang)]
    spreads = [each.spread for each in told if each.spread]
    assert len(spreads) >= 6
    values = [each[end]["value"] for each in spreads for end in ("p5", "p50", "p95")]
    if suffix == ".xlsx":
        sheet = openpyxl.load_workbook(file)[word("sheet-chance", lang)]
        numbers = [cell.value for row in sheet.iter_rows(min_row=4, max_col=4) for cell in row]
        assert {f"{each:.12g}" for each in values} <= {f"{each:.12g}" for each in numbers if isinstance(each, float)}
        shown = [(row[0].value, row[5].value or 0) for row in sheet.iter_rows(min_row=4)]
        assert shown[: len(told)] == [(each.label, each.probability or 0) for each in told]
    else:
        said = {".csv": repr, ".docx": lambda value: rounded(value, None)}.get(suffix, number)
        text = text_of(file)
        assert [value for value in values if said(value).replace(",", "") not in text] == []


def test_without_draws_no_form_speaks_of_them(tmp_path):
    filled = {id: fill(load_form(id), assess("examples/steel.toml"), "en") for id in ("saving-report", "schemes")}
    for each in filled.values():
        assert each.tables["chance"] == [] == each.tables["chance_notes"]
        assert not [line for line in each.lines if "chance" in line.path]
    set_form(filled["schemes"], tmp_path / "x.docx", "en")
    assert "Randomdraws" not in text_of(tmp_path / "x.docx")
