"""What is not known, and how far it is not: a number may lack some inputs and still be known but for these.

`Missing` names the inputs that would supply a value. Where each of these is an input of the plant, so the same unknown
wherever it stands, the value is kept as a `Sum`: what is known of it, and a multiple of each unknown. What stands with
equal multiples on both sides of a difference drops out of it, and zero times an unknown is zero. What is not linear in
an unknown (a root of it, a choice by it, the first of several that would do) is an unknown of its own, the same where
the same was done to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, reduce
from hashlib import blake2b
from typing import Any

from attrs import field, frozen

_EQUAL = 1e-12
"""Multiples that differ by rounding are equal."""

Parts = Mapping[bytes, tuple[float, frozenset[str]]]
"""Each unknown by its mark: its multiple, and the names of the inputs that would supply it."""


@frozen
class Sum:
    """What is known of a value, and the unknowns that it is known but for."""

    known: float
    parts: Parts


_NOTHING: Parts = {}


def _absorbs(self: Missing, *others: object) -> Missing:
    bare = self if self.sum is None else Missing(self.names, self.reason)
    return reduce(both, (other for other in others if isinstance(other, Missing)), bare)


def both(one: Missing, other: Missing) -> Missing:
    """Return what lacks all that two lack."""
    return Missing(one.names | other.names, one.reason or other.reason)


def _is_number(other: object) -> bool:
    return isinstance(other, (float, int)) and not isinstance(other, bool)


def _sum_of(other: Any) -> Sum | None:
    if isinstance(other, Missing):
        return other.sum
    return Sum(float(other), _NOTHING) if _is_number(other) else None


def _added(one: Sum, other: Sum, sign: float) -> Any:
    """Return the sum or the difference; a number where nothing unknown is left."""
    parts = dict(one.parts)
    for mark, (times, names) in other.parts.items():
        old = parts[mark][0] if mark in parts else 0.0
        left = old + sign * times
        if abs(left) <= _EQUAL * max(abs(old), abs(times)):
            parts.pop(mark, None)
        else:
            parts[mark] = (left, names)
    return _of(one.known + sign * other.known, parts)


def _of(known: float, parts: Parts) -> Any:
    if not parts:
        return known
    names = frozenset().union(*(names for _, names in parts.values()))
    return Missing(names, "", Sum(known, parts))


def _infix(sign: float, *, swapped: bool = False) -> Any:
    def act(self: Missing, other: Any) -> Any:
        one, two = self.sum, _sum_of(other)
        if one is None or two is None:
            return _absorbs(self, other)
        return _added(two, one, sign) if swapped else _added(one, two, sign)

    return act


def _times(self: Missing, other: Any) -> Any:
    if self.sum is None or not _is_number(other):
        return unsettled("*", self, other)
    if other == 0:
        return 0.0
    parts = {mark: (times * other, names) for mark, (times, names) in self.sum.parts.items()}
    return _of(self.sum.known * other, parts)


def _over(self: Missing, other: Any) -> Any:
    return _times(self, 1 / other) if _is_number(other) and other != 0 else unsettled("/", self, other)


def _under(self: Missing, other: Any) -> Any:
    inverse = unsettled("1/", self)
    return inverse * other if _is_number(other) and other != 0 else unsettled("/", other, self)


def _unsettled(name: str) -> Callable[..., Any]:
    return lambda self, *others: unsettled(name, self, *others)


@frozen(eq=False)
class Missing:
    """A value that is not there: the names of the inputs that would supply it, or the reason why none can.

    `sum` is what is known of it nevertheless, where it lacks nothing but inputs of the plant.
    """

    names: frozenset[str] = frozenset()
    reason: str = ""
    sum: Sum | None = field(default=None, repr=False)

    __array_ufunc__ = None  # NumPy leaves the arithmetic to this class

    __add__ = __radd__ = _infix(1.0)
    __sub__, __rsub__ = _infix(-1.0), _infix(-1.0, swapped=True)
    __mul__ = __rmul__ = _times
    __truediv__, __rtruediv__ = _over, _under
    __lt__, __le__, __gt__, __ge__ = _unsettled("<"), _unsettled("<="), _unsettled(">"), _unsettled(">=")
    __eq__, __ne__ = _unsettled("="), _unsettled("!=")
    __pow__, __abs__ = _unsettled("^"), _unsettled("abs")
    __hash__ = object.__hash__

    def __rpow__(self, other: Any) -> Any:
        return unsettled("^", other, self)

    def __neg__(self) -> Any:
        return _times(self, -1.0) if self.sum is not None else self

    def __pos__(self) -> Any:
        return self

    def __and__(self, other: object) -> object:
        if _is_deferred(other):
            return NotImplemented
        return False if other is False else unsettled("and", self, other)

    def __or__(self, other: object) -> object:
        if _is_deferred(other):
            return NotImplemented
        return True if other is True else unsettled("or", self, other)

    __rand__ = __and__
    __ror__ = __or__

    def __bool__(self) -> bool:
        raise TypeError(f"{self} has no truth value: decide with where() or is_missing()")

    def __str__(self) -> str:
        return "missing " + ", ".join(sorted(self.names))

    @property
    def is_partly(self) -> bool:
        """Whether something of it is known."""
        return self.sum is not None and self.sum.known != 0

    def at(self, place: str) -> Missing:
        """Return it as a plant knows it: its names, and its unknowns, under the place of a process."""

        def placed(names: frozenset[str]) -> frozenset[str]:
            return frozenset(f"{place}.{name}" for name in names)

        if self.sum is None:
            return Missing(placed(self.names), self.reason)
        parts = {_digest(place, mark): (times, placed(names)) for mark, (times, names) in self.sum.parts.items()}
        return Missing(placed(self.names), self.reason, Sum(self.sum.known, parts))


def _is_deferred(other: object) -> bool:
    return getattr(getattr(type(other), "algebra", None), "deferred", False)


def unknown(name: str, *told: object, names: frozenset[str] = frozenset()) -> Missing:
    """Return an input that is not given: the same unknown wherever the same is `told` of it.

    It lacks itself, or the `names` of what would supply it.
    """
    return _single(names or frozenset((name,)), _hashed(("input", name, *told))) if told else _input(name)


@lru_cache(maxsize=4096)
def _input(name: str) -> Missing:
    return _single(frozenset((name,)), _digest("input", name))


def unsettled(act: str, *numbers: Any, names: frozenset[str] | None = None) -> Missing:
    """Return what comes of numbers of which some are unknown: an unknown of its own, by what was done to what.

    It lacks the `names`, or all that the numbers lack; it is one of a kind where one of them is no single number.
    """
    gaps = [each for each in numbers if isinstance(each, Missing)]
    found = reduce(both, gaps[1:], Missing(gaps[0].names, gaps[0].reason))
    lacks = found.names if names is None else names
    marks = [mark_of(each) for each in numbers]
    if found.reason or None in marks:
        return Missing(lacks, found.reason)
    return _single(lacks, _digest(act, *marks))


def _single(names: frozenset[str], mark: bytes) -> Missing:
    return Missing(names, "", Sum(0.0, {mark: (1.0, names)}))


def mark_of(number: Any) -> object:
    """Return what tells a number from others, None where nothing does."""
    if not isinstance(number, Missing):
        return number if isinstance(number, (float, int, str)) else None
    if number.sum is None:
        return None
    parts = sorted((mark, times) for mark, (times, _) in number.sum.parts.items())
    return _digest(number.sum.known, *parts)


@lru_cache(maxsize=1 << 16, typed=True)
def _digest(*told: object) -> bytes:
    """Return the mark of what was done to what; both states of a process, and its measures, do mostly the same."""
    return _hashed(told)


def _hashed(told: tuple[object, ...]) -> bytes:
    return blake2b(repr(told).encode(), digest_size=16).digest()
