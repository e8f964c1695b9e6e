"""What of a sum of cells is known although some of them lack something: the rules of `numbers/unknown.py` as formulas.

A cell that may be missing is taken apart into multiples of what may not be there. What stands with equal multiples on
both sides of a difference drops out of it, before and after a change of the sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from itertools import product

from attrs import field, frozen

from ecdcalc.numbers.cells import Cell, is_gap
from ecdcalc.numbers.compare import TOLERANCE
from ecdcalc.numbers.ops import Missing, Number, first_of, where
from ecdcalc.report.workbook.alike import Alike, is_sure, text_of

WHOLE = 1
"""The scale of what is not adjusted."""
_MOST = 24
"""A product of longer sums is not multiplied out."""

Key = tuple[str, ...]
_KNOWN: Key = ()


@frozen
class Sum:
    """A cell as multiples of parts that may be missing, by the texts of what each is a product of; `()` has none.

    `met`: a part was in it twice, so it may drop out.
    """

    parts: Mapping[Key, tuple[Number, Number]] = field(factory=dict)
    met: bool = False

    def mapped(self, act: Callable[[Number], Number]) -> Sum:
        """Return the sum with each multiple changed in the same way."""
        return Sum({key: (act(times), part) for key, (times, part) in self.parts.items()}, self.met)

    def total(self) -> Number:
        """Return what it all comes to; a part that has dropped out is not asked for."""
        return _total(times * part for times, part in self.parts.values())

    def there(self) -> Number:
        """Return what is there of it."""
        return _total(first_of(times * part, 0.0) for times, part in self.parts.values())


class Sums:
    """The sums that cells are made of, each found once."""

    def __init__(self) -> None:
        self._found: dict[str, Sum] = {}
        self._atoms: dict[str, Cell] = {}
        """The cells that sums are multiples of."""
        self._alike = Alike()

    def resolved(self, number: Number) -> Number:
        """Return a number that is also known where all that is missing in it drops out."""
        found = self.of(number)
        if not found.met:
            return number
        known: Number = number.ledger.named(first_of(number, found.total()), "", None)
        self._found[known.text] = found
        return known

    def difference(self, before: Number, after: Number, scale: Number) -> Number:
        """Return what is saved, as `model.evaluation.difference` does: of nothing known there is no silent zero."""
        one, other = self.of(before), self.of(after)
        scaled = one if scale is WHOLE else one.mapped(lambda each: each * scale)
        left = before - after if scale is WHOLE else before * scale - after
        found = _added(scaled, self._aligned(other, one), -1)
        if not found.met:
            return left
        nothing = is_gap(before) & is_gap(after) & (one.there() == 0) & (other.there() == 0)
        return where(nothing, left, first_of(left, found.total()))

    def _aligned(self, sum: Sum, to: Sum) -> Sum:
        """Return a sum with the unknowns of another in the place of its own, wherever they are the same."""
        parts = dict(sum.parts)
        own, others = ([*one.parts.keys() - other.parts.keys()] for one, other in ((sum, to), (to, sum)))
        own.sort(key=[*sum.parts].index)
        others.sort(key=[*to.parts].index)
        for place, key in enumerate(own):
            for like in sorted(others, key=lambda each: abs(others.index(each) - place)):
                same = self._same(key, like)
                if same is not False:
                    times, part = parts[key]
                    parts |= {like: (where(same, times, 0), to.parts[like][1]), key: (where(same, 0, times), part)}
                    others.remove(like)
                    break
        return Sum(parts, sum.met)

    def _same(self, one: Key, other: Key) -> Number:
        """Return whether two products are the same unknown: all that is in one of them alone must be."""
        left, right = ([each for each in some if each not in rest] for some, rest in ((one, other), (other, one)))
        if len(one) != len(other) or len(left) != 1 or not self._atoms.keys() >= {*left, *right}:
            return False
        return self._alike.as_unknowns(self._atoms[left[0]], self._atoms[right[0]])

    def of(self, number: Number) -> Sum:
        """Return the sum that a number is made of."""
        if isinstance(number, Missing):
            return Sum({(f"{sorted(number.names)} {number.reason}",): (1, number)})
        if not isinstance(number, Cell) or number.sure:
            return Sum() if _is_zero(number) else Sum({_KNOWN: (number, 1)})
        if number.text not in self._found:
            self._found[number.text] = self._of(number)
        return self._found[number.text]

    def _of(self, cell: Cell) -> Sum:
        act, *of = cell.made_of or ("",)
        if act in ("+", "-"):
            return _added(self.of(of[0]), self.of(of[1]), 1 if act == "+" else -1)
        if act == "*" and not (_is_zero(of[0]) or _is_zero(of[1])):  # what is meaningless stays so, zero times
            one, other = self.of(of[0]), self.of(of[1])
            if len(one.parts) * len(other.parts) <= _MOST:
                return _multiplied(one, other)
        if act == "/":
            over = of[1]
            if is_sure(over):
                return self.of(of[0]).mapped(lambda each: each / over)
            return _multiplied(self.of(of[0]), self._alone(f"1/{over.text}", 1 / over))
        if act == "where":
            return self._of_choice(cell, *of)
        return self._alone(cell.text, cell)

    def _of_choice(self, cell: Cell, condition: Cell, yes: Number, no: Number) -> Sum:
        """Return the sum that is chosen; where it is not known which, the choice is an unknown of its own."""
        chosen = _chosen(first_of(condition, False), self.of(yes), self.of(no))
        if is_sure(condition):
            return chosen
        undecided = is_gap(condition)
        return _added(
            chosen.mapped(lambda each: where(undecided, 0, each)),
            self._alone(cell.text, cell).mapped(lambda each: where(undecided, each, 0)),
            1,
        )

    def _alone(self, text: str, cell: Cell) -> Sum:
        self._atoms[text] = cell
        return Sum({(text,): (1, cell)})


def _added(one: Sum, other: Sum, sign: int) -> Sum:
    parts = dict(one.parts)
    for key, (times, part) in other.parts.items():
        if key not in parts:
            parts[key] = (times if sign > 0 else -times, part)
            continue
        left = _left(parts.pop(key)[0], times, sign, exact=key == _KNOWN)
        if not _is_zero(left):
            parts[key] = (left, part)
    return Sum(parts, one.met or other.met or bool((one.parts.keys() & other.parts.keys()) - {_KNOWN}))


def _left(one: Number, other: Number, sign: int, *, exact: bool) -> Number:
    """Return what is left of a multiple; zero where rounding alone is."""
    if sign < 0 and text_of(one) == text_of(other):
        return 0
    left = one + other if sign > 0 else one - other
    return left if exact or not isinstance(left, Cell) else where(abs(left) <= TOLERANCE * abs(other), 0, left)


def _multiplied(one: Sum, other: Sum) -> Sum:
    found = Sum(met=one.met or other.met)
    for (left, (times, part)), (right, (more, factor)) in product(one.parts.items(), other.parts.items()):
        found = _added(found, Sum({tuple(sorted(left + right)): (times * more, part * factor)}), 1)
    return found


def _chosen(condition: Number, yes: Sum, no: Sum) -> Sum:
    parts = {}
    for key, (_, part) in {**yes.parts, **no.parts}.items():
        one, other = (each.parts[key][0] if key in each.parts else 0 for each in (yes, no))
        parts[key] = (one if text_of(one) == text_of(other) else where(condition, one, other), part)
    return Sum(parts, yes.met or no.met)


def _total(numbers: Iterable[Number]) -> Number:
    return reduce(lambda one, other: one + other, numbers, 0)


def _is_zero(number: Number) -> bool:
    return isinstance(number, float | int) and number == 0
