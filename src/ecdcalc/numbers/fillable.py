"""In which rows a symbol that is null may be known nevertheless: cheap to tell, and never no where it is known.

What lacks an input is known only where the input drops out (`partly.py`): zero times it, the same of it on both sides
of a difference, or the range of a formula that cannot be tested. Only these places of a graph are looked at here: most
tables have none in most rows, and what is known of a row is then not worked out at all.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any

import narwhals as nw

from ecdcalc.numbers.partly import LACKING, NEVER, is_cell, is_guard
from ecdcalc.numbers.row_words import any_of, is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol, literal

_Truths = frozenset[Any]
"""Truths of each row, or of all rows, of which one is enough."""
_NONE: _Truths = frozenset()
_BENT = 1.5
"""What an unknown that something was done to counts, whatever it was."""
_EQUAL = 1e-9
"""Multiples that differ by less may be equal: more than rounding."""


class Fillable:
    """Where the symbols of a graph may be known although they are null."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._made_of: dict[int, frozenset[Symbol]] = {}
        """The unknowns that each symbol hangs on."""
        self._lacks: dict[int, _Truths] = {}
        """Where it may lack one of them."""
        self._multiples: dict[int, Any] = {}
        self._fills: dict[int, _Truths] = {}
        """Where something of what it is made of may be known although it is null."""
        for each in tuple(graph.symbols):  # what an operation takes was made before it
            own = frozenset({each}) if each.op == LACKING else _NONE
            self._made_of[id(each)] = own.union(*(self._of(self._made_of, arg) for arg in each.args))
            if self._made_of[id(each)]:
                self._lacks[id(each)] = self._lacking(each)
                self._multiples[id(each)] = self._multiple(each)
                self._fills[id(each)] = self._filled(each)

    def where(self, symbol: Symbol) -> Any:
        """Return in which rows a symbol may be known although it is null: a truth of each row, or of all."""
        return self._some(self._of(self._fills, symbol))

    def _of(self, found: dict[int, Any], number: Any) -> frozenset[Any]:
        return found.get(id(number), _NONE) if isinstance(number, Symbol) else _NONE

    def _some(self, truths: Iterable[Any]) -> Any:
        each = sorted((truth for truth in truths if isinstance(truth, Symbol)), key=lambda truth: truth.order)
        if True in {truth for truth in truths if not isinstance(truth, Symbol)}:
            return True
        return any_of(self._graph, each) if len(each) > 1 else each[0] if each else False

    def _lacking(self, each: Symbol) -> _Truths:
        if each.op == LACKING:
            here = each.args[0]
            return frozenset({True if here.op == NEVER else negated(is_known(here))}) - {False}
        if each.op == "known":
            return _NONE
        if each.op == "first":  # one that is there is enough
            return self._all([self._null(arg) for arg in each.args])
        return _NONE.union(*(self._of(self._lacks, arg) for arg in each.args))

    def _null(self, number: Any) -> _Truths:
        if isinstance(number, Symbol) and number.op == LACKING:
            return self._lacks[id(number)]
        return frozenset({negated(is_known(number))})

    def _all(self, args: Iterable[_Truths]) -> _Truths:
        found: Any = True
        for each in args:
            found = self._some(each) if found is True else found & self._some(each)
        return frozenset({found}) - {False}

    def _filled(self, each: Symbol) -> _Truths:
        args = each.args
        found = _NONE.union(*(self._of(self._fills, arg) for arg in args))
        if each.op == "*":
            found |= self._at_zero(*args) | self._at_zero(*reversed(args))
        elif each.op in ("+", "-"):
            found |= self._cancelled(each)
        elif each.op == "where" and is_guard(each):
            found |= self._all([self._of(self._lacks, args[0]), frozenset({is_known(args[1])})])
        return found - {False}

    def _at_zero(self, one: Any, other: Any) -> _Truths:
        """Return where one lacks something and the other is zero."""
        zero = other == 0
        if isinstance(other, Symbol):  # asked of each row, whatever is promised: this is where a zero would show
            zero = self._graph.call("zero", lambda here: here == 0, other.parts[1])
        return self._all([self._of(self._lacks, one), frozenset({zero})])

    def _cancelled(self, each: Symbol) -> _Truths:
        """Return where both sides are null, and the multiples of what they lack may be equal."""
        one, other = each.args
        if not self._of(self._made_of, one) & self._of(self._made_of, other):
            return _NONE

        def make(one: nw.Expr, other: nw.Expr, left: Any, *sides: Any) -> nw.Expr:
            most = nw.max_horizontal(*(literal(side).abs() for side in sides))
            equal = (literal(left).abs() <= _EQUAL * most).fill_null(True)
            return one.is_null() & other.is_null() & equal

        sides = [self._multiple_of(side) for side in (one, other)]
        left = self._multiples[id(each)]
        return frozenset({self._graph.call("cancelled", make, one, other, left, *sides, nullable=False)})

    def _multiple_of(self, number: Any) -> Any:
        return self._multiples.get(id(number), 0.0) if isinstance(number, Symbol) else 0.0

    def _multiple(self, each: Symbol) -> Any:
        """Return how much a symbol lacks, where each unknown is a number of its own; what is bent is always the same.

        Where multiples of unknowns are equal as `partly.py` has them, they are equal here.
        """
        lacks = [self._multiple_of(arg) for arg in each.args]
        if each.op in ("scale", "held", "+", "-"):
            return _LINEAR[each.op](*lacks) if each.op != "scale" else lacks[0] * each.args[1]
        if each.op == "*":
            return self._graph.call("*multiple", _of_product, *each.args, *lacks, nullable=True)
        if each.op == "/":
            return self._graph.call("/multiple", _of_quotient, *each.args, *lacks, nullable=True)
        if each.op == "where":
            untested = lacks[1] if is_guard(each) else _BENT
            return self._graph.call("where-multiple", _of_choice, each.args[0], untested, *lacks[1:], nullable=True)
        size = _BENT
        if each.op == "first":
            told = [lack for lack, arg in zip(lacks, each.args, strict=True) if not is_cell(arg)]
            size = told[0] if len(told) == 1 else _BENT
        elif each.op == LACKING:
            size = 1.0 + each.order * 0.618 % 1.0
        return self._graph.call("multiple", _where_null, each, size, nullable=True)


