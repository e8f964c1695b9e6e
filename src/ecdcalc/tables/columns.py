"""From the columns of a table to a process of expressions: the same class that holds one plant.

A column is an input of the process by its path in a plant file (`coke`, `nox.concentration`,
`energy.coking-coal.lhv`), with its unit in brackets: `coke [万t]`. `reporting.` before the path is the state
after; what has no reporting column stays as it was. A null in a carrier column means that the plant does not
use the carrier, as a carrier that a plant file leaves out. Any other null is a missing value.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar

import narwhals as nw
from attrs import frozen

from ecdcalc.carriers import carrier_class, carrier_kinds
from ecdcalc.conditions import Condition
from ecdcalc.defaults import AnyCase, Assumed, Context, Default
from ecdcalc.errors import EcdcalcError, Problem, near
from ecdcalc.factors import Factor
from ecdcalc.ops import Missing, Number, keep, where
from ecdcalc.process import Field, Process, Record, changed, fields_of, unset_lines
from ecdcalc.tables.stages import is_null
from ecdcalc.units import Unit, unit

Made = TypeVar("Made", bound=Record)

REPORTING = "reporting."
MEASURE = "measure"
CARRIERS = "energy."
_HEADER = re.compile(r"(?P<path>.+?)\s*\[(?P<unit>[^\]]+)\]\s*$")
NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_NOTHING = "1"
_SEPARATOR = " "
_TOLERANCE = 1e-12
_Closed = Literal["both", "left", "right", "none"]
_CLOSED: dict[tuple[bool, bool], _Closed] = {
    (True, True): "both",
    (True, False): "left",
    (False, True): "right",
    (False, False): "none",
}


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

    @property
    def here(self) -> nw.Expr:
        """The column as it stands in the table."""
        return nw.col(self.held or self.name)

    def number(self) -> nw.Expr:
        """Return the column as numbers in its own unit; null where it holds none."""
        here = self.here
        if self.text:
            here = here.str.strip_chars()
            here = nw.when(here.str.contains(NUMBER)).then(here)
        return here.cast(nw.Float64)

    def expression(self) -> nw.Expr:
        """Return the column as base units, or as the word that it holds."""
        if self.unit is None:
            return self.here
        number = self.number()
        scaled = number if self.unit.factor == 1 else number * self.unit.factor
        return scaled + self.unit.offset if self.unit.offset else scaled

    @property
    def required(self) -> bool:
        """Whether a row must have it: what is no option, no carrier and no reporting value."""
        return not (self.field.optional or self.reporting or self.path.startswith(CARRIERS))

    def fits(self) -> nw.Expr:
        """Return whether a cell that is not empty can be used: a finite number within bounds, or a known word.

        One comparison a column, on the numbers as they stand: this is what a table is read for most often.
        """
        if self.unit is None:
            return self.here.is_in(list(self.field.options))
        low, high, closed = self._interval()
        inside = self.number().is_between(low, high, closed=closed)
        return inside.fill_null(False) if self.text else inside

    def _interval(self) -> tuple[float, float, _Closed]:
        """Return the bounds in the column's own unit, with the tolerance of `limits.meets`."""
        assert self.unit is not None and self.field.unit is not None
        low, high, closed_low, closed_high = -math.inf, math.inf, False, False
        for sign, bound in self.field.bounds:
            here = self.unit.out(self.field.unit.base(bound))
            slack = abs(here) * _TOLERANCE
            if sign.startswith(">"):
                low, closed_low = here + (-slack if sign == ">=" else slack), sign == ">="
            else:
                high, closed_high = here + (slack if sign == "<=" else -slack), sign == "<="
        return low, high, _CLOSED[closed_low, closed_high]


def not_above(value: nw.Expr, bound: Number) -> nw.Expr:
    """Return whether `value <= bound`, with the tolerance of `limits.meets`."""
    return value - bound <= value.abs() * _TOLERANCE


def output_of(record: Record, name: str) -> nw.Expr | None:
    """Return a field or an output as an expression, None where it has no source for any row."""
    value = getattr(record, name)
    return None if isinstance(value, Missing) or is_null(value) else expression(value)


