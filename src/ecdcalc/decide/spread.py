"""The spread of results over all trials: their ends, and what explains them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ecdcalc.decide.draws import Dice
from ecdcalc.decide.shares import explained
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.units import Unit

LEADING = 100_000
"""Shares are found from so many draws at most: more change no share by a hundredth."""
_ENDS = (0.05, 0.5, 0.95)
_STILL = 1e-12


@frozen
class Spread:
    """One number over all trials, in its unit: 5, 50 and 95 of 100, and which source explains what share of it.

    `lost` is the share of the trials in which it cannot be worked out.
    """

    low: float
    middle: float
    high: float
    unit: str
    lost: float
    shares: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        ends = {"p5": self.low, "p50": self.middle, "p95": self.high}
        found = {name: {"value": value, "unit": self.unit} for name, value in ends.items()}
        shares = [{"source": name, "share": share} for name, share in self.shares.items()]
        return {**found, "lost": self.lost, "shares": shares}


class Gathered:
    """Results over all trials: of each the ends are found at once, and as many draws are kept as shares need."""

    def __init__(self, dice: Dice, most: int = LEADING) -> None:
        self._dice, self._most = dice, min(most, dice.draws)
        self._ends: dict[Any, tuple[tuple[float, ...], Unit, float]] = {}
        self._kept: dict[Any, Any] = {}

    @property
    def draws(self) -> int:
        """The number of trials."""
        return self._dice.draws

    def add(self, key: Any, value: Number, of: Unit) -> None:
        """Take a result; one that is the same in all trials, or known in none, has no spread."""
        import numpy

        if not isinstance(value, numpy.ndarray) or not value.ndim:
            return
        known = numpy.isfinite(value)
        whole = bool(known.all())
        there = value if whole else value[known]
        if not there.size or (whole and numpy.ptp(there) <= numpy.abs(there).max() * _STILL):
            return
        self._ends[key] = (tuple(numpy.quantile(there, _ENDS)), of, 0.0 if whole else float(1 - known.mean()))
        self._kept[key] = value[: self._most].copy()

    def spreads(self) -> dict[Any, Spread]:
        """Return the spread of each, with what explains it, the most first."""
        shares = explained(self._kept, self._sources())
        found = {}
        for key, (ends, of, lost) in self._ends.items():
            ordered = sorted(
                ((name, each) for name, each in shares[key].items() if each > 0), key=lambda each: -each[1]
            )
            low, middle, high = (of.told(float(each)) for each in ends)
            found[key] = Spread(low, middle, high, of.text, lost, dict(ordered))
        return found

    def _sources(self) -> Iterator[tuple[str, Any]]:
        """Yield the draws of each source; those that were made only for this are let go at once."""
        for id in self._dice.sources:
            yield id, self._dice.once(id)[: self._most]
