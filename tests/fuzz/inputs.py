"""What is thrown at each door: generators, and what is done with what they make."""

from __future__ import annotations

import csv
import math
import re
import tempfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from city import city
from click.testing import CliRunner
from hypothesis import strategies as st

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.region.assess import assess_region
from ecdcalc.assessment.tables.batch import Batch, run_batch
from ecdcalc.cli import _COMMANDS, main
from ecdcalc.model.sector import sector, sectors
from ecdcalc.numbers.unit_words import REFUSED
from ecdcalc.numbers.units import read_quantity, unit, vocabulary
from ecdcalc.read.plan import read_plan
from ecdcalc.read.plan_check import check_names
from ecdcalc.read.plans import plan_ids
from ecdcalc.read.plant import read_plant
from ecdcalc.read.region import read_region
from ecdcalc.read.text import parsed
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.files import data_text
from ecdcalc.reference.limits import LimitTable, load_own_limits
from ecdcalc.reference.own_factors import load_own_factors
from ecdcalc.words.errors import InputError

EXAMPLE_OF_COKING = Path(__file__).parents[2] / "examples" / "coking.toml"
ODD = st.sampled_from(
    ["", "0", "-1", "1e400", "nan", "inf", "10² t", "１２ t", "5 T", "1,2 t", "x" * 300, "\x00", "\r=1+1", "\u202e", "1 (((亿^4)^4)^4)",
     "true", "2024/9/30", "9" * 40, "0x10", "1 t/h/h/h", "5 barg", "100 %", "1 ± 1e308 万t"],
)  # fmt: skip
WORDS = sorted([*vocabulary(), *REFUSED, "万", "亿", "(", ")", "*", "/", "·", "^4", "^-1", " ", "²"])
UNITS = st.lists(st.sampled_from(WORDS), max_size=8).map("".join) | st.text(max_size=40)
NUMBERS = st.sampled_from(
    ["1", "-3", "1.5", "1e3", "1e300", "1e-300", "1,234", "540 ± 10", "5~6", "", "１２", "10⁴"]
) | st.text(alphabet="0123456789.,-+eE±~ ×*'_", max_size=12)
QUANTITIES = st.tuples(NUMBERS, UNITS).map(" ".join)
VALUES = st.recursive(
    ODD | QUANTITIES | st.integers() | st.floats() | st.booleans() | st.dates() | st.none().map(lambda _: []),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def units(data: Any) -> None:
    """Read a quantity, and a unit as what another asks for."""
    text, asked = (
        data.draw(QUANTITIES),
        data.draw(st.sampled_from(["t", "MW", "t/h", "%", "1", "MPa", "kW", "kVA", "°C"])),
    )
    read = read_quantity(text, asked if data.draw(st.booleans()) else None)
    assert math.isfinite(read.value)
    unit(data.draw(UNITS))


def plants(data: Any) -> None:
    """Change some values of a template, anywhere, and assess it."""
    id = data.draw(st.sampled_from(sorted(sectors())))
    document = parsed(sector(id).template, id)
    for _ in range(data.draw(st.integers(1, 3))):
        _change(document, data)
    result = assess(read_plant(document, within=sector(id))).to_dict()
    _finite(result)


def _change(found: Any, data: Any) -> None:
    """Walk to some place of a document and put something else there."""
    while True:
        if not isinstance(found, (dict, list)) or not found:
            return
        key = data.draw(st.sampled_from(list(found) if isinstance(found, dict) else list(range(len(found)))))
        inner = found[key]
        if isinstance(inner, (dict, list)) and inner and data.draw(st.integers(0, 5)):
            found = inner
            continue
        if isinstance(found, dict) and data.draw(st.integers(0, 4)) == 0:
            key = data.draw(
                st.sampled_from(["name", "new", "closed", "province", "energy", "reporting", "targets", "measure"])
            )
        found[key] = data.draw(_like(found[key]) if isinstance(found, list) or key in found else VALUES)
        return


def _like(found: Any) -> Any:
    """Return what may stand in the place of something: half of it is of its kind, with another number."""
    if not isinstance(found, str) or not _NUMBER.match(found):
        return VALUES
    number = st.one_of(st.floats(0, 1e6), st.integers(0, 1000), st.sampled_from([1e-9, 1e12, -1.0]))
    return VALUES | number.map(lambda each: _NUMBER.sub(repr(each), found, count=1))


def _finite(found: Any) -> None:
    if isinstance(found, dict):
        for each in found.values():
            _finite(each)
    elif isinstance(found, (list, tuple)):
        for each in found:
            _finite(each)
    elif isinstance(found, float):
        assert math.isfinite(found)


def texts(data: Any) -> None:
    """Read what may be TOML."""
    line = st.sampled_from(
        ['a = "1 t"', "a = “1”", "b ＝ 1", "[c]", "[[d]]", "a.b.c = 1", "x = 2024/9/30", "y = 60 t", "z: 1"]
    )
    parsed("\n".join(data.draw(st.lists(line | st.text(max_size=30), max_size=6))), "fuzz.toml")


def plans(data: Any) -> None:
    """Change some targets of a plan that comes with the package, or nothing, and read it as a user's."""
    document = deepcopy(_plan(data.draw(st.sampled_from(plan_ids()))))
    document["target"] = data.draw(st.lists(st.sampled_from(document["target"]), min_size=1, max_size=4))
    document["target"] = [{**row, "id": f"t{number}"} for number, row in enumerate(document["target"])]
    for _ in range(data.draw(st.integers(0, 3))):
        row = data.draw(st.sampled_from(document["target"]))
        row[data.draw(st.sampled_from([*row, "when", "indicator", "against"]))] = data.draw(_OF_PLANS | VALUES)
    check_names(read_plan(document, "fuzz"), "fuzz")


@cache
def _plan(id: str) -> dict[str, Any]:
    return parsed(data_text("plans", f"{id}.toml"), id)


_WHEN = st.sampled_from(
    ["chamber_height >= 5 m", "nope < 1", "charging == top", "charging <= 3 t", "capacity > x", "= ="]
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_OF_PLANS = (
    _WHEN
    | st.lists(_WHEN, max_size=2)
    | st.sampled_from(
        ["battery.unit_energy", "battery.nope", "region.energy_growth", "x", "coking", "110 kgce/t", ">="]
    )
    | ODD
)


def tables_of_ones_own(data: Any) -> None:
    """Change some cells of rows of the package, or none, and read them as a user's own factors or limits."""
    kind, columns, load = data.draw(st.sampled_from(_OWN))
    rows = [dict(each) for each in data.draw(st.lists(st.sampled_from(_rows(kind)), min_size=1, max_size=3))]
    cell = (
        ODD | NUMBERS | st.sampled_from(["coal-2020/raw-coal.coal", "own/a", "kgce/kg", "kg", "A", "Z", "2025-07-01"])
    )
    for _ in range(data.draw(st.integers(0, 2))):
        row = data.draw(st.sampled_from(rows))
        row[data.draw(st.sampled_from(columns))] = data.draw(cell)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "own.csv"
        load(_written(file, columns, [[row.get(each, "") for each in columns] for row in rows]))


def _factor_rows() -> list[dict[str, str]]:
    return [
        {"id": each.id, "value": repr(each.value), "unit": each.unit.text, "document": "own", "confidence": "B"}
        for each in [FactorTable().get(id) for id in ("coal-2020/raw-coal.coal", "nox/nx046", "co2-ndrc/coke.lhv")]
    ]


def _limit_rows() -> list[dict[str, str]]:
    names = ("gb21342-2025.coke.top-charging", "gb16780-2021.clinker.coal")
    return [
        {
            "id": each.id, "unit": each.unit.text, "standard": each.standard, "confidence": "B",
            **{f"level{n}": "" if level is None else repr(level) for n, level in enumerate(each.levels, 1)},
        }
        for each in [LimitTable().get(id) for id in names]
    ]  # fmt: skip


@cache
def _rows(kind: str) -> list[dict[str, str]]:
    return _factor_rows() if kind == "factors" else _limit_rows()


_OWN = [
    ("factors", ["id", "value", "low", "high", "unit", "document", "confidence"], load_own_factors),
    ("limits", ["id", "unit", "level1", "level2", "level3", "standard", "confidence", "effective"], load_own_limits),
]


def _written(file: Path, columns: list[str], rows: list[list[str]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerows([columns, *rows])
    return file


def regions(data: Any) -> None:
    """Change some entries of a small city, anywhere, and assess it."""
    document = city()
    for _ in range(data.draw(st.integers(0, 3))):
        _change(document, data)
    _finite(assess_region(read_region(document)).to_dict())


def cells(data: Any) -> None:
    """Change some cells and headers of a table of plants, and assess it: rows in are rows out and rows set aside."""
    header = [
        "name",
        "coke [万t]",
        "charging",
        "quenching",
        "energy.coking-coal [万t]",
        "energy.coking-coal.lhv [MJ/kg]",
    ]
    rows = [[f"p{number}", "60", "top", "wet", "81", "28"] for number in range(data.draw(st.integers(1, 4)))]
    cell = ODD | NUMBERS | QUANTITIES | st.text(max_size=20)
    for _ in range(data.draw(st.integers(0, 3))):
        row = data.draw(st.sampled_from([header, *rows, rows[0]]))
        row[data.draw(st.integers(0, len(row) - 1))] = data.draw(cell)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = _written(place / "plants.csv", header, rows)
        options = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
        done = run_batch(
            Batch(source=str(source), options=options, output=place / "out.csv", rejects=place / "rejects.csv")
        )
        assert done.rows == done.out + done.aside
        left = {each.name for each in place.iterdir()}
        assert not left - {"plants.csv", "out.csv", "rejects.csv", ".out.csv.done"}, left


def options(data: Any) -> None:
    """Give a command words that nobody means: it ends with 0 or 2, and a file is there only with 0."""
    words = data.draw(st.lists(_WORD, max_size=6))
    name = data.draw(st.sampled_from(sorted(set(_COMMANDS) - {"portfolio"})))
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "out.json"
        given = [str(EXAMPLE_OF_COKING) if each == "FILE" else str(output) if each == "OUT" else each for each in words]
        found = CliRunner().invoke(main, [name, *given])
        if found.exception is not None and not isinstance(found.exception, SystemExit):
            raise found.exception
        assert found.exit_code in (0, 1, 2), found.exit_code
        assert "Traceback" not in found.output
        if found.exit_code:
            assert not any(Path(folder).iterdir())
            raise InputError([])


_WORD = st.sampled_from(
    [
        "coking", "steel", "--input", "FILE", "--output", "OUT", "--lang", "zh", "en", "--format", "json", "csv", "table",
        "--plan", "yuncheng-14fyp", "--year", "2025", "0", "-1", "99999999999999999999", "--basis", "primary",
        "--province", "山西", "x", "list", "show", "check", "1 t", "tce", "--to", "raw-coal", "--value", "120 kgce/t",
        "gb21342-2025.coke.top-charging", "--help", "--", "-", "battery[0].unit_energy", "battery[0].nope",
    ]
) | st.text(max_size=10).filter(lambda text: "/" not in text)  # fmt: skip


DOORS: dict[str, Callable[[Any], None]] = {
    "units": units,
    "texts": texts,
    "plants": plants,
    "plans": plans,
    "own-tables": tables_of_ones_own,
    "regions": regions,
    "cells": cells,
    "options": options,
}
