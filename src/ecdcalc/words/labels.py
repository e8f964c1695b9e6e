"""The words of tables in both languages, and how numbers are shown to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ecdcalc.words.counted import filled
from ecdcalc.words.vocabulary import TOPICS

_WORDS = {key: texts for topic in TOPICS for key, texts in topic.WORDS.items()}


def word(key: str, lang: str, **values: object) -> str:
    """Return a word of the tables in `lang`; a key without an entry is shown as it is."""
    english, chinese = _WORDS.get(key, (key, key))
    return filled(chinese if lang == "zh" else english, values)


_UNITS: dict[str, tuple[str, str]] = {
    "1": ("", ""),
    "CNY": ("CNY", "元"),
    "a": ("a", "年"),
    "head": ("head", "头"),
    "household": ("households", "户"),
    "item": ("", "个"),
    "person": ("persons", "人"),
    "pp": ("pp", "个百分点"),
    "vehicle": ("vehicles", "辆"),
    "个": ("", "个"),
}

_POWERS = ("千", "万", "亿")
_IN_ENGLISH = str.maketrans({"万": "10^4 ", "亿": "10^8 ", "元": "CNY"})


def unit_word(text: str, lang: str) -> str:
    """Return how a unit is shown in `lang`: "item" is 个 in Chinese and goes without saying in English; 万tce is
    10^4 tce in English.
    """
    above, slash, below = text.rpartition("/")
    if slash:
        return f"{unit_word(above, lang) or above}/{unit_word(below, lang) or below}"
    power = text[:1] if text[:1] in _POWERS else ""
    english, chinese = (power + each for each in _UNITS.get(text.removeprefix(power), (text.removeprefix(power),) * 2))
    return chinese if lang == "zh" else english.translate(_IN_ENGLISH)


def unit_of_word(shown: str) -> str:
    """Return a unit from how it is shown in English: 10^4 CNY is 万CNY. Others stay."""
    for sign, power in (("千", "10^3 "), ("万", "10^4 "), ("亿", "10^8 ")):
        shown = shown.replace(power, sign)
    return shown


def joined(names: Iterable[str], lang: str) -> str:
    """Return names as a list in running text."""
    return ("、" if lang == "zh" else ", ").join(names)


def colon(lang: str) -> str:
    """Return what stands between a word and what is said of it."""
    return "：" if lang == "zh" else ": "


def field(key: str, value: object, lang: str) -> str:
    """Return "word: value"."""
    return f"{word(key, lang)}{colon(lang)}{value}"


def number(value: float | None) -> str:
    """Return a number for people: thousands apart, six figures, never in powers of ten below a billion."""
    if value is None:
        return ""
    value += 0.0  # nothing has no sign
    if abs(value) >= 1e5:
        return f"{value:,.0f}"
    return f"{value:,.6g}" if value == 0 or abs(value) >= 1e-4 else f"{value:.4g}"


def amount(found: Mapping[str, Any] | None, lang: str) -> str:
    """Return value and unit of the contract for people."""
    if not found:
        return "–"
    return f"{number(found['value'])} {unit_word(found['unit'], lang)}".rstrip()
