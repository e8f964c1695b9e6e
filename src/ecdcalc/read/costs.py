"""The keys of a measure that say what it costs: capex, subsidy, life, running costs, parts that are replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ecdcalc.model.prices import Costs, Replacement
from ecdcalc.read.prices import Draw, crosses_zero, middle, money_reading
from ecdcalc.read.record import Notes, Table
from ecdcalc.words.errors import EcdcalcError

KEYS = ("capex", "subsidy", "avoided_capex", "life", "running_cost", "replacement", "residual", "start")
_LIKE = {
    "capex": "CNY", "subsidy": "CNY", "avoided_capex": "CNY", "running_cost": "CNY/a", "residual": "CNY", "life": "a",
    "cost": "CNY",
}  # fmt: skip


def read_costs(
    table: Table, place: str, notes: Notes, exchange: Mapping[str, float] | None = None, draw: Draw = middle
) -> Costs:
    """Return what the table of a measure says of its costs; what is wrong is noted. `draw` stands for ranges."""
    reader = _Costs(notes, exchange or {}, draw)
    found = {key: reader.number(table, key, place) for key in KEYS if key in _LIKE}
    start = table.get("start")
    if start is not None and (isinstance(start, bool) or not isinstance(start, int) or not 1990 <= start <= 2100):
        notes.add(f"{place}.start", "not-a-year", found=str(start)[:40])
        start = None
    return Costs(
        found["capex"],
        _or_none(found["subsidy"]),
        _or_none(found["avoided_capex"]),
        found["life"],
        _or_none(found["running_cost"]),
        _replacements(table.get("replacement", []), f"{place}.replacement", reader),
        _or_none(found["residual"]),
        start,
    )


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
        if key == "life" and (found.value if found.low is None else found.low) <= 0:
            self.notes.add(here, "out-of-bounds", found=found.text[:40], sign=">", bound="0", unit="a")
        elif key == "life" and within and found.low is not None:
            self.notes.add(here, "range-not-here", found=found.text[:40])
        elif not crosses_zero(found, here, self.notes.problems):
            return self.draw(here, found, rate)
        return None
