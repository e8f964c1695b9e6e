import csv
import io
import re
from pathlib import Path

from openpyxl import Workbook, load_workbook
from shown import contract

import ecdcalc
from ecdcalc.report.region import region_csv
from ecdcalc.report.setting import csv_text
from ecdcalc.report.workbook.plain import write_rows
from ecdcalc.words.labels import word

HEADS = ("section", "name", "value", "unit")


def as_it_is(_section, row):
    return row


def test_a_sheet_for_each_section_and_numbers_are_numbers(tmp_path):
    file = tmp_path / "out.xlsx"
    rows = [("total", "a", 12.5, "t"), ("aim", "=1+1", -3.0, "万元"), ("total", "b", "", "个")]
    write_rows(csv_text(HEADS, rows), file, "en", as_it_is)
    book = load_workbook(file)
    assert book.sheetnames == ["Total", "Aims"]
    assert [[cell.value for cell in row] for row in book["Total"].iter_rows()] == [
        ["name", "value", "unit"], ["a", 12.5, "t"], ["b", None, None],
    ]  # fmt: skip
    cell = book["Aims"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert [each.value for each in book["Aims"][2][1:]] == [-3.0, "10^4 CNY"]


def test_a_column_in_which_nothing_stands_is_left_out_and_the_others_are_as_wide_as_their_texts(tmp_path):
    file, long = tmp_path / "out.xlsx", "单位地区生产总值能耗下降率"
    heads = ("section", "name", "state", "value", "unit")
    write_rows(
        csv_text(heads, [("total", long, "", 12.5, "t"), ("total", "b", "", 118342.6581216, "t")]), file, "zh", as_it_is
    )
    page = load_workbook(file).active
    assert [cell.value for cell in page[1]] == ["名称", "数值", "单位"]
    assert page.oddHeader.left.text == "&A"  # the name of the sheet
    assert page.column_dimensions["A"].width > 2 * len(long)
    assert (page["B1"].alignment.horizontal, page["A1"].alignment.horizontal) == ("right", "left")
    assert [page[f"B{row}"].number_format for row in (2, 3)] == ["#,##0.00##_0", "#,##0_0"]


def test_sheets_heads_and_units_are_in_the_language_of_the_reader(tmp_path):
    file = tmp_path / "out.xlsx"
    write_rows(csv_text(HEADS, [("total", "a", 12.5, "个")]), file, "zh", as_it_is)
    page = load_workbook(file).active
    assert isinstance(page.parent, Workbook) and page.title == "合计明细"
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [["名称", "数值", "单位"], ["a", 12.5, "个"]]


def test_every_section_has_a_name_of_its_own_in_both_languages():
    sections = {row[0] for row in csv.reader(io.StringIO(region_csv(contract("city"))))} - {"section"}
    package = Path(ecdcalc.__file__).parent / "report"
    for name in ("choice", "chance", "region"):
        sections |= set(re.findall(r'yield "([a-z-]+)",', (package / f"{name}.py").read_text(encoding="utf-8")))
    assert len(sections) > 25
    for lang in ("en", "zh"):
        names = {section: word(f"rows-{section}", lang) for section in sections}
        assert len({each.casefold() for each in names.values()}) == len(sections)
        assert all(len(each) <= 29 and not each.startswith("rows-") for each in names.values())
    assert all(re.search("[一-鿿]", word(f"rows-{section}", "zh")) for section in sections)
