import math
from pathlib import Path

import openpyxl
import pytest
from shown import assessed

from ecdcalc import assess, load_plant
from ecdcalc.report.workbook.region import write_region_workbook
from ecdcalc.report.workbook.sheets import write_workbook


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
            assert cell.number_format.endswith("_0") or cell.number_format == "0"  # a year
            digits = 2 if "0.00" in cell.number_format else 6
            shown = f"{cell.value:,.{digits}f}".rstrip("0").rstrip(".")
            if len(shown) > widths.get(cell.column, math.inf):
                tight.append((sheet.title, cell.coordinate, shown))
    assert tight == []


def test_a_workbook_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_workbook(assessed("coking"), tmp_path / "x.xlsx", "en")
    assert not [*tmp_path.iterdir()]
