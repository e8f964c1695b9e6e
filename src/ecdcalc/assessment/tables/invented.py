"""Invented tables for tests and benchmarks: no real plants, but numbers of the size that plants have.

A row is a process of the sector's own template, half to twice as large, with its numbers moved by up to a fiftieth,
those in the same kind of unit together, so that a part stays a part of its whole. What the template does not have, and
a process that stands in no template, is drawn evenly within its bounds.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy
import polars
from attrs import evolve

from ecdcalc.assessment.tables.columns import CARRIERS, MEASURE, REPORTING, inputs_of
from ecdcalc.assessment.tables.write import check_target, write_table
from ecdcalc.model.process import Field, Process
from ecdcalc.model.sector import Sector
from ecdcalc.model.sector import sector as find_sector
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.read.table import ARROW, scan
from ecdcalc.reference.ranges import hard_bounds

_PART = 250_000
_CARRIERS = ("electricity", "heat", "raw-coal")
_SPREAD, _EMPTY = 0.02, 0.1
_DIGITS = 5
"""Digits of what a plant reports."""
_AMOUNTS = ("t", "GJ", "m3", "tce", "m2", "item", "person", "head", "household", "vehicle", "t·km", "kW", "t/h", "m3/h")
"""Units of what a plant twice as large has twice as much of."""
_Given = dict[str, Reading | str]


def invented(sector: str, process: str, rows: int, *, seed: int = 1) -> polars.DataFrame:
    """Return a table of rows of a process; the same for the same seed.

    One optional number in ten is left empty. Raises `NotFoundError` for a sector or process that there is not.
    """
    found = find_sector(sector)
    cls = found.process(process)
    examples = _examples(found, cls) or [{}]
    inputs = inputs_of(cls)
    dice = numpy.random.default_rng(seed)
    which = dice.integers(len(examples), size=rows)
    size = 2.0 ** dice.uniform(-1, 1, rows)
    moves: dict[Any, Any] = {}
    columns = {"name": polars.Series([f"plant-{seed}-{n}" for n in range(rows)], dtype=polars.String)}
    for path in _paths(inputs, examples):
        values = [each.get(path) for each in examples]
        of = inputs.get(path.removeprefix(REPORTING))
        of = of and evolve(of, bounds=hard_bounds(cls.about.key, path.removeprefix(REPORTING), of.unit, of.bounds))
        kind = of.unit if of else next((each.unit for each in values if isinstance(each, Reading)), None)
        if kind is None:
            words = [None if each is None else str(each) for each in values] if any(values) else [*_words(of)]
            picked = which if any(values) else dice.integers(len(words), size=rows)
            columns[path] = polars.Series([words[n] for n in picked], dtype=polars.String)
            continue
        of = of or Field("quantity", unit=kind, bounds=(("<=", 100.0),) if kind.text == "%" else ())
        if kind.dimension not in moves:
            moves[kind.dimension] = dice.uniform(1 - _SPREAD, 1 + _SPREAD, rows) * (size if _grows(kind) else 1)
        drawn = dice.uniform(*_ends(of), rows)
        numbers = _moved(of, values, which, moves[kind.dimension]) if any(values) else drawn
        empty = of.optional & (dice.random(rows) < _EMPTY)
        series = polars.Series(numpy.where(empty, math.nan, numbers), dtype=polars.Float64, nan_to_null=True)
        columns[f"{path} [{kind.text}]"] = series.round_sig_figs(_DIGITS)
    return polars.DataFrame(columns)


def _grows(of: Unit) -> bool:
    return any(of.same_kind(unit(each)) for each in _AMOUNTS)


def _words(field: Field | None) -> tuple[str, ...]:
    return field.options if field else ()


def _paths(inputs: Mapping[str, Field], examples: list[_Given]) -> list[str]:
    """Return the columns of the table: what the examples give, and what the process cannot do without.

    Where there is no example: every input without a default, and a few carriers.
    """
    given = dict.fromkeys(path for each in examples for path in each)
    others = [path for path, field in inputs.items() if not path.startswith(CARRIERS)]
    if given:
        return [*dict.fromkeys([*given, *(path for path in others if not inputs[path].optional)])]
    lines = [f"{CARRIERS}{id}" for id in _CARRIERS if f"{CARRIERS}{id}" in inputs]
    return [*(path for path in others if inputs[path].default is None), *lines]


def _moved(field: Field, values: list[Any], which: Any, move: Any) -> Any:
    assert field.unit is not None
    numbers = [field.unit.out(each.value) if isinstance(each, Reading) else math.nan for each in values]
    return numpy.clip(numpy.array(numbers)[which] * move, *_bounds(field))


def _bounds(field: Field) -> tuple[float, float]:
    """Return the ends between which a number may be moved, a thousandth inside those that are allowed."""
    low, high = -math.inf, math.inf
    for sign, bound in field.bounds:
        if sign.startswith(">"):
            low = bound + abs(bound) * 1e-3
        else:
            high = bound - abs(bound) * 1e-3
    return low, high


def _ends(field: Field) -> tuple[float, float]:
    """Return the ends between which a number is drawn of which nothing is known but its bounds."""
    low, high = 0.5, 50.0
    for sign, bound in field.bounds:
        if sign.startswith(">"):
            low, high = max(low, bound + abs(bound) * 1e-3), max(high, bound * 2 + 1)
        else:
            high = min(high, bound - abs(bound) * 1e-3)
            low = min(low, high / 2 if high > 0 else high * 2)
    least = [bound for sign, bound in field.bounds if sign.startswith(">")]
    return max([low, *least]), high


def _examples(sector: Sector, cls: type[Process]) -> list[_Given]:
    """Return what the sector's template gives for its processes of that class, by path, in declared units."""
    document = tomllib.loads(sector.template)
    tables = document.get(cls.about.key, [])
    inputs = inputs_of(cls)
    return [dict(_flat(table, inputs, "")) for table in (tables if isinstance(tables, list) else [tables])]


