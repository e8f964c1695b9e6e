"""Money in reports: bills of the states, and what each measure is worth, made from the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.report.section import Section
from ecdcalc.report.setting import pair
from ecdcalc.words.labels import amount, joined, number, word


def money_sections(found: dict[str, Any], lang: str) -> Iterator[Section]:
    """Yield the bills and the worth of the measures."""
    bills = [
        (instrument(each["instrument"], lang), *(amount(each[name], lang) for name in _STATES))
        for each in found["bills"]
    ]
    bills += [(word(key, lang), "", "", "", amount(found[name], lang)) for key, name in wholes(found)]
    headers = [word(name, lang) for name in ("instrument", "baseline", "adjusted-baseline", "reporting", "saved")]
    yield Section(word("money-plant-title", lang), headers, bills, bill_notes(found, lang))
    rows = [_measure(each, lang) for each in found["measures"]]
    names = ("measure", "net-capex", "money-saved", "npv", "irr", "payback", "payback-discounted", "saved-energy-cost",
             "co2-cost", "reason")  # fmt: skip
    published = any(each["capex_origin"] == "library" for each in found["measures"])
    told = [word("choice-published", lang)] if published else []
    yield Section(word("worth-title", lang), [word(name, lang) for name in names], rows, told)
    years = [_year(each, lang) for each in found["years"]]
    if years:
        of = ("year", "cash-flow", "cash-sum", "money-saved", "energy-saved", "CO2")
        yield Section(word("money-years-title", lang), [word(name, lang) for name in of], years)


def wholes(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the words and the names of the money that all save together, and of what is not of the measures."""
    if found["saved"]:
        yield "money-whole", "saved"
    if found["saved_by_other"] and found["saved_by_other"]["value"]:
        yield "money-other", "saved_by_other"


def bill_notes(found: Mapping[str, Any], lang: str) -> list[str]:
    """Return what stands below the bills."""
    notes = [basis_line(found, lang)]
    if found["unpriced"]:
        notes.append(word("unpriced", lang, names=joined(found["unpriced"], lang)))
    if len([*wholes(found)]) > 1:
        notes.append(word("money-other-note", lang))
    return notes


def _year(each: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    amounts = (amount(each[name], lang) for name in ("flow", "sum", "saved", "energy_saved", "CO2"))
    return (str(each["year"]), *amounts)


def money_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of money for CSV: section, process, name, item, state, value, unit, note, label."""
    for each in found["bills"]:
        for state in _STATES:
            yield "money", "plant", "", each["instrument"], state, *pair(each[state]), "", ""
    note = "; ".join(found["unpriced"])
    yield "money", "plant", "", "total", "saved", *pair(found["saved"]), note, ""
    yield "money", "plant", "", "other", "saved", *pair(found["saved_by_other"]), note, ""
    for each in found["measures"]:
        of = "money", each["place"], each["measure"]
        worth = each["worth"] or {}
        for item in ("capex", "net_capex", "saved"):
            yield *of, item, "", *pair(each[item]), each["capex_origin"] if item == "capex" else "", each["label"]
        for item in ("npv", "annual_worth", "simple_payback", "discounted_payback", "cost_of_saved_energy"):
            value = worth.get(item)
            known = (value, "") if isinstance(value, str) else pair(value)
            yield *of, item, "", *known, "; ".join(each["reasons"]), each["label"]
    for each in found["years"]:
        for item in ("flow", "sum", "saved", "energy_saved", "CO2"):
            yield "money", "plant", str(each["year"]), item, "", *pair(each[item]), "", ""


_STATES = ("baseline", "adjusted", "reporting", "saved")


def _measure(each: dict[str, Any], lang: str) -> tuple[str, ...]:
    worth = each["worth"]
    paid = amount(each["net_capex"], lang) + (" *" if each["capex_origin"] == "library" else "")
    start = each["label"], paid, amount(each["saved"], lang)
    reasons = joined(each["reasons"], lang)
    if worth is None:
        return (*start, *["–"] * 6, reasons)
    co2 = worth["abatement"].get("CO2", {})
    return (
        *start,
        amount(worth["npv"], lang),
        joined((f"{number(rate['value'])} %" for rate in worth["irr"]), lang) or word("none", lang),
        years_word(worth["simple_payback"], lang),
        years_word(worth["discounted_payback"], lang),
        amount(worth["cost_of_saved_energy"], lang),
        amount(co2.get("net"), lang),
        reasons,
    )


def years_word(found: Any, lang: str) -> str:
    """Return years for people, or the word never."""
    return word(found, lang) if isinstance(found, str) else amount(found, lang)


def basis_line(found: Mapping[str, Any], lang: str) -> str:
    """Return currency, price year and rate in words."""
    rate = found["rate"]
    shown = word("rate-unknown", lang) if rate is None else word("rate-real", lang, rate=number(rate["value"]))
    return word("money-basis", lang, currency=found["currency"], year=found["price_year"] or "–", rate=shown)


def instrument(id: str, lang: str) -> str:
    """Return what an instrument is called."""
    kind, _, pollutant = id.partition("-")
    if kind in ("tax", "emission") and pollutant in POLLUTANTS:
        return word(f"{kind}-of", lang, name=word(POLLUTANTS[pollutant], lang))
    if id == "electricity":
        return word("electricity-cost", lang)
    return carrier_kinds()[id].label(lang) if id in carrier_kinds() else word(id, lang)
