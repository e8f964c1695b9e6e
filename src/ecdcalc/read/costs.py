"""What money a plant file has: prices, economics, and the keys of a measure that say what it costs.

Those are capex, subsidy, life, running costs, parts that are replaced, the year of its start, its size.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.model.prices import Costs, Economics, Prices, Replacement
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.bounds import CHARGE, MOST_YEARS, YEARS, Bound, past
from ecdcalc.read.dates import is_year
from ecdcalc.read.prices import (
    Draw,
    crosses_zero,
    exchange_of,
    middle,
    money_reading,
    read_economics,
    read_prices,
)
from ecdcalc.read.record import Notes, Table
from ecdcalc.read.text import read_document
from ecdcalc.reference.measures import OWN, measure_rows
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near

KEYS = ("capex", "subsidy", "avoided_capex", "life", "running_cost", "replacement", "residual", "start", "size")
_LIKE = {
    "capex": "CNY", "subsidy": "CNY", "avoided_capex": "CNY", "running_cost": "CNY/a", "residual": "CNY", "life": "a",
    "cost": "CNY",
}  # fmt: skip


_OF_PART: Sequence[Bound] = ((">=", 0.1, "a"), ("<=", MOST_YEARS, "a"))
"""What is bought anew more often than ten times a year is a running cost."""
_BOUNDS: Mapping[str, Sequence[Bound]] = dict.fromkeys(("capex", "subsidy", "avoided_capex", "cost"), CHARGE)
"""What is paid for goods is not negative; a running cost may be, where less is spent, and a residual worth."""


def read_costs(
    table: Table, place: str, notes: Notes, exchange: Mapping[str, float] | None = None, draw: Draw = middle
) -> Costs:
    """Return what the table of a measure says of its costs; what is wrong is noted. `draw` stands for ranges."""
    reader = _Costs(notes, exchange or {}, draw)
    found = {key: reader.number(table, key, place) for key in KEYS if key in _LIKE}
    start = table.get("start")
    if start is not None and not is_year(start):
        notes.add(f"{place}.start", "not-a-year", found=str(start)[:40])
        start = None
    size = table.get("size", "")
    if size and not _is_quantity(str(size)):
        notes.add(f"{place}.size", "cost-size", found=str(size)[:40])
    for key in ("subsidy", "residual"):
        if _above(found[key], found["capex"]):
            notes.add(f"{place}.{key}", "cost-above-capex", found=str(table[key])[:40], capex=str(table["capex"])[:40])
    return Costs(
        found["capex"],
        _or_none(found["subsidy"]),
        _or_none(found["avoided_capex"]),
        found["life"],
        _or_none(found["running_cost"]),
        _replacements(table.get("replacement", []), f"{place}.replacement", reader),
        _or_none(found["residual"]),
        start,
        str(size),
    )


def _above(part: Any, whole: Any) -> bool:
    """Tell whether a part of the investment is given as more than all of it; of ranges, the trials decide nothing."""
    numbers = isinstance(part, (int, float)) and isinstance(whole, (int, float))
    return numbers and part > whole


def _is_quantity(text: str) -> bool:
    """Tell whether a text is an amount of something above zero: of what is seen where a published cost asks for it."""
    _, _, of = text.strip().partition(" ")
    try:
        return bool(of) and read_quantity(text, of.strip()).value > 0
    except EcdcalcError:
        return False


def read_money(document: Table, notes: Notes) -> tuple[Prices | None, Economics, dict[str, Table]]:
    """Read prices, economics and the costs of measures; a plant without prices has no money in its result."""
    tables: dict[str, Table] = {}
    for key in ("prices", "economics", "costs"):
        tables[key] = document.get(key, {})
        if not isinstance(tables[key], Mapping):
            notes.add(key, "not-a-table", found=str(tables[key])[:40])
            tables[key] = {}
    exchange = exchange_of(tables["economics"])
    prices, problems = read_prices(tables["prices"], exchange)
    economics, more = read_economics(tables["economics"], prices.year)
    notes.problems += [*problems, *more]
    if tables["prices"] and "price_year" not in tables["prices"]:
        notes.add("prices.price_year", "required", example="2025")
    return (prices if tables["prices"] else None), economics, _of_measures(tables["costs"], notes, exchange)


def prices_of(given: Prices | Table | str | os.PathLike[str]) -> Prices:
    """Return the prices of a file (or a dictionary) with the tables `prices` and `economics`, for rows of a table.

    Prices by the level of a plant are refused: a row has no plant around it. Raises `InputError` with every mistake.
    """
    if isinstance(given, Prices):
        return given
    document = given if isinstance(given, Mapping) else read_document(os.fspath(given))
    notes = Notes()
    for key in document:
        if key not in ("prices", "economics"):
            notes.add(str(key), "unknown-key", near="prices, economics")
    prices = read_money(document, notes)[0]
    if prices is None and not notes.problems:
        notes.add("prices", "required", example='electricity = "0.55 元/kWh"')
    if prices is not None and prices.tiers:
        notes.add("prices.tiers", "prices-of-plant")
    if notes.problems or prices is None:
        raise InputError(notes.problems)
    return prices


def _of_measures(given: Table, notes: Notes, exchange: Mapping[str, float]) -> dict[str, Table]:
    """Return what measures cost that are not in the file as measures: what a choice reckons with."""
    known = {row.slug for row in measure_rows().values()}
    found: dict[str, Table] = {}
    for name, table in given.items():
        place = f"costs.{name}"
        if name not in known and not name.startswith(f"{OWN}/"):
            notes.add(place, "measure-unknown", found=name, near=near(name, [*known]) or "ecdcalc measures")
        elif not isinstance(table, Mapping):
            notes.add(place, "not-a-table", found=str(table)[:40])
        else:
            for key in table:
                if key not in KEYS:
                    notes.add(f"{place}.{key}", "unknown-key", near=", ".join(KEYS))
            read_costs(table, place, notes, exchange)
            found[name] = table
    return found


def _or_none(found: Any) -> Any:
    return 0.0 if found is None else found


def _replacements(given: Any, place: str, reader: _Costs) -> tuple[Replacement, ...]:
    notes = reader.notes
    if not isinstance(given, list) or not all(isinstance(each, Mapping) for each in given):
        notes.add(place, "replacement-list", example='[{ part = "drive", cost = "30 万元", life = "6 a" }]')
        return ()
    found = []
    for number, row in enumerate(given):
        here = f"{place}[{number}]"
        for key in row:
            if key not in ("part", "cost", "life"):
                notes.add(f"{here}.{key}", "unknown-key", near="part, cost, life")
        for key, example in (("cost", '"30 万元"'), ("life", '"6 a"')):
            if key not in row:
                notes.add(f"{here}.{key}", "required", example=example)
        cost, life = (reader.number(row, key, here, within=True) for key in ("cost", "life"))
        if cost is not None and life is not None:
            found.append(Replacement(str(row.get("part", "")), cost, life))
    return tuple(found)


@frozen
class _Costs:
    """Reads the numbers of a table of costs."""

    notes: Notes
    exchange: Mapping[str, float]
    draw: Draw

    def number(self, table: Table, key: str, place: str, *, within: bool = False) -> Any:
        """Return a number; the life of a part `within` a measure has no range, and no life goes down to zero."""
        if key not in table:
            return None
        here = f"{place}.{key}"
        try:
            found, rate = money_reading(str(table[key]), _LIKE[key], self.exchange)
        except EcdcalcError as error:
            self.notes.error(here, error)
            return None
        if key != "life" and crosses_zero(found, here, self.notes.problems):
            return None
        bounds = (_OF_PART if within else YEARS) if key == "life" else _BOUNDS.get(key, ())
        problems = past(here, found, bounds)
        if key == "life" and within and found.low is not None:
            problems.append(Problem(here, "range-not-here", {"found": found.text[:40]}))
        self.notes.problems += problems
        return None if problems else self.draw(here, found, rate)
