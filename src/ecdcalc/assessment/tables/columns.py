"""From the columns of a table to a process of symbols: the same class that holds one plant.

A column is an input of the process by its path in a plant file (`coke`, `nox.concentration`,
`energy.coking-coal.lhv`), with its unit in brackets: `coke [万t]`. `reporting.` before the path is the state
after; what has no reporting column stays as it was. A null in a carrier column means that the plant does not
use the carrier, as a carrier that a plant file leaves out. Any other null is a missing value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

import narwhals as nw
from attrs import frozen

from ecdcalc.assessment.tables.flows import net
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.process import Field, Record, changed, fields_of, lift, unset_lines
from ecdcalc.numbers.compare import TOLERANCE
from ecdcalc.numbers.ops import Missing, Number, first_of, missing, where
from ecdcalc.numbers.partly import lacking, words
from ecdcalc.numbers.symbols import Graph, Symbol, literal
from ecdcalc.numbers.text_numbers import as_written
from ecdcalc.numbers.units import LARGEST, Unit
from ecdcalc.reference.conditions import Condition
from ecdcalc.reference.defaults import AnyCase, Assumed, Context, Default
from ecdcalc.reference.factors import Factor

Made = TypeVar("Made", bound=Record)

REPORTING = "reporting."
MEASURE = "measure"
CARRIERS = "energy."
_SEPARATOR = " "
_FEW = 8
_Closed = Literal["both", "left", "right", "none"]
_CLOSED: tuple[_Closed, ...] = ("none", "right", "left", "both")


@frozen
class Column:
    """One column of a table that is an input: its name there, what it is, and its unit."""

    name: str
    path: str
    field: Field
    unit: Unit | None
    reporting: bool
    text: bool = False
    """Whether the table holds numbers as text, as those of CSV files."""
    held: str = ""
    """The name under which the engine holds the column, where that is another."""
    numbers: str = ""
    """The column that holds the same as numbers, where the text was read before (`cells.py`)."""

    @property
    def here(self) -> nw.Expr:
        """The column as it stands in the table."""
        return nw.col(self.held or self.name)

    def number(self) -> nw.Expr:
        """Return the column as numbers in its own unit; null where it holds none."""
        if self.numbers:
            return nw.col(self.numbers)
        return (as_written(self.here) if self.text else self.here).cast(nw.Float64)

    @property
    def source(self) -> str:
        """The column that holds its numbers as such; none where they are read from text on the way."""
        return self.numbers or ("" if self.text or self.unit is None else self.held or self.name)

    def symbol(self, graph: Graph) -> Symbol:
        """Return the column in base units, or the word that it holds; rows that do not fit are not asked for."""
        if self.unit is None:
            return words(graph, self.here, self.name, nullable=not self.required)
        above = any(sign == ">" and bound >= 0 for sign, bound in self.field.bounds) and not self.unit.offset
        number = graph.column(self.number(), self.name, nullable=not self.required, nonzero=above)
        graph.sources |= {number.order: self.source} if self.source else {}
        return number * self.unit.factor + self.unit.offset

    @property
    def required(self) -> bool:
        """Whether a row must have it: what is no option, no carrier and no reporting value."""
        return not (self.field.optional or self.reporting or self.path.startswith(CARRIERS))

    def fits(self) -> nw.Expr:
        """Return whether a cell that is not empty can be used: a finite number within bounds, or a known word.

        One comparison a column, on the numbers as they stand: this is what a table is read for most often.
        """
        if self.unit is None:
            options = self.field.options
            if len(options) <= _FEW:  # comparing one by one is faster than looking up, while there are few
                return nw.any_horizontal(*(self.here == each for each in options), ignore_nulls=False)
            return self.here.is_in(options)
        low, high, closed = self.interval()
        inside = self.number().is_between(low, high, closed=closed)
        return inside.fill_null(False) if self.text else inside

    def interval(self) -> tuple[float, float, _Closed]:
        """Return the bounds in the column's own unit, with the tolerance of `compare.meets`."""
        assert self.unit is not None and self.field.unit is not None
        lows, highs = [(-LARGEST, True)], [(LARGEST, False)]  # of two bounds at one place, the open one holds
        for sign, bound in self.field.bounds:
            here = self.unit.out(self.field.unit.base(bound))
            slack = abs(here) * TOLERANCE
            if sign.startswith(">"):
                lows.append((here + (-slack if sign == ">=" else slack), sign == ">"))
            else:
                highs.append((here + (slack if sign == "<=" else -slack), sign == "<="))
        (low, open_low), (high, closed_high) = max(lows), min(highs)
        return low, high, _CLOSED[2 * (not open_low) + closed_high]


