import openpyxl

from ecdcalc import assess, load_plant
from ecdcalc.report.workbook.sheets import write_workbook


def test_inputs_have_units_sources_and_grades_in_cells(tmp_path):
    write_workbook(assess(load_plant("examples/coking.toml")), tmp_path / "plant.xlsx", "zh")
    sheet = openpyxl.load_workbook(tmp_path / "plant.xlsx", data_only=True)["输入"]
    rows = {row[2].value: row for row in sheet.iter_rows(min_row=4)}
    coke = rows["battery[0].coke"]
    assert coke[4].value == "万t" and coke[5].value == "给定值"
    published = [row for row in rows.values() if row[6].value in ("A", "B", "C")]
    assert len(published) > 10 and all(row[7].value for row in published)


def test_sources_are_in_the_words_of_the_reader(tmp_path):
    write_workbook(assess(load_plant("examples/coking.toml")), tmp_path / "plant.xlsx", "zh")
    book = openpyxl.load_workbook(tmp_path / "plant.xlsx")
    shown = [row[7].value for row in book["输入"].iter_rows(min_row=4) if row[7].value]
    assert any("综合能耗计算通则" in each for each in shown)
    assert not [each for each in shown if "Annex" in each or "Table" in each or "definition" in each]


def test_a_range_that_was_given_is_told_as_it_was_written(tmp_path):
    battery = {"coke": "100 万t", "charging": "stamp", "quenching": "wet",
               "energy": {"coking-coal": "135 万t", "electricity": "35 ± 2 GWh"}}  # fmt: skip
    write_workbook(assess({"sector": "coking", "year": 2023, "battery": [battery]}), tmp_path / "plant.xlsx", "en")
    sheet = openpyxl.load_workbook(tmp_path / "plant.xlsx", data_only=True)["Inputs"]
    rows = {row[2].value: row for row in sheet.iter_rows(min_row=4)}
    power, coal = (rows[f"battery[0].energy.{name}.amount"] for name in ("electricity", "coking-coal"))
    assert (power[3].value, power[4].value, power[8].value) == (35, "GWh", "35 ± 2 GWh")
    assert (coal[3].value, coal[8].value) == (135, None)
