"""What a kind of number can do beside arithmetic: choose, clip, prefer and apply.

A formula body runs on floats, NumPy arrays, pint quantities, terms and symbols. Each kind says here, or on its own
class in an attribute `algebra`, how it does what Python's `if`, `max` and `math` do for floats alone. A kind that is
new needs nothing else: `ops.py` asks the numbers it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from functools import reduce
from itertools import pairwise
from typing import Any, ClassVar, Protocol

from ecdcalc.numbers.unknown import Missing, both, unsettled
from ecdcalc.words.errors import DimensionError

__all__ = ["Algebra", "Declared", "Missing", "Number", "algebra_of", "lacking", "plain", "stands"]

Number = Any
"""A float, an array, a symbol, a quantity, a term or `Missing`."""


EXTRA = "physics-extra"
"""The reason of what a package would look up that is not installed."""


NOTED: ContextVar[Callable[[Number, Any, Mapping[str, Number]], None] | None] = ContextVar("noted", default=None)
"""Who is told of an array which formula with a range made it from what, as `Algebra.note` is."""

STRAYED: ContextVar[Callable[[], None] | None] = ContextVar("strayed", default=None)
"""Who is told, while terms are made, that something lies outside the ranges of a formula."""


class Declared(Protocol):
    """What a formula or an output says of its result."""

    @property
    def en(self) -> str: ...  # noqa: D102
    @property
    def zh(self) -> str: ...  # noqa: D102
    @property
    def cites(self) -> str: ...  # noqa: D102
    @property
    def method(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> Any: ...  # noqa: D102


class Algebra:
    """The operations of one kind of number; this one is that of floats, words and truths.

    Where kinds meet, the one of the highest `rank` acts. `deferred`: its numbers are not there yet, such as a column
    that an engine will compute. `nothing`: what stands for a value outside a table, None where a `Missing` says so.
    `keeps_names`: a result is known by the name of the formula or output that made it (`name`).
    """

    rank: ClassVar[int] = 0
    deferred: ClassVar[bool] = False
    nothing: ClassVar[float | None] = None
    keeps_names: ClassVar[bool] = False

    def choose(self, condition: Number, yes: Number, no: Number) -> Number:
        """Return `yes` where the condition holds and `no` where it does not; missing where it is not known."""
        if isinstance(condition, Missing):
            return unsettled("where", condition, yes, no, names=condition.names)
        return yes if condition else no

    def clip(self, number: Number, low: Number | None, high: Number | None) -> Number:
        """Return the number kept at or above `low` and at or below `high`, where these are given."""
        if low is not None:
            number = algebra_of(number, low).choose(number < low, low, number)
        if high is not None:
            number = algebra_of(number, high).choose(number > high, high, number)
        return number

    def prefer(self, alternatives: Sequence[Number]) -> Number:
        """Return the first alternative that is not missing, else the gap that names what would do."""
        found = next((each for each in alternatives if stands(plain(each))), None)
        return lacking(alternatives) if found is None else found

    def apply(self, name: str, scalar: Callable[[float], float], number: Number) -> Number:
        """Run a function such as exp."""
        return unsettled(name, number) if isinstance(number, Missing) else scalar(number)

    def look_up(self, name: str, compute: Callable[..., Any], state: Mapping[str, Number]) -> Number:
        """Run what a library computes from numbers; `name` and the keys of `state` tell one look-up from another."""
        gaps = [number for number in state.values() if isinstance(number, Missing)]
        return unsettled(name, *state.values()) if gaps else compute(*state.values())

    def plain(self, number: Number) -> Number:
        """Return what a number wraps: itself, where it wraps nothing."""
        return number

    def name(self, number: Number, place: str, declared: Declared) -> Number:
        """Return what a formula or an output made under its name."""
        return number

    def note(self, number: Number, formula: Any, numbers: Mapping[str, Number]) -> None:
        """Take note of which formula (`numbers.formula.Formula`) made a number from which arguments."""


class _Arrays(Algebra):
    """NumPy arrays: each place decides for itself."""

    rank = 1
    nothing = float("nan")

    def choose(self, condition: Number, yes: Number, no: Number) -> Number:
        if algebra_of(condition) is not self:
            return super().choose(condition, yes, no)
        import numpy

        if isinstance(no, numpy.ndarray) and no.dtype == float and no.shape == condition.shape and not condition.any():
            return no  # of many draws each pass counts
        # a missing value among floats would make an array of objects, on which all arithmetic is that of Python
        taken = (self.nothing if isinstance(each, Missing) else each for each in (yes, no))
        return numpy.where(condition, *taken)

    def apply(self, name: str, scalar: Callable[[float], float], number: Number) -> Number:
        import numpy

        return getattr(numpy, name)(number)

    def note(self, number: Number, formula: Any, numbers: Mapping[str, Number]) -> None:
        if told := NOTED.get():
            told(number, formula, numbers)


class _Quantities(Algebra):
    """Quantities of pint: what is missing keeps its dimension, and branches must be of one kind."""

    rank = 2

    def choose(self, condition: Number, yes: Number, no: Number) -> Number:
        if algebra_of(condition) is not self and algebra_of(condition).rank:
            return algebra_of(condition).choose(condition, yes, no)
        _same_dimension(yes, no)
        return self._wrapped(super().choose(condition, yes, no), (yes, no))

    def prefer(self, alternatives: Sequence[Number]) -> Number:
        for one, other in pairwise(alternatives):
            _same_dimension(one, other)
        return self._wrapped(super().prefer(alternatives), alternatives)

    def apply(self, name: str, scalar: Callable[[float], float], number: Number) -> Number:
        bare = number.to("").magnitude
        return number._REGISTRY.Quantity(bare if isinstance(bare, Missing) else scalar(bare), "")

    def plain(self, number: Number) -> Number:
        return getattr(number, "magnitude", number)

    def _wrapped(self, number: Number, alternatives: Iterable[Number]) -> Number:
        """Return what is missing as a quantity, where an alternative is one."""
        like = next((each for each in alternatives if algebra_of(each) is self), None)
        bare = not isinstance(number, Missing) or like is None
        return number if bare else like._REGISTRY.Quantity(number, like.units)  # type: ignore[union-attr]


def _same_dimension(one: Number, other: Number) -> None:
    if algebra_of(one) is algebra_of(other) is _QUANTITIES and not one.is_compatible_with(other):
        raise DimensionError("branches-differ", one=str(one.units), other=str(other.units))


_SCALARS, _QUANTITIES = Algebra(), _Quantities()
_FOREIGN = {"numpy": _Arrays(), "pint": _QUANTITIES}
"""Kinds of number of other packages, by the package."""


class _ByType(dict[type, Algebra]):
    """The algebra of each kind of number that was met."""

    def __missing__(self, cls: type) -> Algebra:
        own = getattr(cls, "algebra", None)
        foreign = _FOREIGN.get(cls.__module__.partition(".")[0], _SCALARS)
        self[cls] = own if isinstance(own, Algebra) else foreign
        return self[cls]


_OF = _ByType()


def algebra_of(*numbers: Number) -> Algebra:
    """Return the algebra of the highest rank among some numbers."""
    best = _SCALARS
    for number in numbers:
        found = _OF[type(number)]
        if found.rank > best.rank:
            best = found
    return best


def plain(number: Number) -> Number:
    """Return what a term or a quantity wraps, any other number as it is."""
    return _OF[type(number)].plain(number)


def stands(number: Number) -> bool:
    """Tell whether an alternative is taken: it is there, or only a package is lacking, which may change no result."""
    return not isinstance(number, Missing) or number.reason == EXTRA


def lacking(alternatives: Iterable[Number]) -> Number:
    """Return the missing value that names what would do; alternatives without any name are not advice."""
    gaps = [plain(each) for each in alternatives]
    named = [gap for gap in gaps if gap.names] if all(isinstance(gap, Missing) for gap in gaps) else []
    if not named:
        return gaps[0]
    found = reduce(both, named)
    return found if found.reason else unsettled("first", *gaps, names=found.names)
