"""Holds a type of a result against its JSON Schema, key by key, so that the two cannot drift apart."""

import types
import typing
from typing import Any, Literal, NotRequired, is_typeddict

PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool, "null": type(None)}


def resolved(node, root):
    while "$ref" in node:
        node = root["$defs"][node["$ref"].rpartition("/")[2]]
    return node


def alternatives(hint):
    """The types that a hint allows, one by one; each literal is one."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return [inner for each in typing.get_args(hint) for inner in alternatives(each)]
    if typing.get_origin(hint) is Literal:
        return [Literal[each] for each in typing.get_args(hint)]
    return [hint]


def forms(node, root):
    """The forms that a node of the schema allows, one by one; each word of an enumeration is one."""
    node = resolved(node, root)
    if "allOf" in node:
        return forms(node["allOf"][0], root)
    if "anyOf" in node:
        return [form for each in node["anyOf"] for form in forms(each, root)]
    if "enum" in node:
        return [{"const": each} if each is not None else {"type": "null"} for each in node["enum"]]
    if isinstance(node.get("type"), list):
        return [{**node, "type": each} for each in node["type"]]
    return [node]


def held(hint, node, root, place="", seen=()):
    """Yield where a type says something else than the schema."""
    left = forms(node, root)
    for each in alternatives(hint):
        fitting = [form for form in left if fits(each, form)]
        if not fitting:
            yield f"{place}: {each} is not in the schema"
            continue
        left.remove(fitting[0])
        yield from inner(each, fitting[0], root, place, seen)
    yield from (f"{place}: {form} is not in the type" for form in left)


def fits(hint, form):
    if "const" in form:
        return hint == Literal[form["const"]]
    kind = form.get("type", "string")
    if kind == "array":
        return typing.get_origin(hint) is list
    if kind != "object":
        return hint is PLAIN[kind]
    if is_typeddict(hint):
        return set(typing.get_type_hints(hint)) == set(form.get("properties", ()))
    return typing.get_origin(hint) is dict and "properties" not in form


def inner(hint, form, root, place, seen):
    if typing.get_origin(hint) is list:
        yield from held(typing.get_args(hint)[0], form["items"], root, f"{place}[]", seen)
    elif typing.get_origin(hint) is dict:
        assert typing.get_args(hint)[0] is str
        yield from held(typing.get_args(hint)[1], form["additionalProperties"], root, f"{place}.*", seen)
    elif is_typeddict(hint) and hint not in seen:
        assert form["additionalProperties"] is False, place
        if optional(hint) != set(form["properties"]) - set(form["required"]):
            yield f"{place}: optional keys"
        for key, each in typing.get_type_hints(hint).items():
            yield from held(each, form["properties"][key], root, f"{place}.{key}", (*seen, hint))


def optional(hint):
    found: dict[str, Any] = typing.get_type_hints(hint, include_extras=True)
    return {key for key, each in found.items() if typing.get_origin(each) is NotRequired}
