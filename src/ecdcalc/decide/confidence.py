"""Choosing so that what is asked is reached with a wanted probability, whatever the ranges come to.

All sets of measures are run through the real outputs in some hundred trials. An aim that one process decides (a limit,
a target of its own) then counts with the margin that a set leaves in the wanted share of the trials: that is exact on
these draws. An aim that several processes bring together is a sum: its need is raised until the sum of the chosen sets
reaches it in the wanted share, which is safe and may cost more than need be. All aims together: each is asked with the
share that makes their failures add up to what is allowed (Bonferroni). What was chosen is drawn anew at last, with
other draws, and what is told is the probability that was seen then. Costs count as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from operator import attrgetter
from typing import Any

from attrs import evolve, frozen

from ecdcalc.decide.aims import AimOf, Asked, Brings
from ecdcalc.decide.draws import Dice, Source
from ecdcalc.decide.plant_sets import PlantSets, SetValue
from ecdcalc.decide.program import Solution
from ecdcalc.decide.question import MIDDLE, REDUCED, Confidence
from ecdcalc.decide.sets import Set, Sets
from ecdcalc.decide.spread import Gathered, Spread
from ecdcalc.decide.trials import case_of
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import CLOSED, NEW, Case
from ecdcalc.model.process import Process, lift
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import unit

SCENARIOS, VERIFIED = 400, 2_000
"""The draws that sets are chosen by, and those of the final run, at most: all aims are worked out in each."""
_SLACK = 1e-9
_ROUNDS = 8
_NEVER = -1e3
_UNKNOWN = Missing(frozenset(), "zero-denominator")

Ask = Callable[[Sequence[PlantSets]], Asked]
Solve = Callable[[Brings, Mapping[str, float]], Solution]


@frozen
class AimChance:
    """One aim: the share of the draws that reach it, and the spread of what is brought to it (of a margin: of that)."""

    probability: float
    reached: Spread | None


@frozen
class Verified:
    """What the final run says of each aim and of all together."""

    draws: int
    seed: int
    aims: Mapping[str, AimChance]
    together: float | None
    sources: tuple[Source, ...]


def hedged(
    listed: Sequence[PlantSets], asked: Asked, ask: Ask, solve: Solve, wanted: Confidence
) -> tuple[Brings, dict[str, float]]:
    """Return what the sets bring, and what is needed, so that the wanted share of the trials reaches it."""
    import numpy

    brought = _brought(listed, asked, ask, Dice(min(wanted.draws, SCENARIOS), wanted.seed))
    places = _places(asked.brings)
    moved = [id for id in asked.aims if any(numpy.ptp(each) > 0 for (_, of), each in brought.items() if of == id)]
    share = wanted.share or MIDDLE
    share = 1 - (1 - share) / max(len(moved), 1) if wanted.together else share
    brings = {key: dict(row) for key, row in asked.brings.items()}
    for (key, id), values in brought.items():
        if len(places[id]) == 1:
            brings[key][id] = float(numpy.quantile(values, 1 - share, method="lower"))
    needs = {id: aim.need for id, aim in asked.aims.items()}
    sums = [id for id in moved if len(places[id]) > 1]
    found = solve(brings, needs)
    for _ in range(_ROUNDS if sums else 0):
        raised = {
            id: needs[id] + lack
            for id in sums
            if (lack := asked.aims[id].need - _reached(id, found, listed, brought, asked.brings, share)) > 0
        }
        if not raised or (found.short and any(each > 0 for each in found.short.values())):
            break
        needs |= raised
        found = solve(brings, needs)
    return brings, needs


def verified(
    listed: Sequence[PlantSets], chosen: Sequence[int], asked: Asked, ask: Ask, wanted: Confidence
) -> Verified:
    """Draw what was chosen anew, and return how often it reaches what is asked."""
    import numpy

    numbers = iter(chosen)
    kept = [
        evolve(one, sets=tuple(evolve(each, sets=(each.sets[0], each.sets[next(numbers)])) for each in one.sets))
        for one in listed
    ]
    kept = [evolve(one, values=_values_kept(one, old)) for one, old in zip(kept, listed, strict=True)]
    few = ask(kept)
    dice = Dice(min(wanted.draws, VERIFIED), wanted.seed + 1)
    brought = _brought(kept, few, ask, dice)
    below = _brought(kept, few, ask, dice, _BELOW) if few.below else {}
    met: dict[str, Any] = {}
    gathered = Gathered(dice)
    for id, aim in asked.aims.items():
        values = [each for ((_, _, index), of), each in brought.items() if of == id and index == 1]
        total: Any = sum(values) if values else numpy.zeros(1)
        met[id] = total >= aim.need - _SLACK * _size(aim)
        parts = [each for ((_, _, index), of), each in below.items() if of == id and index == 1]
        total = total / sum(parts) if parts else total
        gathered.add(id, aim.sign * total, unit(aim.unit or REDUCED.get(POLLUTANTS.get(aim.name, aim.name), "1")))
    spreads = gathered.spreads()
    aims = {id: AimChance(float(each.mean()), spreads.get(id)) for id, each in met.items()}
    together = float(reduce(numpy.logical_and, met.values()).mean()) if met else None
    return Verified(dice.draws, dice.seed, aims, together, tuple(dice.sources[key] for key in sorted(dice.sources)))


def _values_kept(one: PlantSets, old: PlantSets) -> tuple[tuple[SetValue, ...], ...]:
    """Return the values of the sets that are kept."""
    return tuple(
        tuple(row[before.sets.index(each)] for each in now.sets)
        for now, before, row in zip(one.sets, old.sets, old.values, strict=True)
    )


def _places(brings: Brings) -> dict[str, set[tuple[int, str]]]:
    """Return by aim the processes that bring something to it."""
    found: dict[str, set[tuple[int, str]]] = {}
    for (number, place, _), row in brings.items():
        for id in row:
            found.setdefault(id, set()).add((number, place))
    return found


def _reached(
    id: str, found: Solution, listed: Sequence[PlantSets], brought: Mapping[Any, Any], known: Brings, share: float
) -> float:
    """Return what the chosen sets bring to an aim in the wanted share of the trials."""
    import numpy

    keys = [(number, sets.case.place) for number, one in enumerate(listed) for sets in one.sets]
    total: Any = 0.0
    for key, index in zip(keys, found.chosen, strict=True):
        whole = (*key, index)
        total = total + brought.get((whole, id), known.get(whole, {}).get(id, 0.0))
    return float(numpy.quantile(numpy.atleast_1d(total), 1 - share, method="lower"))


_BRINGS: Callable[[Asked], Brings] = attrgetter("brings")
_BELOW: Callable[[Asked], Brings] = attrgetter("below")


def _brought(
    listed: Sequence[PlantSets], asked: Asked, ask: Ask, dice: Dice, what: Callable[[Asked], Brings] = _BRINGS
) -> dict[Any, Any]:
    """Return what every set brings to every aim in every trial; what is not known in one is far from enough."""
    import numpy

    drawn = [_drawn(one, dice, f"{number}: ") for number, one in enumerate(listed)]
    pairs = [(key, id) for key, row in what(asked).items() for id in row]
    found = {pair: numpy.empty(dice.draws) for pair in pairs}
    for trial in range(dice.draws):
        here = what(ask([_at_trial(one, each, trial) for one, each in zip(listed, drawn, strict=True)]))
        for (key, id), values in found.items():
            values[trial] = here.get(key, {}).get(id, _NEVER * _size(asked.aims[id]))
    return found


def _size(aim: AimOf) -> float:
    return abs(aim.scale) or 1.0


_Drawn = list[tuple[Case, list[tuple[Process, dict[str, Number]]]]]
"""Of every process: its case in trials, and of every set the state and its outputs."""


def _drawn(one: PlantSets, dice: Dice, within: str) -> _Drawn:
    """Run all sets of a plant in all trials."""
    import numpy

    dice.within = within
    found: _Drawn = []
    with numpy.errstate(all="ignore"):
        for sets in one.sets:
            states = []
            base = case_of(sets.case, one.plant, dice)
            for chosen in sets.sets:
                case = evolve(sets.case, steps=chosen.steps, reporting=chosen.state)
                state = case_of(case, one.plant, dice).reporting
                states.append((state, {name: value_of(state, name) for name in outputs_of(type(state))}))
            found.append((base, states))
    dice.within = ""
    return found


def _at_trial(one: PlantSets, drawn: _Drawn, trial: int) -> PlantSets:
    """Return the sets of a plant as they are in one trial."""
    sets = tuple(_sets_at(each, here, trial) for each, here in zip(one.sets, drawn, strict=True))
    values = tuple(
        tuple(_saved_at(now, each, value) for each, value in zip(now.sets, row, strict=True))
        for now, row in zip(sets, one.values, strict=True)
    )
    return evolve(one, sets=sets, values=values)


def _sets_at(sets: Sets, drawn: tuple[Case, list[tuple[Process, dict[str, Number]]]], trial: int) -> Sets:
    case, states = drawn
    now = evolve(sets.case, baseline=_scalar(case.baseline, trial), reporting=_scalar(case.reporting, trial))
    kept: Iterator[Set] = (
        evolve(each, state=_scalar(state, trial), outputs={name: _one(value, trial) for name, value in outputs.items()})
        for each, (state, outputs) in zip(sets.sets, states, strict=True)
    )
    return evolve(sets, case=now, sets=tuple(kept))


def _saved_at(sets: Sets, each: Set, value: SetValue) -> SetValue:
    """Return what a set saves in one trial, adjusted as in the plant file."""
    case, outputs = sets.case, outputs_of(type(sets.case.baseline))
    scale = case.baseline.scale_to(each.state)
    saved: dict[str, Number] = {}
    for name in value.saved:
        before, after = value_of(case.baseline, name), each.outputs[name]
        adjusted = before * scale if outputs[name].adjusted else before
        saved[name] = before if case.kind == CLOSED else -after if case.kind == NEW else adjusted - after
    return evolve(value, saved=saved)


def _scalar(process: Any, trial: int) -> Any:
    return lift(process, lambda _path, _field, value, _origin: _one(value, trial))


def _one(value: Any, trial: int) -> Any:
    import numpy

    if not isinstance(value, numpy.ndarray):
        return value
    here = float(value[trial] if value.ndim else value)
    return here if numpy.isfinite(here) else _UNKNOWN
