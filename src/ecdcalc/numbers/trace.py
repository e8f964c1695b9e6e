"""Terms: numbers that remember how they came about.

A formula body run on terms gives its value and the line of the audit trail in one go. A `Named` term is an
input (with its origin) or the result of a formula (with the formula that made it); what stands between two
named terms is the text of the arithmetic. That text, and the list of the names in it, is made when somebody asks:
most terms are only ever asked for their value.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from ecdcalc.numbers.algebra import Algebra, Declared, Missing, Number, algebra_of, stands
from ecdcalc.numbers.ops import first_of, where
from ecdcalc.numbers.units import Unit

_COMPARE, _ADD, _MULTIPLY, _POWER, _ATOM = range(5)
_DEEPEST = 40
"""How many operations may wait to be written, one inside the other."""


def _value(number: Number) -> Any:
    return number.value if isinstance(number, Term) else number


class _Infix:
    """Writes one operation between two numbers."""

    def __init__(self, symbol: str, rank: int) -> None:
        self.symbol, self.rank = symbol, rank

    def __call__(self, one: Number, other: Number) -> str:
        return f"{_text(one, self.rank)} {self.symbol} {_text(other, self.rank + 1)}"


def _infix(symbol: str, rank: int, act: Callable[[Any, Any], Any]) -> Any:
    write = _Infix(symbol, rank)

    def forward(self: Term, other: Number) -> Term:
        if isinstance(other, Term):
            depth = self.depth if self.depth > other.depth else other.depth
            return Term(act(self.value, other.value), write, rank, (self, other), depth)
        return Term(act(self.value, other), write, rank, (self, other), self.depth)

    return forward


def _swapped(symbol: str, rank: int, act: Callable[[Any, Any], Any]) -> Any:
    write = _Infix(symbol, rank)

    def backward(self: Term, other: Number) -> Term:
        return Term(act(other, self.value), write, rank, (other, self), self.depth)

    return backward


def _text(number: Number, rank: int) -> str:
    if isinstance(number, Term):
        return number.text if number.rank >= rank else f"({number.text})"
    return f"{number:g}" if isinstance(number, float) else str(number)


def _negative(number: Number) -> str:
    return f"−{_text(number, _POWER)}"


def _absolute(number: Number) -> str:
    return f"|{_text(number, 0)}|"


def _undecided(condition: Number) -> str:
    return f"({_text(condition, 0)} ?)"


def _branch(condition: Number, taken: Number) -> str:
    return _text(taken, _ADD)


def _same(number: Number) -> str:
    return _text(number, 0)


class _Call:
    """Writes a function of numbers."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *numbers: Number) -> str:
        return f"{self.name}({', '.join(_text(number, 0) for number in numbers)})"


class _Below(NamedTuple):
    """What stands below a term: the named terms that its text mentions, and the choices between alternatives."""

    names: tuple[Named, ...] = ()
    choices: tuple[Preferred, ...] = ()


def _below(*numbers: Number) -> _Below:
    """Return what numbers are made of down to the named terms, in the order it is mentioned, each once."""
    found: dict[int, Named] = {}
    choices: list[Preferred] = []
    seen: set[int] = set()
    left = [*reversed(numbers)]
    while left:
        number = left.pop()
        kind = type(number)
        if kind is Named:
            found[id(number)] = number
        elif (kind is Term or kind is Preferred) and id(number) not in seen:
            seen.add(id(number))
            if kind is Preferred:
                choices.append(number)
            left += reversed(number.made_of)
    return _Below(tuple(found.values()), tuple(choices))


_NOTHING = _Below()


def used(formula: Term | None) -> tuple[Named, ...]:
    """Return the named terms that a formula mentions; a formula that is a name mentions itself."""
    if formula is None:
        return ()
    return (formula,) if isinstance(formula, Named) else formula.uses


