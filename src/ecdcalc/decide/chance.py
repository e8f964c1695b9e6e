"""The chance of a plant: what the ranges of its inputs and factors make of what it saves and of its targets.

Shares and probabilities are of the draws, all sources drawn together in each. A trial in which a number cannot be
worked out meets no target, and is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ecdcalc.assessment.contract.processes import gap_of
from ecdcalc.assessment.contract.values import public
from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, fits, reached_by_all, reached_by_one
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.totals import plant_total
from ecdcalc.model.evaluation import SAVED_UNITS, Evaluated
from ecdcalc.model.plant import Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.words.errors import InputError, Problem

if TYPE_CHECKING:
    from ecdcalc.decide.draws import Source

LEAST, MOST = 100, 1_000_000
"""The draws that may be asked: of fewer no 5 % can be told, more fill the memory of the machine."""
_ENDS = (0.05, 0.5, 0.95)


@frozen
class Spread:
    """One number over all trials, in its unit: 5, 50 and 95 of 100, and which source explains what share of it.

    `lost` is the share of the trials in which it cannot be worked out.
    """

    low: float
    middle: float
    high: float
    unit: str
    lost: float
    shares: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        ends = {"p5": self.low, "p50": self.middle, "p95": self.high}
        found = {name: {"value": value, "unit": self.unit} for name, value in ends.items()}
        shares = [{"source": name, "share": share} for name, share in self.shares.items()]
        return {**found, "lost": self.lost, "shares": shares}


@frozen
class TargetChance:
    """One target that can be evaluated: the share of the trials that meet it, and what is reached."""

    gap: Gap
    probability: float
    reached: Spread | None


@frozen
class Chance:
    """What random draws say of a plant; `together` is the probability of all targets at once, None without any."""

    draws: int
    seed: int
    sources: tuple[Source, ...]
    saved: Mapping[str, Spread]
    targets: tuple[TargetChance, ...]
    together: float | None

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values with units."""
        return {
            "draws": self.draws,
            "seed": self.seed,
            "sources": [_source(each, lang) for each in self.sources],
            "saved": {public(name): each.to_dict() for name, each in self.saved.items()},
            "targets": [_target(each, lang) for each in self.targets],
            "all_targets": self.together,
        }


def _source(found: Source, lang: str) -> dict[str, Any]:
    ends, of = found.range, unit(found.unit)
    numbers = {"low": ends.low, "typical": ends.typical, "high": ends.high}
    return {
        "source": found.id,
        "label": found.label[lang == "zh"],
        "drawn": "uniform" if ends.typical is None else "triangular",
        **{name: None if each is None else {"value": of.out(each), "unit": of.text} for name, each in numbers.items()},
    }


def _target(found: TargetChance, lang: str) -> dict[str, Any]:
    told = gap_of(found.gap, lang)
    return {
        **{key: told[key] for key in ("target", "label", "process")},
        "probability": found.probability,
        "reached": None if found.reached is None else found.reached.to_dict(),
    }


def with_chance(result: Assessment, draws: int, seed: int = 1) -> Assessment:
    """Return the result with the chance of its plant."""
    return evolve(result, chance=chance_of(result, draws, seed))


def chance_of(result: Assessment, draws: int, seed: int = 1) -> Chance:
    """Draw all ranges of a plant and return what they make of savings and targets. Raises `InputError`."""
    _check(draws, seed)
    from ecdcalc.decide.draws import Dice
    from ecdcalc.decide.trials import trial_states, trials_of

    dice = Dice(draws, seed)
    trials = trials_of(result.plant, dice)
    states = trial_states(trials, result.basis)
    calorific = states if result.basis == "calorific" else trial_states(trials, "calorific")
    saved = {name: plant_total(trials, states, name).value for name in SAVED_UNITS}
    spread = {name: _spread(value, SAVED_UNITS[name], dice.shares) for name, value in saved.items()}
    targets, together = _targets(result, trials, calorific, dice.shares)
    return Chance(
        draws,
        seed,
        tuple(dice.sources[key] for key in sorted(dice.sources)),
        {name: each for name, each in spread.items() if each is not None},
        targets,
        together,
    )


def _check(draws: int, seed: int) -> None:
    """Raise `InputError` where nothing can be drawn: too few draws, too many, NumPy not there."""
    problems = []
    if not LEAST <= draws <= MOST:
        problems.append(Problem("--draws", "chance-draws", {"found": draws, "least": LEAST, "most": MOST}))
    if seed < 0:
        problems.append(Problem("--seed", "chance-seed", {"found": seed}))
    try:
        import numpy  # noqa: F401
    except ModuleNotFoundError:
        problems.append(Problem("--draws", "chance-extra", {}))
    if problems:
        raise InputError(problems)


def _spread(value: Number, of: Unit, sources: Mapping[str, Any]) -> Spread | None:
    """Return the spread of a number over all trials; None where it is the same in all of them, or is in none."""
    import numpy

    from ecdcalc.decide.shares import first_order

    if not isinstance(value, numpy.ndarray) or not value.ndim:
        return None
    known = numpy.isfinite(value)
    if not known.any():
        return None
    there = value[known]
    shares = first_order(there, {name: each[known] for name, each in sources.items()})
    if not shares and known.all() and numpy.ptp(there) <= numpy.abs(there).max() * 1e-12:
        return None
    low, middle, high = (of.out(float(each)) for each in numpy.quantile(there, _ENDS))
    ordered = dict(sorted(((name, each) for name, each in shares.items() if each > 0), key=lambda each: -each[1]))
    return Spread(low, middle, high, of.text, float(1 - known.mean()), ordered)


def _targets(
    result: Assessment, trials: Plant, states: Mapping[str, Evaluated], sources: Mapping[str, Any]
) -> tuple[tuple[TargetChance, ...], float | None]:
    """Return the chance of each target that can be evaluated, and of all of them together."""
    import numpy

    found: list[TargetChance] = []
    together: Any = True
    for gap in result.gaps:
        if gap.status == NOT_EVALUATED or gap.limit is None:
            continue
        value = _reached(gap, result.plant, trials, states)
        met = meets(value, gap.target.op, gap.limit.value)
        together = numpy.logical_and(together, met)
        found.append(TargetChance(gap, float(numpy.mean(met)), _spread(value, gap.unit, sources)))
    return tuple(found), float(numpy.mean(together)) if found else None


def _reached(gap: Gap, plant: Plant, trials: Plant, states: Mapping[str, Evaluated]) -> Number:
    """Return what is reached of a target in every trial. Which processes it is for, the plant as it stands decides."""
    target = gap.target
    pairs = [(case, trial) for case, trial in zip(plant.cases, trials.cases, strict=True) if case.key == target.process]
    if gap.process:
        trial = next(trial for case, trial in pairs if case.name == gap.process)
        return reached_by_one(target, trial, states[trial.place])
    fitting = [trial for case, trial in pairs if fits(target, case)]
    return reached_by_all(target, fitting, [trial for _, trial in pairs])
