"""The energy carriers as a table: how each is measured, and the published factors that it takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.process import fields_of
from ecdcalc.reference.defaults import Context, choose
from ecdcalc.reference.factors import Factor
from ecdcalc.words.labels import number, unit_word, word

_COLUMNS = ("coal_factor", "primary_factor", "lhv", "co2_lhv", "carbon_content", "oxidation", "co2_factor", "density")


def carrier_rows(context: Context, lang: str, words: Sequence[str] = ()) -> tuple[list[str], list[list[str]]]:
    """Return the headers and a row for each carrier in which every word occurs; factors as a plant takes them."""
    wanted = [each.lower() for each in words]
    rows = []
    for id, kind in carrier_kinds().items():
        if all(each in f"{id} {kind.zh} {kind.en}".lower() for each in wanted):
            amount = fields_of(carrier_class(id))["amount"]
            unit = amount.unit.text if amount.unit else ""
            rows.append([id, kind.label(lang), unit, *_factors(id, context, lang)])
    names = ("carrier-key", "name", "unit", "carrier-coal", "confidence", "carrier-other")
    return [word(name, lang) for name in names], rows


def _factors(id: str, context: Context, lang: str) -> list[str]:
    """Return the coal equivalent of a carrier with its grade, and its other factors in one cell."""
    cls: Any = carrier_class(id)
    line = cls(carrier=id, amount=0.0)
    others: list[str] = []
    coal = grade = ""
    for name, field in fields_of(cls).items():
        if name not in _COLUMNS or field.default is None:
            continue
        factor = _found(field.default, line, context)
        if factor is None:
            continue
        shown = f"{_value(factor)} {unit_word(factor.unit.text, lang)}".rstrip()
        if name == "coal_factor":
            coal, grade = shown, factor.confidence
        else:
            others.append(f"{field.label(lang)} {shown} ({factor.confidence})")
    return [coal, grade, "; ".join(others)]


def _found(default: Any, line: Any, context: Context) -> Factor | None:
    chosen = choose(default, line, context)
    if isinstance(chosen, str):
        return context.factors.find(chosen)
    return chosen if isinstance(chosen, Factor) else None


def _value(factor: Factor) -> str:
    return number(factor.value) if factor.value is not None else f"{number(factor.low)}–{number(factor.high)}"
