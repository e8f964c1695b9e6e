"""How money came about, as terms: bills by instrument, and what a measure saves a year and is worth.

money, money.electricity    what is saved of all bills, of one
battery[1].measure[0].money what one measure saves a year, its net present value, its payback
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from ecdcalc.assessment.money.instruments import AIR, ELECTRICITY, ENERGY, SOLD, WATER, equivalents
from ecdcalc.assessment.money.result import Bills, PlantMoney, StepMoney
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.prices import CURRENCY, Prices
from ecdcalc.model.process import Origin, fields_of
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, total
from ecdcalc.numbers.trace import Named, Term
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.factors import FactorTable
from ecdcalc.words.labels import word

_CNY, _YEAR, _SHARE, _ONE = unit(CURRENCY), unit("a"), unit("%"), unit("1")
_VOLUME = unit("m3")
_POWER = unit(f"{CURRENCY}/kW/a")
_SUM = "Σ flow[t] / (1 + rate)^t"
_RESULT = Origin("result", "")
_OF = {"co2-price": "co2", "energy-quota": ENERGY, "water-price": WATER}


def bill_terms(money: PlantMoney) -> dict[str, dict[str, Named]]:
    """Return each instrument in each state, and what is saved of it: the adjusted baseline less reporting."""
    states = {"baseline": money.before, "adjusted": money.adjusted, "reporting": money.after}
    found: dict[str, dict[str, Named]] = {}
    for name in money.after.paid:
        terms = {state: _bill(name, state, each, money.prices) for state, each in states.items() if name in each.paid}
        if "adjusted" in terms:
            saved = terms["adjusted"] - terms["reporting"]
            terms["saved"] = _yuan(f"money.{name}", saved.value, formula=saved, key="saved")
        found[name] = terms
    return found


def money_term(money: PlantMoney) -> Named:
    """Return what is saved of all bills."""
    saved = [each["saved"] for each in bill_terms(money).values() if "saved" in each]
    formula = total(saved)
    value = formula.value if isinstance(formula, Term) else formula
    return _yuan("money", value, formula=formula if isinstance(formula, Term) else None, key="money-saved")


def step_terms(found: StepMoney, number: int) -> dict[str, Named]:
    """Return the money of one measure of a process by its name in the JSON: saved, and of its worth what is known.

    Where a price lacks, what is saved is missing and names the price.
    """
    head = f"{found.place}.measure[{number}]"
    parts = [_saved(head, name, value, found.amounts) for name, value in found.saved.items() if value]
    whole = total(parts)
    known = found.total is not None
    value = found.total if known else Missing(frozenset(found.unpriced))
    formula = whole if known and isinstance(whole, Term) else None
    terms = {"saved": _yuan(f"{head}.money", value, formula=formula, key="money-saved")}
    if found.worth is not None:
        terms |= _worth(head, found.worth, found.amounts, terms["saved"])
    return terms


def _yuan(name: str, value: object, *, formula: Term | None = None, key: str = "") -> Named:
    label = (word(key, "en"), word(key, "zh")) if key else ("", "")
    return Named(name, value, _CNY, label=label, formula=formula, origin=None if formula is not None else _RESULT)


def _output(instrument: str) -> str:
    """Return the carrier or output whose amount an instrument prices."""
    kind, _, pollutant = instrument.partition("-")
    return pollutant if kind in ("tax", "emission") else _OF.get(instrument, instrument)


def _unit(output: str) -> Unit:
    if output in carrier_kinds():
        found = fields_of(carrier_class(output))["amount"].unit
        assert found is not None
        return found
    return _VOLUME if output == WATER else SAVED_UNITS.get(output, _ONE)


def _amount(name: str, output: str, value: float | None) -> Named:
    label = (carrier_kinds()[output].en, carrier_kinds()[output].zh) if output in carrier_kinds() else ("", "")
    return Named(name, value, _unit(output), label=label, origin=_RESULT)


def _bill(instrument: str, state: str, bills: Bills, prices: Prices) -> Named:
    """Return a bill as the amount at its prices; a tariff of several parts is written as such."""
    output, paid = _output(instrument), bills.paid[instrument]
    used = _amount(f"{state}.{POLLUTANTS.get(output, output)}", output, bills.used.get(output, 0.0))
    leaves = [*_prices(instrument, output, prices)]
    products = [used * each for each in (reversed(leaves) if used.value < 0 else leaves)]
    formula = next((each for each in products if meets(each.value, "==", paid)), None)
    if formula is None:
        text = f"tariff({', '.join(each.text for each in (used, *leaves))})"
        formula = Term(paid, text, 0, (used, *leaves))
    return _yuan(f"money.{instrument}.{state}", paid, formula=formula, key=_STATES[state])


_STATES = {"baseline": "baseline", "adjusted": "adjusted-baseline", "reporting": "reporting"}


def _prices(instrument: str, output: str, prices: Prices) -> Iterator[Named]:
    """Yield the prices that a bill is made of."""
    of = _unit(output)
    per = unit(f"{CURRENCY}/{of.text}")
    tariff = prices.carriers.get(instrument)
    if tariff is not None:
        several = len(tariff.parts) > 1
        for number, each in enumerate(tariff.parts):
            yield _given(f"price.{instrument}" + (f"[{number}]" if several else ""), each.price, per)
            if each.share != 1:
                yield _given(f"share.{instrument}[{number}]", each.share, _SHARE)
        if tariff.sold is not None:
            yield _given(f"price.{instrument}.{SOLD}", tariff.sold, per)
        if tariff.demand is not None:
            yield _given(f"price.{instrument}.demand", tariff.demand.price, _POWER)
        if instrument == ELECTRICITY:
            yield from (_given(f"price.{key}", prices.plain[key], _SHARE) for key in ("float", "float_cap")
                        if key in prices.plain)  # fmt: skip
            yield from (_given(f"price.tier.{key}", each, per) for key, each in prices.tiers.items())
    elif instrument.startswith("tax-"):
        rate = prices.plain["tax_air" if output in AIR else "tax_water"]
        factor = FactorTable().get(equivalents(prices.dust)[output])
        equivalent = Named("pollution_equivalent", factor.base, factor.unit, origin=Origin("factor", "", factor))
        price = _given("tax_rate", rate, _CNY) / equivalent
        yield Named(f"price.{output}", price.value, per, formula=price)
    else:
        key = {"co2-price": "co2", "energy-quota": "energy_quota", "water-price": WATER}.get(instrument)
        yield _given(f"price.{output}", prices.plain[key] if key else prices.emission[output], per)


def _given(name: str, value: float, of: Unit) -> Named:
    return Named(name, value, of, origin=Origin("given", ""))


def _saved(head: str, instrument: str, value: float, amounts: Mapping[str, float]) -> Named:
    """Return what a measure saves of one instrument, with the amount that it saves."""
    output = _output(instrument)
    used = _amount(f"{head}.saved.{POLLUTANTS.get(output, output)}", output, amounts[output])
    formula = Term(value, f"tariff({used.text})", 0, (used,))
    return _yuan(f"{head}.money.{instrument}", value, formula=formula)


def _worth(head: str, worth: Worth, amounts: Mapping[str, float], saved: Named) -> dict[str, Named]:
    """Return the usual figures of a measure, each with what it is made of."""
    costs, rate = worth.costs, Named("rate", worth.rate, _SHARE, origin=Origin("given", ""))
    less = [_yuan(f"{head}.{name}", value) for name, value in (("subsidy", costs.subsidy), ("avoided", costs.avoided))
            if value]  # fmt: skip
    capex = _yuan(f"{head}.capex", costs.capex, key="capex")
    net = _yuan(f"{head}.net_capex", costs.net, formula=total([capex, *(-each for each in less)]), key="net-capex")
    running = _yuan(f"{head}.running", costs.running)
    flow = tuple(_flow(head, worth))
    npv = _yuan(f"{head}.npv", worth.npv, formula=Term(worth.npv, _SUM, 0, (rate, net, *flow)), key="npv")
    terms = {"net_capex": net, "npv": npv}
    if worth.simple_payback is not None:
        first = _yuan(f"{head}.first_year", worth.first_year, formula=saved - running)
        formula = Term(_YEAR.base(worth.simple_payback), f"{net.text} / {first.text}", 0, (net, first))
        terms["simple_payback"] = _years(f"{head}.simple_payback", formula, "payback")
    if worth.discounted_payback is not None:
        formula = Term(_YEAR.base(worth.discounted_payback), f"min t: {_SUM} ≥ 0", 0, (rate, net, *flow))
        terms["discounted_payback"] = _years(f"{head}.discounted_payback", formula, "payback-discounted")
    if len(worth.irr) == 1:
        of = (net, *flow)
        formula = Term(worth.irr[0], f"{_SUM.replace('rate', 'irr')} = 0", 0, of)
        terms["irr"] = Named(f"{head}.irr", worth.irr[0], _SHARE, label=("IRR", word("irr", "zh")), formula=formula)
    return terms | dict(_per_amount(head, worth, amounts, rate, net, npv))


def _per_amount(
    head: str, worth: Worth, amounts: Mapping[str, float], rate: Named, net: Named, npv: Named
) -> Iterator[tuple[str, Named]]:
    """Yield the cost of saved energy, and the net cost of less CO2."""
    for name, output, label in (("cost_of_saved_energy", ENERGY, "energy"), ("abatement.CO2.net", "co2", "CO2")):
        amount = amounts.get(output, 0.0)
        if amount <= 0:
            continue
        of, each = SAVED_UNITS[output], _amount(f"{head}.saved.{label}", output, amount)
        present = Term(worth.present_amount(amount), f"Σ {each.text} / (1 + rate)^t", 0, (each, rate))
        weighed = Named(f"{head}.present_amount", present.value, of, formula=present)
        if output == ENERGY:
            text = f"{net.text} + Σ spent[t] / (1 + rate)^t"
            cost = _yuan(
                f"{head}.present_cost", worth.present_cost, formula=Term(worth.present_cost, text, 0, (net, rate))
            )
            formula = cost / weighed
        else:
            formula = -npv / weighed
        yield name, Named(f"{head}.{name}", formula.value, unit(f"{CURRENCY}/{of.text}"), formula=formula)


def _flow(head: str, worth: Worth) -> Iterator[Named]:
    """Yield the money of each year after the first, years of the same together."""
    for value, years in groupby(enumerate(worth.flow[1:], 1), key=lambda each: each[1]):
        numbers = [year for year, _ in years]
        span = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}…{numbers[-1]}"
        yield _yuan(f"{head}.flow[{span}]", value)


def _years(name: str, formula: Term, key: str) -> Named:
    return Named(name, formula.value, _YEAR, label=(word(key, "en"), word(key, "zh")), formula=formula)
