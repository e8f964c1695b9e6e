"""What is made of a table of plants, as it was when somebody last looked: rows, rows set aside with the reason, sums.

The rows are invented ones (`portfolio --generate`), some of them with a mistake. After a change on purpose,
`python tests/test_kept_tables.py` writes the texts anew; read the difference before they are kept.
"""

import csv
import os
from functools import partial
from pathlib import Path

import pytest
from kept import ROOT, alone, check, folder_of, keep, ran

from ecdcalc.model.sector import sector, sectors

for each in ("polars", "pyarrow", "narwhals"):
    pytest.importorskip(each)
KIND = "tables"
READABLE = 60
ROWS = 30
SETTING = [
    "--plan",
    "yuncheng-14fyp",
    "--year",
    "2025",
    "--province",
    "shanxi",
    "--grid-year",
    "2023",
    "--electricity-year",
    "2024",
]
PRICES = '[prices]\nprice_year = 2025\nelectricity = "0.5 元/kWh"\nheat = "40 元/GJ"\nraw-coal = "700 元/t"\n[economics]\nrate = "8 %"\nrate_is = "real"\n'
TABLES = {
    "coking-battery": "", "steel-sintering": "--lang zh", "equipment-boiler": "--prices prices.toml", "equipment-motor": "--basis primary --lang zh",
    "equipment-pump": "--columns name,town,saved.*", "power-unit": "", "transport-fleet": "--lang zh", "building-materials-clinker": "--strict",
    "environment-sewage": "--lang zh", "agriculture-livestock": "", "nonferrous-alumina": "--coal-edition 2008", "voc-industries-coating": "",
}  # fmt: skip
"""Processes with what is asked of their tables."""


def process_of(name):
    """Return the sector and the process that a name begins with; the first process where it names none."""
    id = max(
        (each.about.key for each in _of(name).processes if name.endswith(f"-{each.about.key}")), key=len, default=""
    )
    of = _of(name)
    return of, of.process(id) if id else of.processes[0]


def _of(name):
    return sector(max((each for each in sectors() if name.startswith(f"{each}-")), key=len))


def broken(frame):
    """Return the rows as text, every second one with a mistake in one column after another."""
    columns = frame.columns[1:]
    rows = []
    for number, row in enumerate(frame.iter_rows(named=True)):
        cells = {name: "" if value is None else str(value) for name, value in row.items()}
        column = columns[number * 7 % len(columns)]
        ways = (None, "-1", None, "x", None, "", None, "1e30", None, "１２", None, "nan")
        if (way := ways[number % len(ways)]) is not None:
            cells[column] = way
        rows.append({**cells, "town": "甲乙丙"[number % 3]})
    rows[3]["name"] = "=1+1"
    return rows


def made(name):
    """Return what a run says, and the files that it writes."""
    of, cls = process_of(name)
    from ecdcalc.assessment.tables.invented import invented

    with alone() as folder:
        Path("prices.toml").write_text(PRICES, encoding="utf-8")
        found = broken(invented(of.id, cls.about.key, ROWS))
        with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*found[0]])
            writer.writeheader()
            writer.writerows(found)
        words = ["portfolio", "--sector", of.id, "--process", cls.about.key, "--input", "in.csv", "--output", "out.csv", "--output", "sums.json",
                 "--output", "sums.md", *SETTING, "--group-by", "town", *TABLES[name].split()]  # fmt: skip
        done = ran(words)
        parts = [f"$ {' '.join(words)}", done.output, f"$ {done.exit_code}"]
        for each in sorted(folder.iterdir()):
            if each.name not in ("in.csv", "prices.toml") and not each.name.startswith("."):
                parts += [f"## {each.name}", *_cells(each)]
        return "\n".join(parts)


def _cells(file):
    """Yield the cells of a table that are filled, each on a line; of another file its lines."""
    if file.suffix != ".csv":
        yield from file.read_text(encoding="utf-8").splitlines()
        return
    with file.open(encoding="utf-8-sig", newline="") as opened:
        for number, row in enumerate(csv.DictReader(opened), 1):
            yield from (f"{number} {name}: {cell}" for name, cell in row.items() if cell)


KEPT = {name: partial(made, name) for name in TABLES}


@pytest.mark.parametrize("name", KEPT)
def test_a_table_gives_what_it_gave(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    check(KIND, name, KEPT[name](), READABLE)


def test_what_is_kept_is_what_is_made():
    assert {each.stem for each in folder_of(KIND).iterdir()} == {*KEPT}


if __name__ == "__main__":
    os.chdir(ROOT)
    keep(KIND, KEPT, READABLE)
