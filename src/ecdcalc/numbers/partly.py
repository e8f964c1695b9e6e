"""What is known of the numbers of a row although the row lacks some: the rules of `unknown.py`, on symbols.

Null says that a number is not known, but not what it is made of. Here each symbol that hangs on an unknown becomes
two: what is known of it (`known`), and one number made of the multiples of all its unknowns, each times a number of its
own (`lacks`), zero where nothing is lacking. What stands with equal multiples on both sides of a difference so drops
out of it, and zero times an unknown is zero. What is not linear in an unknown is an unknown of its own, the same where
the same was done to the same. Null in both is what no input would supply, such as a value outside a table.

Only a symbol made by `lacking` is an unknown: any other null is a cell in which nothing is said.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from hashlib import blake2b
from typing import Any

import narwhals as nw
from attrs import frozen

from ecdcalc.numbers.algebra import Missing
from ecdcalc.numbers.expressions import AGAIN
from ecdcalc.numbers.symbols import LIBRARY, Graph, Symbol, literal
from ecdcalc.numbers.validity import OUTSIDE

LACKING, NEVER = "lacking", "never"
WORDS = "words"
"""The operation of a column that holds words."""
_EQUAL = 1e-13
"""Multiples that differ by rounding are equal."""
_TRUTHS = ("<", "<=", ">", ">=", "==", "!=", "&", "|", "not", "known", "in")


def lacking(graph: Graph, number: Any, path: str, size: float) -> Symbol:
    """Return a number that is unknown where it is null, known by its path; `size` is what it may be about."""
    if isinstance(number, Symbol) and number.parts[1].op == LACKING:
        return number
    if not isinstance(number, Symbol):
        nothing = nw.lit(None).cast(nw.Float64)
        number = graph.call(NEVER, lambda: nothing, key=(path, repr(number)), nullable=True)
    symbol: Symbol = graph.call(LACKING, lambda here, *_: here, number, path, size, nullable=True)
    return symbol


def words(graph: Graph, expression: nw.Expr, name: str, *, nullable: bool = True) -> Symbol:
    """Return a column that holds words."""
    symbol: Symbol = graph.call(WORDS, lambda: expression, key=(name,), nullable=nullable)
    return symbol


@frozen
class Partly:
    """What is known of a symbol, and what it lacks: a symbol, or zero where it can lack nothing."""

    known: Any
    lacks: Any = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether it lacks nothing in any row."""
        return not isinstance(self.lacks, Symbol) and self.lacks == 0

    @property
    def is_nothing(self) -> bool:
        """Whether it is no number at all, such as an end that is not given."""
        return self.known is None and self.is_whole


