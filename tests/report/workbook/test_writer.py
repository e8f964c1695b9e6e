import math
from pathlib import Path

import openpyxl
import pytest
from shown import assessed

from ecdcalc import assess, load_plant
from ecdcalc.report.screen.box import width_of
from ecdcalc.report.workbook.region import write_region_workbook
from ecdcalc.report.workbook.sheets import write_workbook

WIDEST = 48


def test_every_formula_has_its_value_stored(tmp_path):
    write_workbook(assess(load_plant("examples/coking.toml")), tmp_path / "plant.xlsx", "en")
    formulas = openpyxl.load_workbook(tmp_path / "plant.xlsx")
    values = openpyxl.load_workbook(tmp_path / "plant.xlsx", data_only=True)
    count = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    count += 1
                    assert values[sheet.title][cell.coordinate].value is not None or sheet.title == "Inputs"
    assert count > 500


@pytest.mark.parametrize("example", ["coking", "city"])
def test_every_number_fits_its_column_and_stands_apart_from_its_unit(example, tmp_path):
    """What does not fit is printed as ###."""
    write = write_region_workbook if example == "city" else write_workbook
    write(assessed(example), tmp_path / "x.xlsx", "en")
    tight = []
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True):
        spans = [each for each in sheet.column_dimensions.values() if not each.hidden]
        widths = {number: each.width for each in spans for number in range(each.min, each.max + 1)}
        for cell in (each for row in sheet.iter_rows() for each in row if isinstance(each.value, (int, float))):
            if cell.number_format == "General":  # is shown with fewer digits where there is less room
                continue
            form = cell.number_format
            assert form.endswith("_0") or form == "0"  # a year
            if form == "General_0":  # is shown with fewer digits where there is less room
                continue
            digits = len(form.removesuffix("_0").partition(".")[2])
            shown = f"{cell.value:.2e}" if "E" in form else f"{cell.value:,.{digits}f}"
            if len(shown) > widths.get(cell.column, math.inf):
                tight.append((sheet.title, cell.coordinate, shown))
    assert tight == []


@pytest.mark.parametrize(("example", "lang"), [("coking", "zh"), ("city", "zh"), ("steel", "en")])
def test_no_text_is_cut_and_heads_stand_over_their_numbers(example, lang, tmp_path):
    """Text runs on into an empty cell; what is wider than a screen has room for may be cut."""
    write = write_region_workbook if example == "city" else write_workbook
    write(assessed(example), tmp_path / "x.xlsx", lang)
    cut, astray = [], []
    for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True):
        spans = [each for each in sheet.column_dimensions.values() if not each.hidden]
        widths = {number: each.width for each in spans for number in range(each.min, each.max + 1)}
        top = sheet.freeze_panes and int(sheet.freeze_panes.removeprefix("A")) - 1
        for row in sheet.iter_rows(min_row=top + 1):
            for cell in row:
                room = widths.get(cell.column, math.inf)
                if isinstance(cell.value, str) and room < min(width_of(cell.value), WIDEST):
                    cut.append((sheet.title, cell.coordinate, cell.value))
        for head in sheet[top]:
            values = [row[head.column - 1].value for row in sheet.iter_rows(min_row=top + 1)]
            numbers = [each for each in values if each not in (None, "", "–", "#N/A", "#DIV/0!")]
            shown = head.column in widths and numbers and all(isinstance(each, (int, float)) for each in numbers)
            if shown and head.alignment.horizontal != "right":
                astray.append((sheet.title, head.value))
    assert (cut, astray) == ([], [])


def test_a_workbook_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_workbook(assessed("coking"), tmp_path / "x.xlsx", "en")
    assert not [*tmp_path.iterdir()]
