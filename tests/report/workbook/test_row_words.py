"""The sheets of rows that a region and a choice have: in Chinese no key is left, in English neither."""

import csv
import io
import re
import tomllib

import pytest
from billed import document as billed
from shown import EXAMPLES, contract, written

from ecdcalc import read_plant
from ecdcalc.decide.choose import choose
from ecdcalc.decide.contract import contract as choice_contract
from ecdcalc.decide.question import read_question
from ecdcalc.report.choice import choice_csv
from ecdcalc.report.region import region_csv
from ecdcalc.report.workbook.row_words import said_of_choice, said_of_region
from ecdcalc.words.labels import word

NAMES = ("NPV", "VOCs", "SCR", "RTO")
"""Of methods, which are the same in Chinese."""
KEY = re.compile(r"[a-z][a-z0-9]*([._-][a-z0-9]+)+|(?<![A-Za-z.])[a-z]{3,}(?![A-Za-z])")
"""A key of several words, or a small English word."""


def rows(text, said):
    (_, *heads), *found = csv.reader(io.StringIO(text))
    for section, *cells in found:
        yield section, said(section, dict(zip(heads, cells, strict=True)))


def keys_in(text, said, names):
    """The cells in which a key stands, but those of what a file names itself and of units."""
    found = set()
    for section, row in rows(text, said):
        for head, cell in row.items():
            bare = cell
            for each in names:
                bare = bare.replace(each, "")
            if head not in ("unit", "value") and KEY.search(bare):
                found.add((section, head, cell))
    return found


def chosen(lang):
    plant = read_plant(billed())
    question = read_question(reduce=["CO2=350000 t", "energy=1e7 tce"], budget="3 亿元", alternatives=1)
    return choice_contract(choose(plant, question), lang)


def test_no_key_is_left_in_the_sheets_of_a_chinese_region():
    found = contract("city", "zh")
    files = (EXAMPLES / "city").rglob("*.toml")
    names = {text for path in files for text in written(tomllib.loads(path.read_text(encoding="utf-8")))}
    allowed = sorted({*names, "indicators.", "inputs."}, key=len, reverse=True)
    left = keys_in(region_csv(found), said_of_region("zh"), allowed)
    assert {each for each in left if each[1] != "note"} == set()


@pytest.mark.parametrize(
    ("section", "row", "words"),
    [
        ("target", {"name": "T001", "item": "base", "state": "met"}, {"item": "基期", "state": "达标"}),
        ("energy-primary", {"name": "甲市", "item": "growth_effect", "state": ""}, {"item": "仅GDP增长带来的能耗增量"}),
        ("county-energy", {"name": "乙县", "item": "done", "state": "missing"}, {"state": "缺数据者"}),
        ("contribution", {"name": "building-materials", "item": "activity", "state": ""}, {"name": "建材"}),
        ("contribution", {"name": "others", "item": "total", "state": ""}, {"name": "其他", "item": "合计"}),
        ("sectors", {"name": "steel", "item": "co2e", "state": "saved"}, {"name": "钢铁", "item": "二氧化碳当量"}),
        ("handed-down-units", {"name": "a", "item": "energy equal-rate", "state": "saving"},
         {"item": "节能目标：等比例", "state": "节能任务"}),
        ("handed-down-counties", {"name": "a", "item": "NH3-N convergence", "state": "saving"},
         {"item": "氨氮减排量：强度趋同", "state": "减排任务"}),
        ("single-listed", {"name": "p", "item": "乙县", "state": "True"}, {"item": "乙县", "state": "是否扣除：是"}),
        ("difference", {"name": "a", "item": "pollutants.cod", "state": ""}, {"item": "排放量 化学需氧量"}),
        ("money", {"name": "a", "item": "tax-so2", "state": "before"}, {"item": "环境保护税（二氧化硫）", "state": "改造前"}),
        ("own-measure", {"name": "a", "item": "own/m1", "state": "energy_saved"}, {"item": "", "state": "节能量"}),
        ("carbon", {"name": "a", "item": "coal", "state": ""}, {"item": "煤炭消费增长"}),
        ("total-energy", {"name": "a", "item": "gap", "state": ""}, {"item": "超出（负值为余量）"}),
    ],
)  # fmt: skip
def test_a_row_of_a_region_in_words(section, row, words):
    said = said_of_region("zh")(section, {**row, "note": ""})
    assert {key: said[key] for key in words} == words
    assert said_of_region("en")(section, {**row, "note": ""}).keys() == said.keys()


def test_no_key_is_left_in_the_sheets_of_a_chinese_choice():
    found = chosen("zh")
    left = keys_in(choice_csv(found), said_of_choice(found, "zh"), (*written(billed()), *NAMES, "capex", "size"))
    assert left == set()


def test_the_rows_of_a_choice_name_processes_measures_and_levels():
    found = chosen("en")
    said = [*rows(choice_csv(found), said_of_choice(found, "en"))]
    measures = {(row["place"], row["name"]) for section, row in said if section == "measure"}
    assert measures == {(each["process"], each["label"]) for each in found["measures"]} != set()
    levels = {row["value"] for section, row in said if section == "grade"}
    assert levels <= {"", word("not-qualified", "en"), *(word(f"level-{each}", "en") for each in (1, 2, 3))}
    notes = [row["note"] for section, row in said if section == "aim"]
    assert any(each.startswith("short: the ") for each in notes)
