"""What does not fit together: a model and its meter, two factors of one fuel, a meter and its sub-meter, an order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ecdcalc.assessment.result import ProcessResult
from ecdcalc.assessment.warnings.size import typed
from ecdcalc.assessment.warnings.warned import Warned, shown
from ecdcalc.model.evaluation import POLLUTANTS, Evaluated, scale_of
from ecdcalc.model.parts.carriers import GUIDES, EnergyUse, Fuel
from ecdcalc.model.plant import CLOSED, Case, Plant
from ecdcalc.model.process import Process, Record, fields_of
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import Output, outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import unit
from ecdcalc.words.errors import EcdcalcError

_COAL = "kilogram_coal_equivalent"
_ENERGY = {unit("J").dimension, unit("J/kg").dimension, unit("J/m3").dimension, unit("J/m2").dimension}
SCALED = (0.7, 1.4)
"""Output of the reporting state over that of the baseline: beyond it a fixed part of the energy weighs."""
SAME_HEAT, _OVERLAP = 1.02, 0.1
_SAME_FUEL = {"lhv": 1.5, "co2_factor": 1.15}
"""By what factor two purchases of one carrier differ: coals differ, a grid has one factor."""
LIGHT, TAKER = "cm-lighting", "cm-waste-heat"
EFFICACY = 2.5
"""LED at 160 lm/W for fluorescent lamps at 64 lm/W: what falls further is light (expert knowledge)."""


def of_case(result: ProcessResult, states: Evaluated) -> Iterator[Warned]:
    """Yield what does not fit together in one process."""
    case = result.case
    yield from _factors(case)
    yield from _service(case)
    yield from _order(case, result)
    if case.measured:
        yield from _meter(case, states)
        yield from _scaled(case)
    if case.kind == CLOSED:
        yield from _closed(result)


def _meter(case: Case, states: Evaluated) -> Iterator[Warned]:
    """Yield where the reporting state is another by its physics, and its metered energy is the same."""
    before, after = states.baseline, states.reporting
    if (
        type(case.baseline).about.rolls_up
        or "energy" not in before
        or not _same(before["energy"].value, after["energy"].value)
    ):
        return
    made = case.baseline.about.activity
    if made and not _same(getattr(case.baseline, made), getattr(case.reporting, made)):
        return
    for name, each in of_energy(type(case.baseline)):
        one, other = before[name].value, after[name].value
        if isinstance(one, Missing) or one is None:
            continue
        if not isinstance(other, Missing) and not _same(one, other):
            said = {"name": name, "before": shown(one, each.unit), "after": shown(other, each.unit)}
            yield Warned(f"{case.place}.reporting", "warn-meter", said, other, unit=each.unit)
            return


def of_energy(cls: type[Process]) -> Iterator[tuple[str, Output]]:
    """Yield the outputs that tell of the energy of a process and are no sums: where they change, so does its meter."""
    corrections = {name for each in getattr(cls, "gradings", ()) for name in (each.scale, *each.shifts)}
    for name, each in outputs_of(cls).items():
        if each.extensive or name in corrections:
            continue
        if _COAL in dict(each.unit.dimension) or each.unit.dimension in _ENERGY:
            yield name, each


def _same(one: Number, other: Number) -> bool:
    if isinstance(one, Missing) or isinstance(other, Missing) or one is None or other is None:
        return False
    return bool(meets(one, "==", other))


def _scaled(case: Case) -> Iterator[Warned]:
    """Yield where a metered baseline is scaled far by output alone."""
    scale = scale_of(case, "energy") if "energy" in outputs_of(type(case.baseline)) else 1.0
    if isinstance(scale, Missing) or SCALED[0] <= scale <= SCALED[1]:
        return
    if any(path.startswith("energy.") for path in typed(case.reporting, case.baseline)):
        said = {"found": f"{scale:.3g}"}
        yield Warned(f"{case.place}.reporting", "warn-scaled", said, scale, *SCALED, unit("1"))


def _factors(case: Case) -> Iterator[Warned]:
    """Yield where a fuel is given two factors that contradict each other."""
    if not isinstance(case.baseline, EnergyUse):
        return
    for id, line in case.baseline.carriers.items():
        given = {name for name, origin in line.origins.items() if origin.kind == "given"}
        if isinstance(line, Fuel) and {"lhv", "coal_factor"} <= given:
            of, heat = fields_of(type(line))["lhv"].unit, line.coal_factor * line.standard_coal_heat
            if of and not _near(line.lhv, heat, SAME_HEAT):
                said = {"one": shown(line.lhv, of), "other": shown(heat, of)}
                yield Warned(f"{case.place}.energy.{id}", "warn-two-factors", said, line.lhv, unit=of)


def _near(one: float, other: float, factor: float) -> bool:
    small, large = sorted((abs(one), abs(other)))
    return large <= small * factor


def _service(case: Case) -> Iterator[Warned]:
    """Yield where a measure gives less service than before, or heat to nobody who is named."""
    before = case.baseline
    for number, step in enumerate(case.steps):
        place, after = f"{case.place}.measure[{number}]", step.after
        if step.measure.row.id == LIGHT and after.density * EFFICACY < before.density:  # type: ignore[attr-defined]
            of = fields_of(type(after))["density"].unit
            assert of is not None
            said = {"before": shown(before.density, of), "after": shown(after.density, of)}  # type: ignore[attr-defined]
            yield Warned(place, "warn-light", said)
        if step.measure.row.id == TAKER and isinstance(getattr(after, "sink", None), Missing):
            yield Warned(place, "warn-taker")
        before = after


def _order(case: Case, result: ProcessResult) -> Iterator[Warned]:
    """Yield where measures save less together than each alone: what each saves then depends on their order."""
    if len(case.steps) < 2 or "energy" not in outputs_of(type(case.baseline)):
        return
    start, alone = value_of(case.baseline, "energy"), []
    for step in case.steps:
        try:
            after = step.measure(case.baseline, carrier=step.carrier, **step.numbers)
            alone.append(start - value_of(after, "energy"))
        except (EcdcalcError, ZeroDivisionError):
            return
    together = start - value_of(case.steps[-1].after, "energy")
    if any(isinstance(each, Missing) for each in (*alone, together)):
        return
    of, single = unit("tce"), sum(alone)
    if abs(single - together) > _OVERLAP * max(abs(single), abs(together)):
        said = {"alone": shown(single, of), "together": shown(together, of),
                "order": " → ".join(step.measure.id for step in case.steps)}  # fmt: skip
        yield Warned(f"{case.place}.measure", "warn-order", said, together, unit=of)


def _closed(result: ProcessResult) -> Iterator[Warned]:
    """Yield what a shutdown uses or emits more."""
    for name in ("energy", *POLLUTANTS):
        value = result.saved.get(name)
        if value is not None and not isinstance(value, Missing) and value < 0:
            of = result.outputs[name].unit
            said = {"name": POLLUTANTS.get(name, name), "found": shown(-value, of)}
            yield Warned(result.case.place, "warn-closed", said, value, unit=of)


def of_plant(plant: Plant, results: Sequence[ProcessResult]) -> Iterator[Warned]:
    """Yield what does not fit together between the processes of a plant."""
    yield from _sub_meters(plant)
    yield from _two_fuels(plant)
    yield from _leaks(results)
    yield from _guides(plant)


def _guides(plant: Plant) -> Iterator[Warned]:
    """Yield the carriers whose carbon is of another guide than was asked for, or than that of the carriers beside them.

    Where the guide has no row for a carrier that of another guide is taken; a guide counts with its own values only.
    """
    asked = plant.context.co2_guide
    chosen = asked != plant.sector.co2_guide
    for case in plant.cases:
        lines = getattr(case.baseline, "carriers", {})
        found = {id: guide for id, line in lines.items() if _used(line.amount) and (guide := _guide(line))}
        for id, guide in found.items():
            if guide != asked and (chosen or asked in found.values()):
                said = {"carrier": id, "found": guide, "asked": asked}
                yield Warned(f"{case.place}.energy.{id}", "warn-guide", said, source=f"co2-{guide}")


def _used(amount: Number) -> bool:
    return isinstance(amount, Missing) or amount != 0


def _guide(line: Record) -> str:
    """Return the guide from which a line has its carbon, empty where it has it from none."""
    origin = line.origins.get("carbon_content")
    return guide_of(origin.factor.id) if origin is not None and origin.factor is not None else ""


def guide_of(id: str) -> str:
    """Return the guide that a factor is of, empty if of none."""
    found = id.partition("/")[0].removeprefix("co2-")
    return found if found in GUIDES else ""


def _metered(case: Case) -> Mapping[str, Number]:
    lines = getattr(case.baseline, "carriers", {})
    return {id: line.amount for id, line in lines.items() if not isinstance(line.amount, Missing) and line.amount > 0}


def _sub_meters(plant: Plant) -> Iterator[Warned]:
    """Yield the devices whose energy the meter of a process of the plant's own sector may hold already."""
    own = [case for case in plant.cases if type(case.baseline) in plant.sector.processes]
    for case in plant.cases:
        cls = type(case.baseline)
        if cls in plant.sector.processes or cls.about.single or "modelled_electricity" not in outputs_of(cls):
            continue
        holder = next((each for each in own if "electricity" in _metered(each)), None)
        if holder is not None:
            yield Warned(case.place, "warn-sub-meter", {"meter": holder.place})


