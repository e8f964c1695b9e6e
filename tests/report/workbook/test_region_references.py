"""What the formulas of a region refer to: what is given is a framed number, what follows from it a formula."""

import openpyxl
import pytest
from shown import assessed

from ecdcalc.report.workbook.region import write_region_workbook


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("region") / "city.xlsx"
    write_region_workbook(assessed("city"), path, "en")
    return openpyxl.load_workbook(path)


def lines(book, sheet):
    head, *rows = (list(row) for row in book[sheet].iter_rows(min_row=3))
    return [dict(zip((cell.value for cell in head), row, strict=True)) for row in rows]


def test_projects_of_one_plant_together_claim_no_more_than_it_emits(book):
    first, second = (each for each in lines(book, "Projects") if each["county"].value == "河津市"
                     and each["emission of the plant"].value and "焦" in each["project"].value)  # fmt: skip
    here, below = first["county"].row, second["county"].row
    assert first["counted"].value == f"=MIN(D{here},MAX(0,E{here}))*F{here}"
    assert second["counted"].value == f"=MIN(D{below},MAX(0,E{below}-D{here}))*F{below}"


def test_a_project_that_is_refused_counts_nothing(book):
    (refused,) = (each for each in lines(book, "Projects") if each["project"].value == "无佐证的小项目")
    assert refused["counted"].value == 0 and refused["a year"].value == 12


def test_a_project_without_a_figure_of_its_own_has_that_of_its_plant(book):
    row = next(each for each in lines(book, "Projects") if each["project"].value == "污水处理厂提标扩容")
    assert str(row["a year"].value).startswith("='Plants'!")


def test_new_sources_take_what_is_left_one_after_another(book):
    one, other, *_ = lines(book, "New sources")
    assert one["left in the county"].value.count("SUMIFS") == 1
    assert other["left in the county"].value.count("SUMIFS") == 2


def test_only_what_is_given_has_a_frame(book):
    for sheet in ("Targets", "Plants", "Projects", "New sources", "Indicators", "Series", "Rules"):
        framed = [cell for row in book[sheet].iter_rows(min_row=4) for cell in row if cell.border.left.style]
        assert framed and not any(str(cell.value).startswith("=") for cell in framed), sheet


def test_what_is_left_out_is_a_switch_in_words(book):
    page = book["Rules"]
    assert [[cell.value for cell in row] for row in page["A4:B6"]] == [
        ["new renewable power left out", 1], ["feedstock left out", 1], ["listed projects left out", 1],
    ]  # fmt: skip
    listed = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    assert listed == {f"B{row}": '"1,0"' for row in (4, 5, 6)}
    row = next(each for each in lines(book, "Targets") if each["target"].value == "T088")
    assert "'Rules'!$B$5" in str(row["value"].value)
