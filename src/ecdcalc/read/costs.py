"""The keys of a measure that say what it costs: capex, subsidy, life, running costs, parts that are replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecdcalc.model.prices import Costs, Replacement
from ecdcalc.read.prices import money_text
from ecdcalc.read.record import Notes, Table
from ecdcalc.words.errors import EcdcalcError

KEYS = ("capex", "subsidy", "avoided_capex", "life", "running_cost", "replacement", "residual", "start")
_LIKE = {
    "capex": "CNY", "subsidy": "CNY", "avoided_capex": "CNY", "running_cost": "CNY/a", "residual": "CNY", "life": "a",
    "cost": "CNY",
}  # fmt: skip


def read_costs(table: Table, place: str, notes: Notes, exchange: Mapping[str, float] | None = None) -> Costs:
    """Return what the table of a measure says of its costs; what is wrong is noted."""
    found = {key: _number(table, key, place, notes, exchange or {}) for key in KEYS if key in _LIKE}
    _positive(found.get("life"), f"{place}.life", str(table.get("life")), notes)
    start = table.get("start")
    if start is not None and (isinstance(start, bool) or not isinstance(start, int) or not 1990 <= start <= 2100):
        notes.add(f"{place}.start", "not-a-year", found=str(start)[:40])
        start = None
    return Costs(
        found["capex"],
        found["subsidy"] or 0.0,
        found["avoided_capex"] or 0.0,
        found["life"],
        found["running_cost"] or 0.0,
        _replacements(table.get("replacement", []), f"{place}.replacement", notes, exchange or {}),
        found["residual"] or 0.0,
        start,
    )


def _replacements(given: Any, place: str, notes: Notes, exchange: Mapping[str, float]) -> tuple[Replacement, ...]:
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
        cost, life = (_number(row, key, here, notes, exchange) for key in ("cost", "life"))
        _positive(life, f"{here}.life", str(row.get("life")), notes)
        if cost is not None and life is not None and life > 0:
            found.append(Replacement(str(row.get("part", "")), cost, life))
    return tuple(found)


def _positive(life: float | None, place: str, text: str, notes: Notes) -> None:
    if life is not None and life <= 0:
        notes.add(place, "out-of-bounds", found=text[:40], sign=">", bound="0", unit="a")


def _number(table: Table, key: str, place: str, notes: Notes, exchange: Mapping[str, float]) -> float | None:
    if key not in table:
        return None
    try:
        return money_text(str(table[key]), _LIKE[key], exchange)
    except EcdcalcError as error:
        notes.error(f"{place}.{key}", error)
        return None