class Term:
    """A value and the text of the arithmetic that gave it."""

    algebra: ClassVar[Algebra]

    __slots__ = ("_found", "_of", "_write", "depth", "rank", "value")
    __array_ufunc__ = None
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        value: Any,
        write: str | Callable[..., str],
        rank: int = _ATOM,
        of: tuple[Number, ...] = (),
        depth: int | None = None,
    ) -> None:
        """Make a term of a value and of what writes its text from the numbers that it is made `of`.

        `depth` is that of the deepest of them, for who knows it.
        """
        self.value = value
        self.rank = rank
        self._write = write
        self._of = of
        self._found: _Below | None = None
        if depth is None:
            depth = max((each.depth for each in of if isinstance(each, Term)), default=0)
        self.depth: int = depth + 1
        if depth >= _DEEPEST:  # a sum of very many: nobody could go down so far later
            self._settle()

    @property
    def text(self) -> str:
        """The arithmetic in words."""
        if not isinstance(self._write, str):
            self._write = self._write(*self._of)
        return self._write

    @property
    def made_of(self) -> tuple[Number, ...]:
        """What it was made of; where that was looked through, the named terms and the choices below it."""
        return self._of if self._found is None else (*self._found.names, *self._found.choices)

    @property
    def uses(self) -> tuple[Named, ...]:
        """The named terms that the text mentions, in their order, each once."""
        return self._looked_through.names

    @property
    def choices(self) -> tuple[Preferred, ...]:
        """The choices between alternatives that stand between it and the named terms below."""
        return self._looked_through.choices

    @property
    def _looked_through(self) -> _Below:
        if self._found is None:
            self._found = _below(*self._of)
        return self._found

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        self._settle()
        slots = (name for cls in type(self).__mro__ for name in getattr(cls, "__slots__", ()))
        return None, {name: getattr(self, name) for name in slots}

    def _settle(self) -> None:
        """Write text and names now, and let go of what they were made of."""
        self._write, self._found = self.text, self._looked_through
        self._of, self.depth = (), 0

    __add__, __radd__ = _infix("+", _ADD, operator.add), _swapped("+", _ADD, operator.add)
    __sub__, __rsub__ = _infix("−", _ADD, operator.sub), _swapped("−", _ADD, operator.sub)
    __mul__, __rmul__ = _infix("×", _MULTIPLY, operator.mul), _swapped("×", _MULTIPLY, operator.mul)
    __truediv__, __rtruediv__ = (
        _infix("/", _MULTIPLY, operator.truediv),
        _swapped("/", _MULTIPLY, operator.truediv),
    )
    __pow__ = _infix("^", _POWER, operator.pow)
    __lt__, __le__ = _infix("<", _COMPARE, operator.lt), _infix("≤", _COMPARE, operator.le)
    __gt__, __ge__ = _infix(">", _COMPARE, operator.gt), _infix("≥", _COMPARE, operator.ge)
    __eq__, __ne__ = _infix("=", _COMPARE, operator.eq), _infix("≠", _COMPARE, operator.ne)
    __and__ = __rand__ = _infix("and", _COMPARE, operator.and_)
    __or__ = __ror__ = _infix("or", _COMPARE, operator.or_)

    def __neg__(self) -> Term:
        return Term(-self.value, _negative, _MULTIPLY, (self,))

    def __abs__(self) -> Term:
        return Term(abs(self.value), _absolute, _ATOM, (self,))

    def __bool__(self) -> bool:
        raise TypeError("a formula body must not branch on a value: use where()")


class Named(Term):
    """An input or a result, with a name, a unit, and where it comes from (an `Origin` of `model.process`)."""

    __slots__ = ("cites", "formula", "label", "method", "origin", "outside", "ranges", "unit")

    def __init__(
        self,
        name: str,
        value: Any,
        unit: Unit,
        *,
        label: tuple[str, str] = ("", ""),
        origin: Any = None,
        formula: Term | None = None,
        cites: str = "",
        method: str = "",
    ) -> None:
        self.value = value
        self.rank = _ATOM
        self._write = name
        self._of, self._found = (), _NOTHING
        self.depth = 0  # it is written as its name
        self.unit = unit
        self.label = label
        self.origin = origin
        self.formula = formula
        self.cites = cites
        self.method = method
        self.ranges: tuple[Any, ...] = ()  # those of the formula that made it (`numbers.validity.Range`)
        self.outside: tuple[Any, ...] = ()  # what lies outside the ranges of the formula (`numbers.validity.Outside`)

    def leaves(self) -> Iterator[Named]:
        """Yield every input that the value rests on, each once."""
        return leaves_of([self])


