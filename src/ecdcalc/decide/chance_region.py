"""The chance of a region: its plants drawn one after another, a published value the same in all of them.

Series, results handed in, projects and indicators of the region file may have ranges too. What each plant comes to
is kept in sums and in what the targets and the register ask of it; its draws are let go, so that memory does not grow
with plants. The register of projects is counted trial by trial: what is cut off and carried over is no arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.assessment.co2e import CO2E, co2e_total
from ecdcalc.assessment.contract.values import public
from ecdcalc.assessment.gaps import Gap, adds_up
from ecdcalc.assessment.money.instruments import amounts, bills_of, tier_of
from ecdcalc.assessment.plant import Assessment
from ecdcalc.assessment.region.assess import RegionAssessment
from ecdcalc.assessment.region.counting import Emission, Register, register
from ecdcalc.assessment.region.dual_control import dual_control
from ecdcalc.assessment.region.plants import MemberResult
from ecdcalc.assessment.region.targets import EVALUATORS, Found, Ledger, Standing, path_of
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.assessment.totals import plant_total
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.decide.chance import check_draws, reached_targets, share_of, share_of_all, source_of
from ecdcalc.decide.chance_money import Tables, drawn_money
from ecdcalc.decide.chance_validity import plant_beyond_validity
from ecdcalc.decide.draws import Dice, Source
from ecdcalc.decide.spread import Gathered, Spread
from ecdcalc.decide.trials import trial_states, trials_of
from ecdcalc.model.evaluation import SAVED_UNITS, Evaluated
from ecdcalc.model.plant import NEW, Plant
from ecdcalc.model.prices import Prices
from ecdcalc.model.region import KEY_POLLUTANTS, Member, Region, Series
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, missing, total
from ecdcalc.numbers.units import Ranged, unit
from ecdcalc.words.labels import word

_COUNTED = "key-projects."
_OFFSETS = "offset.ratio"


@frozen
class StandingChance:
    """One target that is evaluated: the shares of the trials that meet it, and that are at least on track."""

    standing: Standing
    met: float
    on_track: float
    reached: Spread | None

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values."""
        target = self.standing.target
        return {
            "target": target.id.upper(),
            "label": target.label(lang),
            "process": None,
            "probability": self.met,
            "on_track": self.on_track,
            "moved": self.reached is not None or 0 < self.met < 1,
            "reached": self.reached and self.reached.to_dict(),
        }


