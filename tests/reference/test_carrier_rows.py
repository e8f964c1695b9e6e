"""Every row of the two tables of carriers converts by its own factor and enters a plant file.

`golden/carriers.csv` holds them as they were published. Four rows of the energy statistics are not among them, as
other rows of the same fuels are taken: coke-oven gas and natural gas by the standard (a range: the heating value is to
be measured), naphtha and lubricants by the IPCC.
"""

import csv
from pathlib import Path

import pytest

from ecdcalc.assessment.convert import convert
from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import MissingValueError, NotFoundError

TEXT = (Path(__file__).parents[1] / "golden" / "carriers.csv").read_text(encoding="utf-8")
ROWS = [*csv.DictReader(TEXT.splitlines())]
BY_TABLE = 2e-3
"""Steam tables print whole kilojoules."""
BY_DENSITY = 1e-3
"""The factor per litre is that per mass times the density, printed with four decimals."""
LHV = {"m3": 17.58456, "kg": 14.65380}
"""Measured heating values of 0.6 and 0.5 kgce."""


def amount(row):
    return f"1000 {row['unit'].partition('/')[2] or 'm3'}"


def options(row):
    return {"carrier": row["carrier"], **{key: row[key] for key in ("pressure", "temperature")}}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}:{row['row']}")
def test_it_converts(row):
    if row["factor"]:
        found = convert(amount(row), "kgce", edition=row["edition"], **options(row)).result.value
        near = BY_TABLE if row["pressure"] else 1e-9
        assert found == pytest.approx(1000 * float(row["factor"]), rel=near)
        return
    with pytest.raises((MissingValueError, NotFoundError)):
        convert(amount(row), "kgce", edition=row["edition"], **options(row))
    per = row["unit"].partition("/")[2] or "m3"
    if row["low"]:
        with pytest.raises(MissingValueError, match=row["low"].rstrip("0")):
            convert(amount(row), "kgce", edition=row["edition"], **options(row))
    found = convert(amount(row), "kgce", lhv=f"{LHV[per]} MJ/{per}", carrier=row["carrier"])
    assert found.result.value == pytest.approx({"m3": 600, "kg": 500}[per])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}:{row['row']}")
def test_it_enters_a_plant_file(row):
    line = {"value": amount(row), **{key: row[key] for key in ("pressure", "temperature") if row[key]}}
    washery = {"raw_coal": "100 万t", "kind": "thermal", "method": "jig", "energy": {row["carrier"]: line}}
    head = {"sector": "coal", "year": 2025, "grid_year": 2023, "coal_edition": row["edition"]}
    found = assess(read_plant({**head, "washery": [washery]}), basis=basis_of(row)).to_dict()
    (carrier,) = found["processes"][0]["energy_by_carrier"]["baseline"].values()
    if not row["factor"]:
        assert carrier["energy"] is None and carrier["amount"]["value"] > 0
        return
    near = BY_TABLE if row["pressure"] else BY_DENSITY if row["carrier"].endswith("-litre") else 1e-9
    assert carrier["energy"]["value"] == pytest.approx(float(row["factor"]), rel=near)


def basis_of(row):
    """Media count on the primary-equivalent basis alone."""
    return "primary" if carrier_kinds()[row["carrier"]].measured_in.startswith("medium") else "calorific"


def test_both_tables_are_there():
    assert len(ROWS) > 150
    assert {row["file"] for row in ROWS} == {"standard-coal", "carriers-more"}
