"""Worked cases as data: `tests/golden/*.toml`, written so that an engineer can add one.

[[case]]
name = "what is worked out"
source = "document, clause or publication, and the arithmetic if it is ours"

# a formula:
formula = "ecdcalc.plugins.coking.corrections:top_charged"
inputs = { mixed_gas = "0 %", volatile_matter = "24 %", moisture = "11 %" }
result = "7.92 kgce/t"

# or a plant: the tables of a plant file, and what is expected of one process
sector = "coking"
plant = { year = 2025, battery = [{ coke = "60 万t", ... }] }
process = "battery[0]"                     # may be left out where there is one
expect = { unit_energy = "120 kgce/t" }    # reporting state
expect_baseline = { nox = "588 t" }        # baseline
saved = { energy = "1200 tce" }
grade = { "gb21342-2025.coke.top-charging" = 2 }      # or "not-qualified", "incomplete"
gap = { T014 = { status = "met", gap = "-5 gce/kWh" } }
totals = { energy = "1200 tce" }

tolerance = 1e-6                           # relative, 1e-9 if left out
"""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read import read_plant

FOLDER = Path(__file__).parent / "golden"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
NAMES = {label: name for name, label in POLLUTANTS.items()}


def close(value, text, case):
    reading = read_quantity(str(text))
    return value == pytest.approx(reading.value, rel=case.get("tolerance", 1e-9), abs=1e-12)


@pytest.mark.parametrize("case", CASES)
def test_golden(case):
    assert case["source"]
    checked = check_formula(case) if "formula" in case else check_plant(case)
    assert checked, "the case expects nothing"


def check_formula(case):
    module, _, name = case["formula"].partition(":")
    formula = getattr(importlib.import_module(module), name)
    value = formula.of(**case["inputs"])
    reading = read_quantity(case["result"], value.unit)
    assert read_quantity(f"{value.value!r} {value.unit}").value == pytest.approx(
        reading.value, rel=case.get("tolerance", 1e-9), abs=1e-12
    )
    return 1


def check_plant(case):
    result = assess(read_plant(case["plant"], asked=case["sector"]), basis=case.get("basis", "calorific"))
    processes = {each.case.place: each for each in result.processes}
    process = processes[case.get("process", next(iter(processes)))]
    checked = 0
    for key, terms in (("expect", process.reporting), ("expect_baseline", process.baseline)):
        for name, text in case.get(key, {}).items():
            value = terms[NAMES.get(name, name)].value
            assert close(value, text, case), f"{name}: {value} in base units, expected {text}"
            checked += 1
    for key, numbers in (("saved", process.saved), ("totals", result.saved)):
        for name, text in case.get(key, {}).items():
            value = numbers[NAMES.get(name, name)]
            assert close(value, text, case), f"{key} {name}: {value} in base units, expected {text}"
            checked += 1
    grades = {each.limit.id: each for of in process.grades for each in (*of.others, of)}
    for id, level in case.get("grade", {}).items():
        assert grades[id].level["reporting"] == level, id
        checked += 1
    gaps = {each.target.id.upper(): each for each in result.gaps if each.process in ("", process.case.name)}
    for id, wanted in case.get("gap", {}).items():
        assert gaps[id].status == wanted["status"], id
        assert "gap" not in wanted or close(gaps[id].gap, wanted["gap"], case), id
        checked += 1
    return checked


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_file_has_cases(file):
    assert len(tomllib.loads(file.read_text(encoding="utf-8"))["case"]) >= 8
