"""What all kilns and furnaces of the sector share."""

from __future__ import annotations

from ecdcalc.plugin import (
    Air,
    Electricity,
    EnergyUse,
    KgPerTonne,
    MgPerCubicMetre,
    Number,
    Process,
    Share,
    Stack,
    StackEmission,
    Tce,
    Tonnes,
    VapourSource,
    impossible,
    output,
    quantity,
    record,
    total,
)

DRY = {"cod": "building-no-process-water", "nh3n": "building-no-process-water"}
"""The reason why a dry process has no waste water."""


@record
class Kiln(Air, EnergyUse, Stack, VapourSource, Process):
    """A kiln or furnace: energy, stack, vapours, and concentrations at reference oxygen."""

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    nox_factor: KgPerTonne = quantity(zh="氮氧化物产污系数", en="NOx generated per product", ge=0, optional=True)
    so2_factor: KgPerTonne = quantity(zh="二氧化硫产污系数", en="SO2 generated per product", ge=0, optional=True)
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per product, as PM10", ge=0, optional=True
    )
    voc_factor: KgPerTonne = quantity(zh="挥发性有机物产污系数", en="VOC generated per product", ge=0, optional=True)
    reference_oxygen: Share = quantity(zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, optional=True)

    @output(zh="产品质量")
    def product_mass(self) -> Tonnes:
        """Mass of product that the emission factors are per."""
        return impossible("no-generation-factor")

    @output(zh="燃料及热力折标准煤量", cites="gb-t-2589-2020#4")
    def fuel_energy(self) -> Tce:
        """Coal equivalent of everything but electricity."""
        return total(line.coal for line in self.carriers.values() if not isinstance(line, Electricity))

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.product_mass * self.nox_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.product_mass * self.so2_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10."""
        return self.product_mass * self.pm_factor

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product_mass * self.voc_factor

    @output(zh="氮氧化物基准氧浓度", cites="gb-13271-2014#5.2")
    def nox_at_reference(self) -> MgPerCubicMetre:
        """NOx concentration at reference oxygen."""
        return self._at(self.nox_stack, self.reference_oxygen)

    @output(zh="二氧化硫基准氧浓度", cites="gb-13271-2014#5.2")
    def so2_at_reference(self) -> MgPerCubicMetre:
        """SO2 concentration at reference oxygen."""
        return self._at(self.so2_stack, self.reference_oxygen)

    @output(zh="颗粒物基准氧浓度", cites="gb-13271-2014#5.2")
    def pm_at_reference(self) -> MgPerCubicMetre:
        """PM concentration at reference oxygen."""
        return self._at(self.pm_stack, self.reference_oxygen)

    def _at(self, stack: StackEmission, reference: Number) -> Number:
        return stack.at_oxygen(reference, self.oxygen_in_air)
