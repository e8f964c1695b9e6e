"""A user's own factors: read with every mistake, and held against our row of that name and what can be at all."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from pathlib import Path

from ecdcalc.reference.factors import (
    COLUMNS,
    Factor,
    FactorTable,
    factor_of,
    factor_set,
    row_problems,
    set_names,
)
from ecdcalc.reference.files import path_text
from ecdcalc.reference.outside import outside_rows
from ecdcalc.reference.ranges import range_of_factor
from ecdcalc.words.errors import PAGE, InputError, Problem, UnitError, near


def load_own_factors(path: str | os.PathLike[str]) -> FactorTable:
    """Read a user's own factors: the same columns, whole ids such as `coal-2020/raw-coal.coal`.

    Raises `InputError` with every bad row.
    """
    path = Path(path_text(path))
    found = outside_rows(path, ("id", "value", "unit", "document", "confidence"))
    rows = [(number, {name: row.get(name, "") for name in COLUMNS}) for number, row in found]
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, row in rows:
        place = f"{path.name}:{number}"
        problems += row_problems(row, place)
        if row["id"] in seen:
            problems.append(Problem(f"{place} id", "name-twice", {"found": row["id"]}))
        seen.add(row["id"])
        if len(problems) < PAGE:
            problems += _against_ours(row, place)
    if problems:
        raise InputError(problems)
    return FactorTable({row["id"]: factor_of(row, row["id"], own=True) for _, row in rows})


def _against_ours(row: dict[str, str], place: str) -> Iterator[Problem]:
    """Yield where a user's row cannot stand in the place of ours: of another kind or sign, or of no known name."""
    try:
        own = factor_of(row, row["id"])
    except (UnitError, ValueError):  # told already
        return
    yield from _of_range(own, place)
    ours = FactorTable().find(own.id) or _of_another_year(own.id)
    if ours is None:
        if own.id and not own.id.startswith("own/"):
            name = own.id.partition("/")[0]
            known = [f"{name}/{each}" for each in factor_set(name)] if name in set_names() else list(set_names())
            guess = near(own.id, known) or ", ".join(known[:6])
            yield Problem(f"{place} id", "own-id-unknown", {"found": own.id[:60], "near": guess})
        return
    if not own.unit.same_kind(ours.unit):
        values: dict[str, object] = {"found": own.unit.text, "asked": ours.unit.text, "id": ours.id}
        yield Problem(f"{place} unit", "own-unit", values)
    sign = ">" if dict(own.unit.dimension).get("kilogram_coal_equivalent", 0) > 0 else ">="
    for value in (own.value, own.low, own.high):
        positive = ours.value is None or ours.value >= 0
        if value is not None and positive and (value < 0 or (sign == ">" and value == 0)):
            yield Problem(f"{place} value", "own-sign", {"found": f"{value:g}", "asked": f"{sign} 0"})
    found = range_of_factor(own.id)
    if own.base is not None and found and (beyond := found.beyond(own.base, own.unit, positive=True)):
        yield Problem(f"{place} value", "beyond-range", {"found": f"{own.value:g} {own.unit.text}", **beyond})


def _of_range(own: Factor, place: str) -> Iterator[Problem]:
    """Yield where the ends of a range are the wrong way round, or the value is not between them."""
    low, high = -math.inf if own.low is None else own.low, math.inf if own.high is None else own.high
    if low > high:
        yield Problem(f"{place} low", "range-order", {"found": f"{low:g} – {high:g}"})
    elif own.value is not None and not low <= own.value <= high:
        yield Problem(f"{place} value", "own-range", {"found": f"{own.value:g}"})


def _of_another_year(id: str) -> Factor | None:
    """Return a row of ours whose id differs in the year alone: a value of a year that we do not have yet."""
    name, _, row = id.partition("/")
    if name not in set_names():
        return None
    form = _YEAR.sub("*", row)
    return next((each for key, each in factor_set(name).items() if "*" in form and _YEAR.sub("*", key) == form), None)


_YEAR = re.compile(r"(?:19|20)\d\d")
