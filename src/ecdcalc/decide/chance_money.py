"""The chance of money: bills and the worth of measures in every trial, with the ranges of prices, costs, lives, rate.

Prices, economics and costs are read once more from the file, each range by its draws; the bills and the worth are
those of one plant, on arrays. Which tier of a price a state falls into, the plant as it stands decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from ecdcalc.assessment.money.instruments import Scales, amounts, bills_of, tier_of
from ecdcalc.assessment.money.plant import chain, life_of, worth_of
from ecdcalc.assessment.money.result import StepMoney
from ecdcalc.assessment.money.worth import years_of
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.decide.draws import Dice
from ecdcalc.decide.spread import Gathered, Spread
from ecdcalc.decide.trials import trial_states
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.plant import Plant, Step
from ecdcalc.model.prices import Costs, Economics, Prices
from ecdcalc.numbers.units import Reading, unit
from ecdcalc.read.costs import read_costs
from ecdcalc.read.prices import Draw, exchange_of, read_economics, read_prices
from ecdcalc.read.record import Notes
from ecdcalc.words.labels import word
from ecdcalc.words.vocabulary.keys import KEYS

if TYPE_CHECKING:
    from ecdcalc.assessment.plant import Assessment

_MONEY, _ONE = unit("CNY"), unit("1")
NPV, SAVED, PAYBACK = "npv", "saved", "payback"


@frozen
class Tables:
    """The tables of prices and of economics as they were written, and the year of the prices."""

    prices: Mapping[str, Any]
    economics: Mapping[str, Any]
    year: int | None = None


@frozen
class MeasureChance:
    """One measure: what it is worth, when it has paid back, and the share of the trials in which it does at all.

    `pays` is the share in which the discounted flow is not below zero at the end of its life; None where its worth is
    not known.
    """

    found: StepMoney
    npv: Spread | None
    payback: Spread | None
    pays: float | None

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values."""
        measure = self.found.step.measure
        return {
            "place": self.found.place,
            "measure": measure.id,
            "label": measure.row.label(lang),
            "npv": self.npv and self.npv.to_dict(),
            "simple_payback": self.payback and self.payback.to_dict(),
            "pays_back": self.pays,
        }


@frozen
class MoneyChance:
    """Money saved in a year, the worth of all measures together, and each measure."""

    saved: Spread | None
    npv: Spread | None
    pays: float | None
    measures: tuple[MeasureChance, ...]

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "saved": self.saved and self.saved.to_dict(),
            "npv": self.npv and self.npv.to_dict(),
            "pays_back": self.pays,
            "measures": [each.to_dict(lang) for each in self.measures],
        }


@frozen
class MoneyTrials:
    """Money in every trial: saved in a year (None where a price lacks), worth and payback of each measure."""

    saved: Any
    npv: tuple[Any, ...]
    payback: tuple[Any, ...]
    steps: tuple[StepMoney, ...]

    def gather(self, gathered: Gathered) -> None:
        """Let the spreads be found."""
        gathered.add(SAVED, self.saved, _MONEY)
        gathered.add(NPV, self.together, _MONEY)
        for number, (npv, payback) in enumerate(zip(self.npv, self.payback, strict=True)):
            gathered.add((NPV, number), npv, _MONEY)
            gathered.add((PAYBACK, number), payback, _ONE)

    @property
    def together(self) -> Any:
        """The worth of all measures; None where that of one is not known."""
        return None if not self.npv or any(each is None for each in self.npv) else sum(self.npv)

    def chance(self, spreads: Mapping[Any, Spread]) -> MoneyChance:
        """Return what the trials say."""
        return MoneyChance(
            _named(spreads.get(SAVED), "CNY/a"),
            spreads.get(NPV),
            _pays(self.together),
            tuple(
                MeasureChance(each, spreads.get((NPV, n)), _named(spreads.get((PAYBACK, n)), "a"), _pays(self.npv[n]))
                for n, each in enumerate(self.steps)
            ),
        )


def _named(found: Spread | None, of: str) -> Spread | None:
    return None if found is None else evolve(found, unit=of)


def _pays(npv: Any) -> float | None:
    import numpy

    return None if npv is None else float(numpy.mean(numpy.asarray(npv) >= 0))


def tables_of(plant: Plant) -> Tables:
    """Return the tables of money of a plant file."""
    return Tables(plant.document.get("prices", {}), plant.document.get("economics", {}))


def money_trials(result: Assessment, trials: Plant, dice: Dice, tables: Tables | None = None) -> MoneyTrials | None:
    """Return the money of an assessed plant in every trial; None where it has no prices."""
    if result.money is None or result.plant.prices is None:
        return None
    import numpy

    with numpy.errstate(all="ignore"):
        return _money(result, result.money.steps, trials, dice, tables or tables_of(result.plant))


