import pickle

from ecdcalc.model.outputs import Outputs, evaluate, may_stray
from ecdcalc.numbers.ops import is_missing
from ecdcalc.numbers.trace import outsides
from ecdcalc.read import read_plant


def test_outputs_come_when_they_are_asked_for_and_are_the_same(coking):
    process = coking.cases[-1].baseline
    whole, some = evaluate(process), Outputs(process)
    assert [*some] == [*whole] and len(some) == len(whole) and "no-such" not in some
    assert some["energy"].value == whole["energy"].value and some["energy"].text == whole["energy"].text
    assert {name: term.value for name, term in some.items() if not is_missing(term)} == {
        name: term.value for name, term in whole.items() if not is_missing(term)
    }


def test_nobody_looks_for_what_strays_where_nobody_was_told_of_it(coking):
    process = coking.cases[-1].baseline
    whole, some = evaluate(process), Outputs(process)
    assert not may_stray(whole) and [*outsides(whole.values())] == []
    assert not may_stray(pickle.loads(pickle.dumps(whole)))
    some["energy"]  # of what was evaluated alone, nobody was told
    assert may_stray(some) and may_stray(some.complete())


def test_what_strays_is_told_of_by_whoever_evaluates_it():
    boiler = {
        "fuel": "bituminous-coal", "furnace": "fluidised-bed", "steam": "10 万t", "steam_pressure": "1 MPa",
        "feedwater_temperature": "60 °C", "energy": {"raw-coal": {"value": "1.5 万t", "lhv": "21 MJ/kg"}},
        "oxygen": "16 %", "flue_temperature": "165 °C", "air_temperature": "20 °C",
    }  # fmt: skip
    state = evaluate(read_plant({"sector": "equipment", "year": 2025, "boiler": [boiler]}).cases[0].baseline)
    assert may_stray(state) and [*outsides(state.values())]
