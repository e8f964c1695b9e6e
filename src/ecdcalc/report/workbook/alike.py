"""Whether two cells that may be missing are the same unknown: the rule of `numbers/unknown.py` as a formula.

What is not linear in an unknown is an unknown of its own, the same where the same was done to the same. Two cells that
were made in the same way are so the same as soon as what they were made of is equal, before and after a change of the
sheet.
"""

from __future__ import annotations

from typing import Any

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing, Number, first_of, where

_REPEATED = 80
"""Longer tests get a cell of their own, for others may need them too."""


class Alike:
    """Tells whether two numbers are the same; each pair is looked at once."""

    def __init__(self) -> None:
        self._unknowns: dict[tuple[object, object], Number] = {}
        self._operands: dict[tuple[object, object], Number] = {}

    def as_unknowns(self, one: Number, other: Number) -> Number:
        """Return whether the same was done to the same, so that both are the same unknown where both are missing.

        It is a truth, or the cell of one that is never missing.
        """
        pair = (text_of(one), text_of(other))
        if pair[0] == pair[1]:
            return True
        if pair not in self._unknowns:
            self._unknowns[pair] = self._made_alike(one, other)
        return self._unknowns[pair]

    def _made_alike(self, one: Number, other: Number) -> Number:
        for left, right in ((one, other), (other, one)):
            act, *of = _made_of(right)
            if act == "where" and is_sure(of[0]):
                yes, no = (self.as_unknowns(left, each) for each in of[1:])
                return yes if yes is no else where(of[0], yes, no)
        act, *of = _made_of(one)
        acted, *on = _made_of(other)
        return self._all(of, on) if act and act == acted and len(of) == len(on) else False

    def _all(self, some: list[Any], others: list[Any]) -> Number:
        found: Number = True
        for one, other in zip(some, others, strict=True):
            same = self._as_operands(one, other)
            if same is False:
                return False
            found = same & found
        return found

    def _as_operands(self, one: Number, other: Number) -> Number:
        """Return whether two numbers are equal, or the same unknown."""
        pair = (text_of(one), text_of(other))
        if pair[0] == pair[1]:
            return True
        if pair not in self._operands:
            self._operands[pair] = self._equal(one, other)
        return self._operands[pair]

    def _equal(self, one: Number, other: Number) -> Number:
        pair = (one, other)
        if any(isinstance(each, Missing) for each in pair) or not any(isinstance(each, Cell) for each in pair):
            return False
        found = first_of(one == other, False) | self.as_unknowns(one, other)
        long = isinstance(found, Cell) and len(found.text) > _REPEATED
        return found.ledger.named(found, "", None) if long else found


def text_of(number: Number) -> object:
    """Return what tells a number from others: the text of a cell, what one that is not there lacks."""
    if isinstance(number, Missing):
        return number.names, number.reason
    return number.text if isinstance(number, Cell) else number


def is_sure(number: Number) -> bool:
    """Tell whether a number is never missing."""
    return number.sure if isinstance(number, Cell) else not isinstance(number, Missing)


def _made_of(number: Number) -> tuple[Any, ...]:
    return (number.made_of if isinstance(number, Cell) else None) or ("",)
