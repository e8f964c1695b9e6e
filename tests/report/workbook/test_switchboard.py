"""Plants of a region by the switches of their measures: all on, they save what the engine says."""

import pytest
from shown import assessed

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing
from ecdcalc.report.workbook.switchboard import Switchboard, models_of, totals_of


@pytest.fixture(scope="module")
def members():
    return [*assessed("city").members]


def test_all_switches_on_every_plant_saves_what_the_engine_says(members):
    book = Switchboard("en")
    models = models_of(members, book)
    assert len(models) > 30 and book.inputs == []
    for each in members:
        for name, number in totals_of(models[each.member.place]).items() if each.member.place in models else ():
            value, known = (number.value if isinstance(number, Cell) else number), each.totals[name].known
            if isinstance(known, Missing):
                assert isinstance(value, Missing), (each.member.place, name)
            else:
                assert value == pytest.approx(known, rel=1e-9, abs=1e-9), (each.member.place, name)


def test_a_switch_names_its_plant_and_its_process(members):
    book = Switchboard("en")
    one = next(each for each in members if each.member.place.endswith("hejin-coking.toml"))
    models_of([one], book)
    steps = sum(len(case.steps) for case in one.member.plant.cases)
    assert len(book.switches) == steps > 0
    assert all(each.process.startswith(f"{one.member.name}: ") for each in book.switches)


def test_of_too_many_plants_the_results_stand_as_numbers(members, monkeypatch):
    monkeypatch.setattr("ecdcalc.report.workbook.switchboard._MOST", 1)
    assert models_of(members, Switchboard("en")) == {}
