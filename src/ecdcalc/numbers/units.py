"""Units: one closed vocabulary, the safe reader of unit text, and the one pint registry.

The vocabulary is `units.txt`. Text from outside is read by a positive grammar over its spellings, never by
handing it to pint, so that no text can hang, overflow or mean something unforeseen (pint reads `kt` as a
knot and `9**9**9` for ever):

    unit   := part (("*" | "·" | "/" | " ") part)*            at most 60 characters
    part   := atom exponent?  |  "(" unit ")" exponent?  |  "1"
    atom   := prefix? spelling from units.txt                 prefix: 百 千 万 百万 千万 亿 万亿
    number := 12  1,200.5  1.2e3  −3  540 ± 10  500~540       finite, and no larger than anything there is (ends.py)

A spelling of `units.txt` that holds punctuation (`kg/cm2`, `MPa(g)`, `L/100km`) is one atom. Degrees Celsius within a
product are a difference (`W/(m2·°C)`). Gauge pressure is read with the standard atmosphere added, and the text of the
reading says so. Apparent power (kVA) is a kind of its own. What two trades read differently is refused by name.

A `/` divides by the one part that follows it. Numbers become floats in coherent base units (kg, m, s, K,
kgce, CNY …) at the door and are turned back on the way out. `kgce` is a dimension of its own: a kWh becomes
tce only through a factor, which has an edition and a basis. `m3` of gas is dry, 0 °C, 101.325 kPa (`Nm3` is
the same); gas sold at 20 °C is `m3_20C`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from ecdcalc.numbers.ends import LOGNORMAL, SIGN, ends_of, split
from ecdcalc.numbers.unit_words import RAISED, REFUSED, slip
from ecdcalc.words.errors import DimensionError, UnitError, near

if TYPE_CHECKING:
    import pint

_LONGEST_TEXT = 120
_LONGEST_UNIT = 60
LARGEST = 1e30
"""No number of a plant, a country or the earth is larger in base units, nor any but zero smaller than its inverse."""
_ABSOLUTE = 273.15
_ATMOSPHERE = 101325.0
_APPARENT = "apparent power"
_PARTS = ("%", "‰", "pp", "ppm")
_ALSO = {f"蒸吨{per}": "boiler_tonne" for per in ("", "/h", "/时", "/小时")}
"""The size of a boiler is a mass of steam in an hour, and by convention 0.7 MW (makers' tables; no standard was seen):
which one, the asked unit decides."""
_PREFIXES = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}

_NUMBER = r"[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d{1,3})?"
_QUANTITY = re.compile(
    rf"(?P<value>{_NUMBER})(?:(?P<sign>{SIGN})(?P<other>{_NUMBER})(?:(?P=sign)(?P<third>{_NUMBER}))?)?(?P<unit>\D.*)?$"
)
_BLANKS = re.compile(rf"\s*({SIGN})\s*|(?<=^[+-])\s+")  # around the sign of a range, after the sign of the number
_DIGIT = re.compile(r"\d")
_TERM = re.compile(r"([*/]) ([\w.-]+)(?: \*\* (\d))?")  # one term of a definition in units.txt
_GAUGE = re.compile(r"^([kM]?Pa|bar|psi|kgf?/cm2)\s+(?:g|G|gauge|表压?)$")  # the g behind a pressure is no gram
_PRODUCT_DOT = r"(?<=[A-Za-z\u4e00-\u9fff])\.(?=[A-Za-z\u4e00-\u9fff])"
_NO_UNIT = re.compile(r"(?!1$)[,'_.×xX*-]?\s*\d(?!/)|[×xX*]\s*10|.*±")
_SUFFIX_POWER = re.compile(r"(?P<atom>.*?)(?P<power>-?[1-4])$")


@frozen
class Unit:
    """A unit: how many base units it is, its offset (°C, gauge pressure), and what it measures.

    Apparent power has the dimension of power and is not the same kind.
    """

    text: str
    factor: float
    dimension: tuple[tuple[str, int], ...]
    offset: float = 0.0
    apparent: bool = False

    @property
    def needed(self) -> bool:
        """Whether a number of this kind says nothing without its unit: 0.5 is no share where per cent are asked for."""
        return bool(self.dimension) or self.text in _PARTS

    def base(self, value: float) -> float:
        """Return `value` in this unit as a number of base units."""
        return value * self.factor + self.offset

    def out(self, base: float) -> float:
        """Return a number of base units as a number of this unit."""
        return (base - self.offset) / self.factor

    def told(self, base: float) -> float:
        """Return a number of base units as readers and programs are told it in this unit: nothing has no sign."""
        return self.out(base) + 0.0

    def same_kind(self, other: Unit) -> bool:
        """Tell whether both measure the same thing."""
        return (self.dimension, self.apparent) == (other.dimension, other.apparent)


@frozen
class Reading:
    """A number read from text: in base units, with the unit it was written in and its range if one was given.

    `drawn` says how it lies in its range: uniform, triangular, normal, lognormal.
    """

    value: float
    unit: Unit
    text: str
    low: float | None = None
    high: float | None = None
    drawn: str = ""


class Ranged(float):
    """A number that was given with a range; in arithmetic it is the number alone."""

    __slots__ = ("place", "reading")
    place: str
    reading: Reading


def ranged(found: Reading, place: str) -> float:
    """Return a number as it was read; one with a range keeps it, and the place where it stands."""
    if found.low is None:
        return found.value
    number = Ranged(found.value)
    number.place, number.reading = place, found
    return number


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
def _token() -> re.Pattern[str]:
    """Return the form of one token; spellings that hold punctuation come first, whole, and before the longer ones."""
    whole = [each for each in vocabulary() if re.search(r"[*·/()]|^\d", each)]
    spelled = (re.escape(each).replace(r"\(", r"\s?\(") for each in sorted(whole, key=len, reverse=True))
    words = "|".join(re.sub(r"^(\d+)", r"\1\\s?", each) for each in spelled)
    return re.compile(
        rf"\s*(?:(?P<whole>(?:{'|'.join(_PREFIXES)})?(?:{words})(?![^\s*·/()^]))|(?P<punct>[*·/()])"
        r"|(?P<power>(?:\^|\*\*)-?[1-4](?!\d))|(?P<word>[^\s*·/()^]+))"
    )


@cache
def registry() -> pint.UnitRegistry[float]:
    """Return the one pint registry, built from the names and definitions of `units.txt` alone.

    It serves the proof of the formulas and whoever wants quantities. Reading text needs no pint: importing it
    takes longer than a whole assessment.
    """
    import pint

    return pint.UnitRegistry([f"{name} = {definition}" for name, (definition, _) in _definitions().items()])


@lru_cache(maxsize=4096)
def unit(text: str) -> Unit:
    """Read the text of a unit.

    Raises `UnitError` naming what is not known, with the nearest spelling.
    """
    plain = _GAUGE.sub(r"\1(g)", normal(text))
    if "." in plain:
        plain = re.sub(_PRODUCT_DOT, "·", plain)
    if len(plain) > _LONGEST_UNIT:
        raise UnitError("unit-too-long", found=plain[:20] + "…", most=_LONGEST_UNIT)
    tokens = _tokens(plain)
    if not tokens:
        return Unit("1", 1.0, ())
    try:
        factor, offset, powers = _parse(tokens, plain)
    except (OverflowError, ZeroDivisionError):
        raise UnitError("unit-extreme", found=plain) from None
    if tokens:
        raise UnitError("unit-grammar", found=plain)
    if not 1 / LARGEST <= factor <= LARGEST:
        raise UnitError("unit-extreme", found=plain)
    apparent = bool(powers.pop(_APPARENT, 0))
    dimension = tuple(sorted((name, power) for name, power in powers.items() if power))
    return Unit(plain, factor, dimension, offset, apparent)


def normal(text: str) -> str:
    """Return a text with full-width signs, and others of the same meaning, as ordinary ones."""
    if len(text) > _LONGEST_TEXT * 4:
        raise UnitError("text-too-long", found=text[:20] + "…", most=_LONGEST_TEXT)
    if text.isascii():
        return text.strip()
    plain = (
        unicodedata.normalize("NFKC", text.replace("￥", "元"))
        .replace("−", "-")
        .replace("–", "-")
        .replace("⋅", "·")
        .strip()
    )
    return plain.replace("µ", "μ")


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    while at < len(text):
        match = _token().match(text, at)
        if not match:
            raise UnitError("unit-grammar", found=text)
        tokens.append("".join(match.group().split()))
        at = match.end()
    return tokens


def _parse(tokens: list[str], text: str) -> tuple[float, float, dict[str, int]]:
    factor, offset, powers = _part(tokens, text)
    while tokens and tokens[0] != ")":
        sign = 1
        if tokens[0] in "*·/":
            sign = -1 if tokens.pop(0) == "/" else 1
        more, more_offset, more_powers = _part(tokens, text)
        if not {offset, more_offset} <= {0.0, _ABSOLUTE}:
            raise UnitError("unit-gauge", found=text)
        offset = 0.0  # of degrees in a product the difference is meant
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
        offset = _raised(offset, exponent, text)
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
        factor, offset, powers = _atom(match["atom"], text)
        exponent = int(match["power"])
        offset, powers = _raised(offset, exponent, text), {name: power * exponent for name, power in powers.items()}
        return factor**exponent, offset, powers
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix) and (key := REFUSED.get(word.removeprefix(prefix))):
            raise UnitError(key, found=word[:30])
    guess = near(word, [*vocabulary()])
    if not guess:
        raise UnitError("unit-unknown-at-all", found=word[:30])
    raise UnitError("unit-unknown", found=word[:30], near=guess)


def _raised(offset: float, exponent: int, text: str) -> float:
    """Return the offset of a unit that is raised: a scale that does not begin at zero cannot be, but per degree can."""
    if offset and exponent not in (1, -1):
        raise UnitError("unit-offset", found=text)
    if offset and exponent == -1:
        if offset != _ABSOLUTE:
            raise UnitError("unit-gauge", found=text)
        return 0.0
    return offset


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
    if name.endswith("volt_ampere"):
        powers[_APPARENT] = 1
    return factor, float(offset or 0), powers


def read_quantity(text: str, like: Unit | str | None = None) -> Reading:
    """Read a number with its unit, such as `"320 万吨"`, `"540 ± 10 kgce/t"` or `"12 %"`.

    `like` is a unit of the kind that is asked for; the reading must measure the same. Raises `UnitError` for
    text that is no number with a known unit (also NaN and infinities), `DimensionError` for another kind.
    """
    asked = unit(like) if isinstance(like, str) else like
    if (
        not text.isascii()
        and len(text) <= _LONGEST_TEXT * 4
        and RAISED.search(text.split("/", maxsplit=1)[0].strip()[:_LONGEST_TEXT])
    ):
        raise UnitError("number-raised", found=text[:40])
    plain = normal(text)
    if len(plain) > _LONGEST_TEXT:
        raise UnitError("text-too-long", found=plain[:20] + "…", most=_LONGEST_TEXT)
    plain, drawn = split(plain)
    match = _QUANTITY.match(_BLANKS.sub(r"\1", plain) if _BLANKS.search(plain) else plain)
    if not match or not _DIGIT.search(match["value"] or "") or _NO_UNIT.match((match["unit"] or "").strip()):
        raise UnitError(slip(plain), found=plain[:40])
    written = as_asked((match["unit"] or "").strip(), asked)
    first = _finite(match["value"], plain)
    if asked is not None and not written.same_kind(asked):
        raise _other_kind(plain, match["value"], written, asked)
    if asked is not None and asked.needed and not match["unit"]:
        share, cent = f"{first * 100:g} %", f"{match['value']} %"
        raise DimensionError("percent-without-sign", found=plain, share=share, cent=cent)
    others = match["other"] or "", match["third"] or ""
    value, ends = ends_of(first, match["sign"] or "", others, drawn, plain, _finite)
    base = written.base(value)
    low, high = (written.base(ends.low), written.base(ends.high)) if ends else (None, None)
    for each in (base, low, high):
        if each is not None and each and not 1 / LARGEST <= abs(each) <= LARGEST:
            raise UnitError("number-extreme", found=plain[:40])
    if ends and ends.drawn == LOGNORMAL and written.offset:
        raise UnitError("range-lognormal", found=plain)
    shown = f"{plain} + 101.325 kPa" if written.offset == _ATMOSPHERE else plain
    return Reading(base, written, f"{shown}, {drawn}" if drawn else shown, low, high, ends.drawn if ends else "")


def as_asked(text: str, asked: Unit | None) -> Unit:
    """Return the unit of a text; where a word has two meanings, the one that measures what is asked for."""
    found = unit(text)
    if asked is not None and not found.same_kind(asked) and (other := _ALSO.get("".join(normal(text).split()))):
        return evolve(unit(other), text=found.text)
    return found


def _other_kind(text: str, digits: str, written: Unit, asked: Unit) -> DimensionError:
    """Return the refusal of another kind; the digits are repeated only where nothing but the unit was left out."""
    if not written.dimension and written.text == "1":
        return DimensionError("unit-missing", found=text, asked=asked.text, example=f"{digits} {asked.text}")
    if written.apparent != asked.apparent:
        return DimensionError("unit-apparent", found=text, asked=asked.text)
    return DimensionError(kind_of(written, asked), found=text, asked=asked.text)


_VOLUME_OF_MASS = {"kilogram": 1, "metre": -3}
_MASS_OF_VOLUME = {name: -power for name, power in _VOLUME_OF_MASS.items()}


def kind_of(written: Unit, asked: Unit) -> str:
    """Return the message of another kind: a mass for a volume is a slip of its own, of water both are one number."""
    powers = dict(written.dimension)
    for name, power in asked.dimension:
        powers[name] = powers.get(name, 0) - power
    over = {name: power for name, power in powers.items() if power}
    slip = over in (_VOLUME_OF_MASS, _MASS_OF_VOLUME) and written.dimension and asked.dimension
    return "unit-mass-volume" if slip else "unit-kind"


def _finite(digits: str, text: str) -> float:
    try:
        number = float(digits.replace(",", ""))
    except ValueError:
        raise UnitError("not-a-number", found=text[:40]) from None
    if not math.isfinite(number):
        raise UnitError("not-finite", found=text[:40])
    return number
