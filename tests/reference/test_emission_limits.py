from types import SimpleNamespace

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.numbers.ops import missing
from ecdcalc.numbers.units import unit
from ecdcalc.read import read_plant
from ecdcalc.reference.defaults import Context
from ecdcalc.reference.emission_limits import LIMIT, OXYGEN, OfRow, emission_rows, emission_value, rows_in, search
from ecdcalc.reference.factors import documents


def test_every_row_has_a_limit_a_unit_and_a_source():
    for id, row in emission_rows().items():
        assert unit(row["unit"]) and float(row["value"]) >= 0, id
        assert row["standard"] in documents() and row["confidence"] in ("A", "B", "C"), id
        assert not row["oxygen"] or 0 <= float(row["oxygen"]) < 21, id


def test_a_row_is_a_factor_with_its_standard():
    # ultra-low coal units: 50 mg/m3 of NOx at 6 % oxygen
    found = emission_value("el045", LIMIT)
    assert (found.value, found.unit.text, emission_value("el045", OXYGEN).value) == (50, "mg/m3", 6)
    assert found.document == "coal-power-ultra-low"


def test_rows_are_found_by_words_and_by_kind():
    assert [row["value"] for row in search(["渗滤液"]) if row["pollutant"] == "COD"] == ["100", "60"]
    assert {row["pollutant"] for row in search(["燃煤锅炉", "颗粒物", "重点地区"])} == {"PM"}
    assert [row["id"] for row in search(["锅炉大气污染物", "燃油锅炉", "氮氧化物", "新建"])] == ["el015"]
    assert "el220" in rows_in("mg/L") and "el220" not in rows_in("mg/m3")


def test_a_row_without_oxygen_gives_none():
    assert OfRow(OXYGEN).cases(SimpleNamespace(row="el054"), Context()) == ()
    assert OfRow(LIMIT).cases(SimpleNamespace(row=missing("row")), Context()) == ()


@pytest.mark.parametrize(("row", "expected"), [("el045", 60 * 15 / 14 - 50), ("el030", 60 * 12 / 14 - 50)])
def test_a_stack_is_held_against_a_row(row, expected):
    table = {"pollutant": "nox", "basis": "oxygen", "row": row, "concentration": "60 mg/m3", "oxygen": "7 %"}
    terms = assess(read_plant({"year": 2025, "stack-check": [table]}, asked="equipment")).processes[0].reporting
    assert terms["above_limit"].value * 1e6 == pytest.approx(expected)
