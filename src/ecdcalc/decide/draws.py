"""Random draws for one plant: what the ranges of its inputs and factors make of its results.

The process holds NumPy arrays in the place of numbers, so the same bodies run once for all draws. A range is
what a plant file gives (`540 ± 10 kWh/t`) or what the source of a factor prints. One factor is drawn once per
trial for all that use it: what two lines share does not cancel out by chance.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import numpy
from attrs import frozen

from ecdcalc.model.process import Field, Origin, Process, lift
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Number

Made = TypeVar("Made", bound=Process)


@frozen
class Spread:
    """The middle and the ends of 95 of 100 draws of one output, in its unit."""

    low: float
    middle: float
    high: float
    unit: str


def drawn(process: Made, draws: int, seed: int = 1) -> Made:
    """Return the process with arrays of draws for every input that has a range, evenly between its ends."""
    dice = numpy.random.default_rng(seed)
    shared: dict[str, Any] = {}

    def change(path: str, field: Field, value: Number, origin: Origin | None) -> Number:
        ends = _ends(origin)
        if ends is None or not isinstance(value, float) or (origin and origin.value not in (None, value)):
            return value
        key = origin.factor.id if origin and origin.factor else path
        if key not in shared:
            shared[key] = dice.random(draws)
        low, high = ends
        return low + (high - low) * shared[key]

    return lift(process, change)


def _ends(origin: Origin | None) -> tuple[float, float] | None:
    """Return the ends of a range in base units, None where there is none."""
    if origin is None:
        return None
    if origin.low is not None and origin.high is not None:
        return origin.low, origin.high
    factor = origin.factor
    if factor is not None and factor.low is not None and factor.high is not None:
        return factor.unit.base(factor.low), factor.unit.base(factor.high)
    return None


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
