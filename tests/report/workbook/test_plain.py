from openpyxl import load_workbook

from ecdcalc.report.setting import csv_text
from ecdcalc.report.workbook.plain import write_rows


def test_a_sheet_for_each_section_and_numbers_are_numbers(tmp_path):
    file = tmp_path / "out.xlsx"
    rows = [("total", "a", 12.5, "t"), ("gap", "=1+1", -3.0, ""), ("total", "b", "", "x")]
    write_rows(csv_text(("section", "name", "value", "unit"), rows), file)
    book = load_workbook(file)
    assert book.sheetnames == ["total", "gap"]
    assert [[cell.value for cell in row] for row in book["total"].iter_rows()] == [
        ["name", "value", "unit"], ["a", 12.5, "t"], ["b", None, "x"],
    ]  # fmt: skip
    cell = book["gap"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s") and book["gap"]["B2"].value == -3.0
