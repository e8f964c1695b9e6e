"""Time of the processor in pairs, so that what else the machine does falls on neither side, or on both."""

from __future__ import annotations

import resource
import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Line:
    """One line of the table."""

    what: str
    measured: str
    asked: str
    against: str


def ratio_line(what: str, found: float, asked: str, against: str) -> Line:
    return Line(what, f"{found:.2f} ×", asked, against)


def spent() -> float:
    """Seconds of the processor that this process and the ones it has started took so far, on all cores."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def seconds(run: Callable[[], object]) -> float:
    start = spent()
    run()
    return spent() - start


def ratio(run: Callable[[], object], other: Callable[[], object], rounds: int) -> float:
    """Return the median of the ratios of paired runs, after one warm-up of each."""
    run(), other()
    return statistics.median(seconds(run) / seconds(other) for _ in range(rounds))


def middle(run: Callable[[], object], rounds: int) -> float:
    """Return the median of some runs, after one warm-up."""
    run()
    return statistics.median(seconds(run) for _ in range(rounds))
