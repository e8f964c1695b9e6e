"""Waste: sludge, refuse and its incineration."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    GIVEN,
    NO_SOURCE,
    CarbonDioxide,
    Electricity,
    EnergyUse,
    Fuel,
    Gigajoules,
    Heat,
    HeatEngine,
    KgcePerTonne,
    KwhPerTonne,
    Law,
    MjPerKg,
    Process,
    Share,
    Stack,
    StandardCoal,
    Tonnes,
    TonnesPerDay,
    TonnesPerTonne,
    at_least,
    factor,
    first_of,
    output,
    process,
    quantity,
    total,
)

_WATER = dict.fromkeys(("cod", "nh3n"), "environment-leachate-apart")


@process(
    key="sludge",
    zh="污泥处置",
    activity="produced",
    absent=dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class"),
)
class Sludge(EnergyUse, Process):
    """Sludge disposal.

    Produced and disposed of at the same moisture. Burning it elsewhere emits there.
    """

    gives: ClassVar = (*GIVEN, "biogas")

    produced: Tonnes = quantity(zh="污泥产生量", en="Sludge produced", gt=0)
    incinerated: Tonnes = quantity(zh="焚烧（含协同）量", en="Burnt, also in power plants and kilns", ge=0)
    composted: Tonnes = quantity(zh="堆肥、土地利用量", en="Composted or put on land", ge=0)
    materials: Tonnes = quantity(zh="建材利用量", en="Made into building materials", ge=0)
    landfilled: Tonnes = quantity(zh="卫生填埋量", en="Put into sanitary landfill", ge=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("harmless", "<=", "produced", "part-above-whole"),)

    @output(zh="无害化处置量")
    def harmless(self) -> Tonnes:
        """Sludge disposed of without harm."""
        return self.incinerated + self.composted + self.materials + self.landfilled

    @output(zh="污泥无害化处置率", cites="plan-yuncheng-14fyp#sludge")
    def harmless_rate(self) -> Share:
        """Sludge disposed of without harm over sludge produced."""
        return self.harmless / self.produced

    @output(zh="单位污泥能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of sludge."""
        return self.energy / self.produced


@process(key="refuse", zh="生活垃圾处理系统", absent=NO_SOURCE)
class Refuse(Process):
    """Refuse system.

    Capacities of harmless treatment of a city.
    """

    incineration: TonnesPerDay = quantity(zh="焚烧处理能力", en="Capacity of incineration", ge=0)
    total: TonnesPerDay = quantity(zh="无害化处理能力", en="Capacity of harmless treatment", gt=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("incineration", "<=", "total", "part-above-whole"),)

    @output(zh="焚烧处理能力占比", cites="plan-yuncheng-14fyp#refuse")
    def incineration_share(self) -> Share:
        """Incineration over harmless treatment, by capacity."""
        return self.incineration / self.total


@process(key="incinerator", zh="生活垃圾焚烧厂", activity="waste", absent={**_WATER, "voc": "no-generation-factor"})
class Incinerator(HeatEngine, CarbonDioxide, StandardCoal, EnergyUse, Stack, Process):
    """Refuse incinerator.

    Electricity and heat sold stand among the carriers as negative amounts. The refuse itself counts no energy.
    NOx, SO2 and PM are measured: the data has no generation factor. CO2 of the fossil part of the refuse needs
    its own factor. No more can be given out than the heat of what is burnt: by `refuse_lhv`, and where that is not
    given by the heating value of crude oil, which no refuse reaches.
    """

    waste: Tonnes = quantity(zh="入炉垃圾量", en="Refuse burnt", gt=0)
    fossil_co2: TonnesPerTonne = quantity(
        zh="化石源二氧化碳（每吨垃圾）", en="Fossil CO2 per refuse", ge=0, optional=True
    )
    refuse_lhv: MjPerKg = quantity(
        zh="入炉垃圾低位发热量", en="Lower heating value of the refuse burnt", gt=0, optional=True
    )
    richest: MjPerKg = quantity(
        zh="垃圾热值上限（原油热值）", en="Heating value that no refuse reaches, of crude oil", gt=0,
        default=factor("coal-2020/crude-oil.lhv"),
    )  # fmt: skip

    laws: ClassVar[tuple[Law, ...]] = (
        Law("given_out", "<=", "heat_in", "environment-more-out-than-burnt"),
        Law("power_out", "<=", "greatest_generation", "power-above-heat-allows"),
        Law("fossil_co2", "<=", "co2_per_carbon", "environment-more-than-carbon"),
    )

    @output(zh="外供电量与热量")
    def given_out(self) -> Gigajoules:
        """Electricity and heat given out."""
        return total(at_least(-line.amount, 0) for line in self._delivered())

    @output(zh="外供电量")
    def power_out(self) -> Gigajoules:
        """Electricity given out."""
        return total(at_least(-line.amount, 0) for line in self._delivered() if isinstance(line, Electricity))

    @output(zh="热量允许的最大供电量", cites="moran-shapiro-2014#5")
    def greatest_generation(self) -> Gigajoules:
        """Electricity that the heat of what is burnt allows, by Carnot."""
        return self.heat_in * self.greatest_power_share

    @output(zh="入炉热量与外购能源")
    def heat_in(self) -> Gigajoules:
        """Heat of the refuse, at most, and of the fuels; with what is taken of electricity and heat."""
        fuels = total(at_least(line.coal, 0) for line in self.carriers.values() if isinstance(line, Fuel))
        taken = total(at_least(line.amount, 0) for line in self._delivered())
        refuse = self.waste * first_of(self.refuse_lhv, self.richest)
        return refuse + fuels * self.standard_coal_heat + taken

    def _delivered(self) -> list[Electricity | Heat]:
        return [line for line in self.carriers.values() if isinstance(line, (Electricity, Heat))]

    @output(zh="过程二氧化碳排放量")
    def process_co2(self) -> Tonnes:
        """CO2 of the fossil part of the refuse."""
        return self.waste * self.fossil_co2

    @output(zh="吨垃圾净供电量")
    def unit_generation(self) -> KwhPerTonne:
        """Net electricity given out per tonne of refuse."""
        return -self.electricity / self.waste

    @output(zh="吨垃圾能耗（负为外供）")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of refuse, negative if given out."""
        return self.energy / self.waste
