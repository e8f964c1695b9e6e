"""Fuel burnt in a furnace: flue gas and what leaves with it. Base of boilers, furnaces and heat and power."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from ecdcalc.equations.combustion import (
    FLUE_GAS_LINES,
    SIEGERT,
    excess_air_ratio,
    flue_gas_loss,
    flue_gas_loss_by_air,
    methane_flue_loss,
)
from ecdcalc.plugin import (
    COALS,
    AmmoniaSlip,
    Celsius,
    CoalEquivalent,
    CoalQuality,
    EnergyUse,
    Fuel,
    GasFuel,
    Gigajoules,
    GramsPerCubicMetre,
    KgPerGj,
    KgPerTonne,
    Law,
    MgPerCubicMetre,
    Number,
    PercentPerKelvin,
    Ratio,
    Share,
    SquarePercentPerKelvin,
    Stack,
    StandardCoal,
    Tonnes,
    VapourSource,
    choice,
    factor,
    first_of,
    impossible,
    kept_ash,
    less_flue_gas,
    mass_or_volume,
    one_of,
    output,
    quantity,
    record,
    save_share,
    substance,
    total,
    where,
)
from ecdcalc.plugins.equipment.common import Service, constants

AnyFired = TypeVar("AnyFired", bound="Fired")
AnyBurning = TypeVar("AnyBurning", bound="Burning")

SOLID = ("bituminous-coal", "brown-coal", "anthracite")
_SIEGERT = (("natural-gas", "natural-gas"), ("coke-oven-gas", "coke-oven-gas"), ("liquefied-gas", "liquefied-gas"),
            ("light-oil", "light-oil"), ("bituminous-coal", "hard-coal"))  # fmt: skip
_LINES = (("bituminous-coal", "bituminous-coal"), ("brown-coal", "brown-coal"), ("anthracite", "anthracite"),
          ("light-oil", "oil"), ("natural-gas", "gas"), ("liquefied-gas", "gas"))  # fmt: skip


@record
class FlueGas(Service):
    """Heat that leaves with the flue gas.

    Gas and oil: Siegert formula (1. BImSchV). Coal: simplified formula of TSG G0003-2010 by excess air. Either can
    be asked for by `flue_method`; the two differ by about one point. For natural gas with hot flue gas, as of a
    furnace, `flue_method = "reaction"` takes the heat capacities at that temperature.
    """

    fuel: str = choice(
        "bituminous-coal", "brown-coal", "anthracite", "natural-gas", "coke-oven-gas", "liquefied-gas", "light-oil",
        "other",
        zh="主要燃料（烟煤/褐煤/无烟煤/天然气/焦炉煤气/液化气/轻油/其他）", en="Main fuel",
    )  # fmt: skip
    flue_method: str = choice(
        "by-fuel",
        "siegert",
        "excess-air",
        "reaction",
        zh="排烟热损失公式（按燃料/Siegert/过量空气/甲烷燃烧反应）",
        en="Formula of the flue-gas loss",
        default="by-fuel",
    )
    oxygen: Share = quantity(zh="排烟含氧量（干基）", en="Oxygen in dry flue gas", ge=0, lt=21, optional=True)
    flue_temperature: Celsius = quantity(zh="排烟温度", en="Temperature of the flue gas", optional=True)
    air_temperature: Celsius = quantity(zh="进风温度", en="Temperature of the air", optional=True)
    oxygen_in_air: Share = quantity(
        zh="空气含氧量", en="Oxygen in air", ge=21, lt=100, default=factor("constant/oxygen-in-air")
    )
    a2: SquarePercentPerKelvin = quantity(
        zh="Siegert系数A2",
        en="Siegert coefficient A2",
        ge=0,
        default=constants(*((f"fuel == {name}", SIEGERT[row].a2) for name, row in _SIEGERT)),
        only_with={"flue_method": ("by-fuel", "siegert")},
    )
    b: PercentPerKelvin = quantity(
        zh="Siegert系数B",
        en="Siegert coefficient B",
        ge=0,
        default=constants(*((f"fuel == {name}", SIEGERT[row].b) for name, row in _SIEGERT)),
        only_with={"flue_method": ("by-fuel", "siegert")},
    )
    m: PercentPerKelvin = quantity(
        zh="排烟热损失系数m",
        en="Flue-gas coefficient m",
        ge=0,
        default=constants(*((f"fuel == {name}", FLUE_GAS_LINES[row].m) for name, row in _LINES)),
        only_with={"flue_method": ("by-fuel", "excess-air")},
    )
    n: PercentPerKelvin = quantity(
        zh="排烟热损失系数n",
        en="Flue-gas coefficient n",
        ge=0,
        default=constants(*((f"fuel == {name}", FLUE_GAS_LINES[row].n) for name, row in _LINES)),
        only_with={"flue_method": ("by-fuel", "excess-air")},
    )
    unburnt_solid_loss: Share = quantity(
        zh="固体未完全燃烧热损失q4（燃煤）",
        en="Loss by unburnt solids (coal)",
        ge=0,
        lt=100,
        optional=True,
        only_with={"fuel": SOLID},
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("air_temperature", "<=", "flue_temperature", "equipment-air-above-flue-gas"),
        Law("flue_loss", ">=", "0", "equipment-loss-below-zero"),
        Law("flue_loss", "<=", "1", "equipment-loss-above-fuel"),
    )

    def solid(self) -> Number:
        """Tell whether the main fuel is a coal."""
        found: Number = self.fuel == SOLID[0]
        for each in SOLID[1:]:
            found = found | (self.fuel == each)
        return found

    @output(zh="固体未完全燃烧热损失q4", cites="gb-t-10180-2017")
    def solid_loss(self) -> Share:
        """Loss by unburnt solids; none for gas and oil."""
        return where(self.solid(), self.unburnt_solid_loss, 0)

    @output(zh="过量空气系数", cites="gb-t-10180-2017")
    def excess_air(self) -> Ratio:
        """Excess-air ratio."""
        return excess_air_ratio(oxygen=self.oxygen, oxygen_in_air=self.oxygen_in_air)

    @output(zh="排烟热损失q2", cites="tsg-g0003-2010#simplified-test")
    def flue_loss(self) -> Share:
        """Flue-gas loss as a share of the fuel heat."""
        siegert = flue_gas_loss(
            temperature=self.flue_temperature,
            air_temperature=self.air_temperature,
            oxygen=self.oxygen,
            oxygen_in_air=self.oxygen_in_air,
            a2=self.a2,
            b=self.b,
        )
        by_air = flue_gas_loss_by_air(
            temperature=self.flue_temperature,
            air_temperature=self.air_temperature,
            excess_air=self.excess_air,
            m=self.m,
            n=self.n,
            unburnt_solid_loss=self.solid_loss,
        )
        by_reaction = methane_flue_loss(
            temperature=self.flue_temperature,
            air_temperature=self.air_temperature,
            oxygen=self.oxygen,
            oxygen_in_air=self.oxygen_in_air,
        )
        by_reaction = where(self.fuel == "natural-gas", by_reaction, impossible("equipment-reaction-gas"))
        takes_air = (self.flue_method == "excess-air") | ((self.flue_method == "by-fuel") & self.solid())
        return where(self.flue_method == "reaction", by_reaction, where(takes_air, by_air, siegert))


@record
class FuelQuality(CoalQuality, StandardCoal, EnergyUse):
    """Sulphur and ash of the fuels, and what the ash keeps."""

    furnace: str = choice(
        "grate", "fluidised-bed", "pulverised", "hand-fired", "burner",
        zh="燃烧方式（层燃/循环流化床/煤粉/手烧/燃烧器）", en="Furnace",
    )  # fmt: skip
    gas_sulphur: MgPerCubicMetre = quantity(zh="燃气总硫", en="Total sulphur of the gas", ge=0, optional=True)
    ash_kept: Share = kept_ash(
        one_of(
            ("furnace == pulverised", "cobenefit/cb002"),
            ("furnace == fluidised-bed", "cobenefit/cb004"),
            ("furnace != burner", "cobenefit/cb005"),
        )
    )
    so2_diesel: KgPerTonne = quantity(
        zh="柴油二氧化硫产污系数", en="SO2 generated per diesel", ge=0, default=factor("cobenefit/cb016")
    )
    so2_oil: KgPerTonne = quantity(
        zh="燃料油二氧化硫产污系数", en="SO2 generated per fuel oil", ge=0, default=factor("cobenefit/cb017")
    )
    so2_other: KgPerTonne = quantity(
        zh="其他燃料二氧化硫产污系数", en="SO2 generated per other fuel", ge=0, optional=True
    )
    pm_gas: GramsPerCubicMetre = quantity(
        zh="燃气颗粒物产污系数", en="PM generated per gas", ge=0, default=factor("cobenefit/cb018")
    )
    pm_other: KgPerTonne = quantity(zh="其他燃料颗粒物产污系数", en="PM generated per other fuel", ge=0, optional=True)

    @output(zh="燃料热量", cites="gb-t-2589-2020#4")
    def fuel_heat(self) -> Gigajoules:
        """Heat of the fuels, lower heating value."""
        burnt = (line for line in self.carriers.values() if isinstance(line, (Fuel, CoalEquivalent)))
        return total(line.coal * self.standard_coal_heat for line in burnt)

    @output(zh="输入热量", cites="gb-t-2589-2020#4")
    def heat_in(self) -> Gigajoules:
        """Heat of the fuels, and the electricity."""
        return self.fuel_heat + self.electricity

    @property
    def so2_of_gas(self) -> Number:
        """SO2 per gas: all of its sulphur."""
        return self.gas_sulphur * self.so2_per_sulphur

    def generated(self, names: Mapping[str, str], solid: str, gas: str) -> Number:
        """Return fuel × factor, summed; the factor of a fuel is a field or an output."""
        fuels = [(id, line) for id, line in self.carriers.items() if isinstance(line, Fuel)]
        rest = {id: gas if isinstance(line, GasFuel) else solid for id, line in fuels}
        return total(mass_or_volume(line) * getattr(self, names.get(substance(id), rest[id])) for id, line in fuels)


_SO2 = {**dict.fromkeys(COALS, "so2_of_coal"), "diesel": "so2_diesel", "fuel-oil": "so2_oil"}
_PM = dict.fromkeys(COALS, "pm_of_coal")


@record
class Burning(FuelQuality, AmmoniaSlip, Stack, VapourSource):
    """Fuel burnt, with what leaves the stack.

    Measures that save fuel lower the flue gas with it: measured flows and masses fall by the same share. No device is
    credited for VOC: what is said of one stands there for the record.
    """

    for_the_record: ClassVar[tuple[str, ...]] = ("voc.capture", "voc.destruction", "voc.second", "voc.run_rate")

    nox_per_heat: KgPerGj = quantity(
        zh="单位燃料热量氮氧化物产生量", en="NOx generated per heat of the fuel", ge=0, optional=True
    )
    voc_per_heat: KgPerGj = quantity(
        zh="单位燃料热量挥发性有机物产生量", en="VOC generated per heat of the fuel", ge=0, optional=True
    )

    @output(zh="氮氧化物产生量")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.fuel_heat * self.nox_per_heat

    @output(zh="挥发性有机物产生量")
    def voc_generated(self) -> Tonnes:
        """VOC generated."""
        return self.fuel_heat * self.voc_per_heat

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by the sulphur of coal and gas; oil by factor."""
        return self.generated(_SO2, "so2_other", "so2_of_gas")

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated, by the ash of the coal; other fuels by factor."""
        return self.generated(_PM, "pm_other", "pm_gas")

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted: monitored, else what is generated; no device is credited."""
        return first_of(self.voc_control.mass, self.voc_generated)


@record
class Fired(FlueGas, Burning):
    """Fuel burnt, with the heat that leaves with the flue gas."""

    @output(zh="可用热比例")
    def available(self) -> Share:
        """Share of the fuel heat that does not leave with the flue gas."""
        return 1 - self.flue_loss


def burn(fired: AnyBurning, kept: Number, gas_per_fuel: Number = 1) -> AnyBurning:
    """Return the equipment with a share of its fuel kept; its flue gas falls with it."""
    after = fired
    for id, line in fired.carriers.items():
        if isinstance(line, (Fuel, CoalEquivalent)):
            after = save_share(after, id, 1 - kept)
    return less_flue_gas(after, kept, kept * gas_per_fuel)
