"""Units: one closed vocabulary, the safe reader of unit text, and the one pint registry.

The vocabulary is `units.txt`. Text from outside is read by a positive grammar over its spellings, never by
handing it to pint, so that no text can hang, overflow or mean something unforeseen (pint reads `kt` as a
knot and `9**9**9` for ever):

    unit   := part (("*" | "·" | "/" | " ") part)*            at most 60 characters
    part   := atom exponent?  |  "(" unit ")" exponent?  |  "1"
    atom   := prefix? spelling from units.txt                 prefix: 百 千 万 百万 千万 亿 万亿
    number := 12  1,200.5  1.2e3  −3  540 ± 10  500~540       finite

A `/` divides by the one part that follows it. Numbers become floats in coherent base units (kg, m, s, K,
kgce, CNY …) at the door and are turned back on the way out. `kgce` is a dimension of its own: a kWh becomes
tce only through a factor, which has an edition and a basis. `m3` of gas is dry, 0 °C, 101.325 kPa (`Nm3` is
the same); gas sold at 20 °C is `m3_20C`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from ecdcalc.words.errors import DimensionError, UnitError, near

if TYPE_CHECKING:
    import pint

_LONGEST_TEXT = 120
_LONGEST_UNIT = 60
_PREFIXES = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}

_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?"
_QUANTITY = re.compile(rf"(?P<value>{_NUMBER})(?:(?P<sign>±|\+/-|~|～|—)(?P<other>{_NUMBER}))?(?P<unit>\D.*)?$")
_BLANKS = re.compile(r"\s*(±|~|—|\+/-)\s*|(?<=^[+-])\s+")  # around the sign of a range, after the sign of the number
_TOKEN = re.compile(r"\s*(?:(?P<punct>[*·/()])|(?P<power>(?:\^|\*\*)-?[1-4](?!\d))|(?P<word>[^\s*·/()^]+))")
_TERM = re.compile(r"([*/]) ([\w.-]+)(?: \*\* (\d))?")  # one term of a definition in units.txt
_SUFFIX_POWER = re.compile(r"(?P<atom>.*?)(?P<power>-?[1-4])$")


@frozen
class Unit:
    """A unit: how many base units it is, its offset (°C), and what it measures."""

    text: str
    factor: float
    dimension: tuple[tuple[str, int], ...]
    offset: float = 0.0

    def base(self, value: float) -> float:
        """Return `value` in this unit as a number of base units."""
        return value * self.factor + self.offset

    def out(self, base: float) -> float:
        """Return a number of base units as a number of this unit."""
        return (base - self.offset) / self.factor

    def same_kind(self, other: Unit) -> bool:
        """Tell whether both measure the same thing."""
        return self.dimension == other.dimension


@frozen
class Reading:
    """A number read from text: in base units, with the unit it was written in and its range if one was given."""

    value: float
    unit: Unit
    text: str
    low: float | None = None
    high: float | None = None


@cache
def _definitions() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the definition and the other spellings of every unit of `units.txt`, by name."""
    text = files("ecdcalc.numbers").joinpath("units.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        name, *parts = (part.strip() for part in line.partition("#")[0].split(" = "))
        if parts:
            found[name] = (parts[0], tuple(part for part in parts[1:] if part != "_"))
    return found


@cache
def vocabulary() -> dict[str, str]:
    """Return every accepted spelling and the name of its unit in `units.txt`."""
    return {each: name for name, (_, spellings) in _definitions().items() for each in (name, *spellings)}


@cache
def registry() -> pint.UnitRegistry[float]:
    """Return the one pint registry, built from the names and definitions of `units.txt` alone.

    It serves the proof of the formulas and whoever wants quantities. Reading text needs no pint: importing it
    takes longer than a whole assessment.
    """
    import pint

    return pint.UnitRegistry([f"{name} = {definition}" for name, (definition, _) in _definitions().items()])


@cache
def unit(text: str) -> Unit:
    """Read the text of a unit.

    Raises `UnitError` naming what is not known, with the nearest spelling.
    """
    plain = _normal(text)
    if len(plain) > _LONGEST_UNIT:
        raise UnitError("unit-too-long", found=plain[:20] + "…", most=_LONGEST_UNIT)
    tokens = _tokens(plain)
    if not tokens:
        return Unit("1", 1.0, ())
    factor, offset, powers = _parse(tokens, plain)
    if tokens:
        raise UnitError("unit-grammar", found=plain)
    dimension = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Unit(plain, factor, dimension, offset)


def _normal(text: str) -> str:
    if len(text) > _LONGEST_TEXT * 4:
        raise UnitError("text-too-long", found=text[:20] + "…", most=_LONGEST_TEXT)
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").replace("⋅", "·").strip()
    return plain.replace("µ", "μ")


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise UnitError("unit-grammar", found=text)
        tokens.append(match.group().strip())
        at = match.end()
    return tokens


def _parse(tokens: list[str], text: str) -> tuple[float, float, dict[str, int]]:
    factor, offset, powers = _part(tokens, text)
    while tokens and tokens[0] != ")":
        sign = 1
        if tokens[0] in "*·/":
            sign = -1 if tokens.pop(0) == "/" else 1
        more, more_offset, more_powers = _part(tokens, text)
        if offset or more_offset:
            raise UnitError("unit-offset", found=text)
        factor *= more**sign
        for name, power in more_powers.items():
            powers[name] = powers.get(name, 0) + sign * power
    return factor, offset, powers


def _part(tokens: list[str], text: str) -> tuple[float, float, dict[str, int]]:
    if not tokens or tokens[0] in "*·/)":
        raise UnitError("unit-grammar", found=text)
    token = tokens.pop(0)
    if token == "(":
        factor, offset, powers = _parse(tokens, text)
        if not tokens or tokens.pop(0) != ")":
            raise UnitError("unit-grammar", found=text)
    elif token == "1":
        factor, offset, powers = 1.0, 0.0, {}
    else:
        factor, offset, powers = _atom(token, text)
    if tokens and tokens[0][0] in "^*" and tokens[0] != "*":
        exponent = int(tokens.pop(0).lstrip("^*"))
        factor, powers = factor**exponent, {name: power * exponent for name, power in powers.items()}
    return factor, offset, powers


def _atom(word: str, text: str) -> tuple[float, float, dict[str, int]]:
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix) and (name := vocabulary().get(word.removeprefix(prefix))):
            factor, offset, powers = _resolved(name)
            if prefix and offset:
                raise UnitError("unit-offset", found=text)
            return factor * _PREFIXES.get(prefix, 1.0), offset, dict(powers)
    if word in _PREFIXES:  # 万 alone is a number
        return _PREFIXES[word], 0.0, {}
    if match := _SUFFIX_POWER.fullmatch(word):  # s-1, h2
        factor, _, powers = _atom(match["atom"], text)
        exponent = int(match["power"])
        return factor**exponent, 0.0, {name: power * exponent for name, power in powers.items()}
    raise UnitError("unit-unknown", found=word[:30], near=near(word, [*vocabulary()]) or "kWh")


