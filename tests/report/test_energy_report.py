import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from ecdcalc import load_plant
from ecdcalc.assessment.energy_report import comprehensive, rows_of
from ecdcalc.cli import main
from ecdcalc.report.energy_report import text, write_energy_report

sys.path.insert(0, str(Path(__file__).parent / "workbook"))
from office import needs_office, recalculated


def rows():
    return rows_of(load_plant("examples/coking.toml"))


def test_the_tables_have_amounts_factors_and_sums_in_the_language_of_the_reader():
    said = text(rows(), "zh")
    assert "焦炉煤气" in said and "综合能源消费量" in said and "等价值" in said
    assert "290,447" in said  # 96 037.96 + 194 408.65


@needs_office
def test_libreoffice_comes_to_the_same_sums(tmp_path):
    path = tmp_path / "report.xlsx"
    write_energy_report(rows(), path, "zh")
    page = recalculated([path], tmp_path)["report.xlsx"].worksheets[1]
    found = {page.cell(n, 1).value: (page.cell(n, 2).value, page.cell(n, 3).value) for n in range(1, page.max_row + 1)}
    for column, basis in enumerate(("calorific", "primary")):
        whole = comprehensive(rows(), basis)
        assert found["综合能源消费量"][column] == pytest.approx(whole["comprehensive"], rel=1e-9)
        assert found["能源合计（40行）"][column] == pytest.approx(whole["total-40"], rel=1e-9)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "report.xlsx"
    run = CliRunner().invoke
    made = run(main, ["energy-report", "--input", "examples/coking.toml", "--output", str(path), "--lang", "zh"])
    assert made.exit_code == 0, made.output
    assert openpyxl.load_workbook(path, data_only=True).worksheets[0]["A1"].value == "能源名称"
    shown = run(main, ["energy-report", "--input", str(path), "--lang", "zh"])
    assert shown.exit_code == 0, shown.output
    assert shown.output == run(main, ["energy-report", "--input", "examples/coking.toml", "--lang", "zh"]).output