def expression(value: Number) -> nw.Expr:
    """Return a number or a word that is the same for the whole table as an expression."""
    return value if isinstance(value, nw.Expr) else nw.lit(value)


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
                found |= lines | {f"{path}.{id}": lines[f"{path}.{id}.amount"]}
        elif field.kind != "text":
            found[path] = field
    return found


def read_columns(
    cls: type[Process], names: Iterable[str], units: Mapping[str, str] | None = None
) -> tuple[list[Column], list[Problem]]:
    """Tell which columns are inputs of the process, and what is wrong with them.

    `units` gives units by column name, for tables without them in the header. Columns that are no inputs
    are left alone, but one that nearly is an input is a mistake.
    """
    inputs = inputs_of(cls)
    found: list[Column] = []
    problems: list[Problem] = []
    for name in names:
        if name.startswith(f"{MEASURE}."):  # see `measures.py`
            continue
        match = _HEADER.match(name)
        bare, text = (match["path"], match["unit"]) if match else (name, (units or {}).get(name, ""))
        path = bare.removeprefix(REPORTING)
        field = inputs.get(path)
        if field is None:
            guess = near(path, [*inputs]) if match or bare != path else None
            if guess:
                problems.append(Problem(name, "unknown-key-near", {"near": guess}))
            continue
        try:
            found.append(Column(name, path, field, _unit(name, field, text), bare != path))
        except EcdcalcError as error:
            problems.append(Problem(name, error.key, error.values))
    given = {column.path for column in found if not column.reporting} | {problem.place for problem in problems}
    problems += [
        Problem(path, "column-required", {"example": f"{path} [{field.unit.text}]" if field.unit else path})
        for path, field in inputs.items()
        if not field.optional and path not in given and CARRIERS not in path
    ]
    return found, problems


def _unit(name: str, field: Field, text: str) -> Unit | None:
    if field.unit is None:
        return None
    if not text and field.unit.dimension:
        raise EcdcalcError("column-without-unit", example=f"{name} [{field.unit.text}]")
    given = unit(text or _NOTHING)
    if not given.same_kind(field.unit):
        raise EcdcalcError("unit-kind", found=name, asked=field.unit.text, example=f"{name} [{field.unit.text}]")
    return given


Given = Mapping[str, nw.Expr]
"""What a table gives for the inputs of a process, by path; null in the rows that do not say."""


def given_in(columns: Iterable[Column], *, reporting: bool) -> Given:
    """Return what the baseline columns give, or the reporting columns."""
    return {column.path: keep(column.expression()) for column in columns if column.reporting == reporting}


def baseline_of(cls: type[Made], given: Given, context: Context) -> Made:
    """Return the process whose numbers are expressions on the baseline columns."""
    return with_defaults(_made(cls, given, ""), context, given, "")


def reporting_of(process: Made, context: Context, before: Given, given: Given) -> Made:
    """Return the process with the reporting columns in place, where they are not null.

    Defaults are looked up again, as the words that they hang on may have changed; `before` is what was given, by
    the table or by a measure, for the state that is changed.
    """
    said = {path: nw.coalesce(given[path], before[path]) if path in before else given[path] for path in given}
    return with_defaults(_replaced(process, given, ""), context, {**before, **said}, "")


def _made(cls: type[Made], given: Given, prefix: str) -> Made:
    values: dict[str, Any] = {}
    for name, field in fields_of(cls).items():
        path = f"{prefix}{field.key}"
        if field.kind == "part" and field.part:
            values[name] = _made(field.part, given, f"{path}.")
        elif field.kind == "parts":
            values[name] = _carriers(given, path, unset_lines(cls, name))
        elif field.kind != "text":
            values[name] = given.get(path, _null(field))
    return cls(**values)


def _null(field: Field) -> nw.Expr:
    return nw.lit(None).cast(nw.Float64 if field.kind == "quantity" else nw.String)


def _carriers(given: Given, path: str, unset: Iterable[str]) -> dict[str, Any]:
    lines = {}
    for id in carrier_kinds():
        here = f"{path}.{id}"
        if here in given or f"{here}.amount" in given or id in unset:
            amount = given.get(here, given.get(f"{here}.amount", nw.lit(0.0)))
            line = _made(carrier_class(id), {**given, f"{here}.amount": amount.fill_null(0)}, f"{here}.")
            lines[id] = changed(line, carrier=id)
    return lines


