"""Sums by group, exact: no order of rows and no cut into parts changes them.

Numbers are cut into pieces on fixed grids of powers of two, whole numbers so small that their sums are exact. What
comes out is the true sum, rounded once. A few columns are summed at a time, part after part: memory grows with the
groups, not with rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy
import polars

from ecdcalc.assessment.tables.columns import label
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.read.table import scan
from ecdcalc.words.errors import InputError, Problem, near

_BITS = 26
"""Bits of a piece: a part adds up within the 53 bits of a double, all parts within the 63 of a whole number."""
_LEAST = -35
"""The finest grid, 2^(26 · -35): what is nearer to zero adds nothing."""
_PLACE = "__ecdcalc_group__"
_HELD = 8
"""Columns that are summed at a time."""
WITHOUT = "without."
"""Before the name of a sum: how many rows of the group have no such number, and are therefore not in it."""
Array = Any


def adds_up(name: str) -> bool:
    """Tell whether a result column is one that adds up over plants: a saving, a bill, or an extensive output."""
    state, _, rest = name.partition(".")
    return state in ("saved", "money") or (state in ("baseline", "reporting") and rest in _extensive())


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
        raise InputError(
            [Problem(key, "group-unknown", {"near": near(key, names) or ", ".join(names)}) for key in lacking]
        )


def rolled_up(parts: Sequence[Path], keys: Sequence[str]) -> polars.DataFrame:
    """Return, for each group of all parts (Parquet or Arrow), the number of rows and the sums, each rounded once.

    Without keys all rows are one group. What no row knows has no sum; elsewhere a sum is over the rows that know it,
    and beside it stands how many of each group do not, if any.
    """
    groups, places = _groups(parts, keys)
    names = [name for name in scan(parts[0]).collect_schema() if adds_up(name)] if parts else []
    rows = groups["rows"].to_numpy()
    found = [_sums(parts, places, rows, names[at : at + _HELD]) for at in range(0, len(names), _HELD)]
    return groups.hstack([each for some in found for each in some])


def _groups(parts: Sequence[Path], keys: Sequence[str]) -> tuple[polars.DataFrame, list[Array]]:
    """Return the groups in order with their rows, and for each part the group of each row."""

    if not keys:
        sizes = [scan(path).select(polars.len()).collect().item() for path in parts]
        return polars.DataFrame({"rows": [sum(sizes)]}), [numpy.zeros(size, numpy.int64) for size in sizes]

    def rows_of(path: Path) -> polars.DataFrame:
        found: polars.DataFrame = scan(path).select(keys).collect()
        return found

    count = polars.len().cast(polars.Int64).alias("rows")
    counted = polars.concat([rows_of(path).group_by(keys).agg(count) for path in parts])
    words = [polars.col(key).cast(polars.String).fill_null("None") for key in keys]
    groups = counted.group_by(keys).agg(polars.col("rows").sum()).sort(words)
    numbered = groups.select(keys).with_row_index(_PLACE)
    places = [
        rows_of(path).join(numbered, on=keys, how="left", nulls_equal=True, maintain_order="left")[_PLACE].to_numpy()
        for path in parts
    ]
    return groups, places


def _sums(parts: Sequence[Path], places: Sequence[Array], rows: Array, names: Sequence[str]) -> Iterator[polars.Series]:
    """Yield the sums of some columns, each rounded once, and the rows not in them; none of a column that is empty."""
    groups = len(rows)
    digits: dict[str, dict[int, Array]] = {name: {} for name in names}
    without = {name: numpy.zeros(groups, numpy.int64) for name in names}
    for path, place in zip(parts, places, strict=True):
        frame = scan(path).select(names).collect()
        for name in names:
            numbers = frame[name].cast(polars.Float64).to_numpy()
            there = ~numpy.isnan(numbers)
            if not there.all():
                without[name] += numpy.bincount(place[~there], minlength=groups)
            for level, pieces in _pieces(numpy.where(there, numbers, 0.0)):
                made = numpy.bincount(place, pieces, groups).astype(numpy.int64)
                digits[name][level] = digits[name][level] + made if level in digits[name] else made
    for name in names:
        known = without[name] < rows
        if known.any():
            total = polars.Series(name, _rounded(digits[name], groups))
            yield total.set(polars.Series(~known), None)
            if without[name].any():
                yield polars.Series(f"{WITHOUT}{name}", without[name])


def _pieces(numbers: Array) -> Iterator[tuple[int, Array]]:
    """Yield the numbers cut up: for each grid, how many of its steps a number has."""
    largest = numpy.abs(numbers).max(initial=0.0)
    level = int(numpy.frexp(largest)[1]) // _BITS
    while largest and level >= _LEAST:
        step = 2.0 ** (_BITS * level)
        pieces = numpy.rint(numbers / step)
        yield level, pieces
        numbers = numbers - pieces * step
        largest, level = numpy.abs(numbers).max(), level - 1


def _rounded(digits: dict[int, Array], groups: int) -> Array:
    """Return the numbers that have these digits of base 2^26, each rounded once.

    Four digits from the first that is not zero are more than a double holds; of the rest it matters only on which side
    of nothing it is.
    """
    low, high = min(digits, default=0) - 3, max(digits, default=0) + 3
    found = numpy.zeros((high - low, groups), numpy.int64)
    for level, numbers in digits.items():
        found[level - low] = numbers
    for place in range(len(found) - 1):  # carry, so that no digit is beyond half of the base
        carry = (found[place] + (1 << (_BITS - 1))) >> _BITS
        found[place] -= carry << _BITS
        found[place + 1] += carry
    first = len(found) - 1 - numpy.argmax(found[::-1] != 0, axis=0)
    first = numpy.where((found != 0).any(axis=0), first, 3)
    rest = numpy.zeros(groups)
    for place, numbers in enumerate(found):
        rest = numpy.where((place < first - 3) & (numbers != 0), numpy.sign(numbers), rest)
    four = [numpy.take_along_axis(found, (first - back)[None], axis=0)[0] for back in range(4)]
    base = 2.0**_BITS
    above, below = four[0] * base + four[1], four[2] * base + four[3] + rest / 2
    return numpy.ldexp(above * base**2 + below, _BITS * (first - 3 + low))
