"""Totals that tell what they know: the sum of what is known, and what is not in it.

A process without a source of something adds nothing to its total and lacks nothing in it; where no process has one, the
total is not known for want of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from ecdcalc.model.evaluation import Evaluated, add_up, is_sourceless, saving
from ecdcalc.model.plant import Case, Plant
from ecdcalc.numbers.ops import Missing, Number


@frozen
class Total:
    """A sum over places: what is `known` of it, missing where nothing is, and which places it `lacks`, with reasons.

    `absent` are the places that have no source of it, with reasons.
    """

    known: Number
    lacks: Mapping[str, Missing]
    absent: Mapping[str, Missing] = field(factory=dict)

    @property
    def complete(self) -> bool:
        """Whether it is the whole: something is known, and nothing is lacking."""
        return not self.lacks and not isinstance(self.known, Missing)

    @property
    def wants(self) -> Mapping[str, Missing]:
        """What keeps it from being complete: what it lacks; where nothing is known, also what has no source."""
        return {**self.absent, **self.lacks} if isinstance(self.known, Missing) else self.lacks

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
    absent: dict[str, Missing] = {}
    for place, number in parts:
        if isinstance(number, Missing):
            (absent if is_sourceless(number) else lacks)[place] = number
        else:
            found.append(number)
    return Total(add_up(found) if found else Missing(frozenset(), "no-source-class"), lacks, absent)


def plant_total(plant: Plant, states: Mapping[str, Evaluated], output: str) -> Total:
    """Return what a plant saves of an output."""
    counted = (case for case in plant.cases if counts(case, output))
    return total_of((case.place, _saved(case, states[case.place], output)) for case in counted)


def _saved(case: Case, states: Evaluated, output: str) -> Number:
    if output in states.baseline:
        return saving(case, states, output)
    return Missing(frozenset(), type(case.baseline).about.absent.get(output, "no-source-class"))


def counts(case: Case, output: str) -> bool:
    """Tell whether a process has a part in a total; what it sums up is counted in the processes."""
    return type(case.baseline).about.absent.get(output) != "counted-in-processes"