def with_defaults(record: Made, context: Context, given: Given, prefix: str) -> Made:
    """Return the record with what is not given filled: words first, then by the factor that applies to each row."""
    record = _with_words(record)
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        path, value = f"{prefix}{field.key}", getattr(record, name)
        if field.kind == "part":
            values[name] = with_defaults(value, context, given, f"{path}.")
        elif field.kind == "parts":
            values[name] = {id: with_defaults(line, context, given, f"{path}.{id}.") for id, line in value.items()}
        elif field.kind == "quantity" and field.default is not None:
            default = default_expression(field.default, record, context)
            values[name] = keep(nw.coalesce(given[path], default) if path in given else default)
    return changed(record, **values)


def _with_words(record: Made) -> Made:
    """Return the record with the default words of its choices, which the factors may depend on."""
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if field.kind == "choice" and field.word is not None and isinstance(value, nw.Expr):
            values[name] = nw.lit(field.word) if is_null(value) else keep(value.fill_null(field.word))
    return changed(record, **values)


def default_expression(default: Default, record: Record, context: Context) -> Number:
    """Return the default of an input for each row: the first case whose conditions hold."""
    if isinstance(default, Assumed):
        return nw.lit(default.reading.value)
    by = getattr(default, "by", "")
    cases = _by_word(default, record, context, by) if by else default.cases(record, context)
    if getattr(default, "exclusive", False):
        return _looked_up(cases, record, context)
    result: Number = nw.lit(None).cast(nw.Float64)
    for conditions, found in reversed(cases):
        value = nw.lit(_base(found, context)).cast(nw.Float64)
        state: Number = None
        for each in conditions:
            holds = each.holds(record)
            state = holds if state is None else state & holds
        result = value if state is None else keep(where(state, value, result))
    return result


def _by_word(default: Default, record: Record, context: Context, by: str) -> tuple[AnyCase, ...]:
    """Return the cases of a default that looks its value up by a word, for every word that there is."""
    options = fields_of(type(record))[by].options if by in fields_of(type(record)) else ()
    return tuple(
        ((Condition(by, "==", word, f"{by} == {word}"), *conditions), found)
        for word in options
        for conditions, found in default.cases(changed(record, **{by: word}), context)
    )


def _looked_up(cases: Iterable[AnyCase], record: Record, context: Context) -> nw.Expr:
    """Return the default of a long table whose cases are words and exclude each other: a look-up, not a chain."""
    tables: dict[tuple[str, ...], dict[str, float | None]] = {}
    for conditions, found in cases:
        table = tables.setdefault(tuple(each.name for each in conditions), {})
        table[_SEPARATOR.join(str(each.value) for each in conditions)] = _base(found, context)
    looked_up = [
        nw.concat_str([expression(getattr(record, name)) for name in names], separator=_SEPARATOR).replace_strict(
            [*table], [*table.values()], default=None, return_dtype=nw.Float64
        )
        for names, table in tables.items()
    ]
    return nw.coalesce(*looked_up, nw.lit(None).cast(nw.Float64))


def _base(found: str | Factor, context: Context) -> float | None:
    return (found if isinstance(found, Factor) else context.factors.get(found)).base


def _replaced(record: Made, given: Given, prefix: str) -> Made:
    values: dict[str, Any] = {}
    for name, field in fields_of(type(record)).items():
        path, value = f"{prefix}{field.key}", getattr(record, name)
        if field.kind == "part":
            values[name] = _replaced(value, given, f"{path}.")
        elif field.kind == "parts":
            values[name] = {id: _line(line, given, f"{path}.{id}") for id, line in value.items()}
        elif path in given:
            values[name] = keep(nw.coalesce(given[path], value))
    return changed(record, **values)


def _line(line: Made, given: Given, path: str) -> Made:
    amounts = {f"{path}.amount": given[path]} if path in given else {}
    return _replaced(line, {**given, **amounts}, f"{path}.")