def label(name: str) -> str:
    """Return the name that an output has in results: that of a pollutant as printed."""
    return POLLUTANTS.get(name, name)


def inputs_of(cls: type[Record], prefix: str = "") -> dict[str, Field]:
    """Return every input of a process class by its path, carriers included."""
    found: dict[str, Field] = {}
    for field in fields_of(cls).values():
        path = f"{prefix}{field.key}"
        if field.kind == "part" and field.part:
            found |= inputs_of(field.part, f"{path}.")
        elif field.kind == "parts":
            for id in carrier_kinds():
                lines = inputs_of(carrier_class(id), f"{path}.{id}.")
                lines.pop(f"{path}.{id}.basis", None)  # chosen for all rows
                found |= lines | {f"{path}.{id}": lines[f"{path}.{id}.amount"]}
        elif field.kind != "text":
            found[path] = field
    return found


Given = Mapping[str, Symbol]
"""What a table gives for the inputs of a process, by path; null in the rows that do not say."""


def given_in(graph: Graph, columns: Iterable[Column], *, reporting: bool) -> Given:
    """Return what the baseline columns give, or the reporting columns."""
    return net({column.path: column.symbol(graph) for column in columns if column.reporting == reporting})


def unused_before(given: Given, reported: Given) -> dict[str, Number]:
    """Return what the baseline is of carriers that the reporting columns alone have: as reported, and none used."""
    had = {_carrier(path) for path in given}
    found = {path: value for path, value in reported.items() if path.startswith(CARRIERS) and _carrier(path) not in had}
    return {
        path: 0.0 if path in (here := f"{CARRIERS}{_carrier(path)}", f"{here}.amount") else value
        for path, value in found.items()
    }


def _carrier(path: str) -> str:
    return path.removeprefix(CARRIERS).partition(".")[0] if path.startswith(CARRIERS) else ""


Unknown = Callable[[Number, str, "Unit | None"], Number]
"""What makes an input that is not known, by its path and unit, an unknown."""


def unknown_in(graph: Graph) -> Unknown:
    """Return what makes unknowns of the inputs of a table; in a graph that tells none, they stay as they are."""

    def told(number: Number, path: str, of: Unit | None) -> Number:
        known = of is None or not (isinstance(number, Missing) or (isinstance(number, Symbol) and number.nullable))
        sourceless = isinstance(number, Missing) and number.reason
        return number if known or sourceless or of is None else lacking(graph, number, path, of.factor)

    return told if graph.lacks else lambda number, path, of: number


def baseline_of(cls: type[Made], given: Given, context: Context, unknown: Unknown) -> Made:
    """Return the process whose numbers are symbols of the baseline columns."""
    made = with_defaults(_made(cls, given, ""), context, given, "", unknown)
    return lift(made, lambda path, field, value, _: unknown(value, path, field.unit), "")


def reporting_of(process: Made, context: Context, before: Given, given: Given, unknown: Unknown) -> Made:
    """Return the process with the reporting columns in place, where they are not null.

    Defaults are looked up again, as the words that they hang on may have changed; `before` is what was given, by
    the table or by a measure, for the state that is changed.
    """
    said = {path: first_of(given[path], before[path]) if path in before else given[path] for path in given}
    return with_defaults(_replaced(process, given, ""), context, {**before, **said}, "", unknown)


def _made(cls: type[Made], given: Given, prefix: str) -> Made:
    values: dict[str, Any] = {}
    for name, field in fields_of(cls).items():
        path = f"{prefix}{field.key}"
        if field.kind == "part" and field.part:
            values[name] = _made(field.part, given, f"{path}.")
        elif field.kind == "parts":
            values[name] = _carriers(given, path, unset_lines(cls, name))
        elif field.kind != "text":
            values[name] = given.get(path, missing(path))
    return cls(**values)


def _carriers(given: Given, path: str, unset: Iterable[str]) -> dict[str, Any]:
    lines = {}
    for id in carrier_kinds():
        here = f"{path}.{id}"
        if here in given or f"{here}.amount" in given or id in unset:
            amount = given.get(here, given.get(f"{here}.amount", missing(here)))
            line = _made(carrier_class(id), given, f"{here}.")
            lines[id] = changed(line, carrier=id, amount=first_of(amount, 0.0))
    return lines


