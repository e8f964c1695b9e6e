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
