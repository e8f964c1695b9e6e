"""One value against one row of the limit table: `ecdcalc grade`.

Where a process of a sector, or one of `corrections.py`, computes the correction of the row, its inputs are given
by name, as in a plant file. Elsewhere the correction is given as it comes out: a shift or a scale of the limit, or
of the value. A row with a correction of which nothing is given is incomplete, unless the base limits are asked for.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping

from attrs import evolve, field, frozen

from ecdcalc.assessment.adjustment import Adjustment, computed, is_corrected
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import Named
from ecdcalc.numbers.units import Reading, read_quantity
from ecdcalc.reference.editions import Benchmark, benchmark_on, edition_on, editions_of, holds, later_than
from ecdcalc.reference.limits import INCOMPLETE, LEVELS, Corrected, Limit, LimitTable, corrected, grade_of
from ecdcalc.words.errors import DimensionError, InputError, NotFoundError, Problem, UnitError
from ecdcalc.words.texts import Both


@frozen
class Verdict:
    """The level that a value meets, the corrected limits, and how far the next level is.

    `value` is what is compared, in base units: what was given, after the correction where that moves the value.
    """

    limit: Limit
    given: Reading
    value: Number
    levels: Corrected
    level: int | str
    date: str
    uncorrected: bool = False
    rests_on: tuple[Named, ...] = ()
    lacks: tuple[str, ...] = field(default=())
    others: tuple[Verdict, ...] = field(default=())
    """The same value by the edition in force on the date, where that is another, and by those still to come."""
    benchmark: Benchmark | None = None

    @property
    def in_force(self) -> bool | None:
        """Whether the standard is in force on the date; None where its date is not known."""
        return self.limit.in_force(self.date)

    @property
    def new_build(self) -> bool | None:
        """Whether the value meets level 2, the bar for new plants: in a few rows it lies below level 1."""
        second = self.levels[1]
        unknown = second is None or isinstance(second, Missing) or isinstance(self.value, Missing)
        return None if unknown else meets(self.value, "<=", second)

    def distance(self) -> tuple[int, float] | None:
        """Return the nearest better level and by how much (base units) the value lies above it."""
        if isinstance(self.value, Missing) or self.level == INCOMPLETE:
            return None
        reached = self.level if isinstance(self.level, int) else LEVELS[-1] + 1
        better = [
            (number, self.value - bound)
            for number, bound in zip(LEVELS, self.levels, strict=True)
            if number < reached and bound is not None
        ]
        return min(better, key=lambda pair: pair[1], default=None)


def grade_value(
    product: str,
    value: str,
    *,
    date: str = "",
    shift: str = "",
    scale: float | None = None,
    value_shift: str = "",
    value_scale: float | None = None,
    inputs: Mapping[str, str] | None = None,
    uncorrected: bool = False,
    limits: LimitTable | None = None,
) -> Verdict:
    """Grade a value against a product of the limit table: the id of a row, or words that only one row in force has.

    Raises `NotFoundError` for an unknown product and for words of several, `DimensionError` for a value of another
    kind and `InputError` for inputs that the correction does not know, or for corrections of two kinds at once.
    """
    table, day = limits or LimitTable(), date or datetime.date.today().isoformat()
    limit = _meant(table, product, value, day)
    product = limit.id
    found = _by_row(limit, value, day, shift, scale, value_shift, value_scale, inputs, uncorrected)
    if shift or value_shift or scale is not None or value_scale is not None:
        return found  # a correction given as it comes out belongs to one edition
    todays = editions_of(table, product)[-1]
    around = dict.fromkeys((edition_on(table, product, found.date), *later_than(table, product, found.date)))
    others = [
        _by_row(each, value, found.date, "", None, "", None, inputs if each.id == todays.id else None, uncorrected)
        for each in around
        if each.id != product
    ]
    return evolve(found, others=tuple(others), benchmark=benchmark_on(todays.id, found.date))


def _meant(table: LimitTable, product: str, value: str, day: str) -> Limit:
    """Return the row of an id, or the one row in force that has these words and takes such a value."""
    words = product.split()
    if table.has(product) or not words:
        return table.get(product)
    found = [each for each in table.search(words) if holds(each, day)]
    found = [each for each in found if each.zh == product] or [each for each in found if _takes(each, value)] or found
    if len(found) > 1:
        said = (
            "; ".join(f"{each.id} ({each.label(lang)}, {each.indicator_label(lang)})" for each in found)
            for lang in ("en", "zh")
        )
        raise NotFoundError("word-ambiguous", found=product[:40], meanings=Both(*said))
    return found[0] if found else table.get(product)


def _takes(limit: Limit, value: str) -> bool:
    try:
        limit.read(value)
    except UnitError:
        return False
    return True


def _by_row(
    limit: Limit,
    value: str,
    day: str,
    shift: str,
    scale: float | None,
    value_shift: str,
    value_scale: float | None,
    inputs: Mapping[str, str] | None,
    uncorrected: bool,
) -> Verdict:
    product = limit.id
    reading = limit.read(value)
    by_hand = bool(shift or value_shift) or scale is not None or value_scale is not None
    if by_hand + uncorrected + bool(inputs) > 1:
        raise InputError([Problem("", "grade-one-correction", {})])
    if by_hand:
        adjustment = Adjustment(
            shifts=(_shift(shift, limit),) * 3,
            scale=_scale(scale),
            value_shift=_shift(value_shift, limit),
            value_scale=_scale(value_scale),
        )
    else:
        found = not uncorrected and is_corrected(product)
        if inputs and not found:
            raise InputError([Problem("input", "grade-no-inputs", {"product": product})])
        adjustment = computed(product, inputs or {}) if found else Adjustment()
        if not found and limit.correction and not uncorrected:
            return Verdict(limit, reading, reading.value, corrected(limit, 1.0, (0.0, 0.0, 0.0)), INCOMPLETE, day)
    return _verdict(limit, reading, adjustment, day, uncorrected)


def _verdict(limit: Limit, reading: Reading, by: Adjustment, date: str, uncorrected: bool) -> Verdict:
    value = reading.value * by.value_scale + by.value_shift
    levels = corrected(limit, by.scale, by.shifts, by.unscaled)
    level = grade_of(value, levels)
    gaps = [each for each in (value, *levels) if isinstance(each, Missing)] if level == INCOMPLETE else []
    lacks = tuple(sorted({name for gap in gaps for name in gap.names} | {gap.reason for gap in gaps if gap.reason}))
    return Verdict(
        limit, reading, value, levels, level, date, uncorrected and bool(limit.correction), by.rests_on, lacks
    )


_MOST = 1000.0
"""No correction of a standard multiplies by more, or by less than its inverse."""


def _scale(number: float | None) -> float:
    if number is not None and not math.isfinite(number):
        raise UnitError("not-a-number", found=str(number))
    if number is not None and not 1 / _MOST <= number <= _MOST:
        raise UnitError("option-number", found=f"{number:g}")
    return 1.0 if number is None else number


def _shift(text: str, limit: Limit) -> float:
    if not text:
        return 0.0
    reading = read_quantity(text)
    if not reading.unit.same_kind(limit.unit):
        raise DimensionError("unit-kind", found=text, asked=limit.unit.text)
    return reading.value
