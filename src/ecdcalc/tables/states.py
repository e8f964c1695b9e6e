"""The states of the process that a table holds: before, after the measure of each row, and as reported."""

from __future__ import annotations

from typing import Any

import narwhals as nw
from attrs import field, frozen

from ecdcalc.plant import on_basis
from ecdcalc.process import Process
from ecdcalc.tables.columns import Column, baseline_of, given_in, reporting_of
from ecdcalc.tables.job import Job
from ecdcalc.tables.measures import offered, retrofitted, with_lines

CLOSED, NEW = "closed", "new"
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_YES, _NO = ("true", "1"), ("false", "0", "")


@frozen
class Truth:
    """The column `closed` or `new`: true, false or empty; a closing may also be given by its date."""

    name: str
    kind: Any

    @property
    def holds(self) -> nw.Expr:
        """Return whether it is so, null nowhere."""
        here = nw.col(self.name)
        if self.kind == nw.Boolean:
            return here.fill_null(False)
        if self.kind != nw.String:
            return ~here.is_null()
        return ~here.is_null() & ~here.str.to_lowercase().is_in(_NO)

    @property
    def odd(self) -> nw.Expr:
        """Return whether a cell holds something else."""
        here = nw.col(self.name)
        if self.kind != nw.String:
            return ~here.is_null() & nw.lit(self.kind not in (nw.Boolean, nw.Date, nw.Datetime))
        known = here.str.to_lowercase().is_in([*_YES, *_NO])
        return ~here.is_null() & ~(known | here.str.contains(_DATE) if self.name == CLOSED else known)


@frozen
class Inputs:
    """The columns of a table that are inputs: of the process, of its measures, and what becomes of it."""

    columns: tuple[Column, ...]
    measured: bool = False
    parameters: tuple[Column, ...] = ()
    closed: Truth | None = None
    new: Truth | None = None


@frozen
class States:
    """One process of expressions in each of its states, and after each measure that a row can name."""

    baseline: Process
    retrofitted: Process
    reporting: Process
    after: dict[str, Process] = field(factory=dict)


def states_of(job: Job, inputs: Inputs) -> States:
    """Return the states of the process; its numbers are expressions on the columns of the table."""
    given = given_in(inputs.columns, reporting=False)
    measured = given_in(inputs.columns, reporting=True)
    baseline = on_basis(baseline_of(job.process, given, job.context), job.basis)
    after: dict[str, Process] = {}
    state = baseline
    if inputs.measured:
        baseline = with_lines(job, baseline)
        after = offered(job, baseline, given, inputs.parameters)
        state, given = retrofitted(baseline, given, after)
    reporting = reporting_of(state, job.context, given, measured) if measured else state
    reporting = on_basis(reporting, job.basis)
    return States(baseline, state, reporting, after)
