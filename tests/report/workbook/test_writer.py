import openpyxl

from ecdcalc import assess, load_plant
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