@cache
def _resolved(name: str) -> tuple[float, float, dict[str, int]]:
    """Return what a unit of the vocabulary is in base units: factor, offset, powers of the base units."""
    definition, _, offset = _definitions()[name][0].partition("; offset:")
    if definition.startswith("["):
        return 1.0, 0.0, {} if definition == "[]" else {name: 1}
    factor, powers = 1.0, dict[str, int]()
    for sign, word, exponent in _TERM.findall(f"* {definition}"):
        power = int(exponent or 1) * (-1 if sign == "/" else 1)
        known = word in _definitions()
        more, _, more_powers = _resolved(word) if known else (float(word), 0.0, dict[str, int]())
        factor *= more**power
        for each, times in more_powers.items():
            powers[each] = powers.get(each, 0) + times * power
    return factor, float(offset or 0), powers


def read_quantity(text: str, like: Unit | str | None = None) -> Reading:
    """Read a number with its unit, such as `"320 万吨"`, `"540 ± 10 kgce/t"` or `"12 %"`.

    `like` is a unit of the kind that is asked for; the reading must measure the same. Raises `UnitError` for
    text that is no number with a known unit (also NaN and infinities), `DimensionError` for another kind.
    """
    asked = unit(like) if isinstance(like, str) else like
    plain = _normal(text)
    if len(plain) > _LONGEST_TEXT:
        raise UnitError("text-too-long", found=plain[:20] + "…", most=_LONGEST_TEXT)
    match = _QUANTITY.match(_BLANKS.sub(r"\1", plain))
    if not match or not re.search(r"\d", match["value"] or ""):
        raise UnitError("not-a-number", found=plain[:40])
    written = unit((match["unit"] or "").strip())
    value = _finite(match["value"], plain)
    if asked is not None and not written.same_kind(asked):
        key = "unit-missing" if not written.dimension and written.text == "1" else "unit-kind"
        raise DimensionError(key, found=plain, asked=asked.text, example=f"{match['value']} {asked.text}")
    low, high = _range(value, match["sign"], match["other"], plain)
    if match["sign"] and match["sign"] not in ("±", "+/-"):
        value = (value + _finite(match["other"], plain)) / 2
    base = written.base
    return Reading(
        base(value), written, plain, None if low is None else base(low), None if high is None else base(high)
    )


def _range(value: float, sign: str | None, other: str | None, text: str) -> tuple[float | None, float | None]:
    if not sign:
        return None, None
    second = _finite(other or "", text)
    low, high = (value - second, value + second) if sign in ("±", "+/-") else (value, second)
    if low > high:
        raise UnitError("range-order", found=text)
    return low, high


def _finite(digits: str, text: str) -> float:
    try:
        number = float(digits.replace(",", ""))
    except ValueError:
        raise UnitError("not-a-number", found=text[:40]) from None
    if not math.isfinite(number):
        raise UnitError("not-finite", found=text[:40])
    return number
