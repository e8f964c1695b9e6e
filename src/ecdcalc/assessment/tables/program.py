"""One process on the columns of a table: made once from the job and the columns, then run on any frame of that form.

No formula is written a second time: the process classes hold Narwhals expressions in the place of numbers, so
the same bodies run in Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark. Rows whose inputs cannot be
used are set aside with the reason; rows in = rows out + rows set aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import evolve, field, frozen

from ecdcalc.assessment.tables.checks import REFUSAL, cell_refusals, first, law_refusals, row_refusals, usable
from ecdcalc.assessment.tables.columns import MEASURE, Column, read_columns
from ecdcalc.assessment.tables.doubts import WARNINGS, doubted, doubts_of, words_of
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.measures import CARRIER, read_parameters
from ecdcalc.assessment.tables.partly import Again, again
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import CLOSED, NEW, Inputs, Truth, states_of
from ecdcalc.equations import properties
from ecdcalc.model.process import Field
from ecdcalc.numbers.expressions import Steps, is_eager
from ecdcalc.numbers.symbols import Graph
from ecdcalc.read.words import option_words
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.meaning import key_of

_RESULT = "__ecdcalc_result_{}"
_BAD = "__ecdcalc_bad__"
_DOUBT, _WORDS = "__ecdcalc_doubt__", "__ecdcalc_warnings__"


class OutsideEngineError(InputError):
    """The engine of the frame cannot call the library that the process needs."""


@frozen
class Portfolio:
    """The answer for a table: results and rows set aside, as frames of the same kind as the input."""

    results: Any
    rejects: Any


@frozen
class Program:
    """What to do with every frame that has the columns `held` (name in the table: name under which it is held)."""

    held: Mapping[str, str]
    names: Mapping[str, str]
    mark: Steps
    refuse: Steps
    assess: Steps
    accuse: Steps | None
    warn: Steps | None = None
    partly: Again | None = None
    choices: Mapping[str, Field] = field(factory=dict)
    """The columns of choices, by the name under which they are held."""

    def run(self, frame: Any) -> Portfolio:
        """Return results and rejects of a Narwhals frame, as Narwhals frames."""
        good, bad = _split(self._marked(_holding(frame, self.held)))
        rejects = [_refused(self.refuse, bad)]
        answer = _applied(self.assess, good)
        if self.accuse is not None:
            answer, bad = _split(answer)
            rejects.append(_refused(self.accuse, bad.select(*self.held.values())))
        answer = _told(self.warn, answer)
        if self.partly is not None:
            answer = self.partly.fill(answer)
        taken = {name.casefold() for name in self.names}  # DuckDB and Spark do not tell COD from cod
        kept = {name: held for name, held in self.held.items() if name.casefold() not in taken}
        return Portfolio(
            _named(answer, {**kept, **self.names}),
            _named(joined(rejects), {**self.held, **{name: name for name in REFUSAL}}),
        )

    def _marked(self, frame: Any) -> Any:
        """Return the rows with a mark on those that cannot be used, after choices in words are keys.

        Words are looked for only in a frame that is held, and only where some row does not fit: most tables have keys.
        """
        marked = _applied(self.mark, frame)
        if not (is_eager(marked) and marked[_BAD].any()):
            return marked
        keyed = _in_keys(frame, self.choices)
        return marked if keyed is frame else _applied(self.mark, keyed)


def _in_keys(frame: Any, choices: Mapping[str, Field]) -> Any:
    """Return a frame with the keys of choices in the place of their words; what is neither stays as it is."""
    for name, of in choices.items():
        if frame[name].dtype != nw.String:
            continue
        words = {each for each in frame[name].unique().to_list() if each is not None} - {*of.options}
        known = option_words(of)
        keys = {word: key for word in sorted(words) if isinstance(key := key_of(word, [known]), str)}
        if keys:
            here = nw.col(name)
            frame = frame.with_columns(here.replace_strict(keys, default=here, return_dtype=nw.String).alias(name))
    return frame


def program(job: Job, frame: Any) -> Program:
    """Make the program of a job for frames like this one. Raises `InputError` for columns that cannot be used."""
    schema = frame.collect_schema()
    held = _held(frame, schema.names())
    inputs = _inputs(job, schema, held)
    graph = Graph()
    states = states_of(job, graph, inputs)
    rows = [*row_refusals(job, graph, inputs, states)]
    doubts = doubts_of(job, graph, inputs, states)
    laws = [*law_refusals(job, states), *(doubts if job.strict else ())]
    results = results_of(job, graph, inputs, states)
    partly, results = again(job, inputs, results)
    names = {name: _RESULT.format(number) for number, name in enumerate(results)}
    wanted = {names[name]: each for name, each in results.items()}
    if laws:
        broken = graph.call(
            "any", lambda *each: nw.any_horizontal(*each, ignore_nulls=True), *(each.holds for each in laws)
        )
        wanted[_BAD] = broken
    names[WARNINGS] = _WORDS
    warn = None
    if doubts and not job.strict:
        warn = Steps(graph, {_WORDS: words_of(graph, doubts)})
        wanted[_DOUBT] = doubted(graph, doubts)
    mark = Steps(graph, {_BAD: ~usable(graph, inputs, rows)})
    refuse = Steps(graph, first(graph, [*cell_refusals(job, graph, inputs), *rows]))
    assess = Steps(graph, wanted)
    accuse = Steps(graph, first(graph, laws)) if laws else None
    if mark.leave_engine or assess.leave_engine:
        _check_library(job, frame)
    choices = {each.held or each.name: each.field for each in inputs.columns if each.field.kind == "choice"}
    return Program(held, names, mark, refuse, assess, accuse, warn, partly and partly.under(names), choices)


def _check_library(job: Job, frame: Any) -> None:
    """Raise `InputError` where properties of steam are needed that cannot be looked up here."""
    place, engine = job.process.about.key, frame.implementation
    if not engine.is_polars():
        raise OutsideEngineError([Problem(place, "table-library", {"engine": engine.value})])
    if not properties.available():
        raise InputError([Problem(place, "physics-extra", {})])


def _inputs(job: Job, schema: Mapping[str, Any], held: Mapping[str, str]) -> Inputs:
    columns, problems = read_columns(job.process, held, job.units)
    problems += [*_odd_kinds(columns, schema)]
    parameters, more = read_parameters(job, held)
    if problems or more:
        raise InputError([*problems, *more])

    def placed(found: Iterable[Column]) -> tuple[Column, ...]:
        return tuple(
            evolve(each, text=each.unit is not None and schema[each.name] == nw.String, held=held[each.name])
            for each in found
        )

    truths = {name: Truth(name, schema[name]) for name in (CLOSED, NEW) if name in held}
    return Inputs(
        placed(columns), MEASURE in held, CARRIER in held, placed(parameters), truths.get(CLOSED), truths.get(NEW)
    )


def _odd_kinds(columns: Iterable[Column], schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the columns that hold neither numbers nor text: bytes, lists, dates, truths."""
    for each in columns:
        kind = schema[each.name]
        words = kind in (nw.String, nw.Categorical, nw.Enum) or kind == nw.Unknown
        if not (words or (kind.is_numeric() and each.unit is not None)):
            yield Problem(each.name, "column-kind", {"found": str(kind)})


