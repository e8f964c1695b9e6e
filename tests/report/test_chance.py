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
from ecdcalc.report.chance import chance_rows, chance_sections, choice_chance, choice_chance_rows, percent, results
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


def spread(unit, *ends, lost=0.0, shares=()):
    """A spread as the contract has it: its ends and its middle, what moves it, in how much it is lost."""
    named = {name: {"value": value, "unit": unit} for name, value in zip(("p5", "p50", "p95"), ends, strict=True)}
    return {**named, "lost": lost, "shares": [{"source": source, "share": share} for source, share in shares]}


def drawn_of(**more):
    """What draws say of a plant, written by hand: one range that moves nothing that is saved, one target."""
    target = {"target": "T001", "label": "energy per GDP", "process": None, "probability": 0.25, "moved": True,
              "reached": None}  # fmt: skip
    return {"draws": 200, "seed": 1, "sources": [{"source": "a", "label": "price of coal"}], "saved": {},
            "targets": [target], "all_targets": 0.25, **more}  # fmt: skip


def measure_of(**more):
    return {"place": "battery[0]", "measure": "m", "label": "boiler", "npv": None, "simple_payback": None,
            "pays_back": None, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "The ranges move nothing that is saved."), ("zh", "各区间不影响节约量。")],
)
def test_ranges_that_move_nothing_that_is_saved_are_told(lang, told):
    title, targets = chance_sections(drawn_of(), lang)
    assert title.rows == [] and title.notes[1:] == [told] and "200" in title.notes[0]
    assert [row[3] for row in targets.rows] == ["25.0 %"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "25.0 %; at least on track 60.0 %"), ("zh", "25.0 %；至少达到进度 60.0 %")],
)
def test_that_a_target_is_on_track_is_told_where_it_is_another_chance(lang, told):
    found = drawn_of()
    found["targets"][0]["on_track"] = 0.6
    assert [*chance_sections(found, lang)][1].rows[0][3] == told
    rows = [row for row in chance_rows(found, lang) if row[4] in ("probability", "on_track")]
    assert [(row[2], row[4], row[5]) for row in rows[:2]] == [("T001", "probability", 0.25), ("T001", "on_track", 0.6)]


def test_without_a_number_of_all_targets_there_is_no_row_of_it():
    assert [row[3] for row in chance_rows(drawn_of(), "en")] == ["energy per GDP", "all_targets"]
    assert [row[3] for row in chance_rows(drawn_of(all_targets=None), "en")] == ["energy per GDP"]


@pytest.mark.parametrize(
    ("lang", "npv", "notes"),
    [
        ("en", "NPV", ["NPV: 90 % of the spread is “price of coal”",
                       "boiler simple payback: cannot be worked out in 12.5 % of the trials."]),
        ("zh", "净现值", ["净现值：90 % 的离散来自“price of coal”", "boiler 静态回收期：12.5 % 的抽样中无法计算。"]),
    ],
)  # fmt: skip
def test_the_worth_of_all_measures_and_of_those_without_one(lang, npv, notes):
    """The worth of all is told with what moves it; that a payback is lost in some trials is told, not what moves it."""
    payback = spread("a", 2.0, 3.0, 4.0, lost=0.125, shares=[("a", 0.9)])
    money = {"saved": None, "npv": spread("CNY", 1.0, 2.0, 3.0, shares=[("a", 0.9)]), "pays_back": 0.75,
             "measures": [measure_of(simple_payback=payback), measure_of(measure="n", label="fan")]}  # fmt: skip
    found = drawn_of(money=money, targets=[])
    section = [*chance_sections(found, lang)][-1]
    assert [*section.notes] == notes
    shown = [(*row[:1], *row[2:]) for row in section.rows]
    whole, none = word("chance-all-measures", lang), ("–", "–", "–", "")
    assert shown == [
        (whole, "", *none), (whole, "75.0 %", "1", "2", "3", "CNY"),
        ("boiler", "–", *none), ("boiler", "", "2", "3", "4", "a"), ("fan", "–", *none), ("fan", "", *none),
    ]  # fmt: skip
    (told,) = results(found, lang)
    assert (told.label, told.spread, told.probability) == (npv, money["npv"], 0.75)
    rows = [(row[1], row[3], row[4], row[5]) for row in chance_rows(found, lang) if row[3] in ("npv", "pays_back")]
    assert rows == [("plant", "npv", "p5", 1.0), ("plant", "npv", "p50", 2.0), ("plant", "npv", "p95", 3.0),
                    ("plant", "pays_back", "probability", 0.75)]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "together", "notes"),
    [
        (None, None, []),
        (None, 0.5, ["All targets together are met in 50.0 % of the trials."]),
        ({"value": 80.0, "unit": "%"}, None, ["Chosen so that each is reached with a probability of 80 %"]),
    ],
)
def test_the_chance_of_a_choice_tells_what_was_asked_of_it(wanted, together, notes):
    aim = {"aim": "reduce:co2", "name": "CO2", "probability": 0.5, "reached": None}
    found = {"draws": 200, "seed": 2, "confidence": wanted, "together": False, "aims": [aim], "all_aims": together,
             "sources": []}  # fmt: skip
    section = choice_chance(found, "en")
    assert section.rows == [("CO2", "50.0 %", "–", "–", "–", "")]
    assert len(section.notes) == 1 + len(notes)
    assert all(told.startswith(note) for told, note in zip(section.notes[1:], notes, strict=True))
    whole = [("chance", "", "", "all", "probability", 0.5, "", "")] if together else []
    assert [*choice_chance_rows(found)][1:] == whole
