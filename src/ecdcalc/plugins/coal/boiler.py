"""Coal boilers, closed or retrofitted, and the heat that takes their place."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Air,
    AmmoniaSlip,
    CarbonDioxide,
    CoalEquivalent,
    CoalQuality,
    EnergyUse,
    Fuel,
    Gigajoules,
    GramsPerCubicMetre,
    KgcePerGj,
    KgcePerKg,
    KgPerTonne,
    Law,
    MgPerCubicMetre,
    Number,
    Process,
    RatedSteam,
    Share,
    Stack,
    StandardCoal,
    Tce,
    Tonnes,
    TonnesCarbonPerGj,
    choice,
    emission_limit,
    emission_oxygen,
    emitted,
    factor,
    first_of,
    kept_ash,
    of_coal_and_gas,
    one_of,
    output,
    process,
    quantity,
    total,
    where,
)
from ecdcalc.plugins.coal.common import COALS, CoalUse

_NO_WATER = dict.fromkeys(("cod", "nh3n"), "coal-no-water")
_FIRED = (*COALS, "gangue")  # gangue is no coal in the coal balance, but burns like it


@process(key="coal-boiler", zh="燃煤锅炉", activity="heat", absent=_NO_WATER)
class CoalBoiler(RatedSteam, CoalUse, CoalQuality, StandardCoal, AmmoniaSlip, Air, Stack, Process):
    """Coal boiler.

    A boiler inside the reach of a heat network is to be closed (`closed = "2024-10-31"`); the heat that takes
    its place is a `heat-supply` of its own, else the saving is too large. An outdated one is retrofitted. The
    fuel may change: coal (gangue like it) and natural gas count, each with its factor; SO2 of the coal only.
    Concentrations are held against the ultra-low values 50, 35, 10 mg/m3 at 9 % oxygen.

    Departures: NOx of a fluidised bed 7.5 kg/t (T/CSES 144-2024, above pulverised coal); other sources have 2.5
    to 2.7 (`nox/nx074`, `nx077`): give `nox_factor`.
    """

    heat: Gigajoules = quantity(zh="锅炉供热量", en="Heat delivered", gt=0)
    furnace: str = choice(
        "grate",
        "fluidised-bed",
        "pulverised",
        "hand-fired",
        zh="燃烧方式（层燃/循环流化床/煤粉/手烧）",
        en="Furnace",
    )
    network: str = choice("outside", "inside", zh="供热管网覆盖（范围外/范围内）", en="Reach of a heat network")
    state: str = choice("sound", "outdated", zh="装备水平（正常/落后）", en="State")
    nox_factor: KgPerTonne = quantity(
        zh="燃煤氮氧化物产污系数",
        en="NOx generated per coal",
        ge=0,
        default=one_of(
            ("furnace == pulverised", "nox/nx026"),
            ("furnace == fluidised-bed", "nox/nx027"),
            ("furnace == grate", "nox/nx028"),
            ("furnace == hand-fired", "nox/nx029"),
        ),
    )
    gas_nox_factor: GramsPerCubicMetre = quantity(
        zh="燃气氮氧化物产污系数", en="NOx generated per natural gas", ge=0, default=factor("nox/nx035")
    )
    voc_factor: KgPerTonne = quantity(
        zh="燃煤挥发性有机物产污系数",
        en="VOC per coal",
        ge=0,
        default=one_of(("furnace == hand-fired", "voc/vf155"), ("", "voc/vf154")),
    )
    gas_voc_factor: GramsPerCubicMetre = quantity(
        zh="燃气挥发性有机物产污系数", en="VOC per natural gas", ge=0, default=factor("voc/vf156")
    )
    gas_pm_factor: GramsPerCubicMetre = quantity(
        zh="燃气颗粒物（PM2.5）产污系数", en="PM2.5 per natural gas", ge=0, default=factor("cobenefit/cb018")
    )
    ash_kept: Share = kept_ash(
        one_of(
            ("furnace == pulverised", "cobenefit/cb002"),
            ("furnace == fluidised-bed", "cobenefit/cb004"),
            ("", "cobenefit/cb005"),
        )
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=emission_oxygen("el030")
    )
    nox_limit: MgPerCubicMetre = quantity(
        zh="氮氧化物超低排放限值", en="Ultra-low value of NOx", gt=0, default=emission_limit(("", "el030"))
    )
    so2_limit: MgPerCubicMetre = quantity(
        zh="二氧化硫超低排放限值", en="Ultra-low value of SO2", gt=0, default=emission_limit(("", "el029"))
    )
    pm_limit: MgPerCubicMetre = quantity(
        zh="颗粒物超低排放限值", en="Ultra-low value of PM", gt=0, default=emission_limit(("", "el028"))
    )

    laws: ClassVar = (
        Law("heat", "<=", "fuel_heat", "coal-more-heat-than-fuel"),
        Law("heat", "<=", "rated_heat", "above-rating"),
    )

    @output(zh="燃料热量", cites="gb-t-2589-2020#4")
    def fuel_heat(self) -> Gigajoules:
        """Heat of the fuels burnt."""
        fuels = total(line.coal for line in self.carriers.values() if isinstance(line, (Fuel, CoalEquivalent)))
        return fuels * self.standard_coal_heat

    @output(zh="锅炉热效率（正平衡）", cites="gb-t-2589-2020#4")
    def efficiency(self) -> Share:
        """Heat delivered per heat of the fuels."""
        return self.heat / self.fuel_heat

    @output(zh="单位供热能耗")
    def unit_energy(self) -> KgcePerGj:
        """Energy per heat delivered."""
        return self.energy / self.heat

    @output(zh="燃煤量（实物量）")
    def coal_burnt(self) -> Tonnes:
        """Coal and gangue burnt, by mass."""
        return emitted(self.carriers, _FIRED, 1)

    def _of_fuels(self, coal: Number, gas: Number | None = None) -> Number:
        """Return coal and gangue × factor plus natural gas × factor."""
        return of_coal_and_gas(self, coal, gas, coals=_FIRED)

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal, of coal and natural gas."""
        return self._of_fuels(self.nox_factor, self.gas_nox_factor)

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated before removal, by the sulphur of the coal."""
        return self._of_fuels(self.so2_of_coal)

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated before removal, by the ash of the coal; natural gas by factor, as PM2.5."""
        return self._of_fuels(self.pm_of_coal, self.gas_pm_factor)

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the coal and natural gas burnt; no device is credited."""
        return self._of_fuels(self.voc_factor, self.gas_voc_factor)

    @output(zh="氮氧化物超过超低排放限值的浓度", cites="coal-boiler-policy")
    def nox_over_ultra_low(self) -> MgPerCubicMetre:
        """NOx at reference oxygen above the ultra-low value; at most zero meets it."""
        return self.nox_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air) - self.nox_limit

    @output(zh="二氧化硫超过超低排放限值的浓度", cites="coal-boiler-policy")
    def so2_over_ultra_low(self) -> MgPerCubicMetre:
        """SO2 at reference oxygen above the ultra-low value; at most zero meets it."""
        return self.so2_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air) - self.so2_limit

    @output(zh="颗粒物超过超低排放限值的浓度", cites="coal-boiler-policy")
    def pm_over_ultra_low(self) -> MgPerCubicMetre:
        """PM at reference oxygen above the ultra-low value; at most zero meets it."""
        return self.pm_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air) - self.pm_limit


@process(key="heat-supply", zh="集中供热", activity="heat", absent=_NO_WATER)
class HeatSupply(CarbonDioxide, EnergyUse, CoalQuality, StandardCoal, Stack, Process):
    """Heat for users.

    From boilers, from combined heat and power, or from waste heat. The baseline says how the heat was made,
    the reporting state how it is made now. Boilers: heat, with the loss of their network where one is given, over
    efficiency. Combined heat and power: heat sent out, with the loss of the network, times the supplier's heat rate.
    Waste heat: no fuel. Coal by mass follows from the coal equivalent. What pumps take stands among the carriers.
    """

    heat: Gigajoules = quantity(zh="用户用热量", en="Heat at the users", gt=0)
    source: str = choice(
        "boilers",
        "combined-heat-and-power",
        "waste-heat",
        zh="热源（燃煤锅炉/热电联产/工业余热）",
        en="Source of heat",
    )
    efficiency: Share = quantity(
        zh="锅炉热效率", en="Efficiency of the boilers", gt=0, le=100, optional=True, only_with={"source": ("boilers",)}
    )
    heat_rate: KgcePerGj = quantity(
        zh="供热标准煤耗",
        en="Heat rate of the supplier",
        gt=0,
        optional=True,
        only_with={"source": ("combined-heat-and-power",)},
    )
    network_loss: Share = quantity(
        zh="管网热损失率",
        en="Heat loss of the network",
        ge=0,
        lt=100,
        optional=True,
        only_with={"source": ("boilers", "combined-heat-and-power")},
    )
    unit_size: str = choice(
        "small",
        "medium",
        "large",
        zh="机组规模（≤100/100～300/≥300 MW）",
        en="Size of the units",
        optional=True,
        only_with={"source": ("combined-heat-and-power",)},
    )
    coal_factor: KgcePerKg = quantity(
        zh="燃煤折标准煤系数", en="Coal equivalent of the coal", gt=0, default=factor("coal-2020/raw-coal.coal")
    )
    carbon_content: TonnesCarbonPerGj = quantity(
        zh="单位热值含碳量", en="Carbon content per heat", ge=0, default=factor("co2-ndrc/bituminous.carbon")
    )
    oxidation: Share = quantity(
        zh="碳氧化率", en="Share of carbon oxidised", ge=0, le=100, default=factor("co2-ndrc/bituminous.oxidation")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数",
        en="NOx generated per coal",
        ge=0,
        default=one_of(
            ("source == boilers", "nox/nx022"),
            ("source == waste-heat", "nox/nx022"),
            ("unit_size == small", "nox/nx001"),
            ("unit_size == medium", "nox/nx002"),
            ("unit_size == large", "nox/nx003"),
        ),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数",
        en="VOC per coal",
        ge=0,
        default=one_of(("source == combined-heat-and-power", "voc/vf151"), ("", "voc/vf152")),
    )

    ash_kept: Share = kept_ash(
        one_of(("source == combined-heat-and-power", "cobenefit/cb002"), ("", "cobenefit/cb005"))
    )

    @output(zh="供热燃料消耗", cites="gb-t-2589-2020#4")
    def fuel_energy(self) -> Tce:
        """Coal equivalent of the fuel for the heat."""
        from_boilers = first_of(self.heat / (1 - self.network_loss), self.heat)
        by_boilers = from_boilers / self.standard_coal_heat / self.efficiency
        by_power = self.heat / (1 - self.network_loss) * self.heat_rate
        none = 0 * self.heat / self.standard_coal_heat
        fired = where(self.source == "boilers", by_boilers, by_power)
        return where(self.source == "waste-heat", none, fired)

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy of fuel and carriers."""
        return self.carrier_energy + self.fuel_energy

    @output(zh="单位供热能耗")
    def unit_energy(self) -> KgcePerGj:
        """Energy per heat at the users."""
        return self.energy / self.heat

    @output(zh="煤炭消费量（实物量）", extensive=True)
    def coal_use(self) -> Tonnes:
        """Coal used, by mass."""
        return self.fuel_energy / self.coal_factor

    @output(zh="过程二氧化碳排放量（供热燃料）", cites="ndrc-guides-2013-2015#combustion")
    def process_co2(self) -> Tonnes:
        """CO2 of the fuel for the heat."""
        carbon = self.fuel_energy * self.standard_coal_heat * self.carbon_content
        return carbon * self.oxidation * self.co2_per_carbon

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-d1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.coal_use * self.nox_factor

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated before removal, by the sulphur of the coal."""
        return self.coal_use * self.so2_of_coal

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated before removal, by the ash of the coal."""
        return self.coal_use * self.pm_of_coal

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-d1", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the coal burnt; no device is credited."""
        return self.coal_use * self.voc_factor
