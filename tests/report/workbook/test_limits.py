"""Limits of a workbook: whatever word a product becomes, the row is found that the engine takes."""

import tomllib
from itertools import product

import openpyxl
import pytest

from ecdcalc import assess, load_plant
from ecdcalc.assessment.grades import product_of
from ecdcalc.model.process import changed, fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import missing
from ecdcalc.read.plant import read_plant
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.limits import which_row
from ecdcalc.report.workbook.sheets import write_workbook


def graded(file):
    return [each for each in load_plant(file).cases if getattr(type(each.baseline), "gradings", ())]


@pytest.mark.parametrize("name", ["coal", "light-industry", "power", "two-high", "steel"])
def test_every_combination_of_words_finds_the_row_of_the_engine(name):
    """Short lists as IF, long ones as a table, and numbers beside words."""
    for case in graded(f"examples/{name}.toml"):
        for grading in type(case.baseline).gradings:
            asked = {each.name for conditions, _ in grading.product.choices for each in conditions}
            fields = {
                each: fields_of(type(case.baseline))[each] for each in asked if each in fields_of(type(case.baseline))
            }
            words = {each: (*of.options, "") for each, of in fields.items() if of.kind == "choice"}
            numbers = {id: float(at) for at, (_, id) in enumerate(reversed(grading.product.choices), 1)}
            for given in [*product(*words.values())][:200]:
                book = Book("en")
                engine = {key: word or missing(key) for key, word in zip(words, given, strict=True)}
                cells = {key: Cell(book, value, key) for key, value in engine.items()}
                found = which_row(book, grading, changed(case.reporting, **cells), numbers)
                state = changed(case.reporting, **engine)
                wanted = next((id for conditions, id in grading.product.choices
                               if all(each.holds(state) is True for each in conditions)), "")  # fmt: skip
                assert found.value == numbers.get(wanted, 0.0), given


def test_the_table_of_limits_holds_what_the_products_could_be(tmp_path):
    result = assess(load_plant("examples/coal.toml"))
    write_workbook(result, tmp_path / "coal.xlsx", "zh")
    book = openpyxl.load_workbook(tmp_path / "coal.xlsx", data_only=True)
    ids = [row[7].value for row in book["限额表"].iter_rows(min_row=4)]
    asked = {id for case in result.plant.cases for each in getattr(type(case.baseline), "gradings", ())
             for _, id in each.product.choices}  # fmt: skip
    assert set(ids) == asked and len(ids) == len(asked)
    shown = [(row[1].value, row[10].value) for row in book["对标"].iter_rows(min_row=4)]
    assert len(shown) >= sum(len(grade.levels) for each in result.processes for grade in each.grades)
    for each in result.processes:
        for grade in each.grades:
            level = grade.level["reporting" if "reporting" in grade.level else "baseline"]
            assert any(label == grade.limit.zh and (isinstance(level, str) or said == level) for label, said in shown)


def test_a_process_without_a_product_says_so(tmp_path):
    plant = read_plant(tomllib.loads(sectors()["light-industry"].template))
    case = next(each for each in plant.cases if each.key == "food")
    assert not product_of(type(case.baseline).gradings[0], case)
    write_workbook(assess(plant), tmp_path / "food.xlsx", "en")
    rows = openpyxl.load_workbook(tmp_path / "food.xlsx", data_only=True)["Limits"].iter_rows(
        min_row=4, values_only=True
    )
    said = [row for row in rows if row[1] == "no limit applies"]
    assert said and all(row[3] == row[5] == "–" and row[10] == "no limit applies" for row in said)


def test_the_table_of_limits_names_the_edition_in_force(tmp_path):
    """In 2025 the limits of 2013 hold; their numbers stand beside their own key, which `ecdcalc limits` finds."""
    plant = load_plant("examples/coking.toml")
    write_workbook(assess(plant), tmp_path / "coking.xlsx", "zh")
    rows = openpyxl.load_workbook(tmp_path / "coking.xlsx", data_only=True)["限额表"].iter_rows(min_row=4)
    ids = [row[7].value for row in rows]
    assert ids == ["gb21342-2013.coke.top-charging", "gb21342-2013.coke.stamp-charging"]