class Preferred(Term):
    """The first of several alternatives that is known, and the others that are known as well."""

    __slots__ = ("passed",)

    def __init__(self, taken: Term, passed: tuple[Term, ...]) -> None:
        super().__init__(taken.value, _same, taken.rank, (taken,))
        self.passed = passed

    @property
    def choices(self) -> tuple[Preferred, ...]:
        """Itself, and those below."""
        return (self, *super().choices)

    def _settle(self) -> None:
        super()._settle()
        self.passed = _below(*self.passed).names


def leaves_of(terms: Iterable[Named]) -> Iterator[Named]:
    """Yield every input that the terms rest on together, each once."""
    seen: set[int] = set()
    left = [*terms][::-1]
    while left:
        term = left.pop()
        if id(term) in seen:
            continue
        seen.add(id(term))
        if term.formula is None:
            yield term
        else:
            left += reversed(used(term.formula))


def results_of(terms: Iterable[Named]) -> Iterator[Named]:
    """Yield some terms and all named terms that they rest on, each once."""
    seen: set[int] = set()
    left = [*terms]
    while left:
        term = left.pop()
        if id(term) in seen:
            continue
        seen.add(id(term))
        yield term
        if term.formula is not None:
            left += used(term.formula)


def outsides(terms: Iterable[Named]) -> Iterator[tuple[Named, Any]]:
    """Yield each result of a formula below some terms with what lies outside its ranges, each once."""
    return ((term, each) for term in results_of(terms) for each in term.outside)


def methods(term: Named, known: dict[int, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """Return the kinds of evidence that a value rests on: those of what its formula uses, else its own.

    `first_of` keeps only the alternative taken, so this is what was used and not what might have been. `known` keeps
    what was found, for other terms of the same state.
    """
    known = {} if known is None else known
    found = known.get(id(term))
    if found is None:
        below = dict.fromkeys(method for each in used(term.formula) for method in methods(each, known))
        found = known[id(term)] = tuple(below) or ((term.method,) if term.method else ())
    return found


class _Terms(Algebra):
    """Terms: the value of what was done, and its text."""

    rank = 4
    keeps_names = True

    def choose(self, condition: Number, yes: Number, no: Number) -> Term:
        """Take the value of the branch taken, and both the condition and that branch as its text."""
        taken = where(_value(condition), "yes", "no")
        if isinstance(taken, Missing):
            return Term(where(_value(condition), _value(yes), _value(no)), _undecided, _ATOM, (condition,))
        branch = yes if taken == "yes" else no
        return Term(_value(branch), _branch, getattr(branch, "rank", _ATOM), (condition, branch))

    def prefer(self, alternatives: Sequence[Number]) -> Term:
        """Take the first alternative that is not missing, with its own text."""
        known = [each for each in alternatives if stands(_value(each))]
        if not known:
            written = " or ".join(_text(each, 0) for each in alternatives)  # it rests on none of them
            return Term(first_of(*map(_value, alternatives)), written)
        taken, *others = known
        if not isinstance(taken, Term):
            return Term(taken, _text(taken, _ATOM))
        passed = tuple(each for each in others if isinstance(each, Term))
        return Preferred(taken, passed) if passed else Term(taken.value, _same, taken.rank, (taken,))

    def apply(self, name: str, scalar: Callable[[float], float], number: Term) -> Term:
        """Run a function such as exp on a term."""
        value = algebra_of(number.value).apply(name, scalar, number.value)
        return Term(value, _Call(name), _ATOM, (number,))

    def look_up(self, name: str, compute: Callable[..., Any], state: Mapping[str, Number]) -> Term:
        """Look up what the terms stand for."""
        values = {key: _value(number) for key, number in state.items()}
        found = algebra_of(*values.values()).look_up(name, compute, values)
        return Term(found, _Call(name), _ATOM, tuple(state.values()))

    def plain(self, number: Term) -> Number:
        """Return the value of a term."""
        return number.value

    def name(self, number: Term, place: str, declared: Declared) -> Named:
        """Return the result of a formula or an output as a named term, which keeps the arithmetic behind it."""
        label = (declared.en, declared.zh)
        return Named(
            place,
            number.value,
            declared.unit,
            label=label,
            formula=number,
            cites=declared.cites,
            method=declared.method,
        )


Term.algebra = _Terms()
