"""From symbols to the expressions of an engine, in as few steps as their dependence takes.

What is used once is written where it is used, what is used more often becomes a column, kept as long as it is needed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import narwhals as nw

from ecdcalc.numbers.row_words import WORDS
from ecdcalc.numbers.symbols import LIBRARY, Graph, Symbol, literal

AGAIN = "again:"
"""How the name of an operation begins that writes what it takes more than once: that becomes a column."""
_PREFIX = "__ecdcalc_{}__"
_DEEPEST = 12
"""How many operations are written into one another before a column is made: engines and readers have limits."""


FEW = 50_000
"""Rows of which no column in between is left before the end."""


class Steps:
    """The expressions that give some results, in the order of their dependence."""

    def __init__(self, graph: Graph, results: Mapping[str, Any]) -> None:
        wanted = [each for each in results.values() if isinstance(each, Symbol)]
        needed, uses = _needed(wanted)
        self._libraries: dict[str, Callable[..., Any]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._levels: dict[int, dict[str, nw.Expr]] = {}
        self._last: dict[str, float] = {}
        self._kept: dict[tuple[str, ...], list[_Call]] = {}
        here: dict[int, nw.Expr] = {}
        built: dict[int, tuple[int, int, frozenset[str]]] = {}  # level, depth, columns that it reads
        for symbol in (each for each in graph.symbols if id(each) in needed):
            inputs = [each for each in symbol.args if isinstance(each, Symbol)]
            level = max((built[id(each)][0] for each in inputs), default=0)
            depth = 1 + max((built[id(each)][1] for each in inputs), default=0)
            reads = frozenset[str]().union(*(built[id(each)][2] for each in inputs))
            expression = symbol.make(*(here[id(each)] if isinstance(each, Symbol) else each for each in symbol.args))
            if uses[id(symbol)] > 1 or depth > _DEEPEST or symbol.op in (LIBRARY, WORDS):
                name = _PREFIX.format(symbol.order)
                self._levels.setdefault(level + 1, {})[name] = expression
                if symbol.op == LIBRARY:
                    self._libraries[name] = graph.libraries[symbol.order]
                if symbol.op == WORDS:
                    self._words[name] = graph.words[symbol.order]
                for each in reads:
                    self._last[each] = max(self._last.get(each, 0), level + 1)
                expression, level, depth, reads = nw.col(name), level + 1, 0, frozenset({name})
            here[id(symbol)], built[id(symbol)] = expression, (level, depth, reads)
        for symbol in wanted:
            self._last |= dict.fromkeys(built[id(symbol)][2], math.inf)
        self.columns = {name: here[id(each)] for name, each in results.items() if isinstance(each, Symbol)}
        self.constants = {name: literal(each) for name, each in results.items() if not isinstance(each, Symbol)}

    @property
    def leave_engine(self) -> bool:
        """Whether something is computed by a library outside the engine."""
        return bool(self._libraries)

    def __len__(self) -> int:
        """Return how many columns are made on the way: about what the steps cost."""
        return len(self.columns) + sum(map(len, self._levels.values()))

    def apply(self, frame: Any) -> Any:
        """Return the frame with the results as columns; the columns in between are gone again."""
        if is_eager(frame):
            return self._run("apply", self._result, frame.lazy()).collect()
        return self._run("apply", self._result, frame)

    def made(self, frame: Any, here: Any = None) -> Any:
        """Return the results alone of a Polars frame that is held, which one query computes; `here`: of these rows."""
        if not self.columns:
            rows = frame if here is None else frame.filter(here)
            return nw.from_native(rows).with_columns(**self.constants).select(*self.constants).to_native()
        query = frame.lazy() if here is None else frame.lazy().filter(here)
        few = frame.height < FEW
        asked = self._run("made", self._alone, nw.from_native(query), keep=few).to_native()
        return asked.collect(engine="in-memory" if few else "auto")

    def _result(self, frame: Any) -> Any:
        names = [name for name in frame.collect_schema().names() if name not in self.columns | self.constants]
        return self._applied(frame).select(nw.col(*names), **self.columns, **self.constants)

    def _alone(self, frame: Any) -> Any:
        return self._applied(frame).select(**self.columns, **self.constants)

    def _run(self, name: str, do: Callable[[Any], Any], frame: Any, *, keep: bool = False) -> Any:
        """Return what `do` makes of a query; what it asks of Polars is kept, and asked again of the next query.

        Most of the time of a small table is the way from Narwhals to the engine. `keep`: columns in between that are
        no longer needed stay. Of few rows they take no room, and to leave them takes longer.
        """
        if not frame.implementation.is_polars():
            return do(frame)
        query = frame.to_native()
        schema = query.collect_schema()
        key = (name, *schema.names())
        if key not in self._kept:
            self._kept[key] = _asked(schema, do)
        *between, last = self._kept[key]
        for method, args, named in between:
            if keep and method == "select":  # its first expression is the columns that are still needed
                query = query.with_columns(*args[1:], **named)
            else:
                query = getattr(query, method)(*args, **named)
        method, args, named = last
        return nw.from_native(getattr(query, method)(*args, **named))

    def _applied(self, frame: Any) -> Any:
        """Return the frame with the columns in between that the results are made of, each as long as it is needed."""
        names = frame.collect_schema().names()
        alive: list[str] = []
        for level, made in sorted(self._levels.items()):
            frame = frame.select(nw.col(*names, *alive), **made)
            frame = _called(frame, {name: self._libraries[name] for name in made if name in self._libraries})
            frame = _worded(frame, {name: self._words[name] for name in made if name in self._words})
            alive = [name for name in (*alive, *made) if self._last.get(name, 0) > level]
        return frame


_Call = tuple[str, tuple[Any, ...], dict[str, Any]]


def is_eager(frame: Any) -> bool:
    """Tell whether a Narwhals frame holds its rows, and is not a query."""
    return isinstance(frame, nw.DataFrame)


def _asked(schema: Mapping[str, Any], do: Callable[[Any], Any]) -> list[_Call]:
    """Return what is asked of a Polars query of that form, in order, with the expressions of Polars."""
    import polars

    calls: list[_Call] = []

    class Listener(polars.LazyFrame):
        def select(self, *args: Any, **named: Any) -> polars.LazyFrame:
            calls.append(("select", args, named))
            return super().select(*args, **named)

        def with_columns(self, *args: Any, **named: Any) -> polars.LazyFrame:
            calls.append(("with_columns", args, named))
            return super().with_columns(*args, **named)

    do(nw.from_native(Listener(schema=dict(schema))))
    return calls


def _called(frame: Any, libraries: Mapping[str, Callable[..., Any]]) -> Any:
    """Return a Polars frame whose columns of arguments are replaced by what the libraries compute from them."""
    if not libraries:
        return frame
    import numpy
    import polars

    def run(compute: Callable[..., Any], rows: polars.Series) -> polars.Series:
        try:
            found = compute(*(each.to_numpy() for each in rows.struct.unnest()))
        except ValueError:
            found = numpy.full(len(rows), numpy.inf)
        return polars.Series(rows.name, found, dtype=polars.Float64)

    made = [
        polars.col(name).map_batches(partial(run, compute), return_dtype=polars.Float64, is_elementwise=True)
        for name, compute in libraries.items()
    ]
    return nw.from_native(frame.to_native().with_columns(made))


def _worded(frame: Any, words: Mapping[str, Sequence[str]]) -> Any:
    """Return a frame whose columns of places are replaced by the words at these places."""
    if not words:
        return frame
    if not frame.implementation.is_polars():
        return frame.with_columns(**{name: _one_by_one(nw.col(name), each) for name, each in words.items()})
    import polars

    made = [
        polars.lit(polars.Series(each)).gather(polars.col(name).cast(polars.UInt32)).alias(name)
        for name, each in words.items()
    ]
    return nw.from_native(frame.to_native().with_columns(made))


def _one_by_one(place: nw.Expr, words: Sequence[str]) -> nw.Expr:
    return nw.coalesce(*(nw.when(place == number).then(nw.lit(word)) for number, word in enumerate(words)))


def on_expressions(formula: Callable[..., Any], numbers: Mapping[str, Any]) -> Any:
    """Run a formula on Narwhals expressions and return one expression: symbols in between, none made a column.

    What division by zero gives is left to the engine, as in arithmetic that is written by hand.
    """
    graph = Graph(guards=False)
    symbols = {name: graph.column(each, name) if isinstance(each, nw.Expr) else each for name, each in numbers.items()}
    result = formula(**symbols)
    if not isinstance(result, Symbol):
        return literal(result)
    here: dict[int, nw.Expr] = {}
    for symbol in graph.symbols:  # what an operation takes was made before it
        here[id(symbol)] = symbol.make(*(here[id(each)] if isinstance(each, Symbol) else each for each in symbol.args))
    return here[id(result)]


def _needed(wanted: Iterable[Symbol]) -> tuple[set[int], dict[int, int]]:
    """Return the symbols that are needed, by identity, and how often each is used."""
    uses: dict[int, int] = {}
    left = list(wanted)
    while left:
        symbol = left.pop()
        uses[id(symbol)] = uses.get(id(symbol), 0) + 1
        if uses[id(symbol)] == 1:
            taken = [each for each in symbol.args if isinstance(each, Symbol)]
            left += taken * (2 if symbol.op.startswith(AGAIN) else 1)
    return {*uses}, uses
