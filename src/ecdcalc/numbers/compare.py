"""The one comparison: conditions, triggers, targets, limits, grades, bounds and laws all compare by it.

Numbers are compared unrounded, with a relative tolerance of 1e-12 for the arithmetic of units and no more: 300 gce/kWh
that came out as 300.00000000000006 is not above 300. It holds on one plant, on arrays and on columns alike.
"""

from __future__ import annotations

from typing import Any

from ecdcalc.numbers.algebra import Number

TOLERANCE = 1e-12
"""Relative to the bound."""


def meets(value: Number | str, sign: str, bound: Number | str) -> Any:
    """Return whether a value is `sign` a bound: a bool, or what a comparison of these kinds of number gives.

    Words are equal or they are not. What is missing decides nothing.
    """
    if isinstance(bound, str):
        return value == bound if sign == "==" else value != bound
    slack = abs(bound) * TOLERANCE
    low, high = bound - slack, bound + slack
    match sign:
        case "<=":
            return value <= high
        case "<":
            return value < low
        case ">=":
            return value >= low
        case ">":
            return value > high
        case "==":
            return (value >= low) & (value <= high)
        case "!=":
            return (value < low) | (value > high)
    raise ValueError(sign)
