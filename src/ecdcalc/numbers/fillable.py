"""The places of a graph where an unknown may drop out: cheap to look at, and none is passed over.

What lacks an input is known only where the input drops out (`partly.py`): zero times it, the same of it on both sides
of a difference, or the range of a formula that cannot be tested. Which places of a graph these are is found once; what
a table holds rules most of them out (`extents.py`), and the rest is looked at row by row.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.numbers.algebra import Missing
from ecdcalc.numbers.expressions import AGAIN
from ecdcalc.numbers.extents import Extents
from ecdcalc.numbers.partly import LACKING, NEVER, is_cell, is_guard, number_of
from ecdcalc.numbers.row_words import any_of, is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol, literal

_Symbols = frozenset[Symbol]
_NONE: Any = frozenset()
_EQUAL = 1e-9
"""Multiples that differ by less may be equal: more than rounding."""


@frozen(eq=False)
class Place:
    """A place where an unknown may drop out, each with a number: `holds` in the rows where it may, all rows or some.

    It can hold only if one of the `unknowns` is lacking somewhere and `zero`, where there is one, is zero somewhere.
    """

    number: int
    holds: Any
    unknowns: _Symbols
    zero: Any = 0.0

    def is_open(self, extents: Extents) -> bool:
        """Tell whether it can hold in some row of a table."""
        return any(map(extents.may_be_null, self.unknowns)) and extents.may_be_zero(self.zero)


class Fillable:
    """Where the symbols of a graph may be known although they are null."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._unknowns: dict[int, _Symbols] = {}
        """The unknowns that each symbol hangs on."""
        self._atoms: dict[int, _Symbols] = {}
        """What it is a sum of multiples of: unknowns, and what something was done to that is not linear."""
        self._lacks: dict[int, Any] = {}
        """Where it may lack one of its unknowns: a truth of each row, or of all."""
        self._places: dict[int, frozenset[Place]] = {}
        self._lack_of: dict[int, Any] = {}
        self._count = 0
        for each in tuple(graph.symbols):  # what an operation takes was made before it
            own = frozenset({each}) if each.op == LACKING else _NONE
            if each.nullable:  # what is never null lacks nothing
                self._unknowns[id(each)] = own.union(*(self._of(self._unknowns, arg) for arg in each.args))
            if self._hangs(each):
                self._atoms[id(each)] = self._summed(each)
                self._lacks[id(each)] = self._lacking(each)
                self._places[id(each)] = self._found(each)

    def places(self, symbol: Symbol) -> frozenset[Place]:
        """Return the places by which a symbol may be known in some row although it is null."""
        found: frozenset[Place] = self._of(self._places, symbol)
        return found

    def _of(self, found: dict[int, Any], number: Any) -> Any:
        return found.get(id(number), _NONE) if isinstance(number, Symbol) else _NONE

    def _hangs(self, number: Any) -> bool:
        return bool(self._of(self._unknowns, number))

    # -- what is lacking ------------------------------------------------------------------------------------------

    def _lacks_some(self, number: Any) -> Any:
        return self._lacks.get(id(number), False) if isinstance(number, Symbol) else False

    def _lacking(self, each: Symbol) -> Any:
        if each.op == LACKING:
            here = each.args[0]
            return True if here.op == NEVER else negated(is_known(here))
        if each.op == "first":  # one that is there is enough
            return _all([self._null(arg) for arg in each.args])
        return self._some([self._lacks_some(arg) for arg in each.args])

    def _null(self, number: Any) -> Any:
        own = isinstance(number, Symbol) and number.op == LACKING
        return self._lacks[id(number)] if own else negated(is_known(number))

    def _some(self, truths: Iterable[Any]) -> Any:
        told = [*truths]
        symbols = {id(each): each for each in told if isinstance(each, Symbol)}
        if any(each is True for each in told):
            return True
        some = [*symbols.values()]
        return any_of(self._graph, some) if len(some) > 1 else some[0] if some else False

    # -- where it may drop out ------------------------------------------------------------------------------------

    def _found(self, each: Symbol) -> frozenset[Place]:
        args = each.args
        found: frozenset[Place] = _NONE.union(*(self._of(self._places, arg) for arg in args))
        if each.op == "*":
            found |= self._at_zero(*args) | self._at_zero(*reversed(args))
        elif each.op in ("+", "-") and self._may_cancel(*args):
            found |= self._cancelled(each)
        elif each.op == "where" and is_guard(each):
            holds = _all([self._lacks_some(args[0]), is_known(args[1])])
            found |= self._place(holds, self._of(self._unknowns, args[0]))
        return found

    def _place(self, holds: Any, unknowns: _Symbols, zero: Any = 0.0) -> frozenset[Place]:
        """Return a place, none if it holds nowhere or nothing can be lacking."""
        if holds is False or not unknowns:
            return frozenset()
        self._count += 1
        return frozenset({Place(self._count, holds, unknowns, zero)})

    def _at_zero(self, one: Any, other: Any) -> frozenset[Place]:
        """Return the place where one lacks something and the other is zero."""
        if not self._hangs(one):
            return frozenset()
        zero = other == 0
        if isinstance(other, Symbol):  # asked of each row, whatever is promised: this is where a zero would show
            zero = self._graph.call("zero", lambda here: here == 0, other.parts[1])
        holds = _all([self._lacks_some(one), zero])
        return self._place(holds, self._unknowns[id(one)], other)

    def _cancelled(self, each: Symbol) -> frozenset[Place]:
        """Return the place where the multiples of what both sides lack may be equal, if both are null."""
        one, other = each.args
        minus = each.op == "-"

        def make(one: Any, other: Any) -> nw.Expr:
            one, other = literal(one), literal(other)
            left = one - other if minus else one + other
            return (left.abs() <= _EQUAL * one.abs()).fill_null(True)

        told = self._lack(one), self._lack(other)
        if not any(isinstance(lack, Symbol) for lack in told):
            holds = math.isclose(told[0], told[1] if minus else -told[1], rel_tol=_EQUAL)
        else:
            holds = self._graph.call(f"{AGAIN}cancelled", make, *told, key=(each.op,), nullable=False)
        return self._place(holds, self._unknowns[id(one)] & self._unknowns[id(other)])

    # -- what may cancel ------------------------------------------------------------------------------------------

    def _summed(self, each: Symbol) -> _Symbols:
        args = each.args
        told: tuple[Any, ...] = ()
        bent = False
        if each.op in ("scale", "held", "+", "-"):
            told = args
        elif each.op == "*":
            told = tuple(arg for arg in args if self._hangs(arg))
            bent = len(told) > 1
        elif each.op == "/":
            told, bent = args[:1], self._hangs(args[1])
        elif each.op == "where":
            told, bent = args[1:], self._hangs(args[0])
        elif each.op == "first":
            told = _alone(each)
        atoms: _Symbols = _NONE.union(*(self._of(self._atoms, arg) for arg in told))
        return atoms | {each} if bent or not told else atoms

    def _may_cancel(self, one: Any, other: Any) -> bool:
        """Tell whether two sums have an unknown in common."""
        if not self._of(self._unknowns, one) & self._of(self._unknowns, other):
            return False
        return any(_may_be_one(a, b) for a in self._of(self._atoms, one) for b in self._of(self._atoms, other))

    # -- how much is lacking --------------------------------------------------------------------------------------

    def _lack(self, each: Symbol) -> Any:
        """Return how much a symbol lacks where it is null: a sum of unknowns, of which each is a number of its own.

        Where multiples of unknowns are equal as `partly.py` has them, they are equal here. Where the symbol is not
        null, it is any number.
        """
        if id(each) not in self._lack_of:
            self._lack_of[id(each)] = self._multiple(each)
        return self._lack_of[id(each)]

    def _multiple(self, each: Symbol) -> Any:
        args = each.args
        hanging = [arg for arg in args if self._hangs(arg)]
        match each.op:
            case "held" | "scale":
                return self._lack(args[0]) * (args[1] if each.op == "scale" else 1.0)
            case "*" | "/" if len(hanging) == 1:
                one, other = (self._lack(arg) if self._hangs(arg) else arg for arg in args)
                return one * other if each.op == "*" else one / other
            case "*":
                return self._told(args[0]) * self._told(args[1])
            case "/":
                return self._told(args[0]) / self._told(args[1])
            case "+" | "-" if len(hanging) == 1:
                return -self._lack(args[1]) if each.op == "-" and not self._hangs(args[0]) else self._lack(*hanging)
            case "+" | "-":
                one, other = map(self._lacked, args)
                return one + other if each.op == "+" else one - other
            case "where":
                untested = self._of_branch(args[1]) if is_guard(each) else number_of(each.op)
                return self._call(f"{AGAIN}choice", _of_choice, args[0], untested, *map(self._of_branch, args[1:]))
            case "first" if _alone(each):
                return self._of_branch(*_alone(each))
            case "lacking":
                return number_of(each.order)
        return number_of(each.op, *(repr(arg) for arg in args if not isinstance(arg, Symbol)))

    def _of_branch(self, number: Any) -> Any:
        return self._lack(number) if self._hangs(number) else number

    def _told(self, number: Any) -> Any:
        """Return a number where it is known, and how much it lacks elsewhere."""
        if not self._hangs(number):
            return number
        return self._call("told", lambda here, lack: nw.coalesce(here, literal(lack)), number, self._lack(number))

    def _lacked(self, number: Any) -> Any:
        """Return how much a number lacks, zero where it is known."""
        return self._call("lacked", lambda here, lack: nw.when(here.is_null()).then(literal(lack)).otherwise(0.0),
                          number, self._lack(number))  # fmt: skip

    def _call(self, name: str, make: Callable[..., nw.Expr], *args: Any) -> Any:
        return self._graph.call(name, make, *args, nullable=True)


