"""The JSON Schema of a sector's plant file, for completion and checks in editors."""

from __future__ import annotations

from typing import Any

from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.process import Field, Process, Record, fields_of
from ecdcalc.model.sector import Sector, tables
from ecdcalc.read.plans import plan_ids


def plant_schema(sector: Sector, lang: str) -> dict[str, Any]:
    """Return the schema of a plant file of the sector, with labels in `lang`."""
    year = {"type": "integer", "minimum": 1990, "maximum": 2100}
    known: dict[str, tuple[type[Process], Sector]] = {**tables(sector), PlantAccount.about.key: (PlantAccount, sector)}
    properties = {key: _table(cls, of, lang) for key, (cls, of) in known.items()}
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
            "coal_edition": {"enum": ["2020", "2008"]},
            "co2_guide": {"enum": ["ndrc", "mee", "provincial"]},
            "targets": {"type": "object", "additionalProperties": {"type": "string"}},
            "prices": {"type": "object"},
            "economics": {"type": "object"},
            **properties,
        },
        "$defs": {id: _line(id, lang) for id in carrier_kinds()},
    }


def _table(cls: type[Process], sector: Sector, lang: str) -> dict[str, Any]:
    properties = _properties(cls, lang)
    measures = [each.id for each in sector.measures if issubclass(cls, each.on)]
    each = {
        "type": "object",
        "description": cls.about.zh if lang == "zh" else cls.about.en,
        "additionalProperties": False,
        "required": _required(cls),
        "properties": {
            **properties,
            "reporting": {"type": "object", "additionalProperties": False, "properties": properties},
            "closed": {"type": "string", "format": "date"},
            "new": {"type": "boolean"},
            "measure": {
                "type": "array",
                "items": {"type": "object", "required": ["use"], "properties": {"use": _use(measures)}},
            },
        },
    }
    return each if cls.about.single else {"type": "array", "items": each}


def _use(measures: list[str]) -> dict[str, Any]:
    """Return what names a measure: one of the sector, or one of the user's own."""
    return {"anyOf": [{"enum": measures}, {"type": "string", "pattern": "^own($|/)"}]}


def _properties(cls: type[Record], lang: str) -> dict[str, Any]:
    found = {field.key: _property(field, lang) for field in fields_of(cls).values()}
    if "energy" in found:  # a carrier may stand beside the quantities
        found |= {id: _line_of(id) for id in carrier_kinds() if id not in found}
    return found


def _required(cls: type[Record]) -> list[str]:
    return [each.key for each in fields_of(cls).values() if each.kind in ("quantity", "choice") and not each.optional]


def _property(field: Field, lang: str) -> dict[str, Any]:
    label = {"description": field.label(lang)}
    if field.kind == "quantity" and field.unit:
        plain = field.unit.text == "1"
        return {**label, "type": ["number", "string"] if not field.unit.needed else "string",
                "examples": ["1"] if plain else [f"1 {field.unit.text}"]}  # fmt: skip
    if field.kind == "choice":
        return {**label, "enum": list(field.options)}
    if field.kind == "part" and field.part:
        return {
            **label,
            "type": "object",
            "additionalProperties": False,
            "properties": _properties(field.part, lang),
        }
    if field.kind == "parts":
        lines = {id: _line_of(id) for id in carrier_kinds()}
        return {**label, "type": "object", "additionalProperties": False, "properties": lines}
    return {**label, "type": "string"}


def _line_of(id: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{id}"}


def _line(id: str, lang: str) -> dict[str, Any]:
    properties = _properties(carrier_class(id), lang)
    table = {
        "type": "object",
        "additionalProperties": False,
        "properties": {**properties, "value": properties["amount"]},
    }
    return {"description": carrier_kinds()[id].label(lang), "anyOf": [{"type": "string"}, table]}
