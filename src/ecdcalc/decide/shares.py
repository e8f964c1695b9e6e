"""Which source moves a result: the share of its variance that each explains alone (first order, Sobol).

The draws at hand are enough: they are put into classes by the source, as many in each, and the variance between
the means of the classes is the part that the source explains. What chance alone puts between the means is taken off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy
from attrs import frozen

_CLASSES = 0.4
"""Classes by the number of draws, as its power: finer with more draws, and ever more draws in each."""


def first_order(result: Any, sources: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of the variance of a result that each source explains alone; nothing where it is constant."""
    return explained({"": result}, sources.items())[""]


def explained(results: Mapping[Any, Any], sources: Iterable[tuple[str, Any]]) -> dict[Any, dict[str, float]]:
    """Return the shares of many results at once; each source is gone through once, and may be made when it is asked.

    Draws in which a result is not known do not count for it.
    """
    found: dict[Any, dict[str, float]] = {key: {} for key in results}
    ready = {key: one for key, result in results.items() if (one := _ready(result)) is not None}
    for name, values in sources if ready else ():
        order = numpy.argsort(values, kind="stable")
        for key, one in ready.items():
            found[key][name] = one.share(order)
    return found


@frozen
class _Ready:
    """A result that varies: its values, which of them are known, and the classes of those."""

    values: Any
    known: Any
    mean: float
    variance: float
    starts: Any
    sizes: Any

    def share(self, order: Any) -> float:
        """Return the share of a source that puts the draws into this order."""
        ordered = self.values[order] if self.known is None else self.values[order[self.known[order]]]
        draws, classes = len(ordered), len(self.sizes)
        means = numpy.add.reduceat(ordered, self.starts) / self.sizes
        between = float((self.sizes * (means - self.mean) ** 2).sum()) / draws
        chance = (self.variance - between) * (classes - 1) / (draws - classes)
        return min(1.0, max(0.0, (between - chance) / self.variance))


def _ready(result: Any) -> _Ready | None:
    known = numpy.isfinite(result)
    there = result[known]
    draws = len(there)
    classes = max(2, round(draws**_CLASSES))
    if classes >= draws or numpy.ptp(there) <= 1e-12 * numpy.max(numpy.abs(there)):
        return None
    rest = draws % classes
    sizes = numpy.full(classes, draws // classes) + (numpy.arange(classes) < rest)
    starts = numpy.concatenate(([0], numpy.cumsum(sizes)[:-1]))
    whole = draws == len(result)
    return _Ready(result, None if whole else known, float(there.mean()), float(there.var()), starts, sizes)