def _flat(table: Mapping[str, Any], inputs: Mapping[str, Field], prefix: str) -> Iterator[tuple[str, Reading | str]]:
    for key, value in table.items():
        path = f"{prefix}{key}".removesuffix(".amount").removesuffix(".value")
        state = REPORTING if path.startswith(REPORTING) else ""
        bare = path.removeprefix(state)
        if bare not in inputs and f"{CARRIERS}{bare}" in inputs:  # a carrier may stand beside the quantities
            path, bare = f"{state}{CARRIERS}{bare}", f"{CARRIERS}{bare}"
        if key == MEASURE and isinstance(value, list):
            yield from _measure(value[0])
        elif isinstance(value, Mapping):
            yield from _flat(value, inputs, f"{path}.")
        elif bare in inputs:
            asked = inputs[bare].unit
            yield path, str(value) if asked is None else read_quantity(str(value), asked)


def _measure(table: Mapping[str, Any]) -> Iterator[tuple[str, Reading | str]]:
    """Yield the first measure of an example and its parameters."""
    yield MEASURE, table["use"]
    for name, value in table.items():
        if name not in ("use", "capex"):
            yield f"{MEASURE}.{name}", value if name == "carrier" else read_quantity(str(value))


def write_invented(sector: str, process: str, rows: int, target: Path) -> None:
    """Write an invented table to a file, in parts, so that it may be larger than memory.

    Raises `InputError` where no table can be written under that name.
    """
    check_target(target)
    with TemporaryDirectory(dir=target.parent) as folder:
        parts = []
        for number in range(max(1, math.ceil(rows / _PART))):
            frame = invented(sector, process, min(_PART, rows - number * _PART), seed=number + 1)
            parts.append(Path(folder) / f"{number}{ARROW}")
            frame.write_ipc(parts[-1])
        draft = Path(folder) / "draft"
        write_table(polars.concat([scan(part) for part in parts]), draft, target)
        draft.replace(target)
