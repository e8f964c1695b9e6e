"""Factors of the user's own that the rows of a table take: numbers that a user gives, like those of a column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import narwhals as nw
from attrs import evolve

from ecdcalc.assessment.tables.columns import CARRIERS, Given, default_of
from ecdcalc.model.parts.carriers import OfCarrier
from ecdcalc.model.process import Process, walk
from ecdcalc.numbers.ops import Number, first_of, is_missing, missing, where
from ecdcalc.numbers.row_words import is_known
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.reference.defaults import Context, Published
from ecdcalc.reference.factors import Factor, FactorTable


class _OwnAlone(FactorTable):
    """The user's own rows; the others are there, and have no value."""

    def find(self, id: str) -> Factor | None:
        """Return one factor, without its value where it is ours."""
        found = super().find(id)
        return found if found is None or found.own else evolve(found, value=None)


def with_own_defaults(graph: Graph, context: Context, row: Process, given: Given) -> Given:
    """Return what the rows give, and where they give nothing, the factors of the user's own that they take."""
    if not context.factors.own:
        return given
    alone = evolve(context, factors=_OwnAlone(context.factors.own))
    return {**given, **dict(_own(graph, alone, row, given))}


def _own(graph: Graph, context: Context, row: Process, given: Given) -> Iterator[tuple[str, Symbol]]:
    for path, owner, _, field in walk(row, ""):
        if field.unit is None or not isinstance(field.default, (Published, OfCarrier)):
            continue  # of another table, such as that of limits
        number: Number = default_of(field.default, owner, context)
        if is_missing(number):
            continue
        used = _used(graph, path, number, given)
        found = first_of(given[path], used) if path in given else used
        if isinstance(found, Symbol):
            yield path, found


def _used(graph: Graph, path: str, number: Number, given: Given) -> Any:
    """Return a factor in the rows that use the carrier that it is of, in all rows where it is of none."""
    line = path.rpartition(".")[0]
    amount = given.get(line, given.get(f"{line}.amount")) if line.startswith(CARRIERS) else None
    if amount is not None:
        return where(is_known(amount), number, missing(path))
    return number if isinstance(number, Symbol) else graph.column(nw.lit(number), path, "own")
