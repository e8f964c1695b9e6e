"""Size: numbers that are given, and specific consumptions, held against ranges.

A check holds numbers of any kind: the floats of one plant, or the columns of a table. What a row of the ranges says
of an output comes before what the limit lets expect that it is graded by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import and_, mul
from typing import Any

from attrs import evolve, frozen

from ecdcalc.assessment.warnings.warned import Warned, between, shown
from ecdcalc.model.measure import Measure
from ecdcalc.model.process import Origin, Process, Record, fields_of, walk
from ecdcalc.numbers.by_class import by_class
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing, Number, first_of, is_missing, missing, where
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.conditions import Condition
from ecdcalc.reference.defaults import Default, Published
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.limits import Limit
from ecdcalc.reference.ranges import LEFT_BY, OUTPUT, OVER, TIMES, USE, Range, narrower_of, of_limit, ranges_of, slip_of
from ecdcalc.words.texts import Said

_AMOUNT = ".amount"


@frozen
class Check:
    """A number and the range that it is held against; what is outside the hard bounds cannot be."""

    path: str
    key: str
    value: Number
    low: Number
    high: Number
    unit: Unit
    source: str | Said
    hard_low: float | None = None
    hard_high: float | None = None
    given: tuple[Number, ...] = ()
    """The given numbers that it rests on; in a table, those that a row does not give are null."""
    beyond: str = "warn-impossible"
    """The message of what is outside the hard bounds."""


def typed(record: Record, before: Record | None = None) -> Iterator[str]:
    """Yield the path of every number that the user gave, or that is a factor of the user's own.

    With `before`, only what was given anew.
    """
    old = {path: owner.origins.get(name) for path, owner, name, _ in walk(before, "")} if before else {}
    for path, owner, name, field in walk(record, ""):
        origin = owner.origins.get(name)
        if field.unit and origin is not None and origin is not old.get(path) and _of_user(origin):
            yield path.removesuffix(_AMOUNT)


def _of_user(origin: Origin) -> bool:
    return origin.kind == "given" or (origin.factor is not None and origin.factor.own)


def flat(record: Record) -> dict[str, Number]:
    """Return every number of a record by its path."""
    found = walk(record, "")
    return {path.removesuffix(_AMOUNT): getattr(owner, name) for path, owner, name, field in found if field.unit}


def of_inputs(record: Process, given: Mapping[str, Number], values: Mapping[str, Number]) -> Iterator[Check]:
    """Yield a check of every given input, and of every quotient of inputs of which one is given, that has a range."""
    for claim, (above, below), found, when in _inputs_of(type(record)):
        for check in _of_input(claim, above, below, found, given, values):
            yield from _where(when, record, check)


def _where(when: When, record: Process, check: Check) -> Iterator[Check]:
    """Yield a check where its range is the one that holds: with a missing number where a row has other words."""
    here = when.holds(record)
    if here is True:
        yield check
    elif here is not False and check.value is not None and not is_missing(check.value):
        yield evolve(check, value=where(here, check.value, missing(check.path)))


def _of_input(
    claim: str, above: str, below: str, found: Range, given: Mapping[str, Number], values: Mapping[str, Number]
) -> Iterator[Check]:
    """Yield the check of one claim, where it is given, or a part of it."""
    if not below:
        if above in given:
            yield check_of(above, found, given[above])
        return
    of_it = tuple(given[path] for path in (above, below) if path in given)
    if of_it and above in values and below in values:
        under = values[below]
        ratio = values[above] / where(under > 0, under, missing(below))
        name, key = (above, "warn-capacity") if claim == USE else (claim, "")
        yield check_of(name, found, ratio, key, of_it)


@frozen
class When:
    """Where a range is the one of its claim: where all conditions hold, and none of the narrower ranges does."""

    all: tuple[Condition, ...] = ()
    none: tuple[tuple[Condition, ...], ...] = ()

    def holds(self, record: Process) -> Any:
        """Return whether it holds: a bool, or a truth of each row."""
        found = _all(self.all, record)
        for each in self.none:
            narrower = _all(each, record)
            found = found & (not narrower if isinstance(narrower, bool) else ~narrower)
        return found


def _all(conditions: tuple[Condition, ...], record: Process) -> Any:
    truths = (each.holds(record) for each in conditions)
    return reduce(and_, (False if isinstance(each, Missing) else first_of(each, False) for each in truths), True)


@by_class
def _inputs_of(cls: type[Process]) -> tuple[tuple[str, tuple[str, str], Range, When], ...]:
    """Return the claims on inputs of a class: what is claimed, of which input or quotient, its range, and when."""
    heads = {field.key for field in fields_of(cls).values()}
    found = []
    for claim, each, when in _claims_of(cls):
        above, _, below = claim.partition(OVER)
        pair = _use(cls) if claim == USE else (above, below)
        if not _is_worked_out(claim) and pair[0].partition(".")[0] in heads:
            found.append((claim, pair, each, when))
    return tuple(found)


def _claims_of(cls: type[Process]) -> Iterator[tuple[str, Range, When]]:
    """Yield all claims on a class with their ranges: those that stand under conditions, then those that stand for all.

    A table of another sector may have the same key, and other words.
    """
    fields = fields_of(cls)
    own = [each for each in narrower_of(cls.about.key) if all(one.name in fields for one in each.conditions)]
    yield from ((each.claim, each.range, When(each.conditions)) for each in own)
    for claim, found in ranges_of(cls.about.key).items():
        yield claim, found, When((), tuple(each.conditions for each in own if each.claim == claim))


def _is_worked_out(claim: str) -> bool:
    """Tell whether a claim is of an output, or of a product."""
    return OUTPUT in claim or TIMES in claim


@by_class
def _outputs_of(cls: type[Process]) -> tuple[tuple[tuple[tuple[str, ...], ...], Range, When], ...]:
    """Return the claims on outputs of a class: the factors of both sides, its range, and when."""
    heads = {field.key for field in fields_of(cls).values()}
    outputs = {f"{OUTPUT}{name}" for name in outputs_of(cls)}  # a table of another sector may have the same key

    def has(factor: str) -> bool:
        return factor in outputs or factor.removeprefix(LEFT_BY).partition(".")[0] in heads

    found = [
        (tuple(tuple(side.split(TIMES)) for side in claim.split(OVER)), each, when)
        for claim, each, when in _claims_of(cls)
        if _is_worked_out(claim)
    ]
    return tuple(each for each in found if all(has(factor) for side in each[0] for factor in side))


def of_parameters(cls: type[Process], numbers: Mapping[str, Number], before: Record, after: Record) -> Iterator[Check]:
    """Yield a check of each given parameter of a measure that becomes an input as it is, by the range of that input."""
    if not numbers:
        return
    ranges = ranges_of(cls.about.key)
    became = [
        (path, name, number)
        for path, value in flat(after).items()
        for name, number in numbers.items()
        if value is number and path in ranges
    ]
    old = flat(before) if became else {}
    for path, name, number in became:
        if number is not old.get(path):
            yield evolve(check_of(path, ranges[path], number), path=name)


PUBLISHED = 100.0
"""What is given in the place of a published value is of its order: within two orders of magnitude."""


def of_published(
    cls: type[Process], record: Record, given: Mapping[str, Number], published: Callable[[Default, Record], Number]
) -> Iterator[Check]:
    """Yield a check of every given number that has no range, against the published value that it takes the place of."""
    for path, owner, _, field in walk(record, ""):
        if path not in given or path in ranges_of(cls.about.key):
            continue
        if field.unit is None or field.unit.offset or not isinstance(field.default, Published):
            continue
        value = published(field.default, owner)
        value = value if is_missing(value) else where(value > 0, value, missing(path))
        if not is_missing(value):
            low, high = value / PUBLISHED, value * PUBLISHED
            yield Check(path, "warn-published", given[path], low, high, field.unit, "", given=(given[path],))


CAREFUL = 10.0
"""Less than the library says is a careful claim; less than a tenth of it is no claim at all."""


@frozen
class Library:
    """What the library says of a parameter of a measure, in base units: between what it lies, and what is believed."""

    low: float
    high: float
    least: float
    most: float
    unit: Unit
    source: str

    def inside(self, value: Number) -> Any:
        """Return whether a given value is believed: a bool, or what a comparison of its kind of number gives."""
        return meets(abs(value), ">=", self.least) & meets(abs(value), "<=", self.most)


def library_of(measure: Measure, name: str) -> Library | None:
    """Return what the library says of a parameter: its row of the saving, the factor that is its default of others.

    Of what one case alone is published, an order of magnitude is let in on both sides.
    """
    source, found = _published(measure, name)
    if not any(found):
        return None
    low, high = min(found), max(found)
    small, large = sorted((abs(low), abs(high)))
    most = large if len(found) > 1 else large * CAREFUL
    return Library(low, high, small / CAREFUL, most, measure.units[name], source)


def _published(measure: Measure, name: str) -> tuple[str, list[float]]:
    """Return where a parameter is published, and both ends of its range, or of a saving one value, in base units."""
    row, default = measure.row, measure.defaults.get(name)
    if name == "saving":
        ends = [each for each in (row.saving_low, row.saving_high) if each]
        written = ends if len(ends) == 2 else [each for each in (row.saving_typ,) if each]
        return f"measure/{row.id}", [unit(row.saving_unit).base(float(each)) for each in written]
    factor = FactorTable().get(default.choices[0][1]) if default else None
    if factor is None or factor.low is None or factor.high is None:
        return "", []
    return factor.id, [factor.unit.base(each) for each in (factor.low, factor.high)]


def _use(cls: type[Process]) -> tuple[str, str]:
    """Return the paths of what a process makes and of what it may make, empty where they cannot be compared."""
    fields, activity = fields_of(cls), cls.about.activity
    made, may = fields.get(activity), fields.get("capacity")
    if made is None or may is None or made.unit is None or may.unit is None or not made.unit.same_kind(may.unit):
        return "", ""
    return made.key, may.key


def check_of(path: str, found: Range, value: Number, key: str = "", given: tuple[Number, ...] = ()) -> Check:
    """Return the check of a number by its range."""
    ends = (found.low, found.high, found.unit, found.source, found.hard_low, found.hard_high)
    return Check(path, key or found.key, value, *ends, given, found.beyond_key)


def of_outputs(record: Process, value: Callable[[str], Number], numbers: Mapping[str, Number]) -> Iterator[Check]:
    """Yield a check of every output that has a range of its own, and of every quotient of outputs and products."""
    for sides, found, when in _outputs_of(type(record)):
        factors = [[_factor(each, value, numbers) for each in side] for side in sides]
        if any(each is None or is_missing(each) for side in factors for each in side):
            continue
        path = OVER.join(_written(side) for side in sides)
        above, *below = (reduce(mul, side) for side in factors)
        for under in below:
            above = above / where(under > 0, under, missing(path))
        yield from _where(when, record, check_of(path, found, above))


def _written(side: tuple[str, ...]) -> str:
    """Return a side of a quotient as it is told: a product, and what a share leaves, in brackets."""
    names = [f"(1 - {each.removeprefix(LEFT_BY)})" if each.startswith(LEFT_BY) else each.removeprefix(OUTPUT)
             for each in side]  # fmt: skip
    return f"({TIMES.join(names)})" if len(names) > 1 else names[0]


def _factor(name: str, value: Callable[[str], Number], numbers: Mapping[str, Number]) -> Number:
    """Return an output, an input, or what a share leaves."""
    if name.startswith(OUTPUT):
        return value(name[1:])
    if name.startswith(LEFT_BY):
        return 1 - numbers.get(name.removeprefix(LEFT_BY), missing(name))
    return numbers.get(name, missing(name))


def of_grade(cls: type[Process], output: str, limit: Limit, value: Number) -> Iterator[Check]:
    """Yield a check of a graded output against its limit, unless it has a range of its own."""
    ends = of_limit(limit)
    if ends and f"{OUTPUT}{output}" not in ranges_of(cls.about.key):
        yield Check(output, "warn-limit", value, *ends, limit.unit, limit.id)


def warned(check: Check, place: str) -> Warned | None:
    """Return the warning of a check that fails; zero means "none", and what is missing is not held against anything."""
    value = check.value
    if value is None or isinstance(value, Missing) or value == 0:
        return None
    hard, usual = (check.hard_low, check.hard_high), (check.low, check.high)
    if _inside(value, *hard) and _inside(value, *usual):
        return None
    key, (low, high) = (check.key, usual) if _inside(value, *hard) else (check.beyond, hard)
    said = {
        "found": shown(value, check.unit),
        "expected": between(low, high, check.unit),
        "slip": slip_of(value, *usual, check.unit),
    }
    return Warned(f"{place}.{check.path}", key, said, value, low, high, check.unit, check.source)


def _inside(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or meets(value, ">=", low)) and (high is None or meets(value, "<=", high))
