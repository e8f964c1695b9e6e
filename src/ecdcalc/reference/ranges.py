"""Plausible ranges: what a number can be at all, and what it usually is, from `data/ranges/`.

A row is of one or more claims, each `process:claim`; `*` is every process. A claim is an input by its path
(`energy.raw-coal.lhv`), an output (`=unit_energy`), or a quotient of two of them (`scrap / steel`, `co2 / =energy`).
A side of a quotient may be a product, and a share may count for what it leaves: `supplied / generation * 1-house_load`.
A row of `conditional.csv` stands under conditions (`when`: `vehicle == heavy-truck & fuel == diesel`): where they hold
it wins over the row that stands for all, and takes hard bounds that it does not have from that.
Beyond a hard bound a number cannot be, or is a slip of a thousand: an input is refused where the row says so, all else
is warned of. Zero is let in: it means "none". Published defaults are not held against ranges, only what a user gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import evolve, frozen

from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.ops import Number, at_least, at_most, is_missing, missing, root, where
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.clauses import Source
from ecdcalc.reference.conditions import Condition, condition
from ecdcalc.reference.files import OURS, Asked
from ecdcalc.reference.limits import Limit
from ecdcalc.words.texts import Text

EVERY = "*"
OUTPUT = "="
OVER = " / "
TIMES = " * "
LEFT_BY = "1-"
"""Before a share: what it leaves of the whole."""
USE = "activity / capacity"
"""The claim of a process that has both: what it makes over what it may make."""
_PLACE = re.compile(r"^(?P<process>[^.\[]+)(\[\d+\])?\.(reporting\.)?(?P<path>.+)$")
_FACTOR = 3.0
_WORDS = {"": "warn-range", "oxygen": "warn-oxygen", "relation": "warn-relation", "price": "warn-price"}
Bounds = tuple[tuple[str, float], ...]


@frozen
class Range:
    """Hard and usual bounds of a claim, in base units, None where there is none."""

    unit: Unit
    hard_low: float | None
    hard_high: float | None
    low: float | None
    high: float | None
    refuse: bool
    source: Source
    key: str = "warn-range"
    """The message of what is outside the usual range."""

    @property
    def beyond_key(self) -> str:
        """The message of what is beyond a hard bound: by expert knowledge alone nobody says that it cannot be."""
        return "warn-far" if self.source.grade == "C" and not self.refuse else "warn-impossible"

    def hard(self, of: Unit, *, positive: bool) -> tuple[tuple[str, float], ...]:
        """Return the bounds that refuse an input, in a unit of its kind; the lower one only of what must be positive.

        Zero means "none" where an input may be zero.
        """
        if not self.refuse or not self.unit.same_kind(of):
            return ()
        ends = ((">=", self.hard_low if positive or of.offset else None), ("<=", self.hard_high))
        return tuple((sign, float(f"{of.out(each):.10g}")) for sign, each in ends if each is not None)

    def beyond(self, reading: float, of: Unit, *, positive: bool) -> dict[str, Any] | None:
        """Return what refuses a number of base units in a unit of its kind, with the slip that would explain it."""
        for sign, bound in self.hard(of, positive=positive):
            if not meets(of.out(reading), sign, bound):
                slip = slip_of(reading, self.low, self.high, self.unit)
                return {"sign": sign, "bound": f"{bound:g}", "unit": of.text, "source": self.source, "slip": slip}
        return None

    def impossible(self, value: float) -> bool:
        """Tell whether a number that is not zero is beyond a hard bound."""
        bounds = ((">=", self.hard_low), ("<=", self.hard_high))
        return value != 0 and any(each is not None and not meets(value, sign, each) for sign, each in bounds)


@cache
def _ranges() -> Mapping[str, Mapping[str, Range]]:
    """Return the ranges that stand under no condition by process and claim, each made when it is asked for."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in OURS.rows("ranges", "plausible.csv"):
        for process, claim in _claims(row):
            found.setdefault(process, {})[claim] = row
    return {process: Asked(rows, _range) for process, rows in found.items()}


