"""Money per year before and after: energy, environment tax, tiered electricity price, quotas of energy and emissions.

Prices are the user's: the plans name the instruments and not their rates. Pollution equivalents are those of the law.
The law (article 9) taxes the first three pollutants of an outlet. What is reckoned here is three in air at most (SO2,
NOx, dust) and two in water, so the rule takes nothing away; what else an outlet emits is not taxed here. The lower
rates below 70 % and 50 % of the emission standard (article 13) are not reckoned either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ecdcalc.assessment.money.result import Amounts, Money
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.model.evaluation import is_sourceless
from ecdcalc.model.plant import CLOSED, NEW
from ecdcalc.model.prices import Prices
from ecdcalc.model.process import Process, fields_of
from ecdcalc.numbers.ops import Missing, Number, at_least, at_most
from ecdcalc.numbers.units import unit
from ecdcalc.read.prices import DUST, TIERS
from ecdcalc.reference.factors import FactorTable

# rows of the environment-tax law, table two: kilograms that make one pollution equivalent
EQUIVALENTS = {"so2": "cobenefit/cb103", "nox": "cobenefit/cb104", "cod": "cobenefit/cb111", "nh3n": "cobenefit/cb112"}
AIR = ("so2", "nox", "pm")
ENERGY, ELECTRICITY = "energy", "electricity"
SOLD, WATER = "sold", "water"
_TAKEN = {"water", "fresh_water"}
"""What water that a process takes is called among its inputs; a process has one of them."""
_VOLUME = unit("m3")
_PLAIN = (("co2", "co2", "co2-price"), (ENERGY, "energy_quota", "energy-quota"), (WATER, "water", "water-price"))

Scales = Mapping[str, Number]


def money_of(result: Findings, prices: Prices) -> Iterator[Money]:
    """Yield the instruments of one plant whose prices are given."""
    states = {state: amounts(result, state) for state in ("baseline", "reporting")}
    before, after = (
        bills_of(used, prices, tier_of(result, state), result.plant.sector.id) for state, used in states.items()
    )
    for instrument, paid in before.items():
        if instrument in after and is_used(instrument, prices, states.values()):
            yield Money(result.plant.name, instrument, paid, after[instrument])


def is_used(instrument: str, prices: Prices, states: Iterable[Amounts]) -> bool:
    """Tell whether a bill is of anything but a carrier that none of the states names."""
    return instrument not in prices.carriers or any(instrument in used for used in states)


def amounts(result: Findings, state: str, scales: Scales | None = None) -> dict[str, float | None]:
    """Return what a plant uses and emits in a state: carriers by id, outputs by name.

    `scales` adjusts the processes to another activity, by place.
    """
    names = [ELECTRICITY, *EQUIVALENTS, "pm", "voc", "co2", ENERGY]
    return {**carriers(result, state, scales), **{name: _amount(result, state, name, scales) for name in names}}


def carriers(result: Findings, state: str, scales: Scales | None = None) -> dict[str, float | None]:
    """Return the amounts of the carriers of a plant but electricity, which processes also work out, and of water."""
    found: dict[str, float | None] = {}
    for each in result.processes:
        gone = each.case.kind == (NEW if state == "baseline" else CLOSED)
        process = each.case.baseline if state == "baseline" else each.case.reporting
        for id, used in uses(process).items():
            amount = 0.0 if gone else used * _scale(scales, each, ENERGY)
            known = found.get(id, 0.0)
            found[id] = None if isinstance(amount, Missing) or known is None else known + amount
    return found


def uses(process: Process) -> dict[str, Number]:
    """Return what a process uses of each carrier but electricity, and of water."""
    found: dict[str, Number] = {
        id: line.amount for id, line in getattr(process, "carriers", {}).items() if id != ELECTRICITY
    }
    fields = fields_of(type(process))
    for name in _TAKEN & fields.keys():
        field = fields[name]
        if field.unit is None or not field.unit.same_kind(_VOLUME):
            continue
        water = getattr(process, name)
        if not (isinstance(water, Missing) and field.optional):  # a process need not say how much water it uses
            found[WATER] = water
    return found


def bills_of(used: Amounts, prices: Prices, tier: str, sector: str) -> dict[str, float]:
    """Return the yearly bill of each instrument that is priced and whose amount is known; of trials, as arrays.

    A carrier that a state does not name is not used in it: what comes to be used in another is paid for from nothing.
    """
    found: dict[str, float] = {}
    for id, tariff in prices.carriers.items():
        amount = used.get(id, 0.0)
        if amount is None:
            continue
        if id == ELECTRICITY:
            found[id] = _electricity(at_least(amount, 0.0), prices, tier, sector)
        else:
            found[id] = tariff.bill(at_least(amount, 0.0))
        if tariff.demand:
            found[id] = found[id] + tariff.demand.bill(at_least(amount, 0.0))
        if tariff.sold is not None:
            found[id] = found[id] + at_most(amount, 0.0) * tariff.sold
    found.update(_tax(used, prices))
    for pollutant, price in prices.emission.items():
        found.update(_priced(used, pollutant, price, f"emission-{pollutant}"))
    for output, key, instrument in _PLAIN:
        if key in prices.plain:
            found.update(_priced(used, output, prices.plain[key], instrument))
    return found


def _priced(used: Amounts, output: str, price: float, instrument: str) -> dict[str, float]:
    """Price a burden; works that give out, or take out of the water, more than that, have none."""
    amount = used.get(output)
    if amount is None or (isinstance(amount, (float, int)) and amount < 0):
        return {}
    return {instrument: at_least(amount, 0.0) * price}


def equivalents(dust: str) -> dict[str, str]:
    """Return the factors of pollution equivalents by pollutant; particles where their kind is named."""
    return {**EQUIVALENTS, **({"pm": DUST[dust]} if dust else {})}


def _tax(used: Amounts, prices: Prices) -> dict[str, float]:
    table = FactorTable()
    found: dict[str, float] = {}
    for pollutant, id in equivalents(prices.dust).items():
        rate = prices.plain.get("tax_air" if pollutant in AIR else "tax_water")
        equivalent = table.get(id).base
        if rate is not None and equivalent:
            found.update(_priced(used, pollutant, rate / equivalent, f"tax-{pollutant}"))
    return found


def _electricity(amount: float, prices: Prices, tier: str, sector: str) -> float:
    """Price electricity by the worst level of the plant; the ceiling on the float holds for others only.

    A plant that gives out more than it takes has no bill; what it is paid is reckoned where its price is given.
    """
    rise = prices.plain.get("float", 0.0)
    intensive = sector in prices.intensive
    if not intensive:
        rise = at_most(rise, prices.plain.get("float_cap", rise))
    extra = prices.tiers.get(tier, 0.0) if intensive else 0.0
    return prices.carriers[ELECTRICITY].bill(amount) * (1 + rise) + amount * extra


def tier_of(result: Findings, state: str) -> str:
    """Return the tier of the electricity price: the worst level that the plant meets, or above level 3.

    Limits that are not confirmed do not decide: where there is one, the nearest confirmed edition does.
    """
    found = (grade.deciding for each in result.processes for grade in each.grades)
    levels = [grade.level[state] for grade in found if grade and state in grade.level]
    if any(level == "not-qualified" for level in levels):
        return TIERS[-1]
    met = [level for level in levels if isinstance(level, int)]
    return f"level-{max(met)}" if met else ""


def _scale(scales: Scales | None, result: ProcessResult, output: str) -> Number:
    if scales is None or (output in result.outputs and not result.outputs[output].adjusted):
        return 1.0
    return scales.get(result.case.place, 1.0)


def _amount(result: Findings, state: str, output: str, scales: Scales | None = None) -> float | None:
    """Return what the plant uses or emits in a state; None where it is not known.

    A process that is not there uses nothing, if it is one that has any in the other state.
    """
    found: list[Number] = []
    for each in result.processes:
        gone = each.case.kind == (NEW if state == "baseline" else CLOSED)
        terms = each.baseline if state == "baseline" else each.reporting
        if output in terms and not (gone and is_sourceless(terms[output].value)):
            found.append(0.0 if gone else terms[output].value * _scale(scales, each, output))
    known = [each for each in found if not isinstance(each, Missing)]
    lacking = [each for each in found if isinstance(each, Missing) and each.names]
    return None if lacking or not known else sum(known)


def total_by_instrument(money: Iterable[Money]) -> dict[str, Money]:
    """Return the sum of each instrument over the plants."""
    found: dict[str, Money] = {}
    for each in money:
        old = found.get(each.instrument, Money("", each.instrument, 0.0, 0.0))
        found[each.instrument] = Money("", each.instrument, old.before + each.before, old.after + each.after)
    return found
