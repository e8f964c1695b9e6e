"""Print the share of rows of each grade of confidence, by table of the data that are shipped."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import ecdcalc

DATA = Path(ecdcalc.__file__).parent / "reference" / "data"

COLUMNS = {"confidence": "", "capex_confidence": ", investment", "life_confidence": ", life"}
"""The grade of a row, and what a measure has graded apart: the first is then that of its saving."""


def main() -> None:
    """Print one line a table."""
    print(f"{'table':28} {'rows':>6} {'A %':>6} {'B %':>6} {'C %':>6}")
    for path in sorted(DATA.rglob("*.csv")):
        table = list(csv.DictReader(path.read_text("utf-8").splitlines()))
        name = path.relative_to(DATA).with_suffix("").as_posix()
        for column, what in COLUMNS.items():
            grades = Counter(row[column] for row in table if row.get(column))
            if rows := sum(grades.values()):
                shares = " ".join(f"{100 * grades[grade] / rows:6.1f}" for grade in "ABC")
                print(f"{name + what:28} {rows:6} {shares}")


if __name__ == "__main__":
    main()
