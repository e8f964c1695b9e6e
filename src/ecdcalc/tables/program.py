"""One process on the columns of a table: made once from the job and the columns, then run on any frame of that form.

No formula is written a second time: the process classes hold Narwhals expressions in the place of numbers, so
the same bodies run in Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark. Rows whose inputs cannot be
used are set aside with the reason; rows in = rows out + rows set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import evolve, frozen

from ecdcalc.errors import InputError
from ecdcalc.tables.checks import REFUSAL, cell_refusals, first, law_refusals, row_refusals, usable
from ecdcalc.tables.columns import MEASURE, Column, read_columns
from ecdcalc.tables.job import Job
from ecdcalc.tables.measures import read_parameters
from ecdcalc.tables.results import results_of
from ecdcalc.tables.stages import Stages
from ecdcalc.tables.states import CLOSED, NEW, Inputs, Truth, states_of

_RESULT = "__ecdcalc_result_{}"
_BAD = "__ecdcalc_bad__"


@frozen
class Portfolio:
    """The answer for a table: results and rows set aside, as frames of the same kind as the input."""

    results: Any
    rejects: Any


@frozen
class Program:
    """What to do with every frame that has the columns `held` (name in the table: name under which it is held)."""

    held: Mapping[str, str]
    stages: Stages
    unusable: nw.Expr
    refusal: Mapping[str, nw.Expr]
    results: Mapping[str, nw.Expr]
    breaks: nw.Expr | None
    broken: Mapping[str, nw.Expr]

    def run(self, frame: Any) -> Portfolio:
        """Return results and rejects of a Narwhals frame, as Narwhals frames."""
        frame = _holding(frame, self.held)
        good, bad = _split(self.stages.apply(frame, {_BAD: self.unusable}))
        rejects = [self.stages.apply(bad, self.refusal)]
        names = {name: _RESULT.format(number) for number, name in enumerate(self.results)}
        wanted = {names[name]: each for name, each in self.results.items()}
        if self.breaks is None:
            answer = _applied(self.stages, good, wanted)
        else:
            answer, bad = _split(_applied(self.stages, good, {**wanted, _BAD: self.breaks}))
            rejects.append(self.stages.apply(bad.select(*self.held.values()), self.broken))
        taken = {name.casefold() for name in self.results}  # DuckDB and Spark do not tell COD from cod
        kept = {name: held for name, held in self.held.items() if name.casefold() not in taken}
        return Portfolio(
            _named(answer, {**kept, **names}),
            _named(joined(rejects), {**self.held, **{name: name for name in REFUSAL}}),
        )


def program(job: Job, frame: Any) -> Program:
    """Make the program of a job for frames like this one. Raises `InputError` for columns that cannot be used."""
    schema = frame.collect_schema()
    held = _held(frame, schema.names())
    inputs = _inputs(job, schema, held)
    with Stages() as stages:
        rows = [*row_refusals(job, inputs)]
        unusable = ~usable(inputs, rows)
        states = states_of(job, inputs)
        results = results_of(job, inputs, states)
        laws = [*law_refusals(job, states)]
        refusal = first([*cell_refusals(job, inputs), *rows])
    breaks = nw.any_horizontal(*(each.holds for each in laws), ignore_nulls=True) if laws else None
    return Program(held, stages, unusable, refusal, results, breaks, first(laws))


def _inputs(job: Job, schema: Mapping[str, Any], held: Mapping[str, str]) -> Inputs:
    columns, problems = read_columns(job.process, held, job.units)
    parameters, more = read_parameters(job, held)
    if problems or more:
        raise InputError([*problems, *more])

    def placed(found: Iterable[Column]) -> tuple[Column, ...]:
        return tuple(
            evolve(each, text=each.unit is not None and schema[each.name] == nw.String, held=held[each.name])
            for each in found
        )

    truths = {name: Truth(name, schema[name]) for name in (CLOSED, NEW) if name in held}
    return Inputs(placed(columns), MEASURE in held, placed(parameters), truths.get(CLOSED), truths.get(NEW))


def _applied(stages: Stages, frame: Any, results: Mapping[str, nw.Expr]) -> Any:
    """Return the frame with the results; Polars sees all steps together, as it does in a query of its own."""
    if is_eager(frame) and frame.implementation.is_polars():
        return stages.apply(frame.lazy(), results).collect()
    return stages.apply(frame, results)


def _split(marked: Any) -> tuple[Any, Any]:
    """Return the rows that are not marked bad, and those that are."""
    bad = nw.col(_BAD).fill_null(False)
    none = is_eager(marked) and not marked[_BAD].any()
    return (marked if none else marked.filter(~bad)).drop(_BAD), marked.filter(bad).drop(_BAD)


def joined(frames: Sequence[Any]) -> Any:
    """Return the frames as one, with the columns of all; empty ones are left out."""
    filled = [each for each in frames if not (is_eager(each) and each.is_empty())] or frames[:1]
    return filled[0] if len(filled) == 1 else nw.concat(filled, how="diagonal")


def is_eager(frame: Any) -> bool:
    """Tell whether a Narwhals frame holds its rows, and is not a query."""
    return isinstance(frame, nw.DataFrame)


def _held(frame: Any, names: Sequence[str]) -> dict[str, str]:
    """Return the names under which the columns are held: Spark reads a dot as a field of a field."""
    if not _is_spark(frame):
        return {name: name for name in names}
    return {name: f"__ecdcalc_c{number}__" if "." in name else name for number, name in enumerate(names)}


def _holding(frame: Any, held: Mapping[str, str]) -> Any:
    return nw.from_native(frame.to_native().toDF(*held.values())) if _is_spark(frame) else frame


def _named(frame: Any, names: Mapping[str, str]) -> Any:
    """Return the columns asked for, each under its name, in order."""
    frame = frame.select(*names.values())
    if _is_spark(frame):
        return nw.from_native(frame.to_native().toDF(*names))
    return frame.rename({held: name for name, held in names.items() if held != name})


def _is_spark(frame: Any) -> bool:
    return bool(frame.implementation.is_spark_like())
