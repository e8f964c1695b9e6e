"""The operations that a formula body needs beside arithmetic, on any kind of number.

A body runs unchanged on floats, NumPy arrays, pint quantities, terms (names that carry a value, see `trace.py`)
and symbols (what is to be done to the columns of a table, see `symbols.py`). Python's `if`, `max` and `math`
work on the first kind only; these work on all, because each kind says itself how (`algebra.py`).

A value that was not given is `Missing`. It knows its name and passes through arithmetic, so that a result
which cannot be computed says what it lacks. In the rows of a table the same part is played by null.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache, reduce
from itertools import pairwise

from ecdcalc.numbers.algebra import Missing, Number, algebra_of, plain

__all__ = [
    "Missing",
    "Number",
    "at_least",
    "at_most",
    "exp",
    "first_of",
    "impossible",
    "interpolate",
    "is_missing",
    "log",
    "mean_exp",
    "mean_log",
    "missing",
    "only_where",
    "root",
    "total",
    "where",
]


_ROUNDING = 1e-12
"""What the arithmetic of units may add to a number that stands at the end of a table: 28 % is 28.000000000000004."""


@lru_cache(maxsize=4096)
def missing(name: str) -> Number:
    """Return the value of an input that was not given."""
    return Missing(frozenset({name}))


def impossible(reason: str) -> Number:
    """Return the value of an output that has no source here; `reason` is the key of a text."""
    return Missing(frozenset(), reason)


def is_missing(number: Number) -> bool:
    """Tell whether a scalar is missing (a quantity or a term may wrap a missing value)."""
    return isinstance(plain(number), Missing)


def where(condition: Number, yes: Number, no: Number) -> Number:
    """Return `yes` where the condition holds and `no` where it does not; missing where it is not known."""
    return algebra_of(condition, yes, no).choose(condition, yes, no)


def at_least(number: Number, floor: Number) -> Number:
    """Return the larger of the two; missing if `number` is."""
    return algebra_of(number).clip(number, floor, None)


def at_most(number: Number, cap: Number) -> Number:
    """Return the smaller of the two; missing if `number` is."""
    return algebra_of(number).clip(number, None, cap)


def first_of(*alternatives: Number) -> Number:
    """Return the first alternative that is not missing: the order is the order of preference."""
    return algebra_of(*alternatives).prefer(alternatives)


def total(numbers: Iterable[Number]) -> Number:
    """Return the sum; zero of nothing."""
    each = list(numbers)
    return reduce(lambda one, other: one + other, each) if each else 0.0


def interpolate(number: Number, *points: tuple[float, float]) -> Number:
    """Return the value on the straight lines between points of rising x; missing outside the table.

    The ends belong to the table. Such a function is one straight line plus, for each point between, a multiple of
    the distance from it.
    """
    (first, value), (last, _) = points[0], points[-1]
    slopes = [(high - low) / (right - left) for (left, low), (right, high) in pairwise(points)]
    bends = [((after - before) / 2, x) for (before, after), (x, _) in zip(pairwise(slopes), points[1:], strict=False)]
    slope = (slopes[0] + slopes[-1]) / 2
    start = value - slope * first - sum(bend * abs(first - x) for bend, x in bends)
    result = slope * number + start
    for bend, x in bends:
        result = result + bend * abs(number - x)
    slack = _ROUNDING * max(abs(first), abs(last))
    inside = (number >= first - slack) & (number <= last + slack)
    return only_where(inside, result, "outside-table")


def only_where(condition: Number, number: Number, reason: str) -> Number:
    """Return a number where the condition holds, and nothing where it does not; `reason` is the key of a text."""
    nothing = algebra_of(condition, number).nothing
    return where(condition, number, impossible(reason) if nothing is None else nothing)


def mean_log(growth: Number) -> Number:
    """Return ln(1 + x) / x, which is 1 at zero: exact near zero, where the sum rounds x away (Kahan)."""
    whole = 1 + growth
    still = whole == 1
    return where(still, 1.0, log(whole) / where(still, 1.0, whole - 1))


def mean_exp(number: Number) -> Number:
    """Return (exp(x) − 1) / x, which is 1 at zero: exact near zero, where the difference loses digits (Kahan)."""
    whole = exp(number)
    still = whole == 1
    near = (number < 1) & (number > -1)
    exponent = where(near, log(where(near, whole, 1.0)), number)
    return where(still, 1.0, (whole - 1) / where(still, 1.0, exponent))


def exp(number: Number) -> Number:
    """Return e to the power of a plain number."""
    return algebra_of(number).apply("exp", math.exp, number)


def log(number: Number) -> Number:
    """Return the natural logarithm of a plain number."""
    return algebra_of(number).apply("log", math.log, number)


def root(number: Number, degree: int = 2) -> Number:
    """Return the square (or `degree`-th) root."""
    return number ** (1 / degree)
