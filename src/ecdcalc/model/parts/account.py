"""The plant as a whole: energy per value added, against the base year of the plan."""

from __future__ import annotations

from ecdcalc.model.process import COUNTED, Process, Record, part, process, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Ratio, Share, Tce, TcePer10kYuan, Yuan

NO_SOURCE = dict.fromkeys(COUNTED, "counted-in-processes")
"""Why a process that sums others up counts nothing itself."""

INDICATOR_ONLY = dict.fromkeys(COUNTED, "indicator-only")
"""Why a process that only tells whether a plan is kept counts nothing."""


@record
class BaseYear(Record):
    """Energy and value added of the base year, at the same constant prices as those of the plant."""

    year: Ratio = quantity(zh="基年", en="Base year", gt=1900, lt=2100, optional=True)
    energy: Tce = quantity(zh="基年综合能耗", en="Energy of the base year", gt=0, optional=True)
    value_added: Yuan = quantity(zh="基年增加值（可比价）", en="Value added of the base year", gt=0, optional=True)


@process(
    key="plant",
    zh="企业",
    en="Plant account",
    rolls_up={"members_energy": "energy"},
    absent=NO_SOURCE,
    single=True,
)
class PlantAccount(Process):
    """The plant as a whole over the accounting period."""

    value_added: Yuan = quantity(zh="增加值（可比价）", en="Value added, constant prices", gt=0, optional=True)
    members_energy: Tce = quantity(zh="各工序综合能耗合计", en="Energy of all processes", optional=True)
    base: BaseYear = part(BaseYear, zh="基年", en="Base year")

    @output(zh="单位增加值能耗", cites="gb-t-13234-2018#output-value")
    def intensity(self) -> TcePer10kYuan:
        """Energy per value added."""
        return self.members_energy / self.value_added

    @output(zh="基年单位增加值能耗", cites="gb-t-13234-2018#output-value")
    def base_intensity(self) -> TcePer10kYuan:
        """Energy per value added in the base year."""
        return self.base.energy / self.base.value_added

    @output(zh="单位增加值能耗下降率", cites="gb-t-13234-2018#saving-rate")
    def intensity_reduction(self) -> Share:
        """Reduction of energy per value added against the base year."""
        return 1 - self.intensity / self.base_intensity
