"""The plants of a region: each assessed, or set aside with the reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.assessment.region.counting import Emission
from ecdcalc.assessment.totals import Total, total_of
from ecdcalc.model.evaluation import State
from ecdcalc.model.plant import NEW
from ecdcalc.model.process import COUNTED
from ecdcalc.model.region import Member, Region, Rejected
from ecdcalc.numbers.ops import Missing, Number, missing
from ecdcalc.numbers.trace import Named, shorn
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import EcdcalcError, Problem

SAVED = (*COUNTED, CO2E)


@frozen
class MemberResult:
    """A plant of the region: what was found of it, or the results that were given for it.

    `kept` holds its numbers with the published values that they rest on, and not how each came about: of thousands of
    plants that would fill the memory. `assessment` assesses the plant once more for who asks that.
    """

    member: Member
    kept: Assessment | None
    totals: Mapping[str, Total]
    baseline: Mapping[str, float | None] = field(factory=dict)

    @property
    def assessment(self) -> Assessment | None:
        """The whole assessment of the plant, with how each number came about; None where its results were given."""
        return None if self.kept is None else assess(self.kept.plant, basis=self.kept.basis)

    @property
    def saved(self) -> dict[str, float | None]:
        """What it saves of each output in all, None where some of it is not known."""
        return {name: _number(each.value) for name, each in self.totals.items()}


def assessed(member: Member, region: Region, plan: Plan) -> MemberResult | Rejected:
    """Assess one plant against the plan of its region; a plant given by its results stays as it is."""
    if member.plant is None:
        return MemberResult(member, None, {name: _handed_in(member, name) for name in SAVED})
    targets = {**{id: reading.text for id, reading in region.targets.items()}, **member.plant.targets}
    try:
        result = assess(evolve(member.plant, plan=plan, targets=targets), basis=region.rules.basis)
    except EcdcalcError as error:
        return Rejected(member.place, (Problem("", error.key, error.values),))
    return MemberResult(member, _light(result), _totals(result), {name: _baseline(result, name) for name in SAVED})


def _light(result: Assessment) -> Assessment:
    """Return an assessment without how its numbers came about."""
    processes = (
        evolve(each, baseline=shorn(each.baseline, _is_told), reporting=shorn(each.reporting, _is_told))
        for each in result.processes
    )
    return evolve(result, processes=tuple(processes))


def _is_told(leaf: Named) -> bool:
    """Tell whether an input is told of beside the numbers: a published or assumed value, or one that lacks."""
    return isinstance(leaf.value, Missing) or (leaf.origin is not None and leaf.origin.kind != "given")


def _totals(result: Assessment) -> dict[str, Total]:
    """Return what a plant saves of each output, and as CO2 equivalent."""
    co2e = result.warming.total if result.warming else total_of(())
    return {**result.totals, CO2E: co2e}


def _handed_in(member: Member, name: str) -> Total:
    """Return the result that was given for a plant; what was not given lacks."""
    given = member.saved.get(name)
    return total_of([("", missing(name) if given is None else given)])


def _number(value: Number) -> float | None:
    return None if isinstance(value, Missing) else value


def _baseline(result: Assessment, output: str) -> float | None:
    """Return what a plant used or emitted in its baseline: the processes that were there then."""
    states = (each.baseline for each in result.processes if each.case.kind != NEW)
    found = [state[name].value for state in states if (name := _held(state, output)) in state]
    if any(isinstance(value, Missing) and value.names for value in found):
        return None
    known = [value for value in found if not isinstance(value, Missing)]
    return math.fsum(known) if known else None


def _held(state: State, output: str) -> str:
    """Return the output of a process that is meant: where it emits no other gases, its CO2 is its CO2 equivalent."""
    return "co2" if output == CO2E and CO2E not in state else output


def emissions(result: MemberResult) -> Iterator[tuple[str, Emission]]:
    """Yield what a plant emits and saves, under its name and under its place."""
    emission = Emission(result.baseline, result.saved)
    yield result.member.name, emission
    yield result.member.place, emission
