"""The whole of a workbook: states, savings, grades and gaps of an assessment, as cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.result import Findings, Grade, ProcessResult
from ecdcalc.model.evaluation import State, depth, exists
from ecdcalc.model.grading import Grading
from ecdcalc.model.plant import CLOSED, NEW, Case, on_basis
from ecdcalc.model.process import COUNTED, Process
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.states import CellStates, StateBuilder

Outputs = Mapping[str, Number]
_NOTHING = Missing(frozenset(), "no-source-class")


@frozen
class ProcessCells:
    """One process: its outputs before, after each measure and as reported, and what is saved."""

    result: ProcessResult
    title: str
    baseline: Outputs
    after: tuple[Outputs, ...]
    reporting: Outputs
    graded: Mapping[str, Outputs]
    saved: Outputs
    steps: tuple[Outputs, ...]


@frozen
class Model:
    """What the sheets of a workbook show."""

    result: Findings
    book: Book
    processes: tuple[ProcessCells, ...] = ()
    totals: Outputs = field(factory=dict)


def model_of(result: Findings, lang: str) -> Model:
    """Return the cells of an assessment."""
    book, titles = Book(lang), titles_of(result, lang)
    results = {each.case.place: each for each in result.processes}
    found: dict[str, ProcessCells] = {}
    for case in sorted(result.plant.cases, key=depth):
        members = [each for each in found.values() if depth(each.result.case) < depth(case)]
        found[case.place] = _process(book, results[case.place], titles[case.place], result, members)
    ordered = tuple(found[each.case.place] for each in result.processes)
    totals = {name: _total(book, ordered, name) for name in COUNTED}
    return Model(result, book, ordered, totals)


def _process(
    book: Book, result: ProcessResult, title: str, findings: Findings, members: Iterable[ProcessCells]
) -> ProcessCells:
    case = result.case
    rollups = {state: _sums(type(case.baseline), members, state) for state in ("baseline", "reporting")}
    states = StateBuilder(book, case, findings.plant.context, title, rollups).states()
    on = evolve(
        states,
        baseline=on_basis(states.baseline, findings.basis),
        after=tuple(on_basis(each, findings.basis) for each in states.after),
        reporting=on_basis(states.reporting, findings.basis),
    )
    baseline = _outputs(book, on.baseline, "baseline")
    after = tuple(_outputs(book, each, f"after {number}") for number, each in enumerate(on.after, 1))
    reporting = _outputs(book, on.reporting, "reporting")
    baseline, reporting = _as_known(book, baseline, result.baseline), _as_known(book, reporting, result.reporting)
    graded = {"baseline": baseline, "reporting": reporting}
    if findings.basis != "calorific":
        graded = {
            "baseline": _outputs(book, on_basis(states.baseline, "calorific"), "baseline"),
            "reporting": _outputs(book, on_basis(states.reporting, "calorific"), "reporting"),
        }
    saved = {
        name: _filled(book, _saved(on, case, name, baseline, reporting), number)
        for name, number in result.saved.items()
    }
    chain = [baseline, *after]
    steps = tuple(
        {
            name: _filled(book, (one[name] - other[name]) * _scale(on, case, name), number)
            for name, number in step.saved.items()
        }
        for step, (one, other) in zip(result.steps, pairwise(chain), strict=True)
    )
    return ProcessCells(result, title, baseline, after, reporting, graded, saved, steps)


def _outputs(book: Book, process: Process, state: str) -> Outputs:
    book.state = state
    return {name: value_of(process, name) for name in outputs_of(type(process))}


def _as_known(book: Book, outputs: Outputs, state: State) -> Outputs:
    return {name: _filled(book, number, state[name].value) for name, number in outputs.items()}


def _filled(book: Book, number: Number, known: Number) -> Number:
    """Return a cell; the number itself where the engine knows it and a spreadsheet cannot: what of #N/A drops out."""
    gap = isinstance(number.value if isinstance(number, Cell) else number, Missing)
    return book.constant(float(known)) if gap and not isinstance(known, Missing) else number


def _sums(cls: type[Process], members: Iterable[ProcessCells], state: str) -> Outputs:
    """Return the inputs that a process takes from the others of its plant."""
    sums: dict[str, Number] = {}
    for name, output in cls.about.rolls_up.items():
        total: Number = 0.0
        for each in members:
            outputs = each.baseline if state == "baseline" else each.reporting
            if exists(each.result.case, state) and output in outputs:
                total = total + outputs[output]
        sums[name] = total
    return sums


def _scale(states: CellStates, case: Case, name: str) -> Number:
    adjusted = outputs_of(type(case.baseline))[name].adjusted
    return states.baseline.scale_to(states.reporting) if adjusted else 1


def _saved(states: CellStates, case: Case, name: str, before: Outputs, after: Outputs) -> Number:
    if case.kind == CLOSED:
        return before[name]
    if case.kind == NEW:
        return -after[name]
    return before[name] * _scale(states, case, name) - after[name]


def _total(book: Book, processes: Iterable[ProcessCells], name: str) -> Number:
    """Return the sum over the processes of which it is known, as the engine adds up."""
    total: Number = None
    for each in processes:
        if isinstance(each.result.saved.get(name, _NOTHING), Missing):
            continue
        saved = _named(book, each, name)
        total = saved if total is None else total + saved
    return _NOTHING if total is None else total


def _named(book: Book, process: ProcessCells, name: str) -> Number:
    """Return what a process saves as a cell of its own, so that sums stay short."""
    saved = process.saved[name]
    return book.named(saved, f"{process.title}: {name}", None) if isinstance(saved, Cell) else saved


def grade_cells(grade: Grade, cells: ProcessCells, state: str) -> tuple[Number, list[Any]]:
    """Return the value that is graded, and factor and shift of each level, as cells; None where there is no level.

    An earlier edition is taken with its base limits, as `assessment.grades` does.
    """
    gradings: Iterable[Grading] = getattr(type(cells.result.case.baseline), "gradings", ())
    todays = (each for each in gradings if each.output == grade.output)
    grading = next((each for each in todays if grade.limit.id in {id for _, id in each.product.choices}), None)
    outputs = cells.graded[state]
    scale = outputs[grading.scale] if grading and grading.scale else 1
    shifts = [outputs[name] if name else 0 for name in (grading.shifts if grading else ("", "", ""))]
    levels: list[Any] = []
    for number, (level, shift) in enumerate(zip(grade.limit.levels, shifts, strict=True), 1):
        factor = 1 if grading and number in grading.unscaled else scale
        levels.append(None if level is None else (factor, shift))
    return outputs[grade.output], levels


def gap_cell(gap: Gap, processes: Iterable[ProcessCells], state: str) -> Number:
    """Return the cell that a target is held against, or the number where it does not follow from cells."""
    number = gap.baseline if state == "baseline" else gap.reporting
    for each in processes:
        output = gap.target.output
        if each.result.case.name == gap.process and output in each.reporting and number is not None:
            return each.graded[state][output]
    return number
