"""What all processes of a nonferrous works share."""

from __future__ import annotations

from ecdcalc.model.parts.carriers import EnergyUse
from ecdcalc.model.parts.emissions import Stack, Wastewater
from ecdcalc.model.process import Process, quantity, record
from ecdcalc.numbers.kinds import Tonnes


@record
class Works(EnergyUse, Stack, Wastewater, Process):
    """A unit of a nonferrous works: energy, stack and waste water."""

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
