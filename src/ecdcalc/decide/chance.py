"""The chance of a plant: what the ranges of its inputs and factors make of what it saves and of its targets.

Shares and probabilities are of the draws, all sources drawn together in each. A trial in which a number cannot be
worked out meets no target, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ecdcalc.assessment.contract.processes import gap_of
from ecdcalc.assessment.contract.values import public
from ecdcalc.assessment.gaps import NOT_EVALUATED, Gap, fits, reached_by_all, reached_by_one
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.totals import plant_total
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.evaluation import SAVED_UNITS, Evaluated, depth
from ecdcalc.model.plant import CLOSED, Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.units import unit
from ecdcalc.words.errors import InputError, Problem

if TYPE_CHECKING:
    from ecdcalc.decide.chance_money import MoneyChance
    from ecdcalc.decide.draws import Source
    from ecdcalc.decide.spread import Gathered, Spread

LEAST, MOST = 100, 1_000_000
"""The draws that may be asked: of fewer no 5 % can be told, more fill the memory of the machine."""
_OF_PROCESSES = 10_000
"""Of the results of single processes so many draws are enough to tell what moves them."""


@frozen
class TargetChance:
    """One target that can be evaluated: the share of the trials that meet it, and what is reached.

    What no range moves is met in all trials or in none.
    """

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
    processes: Mapping[tuple[str, str], Spread]
    """The results of every process in the reporting state that the ranges move, by its name and the output."""
    labels: Mapping[str, tuple[str, str]]
    """What the outputs of the processes are called."""
    money: MoneyChance | None = None
    warnings: tuple[Warned, ...] = ()
    """Formulas that a part of the trials uses outside the range in which they are as good as stated."""

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values with units."""
        found = {
            "draws": self.draws,
            "seed": self.seed,
            "sources": [source_of(each, lang) for each in self.sources],
            "saved": {public(name): each.to_dict() for name, each in self.saved.items()},
            "targets": [_target(each, lang) for each in self.targets],
            "all_targets": self.together,
            "processes": [
                {
                    "process": process,
                    "output": public(name),
                    "label": self.labels[name][lang == "zh"],
                    "reporting": each.to_dict(),
                }
                for (process, name), each in self.processes.items()
            ],
        }
        if self.warnings:
            found["warnings"] = [each.to_dict(lang) for each in self.warnings]
        return found if self.money is None else {**found, "money": self.money.to_dict(lang)}


def source_of(found: Source, lang: str) -> dict[str, Any]:
    """Return one source as plain values: what it is, how it is drawn, between which ends."""
    ends, of = found.range, unit(found.unit)
    numbers = {"low": ends.low, "typical": ends.typical, "high": ends.high}
    return {
        "source": found.id,
        "label": found.label[lang == "zh"],
        "drawn": ends.drawn,
        **{name: None if each is None else {"value": of.told(each), "unit": of.text} for name, each in numbers.items()},
    }


def _target(found: TargetChance, lang: str) -> dict[str, Any]:
    told = gap_of(found.gap, lang)
    return {
        **{key: told[key] for key in ("target", "label", "process")},
        "probability": found.probability,
        "moved": found.reached is not None,
        "reached": None if found.reached is None else found.reached.to_dict(),
    }


def with_chance(result: Assessment, draws: int, seed: int = 1) -> Assessment:
    """Return the result with the chance of its plant."""
    return evolve(result, chance=chance_of(result, draws, seed))


