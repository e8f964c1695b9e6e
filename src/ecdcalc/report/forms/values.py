"""How a value stands in a form. None, 0.00 and a blank are three different answers, and stay three."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ecdcalc.numbers.units import unit
from ecdcalc.report.forms.form import NONE, OWN, Cell
from ecdcalc.report.forms.paths import found
from ecdcalc.report.money import instrument
from ecdcalc.report.setting import one_line
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.labels import joined, unit_word, word

FILLED, MISSING, ABSENT = "filled", "missing", "none"
_NOTHING = ("none", "无")
_LONGEST = 300
_WHOLE = 10_000


@frozen
class Entry:
    """What one cell says, and whether it is filled, says that there is none, or is missing."""

    text: str
    state: str


def entry_of(cell: Cell, document: Any, key: str, lang: str, name: bool = True) -> Entry:
    """Return what a cell says of a document (of a row, for the column of a table)."""
    if cell.show == "key":
        return Entry(plain(word(key, lang)), FILLED)
    values = [document if each == "." else found(document, each.split(".")) for each in cell.source]
    value = _total(values) if len(values) > 1 else values[0]
    if cell.per and value is not None:
        value = _quotient(value, _total([found(document, each.split(".")) for each in cell.per]))
    if value is None or value in ("", [], {}):
        if cell.absent == NONE:
            return Entry(word("none", lang), ABSENT)
        return Entry(blank(cell, lang) if name else word("form-blank", lang), MISSING)
    if isinstance(value, str) and value.strip().lower() in _NOTHING:
        return Entry(word("none", lang), ABSENT)
    return Entry(_said(value, cell, lang), FILLED)


def blank(cell: Cell, lang: str) -> str:
    """Return the named blank of a cell that is not known."""
    return word("form-blank-named", lang, name=cell.label(lang))


def plain(text: str) -> str:
    """Return text from outside on one line, not longer than a cell can bear, without blanks at its ends."""
    line = one_line(text).strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _said(value: Any, cell: Cell, lang: str) -> str:
    if isinstance(value, Mapping) and "unit" in value:
        return _amount(value, cell, lang)
    if cell.show == "level":
        return word(f"level-{value}" if isinstance(value, int) else str(value), lang)
    if cell.show == "national":
        return word(f"national-{value}", lang)
    if cell.show == "instrument":
        return instrument(str(value), lang)
    if cell.show == "word":
        return word(str(value), lang)
    if isinstance(value, bool):
        return word("yes" if value else "no", lang)
    if isinstance(value, (int, float)):
        return str(value) if isinstance(value, int) and cell.digits is None else rounded(float(value), cell.digits)
    if isinstance(value, list):
        return plain(joined((_said(each, cell, lang) for each in value), lang))
    return plain(str(value))


def _amount(value: Mapping[str, Any], cell: Cell, lang: str) -> str:
    own, of = str(value["unit"]), cell.unit
    if of.endswith(OWN):
        of = of.removesuffix("*") + own.rpartition("/")[2]
    shown_unit = unit_word(of or own, lang)
    if cell.show == "unit":
        return shown_unit
    number = float(value["value"])
    if of and of != own:
        if not unit(of).same_kind(unit(own)):
            raise InputError([Problem(f"{cell.id}.unit", "unit-kind", {"found": of, "asked": own})])
        number = unit(of).out(unit(own).base(number))
    text = rounded(number, cell.digits)
    return f"{text} {shown_unit}".rstrip() if cell.show == "both" else text


def rounded(number: float, digits: int | None) -> str:
    """Return a number with its digits: without any said, two below ten thousand, none above.

    What is not zero never prints as zero.
    """
    if digits is None:
        digits = 2 if abs(number) < _WHOLE else 0
    text = f"{number:.{digits}f}"
    if number and not text.strip("-0."):
        return f"{number:.1g}"
    return text.removeprefix("-") if not number else text


def _total(values: list[Any]) -> Any:
    """Return the sum of amounts, None where one is not known."""
    if any(not isinstance(each, Mapping) for each in values):
        return None
    first = values[0]
    number = sum(unit(each["unit"]).base(each["value"]) for each in values)
    return {"value": unit(first["unit"]).out(number), "unit": first["unit"]}


def _quotient(value: Any, by: Any) -> Any:
    if not isinstance(value, Mapping) or not isinstance(by, Mapping) or not by["value"]:
        return None
    return {"value": value["value"] / by["value"], "unit": f"{value['unit']}/{by['unit']}"}
