"""One process on the columns of a table: made once from the job and the columns, then run on any frame of that form.

No formula is written a second time: the process classes hold Narwhals expressions in the place of numbers, so
the same bodies run in Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark. Rows whose inputs cannot be
used are set aside with the reason; rows in = rows out + rows set aside.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from typing import Any

import narwhals as nw
from attrs import evolve, frozen

from ecdcalc.assessment.tables.checks import REFUSAL, Usable, cell_refusals, first, law_refusals, row_refusals
from ecdcalc.assessment.tables.columns import MEASURE, Column
from ecdcalc.assessment.tables.doubts import WARNINGS, doubted, doubts_of, perhaps, words_of
from ecdcalc.assessment.tables.headers import read_columns
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.measures import CARRIER, fitting, read_parameters
from ecdcalc.assessment.tables.partly import Again, again
from ecdcalc.assessment.tables.results import results_of
from ecdcalc.assessment.tables.states import CLOSED, NEW, Inputs, Truth, states_of
from ecdcalc.equations import properties
from ecdcalc.numbers.expressions import Steps, is_eager
from ecdcalc.numbers.extents import Extents, Held, is_of_column
from ecdcalc.numbers.row_words import any_of
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.read.words import carrier_words, option_words
from ecdcalc.words.errors import InputError, Problem
from ecdcalc.words.meaning import Words, key_of, spoken

_RESULT = "__ecdcalc_result_{}"
_TEXTS = (nw.String, nw.Categorical, nw.Enum)
"""What holds words; an empty column of any other kind says nothing."""
_BAD, _ODD = "__ecdcalc_bad__", "__ecdcalc_odd__"
_NUMBERS = "__ecdcalc_numbers_{}__"
_DOUBT, _PERHAPS, _WORDS = "__ecdcalc_doubt__", "__ecdcalc_perhaps__", "__ecdcalc_warnings__"


class OutsideEngineError(InputError):
    """The engine of the frame cannot call the library that the process needs."""


@frozen
class Portfolio:
    """The answer for a table: results and rows set aside, as frames of the same kind as the input."""

    results: Any
    rejects: Any


class Program:
    """What to do with every frame that has the columns `held` (name in the table: name under which it is held).

    `asked` is what each step asks of the graph; its expressions are made when the step is first taken, since most
    tables have no row to set aside. `names` are the columns of the results and what they are called in between.
    """

    def __init__(
        self,
        held: Mapping[str, str],
        names: Mapping[str, str],
        graph: Graph,
        asked: Mapping[str, Mapping[str, Any]],
        usable: Usable,
        hints: Sequence[Symbol],
        keeps: Callable[[str], bool],
        partly: Again | None,
        words_of: Callable[[], Iterable[tuple[str, Words]]],
        lang: str,
    ) -> None:
        self._kept, self._names, self._graph, self._asks = held, names, graph, asked
        self._usable, self._hints, self._keeps, self._partly = usable, hints, keeps, partly
        self._words_of, self._lang = words_of, lang
        self._texts = {each.name: each.numbers for each in usable.columns if each.numbers}
        self._made: dict[object, Steps] = {}

    def step(self, name: str) -> Steps:
        """Return a step: to mark rows, to refuse, assess, accuse or warn."""
        if name not in self._made:
            self._made[name] = Steps(self._graph, self._asks[name])
        return self._made[name]

    def _whether(self, truths: Sequence[Symbol], frame: Any) -> Any:
        """Return in which rows that are held one of some truths holds, never null; the steps to tell are kept."""
        key = tuple(each.order for each in truths)
        if key not in self._made:
            self._made[key] = Steps(self._graph, {_ODD: any_of(self._graph, truths)})
        return self._made[key].made(frame)[_ODD].fill_null(False)

    def run(self, frame: Any) -> Portfolio:
        """Return results and rejects of a Narwhals frame, as Narwhals frames; one that is held is of Polars."""
        return self._held(frame.to_native()) if is_eager(frame) else self._asked(frame)

    def _held(self, frame: Any) -> Portfolio:
        """Answer for rows that are held; columns are put together without another query."""
        import polars

        from ecdcalc.assessment.tables.cells import with_numbers
        from ecdcalc.assessment.tables.near_words import with_near

        given, frame = frame.columns, with_numbers(frame, self._texts)
        held, rejects = Held(frame), []
        frame, odd = self._odd(frame, held)
        if odd is not None:
            refused = self._refused("refuse", frame.filter(odd))
            rejects.append(with_near(self._lang, self._usable.columns, refused))
            frame = frame.filter(~odd)
        made = self.step("assess").made(frame)
        if _BAD in made.columns and made[_BAD].any():
            bad = made[_BAD].fill_null(False)
            rejects.append(self._refused("accuse", frame.filter(bad)))
            frame, made = frame.filter(~bad), made.filter(~bad)
        words = self._words(frame, made, held)
        if self._partly is not None:
            made = self._partly.filled(frame, made, held)
        found = {**{each.name: each for each in made.get_columns()}, _WORDS: words}
        taken = {name.casefold() for name in self._names}
        columns = [frame[name] for name in given if name.casefold() not in taken and self._keeps(name)]
        results = polars.DataFrame([*columns, *(found[held].alias(name) for name, held in self._names.items())])
        none = [polars.Series(name, [], polars.String) for name in REFUSAL]
        aside = polars.concat(rejects, how="diagonal") if rejects else frame.select(given).clear().hstack(none)
        return Portfolio(nw.from_native(results), nw.from_native(aside))

    def _odd(self, frame: Any, held: Held) -> tuple[Any, Any]:
        """Return the frame with keys for words, and which of its rows cannot be used; None where all can."""
        unsure = self._usable.unsure(held)
        odd = self._whether(unsure, frame) if unsure else None
        if odd is None or not odd.any():
            return frame, None
        keyed = _in_keys(nw.from_native(frame), self._words_of()).to_native()  # most tables have keys, not words
        odd = odd if keyed is frame else self._whether(unsure, keyed)
        return keyed, odd if odd.any() else None

    def _refused(self, step: str, rows: Any) -> Any:
        return self.step(step).apply(nw.from_native(rows)).to_native().drop(self._texts.values())

    def _words(self, frame: Any, made: Any, held: Held) -> Any:
        """Return the warnings of each row that is held, null where it has none; of the others nothing is read."""
        import polars

        nothing = polars.repeat(None, made.height, dtype=polars.String, eager=True)
        if "warn" not in self._asks:
            return nothing
        extents = Extents(self._graph, held)
        hints = [each for each in self._hints if extents.may_hold(each)]
        truths = [made[_DOUBT].fill_null(False)] if _DOUBT in made.columns else []
        truths += [self._whether(hints, frame)] if hints else []
        if _PERHAPS in made.columns and (here := made[_PERHAPS].fill_null(False)).any():
            found = self.step("look").made(frame, here)[_DOUBT]
            truths.append(here.scatter(here.arg_true(), found.fill_null(False)))
        doubted = reduce(operator.or_, truths) if truths else nothing.is_not_null()
        if not doubted.any():
            return nothing
        return nothing.scatter(doubted.arg_true(), self.step("warn").made(frame.filter(doubted))[_WORDS])

    def _asked(self, frame: Any) -> Portfolio:
        """Answer for a query: what is asked of the engine is asked in two, so that nothing is computed of bad rows."""
        keyed = _in_keys_of_query(_holding(frame, self._kept), self._words_of())
        good, bad = _split(self.step("mark").apply(keyed))
        rejects = [self.step("refuse").apply(bad)]
        answer = self.step("assess").apply(good)
        if "accuse" in self._asks:
            answer, bad = _split(answer)
            rejects.append(self.step("accuse").apply(bad.select(*self._kept.values())))
        answer = _told(self.step("warn") if "warn" in self._asks else None, answer)
        if self._partly is not None:
            answer = self._partly.fill(answer)
        taken = {name.casefold() for name in self._names}  # DuckDB and Spark do not tell COD from cod
        kept = {name: held for name, held in self._kept.items() if name.casefold() not in taken and self._keeps(name)}
        return Portfolio(
            _named(answer, {**kept, **self._names}),
            _named(joined(rejects), {**self._kept, **{name: name for name in REFUSAL}}),
        )


def _words_of(job: Job, inputs: Inputs) -> Iterator[tuple[str, Words]]:
    """Yield the words that may stand for keys in columns: of choices, of measures, of the carriers that they save."""
    for each in inputs.columns:
        if each.field.kind == "choice":
            yield each.held or each.name, option_words(each.field)
    if inputs.measured:
        yield MEASURE, {each.id: (each.row.zh, each.row.en) for each in fitting(job)}
    if inputs.carriers:
        yield CARRIER, carrier_words()


def _in_keys(frame: Any, found: Iterable[tuple[str, Words]]) -> Any:
    """Return a frame with keys in the place of the words that stand for them; what is neither stays as it is."""
    for name, known in found:
        if frame[name].dtype not in _TEXTS:
            continue
        words = {each for each in frame[name].unique().to_list() if each is not None} - {*known}
        keys = {word: key for word in sorted(words) if isinstance(key := key_of(word, [known]), str)}
        if keys:
            here = nw.col(name).cast(nw.String)
            frame = frame.with_columns(here.replace_strict(keys, default=here, return_dtype=nw.String).alias(name))
    return frame


def _in_keys_of_query(frame: Any, found: Iterable[tuple[str, Words]]) -> Any:
    """Return a query with keys in the place of words as they are printed: its cells are not known here."""
    schema = frame.collect_schema()
    texts = ((nw.col(name).cast(nw.String), known) for name, known in found if schema[name] in _TEXTS)
    return frame.with_columns(
        here.str.to_lowercase().replace_strict(spoken(known), default=here, return_dtype=nw.String).name.keep()
        for here, known in texts
    )


def program(job: Job, frame: Any) -> Program:
    """Make the program of a job for frames like this one. Raises `InputError` for columns that cannot be used."""
    schema = frame.collect_schema()
    held = _held(frame, schema.names())
    inputs = _inputs(job, schema, held, read=is_eager(frame))
    graph = Graph()
    states = states_of(job, graph, inputs)
    rows = [*row_refusals(job, graph, inputs, states)]
    doubts = doubts_of(job, graph, inputs, states)
    laws = [*law_refusals(job, states), *(doubts if job.strict else ())]
    results = {name: each for name, each in results_of(job, graph, inputs, states).items() if job.keeps(name)}
    partly, results = again(job, inputs, results)
    names = {name: _RESULT.format(number) for number, name in enumerate(results)}
    wanted = {names[name]: each for name, each in results.items()}
    if laws:
        wanted[_BAD] = any_of(graph, [each.holds for each in laws])
    names |= {WARNINGS: _WORDS} if job.keeps(WARNINGS) else {}
    usable = Usable(graph, (*inputs.columns, *inputs.parameters), [each.holds for each in rows])
    asked = {"refuse": first(graph, [*cell_refusals(job, graph, inputs), *rows])}
    if laws:
        asked["accuse"] = first(graph, laws)
    hints: list[Symbol] = []
    if doubts and not job.strict and WARNINGS in names:
        asked["warn"] = {_WORDS: words_of(graph, doubts)}
        here = is_eager(frame)
        rare = [each for each in doubts if here and each.only is not None]
        unusual = doubted(each for each in doubts if not here or each.only is None)
        hints = [each for each in unusual if here and is_of_column(each)]
        left = [each for each in unusual if not (here and is_of_column(each))]
        wanted |= {_DOUBT: any_of(graph, left)} if left else {}
        wanted |= {_PERHAPS: any_of(graph, perhaps(rare))} if rare else {}
        asked |= {"look": {_DOUBT: any_of(graph, doubted(rare))}} if rare else {}
    asked |= {"mark": {_BAD: usable.odd()}, "assess": wanted}
    again_under = partly and partly.under(names)
    words = partial(_words_of, job, inputs)
    made = Program(held, names, graph, asked, usable, hints, job.keeps, again_under, words, job.lang)
    if any(made.step(name).leave_engine for name in ("mark", "assess")):
        _check_library(job, frame)
    return made


def _check_library(job: Job, frame: Any) -> None:
    """Raise `InputError` where properties of steam are needed that cannot be looked up here."""
    place, engine = job.process.about.key, frame.implementation
    if not engine.is_polars():
        raise OutsideEngineError([Problem(place, "table-library", {"engine": engine.value})])
    if not properties.available():
        raise InputError([Problem(place, "physics-extra", {})])


def _inputs(job: Job, schema: Mapping[str, Any], held: Mapping[str, str], *, read: bool) -> Inputs:
    """Return the inputs that a table has; `read`: numbers that it holds as text are read before anything else."""
    columns, problems = read_columns(job.process, held, job.units)
    problems += [*_odd_kinds(columns, schema)]
    parameters, more = read_parameters(job, held)
    if problems or more:
        raise InputError([*problems, *more])

    def placed(found: Sequence[Column]) -> tuple[Column, ...]:
        texts = [each.unit is not None and schema[each.name] == nw.String for each in found]
        return tuple(
            evolve(each, text=text, held=held[each.name], numbers=_NUMBERS.format(each.name) if text and read else "")
            for each, text in zip(found, texts, strict=True)
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


def _told(warn: Steps | None, answer: Any) -> Any:
    """Return the results with the warnings of each row."""
    if warn is None:
        return answer.with_columns(nw.lit(None).cast(nw.String).alias(_WORDS))
    told = nw.when(nw.col(_DOUBT)).then(nw.col(_WORDS))
    return warn.apply(answer).with_columns(told.alias(_WORDS)).drop(_DOUBT)


def _split(marked: Any) -> tuple[Any, Any]:
    """Return the rows that are not marked bad, and those that are."""
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