def _where_null(here: nw.Expr, size: Any) -> nw.Expr:
    return nw.when(here.is_null()).then(literal(size)).otherwise(0.0)


def _of_product(one: Any, other: Any, *lacks: Any) -> nw.Expr:
    if not isinstance(lacks[1], nw.Expr):
        return literal(lacks[0]) * literal(other)
    if not isinstance(lacks[0], nw.Expr):
        return literal(lacks[1]) * literal(one)
    la, lb = lacks
    alone = nw.when(la != 0).then(la * other).otherwise(nw.when(lb != 0).then(lb * one).otherwise(0.0))
    return nw.when((la != 0) & (lb != 0)).then(_BENT).otherwise(alone)


def _of_quotient(one: Any, other: nw.Expr, *lacks: Any) -> nw.Expr:
    over = nw.when(other != 0).then(literal(lacks[0]) / other).otherwise(_BENT)
    if not isinstance(lacks[1], nw.Expr):
        return over
    under = nw.when((literal(lacks[0]) == 0) & (literal(one) != 0)).then(literal(one) * _BENT).otherwise(_BENT)
    return nw.when(lacks[1] != 0).then(under).otherwise(over)


def _of_choice(condition: nw.Expr, untested: Any, yes: Any, no: Any) -> nw.Expr:
    taken = nw.when(condition).then(literal(yes)).otherwise(literal(no))
    return nw.when(condition.is_null()).then(literal(untested)).otherwise(taken)


_LINEAR: dict[str, Any] = {"held": lambda lacks: lacks, "+": operator.add, "-": operator.sub}
