"""Formulas that a row uses outside the range in which they are as good as stated.

A formula stands in the graph of a table whether a row uses it or not: which rows do is found from the results down,
by the branches that each row takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ecdcalc.assessment.tables.checks import Refusal
from ecdcalc.assessment.tables.consistency import Sentences
from ecdcalc.assessment.tables.job import Job
from ecdcalc.model.process import Process
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number, first_of, where
from ecdcalc.numbers.row_words import is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol
from ecdcalc.numbers.validity import Range

Outsides = Mapping[tuple[str, Range], tuple[Any, Number]]
"""In which rows something lies outside a range of a formula (by its name) that they use, and the number there."""


def outside_of(graph: Graph, row: Process) -> Outsides:
    """Return what lies where a formula that a row uses only loses precision."""
    found: dict[tuple[str, Range], tuple[Any, Number]] = {}
    results = [value_of(row, name) for name in outputs_of(type(row))]
    used = _used(graph, [each for each in results if isinstance(each, Symbol)])
    for formula, numbers, made in [*graph.formulas]:
        for each in formula.ranges:
            value = each.number(numbers, made)
            base = made.parts[1]
            if each.meaning or value is None or isinstance(value, Missing) or id(base) not in used:
                continue
            far = _sure(negated(each.holds(value))) & used[id(base)]
            before, number = found.get((formula.name, each), (False, 0.0))
            found[formula.name, each] = before | far, where(before, number, value)
    return found


def beyond_validity(
    job: Job, graph: Graph, outside: Outsides, state: str, told: Any, before: Outsides
) -> Iterator[Refusal]:
    """Yield the warnings of what lies outside in a state.

    `told`: whether a row gives anything of this state, None where all do. Of a row that gives nothing only that counts
    which did not lie at the same place `before` its measure.
    """
    say_of = Sentences(job, graph)
    for (name, each), (holds, number) in outside.items():
        was, former = before.get((name, each), (False, 0.0))
        anew = told is None or told | negated(_sure(was & (number == former)))
        words = {"formula": name, "expected": each.said}
        place = f"{state}{name}.{each.of}"
        yield from say_of.warn(holds & anew, place, "warn-validity", {"found": (number, each.unit)}, **words)


def _used(graph: Graph, results: Iterable[Symbol]) -> dict[int, Any]:
    """Return by the identity of a symbol whether a row uses it, for what a formula with a range made and all above."""
    above = {id(made.parts[1]) for _, _, made in graph.formulas}
    for symbol in graph.symbols:  # what an operation takes was made before it
        if any(id(each) in above for each in symbol.args):
            above.add(id(symbol))
    used: dict[int, Any] = {id(each): True for each in results if id(each) in above}
    for symbol in reversed([*graph.symbols]):
        if id(symbol) in used:
            for each, taken in _taken(symbol):
                if id(each) in above:
                    used[id(each)] = used.get(id(each), False) | (used[id(symbol)] & taken)
    return used


def _taken(symbol: Symbol) -> Iterator[tuple[Any, Any]]:
    """Yield what an operation takes, each with whether a row takes it."""
    if symbol.op == "where":
        condition, yes, no = symbol.args
        yield from ((condition, True), (yes, _sure(condition)), (no, _sure(negated(condition))))
    elif symbol.op == "first":
        left: Any = True
        for each in symbol.args:
            yield each, left & is_known(each)
            left = left & negated(is_known(each))
    else:
        yield from ((each, True) for each in symbol.args)


def _sure(truth: Any) -> Any:
    """Return a truth that is never unknown."""
    return first_of(truth, False) if isinstance(truth, Symbol) else truth
