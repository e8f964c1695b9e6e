"""Which rows of a table cannot be used, and why: bounds, words, measures, and the laws of nature.

A row that is refused is set aside with the column, what it held, and the reason: the first that is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.assessment.tables.columns import MEASURE, REPORTING, Column
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.measures import refused as refused_measures
from ecdcalc.assessment.tables.states import CLOSED, Inputs, States
from ecdcalc.model.laws import Claim, carrier_claims, claims_of, unit_of
from ecdcalc.model.parts.carriers import BY_PRODUCTS, RECOVERED, EnergyUse
from ecdcalc.model.process import walk
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.extents import Held
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.row_words import any_of, negated
from ecdcalc.numbers.symbols import Graph, Symbol, literal
from ecdcalc.numbers.text_numbers import plain
from ecdcalc.numbers.unit_words import SLIPS_OF_CELLS
from ecdcalc.numbers.units import LARGEST, Unit
from ecdcalc.read.words import shared_words, told
from ecdcalc.reference.ranges import NO_SLIP, slips_of
from ecdcalc.words.texts import say

REFUSAL = ("reject_column", "reject_value", "reason")
"""The columns that a row set aside gets: which column, what it held, what is wrong with it."""
_NOT_AN_OPTION = "row-not-an-option"
_FIGURES, _DECIMALS = 6, 10
_FOUND, _BOUND = "\x00found\x00", "\x00bound\x00"
_CELL = "◊"  # messages tell a text in quotation marks, which leave no sign of control as it is


@frozen
class Refusal:
    """One reason to set a row aside: where it holds, the column, what is found there, and the words."""

    holds: Symbol
    column: str
    found: Symbol
    reason: Symbol | str
    only: Symbol | None = None
    """Where it can hold at all, if that is told sooner, and of few rows."""


@frozen
class Usable:
    """Which rows can be used: by the cells of their columns, and by what `others` say that cannot be."""

    graph: Graph
    columns: tuple[Column, ...]
    others: Sequence[Symbol]

    def odd(self) -> Symbol:
        """Return whether a row cannot be used, false or null where it can: one comparison a column.

        A truth that no row has stands before them, so that a table of no known column is answered too.
        """
        none = self.graph.column(nw.lit(False), "none")
        return any_of(self.graph, [none, *map(self._odd, self.columns), *self.others])

    def unsure(self, held: Held) -> list[Symbol]:
        """Return what is to be asked of each row of a frame of Polars: nothing of columns of which all cells fit."""
        return [*(self._odd(column) for column in self.columns if not all_fit(column, held)), *self.others]

    def _odd(self, column: Column) -> Symbol:
        return ~self.graph.column(_fine(column), column.name, "fine")


def all_fit(column: Column, held: Held) -> bool:
    """Tell whether all cells of a column can be used, by its ends; False where these do not tell."""
    empty = 0 if column.required else held.nulls(column.held or column.name)
    ends = held.ends(column.source) if column.source and held.nulls(column.source) <= empty else None
    if ends is None:
        return False
    low, high, closed = column.interval()
    above = low <= ends[0] if closed in ("both", "left") else low < ends[0]
    return above and (ends[1] <= high if closed in ("both", "right") else ends[1] < high)


def _fine(column: Column) -> nw.Expr:
    """Return whether a cell can be used; null where it is empty and may be."""
    if column.required:
        return ~column.here.is_null() & column.fits()
    return column.here.is_null() | column.fits() if column.text else column.fits()


def cell_refusals(job: Job, graph: Graph, inputs: Inputs) -> Iterator[Refusal]:
    """Yield what can be wrong with a cell. Together they hold where `usable` finds a column that does not fit."""
    for column in (*inputs.columns, *inputs.parameters):
        found = graph.column(column.here.cast(nw.String), column.name, "text")
        for number, (key, holds, values) in enumerate(_wrong(column)):
            symbol = graph.column(holds, column.name, f"wrong {number}")
            said = f"{column.name}: {say(key, job.lang, found=_CELL, **values)}"
            yield Refusal(symbol, column.name, found, _with_cell(said, found) if _CELL in said else said)


def _with_cell(said: str, found: Symbol) -> Symbol:
    """Return words that hold the text of a cell."""
    before, after = said.split(_CELL)
    made: Symbol = found.graph.call(
        "with cell", lambda cell: nw.concat_str([nw.lit(before), cell, nw.lit(after)]), found, key=(said,)
    )
    return made


def not_fitting(column: Column, lang: str) -> str:
    """Return what is said of all words that are none of a choice."""
    options = told(column.field, column.field.options)
    return f"{column.name}: {say(_NOT_AN_OPTION, lang, options=options)}"


def _wrong(column: Column) -> Iterator[tuple[str, nw.Expr, dict[str, object]]]:
    here, declared = column.here, column.field
    if column.required:
        example = f"1 {declared.unit.text}" if declared.unit else declared.options[0]
        yield "required", here.is_null(), {"example": example}
    if declared.unit is None:
        for word, keys in shared_words(declared).items():
            yield "row-word-ambiguous", here == word, {"meanings": told(declared, keys)}
        yield _NOT_AN_OPTION, ~column.fits(), {"options": told(declared, declared.options)}
        return
    if column.text:
        none, written = ~here.is_null() & column.number().is_null(), plain(here)
        for form, key in SLIPS_OF_CELLS:
            yield key, none & written.str.contains(f"^(?:{form})"), {}
        yield "row-not-a-number", none, {}
    yield "row-not-finite", ~column.number().is_finite(), {}
    bounds = ", ".join(f"{sign} {bound:g} {declared.unit.text}" for sign, bound in declared.bounds)
    yield "row-out-of-bounds", ~column.fits(), {"bounds": bounds or f"< {LARGEST:g}"}


def row_refusals(job: Job, graph: Graph, inputs: Inputs, states: States) -> Iterator[Refusal]:
    """Yield what can be wrong with a row beyond its numbers: its measure, and whether it closes or is new."""
    if states.retrofits is not None:
        every = refused_measures(job, states.baseline, states.retrofits, inputs.parameters)
        for holds, key, values in every:
            if not isinstance(holds, Symbol):  # it holds in no row
                continue
            yield Refusal(holds, MEASURE, states.retrofits.named, f"{MEASURE}: {say(key, job.lang, **values)}")
    for truth in (inputs.closed, inputs.new):
        if truth is not None:
            found = graph.column(nw.col(truth.name).cast(nw.String), truth.name, "text")
            said = say("row-closed" if truth.name == CLOSED else "row-new", job.lang)
            yield Refusal(truth.odd(graph), truth.name, found, f"{truth.name}: {said}")
    if inputs.closed is not None and inputs.new is not None:
        both = inputs.closed.holds(graph) & inputs.new.holds(graph)
        found = graph.column(nw.col(inputs.closed.name).cast(nw.String), inputs.closed.name, "text")
        yield Refusal(both, inputs.closed.name, found, f"{inputs.closed.name}: {say('closed-new', job.lang)}")


def law_refusals(job: Job, states: States) -> Iterator[Refusal]:
    """Yield the laws that a row can break, before, after its measure, and as reported, in the order of `laws.py`."""
    found = {"": states.baseline, f"{MEASURE}.": states.retrofitted, REPORTING: states.reporting}
    seen: set[int] = set()
    for state, process in found.items():
        yield from _broken(job, claims_of(process), state, seen)
        if state == f"{MEASURE}.":
            yield from _overdrawn(job, states)
        yield from _broken(job, carrier_claims(process), state, seen)
        if state == f"{MEASURE}.":
            yield from _past_bounds(job, states)


def _broken(job: Job, claims: Iterable[Claim], state: str, seen: set[int]) -> Iterator[Refusal]:
    """Yield where a row claims what cannot be; `seen` are the comparisons that were made already."""
    for each in claims:
        holds = meets(each.found, each.sign, each.bound)
        if isinstance(holds, Symbol) and id(holds) not in seen:
            seen.add(id(holds))
            name = f"{state}{each.name}"
            yield _told(job, name, ~holds, each.text, each.unit, each.found, each.bound, **each.values)


def _overdrawn(job: Job, states: States) -> Iterator[Refusal]:
    """Yield where the measure of a row saves more of a fuel than the row uses."""
    before, after = states.baseline, states.retrofitted
    if not (isinstance(before, EnergyUse) and isinstance(after, EnergyUse)):
        return
    for id, line in after.carriers.items():
        used: Number = before.carriers[id].amount if id in before.carriers else 0.0
        if id not in RECOVERED and id not in BY_PRODUCTS and line.amount is not used:
            saved = used - line.amount
            holds = (line.amount < 0) & (used >= 0) & negated(meets(saved, "<=", used))
            if isinstance(holds, Symbol):
                of, name = unit_of(type(line), "amount"), f"{MEASURE}.energy.{id}"
                yield _told(job, name, holds, "measure-saves-too-much", of, saved, used, carrier=id)


def _past_bounds(job: Job, states: States) -> Iterator[Refusal]:
    """Yield where the measure of a row takes a number past the bounds of its input."""
    old = {path: getattr(owner, name) for path, owner, name, _ in walk(states.baseline, "")}
    for path, owner, name, declared in walk(states.retrofitted, ""):
        value = getattr(owner, name)
        if not isinstance(value, Symbol) or value is old.get(path) or declared.unit is None:
            continue
        for sign, bound in declared.bounds:
            limit = declared.unit.base(bound)
            said = {"sign": sign, "unit": declared.unit.text}
            holds = ~meets(value, sign, limit)
            yield _told(job, f"{MEASURE}.{path}", holds, "out-of-bounds", declared.unit, value, limit, **said)


def _told(
    job: Job, name: str, holds: Symbol, key: str, of: Unit | None, claim: Number, limit: Number, **values: object
) -> Refusal:
    """Return a refusal whose words hold two numbers of the row: what is claimed, and what bounds it."""
    said = say(key, job.lang, found=_FOUND, bound=_BOUND, **values)
    pieces = [each for each in re.split(f"({_FOUND}|{_BOUND})", f"{name}: {said}") if each]

    def reason(claim: Any, bound: Any) -> nw.Expr:
        put = {_FOUND: literal(claim), _BOUND: literal(bound)}
        return nw.concat_str([put.get(each, nw.lit(each)) for each in pieces], separator="")

    found, bound = in_words(claim, of), in_words(limit, of)
    return Refusal(holds, name, found, holds.graph.call("reason", reason, found, bound, key=(name, key)))


def in_words(number: Number, of: Unit | None) -> Any:
    """Return a number of base units in words as plant files tell it: in its unit, with it, to six figures."""
    text = of.text if of else "1"
    if number is None or isinstance(number, Missing):
        return ""  # a range that is open on this side
    if not isinstance(number, Symbol):
        return f"{of.told(number) if of else number:.6g} {text}".removesuffix(" 1")

    def make(value: nw.Expr) -> nw.Expr:
        written = _figures(value if of is None else (value - of.offset) / of.factor if of.offset else value / of.factor)
        return written if text == "1" else nw.concat_str([written, nw.lit(text)], separator=" ")

    return number.graph.call("in words", make, number, key=(text,))


def slip_in_words(lang: str, number: Number, low: Number, high: Number, of: Unit) -> Any:
    """Return the slip that would explain a number of each row, as plant files tell it; empty words where none would."""
    if not isinstance(number, Symbol):
        return NO_SLIP
    slips = [*slips_of(low, high, of)]
    said = tuple(text.say(lang) for _, _, text in slips)

    def make(value: nw.Expr, *ends: Any) -> nw.Expr:
        found = nw.lit(NO_SLIP)
        for above, below, text in reversed([*zip(ends[::2], ends[1::2], said, strict=True)]):
            found = nw.when(value.is_between(above, below, closed="none")).then(nw.lit(text)).otherwise(found)
        return found

    ends = (end for above, below, _ in slips for end in (above, below))
    return number.graph.call("slip", make, number, *ends, key=said) if slips else NO_SLIP


def _figures(number: nw.Expr) -> nw.Expr:
    """Return a number to six figures; those before the point are all told."""
    size, found = number.abs(), number.round(_DECIMALS)
    for after in reversed(range(_DECIMALS)):
        found = nw.when(size >= 10.0 ** (_FIGURES - 1 - after)).then(number.round(after)).otherwise(found)
    return found.cast(nw.String).str.replace_all(r"\.0$", "")


def first(graph: Graph, refusals: Sequence[Refusal]) -> dict[str, Any]:
    """Return the first refusal of a row as columns: column, value, reason."""
    if not refusals:
        return dict.fromkeys(REFUSAL, nw.lit(None).cast(nw.String))
    holds = [each.holds for each in refusals]
    values = ([getattr(each, name) for each in refusals] for name in ("column", "found", "reason"))
    count = len(refusals)

    def make(*args: Any) -> nw.Expr:
        return nw.coalesce(
            *(nw.when(here).then(literal(value)) for here, value in zip(args, args[count:], strict=False))
        )

    return {
        name: graph.call("refusal", make, *holds, *each, key=(name,))
        for name, each in zip(REFUSAL, values, strict=True)
    }
