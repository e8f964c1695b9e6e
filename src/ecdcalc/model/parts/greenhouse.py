"""Greenhouse gases beside CO2: what a process that emits them emits in all, as CO2 equivalent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from ecdcalc.model.process import Record, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Tonnes
from ecdcalc.numbers.ops import total


@record
class Greenhouse(Record):
    """CO2 equivalent of a process whose `gases` say which of its outputs are masses of other greenhouse gases."""

    if TYPE_CHECKING:
        gases: ClassVar[Mapping[str, str]]

        @property
        def co2(self) -> float: ...  # noqa: D102

    @output(zh="温室气体排放量（二氧化碳当量）", cites="ndrc-guides-2013-2015#general", extensive=True)
    def co2e(self) -> Tonnes:
        """CO2 and the other greenhouse gases, as CO2 equivalent by the chosen assessment report."""
        others = (getattr(self, mass) * getattr(self, potential) for mass, potential in self.gases.items())
        return total([self.co2, *others])
