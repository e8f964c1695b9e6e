"""The ends of a number that is not known exactly, and how it lies between them, as texts say it.

    500~600 kWh/t            uniform: evenly between the ends
    500~540~600 kWh/t        triangular: the middle number is the most likely one
    540 ± 10 kWh/t           normal: 95 of 100 lie within the ends
    540 */ 1.5 kWh/t         lognormal: 95 of 100 lie between 540 / 1.5 and 540 × 1.5
    500~600 kWh/t, normal    another one, by its name

That an error is told as the half width of what holds 95 of 100 is the rule of the IPCC Guidelines (2006, volume 1,
chapter 3) for the factors and activity data of inventories. "times or divided by" is that of Limpert, Stahel and
Abbt (2001).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from ecdcalc.words.errors import UnitError

UNIFORM, TRIANGULAR, NORMAL, LOGNORMAL = "uniform", "triangular", "normal", "lognormal"
DRAWN = (UNIFORM, TRIANGULAR, NORMAL, LOGNORMAL)
HELD = 1.959963984540054
"""The standard deviations on both sides of the middle of a normal distribution that hold 95 of 100."""

_WORDS = {
    **{each: each for each in DRAWN},
    "均匀": UNIFORM, "均匀分布": UNIFORM,
    "三角": TRIANGULAR, "三角分布": TRIANGULAR,
    "正态": NORMAL, "正态分布": NORMAL,
    "对数正态": LOGNORMAL, "对数正态分布": LOGNORMAL,
}  # fmt: skip
_NAMED = re.compile(r"(?P<rest>.*\S)\s*[,;]\s*(?P<word>[^\W\d_]{3,}|[\u4e00-\u9fff]{2,})$")
AROUND, BETWEEN, TIMES = ("±", "+/-"), ("~", "～", "—"), ("×/÷", "×÷", "×/", "*/")
SIGN = "|".join(re.escape(each) for each in (*AROUND, *BETWEEN, *TIMES))
"""The signs that stand between the numbers of a range."""


@frozen
class Ends:
    """Two ends and how a number lies between them."""

    low: float
    high: float
    drawn: str


def split(text: str) -> tuple[str, str]:
    """Return a text without the name of a distribution at its end, and the name. Raises `UnitError` for another."""
    found = _NAMED.match(text) if "," in text or ";" in text else None
    if found is None:
        return text, ""
    if (word := found["word"].lower()) in _WORDS:
        return found["rest"], _WORDS[word]
    raise UnitError("range-drawn", found=found["word"])


def ends_of(
    value: float, sign: str, others: tuple[str, str], drawn: str, text: str, read: Callable[[str, str], float]
) -> tuple[float, Ends | None]:
    """Return the value that stands for a range, and its ends; None of a number without. Raises `UnitError`."""
    if not sign:
        if drawn:
            raise UnitError("range-none", found=text, drawn=drawn)
        return value, None
    second, third = read(others[0], text), read(others[1], text) if others[1] else None
    if third is not None:
        return _three(value, second, third, sign, drawn, text)
    if sign in TIMES:
        return _times(value, second, drawn, text)
    low, high = (value - second, value + second) if sign in AROUND else (value, second)
    if low > high:
        raise UnitError("range-below-zero" if sign in AROUND else "range-order", found=text)
    drawn = drawn or (NORMAL if sign in AROUND else UNIFORM)
    if drawn != LOGNORMAL:
        return (value if sign in AROUND else (low + high) / 2), Ends(low, high, drawn)
    if low <= 0 or sign in AROUND:
        raise UnitError("range-lognormal", found=text)
    return (low * high) ** 0.5, Ends(low, high, drawn)


def _three(low: float, top: float, high: float, sign: str, drawn: str, text: str) -> tuple[float, Ends]:
    if sign not in BETWEEN or drawn not in ("", TRIANGULAR):
        raise UnitError("range-three", found=text)
    if not low <= top <= high:
        raise UnitError("range-order", found=text)
    return top, Ends(low, high, TRIANGULAR)


def _times(value: float, factor: float, drawn: str, text: str) -> tuple[float, Ends]:
    if value <= 0 or factor < 1 or drawn not in ("", LOGNORMAL):
        raise UnitError("range-lognormal", found=text)
    return value, Ends(value / factor, value * factor, LOGNORMAL)
