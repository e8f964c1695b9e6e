"""Timing in pairs, so that what else the machine does falls on both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Line:
    """One line of the table."""

    what: str
    ratio: float
    asked: str
    against: str


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def ratio(run: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    """Return the median of the ratios of paired runs, after one warm-up of each."""
    run(), other()
    return statistics.median(seconds(run) / seconds(other) for _ in range(rounds))
