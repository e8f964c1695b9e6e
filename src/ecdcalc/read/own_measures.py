"""Measures of the user's own: a table of a plant file (`use = "own"`), or the rows of a file (`--measures FILE`)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ecdcalc.model.own_measure import REMOVABLE, is_share
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.numbers.units import Reading, read_quantity, unit
from ecdcalc.read.record import Notes, Table, within
from ecdcalc.reference.files import path_text
from ecdcalc.reference.measures import OWN, OwnMeasureRow
from ecdcalc.reference.outside import outside_rows
from ecdcalc.words.errors import EcdcalcError, InputError, near, past_bound

KEYS = ("name", "carrier", "saving", "penalty", "removal", "capex", "life", "exclusive", "source")
_GROUPS = ("penalty", "removal")


def load_own_measures(path: str | os.PathLike[str]) -> dict[str, OwnMeasureRow]:
    """Read a file of measures: a CSV row each, with `id`, `name` and the keys of a table of a plant file.

    What a table groups stands in columns such as `penalty.electricity` and `removal.nox`. A plant file or a table
    names a row as `own/<id>`. Raises `InputError` with every mistake and its row.
    """
    notes = Notes()
    path = Path(path_text(path))
    rows = outside_rows(path, ("id", "name"))
    _check_columns(path, [*rows[0][1]] if rows else [], notes)
    found: dict[str, OwnMeasureRow] = {}
    for number, row in rows:
        place, cells = f"{path.name}:{number}", {key: cell for key, cell in row.items() if cell}
        id = cells.pop("id", "")
        if not id:
            notes.add(f"{place} id", "required", example="fan-inverter")
        elif f"{OWN}/{id}" in found:
            notes.add(f"{place} id", "name-twice", found=id)
        if made := own_row(_grouped(cells), f"{place} ", notes, id or "?"):
            found[made.id] = made
    if notes.problems:
        raise InputError(notes.problems)
    return found


def _check_columns(path: Path, names: list[str], notes: Notes) -> None:
    known = ["id", *(key for key in KEYS if key not in _GROUPS), "penalty.electricity", "removal.nox"]
    for name in names:
        if name not in known and not (name.partition(".")[0] in _GROUPS and "." in name):
            notes.add(f"{path.name} {name}", "unknown-key-near", near=near(name, known) or ", ".join(known))


def _grouped(cells: Mapping[str, str]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in cells.items():
        group, dot, name = key.partition(".")
        if dot:
            table.setdefault(group, {})[name] = value
        else:
            table[key] = value
    return table


def own_row(table: Table, place: str, notes: Notes, id: str = "") -> OwnMeasureRow | None:
    """Return the measure that a table describes; None if it has mistakes, which are noted."""
    before = len(notes.problems)
    for key in table:
        if key not in (*KEYS, "use"):
            notes.add(f"{place}{key}", "unknown-key-near", near=near(key, KEYS) or ", ".join(KEYS))
    words = {key: _text(table, key, place, notes) for key in ("name", "carrier", "exclusive", "source")}
    if not words["name"] and "name" not in {each.place for each in notes.problems}:
        notes.add(f"{place}name", "required", example='"Inverter on the fans"')
    carrier = words["carrier"]
    if ("saving" in table) != bool(carrier):
        lacks, example = ("saving", '"12 %"') if carrier else ("carrier", '"electricity"')
        notes.add(f"{place}{lacks}", "required", example=example)
    if carrier:
        _check_known(carrier, [*carrier_kinds()], f"{place}carrier", notes)
    numbers = {
        "saving": _number(table["saving"], f"{place}saving", notes) if "saving" in table else None,
        "penalties": _group(table, "penalty", [*carrier_kinds()], place, notes),
        "removals": _group(table, "removal", [*REMOVABLE], place, notes),
    }
    capex = _number(table["capex"], f"{place}capex", notes, "CNY") if "capex" in table else None
    life = _number(table["life"], f"{place}life", notes, "a") if "life" in table else None
    if not any(key in table for key in ("saving", *_GROUPS)):
        notes.add(place.rstrip(" ."), "own-measure-nothing")
    if len(notes.problems) > before:
        return None
    cost = capex.value if capex else None
    return OwnMeasureRow(f"{OWN}/{id or words['name']}", **words, **numbers, capex=cost, life=life)  # type: ignore[arg-type]


def _text(table: Table, key: str, place: str, notes: Notes) -> str:
    found = table.get(key, "")
    if isinstance(found, str):
        return found
    notes.add(f"{place}{key}", "not-text", found=str(found)[:40])
    return ""


def _check_known(found: str, known: list[str], place: str, notes: Notes) -> bool:
    if found in known:
        return True
    notes.add(place, "not-an-option", found=found[:40], options=near(found, known) or ", ".join(known))
    return False


def _group(table: Table, key: str, known: list[str], place: str, notes: Notes) -> dict[str, Reading]:
    given = table.get(key, {})
    if not isinstance(given, Mapping):
        notes.add(f"{place}{key}", "not-a-table", found=str(given)[:40])
        return {}
    found = {}
    for name, value in given.items():
        here = f"{place}{key}.{name}"
        if _check_known(str(name), known, here, notes) and (reading := _number(value, here, notes)):
            found[str(name)] = reading
    return found


def _number(given: Any, place: str, notes: Notes, asked: str = "") -> Reading | None:
    """Read one number: never below zero, and no share above all."""
    try:
        reading = read_quantity(str(given), unit(asked) if asked else None)
    except EcdcalcError as error:
        notes.error(place, error)
        return None
    if reading.unit.text == "1":
        notes.add(place, "own-measure-unit", found=str(given), units="%, kWh, t, tce, kWh/t, …")
    elif not within(reading, reading.unit, ">=", 0.0):
        notes.problems.append(past_bound(place, reading.text, ">=", 0.0, reading.unit.text))
    elif is_share(reading.unit) and not within(reading, reading.unit, "<=", reading.unit.out(1.0)):
        notes.problems.append(past_bound(place, reading.text, "<=", 100.0, "%"))
    else:
        return reading
    return None
