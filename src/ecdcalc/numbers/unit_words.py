"""Words that are not read as a unit on purpose, and slips in writing a number: each with the sentence that helps.

A word stands here because two trades mean two things by it, or because no factor alone makes a number of it.
Who refuses such a word with "unknown, did you mean …" sends the reader to a wrong number.
"""

from __future__ import annotations

import re

REFUSED = {
    **dict.fromkeys(("kvar", "Mvar", "var", "kVar", "kVAr", "千乏", "kvarh", "Mvarh", "kvar·h"), "unit-reactive"),
    **dict.fromkeys(("hp", "HP", "Hp"), "unit-horsepower"),
    **dict.fromkeys(("匹", "P匹"), "unit-cooling-horsepower"),
    "T": "unit-tesla",
    **dict.fromkeys(("ton", "tons", "Ton", "TON"), "unit-ton"),
    "分": "unit-fen",
    **dict.fromkeys(("石", "市石"), "unit-shi"),
    "垧": "unit-shang",
    **dict.fromkeys(("里", "市里", "华里"), "unit-li"),
    **dict.fromkeys(("gal", "gallon", "加仑"), "unit-gallon"),
    **dict.fromkeys(("bbl", "桶", "barrel"), "unit-barrel"),
    **dict.fromkeys(("boe", "BOE"), "unit-boe"),
    **dict.fromkeys(("ppb", "ppbv"), "unit-ppb"),
    **dict.fromkeys(("°Bé", "Bé", "波美度"), "unit-baume"),
    **dict.fromkeys(("¥", "円"), "unit-yen"),
    **dict.fromkeys(("月", "个月", "month"), "unit-month"),
    **dict.fromkeys(("采暖季", "供暖季", "采暖期"), "unit-heating-season"),
    **dict.fromkeys(("°F", "华氏度"), "unit-fahrenheit"),
    **dict.fromkeys(("Wobbe", "华白"), "unit-wobbe"),
    **dict.fromkeys(("tCO", "tCO2e", "kgCO", "kgCO2e", "gCO", "gCO2e", "CO", "CO2e", "tSO", "tNOx"), "unit-substance"),
}
"""The words, each with the key of what is said of it."""

_SLIPS = (
    (r"0[xXbBoO][0-9a-fA-F]+", "number-base"),
    (r"[+-]?\d+(\.\d{3})+,\d", "number-decimal-comma"),
    (r"[+-]?0\d*,\d", "number-decimal-comma"),
    (r"[+-]?\d[\d,]*,(\d{1,2}|\d{4,})(\D|$)", "number-comma"),
    (r"[+-]?\d[^±]*[^±\d.\s]\s*±", "range-after-unit"),
    (r"[+-]?\d[\d.,]*\s*-\s*\d", "number-hyphen"),
    (r"[+-]?\d+([ '_]\d+)+", "number-groups"),
    (r"[≈约~大]", "number-about"),
    (r"[<>≤≥]", "number-bound"),
    (r"[+-]?[\d.,]+\s*[×xX*]\s*10", "number-power-of-ten"),
    (r"[零〇一二三四五六七八九十百千万亿两半]+", "number-in-words"),
    (r"[+-]?∞", "not-finite"),
    (r"[+-]?\d+\s*/\s*\d", "number-fraction"),
    (r"[+-]?[\d,]*\.\d*\.\d*", "number-two-points"),
)
"""Forms that engines of tables can search for too; each is looked for where a text begins."""
NO_SLIP = "not-a-number"
_WITH_WORDS = ("range-after-unit", "number-hyphen", "number-about", "number-bound", "number-power-of-ten", "not-finite")
SLIPS_OF_CELLS = tuple((form, key) for form, key in _SLIPS if key not in _WITH_WORDS)
"""Slips of which the sentence holds where a number stands alone too, without a unit and without a range."""
RAISED = re.compile(r"(^|[\d０-９.,])\s*[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀-₉]")
"""Raised or lowered digits where the number stands: 10⁴ is not 104."""


def slip(text: str) -> str:
    """Return the key of what is probably wrong with a text that is no number; the general one if nothing is seen."""
    for form, key in _SLIPS:
        if re.match(form, text):
            return key
    return NO_SLIP
