"""Replacement of the emission of a new project by reductions in the region."""

from __future__ import annotations

from ecdcalc.plugin import (
    INDICATOR_ONLY,
    NewSource,
    Process,
    Ratio,
    Tonnes,
    at_least,
    at_most,
    factor,
    output,
    process,
    quantity,
    where,
)


@process(key="offset", zh="新建项目总量置换", absent=INDICATOR_ONLY)
class Replacement(NewSource, Process):
    """Replacement of a new project's emission, for one pollutant.

    need = k × emission, k = 2 where the quality of air or water fails for the related pollutant (plan 四(二)),
    else 1; gap = max(0, need − reductions). NOx and VOC relate to PM2.5 or ozone, SO2 and dust to PM2.5, COD and
    NH3-N to the water section downstream. A capacity swap needs one of its own.
    """

    multiple: Ratio = quantity(
        zh="超标区域置换倍数",
        en="Replacement where quality fails",
        ge=1,
        default=factor("constant/replacement-multiple"),
        only_with={"ambient": ("fails",)},
    )

    @output(zh="应落实的削减量", cites="plan-yuncheng-14fyp#四(二)")
    def need(self) -> Tonnes:
        """Reductions that the project needs."""
        return where(self.ambient == "fails", self.multiple, 1) * self.emission

    @output(zh="置换缺口", cites="plan-yuncheng-14fyp#四(二)")
    def gap(self) -> Tonnes:
        """Reductions still to be found."""
        left = self.need - self.reductions
        return at_least(left, 0 * left)

    @output(zh="已用于置换的削减量", cites="pollutant-accounting-2021#offsets")
    def used(self) -> Tonnes:
        """Reductions that the project uses up; they no longer count for the region."""
        return at_most(self.reductions, self.need)

    @output(zh="已用于置换的氮氧化物削减量")
    def nox_used(self) -> Tonnes:
        """NOx reductions used as replacement."""
        return where(self.pollutant == "nox", self.used, 0 * self.used)

    @output(zh="已用于置换的挥发性有机物削减量")
    def voc_used(self) -> Tonnes:
        """VOC reductions used as replacement."""
        return where(self.pollutant == "voc", self.used, 0 * self.used)

    @output(zh="已用于置换的化学需氧量削减量")
    def cod_used(self) -> Tonnes:
        """COD reductions used as replacement."""
        return where(self.pollutant == "cod", self.used, 0 * self.used)

    @output(zh="已用于置换的氨氮削减量")
    def nh3n_used(self) -> Tonnes:
        """NH3-N reductions used as replacement."""
        return where(self.pollutant == "nh3n", self.used, 0 * self.used)
