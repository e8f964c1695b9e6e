"""Rows that lack an input: what is known of them nevertheless, as a plant file knows it.

What cancels between two states is not needed, and zero times an unknown is zero. Null cannot tell, so the rows with an
output that is null are computed once more, on symbols that know what they are made of (`numbers/partly.py`). Polars
does so, part by part where it runs a query; for other engines the steps are too many, and their rows stay null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import Inputs, states_of
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.partly import Known
from ecdcalc.numbers.symbols import Graph, Symbol

_AGAIN = "__ecdcalc_again_{}"
_STATES = ("baseline.", "reporting.", "saved.")


@frozen
class Again:
    """Results to compute once more where they are null: the steps, and under which names the results are held."""

    steps: Steps
    held: Mapping[str, str]

    def under(self, names: Mapping[str, str]) -> Again:
        """Return it for results that are held under other names."""
        return Again(self.steps, {names[name]: again for name, again in self.held.items()})

    def filled(self, rows: Any, results: Any) -> Any:
        """Return results that are held, of Polars, with what is known of the rows that lack something."""
        import polars

        lacks = results.select(polars.any_horizontal(polars.col(name).is_null() for name in self.held)).to_series()
        if not lacks.any():
            return results
        made, old, places = self.steps.made(rows.filter(lacks)), results.filter(lacks), lacks.arg_true()
        return results.with_columns(
            results[name].scatter(places, old[name].zip_with(old[name].is_not_null(), made[again]))
            for name, again in self.held.items()
        )

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
    held = {name: _AGAIN.format(number) for number, name in enumerate(wanted)}
    steps = Steps(graph, {held[name]: each for name, each in wanted.items()})
    nothing = nw.lit(None).cast(nw.Float64)
    every = {name: results.get(name, nothing) for name in found if name in results or name in wanted}
    return Again(steps, held), {**every, **results}


def _may_lack(value: Any) -> bool:
    return isinstance(value, Missing) or (isinstance(value, Symbol) and value.nullable)
