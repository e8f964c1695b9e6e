"""Paths into what a form is filled from, such as `totals.energy_saved`: whether there is such a field, and its value.

What there is, is asked of the JSON Schema of the result, so that a mistake in a form is told whatever the plant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Form = Mapping[str, Any]
ITEM = "*"
"""The step from a list, or from a table of names, to each of its entries."""


def knows(schema: Form, path: Sequence[str]) -> bool:
    """Tell whether a document of that schema may have a field at a path."""
    return any(True for _ in reached(schema, schema, path))


def reached(node: Form, root: Form, path: Sequence[str]) -> Iterator[Form]:
    """Yield the schemas of what a path leads to."""
    if "$ref" in node:
        yield from reached(root["$defs"][node["$ref"].rpartition("/")[2]], root, path)
        return
    for each in (*node.get("anyOf", ()), *node.get("allOf", ()), *node.get("oneOf", ())):
        yield from reached(each, root, path)
    if not path:
        yield node
        return
    step, rest = path[0], path[1:]
    if step == ITEM:
        others = [node[key] for key in ("items", "additionalProperties") if isinstance(node.get(key), Mapping)]
        for each in (*others, *node.get("properties", {}).values()):
            yield from reached(each, root, rest)
        return
    known = node.get("properties", {})
    more = node.get("additionalProperties")
    if step in known:
        yield from reached(known[step], root, rest)
    elif isinstance(more, Mapping):
        yield from reached(more, root, rest)


def fields(schema: Form, path: Sequence[str]) -> list[str]:
    """Return the names of the fields at a path, for a message."""
    return sorted({name for node in reached(schema, schema, path) for name in node.get("properties", {})})


def found(document: Any, path: Sequence[str]) -> Any:
    """Return the value at a path, None where there is none."""
    for step in path:
        if not isinstance(document, Mapping):
            return None
        document = document.get(step)
    return document


def entries(document: Any, path: Sequence[str], above: Sequence[Any] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield the entries of lists below a path with what they stand in; `*` steps into each entry of a list or table.

    Each entry comes as the chain of entries from the outermost to itself, and its key: tables give theirs.
    """
    head, found_rest = _before_item(path)
    inner = found(document, head)
    pairs: list[tuple[str, Any]] = []
    if isinstance(inner, Mapping):
        pairs = [(str(key), each) for key, each in inner.items()]
    elif isinstance(inner, list):
        pairs = [(str(number), each) for number, each in enumerate(inner, 1)]
    for key, each in pairs:
        chain = (*above, each)
        if found_rest:
            yield from entries(each, found_rest, chain)
        else:
            yield chain, key


def _before_item(path: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    if ITEM not in path:
        return path, ()
    at = list(path).index(ITEM)
    return path[:at], path[at + 1 :]
