"""How a process stands against its limits: by the edition in force, by those around it, by the national levels.

A process names the row of today's edition, and computes the corrections of that edition. An earlier one is taken with
its base limits, and with the value that it compares where the process knows it; what it corrects besides is said, not
guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ecdcalc.assessment.result import Grade, National
from ecdcalc.model.evaluation import Evaluated, exists
from ecdcalc.model.grading import Grading
from ecdcalc.model.outputs import State
from ecdcalc.model.plant import Case, Plant
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.reference.editions import benchmark_on, edition_on, editions_of, holds, later_than
from ecdcalc.reference.limits import Corrected, Limit, corrected, grade_of


def grades_of(case: Case, states: Evaluated, plant: Plant) -> Iterator[Grade]:
    """Yield the grade by each limit that applies to a process; `states` are on the calorific basis."""
    terms = {"baseline": states.baseline, "reporting": states.reporting}
    terms = {state: each for state, each in terms.items() if exists(case, state)}
    for grading in getattr(type(case.baseline), "gradings", ()):
        id = product_of(grading, case)
        if id:
            yield _grade(grading, id, terms, plant)


def product_of(grading: Grading, case: Case) -> str:
    """Return the first row whose conditions hold on the reporting state; empty if none does."""
    for conditions, id in grading.product.choices:
        if all(each.holds(case.reporting) is True for each in conditions):
            return id
    return ""


def _grade(grading: Grading, id: str, terms: Mapping[str, State], plant: Plant) -> Grade:
    context = plant.context
    taken = edition_on(plant.limits, id, context.last_day)
    around = [each for each in _around(plant, id) if each.id != taken.id]
    others = tuple(_by_edition(grading, id, each, terms, context.last_day) for each in around)
    one = _by_edition(grading, id, taken, terms, context.last_day)
    return Grade(
        one.limit, one.output, one.in_force, one.levels, one.values, one.level, one.uncorrected, others,
        _national(id, one.values, plant),
    )  # fmt: skip


def _around(plant: Plant, id: str) -> list[Limit]:
    """Return the editions that held on the first day of the period, and those still to come at its end."""
    context = plant.context
    first = [each for each in editions_of(plant.limits, id) if context.first_day and holds(each, context.first_day)]
    coming = later_than(plant.limits, id, context.last_day) if context.last_day else ()
    return [*first[-1:], *(each for each in coming if each not in first[-1:])]


def _by_edition(grading: Grading, id: str, limit: Limit, terms: Mapping[str, State], date: str) -> Grade:
    todays = limit.id == id
    levels = {state: _levels(limit, grading if todays else None, each) for state, each in terms.items()}
    output = grading.output if todays else _compared(grading, limit, terms)
    values = {state: each[output].value for state, each in terms.items()}
    level = {state: grade_of(values[state], levels[state]) for state in terms}
    uncorrected = "" if todays or output != grading.output else limit.correction
    return Grade(limit, output, limit.in_force(date) if date else None, levels, values, level, uncorrected)


def _compared(grading: Grading, limit: Limit, terms: Mapping[str, State]) -> str:
    """Return the output that an earlier edition compares; that of today where its inputs are not all given."""
    name = grading.earlier.get(limit.standard, grading.output)
    return grading.output if any(isinstance(each[name].value, Missing) for each in terms.values()) else name


def _levels(limit: Limit, grading: Grading | None, terms: State) -> Corrected:
    if grading is None:
        return corrected(limit, 1.0, (0.0, 0.0, 0.0))
    scale = terms[grading.scale].value if grading.scale else 1.0
    first, second, third = (terms[name].value if name else 0.0 for name in grading.shifts)
    return corrected(limit, scale, (first, second, third), grading.unscaled)


def _national(id: str, values: Mapping[str, Number], plant: Plant) -> National | None:
    """Return how the process stands against the national benchmark and baseline levels; None where there are none."""
    found = benchmark_on(id, plant.context.last_day, plant.context.province) if plant.context.last_day else None
    if found is None:
        return None
    return National(
        found,
        {state: "" if isinstance(value, Missing) else found.level(value) for state, value in values.items()},
    )
