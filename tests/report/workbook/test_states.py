from ecdcalc import load_plant
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
