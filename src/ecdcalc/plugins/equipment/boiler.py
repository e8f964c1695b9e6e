"""Boilers: steam or hot water, by fuel and steam and by the losses."""

from __future__ import annotations

from typing import Any, ClassVar

from ecdcalc.equations import steam as properties
from ecdcalc.equations.combustion import boiler_efficiency_direct, boiler_efficiency_indirect
from ecdcalc.plugin import (
    COALS,
    Celsius,
    Gigajoules,
    GramsPerCubicMetre,
    Hours,
    KgcePerGj,
    KgPerTonne,
    KjPerKg,
    Law,
    Megapascals,
    Megawatts,
    Number,
    Published,
    Share,
    Tonnes,
    assumed,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
    record,
    where,
)
from ecdcalc.plugins.equipment.common import NO_WATER, looked_up
from ecdcalc.plugins.equipment.firing import SOLID, Fired

_WATER = {"pressure": "steam_pressure", "temperature": "feedwater_temperature"}
_SATURATED = {"pressure": "steam_pressure"}
_SUPERHEATED = {"pressure": "steam_pressure", "temperature": "steam_temperature"}

_NOX = {
    **dict.fromkeys(COALS, "nox_coal"),
    "coke": "nox_coke", "natural-gas": "nox_gas", "coke-oven-gas": "nox_coke_oven_gas",
    "blast-furnace-gas": "nox_blast_gas", "converter-gas": "nox_other_gas", "producer-gas": "nox_other_gas",
    "other-gas": "nox_other_gas", "lng": "nox_lpg", "lpg": "nox_lpg", "diesel": "nox_diesel", "fuel-oil": "nox_oil",
    "petroleum-coke": "nox_oil",
}  # fmt: skip
_VOC = {
    **dict.fromkeys(COALS, "voc_coal"),
    "natural-gas": "voc_gas", "coke-oven-gas": "voc_coke_oven_gas", "blast-furnace-gas": "voc_blast_gas",
    "converter-gas": "voc_blast_gas", "diesel": "voc_diesel", "fuel-oil": "voc_oil",
}  # fmt: skip


def _mass(zh: str, en: str, default: Published | None = None) -> Any:
    return quantity(zh=zh, en=en, ge=0, default=default, optional=True)


