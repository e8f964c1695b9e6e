"""In which rows a symbol that is null may be known nevertheless: cheap to tell, and never no where it is known.

What lacks an input is known only where the input drops out (`partly.py`): zero times it, the same of it on both sides
of a difference, or the range of a formula that cannot be tested. Only these places of a graph are looked at here: most
tables have none in most rows, and what is known of a row is then not worked out at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ecdcalc.numbers.algebra import Missing
from ecdcalc.numbers.partly import LACKING, NEVER
from ecdcalc.numbers.row_words import any_of, is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.numbers.validity import OUTSIDE

_Truths = frozenset[Any]
"""Truths of each row, or of all rows, of which one is enough."""
_NONE: _Truths = frozenset()


class Fillable:
    """Where the symbols of a graph may be known although they are null."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._made_of: dict[int, frozenset[Symbol]] = {}
        """The unknowns that each symbol hangs on."""
        self._lacks: dict[int, _Truths] = {}
        """Where it may lack one of them."""
        self._fills: dict[int, _Truths] = {}
        """Where something of what it is made of may be known although it is null."""
        for each in tuple(graph.symbols):  # what an operation takes was made before it
            own = frozenset({each}) if each.op == LACKING else _NONE
            self._made_of[id(each)] = own.union(*(self._of(self._made_of, arg) for arg in each.args))
            if self._made_of[id(each)]:
                self._lacks[id(each)] = self._lacking(each)
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
            found |= self._cancelled(*args)
        elif each.op == "where" and isinstance(args[2], Missing) and args[2].reason == OUTSIDE:
            found |= self._all([self._of(self._lacks, args[0]), frozenset({is_known(args[1])})])
        return found - {False}

    def _at_zero(self, one: Any, other: Any) -> _Truths:
        """Return where one lacks something and the other is zero."""
        zero = not other.nonzero and other == 0 if isinstance(other, Symbol) else other == 0
        return self._all([self._of(self._lacks, one), frozenset({zero})])

    def _cancelled(self, one: Any, other: Any) -> _Truths:
        """Return where both sides lack something, and the same input is one that they may lack."""
        both = self._of(self._made_of, one) & self._of(self._made_of, other)
        same = _NONE.union(*(self._of(self._lacks, each) for each in both))
        return self._all([same, *(self._of(self._lacks, side) for side in (one, other))])
