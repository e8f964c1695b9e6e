"""What all processes of a nonferrous works share."""

from __future__ import annotations

from ecdcalc.carriers import EnergyUse
from ecdcalc.emissions import Stack, Wastewater
from ecdcalc.kinds import Tonnes
from ecdcalc.process import Process, quantity, record


@record
class Works(EnergyUse, Stack, Wastewater, Process):
    """A unit of a nonferrous works: energy, stack and waste water."""

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
