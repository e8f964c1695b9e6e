import attrs
import pytest

from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import is_missing
from ecdcalc.plugins.coal.mine import Mine
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.plugins.light_industry.plants import FibrePlant
from ecdcalc.plugins.transport.machinery import Machinery
from ecdcalc.plugins.voc_industries.materials import LowVocCoating
from ecdcalc.read.record import Notes, _cases_told, apply_table, read_record, with_defaults
from ecdcalc.reference.conditions import Condition
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


@pytest.mark.parametrize(
    ("found", "more"),
    [("gb36889-2025.", False), ("zzz", True)],  # all 48 kinds begin so; none begins so or is near
)
def test_of_very_many_words_of_a_choice_twenty_are_told(found, more):
    notes = Notes()
    read_record(FibrePlant, {"kind": found}, "fibre[0]", notes)
    (problem,) = (each for each in notes.problems if each.place == "fibre[0].kind")
    twenty = ", ".join(f"gb36889-2025.r{number:02}" for number in range(1, 21))
    assert str(problem.values["options"].en) == twenty + ", …" * more


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


def mine(**changes):
    table = {"raw_coal": "100 万t", "method": "underground", "energy": {"electricity": "1 GWh"}, **changes}
    return with_defaults(read_record(Mine, table, "mine[0]", Notes()), Context(year=2023), first=True)


def test_a_default_that_cannot_be_decided_is_the_same_unknown_while_the_same_is_asked():
    before = mine()
    assert before.post_factor.names == {"gas_grade"}
    for kept in ({"raw_coal": "90 万t"}, {"method": "underground"}, {"gas_emission": "10 m3_20C/t"}):
        after = with_defaults(apply_table(before, kept, "x", Notes()), Context(year=2023))
        assert after.post_factor - before.post_factor == 0
    for changed in ({"gas_grade": "high"}, {"method": "open-cast"}):
        after = with_defaults(apply_table(before, changed, "x", Notes()), Context(year=2023))
        assert not is_missing(after.post_factor)
        assert is_missing(after.post_factor - before.post_factor)


def test_a_default_asks_the_number_that_it_hangs_on():
    table = {"machine": "construction", "stage": "china-2", "machines": "10 item", "energy": {"diesel": "10 t"}}
    digger = with_defaults(read_record(Machinery, table, "machinery[0]", Notes()), Context(year=2023), first=True)
    same = with_defaults(apply_table(digger, {"machines": "9 item"}, "x", Notes()), Context(year=2023))
    more = with_defaults(attrs.evolve(digger, engine_power=2 * digger.engine_power), Context(year=2023))
    assert digger.nox_per_work.names == {"engine_power"}
    assert digger.nox_per_work - same.nox_per_work == 0
    assert is_missing(digger.nox_per_work - more.nox_per_work)


def test_each_condition_of_a_default_without_a_factor_is_asked_once(monkeypatch):
    asked, holds = [], Condition.holds
    table = {"machine": "construction", "stage": "china-2", "machines": "10 item", "energy": {"diesel": "10 t"}}
    digger = read_record(Machinery, table, "machinery[0]", Notes())
    monkeypatch.setattr(Condition, "holds", lambda self, record: asked.append(self.text) or holds(self, record))
    default = fields_of(Machinery)["nox_per_work"].default
    told = [*_cases_told(default, digger, Context(year=2023))]
    assert len(asked) == len({*asked}) == len(told[-1]) < sum(len(each) for each, _ in default.cases(digger, Context()))


def test_what_a_part_lacks_is_named_by_its_path():
    part = read_record(LowVocCoating, {"mass": "1 t"}, "coating[0].low_voc", Notes())
    assert with_defaults(part, Context(year=2023), "low_voc").typical_voc.names == {"low_voc.kind"}
