"""The JSON Schema of a sector's plant file, for completion and checks in editors.

What many tables share stands once, under `$defs`: each carrier and each way to write one, the carriers of `energy`,
those that may stand beside the quantities of a process, and the quantities that a process has in both of its states.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.parts.carriers import CARRIER_CLASSES, MassFuel, carrier_kinds
from ecdcalc.model.process import Field, Process, Record, fields_of, is_for_the_record
from ecdcalc.model.sector import Sector, tables
from ecdcalc.read.plans import plan_ids
from ecdcalc.reference.defaults import COAL_EDITIONS
from ecdcalc.report.template import counts_with
from ecdcalc.words.labels import word

ENERGY = "energy"
BESIDE = "energy-beside"
"""The carriers that no quantity of the sector has the name of: they may stand beside the quantities of any process."""


def plant_schema(sector: Sector, lang: str) -> dict[str, Any]:
    """Return the schema of a plant file of the sector, with labels in `lang`."""
    year = {"type": "integer", "minimum": 1990, "maximum": 2100}
    known: dict[str, tuple[type[Process], Sector]] = {**tables(sector), PlantAccount.about.key: (PlantAccount, sector)}
    taken = _taken(cls for cls, _ in known.values())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"ecdcalc: {sector.label(lang)}",
        "type": "object",
        "additionalProperties": False,
        "required": ["year"],
        "properties": {
            "sector": {"const": sector.id},
            "name": {"type": "string"},
            "year": year,
            "month": {"type": "integer", "minimum": 1, "maximum": 12},
            "plan": {"type": "string", "examples": plan_ids()},
            "province": {"type": "string"},
            "electricity_year": year,
            "grid_year": year,
            "gwp": {"enum": ["SAR", "AR4", "AR5", "AR6"]},
            "coal_edition": {"enum": [*COAL_EDITIONS]},
            "co2_guide": {"enum": ["ndrc", "mee", "provincial"]},
            "targets": {"type": "object", "additionalProperties": {"type": "string"}},
            "prices": {"type": "object"},
            "economics": {"type": "object"},
            "costs": {"type": "object", "additionalProperties": {"type": "object"}},
            "report": {"type": "object"},
            **{key: _table(key, cls, of, lang) for key, (cls, of) in known.items()},
        },
        "$defs": {
            **_carriers(taken, lang),
            **{_state(key): _open(cls, taken, lang) for key, (cls, _) in known.items()},
        },
    }


def _table(key: str, cls: type[Process], sector: Sector, lang: str) -> dict[str, Any]:
    state = {"$ref": f"#/$defs/{_state(key)}"}
    measures = [each.id for each in sector.measures if issubclass(cls, each.on)]
    each = {
        "type": "object",
        "description": cls.about.zh if lang == "zh" else cls.about.en,
        "allOf": [state],
        "unevaluatedProperties": False,
        "required": _required(cls),
        "properties": {
            "reporting": {"type": "object", "allOf": [state], "unevaluatedProperties": False},
            "closed": {"type": "string", "format": "date"},
            "new": {"type": "boolean"},
            "covers": {"type": "string"},
            "measure": {
                "type": "array",
                "items": {"type": "object", "required": ["use"], "properties": {"use": _use(measures)}},
            },
        },
    }
    return each if cls.about.single else {"type": "array", "items": each}


def _state(key: str) -> str:
    return f"of-{key}"


def _use(measures: list[str]) -> dict[str, Any]:
    """Return what names a measure: one of the sector, or one of the user's own."""
    return {"anyOf": [{"enum": measures}, {"type": "string", "pattern": "^own($|/)"}]}


def _taken(classes: Iterable[type[Record]]) -> set[str]:
    """Return the names of carriers that are also names of quantities, in some table of the sector."""
    found: set[str] = set()
    for cls in classes:
        found |= set(fields_of(cls)) | {each.key for each in fields_of(cls).values()}
        found |= _taken(each.part for each in fields_of(cls).values() if each.part)
    return found & set(carrier_kinds())


def _open(cls: type[Record], taken: set[str], lang: str) -> dict[str, Any]:
    """Return the quantities of a record, and beside them its carriers, for a table that says what else it has."""
    fields = {field.key: field for field in fields_of(cls).values()}
    properties = {key: _property(field, taken, lang) for key, field in fields.items()}
    for key in properties if issubclass(cls, Process) else ():
        if is_for_the_record(cls, key):
            properties[key]["description"] += word("for-the-record", lang)
    if ENERGY not in fields:
        return {"properties": properties}
    own = {id: _ref(id) for id in sorted(taken) if id not in fields}
    return {"properties": {**properties, **own}, "allOf": [_ref(BESIDE)]}


def _required(cls: type[Record]) -> list[str]:
    return [each.key for each in fields_of(cls).values() if each.kind in ("quantity", "choice") and not each.optional]


def _property(field: Field, taken: set[str], lang: str) -> dict[str, Any]:
    label = {"description": field.label(lang) + counts_with(field, lang)}
    if field.kind == "quantity" and field.unit:
        plain = field.unit.text == "1"
        return {**label, "type": ["number", "string"] if not field.unit.needed else "string",
                "examples": ["1"] if plain else [f"1 {field.unit.text}"]}  # fmt: skip
    if field.kind == "choice":
        return {**label, "enum": list(field.options)}
    if field.kind == "part" and field.part:
        return {**label, "type": "object", "unevaluatedProperties": False, **_open(field.part, taken, lang)}
    if field.kind == "parts":
        return {**label, **_ref(ENERGY)}
    return {**label, "type": "string"}


def _carriers(taken: set[str], lang: str) -> dict[str, Any]:
    """Return the carriers, how each kind of them is written, and the two tables that name them."""
    kinds = carrier_kinds()
    names = {id: _ref(id) for id in kinds}
    return {
        ENERGY: {"type": "object", "additionalProperties": False, "properties": names},
        BESIDE: {"properties": {id: ref for id, ref in names.items() if id not in taken}},
        **{_way(way): _line(cls, lang) for way, cls in CARRIER_CLASSES.items()},
        **{id: {"description": kind.label(lang), **_ref(_way(kind.measured_in))} for id, kind in kinds.items()},
    }


def _way(measured_in: str) -> str:
    return f"line-of-{measured_in}"


def _line(cls: type[Record], lang: str) -> dict[str, Any]:
    properties = {"density": {"type": "string"}} if cls is MassFuel else {}  # of a liquid given by its volume
    properties |= _open(cls, set(), lang)["properties"]
    table = {
        "type": "object",
        "additionalProperties": False,
        "properties": {**properties, **dict.fromkeys(("value", "taken", "given"), properties["amount"])},
    }
    return {"anyOf": [{"type": "string"}, table]}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
