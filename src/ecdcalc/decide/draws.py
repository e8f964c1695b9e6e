"""Random draws: what the ranges of inputs and factors make of results.

The process holds NumPy arrays in the place of numbers, so the same bodies run once for all draws. A range is
what a plant file gives (`540 ± 10 kWh/t`) or what the source of a factor prints. One factor is drawn once per
trial for all that use it: what two lines share does not cancel out by chance.

A range is drawn evenly between its ends; where the source of a factor prints a typical value between them, as a
triangle over it. What is drawn for a source depends on the seed and the source alone, not on what else there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar

import numpy
from attrs import frozen

from ecdcalc.model.process import Field, Origin, Process, lift
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Number

Made = TypeVar("Made", bound=Process)


@frozen
class Range:
    """What a value is drawn from: between two ends, evenly or as a triangle over a typical value."""

    low: float
    high: float
    typical: float | None = None

    def at(self, share: Any) -> Any:
        """Return the value below which a share of all draws lies."""
        if self.typical is None:
            return self.low + (self.high - self.low) * share
        width, rise = self.high - self.low, self.typical - self.low
        left = self.low + numpy.sqrt(share * width * rise)
        right = self.high - numpy.sqrt((1 - share) * width * (width - rise))
        return numpy.where(share * width < rise, left, right)


@frozen
class Source:
    """Where a part of the spread comes from: a published value, or what is given at one place."""

    id: str
    label: tuple[str, str]
    range: Range
    unit: str


class Dice:
    """The draws of every source, each drawn once; `shares` are evenly between 0 and 1, by source."""

    def __init__(self, draws: int, seed: int = 1) -> None:
        self.draws, self.seed = draws, seed
        self.sources: dict[str, Source] = {}
        self.shares: dict[str, Any] = {}

    def value(self, place: str, value: Number, origin: Origin | None, label: tuple[str, str], unit: str) -> Number:
        """Return an array of draws for a value that has a range, any other value as it is."""
        drawn_from = range_of(origin)
        if drawn_from is None or not isinstance(value, float) or (origin and origin.value not in (None, value)):
            return value
        factor = origin.factor if origin else None
        key = factor.id if factor else place
        if key not in self.shares:
            if factor:
                label, unit = (factor.en, factor.zh), factor.unit.text
            self.sources[key] = Source(key, label, drawn_from, unit)
            source = int.from_bytes(sha256(key.encode("utf-8")).digest()[:8], "big")
            self.shares[key] = numpy.random.default_rng([self.seed, source]).random(self.draws)
        return drawn_from.at(self.shares[key])


def range_of(origin: Origin | None) -> Range | None:
    """Return the range of a value in base units, None where there is none."""
    if origin is None:
        return None
    low, high, factor = origin.low, origin.high, origin.factor
    if factor is not None and (low is None or high is None) and None not in (factor.low, factor.high):
        low, high = (factor.unit.base(each) for each in (factor.low, factor.high) if each is not None)
    if low is None or high is None or low == high:
        return None
    low, high = min(low, high), max(low, high)
    typical = None if factor is None else factor.base
    return Range(low, high, typical if typical is not None and low <= typical <= high else None)


def drawn(process: Made, draws: int, seed: int = 1) -> Made:
    """Return the process with arrays of draws for every number that has a range."""
    return rolled(process, Dice(draws, seed), process.place)


def rolled(process: Made, dice: Dice, place: str) -> Made:
    """Return the process with what the dice say of every number that has a range; `place` tells it from others."""

    def change(path: str, field: Field, value: Number, origin: Origin | None) -> Number:
        return dice.value(f"{place}.{path}", value, origin, (field.en, field.zh), field.unit.text if field.unit else "")

    return lift(process, change, "")


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
            low, middle, high = (output.unit.out(float(each)) for each in numpy.quantile(value, (0.025, 0.5, 0.975)))
            found[name] = Spread(low, middle, high, output.unit.text)
    return found
