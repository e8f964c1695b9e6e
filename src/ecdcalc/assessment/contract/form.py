"""The forms of a result: the schemas that are shipped, and a result cut back to an earlier one.

A result only gains keys. What an earlier schema knew is therefore a part of what is known now, and a program that
was written for it gets exactly that part: whatever its schema does not name is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from ecdcalc.reference.files import data_text
from ecdcalc.words.errors import InputError, Problem

SCHEMA = 2
"""The schema of a result as it is written now."""
SCHEMAS = (1, SCHEMA)
_UNCONFIRMED = "C"
"""What a grade is told as in an edition that does not know it."""
ASSESSMENT, REGION = "assessment", "region"


@cache
def schema_text(kind: str, schema: int = SCHEMA) -> str:
    """Return the JSON Schema of a kind of result (`assessment` or `region`) in one edition."""
    return data_text("schema", f"{kind}.json" if schema == SCHEMA else f"{kind}-{schema}.json")


def checked(schema: int) -> int:
    """Return the number of a schema that there is. Raises `InputError`."""
    if schema not in SCHEMAS or isinstance(schema, bool):
        options = ", ".join(map(str, SCHEMAS))
        raise InputError([Problem("schema", "not-an-option", {"found": str(schema)[:40], "options": options})])
    return schema


def in_schema(document: dict[str, Any], kind: str, schema: int) -> dict[str, Any]:
    """Return a document of the present schema as a program of an earlier one knows it."""
    if checked(schema) == SCHEMA:
        return document
    form: dict[str, Any] = json.loads(schema_text(kind, schema))
    known: dict[str, Any] = _known({**document, "schema": schema}, form, form["$defs"])
    return known


def _known(value: Any, form: Mapping[str, Any], named: Mapping[str, Any]) -> Any:
    """Return what a form knows of a value: the keys that it names, and all keys where it names none."""
    if isinstance(value, list):
        items = _merged(form, named).get("items", {})
        return [_known(each, items, named) for each in value]
    if not isinstance(value, Mapping):
        words = _merged(form, named).get("enum", [value])
        return value if value in words or _UNCONFIRMED not in words else _UNCONFIRMED
    merged = _merged(form, named)
    names, others = merged.get("properties", {}), merged.get("additionalProperties", not merged.get("properties"))
    found = {}
    for key, each in value.items():
        if key in names:
            found[key] = _known(each, names[key], named)
        elif others is not False:
            found[key] = _known(each, others if isinstance(others, Mapping) else {}, named)
    return found


def _merged(form: Mapping[str, Any], named: Mapping[str, Any]) -> dict[str, Any]:
    """Return a form with what it refers to and all its alternatives laid together."""
    found: dict[str, Any] = {}
    inner = [named[form["$ref"].rpartition("/")[2]]] if "$ref" in form else []
    for each in (*inner, *form.get("allOf", ()), *form.get("anyOf", ()), form):
        more = dict(each) if each is form else _merged(each, named)
        properties = {**found.get("properties", {}), **more.get("properties", {})}
        found |= {key: what for key, what in more.items() if key not in ("$ref", "allOf", "anyOf")}
        if properties:
            found["properties"] = properties
    return found
