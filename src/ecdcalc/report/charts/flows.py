"""Where the energy of a plant comes from and goes to, process by process: what comes in is what goes out.

Carriers that a process takes stand on one side, those that it gives on the other. Its energy as counted is the part
that stays; what the carriers do not explain is product (coke takes the energy of coal along) or, the other way round,
energy that the process is charged with beside its carriers or releases itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

USED, PRODUCT, OTHER, RELEASED = "flow-used", "flow-product", "flow-other", "flow-released"
"""The ends of flows that are no carrier: two of what goes out, two of what comes in."""
UNSPLIT = "flow-unsplit"
"""Either of them together, where a process does not know its energy or that of a carrier."""
_NOTHING = 1e-9


@frozen
class Flow:
    """Energy in tce that goes from one place to another; carriers are told by their id."""

    source: str
    target: str
    value: float


@frozen
class Balance:
    """The flows of one process, and the carriers whose energy is not known."""

    name: str
    title: str
    taken: tuple[Flow, ...]
    given: tuple[Flow, ...]
    unknown: tuple[str, ...]


def balances(found: Mapping[str, Any], state: str) -> Iterator[Balance]:
    """Yield the balance of each process that takes or gives energy in a state."""
    for number, each in enumerate(found["processes"]):
        lines = each["energy_by_carrier"][state]
        if not lines:
            continue
        place = f"process-{number}"
        known = {id: line["energy"]["value"] for id, line in lines.items() if line["energy"]}
        unknown = tuple(line["label"] for line in lines.values() if not line["energy"])
        net = math.fsum(known.values())
        counted = each[state].get("energy")
        unsplit = bool(unknown) or (not counted and "energy" in each["saved"])
        energy = counted["value"] if counted else net
        taken = {id: value for id, value in known.items() if value > 0}
        given = {id: -value for id, value in known.items() if value < 0}
        least = _NOTHING * max(map(abs, known.values()), default=0.0)  # what is less is of rounding
        taken |= _above(least, {UNSPLIT: -net} if unsplit else {OTHER: energy - net, RELEASED: -energy})
        given |= _above(least, {UNSPLIT: net} if unsplit else {PRODUCT: net - energy, USED: energy})
        yield Balance(
            each["name"],
            each["title"],
            tuple(Flow(id, place, value) for id, value in taken.items()),
            tuple(Flow(place, id, value) for id, value in given.items()),
            unknown,
        )


def _above(least: float, ends: Mapping[str, float]) -> dict[str, float]:
    return {end: value for end, value in ends.items() if value > least}
