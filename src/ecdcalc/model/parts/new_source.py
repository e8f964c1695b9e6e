"""The emission of a new project, and what is found to replace it."""

from __future__ import annotations

from ecdcalc.model.process import Record, choice, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Ratio, Tonnes


@record
class NewSource(Record):
    """The approved emission of a new project, one pollutant, and the reductions that are found for it."""

    pollutant: str = choice("cod", "nh3n", "nox", "voc", "so2", "pm", zh="污染物", en="Pollutant")
    ambient: str = choice("fails", "meets", zh="区域环境质量（超标/达标）", en="Ambient quality")
    emission: Tonnes = quantity(zh="核定排放总量指标", en="Approved emission", gt=0)
    reductions: Tonnes = quantity(zh="落实的区域削减量", en="Reductions found in the region", ge=0)

    @output(zh="置换倍数", cites="plan-yuncheng-14fyp#four-two")
    def ratio(self) -> Ratio:
        """Reductions found over approved emission."""
        return self.reductions / self.emission
