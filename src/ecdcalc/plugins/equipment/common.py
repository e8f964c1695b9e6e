"""What equipment shares: constants and steam properties as defaults, adjustment to the service that is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import frozen

from ecdcalc.equations import steam as properties
from ecdcalc.equations.constants import Constant
from ecdcalc.plugin import (
    AnyCase,
    Condition,
    Context,
    Factor,
    Formula,
    Hours,
    Kilowatts,
    Missing,
    Number,
    Process,
    Record,
    Share,
    algebra_of,
    assumed,
    condition,
    missing,
    plain,
    quantity,
    record,
    unit,
    where,
)

Found = tuple[AnyCase, ...]

NO_EMISSIONS = dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "equipment-elsewhere")
"""Equipment without fuel: what it emits is emitted where its energy is made."""

NO_WATER = dict.fromkeys(("cod", "nh3n"), "equipment-no-water")


@frozen
class OfConstants:
    """A default that is a published constant or coefficient of the equations, by conditions on other inputs."""

    choices: Found

    def cases(self, record: Record, context: Context) -> Found:
        """Return the declared choices."""
        return self.choices


def constant(of: Constant, confidence: str = "A") -> OfConstants:
    """Take one constant of the equations."""
    return OfConstants((((), _factor(of, confidence)),))


def constants(*choices: tuple[str, Constant], confidence: str = "B") -> OfConstants:
    """Take the constant of the first condition that holds."""
    return OfConstants(tuple(((condition(text),), _factor(of, confidence)) for text, of in choices))


def _factor(of: Constant, confidence: str) -> Factor:
    document, _, clause = of.cites.partition("#")
    slug = of.en.lower().replace(",", "").replace(" ", "-")
    return _made(f"equations/{slug}", of.zh, of.en, of.value, of.unit, document, clause, confidence)


def _made(
    id: str, zh: str, en: str, value: float | None, of: str, document: str, clause: str, confidence: str
) -> Factor:
    return Factor(
        id=id, zh=zh, en=en, value=value, low=None, high=None, unit=unit(of), per="", edition="", year="", region="",
        pollutant="", condition="", document=document, clause=clause, confidence=confidence, note="",
    )  # fmt: skip


@frozen
class LookUp:
    """One look-up: the formula, which fields it takes, and the conditions (joined by &) under which it applies."""

    formula: Formula
    fields: Mapping[str, str]
    when: str = ""


@frozen
class LookedUp:
    """A default that is looked up from other inputs: a property of steam or water, the efficiency of a class.

    Outside the range of the formulation, or without the library, it is not there, with the reason.
    """

    choices: tuple[LookUp, ...]
    confidence: str = "A"

    def cases(self, record: Record, context: Context) -> Found:
        """Return each look-up with its conditions: what it takes must be given."""
        return tuple((self._conditions(each), self._value(each, record)) for each in self.choices)

    def _conditions(self, look_up: LookUp) -> tuple[Condition, ...]:
        given = tuple(Condition(name, ">", 0.0, f"{name} > 0") for name in look_up.fields.values())
        return (*(condition(each) for each in look_up.when.split("&") if each.strip()), *given)

    def _value(self, look_up: LookUp, record: Record) -> Factor | Number:
        formula = look_up.formula
        numbers = {argument: getattr(record, name) for argument, name in look_up.fields.items()}
        if algebra_of(*numbers.values()).deferred:
            return formula(**numbers)
        value = _run(formula, numbers)
        if isinstance(value, Missing):
            return value
        document, _, clause = formula.cites.partition("#")
        name = f"{document}/{formula.name}"
        return _made(name, formula.zh, formula.en, value, formula.unit.text, document, clause, self.confidence)


def _run(formula: Formula, numbers: Mapping[str, Any]) -> float | Missing:
    """Return a property in the unit of its formula; missing where it cannot be looked up."""
    gap = next((each for each in numbers.values() if isinstance(each, Missing)), None)
    if gap is not None:
        return gap
    found = formula(**numbers)
    return found if isinstance(found, Missing) else formula.unit.out(float(found))


def looked_up(*choices: tuple[str, Formula, Mapping[str, str]], confidence: str = "A") -> LookedUp:
    """Look a value up by the first choice (conditions, formula, fields) whose conditions hold."""
    return LookedUp(tuple(LookUp(formula, fields, when) for when, formula, fields in choices), confidence)


@record
class Service(Process):
    """Equipment that gives a service; the baseline is adjusted to the service of the reporting state."""

    service: ClassVar[tuple[str, ...]] = ()
    """The numbers whose product is the service given in the period."""

    def scale_to(self, reporting: Any) -> Number:
        """Return the service of the reporting state over that of this one."""
        scale: Number = 1.0
        for name in self.service:
            before = getattr(self, name)
            scale = scale * (getattr(reporting, name) / where(before == 0, missing(name), before))
        return scale


@record
class Running(Record):
    """How long equipment runs."""

    hours: Hours = quantity(zh="运行时间", en="Running time in the year", gt=0, le=8784)


@record
class Metered(Record):
    """Power measured at the terminals; it stands before what follows from the model."""

    power: Kilowatts = quantity(zh="实测输入功率（平均）", en="Measured mean power drawn", gt=0, optional=True)


@record
class Plated(Metered):
    """A machine with what its plate says that it draws; it draws no more, on the mean."""

    rated_input: Kilowatts = quantity(zh="铭牌输入功率", en="Power drawn at the rating (plate)", gt=0, optional=True)


@record
class Supplied(Record):
    """How much heat the supply takes for what is used here."""

    supply_efficiency: Share = quantity(
        zh="供热效率（锅炉与管网）",
        en="Efficiency of the supply (boiler and network)",
        gt=0,
        le=100,
        default=assumed("100 %", "equipment-heat-at-use"),
    )


def water_enthalpy(pressure: Number, temperature: Number, like: Number) -> Number:
    """Return the enthalpy of water; missing, of the kind of `like`, where it cannot be looked up."""
    found = properties.enthalpy(pressure=pressure, temperature=temperature)
    gap = plain(found)
    return like * Missing(frozenset({"feedwater_enthalpy"}), gap.reason) if isinstance(gap, Missing) else found
