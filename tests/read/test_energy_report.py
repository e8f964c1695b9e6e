import openpyxl
import pytest

from ecdcalc import InputError
from ecdcalc.assessment.energy_report import comprehensive, filed, read_report
from ecdcalc.read.energy_report import read_energy_report

HEAD = ["能源名称", "计量单位", "期初库存量", "购进量", "加工转换产出", "回收利用", "工业生产消费", "用于原材料", "非工业生产消费",
        "期末库存量", "采用折标系数", "等价系数"]  # fmt: skip
LINES = [
    ["原煤", "t", 1200, 58000, None, None, 57300, 12000, 200, 1700, 0.7143, None],
    ["天然气", "万m3", 0, 500, None, None, 500, 0, 0, 0, 13.3, None],
    ["电力", "万kWh", 0, 6200, 3000, None, 9000, 0, 200, 0, 1.229, 3.0],
    ["能源合计", "tce", None, None, None, None, None, None, None, None, None, None],
]


def written(path, lines):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "能源消费结构"
    page.append(["重点用能单位能源利用状况报告"])
    page.append(HEAD)
    for line in lines:
        page.append(line)
    book.save(path)
    return str(path)


def test_a_report_as_filed_is_read_by_its_heads(tmp_path):
    path = written(tmp_path / "report.xlsx", LINES)
    rows = read_energy_report(path).energy
    assert [(row.carrier, row.unit) for row in rows] == [
        ("raw-coal", "t"),
        ("natural-gas", "万m3"),
        ("electricity", "万kWh"),
    ]
    assert rows[0].cells["closing"] == "能源消费结构!J3"
    found = comprehensive(filed(read_report(path), 2023), "calorific")
    assert found["comprehensive"] == pytest.approx(57300 * 0.7143 + 500 * 13.3 + 6000 * 1.229)
    found = comprehensive(filed(read_report(path), 2023), "primary")
    assert found["comprehensive"] == pytest.approx(57300 * 0.7143 + 500 * 13.3 + 6000 * 3.0)


def test_every_mistake_has_its_cell(tmp_path):
    wrong = [["氮气", "万m3", *[None] * 10], ["原煤", "桶", *[None] * 10], ["柴油", "t", "多", *[None] * 9]]
    with pytest.raises(InputError) as refused:
        read_energy_report(written(tmp_path / "report.xlsx", wrong))
    assert [each.place for each in refused.value.problems] == ["能源消费结构!A3", "能源消费结构!B4", "能源消费结构!C5"]


def test_a_workbook_without_the_table_is_refused(tmp_path):
    path = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match="能源名称"):
        read_energy_report(str(path))


def test_sheets_that_say_different_things_of_a_carrier_are_told_with_both_cells(tmp_path):
    path = tmp_path / "report.xlsx"
    written(path, LINES)
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("附表")
    page.append(["能源名称", "计量单位", "工业生产消费"])
    for line in (["原煤", "t", 57300], ["天然气", "万m3", 501], ["电力", "MWh", 90000]):
        page.append(line)
    book.save(path)
    with pytest.raises(InputError) as refused:
        read_energy_report(str(path))
    found = {each.place: each for each in refused.value.problems}
    assert {place: each.key for place, each in found.items()} == {
        "附表!C3": "report-differs", "附表!B4": "report-units",
    }  # fmt: skip
    assert all(each in found["附表!C3"].say("zh") for each in ("501", "500", "能源消费结构!G4"))
