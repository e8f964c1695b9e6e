"""Emissions: stacks, waste water and vapours, with the order of evidence of the guideline.

For a stack: monitoring (a measured mass, or dry flow × concentration) before material balance before
generation factor × activity × (1 − effective removal): T/CSES 144-2024. Mass uses the concentration and the
flow as measured; only compliance uses reference oxygen. NOx is counted as NO2.
"""

from __future__ import annotations

from typing import TypeVar

import attrs

from ecdcalc.defaults import assumed, factor
from ecdcalc.formula import formula, output
from ecdcalc.kinds import CubicMetres, MgPerCubicMetre, MgPerLitre, Share, Tonnes
from ecdcalc.ops import Number, first_of, impossible
from ecdcalc.process import Record, part, quantity, record

AnyStack = TypeVar("AnyStack", bound="StackEmission")


@formula(cites="gb-13271-2014#5.2", zh="基准氧含量排放浓度")
def at_reference_oxygen(
    concentration: MgPerCubicMetre, oxygen: Share, reference_oxygen: Share, oxygen_in_air: Share
) -> MgPerCubicMetre:
    """Concentration at reference oxygen.

    Valid for dry gas and measured oxygen below that of air; noise is amplified above 19 %.
    """
    return concentration * (oxygen_in_air - reference_oxygen) / (oxygen_in_air - oxygen)


@record
class StackEmission(Record):
    """One pollutant of one stack: what was measured, and what the control device removes."""

    mass: Tonnes = quantity(zh="监测排放量", en="Monitored mass", ge=0, optional=True)
    flow: CubicMetres = quantity(zh="干烟气量（实测氧）", en="Dry flue gas at measured oxygen", ge=0, optional=True)
    concentration: MgPerCubicMetre = quantity(
        zh="实测浓度（干基）", en="Measured dry concentration", ge=0, optional=True
    )
    oxygen: Share = quantity(zh="实测含氧量", en="Measured oxygen", ge=0, lt=21, optional=True)
    removal: Share = quantity(zh="去除效率", en="Removal efficiency", ge=0, le=100, optional=True)
    run_rate: Share = quantity(
        zh="治理设施运行率",
        en="Run rate of the device",
        ge=0,
        le=100,
        default=assumed("100 %", "assumed-run-rate"),
    )
    oxygen_in_air: Share = quantity(
        zh="空气含氧量", en="Oxygen in air", gt=0, lt=100, default=factor("constant/oxygen-in-air")
    )

    @output(zh="监测法排放量", cites="t-cses-144-2024#eq1")
    def monitored(self) -> Tonnes:
        """Mass by monitoring."""
        return first_of(self.mass, self.flow * self.concentration)

    @output(zh="排放比例", cites="t-cses-144-2024#general")
    def passed(self) -> Share:
        """Share that passes the device."""
        return 1 - self.removal * self.run_rate


@record
class Stack(Record):
    """NOx, SO2 and PM of a process. Processes say what they generate; the stack says what passes."""

    nox_stack: StackEmission = part(StackEmission, key="nox", zh="氮氧化物", en="NOx")
    so2_stack: StackEmission = part(StackEmission, key="so2", zh="二氧化硫", en="SO2")
    pm_stack: StackEmission = part(StackEmission, key="pm", zh="颗粒物", en="PM")

    @output(zh="氮氧化物产生量")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="二氧化硫产生量")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="二氧化硫物料衡算产生量")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by sulphur balance."""
        return impossible("no-generation-factor")

    @output(zh="颗粒物产生量")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal."""
        return impossible("no-generation-factor")

    @output(zh="颗粒物物料衡算产生量")
    def pm_balance(self) -> Tonnes:
        """PM generated, by ash balance."""
        return impossible("no-generation-factor")

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#general", extensive=True)
    def nox(self) -> Tonnes:
        """NOx emitted, as NO2."""
        return first_of(self.nox_stack.monitored, self.nox_generated * self.nox_stack.passed)

    @output(zh="二氧化硫排放量", cites="t-cses-144-2024#general", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 emitted."""
        passed = self.so2_stack.passed
        return first_of(self.so2_stack.monitored, self.so2_balance * passed, self.so2_generated * passed)

    @output(zh="颗粒物排放量", cites="t-cses-144-2024#general", extensive=True)
    def pm(self) -> Tonnes:
        """PM emitted."""
        passed = self.pm_stack.passed
        return first_of(self.pm_stack.monitored, self.pm_balance * passed, self.pm_generated * passed)


@record
class WaterStream(Record):
    """Waste water at the outlet of the plant, or of the sewage works that it goes to."""

    volume: CubicMetres = quantity(zh="废水排放量", en="Waste water", ge=0, optional=True)
    cod: MgPerLitre = quantity(zh="COD浓度", en="COD concentration", ge=0, optional=True)
    nh3n: MgPerLitre = quantity(zh="氨氮浓度", en="NH3-N concentration", ge=0, optional=True)


@record
class Wastewater(Record):
    """COD and NH3-N of a process, from volume and flow-weighted concentration."""

    wastewater: WaterStream = part(WaterStream, zh="废水", en="Waste water")

    @output(zh="化学需氧量排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True)
    def cod(self) -> Tonnes:
        """COD discharged."""
        return self.wastewater.volume * self.wastewater.cod

    @output(zh="氨氮排放量", cites="pollutant-accounting-2021#industrial-water", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N discharged."""
        return self.wastewater.volume * self.wastewater.nh3n


@record
class VapourControl(Record):
    """What is done about vapours: capture, destruction, and how long the device runs."""

    mass: Tonnes = quantity(zh="监测排放量", en="Monitored mass", ge=0, optional=True)
    capture: Share = quantity(zh="收集效率", en="Capture efficiency", ge=0, le=100, optional=True)
    destruction: Share = quantity(zh="去除效率", en="Destruction efficiency", ge=0, le=100, optional=True)
    run_rate: Share = quantity(
        zh="治理设施运行率",
        en="Run rate of the device",
        ge=0,
        le=100,
        default=assumed("100 %", "assumed-run-rate"),
    )

    @output(zh="排放比例", cites="t-cses-144-2024#vocs")
    def passed(self) -> Share:
        """Share that is neither captured nor destroyed."""
        return 1 - self.capture * self.destruction * self.run_rate


@record
class VapourSource(Record):
    """VOC of a process: generation × (1 − capture × destruction × run rate)."""

    voc_control: VapourControl = part(VapourControl, key="voc", zh="挥发性有机物", en="VOC")

    @output(zh="挥发性有机物产生量")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return impossible("no-generation-factor")

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted."""
        return first_of(self.voc_control.mass, self.voc_generated * self.voc_control.passed)


def abate(stack: AnyStack, removal: Number) -> AnyStack:
    """Return the stack with one more device in series: what passed before, times (1 − removal)."""
    passes = 1 - removal
    return attrs.evolve(
        stack,
        mass=stack.mass * passes,
        concentration=stack.concentration * passes,
        removal=1 - (1 - stack.removal) * passes,
    )
