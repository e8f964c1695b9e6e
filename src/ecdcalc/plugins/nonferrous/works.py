"""What all processes of a nonferrous works share."""

from __future__ import annotations

from ecdcalc.plugin import EnergyUse, Process, Stack, Tonnes, Wastewater, quantity, record


@record
class Works(EnergyUse, Stack, Wastewater, Process):
    """A unit of a nonferrous works: energy, stack and waste water."""

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
