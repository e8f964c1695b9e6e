"""A number in a unit, as people and programs outside get it."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ecdcalc.numbers.algebra import Number
from ecdcalc.numbers.units import Unit, registry, unit
from ecdcalc.words.errors import DimensionError


@frozen
class Value:
    """A number in a unit, for people and programs outside."""

    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.value:.6g} {self.unit}"

    def quantity(self) -> Any:
        """Return it as a pint quantity of ecdcalc's registry, in base units."""
        here = unit(self.unit)
        return quantity_of(here.base(self.value), here)

    def to(self, text: str) -> Value:
        """Return the same value in another unit of its kind."""
        here, there = unit(self.unit), unit(text)
        if not here.same_kind(there):
            raise DimensionError("unit-kind", found=str(self), asked=text)
        return Value(there.told(here.base(self.value)), text)


def quantity_of(base: Number, of: Unit) -> Any:
    """Return a number of base units as a pint quantity of ecdcalc's registry."""
    return registry().Quantity(base, registry().UnitsContainer(dict(of.dimension)))
