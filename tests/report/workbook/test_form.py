import datetime
import re
import tomllib
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from ecdcalc import sectors
from ecdcalc.cli import main
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.keys import in_keys
from ecdcalc.read.text import read_document
from ecdcalc.report.workbook.form import write_form
from ecdcalc.words.errors import EcdcalcError

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = [*sorted(EXAMPLES.glob("*.toml")), *sorted((EXAMPLES / "city").rglob("*.toml"))]


def documents():
    yield from ((file.name, tomllib.loads(file.read_text(encoding="utf-8"))) for file in FILES)
    yield from ((f"template-{each.id}", tomllib.loads(each.template)) for each in sectors().values())


def meaning(found):
    """What a document says, however a number or an amount is written; what is empty says nothing."""
    if isinstance(found, dict):
        made = {("value" if key == "amount" else key): meaning(each) for key, each in found.items()}
        return (
            made["value"]
            if set(made) == {"value"}
            else {key: each for key, each in made.items() if each not in ({}, [])}
        )
    if isinstance(found, list):
        return [meaning(each) for each in found]
    if isinstance(found, str):
        try:
            reading = read_quantity(found)
        except EcdcalcError:
            return found
        return reading.value, reading.low, reading.high
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "document"), [*documents()], ids=lambda each: each if isinstance(each, str) else "")
def test_toml_to_workbook_to_toml_loses_nothing(name, document, lang, tmp_path):
    path = tmp_path / "file.xlsx"
    write_form(document, path, lang)
    back = in_keys(read_document(path))
    assert back.problems == ()
    assert meaning(back.document) == meaning(document)


def test_the_front_names_every_sheet_below_the_other_and_then_says_how_to_fill_them(tmp_path):
    write_form(tomllib.loads(sectors()["coking"].template), tmp_path / "file.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "file.xlsx")
    front = [row[0] for row in book.worksheets[0].iter_rows(values_only=True)]
    last = len(book.sheetnames)
    assert front[1:last] == book.sheetnames[1:] and front[last] is None
    assert len(front) == last + 5 and all(len(each) > 40 for each in front[last + 1 :])


def test_a_cell_has_its_choices_its_comment_and_its_unit(tmp_path):
    path = tmp_path / "file.xlsx"
    write_form(tomllib.loads(sectors()["coking"].template), path, "zh")
    page = openpyxl.load_workbook(path)["焦炉"]
    rows = {page.cell(number, 1).value: number for number in range(3, page.max_row + 1)}
    assert "焦炭产量（干基）" in page.cell(rows["焦炭产量（干基）"], 1).comment.text
    assert page.cell(rows["焦炭产量（干基）"], 3).value == "万t"
    listed = {str(each.sqref).split(":")[0]: each.formula1 for each in page.data_validations.dataValidation}
    assert f"B{rows['熄焦方式']}" in listed


def test_a_newcomer_fills_in_chinese_and_gets_answer_and_workbook(tmp_path):
    plant, report = tmp_path / "企业.xlsx", tmp_path / "结果.xlsx"
    run = CliRunner().invoke
    made = run(main, ["template", "焦化", "--output", str(plant), "--lang", "zh"])
    assert made.exit_code == 0, made.output
    book = openpyxl.load_workbook(plant)
    page = book["焦炉"]
    rows = {page.cell(number, 1).value: number for number in range(3, page.max_row + 1)}
    page.cell(rows["焦炭产量（干基）"], 4).value = 128
    page.append(["能源消费 / 天然气", None, None, 50, "万m3"])
    book.save(plant)
    answer = run(main, ["sector", "焦化", "--input", str(plant), "--lang", "zh"])
    assert answer.exit_code == 0, answer.output
    assert "节能" in answer.output
    out = run(main, ["sector", "焦化", "--input", str(plant), "--output", str(report), "--lang", "zh"])
    assert out.exit_code == 0, out.output
    assert openpyxl.load_workbook(report).sheetnames


def test_no_other_suffix_is_written(tmp_path):
    made = CliRunner().invoke(main, ["template", "coking", "--output", str(tmp_path / "plant.docx")])
    assert made.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_convert_keys_goes_both_ways(tmp_path):
    run, first, last = CliRunner().invoke, tmp_path / "plant.xlsx", tmp_path / "plant.toml"
    source = EXAMPLES / "coking.toml"
    for arguments in (
        ["--input", str(source), "--output", str(first), "--lang", "zh"],
        ["--input", str(first), "--output", str(last)],
    ):
        made = run(main, ["convert-keys", *arguments])
        assert made.exit_code == 0, made.output
    before, after = (tomllib.loads(each.read_text(encoding="utf-8")) for each in (source, last))
    assert meaning(after) == meaning(before)


LATIN = re.compile(r"(?<![A-Za-z])[A-Z]?[a-z]{3,}(?![A-Za-z0-9])")
NAMES = re.compile(r"gb\d[\w.-]+|ppm|Siegert|Napier")
"""Keys of limits, units and the names of people; formulas and abbreviations are no words."""


@pytest.mark.parametrize("id", sorted(sectors()))
def test_nothing_english_is_left_in_a_chinese_template(id, tmp_path):
    """Inputs, choices and what is said of them: what stays Latin is a unit, a key, a symbol or a name."""
    path = tmp_path / "file.xlsx"
    write_form(tomllib.loads(sectors()[id].template), path, "zh")
    front, *pages, lists = openpyxl.load_workbook(path).worksheets
    said = [cell.value for row in lists.iter_rows() for cell in row if cell.value]
    for page in pages:
        for row in page.iter_rows(min_row=3):
            said.append(row[0].value)
            if row[0].comment:
                first, *rest = row[0].comment.text.split("\n")[0].split("; ")
                said += [first, *(each for each in rest if " | " in each)]
    assert re.search("[一-鿿]", f"{front.title}{lists.title}{''.join(page.title for page in pages)}")
    assert len(said) > 20
    left = {text for text in said if LATIN.search(NAMES.sub("", text))}
    assert left == set()


def test_a_date_stays_a_date_and_two_tables_never_share_a_sheet(tmp_path):
    """A sheet cannot be named with a slash or a colon: both become a dash, and the second name is numbered."""
    document = {"a/b": [{"x": "1 t"}], "a:b": [{"x": "2 t"}], "day": datetime.date(2023, 9, 30)}
    write_form(document, tmp_path / "form.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    assert {"a-b", "a-b 2"} <= {*book.sheetnames}
    shown = {row[0].value: row[1].value for row in book["Basics"].iter_rows()}
    assert shown["day"] == "2023-09-30"
    assert meaning(read_document(str(tmp_path / "form.xlsx"))) == meaning({**document, "day": "2023-09-30"})


def test_on_paper_units_stand_beside_their_values(tmp_path):
    write_form(tomllib.loads(sectors()["coking"].template), tmp_path / "form.xlsx", "zh")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    assert all(book[each].page_setup.fitToHeight == 0 for each in ("说明", "企业", "焦炉"))
    assert all(book[each].sheet_properties.pageSetUpPr.fitToPage for each in ("说明", "企业", "焦炉"))
