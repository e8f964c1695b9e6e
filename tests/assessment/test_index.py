from pathlib import Path

from ecdcalc.assessment.index import files_now, graded_by, uses
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
