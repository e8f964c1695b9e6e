"""The plants of a region: each assessed, or set aside with the reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.assessment.region.counting import Emission
from ecdcalc.model.plant import NEW
from ecdcalc.model.process import COUNTED
from ecdcalc.model.region import Member, Region, Rejected
from ecdcalc.numbers.ops import Missing
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import EcdcalcError, Problem

SAVED = COUNTED


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
    saved = {name: None if isinstance(value, Missing) else value for name, value in result.saved.items()}
    return MemberResult(member, result, saved, {name: _baseline(result, name) for name in SAVED})


def _baseline(result: Assessment, output: str) -> float | None:
    """Return what a plant used or emitted in its baseline: the processes that were there then."""
    found = [
        each.baseline[output].value for each in result.processes if each.case.kind != NEW and output in each.baseline
    ]
    if any(isinstance(value, Missing) and value.names for value in found):
        return None
    known = [value for value in found if not isinstance(value, Missing)]
    return math.fsum(known) if known else None


def emissions(result: MemberResult) -> Iterator[tuple[str, Emission]]:
    """Yield what a plant emits and saves, under its name and under its place."""
    emission = Emission(result.baseline, result.saved)
    yield result.member.name, emission
    yield result.member.place, emission