def _claims(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield process and claim of all that a row is of."""
    for each in row["inputs"].split(";"):
        process, _, claim = each.strip().partition(":")
        yield process, claim


@frozen
class Narrower:
    """A range of a claim that holds where all of its conditions do."""

    claim: str
    conditions: tuple[Condition, ...]
    range: Range


@cache
def _narrower() -> Mapping[str, tuple[Narrower, ...]]:
    """Return the ranges that stand under conditions, by process."""
    found: dict[str, list[Narrower]] = {}
    for row in OURS.rows("ranges", "conditional.csv"):
        for process, claim in _claims(row):
            conditions = tuple(condition(each) for each in row["when"].split(" & "))
            own = _within(_range(row), ranges_of(process).get(claim))
            found.setdefault(process, []).append(Narrower(claim, conditions, own))
    return {process: tuple(each) for process, each in found.items()}


def _within(own: Range, general: Range | None) -> Range:
    """Return a range with the hard bounds of one that stands for all, where it has none of its own."""
    if general is None or own.hard_low is not None or own.hard_high is not None:
        return own
    return evolve(own, hard_low=general.hard_low, hard_high=general.hard_high, refuse=general.refuse)


def narrower_of(process: str) -> tuple[Narrower, ...]:
    """Return the ranges of a process that stand under conditions."""
    return _narrower().get(process, ())


def _range(row: Mapping[str, str]) -> Range:
    of = unit(row["unit"])

    def bound(name: str) -> float | None:
        return of.base(float(row[name])) if row[name] else None

    return Range(
        of, bound("hard_low"), bound("hard_high"), bound("low"), bound("high"), row["refuse"] == "yes",
        Source(row["source"], row["confidence"]), _WORDS[row["words"]],
    )  # fmt: skip


@cache
def ranges_of(process: str) -> Mapping[str, Range]:
    """Return the ranges of a process by claim; its own rows win over those of every process."""
    return {**_ranges()[EVERY], **_ranges().get(process, {})}


def range_of(process: str, claim: str) -> Range | None:
    """Return the range of one claim of a process, None where there is none."""
    return _ranges().get(process, {}).get(claim) or _ranges()[EVERY].get(claim)


def range_at(place: str) -> Range | None:
    """Return the range of an input by its place in a plant file, such as `converter[0].energy.raw-coal.lhv`."""
    found = _PLACE.match(place)
    return range_of(found["process"], found["path"]) if found else None


_OF_SETS = {"grid": "energy.electricity.co2_factor", "supply-rate": "energy.electricity.primary_factor"}
_OF_ROWS = {"lhv": "lhv", "coal": "coal_factor", "carbon": "carbon_content", "oxidation": "oxidation"}


def range_of_factor(id: str) -> Range | None:
    """Return the range of the input of a carrier that a factor is the default of, None where it is of none."""
    name, _, row = id.partition("/")
    carrier, _, what = row.rpartition(".")
    return range_of(EVERY, _OF_SETS.get(name) or f"energy.{carrier}.{_OF_ROWS.get(what)}")


def hard_bounds(process: str, path: str, of: Unit | None, bounds: Bounds) -> Bounds:
    """Return the bounds of an input with those beyond which it cannot be: `bounds` are declared, all in its unit."""
    found = range_of(process, path) if of else None
    positive = any(sign == ">" for sign, _ in bounds)
    return _strictest((*bounds, *found.hard(of, positive=positive))) if found and of else bounds


def _strictest(bounds: Bounds) -> Bounds:
    """Return the one lower and the one upper bound that the others follow from."""
    lower = [each for each in bounds if each[0].startswith(">")]
    upper = [each for each in bounds if each[0].startswith("<")]
    low = sorted(lower, key=lambda each: (each[1], each[0] == ">"))[-1:]
    high = sorted(upper, key=lambda each: (each[1], each[0] == "<="))[:1]
    return (*low, *high)


def of_limit(limit: Limit) -> tuple[float, float] | None:
    """Return between what a specific consumption lies that is graded by a limit, None where it has no level.

    From a third of the strictest level to three times the loosest. Round a limit below zero (what gives energy out)
    the distances are those of the limit, never a ratio.
    """
    levels = [each for each in limit.levels if each is not None]
    if not levels:
        return None
    low, high = min(levels), max(levels)
    if low <= 0:
        low, high = low - 2 * abs(low), high + 2 * abs(high)
    else:
        low, high = low / _FACTOR, high * _FACTOR
    return limit.unit.base(low), limit.unit.base(high)


_AWAY = 10.0
"""How many times a number is outside its range where a slip is looked for; how many times nearer a slip brings it."""
_POWERS = ((1e8, 1e4, "slip-yi"), (1e4, 1e3, "slip-wan"), (1e3, _AWAY, "slip-thousand"))
"""Of each slip, the largest first: how many times it makes of a number, and the power below, which comes before it."""
_BY_UNIT = (("MJ", "slip-kj"), ("kJ", "slip-kj"), ("mg", "slip-mg"))
NO_SLIP = ""


def slip_of(value: float, low: float | None, high: float | None, of: Unit) -> Text | str:
    """Return the slip that would bring a number nearest to its range, an empty text where none brings it near."""
    return next((said for above, below, said in slips_of(low, high, of) if above < value < below), NO_SLIP)


def slips_of(low: Number, high: Number, of: Unit) -> Iterator[tuple[Number, Number, Text]]:
    """Yield each slip with above what and below what it is that of a number; the first of several is.

    A range without an end below, or with one that is not positive, is that of its other end.
    """
    low, high = high if low is None else low, low if high is None else high
    if of.offset or high is None:
        return
    low, high = where(low > 0, low, high), where(high > 0, high, missing("high"))
    if is_missing(high):
        return
    middle = root(low * high)
    for power, below, key in _POWERS:
        named, nearer = _named(key, of), root(below * power)
        more = at_least(at_least(below * high, nearer * middle), power * low / _AWAY)
        less = at_most(at_most(low / below, middle / nearer), _AWAY * high / power)
        yield more, _AWAY * power * high, Text(named, {"times": f"{power:,g}"})
        yield low / (_AWAY * power), less, Text(named, {"times": f"{1 / power:,g}"})


def _named(key: str, of: Unit) -> str:
    """Return the message of a slip: of a thousand, by the unit that is easily taken for another."""
    found = next((name for text, name in _BY_UNIT if text in of.text), key)
    return found if key == "slip-thousand" else key
