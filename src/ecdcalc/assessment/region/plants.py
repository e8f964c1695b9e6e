"""The plants of a region: each assessed, or set aside with the reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.money.instruments import money_of
from ecdcalc.assessment.money.result import Money
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.assessment.region.counting import Emission
from ecdcalc.assessment.rests import Rests, rests_of
from ecdcalc.assessment.totals import Total, total_of
from ecdcalc.assessment.warnings.prices import lines_of, of_prices
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.outputs import State
from ecdcalc.model.plant import CLOSED, NEW, Plant
from ecdcalc.model.prices import Prices
from ecdcalc.model.process import COUNTED
from ecdcalc.model.region import Member, Rejected
from ecdcalc.numbers.ops import Missing, Number, missing
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import EcdcalcError, Problem

SAVED = (*COUNTED, CO2E)


@frozen
class Question:
    """What the plants of a region are assessed by: plan with what it inherits, targets, basis, prices."""

    plan: Plan
    targets: Mapping[str, str]
    basis: str
    prices: Prices

    def plant(self, member: Member) -> Plant | None:
        """Return a plant of the region with the plan and the targets of the region; its own targets win."""
        found = member.plant
        return found and evolve(found, plan=self.plan, targets={**self.targets, **found.targets})


@frozen
class Account:
    """What a plant says of itself in all: energy and value added in the base year, value added now."""

    energy: Number
    base_value_added: Number
    value_added: Number


@frozen
class MemberResult:
    """A plant of the region: what was found of it, or the results that were given for it.

    Its numbers are kept and what they rest on, and not how each came about: of thousands of plants that would fill the
    memory. `assessment` assesses the plant once more for who asks that.
    """

    member: Member
    totals: Mapping[str, Total]
    baseline: Mapping[str, float | None] = field(factory=dict)
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[Warned, ...] = ()
    of_prices: tuple[Warned, ...] = ()
    """What is said of the prices of the region, by the carriers that the plant uses."""
    money: tuple[Money, ...] = ()
    accounts: tuple[Account, ...] = ()
    rests: Rests | None = None
    own_measures: bool = False
    question: Question | None = field(default=None, eq=False, repr=False)

    @property
    def assessment(self) -> Assessment | None:
        """The whole assessment of the plant, with how each number came about; None where its results were given."""
        plant = self.question and self.question.plant(self.member)
        return assess(plant, basis=self.question.basis) if plant and self.question else None

    @property
    def saved(self) -> dict[str, float | None]:
        """What it saves of each output in all, None where some of it is not known."""
        return {name: _number(each.value) for name, each in self.totals.items()}


def assessed(member: Member, question: Question) -> MemberResult | Rejected:
    """Assess one plant; a plant given by its results stays as it is."""
    plant = question.plant(member)
    if plant is None:
        return MemberResult(member, {name: _handed_in(member, name) for name in SAVED})
    try:
        result = assess(plant, basis=question.basis)
    except EcdcalcError as error:
        return Rejected(member.place, (Problem("", error.key, error.values),))
    return MemberResult(
        member,
        _totals(result),
        {name: _baseline(result, name) for name in SAVED},
        tuple(each for each in result.gaps if each.reason not in _OF_NO_PLANT),
        result.warnings,
        tuple(of_prices(question.prices, lines_of(plant))),
        tuple(money_of(result, question.prices)),
        tuple(_accounts(result)),
        rests_of(result.processes),
        any(step.step.measure.own for each in result.processes for step in each.steps),
        question,
    )


_OF_NO_PLANT = ("target-elsewhere", "target-no-indicator", "target-no-process")
"""Why a target is not evaluated that would say nothing of a plant whatever its numbers are."""


def all_assessed(members: Sequence[Member], question: Question, jobs: int) -> Iterator[MemberResult | Rejected]:
    """Yield what is found of each plant, in their order; `jobs` processes share them."""
    if jobs <= 1:
        yield from (assessed(each, question) for each in members)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_ask, initargs=(question,)) as pool:
        for member, found in zip(members, pool.map(_answered, members, chunksize=_AT_ONCE), strict=True):
            yield evolve(found, member=member, question=question) if isinstance(found, MemberResult) else found


_AT_ONCE = 8
"""Plants that are handed to a process at a time."""
_asked: list[Question] = []
"""In a process that assesses plants for another: what they are assessed by."""


def _ask(question: Question) -> None:
    _asked[:] = [question]


def _answered(member: Member) -> MemberResult | Rejected:
    """Return what is found, without what the other process has already."""
    found = assessed(member, _asked[0])
    return (
        evolve(found, member=evolve(member, packed=None), question=None) if isinstance(found, MemberResult) else found
    )


def _accounts(result: Assessment) -> Iterator[Account]:
    """Yield the account of a plant that goes on."""
    for each in result.processes:
        if type(each.case.baseline).about.key == "plant" and each.case.kind not in (NEW, CLOSED):
            account: Any = each.case.reporting
            yield Account(account.base.energy, account.base.value_added, account.value_added)


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
