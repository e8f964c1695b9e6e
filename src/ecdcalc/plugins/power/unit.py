"""What coal units and gas units share: electricity and heat from fuel, and how the fuel is split between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen

from ecdcalc.equations import turbines
from ecdcalc.plugin import (
    Air,
    Carrier,
    Case,
    CoalEquivalent,
    Context,
    EnergyUse,
    Fuel,
    GcePerKwh,
    Gigajoules,
    HeatEngine,
    KgcePerGj,
    KilowattHours,
    KjPerKg,
    Law,
    Megawatts,
    Missing,
    Number,
    Process,
    Ratio,
    Share,
    Stack,
    StandardCoal,
    Tce,
    Tonnes,
    VapourSource,
    Wastewater,
    Year,
    assumed,
    choice,
    electricity_of,
    first_of,
    impossible,
    missing,
    output,
    quantity,
    record,
    supply_rates,
    total,
    where,
)
from ecdcalc.plugins.power.split import heat_share_by_reference


@frozen
class NationalSupplyRate:
    """The national supply coal rate of the year, as published."""

    def cases(self, record: object, context: Context) -> tuple[Case, ...]:
        """Return the one row of that year, the final value before others."""
        ids = supply_rates(context.electricity_year or context.year)
        return tuple(((), id) for id in ids if context.factors.find(id))[:1]


_ROUNDING = 1e-9


def _alike(one: Number, other: Number) -> Number:
    """Tell whether two amounts differ by no more than rounding."""
    return (one <= other * (1 + _ROUNDING)) & (one >= other * (1 - _ROUNDING))


def fuel_energy(carriers: Mapping[str, Carrier]) -> Number:
    """Return the coal equivalent of the fuels among the carriers; missing where there is none."""
    fuels = [line.coal for line in carriers.values() if isinstance(line, (Fuel, CoalEquivalent))]
    return total(fuels) if fuels else missing("energy")


@record
class PowerUnit(Year, HeatEngine, StandardCoal, Air, EnergyUse, Stack, Wastewater, VapourSource, Process):
    """A unit that makes electricity, or electricity and heat, from fuel.

    Energy is what goes in: fuel, and what is bought. Electricity and heat that the unit supplies are inputs
    of their own and must not stand among the carriers.

    A saving is the fuel that the baseline would have taken for the electricity and the heat of the reporting
    state, each at its baseline rate, minus the fuel that was taken (GB/T 13234, product method with two
    products). Heat that the baseline did not supply counts at the rate of the boilers that it replaces.
    """

    transforms: ClassVar = {"": "transformed"}

    capacity: Megawatts = quantity(zh="机组容量", en="Capacity", gt=0)
    turbine: str = choice("condensing", "extraction", "back-pressure", zh="汽轮机型式（凝汽/抽凝/背压）", en="Turbine")
    cooling: str = choice("wet", "dry", zh="冷却方式（湿冷/空冷）", en="Cooling")
    generation: KilowattHours = quantity(zh="发电量", en="Gross generation", gt=0)
    electricity_supplied: KilowattHours = quantity(zh="供电量", en="Electricity supplied", gt=0, optional=True)
    house_load: Share = quantity(zh="综合厂用电率", en="House load", ge=0, lt=100, optional=True)
    heat_auxiliaries: KilowattHours = quantity(
        zh="纯供热用厂用电量",
        en="House electricity that serves heat alone",
        ge=0,
        default=assumed("0 kWh", "power-heat-auxiliaries"),
    )
    heat_supplied: Gigajoules = quantity(zh="供热量", en="Heat supplied", ge=0, optional=True)
    split: str = choice(
        "heat-quantity",
        "enthalpy-drop",
        "reference-rate",
        zh="热电分摊方法（热量法/实际焓降法/参照煤耗法）",
        en="Split of fuel between heat and power",
        default="heat-quantity",
    )
    measured_heat_share: Share = quantity(
        zh="实测供热比", en="Measured share of fuel for heat", ge=0, lt=100, optional=True
    )
    boiler_efficiency: Share = quantity(zh="锅炉效率", en="Boiler efficiency", gt=0, le=100, optional=True)
    pipe_efficiency: Share = quantity(zh="管道效率", en="Pipe efficiency", gt=0, le=100, optional=True)
    turbine_heat_input: Gigajoules = quantity(
        zh="汽轮机总热耗量", en="Heat from the boiler to the turbine plant", gt=0, optional=True
    )
    extraction_steam: Tonnes = quantity(
        zh="供热抽汽量", en="Steam extracted for heat", ge=0, optional=True, only_with={"split": ("enthalpy-drop",)}
    )
    extraction_enthalpy: KjPerKg = quantity(
        zh="供热抽汽焓", en="Enthalpy of that steam", gt=0, optional=True, only_with={"split": ("enthalpy-drop",)}
    )
    live_steam: Tonnes = quantity(
        zh="主蒸汽量", en="Live steam", gt=0, optional=True, only_with={"split": ("enthalpy-drop",)}
    )
    live_enthalpy: KjPerKg = quantity(
        zh="主蒸汽焓", en="Enthalpy of the live steam", gt=0, optional=True, only_with={"split": ("enthalpy-drop",)}
    )
    condenser_enthalpy: KjPerKg = quantity(
        zh="凝汽焓（排汽）",
        en="Enthalpy of the steam to the condenser",
        gt=0,
        optional=True,
        only_with={"split": ("enthalpy-drop",)},
    )
    condensing_rate: GcePerKwh = quantity(
        zh="参照凝汽机组发电煤耗",
        en="Generation coal rate of a reference condensing unit",
        gt=0,
        optional=True,
        only_with={"split": ("reference-rate",)},
    )
    replaced_heat_rate: KgcePerGj = quantity(
        zh="被替代锅炉供热煤耗", en="Heat rate of the boilers that the heat replaces", gt=0, optional=True
    )
    grid_rate: GcePerKwh = quantity(
        zh="全国供电标准煤耗", en="National supply coal rate", gt=0, default=NationalSupplyRate()
    )
    limit_factor: Ratio = quantity(
        zh="供电限额影响因素修正系数 K", en="Factor K of the supply limit", gt=0, optional=True
    )

    laws: ClassVar = (
        Law("supplied", "<=", "generation", "power-supplied-above-generation"),
        Law("generation", "<=", "rated_generation", "above-rating"),
        Law("generation", "<=", "greatest_generation", "power-above-heat-allows"),
        Law("products", "<=", "fuel_heat", "power-products-above-fuel"),
        Law("heat", "<=", "heat_input", "power-heat-above-input"),
        Law("coal_for_heat", "<=", "fuel_energy", "power-heat-share"),
        Law("heat_auxiliaries", "<=", "electricity", "part-above-whole"),
    )

    def scale_to(self, reporting: PowerUnit) -> Number:
        """Return the fuel for the reporting output at the rates of this state, over the fuel of this state."""
        heat_rate = first_of(self.heat_supply_rate, self.replaced_heat_rate)
        for_heat = where(reporting.heat > 0, heat_rate * reporting.heat, 0 * self.fuel_energy)
        fuel = self.supply_coal_rate * reporting.supplied + for_heat
        same = _alike(reporting.supplied, self.supplied) & _alike(reporting.heat, self.heat)
        return where(same, 1, fuel / self.fuel_energy)

    @output(zh="全年满发电量", cites="definition")
    def rated_generation(self) -> KilowattHours:
        """Electricity at the rating, all the year round."""
        return self.capacity * self.year_hours

    @output(zh="燃料热量允许的最大发电量", cites="moran-shapiro-2014#5")
    def greatest_generation(self) -> KilowattHours:
        """Electricity that the heat of the fuel allows, by Carnot."""
        return self.fuel_heat * self.greatest_power_share

    @output(zh="供电量", cites="dl-t-904-2015")
    def supplied(self) -> KilowattHours:
        """Electricity supplied."""
        return first_of(self.electricity_supplied, self.generation * (1 - self.house_load))

    @output(zh="供热量", cites="dl-t-904-2015")
    def heat(self) -> Gigajoules:
        """Heat supplied.

        A condensing unit supplies none unless it says so.
        """
        return where(
            self.turbine == "condensing", first_of(self.heat_supplied, 0 * self.generation), self.heat_supplied
        )

    @output(zh="燃料折标准煤量", cites="gb-t-2589-2020#4")
    def fuel_energy(self) -> Tce:
        """Coal equivalent of the fuels."""
        fuels = fuel_energy(self.carriers)
        return self.generation / self.standard_coal_heat * fuels if isinstance(fuels, Missing) else fuels

    @output(zh="燃料热量", cites="gb-t-2589-2020#4")
    def fuel_heat(self) -> Gigajoules:
        """Heat of the fuels."""
        return self.fuel_energy * self.standard_coal_heat

    @output(zh="自用电量", cites="dl-t-904-2015", extensive=True)
    def electricity(self) -> KilowattHours:
        """Own use of electricity: house load, and what is bought."""
        return self.house_electricity + self.bought_electricity

    @output(zh="外购电量", cites="definition")
    def bought_electricity(self) -> KilowattHours:
        """Electricity bought."""
        return electricity_of(self.carriers)

    @output(zh="综合厂用电量", cites="dl-t-904-2015")
    def house_electricity(self) -> KilowattHours:
        """House electricity: generation that is not supplied."""
        return self.generation - self.supplied

    @output(zh="综合厂用电率", cites="dl-t-904-2015")
    def house_load_share(self) -> Share:
        """House load, of heat and power together."""
        return turbines.house_load(power_use=self.house_electricity, generation=self.generation)

    @output(zh="汽轮机总热耗量", cites="dl-t-904-2015")
    def heat_input(self) -> Gigajoules:
        """Heat from the boiler to the turbine plant.

        Measured, or fuel × boiler efficiency × pipe efficiency.
        """
        return where(self.heat > 0, self._heat_input(), impossible("power-no-heat"))

    def _heat_input(self) -> Number:
        return first_of(self.turbine_heat_input, self.fuel_heat * self.boiler_efficiency * self.pipe_efficiency)

    @output(zh="供热比", cites="dl-t-904-2015")
    def heat_share(self) -> Share:
        """Share of fuel for heat.

        Measured, or by the chosen method; none where there is no heat.
        `heat-quantity`: heat supplied over the heat that the turbine plant gets; the benefit of joint
        production goes to power. `enthalpy-drop` (the power that the steam could still have given) and
        `reference-rate` (power charged as in a condensing unit): the benefit goes to heat.
        """
        by_quantity = turbines.heat_share_by_quantity(heat_supplied=self.heat, heat_input=self._heat_input())
        by_drop = turbines.heat_share_by_enthalpy_drop(
            extraction=self.extraction_steam,
            extraction_enthalpy=self.extraction_enthalpy,
            live_steam=self.live_steam,
            live_enthalpy=self.live_enthalpy,
            condenser_enthalpy=self.condenser_enthalpy,
        )
        by_reference = heat_share_by_reference(
            coal=self.fuel_energy, generation=self.generation, condensing_rate=self.condensing_rate
        )
        good_to_heat = where(self.split == "enthalpy-drop", by_drop, by_reference)
        by_method = where(self.split == "heat-quantity", by_quantity, good_to_heat)
        return where(self.heat > 0, first_of(self.measured_heat_share, by_method), 0)

    @output(zh="供热标准煤量", cites="dl-t-904-2015")
    def coal_for_heat(self) -> Tce:
        """Coal charged to heat."""
        return turbines.coal_for_heat(coal=self.fuel_energy, heat_share=self.heat_share)

    @output(zh="发电标准煤量", cites="dl-t-904-2015")
    def coal_for_power(self) -> Tce:
        """Coal charged to power."""
        return turbines.coal_for_power(coal=self.fuel_energy, heat_share=self.heat_share)

    @output(zh="发电标准煤耗", cites="dl-t-904-2015")
    def generation_coal_rate(self) -> GcePerKwh:
        """Gross coal rate."""
        return turbines.generation_coal_rate(coal_for_power=self.coal_for_power, generation=self.generation)

    @output(zh="发电厂用电量", cites="dl-t-904-2015")
    def power_house_electricity(self) -> KilowattHours:
        """House electricity charged to power.

        Without what serves heat alone, the rest by the share of fuel.
        """
        return (self.house_electricity - self.heat_auxiliaries) * (1 - self.heat_share)

    @output(zh="供热厂用电量", cites="dl-t-904-2015")
    def heat_house_electricity(self) -> KilowattHours:
        """House electricity charged to heat."""
        return self.house_electricity - self.power_house_electricity

    @output(zh="发电厂用电率", cites="dl-t-904-2015")
    def power_house_load(self) -> Share:
        """House load of power."""
        return turbines.house_load(power_use=self.power_house_electricity, generation=self.generation)

    @output(zh="供电标准煤耗", cites="dl-t-904-2015")
    def supply_coal_rate(self) -> GcePerKwh:
        """Supply coal rate."""
        return turbines.supply_coal_rate(
            generation_coal_rate=self.generation_coal_rate, house_load=self.power_house_load
        )

    @output(zh="供热燃料煤耗（不含厂用电）", cites="dl-t-904-2015")
    def heat_fuel_rate(self) -> KgcePerGj:
        """Coal per heat supplied, without house electricity."""
        return turbines.heat_supply_rate(coal_for_heat=self.coal_for_heat, heat_supplied=self._some_heat())

    @output(zh="供热标准煤耗（含供热厂用电）", cites="dl-t-904-2015")
    def heat_supply_rate(self) -> KgcePerGj:
        """Heat supply rate.

        Coal per heat supplied, with the coal of the house electricity for heat. With it, supply rate ×
        electricity supplied + heat rate × heat supplied is the fuel of the unit.
        """
        return self.heat_fuel_rate + self.supply_coal_rate * self.heat_house_electricity / self._some_heat()

    def _some_heat(self) -> Number:
        return where(self.heat > 0, self.heat, impossible("power-no-heat"))

    @output(zh="热电比", cites="dl-t-904-2015")
    def heat_power_ratio(self) -> Share:
        """Heat supplied per electricity supplied."""
        return turbines.heat_to_power(heat_supplied=self.heat, electricity_supplied=self.supplied)

    @output(zh="全厂热效率", cites="dl-t-904-2015")
    def thermal_efficiency(self) -> Share:
        """Thermal efficiency.

        Electricity and heat supplied over the heat of the fuel.
        """
        return turbines.plant_efficiency(
            electricity_supplied=self.supplied, heat_supplied=self.heat, fuel_heat=self.fuel_heat
        )

    @output(zh="供电供热量合计", cites="definition")
    def products(self) -> Gigajoules:
        """Electricity and heat supplied."""
        return self.supplied + self.heat

    @output(zh="热电分产煤耗量", cites="gb-t-13234-2018#product")
    def separate_production(self) -> Tce:
        """Coal of separate production.

        The grid for the electricity, replaced boilers for the heat.
        """
        by_boilers = where(self.heat > 0, self.replaced_heat_rate * self.heat, 0 * self.fuel_energy)
        return self.grid_rate * self.supplied + by_boilers

    @output(zh="与热电分产相比的燃料差额", cites="gb-t-13234-2018#product", extensive=True, adjusted=False)
    def against_separate_production(self) -> Tce:
        """Fuel of the unit minus coal of separate production.

        Negative is less than separate production. The two states are compared as they are: what is saved of
        it is what the whole system saves, where lost generation is made up by the grid and more heat spares
        boilers.
        """
        return self.fuel_energy - self.separate_production

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted: monitored, or the factor of the fuel, without control unless one is given."""
        control = self.voc_control
        return first_of(control.mass, self.voc_generated * control.passed, self.voc_generated)

    @output(zh="背压改造完成", cites="definition")
    def converted(self) -> Share:
        """Converted to back-pressure."""
        return where(self.turbine == "back-pressure", 1, 0)

    @output(zh="限额修正系数 K", cites="definition")
    def limit_scale(self) -> Ratio:
        """Factor K of the supply limit."""
        return self.limit_factor
