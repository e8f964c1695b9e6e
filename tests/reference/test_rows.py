"""Every row that is shipped against a copy of it: a changed digit, unit or grade fails.

`golden/rows.csv` was made when the numbers of the tables (limits of both ages, emission limits, factors, measures,
costs, potentials) were held against the published collections they come from, row by row. A new row needs a line there,
written from its source and not from the table; a number that a source corrects is changed in both.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from ecdcalc.reference.files import data_text

TEXT = (Path(__file__).parents[1] / "golden" / "rows.csv").read_text(encoding="utf-8")
COPY = {(row["table"], row["id"]): row for row in csv.DictReader(TEXT.splitlines())}
TABLES = sorted({table for table, _ in COPY})
NUMBERS = {
    "factors": ("value", "low", "high"),
    "gwp": ("SAR", "AR4", "AR5", "AR6"),
    "limits/benchmarks": ("benchmark", "baseline"),
    "limits/earlier": ("level1", "level2", "level3"),
    "limits/emission": ("value", "oxygen"),
    "limits/energy": ("level1", "level2", "level3"),
    "limits/voc-materials": ("value",),
    "measures/costs": ("low", "typ", "high"),
    "measures/measures": ("saving_low", "saving_typ", "saving_high", "capex_low", "capex_high", "life_years"),
}
UNITS = {"gwp": (), "measures/measures": ("saving_unit", "capex_unit")}
NO_NUMBERS = {"limits/indicators"}


def shipped(table):
    """Return numbers, unit and grade of each row, by its id; costs have none and are told by what they are and where."""
    *folder, name = f"{table}.csv".split("/")
    numbers = NUMBERS.get(table) or NUMBERS[folder[0]]
    found = {}
    for place, row in enumerate(csv.DictReader(data_text(*folder, name).splitlines())):
        id = row.get("id") or f"{row['measure_id']}.{row['what']}.{place}"
        joined = ("|".join(row[key] for key in keys) for keys in (numbers, UNITS.get(table, ("unit",))))
        found[id] = (*joined, row["confidence"])
    return found


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_as_it_was_published(table):
    copy = {id: (row["numbers"], row["unit"], row["grade"]) for (of, id), row in COPY.items() if of == table}
    assert shipped(table) == copy


def test_every_table_has_its_copy():
    data = Path(__file__).parents[2] / "src" / "ecdcalc" / "reference" / "data"
    files = [*data.glob("factors/*.csv"), *data.glob("limits/*.csv"), *data.glob("measures/*.csv"), data / "gwp.csv"]
    names = {path.relative_to(data).with_suffix("").as_posix() for path in files}
    assert names - NO_NUMBERS == set(TABLES)
    assert Counter(of for of, _ in COPY)["limits/energy"] > 800
