"""Draws that take a formula of a process out of the range in which it is as good as stated.

Looked at are the formulas that the plant as it stands uses: of arrays it is not known which branch a trial took.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy
from attrs import evolve

from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.decide.trials import in_pieces, trial_states
from ecdcalc.model.evaluation import depth, exists
from ecdcalc.model.outputs import State
from ecdcalc.model.plant import Case, Plant
from ecdcalc.numbers.algebra import NOTED, Number
from ecdcalc.numbers.formula import Formula
from ecdcalc.numbers.trace import results_of
from ecdcalc.numbers.validity import Outside, Range

Beyond = dict[tuple[Formula, Range], Any]
"""What lies outside a range of a formula in each trial; no number where it lies inside."""


def plant_beyond_validity(result: Findings, trials: Plant, draws: int) -> Iterator[Warned]:
    """Yield what the ranges of a plant take out of the ranges of the formulas of its processes."""
    results = {each.case.place: each for each in result.processes}
    for case in trials.cases:
        if case.place in results:
            yield from beyond_validity(results[case.place], trials, case, result.basis, draws)


def beyond_validity(result: ProcessResult, trials: Plant, trial: Case, basis: str, draws: int) -> Iterator[Warned]:
    """Yield what the ranges of a plant take out of the ranges of the formulas of one process, before and after.

    Of a state that measures make, what lay outside before them in the same trials is told of the state before.
    """
    if depth(trial):
        return  # it adds up what others have
    case, alone = result.case, evolve(trials, cases=(trial,))
    before: Beyond = {}
    if exists(case, "baseline"):
        before = _in_trials(alone, basis, draws, "baseline", result.baseline)
        yield from _all_warned(before, trial.place, draws)
    if exists(case, "reporting") and (case.measured or case.steps):
        after = _in_trials(alone, basis, draws, "reporting", result.reporting)
        known = {} if case.measured else before
        new = {key: far for key, far in after.items() if key not in known or not _same(far, known[key])}
        yield from _all_warned(new, f"{trial.place}.reporting", draws)


def _in_trials(alone: Plant, basis: str, draws: int, state: str, terms: State) -> Beyond:
    """Return what lies outside in each trial of one process in one state."""
    used = _used(terms)
    if not used:
        return {}
    (place,) = (each.place for each in alone.cases)
    return in_pieces(alone, draws, lambda some: _beyond(getattr(trial_states(some, basis)[place], state), used))


def _same(one: Any, other: Any) -> bool:
    return bool(numpy.array_equal(one, other, equal_nan=True))


def _all_warned(beyond: Beyond, place: str, draws: int) -> Iterator[Warned]:
    for (formula, each), found in beyond.items():
        if len(far := found[numpy.isfinite(found)]):
            yield _warned(formula, each, far, len(far) / draws, place)


def _used(terms: State) -> frozenset[str]:
    """Return the formulas whose precision has a range, by name."""
    return frozenset(term.text for term in results_of(terms.values()) if any(not each.meaning for each in term.ranges))


def _beyond(state: State, used: frozenset[str]) -> Beyond:
    """Return what lies outside while the outputs of a state are worked out."""
    found: Beyond = {}

    def told(made: Number, formula: Formula, numbers: Mapping[str, Number]) -> None:
        for each in formula.ranges if formula.name in used else ():
            number = each.number(numbers, made)
            if each.meaning or not isinstance(number, numpy.ndarray):
                continue  # what no range moves, the plant as it stands is warned of
            far = numpy.where(each.holds(number), numpy.nan, number)
            before = found.get((formula, each), far)
            found[formula, each] = numpy.where(numpy.isfinite(before), before, far)

    token = NOTED.set(told)
    try:
        for each in state:
            state[each]
    finally:
        NOTED.reset(token)
    return found


def _warned(formula: Formula, found: Range, far: Any, share: float, place: str) -> Warned:
    """Return the warning with the draw that lies furthest outside, and in how many trials one does."""
    ends = {sign[0]: bound for sign, bound in found.bounds}
    low, high = ends.get(">"), ends.get("<")
    away = numpy.maximum(-numpy.inf if low is None else low - far, -numpy.inf if high is None else far - high)
    value = float(far[away.argmax()])
    said = Outside(formula, found, value).problem(f"{place}.{formula.name}.")
    values = {**said.values, "share": f"{100 * share:.3g} %"}
    return Warned(said.place, "warn-validity-draws", values, value, low, high, found.unit, formula.cites)
