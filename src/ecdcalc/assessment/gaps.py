"""Gaps: the targets of a plan against a plant. A gap above zero is still missing, below zero over-fulfilled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from ecdcalc.assessment.co2e import CO2E
from ecdcalc.assessment.index import sector_names
from ecdcalc.model.evaluation import Evaluated, saving
from ecdcalc.model.plant import CLOSED, NEW, Case, Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number, where
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.reference.plan import CO2E_SAVED, Target
from ecdcalc.words.labels import joined, word
from ecdcalc.words.texts import Both

MET, OPEN, NOT_EVALUATED = "met", "open", "not-evaluated"
_SHARE, _ITEM, _RATIO, _MASS = unit("%"), unit("item"), unit("1"), unit("t")
OF_ALL = ("closed_count", "new_count", "replacement_ratio")
BY_KIND = ("closed", "retrofitted")
OF_EXISTING = ("closed_count", "replacement_ratio")
"""What can be asked of every process beside its outputs."""


@frozen
class Gap:
    """One target against one process (or the plant): values before and after in base units, and what is missing."""

    target: Target
    status: str
    process: str = ""
    unit: Unit = _RATIO
    limit: Reading | None = None
    baseline: Number = None
    reporting: Number = None
    gap: float | None = None
    reason: str = ""
    values: Mapping[str, object] = {}


def gaps(plant: Plant, states: Mapping[str, Evaluated]) -> tuple[Gap, ...]:
    """Return every target of the plant's plan, evaluated or with the reason why not."""
    if plant.plan is None:
        return ()
    return tuple(gap for target in plant.plan.target for gap in _gaps(target, plant, states))


def _gaps(target: Target, plant: Plant, states: Mapping[str, Evaluated]) -> Iterator[Gap]:
    ours = plant.sector.id in target.sector
    cases = [case for case in plant.cases if ours and case.key == target.process]
    if not ours:
        yield Gap(target, NOT_EVALUATED, reason="target-elsewhere", values={"where": _named(target.sector)})
    elif not target.indicator:
        yield Gap(target, NOT_EVALUATED, reason="target-no-indicator")
    elif not cases:
        yield Gap(target, NOT_EVALUATED, reason="target-no-process", values={"process": target.process})
    elif not (fitting := [case for case in cases if fits(target, case)]):
        conditions = "; ".join(target.when)
        yield Gap(target, NOT_EVALUATED, reason="target-none-fits", values={"conditions": conditions})
    elif (limit := limit_of(target, plant)) is None:
        yield Gap(target, NOT_EVALUATED, reason="target-no-number", values={"id": target.id})
    elif target.output in OF_ALL:
        yield gap_of_all(target, fitting, cases, limit)
    else:
        for case in fitting:
            yield gap_of_one(target, case, states[case.place], limit)


@cache
def _named(sectors: tuple[str, ...]) -> Both:
    """Return what sectors are called; `region` is none, and what is not known keeps its id."""
    known = {"region": (word("region", "en"), word("region", "zh")), **sector_names()}
    english, chinese = zip(*(known.get(id, (id, id)) for id in sectors), strict=True)
    return Both(joined(english, "en"), joined(chinese, "zh"))


def limit_of(target: Target, plant: Plant) -> Reading | None:
    """Return the number of a target: the plant's own, else that of the plan."""
    return read_quantity(plant.targets[target.id]) if target.id in plant.targets else target.bound


def fits(target: Target, case: Case) -> bool:
    """Tell whether a target is for a process: its conditions hold on the baseline."""
    if target.output in OF_EXISTING and case.kind == NEW:  # what is new cannot be replaced
        return False
    return all(each.holds(case.baseline) is True for each in target.conditions)


def adds_up(target: Target, of: Unit) -> bool:
    """Tell whether what plants reach of a target is one sum: what is counted in items, and what they save."""
    return target.output == CO2E_SAVED or of.same_kind(_ITEM)


def gap_of_one(target: Target, case: Case, states: Evaluated, limit: Reading) -> Gap:
    """Return one target against one process."""
    if target.output in BY_KIND:
        return _made(target, case.name, _SHARE, 0.0, reached_by_one(target, case, states), limit)
    if target.output == CO2E_SAVED:
        return _made(target, case.name, _MASS, 0.0, reached_by_one(target, case, states), limit)
    if case.kind == CLOSED:
        return Gap(target, NOT_EVALUATED, case.name, reason="target-closed")
    before, after = states.baseline[target.output], reached_by_one(target, case, states)
    return _made(target, case.name, before.unit, None if case.kind == NEW else before.value, after, limit)


def reached_by_one(target: Target, case: Case, states: Evaluated) -> Number:
    """Return what a process reaches of what a target asks, on any kind of number."""
    if target.output == "closed":
        return float(case.kind == CLOSED)
    if target.output == CO2E_SAVED:  # a process without other gases: its CO2
        return saving(case, states, CO2E if CO2E in states.baseline else "co2")
    return _retrofitted(case, states) if target.output == "retrofitted" else states.reporting[target.output].value


def _retrofitted(case: Case, states: Evaluated) -> Number:
    """Tell whether the process uses less energy per output than before."""
    saved = saving(case, states, "energy")
    return 1.0 if case.kind == CLOSED and not isinstance(saved, Missing) else where(saved > 0, 1.0, 0.0)


def gap_of_all(target: Target, fitting: list[Case], cases: list[Case], limit: Reading) -> Gap:
    """Return one target against all processes of the plant together."""
    value = reached_by_all(target, fitting, cases)
    if target.output == "replacement_ratio":
        return _made(target, "", _RATIO, None, value, limit)
    return _made(target, "", _ITEM, 0.0, value, limit)


def reached_by_all(target: Target, fitting: list[Case], cases: list[Case]) -> Number:
    """Return what all processes together reach of what a target asks, on any kind of number."""
    if target.output == "replacement_ratio":
        closed, new = _capacity(fitting, CLOSED), _capacity(cases, NEW)
        none = isinstance(new, float) and not new
        return Missing(frozenset({f"{target.process} new"})) if none else closed / new
    kind = CLOSED if target.output == "closed_count" else NEW
    return float(sum(case.kind == kind for case in fitting))


def _capacity(cases: list[Case], kind: str) -> Number:
    found: Number = 0.0
    for case in cases:
        if case.kind == kind:
            found = found + getattr(case.baseline, "capacity", Missing(frozenset({f"{case.place}.capacity"})))
    return found


def _made(target: Target, process: str, of: Unit, before: Number, after: Number, limit: Reading) -> Gap:
    if isinstance(after, Missing):
        values = {"names": ", ".join(sorted(after.names)) or after.reason}
        return Gap(target, NOT_EVALUATED, process, of, limit, before, after, reason="lacks-inputs", values=values)
    missing = limit.value - after if target.op in (">=", ">") else after - limit.value
    status = MET if meets(after, target.op, limit.value) else OPEN
    return Gap(target, status, process, of, limit, before, after, missing)
