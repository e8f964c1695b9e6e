"""Random draws: what the ranges of inputs, factors and prices make of results.

The process holds NumPy arrays in the place of numbers, so the same bodies run once for all draws. A range is
what a plant file gives (`540 ± 10 kWh/t`) or what the source of a factor prints. One factor is drawn once per
trial for all that use it: what two lines share does not cancel out by chance.

What a file gives says how it is drawn (`numbers/ends.py`). A range that the source of a factor prints is drawn
evenly, with a typical value in it as a triangle over it; one that spans a decade or more as a lognormal number of
which 95 of 100 lie between its ends. A normal or lognormal number that would be past a bound of its input is drawn
again. What is drawn for a source depends on the seed and the source alone, not on what else there is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeVar

import numpy
from attrs import frozen

from ecdcalc.model.process import Field, Origin, Process, lift
from ecdcalc.numbers.ends import HELD, LOGNORMAL, NORMAL, TRIANGULAR, UNIFORM
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.units import Reading, Unit
from ecdcalc.reference.factors import Factor

Made = TypeVar("Made", bound=Process)
Bounds = Sequence[tuple[str, float]]
DECADE = 10.0
"""From this high over low on, a printed range is that of a lognormal number."""


@frozen
class Range:
    """What a value is drawn from: two ends in base units, how it lies between them, the bounds that it never passes."""

    low: float
    high: float
    drawn: str = UNIFORM
    typical: float | None = None
    floor: float = -math.inf
    ceiling: float = math.inf

    def draws(self, dice: numpy.random.Generator, number: int) -> Any:
        """Return so many draws."""
        if self.drawn == UNIFORM:
            found = dice.random(number)
            found *= self.high - self.low
            found += self.low
            return found
        if self.drawn == TRIANGULAR and self.typical is not None:
            return self._triangle(self.typical, dice.random(number))
        found = self._bell(dice, number)
        while (past := (found < self.floor) | (found > self.ceiling)).any():
            found[past] = self._bell(dice, int(past.sum()))
        return found

    def _triangle(self, typical: float, share: Any) -> Any:
        width, rise = self.high - self.low, typical - self.low
        left = self.low + numpy.sqrt(share * width * rise)
        right = self.high - numpy.sqrt((1 - share) * width * (width - rise))
        return numpy.where(share * width < rise, left, right)

    def _bell(self, dice: numpy.random.Generator, number: int) -> Any:
        if self.drawn == NORMAL:
            return dice.normal((self.low + self.high) / 2, (self.high - self.low) / 2 / HELD, number)
        low, high = math.log(self.low), math.log(self.high)
        return dice.lognormal((low + high) / 2, (high - low) / 2 / HELD, number)


@frozen
class Source:
    """Where a part of the spread comes from: a published value, or what is given at one place."""

    id: str
    label: tuple[str, str]
    range: Range
    unit: str


class Dice:
    """The draws of every source, each drawn once; `within` and `owner` tell the plants of a region apart."""

    def __init__(self, draws: int, seed: int = 1) -> None:
        self.draws, self.seed = draws, seed
        self.within, self.owner = "", ""
        self.sources: dict[str, Source] = {}
        self._drawn: dict[str, Any] = {}

    def value(
        self, place: str, value: Number, origin: Origin | None, label: tuple[str, str], unit: str, bounds: Bounds = ()
    ) -> Number:
        """Return an array of draws for a value that has a range, any other value as it is; bounds in base units."""
        if not isinstance(value, float) or origin is None or origin.value not in (None, value):
            return value
        found = range_of(origin, value, bounds)
        if found is None:
            return value
        factor = origin.factor
        if factor:
            return self._of(Source(factor.id, (factor.en, factor.zh), found, factor.unit.text))
        return self._of(self._placed(place, label, found, unit))

    def _placed(self, place: str, label: tuple[str, str], found: Range, unit: str) -> Source:
        """Return the source at a place, of the plant that is being drawn."""
        english, chinese = label
        if self.owner:
            english, chinese = f"{self.owner}: {english}", f"{self.owner}：{chinese}"
        return Source(f"{self.within}{place}", (english, chinese), found, unit)

    def reading(self, place: str, found: Reading, label: tuple[str, str], times: float = 1.0) -> Number:
        """Return the draws of a number as it was read (times an exchange rate), the number itself without a range."""
        if found.low is None or found.high is None or found.low == found.high:
            return found.value * times
        floor = 0.0 if found.low >= 0 else -math.inf
        ends = Range(found.low * times, found.high * times, found.drawn, found.value * times, floor=floor)
        return self._of(self._placed(place, label, ends, found.unit.text))

    def _of(self, source: Source) -> Any:
        self.sources.setdefault(source.id, source)
        return self.drawn(source.id)

    def drawn(self, id: str) -> Any:
        """Return the draws of a source, and keep them."""
        if id not in self._drawn:
            self._drawn[id] = self.once(id)
        return self._drawn[id]

    def once(self, id: str) -> Any:
        """Return the draws of a source; what was forgotten is drawn again, the same, and not kept."""
        if id in self._drawn:
            return self._drawn[id]
        number = int.from_bytes(sha256(id.encode("utf-8")).digest()[:8], "big")
        dice = numpy.random.default_rng([self.seed, number])
        return self.sources[id].range.draws(dice, self.draws)

    def forget(self) -> None:
        """Let go of all draws: of many plants they would fill the memory."""
        self._drawn.clear()


def range_of(origin: Origin, value: float, bounds: Bounds = ()) -> Range | None:
    """Return the range of a value in base units, None where there is none."""
    if origin.low is not None and origin.high is not None and origin.factor is None:
        ends = (origin.low, origin.high, origin.drawn or UNIFORM, value)
    elif origin.factor is not None and (printed := _printed(origin.factor)):
        return printed
    else:
        return None
    floor = max((bound for sign, bound in bounds if sign in (">", ">=")), default=-math.inf)
    ceiling = min((bound for sign, bound in bounds if sign in ("<", "<=")), default=math.inf)
    return Range(*ends, floor, ceiling) if ends[0] < ends[1] else None


def _printed(factor: Factor) -> Range | None:
    """Return the range that the source of a factor prints."""
    if factor.low is None or factor.high is None:
        return None
    low, high = sorted((factor.unit.base(factor.low), factor.unit.base(factor.high)))
    if low == high:
        return None
    if low > 0 and high >= DECADE * low:
        return Range(low, high, LOGNORMAL)
    typical = factor.base
    inside = typical is not None and low <= typical <= high
    return Range(low, high, TRIANGULAR if inside else UNIFORM, typical if inside else None)


def based(of: Unit | None, bounds: Bounds) -> Bounds:
    """Return bounds in base units."""
    return [] if of is None else [(sign, of.base(bound)) for sign, bound in bounds]


def field_change(dice: Dice, place: str) -> Callable[[str, Field, Number, Origin | None], Number]:
    """Return what makes draws of the numbers of a record; `place` tells it from others."""

    def change(path: str, field: Field, value: Number, origin: Origin | None) -> Number:
        unit = field.unit.text if field.unit else ""
        return dice.value(f"{place}.{path}", value, origin, (field.en, field.zh), unit, based(field.unit, field.bounds))

    return change


def drawn(process: Made, draws: int, seed: int = 1) -> Made:
    """Return the process with arrays of draws for every number that has a range."""
    return rolled(process, Dice(draws, seed), process.place)


def rolled(process: Made, dice: Dice, place: str) -> Made:
    """Return the process with what the dice say of every number that has a range; `place` tells it from others."""
    return lift(process, field_change(dice, place), "")


@frozen
class Spread:
    """The middle and the ends of 95 of 100 draws of one output, in its unit."""

    low: float
    middle: float
    high: float
    unit: str


def spreads(process: Process, draws: int = 100_000, seed: int = 1) -> Mapping[str, Spread]:
    """Return the spread of every output that the ranges move."""
    sample = drawn(process, draws, seed)
    found: dict[str, Spread] = {}
    for name, output in outputs_of(type(process)).items():
        value = getattr(sample, name)
        if isinstance(value, numpy.ndarray) and value.ndim and numpy.isfinite(value).all():
            low, middle, high = (output.unit.told(float(each)) for each in numpy.quantile(value, (0.025, 0.5, 0.975)))
            found[name] = Spread(low, middle, high, output.unit.text)
    return found