@record
class BoilerFactors(Fired):
    """Generation factors of industrial boilers by fuel and furnace: T/CSES 144-2024, table E.7."""

    cfb_factor: str = choice(
        "inventory",
        "handbook",
        zh="流化床氮氧化物系数取值（清单指南7.5/产排污手册2.7）",
        en="Which NOx factor of fluidised beds (inventory 7.5, handbook 2.7 kg/t)",
        default="inventory",
        only_with={"furnace": ("fluidised-bed",)},
    )
    nox_coal: KgPerTonne = _mass(
        "燃煤氮氧化物产污系数",
        "NOx generated per coal",
        one_of(
            ("furnace == pulverised", "nox/nx026"),
            ("furnace == fluidised-bed & cfb_factor == inventory", "nox/nx027"),
            ("furnace == fluidised-bed & cfb_factor == handbook", "nox/nx077"),
            ("furnace == grate", "nox/nx028"),
            ("furnace == hand-fired", "nox/nx029"),
        ),
    )
    nox_coke: KgPerTonne = _mass("焦炭氮氧化物产污系数", "NOx generated per coke", factor("nox/nx030"))
    nox_gas: GramsPerCubicMetre = _mass("天然气氮氧化物产污系数", "NOx per natural gas", factor("nox/nx035"))
    nox_coke_oven_gas: GramsPerCubicMetre = _mass(
        "焦炉煤气氮氧化物产污系数", "NOx generated per coke-oven gas", factor("nox/nx032")
    )
    nox_blast_gas: GramsPerCubicMetre = _mass(
        "高炉煤气氮氧化物产污系数", "NOx generated per blast-furnace gas", factor("nox/nx033")
    )
    nox_other_gas: GramsPerCubicMetre = _mass(
        "转炉及其他煤气氮氧化物产污系数", "NOx generated per converter or other gas", factor("nox/nx034")
    )
    nox_lpg: KgPerTonne = _mass("液化气氮氧化物产污系数", "NOx generated per LNG or LPG", factor("nox/nx037"))
    nox_diesel: KgPerTonne = _mass("柴油氮氧化物产污系数", "NOx generated per diesel", factor("nox/nx042"))
    nox_oil: KgPerTonne = _mass("燃料油、石油焦氮氧化物产污系数", "NOx per fuel oil or petcoke", factor("nox/nx043"))
    nox_other: KgPerTonne = _mass("其他固液燃料氮氧化物产污系数", "NOx generated per other fuel")
    nox_unlisted_gas: GramsPerCubicMetre = _mass("其他燃气氮氧化物产污系数", "NOx generated per gas of no listed kind")
    voc_coal: KgPerTonne = _mass(
        "燃煤挥发性有机物产污系数",
        "VOC generated per coal",
        one_of(("furnace == hand-fired", "voc/vf155"), ("furnace != burner", "voc/vf154")),
    )
    voc_gas: GramsPerCubicMetre = _mass("天然气挥发性有机物产污系数", "VOC per natural gas", factor("voc/vf156"))
    voc_coke_oven_gas: GramsPerCubicMetre = _mass(
        "焦炉煤气挥发性有机物产污系数", "VOC generated per coke-oven gas", factor("voc/vf159")
    )
    voc_blast_gas: GramsPerCubicMetre = _mass(
        "高炉、转炉煤气挥发性有机物产污系数", "VOC generated per blast-furnace or converter gas", factor("voc/vf160")
    )
    voc_diesel: KgPerTonne = _mass("柴油挥发性有机物产污系数", "VOC generated per diesel", factor("voc/vf157"))
    voc_oil: KgPerTonne = _mass("燃料油挥发性有机物产污系数", "VOC generated per fuel oil", factor("voc/vf158"))
    voc_other: KgPerTonne = _mass("其他固液燃料挥发性有机物产污系数", "VOC generated per other fuel")
    voc_other_gas: GramsPerCubicMetre = _mass("其他燃气挥发性有机物产污系数", "VOC generated per other gas")

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal, by fuel and furnace; by heat where that is given."""
        by_fuel = self.generated(_NOX, "nox_other", "nox_unlisted_gas")
        return first_of(self.fuel_heat * self.nox_per_heat, by_fuel)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e7")
    def voc_generated(self) -> Tonnes:
        """VOC generated, by fuel and furnace; by heat where that is given."""
        by_fuel = self.generated(_VOC, "voc_other", "voc_other_gas")
        return first_of(self.fuel_heat * self.voc_per_heat, by_fuel)


@process(key="boiler", zh="锅炉", absent=NO_WATER)
class Boiler(BoilerFactors):
    """Boiler.

    Steam (with pressure, temperature and feed-water temperature) or hot water (heat by meter). The efficiency is
    found from fuel and steam (GB/T 10180-2017, input-output method), else from the losses. Pressures are absolute.

    Departures: NOx of a fluidised bed is 7.5 kg/t in T/CSES 144-2024, above pulverised coal; AP-42 and the handbook
    of 2021 have 2.5 to 2.7. The inventory value is the default, `cfb_factor = "handbook"` takes the other. VOC of
    LNG, LPG and petroleum coke (33 kg/t as printed) is implausible and no default.
    """

    steam: Tonnes = quantity(zh="蒸汽产量", en="Steam made", gt=0, optional=True)
    steam_state: str = choice(
        "saturated", "superheated", zh="蒸汽状态（饱和/过热）", en="State of the steam", default="saturated"
    )
    steam_pressure: Megapascals = quantity(
        zh="蒸汽压力（绝对）", en="Steam pressure, absolute", gt=0, le=22, optional=True
    )
    steam_temperature: Celsius = quantity(
        zh="过热蒸汽温度",
        en="Temperature of superheated steam",
        gt=0,
        le=800,
        optional=True,
        only_with={"steam_state": ("superheated",)},
    )
    feedwater_temperature: Celsius = quantity(
        zh="给水温度", en="Temperature of the feed water", gt=0, le=350, optional=True
    )
    blowdown: Tonnes = quantity(zh="排污量", en="Blow-down", ge=0, default=assumed("0 t", "equipment-no-blowdown"))
    saturation_temperature: Celsius = quantity(
        zh="饱和温度",
        en="Saturation temperature",
        default=looked_up(("", properties.saturation_temperature, _SATURATED)),
    )
    steam_enthalpy: KjPerKg = quantity(
        zh="蒸汽焓",
        en="Enthalpy of the steam",
        gt=0,
        default=looked_up(
            ("steam_state == saturated", properties.saturated_steam_enthalpy, _SATURATED),
            ("steam_state == superheated", properties.enthalpy, _SUPERHEATED),
        ),
    )
    feedwater_enthalpy: KjPerKg = quantity(
        zh="给水焓", en="Enthalpy of the feed water", gt=0, default=looked_up(("", properties.enthalpy, _WATER))
    )
    blowdown_enthalpy: KjPerKg = quantity(
        zh="排污水焓",
        en="Enthalpy of the blow-down",
        gt=0,
        default=looked_up(("", properties.saturated_water_enthalpy, _SATURATED)),
    )
    heat: Gigajoules = quantity(zh="供热量（热水锅炉）", en="Heat delivered (hot water)", gt=0, optional=True)
    rated_power: Megawatts = quantity(zh="额定热功率（1 t/h蒸汽约0.7 MW）", en="Rated heat output", gt=0, optional=True)
    running_time: Hours = quantity(zh="运行时间", en="Running time", gt=0, le=8784, optional=True)
    condensing: str = choice("no", "yes", zh="冷凝式（否/是）", en="Condensing", default="no")
    unburnt_gas_loss: Share = quantity(
        zh="气体未完全燃烧热损失q3", en="Loss by unburnt gas", ge=0, lt=100, optional=True
    )
    surface_loss: Share = quantity(zh="散热损失q5", en="Loss of the surface", ge=0, lt=100, optional=True)
    ash_loss: Share = quantity(
        zh="灰渣物理热损失q6（燃煤）",
        en="Loss by hot ash (coal)",
        ge=0,
        lt=100,
        optional=True,
        only_with={"fuel": SOLID},
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("steam_heat", "<=", "heat_bound", "equipment-steam-above-fuel"),
        Law("useful_heat", "<=", "heat_bound", "equipment-heat-above-fuel"),
        Law("delivered", "<=", "rated_heat", "equipment-above-rating"),
        Law("losses", "<=", "whole", "equipment-losses-above-fuel"),
        Law("losses", ">=", "0", "equipment-loss-below-zero"),
        Law("steam_temperature", ">=", "least_steam_temperature", "equipment-steam-below-saturation"),
        Law("feedwater_temperature", "<=", "saturation_temperature", "equipment-water-above-saturation"),
        Law("steam_heat", ">=", "no_heat", "equipment-steam-colder-than-water"),
    )

    def scale_to(self, reporting: Any) -> Number:
        """Return the steam (else the heat) of the reporting state over that of this one."""
        return first_of(reporting.steam / self.steam, reporting.heat / self.heat)

    @output(zh="蒸汽和排污水带出热量", cites="gb-t-10180-2017")
    def steam_heat(self) -> Gigajoules:
        """Heat of steam and blow-down above the feed water."""
        of_steam = self.steam * (self.steam_enthalpy - self.feedwater_enthalpy)
        return of_steam + self.blowdown * (self.blowdown_enthalpy - self.feedwater_enthalpy)

    @output(zh="没有热量")
    def no_heat(self) -> Gigajoules:
        """No heat at all."""
        return 0 * self.steam_heat

    @output(zh="过热蒸汽最低温度", cites="iapws-r7-97#4")
    def least_steam_temperature(self) -> Celsius:
        """Temperature below which there is no superheated steam; of saturated steam nothing is asked."""
        return where(self.steam_state == "superheated", self.saturation_temperature, self.steam_temperature)

    @output(zh="有效利用热量", cites="gb-t-10180-2017")
    def useful_heat(self) -> Gigajoules:
        """Heat delivered: by meter, else by the steam."""
        return first_of(self.heat, self.steam_heat)

    @output(zh="有效利用热量上限")
    def heat_bound(self) -> Gigajoules:
        """Most heat that fuel and electricity can give; a condensing boiler has no bound by lower heating value."""
        return where(self.condensing == "yes", self.useful_heat, self.heat_in)

    @output(zh="额定供热量")
    def rated_heat(self) -> Gigajoules:
        """Heat at the rating over the running time."""
        return self.rated_power * self.running_time

    @output(zh="锅炉正平衡热效率", cites="gb-t-10180-2017")
    def direct_efficiency(self) -> Share:
        """Efficiency from fuel and steam."""
        by_steam = boiler_efficiency_direct(
            steam=self.steam,
            steam_enthalpy=self.steam_enthalpy,
            feedwater_enthalpy=self.feedwater_enthalpy,
            blowdown=self.blowdown,
            blowdown_enthalpy=self.blowdown_enthalpy,
            fuel_heat=self.fuel_heat,
        )
        return first_of(self.heat / self.fuel_heat, by_steam)

    @output(zh="热损失合计", cites="gb-t-10180-2017")
    def losses(self) -> Share:
        """All losses of the heat balance."""
        return 1 - self.indirect_efficiency

    @output(zh="全部热量")
    def whole(self) -> Share:
        """All of the fuel heat."""
        return 1 + 0 * self.oxygen_in_air

    @output(zh="锅炉反平衡热效率", cites="gb-t-10180-2017")
    def indirect_efficiency(self) -> Share:
        """Efficiency from the losses."""
        return boiler_efficiency_indirect(
            flue_gas_loss=self.flue_loss,
            unburnt_gas_loss=self.unburnt_gas_loss,
            unburnt_solid_loss=self.solid_loss,
            surface_loss=self.surface_loss,
            ash_loss=where(self.solid(), self.ash_loss, 0),
        )

    @output(zh="锅炉热效率", cites="gb-t-10180-2017")
    def efficiency(self) -> Share:
        """Efficiency: from fuel and steam, else from the losses."""
        return first_of(self.direct_efficiency, self.indirect_efficiency)

    @output(zh="供出热量", cites="gb-t-10180-2017")
    def delivered(self) -> Gigajoules:
        """Heat delivered: by meter or steam, else fuel × efficiency."""
        return first_of(self.useful_heat, self.fuel_heat * self.efficiency)

    @output(zh="可用热比例")
    def available(self) -> Share:
        """Share of the fuel heat that is delivered."""
        return 1 * self.efficiency

    @output(zh="单位供热能耗")
    def unit_energy(self) -> KgcePerGj:
        """Energy per heat delivered."""
        return self.energy / self.useful_heat
