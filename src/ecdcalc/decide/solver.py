"""Mixed-integer programs in HiGHS: rows in, values out, silent, the same answer each time.

A large program is solved in two goes. The relaxation gives a bound and tells of every column what taking it costs at
least above that bound. The columns that cost least give a good choice; what costs more than lies between that choice
and the bound can be in no better one, and is left out before the proof.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from attrs import frozen

from ecdcalc.words.errors import InputError, Problem

SLACK = 1e-9
_MANY = 400
_CORE = 2
"""Columns of the first go, for each group of which one must be taken."""
_CAREFUL = 1e-7

Term = tuple[int, float]


@frozen
class Row:
    """Terms between two bounds; None is no bound."""

    terms: Sequence[Term]
    low: float | None = None
    high: float | None = None


@frozen
class Task:
    """What is to be made least: a cost for each column and rows; the first `whole` columns are yes or no.

    The others are numbers from nought up.
    """

    cost: Sequence[float]
    rows: Sequence[Row]
    whole: int


@frozen
class Found:
    """The values of the columns, what they come to, the part of it that is not proven, and what each costs at least."""

    values: Sequence[float]
    cost: float
    gap: float
    above: Sequence[float] = ()


def solved(task: Task, seconds: float, gap: float, *, relaxed: bool = False) -> Found | None:
    """Solve a task; None where nothing meets its rows (or nothing was found in time)."""
    highs = solver(seconds, gap)
    _fill(highs, task, 0 if relaxed else task.whole)
    highs.run()
    return _found(highs)


def solved_of(
    places: Sequence[Any], groups: int, make: Callable[[Sequence[Any]], Task], seconds: float, gap: float
) -> tuple[Sequence[Any], Found] | None:
    """Solve the task that `make` makes of yes/no columns; return the columns that were kept, and the answer."""
    if len(places) <= _MANY:
        found = solved(make(places), seconds, gap)
        return None if found is None else (places, found)
    began = time.monotonic()
    relaxation = solved(make(places), seconds, 0.0, relaxed=True)
    if relaxation is None:
        return None
    above = relaxation.above[: len(places)]
    most = sorted(above)[min(_CORE * groups, len(places) - 1)]
    core = [place for place, each in zip(places, above, strict=True) if each <= most]
    first = solved(make(core), seconds, gap)
    if first is not None:
        between = first.cost - relaxation.cost
        if between <= gap * abs(first.cost):
            return core, Found(first.values, first.cost, between / (abs(first.cost) or 1.0))
        slack = between + _CAREFUL * max(abs(first.cost), 1.0)
        places = [place for place, each in zip(places, above, strict=True) if each <= slack]
    left = max(seconds - (time.monotonic() - began), seconds / 10)
    found = solved(make(places), left, gap)
    if found is None:
        return None if first is None else (core, Found(first.values, first.cost, between / (abs(first.cost) or 1.0)))
    return places, found


def infinity() -> float:
    """Return what the solver takes for no bound."""
    import highspy

    return float(highspy.kHighsInf)


def solver(seconds: float, gap: float) -> Any:
    """Return a solver that is silent. Raises `InputError` where the package is not there."""
    try:
        import highspy
    except ImportError:
        raise InputError([Problem("", "decide-extra", {})]) from None
    with _without_banner():
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for option, value in (
        ("time_limit", seconds), ("mip_rel_gap", gap), ("mip_abs_gap", 1e-10), ("mip_feasibility_tolerance", SLACK),
        ("primal_feasibility_tolerance", SLACK), ("threads", 2), ("random_seed", 1), ("mip_detect_symmetry", False),
    ):  # fmt: skip
        highs.setOptionValue(option, value)
    return highs


@contextmanager
def _without_banner() -> Iterator[None]:
    """Keep what the solver prints when it is made away from the standard output: that is for results."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _fill(highs: Any, task: Task, whole: int) -> None:
    import highspy
    import numpy

    none, columns = infinity(), len(task.cost)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, len(task.rows)
    model.col_cost_, model.col_lower_ = numpy.array(task.cost, dtype=float), numpy.zeros(columns)
    model.col_upper_ = numpy.array([1.0] * task.whole + [none] * (columns - task.whole))
    model.row_lower_ = numpy.array([-none if row.low is None else row.low for row in task.rows])
    model.row_upper_ = numpy.array([none if row.high is None else row.high for row in task.rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.cumsum([0, *(len(row.terms) for row in task.rows)]).astype(numpy.int32)
    terms = [term for row in task.rows for term in row.terms]
    model.a_matrix_.index_ = numpy.array([column for column, _ in terms], dtype=numpy.int32)
    model.a_matrix_.value_ = numpy.array([value for _, value in terms], dtype=float)
    if whole:
        integer, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [integer] * whole + [real] * (columns - whole)
    highs.passModel(model)


def _found(highs: Any) -> Found | None:
    import highspy

    status, info = highs.getModelStatus(), highs.getInfo()
    done = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kTimeLimit)
    if status not in done or info.primal_solution_status != 2:
        return None
    answer, gap = highs.getSolution(), float(info.mip_gap)
    return Found(
        answer.col_value, float(info.objective_function_value), gap if math.isfinite(gap) else 0.0, answer.col_dual
    )
