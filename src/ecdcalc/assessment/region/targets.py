"""Every target of a plan against a region: met, on track, short by how much, or what is missing to tell.

A target is evaluated from the region's own series and register, else from the figure that the region gives for it
(`indicators`), else from its plants: what is counted in items adds up, of shares and specific values the worst
plant decides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import field, frozen

from ecdcalc.assessment.gaps import NOT_EVALUATED, OPEN, Gap, adds_up
from ecdcalc.assessment.region.counting import Register
from ecdcalc.assessment.region.dual_control import Decline, DualControl, growth, ratio_decline
from ecdcalc.equations.intensity import even_path
from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.process import Process
from ecdcalc.model.region import KEY_POLLUTANTS, Member, Region
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing, Number, missing, where
from ecdcalc.numbers.units import Reading, Unit, unit
from ecdcalc.reference.plan import OF_PROCESSES, Target

MET, ON_TRACK, SHORT = "met", "on-track", "short"
STATES = (MET, ON_TRACK, SHORT, NOT_EVALUATED)
_SHARE, _MASS, _RATIO = unit("%"), unit("t"), unit("1")


@frozen
class Standing:
    """One target against the region; numbers in base units, shown in `unit`."""

    target: Target
    state: str
    plan: str
    unit: Unit = _RATIO
    limit: Reading | None = None
    base: float | None = None
    value: float | None = None
    gap: float | None = None
    path: float | None = None
    evaluator: str = ""
    places: tuple[tuple[Member, Gap], ...] = ()
    reason: str = ""
    values: Mapping[str, object] = field(factory=dict)


@frozen
class Found:
    """A value for a target, with its base value where there is one."""

    value: float
    unit: Unit
    base: float | None = None
    compounds: bool = False


@frozen
class Ledger:
    """What the evaluators look at."""

    region: Region
    energy: DualControl | Missing
    register: Register | None
    co2e: Number = field(factory=lambda: missing("plants"))
    """What the plants save as CO2 equivalent."""


Evaluator = Callable[[Target, Ledger], "Found | Missing"]


def standings(
    ledger: Ledger, gaps: Iterable[tuple[Member, Sequence[Gap]]], targets: Sequence[Target]
) -> tuple[Standing, ...]:
    """Return every target with its state."""
    by_target: dict[str, list[tuple[Member, Gap]]] = {each.id: [] for each in targets}
    for member, found in gaps:
        for gap in found:
            by_target[gap.target.id].append((member, gap))
    return tuple(_standing(target, ledger, by_target[target.id]) for target in targets)


def _standing(target: Target, ledger: Ledger, places: list[tuple[Member, Gap]]) -> Standing:
    region = ledger.region
    plan = _set_by(target, region)
    lacking: list[str] = []
    evaluator = EVALUATORS.get(target.indicator)
    for name, found in (
        ("region", evaluator(target, ledger) if evaluator else None),
        ("indicator", _of_indicator(target, region)),
    ):
        if isinstance(found, Found):
            return _compared(target, ledger, found, name)
        lacking += sorted(found.names) if found is not None else []
    evaluated = [each for each in places if each[1].status != NOT_EVALUATED]
    if evaluated:
        return _of_places(target, region, evaluated)
    limit = _limit(target, region)
    reason, values = _why(target, places, lacking if limit else [f"targets.{target.id}", *lacking])
    return Standing(target, NOT_EVALUATED, plan, limit=limit, reason=reason, values=values)


def _set_by(target: Target, region: Region) -> str:
    """Return whose number it is: the region file's own, that of a plan above, or the plan's."""
    return f"targets.{target.id}" if target.id in region.targets else target.set_by or region.plan.id


def _limit(target: Target, region: Region) -> Reading | None:
    return region.targets.get(target.id) or target.bound


def _why(target: Target, places: list[tuple[Member, Gap]], lacking: list[str]) -> tuple[str, dict[str, object]]:
    """Say which input is missing: of a plant that falls under the target, else of the region."""
    for member, gap in places:
        if gap.reason == "lacks-inputs":
            names = f"{member.place}: {gap.values['names']}"
            return "lacks-inputs", {"names": names}
        if gap.reason == "target-no-number":
            return "lacks-inputs", {"names": f"targets.{target.id}"}
    if any(gap.reason == "target-none-fits" for _, gap in places):
        return "region-none-concerned", {"id": target.id}
    return "lacks-inputs", {"names": ", ".join(dict.fromkeys(lacking))}


def _compared(target: Target, ledger: Ledger, found: Found, evaluator: str) -> Standing:
    region = ledger.region
    plan = _set_by(target, region)
    limit = _limit(target, region)
    if limit is None:
        values = {"names": f"targets.{target.id}"}
        return Standing(
            target,
            NOT_EVALUATED,
            plan,
            found.unit,
            base=found.base,
            value=found.value,
            evaluator=evaluator,
            reason="lacks-inputs",
            values=values,
        )
    up = target.comparison in (">", ">=")
    gap = limit.value - found.value if up else found.value - limit.value
    path = path_of(target, region, found, limit.value)
    state = SHORT
    if meets(found.value, target.comparison, limit.value):
        state = MET
    elif path is not None and meets(found.value, ">=" if up else "<=", path):
        state = ON_TRACK
    return Standing(target, state, plan, limit.unit, limit, found.base, found.value, gap, path, evaluator)


def path_of(target: Target, region: Region, found: Found, limit: float) -> float | None:
    """Return where an even path stands in the reporting year, None where the target year is reached."""
    last = target.target_year or region.plan.target_year
    if region.year >= last or found.base is None:
        return None
    elapsed, years = region.year - region.base_year, last - region.base_year
    if found.compounds:
        path: float = even_path(target=limit, elapsed=elapsed, years=years)
        return path
    return found.base + (limit - found.base) * elapsed / years


def _of_places(target: Target, region: Region, places: list[tuple[Member, Gap]]) -> Standing:
    first = places[0][1]
    limit = region.targets.get(target.id) or first.limit
    assert limit is not None
    count = len(places)
    if adds_up(target, first.unit):
        before = [gap.baseline for _, gap in places]
        known = [each for each in before if isinstance(each, (int, float))]
        value = math.fsum(gap.reporting for _, gap in places)
        base = math.fsum(known) if len(known) == count else None
        up = target.comparison in (">", ">=")
        gap = limit.value - value if up else value - limit.value
        state = MET if meets(value, target.comparison, limit.value) else SHORT
        return Standing(
            target,
            state,
            _set_by(target, region),
            limit.unit,
            limit,
            base,
            value,
            gap,
            evaluator="plants",
            places=tuple(places),
        )
    missing = [gap.gap if gap.gap is not None else 0.0 for _, gap in places]
    worst = places[missing.index(max(missing))][1]
    short = sum(gap.status == OPEN for _, gap in places)
    reason = "region-open-of" if short else ""
    values: dict[str, object] = {"open": short, "count": count}
    if count > 1 and not short and target.scope != "plant":
        reason, values = "region-not-pooled", {"count": count, "id": target.id}
    return Standing(
        target,
        SHORT if short else MET,
        _set_by(target, region),
        limit.unit,
        limit,
        _number(worst.baseline),
        _number(worst.reporting),
        worst.gap,
        evaluator="plants",
        places=tuple(places),
        reason=reason,
        values=values,
    )


def _number(value: Number) -> float | None:
    return value if isinstance(value, (int, float)) else None


def _of_indicator(target: Target, region: Region) -> Found | Missing:
    given = region.indicators.get(target.id, {})
    if region.year not in given:
        return Missing(frozenset([f"indicators.{target.id}.{region.year}"]))
    base = given.get(region.base_year)
    now = given[region.year]
    return Found(now.value, now.unit, None if base is None else base.value)


# the region's own evaluators


def _energy(target: Target, ledger: Ledger) -> Found | Missing:
    if isinstance(ledger.energy, Missing):
        return ledger.energy
    return Found(ledger.energy.done, _SHARE, 0.0, compounds=True)


def _total(target: Target, ledger: Ledger) -> Found | Missing:
    """Return the growth of energy that counts: what the rules leave out is not assessed."""
    if isinstance(ledger.energy, Missing):
        return ledger.energy
    return Found(ledger.energy.total_growth, _SHARE, 0.0)


def _of_decline(found: Decline | Missing, compounds: bool = True) -> Found | Missing:
    return found if isinstance(found, Missing) else Found(found.value, _SHARE, 0.0, compounds)


def _sector(target: Target, ledger: Ledger) -> Found | Missing:
    name = target.sector[0]
    return _of_decline(ratio_decline(ledger.region, f"sector_energy.{name}", f"value_added.{name}"))


def _carbon(target: Target, ledger: Ledger) -> Found | Missing:
    return _of_decline(ratio_decline(ledger.region, "co2", "gdp"))


def _growth_of(series: str) -> Evaluator:
    return lambda target, ledger: _of_decline(growth(ledger.region, series), compounds=False)


def _reduction_of(series: str) -> Evaluator:
    def evaluate(target: Target, ledger: Ledger) -> Found | Missing:
        found = growth(ledger.region, series)
        return found if isinstance(found, Missing) else Found(-found.value, _SHARE, 0.0)

    return evaluate


def _counted(pollutant: str) -> Evaluator:
    def evaluate(target: Target, ledger: Ledger) -> Found | Missing:
        if ledger.register is None or not ledger.register.entries:
            return Missing(frozenset(["project"]))
        return Found(ledger.register.counted(pollutant), _MASS, 0.0)

    return evaluate


def _offsets(target: Target, ledger: Ledger) -> Found | Missing:
    """Return the smallest ratio among new sources whose ambient quality fails."""
    offsets = ledger.register.offsets if ledger.register else ()
    ratios = [each.ratio for each in offsets if each.multiple > 1]
    return Found(min(ratios), _RATIO) if ratios else Missing(frozenset(["new_source"]))


def _co2e(target: Target, ledger: Ledger) -> Found | Missing:
    found = ledger.co2e
    return found if isinstance(found, Missing) else Found(found, _MASS, 0.0)


def _switch(name: str, series: str) -> Evaluator:
    def evaluate(target: Target, ledger: Ledger) -> Found | Missing:
        if series not in ledger.region.series:
            return Missing(frozenset([f"series.{series}"]))
        return Found(where(getattr(ledger.region.rules, name), 1.0, 0.0), _SHARE)

    return evaluate


EVALUATORS: dict[str, Evaluator] = {
    "region.energy_intensity_reduction": _energy,
    "region.co2_intensity_reduction": _carbon,
    "region.energy_growth": _total,
    "region.co2_growth": _growth_of("co2"),
    "region.coal_growth": _growth_of("coal"),
    "coal-balance.growth": _growth_of("coal"),
    "plant.intensity_reduction": _sector,
    "region.renewables_excluded": _switch("exclude_renewables", "renewable_electricity"),
    "region.feedstock_excluded": _switch("exclude_feedstock", "feedstock"),
    "offset.ratio": _offsets,
    "region.co2e_saved": _co2e,
    **{f"region.{name}_reduction": _reduction_of(f"pollutants.{name}") for name in KEY_POLLUTANTS},
    **{f"key-projects.{name}_counted": _counted(name) for name in KEY_POLLUTANTS},
}


def known_indicators() -> set[str]:
    """Return every indicator that a target can name: those of regions, and outputs of the processes of all sectors."""
    processes: list[type[Process]] = [PlantAccount]
    for each in sectors().values():
        processes += each.processes
    outputs = {f"{cls.about.key}.{name}" for cls in processes for name in (*outputs_of(cls), *OF_PROCESSES)}
    return outputs | set(EVALUATORS)