def _two_fuels(plant: Plant) -> Iterator[Warned]:
    """Yield where one carrier is given heating values or grid factors that cannot both be of one purchase."""
    lines = [
        (case, id, line, given)
        for case in plant.cases
        for id, line in getattr(case.baseline, "carriers", {}).items()
        if (given := _given(line, _SAME_FUEL))
    ]
    for (_, id, one, of_one), (case, other_id, other, of_other) in combinations(lines, 2):
        for name, factor in _SAME_FUEL.items() if id == other_id else ():
            if name in of_one & of_other and not _near(getattr(one, name), getattr(other, name), factor):
                of = fields_of(type(one))[name].unit
                assert of is not None
                values = getattr(one, name), getattr(other, name)
                said = {"one": shown(values[0], of), "other": shown(values[1], of)}
                yield Warned(f"{case.place}.energy.{id}.{name}", "warn-two-factors", said, values[1], unit=of)


def _given(line: Record, names: Iterable[str]) -> set[str]:
    """Return those of some inputs that a user gave a line."""
    return {name for name in names if name in line.origins and line.origins[name].kind == "given"}


def _leaks(results: Sequence[ProcessResult]) -> Iterator[Warned]:
    """Yield where leaks are counted one by one beside a factor that holds those of the whole plant."""
    single = [each for each in results if "leaks" in fields_of(type(each.case.baseline))]
    whole = [
        each for each in results
        if each not in single and "factor" in each.methods.get("voc", "") and _emits(each)
    ]  # fmt: skip
    for each in single if whole else ():
        if any(path.startswith("leaks.") for path in typed(each.case.baseline)):
            yield Warned(f"{each.case.place}.leaks", "warn-leaks", {"factor": whole[0].case.place})


def _emits(result: ProcessResult) -> bool:
    """Tell whether a process emits VOC, as far as that is known."""
    value = result.reporting["voc"].value
    return not isinstance(value, Missing) and value != 0
