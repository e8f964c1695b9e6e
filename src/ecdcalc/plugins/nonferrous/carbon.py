"""Carbon for aluminium cells: prebaked anodes, cathode blocks, paste."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import Grading, KgcePerTonne, KgPerTonne, Tonnes, choice, factor, one_of, output, process, quantity
from ecdcalc.plugins.nonferrous.works import Works

LIMITS = {
    "anode-calcination": "gb25324-2022.prebaked-anode.calcination",
    "anode-forming": "gb25324-2022.prebaked-anode.forming",
    "anode-baking": "gb25324-2022.prebaked-anode.baking",
    "anode-rodding": "gb25324-2022.prebaked-anode.rodding",
    "graphitic-calcination": "gb25324-2022.graphitic-cathode.calcination",
    "graphitic-forming-baking": "gb25324-2022.graphitic-cathode.forming-baking",
    "graphitised-calcination": "gb25324-2022.graphitized-cathode.calcination",
    "graphitised-forming-baking": "gb25324-2022.graphitized-cathode.forming-baking",
    "graphitised-graphitisation": "gb25324-2022.graphitized-cathode.graphitization",
    "paste-calcination": "gb25324-2022.cathode-paste.calcination",
    "paste-kneading": "gb25324-2022.cathode-paste.kneading",
}
"""The limit row of each step."""


@process(key="carbon", zh="铝用炭素", activity="production", absent={"voc": "nonferrous-no-voc"})
class Carbon(Works):
    """Carbon plant, one step.

    GB 25324 limits each step by itself. Give one table per step, and the emission factors, which are of the whole
    product, only to the step that has the stack.
    """

    step: str = choice(*LIMITS, zh="产品与工序", en="Product and step")
    production: Tonnes = quantity(zh="工序产量", en="Output of the step", gt=0)
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per output", ge=0, default=factor("nox/nx060")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per output", ge=0, default=factor("cobenefit/cb078")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per output, as PM10", ge=0, default=factor("cobenefit/cb080")
    )

    gradings: ClassVar = (
        Grading(output="unit_energy", product=one_of(*((f"step == {step}", limit) for step, limit in LIMITS.items()))),
    )

    @output(zh="工序单位产品综合能耗", cites="gb-25324-2022#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy of the step per tonne."""
        return self.energy / self.production

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.production * self.nox_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.production * self.so2_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10."""
        return self.production * self.pm_factor
