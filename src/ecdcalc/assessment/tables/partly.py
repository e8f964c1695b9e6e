"""Rows that lack an input: what is known of them nevertheless, as a plant file knows it.

What cancels between two states is not needed, and zero times an unknown is zero. Null cannot tell, so the rows with an
output that is null are computed once more, on symbols that know what they are made of (`numbers/partly.py`). Polars
does so, part by part where it runs a query; for other engines the steps are too many, and their rows stay null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import Inputs, states_of
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.fillable import Fillable
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.partly import Known
from ecdcalc.numbers.symbols import Graph, Symbol

_MOST = 16
"""Sets of results for which steps are kept; after that, those of all results are taken."""
_STATES = ("baseline.", "reporting.", "saved.")


class Again:
    """Results to compute once more where they are null and might be known.

    `wanted` are what is known of each, `hopes` in which rows that may be more than nothing, by the names under which
    the results are held.
    """

    def __init__(self, graph: Graph, wanted: Mapping[str, Any], hopes: Mapping[str, Any]) -> None:
        self._graph, self._wanted, self._hopes = graph, wanted, hopes
        self._made: dict[tuple[str, ...], tuple[Steps, Steps]] = {}

    def under(self, names: Mapping[str, str]) -> Again:
        """Return it for results that are held under other names."""
        wanted, hopes = ({names[name]: each for name, each in of.items()} for of in (self._wanted, self._hopes))
        return Again(self._graph, wanted, hopes)

    def filled(self, rows: Any, results: Any) -> Any:
        """Return results that are held, of Polars, with what is known of the rows that lack something."""
        null = {name: results[name].is_null() for name in self._hopes}
        lacks = _any(null)
        if not lacks.any():
            return results
        some, places = rows.filter(lacks), lacks.arg_true()
        hopes = self._hoped(some, {name: each.filter(lacks) for name, each in null.items() if each.any()})
        names, here = [name for name, each in hopes.items() if each.any()], _any(hopes)
        if not names:
            return results
        places = places.filter(here)
        _, steps = self._steps(names)
        made, old = steps.made(some.filter(here)), results[places]
        return results.with_columns(
            results[name].scatter(places, old[name].zip_with(old[name].is_not_null(), made[name])) for name in names
        )

    def _hoped(self, rows: Any, null: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return which of the nulls may be known; all of them where to look costs about as much as to compute."""
        look, compute = self._steps([*null])
        if 2 * len(look) > len(compute):
            return null
        found = look.made(rows)
        return {name: each & found[name].fill_null(False) for name, each in null.items()}

    def _steps(self, names: Sequence[str]) -> tuple[Steps, Steps]:
        """Return the steps that look where some results may be known, and those that compute them; each made once."""
        key = (*names,) if (*names,) in self._made or len(self._made) < _MOST else (*self._hopes,)
        if key not in self._made:
            look, compute = ({name: of[name] for name in key} for of in (self._hopes, self._wanted))
            self._made[key] = Steps(self._graph, look), Steps(self._graph, compute)
        return self._made[key]

    def fill(self, frame: Any) -> Any:
        """Return a query that fills each part of the rows when it is there; those of other engines as they are."""
        if not frame.implementation.is_polars():
            return frame
        query = frame.to_native()
        filled = query.map_batches(lambda rows: self.filled(rows, rows), streamable=True, schema=query.collect_schema())
        return nw.from_native(filled)


def _any(truths: Mapping[str, Any]) -> Any:
    import polars

    return polars.select(polars.any_horizontal(*truths.values())).to_series()


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
    hopes = {name: hope for name, hope in hopes.items() if hope is not False}
    return Again(graph, {name: wanted[name] for name in hopes}, hopes) if hopes else None, {**every, **results}


def _may_lack(value: Any) -> bool:
    return isinstance(value, Missing) or (isinstance(value, Symbol) and value.nullable)
