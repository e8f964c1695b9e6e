"""Formulas: a body in plain arithmetic, its units in the type hints, its source, its proof.

`@formula` makes a free function of published physics, `@output` a result of a process. Both bodies follow
three rules, which `ecdcalc.testing` checks: no numeric literals but 0, 1 and integer exponents; no `if` on
values (`ops.where` and its kin); no NumPy functions.

A body works on bare numbers in coherent base units. `Formula.of` is the door: it takes texts with units and
gives the result in its declared unit. An `empirical` body sees numbers in its declared units instead.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import isfinite
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar, cast, get_args, get_origin, overload
from warnings import warn

from attrs import field, frozen

from ecdcalc.numbers.algebra import STRAYED, algebra_of, plain
from ecdcalc.numbers.by_class import by_class
from ecdcalc.numbers.ops import Missing, Number, impossible, only_where
from ecdcalc.numbers.units import Unit, read_quantity, unit
from ecdcalc.numbers.validity import OUTSIDE, RESULT, TOO_LARGE, UNDEFINED, NoValueError, Outside, Range, read_range
from ecdcalc.numbers.value import Value, quantity_of
from ecdcalc.words.errors import EcdcalcError, InputError, PluginError, Problem, ValidityWarning

Result = TypeVar("Result")

_SCALARS = {float, int, Missing}


def unit_of_hint(hint: Any) -> Unit | None:
    """Return the unit in `Annotated[float, "kgce/t"]`, or None where the hint carries none."""
    if get_origin(hint) is Annotated:
        return next((unit(each) for each in get_args(hint)[1:] if isinstance(each, str)), None)
    return None


def hint_of(hint: Any, names: dict[str, Any]) -> Any:
    """Return a hint of code; where it is a text, it is read with the `names` of its module.

    `typing.get_type_hints` would read those of all bases of a class too, for each class again.
    """
    if not isinstance(hint, str):
        return hint
    return names[hint] if hint in names else eval(hint, names)


def first_sentence(docstring: str | None) -> str:
    """Return the first line of a docstring without its full stop: the English label."""
    return (docstring or "").strip().partition("\n")[0].rstrip(".")


@frozen(eq=False, slots=False)
class Formula:
    """A free function of published physics; call it with bare numbers in base units, or `.of(...)` with texts."""

    body: Callable[..., Any]
    cites: str
    zh: str
    empirical: bool = False
    valid: Mapping[str, str] = field(factory=dict)
    defined: Mapping[str, str] = field(factory=dict)
    error: str = ""
    method: ClassVar[str] = ""

    @property
    def name(self) -> str:
        """The name of the function."""
        return self.body.__name__

    @cached_property
    def en(self) -> str:
        """The English label."""
        return first_sentence(self.body.__doc__)

    @cached_property
    def inputs(self) -> dict[str, Unit]:
        """The unit of each argument."""
        return {name: self._unit(name) for name in inspect.signature(self.body).parameters}

    @cached_property
    def unit(self) -> Unit:
        """The unit of the result."""
        return self._unit("return")

    @cached_property
    def ranges(self) -> tuple[Range, ...]:
        """What must lie where: first where the formula has a meaning, then where its error is as stated."""
        units = {**self.inputs, RESULT: self.unit}
        return tuple(
            read_range(of, text, units.get(of), meaning=meaning)
            for texts, meaning in ((self.defined, True), (self.valid, False))
            for of, text in texts.items()
        )

    def outside(self, numbers: Mapping[str, Number], result: Number = None) -> tuple[Outside, ...]:
        """Return what lies outside the ranges, of numbers in base units or terms; what is missing lies nowhere."""
        if not self.ranges:
            return ()
        bare = {name: plain(number) for name, number in numbers.items()}
        made = plain(result)
        found = ((each, each.number(bare, made)) for each in self.ranges)
        return tuple(
            Outside(self, each, number)
            for each, number in found
            if isinstance(number, float | int) and not each.holds(number)
        )

    def _unit(self, name: str) -> Unit:
        found = unit_of_hint(hint_of(self.body.__annotations__.get(name), self.body.__globals__))
        if found is None:
            raise PluginError("formula-without-unit", formula=self.name, argument=name)
        return found

    def __call__(self, **numbers: Number) -> Any:
        """Run the body on bare numbers in base units (or arrays, Narwhals expressions, quantities, terms, symbols)."""
        kinds = {type(number) for number in numbers.values()}
        if kinds <= _SCALARS:
            return self._one(numbers)
        libraries = {kind.__module__.partition(".")[0] for kind in kinds}
        if "narwhals" in libraries:
            from ecdcalc.numbers.expressions import on_expressions

            return on_expressions(self, numbers)
        if "pint" in libraries:
            return self._on_quantities(numbers)
        algebra = algebra_of(*numbers.values())
        if not algebra.deferred and all(
            isinstance(plain(number), float | int | Missing) for number in numbers.values()
        ):
            return self._one(numbers)
        value = self._run(numbers)
        for each in self.ranges:
            if each.meaning and (number := each.number(numbers)) is not None:
                value = only_where(each.holds(number), value, OUTSIDE)
        if self.ranges:
            algebra_of(value).note(value, self, numbers)
        return algebra.name(value, self.name, self) if algebra_of(value).keeps_names else value

    def _on_quantities(self, numbers: Mapping[str, Number]) -> Any:
        """Run the body on quantities: missing, with its unit, where there is no value."""
        bare = {name: _bare(number) for name, number in numbers.items()}
        if any(each.range.meaning for each in self.outside(bare)):
            return quantity_of(impossible(OUTSIDE), self.unit)
        try:
            return self._run(numbers)
        except NoValueError as error:
            return quantity_of(impossible(error.reason), self.unit)

    def _run(self, numbers: Mapping[str, Number]) -> Number:
        return run_declared(self, numbers) if self.empirical else self.body(**numbers)

    def _one(self, numbers: Mapping[str, Number]) -> Any:
        """Run the body on floats or terms: a number, or missing with the reason why there is none."""
        if any(each.range.meaning for each in self.outside(numbers)):
            value = self._nothing(numbers, OUTSIDE)
        else:
            try:
                value = self._run(numbers)
            except ZeroDivisionError:
                value = self._nothing(numbers, "zero-denominator")
            except OverflowError:
                value = self._nothing(numbers, TOO_LARGE)
            except NoValueError as error:
                value = self._nothing(numbers, error.reason)
            except (ValueError, TypeError) as error:
                if isinstance(error, EcdcalcError) or (isinstance(error, TypeError) and "complex" not in str(error)):
                    raise
                value = self._nothing(numbers, UNDEFINED)
            bare = plain(value)
            if isinstance(bare, complex):
                value = self._nothing(numbers, UNDEFINED)
            elif isinstance(bare, float) and not isfinite(bare):
                value = self._nothing(numbers, TOO_LARGE)
        algebra = algebra_of(value)
        if not algebra.keeps_names:
            return value
        named = algebra.name(value, self.name, self)
        named.ranges, named.outside = self.ranges, self.outside(numbers, value)
        if named.outside and (told := STRAYED.get()):
            told()
        return named

    def _nothing(self, numbers: Mapping[str, Number], reason: str) -> Number:
        """Return what has no value, with its inputs where these are kept."""
        return algebra_of(*numbers.values()).look_up(self.name, lambda *_: impossible(reason), numbers)

    def of(self, **texts: str | float) -> Value:
        """Read each argument from text such as `"35 t/h"`, run the body, return the result in its unit.

        Raises `InputError` where there is none; warns (`ValidityWarning`) where it only loses precision.
        """
        numbers, problems = {}, []
        for name, asked in self.inputs.items():
            if name not in texts:
                problems.append(Problem(name, "required", {"example": f"1 {asked.text}"}))
                continue
            try:
                numbers[name] = read_quantity(str(texts[name]), asked).value
            except EcdcalcError as error:
                problems.append(Problem(name, error.key, error.values))
        problems += [
            Problem(name, "unknown-key", {"near": ", ".join(self.inputs)}) for name in texts if name not in self.inputs
        ]
        if problems:
            raise InputError(problems)
        value = self(**numbers)
        outside = self.outside(numbers, value)
        if isinstance(value, Missing):
            raise InputError(self._refused(numbers, value.reason, outside))
        if outside:
            warn(ValidityWarning([each.problem() for each in outside]), stacklevel=2)
        return Value(self.unit.told(value), self.unit.text)

    def _refused(self, numbers: Mapping[str, float], reason: str, outside: Sequence[Outside]) -> list[Problem]:
        """Return why there is no value: what lies outside the range of a meaning, else the reason that was met."""
        if reason == OUTSIDE and (found := [each.problem() for each in outside if each.range.meaning]):
            return found
        zeros = [name for name, number in numbers.items() if number == 0]
        return [Problem(self.name, reason, {"names": ", ".join(zeros) or "?"})]


def run_declared(formula: Formula, numbers: Mapping[str, Number]) -> Number:
    """Run an empirical body on numbers in its declared units and return base units.

    Quantities are taken apart and put together again: the body of a correlation knows no units.
    """
    quantity = any(type(number).__module__.startswith("pint") for number in numbers.values())
    plain = {name: _bare(number) for name, number in numbers.items()}
    declared = {name: _out(formula.inputs[name], number) for name, number in plain.items()}
    result = formula.unit.base(formula.body(**declared))
    return quantity_of(result, formula.unit) if quantity else result


def _out(of: Unit, number: Number) -> Number:
    return number if isinstance(number, Missing) else of.out(number)


def _bare(number: Number) -> Number:
    return number.to_root_units().magnitude if type(number).__module__.startswith("pint") else number


def formula(
    *,
    cites: str,
    zh: str,
    empirical: bool = False,
    valid: Mapping[str, str] | None = None,
    defined: Mapping[str, str] | None = None,
    error: str = "",
) -> Callable[[Callable[..., Any]], Formula]:
    """Declare a free function as a formula, with the document and clause that it comes from.

    `valid` and `defined` are ranges of its arguments, of what follows from them, and of its result
    (`numbers.validity`): outside the first it loses precision, outside the second it has no meaning. `error` is its
    known error inside.
    """

    def declare(body: Callable[..., Any]) -> Formula:
        made = Formula(body, cites, zh, empirical, valid or {}, defined or {}, error)
        object.__setattr__(made, "__doc__", body.__doc__)
        object.__setattr__(made, "__module__", body.__module__)
        return made

    return declare


class Output:
    """A result of a process: computed from its fields on first use, then kept."""

    def __init__(
        self,
        body: Callable[[Any], Any],
        *,
        cites: str,
        zh: str,
        en: str,
        extensive: bool,
        adjusted: bool,
        method: str = "",
        shown: bool | None = None,
    ) -> None:
        self.body = body
        self.cites = cites
        self.zh = zh
        self.en = en or first_sentence(body.__doc__)
        self.extensive = extensive
        self.adjusted = adjusted
        self.method = method
        self.shown = shown
        self.name = body.__name__
        self.__doc__ = body.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name, and the kind of evidence of the output that this one overrides, unless it has its own."""
        self.name = name
        overridden = (vars(base).get(name) for base in owner.__mro__[1:])
        self.method = self.method or next((each.method for each in overridden if isinstance(each, Output)), "")

    @cached_property
    def unit(self) -> Unit:
        """The unit of the result, from the return hint."""
        found = unit_of_hint(hint_of(self.body.__annotations__.get("return"), self.body.__globals__))
        if found is None:
            raise PluginError("formula-without-unit", formula=self.body.__qualname__, argument="return")
        return found

    @overload
    def __get__(self, instance: None, owner: type) -> Output: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Any: ...
    def __get__(self, instance: object | None, owner: type) -> Any:
        if instance is None:
            return self
        value = self.body(instance)
        algebra = algebra_of(value)
        if algebra.keeps_names:
            place = getattr(instance, "place", "")
            value = algebra.name(value, f"{place}.{self.name}" if place else self.name, self)
        instance.__dict__[self.name] = value  # a plain attribute from now on
        return value


