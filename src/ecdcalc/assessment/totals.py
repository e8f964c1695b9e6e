"""Totals that tell what they know: the sum of what is known, and what is not in it.

A process without a source of something adds nothing to its total and lacks nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from ecdcalc.model.evaluation import Evaluated, add_up, is_sourceless, saving
from ecdcalc.model.plant import Plant
from ecdcalc.numbers.ops import Missing, Number


@frozen
class Total:
    """A sum over places: what is `known` of it, missing where nothing is, and which places it `lacks`, with reasons."""

    known: Number
    lacks: Mapping[str, Missing]

    @property
    def complete(self) -> bool:
        """Whether it is the whole: something is known, and nothing is lacking."""
        return not self.lacks and not isinstance(self.known, Missing)

    @property
    def sourceless(self) -> bool:
        """Whether no place has a source of it."""
        return not self.lacks and is_sourceless(self.known)

    @property
    def value(self) -> Number:
        """The whole, missing where some of it is not known."""
        return add_up(each.at(place) for place, each in self.lacks.items()) if self.lacks else self.known


def total_of(parts: Iterable[tuple[str, Number]]) -> Total:
    """Return the total of the numbers of some places; those that have no source of it are left out."""
    found: list[Number] = []
    lacks: dict[str, Missing] = {}
    for place, number in parts:
        if isinstance(number, Missing):
            if not is_sourceless(number):
                lacks[place] = number
        else:
            found.append(number)
    return Total(add_up(found) if found else Missing(frozenset(), "no-source-class"), lacks)


def plant_total(plant: Plant, states: Mapping[str, Evaluated], output: str) -> Total:
    """Return what a plant saves of an output."""
    return total_of(
        (case.place, saving(case, states[case.place], output))
        for case in plant.cases
        if output in states[case.place].baseline
    )
