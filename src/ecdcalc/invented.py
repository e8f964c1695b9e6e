"""Invented tables for tests and benchmarks: random numbers inside the bounds of a process. No real plants."""

from __future__ import annotations

import math
import random
from pathlib import Path

import polars

from ecdcalc.columns import CARRIERS, inputs_of
from ecdcalc.process import Field
from ecdcalc.sector import sector

_PART = 1_000_000
_CARRIERS = ("electricity", "heat", "raw-coal")


def invented(sector_id: str, process: str, rows: int, *, seed: int = 1) -> polars.DataFrame:
    """Return a table of rows with every input of a process and a few carriers; the same for the same seed."""
    cls = sector(sector_id).process(process)
    columns: dict[str, polars.Series] = {"name": polars.Series([f"plant-{seed}-{n}" for n in range(rows)])}
    inputs = {
        path: each
        for path, each in inputs_of(cls).items()
        if not path.startswith(CARRIERS) or path.removeprefix(CARRIERS) in _CARRIERS
    }
    for number, (path, each) in enumerate(inputs.items()):
        dice = random.Random(f"{seed}-{number}")
        if each.unit is None:
            columns[path] = polars.Series(dice.choices(each.options, k=rows), dtype=polars.String)
        elif each.default is None:
            low, high = _ends(each)
            values = [dice.uniform(low, high) for _ in range(rows)]
            columns[f"{path} [{each.unit.text}]"] = polars.Series(values, dtype=polars.Float64)
    return polars.DataFrame(columns)


def _ends(field: Field) -> tuple[float, float]:
    low, high = 0.5, 50.0
    for sign, bound in field.bounds:
        if sign.startswith(">"):
            low, high = max(low, bound + abs(bound) * 1e-3), max(high, bound * 2 + 1)
        else:
            high = min(high, bound - abs(bound) * 1e-3)
            low = min(low, high / 2 if high > 0 else high * 2)
    return low, high


def write_invented(sector_id: str, process: str, rows: int, target: Path) -> None:
    """Write an invented table to a Parquet or CSV file."""
    parts = [
        invented(sector_id, process, min(_PART, rows - n * _PART), seed=n + 1)
        for n in range(max(1, math.ceil(rows / _PART)))
    ]
    frame = polars.concat(parts)
    frame.write_csv(target) if target.suffix.lower() == ".csv" else frame.write_parquet(target)
