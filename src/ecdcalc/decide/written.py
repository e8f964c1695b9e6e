"""The chosen measures written back as a plant file that runs: the document as it was, with other measures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.model.process import Process, walk
from ecdcalc.numbers.ops import Missing
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.defaults import Context

_PLACE = re.compile(r"(?P<key>[\w-]+)(?:\[(?P<number>\d+)\])?")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def chosen_document(plant: Plant) -> dict[str, Any]:
    """Return the document of a plant with its chosen measures in the place of the document's own: it gives the same.

    Where something was measured, measures that come on top of it change what the file says was measured.
    """
    found = with_measures(plant.document, [(case.place, step) for case in plant.cases for step in case.steps])
    again = _cases(found, plant.context)
    bare: dict[str, Case] = {}
    for case in plant.cases:
        if not case.overrides or not _differs(again[case.place].reporting, case.reporting):
            continue
        if not bare:
            stripped = {key: _without(value, "reporting") for key, value in found.items()}
            bare = _cases(stripped, plant.context)
        table = _table_at(found, case.place)
        table["reporting"] = _changed(bare[case.place].reporting, case.reporting)
    return found


def _cases(document: Mapping[str, Any], context: Context) -> dict[str, Case]:
    """Return the processes of a document by place, read with the user's own tables as the plant was."""
    own: dict[str, Any] = {"factors": context.factors, "limits": context.limits, "measures": context.measures}
    return {each.place: each for each in read_plant(document, of_region=True, **own).cases}


def _differs(one: Process, other: Process) -> bool:
    return bool(_changed(one, other))


def _changed(before: Process, after: Process) -> dict[str, Any]:
    """Return the inputs in which a state differs from another, as a table of a plant file."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(before, "")}
    found: dict[str, Any] = {}
    for path, owner, name, field in walk(after, ""):
        value = getattr(owner, name)
        if value is None or isinstance(value, Missing) or old.get(path) == value:
            continue
        *heads, last = path.split(".")
        table = found
        for each in heads:
            table = table.setdefault(each, {})
        table[last] = value if field.unit is None else f"{float(field.unit.out(value))!r} {field.unit.text}".strip()
    return found


def with_measures(document: Mapping[str, Any], steps: Sequence[tuple[str, Step]]) -> dict[str, Any]:
    """Return the document of a plant with the chosen measures in the place of its own."""
    found = {key: _without(value, "measure") for key, value in document.items()}
    for place, step in steps:
        _table_at(found, place).setdefault("measure", []).append(dict(step.table))
    return found


def _table_at(document: Mapping[str, Any], place: str) -> dict[str, Any]:
    match = _PLACE.fullmatch(place)
    assert match is not None
    table: Any = document[match["key"]]
    found: dict[str, Any] = table if match["number"] is None else table[int(match["number"])]
    return found


def _without(value: Any, name: str) -> Any:
    if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
        return [_without(each, name) for each in value]
    if isinstance(value, Mapping):
        return {key: each for key, each in value.items() if key != name}
    return value


def toml_of(document: Mapping[str, Any], comment: str = "") -> str:
    """Return a document as TOML: plain values first, then a table for each process."""
    lines = [f"# {line}" for line in comment.splitlines()]
    lines += _table(document, "")
    return "\n".join(lines) + "\n"


def _table(table: Mapping[str, Any], path: str) -> Iterator[str]:
    nested: list[tuple[str, Any]] = []
    for key, value in table.items():
        if _is_tables(value) or (isinstance(value, Mapping) and not path):
            nested.append((key, value))
        else:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in nested:
        here = f"{path}.{_key(key)}" if path else _key(key)
        for each in value if isinstance(value, list) else [value]:
            yield ""
            yield f"[[{here}]]" if isinstance(value, list) else f"[{here}]"
            yield from _table(each, here)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(_character(each) for each in value) + '"'
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return repr(value)


def _character(each: str) -> str:
    if each in '"\\':
        return f"\\{each}"
    return each if each.isprintable() else f"\\u{ord(each):04x}"
