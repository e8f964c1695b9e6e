"""The states of the process that a table holds: before, after the measure of each row, and as reported."""

from __future__ import annotations

from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.assessment.tables.columns import (
    MEASURE,
    Column,
    baseline_of,
    given_in,
    reporting_of,
    unknown_in,
    unused_before,
)
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.measures import Retrofits, retrofits_of, retrofitted, with_lines
from ecdcalc.model.plant import on_basis
from ecdcalc.model.process import Process
from ecdcalc.numbers.partly import words
from ecdcalc.numbers.symbols import Graph, Symbol

CLOSED, NEW = "closed", "new"
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_YES, _NO = ("true", "1"), ("false", "0", "")


@frozen
class Truth:
    """The column `closed` or `new`: true, false or empty; a closing may also be given by its date."""

    name: str
    kind: Any

    def holds(self, graph: Graph) -> Symbol:
        """Return whether it is so, null nowhere."""
        here = nw.col(self.name)
        if self.kind == nw.Boolean:
            found = here.fill_null(False)
        elif self.kind == nw.String:
            found = ~here.is_null() & ~here.str.to_lowercase().is_in(_NO)
        else:
            found = ~here.is_null()
        return graph.column(found, self.name, "holds", nullable=False)

    def odd(self, graph: Graph) -> Symbol:
        """Return whether a cell holds something else."""
        here = nw.col(self.name)
        if self.kind == nw.String:
            known = here.str.to_lowercase().is_in([*_YES, *_NO])
            fits = known | here.str.contains(_DATE) if self.name == CLOSED else known
        else:
            fits = nw.lit(self.kind in (nw.Boolean, nw.Date, nw.Datetime))
        return graph.column(~here.is_null() & ~fits, self.name, "odd", nullable=False)


@frozen
class Inputs:
    """The columns of a table that are inputs: of the process, of its measures, and what becomes of it."""

    columns: tuple[Column, ...]
    measured: bool = False
    carriers: bool = False
    """Whether a column says which carrier the measure of a row saves."""
    parameters: tuple[Column, ...] = ()
    closed: Truth | None = None
    new: Truth | None = None


@frozen
class States:
    """One process of symbols in each of its states."""

    baseline: Process
    retrofitted: Process
    reporting: Process
    retrofits: Retrofits | None = None


def states_of(job: Job, graph: Graph, inputs: Inputs) -> States:
    """Return the states of the process; its numbers are symbols of the columns of the table."""
    given = given_in(graph, inputs.columns, reporting=False)
    reported = given_in(graph, inputs.columns, reporting=True)
    given = {**given, **unused_before(given, reported)}
    unknown = unknown_in(graph)
    baseline = on_basis(baseline_of(job.process, given, job.context, unknown), job.basis)
    state, retrofits = baseline, None
    if inputs.measured:
        baseline, named = with_lines(job, baseline, unknown), words(graph, nw.col(MEASURE), MEASURE)
        retrofits = retrofits_of(job, named, baseline, given, inputs.parameters, carriers=inputs.carriers)
        state, given = retrofitted(job, baseline, given, retrofits)
    reporting = reporting_of(state, job.context, given, reported, unknown) if reported else state
    return States(baseline, state, on_basis(reporting, job.basis), retrofits)
