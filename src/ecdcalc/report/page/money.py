"""The money of a plant on its page: bills and what measures are worth, each number with how it came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.assessment.money.explaining import bill_terms, step_terms
from ecdcalc.assessment.money.result import PlantMoney
from ecdcalc.numbers.trace import Named
from ecdcalc.report.money import bill_notes, instrument, wholes, years_word
from ecdcalc.report.page.parts import Cell, Table, cell, listed, plain
from ecdcalc.report.tree import tree
from ecdcalc.words.labels import amount, joined, number, word

_STATES = ("baseline", "adjusted", "reporting", "saved")
_WORTH = ("npv", "irr", "simple_payback", "discounted_payback", "cost_of_saved_energy", "abatement.CO2.net")


def money_tables(money: PlantMoney, found: Mapping[str, Any], lang: str) -> Iterator[Table]:
    """Yield the bills of a plant and the worth of its measures; `found` is their form for programs."""
    yield _bills(money, found, lang)
    yield _worth(money, found, lang)


def _bills(money: PlantMoney, found: Mapping[str, Any], lang: str) -> Table:
    terms = bill_terms(money)
    rows = []
    for order, each in enumerate(found["bills"]):
        of = terms[each["instrument"]]
        cells = [cell(each[state], f"money.bills.{order}.{state}", lang, _tree(of.get(state), lang))
                 for state in _STATES]  # fmt: skip
        rows.append([*plain(instrument(each["instrument"], lang)), *cells])
    parts = _parts(found, lang)
    rows += [[*plain(word(key, lang), "", "", ""), cell(found[name], f"money.{name}", lang, parts[name])]
             for key, name in wholes(found)]  # fmt: skip
    headers = [word(name, lang) for name in ("instrument", "baseline", "adjusted-baseline", "reporting", "saved")]
    return Table(word("money-plant-title", lang), headers, rows, bill_notes(found, lang))


def _parts(found: Mapping[str, Any], lang: str) -> Mapping[str, str]:
    """Return what all save together by its bills, and what of it is not of the measures by theirs."""
    bills = [f"{instrument(each['instrument'], lang)}: {amount(each['saved'], lang)}" for each in found["bills"]]
    whole = f"{word('money-whole', lang)}: {amount(found['saved'], lang)}"
    less = [f"− {each['label']}: {amount(each['saved'], lang)}" for each in found["measures"] if each["saved"]]
    return {
        "saved": listed(amount(found["saved"], lang), bills),
        "saved_by_other": listed(amount(found["saved_by_other"], lang), [whole, *less]),
    }


def _worth(money: PlantMoney, found: Mapping[str, Any], lang: str) -> Table:
    rows, seen = [], Counter[str]()
    for order, (step, each) in enumerate(zip(money.steps, found["measures"], strict=True)):
        terms = step_terms(step, seen[step.place])
        seen[step.place] += 1
        path = f"money.measures.{order}"
        cells = [cell(each[name], f"{path}.{name}", lang, _tree(terms.get(name), lang))
                 for name in ("net_capex", "saved")]  # fmt: skip
        cells += [_figure(each["worth"], name, path, terms.get(name), lang) for name in _WORTH]
        rows.append([*plain(each["label"]), *cells, *plain(joined(each["reasons"], lang))])
    names = ("measure", "net-capex", "money-saved", "npv", "irr", "payback", "payback-discounted", "saved-energy-cost",
             "co2-cost", "reason")  # fmt: skip
    return Table(word("worth-title", lang), [word(name, lang) for name in names], rows)


def _figure(worth: Mapping[str, Any] | None, name: str, path: str, term: Named | None, lang: str) -> Cell:
    """Return one figure of the worth; several internal rates, and what never comes, are words."""
    if worth is None:
        return Cell("–")
    if name == "irr":
        rates = worth["irr"]
        if len(rates) != 1:
            return Cell(joined((f"{number(rate['value'])} %" for rate in rates), lang) or word("none", lang))
        return cell(rates[0], f"{path}.worth.irr.0", lang, _tree(term, lang))
    told: Any = worth
    for key in name.split("."):
        told = (told or {}).get(key)
    if isinstance(told, str):
        return Cell(years_word(told, lang))
    return cell(told, f"{path}.worth.{name}", lang, _tree(term, lang)) if told else Cell(amount(None, lang))


def _tree(term: Named | None, lang: str) -> str:
    return "" if term is None else tree(term, lang)
