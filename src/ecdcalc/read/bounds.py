"""What numbers of prices, economics and costs cannot pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import Reading, unit
from ecdcalc.words.errors import Problem, past_bound

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


def past(place: str, found: Reading, bounds: Sequence[Bound]) -> list[Problem]:
    """Return the mistake of each bound that a number passes, or an end of its range."""
    ends = [each for each in (found.value, found.low, found.high) if each is not None]
    return [
        past_bound(place, found.text[:40], sign, bound, of)
        for sign, bound, of in bounds
        if not all(meets(end, sign, unit(of or "1").base(bound)) for end in ends)
    ]
