import subprocess
import sys

import pytest

from ecdcalc.model.sector import plugins, sector, sectors
from ecdcalc.words.errors import NotFoundError


def test_our_own_sectors_use_the_same_door():
    assert {"coking", "power", "steel"} <= set(sectors())
    assert all(each.origin == "ecdcalc" for id, each in plugins().items() if id in ("coking", "power", "steel"))


def test_no_plugin_of_ours_is_broken():
    assert {id: each.problem for id, each in plugins().items() if each.origin == "ecdcalc" and each.problem} == {}


def test_unknown_names_are_told_what_there_is():
    with pytest.raises(NotFoundError, match="coking"):
        sector("cooking")
    with pytest.raises(NotFoundError, match="battery"):
        sector("coking").process("batery")


BROKEN = """
import importlib.metadata as metadata
real = metadata.entry_points
class Point:
    name, value, dist, group = "broken", "nowhere:sector", None, "ecdcalc.sectors"
    def load(self):
        raise RuntimeError("the sky falls")
metadata.entry_points = lambda **asked: [*real(**asked), Point()]
from ecdcalc.model.sector import plugins, sectors
print(plugins()["broken"].problem)
print("coking" in sectors())
"""


def test_a_broken_plugin_is_shown_and_stops_nobody():
    done = subprocess.run([sys.executable, "-c", BROKEN], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["RuntimeError: the sky falls", "True"]


def test_a_process_is_found_by_its_label_in_either_language():
    coking = sector("coking")
    assert coking.process("焦炉") is coking.process("battery") is coking.process("Coke-oven battery")
    with pytest.raises(NotFoundError, match="battery"):
        coking.process("高炉")
