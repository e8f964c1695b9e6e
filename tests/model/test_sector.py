import subprocess
import sys
from types import SimpleNamespace

import pytest

from ecdcalc.model.process import Process, process
from ecdcalc.model.sector import Sector, plugins, sector, sectors
from ecdcalc.reference.files import folders, keep_folders
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


class Point:
    """An entry point that makes what it is told to."""

    def __init__(self, name, made, value="other:sector", dist=None):
        self.name, self.made, self.value, self.dist = name, made, value, dist

    def load(self):
        return self.made


@pytest.fixture
def found(monkeypatch):
    def among(*points):
        monkeypatch.setattr("ecdcalc.model.sector._installed", lambda: [*points])
        return plugins.__wrapped__()

    return among


def other(**changes):
    made = {"id": "other", "zh": "别", "en": "Other", "processes": (), "template": ""}
    return Sector(**{**made, **changes})


def test_what_a_plugin_gives_has_to_be_a_sector(found):
    told = found(Point("other", "coking"))["other"]
    assert told.sector is None and told.problem == "other:sector is no ecdcalc Sector"


def test_a_name_that_is_taken_is_told_with_both_packages(found):
    packages = [SimpleNamespace(name=name, version="1.0") for name in ("first", "second")]
    told = found(*(Point("other", other(), dist=each) for each in packages))
    assert told["other"].sector is not None and told["other"].origin == "first"
    assert told["other (second)"].problem == "the name is taken by first"


def test_plugins_of_others_are_left_out_where_only_ours_are_asked_for(found, monkeypatch):
    ours = Point("coking", sector("coking"), value="ecdcalc.plugins.coking:sector")
    assert {*found(ours, Point("other", other()))} == {"coking", "other"}
    monkeypatch.setenv("ECDCALC_PLUGINS", "builtin")
    assert {*found(ours, Point("other", other()))} == {"coking"}


def test_a_label_of_two_processes_is_told_with_both():
    @process(key="one", zh="窑", en="Kiln")
    class One(Process):
        """Kiln."""

    @process(key="two", zh="窑", en="Kiln too")
    class Two(Process):
        """Kiln too."""

    with pytest.raises(NotFoundError) as told:
        other(processes=(One, Two)).process("窑")
    assert (told.value.key, told.value.values["meanings"]) == ("word-ambiguous", "one (窑); two (窑)")


def test_a_plugin_with_data_is_named_as_its_sector_is(found, tmp_path, monkeypatch):
    (tmp_path / "named_apart" / "data").mkdir(parents=True)
    (tmp_path / "named_apart" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    before = folders()
    try:
        made = other(data="named_apart")
        told = found(Point("another", made))["another"]
    finally:
        keep_folders(before)
    assert told.sector is None and [each.key for each in told.problems] == ["plugin-data-name"]
    assert "other" in told.trouble("zh") and "another" in told.trouble("zh")
