"""Flows of money by year: what they are worth. The first number is that of year 0, the next at the end of year 1.

A rate is a share per year (0.08). Nothing here knows units: that is all done where the flow is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

_FLAT = 1e-12
NEVER = "never"


def npv(rate: float, flow: Sequence[float]) -> float:
    """Return the net present value; at a rate of 0 it is the sum."""
    return sum(each / (1 + rate) ** year for year, each in enumerate(flow))


def sign_changes(flow: Sequence[float]) -> int:
    """Return how often the sign of the flow changes: so many internal rates there are at most."""
    signs = [each > 0 for each in flow if each]
    return sum(one != other for one, other in pairwise(signs))


def irr(flow: Sequence[float]) -> tuple[float, ...]:
    """Return every internal rate of return above −100 %, the lowest first; empty where there is none."""
    return tuple(sorted(1 / x - 1 for x in _roots([*map(float, flow)])))


def _roots(terms: list[float]) -> list[float]:
    """Return the positive roots of a polynomial, lowest power first: between those of its derivative is one at most."""
    while terms and terms[-1] == 0:
        terms = terms[:-1]
    while terms and terms[0] == 0:
        terms = terms[1:]
    if len(terms) < 2 or sign_changes(terms) == 0:
        return []
    turns = _roots([power * each for power, each in enumerate(terms)][1:])
    ends = [0.0, *turns, _beyond(terms)]
    found: list[float] = []
    for low, high in pairwise(ends):
        below, above = _at(terms, low), _at(terms, high)
        if _is_root(terms, high):
            found.append(high)
        elif below * above < 0 and not _is_root(terms, low):
            found.append(_bisect(terms, low, high))
    return found


def _at(terms: Sequence[float], x: float) -> float:
    value = 0.0
    for each in reversed(terms):
        value = value * x + each
    return value


def _is_root(terms: Sequence[float], x: float) -> bool:
    """Tell whether x is a root within rounding: there the curve touches the axis."""
    return abs(_at(terms, x)) <= _FLAT * _at([abs(each) for each in terms], x)


def _beyond(terms: Sequence[float]) -> float:
    """Return a bound above all roots (Cauchy)."""
    return 1 + max(abs(each / terms[-1]) for each in terms[:-1])


def _bisect(terms: Sequence[float], low: float, high: float) -> float:
    rising = _at(terms, high) > 0
    while low < (middle := (low + high) / 2) < high:
        if (_at(terms, middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return middle


def mirr(flow: Sequence[float], finance: float, reinvest: float) -> float | None:
    """Return the modified internal rate: costs at the finance rate, returns reinvested at theirs."""
    years = len(flow) - 1
    spent = npv(finance, [min(each, 0.0) for each in flow])
    earned = npv(reinvest, [max(each, 0.0) for each in flow]) * (1 + reinvest) ** years
    if years < 1 or spent >= 0 or earned <= 0:
        return None
    return (earned / -spent) ** (1 / years) - 1


def payback(flow: Sequence[float], rate: float = 0.0) -> float | None:
    """Return the years until the flow has paid back for good: the last crossing of its sum; None is never."""
    sums = [*accumulate(each / (1 + rate) ** year for year, each in enumerate(flow))]
    if sums[-1] < 0:
        return None
    for year in range(len(sums) - 1, 0, -1):
        if sums[year - 1] < 0:
            return year - 1 + sums[year - 1] / (sums[year - 1] - sums[year])
    return 0.0


def worth_factor(rate: float, years: float) -> float:
    """Return the present worth of one per year; at a rate of 0 the years."""
    return years if rate == 0 else (1 - (1 + rate) ** -years) / rate


def annual_worth(rate: float, flow: Sequence[float]) -> float:
    """Return the equal yearly sum that a flow is worth: compares measures of unequal lives."""
    years = len(flow) - 1
    return npv(rate, flow) / worth_factor(rate, years) if years else npv(rate, flow)


def adjusted_return(rate: float, ratio: float, years: float) -> float | None:
    """Return the adjusted internal rate: (1 + r) SIR^(1/n) − 1."""
    return (1 + rate) * ratio ** (1 / years) - 1 if ratio > 0 and years > 0 else None
