"""Sums by group, exact: no order of rows and no cut into parts changes them.

Numbers are cut into pieces on grids of powers of two, so coarse that a sum of pieces is exact; what comes out is
the true sum, rounded once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import polars

from ecdcalc.assessment.tables.columns import label
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.words.errors import InputError, Problem, near

Groups = list[dict[str, Any]]
"""For each group its keys, the number of its rows and, by column, numbers whose true sum is that of the column."""

_BITS = 26
"""Bits of a piece: pieces of 2^27 rows add up within the 53 bits of a double."""
_NOTHING = 2.0**-900
"""What is nearer to zero adds nothing: grids of such numbers would be beyond the smallest double."""


def adds_up(name: str) -> bool:
    """Tell whether a result column is one that adds up over plants: a saving, or an extensive output."""
    state, _, rest = name.partition(".")
    return state == "saved" or (state in ("baseline", "reporting") and rest in _extensive())


@cache
def _extensive() -> frozenset[str]:
    return frozenset(
        f"{label(name)} [{output.unit.text}]"
        for sector in sectors().values()
        for process in sector.processes
        for name, output in outputs_of(process).items()
        if output.extensive
    )


def check_keys(keys: Sequence[str], names: Sequence[str]) -> None:
    """Raise `InputError` for every key that is no column."""
    lacking = [key for key in keys if key not in names]
    if lacking:
        raise InputError([Problem(key, "group-unknown", {"near": near(key, names) or ""}) for key in lacking])


def groups_of(frame: polars.DataFrame, keys: Sequence[str]) -> Groups:
    """Return the groups of some rows."""
    adding = [name for name in frame.columns if adds_up(name)]
    frame = frame.select(*keys, *adding)
    counts = frame.group_by(list(keys)).agg(polars.len().alias("rows"))
    found = {
        tuple(row[key] for key in keys): {"keys": [row[key] for key in keys], "rows": row["rows"], "sums": {}}
        for row in counts.iter_rows(named=True)
    }
    grids = {name: _grid(frame[name]) for name in adding if frame[name].count()}
    while grids:
        pieces = {name: (polars.col(name) / grid).round() * grid for name, grid in grids.items()}
        sums = frame.group_by(list(keys)).agg(
            polars.when(polars.col(name).count() > 0).then(piece.sum()).alias(name) for name, piece in pieces.items()
        )
        for row in sums.iter_rows(named=True):
            here = found[tuple(row[key] for key in keys)]["sums"]
            for name in grids:
                if row[name] is not None:
                    here.setdefault(name, []).append(row[name])
        frame = frame.with_columns((polars.col(name) - piece).alias(name) for name, piece in pieces.items())
        grids = {name: _grid(frame[name]) for name in grids if _largest(frame[name]) > _NOTHING}
    return list(found.values())


def _grid(numbers: polars.Series) -> float:
    """Return the grid on which the largest of some numbers has `_BITS` bits."""
    return math.ldexp(1.0, math.frexp(max(_largest(numbers), _NOTHING))[1] - _BITS)


def _largest(numbers: polars.Series) -> float:
    largest: Any = numbers.abs().max()
    return float(largest)


def rolled_up(parts: Iterable[Groups], keys: Sequence[str]) -> polars.DataFrame:
    """Return, for each group of all parts, the number of rows and the sums, each rounded once.

    What no row knows has no sum; elsewhere a sum is over the rows that know it.
    """
    counts: dict[tuple[Any, ...], int] = {}
    sums: dict[tuple[Any, ...], dict[str, list[float]]] = {}
    columns: dict[str, None] = {}
    for group in (group for part in parts for group in part):
        key = tuple(group["keys"])
        counts[key] = counts.get(key, 0) + group["rows"]
        for name, numbers in group["sums"].items():
            columns[name] = None
            sums.setdefault(key, {}).setdefault(name, []).extend(numbers)
    made = [_group(keys, key, counts[key], sums.get(key, {}), columns) for key in sorted(counts, key=_words)]
    return polars.DataFrame(made, infer_schema_length=None)


def _group(
    keys: Sequence[str], key: tuple[Any, ...], rows: int, sums: Mapping[str, list[float]], columns: Iterable[str]
) -> dict[str, Any]:
    totals = {name: math.fsum(sums[name]) if name in sums else None for name in columns}
    return {**dict(zip(keys, key, strict=True)), "rows": rows, **totals}


def _words(key: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(str(each) for each in key)