class Known:
    """What is known of the symbols of a graph, each found once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._found: dict[int, Partly] = {}
        self._hangs: dict[int, bool] = {}
        self._could: dict[int, bool] = {}
        self._part: dict[int, bool] = {}
        for each in graph.symbols:  # what an operation takes was made before it
            self._hangs[id(each)] = each.op == LACKING or any(self._hangs.get(id(arg), False) for arg in each.args)

    def whole(self, symbol: Symbol) -> Symbol:
        """Return the symbol where it lacks nothing, null elsewhere."""
        found = self.of(symbol)
        if found.is_whole:
            return found.known
        return self._call("whole", lambda known, lacks: nw.when(lacks == 0).then(known), found.known, found.lacks)

    def difference(self, saved: Symbol, before: Any, after: Any) -> Symbol:
        """Return a difference where it is known, unless nothing is known of either side: that is no silent zero."""
        sides = [self.of(each) for each in (before, after)]
        if any(each.is_whole for each in sides):
            return self.whole(saved)

        def make(whole: nw.Expr, *parts: Any) -> nw.Expr:
            one, other = ((literal(lacks) != 0) & (literal(known) == 0) for known, lacks in (parts[:2], parts[2:]))
            return nw.when((one & other).fill_null(False)).then(nw.lit(None)).otherwise(whole)

        return self._call("difference", make, self.whole(saved), *(n for s in sides for n in (s.known, s.lacks)))

    def could(self, number: Any) -> bool:
        """Tell whether a number may be known in some row."""
        return self._tell(number, self._could, _could)

    def partly(self, number: Any) -> bool:
        """Tell whether something of a number may be known in some row."""
        return self._tell(number, self._part, _partly)

    def _tell(self, number: Any, found: dict[int, bool], rule: Callable[[Known, Symbol], bool]) -> bool:
        if not isinstance(number, Symbol):
            return number is not None and not isinstance(number, Missing)
        if id(number) not in found:
            found[id(number)] = rule(self, number)
        return found[id(number)]

    def of(self, number: Any) -> Partly:
        """Return what is known of a number, and what it lacks."""
        if not isinstance(number, Symbol) or not self._hangs.get(id(number), False):
            return Partly(None, None) if isinstance(number, Missing) else Partly(number)
        waiting = [number]
        while waiting:  # no deeper than the reader of Python allows
            each = waiting[-1]
            more = [arg for arg in each.args if isinstance(arg, Symbol) and self._hangs[id(arg)]]
            left = [arg for arg in more if id(arg) not in self._found]
            if left and id(each) not in self._found:
                waiting += left
                continue
            waiting.pop()
            if id(each) not in self._found:
                self._found[id(each)] = self._made(each)
        return self._found[id(number)]

    def _call(self, name: str, make: Callable[..., nw.Expr], *args: Any, key: tuple[Any, ...] = ()) -> Symbol:
        made: Symbol = self._graph.call(f"{AGAIN}{name}", make, *args, key=key, nullable=True)
        return made

    def _made(self, each: Symbol) -> Partly:
        parts = [self.of(arg) for arg in each.args]
        if each.op == LACKING:
            return self._unknown(each)
        if all(part.is_whole for part in parts):
            return Partly(each)
        if each.op == "held":
            return parts[0]
        rule = _RULES.get(each.op)
        return rule(self, each, parts) if rule else self._unsettled(each, parts)

    def _unknown(self, each: Symbol) -> Partly:
        """Return an unknown: nothing is known of it, and it is lacking once."""
        here, path, size = each.args
        mark = number_of(path, here.order) * size
        return Partly(
            self._call("input", lambda here: here.fill_null(0.0), here),
            self._call("lacks", lambda here: nw.when(here.is_null()).then(mark).otherwise(0.0), here, key=(mark,)),
        )

    def _scaled(self, each: Symbol, parts: list[Partly]) -> Partly:
        times = each.args[1]
        return Partly(*(_times(number, times) for number in (parts[0].known, parts[0].lacks)))

    def _added(self, each: Symbol, parts: list[Partly]) -> Partly:
        act = operator.sub if each.op == "-" else operator.add
        one, other = parts
        known = self._graph.call(each.op, lambda one, other: act(literal(one), literal(other)), one.known, other.known)
        if other.is_whole and isinstance(one.lacks, Symbol):
            return Partly(known, one.lacks)
        if one.is_whole and isinstance(other.lacks, Symbol):
            return Partly(known, -other.lacks if each.op == "-" else other.lacks)

        def make(one: Any, other: Any) -> nw.Expr:
            one, other = literal(one), literal(other)
            left = act(one, other)
            return (
                nw.when(left.abs() > _EQUAL * nw.max_horizontal(one.abs(), other.abs()))
                .then(left)
                .otherwise(left * 0.0)
            )

        return Partly(known, self._call(f"{each.op}lacks", make, one.lacks, other.lacks))

    def _product(self, each: Symbol, parts: list[Partly]) -> Partly:
        one, other = sorted(parts, key=lambda part: part.is_whole)
        if other.is_whole:
            here = self._graph.call("*", lambda a, b: literal(a) * literal(b), one.known, other.known)
            there = (one.known, one.lacks, other.known)
            return Partly(here, self._graph.call("*lacks", _times_whole, *there, nullable=True))

        def known(a: Any, la: Any, b: Any, lb: Any) -> nw.Expr:
            both = (literal(la) != 0) & (literal(lb) != 0)
            return nw.when(both).then(0.0).otherwise(literal(a) * literal(b))

        def lacks(a: Any, la: Any, b: Any, lb: Any, own: Any) -> nw.Expr:
            a, la, b, lb = map(literal, (a, la, b, lb))
            both = (la != 0) & (lb != 0)
            return nw.when(both).then(own).otherwise(la * b + a * lb)

        four = (one.known, one.lacks, other.known, other.lacks)
        return Partly(self._call("*", known, *four), self._call("*lacks", lacks, *four, self._mark("*", parts)))

    def _quotient(self, each: Symbol, parts: list[Partly]) -> Partly:
        one, other = parts

        def known(a: Any, la: Any, b: Any, lb: Any) -> nw.Expr:
            la, b, lb = map(literal, (la, b, lb))
            return nw.when((lb != 0) | ((b == 0) & (la != 0))).then(0.0).otherwise(nw.when(b != 0).then(literal(a) / b))

        def lacks(a: Any, la: Any, b: Any, lb: Any, under: Any, own: Any) -> nw.Expr:
            a, la, b, lb = map(literal, (a, la, b, lb))
            inverse = nw.when((la == 0) & (a != 0)).then(a * under).otherwise(own)
            divided = nw.when(b != 0).then(la / b).otherwise(nw.when(la != 0).then(own))
            return nw.when(lb != 0).then(inverse).otherwise(divided)

        four = (one.known, one.lacks, other.known, other.lacks)
        marks = (self._mark("1/", [other]), self._mark("/", parts))
        return Partly(self._call("/", known, *four), self._call("/lacks", lacks, *four, *marks))

    def _chosen(self, each: Symbol, parts: list[Partly]) -> Partly:
        condition, *branches = parts
        words = any(map(_is_words, (each, *each.args[1:])))
        guard = is_guard(each)

        def known(truth: Any, lacks: Any, yes: Any, no: Any) -> nw.Expr:
            truth, yes, no = map(literal, (truth, yes, no))
            found = nw.when(truth).then(yes).otherwise(nw.when(~truth).then(no))
            rest = yes if guard else nw.lit(0.0)
            return found if words else nw.when(truth.is_null() & (literal(lacks) != 0)).then(rest).otherwise(found)

        def lacks(truth: Any, lacks: Any, yes: Any, no: Any, own: Any) -> nw.Expr:
            truth = literal(truth)
            taken = nw.when(truth).then(literal(yes)).otherwise(nw.when(~truth).then(literal(no)))
            return nw.when(truth.is_null() & (literal(lacks) != 0)).then(own).otherwise(taken)

        first = (condition.known, condition.lacks)
        own = None if words else branches[0].lacks if guard else self._mark("where", parts)
        return Partly(
            self._call("where", known, *first, *(part.known for part in branches), key=(words, guard)),
            self._call("where-lacks", lacks, *first, *(part.lacks for part in branches), own),
        )

    def _first(self, each: Symbol, parts: list[Partly]) -> Partly:
        silent = [is_cell(arg) for arg in each.args]
        told = [part for part, quiet in zip(parts, silent, strict=True) if not quiet]
        alone = told[0] if len(told) == 1 else None
        size = len(parts)
        own = alone.lacks if alone else self._mark("first", told)
        rest = alone.known if alone else (None if _is_words(each) else 0.0)

        def stand(numbers: tuple[Any, ...]) -> list[tuple[nw.Expr, nw.Expr]]:
            knowns, lacks = map(literal, numbers[:size]), map(literal, numbers[size : 2 * size])
            return [(known, (lack == 0) & ~known.is_null()) for known, lack in zip(knowns, lacks, strict=True)]

        def known(*numbers: Any) -> nw.Expr:
            return nw.coalesce(*(nw.when(here).then(each) for each, here in stand(numbers)), literal(numbers[-1]))

        def lacks(*numbers: Any) -> nw.Expr:
            found = reduce(operator.or_, (here.fill_null(False) for _, here in stand(numbers)))
            return nw.when(found).then(0.0).otherwise(literal(numbers[-1]))

        pairs = (*(part.known for part in parts), *(part.lacks for part in parts))
        return Partly(self._call("first", known, *pairs, rest), self._call("first-lacks", lacks, *pairs, own))

    def _logical(self, each: Symbol, parts: list[Partly]) -> Partly:
        truth = self._graph.call(each.op, each.make, *(part.known for part in parts))
        return Partly(truth, self._where_null(truth, parts, self._mark(each.op, parts)))

    def _where_null(self, truth: Symbol, parts: list[Partly], own: Any) -> Symbol:
        """Return the own mark of a truth that is not known for lack of an input; null if for another reason."""

        def make(truth: Any, own: Any, *pairs: Any) -> nw.Expr:
            here = [(literal(k), literal(n)) for k, n in zip(pairs[::2], pairs[1::2], strict=True)]
            dead = reduce(operator.or_, (known.is_null() & (lack == 0).fill_null(True) for known, lack in here))
            return nw.when(~literal(truth).is_null()).then(0.0).otherwise(nw.when(~dead).then(literal(own)))

        return self._call("undecided", make, truth, own, *(n for part in parts for n in (part.known, part.lacks)))

    def _is_known(self, each: Symbol, parts: list[Partly]) -> Partly:
        known, lacks = parts[0].known, parts[0].lacks
        return Partly(
            self._call("known", lambda here, lack: (literal(lack) == 0).fill_null(False) & ~literal(here).is_null(),
                       known, lacks)
        )  # fmt: skip

    def _unsettled(self, each: Symbol, parts: list[Partly]) -> Partly:
        """Return what no rule is known for: computed where all is known, an unknown of its own elsewhere."""
        size = len(parts)

        def settled(lacks: tuple[Any, ...]) -> nw.Expr:
            return reduce(operator.and_, (literal(lack) == 0 for lack in lacks))

        nothing = None if each.op in _TRUTHS or _is_words(each) else 0.0

        def known(*numbers: Any) -> nw.Expr:
            whole = settled(numbers[size : 2 * size])
            value = literal(numbers[-1]) if each.op == LIBRARY else literal(each.make(*numbers[:size]))
            return nw.when(whole).then(value).otherwise(nw.when(~whole).then(literal(nothing)))

        def lacks(*numbers: Any) -> nw.Expr:
            return nw.when(settled(numbers[:size])).then(0.0).otherwise(literal(numbers[-1]))

        gaps = tuple(part.lacks for part in parts)
        own = self._mark(each.op, parts)
        key = (each.order,)
        return Partly(
            self._call(each.op, known, *(part.known for part in parts), *gaps, each, key=key),
            self._call(f"{each.op}-lacks", lacks, *gaps, own),
        )

    def _mark(self, act: str, parts: list[Partly]) -> Symbol | None:
        """Return a number that tells what was done to what from anything else; null where a part has no value."""
        told = [(place, part) for place, part in enumerate(parts) if not part.is_nothing]
        if any(_is_words(each.known) for _, each in told):
            return None
        places = tuple(place for place, _ in told)

        def make(*numbers: Any) -> nw.Expr:
            each = [literal(number).cast(nw.Float64) for number in numbers]
            for lack in range(1, len(each), 2):  # a truth that lacks something is null, and still an unknown
                each[lack - 1] = nw.coalesce(each[lack - 1], nw.when(each[lack] != 0).then(0.0))
            marks = [number_of(act, 2 * place + half) for place in places for half in (0, 1)]
            return 1.0 + (reduce(operator.add, map(operator.mul, each, marks)) * number_of(act) * 1e3) % 1.0

        return self._call(f"mark {act}", make, *(n for _, part in told for n in (part.known, part.lacks)), key=places)


_RULES: dict[str, Callable[[Known, Symbol, list[Partly]], Partly]] = {
    "scale": Known._scaled,
    "+": Known._added,
    "-": Known._added,
    "*": Known._product,
    "/": Known._quotient,
    "where": Known._chosen,
    "first": Known._first,
    "&": Known._logical,
    "|": Known._logical,
    "known": Known._is_known,
}


def _could(known: Known, each: Symbol) -> bool:
    args = [known.could(arg) for arg in each.args]
    if each.op == LACKING:
        return each.args[0].op != NEVER
    if each.op == "*":  # zero times an unknown
        return all(args) or any(
            could and not getattr(arg, "nonzero", False) for could, arg in zip(args, each.args, strict=True)
        )
    if each.op == "where":
        return any(args[1:])
    return any(args) if each.op in ("first", "&", "|", "known") else all(args)


def _partly(known: Known, each: Symbol) -> bool:
    if known.could(each):
        return True
    args = [known.partly(arg) for arg in each.args]
    if each.op in ("+", "-", "first"):
        return any(args)
    if each.op == "where":
        return any(args[1:])
    return all(args) if each.op in ("*", "/", "scale", "held") else False


def _times_whole(known: Any, lacks: Any, times: Any) -> nw.Expr:
    return literal(lacks) * literal(times) + literal(known) * 0.0  # null where one is


def _times(number: Any, times: float) -> Any:
    return number * times if number is not None else None


def is_guard(choice: Symbol) -> bool:
    """Tell whether a choice is the range of a formula."""
    no = choice.args[2]
    return isinstance(no, Missing) and no.reason == OUTSIDE


def is_cell(number: Any) -> bool:
    """Tell whether a number is what a cell says: where it is empty, nothing is said."""
    if not isinstance(number, Symbol):
        return False
    return number.op in ("column", WORDS) or (number.op in ("scale", "+", "first") and all(
        is_cell(each) for each in number.args if isinstance(each, Symbol)))  # fmt: skip


def _is_words(number: Any) -> bool:
    """Tell whether the values are words."""
    if isinstance(number, str):
        return True
    if not isinstance(number, Symbol):
        return False
    if number.op == WORDS:
        return True
    branches = number.args[1:] if number.op == "where" else number.args if number.op in ("first", "held") else ()
    return any(map(_is_words, branches))


def number_of(*told: object) -> float:
    """Return a number between 1 and 2 of its own for what is told."""
    return 1.0 + int.from_bytes(blake2b(repr(told).encode(), digest_size=6).digest()) / 2**48