def _money(result: Assessment, known: tuple[StepMoney, ...], trials: Plant, dice: Dice, tables: Tables) -> MoneyTrials:
    prices, economics = drawn_money(tables, dice)
    scales = {case.place: case.scale for case in trials.cases}
    tiers = [*_tiers(result, prices)]
    states = [*chain(trials), trials]
    paid = [
        bills_of(_used(each, result.basis, scales if n < len(states) - 1 else None), prices, tier, trials.sector.id)
        for n, (each, tier) in enumerate(zip(states, tiers, strict=True))
    ]
    steps = [(case, number, step) for case in trials.cases for number, step in enumerate(case.steps)]
    npv, payback = [], []
    for (case, number, step), before, after, one in zip(steps, paid, paid[1:], known, strict=False):
        place = f"{case.place}.measure[{number}]"
        worth = _worth(step, place, _saved(before, after), one, economics, dice)
        npv.append(worth and worth[0])
        payback.append(worth and worth[1])
    whole = None if result.money is None or result.money.unpriced else sum(_saved(paid[0], paid[-1]).values())
    return MoneyTrials(whole, tuple(npv), tuple(payback), known)


def drawn_money(tables: Tables, dice: Dice) -> tuple[Prices, Economics]:
    """Return prices and economics with the draws of every range."""
    draw = _draw(dice, _label)
    prices, _ = read_prices(tables.prices, exchange_of(tables.economics), tables.year, draw)
    return prices, read_economics(tables.economics, prices.year, draw)[0]


def _draw(dice: Dice, label: Callable[[str], tuple[str, str]]) -> Draw:
    def draw(place: str, found: Reading, rate: float) -> Any:
        return dice.reading(place, found, label(place), rate)

    return draw


def _label(place: str) -> tuple[str, str]:
    """Return what a place of a table is called: its words, joined."""
    names = [each for each in place.replace("]", "").replace("[", ".").split(".") if not each.isdigit()]
    kinds = carrier_kinds()
    english = [kinds[each].en if each in kinds else each for each in names]
    chinese = [kinds[each].zh if each in kinds else (KEYS.get(each) or (word(each, "zh"),))[0] for each in names]
    return ": ".join(english), "：".join(chinese)


def _tiers(result: Assessment, prices: Prices) -> Iterator[str]:
    """Yield the tier of the plant before its measures, after each, and as it is in the end."""
    for each in chain(result.plant):
        state = assess(evolve(each, prices=None), basis=result.basis) if prices.tiers else None
        yield tier_of(state, "reporting") if state else ""
    yield tier_of(result, "reporting") if prices.tiers else ""


def _used(trials: Plant, basis: str, scales: Scales | None) -> dict[str, Any]:
    """Return what a plant uses and emits in every trial."""
    states = trial_states(trials, basis)
    results = tuple(
        ProcessResult(case, states[case.place].baseline, states[case.place].reporting, {}, (), (), {}, {})
        for case in trials.on(basis).cases
    )
    return amounts(Findings(trials, basis, results, (), {}), "reporting", scales)


def _saved(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    return {name: paid - after[name] for name, paid in before.items() if name in after}


def _worth(
    step: Step, place: str, saved: Mapping[str, Any], known: StepMoney, economics: Economics, dice: Dice
) -> tuple[Any, Any] | None:
    """Return the worth of a measure and the years until it has paid back (none where it never does)."""
    import numpy

    row = step.measure.row
    costs = _costs(step, place, economics, dice, (row.en, row.zh))
    if costs.capex is None:  # a published cost that holds here
        costs = evolve(costs, capex=known.step.costs.capex)
    priced = evolve(step, costs=costs)
    life = life_of(priced)
    if known.worth is None or life is None:
        return None
    worth, _ = worth_of(priced, saved, (), economics)
    assert worth is not None  # the plant file has a worth of it, so there are a cost and a rate
    spans = numpy.vectorize(lambda each: years_of(each, economics.horizon))(life)
    npv: Any = 0.0
    for years in numpy.unique(spans):
        npv = numpy.where(spans == years, evolve(worth, flow_years=int(years)).npv, npv)
    first = numpy.asarray(worth.first_year, dtype=float)
    payback = numpy.where(first > 0, worth.invested / numpy.where(first > 0, first, 1.0), numpy.nan)
    return npv, payback


def _costs(step: Step, place: str, economics: Economics, dice: Dice, label: tuple[str, str]) -> Costs:
    """Return the costs of a measure with the draws of every range."""

    def named(where: str) -> tuple[str, str]:
        english, chinese = _label(where.removeprefix(f"{place}."))
        return f"{label[0]}: {english}", f"{label[1]}：{chinese}"

    found = read_costs(step.table, place, Notes(), economics.exchange, _draw(dice, named))
    return evolve(found, capex=step.costs.capex if found.capex is None else found.capex)
