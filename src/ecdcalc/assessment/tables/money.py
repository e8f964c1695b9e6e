"""Money of rows, where prices are given: each row is billed by itself, before and after.

The bills are those of a plant that is this one process: by the same tariffs, on columns. What a row saves is its bill
of the adjusted baseline less that of the reporting state. A row in which something changes that has no price has no
total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecdcalc.assessment.money.instruments import ELECTRICITY, WATER, bills_of, is_used, uses
from ecdcalc.assessment.tables.job import Job
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.prices import CURRENCY, Prices
from ecdcalc.model.process import Process
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number, missing, total, where
from ecdcalc.numbers.symbols import Symbol

_OUTPUTS = (ELECTRICITY, "energy", *POLLUTANTS)


def money_of(
    job: Job, baseline: Process, reporting: Process, closed: Symbol | None, new: Symbol | None
) -> Iterator[tuple[str, Number]]:
    """Yield the bills of each row by instrument, and what it saves in all."""
    if job.prices is None:
        return
    scale = baseline.scale_to(reporting)
    before, after = _used(job, baseline, None), _used(job, reporting, None)
    adjusted = _used(job, baseline, scale)
    bills = {state: _bills(job, used) for state, used in (("baseline", before), ("reporting", after))}
    for state, gone in (("baseline", new), ("reporting", closed)):
        for instrument, bill in bills[state].items():
            if is_used(instrument, job.prices, (before, after)):
                yield f"money.{instrument}.{state} [{CURRENCY}]", _unless(gone, bill)
    due = _bills(job, adjusted)
    saved = total(bill - bills["reporting"][name] for name, bill in due.items() if name in bills["reporting"])
    if closed is not None:
        saved = where(closed, total(bills["baseline"].values()), saved)
    if new is not None:
        saved = where(new, -total(bills["reporting"].values()), saved)
    yield f"saved.money [{CURRENCY}]", _known(saved, adjusted, after, job.prices)


def _used(job: Job, process: Process, scale: Number) -> dict[str, Number | None]:
    """Return what a process uses and emits, None where it is not known; at another activity where a scale is given."""
    declared = outputs_of(job.process)
    found: dict[str, Number] = {id: each if scale is None else each * scale for id, each in uses(process).items()}
    for name in _OUTPUTS:
        if name in declared:
            value = value_of(process, name)
            found[name] = value * scale if scale is not None and declared[name].adjusted else value
    return {name: None if isinstance(value, Missing) else value for name, value in found.items()}


def _bills(job: Job, used: Mapping[str, Any]) -> dict[str, Number]:
    assert job.prices is not None
    return {**bills_of(used, job.prices, "", job.sector.id)}


def _known(saved: Number, before: Mapping[str, Number], after: Mapping[str, Number], prices: Prices) -> Number:
    """Return what is saved, nothing in the rows where something changes that has no price."""
    before, after = ({name: used for name, used in each.items() if used is not None} for each in (before, after))
    for name in dict.fromkeys([*before, *after]):
        priced = name in prices.carriers or (name == WATER and WATER in prices.plain)
        if priced or (name in _OUTPUTS and name != ELECTRICITY):
            continue
        same = before.get(name, 0.0) == after.get(name, 0.0)
        if same is True:
            continue
        saved = missing(f"prices.{name}") if same is False else where(same, saved, missing(f"prices.{name}"))
    return saved


def _unless(gone: Symbol | None, value: Number) -> Number:
    return value if gone is None else where(gone, missing(""), value)
