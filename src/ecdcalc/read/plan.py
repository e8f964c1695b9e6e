"""From a plan file to a `Plan`, every mistake in one pass."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Any

import attrs

from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.dates import is_year
from ecdcalc.read.record import Notes, Table
from ecdcalc.reference.conditions import condition
from ecdcalc.reference.plan import DIRECTIONS, ID, OPERATORS, SCOPES, TYPES, Plan, Target
from ecdcalc.words.errors import PAGE, EcdcalcError, InputError, near

_EXAMPLES = {
    "base_year": "2020",
    "clause": '"二"',
    "document": '"linfen-14fyp"',
    "en": '"Implementation plan of some city"',
    "id": '"linfen-14fyp"',
    "sector": '["steel"]',
    "target_year": "2025",
    "type": '"binding"',
    "zh": '"某市实施方案"',
}
_WORDS: dict[str, tuple[str, ...]] = {"type": TYPES, "scope": SCOPES, "direction": DIRECTIONS, "op": OPERATORS}


def read_plan(document: Table, name: str) -> Plan:
    """Read a plan. Raises `InputError` with every mistake and its place."""
    notes = Notes()
    rows = document.get("target", [])
    if not isinstance(rows, list) or not all(isinstance(each, Mapping) for each in rows):
        notes.add(f"{name} target", "not-a-list", found=str(rows)[:40], table="target")
        rows = []
    head = _values(Plan, {key: found for key, found in document.items() if key != "target"}, name, notes)
    targets = [_target(row, f"{name} target[{number}]", notes) for number, row in enumerate(rows)]
    known = [each for each in targets if each is not None]
    _check_ids(known, name, notes)
    first, last = head.get("base_year"), head.get("target_year")
    if isinstance(first, int) and isinstance(last, int) and last <= first:
        notes.add(f"{name} target_year", "region-year-order", year=last, base=first)
    if notes.problems:
        raise InputError(notes.problems)
    return Plan(**head, target=tuple(known))


def check_indicators(plan: Plan, known: Collection[str]) -> None:
    """Raise `InputError` where a target names an indicator that nothing evaluates."""
    notes = Notes()
    for each in plan.target:
        if each.indicator and f"{each.process}.{each.output}" not in known and each.indicator not in known:
            names = near(each.indicator, [*known]) or "region.energy_intensity_reduction"
            notes.add(f"{each.id} indicator", "indicator-unknown", found=each.indicator, near=names)
    if notes.problems:
        raise InputError(notes.problems)


def _target(row: Table, place: str, notes: Notes) -> Target | None:
    before = len(notes.problems)
    values = _values(Target, row, place, notes)
    if values.get("indicator") and not row.get("op"):
        notes.add(f"{place}.op", "required", example='">="')
    for key in ("limit", "against"):
        _check_number(values.get(key, ""), f"{place}.{key}", notes)
    for text in values.get("when", ()):
        try:
            condition(text)
        except EcdcalcError as error:
            notes.error(f"{place}.when", error)
    return None if len(notes.problems) > before else Target(**values)


def _values(cls: type, table: Table, place: str, notes: Notes) -> dict[str, Any]:
    """Return the values of a table by attribute: known keys, of their kind, none missing."""
    fields = {each.name: each for each in attrs.fields(cls) if each.name not in ("target", "set_by")}
    found: dict[str, Any] = {}
    for key, value in table.items():
        here = f"{place}.{key}"
        if key not in fields:
            guess = near(key, list(fields)) if len(notes.problems) < PAGE else None
            notes.add(here, "unknown-key-near" if guess else "unknown-key", near=guess or ", ".join(fields))
        elif _fits(key, value, str(fields[key].type), here, notes):
            found[key] = tuple(value) if isinstance(value, list) else value
    for key, field in fields.items():
        if field.default is attrs.NOTHING and key not in table:
            notes.add(f"{place}.{key}", "required", example=_EXAMPLES.get(key, '"…"'))
    return found


def _fits(key: str, value: Any, kind: str, place: str, notes: Notes) -> bool:
    if kind.startswith("int"):
        good = is_year(value)
        problem, values = "not-a-year", {"found": str(value)[:40]}
    elif kind == "bool":
        good = isinstance(value, bool)
        problem, values = "not-an-option", {"found": str(value)[:40], "options": "true, false"}
    elif kind.startswith("tuple"):
        good = isinstance(value, list) and all(isinstance(each, str) for each in value)
        problem, values = "region-files", {"example": _EXAMPLES["sector"]}
    else:
        good = isinstance(value, str)
        problem, values = "not-text", {"found": str(value)[:40]}
        if good and value and key in _WORDS and value not in _WORDS[key]:
            good, problem = False, "not-an-option"
            values = {"found": value[:40], "options": ", ".join(_WORDS[key])}
        if good and key == "deadline" and value and not _is_date(value):
            good, problem, values = False, "not-a-date", {"found": value[:40]}
        if good and key == "id" and not ID.fullmatch(value):
            good, problem, values = False, "id-form", {"found": value[:40]}
    if not good:
        notes.add(place, problem, **values)
    return good


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_number(text: str, place: str, notes: Notes) -> None:
    if not text:
        return
    try:
        float(text)
    except ValueError:
        try:
            read_quantity(text)
        except EcdcalcError as error:
            notes.error(place, error)
    else:
        notes.add(place, "unit-missing", found=text, asked="%, t, kgce/t, …", example=f"{text} %")


def _check_ids(targets: list[Target], name: str, notes: Notes) -> None:
    seen: set[str] = set()
    for each in targets:
        if each.id in seen:
            notes.add(f"{name} {each.id}", "name-twice", found=each.id)
        seen.add(each.id)
