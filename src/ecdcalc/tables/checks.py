"""Which rows of a table cannot be used, and why: bounds, words, measures, and the laws of nature.

A row that is refused is set aside with the column, what it held, and the reason: the first that is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import narwhals as nw
from attrs import frozen

from ecdcalc.laws import Law, unit_of
from ecdcalc.tables.columns import MEASURE, REPORTING, Column, not_above, output_of
from ecdcalc.tables.job import Job
from ecdcalc.tables.measures import refused as refused_measures
from ecdcalc.tables.states import Inputs, States, states_of
from ecdcalc.texts import say
from ecdcalc.units import Unit

REFUSAL = ("reject_column", "reject_value", "reason")
"""The columns that a row set aside gets: which column, what it held, what is wrong with it."""
_FOUND, _BOUND = "\x00found\x00", "\x00bound\x00"


@frozen
class Refusal:
    """One reason to set a row aside: where it holds, the column, what is found there, and the words."""

    holds: nw.Expr
    column: str
    found: nw.Expr
    reason: nw.Expr


def usable(inputs: Inputs, others: Iterable[Refusal]) -> nw.Expr:
    """Return whether a row can be used, null nowhere: one comparison a column, and what else may be refused."""
    fine = [_fine(column) for column in (*inputs.columns, *inputs.parameters)]
    fine += [~each.holds.fill_null(False) for each in others]
    return nw.all_horizontal(nw.lit(True), *fine, ignore_nulls=False)


def _fine(column: Column) -> nw.Expr:
    empty = column.here.is_null()
    return ~empty & column.fits() if column.required else empty | column.fits()


def cell_refusals(job: Job, inputs: Inputs) -> Iterator[Refusal]:
    """Yield what can be wrong with a cell. Together they hold where `usable` finds a column that does not fit."""
    for column in (*inputs.columns, *inputs.parameters):
        here, declared = column.here, column.field
        if column.required:
            example = f"1 {declared.unit.text}" if declared.unit else declared.options[0]
            yield _refusal(job, here.is_null(), column.name, here, "required", {"example": example})
        if column.unit is None:
            known = ", ".join(declared.options)
            yield _refusal(job, ~column.fits(), column.name, here, "row-not-an-option", {"options": known})
            continue
        if column.text:
            yield _refusal(job, ~here.is_null() & column.number().is_null(), column.name, here, "row-not-a-number", {})
        yield _refusal(job, ~column.number().is_finite(), column.name, here, "row-not-finite", {})
        assert declared.unit is not None
        bounds = ", ".join(f"{sign} {bound:g} {declared.unit.text}" for sign, bound in declared.bounds)
        yield _refusal(job, ~column.fits(), column.name, here, "row-out-of-bounds", {"bounds": bounds})


def row_refusals(job: Job, inputs: Inputs) -> Iterator[Refusal]:
    """Yield what can be wrong with a row beyond its numbers: its measure, and whether it closes or is new."""
    if inputs.measured:
        states = states_of(job, inputs)
        for holds, key, values in refused_measures(job, states.baseline, states.after, inputs.parameters):
            yield _refusal(job, holds, MEASURE, nw.col(MEASURE), key, values)
    for truth in (inputs.closed, inputs.new):
        if truth is not None:
            yield _refusal(job, truth.odd, truth.name, nw.col(truth.name), f"row-{truth.name}", {})
    if inputs.closed is not None and inputs.new is not None:
        both = inputs.closed.holds & inputs.new.holds
        yield _refusal(job, both, inputs.closed.name, nw.col(inputs.closed.name), "closed-new", {})


def law_refusals(job: Job, states: States) -> Iterator[Refusal]:
    """Yield the laws of the process that a row can break: before, after its measure, and as reported."""
    found = {"": states.baseline, f"{MEASURE}.": states.retrofitted, REPORTING: states.reporting}
    seen: set[str] = set()
    for state, process in found.items():
        for law in getattr(job.process, "laws", ()):
            claim, bound = output_of(process, law.claim), output_of(process, law.bound)
            if claim is None or bound is None or (told := f"{claim} {law.sign} {bound}") in seen:
                continue
            seen.add(told)
            yield _broken(job, law, f"{state}{law.claim}", claim, bound)


def _broken(job: Job, law: Law, name: str, claim: nw.Expr, bound: nw.Expr) -> Refusal:
    of = unit_of(job.process, law.claim)
    holds = not_above(claim, bound) if law.sign == "<=" else not_above(bound, claim)
    found, asked = _shown(claim, of), _shown(bound, of)
    said = say(law.text, job.lang, found=_FOUND, bound=_BOUND)
    pieces = [{_FOUND: found, _BOUND: asked}.get(each, nw.lit(each)) for each in _split(f"{name}: {said}")]
    return Refusal(~holds, name, found, nw.concat_str(pieces, separator=""))


def _split(text: str) -> list[str]:
    return [each for each in re.split(f"({_FOUND}|{_BOUND})", text) if each]


def _shown(value: nw.Expr, of: Unit | None) -> nw.Expr:
    if of is None:
        return value.cast(nw.String)
    written = (value - of.offset) / of.factor if of.offset else value / of.factor
    return nw.concat_str([written.cast(nw.String), nw.lit(of.text)], separator=" ")


def _refusal(job: Job, holds: nw.Expr, name: str, found: nw.Expr, key: str, values: Mapping[str, object]) -> Refusal:
    return Refusal(holds, name, found.cast(nw.String), nw.lit(f"{name}: {say(key, job.lang, **values)}"))


def first(refusals: Sequence[Refusal]) -> dict[str, nw.Expr]:
    """Return the first refusal of a row as columns: column, value, reason."""
    found: tuple[list[nw.Expr], ...] = ([], [], [])
    for each in refusals:
        for column, value in zip(found, (nw.lit(each.column), each.found, each.reason), strict=True):
            column.append(nw.when(each.holds).then(value))
    none = nw.lit(None).cast(nw.String)
    return {name: nw.coalesce(*column, none) for name, column in zip(REFUSAL, found, strict=True)}
