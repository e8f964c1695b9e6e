"""The chosen measures written back as a plant file that runs: the document as it was, with other measures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ecdcalc.model.plant import Step

_PLACE = re.compile(r"(?P<key>[\w-]+)(?:\[(?P<number>\d+)\])?")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def with_measures(document: Mapping[str, Any], steps: Sequence[tuple[str, Step]]) -> dict[str, Any]:
    """Return the document of a plant with the chosen measures in the place of its own."""
    found = {key: _without(value) for key, value in document.items()}
    for place, step in steps:
        match = _PLACE.fullmatch(place)
        assert match is not None
        table = found[match["key"]]
        if match["number"] is not None:
            table = table[int(match["number"])]
        table.setdefault("measure", []).append(dict(step.table))
    return found


def _without(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
        return [_without(each) for each in value]
    if isinstance(value, Mapping):
        return {key: each for key, each in value.items() if key != "measure"}
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
