"""How far the symbols of a graph can reach in some rows: from what the columns hold, without a look at any row.

The ends of a column are found in one pass; those of a symbol follow from them, as arithmetic never turns round the
order of two numbers.
"""

from __future__ import annotations

import math
import operator
from itertools import product
from typing import Any

from ecdcalc.numbers.algebra import Missing
from ecdcalc.numbers.symbols import Graph, Symbol

Ends = tuple[float, float] | None
"""The least and the greatest; None where that is not told."""
_NOTHING = (math.inf, -math.inf)
"""The ends of what is null in all rows."""


_SLICE = 65_536
"""Rows of a column that stay in the cache of a core."""


class Held:
    """What the columns of a frame of Polars hold, each looked through once, when it is first asked for."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self._ends: dict[str, Ends] = {}

    def nulls(self, name: str) -> int:
        """Return how many cells of a column are empty."""
        return int(self._frame[name].null_count())

    def ends(self, name: str) -> Ends:
        """Return the ends of a column of numbers, of what is no null; None where something is no finite number."""
        if name not in self._ends:
            self._ends[name] = self._through(self._frame[name])
        return self._ends[name]

    def _through(self, column: Any) -> Ends:
        lows, highs = [math.inf], [-math.inf]
        for start in range(0, len(column), _SLICE):
            part = column.slice(start, _SLICE)
            if part.null_count() < len(part):
                if not math.isfinite(part.sum()):  # `min` and `max` pass over what is no number
                    return None
                lows.append(float(part.min()))
                highs.append(float(part.max()))
        return min(lows), max(highs)


def is_of_column(truth: Symbol) -> bool:
    """Tell whether a truth says that a column is outside of two ends, or outside and not zero."""
    inside = _inside(truth)
    return inside.op == "inside" and inside.args[0].order in inside.graph.sources


def _inside(truth: Symbol) -> Symbol:
    within: Symbol = truth.args[0] if truth.op == "not" else truth
    either: Symbol = within.args[0] if within.op == "|" else within
    return either


class Extents:
    """The ends of the symbols that are made of columns of Polars."""

    def __init__(self, graph: Graph, held: Held) -> None:
        self._graph, self._held = graph, held
        self._found: dict[int, Ends] = {}

    def may_be_null(self, number: Any) -> bool:
        """Tell whether a number may be null in some row."""
        if not isinstance(number, Symbol):
            return number is None or isinstance(number, Missing)
        if number.order in self._graph.sources:
            return bool(self._held.nulls(self._graph.sources[number.order]))
        if number.op in ("lacking", "scale", "held"):
            return self.may_be_null(number.args[0])
        return all(map(self.may_be_null, number.args)) if number.op == "first" else number.nullable

    def may_hold(self, outside: Symbol) -> bool:
        """Tell whether a column may be outside in some row; `outside` is one that `is_of_column`."""
        column, low, high = _inside(outside).args
        ends = self.ends(column)
        return ends is None or ends[0] < low or ends[1] > high

    def may_be_zero(self, number: Any) -> bool:
        """Tell whether a number may be zero in some row."""
        ends = self.ends(number)
        return ends is None or ends[0] <= 0 <= ends[1]

    def ends(self, number: Any) -> Ends:
        """Return the ends of a number over the rows in which it is not null."""
        if number is None or isinstance(number, Missing):
            return _NOTHING
        if not isinstance(number, Symbol):
            return (number, number) if isinstance(number, (int, float)) else None
        if id(number) not in self._found:
            self._found[id(number)] = self._of(number)
        return self._found[id(number)]

    def _of(self, each: Symbol) -> Ends:
        if each.op == "column":
            source = self._graph.sources.get(each.order)
            return None if source is None else self._held.ends(source)
        if each.op in ("lacking", "held"):
            return self.ends(each.args[0])
        if each.op == "never":
            return _NOTHING
        ends = [self.ends(arg) for arg in (each.args[1:] if each.op == "where" else each.args)]
        told = [end for end in ends if end is not None]
        if each.op in _ACTS and _NOTHING in told:
            return _NOTHING
        if len(told) < len(ends) or (each.op == "/" and told[1][0] <= 0 <= told[1][1]):
            return None
        if each.op in ("where", "first"):
            return min(low for low, _ in told), max(high for _, high in told)
        if each.op not in _ACTS:
            return None
        found = [_ACTS[each.op](one, other) for one, other in product(*told)]
        return min(found), max(found)


_ACTS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "scale": operator.mul}
"""What is monotone in each of two numbers, in floating point too."""
