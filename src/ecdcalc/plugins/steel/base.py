"""What the processes of a steel works have in common: gas balance, ore kinds, fluxes, metal charged, fuel gas.

Carbon: every process counts the carbon of its carriers by the factors of the guide, blast-furnace and converter
gas included: positive where burnt, negative where recovered. Carbon in iron leaves the blast furnace as a
negative process emission and enters the converter as a positive one. Inside the works both cancel, so the sum
over the processes is the guide's account of the enterprise: fuels bought + fluxes, electrodes, iron, alloys
and scrap bought + electricity and heat bought − gas and iron sold − carbon that stays in crude steel.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ecdcalc.plugin import (
    BY_PRODUCTS,
    GIVEN,
    About,
    EnergyUse,
    Fuel,
    GramsPerCubicMetre,
    Law,
    Number,
    Process,
    Record,
    Share,
    Stack,
    Tce,
    Tonnes,
    TonnesPerTonne,
    assumed,
    at_least,
    factor,
    impossible,
    output,
    quantity,
    record,
    total,
)

INTERNAL_GASES = ("blast-furnace-gas", "converter-gas")
GIVES_WHAT_IT_TAKES = Law("energy_given", "<=", "energy_taken", "steel-more-out-than-in")
WATER_AT_WORKS = {"cod": "steel-water-at-works", "nh3n": "steel-water-at-works"}


@record
class SteelProcess(EnergyUse, Stack, Process):
    """A process of a steel works that takes energy and has a stack."""

    gives: ClassVar = (*GIVEN, *BY_PRODUCTS)

    about: ClassVar[About] = About(
        "sinter, pellet, blast-furnace, converter, electric-furnace, rolling, works",
        "Process of a steel works",
        "钢铁工序",
    )

    @output(zh="输入能源合计", cites="gb-t-2589-2020#4")
    def energy_taken(self) -> Tce:
        """Carriers that come in."""
        return total(at_least(line.coal, 0) for line in self.carriers.values())

    @output(zh="输出能源合计", cites="gb-t-2589-2020#4")
    def energy_given(self) -> Tce:
        """Carriers that go out."""
        return total(at_least(-line.coal, 0) for line in self.carriers.values())

    @output(zh="高炉、转炉煤气净用量", cites="gb-t-2589-2020#4")
    def internal_gas(self) -> Tce:
        """Blast-furnace and converter gas, burnt minus recovered."""
        return total(line.coal for id, line in self.carriers.items() if id in INTERNAL_GASES)


@record
class OreKinds(Record):
    """The special ores for which GB 21256 raises the limit."""

    rare_earth_ore: Share = quantity(
        zh="稀土矿配比", en="Rare-earth ore in the charge", ge=0, le=100, default=assumed("0 %", "steel-ordinary-ore")
    )
    vanadium_titanium_ore: Share = quantity(
        zh="钒钛磁铁矿配比",
        en="Vanadium-titanium magnetite in the charge",
        ge=0,
        le=100,
        default=assumed("0 %", "steel-ordinary-ore"),
    )
    laterite_nickel_ore: Share = quantity(
        zh="红土镍矿配比",
        en="Laterite nickel ore in the charge",
        ge=0,
        le=100,
        default=assumed("0 %", "steel-ordinary-ore"),
    )


@record
class Fluxes(Record):
    """Raw limestone and dolomite; burnt lime counts where it is burnt."""

    limestone: Tonnes = quantity(zh="石灰石用量", en="Raw limestone", ge=0, optional=True)
    dolomite: Tonnes = quantity(zh="白云石用量", en="Raw dolomite", ge=0, optional=True)
    limestone_co2: TonnesPerTonne = quantity(
        zh="石灰石排放因子", en="CO2 of limestone", ge=0, default=factor("co2-process/steel-limestone")
    )
    dolomite_co2: TonnesPerTonne = quantity(
        zh="白云石排放因子", en="CO2 of dolomite", ge=0, default=factor("co2-process/steel-dolomite")
    )

    @output(zh="熔剂分解二氧化碳", cites="ndrc-guides-2013-2015#steel-flux")
    def flux_co2(self) -> Tonnes:
        """CO2 of the carbonates of limestone and dolomite."""
        return self.limestone * self.limestone_co2 + self.dolomite * self.dolomite_co2


@record
class MetalCharge(Record):
    """What a steelmaking furnace is charged with, and the carbon that this brings and the steel keeps."""

    hot_metal: Tonnes = quantity(zh="铁水", en="Hot metal", ge=0, optional=True)
    scrap: Tonnes = quantity(zh="废钢", en="Scrap", ge=0, optional=True)
    pig_iron: Tonnes = quantity(zh="生铁块", en="Cold pig iron", ge=0, default=assumed("0 t", "steel-none-charged"))
    direct_reduced_iron: Tonnes = quantity(
        zh="直接还原铁", en="Direct reduced iron", ge=0, default=assumed("0 t", "steel-none-charged")
    )
    silicomanganese: Tonnes = quantity(
        zh="锰硅合金", en="Silicomanganese", ge=0, default=assumed("0 t", "steel-none-charged")
    )
    ferrosilicon: Tonnes = quantity(zh="硅铁", en="Ferrosilicon", ge=0, default=assumed("0 t", "steel-none-charged"))
    ferrochrome: Tonnes = quantity(zh="铬铁", en="Ferrochrome", ge=0, default=assumed("0 t", "steel-none-charged"))
    nickel_iron: Tonnes = quantity(zh="镍铁", en="Nickel iron", ge=0, default=assumed("0 t", "steel-none-charged"))
    iron_co2: TonnesPerTonne = quantity(
        zh="生铁排放因子", en="Carbon of iron, as CO2", ge=0, default=factor("co2-process/steel-pig-iron")
    )
    scrap_co2: TonnesPerTonne = quantity(
        zh="废钢排放因子", en="Carbon of scrap, as CO2", ge=0, default=factor("co2-process/steel-scrap")
    )
    direct_reduced_iron_co2: TonnesPerTonne = quantity(
        zh="直接还原铁排放因子",
        en="Carbon of direct reduced iron, as CO2",
        ge=0,
        default=factor("co2-process/steel-dri"),
    )
    silicomanganese_co2: TonnesPerTonne = quantity(
        zh="锰硅合金排放因子", en="Carbon of silicomanganese, as CO2", ge=0, default=factor("co2-process/steel-simn")
    )
    ferrosilicon_co2: TonnesPerTonne = quantity(
        zh="硅铁排放因子", en="Carbon of ferrosilicon, as CO2", ge=0, default=factor("co2-process/steel-ferrosilicon")
    )
    ferrochrome_co2: TonnesPerTonne = quantity(
        zh="铬铁排放因子", en="Carbon of ferrochrome, as CO2", ge=0, default=factor("co2-process/steel-ferrochrome")
    )
    nickel_iron_co2: TonnesPerTonne = quantity(
        zh="镍铁排放因子", en="Carbon of nickel iron, as CO2", ge=0, default=factor("co2-process/steel-nickel-iron")
    )
    steel_co2: TonnesPerTonne = quantity(
        zh="粗钢固碳因子",
        en="Carbon kept in crude steel, as CO2",
        ge=0,
        default=factor("co2-process/steel-crude-steel"),
    )

    @output(zh="入炉金属料")
    def metal_charged(self) -> Tonnes:
        """Hot metal, pig iron, scrap and direct reduced iron."""
        return self.hot_metal + self.pig_iron + self.scrap + self.direct_reduced_iron

    @output(zh="金属料和合金带入碳（以二氧化碳计）", cites="ndrc-guides-2013-2015#steel-raw-materials")
    def charge_co2(self) -> Tonnes:
        """Carbon that metal and alloys bring, as CO2."""
        iron = (self.hot_metal + self.pig_iron) * self.iron_co2
        metal = self.scrap * self.scrap_co2 + self.direct_reduced_iron * self.direct_reduced_iron_co2
        alloys = self.silicomanganese * self.silicomanganese_co2 + self.ferrosilicon * self.ferrosilicon_co2
        return iron + metal + alloys + self.ferrochrome * self.ferrochrome_co2 + self.nickel_iron * self.nickel_iron_co2


@record
class GasFurnace(Record):
    """Generation factors of fuel gas burnt in furnaces: those of gas boilers, T/CSES 144-2024 Table E.7."""

    blast_furnace_gas_nox: GramsPerCubicMetre = quantity(
        zh="高炉煤气氮氧化物系数", en="NOx per blast-furnace gas", ge=0, default=factor("nox/nx033")
    )
    converter_gas_nox: GramsPerCubicMetre = quantity(
        zh="转炉煤气氮氧化物系数", en="NOx per converter gas", ge=0, default=factor("nox/nx034")
    )
    coke_oven_gas_nox: GramsPerCubicMetre = quantity(
        zh="焦炉煤气氮氧化物系数", en="NOx per coke-oven gas", ge=0, default=factor("nox/nx032")
    )
    natural_gas_nox: GramsPerCubicMetre = quantity(
        zh="天然气氮氧化物系数", en="NOx per natural gas", ge=0, default=factor("nox/nx035")
    )
    blast_furnace_gas_voc: GramsPerCubicMetre = quantity(
        zh="高炉、转炉煤气挥发性有机物系数",
        en="VOC per blast-furnace or converter gas",
        ge=0,
        default=factor("voc/vf160"),
    )
    coke_oven_gas_voc: GramsPerCubicMetre = quantity(
        zh="焦炉煤气挥发性有机物系数", en="VOC per coke-oven gas", ge=0, default=factor("voc/vf159")
    )
    natural_gas_voc: GramsPerCubicMetre = quantity(
        zh="天然气挥发性有机物系数", en="VOC per natural gas", ge=0, default=factor("voc/vf156")
    )

    @property
    def nox_of_gases(self) -> Mapping[str, Number]:
        """The NOx factor of each gas."""
        return {
            "blast-furnace-gas": self.blast_furnace_gas_nox,
            "converter-gas": self.converter_gas_nox,
            "coke-oven-gas": self.coke_oven_gas_nox,
            "natural-gas": self.natural_gas_nox,
        }

    @property
    def voc_of_gases(self) -> Mapping[str, Number]:
        """The VOC factor of each gas."""
        return {
            "blast-furnace-gas": self.blast_furnace_gas_voc,
            "converter-gas": self.blast_furnace_gas_voc,
            "coke-oven-gas": self.coke_oven_gas_voc,
            "natural-gas": self.natural_gas_voc,
        }


def of_fuels(user: EnergyUse, factors: Mapping[str, Number]) -> Number:
    """Return amount × factor over the fuels burnt; impossible where a fuel has no factor."""
    lacking = impossible("steel-no-gas-factor")
    fuels = {id: line for id, line in user.carriers.items() if isinstance(line, Fuel)}
    if any(id not in factors for id in fuels):
        return lacking
    return total(line.amount * factors[id] for id, line in fuels.items())
