"""The blast furnace with its hot stoves."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetres,
    Grading,
    GramsPerCubicMetre,
    KgcePerTonne,
    KgPerTonne,
    Share,
    Tonnes,
    TonnesPerTonne,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.steel.base import GIVES_WHAT_IT_TAKES, WATER_AT_WORKS, Fluxes, OreKinds, SteelProcess
from ecdcalc.plugins.steel.corrections import lean_burden, smelted_ore


@process(key="blast-furnace", zh="高炉", activity="iron", absent=WATER_AT_WORKS)
class BlastFurnace(OreKinds, Fluxes, SteelProcess):
    """Blast furnace with hot stoves.

    Energy: coke, coal, gas for the stoves, blast, electricity and other carriers in, minus blast-furnace gas and
    electricity of the top turbine, per tonne of iron. Blast-furnace gas is one line, net of what the stoves burn.

    NOx: monitoring; else the gas of the stoves × the factor of that gas (T/CSES 144-2024 Table E.7); else iron
    × 0.17 kg/t (Table E.1). Departures: the gas factors are those of industrial boilers; PM by factor is PM10 of the
    ducted part only.
    """

    laws: ClassVar = (GIVES_WHAT_IT_TAKES,)

    iron: Tonnes = quantity(zh="生铁产量", en="Iron output", gt=0)
    volume: CubicMetres = quantity(zh="有效容积", en="Furnace volume", gt=0, le=10000, optional=True)
    capacity: Tonnes = quantity(zh="核定年产能", en="Certified capacity per year", gt=0, optional=True)
    feed_grade: Share = quantity(zh="入炉品位", en="Iron content of the burden", gt=0, le=100, optional=True)
    stove_fuel: str = choice(
        "blast-furnace-gas",
        "converter-gas",
        "coke-oven-gas",
        "natural-gas",
        zh="热风炉燃料（高炉/转炉/焦炉煤气/天然气）",
        en="Gas of the hot stoves",
        default="blast-furnace-gas",
    )
    stove_gas: CubicMetres = quantity(zh="热风炉煤气用量", en="Gas burnt in the hot stoves", ge=0, optional=True)
    stove_nox: GramsPerCubicMetre = quantity(
        zh="热风炉氮氧化物产污系数",
        en="NOx per gas of the hot stoves",
        ge=0,
        default=one_of(
            ("stove_fuel == blast-furnace-gas", "nox/nx033"),
            ("stove_fuel == converter-gas", "nox/nx034"),
            ("stove_fuel == coke-oven-gas", "nox/nx032"),
            ("stove_fuel == natural-gas", "nox/nx035"),
        ),
    )
    stove_voc: GramsPerCubicMetre = quantity(
        zh="热风炉挥发性有机物产污系数",
        en="VOC per gas of the hot stoves",
        ge=0,
        default=one_of(
            ("stove_fuel == blast-furnace-gas", "voc/vf160"),
            ("stove_fuel == converter-gas", "voc/vf160"),
            ("stove_fuel == coke-oven-gas", "voc/vf159"),
            ("stove_fuel == natural-gas", "voc/vf156"),
        ),
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per iron", ge=0, default=factor("nox/nx050")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per iron", ge=0, default=factor("cobenefit/cb036")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10，有组织）",
        en="PM generated per iron (PM10, ducted)",
        ge=0,
        default=factor("cobenefit/cb038"),
    )
    iron_co2: TonnesPerTonne = quantity(
        zh="生铁固碳因子", en="Carbon of iron, as CO2", ge=0, default=factor("co2-process/steel-pig-iron")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=factor("gb21256-2025.blast-furnace"),
            shifts=("shift", "shift", "shift"),
        ),
    )

    @output(zh="高炉工序单位产品能耗", cites="gb-21256-2025#4.3")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of iron."""
        return self.energy / self.iron

    @output(zh="限额修正量（矿种、入炉品位）", cites="gb-21256-2025#4.3")
    def shift(self) -> KgcePerTonne:
        """Correction of the limit for the kinds of ore and the feed grade."""
        return lean_burden(feed_grade=self.feed_grade) + smelted_ore(
            rare_earth=self.rare_earth_ore,
            vanadium_titanium=self.vanadium_titanium_ore,
            laterite_nickel=self.laterite_nickel_ore,
        )

    @output(zh="过程二氧化碳排放量（熔剂减铁水带走的碳）", cites="ndrc-guides-2013-2015#steel-carbon")
    def process_co2(self) -> Tonnes:
        """CO2 of the fluxes, minus the carbon that leaves with the iron."""
        return self.flux_co2 - self.iron * self.iron_co2

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal: by the gas of the hot stoves, else by the iron."""
        return first_of(self.stove_gas * self.stove_nox, self.iron * self.nox_factor)

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.iron * self.so2_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10, ducted."""
        return self.iron * self.pm_factor

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the gas burnt in the hot stoves; fuel VOC is not removed."""
        return self.stove_gas * self.stove_voc