@frozen
class RegionChance:
    """What random draws say of a region."""

    draws: int
    seed: int
    sources: tuple[Source, ...]
    saved: Mapping[str, Spread]
    targets: tuple[StandingChance, ...]
    together: float | None
    money: Spread | None
    warnings: tuple[Warned, ...] = ()
    """Formulas of a plant that a part of the trials uses outside the range in which they are as good as stated."""

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values with units."""
        found = {
            "draws": self.draws,
            "seed": self.seed,
            "sources": [source_of(each, lang) for each in self.sources],
            "saved": {public(name): each.to_dict() for name, each in self.saved.items()},
            "targets": [each.to_dict(lang) for each in self.targets],
            "all_targets": self.together,
            "money_saved": self.money and self.money.to_dict(),
        }
        return {**found, "warnings": [each.to_dict(lang) for each in self.warnings]} if self.warnings else found


def with_region_chance(result: RegionAssessment, draws: int, seed: int = 1) -> RegionAssessment:
    """Return the result with the chance of its region."""
    return evolve(result, chance=chance_of_region(result, draws, seed))


def chance_of_region(result: RegionAssessment, draws: int, seed: int = 1) -> RegionChance:
    """Draw all ranges of a region and its plants. Raises `InputError`."""
    check_draws(draws, seed)
    import numpy

    dice = Dice(draws, seed)
    with numpy.errstate(all="ignore"):
        return _chance(result, dice)


def _chance(result: RegionAssessment, dice: Dice) -> RegionChance:
    region = drawn_region(result.region, dice)
    dice.forget()
    plants = _Plants(dice, _prices(result.region, dice))
    given = {(each.county, each.place): each.saved for each in region.all_members()}
    for one in result.members:
        plants.take(one, given[one.member.county, one.member.place])
    gathered = Gathered(dice)
    for name, of in SAVED_UNITS.items():
        gathered.add(("saved", name), plants.saved.get(name), of)
    gathered.add("money", plants.money, unit("CNY"))
    found = [*_standings(result, region, plants, dice)]
    for number, each in enumerate(found):
        gathered.add(("target", number), each.value, each.standing.unit)
    spreads = gathered.spreads()
    money = spreads.get("money")
    return RegionChance(
        dice.draws,
        dice.seed,
        tuple(dice.sources[key] for key in sorted(dice.sources)),
        {name: spreads["saved", name] for name in SAVED_UNITS if ("saved", name) in spreads},
        tuple(
            StandingChance(each.standing, share_of(each.met), share_of(each.on_track), spreads.get(("target", number)))
            for number, each in enumerate(found)
        ),
        share_of_all([each.met for each in found]),
        None if money is None else evolve(money, unit="CNY/a"),
        tuple(plants.warnings),
    )


def drawn_region(region: Region, dice: Dice) -> Region:
    """Return the region with the draws of every number of its file that has a range."""

    def named(place: str) -> tuple[str, str]:
        last = [each for each in place.split(".") if each]
        return f"{region.name}: {' '.join(last)}", f"{region.name}：" + " ".join(word(each, "zh") for each in last)

    def number(found: Any) -> Any:
        if not isinstance(found, Ranged):
            return found
        return dice.reading(f"{region.name}: {found.place}", found.reading, named(found.place))

    def numbers(found: Mapping[Any, Any]) -> dict[Any, Any]:
        return {key: number(value) for key, value in found.items()}

    def series(found: Series) -> Series:
        return evolve(found, values=numbers(found.values))

    return evolve(
        region,
        series={name: series(each) for name, each in region.series.items()},
        members=tuple(evolve(each, saved=numbers(each.saved)) for each in region.members),
        projects=tuple(evolve(each, annual=numbers(each.annual)) for each in region.projects),
        sources=tuple(evolve(each, emission=numbers(each.emission)) for each in region.sources),
        listed=tuple(evolve(each, energy=numbers(each.energy)) for each in region.listed),
        counties=tuple(drawn_region(each, dice) for each in region.counties),
        indicators={
            id: {
                year: evolve(each, value=dice.reading(f"indicators.{id}.{year}", each, named(f"{id.upper()}.{year}")))
                for year, each in years.items()
            }
            for id, years in region.indicators.items()
        },
    )


def _prices(region: Region, dice: Dice) -> Prices | None:
    """Return the prices of the region; None where it has none."""
    if not region.prices:
        return None
    return drawn_money(Tables(region.prices, region.economics, region.price_year), dice)[0]


@frozen
class _Reached:
    """One target in every trial: what is reached, and whether that meets it, or keeps to the even path."""

    standing: Standing
    value: Any
    met: Any
    on_track: Any


@frozen
class _Plants:
    """What the plants come to in every trial: sums, emissions for the register, targets by their id."""

    dice: Dice
    prices: Prices | None
    saved: dict[str, Any] = field(factory=dict)
    emissions: dict[str, Emission] = field(factory=dict)
    gaps: dict[str, list[tuple[Gap, Any, Any]]] = field(factory=dict)
    bills: list[Any] = field(factory=list)
    warming: list[Any] = field(factory=list)
    """What each plant saves as CO2 equivalent, missing where some of it is not known."""
    warnings: list[Warned] = field(factory=list)

    @property
    def money(self) -> Any:
        """The money that the plants save in a year by the prices of the region."""
        return total(self.bills) if self.bills else None

    def take(self, result: MemberResult, given: Mapping[str, Any]) -> None:
        """Draw one plant, keep what it comes to and let its draws go."""
        whole = result.assessment
        if whole is None:
            saved, before = dict(given), dict[str, Any]()
            self.warming.append(given.get(CO2E, missing(CO2E)))
        else:
            saved, before = self._drawn(result.member, whole)
        for name, value in saved.items():
            if name in SAVED_UNITS and not isinstance(value, Missing):
                self.saved[name] = self.saved[name] + value if name in self.saved else value
        known = {name: None if isinstance(value, Missing) else value for name, value in saved.items()}
        emission = Emission(before, known)
        self.emissions[result.member.name] = self.emissions[result.member.place] = emission

    def _drawn(self, member: Member, found: Assessment) -> tuple[dict[str, Any], dict[str, Any]]:
        dice = self.dice
        dice.within, dice.owner = f"{member.place}: ", member.name
        trials = trials_of(found.plant, dice)
        states = trial_states(trials, found.basis)
        calorific = states if found.basis == "calorific" else trial_states(trials, "calorific")
        saved = {name: plant_total(trials, states, name).known for name in SAVED_UNITS}
        self.warming.append(co2e_total(trials, states, plant_total(trials, states, "co2")).value)
        before = {name: _baseline(trials, states, name) for name in KEY_POLLUTANTS}
        for gap, value, met in reached_targets(found, trials, calorific):
            self.gaps.setdefault(gap.target.id, []).append((gap, value, met))
        if self.prices is not None:
            self._pay(found, trials, states)
        self.warnings.extend(
            evolve(warned, place=f"{member.place}.{warned.place}")
            for warned in plant_beyond_validity(found, trials, dice.draws)
        )
        dice.forget()
        dice.within = dice.owner = ""
        return saved, before

    def _pay(self, found: Findings, trials: Plant, states: Mapping[str, Evaluated]) -> None:
        assert self.prices is not None
        results = tuple(
            ProcessResult(case, states[case.place].baseline, states[case.place].reporting, {}, (), (), {}, {})
            for case in trials.on(found.basis).cases
        )
        drawn = Findings(trials, found.basis, results, (), {})
        before, after = (
            bills_of(amounts(drawn, state), self.prices, tier_of(found, state), trials.sector.id)
            for state in ("baseline", "reporting")
        )
        self.bills.extend(cost - after[name] for name, cost in before.items() if name in after)


def _baseline(trials: Plant, states: Mapping[str, Evaluated], name: str) -> Any:
    """Return what a plant emitted in its baseline in every trial; None where it is not known."""
    found = [states[case.place].baseline for case in trials.cases if case.kind != NEW]
    values = [state[name].value for state in found if name in state]
    if any(isinstance(each, Missing) and each.names for each in values):
        return None
    known = [each for each in values if not isinstance(each, Missing)]
    return total(known) if known else None


def _standings(result: RegionAssessment, region: Region, plants: _Plants, dice: Dice) -> Iterator[_Reached]:
    """Yield every target that the region as it stands can be held against."""
    aim = next(
        (each.limit.value for each in result.standings
         if each.target.indicator == "region.energy_intensity_reduction" and each.limit), None
    )  # fmt: skip
    co2e = total(plants.warming) if plants.warming else missing("plants")
    ledger = Ledger(region, dual_control(region, aim, region.rules.basis), None, co2e)
    counts = _Counts(region, plants, dice, result)
    for standing in result.standings:
        if standing.evaluator == "plants":
            yield _of_plants(standing, plants.gaps.get(standing.target.id, ()))
        elif standing.evaluator and standing.limit is not None:
            found = _of_region(standing, ledger, counts)
            if isinstance(found, Found):
                yield _compared(standing, region, found)


def _of_region(standing: Standing, ledger: Ledger, counts: _Counts) -> Any:
    target = standing.target
    if standing.evaluator == "indicator":
        given = ledger.region.indicators[target.id]
        base = given.get(ledger.region.base_year)
        return Found(given[ledger.region.year].value, standing.unit, None if base is None else base.value)
    if target.indicator == _OFFSETS or target.indicator.startswith(_COUNTED):
        return counts.of(target.indicator, lambda each: EVALUATORS[target.indicator](target, each), ledger)
    return EVALUATORS[target.indicator](target, ledger)


def _compared(standing: Standing, region: Region, found: Found) -> _Reached:
    import numpy

    target, limit = standing.target, standing.limit
    assert limit is not None
    met = meets(found.value, target.comparison, limit.value)
    path = path_of(target, region, found, limit.value)
    sign = ">=" if target.comparison in (">", ">=") else "<="
    on_track = met if path is None else numpy.logical_or(met, meets(found.value, sign, path))
    return _Reached(standing, found.value, met, on_track)


def _of_plants(standing: Standing, gaps: Sequence[tuple[Gap, Any, Any]]) -> _Reached:
    """Return a target of plants: of what is counted the sum decides, of all else every process."""
    import numpy

    target, limit = standing.target, standing.limit
    if limit is not None and gaps and adds_up(target, gaps[0][0].unit):
        value = total(value for _, value, _ in gaps)
        met = meets(value, target.comparison, limit.value)
        return _Reached(standing, value, met, met)
    met = reduce(numpy.logical_and, (each for *_, each in gaps))
    return _Reached(standing, gaps[0][1] if len(gaps) == 1 else None, met, met)


class _Counts:
    """The register of projects, counted when it is first asked for: once, or in every trial where a range moves it."""

    def __init__(self, region: Region, plants: _Plants, dice: Dice, result: RegionAssessment) -> None:
        self._region, self._plants, self._dice, self._result = region, plants, dice, result
        self._registers: list[Register] = []

    def of(self, indicator: str, evaluate: Callable[[Ledger], Any], ledger: Ledger) -> Any:
        """Return what an evaluator finds in the register of every trial."""
        import numpy

        if not self._registers:
            moved = self._is_moved()
            self._registers = [self._count(n) for n in range(self._dice.draws if moved else 1)]
        found = [evaluate(evolve(ledger, register=each)) for each in self._registers]
        if not isinstance(found[0], Found) or len(found) == 1:
            return found[0]
        values: Any = numpy.array([each.value if isinstance(each, Found) else numpy.nan for each in found])
        return evolve(found[0], value=values)

    def _is_moved(self) -> bool:
        region = self._region
        given: list[Any] = [value for each in region.all_projects() for value in each.annual.values()]
        given += [value for each in region.all_sources() for value in each.emission.values()]
        for project in region.all_projects():
            emission = self._plants.emissions.get(project.plant)
            given += [] if emission is None else [*emission.saved.values(), *emission.baseline.values()]
        return any(getattr(each, "ndim", 0) for each in given)

    def _count(self, trial: int) -> Register:
        region = self._region
        projects = [evolve(each, annual=_at(each.annual, trial)) for each in region.all_projects()]
        sources = [evolve(each, emission=_at(each.emission, trial)) for each in region.all_sources()]
        wanted = {each.plant for each in projects}
        emissions = {
            name: Emission(_at(each.baseline, trial), _at(each.saved, trial)) if name in wanted else each
            for name, each in self._plants.emissions.items()
        }
        years = [*region.years][1:]
        return register(projects, sources, emissions, years=years, rule=region.count_rule, lag=region.lag)


def _at(found: Mapping[str, Any], trial: int) -> dict[str, Any]:
    return {name: float(each[trial]) if getattr(each, "ndim", 0) else each for name, each in found.items()}
