"""Sinter strand and pellet plant."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    MassFuel,
    Number,
    Share,
    Tonnes,
    VapourSource,
    factor,
    output,
    process,
    quantity,
    record,
    total,
)
from ecdcalc.plugins.steel.base import GIVES_WHAT_IT_TAKES, WATER_AT_WORKS, Fluxes, OreKinds, SteelProcess
from ecdcalc.plugins.steel.corrections import agglomerated_ore, sulphur_driven_off


@record
class Agglomeration(OreKinds, Fluxes, VapourSource, SteelProcess):
    """What sintering and pelletising have in common."""

    laws: ClassVar = (GIVES_WHAT_IT_TAKES,)

    ore: Tonnes = quantity(zh="含铁原料用量", en="Ore charged", ge=0, optional=True)
    ore_sulphur: Share = quantity(zh="含铁原料硫分", en="Sulphur of the ore", ge=0, le=100, optional=True)
    fuel_sulphur: Share = quantity(zh="固体燃料硫分", en="Sulphur of the solid fuel", ge=0, le=100, optional=True)

    nox_factor: KgPerTonne  # of sinter and of pellets each their own
    so2_factor: KgPerTonne
    pm_factor: KgPerTonne
    ducted_voc: KgPerTonne
    fugitive_voc: KgPerTonne

    @property
    def made(self) -> Number:
        """Mass of sinter or of pellets."""
        return getattr(self, self.about.activity)

    @output(zh="固体燃料用量")
    def solid_fuel(self) -> Tonnes:
        """Solid fuel charged."""
        return total(line.amount for line in self.carriers.values() if isinstance(line, MassFuel))

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#steel-flux")
    def process_co2(self) -> Tonnes:
        """CO2 of the fluxes."""
        return self.flux_co2

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#sinter-sulphur")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by sulphur balance of ore and solid fuel."""
        return sulphur_driven_off(
            ore=self.ore, ore_sulphur=self.ore_sulphur, fuel=self.solid_fuel, fuel_sulphur=self.fuel_sulphur
        )

    @output(zh="限额修正量（矿种）", cites="gb-21256-2025#4.1")
    def shift(self) -> KgcePerTonne:
        """Correction of the limit for the kinds of ore."""
        return agglomerated_ore(
            rare_earth=self.rare_earth_ore,
            vanadium_titanium=self.vanadium_titanium_ore,
            laterite_nickel=self.laterite_nickel_ore,
        )

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.made * self.nox_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.made * self.so2_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10, ducted."""
        return self.made * self.pm_factor

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control, ducted and fugitive."""
        return self.made * (self.ducted_voc + self.fugitive_voc)


@process(key="sinter", zh="烧结", activity="sinter", absent=WATER_AT_WORKS)
class SinterStrand(Agglomeration):
    """Sinter strand.

    Energy: solid fuel, ignition gas, electricity and other carriers in, minus waste heat given out, per tonne of
    sinter. Departures: VOC counts the ducted and the fugitive part of T/CSES 144-2024 together; capture is that
    of the whole. PM by factor is PM10 of the ducted part only.
    """

    sinter: Tonnes = quantity(zh="烧结矿产量", en="Sinter output", gt=0)
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per sinter", ge=0, default=factor("nox/nx048")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per sinter", ge=0, default=factor("cobenefit/cb026")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10，有组织）",
        en="PM generated per sinter (PM10, ducted)",
        ge=0,
        default=factor("cobenefit/cb028"),
    )
    ducted_voc: KgPerTonne = quantity(
        zh="有组织挥发性有机物产污系数", en="VOC per sinter, ducted", ge=0, default=factor("voc/vf003")
    )
    fugitive_voc: KgPerTonne = quantity(
        zh="无组织挥发性有机物产污系数", en="VOC per sinter, fugitive", ge=0, default=factor("voc/vf004")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=factor("gb21256-2025.sintering"),
            shifts=("shift", "shift", "shift"),
        ),
    )

    @output(zh="烧结工序单位产品能耗", cites="gb-21256-2025#4.1")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of sinter."""
        return self.energy / self.sinter


@process(key="pellet", zh="球团", activity="pellet", absent=WATER_AT_WORKS)
class PelletPlant(Agglomeration):
    """Pellet plant.

    Energy: fuel, electricity and other carriers in, minus waste heat given out, per tonne of pellets. Departures:
    VOC and PM as for sinter.
    """

    pellet: Tonnes = quantity(zh="球团矿产量", en="Pellet output", gt=0)
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per pellets", ge=0, default=factor("nox/nx049")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per pellets", ge=0, default=factor("cobenefit/cb032")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10，有组织）",
        en="PM generated per pellets (PM10, ducted)",
        ge=0,
        default=factor("cobenefit/cb034"),
    )
    ducted_voc: KgPerTonne = quantity(
        zh="有组织挥发性有机物产污系数", en="VOC per pellets, ducted", ge=0, default=factor("voc/vf005")
    )
    fugitive_voc: KgPerTonne = quantity(
        zh="无组织挥发性有机物产污系数", en="VOC per pellets, fugitive", ge=0, default=factor("voc/vf006")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=factor("gb21256-2025.pelletizing"),
            shifts=("shift", "shift", "shift"),
        ),
    )

    @output(zh="球团工序单位产品能耗", cites="gb-21256-2025#4.2")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of pellets."""
        return self.energy / self.pellet
