"""Symbols: the numbers of a whole column, as what is to be done to which columns.

A formula body run on symbols makes a graph, each thing once however often it is used (`steps.py` hands it to the
engine). Numbers that are the same in every row stay plain numbers, and what is missing in every row stays `Missing`,
so neither costs anything per row. Nor do the factors of units and constants: they are carried along as the `scale` of
a symbol and multiplied out where a sum, a comparison or a result needs it.

Null plays the part of a missing value. Division by zero gives null, as does a logarithm or power that has no value.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import narwhals as nw

from ecdcalc.numbers.algebra import Algebra, Missing, Number, algebra_of


class Symbol:
    """A number, a word or a truth of each row. `nullable`: it may be null; `nonzero`: it is never zero."""

    algebra: ClassVar[Algebra]
    __slots__ = ("args", "graph", "make", "nonzero", "nullable", "op", "order")
    __array_ufunc__ = None
    __hash__ = object.__hash__

    def __init__(
        self, graph: Graph, op: str, args: tuple[Any, ...], make: Callable[..., nw.Expr], nullable: bool, nonzero: bool
    ) -> None:
        self.graph, self.op, self.args, self.make = graph, op, args, make
        self.nullable, self.nonzero = nullable, nonzero
        self.order = len(graph.symbols)

    @property
    def parts(self) -> tuple[float, Symbol]:
        """The constant that it is multiplied by, and the symbol without it."""
        return (self.args[1], self.args[0]) if self.op == "scale" else (1.0, self)

    def scaled(self, scale: float, over: float = 1.0) -> Symbol:
        """Return the symbol times a constant other than zero, over another."""
        own, bare = self.parts
        own = own * scale / over
        symbol: Symbol = bare if own == 1 else self.graph.call("scale", operator.mul, bare, own, nonzero=self.nonzero)
        return symbol

    def __add__(self, other: Number) -> Number:
        return _sum(self, other)

    def __sub__(self, other: Number) -> Number:
        return _sum(self, -other)

    def __rsub__(self, other: Number) -> Number:
        return _sum(-self, other)

    def __mul__(self, other: Number) -> Number:
        return _product(self, other)

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other: Number) -> Number:
        return self.scaled(1.0, over=other) if _is_number(other) and other else _quotient(self, other)

    def __rtruediv__(self, other: Number) -> Number:
        return _quotient(other, self)

    def __pow__(self, other: Number) -> Number:
        if isinstance(other, int) and other >= 0:
            scale, bare = self.parts
            return self.graph.call("**", operator.pow, bare, other, nonzero=self.nonzero).scaled(scale**other)
        return self.graph.call("power", _finite_power, self, other)

    def __rpow__(self, other: Number) -> Number:
        return self.graph.call("power", _finite_power, other, self)

    def __neg__(self) -> Number:
        return self.scaled(-1.0)

    def __abs__(self) -> Number:
        if never_negative(self):
            return self
        scale, bare = self.parts
        return self.graph.call("abs", lambda number: number.abs(), bare, nonzero=self.nonzero).scaled(abs(scale))

    def __lt__(self, other: Number) -> Any:
        return _compared("<", self, other)

    def __le__(self, other: Number) -> Any:
        return _compared("<=", self, other)

    def __gt__(self, other: Number) -> Any:
        return _compared(">", self, other)

    def __ge__(self, other: Number) -> Any:
        return _compared(">=", self, other)

    def __eq__(self, other: object) -> Any:
        return _compared("==", self, other)

    def __ne__(self, other: object) -> Any:
        return _compared("!=", self, other)

    def __and__(self, other: Any) -> Any:
        if isinstance(other, bool):
            return self if other else False
        return _logical("&", self, other)

    def __or__(self, other: Any) -> Any:
        if isinstance(other, bool):
            return True if other else self
        return _logical("|", self, other)

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> Any:
        return self.args[0] if self.op == "not" else self.graph.call("not", operator.invert, self)

    def __bool__(self) -> bool:
        raise TypeError("a formula body must not branch on a value: use where()")


def _is_number(other: Number) -> bool:
    return isinstance(other, (int, float)) and not isinstance(other, bool)


_ACTS: dict[str, Callable[..., Any]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    "&": lambda one, other: _truth(one) & _truth(other), "|": lambda one, other: _truth(one) | _truth(other),
}  # fmt: skip
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _truth(value: Any) -> nw.Expr:
    return nw.lit(None).cast(nw.Boolean) if value is None else value


def _compared(op: str, one: Symbol, other: Any) -> Any:
    if isinstance(other, Missing):
        return other
    if _is_number(other) and other == 0:
        if op in ("==", "!=") and one.nonzero and not one.nullable:
            return op == "!="
        scale, bare = one.parts  # which side of zero a number is on does not depend on its unit
        op = op if scale > 0 else _TURNED.get(op, op)
        if bare.op == "-" and not one.graph.guards:  # alone: to compare its two numbers is one pass less
            bare, other = bare.args
        return one.graph.call(op, _ACTS[op], bare, other)
    return one.graph.call(op, _ACTS[op], one, other)


def _logical(op: str, one: Symbol, other: Any) -> Any:
    return one.graph.call(op, _ACTS[op], one, None if isinstance(other, Missing) else other)


def _sum(one: Symbol, other: Number) -> Number:
    """Return the sum, with the scale of the first taken out of it."""
    if isinstance(other, Missing) or (_is_number(other) and other == 0):
        return other if isinstance(other, Missing) else one
    scale, bare = one.parts
    if not isinstance(other, Symbol):
        return one.graph.call("+", operator.add, bare, other / scale).scaled(scale)
    more, rest = other.scaled(1.0, over=scale).parts
    if rest is bare and more != -1:
        return bare.scaled(scale * (1 + more))
    if more == -1:
        return one.graph.call("-", operator.sub, bare, rest).scaled(scale)
    return one.graph.call("+", operator.add, bare, rest.scaled(more)).scaled(scale)


def _product(one: Symbol, other: Number) -> Number:
    if isinstance(other, Missing):
        return other
    if _is_number(other):
        return one.scaled(float(other)) if other else one.graph.call("*", operator.mul, one, 0.0)
    (scale, bare), (more, also) = one.parts, other.parts
    return one.graph.call("*", operator.mul, bare, also, nonzero=one.nonzero and other.nonzero).scaled(scale * more)


def _quotient(one: Number, other: Number) -> Number:
    """Return the quotient, null where the divisor is zero. Raises `ZeroDivisionError` where it is zero in all rows."""
    for each in (one, other):
        if isinstance(each, Missing):
            return each
    if not isinstance(other, Symbol):
        raise ZeroDivisionError
    (scale, bare), (more, also) = (each.parts if isinstance(each, Symbol) else (1.0, each) for each in (one, other))
    make, nullable = (operator.truediv, None) if other.nonzero or not other.graph.guards else (_over, True)
    quotient = other.graph.call("/", make, bare, also, nullable=nullable, nonzero=_nonzero(one))
    return quotient.scaled(scale, over=more)


def _over(one: Any, other: Any) -> nw.Expr:
    return nw.when(other != 0).then(one / other)


def _finite_power(base: Any, exponent: Any) -> nw.Expr:
    return finite(base**exponent)


def finite(number: nw.Expr) -> nw.Expr:
    """Return a number, null where it is infinite or no number."""
    return nw.when(number.is_finite()).then(number)


def _nonzero(number: Any) -> bool:
    return number.nonzero if isinstance(number, Symbol) else _is_number(number) and number != 0


def never_negative(number: Any) -> bool:
    """Return whether a number is known to be zero or more in every row."""
    if not isinstance(number, Symbol):
        return _is_number(number) and number >= 0
    if number.op == "column":
        return number.nonzero  # the bound that says so is "above zero"
    if number.op == "clip":
        return number.args[1] is not None and number.args[1] >= 0
    if number.op == "scale" and number.args[1] < 0:
        return number.args[0].op == "clip" and number.args[0].args[2] == 0
    return number.op in ("scale", "+", "*", "/", "first") and all(map(never_negative, number.args))


def _nullable(number: Any) -> bool:
    return number.nullable if isinstance(number, Symbol) else number is None or isinstance(number, Missing)


def literal(value: Any) -> nw.Expr:
    """Return what is the same in every row as an expression; null for what is missing."""
    if isinstance(value, nw.Expr):
        return value
    return nw.lit(None if isinstance(value, Missing) else value)


def _common(*numbers: Any) -> tuple[float, list[Any]]:
    """Return the scale of the first symbol, and the numbers without it; words and truths stay as they are."""
    scale: float = next((each.parts[0] for each in numbers if isinstance(each, Symbol)), 1.0)
    return scale, [
        each.scaled(1.0, over=scale) if isinstance(each, Symbol) else each / scale if _is_number(each) else each
        for each in numbers
    ]


def _where(condition: nw.Expr, yes: Any, no: Any) -> nw.Expr:
    return nw.when(condition).then(literal(yes)).otherwise(literal(no))


def _where_only(condition: nw.Expr, yes: Any, no: Any) -> nw.Expr:
    """Choose where the other branch is missing: what is not known then is null as well."""
    return nw.when(condition).then(literal(yes))


def _where_known(condition: nw.Expr, yes: Any, no: Any) -> nw.Expr:
    return nw.when(condition).then(literal(yes)).otherwise(nw.when(~condition).then(literal(no)))


def _first(*alternatives: Any) -> nw.Expr:
    *others, last = alternatives
    found = nw.coalesce(*map(literal, others)) if len(others) > 1 else literal(others[0])
    return nw.coalesce(found, last) if isinstance(last, nw.Expr) else found.fill_null(last)


def _clipped(number: Symbol, low: float | None, high: float | None) -> Any:
    """Return the number kept within bounds that are the same in every row."""
    scale, bare = number.parts
    if scale != 1 and {low, high} <= {0, None}:  # what is kept on one side of zero is so at any scale
        return _clipped(bare, *((low, high) if scale > 0 else (high, low))).scaled(scale)
    if number.op == "clip" and high is not None and number.args[2] is None:
        number, low = number.args[0], number.args[1]  # at_most(at_least(x, low), high)
    make = nw.Expr.clip if number.nullable or None not in (low, high) else _clip_one_side
    return number.graph.call("clip", make, number, low, high, nullable=number.nullable)


def _clip_one_side(here: nw.Expr, low: float | None, high: float | None) -> nw.Expr:
    """Clip what is never null: half the work of `clip`, which minds nulls."""
    if low is not None:
        return nw.max_horizontal(here, nw.lit(float(low)))
    return here if high is None else nw.min_horizontal(here, nw.lit(float(high)))


LIBRARY = "library"
"""The operation that leaves the engine; of the engines that compute here, only Polars has it."""


class _Symbols(Algebra):
    """Symbols: what is to be done to the columns of a table, with null for what is missing."""

    rank = 3
    deferred = True

    def choose(self, condition: Any, yes: Number, no: Number) -> Number:
        """Choose in each row: null where the condition is null."""
        if isinstance(condition, (bool, Missing)):
            return condition if isinstance(condition, Missing) else (yes if condition else no)
        if isinstance(yes, Missing) and isinstance(no, Missing):
            return yes
        if not _nullable(condition) and (type(yes), repr(yes)) == (type(no), repr(no)) and not isinstance(yes, Symbol):
            return yes
        nullable, nonzero = any(map(_nullable, (condition, yes, no))), _nonzero(yes) and _nonzero(no)
        make = _where_known if _nullable(condition) else _where
        if isinstance(no, Missing):
            make = _where_only
        scale, branches = _common(yes, no)
        return condition.graph.call("where", make, condition, *branches, nullable=nullable, nonzero=nonzero).scaled(
            scale
        )

    def clip(self, number: Symbol, low: Number | None, high: Number | None) -> Number:
        """Return the number kept within bounds, in one operation where they are the same in every row."""
        if algebra_of(low, high).rank:
            return super().clip(number, low, high)
        gap = next((each for each in (low, high) if isinstance(each, Missing)), None)
        return _clipped(number, low, high) if gap is None else gap

    def prefer(self, alternatives: Sequence[Number]) -> Number:
        """Prefer in each row what is not null."""
        present: list[Number] = []
        for each in alternatives:
            if isinstance(each, Missing):
                continue
            present.append(each)
            if not _nullable(each):
                break
        if len(present) == 1:
            return present[0]
        graph = next(each.graph for each in present if isinstance(each, Symbol))
        scale, bare = _common(*present)
        nonzero = all(_nonzero(each) for each in present)
        return graph.call("first", _first, *bare, nullable=_nullable(present[-1]), nonzero=nonzero).scaled(scale)

    def apply(self, name: str, scalar: Callable[[float], float], number: Symbol) -> Symbol:
        """Run exp or log, null where it has no value."""
        return number.graph.call(name, lambda here: finite(getattr(here, name)()), number, nullable=True)

    def look_up(self, name: str, compute: Callable[..., Any], state: Mapping[str, Number]) -> Number:
        """Run what a library computes from arrays on columns, or pieces the engine cuts; null where it has no value.

        `compute` raises `ValueError` if not one row has a value, and leaves infinity in single rows that have none.
        """
        numbers = [*state.values()]
        gap = next((each for each in numbers if isinstance(each, Missing)), None)
        if gap is not None:
            return gap
        graph: Graph = next(each.graph for each in numbers if isinstance(each, Symbol))
        called = graph.call(LIBRARY, _as_row, *numbers, key=(name, *state))
        graph.libraries[called.order] = compute
        return graph.call("finite", finite, called, nullable=True)

    def note(self, number: Symbol, formula: Any, numbers: Mapping[str, Number]) -> None:
        """Keep which formula made a symbol."""
        number.graph.formulas.append((formula, numbers, number))


def _as_row(*numbers: Any) -> nw.Expr:
    return nw.struct(*(literal(each).cast(nw.Float64).alias(str(place)) for place, each in enumerate(numbers)))


class Graph:
    """The symbols of one table, each once. `guards`: division by zero gives null; `lacks`: unknowns are told apart."""

    def __init__(self, *, guards: bool = True, lacks: bool = False) -> None:
        self.guards, self.lacks = guards, lacks
        self.symbols: list[Symbol] = []
        self.libraries: dict[int, Callable[..., Any]] = {}
        """What computes the symbols of operation `LIBRARY`, by their order, from one array for each argument."""
        self.sources: dict[int, str] = {}
        """The columns of numbers that symbols of operation `column` are, by their order."""
        self.words: dict[int, tuple[str, ...]] = {}
        """The words of the symbols of operation `WORDS`, by their order."""
        self.formulas: list[tuple[Any, Mapping[str, Number], Symbol]] = []
        """The formulas that have a range, with their arguments and what they made."""
        self._known: dict[tuple[Any, ...], Symbol] = {}

    def column(self, expression: nw.Expr, *key: object, nullable: bool = True, nonzero: bool = False) -> Symbol:
        """Return what an expression makes of a column of the table as a symbol; `key` tells one from another."""
        symbol: Symbol = self.call("column", lambda: expression, key=key, nullable=nullable, nonzero=nonzero)
        return symbol

    def call(
        self,
        op: str,
        make: Callable[..., nw.Expr],
        *args: Any,
        key: tuple[Any, ...] = (),
        nullable: bool | None = None,
        nonzero: bool = False,
    ) -> Any:
        """Return the symbol of an operation; `make` gets expressions, and constants as they are.

        Two calls with the same operation, arguments and key are the same symbol.
        """
        known = (op, *key, *(id(each) if isinstance(each, Symbol) else (type(each), repr(each)) for each in args))
        if known not in self._known:
            null = any(map(_nullable, args)) if nullable is None else nullable
            self._known[known] = Symbol(self, op, args, make, null, nonzero)
            self.symbols.append(self._known[known])
        return self._known[known]


Symbol.algebra = _Symbols()
