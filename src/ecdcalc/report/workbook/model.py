"""The whole of a workbook: states, savings, grades and gaps of an assessment, as cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import pairwise
from operator import and_

from attrs import evolve, field, frozen

from ecdcalc.assessment.co2e import CO2E, gases_of
from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.gaps import BY_KIND, Gap
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.model.evaluation import depth, exists, is_sourceless
from ecdcalc.model.plant import CLOSED, NEW, Case, on_basis
from ecdcalc.model.process import COUNTED, Process
from ecdcalc.numbers.cells import Cell, is_gap
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number, first_of, missing, total, where
from ecdcalc.reference.plan import CO2E_SAVED
from ecdcalc.report.workbook.book import Book
from ecdcalc.report.workbook.states import CellStates, StateBuilder
from ecdcalc.report.workbook.sums import WHOLE, Sums

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
    gases: Outputs
    """What is saved of each of its greenhouse gases beside CO2, by the output that is its mass."""
    before: Process
    state: Process
    """The process as it was and as it reports, which say what product it is and which targets it has."""
    spared: Number
    """The energy that is saved on the calorific basis."""


@frozen
class Model:
    """What the sheets of a workbook show."""

    result: Findings
    book: Book
    processes: tuple[ProcessCells, ...] = ()
    totals: Outputs = field(factory=dict)
    lacking: Outputs = field(factory=dict)
    """Of how many processes a total is without what they save, which is not known."""


def model_of(result: Findings, lang: str, book: Book | None = None) -> Model:
    """Return the cells of an assessment, in a ledger of their own or in that of the plants of a region."""
    book, titles = book or Book(lang), titles_of(result, lang)
    results = {each.case.place: each for each in result.processes}
    found: dict[str, ProcessCells] = {}
    for case in sorted(result.plant.cases, key=depth):
        members = [each for each in found.values() if depth(each.result.case) < depth(case)]
        found[case.place] = _process(book, results[case.place], titles[case.place], result, members)
    ordered = tuple(found[each.case.place] for each in result.processes)
    saved = {name: _saving(book, ordered, name) for name in COUNTED}
    totals = {name: _total(numbers) for name, numbers in saved.items()}
    return Model(result, book, ordered, totals, {name: _lacking(numbers) for name, numbers in saved.items()})


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
    sums = Sums()
    baseline = _outputs(book, on.baseline, "baseline", sums)
    chain, computed = [baseline], baseline
    for number, (each, switch) in enumerate(zip(on.after, on.switches, strict=True), 1):
        computed = _outputs(book, each, f"after {number}", sums)
        chain.append({name: _switched(switch, found, chain[-1][name]) for name, found in computed.items()})
    reporting = {
        name: chain[-1][name] if _same(found, computed[name]) else found
        for name, found in _outputs(book, on.reporting, "reporting", sums).items()
    }
    graded = {"baseline": baseline, "reporting": reporting}
    if findings.basis != "calorific":
        graded = {
            "baseline": _outputs(book, on_basis(states.baseline, "calorific"), "baseline", sums),
            "reporting": _outputs(book, on_basis(states.reporting, "calorific"), "reporting", sums),
        }
    gases = [output for output, _, _ in gases_of(case)]
    saved = {name: _saved(on, case, name, baseline, reporting, sums) for name in (*result.saved, *gases)}
    steps = tuple(
        {name: sums.difference(one[name], other[name], WHOLE) * _scale(on, case, name) for name in step.saved}
        for step, (one, other) in zip(result.steps, pairwise(chain), strict=True)
    )
    shown, beside = ({name: saved[name] for name in names} for names in (result.saved, gases))
    spared = _saved(on, case, "energy", graded["baseline"], graded["reporting"], sums) if "energy" in baseline else 0.0
    return ProcessCells(
        result,
        title,
        baseline,
        tuple(chain[1:]),
        reporting,
        graded,
        shown,
        steps,
        beside,
        on.baseline,
        on.reporting,
        spared,
    )


def _switched(switch: Cell, after: Number, before: Number) -> Number:
    """Return an output after a measure; where it may be missing, it is that before the measure as soon as it is off."""
    if not isinstance(after, Cell) or after.sure or _same(after, before):
        return after
    found: Number = where(switch, after, before)
    return after.ledger.named(found, "", None)


def _same(one: Number, other: Number) -> bool:
    return isinstance(one, Cell) and isinstance(other, Cell) and one.text == other.text


def _outputs(book: Book, process: Process, state: str, sums: Sums) -> Outputs:
    book.state = state
    return {name: sums.resolved(value_of(process, name)) for name in outputs_of(type(process))}


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
    return states.baseline.scale_to(states.reporting) if adjusted else WHOLE


def _saved(states: CellStates, case: Case, name: str, before: Outputs, after: Outputs, sums: Sums) -> Number:
    if case.kind == CLOSED:
        return before[name]
    if case.kind == NEW:
        return -after[name]
    return sums.difference(before[name], after[name], _scale(states, case, name))


def _saving(book: Book, processes: Iterable[ProcessCells], name: str) -> list[Number]:
    """Return what each process saves of an output, as a cell of its own; those without a source of it are left out."""
    saving = (each for each in processes if name in each.saved and not is_sourceless(each.result.saved[name]))
    return [_named(book, each, name) for each in saving]


def _total(saved: Iterable[Number]) -> Number:
    """Return the sum over the processes of which it is known, as the engine adds up."""
    found = [each for each in saved if not isinstance(each, Missing)]
    if not found:
        return _NOTHING
    nothing = reduce(and_, (is_gap(each) for each in found))
    return where(nothing, found[0], total(first_of(each, 0.0) for each in found))


def _lacking(saved: Iterable[Number]) -> Number:
    """Return how many numbers are not known."""
    return total(where(is_gap(each), 1, 0) for each in saved)


def _named(book: Book, process: ProcessCells, name: str) -> Number:
    """Return what a process saves as a cell of its own, so that sums stay short."""
    saved = process.saved[name]
    return book.named(saved, f"{process.title}: {name}", None) if isinstance(saved, Cell) else saved


def gap_cell(gap: Gap, processes: Iterable[ProcessCells], state: str) -> Number:
    """Return the cell that a target is held against, or the number where it does not follow from cells."""
    number = gap.baseline if state == "baseline" else gap.reporting
    found = (each for each in processes if number is not None and each.result.case.name == gap.process)
    cells = next(found, None)
    return number if cells is None else reached(gap.target.output, cells, state)


def reached(output: str, cells: ProcessCells, state: str) -> Number:
    """Return what a process reaches of what a target asks, as `assessment.gaps` has it; None of what is not there."""
    kind = cells.result.case.kind
    if state == "baseline":
        asked = output in (*BY_KIND, CO2E_SAVED)
        return 0.0 if asked else None if kind == NEW else cells.graded[state][output]
    if output == "closed":
        return float(kind == CLOSED)
    if output == CO2E_SAVED:
        return cells.saved.get(CO2E, cells.saved["co2"])
    if output == "retrofitted":
        return (
            where(is_gap(cells.spared), missing("energy"), 1.0) if kind == CLOSED else where(cells.spared > 0, 1.0, 0.0)
        )
    return cells.graded[state][output]
