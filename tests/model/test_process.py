import pytest
from attrs.exceptions import FrozenInstanceError

from ecdcalc.model.process import Process, changed, fields_of, lift, process, quantity, walk
from ecdcalc.numbers.kinds import Tonnes
from ecdcalc.numbers.ops import is_missing
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.words.errors import PluginError


def battery(**values):
    return CokeBattery(coke=1e8, charging="top", quenching="wet", **values)


def test_units_come_from_the_hints():
    fields = fields_of(CokeBattery)
    assert fields["coke"].unit.text == "t"
    assert fields["chamber_height"].unit.text == "m"
    assert fields["nox_stack"].key == "nox"


def test_what_is_not_given_is_missing_by_name():
    assert is_missing(battery().moisture)
    assert battery().moisture.names == {"moisture"}


def test_a_process_is_frozen():
    with pytest.raises(FrozenInstanceError):
        battery().coke = 1.0


def test_lift_reaches_every_number():
    doubled = lift(battery(moisture=0.1), lambda path, field, value, origin: value * 2 if field.unit else value)
    assert (doubled.coke, doubled.moisture) == (2e8, 0.2)
    paths = {path for path, *_ in walk(battery(), "")}
    assert {"coke", "nox.concentration", "wastewater.cod"} <= paths


def test_what_is_walked_is_where_it_is_said_to_be():
    whole = battery(moisture=0.1)
    found = {path: (owner, name, field) for path, owner, name, field in walk(whole, "a")}
    assert found["a.moisture"] == (whole, "moisture", fields_of(CokeBattery)["moisture"])
    assert found["a.nox.concentration"][0] is whole.nox_stack
    for id, line in whole.carriers.items():
        assert found[f"a.energy.{id}.amount"][0] is line


def test_an_input_without_a_unit_is_refused():
    with pytest.raises(PluginError, match="mass"):

        @process(key="x", zh="错")
        class Wrong(Process):
            """Wrong."""

            mass: float = quantity(zh="质量", en="Mass")


def test_mixins_may_come_in_any_number():
    @process(key="x", zh="对", activity="mass")
    class Right(Process):
        """Right."""

        mass: Tonnes = quantity(zh="质量", en="Mass")

    assert Right(mass=1.0).about.en == "Right"


def test_what_a_record_has_not_cannot_be_changed():
    with pytest.raises(TypeError, match="CokeBattery has no lime"):
        changed(battery(), lime=1.0)


def test_a_process_is_shown_by_what_it_was_given():
    shown = repr(changed(battery(moisture=0.1), place="battery[0]"))
    assert shown.startswith("CokeBattery(") and "coke=100000000.0" in shown and "moisture=0.1" in shown
    assert "place=" not in shown and "origins=" not in shown
