"""What is given and does not count, because of the word of a choice beside it, is told: in a file and in a table."""

import random

import polars
import pytest
from moves import PROCESSES, one, others, said, taken
from reach import shared, undeclared

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.warnings.not_used import conditional
from ecdcalc.model.laws import bound_of, laws_of
from ecdcalc.model.process import fields_of, lift, walk
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.defaults import Context
from ecdcalc.report.schema import plant_schema
from ecdcalc.testing import probe

DECLARED = [(name, each) for name, (_, cls) in PROCESSES.items() for each in conditional(cls)]
BOILER = {
    "fuel": "bituminous-coal", "furnace": "grate", "steam": "8 万t", "steam_pressure": "1.35 MPa",
    "feedwater_temperature": "60 °C", "energy": {"raw-coal": {"value": "1.2 万t", "lhv": "21 MJ/kg"}},
}  # fmt: skip
FAN = {"rated_power": "90 kW", "load": "80 %", "rated_efficiency": "93 %", "hours": "4000 h",
       "speed": "70 %", "drive_efficiency": "97 %"}  # fmt: skip


def told(key, table):
    found = assess(read_plant({"sector": "equipment", "year": 2025, key: [table]})).warnings
    return {each.place: each.text("en") for each in found if each.key == "warn-not-used"}


def test_a_temperature_of_steam_that_is_read_as_saturated_is_told():
    assert told("boiler", {**BOILER, "steam_temperature": "300 °C"}) == {
        "boiler[0].steam_temperature": "is given and not used: it counts only where steam_state is superheated"
    }
    assert not told("boiler", {**BOILER, "steam_temperature": "300 °C", "steam_state": "superheated"})
    assert not told("boiler", BOILER)


def test_what_a_measure_or_the_reporting_state_makes_count_is_not_told():
    assert [*told("motor", FAN)] == ["motor[0].speed", "motor[0].drive_efficiency"]
    assert not told("motor", {**FAN, "reporting": {"control": "variable-speed"}})
    later = {**{key: FAN[key] for key in ("rated_power", "load", "rated_efficiency", "hours")},
             "reporting": {"speed": "70 %"}}  # fmt: skip
    assert [*told("motor", later)] == ["motor[0].reporting.speed"]


def test_the_word_that_stands_without_it_says_nothing_written_out():
    mine = {"raw_coal": "180 万t", "method": "open-cast", "energy": {"electricity": "1300 万kWh"}}
    bus = {"vehicle": "city-bus", "fuel": "diesel", "stage": "china-4", "vehicles": "9 vehicle",
           "energy": {"diesel": "100 t"}}  # fmt: skip
    for key, sector, table, written in (("mine", "coal", mine, {"gas_grade": "low"}),
                                        ("fleet", "transport", bus, {"load": "load-75"}),
                                        ("fleet", "transport", bus, {"load": "base"})):  # fmt: skip
        found = assess(read_plant({"sector": sector, "year": 2025, key: [{**table, **written}]})).warnings
        told_of = [each.place for each in found if each.key == "warn-not-used"]
        (name, word), *_ = written.items()
        assert told_of == ([] if word == "base" else [f"{key}[0].{name}"])
    rows = polars.DataFrame({"vehicle": ["city-bus"] * 2, "fuel": ["diesel"] * 2, "stage": ["china-4"] * 2,
                             "vehicles [vehicle]": [9.0] * 2, "energy.diesel [t]": [100.0] * 2,
                             "load": ["base", "load-75"]})  # fmt: skip
    first, second = portfolio(rows, sector="transport", process="fleet", year=2025).results["audit.warnings"]
    assert "load" not in (first or "") and "load: is given and not used" in second


def test_rows_are_told_the_same_each_for_itself():
    columns = {"rated_power [kW]": [90.0] * 3, "load [%]": [80.0] * 3, "rated_efficiency [%]": [93.0] * 3,
               "hours [h]": [4000.0] * 3, "speed [%]": [70.0, 70.0, None], "drive_efficiency [%]": [97.0] * 3,
               "control": ["fixed-speed", "variable-speed", "variable-speed"]}  # fmt: skip
    found = portfolio(polars.DataFrame(columns), sector="equipment", process="motor", year=2025).results
    first, *others = found["audit.warnings"]
    assert "speed: is given and not used: it counts only where control is variable-speed" in first
    assert "drive_efficiency: is given and not used" in first
    assert others == [None, None]
    without = portfolio(polars.DataFrame(columns).drop("control"), sector="equipment", process="motor", year=2025)
    assert [each is not None and "not used" in each for each in without.results["audit.warnings"]] == [True] * 3


def test_the_schema_says_so():
    state = plant_schema(PROCESSES["equipment.boiler"][0], "en")["$defs"]["of-boiler"]["properties"]
    assert state["steam_temperature"]["description"].endswith("(only where steam_state is superheated)")


@pytest.mark.parametrize(("name", "each"), DECLARED, ids=[f"{name}.{each.path}" for name, each in DECLARED])
def test_what_is_declared_so_moves_nothing_where_another_word_stands(name, each):
    _, cls = PROCESSES[name]
    for number in range(3):
        dice = random.Random(number)
        whole = probe(cls, dice, full=number % 2 == 0)
        fields = {path: (field, getattr(owner, name)) for path, owner, name, field in walk(whole, "")}
        field, value = fields[each.path]
        options = {*fields[each.key][0].options}
        assert {*each.words} & options
        for word in sorted(options - {*each.words}):
            before = lift(whole, one(each.key, word), "")
            for new in others(field, value, dice):
                after = lift(before, one(each.path, new), "")
                assert _says(after, (value, new)) == _says(before, (value, new))


def _says(record, shown):
    """Return all that is said of a process but the input itself, and what bounds an input.

    What is not used may not be impossible all the same, so that laws hold it against what is beside it.
    """
    cls = type(record)
    bounds = {law.bound for law in laws_of(cls) if law.claim in fields_of(cls)}
    outputs = {name: said(lambda name=name: value_of(record, name)) for name in outputs_of(cls) if name not in bounds}
    itself = {name for name, value in outputs.items() if value in shown}
    laws = {
        law: said(lambda law=law: bound_of(record, law))
        for law in laws_of(cls)
        if law.claim in outputs and not {law.claim, law.bound} & itself
    }
    gradings = [taken(grading.product, record) for grading in getattr(cls, "gradings", ())]
    published = [_published(owner, field) for _, owner, _, field in walk(record, "")]
    return {name: value for name, value in outputs.items() if name not in itself}, laws, gradings, published


def _published(owner, field):
    """Return what an input would take if it were not given."""
    cases = field.default.cases(owner, Context(year=2025)) if field.default is not None else ()
    return next(
        (str(value) for when, value in cases if all(said(lambda c=c: c.holds(owner)) is True for c in when)), ""
    )


@pytest.mark.parametrize("name", PROCESSES)
def test_what_counts_only_with_a_word_is_declared_so(name):
    assert not [*undeclared(name)]


@pytest.mark.parametrize(("name", "at"), shared())
def test_what_counts_only_with_a_word_of_a_stack_or_stream_is_declared_so(name, at):
    assert not [*undeclared(name, at)]
