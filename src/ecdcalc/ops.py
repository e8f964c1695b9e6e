"""The operations that a formula body needs beside arithmetic, on any kind of number.

A body runs unchanged on floats, NumPy arrays, pint quantities, terms (names that carry a value, see `trace.py`)
and symbols (what is to be done to the columns of a table, see `tables/graph.py`). Python's `if`, `max` and `math`
work on the first kind only; these work on all.

A value that was not given is `Missing`. It knows its name and passes through arithmetic, so that a result
which cannot be computed says what it lacks. In the rows of a table the same part is played by null.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import reduce
from itertools import pairwise
from typing import Any

from attrs import frozen

from ecdcalc.errors import DimensionError

Number = Any
"""A float, an array, a symbol, a quantity, a term or `Missing`."""


def _absorbs(self: Missing, *others: object) -> Missing:
    return reduce(_both, (other for other in others if isinstance(other, Missing)), self)


def _both(one: Missing, other: Missing) -> Missing:
    return Missing(one.names | other.names, one.reason or other.reason)


@frozen(eq=False)
class Missing:
    """A value that is not there: the names of the inputs that would supply it, or the reason why none can."""

    names: frozenset[str] = frozenset()
    reason: str = ""

    __array_ufunc__ = None  # NumPy leaves the arithmetic to this class

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorbs
    __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __neg__ = __pos__ = __abs__ = _absorbs
    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = _absorbs  # type: ignore[assignment]
    __hash__ = object.__hash__

    def __and__(self, other: object) -> object:
        if _kind(other) == "symbol":
            return NotImplemented
        return False if other is False else _absorbs(self, other)

    def __or__(self, other: object) -> object:
        if _kind(other) == "symbol":
            return NotImplemented
        return True if other is True else _absorbs(self, other)

    __rand__ = __and__
    __ror__ = __or__

    def __bool__(self) -> bool:
        raise TypeError(f"{self} has no truth value: decide with where() or is_missing()")

    def __str__(self) -> str:
        return "missing " + ", ".join(sorted(self.names))


def missing(name: str) -> Number:
    """Return the value of an input that was not given."""
    return Missing(frozenset({name}))


def impossible(reason: str) -> Number:
    """Return the value of an output that has no source here; `reason` is the key of a text."""
    return Missing(frozenset(), reason)


def is_missing(number: Number) -> bool:
    """Tell whether a scalar is missing (a quantity or a term may wrap a missing value)."""
    return isinstance(_plain(number), Missing)


def is_symbol(number: Number) -> bool:
    """Tell whether a number stands for the column of a table."""
    return _kind(number) == "symbol"


def _plain(number: Number) -> Number:
    for name in ("value", "magnitude"):
        if _kind(number) in ("term", "quantity") and hasattr(number, name):
            return getattr(number, name)
    return number


def _kind(number: Number) -> str:
    root, _, rest = type(number).__module__.partition(".")
    if root == "ecdcalc":
        return {"trace": "term", "tables.graph": "symbol"}.get(rest, "scalar")
    return {"numpy": "array", "pint": "quantity"}.get(root, "scalar")


def _kind_of(*numbers: Number) -> str:
    kinds = {_kind(number) for number in numbers}
    return next((kind for kind in ("term", "symbol", "quantity", "array") if kind in kinds), "scalar")


def where(condition: Number, yes: Number, no: Number) -> Number:
    """Return `yes` where the condition holds and `no` where it does not; missing where it is not known."""
    kind = _kind_of(condition, yes, no)
    if kind == "term":
        from ecdcalc.trace import choose

        return choose(condition, yes, no)
    if kind == "symbol":
        from ecdcalc.tables.graph import choose

        return choose(condition, yes, no)
    if _kind(condition) == "array":
        import numpy

        return numpy.where(condition, yes, no)
    _same_dimension(yes, no)
    if isinstance(condition, Missing):
        return _of_kind(condition, (yes, no))
    return yes if condition else no


def _same_dimension(one: Number, other: Number) -> None:
    if _kind(one) == _kind(other) == "quantity" and not one.is_compatible_with(other):
        raise DimensionError("branches-differ", one=str(one.units), other=str(other.units))


def at_least(number: Number, floor: Number) -> Number:
    """Return the larger of the two; missing if `number` is."""
    if _kind(number) == "symbol" and _kind(floor) == "scalar":
        from ecdcalc.tables.graph import clip

        return floor if isinstance(floor, Missing) else clip(number, floor, None)
    return where(number < floor, floor, number)


def at_most(number: Number, cap: Number) -> Number:
    """Return the smaller of the two; missing if `number` is."""
    if _kind(number) == "symbol" and _kind(cap) == "scalar":
        from ecdcalc.tables.graph import clip

        return cap if isinstance(cap, Missing) else clip(number, None, cap)
    return where(number > cap, cap, number)


def first_of(*alternatives: Number) -> Number:
    """Return the first alternative that is not missing: the order is the order of preference."""
    kind = _kind_of(*alternatives)
    if kind == "term":
        from ecdcalc.trace import prefer

        return prefer(alternatives)
    if kind == "symbol":
        from ecdcalc.tables.graph import prefer

        return prefer(alternatives)
    for one, other in pairwise(alternatives):
        _same_dimension(one, other)
    found = next((each for each in alternatives if not is_missing(each)), None)
    return _of_kind(_lacking(alternatives), alternatives) if found is None else found


def _of_kind(gap: Missing, alternatives: Iterable[Number]) -> Number:
    """Return a missing value, as a quantity where the alternatives are quantities: it keeps its dimension."""
    like = next((each for each in alternatives if _kind(each) == "quantity"), None)
    return gap if like is None else like._REGISTRY.Quantity(gap, like.units)


def _lacking(alternatives: Iterable[Number]) -> Number:
    """Return the missing value that names what would do; alternatives without any name are not advice."""
    gaps = [_plain(each) for each in alternatives]
    named = [gap for gap in gaps if gap.names] if all(isinstance(gap, Missing) for gap in gaps) else []
    return reduce(_both, named) if named else gaps[0]


def total(numbers: Iterable[Number]) -> Number:
    """Return the sum; zero of nothing."""
    each = list(numbers)
    return reduce(lambda one, other: one + other, each) if each else 0.0


def interpolate(number: Number, *points: tuple[float, float]) -> Number:
    """Return the value on the straight lines between points of rising x; missing outside the table.

    Such a function is one straight line plus, for each point between, a multiple of the distance from it.
    """
    (first, value), (last, _) = points[0], points[-1]
    slopes = [(high - low) / (right - left) for (left, low), (right, high) in pairwise(points)]
    bends = [((after - before) / 2, x) for (before, after), (x, _) in zip(pairwise(slopes), points[1:], strict=False)]
    slope = (slopes[0] + slopes[-1]) / 2
    start = value - slope * first - sum(bend * abs(first - x) for bend, x in bends)
    result = slope * number + start
    for bend, x in bends:
        result = result + bend * abs(number - x)
    inside = (number >= first) & (number <= last)
    return where(inside, result, _outside(number))


def _outside(number: Number) -> Number:
    return math.nan if _kind(number) == "array" else impossible("outside-table")


def exp(number: Number) -> Number:
    """Return e to the power of a plain number."""
    return _apply("exp", math.exp, number)


def log(number: Number) -> Number:
    """Return the natural logarithm of a plain number."""
    return _apply("log", math.log, number)


def root(number: Number, degree: int = 2) -> Number:
    """Return the square (or `degree`-th) root."""
    return number ** (1 / degree)


def _apply(name: str, scalar: Callable[[float], float], number: Number) -> Number:
    kind = _kind(number)
    if kind == "term":
        from ecdcalc.trace import apply

        return apply(name, scalar, number)
    if kind == "symbol":
        from ecdcalc.tables.graph import apply as apply_to_column

        return apply_to_column(name, number)
    if kind == "array":
        import numpy

        return getattr(numpy, name)(number)
    if kind == "quantity":
        plain = number.to("").magnitude
        return number._REGISTRY.Quantity(plain if isinstance(plain, Missing) else scalar(plain), "")
    return number if isinstance(number, Missing) else scalar(number)
