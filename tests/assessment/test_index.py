import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

from ecdcalc.assessment.index import files_now, graded_by, sector_names, uses
from ecdcalc.reference.files import OURS


def test_the_lists_say_what_the_plugins_say():
    made = files_now()
    there = {path.name: path.read_text(encoding="utf-8") for path in Path(str(OURS.root / "index")).iterdir()}
    assert there == made, "python -m ecdcalc.assessment.index"


def test_a_limit_names_the_sectors_that_correct_it():
    assert graded_by("gb21342-2025.coke.top-charging") == ("coking",)
    assert graded_by("gb29447-2022.polysilicon.tcs") == ()
    assert "" in graded_by("gb31823-2021.terminal.crude-oil")  # `corrections.py`


def test_a_measure_names_the_processes_it_is_for():
    found = {each.en for each in uses() if each.sector == "coking"}
    assert found <= {"Coke-oven battery", ""}
    assert "Coke-oven battery" in found


def test_the_lists_are_written_into_the_package(tmp_path, monkeypatch):
    monkeypatch.setattr("ecdcalc.reference.files.OURS", SimpleNamespace(root=tmp_path))
    monkeypatch.delitem(sys.modules, "ecdcalc.assessment.index")
    runpy.run_module("ecdcalc.assessment.index", run_name="__main__")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "index").iterdir()} == files_now()


def test_the_sectors_of_others_are_named_beside_ours(monkeypatch):
    ours = dict(sector_names())
    monkeypatch.setattr("ecdcalc.assessment.index.others_installed", lambda: True)
    monkeypatch.setattr("ecdcalc.assessment.index.sectors_now", lambda: [("ports", ("Ports", "港口"))])
    assert ours["coking"] == ("Coking", "焦化") and "ports" not in ours
    assert sector_names.__wrapped__() == {"ports": ("Ports", "港口")}
