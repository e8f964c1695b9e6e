"""Cells: numbers that a spreadsheet computes, with the value that it must come to.

A formula body run on cells gives the text of a spreadsheet formula and its value in one go. Inputs are references to
cells; a result of a formula or an output is put into a cell of its own by the `Ledger`, so that formulas stay short.
An unknown is `NA()` there, and what no input would supply is another error: both pass through arithmetic as `Missing`
does, and zero times an unknown is zero. A number that is neither 0, 1 nor an exponent never stands in a formula: the
ledger gives it a cell.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any, ClassVar, Protocol

from ecdcalc.numbers.algebra import Algebra, Declared, Missing, Number, algebra_of, lacking

_COMPARE, _ADD, _MULTIPLY, _POWER, _ATOM = range(5)
NEVER = "(1/0)"
_NO_INPUT = "lacks-inputs"
_REPEATED = 80
"""Longer operands get a cell of their own where a formula needs them more than once."""
_LONGEST = 1500
"""Longer formulas are cut: a spreadsheet takes 8 192 characters and 64 levels."""
_FAILED = Missing(frozenset(), "zero-denominator")


class Ledger(Protocol):
    """What gives numbers a cell of their own."""

    def constant(self, value: float) -> Cell:
        """Return the cell of a number."""
        ...

    def named(self, cell: Cell, place: str, declared: Declared | None) -> Cell:
        """Return the cell that holds what an output, a formula or a part of a long formula came to."""
        ...

    def looked_up(self, name: str, value: Number, state: Mapping[str, Number]) -> Cell:
        """Return the cell of a value that a library computed: it does not follow its inputs."""
        ...


def is_gap(number: Number) -> Any:
    """Return whether a number is missing: a cell of that truth, where it may come or go."""
    if not isinstance(number, Cell) or number.sure:
        return isinstance(number, Missing)
    return made(number.ledger, isinstance(number.value, Missing), f"ISERROR({number.text})", _ATOM, True)


def _value(number: Number) -> Any:
    """Return the value of an operand; what is missing by itself, and is no input, is not zero either, zero times."""
    if isinstance(number, Missing) and number.sum is None:
        return Missing(number.names, number.reason or _NO_INPUT)
    return number.value if isinstance(number, Cell) else number


def _text(number: Number, rank: int, ledger: Ledger) -> str:
    """Return the text of an operand, in brackets where it binds less than its surroundings."""
    if isinstance(number, Cell):
        return number.text if number.rank >= rank else f"({number.text})"
    if isinstance(number, Missing):
        return NEVER if number.reason or number.sum is None else "NA()"
    if isinstance(number, bool):
        return f"{number}".upper() + "()"
    if isinstance(number, str):
        return '"' + number.replace('"', '""') + '"'
    return f"{number:g}" if number in (0, 1) else ledger.constant(float(number)).text


def _sure(*numbers: Number) -> bool:
    """Return whether none of the numbers can be missing."""
    return all(each.sure if isinstance(each, Cell) else not isinstance(each, Missing) for each in numbers)


def _acted(act: Callable[..., Any], *values: Any) -> Any:
    """Return what an operation gives; what has no value is missing."""
    try:
        found = act(*values)
    except (ArithmeticError, ValueError):
        return _FAILED
    return _FAILED if isinstance(found, complex) else found


_IDLE = {"+": (0, 0), "-": (None, 0), "*": (1, 1), "/": (None, 1)}
"""What changes nothing at the left and at the right of a sign."""


def _joined(one: Number, sign: str, other: Number, rank: int, act: Callable[[Any, Any], Any]) -> Cell:
    left, right = _IDLE.get(sign, (None, None))
    if _is_number(other) and other == right:
        return one
    if _is_number(one) and one == left:
        return other
    ledger = one.ledger if isinstance(one, Cell) else other.ledger
    text = f"{_text(one, rank, ledger)}{sign}{_text(other, rank + 1, ledger)}"
    return made(ledger, _acted(act, _value(one), _value(other)), text, rank, _sure(one, other), (sign, one, other))


def made(ledger: Ledger, value: Any, text: str, rank: int, sure: bool, made_of: tuple[Any, ...] | None = None) -> Cell:
    """Return a cell; a long formula gets a cell of its own, to which the others refer."""
    cell = Cell(ledger, value, text, rank, sure, None if sure else made_of)
    return ledger.named(cell, "", None) if len(text) > _LONGEST else cell


def _infix(sign: str, rank: int, act: Callable[[Any, Any], Any]) -> Any:
    def forward(self: Cell, other: Number) -> Cell:
        return _joined(self, sign, other, rank, act)

    return forward


def _swapped(sign: str, rank: int, act: Callable[[Any, Any], Any]) -> Any:
    def backward(self: Cell, other: Number) -> Cell:
        return _joined(other, sign, self, rank, act)

    return backward


class Cell:
    """A value and the text of the spreadsheet formula that gives it. `sure`: it is never missing.

    One that may be missing remembers the operation that it was `made_of`, with its operands.
    """

    algebra: ClassVar[Algebra]
    __slots__ = ("ledger", "made_of", "rank", "sure", "text", "value")
    __array_ufunc__ = None
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        ledger: Ledger,
        value: Any,
        text: str,
        rank: int = _ATOM,
        sure: bool = False,
        made_of: tuple[Any, ...] | None = None,
    ) -> None:
        self.ledger, self.value, self.text, self.rank, self.sure = ledger, value, text, rank, sure
        self.made_of = made_of

    __add__, __radd__ = _infix("+", _ADD, operator.add), _swapped("+", _ADD, operator.add)
    __sub__, __rsub__ = _infix("-", _ADD, operator.sub), _swapped("-", _ADD, operator.sub)
    __truediv__, __rtruediv__ = _infix("/", _MULTIPLY, operator.truediv), _swapped("/", _MULTIPLY, operator.truediv)
    __lt__, __le__ = _infix("<", _COMPARE, operator.lt), _infix("<=", _COMPARE, operator.le)
    __gt__, __ge__ = _infix(">", _COMPARE, operator.gt), _infix(">=", _COMPARE, operator.ge)
    __eq__, __ne__ = _infix("=", _COMPARE, operator.eq), _infix("<>", _COMPARE, operator.ne)

    def __mul__(self, other: Number) -> Cell:
        """Multiply: zero times an unknown is zero."""
        return _product(self, other)

    def __rmul__(self, other: Number) -> Cell:
        return _product(other, self)

    def __pow__(self, other: Number) -> Cell:
        """Raise to a power: an integer exponent is typed, any other is a cell."""
        exponent = f"{other}" if isinstance(other, int) and other >= 0 else _text(other, _ATOM, self.ledger)
        text = f"{_text(self, _ATOM, self.ledger)}^{exponent}"
        value = _acted(operator.pow, self.value, _value(other))
        return made(self.ledger, value, text, _POWER, _sure(self, other), ("^", self, other))

    def __rpow__(self, other: Number) -> Cell:
        text = f"{_text(other, _ATOM, self.ledger)}^{_text(self, _ATOM, self.ledger)}"
        value = _acted(operator.pow, other, self.value)
        return made(self.ledger, value, text, _POWER, _sure(self, other), ("^", other, self))

    def __neg__(self) -> Cell:
        bare = _text(self, _ATOM, self.ledger)  # a spreadsheet reads -A1^2 as (-A1)^2
        return made(self.ledger, -self.value, f"(-{bare})", _ATOM, self.sure, ("-", 0.0, self))

    def __abs__(self) -> Cell:
        return made(self.ledger, abs(self.value), f"ABS({self.text})", _ATOM, self.sure, ("abs", self))

    def __and__(self, other: Number) -> Cell:
        return _logical(self, other, False, operator.and_)

    def __or__(self, other: Number) -> Cell:
        return _logical(self, other, True, operator.or_)

    __rand__, __ror__ = __and__, __or__

    def __bool__(self) -> bool:
        raise TypeError("a formula body must not branch on a value: use where()")


def _is_number(number: Number) -> bool:
    return isinstance(number, (int, float)) and not isinstance(number, bool)


def _product(one: Number, other: Number) -> Cell:
    if _sure(one, other) or any(_is_number(each) and each != 0 for each in (one, other)):
        return _joined(one, "*", other, _MULTIPLY, operator.mul)
    first, second = _repeated(one), _repeated(other)
    ledger = first.ledger if isinstance(first, Cell) else second.ledger
    text = _joined(first, "*", second, _MULTIPLY, operator.mul).text
    for unknown, factor in ((second, first), (first, second)):
        if not _sure(unknown):
            gap, times = _text(unknown, 0, ledger), _text(factor, _ADD, ledger)
            zero = "0" if _is_number(factor) else f"IF({times}=0,0,NA())"
            text = f"IF(ISNA({gap}),{zero},{text})"
    return made(ledger, _times(_value(one), _value(other)), text, _ATOM, False, ("*", one, other))


def _times(one: Any, other: Any) -> Any:
    """Return a product as the spreadsheet has it."""
    for unknown, factor in ((one, other), (other, one)):
        if isinstance(unknown, Missing) and not unknown.reason and not isinstance(factor, Missing) and factor == 0:
            return 0.0
    return _acted(operator.mul, one, other)


def _repeated(number: Number) -> Number:
    """Return a number that a formula needs more than once: a long one in a cell of its own."""
    long = isinstance(number, Cell) and len(number.text) > _REPEATED
    return number.ledger.named(number, "", None) if long else number


def _logical(one: Cell, other: Number, decides: bool, act: Callable[[Any, Any], Any]) -> Cell:
    """Join two truths: the one that `decides` does so even where the other is missing, as `Missing` has it."""
    if isinstance(other, bool):
        return other if other is decides else one  # type: ignore[return-value]
    first, second = one.text, _text(other, 0, one.ledger)
    settled = f"{decides}".upper() + "()"

    def either(here: str, there: str) -> str:
        return f"IF({here},{settled},{there})" if decides else f"IF({here},{there},{settled})"

    text = either(first, second)
    if not one.sure:
        text = f"IF(ISERROR({first}),{either(second, 'NA()')},{text})"
    value = _acted(act, one.value, _value(other))
    return made(one.ledger, value, text, _ATOM, _sure(one, other), ("or" if decides else "and", one, other))


class _Cells(Algebra):
    """Cells: what a spreadsheet is to do, with the value that comes out."""

    rank = 5
    deferred = True
    keeps_names = True

    def choose(self, condition: Number, yes: Number, no: Number) -> Number:
        """Choose in the spreadsheet: both branches stand in the formula, and lack nothing where neither is taken."""
        if not isinstance(condition, Cell):
            return super().choose(condition, yes, no)
        unknown = isinstance(condition.value, Missing)
        taken = condition.value if unknown else _value(yes if condition.value else no)
        ledger = condition.ledger
        text = f"IF({condition.text},{_text(yes, 0, ledger)},{_text(no, 0, ledger)})"
        return made(ledger, taken, text, _ATOM, _sure(condition, yes, no), ("where", condition, yes, no))

    def clip(self, number: Number, low: Number | None, high: Number | None) -> Number:
        """Keep a number within bounds by MAX and MIN."""
        for bound, name, act in ((low, "MAX", max), (high, "MIN", min)):
            if bound is not None:
                number = self._kept(number, bound, name, act)
        return number

    def _kept(self, number: Number, bound: Number, name: str, act: Callable[[Any, Any], Any]) -> Number:
        cell = number if isinstance(number, Cell) else bound
        gaps = [each for each in (_value(number), _value(bound)) if isinstance(each, Missing)]
        value = gaps[0] if gaps else act(_value(bound), _value(number))
        text = f"{name}({_text(number, 0, cell.ledger)},{_text(bound, 0, cell.ledger)})"
        return made(cell.ledger, value, text, _ATOM, _sure(number, bound), (name, number, bound))

    def prefer(self, alternatives: Sequence[Number]) -> Number:
        """Take the first alternative that is there: IFERROR, one in the other."""
        present = [each for each in alternatives if not isinstance(each, Missing)]
        until = next((place for place, each in enumerate(present) if _sure(each)), len(present))
        used = present[: until + 1]
        if len(used) == 1 and not isinstance(used[0], Cell):
            return used[0]
        ledger = next(each.ledger for each in used if isinstance(each, Cell))
        found = next((_value(each) for each in used if not isinstance(_value(each), Missing)), None)
        value = lacking([_value(each) for each in alternatives]) if found is None else found
        *others, last = (_text(each, 0, ledger) for each in used)
        text = reduce(lambda rest, each: f"IFERROR({each},{rest})", reversed(others), last)
        alone = used[0].rank if len(used) == 1 else _ATOM
        return made(ledger, value, text, alone, _sure(used[-1]), ("first", *used))

    def apply(self, name: str, scalar: Callable[[float], float], number: Number) -> Number:
        """Run a function such as exp."""
        value = number.value if isinstance(number.value, Missing) else _acted(scalar, number.value)
        text = {"exp": "EXP", "log": "LN"}[name] + f"({number.text})"
        return made(number.ledger, value, text, _ATOM, number.sure, (name, number))

    def look_up(self, name: str, compute: Callable[..., Any], state: Mapping[str, Number]) -> Number:
        """Look up what the cells stand for; the spreadsheet holds the value."""
        values = {key: _value(number) for key, number in state.items()}
        found = algebra_of(*values.values()).look_up(name, compute, values)
        ledger = next(number.ledger for number in state.values() if isinstance(number, Cell))
        return ledger.looked_up(name, found, state)

    def plain(self, number: Number) -> Number:
        """Return the value of a cell, unless a change elsewhere may supply it or take it away."""
        return number.value if number.sure else number

    def name(self, number: Number, place: str, declared: Declared) -> Number:
        """Put the result of a formula or an output into a cell of its own."""
        return number.ledger.named(number, place, declared)


Cell.algebra = _Cells()
