"""The plants of a region: each assessed, or set aside with the reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.assessment.region.counting import Emission
from ecdcalc.model.evaluation import State
from ecdcalc.model.plant import NEW
from ecdcalc.model.process import COUNTED
from ecdcalc.model.region import Member, Region, Rejected
from ecdcalc.numbers.ops import Missing
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import EcdcalcError, Problem

SAVED = (*COUNTED, CO2E)


@frozen
class MemberResult:
    """A plant of the region: its assessment, or the results that were given for it."""

    member: Member
    assessment: Assessment | None
    saved: Mapping[str, float | None]
    baseline: Mapping[str, float | None] = field(factory=dict)


def assessed(member: Member, region: Region, plan: Plan) -> MemberResult | Rejected:
    """Assess one plant against the plan of its region; a plant given by its results stays as it is."""
    if member.plant is None:
        return MemberResult(member, None, dict(member.saved))
    targets = {**{id: reading.text for id, reading in region.targets.items()}, **member.plant.targets}
    try:
        result = assess(evolve(member.plant, plan=plan, targets=targets), basis=region.rules.basis)
    except EcdcalcError as error:
        return Rejected(member.place, (Problem("", error.key, error.values),))
    found = {**result.saved, CO2E: result.warming.saved if result.warming else None}
    saved = {name: None if isinstance(value, Missing) else value for name, value in found.items()}
    return MemberResult(member, result, saved, {name: _baseline(result, name) for name in SAVED})


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
