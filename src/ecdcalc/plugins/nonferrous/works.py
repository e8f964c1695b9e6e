"""What all processes of a nonferrous works share."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    BY_PRODUCTS,
    GIVEN,
    EnergyUse,
    Process,
    Stack,
    Tonnes,
    Wastewater,
    quantity,
    record,
)


@record
class Works(EnergyUse, Stack, Wastewater, Process):
    """A unit of a nonferrous works: energy, stack and waste water."""

    gives: ClassVar = (*GIVEN, *BY_PRODUCTS)

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