def _of_choice(condition: nw.Expr, untested: Any, yes: Any, no: Any) -> nw.Expr:
    taken = nw.when(condition).then(literal(yes)).otherwise(literal(no))
    return nw.when(condition.is_null()).then(literal(untested)).otherwise(taken)


def _alone(first: Symbol) -> tuple[Any, ...]:
    """Return the one alternative that is no cell: what is lacking where there is none; nothing if there are several."""
    told = tuple(arg for arg in first.args if not is_cell(arg))
    return told if len(told) == 1 else ()


def _may_be_one(one: Symbol, other: Symbol) -> bool:
    """Tell whether two unknowns may be the same: one input, or the same done to the same."""
    if one is other or LACKING in (one.op, other.op):
        return one is other
    return one.op == other.op and all(map(_may_be_equal, one.args, other.args))


def _may_be_equal(one: Any, other: Any) -> bool:
    if isinstance(one, Symbol) and isinstance(other, Symbol):
        shifts = one.op == other.op == "+" and one.args[0] is other.args[0]
        return not shifts or _may_be_equal(one.args[1], other.args[1])
    return isinstance(one, Symbol) or isinstance(other, Symbol) or repr(one) == repr(other)


def _all(truths: Iterable[Any]) -> Any:
    """Return whether all hold; what is never known holds nowhere."""
    found: Any = True
    for each in truths:
        if each is False or isinstance(each, Missing):
            return False
        found = each if found is True else found & each
    return found
