"""Rows that lack an input: what is known of them nevertheless, as a plant file knows it.

What cancels between two states is not needed, and zero times an unknown is zero. Null cannot tell, so the rows with an
output that is null are computed once more, on symbols that know what they are made of (`numbers/partly.py`). Polars
does so, part by part where it runs a query; for other engines the steps are too many, and their rows stay null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import Inputs, states_of
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.fillable import Fillable
from ecdcalc.numbers.partly import Known
from ecdcalc.numbers.symbols import Graph, Symbol

_AGAIN = "__ecdcalc_again_{}"
_STATES = ("baseline.", "reporting.", "saved.")


class Again:
    """Results to compute once more where they are null and might be known.

    `wanted` are what is known of each, `hopes` in which rows that may be more than nothing, by the names under which
    the results are held.
    """

    def __init__(self, graph: Graph, wanted: Mapping[str, Any], hopes: Mapping[str, Any]) -> None:
        self._graph, self._wanted, self._hopes = graph, wanted, hopes
        self._look = Steps(graph, {_AGAIN.format(number): each for number, each in enumerate(hopes.values())})
        self._steps: dict[tuple[str, ...], Steps] = {}

    def under(self, names: Mapping[str, str]) -> Again:
        """Return it for results that are held under other names."""
        wanted, hopes = ({names[name]: each for name, each in of.items()} for of in (self._wanted, self._hopes))
        return Again(self._graph, wanted, hopes)

    def filled(self, rows: Any, results: Any) -> Any:
        """Return results that are held, of Polars, with what is known of the rows that lack something."""
        import polars

        null = [results[name].is_null() for name in self._hopes]
        if not any(each.any() for each in null):
            return results
        look = self._look.made(rows)
        hopes = {
            name: each & look[_AGAIN.format(number)].fill_null(False)
            for number, (name, each) in enumerate(zip(self._hopes, null, strict=True))
        }
        names = tuple(name for name, each in hopes.items() if each.any())
        if not names:
            return results
        here = polars.select(polars.any_horizontal(*(hopes[name] for name in names))).to_series()
        made, old, places = self._made(names, rows.filter(here)), results.filter(here), here.arg_true()
        return results.with_columns(
            results[name].scatter(places, old[name].zip_with(old[name].is_not_null(), made[name])) for name in names
        )

    def _made(self, names: tuple[str, ...], rows: Any) -> Any:
        """Return what is known of some results; what was asked before is not put together again."""
        if names not in self._steps:
            wanted = {_AGAIN.format(number): self._wanted[name] for number, name in enumerate(names)}
            self._steps[names] = Steps(self._graph, wanted)
        made = self._steps[names].made(rows)
        return made.rename(dict(zip(map(_AGAIN.format, range(len(names))), names, strict=True)))

    def fill(self, frame: Any) -> Any:
        """Return a query that fills each part of the rows when it is there; those of other engines as they are."""
        if not frame.implementation.is_polars():
            return frame
        query = frame.to_native()
        filled = query.map_batches(lambda rows: self.filled(rows, rows), streamable=True, schema=query.collect_schema())
        return nw.from_native(filled)


def again(job: Job, inputs: Inputs, results: Mapping[str, Any]) -> tuple[Again | None, dict[str, Any]]:
    """Return what is to be computed once more, and the results with those that have a value only so, null at first."""
    graph = Graph(lacks=True)
    found = results_of(job, graph, inputs, states_of(job, graph, inputs))
    known = Known(graph)
    wanted: dict[str, Any] = {}
    for name, value in found.items():
        old = results.get(name, Missing())
        if not job.keeps(name) or not name.startswith(_STATES) or not isinstance(value, Symbol) or not _may_lack(old):
            continue
        if name.startswith("saved."):
            before, after = (found.get(name.replace("saved.", f"{state}.", 1)) for state in ("baseline", "reporting"))
            whole = known.difference(value, before, after)
        else:
            whole = known.whole(value)
        there = (
            not isinstance(old, Missing) or known.could(value) or (name.startswith("saved.") and known.partly(value))
        )
        if whole is not value and there:
            wanted[name] = whole
    if not wanted:
        return None, dict(results)
    fillable = Fillable(graph)
    hopes = {name: fillable.where(found[name]) for name in wanted}
    nothing = nw.lit(None).cast(nw.Float64)
    every = {name: results.get(name, nothing) for name in found if name in results or name in wanted}
    return Again(graph, wanted, {name: hope for name, hope in hopes.items() if hope is not False}), {**every, **results}


def _may_lack(value: Any) -> bool:
    return isinstance(value, Missing) or (isinstance(value, Symbol) and value.nullable)
