"""Every row that is shipped against a copy of it: a changed digit, unit or grade fails, in whichever column it stands.

`golden/rows.csv` was made when the numbers of the tables (limits of both ages, emission limits, factors, measures,
costs, potentials, ranges) were held against the published collections they come from, row by row, and so were their
dates, years, conditions and documents: `digits` are those of all other columns. A new row needs a line there, written
from its source and not from the table; a number that a source corrects is changed in both.
"""

import csv
import io
import re
import sys
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
    "ranges/balances": ("low", "high"),
    "ranges/conditional": ("hard_low", "hard_high", "low", "high"),
    "ranges/plausible": ("hard_low", "hard_high", "low", "high"),
}
UNITS = {"gwp": (), "measures/measures": ("saving_unit", "capex_unit")}
DIGITS = re.compile(r"\d+(?:\.\d+)?")
NO_NUMBERS = {"limits/indicators"}


def shipped(table):
    """Return numbers, unit, grade and all other digits of each row, by its id; what has none is told by its place."""
    *folder, name = f"{table}.csv".split("/")
    numbers, units = NUMBERS.get(table) or NUMBERS[folder[0]], UNITS.get(table, ("unit",))
    found = {}
    for place, row in enumerate(csv.DictReader(data_text(*folder, name).splitlines())):
        id = row.get("id") or (f"{row['measure_id']}.{row['what']}.{place}" if "what" in row else str(place))
        rest = (text for key, text in row.items() if key not in ("id", *numbers, *units))
        joined = ("|".join(row[key] for key in keys) for keys in (numbers, units))
        found[id] = (*joined, row["confidence"], " ".join(DIGITS.findall(" ".join(rest))))
    return found


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_as_it_was_published(table):
    columns = ("numbers", "unit", "grade", "digits")
    copy = {id: tuple(row[name] for name in columns) for (of, id), row in COPY.items() if of == table}
    assert shipped(table) == copy


def test_every_table_has_its_copy():
    data = Path(__file__).parents[2] / "src" / "ecdcalc" / "reference" / "data"
    files = [*data.glob("factors/*.csv"), *data.glob("limits/*.csv"), *data.glob("measures/*.csv"),
             *data.glob("ranges/*.csv"), data / "gwp.csv"]  # fmt: skip
    names = {path.relative_to(data).with_suffix("").as_posix() for path in files}
    assert names - NO_NUMBERS == set(TABLES)
    assert Counter(of for of, _ in COPY)["limits/energy"] > 800


@pytest.mark.parametrize("table", TABLES)
def test_a_changed_digit_is_told(table, monkeypatch):
    """In every column that holds digits, of the first row that does: none is left to a test of its own."""
    *folder, name = f"{table}.csv".split("/")
    before, rows = shipped(table), [*csv.DictReader(data_text(*folder, name).splitlines())]
    for column in rows[0]:
        row = next((each for each in rows if DIGITS.search(each[column])), None)
        if row:
            written = row[column]
            row[column] = re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), written, count=1)
            text = io.StringIO()
            csv.DictWriter(text, [*row]).writerows([dict(zip(row, row, strict=True)), *rows])
            monkeypatch.setattr(sys.modules[__name__], "data_text", lambda *_, text=text: text.getvalue())
            assert shipped(table) != before, (column, written)
            row[column] = written
            monkeypatch.undo()
