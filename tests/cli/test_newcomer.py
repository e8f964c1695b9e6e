"""A newcomer's way: a template as a workbook, filled in in Chinese, with the slips that are made; answer and workbook."""

from typing import NamedTuple

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.worksheet.cell_range import CellRange

from ecdcalc.cli import main


class Way(NamedTuple):
    """Cells of a template: a sheet, one with an amount, one with a share, one with a choice, one to be merged."""

    sector: str
    sheet: str
    amount: str
    share: str
    choice: str
    merged: str


WAYS = [
    Way("焦化", "焦炉", "焦炭产量（干基）", "入炉煤水分", "熄焦方式", "年设计产能"),
    Way("建材", "水泥熟料生产线", "熟料产量", "", "窑型", "海拔高度"),
    Way("通用设备", "锅炉", "蒸汽产量", "燃煤收到基灰分", "主要燃料", "排烟温度"),
    Way("建筑", "建筑供暖", "供暖建筑面积", "热源效率（炉具/锅炉/换热站，低位热值）", "热源", "采暖度日数"),
    Way("交通", "道路车队", "车辆数", "", "车型", "年均行驶里程"),
]
SHARES = [each for each in WAYS if each.share]


def run(*arguments):
    return CliRunner().invoke(main, [*map(str, arguments), "--lang", "zh"])


class Filled:
    """A template of a sector as a workbook, and its cells by the words of their rows."""

    def __init__(self, way, folder):
        self.way, self.path = way, folder / "企业.xlsx"
        made = run("template", way.sector, "--output", self.path)
        assert made.exit_code == 0, made.output
        self.book = openpyxl.load_workbook(self.path)
        self.page = self.book[way.sheet]
        self.rows = {self.page.cell(number, 1).value: number for number in range(3, self.page.max_row + 1)}

    def cell(self, words, column=2):
        return self.page.cell(self.rows[words], column)

    def assessed(self, *more):
        self.book.save(self.path)
        return run("sector", self.way.sector, "--input", self.path, *more)


of_every_way = pytest.mark.parametrize("way", WAYS, ids=[each.sector for each in WAYS])


@of_every_way
def test_from_template_to_answer_and_workbook(way, tmp_path):
    plant, report = Filled(way, tmp_path), tmp_path / "结果.xlsx"
    amount = plant.cell(way.amount)
    amount.value = str(amount.value)  # a number stored as text
    amount.data_type = "s"
    answer = plant.assessed("--details")
    assert answer.exit_code == 0, answer.output
    assert "节能量" in answer.output
    assert f"{way.sheet}!{amount.coordinate}" in answer.output and "以文本存储的数" in answer.output
    out = plant.assessed("--output", report)
    assert out.exit_code == 0, out.output
    assert openpyxl.load_workbook(report).sheetnames[0] == "结果"


@of_every_way
def test_slips_are_told_in_one_pass_with_sheet_and_cell(way, tmp_path):
    """A unit of its own beside that of the next column, a word that is none of the list, merged cells."""
    plant = Filled(way, tmp_path)
    amount, choice, merged = (plant.cell(words) for words in (way.amount, way.choice, way.merged))
    amount.value = f"{amount.value}万"
    choice.value = "也许"
    plant.page.merged_cells.add(CellRange(f"{merged.coordinate}:C{merged.row}"))
    told = plant.assessed()
    assert told.exit_code == 2, told.output
    lines = told.output.splitlines()
    for where, said in (
        (amount.coordinate, "只留一个"),
        (choice.coordinate, "也许"),
        (f"{merged.coordinate}:C{merged.row}", "取消合并"),
    ):
        (line,) = (each for each in lines if f"{way.sheet}!{where}" in each)
        assert said in line
    assert sum("!" in each for each in lines) == 3, "of a cell that is wrong by itself nothing more is told"


@pytest.mark.parametrize("way", SHARES, ids=[each.sector for each in SHARES])
def test_a_fraction_in_a_cell_of_per_cent_is_warned_of(way, tmp_path):
    plant = Filled(way, tmp_path)
    assert plant.cell(way.share, 3).value == "%"
    heading = "警告：使用结果前请先核对"
    assert heading not in plant.assessed("--details").output
    plant.cell(way.share).value /= 100
    assert heading in plant.assessed("--details").output
