"""Print the share of rows of each grade of confidence, by table of the data that are shipped."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import ecdcalc

DATA = Path(ecdcalc.__file__).parent / "reference" / "data"


def main() -> None:
    """Print one line a table."""
    print(f"{'table':28} {'rows':>6} {'A %':>6} {'B %':>6} {'C %':>6}")
    for path in sorted(DATA.rglob("*.csv")):
        grades = Counter(row.get("confidence", "") for row in csv.DictReader(path.read_text("utf-8").splitlines()))
        rows = sum(grades.values())
        if rows and set(grades) <= {"A", "B", "C"}:
            shares = " ".join(f"{100 * grades[grade] / rows:6.1f}" for grade in "ABC")
            print(f"{path.relative_to(DATA).with_suffix('').as_posix():28} {rows:6} {shares}")


if __name__ == "__main__":
    main()
