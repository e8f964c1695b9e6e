"""What does not fit together in a row of a table: what `warnings/consistency.py` says of one process, as conditions.

A row is one process with one measure, so what needs several of them (sub-meters, overlapping measures, leaks beside a
factor) is told of plant files alone.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

import narwhals as nw

from ecdcalc.assessment.tables.checks import Refusal, in_words, slip_in_words
from ecdcalc.assessment.tables.columns import CARRIERS, MEASURE, REPORTING
from ecdcalc.assessment.tables.job import Job
from ecdcalc.assessment.tables.measures import parameters_of
from ecdcalc.assessment.tables.states import CLOSED, Inputs, States
from ecdcalc.assessment.warnings import consistency, not_used, size
from ecdcalc.assessment.warnings.warned import between
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import EnergyUse, Fuel, OfCarrier
from ecdcalc.model.plant import on_basis
from ecdcalc.model.process import Process, fields_of
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of, value_of
from ecdcalc.numbers.ops import Missing, Number, first_of
from ecdcalc.numbers.row_words import is_known, negated
from ecdcalc.numbers.symbols import Graph, Symbol, literal
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.ranges import NO_SLIP
from ecdcalc.words.texts import say

_MARK = "\x00{}\x00"


def of_rows(job: Job, graph: Graph, inputs: Inputs, states: States) -> Iterator[Refusal]:
    """Yield what does not fit together in a row."""
    say_of = Sentences(job, graph)
    given = {column.path: column.symbol(graph) for column in inputs.columns if not column.reporting}
    reported = {column.path: column.symbol(graph) for column in inputs.columns if column.reporting}
    before, after = on_basis(states.baseline, "calorific"), on_basis(states.reporting, "calorific")
    yield from _gained_before(say_of, inputs, graph, before, after)
    yield from _measures(say_of, job, inputs, states)
    yield from _factors(say_of, given, before)
    yield from _guides(say_of, job, given, before)
    yield from _not_used(say_of, given, reported, states)
    if reported:
        yield from _meter(say_of, _any_known(reported), before, after)
        metered = {path: each for path, each in reported.items() if path.startswith(CARRIERS)}
        yield from _scaled(say_of, _any_known(metered), before, after)
    if inputs.closed is not None:
        yield from _closed(say_of, inputs.closed.holds(graph), before)


class Sentences:
    """Makes warnings of rows: where they hold, at which place, and in which words."""

    def __init__(self, job: Job, graph: Graph) -> None:
        self._lang, self._graph = job.lang, graph

    def warn(
        self,
        holds: Any,
        place: str,
        key: str,
        numbers: Mapping[str, tuple[Number, Unit]],
        only: Any = None,
        slip: Any = NO_SLIP,
        **words: object,
    ) -> Iterator[Refusal]:
        """Yield a warning whose words hold numbers of the row; none where it holds in no row.

        `only`: where it can hold at all (`Refusal.only`). `slip`: what would explain it (`slip_in_words`).
        """
        if holds is True:
            holds = self._graph.column(nw.lit(True), "every row")
        if not isinstance(holds, Symbol):
            return
        told = {**{name: in_words(number, of) for name, (number, of) in numbers.items()}, "slip": slip}
        said = say(key, self._lang, **{name: _MARK.format(name) for name in told}, **words)
        pieces = [each for each in re.split(f"({_MARK.format('[a-z]+')})", f"{place}: {said}") if each]

        def make(*values: Any) -> nw.Expr:
            put = {_MARK.format(name): literal(value) for name, value in zip(told, values, strict=True)}
            return nw.concat_str([put.get(each, nw.lit(each)) for each in pieces], separator="")

        text = self._graph.call("words", make, *told.values(), key=(place, key, *pieces))
        yield Refusal(holds, place, text, text, only if isinstance(only, Symbol) else None)


def _any_known(found: Mapping[str, Symbol]) -> Any:
    return reduce(operator.or_, (is_known(each) for each in found.values()), False)


def _both(*conditions: Any) -> Any:
    return reduce(operator.and_, (first_of(each, False) if isinstance(each, Symbol) else each for each in conditions))


def _gained_before(
    say_of: Sentences, inputs: Inputs, graph: Graph, before: Process, after: Process
) -> Iterator[Refusal]:
    there = ~inputs.new.holds(graph) if inputs.new is not None else True
    for name in getattr(type(before), "gained_after", ()):
        one, other, of = getattr(before, name), getattr(after, name), fields_of(type(before))[name].unit
        if isinstance(one, Symbol) and of is not None:
            same = True if one is other else one == other
            yield from say_of.warn(_both(one > 0, same, there), name, "warn-gained-before", {"found": (one, of)})


def _not_used(
    say_of: Sentences, given: Mapping[str, Symbol], reported: Mapping[str, Symbol], states: States
) -> Iterator[Refusal]:
    """Yield what is given and counts neither before nor after, and what is reported and does not count then."""
    for each in not_used.conditional(type(states.baseline)):
        before, after = (_not(_sure(each.counts(state))) for state in (states.baseline, states.reporting))
        for place, columns, idle in (("", given, (before, after)), (REPORTING, reported, (after,))):
            if each.path in columns:
                column = columns[each.path]
                idle_there = _both(is_known(column), _not(each.is_default(column)), *idle)
                yield from say_of.warn(idle_there, f"{place}{each.path}", not_used.KEY, {}, **each.said)


def _sure(truth: Any) -> Any:
    return False if isinstance(truth, Missing) else truth


def _measures(say_of: Sentences, job: Job, inputs: Inputs, states: States) -> Iterator[Refusal]:
    """Yield what is said of the measure that a row names: its saving, less light, heat without a taker."""
    if states.retrofits is None:
        return
    measures = {each.id: each for each in job.sector.measures}
    named, before = states.retrofits.named, states.baseline
    for (id, _), after in states.retrofits.after.items():
        measure, here = measures.get(id), named == id
        if measure is None:
            continue
        if measure.row.id == consistency.LIGHT and isinstance(after, type(before)):
            of = fields_of(type(after))["density"].unit
            assert of is not None
            one, other = before.density, after.density  # type: ignore[attr-defined]
            less = _both(here, other * consistency.EFFICACY < one)
            yield from say_of.warn(less, MEASURE, "warn-light", {"before": (one, of), "after": (other, of)})
        if measure.row.id == consistency.TAKER:
            taker = is_known(getattr(after, "sink", 0.0))
            none = ~taker if isinstance(taker, Symbol) else not taker
            yield from say_of.warn(_both(here, none), MEASURE, "warn-taker", {})
    for id, carrier in states.retrofits.after:
        if id in measures:
            here = _both(named == id, states.retrofits.saves(measures[id], carrier))
            yield from _made_inputs(say_of, job, inputs, before, measures[id], carrier, here)
    for column in inputs.parameters:
        for id, measure in measures.items():
            found = size.library_of(measure, column.path) if column.path in measure.units else None
            if found is not None:
                value, expected = column.symbol(named.graph), between(found.low, found.high, found.unit)
                far = _both(named == id, is_known(value), ~found.inside(value))
                place, numbers = f"{MEASURE}.{column.path}", {"found": (value, found.unit)}
                slip = slip_in_words(job.lang, value, found.low, found.high, found.unit)
                yield from say_of.warn(far, place, "warn-measure", numbers, slip=slip, expected=expected)


def _made_inputs(
    say_of: Sentences, job: Job, inputs: Inputs, before: Process, measure: Measure, carrier: str, here: Any
) -> Iterator[Refusal]:
    """Yield the given parameters of a measure that become an input as they are, out of the range of that input."""
    if not isinstance(here, Symbol):
        return
    numbers = parameters_of(job, here.graph, measure, carrier, inputs.parameters) or {}
    columns = {column.path: column for column in inputs.parameters}
    given = {name: number for name, number in numbers.items() if name in columns and isinstance(number, Symbol)}
    after = measure(before, carrier=carrier, **numbers)
    for check in size.of_parameters(type(before), given, before, after):
        value, place = check.value, f"{MEASURE}.{check.path}"
        there = _both(here, is_known(columns[check.path].symbol(here.graph)), value != 0)
        impossible = _beyond(value, check.hard_low, check.hard_high)
        unusual = _both(_beyond(value, check.low, check.high), _not(impossible))
        found = {"found": (value, check.unit)}
        slip = slip_in_words(job.lang, value, check.low, check.high, check.unit)
        for holds, key, low, high in ((impossible, check.beyond, check.hard_low, check.hard_high),
                                      (unusual, check.key, check.low, check.high)):  # fmt: skip
            expected = between(low, high, check.unit)
            yield from say_of.warn(_both(there, holds), place, key, found, slip=slip, expected=expected)


def _beyond(value: Number, low: float | None, high: float | None) -> Any:
    ends = ((">=", low), ("<=", high))
    return reduce(operator.or_, (~meets(value, sign, each) for sign, each in ends if each is not None), False)


def _not(truth: Any) -> Any:
    return negated(first_of(truth, False) if isinstance(truth, Symbol) else truth)


def _factors(say_of: Sentences, given: Mapping[str, Symbol], before: Process) -> Iterator[Refusal]:
    for id, line in before.carriers.items() if isinstance(before, EnergyUse) else ():
        names = [f"{CARRIERS}{id}.{name}" for name in ("lhv", "coal_factor")]
        of = fields_of(type(line))["lhv"].unit if isinstance(line, Fuel) else None
        if of is None or not all(name in given for name in names):
            continue
        one, other = line.lhv, line.coal_factor * line.standard_coal_heat  # type: ignore[attr-defined]
        apart = (one > other * consistency.SAME_HEAT) | (other > one * consistency.SAME_HEAT)
        holds = _both(apart, *(is_known(given[name]) for name in names))
        yield from say_of.warn(holds, f"{CARRIERS}{id}", "warn-two-factors", {"one": (one, of), "other": (other, of)})


def _guides(say_of: Sentences, job: Job, given: Mapping[str, Symbol], before: Process) -> Iterator[Refusal]:
    """Yield the carriers whose carbon is of another guide, in the rows that use them and give none of their own."""
    asked = job.context.co2_guide
    used: dict[str, Any] = {}
    guides: dict[str, str] = {}
    for id, line in getattr(before, "carriers", {}).items():
        field = fields_of(type(line)).get("carbon_content")
        if field is None or not isinstance(field.default, OfCarrier):
            continue
        cases = field.default.cases(line, job.context)
        guide = consistency.guide_of(str(cases[0][1])) if cases else ""
        own = given.get(f"{CARRIERS}{id}.carbon_content")
        bare = True if own is None else ~is_known(own)
        if guide and isinstance(line.amount, Symbol):
            guides[id], used[id] = guide, _both(line.amount != 0, bare)
    beside = reduce(operator.or_, (used[id] for id in used if guides[id] == asked), False)
    for id, guide in guides.items():
        holds = used[id] if asked != job.sector.co2_guide else _both(used[id], beside)
        if guide != asked:
            said = {"carrier": id, "found": guide, "asked": asked}
            yield from say_of.warn(holds, f"{CARRIERS}{id}", "warn-guide", {}, **said)


def _meter(say_of: Sentences, measured: Any, before: Process, after: Process) -> Iterator[Refusal]:
    cls = type(before)
    outputs = outputs_of(cls)
    if cls.about.rolls_up or "energy" not in outputs:
        return
    same = [_same(value_of(before, "energy"), value_of(after, "energy"))]
    if cls.about.activity:
        same.append(_same(getattr(before, cls.about.activity), getattr(after, cls.about.activity)))
    alike = _both(measured, *same)
    earlier: Any = False
    for name, each in consistency.of_energy(cls):
        one, other = value_of(before, name), value_of(after, name)
        equal = _same(one, other)
        differs = _both(is_known(one), is_known(other), ~equal if isinstance(equal, Symbol) else not equal)
        first = _both(alike, differs, ~earlier if isinstance(earlier, Symbol) else not earlier)
        numbers = {"before": (one, each.unit), "after": (other, each.unit)}
        yield from say_of.warn(first, REPORTING.rstrip("."), "warn-meter", numbers, alike, name=name)
        earlier = differs if earlier is False else earlier | differs


def _same(one: Number, other: Number) -> Any:
    if isinstance(one, Missing) or isinstance(other, Missing) or one is None or other is None:
        return False
    return True if one is other else first_of(meets(one, "==", other), False)


def _scaled(say_of: Sentences, metered: Any, before: Process, after: Process) -> Iterator[Refusal]:
    outputs = outputs_of(type(before))
    if "energy" not in outputs or not outputs["energy"].adjusted:
        return
    scale = before.scale_to(after)
    low, high = consistency.SCALED
    holds = _both(metered, ~((scale >= low) & (scale <= high))) if isinstance(scale, Symbol) else False
    yield from say_of.warn(holds, REPORTING.rstrip("."), "warn-scaled", {"found": (scale, unit("1"))})


def _closed(say_of: Sentences, closed: Symbol, before: Process) -> Iterator[Refusal]:
    outputs = outputs_of(type(before))
    for name in ("energy", *POLLUTANTS):
        value = value_of(before, name) if name in outputs else None
        if isinstance(value, Symbol):
            numbers = {"found": (-value, outputs[name].unit)}
            yield from say_of.warn(
                _both(closed, value < 0), CLOSED, "warn-closed", numbers, name=POLLUTANTS.get(name, name)
            )
