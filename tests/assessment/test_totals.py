import pytest

from ecdcalc import assess
from ecdcalc.assessment.totals import plant_total, total_of
from ecdcalc.model.evaluation import states_of
from ecdcalc.numbers.ops import Missing, impossible, missing


def test_a_total_knows_its_part_and_what_it_lacks():
    found = total_of([("a", 3.0), ("b", missing("power")), ("c", impossible("no-source-class")), ("d", 4.5)])
    assert found.known == 7.5 and not found.complete
    assert set(found.lacks) == {"b"} and found.value.names == {"b.power"}


def test_a_whole_total():
    found = total_of([("a", 3.0), ("c", impossible("no-source-class"))])
    assert found.complete and found.value == 3.0 and not found.lacks
    nothing = total_of([("c", impossible("no-source-class"))])
    assert isinstance(nothing.known, Missing) and not nothing.complete


def test_what_has_no_value_though_all_is_given_lacks():
    assert set(total_of([("a", 1.0), ("b", impossible("zero-denominator"))]).lacks) == {"b"}


def test_a_plant_is_the_sum_of_its_processes(coking):
    result = assess(coking)
    found = plant_total(result.plant, states_of(result.plant), "energy")
    assert found.known == pytest.approx(
        sum(each.saved["energy"] for each in result.processes if "energy" in each.saved)
    )
