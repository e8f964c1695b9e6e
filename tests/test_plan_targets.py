"""Every row of the plan's targets has a sector that evaluates it, or a reason why it is the city's alone.

`golden/plan-targets.csv` is the list of the plan's quantified targets, transcribed apart from the plan file: the two
have to agree in number, unit and direction. A row of a sector counts as evaluated when an example or a worked case
of that sector gives it a status, met or open.
"""

import csv
import tomllib
from functools import cache
from pathlib import Path

import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read import read_plant
from ecdcalc.read.plans import load_plan

HERE = Path(__file__).parent
PLAN = load_plan("yuncheng-14fyp")
ROWS = list(csv.DictReader((HERE / "golden" / "plan-targets.csv").read_text(encoding="utf-8").splitlines()))

SECTOR = {
    "environment": "2-5 9 70-76 81-83 89",
    "parks": "7-8",
    "power": "10-15",
    "coking": "16-19",
    "steel": "20-25",
    "nonferrous": "26-28",
    "building-materials": "29-31",
    "chemicals": "32-39",
    "coal": "40-42",
    "buildings": "43-47 49",
    "transport": "50-56",
    "agriculture": "57-64",
    "public-institutions": "65-69",
    "voc-industries": "78-80 91",
    "two-high": "84-86",
}
CITY = {
    "T001": "energy per GDP is a figure of the region: `ecdcalc region`",
    "T006": "the plan gives no number: the provincial advanced level",
    "T048": "market share of products: the city's market",
    "T077": "ozone: measured by stations, follows from all sources and the weather",
    "T087": "a rule of the region's energy balance: `ecdcalc region`",
    "T088": "a rule of the region's energy balance: `ecdcalc region`",
    "T090": "a rule about prices: a parameter of contracts",
}
UNITS = {
    "furnaces": "item", "units": "item", "parks": "item", "count": "item", "percentage points": "pp", "star": "1",
    "x": "1", "kgce/t clinker": "kgce/t", "kgce/t NH3": "kgce/t", "kgce/t CH3OH": "kgce/t", "% (points assumed)": "pp",
}  # fmt: skip


def numbers(text):
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def sector_of(id):
    return next((name for name, text in SECTOR.items() if int(id[1:]) in numbers(text)), "")


@cache
def evaluated(sector):
    """Return the targets that the example or a worked case of a sector gives a status."""
    example = tomllib.loads((HERE.parent / "examples" / f"{sector}.toml").read_text(encoding="utf-8"))
    found = {each.target.id.upper() for each in assess(read_plant(example)).gaps if each.status in ("met", "open")}
    cases = tomllib.loads((HERE / "golden" / f"{sector}.toml").read_text(encoding="utf-8"))["case"]
    gaps = [(id, gap) for case in cases for id, gap in case.get("gap", {}).items()]
    return found | {id for id, gap in gaps if gap["status"] in ("met", "open")}


def test_the_list_and_the_plan_have_the_same_rows():
    assert [row["id"].lower() for row in ROWS] == [each.id for each in PLAN.target]
    assert len(ROWS) == 91


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_row_is_printed_as_the_plan_has_it(row):
    target = PLAN.get(row["id"].lower())
    assert target.clause == row["clause"]
    assert target.type == row["target_type"]
    if row["value"]:
        wanted = read_quantity(f"{row['value']} {UNITS.get(row['unit'], row['unit'])}")
        assert read_quantity(target.limit).value == pytest.approx(wanted.value, rel=1e-12)
    else:
        assert not target.limit, "a number that the plan does not print"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_row_has_a_sector_that_evaluates_it_or_a_reason(row):
    id, name = row["id"], sector_of(row["id"])
    assert bool(name) != (id in CITY), f"{id} needs a sector or a reason, not both"
    target = PLAN.get(id.lower())
    if name:
        assert name in target.sector
        assert id in evaluated(name)
    else:
        assert target.process == "region" or (target.reason and target.reason_zh)
