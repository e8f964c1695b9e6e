"""Money and savings by calendar year, where measures say when they start.

The flow of a measure begins in the year of its start: the investment in that year, the first saving at the end of the
next. A measure that names no start begins with the first that does. What is in place at the end of a year adds up in
the order of the file, as the measures do.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from ecdcalc.assessment.money.result import StepMoney


@frozen
class YearMoney:
    """One calendar year: what flows, its sum so far, and what the measures in place by its end save in a year."""

    year: int
    flow: float | None
    whole: float | None
    saved: float | None
    energy: float
    co2: float


def years_of(steps: Sequence[StepMoney]) -> tuple[YearMoney, ...]:
    """Return the calendar years of measures; none where no measure says when it starts."""
    given = [each.step.costs.start for each in steps if each.step.costs.start is not None]
    if not given:
        return ()
    starts = [each.step.costs.start or min(given) for each in steps]
    spans = [each.worth.years if each.worth else 0 for each in steps]
    last = max(start + span for start, span in zip(starts, spans, strict=True))
    known = all(each.worth for each in steps)
    found: list[YearMoney] = []
    whole = 0.0
    for year in range(min(given), last + 1):
        flow = math.fsum(_flow(each, year - start) for each, start in zip(steps, starts, strict=True))
        whole += flow
        here = [each for each, start in zip(steps, starts, strict=True) if start <= year]
        totals = [each.total for each in here]
        saved = None if None in totals else math.fsum(each for each in totals if each is not None)
        found.append(
            YearMoney(
                year, flow if known else None, whole if known else None, saved, _sum(here, "energy"), _sum(here, "co2")
            )
        )
    return tuple(found)


def _flow(found: StepMoney, year: int) -> float:
    return found.worth.flow[year] if found.worth and 0 <= year < len(found.worth.flow) else 0.0


def _sum(steps: Sequence[StepMoney], name: str) -> float:
    return math.fsum(each.amounts.get(name, 0.0) for each in steps)