def output(
    *,
    zh: str,
    en: str = "",
    cites: str = "definition",
    extensive: bool = False,
    adjusted: bool = True,
    method: str = "",
    shown: bool | None = None,
) -> Callable[[Callable[[Any], Result]], Result]:
    """Declare a method as an output of its process.

    `cites` is `document#clause` of `data/sources.toml` (or "definition" for an identity). An `extensive`
    output adds up over processes and is saved or reduced: energy, electricity, pollutants. Its baseline is
    adjusted to the reporting activity, unless `adjusted` is false: then the two states are compared as they
    are, as for a sewage works, whose added volume is itself the reduction. `method` is the kind of evidence that
    an emission is found by when it is found this way: "monitoring", "balance", "factor" or "stated". `shown` puts it
    among the results of its process in a report, or keeps it out; where nothing is said, what a process computes
    itself is shown, and what the parts that it is made of compute is not. To a type
    checker the output is the number that it gives.
    """

    def declare(body: Callable[[Any], Result]) -> Result:
        made = Output(
            body, cites=cites, zh=zh, en=en, extensive=extensive, adjusted=adjusted, method=method, shown=shown
        )
        return cast("Result", made)

    return declare


def value_of(record: Any, name: str) -> Any:
    """Return a field or an output of a record; missing where it divides by zero or is too large for a number."""
    try:
        return getattr(record, name)
    except (ZeroDivisionError, OverflowError):
        return Missing(frozenset(), "zero-denominator")


@by_class
def outputs_of(cls: type) -> Mapping[str, Output]:
    """Return the outputs of a process class, base classes first, each name once."""
    found: dict[str, Output] = {}
    for base in reversed(cls.__mro__):
        for name, attribute in vars(base).items():
            if isinstance(attribute, Output):
                found[name] = attribute
            else:
                found.pop(name, None)
    return MappingProxyType(found)
