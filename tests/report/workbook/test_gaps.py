"""Targets of a workbook: which of them a process has follows from its cells, and so does how many count."""

import openpyxl
import pytest

from ecdcalc import assess
from ecdcalc.read.plans import new_plan
from ecdcalc.report.workbook.sheets import write_workbook

PLAN = """
[[target]]
id = "{id}"
zh = "目标"
en = "target"
clause = "1"
type = "binding"
sector = ["coking"]
direction = ">="
limit = "{limit}"
indicator = "battery.{output}"
op = ">="
when = ["chamber_height < 4.4 m"]
"""


@pytest.fixture
def gaps(tmp_path):
    """The rows of the sheet of targets of two batteries, one low and one high, that a closed one is left of."""

    def rows(output, limit, **high):
        text = new_plan("own")
        head = text[: text.index("[[target]]")]
        (tmp_path / "own.toml").write_text(head + PLAN.format(id="t001", limit=limit, output=output), encoding="utf-8")
        low = {"name": "1#", "coke": "60 万t", "chamber_height": "4.3 m", "charging": "stamp", "quenching": "wet",
               "capacity": "65 万t", "energy": {"coking-coal": "81 万t", "electricity": "18 GWh"}}  # fmt: skip
        other = {**low, "name": "2#", "chamber_height": "5.5 m", **high}
        plant = {"sector": "coking", "year": 2025, "plan": str(tmp_path / "own.toml"),
                 "battery": [{**low, "closed": "2024-06-30"}, other]}  # fmt: skip
        result = assess(plant)
        write_workbook(result, tmp_path / "x.xlsx", "en")
        found = []
        for values in (True, False):
            page = openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=values)["Gaps"]
            found.append([[cell.value for cell in row] for row in page.iter_rows(min_row=4)])
        return result, *found

    return rows


def test_how_many_count_is_a_formula(gaps):
    result, stored, live = gaps("closed_count", "2 个")
    (gap,) = [each for each in result.gaps if each.limit]
    assert stored[0][5] == gap.reporting == 1 and stored[0][8] == "open"
    assert str(live[0][5]).startswith("=") and str(live[0][8]).startswith("=IF(")


def test_a_process_that_a_target_is_not_for_stands_there_and_says_so(gaps):
    result, stored, live = gaps("retrofitted", "100 %")
    assert [(row[2], row[8]) for row in stored] == [("1#", "met"), ("2#", "does not apply")]
    assert stored[1][5] == "–" and str(live[1][8]).startswith("=IF(")
    assert [each.process for each in result.gaps] == ["1#"]


def test_a_target_on_an_output_is_of_those_that_go_on(gaps):
    _, stored, _ = gaps("unit_energy", "1 kgce/t", chamber_height="4.2 m")
    assert [(row[2], row[8]) for row in stored] == [("2#", "met")]


def test_a_target_names_its_process_as_the_other_sheets_do(tmp_path):
    battery = {"coke": "60 万t", "chamber_height": "5.5 m", "charging": "stamp", "quenching": "wet",
               "energy": {"coking-coal": "81 万t", "electricity": "18 GWh"}}  # fmt: skip
    plant = {"sector": "coking", "year": 2025, "plan": "yuncheng-14fyp", "battery": [{**battery, "covers": "80 %"}]}
    write_workbook(assess(plant), tmp_path / "x.xlsx", "zh")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True)
    named = {row[2].value for row in book["差距"].iter_rows(min_row=4)}
    assert {"焦炉", "焦炉（未改造部分）"} <= named and not any("battery" in str(each) for each in named)