def _applied(steps: Steps, frame: Any) -> Any:
    return steps.beside(frame) if is_eager(frame) else steps.apply(frame)


def _refused(steps: Steps, bad: Any) -> Any:
    """Return rows set aside with the reason; of none there is nothing to find out."""
    if is_eager(bad) and bad.is_empty():
        return bad.with_columns(**dict.fromkeys(REFUSAL, nw.lit(None).cast(nw.String)))
    return steps.apply(bad)


def _told(warn: Steps | None, answer: Any) -> Any:
    """Return the results with the warnings of each row; of a frame that is held, the words only where there are any."""
    nothing = nw.lit(None).cast(nw.String).alias(_WORDS)
    if warn is None:
        return answer.with_columns(nothing)
    if not is_eager(answer):
        told = nw.when(nw.col(_DOUBT)).then(nw.col(_WORDS))
        return warn.apply(answer).with_columns(told.alias(_WORDS)).drop(_DOUBT)
    doubted, answer = answer[_DOUBT].fill_null(False), answer.drop(_DOUBT).with_columns(nothing)
    if not doubted.any():
        return answer
    words = warn.beside(answer.drop(_WORDS).filter(doubted))[_WORDS]
    return answer.with_columns(answer[_WORDS].scatter(doubted.arg_true(), words))


def _split(marked: Any) -> tuple[Any, Any]:
    """Return the rows that are not marked bad, and those that are."""
    if is_eager(marked) and not marked[_BAD].any():
        return marked.drop(_BAD), marked.head(0).drop(_BAD)
    bad = nw.col(_BAD).fill_null(False)
    return marked.filter(~bad).drop(_BAD), marked.filter(bad).drop(_BAD)


def joined(frames: Sequence[Any]) -> Any:
    """Return the frames as one, with the columns of all; empty ones are left out."""
    filled = [each for each in frames if not (is_eager(each) and each.is_empty())] or frames[:1]
    return filled[0] if len(filled) == 1 else nw.concat(filled, how="diagonal")


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
