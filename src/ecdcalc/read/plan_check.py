"""What a plan from a user's file names: sectors, indicators, conditions and numbers are those that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ecdcalc.model.installed import others_installed
from ecdcalc.model.laws import unit_of
from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.process import Process, fields_of
from ecdcalc.model.region import INDICATORS, indicator_unit
from ecdcalc.model.sector import Sector, sector, sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.units import read_quantity
from ecdcalc.reference.conditions import Condition
from ecdcalc.reference.files import OURS
from ecdcalc.reference.plan import OF_PROCESSES, Plan, Target
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near

REGION = "region"


def check_names(plan: Plan, place: str) -> None:
    """Raise `InputError` with everything that an assessment would stumble over."""
    problems = [each for target in plan.target for each in _of_target(target, f"{place} {target.id}")]
    if problems:
        raise InputError(problems)


def _of_target(target: Target, place: str) -> Iterator[Problem]:
    known_sectors = _ids()
    for name in target.sector:
        if name != REGION and name not in known_sectors:
            known = ", ".join([REGION, *known_sectors])
            yield Problem(f"{place} sector", "target-sector-unknown", {"found": name[:40], "known": known})
    classes = _classes(target)
    named = {f"{cls.about.key}.{name}" for cls in classes for name in (*outputs_of(cls), *OF_PROCESSES)}
    if target.indicator and target.indicator not in INDICATORS and f"{target.process}.{target.output}" not in named:
        guess = near(target.indicator, [*_indicators()]) or "region.energy_intensity_reduction"
        yield Problem(f"{place} indicator", "indicator-unknown", {"found": target.indicator[:60], "near": guess})
    if target.conditions and target.process and not target.indicator.startswith(f"{REGION}."):
        yield from _of_conditions(target, classes, place)
    bound = target.bound
    for cls in classes[:1]:
        if bound is None or target.output in OF_PROCESSES or target.output not in outputs_of(cls):
            continue
        asked = unit_of(cls, target.output)
        if asked is not None and not bound.unit.same_kind(asked):
            yield Problem(f"{place} limit", "target-kind", {"found": bound.text, "asked": asked.text})
    of_others = indicator_unit(target)
    if bound is not None and of_others is not None and not bound.unit.same_kind(of_others):
        yield Problem(f"{place} limit", "target-kind", {"found": bound.text, "asked": of_others.text})


def _ids() -> list[str]:
    """Return the sectors that there are; ours are listed beside the code (`assessment/index.py`), so none is loaded."""
    return [*sectors()] if others_installed() else [row["sector"] for row in OURS.rows("index", "sectors.csv")]


def _classes(target: Target) -> list[type[Process]]:
    """Return the processes that the target is about; of our sectors those are loaded that have one of that name."""
    if others_installed():
        found = [*sectors().values()]
    else:
        listed = OURS.rows("index", "processes.csv")
        found = [sector(row["sector"]) for row in listed if row["process"] == target.process]
    return [cls for cls in _processes(found) if cls.about.key == target.process]


def _processes(among: Iterable[Sector]) -> list[type[Process]]:
    return [PlantAccount, *(cls for each in among for cls in each.processes)]


def _indicators() -> set[str]:
    """Return every indicator that a target can name: those of regions, and outputs of the processes of all sectors."""
    outputs = {f"{cls.about.key}.{name}" for cls in _processes(sectors().values())
               for name in (*outputs_of(cls), *OF_PROCESSES)}  # fmt: skip
    return outputs | set(INDICATORS)


def _of_conditions(target: Target, classes: list[type[Process]], place: str) -> Iterator[Problem]:
    for each in target.conditions:
        here = f"{place} when"
        known = {name for cls in classes for name in (*fields_of(cls), *outputs_of(cls), "kind")}
        if classes and each.name not in known:
            values: dict[str, object] = {"found": each.text, "process": target.process}
            yield Problem(here, "condition-unknown", {**values, "near": near(each.name, [*known]) or sorted(known)[0]})
            continue
        for cls in classes:
            if expected := _other_kind(cls, each):
                yield Problem(here, "condition-kind", {"found": each.text, "asked": expected})
                break


def _other_kind(cls: type[Process], each: Condition) -> str:
    """Return what a condition of a process has to be compared with, where it is compared with something else."""
    field = fields_of(cls).get(each.name)
    word = isinstance(each.value, str)
    if field is not None and field.kind == "choice":
        fits = word and each.value in field.options
        return "" if fits else ", ".join(field.options)
    asked = field.unit if field is not None else unit_of(cls, each.name) if each.name in outputs_of(cls) else None
    if asked is None:
        return ""
    if word or each.sign == "":
        return asked.text
    try:
        read_quantity(each.text.partition(each.sign)[2], asked)
    except EcdcalcError:
        return asked.text
    return ""
