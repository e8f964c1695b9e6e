"""Money per year before and after: environment tax, tiered electricity price, quotas of energy and emissions.

Prices are the user's: the plans name the instruments and not their rates. Pollution equivalents are those of the law.
The law (article 9) taxes the first three pollutants of an outlet. What is reckoned here is three in air at most (SO2,
NOx, dust) and two in water, so the rule takes nothing away; what else an outlet emits is not taxed here. The lower
rates below 70 % and 50 % of the emission standard (article 13) are not reckoned either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.assessment.plant import Assessment
from ecdcalc.model.plant import CLOSED, NEW
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import read_quantity
from ecdcalc.reference.factors import FactorTable
from ecdcalc.words.errors import EcdcalcError, Problem

# rows of the environment-tax law, table two: kilograms that make one pollution equivalent
EQUIVALENTS = {"so2": "cobenefit/cb103", "nox": "cobenefit/cb104", "cod": "cobenefit/cb111", "nh3n": "cobenefit/cb112"}
DUST = {"general-dust": "cobenefit/cb105", "smoke-dust": "cobenefit/cb106"}
"""The law has two kinds of particles, of different equivalents: the user says which the region's plants emit."""
AIR = ("so2", "nox", "pm")
TIERS = ("level-1", "level-2", "level-3", "above-level-3")
_UNITS = {
    "tax_air": "CNY",
    "tax_water": "CNY",
    "electricity": "CNY/kWh",
    "float": "%",
    "float_cap": "%",
    "energy_quota": "CNY/tce",
}


@frozen
class Prices:
    """Prices in base units; a price that is not given leaves its line out."""

    plain: Mapping[str, float]
    emission: Mapping[str, float]
    tiers: Mapping[str, float]
    intensive: tuple[str, ...]
    dust: str = ""


@frozen
class Money:
    """One instrument at one plant: yuan per year before and after."""

    plant: str
    instrument: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """What is saved in a year; positive is saved."""
        return self.before - self.after


def read_prices(table: Mapping[str, Any]) -> tuple[Prices, list[Problem]]:
    """Read the prices of a region file with every mistake."""
    problems: list[Problem] = []
    plain: dict[str, float] = {}
    known = [*_UNITS, "emission", "tiers", "energy_intensive", "dust"]
    for key, given in table.items():
        if key in _UNITS:
            _put(plain, key, given, _UNITS[key], f"prices.{key}", problems)
        elif key not in known:
            problems.append(Problem(f"prices.{key}", "unknown-key", {"near": ", ".join(known)}))
    emission = _group(table, "emission", [*EQUIVALENTS, "voc", "pm"], "CNY/t", problems)
    tiers = _group(table, "tiers", TIERS, "CNY/kWh", problems)
    intensive = table.get("energy_intensive", [])
    if not isinstance(intensive, list):
        problems.append(Problem("prices.energy_intensive", "region-files", {"example": '["steel"]'}))
        intensive = []
    dust = str(table.get("dust", ""))
    if dust and dust not in DUST:
        problems.append(Problem("prices.dust", "not-an-option", {"found": dust[:40], "options": ", ".join(DUST)}))
    return Prices(plain, emission, tiers, tuple(str(each) for each in intensive), dust), problems


def _group(
    table: Mapping[str, Any], key: str, known: Sequence[str], like: str, problems: list[Problem]
) -> dict[str, float]:
    found: dict[str, float] = {}
    given = table.get(key, {})
    if not isinstance(given, Mapping):
        problems.append(Problem(f"prices.{key}", "not-a-table", {"found": str(given)[:40]}))
        return found
    for name, text in given.items():
        if name in known:
            _put(found, name, text, like, f"prices.{key}.{name}", problems)
        else:
            problems.append(Problem(f"prices.{key}.{name}", "unknown-key", {"near": ", ".join(known)}))
    return found


def _put(found: dict[str, float], key: str, text: Any, like: str, place: str, problems: list[Problem]) -> None:
    try:
        found[key] = read_quantity(str(text), like).value
    except EcdcalcError as error:
        problems.append(Problem(place, error.key, error.values))


