"""The warnings of the rows of a table: what `assessment/warnings` says of one plant, as one column of words.

Whether a row is doubted at all is computed with its results, a comparison or two for each number; the words only for
the rows that are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import narwhals as nw
from attrs import evolve

from ecdcalc.assessment.tables.checks import Refusal, in_words, slip_in_words
from ecdcalc.assessment.tables.columns import REPORTING, default_of, given_in
from ecdcalc.assessment.tables.consistency import Sentences, of_rows
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.own_defaults import with_own_defaults
from ecdcalc.assessment.tables.results import of_row
from ecdcalc.assessment.tables.states import Inputs, States
from ecdcalc.assessment.tables.validity import Outsides, beyond_validity, outside_of
from ecdcalc.assessment.warnings import prices, size
from ecdcalc.assessment.warnings.relations import of_relations
from ecdcalc.assessment.warnings.size import Check
from ecdcalc.assessment.warnings.warned import between
from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.plant import on_basis
from ecdcalc.model.prices import CURRENCY
from ecdcalc.model.process import Process, Record
from ecdcalc.numbers.compare import TOLERANCE, meets
from ecdcalc.numbers.formula import value_of
from ecdcalc.numbers.ops import Number, first_of, is_missing
from ecdcalc.numbers.row_words import any_of, is_known
from ecdcalc.numbers.symbols import Graph, Symbol, literal
from ecdcalc.numbers.units import LARGEST, unit
from ecdcalc.reference.defaults import Default
from ecdcalc.reference.limits import Limit
from ecdcalc.reference.ranges import OUTPUT, of_limit, ranges_of
from ecdcalc.words.texts import say

WARNINGS = "audit.warnings"
_FOUND, _LOW, _HIGH, _SLIP = "\x00found\x00", "\x00low\x00", "\x00high\x00", "\x00slip\x00"
_AMOUNT = ".amount"
_BETWEEN = "; "


class _Beyond(Refusal):
    """That a number cannot be; the doubt after it, that it is unusual, holds wherever it does."""


def doubts_of(job: Job, graph: Graph, inputs: Inputs, states: States) -> tuple[Refusal, ...]:
    """Return the warnings that the rows of a table may get, in the order of those of a plant."""
    process = {"": states.baseline, REPORTING: states.reporting}
    found: list[Refusal] = []
    outside: Outsides = {}
    earlier: dict[tuple[object, ...], Check] = {}
    for state, each in process.items():
        numbers = [column for column in inputs.columns if column.unit is not None]
        found_in = given_in(graph, numbers, reporting=bool(state))
        found_in = found_in if state else with_own_defaults(graph, job.context, each, found_in)
        given = {path.removesuffix(_AMOUNT): symbol for path, symbol in found_in.items()}
        told = (_told(graph, [*given.values()]) if given else False) if state else None
        row = on_basis(each, "calorific")
        if not state or given:
            checks = [*size.of_inputs(row, given, size.flat(row)), *of_relations(row, given)]
            checks += size.of_published(job.process, row, given, partial(_published, job))
            for check in checks:
                anew = _told(graph, [*check.given]) if state and check.given else None
                found += _doubts(job, graph, check, state, anew)
        if not state or given or states.retrofits:
            for check in size.of_outputs(row, _values(row), size.flat(row)):
                place = check.path, check.low, check.high
                anew = _or_moved(graph, inputs, states, told, earlier.get(place)) if state else None
                found += _doubts(job, graph, check, state, anew)
                earlier[place] = check
        if not state or given:
            for check in _of_grades(job, row, states.reporting):
                found += _doubts(job, graph, check, state, told)
        if not state or given or states.retrofits:
            before, outside = outside, outside_of(graph, row)
            found += beyond_validity(job, graph, outside, state, told, before)
    return (*found, *of_rows(job, graph, inputs, states), *_of_prices(job, graph, states.baseline))


def _or_moved(graph: Graph, inputs: Inputs, states: States, told: Any, earlier: Check | None) -> Any:
    """Return in which rows an output of the state after is told of: of those that name a measure and give nothing of
    that state, where it did not lie outside `earlier`."""
    if told is None or states.retrofits is None:
        return told
    moved = is_known(states.retrofits.named)
    if inputs.closed is not None:
        moved = moved & ~inputs.closed.holds(graph)
    if earlier is not None and isinstance(earlier.value, Symbol):
        for low, high in ((earlier.low, earlier.high), (earlier.hard_low, earlier.hard_high)):
            if (outside := _outside(graph, earlier.value, low, high)) is not None:
                moved = moved & ~first_of(outside, False)
    return told | moved


def _of_prices(job: Job, graph: Graph, row: Process) -> Iterator[Refusal]:
    """Yield what is said of the prices that all rows are billed by, of the carriers that the table has."""
    say_of = Sentences(job, graph)
    lines = row.carriers if isinstance(row, EnergyUse) else {}
    for id, place, price in prices.written(job.prices):
        if price < 0:
            yield from say_of.warn(True, place, prices.BELOW_ZERO, {"found": (price, unit(CURRENCY))}, carrier=id)
        elif id in lines and (check := prices.of_size(lines[id], price, place)):
            yield from _doubts(job, graph, evolve(check, path=place, value=_in_rows(graph, check.value)), "", None)


def _in_rows(graph: Graph, value: Number) -> Number:
    """Return a number that is the same in all rows as one of each row."""
    return value if isinstance(value, Symbol) or is_missing(value) else graph.column(nw.lit(value), f"{value!r}")


def _published(job: Job, default: Default, record: Record) -> Number:
    """Return the value that each row would take of an input that it gave nothing for."""
    return default_of(default, record, job.context)


def _values(row: Process) -> Callable[[str], Number]:
    return lambda name: value_of(row, name)


def _of_grades(job: Job, row: Process, reporting: Process) -> Iterator[Check]:
    """Yield a check of each graded output, against the limit that the words of each row choose."""
    for grading in getattr(job.process, "gradings", ()):
        if f"{OUTPUT}{grading.output}" in ranges_of(job.process.about.key):
            continue
        limits = [(conditions, job.limits.get(id)) for conditions, id in grading.product.choices]
        limits = [(conditions, limit) for conditions, limit in limits if of_limit(limit)]
        if not limits:
            continue
        low, high = (of_row([(when, _end(limit, end)) for when, limit in limits], reporting) for end in (0, 1))
        if is_missing(low) or is_missing(high):
            continue  # the table has no column with the words that choose a limit
        value, of = value_of(row, grading.output), limits[0][1].unit
        yield Check(grading.output, "warn-limit", value, low, high, of, "")


def _ends(limit: Limit) -> tuple[float, float]:
    ends = of_limit(limit)
    assert ends is not None
    return ends


def _end(limit: Limit, end: int) -> float:
    return _ends(limit)[end]


def _doubts(job: Job, graph: Graph, check: Check, state: str, told: Any) -> Iterator[Refusal]:
    """Yield the doubts of one check: that a number is out of its range, and where that is more, that it cannot be."""
    value = check.value
    if not isinstance(value, Symbol):
        return
    unusual = _outside(graph, value, check.low, check.high)
    beyond = _outside(graph, value, check.hard_low, check.hard_high)
    if beyond is not None:
        ends = (check.hard_low, check.hard_high)
        found = _doubt(job, check, state, _both(beyond, told), check.beyond, ends)
        yield found if unusual is None else _Beyond(found.holds, found.column, found.found, found.reason)
    if unusual is not None:
        yield _doubt(job, check, state, _both(unusual, told), check.key, (check.low, check.high))


def _both(one: Symbol, told: Any) -> Symbol:
    both: Symbol = one if told is None else one & told
    return both


def _outside(graph: Graph, value: Symbol, low: Number, high: Number) -> Symbol | None:
    """Return whether a number that is not zero lies outside; None where there is no end."""
    if low is None and high is None:
        return None
    if isinstance(low, Symbol) or isinstance(high, Symbol):
        either: Symbol = (~meets(value, ">=", low) | ~meets(value, "<=", high)) & (value != 0)
        return either
    scale, bare = value.parts
    least, most = sorted((_end_of(low, -1) / scale, _end_of(high, 1) / scale))

    inside: Symbol = graph.call("inside", lambda number, *ends: number.is_between(*ends), bare, least, most)
    outside: Symbol = ~inside if least <= 0 <= most else ~(inside | (bare == 0))
    return outside


def _end_of(end: float | None, side: int) -> float:
    """Return an end with the tolerance of all comparisons; without one, the largest number on that side."""
    return side * LARGEST if end is None else end + side * abs(end) * TOLERANCE


def _told(graph: Graph, given: list[Number]) -> Symbol | None:
    """Return whether a row gives any of these numbers, None where all rows do."""
    known = [is_known(symbol) for symbol in given]
    return any_of(graph, known) if all(isinstance(each, Symbol) for each in known) else None


def _doubt(job: Job, check: Check, state: str, holds: Symbol, key: str, ends: tuple[Number, Number]) -> Refusal:
    """Return a doubt with its words: place, what is found, what is expected."""
    name, of = f"{state}{check.path}", check.unit
    same = not any(isinstance(end, Symbol) for end in ends)
    expected = between(*ends, of) if same else f"{_LOW}–{_HIGH}"
    said = say(key, job.lang, found=_FOUND, expected=expected, slip=_SLIP)
    pieces = [each for each in re.split(f"({_FOUND}|{_LOW}|{_HIGH}|{_SLIP})", f"{name}: {said}") if each]

    def make(value: Any, low: Any, high: Any, slip: Any) -> nw.Expr:
        put = {_FOUND: literal(value), _LOW: literal(low), _HIGH: literal(high), _SLIP: literal(slip)}
        return nw.concat_str([put.get(each, nw.lit(each)) for each in pieces], separator="")

    value, *told = (in_words(each, of) for each in (check.value, *ends))
    slip = slip_in_words(job.lang, check.value, check.low, check.high, of)
    return Refusal(holds, name, value, holds.graph.call("words", make, value, *told, slip, key=(name, key)))


def doubted(doubts: Iterable[Refusal]) -> list[Symbol]:
    """Return by what a row has a warning at all: what cannot be is unusual too, and need not be asked for."""
    return _each_once(each.holds for each in doubts if not isinstance(each, _Beyond))


def perhaps(doubts: Iterable[Refusal]) -> list[Symbol]:
    """Return by what a row may have a warning of those that hold only where that does."""
    return _each_once(each.only for each in doubts if each.only is not None)


def _each_once(truths: Iterable[Symbol]) -> list[Symbol]:
    return [*{id(each): each for each in truths}.values()]


def words_of(graph: Graph, doubts: tuple[Refusal, ...]) -> Symbol:
    """Return all warnings of a row, one after another; of a number that cannot be, not also that it is unusual."""
    count = len(doubts)
    more = [False, *(isinstance(each, _Beyond) for each in doubts)]

    def make(*args: Any) -> nw.Expr:
        told = []
        for place, (here, words) in enumerate(zip(args[:count], args[count:], strict=True)):
            other = here & ~args[place - 1].fill_null(False) if more[place] else here
            told.append(nw.when(other).then(literal(words)))
        return nw.concat_str(told, separator=_BETWEEN, ignore_nulls=True)

    found: Symbol = graph.call("warnings", make, *(each.holds for each in doubts), *(each.reason for each in doubts))
    return found
