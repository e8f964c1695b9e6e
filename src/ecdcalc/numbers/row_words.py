"""Words and truths of rows, made of symbols: a word by its place in a list, whether one of many conditions holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from ecdcalc.numbers.algebra import Missing, Number
from ecdcalc.numbers.symbols import Graph, Symbol

WORDS = "worded"
"""The operation that gives a word for a number; an engine that can takes it from a list by its place."""


def worded(number: Number, words: Sequence[str]) -> Any:
    """Return, for each row, the word that stands at the place which the number is; null where that is null."""
    if not isinstance(number, Symbol):
        return number if isinstance(number, Missing) else words[int(number)]
    graph = number.graph
    found: Symbol = graph.call(WORDS, lambda place: place, number, key=(*words,))
    graph.words[found.order] = (*words,)
    return found


def any_of(graph: Graph, conditions: Sequence[Symbol]) -> Symbol:
    """Return whether one of some conditions holds; where none does it is false, or null if one is not known.

    What is written as the opposite of something is taken together before it is turned round, and nulls are left to
    the logic of three values: on many rows every pass over a column counts.
    """
    turned = [each.args[0] for each in conditions if each.op == "not"]
    plain = [each for each in conditions if each.op != "not"]

    def make(*found: nw.Expr) -> nw.Expr:
        some, all_hold = found[: len(plain)], found[len(plain) :]
        parts = [nw.any_horizontal(*some, ignore_nulls=False)] if some else []
        parts += [~nw.all_horizontal(*all_hold, ignore_nulls=False)] if all_hold else []
        return parts[0] | parts[1] if len(parts) > 1 else parts[0]

    found: Symbol = graph.call("any", make, *plain, *turned, key=(len(plain),))
    return found


def is_known(value: Any) -> Any:
    """Return whether a value is there: a truth of each row where it may be null in some."""
    if not isinstance(value, Symbol) or not value.nullable:
        return not isinstance(value, Missing)
    return value.graph.call("known", lambda here: ~here.is_null(), value.parts[1], nullable=False)


def negated(truth: Any) -> Any:
    """Return the opposite of a truth, of all rows or of each."""
    return ~truth if isinstance(truth, Symbol) else not truth


def held(number: Number) -> Number:
    """Return a number with its scale, as one thing: what is shown is used again as it is shown."""
    if not isinstance(number, Symbol) or number.op != "scale":
        return number
    return number.graph.call("held", lambda here: here, number, nonzero=number.nonzero)
