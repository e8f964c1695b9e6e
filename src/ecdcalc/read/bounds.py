"""What numbers of prices, economics and costs cannot pass."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ecdcalc.numbers.units import Reading, unit

Bound = tuple[str, float, str]
"""A sign, a number and the unit that it is in."""
CHARGE: Sequence[Bound] = ((">=", 0.0, ""),)
GROWTH: Sequence[Bound] = ((">", -100.0, "%"),)
MOST_YEARS = 200.0
"""Of a flow: a life of more is a slip, and a flow without end cannot be written down."""
YEARS: Sequence[Bound] = ((">", 0.0, "a"), ("<=", MOST_YEARS, "a"))
OF_MONEY: Mapping[str, Sequence[Bound]] = {
    **dict.fromkeys(("tax_air", "tax_water", "energy_quota", "water", "co2", "float_cap"), CHARGE),
    "float": ((">=", -100.0, "%"),),
    **dict.fromkeys(("rate", "inflation"), GROWTH),
    "tax": ((">=", 0.0, "%"), ("<", 100.0, "%")),
    "cost_index": ((">", 0.0, "%"),),
    **dict.fromkeys(("horizon", "depreciation"), YEARS),
}
"""What numbers of prices and economics cannot pass: a charge is not negative, nothing loses more than all of itself."""
HOURS: Sequence[Bound] = ((">", 0.0, "h"), ("<=", 8784.0, "h"))
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le,
}  # fmt: skip


def past(found: Reading, bounds: Sequence[Bound]) -> list[dict[str, Any]]:
    """Return the bounds that a number passes, or an end of its range, as what a message says of them."""
    ends = [each for each in (found.value, found.low, found.high) if each is not None]
    return [
        {"found": found.text[:40], "sign": sign, "bound": f"{bound:g}", "unit": of}
        for sign, bound, of in bounds
        if not all(_SIGNS[sign](end, unit(of or "1").base(bound)) for end in ends)
    ]
