import pytest

from ecdcalc.numbers.ops import is_missing
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.read.record import Notes, apply_table, read_record, with_defaults
from ecdcalc.reference.defaults import Context

TABLE = {"coke": "60 万t", "charging": "top", "quenching": "wet", "electricity": "18 GWh"}


def read(table):
    notes = Notes()
    return read_record(CokeBattery, table, "battery[0]", notes), notes


def test_a_carrier_may_stand_beside_the_quantities():
    battery, notes = read(TABLE)
    assert not notes.problems
    assert battery.carriers["electricity"].amount == pytest.approx(18e9 * 3600)


def test_a_table_that_is_wrong_makes_no_record():
    battery, notes = read({**TABLE, "coke": "60"})
    assert battery is None
    assert [each.place for each in notes.problems] == ["battery[0].coke"]


def test_defaults_say_where_they_come_from():
    battery = with_defaults(read(TABLE)[0], Context(year=2023, province="shanxi"))
    assert battery.origins["nox_factor"].factor.id == "nox/nx046"
    assert battery.origins["coke"].kind == "given"
    assert battery.carriers["electricity"].origins["co2_factor"].text == "grid/shanxi-2023"
    assert battery.nox_stack.flow.names == {"nox.flow"}


def test_a_default_follows_the_choice_it_hangs_on():
    battery = with_defaults(read(TABLE)[0], Context(year=2023))
    notes = Notes()
    changed = with_defaults(apply_table(battery, {"charging": "heat-recovery"}, "x", notes), Context(year=2023))
    assert not is_missing(battery.voc_factor)
    assert is_missing(changed.voc_factor)


def test_measured_parts_keep_what_they_do_not_name():
    battery, _ = read({**TABLE, "nox": {"flow": "1e9 m3", "concentration": "180 mg/m3"}})
    changed = apply_table(battery, {"nox": {"concentration": "90 mg/m3"}}, "x", Notes())
    assert (changed.nox_stack.flow, changed.nox_stack.concentration) == pytest.approx((1e9, 90e-6))


def test_what_a_measure_sets_is_not_looked_up_again():
    from attrs import evolve

    context = Context(year=2023)
    battery = with_defaults(read(TABLE)[0], context)
    assert with_defaults(evolve(battery, nox_factor=0.001), context).nox_factor == 0.001
    assert with_defaults(battery, context).nox_factor == battery.nox_factor
