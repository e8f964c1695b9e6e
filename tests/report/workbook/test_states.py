import tomllib
from pathlib import Path

from ecdcalc import load_plant, read_plant
from ecdcalc.numbers.cells import Cell
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.states import StateBuilder


def test_measures_are_blended_by_their_switches():
    plant = load_plant("examples/coking.toml")
    case = next(each for each in plant.cases if each.steps)
    book = Book("en")
    states = StateBuilder(book, case, plant.context, "1#", {}).states()
    assert len(states.after) == len(case.steps) == len(book.switches)
    last = states.after[-1]
    assert isinstance(last.quenching, Cell) and last.quenching.value == case.steps[-1].after.quenching
    assert "'Measures'!$C$4=1" in last.quenching.text
    assert last.energy.value == case.steps[-1].after.energy


def test_a_default_follows_a_number_that_was_measured_afterwards():
    document = tomllib.loads(Path("examples/power.toml").read_text(encoding="utf-8"))
    unit = document["coal-unit"][0]
    del unit["measure"]
    unit["reporting"] = {"capacity": "200 MW", "generation": "13.2 亿kWh", "electricity_supplied": "12 亿kWh"}
    plant = read_plant(document)
    case = next(each for each in plant.cases if each.place == "coal-unit[0]")
    states = StateBuilder(Book("en"), case, plant.context, "1#", {}).states()
    assert states.baseline.nox_factor.value == case.baseline.nox_factor
    assert states.reporting.nox_factor.value == case.reporting.nox_factor != case.baseline.nox_factor
