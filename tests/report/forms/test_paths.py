import pytest

from ecdcalc.report.forms.paths import entries, fields, found, knows

SCHEMA = {
    "type": "object",
    "properties": {
        "totals": {"$ref": "#/$defs/totals"},
        "rows": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": {}, "parts": {"type": "array", "items": {"properties": {"size": {}}}}},
            },
        },
        "named": {"type": "object", "additionalProperties": {"properties": {"x": {}}}},
    },
    "$defs": {"totals": {"anyOf": [{"type": "null"}, {"properties": {"energy": {}}}]}},
}


@pytest.mark.parametrize("path", ["totals.energy", "rows.*.name", "rows.*.parts.*.size", "named.*.x", "named.a.x", ""])
def test_a_field_that_there_is(path):
    assert knows(SCHEMA, path.split(".") if path else [])


@pytest.mark.parametrize("path", ["totals.enery", "rows.name", "rows.*.parts.size", "named.*.y", "other"])
def test_a_field_that_there_is_not(path):
    assert not knows(SCHEMA, path.split("."))


def test_the_fields_at_a_path():
    assert fields(SCHEMA, ["rows", "*"]) == ["name", "parts"]


def test_entries_come_with_what_they_stand_in():
    document = {"rows": [{"name": "a", "parts": [{"size": 2}, {"size": 3}]}, {"name": "b", "parts": []}]}
    chains = [*entries(document, ["rows", "*", "parts", "*"])]
    assert [(chain[0]["name"], chain[1]["size"], key) for chain, key in chains] == [("a", 2, "1"), ("a", 3, "2")]
    assert [key for _, key in entries({"named": {"p": {}, "q": {}}}, ["named", "*"])] == ["p", "q"]
    assert [*entries({}, ["rows", "*"])] == []


def test_a_value_at_a_path():
    assert found({"a": {"b": 7}}, ["a", "b"]) == 7
    assert found({"a": 3}, ["a", "b"]) is None