def chance_of(result: Assessment, draws: int, seed: int = 1) -> Chance:
    """Draw all ranges of a plant and return what they make of savings and targets. Raises `InputError`."""
    check_draws(draws, seed)
    from ecdcalc.decide.chance_money import money_trials
    from ecdcalc.decide.chance_validity import plant_beyond_validity
    from ecdcalc.decide.draws import Dice
    from ecdcalc.decide.spread import Gathered
    from ecdcalc.decide.trials import in_pieces, trials_of

    dice = Dice(draws, seed)
    trials = trials_of(result.plant, dice)
    gaps = _evaluated(result)
    found = in_pieces(trials, draws, lambda some: _totals(result, some))
    gathered = Gathered(dice)
    for name, of in SAVED_UNITS.items():
        gathered.add(("saved", name), found["saved", name], of)
    for number, gap in enumerate(gaps):
        gathered.add(("target", number), found["target", number], gap.unit)
    money = money_trials(result, trials, dice)
    if money is not None:
        money.gather(gathered)
    spreads = gathered.spreads()
    targets = tuple(
        TargetChance(gap, share_of(found["met", number]), spreads.get(("target", number)))
        for number, gap in enumerate(gaps)
    )
    processes, labels = _processes(trials, result.basis, Gathered(dice, _OF_PROCESSES))
    return Chance(
        draws,
        seed,
        tuple(dice.sources[key] for key in sorted(dice.sources)),
        {name: spreads["saved", name] for name in SAVED_UNITS if ("saved", name) in spreads},
        targets,
        share_of_all([found["met", number] for number in range(len(gaps))]),
        processes,
        labels,
        None if money is None else money.chance(spreads),
        tuple(plant_beyond_validity(result, trials, draws)),
    )


def check_draws(draws: int, seed: int) -> None:
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


def _totals(result: Assessment, trials: Plant) -> dict[tuple[str, Any], Any]:
    """Return what a plant saves in every trial, what it reaches of its targets, and whether that meets them."""
    from ecdcalc.decide.trials import trial_states

    states = trial_states(trials, result.basis)
    calorific = states if result.basis == "calorific" else trial_states(trials, "calorific")
    found: dict[tuple[str, Any], Any] = {
        ("saved", name): plant_total(trials, states, name).value for name in SAVED_UNITS
    }
    for number, (_, value, met) in enumerate(reached_targets(result, trials, calorific)):
        found |= {("target", number): value, ("met", number): met}
    return found


def _evaluated(result: Assessment) -> list[Gap]:
    """Return the targets that can be evaluated."""
    return [gap for gap in result.gaps if gap.status != NOT_EVALUATED and gap.limit is not None]


def reached_targets(
    result: Assessment, trials: Plant, states: Mapping[str, Evaluated]
) -> Iterator[tuple[Gap, Number, Any]]:
    """Yield each target that can be evaluated, what is reached of it in every trial, and whether that meets it."""
    for gap in _evaluated(result):
        value = _reached(gap, result.plant, trials, states)
        yield gap, value, meets(value, gap.target.op, gap.limit.value)  # type: ignore[union-attr]


def share_of(met: Any) -> float:
    """Return the share of the trials in which something holds."""
    import numpy

    return float(numpy.mean(met))


def share_of_all(met: Sequence[Any]) -> float | None:
    """Return the share of the trials that meet all; None where nothing is asked."""
    import numpy

    return share_of(reduce(numpy.logical_and, met)) if met else None


def _processes(
    trials: Plant, basis: str, gathered: Gathered
) -> tuple[dict[tuple[str, str], Spread], dict[str, tuple[str, str]]]:
    """Return the spread of every output of every process in the reporting state, and what the outputs are called."""
    from ecdcalc.decide.trials import in_pieces, trial_states

    labels: dict[str, tuple[str, str]] = {}
    for case in trials.cases:
        if case.kind == CLOSED:
            continue

        def reporting(some: Plant, place: str = case.place) -> dict[str, Number]:
            return {name: each.value for name, each in trial_states(some, basis)[place].reporting.items()}

        needed = trials if depth(case) else evolve(trials, cases=(case,))
        for name, value in in_pieces(needed, gathered.draws, reporting).items():
            output = outputs_of(type(case.reporting))[name]
            labels[name] = (output.en, output.zh)
            gathered.add((case.name, name), value, output.unit)
    return gathered.spreads(), labels


def _reached(gap: Gap, plant: Plant, trials: Plant, states: Mapping[str, Evaluated]) -> Number:
    """Return what is reached of a target in every trial. Which processes it is for, the plant as it stands decides."""
    target = gap.target
    pairs = [(case, trial) for case, trial in zip(plant.cases, trials.cases, strict=True) if case.key == target.process]
    if gap.process:
        trial = next(trial for case, trial in pairs if case.name == gap.process)
        return reached_by_one(target, trial, states[trial.place])
    fitting = [trial for case, trial in pairs if fits(target, case)]
    return reached_by_all(target, fitting, [trial for _, trial in pairs])
