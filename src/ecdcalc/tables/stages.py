"""Intermediate results of a table as columns, so that what is used twice is computed and written once.

On one plant an output is a number and is kept. On a table it is an expression, and an expression that is used
three times stands three times in what uses it: twenty formulas deep that is a tree of billions of nodes.
`Stages` gives every kept expression a column of its own, in as few steps as their dependence allows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

import narwhals as nw

from ecdcalc.ops import TABLE

_PREFIX = "__ecdcalc_"
_NAMES = re.compile(rf"{_PREFIX}\d+__")


class Stages:
    """The expressions kept so far; use as a context manager around the evaluation of a process."""

    def __init__(self) -> None:
        self._steps: dict[str, nw.Expr] = {}
        self._uses: dict[str, set[str]] = {}
        self._level: dict[str, int] = {}
        self._known: dict[str, nw.Expr] = {}

    def __enter__(self) -> Stages:
        self._token = TABLE.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        TABLE.reset(self._token)

    def null(self) -> nw.Expr:
        """Return the missing number of a table."""
        return nw.lit(None).cast(nw.Float64)

    def keep(self, number: nw.Expr) -> nw.Expr:
        """Return a column that holds the expression; the same column for the same expression."""
        text = repr(number)
        if "col(" not in text or re.fullmatch(r"col\([^()]*\)", text):
            return number
        if text not in self._known:
            name = f"{_PREFIX}{len(self._steps)}__"
            uses = {*_NAMES.findall(text)}
            self._steps[name], self._uses[name] = number, uses
            self._level[name] = 1 + max((self._level[each] for each in uses), default=0)
            self._known[text] = nw.col(name)
        return self._known[text]

    def apply(self, frame: Any, results: Mapping[str, nw.Expr]) -> Any:
        """Return the frame with the results as columns; the columns in between are gone again."""
        names = frame.collect_schema().names()
        needed = self._needed(results)
        with _quiet(frame):
            return self._applied(frame, results, names, needed)

    def _applied(self, frame: Any, results: Mapping[str, nw.Expr], names: list[str], needed: list[str]) -> Any:
        last = self._last_use(needed, results)
        alive: list[str] = []
        for level in sorted({self._level[name] for name in needed}):
            made = {name: self._steps[name] for name in needed if self._level[name] == level}
            frame = frame.select(*names, *alive, **made)
            alive = [name for name in (*alive, *made) if last[name] > level]
        others = [name for name in names if name not in results]
        return frame.select(*others, **results)

    def _last_use(self, needed: list[str], results: Mapping[str, nw.Expr]) -> dict[str, float]:
        """Return the last level at which each step is used: then its column is let go."""
        last = {name: 0.0 for name in needed}
        for user in needed:
            for name in self._uses[user]:
                last[name] = max(last[name], self._level[user])
        for expression in results.values():
            last |= {name: math.inf for name in _NAMES.findall(repr(expression))}
        return last

    def _needed(self, results: Mapping[str, nw.Expr]) -> list[str]:
        left = {name for expression in results.values() for name in _NAMES.findall(repr(expression))}
        found: set[str] = set()
        while left:
            name = left.pop()
            found.add(name)
            left |= self._uses[name] - found
        return [name for name in self._steps if name in found]


def _quiet(frame: Any) -> Any:
    """Silence what pandas says of comparing values that are not there."""
    if not frame.implementation.is_pandas_like():
        return nullcontext()
    import numpy

    return numpy.errstate(all="ignore")


def is_null(number: object) -> bool:
    """Tell whether an expression is missing in every row."""
    return isinstance(number, nw.Expr) and repr(number).startswith("lit(value=None")
