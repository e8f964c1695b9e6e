"""Defaults with a source: which published factor an input takes when the plant file does not give it.

A default never hides: every result lists it with document, clause, edition and grade.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from attrs import field, frozen

from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Reading, read_quantity
from ecdcalc.reference.conditions import Condition, condition
from ecdcalc.reference.factors import Factor, FactorTable
from ecdcalc.reference.warming import USUAL_REPORT

if TYPE_CHECKING:
    from ecdcalc.reference.limits import LimitTable
    from ecdcalc.reference.measures import OwnMeasureRow

COAL_EDITIONS = ("2020", "2008", "petro")
"""Tables of coal equivalents: both editions of GB/T 2589, and GB 30251-2024 for refining and petrochemicals.

What GB 30251 does not list is taken from GB/T 2589-2020.
"""

Record = Any
"""A record of inputs (`model.process.Record`): what decides between published values."""


@frozen
class Context:
    """What decides between published values: the tables, year (and month), place, coal edition, CO2 guide.

    `limits` is a user's own table of limits, None where the package's is used; `measures` a user's own measures.
    """

    factors: FactorTable = field(factory=FactorTable)
    limits: LimitTable | None = None
    year: int | None = None
    electricity_year: int | None = None
    grid_year: int | None = None
    province: str = ""
    coal_edition: str = "2020"
    co2_guide: str = "ndrc"
    measures: Mapping[str, OwnMeasureRow] = field(factory=dict)
    month: int | None = None
    warming: str = USUAL_REPORT

    @property
    def first_day(self) -> str:
        """The first day of the accounting period, ISO; empty where no year is given."""
        return f"{self.year}-{self.month or 1:02}-01" if self.year else ""

    @property
    def last_day(self) -> str:
        """The last day of the accounting period, ISO: what editions are chosen by."""
        if not self.year:
            return ""
        month = self.month or 12
        return f"{self.year}-{month:02}-{monthrange(self.year, month)[1]}"


Case = tuple[tuple[Condition, ...], str]
AnyCase = tuple[tuple[Condition, ...], str | Factor | Number]


class Default(Protocol):
    """Something that names, for one record, the factors that may apply, in order, each under conditions.

    A long table whose conditions are all words, and of which no two cases can hold together, may say
    `exclusive = True`: on the columns of a table it is then looked up and not tried case by case. A default
    whose `cases` reads a word of the record itself says so by its name, `by = "product"`.
    """

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return (conditions, factor) pairs; the first whose conditions hold is taken.

        A factor is an id, or the factor itself where the value stands in another table, such as a limit. What is
        computed from other inputs is a factor for one plant, and a number in base units for the columns of a table.
        """
        ...


@frozen
class Published:
    """A default that is one factor, or one of several by conditions on other inputs."""

    choices: tuple[Case, ...]

    def cases(self, record: Record, context: Context) -> tuple[Case, ...]:
        """Return the declared choices."""
        return self.choices


@frozen
class Assumed:
    """A default that is no published value but a stated assumption, such as "the device ran all the time"."""

    reading: Reading
    reason: str

    def cases(self, record: Record, context: Context) -> tuple[Case, ...]:
        """Return nothing: there is no factor."""
        return ()


def factor(id: str) -> Published:
    """Take one factor of `data/factors/`, as `set/row`."""
    return Published((((), id),))


def one_of(*choices: tuple[str, str]) -> Published:
    """Take the factor of the first condition that holds: `("capacity <= 100 MW", "nox/nx001")`.

    Conditions joined by ` & ` hold together; an empty one always holds.
    """
    return Published(
        tuple((tuple(condition(each) for each in text.split("&") if each.strip()), id) for text, id in choices)
    )


def assumed(text: str, reason: str) -> Assumed:
    """Assume a value, with the key of the text that says so in every result."""
    return Assumed(read_quantity(text), reason)


def choose(default: Default, record: Record, context: Context) -> str | Factor | Missing | None:
    """Return the factor (or its id) that applies to one plant, missing where a condition cannot be decided."""
    for conditions, id in default.cases(record, context):
        state: Number = True
        for each in conditions:
            state = each.holds(record) & state
            if state is False:
                break
        if isinstance(state, Missing):
            return state
        if state:
            return id
    return None