def money_of(result: Assessment, prices: Prices) -> Iterator[Money]:
    """Yield the instruments of one plant whose prices are given."""
    name = result.plant.name
    yield from _tax(name, result, prices)
    yield from _electricity(name, result, prices)
    for pollutant, price in prices.emission.items():
        before, after = (_burden(result, state, pollutant) for state in ("baseline", "reporting"))
        if before is not None and after is not None:
            yield Money(name, f"emission-{pollutant}", before * price, after * price)
    if "energy_quota" in prices.plain:
        before, after = (_burden(result, state, "energy") for state in ("baseline", "reporting"))
        if before is not None and after is not None:
            price = prices.plain["energy_quota"]
            yield Money(name, "energy-quota", before * price, after * price)


def equivalents(dust: str) -> dict[str, str]:
    """Return the factors of pollution equivalents by pollutant; particles where their kind is named."""
    return {**EQUIVALENTS, **({"pm": DUST[dust]} if dust else {})}


def _tax(name: str, result: Assessment, prices: Prices) -> Iterator[Money]:
    table = FactorTable()
    for pollutant, id in equivalents(prices.dust).items():
        rate = prices.plain.get("tax_air" if pollutant in AIR else "tax_water")
        before, after = (_burden(result, state, pollutant) for state in ("baseline", "reporting"))
        equivalent = table.get(id).base
        if rate is not None and equivalent and before is not None and after is not None:
            yield Money(name, f"tax-{pollutant}", before / equivalent * rate, after / equivalent * rate)


def _electricity(name: str, result: Assessment, prices: Prices) -> Iterator[Money]:
    """Price electricity by the worst level of the plant; the ceiling on the float holds for others only.

    A plant that gives out more than it takes has no bill; what it is paid is not reckoned.
    """
    base = prices.plain.get("electricity")
    before, after = (_amount(result, state, "electricity") for state in ("baseline", "reporting"))
    if base is None or before is None or after is None:
        return
    rise = prices.plain.get("float", 0.0)
    intensive = result.plant.sector.id in prices.intensive
    if not intensive:
        rise = min(rise, prices.plain.get("float_cap", rise))
    costs = []
    for amount, state in ((before, "baseline"), (after, "reporting")):
        extra = prices.tiers.get(tier_of(result, state), 0.0) if intensive else 0.0
        costs.append(max(amount, 0.0) * (base * (1 + rise) + extra))
    yield Money(name, "electricity", *costs)


def tier_of(result: Assessment, state: str) -> str:
    """Return the tier of the electricity price: the worst level that the plant meets, or above level 3.

    Limits that are not confirmed do not decide: where there is one, the nearest confirmed edition does.
    """
    found = (grade.deciding for each in result.processes for grade in each.grades)
    levels = [grade.level[state] for grade in found if grade and state in grade.level]
    if any(level == "not-qualified" for level in levels):
        return TIERS[-1]
    met = [level for level in levels if isinstance(level, int)]
    return f"level-{max(met)}" if met else ""


def _amount(result: Assessment, state: str, output: str) -> float | None:
    """Return what the plant uses or emits in a state; None where it is not known."""
    found: list[Number] = []
    for each in result.processes:
        gone = each.case.kind == (NEW if state == "baseline" else CLOSED)
        terms = each.baseline if state == "baseline" else each.reporting
        if not gone and output in terms:
            found.append(terms[output].value)
    known = [each for each in found if not isinstance(each, Missing)]
    lacking = [each for each in found if isinstance(each, Missing) and each.names]
    return None if lacking or not known else sum(known)


def _burden(result: Assessment, state: str, output: str) -> float | None:
    """Return what a plant uses or emits; None for works that give out, or take out of the water, more than that."""
    found = _amount(result, state, output)
    return None if found is not None and found < 0 else found


def total_by_instrument(money: Iterable[Money]) -> dict[str, Money]:
    """Return the sum of each instrument over the plants."""
    found: dict[str, Money] = {}
    for each in money:
        old = found.get(each.instrument, Money("", each.instrument, 0.0, 0.0))
        found[each.instrument] = Money("", each.instrument, old.before + each.before, old.after + each.after)
    return found