def with_defaults(record: Made, context: Context, given: Given, prefix: str, unknown: Unknown) -> Made:
    """Return the record with what is not given filled: words first, then by the factor that applies to each row."""
    record = _with_words(record)
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        path, value = f"{prefix}{field.key}", getattr(record, name)
        if field.kind == "part":
            values[name] = with_defaults(value, context, given, f"{path}.", unknown)
        elif field.kind == "parts":
            values[name] = {
                id: with_defaults(line, context, given, f"{path}.{id}.", unknown) for id, line in value.items()
            }
        elif field.kind == "quantity" and field.default is not None:
            default = unknown(default_of(field.default, record, context), path, field.unit)
            values[name] = first_of(given[path], default) if path in given else default
    return changed(record, **values)


def _with_words(record: Made) -> Made:
    """Return the record with the default words of its choices, which the factors may depend on."""
    values = {
        name: first_of(getattr(record, name), field.word)
        for name, field in fields_of(type(record)).items()
        if field.kind == "choice" and field.word is not None
    }
    return changed(record, **values)


def default_of(default: Default, record: Record, context: Context) -> Number:
    """Return the default of an input for each row: the first case whose conditions hold."""
    if isinstance(default, Assumed):
        return default.reading.value
    by = getattr(default, "by", "")
    found = _by_word(default, record, context, by) if by else default.cases(record, context)
    cases = [(conditions, _base(each, context)) for conditions, each in found]
    return looked_up(cases, record) if getattr(default, "exclusive", False) else picked(cases, record)


def picked(cases: Sequence[tuple[tuple[Condition, ...], Number]], record: Record, *, skip: bool = False) -> Number:
    """Return, for each row, the value of the first case whose conditions hold.

    A case that cannot be decided leaves the row without a value, or is passed over (`skip`).
    """
    result: Number = missing("")
    for conditions, value in reversed(cases):
        state: Any = True
        for each in conditions:
            state = each.holds(record) & state
        result = where(first_of(state, False) if skip else state, value, result)
    return result


def _by_word(default: Default, record: Record, context: Context, by: str) -> tuple[AnyCase, ...]:
    """Return the cases of a default that looks its value up by a word, for every word that there is."""
    options = fields_of(type(record))[by].options if by in fields_of(type(record)) else ()
    return tuple(
        ((Condition(by, "==", word, f"{by} == {word}"), *conditions), found)
        for word in options
        for conditions, found in default.cases(changed(record, **{by: word}), context)
    )


def looked_up(cases: Sequence[tuple[tuple[Condition, ...], Number]], record: Record) -> Number:
    """Return the same where all conditions are words and no two cases hold together: a look-up, not a chain."""
    if len(cases) <= _FEW:
        return picked(cases, record)
    tables: dict[tuple[str, ...], dict[str, Number]] = {}
    for conditions, value in cases:
        table = tables.setdefault(tuple(each.name for each in conditions), {})
        table[_SEPARATOR.join(str(each.value) for each in conditions)] = value
    return first_of(missing(""), *(_of_words(table, record, names) for names, table in tables.items()))


def _of_words(table: Mapping[str, Number], record: Record, names: tuple[str, ...]) -> Number:
    words = [getattr(record, name) for name in names]
    lacking = next((each for each in words if isinstance(each, Missing)), None)
    symbol = next((each for each in words if isinstance(each, Symbol)), None)
    if lacking is not None or symbol is None:
        return table.get(_SEPARATOR.join(words), missing("")) if lacking is None else lacking
    known = {key: value for key, value in table.items() if not isinstance(value, Missing)}

    def make(*words: nw.Expr | str) -> nw.Expr:
        joined = nw.concat_str([literal(each) for each in words], separator=_SEPARATOR)
        return joined.replace_strict([*known], [*known.values()], default=None, return_dtype=nw.Float64)

    return symbol.graph.call("look-up", make, *words, key=(names, *table.items()), nullable=True)


def _base(found: Any, context: Context) -> Number:
    if not isinstance(found, (str, Factor)):
        return found
    factor = found if isinstance(found, Factor) else context.factors.get(found)
    return missing(factor.id) if factor.base is None else factor.base


def _replaced(record: Made, given: Given, prefix: str) -> Made:
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        path, value = f"{prefix}{field.key}", getattr(record, name)
        if field.kind == "part":
            values[name] = _replaced(value, given, f"{path}.")
        elif field.kind == "parts":
            values[name] = {id: _line(line, given, f"{path}.{id}") for id, line in value.items()}
        elif path in given:
            values[name] = first_of(given[path], value)
    return changed(record, **values)


def _line(line: Made, given: Given, path: str) -> Made:
    amounts = {f"{path}.amount": given[path]} if path in given else {}
    return _replaced(line, {**given, **amounts}, f"{path}.")
