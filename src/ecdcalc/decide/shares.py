"""Which source moves a result: the share of its variance that each explains alone (first order, Sobol).

The draws at hand are enough: they are put into classes by the source, as many in each, and the variance between
the means of the classes is the part that the source explains. What chance alone puts between the means is taken off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy

_CLASSES = 0.4
"""Classes by the number of draws, as its power: finer with more draws, and ever more draws in each."""


def first_order(result: Any, sources: Mapping[str, Any]) -> dict[str, float]:
    """Return the share of the variance of a result that each source explains alone; nothing where it is constant."""
    draws, spread = len(result), float(numpy.var(result))
    if not spread or draws < 2 or numpy.ptp(result) <= 1e-12 * numpy.max(numpy.abs(result)):
        return {}
    classes = max(2, round(draws**_CLASSES))
    if classes >= draws:
        return {}
    mean, found = result.mean(), {}
    for name, values in sources.items():
        parts = numpy.array_split(result[numpy.argsort(values, kind="stable")], classes)
        between = sum(len(part) * (part.mean() - mean) ** 2 for part in parts) / draws
        chance = (spread - between) * (classes - 1) / (draws - classes)
        found[name] = min(1.0, max(0.0, float((between - chance) / spread)))
    return found
