"""Rows that lack an input: what is known of them nevertheless, as a plant file knows it.

What cancels between two states is not needed, and zero times an unknown is zero. Null cannot tell, so the rows with an
output that is null are computed once more, on symbols that know what they are made of (`numbers/partly.py`). Polars
does so for the rows that need it, part by part where it runs a query; other engines are asked both of every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

import narwhals as nw

from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import Inputs, states_of
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.extents import Extents, Held
from ecdcalc.numbers.fillable import Fillable, Place
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.partly import Known
from ecdcalc.numbers.symbols import Graph, Symbol

_MANY = 400_000
"""Rows from which each place is looked at by itself, in few of them; below, one look at all places is less work."""
_MOST = 16
"""Sets of places and of results for which steps are kept; after that, those of all are taken."""
_KNOWN = "__ecdcalc_known_"
_STATES = ("baseline.", "reporting.", "saved.")


class Again:
    """Results to compute once more where they are null and might be known.

    `wanted` are what is known of each, `places` where an unknown may drop out of it, by the names under which the
    results are held.
    """

    def __init__(self, graph: Graph, wanted: Mapping[str, Any], places: Mapping[str, frozenset[Place]]) -> None:
        self._graph, self._wanted, self._places = graph, wanted, places
        self._made: dict[object, Steps] = {}

    def under(self, names: Mapping[str, str]) -> Again:
        """Return it for results that are held under other names."""
        wanted, places = ({names[name]: each for name, each in of.items()} for of in (self._wanted, self._places))
        return Again(self._graph, wanted, places)

    def filled(self, rows: Any, results: Any, held: Held) -> Any:
        """Return results of rows that are held, of Polars, with what is known of those that lack something.

        `held` are the rows, or more of the same table.
        """
        import polars

        extents = Extents(self._graph, held)
        left = {place for place in frozenset[Place]().union(*self._places.values()) if place.is_open(extents)}
        lacking = [name for name, places in self._places.items() if places & left and results[name].null_count()]
        null = results.select(polars.col(lacking).is_null()).to_dict()
        hopes = {name: each for name, each in self._hopes(rows, null, left).items() if each.any()}
        if not hopes:
            return results
        here = _any(hopes.values())
        made, old, places = self._known([*hopes]).made(rows, here), results.filter(here), here.arg_true()
        return results.with_columns(
            results[name].scatter(places, old[name].zip_with(old[name].is_not_null(), made[name])) for name in hopes
        )

    def _hopes(self, rows: Any, null: Mapping[str, Any], places: Set[Place]) -> dict[str, Any]:
        """Return which of the nulls may be known. A place is looked at where a result is null that hangs on it."""
        groups: dict[tuple[str, ...], list[Place]] = {}
        for place in places:
            hanging = tuple(name for name in null if place in self._places[name])
            if hanging:
                groups.setdefault(hanging if len(rows) > _MANY else (*null,), []).append(place)
        hopes: dict[str, Any] = {}
        for names, group in groups.items():
            somewhere = _any([null[name] for name in names])
            found = self._looked(frozenset(group)).made(rows, somewhere)
            for place in (each for each in group if found[str(each.number)].any()):
                mine = found[str(place.number)].fill_null(False)
                here = _nowhere(len(rows)).scatter(somewhere.arg_true(), mine)
                for name in (name for name in names if place in self._places[name]):
                    hopes[name] = null[name] & (hopes[name] | here if name in hopes else here)
        return hopes

    def _looked(self, places: frozenset[Place]) -> Steps:
        """Return the steps that look at some places, and maybe at more, each made once."""
        every = frozenset[Place]().union(*self._places.values())
        key = places if places in self._made or len(self._made) < _MOST else every
        if key not in self._made:
            self._made[key] = Steps(self._graph, {str(each.number): each.holds for each in key})
        return self._made[key]

    def _known(self, names: Sequence[str]) -> Steps:
        """Return the steps that compute what is known of some results, each made once."""
        key = (*names,) if (*names,) in self._made or len(self._made) < _MOST else (*self._places,)
        if key not in self._made:
            self._made[key] = Steps(self._graph, {name: self._wanted[name] for name in key})
        return self._made[key]

    def fill(self, frame: Any) -> Any:
        """Return a query with what is known of the rows that lack something."""
        return self._in_parts(frame) if frame.implementation.is_polars() else self._in_engine(frame)

    def _in_parts(self, frame: Any) -> Any:
        """Return a query of Polars that fills each part of the rows when it is there."""
        query = frame.to_native()
        filled = query.map_batches(
            lambda rows: self.filled(rows, rows, Held(rows)), streamable=True, schema=query.collect_schema()
        )
        return nw.from_native(filled)

    def _in_engine(self, frame: Any) -> Any:
        """Return a query that computes once more what may be null, and takes the one or the other."""
        names = {name: f"{_KNOWN}{number}" for number, name in enumerate(self._places)}
        both = Steps(self._graph, {held: self._wanted[name] for name, held in names.items()}).apply(frame)
        return both.with_columns(nw.coalesce(name, held).alias(name) for name, held in names.items()).drop(
            *names.values()
        )


def _any(truths: Iterable[Any]) -> Any:
    import polars

    return polars.select(polars.any_horizontal(*truths)).to_series()


def _nowhere(rows: int) -> Any:
    import polars

    return polars.repeat(False, rows, dtype=polars.Boolean, eager=True)


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
    places = {name: found_in for name in wanted if (found_in := fillable.places(found[name]))}
    nothing = nw.lit(None).cast(nw.Float64)
    every = {name: results.get(name, nothing) for name in found if name in results or name in wanted}
    return Again(graph, {name: wanted[name] for name in places}, places) if places else None, {**every, **results}


def _may_lack(value: Any) -> bool:
    return isinstance(value, Missing) or (isinstance(value, Symbol) and value.nullable)
