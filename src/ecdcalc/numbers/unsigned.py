"""Zero without a sign: where arithmetic of columns may leave −0, which a file would show as "-0.0"."""

from __future__ import annotations

from typing import Any

import narwhals as nw

from ecdcalc.numbers.algebra import Number
from ecdcalc.numbers.symbols import Symbol, never_negative

_SAME = ("held", "clip", "lacking", "told", "finite")
_BRANCHES = {"where": 1, "first": 0}
"""Operations that give one of their arguments, and at which these begin."""


def unsigned(number: Number) -> Number:
    """Return a number whose zero has no sign; the engine is asked only where there may be one."""
    if not isinstance(number, Symbol):
        return number + 0.0
    if not _may_be(number, {}):
        return number
    return number.graph.call("held", _unsigned, number, key=("unsigned",), nonzero=number.nonzero)


def _unsigned(here: nw.Expr) -> nw.Expr:
    """Return a number with zero for either zero; to add zero would be left out by an engine as needless."""
    return nw.when(here == 0).then(nw.lit(0.0)).otherwise(here)


def _may_be(number: Any, known: dict[int, bool]) -> bool:
    """Return whether a number may be −0 in some row; `known` is what was found of others."""
    if not isinstance(number, Symbol):
        return False
    if id(number) not in known:
        known[id(number)] = _found(number, known)
    return known[id(number)]


def _found(number: Symbol, known: dict[int, bool]) -> bool:
    args = number.args
    if number.op in _SAME:
        return _may_be(args[0], known)
    if number.op in _BRANCHES:
        return any(_may_be(each, known) for each in args[_BRANCHES[number.op] :])
    match number.op:
        case "scale":
            return not args[0].nonzero if args[1] < 0 else _may_be(args[0], known)
        case "*" | "/":
            one, other = args
            turned = number.op == "*" and _may_turn(other, one)
            return _may_turn(one, other) or turned or any(_may_be(each, known) for each in args)
        case "+":
            return all(_may_be(each, known) for each in args)
        case "-":
            return _may_be(args[0], known)
    return False


def _may_turn(zero: Any, sign: Any) -> bool:
    """Return whether one number may be zero and the other below zero."""
    is_zero = not zero.nonzero if isinstance(zero, Symbol) else zero == 0
    return is_zero and not never_negative(sign)
