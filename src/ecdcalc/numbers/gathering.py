"""What the inputs that values rest on tell together, each value looked through once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ecdcalc.numbers.trace import Named, Preferred, used

Told = TypeVar("Told")


class Gathering(Generic[Told]):
    """What the inputs tell that values rest on; each term is looked through once, and kept as long as this is.

    A subclass may let a choice between alternatives tell something as well.
    """

    def __init__(self, tell: Callable[[Named], Told]) -> None:
        self._tell = tell
        self._known: dict[int, tuple[Named, frozenset[Told]]] = {}

    def of(self, term: Named) -> frozenset[Told]:
        """Return what the inputs of one term tell together."""
        known = self._known.get(id(term))
        if known is not None:
            return known[1]
        if term.formula is None:
            told = frozenset((self._tell(term),))
        else:
            told = frozenset()
            for below in map(self.of, used(term.formula)):
                if not below <= told:
                    told = told | below if told else below
            for choice in term.formula.choices:
                told |= self.of_choice(choice)
        self._known[id(term)] = term, told
        return told

    def of_choice(self, choice: Preferred) -> frozenset[Told]:
        """Return what it tells that one alternative was taken and another was not."""
        return frozenset()
