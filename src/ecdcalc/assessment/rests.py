"""What results rest on: published values and limits, by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ecdcalc.assessment.result import ProcessResult
from ecdcalc.numbers.trace import leaves_of
from ecdcalc.reference.factors import Factor
from ecdcalc.reference.limits import Limit


@frozen
class Rests:
    """The published values that some processes rest on, and the limits that they are graded by."""

    factors: Mapping[str, Factor]
    limits: Mapping[str, Limit]


def rests_of(processes: Iterable[ProcessResult]) -> Rests:
    """Return what processes rest on."""
    processes = tuple(processes)
    limits = (grade.limit for each in processes for grade in each.grades)
    return Rests({each.id: each for each in _factors(processes)}, {each.id: each for each in limits})


def all_rests(found: Iterable[Rests]) -> Rests:
    """Return what several rest on together."""
    factors: dict[str, Factor] = {}
    limits: dict[str, Limit] = {}
    for each in found:
        factors |= each.factors
        limits |= each.limits
    return Rests(factors, limits)


def _factors(processes: Iterable[ProcessResult]) -> Iterator[Factor]:
    for each in processes:
        for state in (each.baseline, each.reporting):
            yield from (leaf.origin.factor for leaf in leaves_of(state.values()) if leaf.origin and leaf.origin.factor)
        for step in each.case.steps:
            yield from (origin.factor for origin in step.origins.values() if origin.factor)
