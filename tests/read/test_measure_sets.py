"""A plant with a set of its measures: the one that a file with just these describes."""

import tomllib
from pathlib import Path

import pytest

from ecdcalc import InputError, assess, load_plant, read_plant
from ecdcalc.read.measure_sets import with_set

COKING = "examples/coking.toml"


def test_it_is_the_plant_of_the_file_with_just_these():
    document = tomllib.loads(Path(COKING).read_text(encoding="utf-8"))
    for battery in document["battery"]:
        battery["measure"] = [each for each in battery.get("measure", []) if each["use"] == "coal-moisture-control"]
    one, other = assess(with_set(load_plant(COKING), ["coal-moisture-control"])), assess(read_plant(document))
    assert one.saved == other.saved and one.gaps == other.gaps


def test_a_measure_that_it_has_not_is_refused():
    with pytest.raises(InputError) as caught:
        with_set(load_plant(COKING), ["coal-moisture-control", "x", "y"])
    assert [each.values["found"] for each in caught.value.problems] == ["x", "y"]
