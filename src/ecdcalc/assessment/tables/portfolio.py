"""The door for tables: a frame in, the same kind of frame out, each row by the sector and process that it names."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import narwhals as nw

from ecdcalc.assessment.tables.checks import REFUSAL
from ecdcalc.assessment.tables.job import as_pattern, job_of
from ecdcalc.assessment.tables.program import OutsideEngineError, Portfolio, Program, joined, program
from ecdcalc.model.sector import sector as find_sector
from ecdcalc.numbers.expressions import is_eager
from ecdcalc.reference.defaults import Context
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near

KEYS = ("sector", "process", "year", "province")
"""The columns that tell, row by row, what the call says for all rows; a word of the call fills the empty cells."""
OPTIONS = ("plan", "basis", "units", "lang", "strict", "prices", "columns", "native")
"""What a call may say beside the columns and what `Context` has."""
_ORDER = "__ecdcalc_order__"
_PLACE = "__ecdcalc_place__"


def portfolio(frame: Any, *, sector: str = "", process: str = "", native: bool = False, **options: Any) -> Portfolio:
    """Assess every row of a frame as one process, before and after.

    `frame` is a Polars frame (eager or lazy), a pandas frame, a PyArrow table, a DuckDB relation or a PySpark frame;
    results and rejects come back as the same kind. pandas and PyArrow rows are computed by Polars, since to NumPy
    what is missing is no different from what is no number; so are those of a DuckDB relation that needs properties of
    steam, which DuckDB cannot look up. Of a PySpark frame each partition is computed by Polars where it lies, so that
    ecdcalc must be installed on the workers; where it may not be, `native` makes expressions of Spark's own, which
    refuse what needs properties of steam.
    Columns are inputs by their path, with the unit in the header or in `units`.
    Sector and process of each row may stand in columns of that name, year and province too.

    Options: `year`, `province`, `plan`, `basis` ("calorific" or "primary"), `units` (by column), `lang` (of the
    reasons), `strict` (rows that would be warned of are set aside), `prices` (a file or dictionary with the tables
    `prices` and `economics`: bills and money saved of each row), `columns` (names or patterns such as "saved.*" of the
    columns that come back; all where none is named), and what else `Context` has: electricity_year,
    grid_year, coal_edition, co2_guide, factors, limits, measures (the user's own).

    Raises `InputError` for columns that cannot be used; single rows never raise.
    """
    _check_options(options)
    words = {"sector": sector, "process": process, **options}
    rows, given = Rows(words), nw.from_native(frame)
    if given.implementation.is_spark_like() and not native:
        from ecdcalc.assessment.tables.partitions import in_partitions

        return Portfolio(*in_partitions(given.to_native(), words, Rows, KEYS))
    if not is_eager(given) or given.implementation.is_polars():
        try:
            answer = rows.assess(given)
            return Portfolio(answer.results.to_native(), answer.rejects.to_native())
        except OutsideEngineError:
            if not given.implementation.is_duckdb():
                raise
    held = given if is_eager(given) else given.collect("polars")
    answer = rows.assess(nw.from_native(held.to_polars()).with_row_index(_PLACE))
    return Portfolio(_like(given, answer.results), _like(given, answer.rejects))


def _check_options(options: Mapping[str, Any]) -> None:
    """Refuse a word that is no option, with the nearest that is."""
    known = ["sector", "process", "native", *OPTIONS, *(each.name for each in attrs.fields(Context))]
    problems = [
        Problem(name, "option-unknown", {"near": near(name, known) or ", ".join(known)})
        for name in options
        if name not in known
    ]
    if problems:
        raise InputError(problems)


def _like(given: Any, answer: Any) -> Any:
    """Return what Polars has computed as the kind of frame that was given, pandas with its index."""
    if given.implementation.is_duckdb():
        import duckdb

        return duckdb.from_arrow(answer.drop(_PLACE).to_arrow())
    made = nw.from_arrow(answer.drop(_PLACE).to_arrow(), backend=given.implementation).to_native()
    if given.implementation.is_pandas_like():
        made.index = given.to_native().index[answer[_PLACE].to_numpy()]
    return made


class Rows:
    """What to do with the rows of one table, frame by frame: the programs are made once and kept."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = dict(words)
        self._programs: dict[tuple[Any, ...], Program] = {}

    def assess(self, frame: Any) -> Portfolio:
        """Return results and rejects of a Narwhals frame, as Narwhals frames; rows that are held keep their order."""
        told = self._told(frame)
        if not told:
            return self._program(frame, {}).run(frame)
        ordered = frame.with_row_index(_ORDER) if is_eager(frame) else frame
        answers = [*self._by_words(ordered, told)]
        return Portfolio(*(_in_order(joined([*each])) for each in zip(*answers, strict=True)))

    def shape(self, frame: Any) -> dict[str, Any]:
        """Return the columns of the results, with their kinds, for all that the rows of a lazy Polars frame say."""
        empty = frame.head(0).collect()
        told = self._told(empty)
        ordered = empty.with_row_index(_ORDER) if told else empty
        found: dict[str, Any] = {}
        for said in _distinct(frame, told) if told else [{}]:
            try:
                found |= self._program(ordered, _words(said)).run(ordered).results.to_native().schema
            except EcdcalcError:
                if not told:
                    raise
        found.pop(_ORDER, None)
        asked = self._words.get("columns", ())
        if lost := [each for each in asked if found and not fnmatch.filter(found, as_pattern(each))]:
            names = [*Rows({**self._words, "columns": ()}).shape(frame)]
            some = ", ".join(dict.fromkeys(f"{name.partition('.')[0]}.*" for name in names if "." in name))
            raise InputError(
                [
                    Problem("columns", "columns-none", {"found": each, "near": near(each, names) or some})
                    for each in lost
                ]
            )
        return found or dict(empty.to_native().schema)

    def _told(self, frame: Any) -> list[str]:
        """Return which keys the rows say themselves. Raises `InputError` for columns that cannot be used."""
        names = frame.collect_schema().names()
        told = [key for key in KEYS if key in names]
        lacking = [key for key in self._needed() if not self._words.get(key) and key not in told]
        if lacking:
            raise InputError([Problem(key, "table-which", {"option": f"--{key}"}) for key in lacking])
        if told and not set(told) & {"sector", "process"}:
            self._program(frame, {})  # columns that cannot be used are a mistake of the table, not of its rows
        return told

    def _needed(self) -> tuple[str, ...]:
        """Return what has to be said of each row: of a sector with one process the process goes without saying."""
        sector = self._words.get("sector")
        return ("sector",) if sector and len(find_sector(sector).processes) == 1 else ("sector", "process")

    def _by_words(self, frame: Any, told: list[str]) -> Iterator[tuple[Any, Any]]:
        """Yield results and rejects of the rows that say the same."""
        for said, rows in _alike(frame, told):
            try:
                answer = self._program(rows, _words(said)).run(rows)
            except OutsideEngineError:
                raise
            except EcdcalcError as error:
                yield frame.head(0), self._aside(rows, said, error)
            else:
                yield answer.results, answer.rejects

    def _program(self, frame: Any, words: Mapping[str, Any]) -> Program:
        key = (is_eager(frame), *words.items(), *frame.collect_schema().items())
        if key not in self._programs:
            self._programs[key] = program(job_of(**{**self._words, **words}), frame)
        return self._programs[key]

    def _aside(self, rows: Any, said: Mapping[str, Any], error: EcdcalcError) -> Any:
        """Return rows that no program takes, with the reason."""
        problem = error.problems[0] if isinstance(error, InputError) else Problem("", error.key, error.values)
        column = problem.place if problem.place in said else ", ".join(said)
        found = ", ".join(str(value) for value in said.values())
        words = (column, found, problem.say(self._words.get("lang", "en")))
        return rows.with_columns(**{name: nw.lit(word) for name, word in zip(REFUSAL, words, strict=True)})


def _alike(frame: Any, told: list[str]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield the rows that say the same, with what they say."""
    if is_eager(frame):
        parts = frame.to_native().partition_by(told, as_dict=True)
        yield from ((dict(zip(told, key, strict=True)), nw.from_native(rows)) for key, rows in parts.items())
        return
    for said in _distinct(frame, told):
        yield said, frame.filter(*(_is(key, value) for key, value in said.items()))


def _distinct(frame: Any, told: list[str]) -> list[dict[str, Any]]:
    """Return all that the rows of a query say; of files, without holding them."""
    engine = {"engine": "streaming"} if frame.implementation.is_polars() else {}
    found = frame.select(*told).unique().collect(**engine)
    return sorted(found.rows(named=True), key=lambda row: [str(value) for value in row.values()])


def _is(key: str, value: Any) -> nw.Expr:
    return nw.col(key).is_null() if value is None else nw.col(key) == value


def _words(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the rows say themselves; an empty cell says nothing."""
    return {key: _word(key, value) for key, value in said.items() if value not in (None, "")}


def _word(key: str, value: Any) -> Any:
    if key != "year":
        return str(value)
    try:
        return int(value)
    except ValueError:
        raise InputError([Problem("year", "not-a-year", {"found": str(value)[:40]})]) from None


def _in_order(frame: Any) -> Any:
    return frame.sort(_ORDER).drop(_ORDER) if _ORDER in frame.collect_schema().names() else frame
