"""Measures: retrofits as pure functions from a process to the changed process.

Savings, co-benefits, energy penalties and grades all come from running the same outputs on both states, so
measures stack without adding up what overlaps. What a measure saves by default, its cost and its life are a
row of `data/measures/measures.csv` with source and grade; the plant file may give its own value.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

from attrs import field, frozen

from ecdcalc.model.parts.carriers import with_power
from ecdcalc.model.parts.natural_constants import FLAME
from ecdcalc.numbers.formula import hint_of, unit_of_hint
from ecdcalc.numbers.units import Reading, Unit, unit
from ecdcalc.reference.conditions import Condition, condition
from ecdcalc.reference.defaults import Published
from ecdcalc.reference.measures import MeasureRow, measure_rows
from ecdcalc.words.errors import NotFoundError, PluginError, Problem, near
from ecdcalc.words.texts import Both

POWER = {"power_efficiency": unit("%"), "heat_temperature": unit("°C")}
"""What is asked beside, where the heat that a measure saves becomes electricity; the law on it is in `laws.py`."""

_HEAT = {"heat": "", "fuel": f"{FLAME} °C"}


@frozen(slots=False)
class Measure:
    """A retrofit of one kind of process.

    `saves` is what a measure saves on the carrier that is named, where that is heat: "fuel", "heat", or heat of a
    temperature ("1000 °C"). It becomes electricity only by an efficiency.
    """

    key: str
    on: type[Any]
    body: Callable[..., Any]
    carrier: str
    applies: tuple[Condition, ...]
    defaults: Mapping[str, Published] = field(factory=dict)
    saves: str = ""

    def __reduce__(self) -> tuple[object, ...]:  # a measure is what its module calls by the name of its body
        return _of_module, (self.body.__module__, self.body.__name__)

    @cached_property
    def row(self) -> MeasureRow:
        """Its row of the library. Raises `NotFoundError` where there is none."""
        if self.key not in measure_rows():
            raise NotFoundError("measure-unknown", found=self.key, near=near(self.key, [*measure_rows()]) or "–")
        return measure_rows()[self.key]

    @property
    def id(self) -> str:
        """The readable name, as written in a plant file."""
        return self.row.slug

    @property
    def spoken(self) -> Both:
        """What messages call it: its readable name, in Chinese its Chinese one."""
        return Both(self.id, self.row.label("zh"))

    @cached_property
    def parameters(self) -> dict[str, Unit]:
        """The unit of each parameter."""
        hints, known = self.body.__annotations__, self.body.__globals__
        names = [
            name for name, each in inspect.signature(self.body).parameters.items() if each.kind is each.KEYWORD_ONLY
        ]
        return {name: self._unit(name, hint_of(hints.get(name), known)) for name in names if name != "carrier"}

    @cached_property
    def takes_carrier(self) -> bool:
        """Whether the plant file may say which carrier is saved."""
        return "carrier" in inspect.signature(self.body).parameters

    @property
    def own(self) -> bool:
        """Whether it is the user's, and not of a sector."""
        return False

    @property
    def given(self) -> Mapping[str, Reading]:
        """What it says of its parameters itself, where it is the user's own."""
        return {}

    @property
    def cost(self) -> float | None:
        """Its investment, where it is the user's own and says so."""
        return None

    def lost(self, before: Any, after: Any) -> Iterable[Problem]:
        """Return what it says and does not do to a process."""
        return ()

    @property
    def brings(self) -> tuple[str, ...]:
        """The carriers that it may give to a process that had none of them."""
        return ()

    def makes_power(self, carrier: str) -> bool:
        """Tell whether heat becomes electricity where that carrier is saved."""
        return bool(self.saves) and carrier == "electricity"

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The unit of everything that may be given: its parameters, and what electricity asks beside."""
        return {**self.parameters, **(POWER if self.saves else {})}

    def asked(self, carrier: str) -> dict[str, Unit]:
        """Return what is asked where that carrier is saved, with its unit."""
        return self.units if self.makes_power(carrier) else self.parameters

    @property
    def heat_temperature(self) -> str:
        """Temperature of the heat that it saves, as text; empty where that must be given."""
        return _HEAT.get(self.saves, self.saves)

    @property
    def is_penalty(self) -> bool:
        """Whether it takes energy: its saving is negative."""
        return self.row.saving_typ.startswith("-")

    def takes(self, name: str, written: Unit) -> bool:
        """Tell whether a parameter may be written in a unit."""
        return written.same_kind(self.units[name])

    def bounds(self, name: str) -> tuple[tuple[str, float], ...]:
        """What a parameter keeps to, in its unit: not below zero (a penalty not above it), a share not above all."""
        asked = self.units[name]
        if asked.offset:
            return ()
        floor = (("<=", 0.0),) if name == "saving" and self.is_penalty else ((">=", 0.0),)
        return (*floor, ("<=", 100.0)) if asked.text == "%" else floor

    def _unit(self, name: str, hint: Any) -> Unit:
        found = unit_of_hint(hint)
        if found is None:
            raise PluginError("formula-without-unit", formula=self.row.slug, argument=name)
        return found

    def __call__(self, process: Any, *, carrier: str = "", **numbers: Any) -> Any:
        """Return the process after the retrofit."""
        if self.takes_carrier:
            numbers["carrier"] = carrier or self.carrier
        if self.makes_power(carrier) and POWER.keys() <= numbers.keys():
            process = with_power(process, carrier, **{name: numbers.pop(name) for name in POWER})
        return self.body(process, **numbers)


def _of_module(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def measure(
    row: str, *, on: type[Any], carrier: str = "", applies: str = "", saves: str = "", **defaults: Published
) -> Callable[[Callable[..., Any]], Measure]:
    """Make a measure of a function `(process, *, parameters) -> process`.

    `row` is its id in the library, ours or that of the plugin: the parameter `saving` takes its typical value.
    `carrier` is the one that is saved unless the plant file names another; `applies` are conditions on the process,
    joined by ` & `; `saves` says that heat is saved: "fuel", "heat", or its temperature. Other parameters take a factor
    given here by name, or must be given.
    """
    conditions = tuple(condition(each) for each in applies.split("&") if each.strip())

    def make(body: Callable[..., Any]) -> Measure:
        return Measure(row, on, body, carrier, conditions, defaults, saves)

    return make
