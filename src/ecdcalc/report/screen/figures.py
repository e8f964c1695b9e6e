"""Numbers as people print them: as many digits as a value deserves, 万 and 亿 where the language writes them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ecdcalc.words.labels import unit_word, word

_DIGITS = {"C": 3}
"""Significant digits of a value that rests on something unconfirmed; others have four."""
_SCALES = {"zh": ((1e8, "亿"), (1e4, "万")), "en": ((1e9, "billion "), (1e6, "million "))}
_WRITTEN = {"万": 1e4, "亿": 1e8}
_NOTHING = 1e-9


def digits(value: float, grade: str = "") -> str:
    """Return a number to the digits that its grade of confidence deserves, thousands apart."""
    if abs(value) < _NOTHING:
        return "0"
    places = _DIGITS.get(grade, 4) - 1 - math.floor(math.log10(abs(value)))
    rounded = round(value, places)
    text = f"{rounded:,.{max(places, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figures(values: Sequence[float], unit: str, lang: str, grade: str = "") -> tuple[list[str], str]:
    """Return numbers on the scale of the largest, and their unit, which is then named once."""
    if unit[:1] in _WRITTEN:
        values, unit = [value * _WRITTEN[unit[0]] for value in values], unit[1:]
    largest = max(map(abs, values), default=0.0)
    shown = unit_word(unit, lang)
    if shown and unit[0] != "%":
        for size, name in _SCALES[lang]:
            if largest >= size:
                return [digits(value / size, grade) for value in values], f"{name}{shown}"
    return [digits(value, grade) for value in values], shown


def figure(found: Mapping[str, Any] | None, lang: str, grade: str = "") -> str:
    """Return value and unit of the contract as people print them, with a mark where they are unconfirmed."""
    if not found:
        return "–"
    (number,), unit = figures([found["value"]], found["unit"], lang, grade)
    return " ".join(filter(None, (number, unit, marked(grade))))


def marked(grade: str) -> str:
    """Return the mark of what is unconfirmed."""
    return f"[{grade}]" if grade in _DIGITS else ""


def counted(parts: Mapping[str, int], lang: str) -> str:
    """Return words with their numbers: "met 4, open 0"."""
    from ecdcalc.words.labels import joined

    return joined((f"{word(name, lang)} {count}" for name, count in parts.items()), lang)
