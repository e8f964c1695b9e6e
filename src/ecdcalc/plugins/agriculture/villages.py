"""Villages: sewage, black-odorous water, heating of households."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    COALS,
    GIVEN,
    INDICATOR_ONLY,
    CubicMetres,
    Days,
    EnergyUse,
    Fuel,
    GramsPerPersonDay,
    Households,
    Items,
    KgPerGj,
    KgPerTonne,
    KwhPerCubicMetre,
    Law,
    MgPerLitre,
    Persons,
    Process,
    Share,
    Tonnes,
    TonnesPerHousehold,
    assumed,
    choice,
    emitted,
    factor,
    first_of,
    of_known_fuels,
    one_of,
    output,
    process,
    quantity,
    total,
)

GASES = ("natural-gas", "coke-oven-gas", "biogas")
_KNOWN = (*COALS, *GASES)


@process(
    key="rural-sewage",
    zh="农村生活污水",
    activity="population",
    absent=dict.fromkeys(("nox", "voc", "so2", "pm"), "no-source-class"),
)
class RuralSewage(EnergyUse, Process):
    """Rural sewage.

    Removed is Q (C_in − C_out) where the flow is metered, else load × share collected × removal. The treatment
    rate of the plan counts villages and is no mass.
    """

    gives: ClassVar = (*GIVEN, "biogas")

    population: Persons = quantity(zh="农村常住人口", en="Rural population", gt=0)
    villages: Items = quantity(zh="行政村数", en="Villages", gt=0)
    villages_treated: Items = quantity(zh="完成生活污水治理的行政村数", en="Villages whose sewage is treated", ge=0)
    days: Days = quantity(zh="核算天数", en="Days", gt=0, le=366, default=assumed("365 d", "agriculture-full-year"))
    cod_per_day: GramsPerPersonDay = quantity(
        zh="人均COD产生量", en="COD per person and day", ge=0, default=factor("water/wf012")
    )
    nh3n_per_day: GramsPerPersonDay = quantity(
        zh="人均氨氮产生量", en="NH3-N per person and day", ge=0, default=factor("water/wf013")
    )
    collection: Share = quantity(zh="污水收集率", en="Share of the load collected", ge=0, le=100, optional=True)
    cod_removal: Share = quantity(zh="COD去除率", en="COD removal", ge=0, le=100, optional=True)
    nh3n_removal: Share = quantity(zh="氨氮去除率", en="NH3-N removal", ge=0, le=100, optional=True)
    volume: CubicMetres = quantity(
        zh="处理水量（计量）", en="Sewage treated, metered", ge=0, optional=True, method="monitoring"
    )
    cod_in: MgPerLitre = quantity(zh="进水COD", en="COD of the inflow", ge=0, optional=True)
    cod_out: MgPerLitre = quantity(zh="出水COD", en="COD of the outflow", ge=0, optional=True)
    nh3n_in: MgPerLitre = quantity(zh="进水氨氮", en="NH3-N of the inflow", ge=0, optional=True)
    nh3n_out: MgPerLitre = quantity(zh="出水氨氮", en="NH3-N of the outflow", ge=0, optional=True)

    laws: ClassVar = (
        Law("villages_treated", "<=", "villages", "part-above-whole"),
        Law("cod_metered", "<=", "cod_generated", "agriculture-cleans-more"),
        Law("nh3n_metered", "<=", "nh3n_generated", "agriculture-cleans-more"),
        Law("electricity", ">=", "0", "agriculture-more-electricity-saved"),
        Law("cod_out", "<=", "cod_in", "cleans-nothing"),
        Law("nh3n_out", "<=", "nh3n_in", "cleans-nothing"),
    )

    @output(zh="农村生活污水治理率", cites="plan-yuncheng-14fyp#rural-sewage")
    def treatment_rate(self) -> Share:
        """Villages whose sewage is treated over all villages."""
        return self.villages_treated / self.villages

    @output(zh="COD产生量", cites="water-capacity-guide#default")
    def cod_generated(self) -> Tonnes:
        """COD generated."""
        return self.population * self.cod_per_day * self.days

    @output(zh="氨氮产生量", cites="water-capacity-guide#default")
    def nh3n_generated(self) -> Tonnes:
        """NH3-N generated."""
        return self.population * self.nh3n_per_day * self.days

    @output(zh="COD去除量（计量）", cites="pollutant-accounting-2021#rural-sewage")
    def cod_metered(self) -> Tonnes:
        """COD removed, by the meter."""
        return self.volume * (self.cod_in - self.cod_out)

    @output(zh="氨氮去除量（计量）", cites="pollutant-accounting-2021#rural-sewage")
    def nh3n_metered(self) -> Tonnes:
        """NH3-N removed, by the meter."""
        return self.volume * (self.nh3n_in - self.nh3n_out)

    @output(zh="化学需氧量排放量", cites="pollutant-accounting-2021#rural-sewage", extensive=True)
    def cod(self) -> Tonnes:
        """COD discharged: what was generated, less what was removed by the meter, else by share and removal."""
        return first_of(
            self.cod_generated - self.cod_metered, self.cod_generated * (1 - self.collection * self.cod_removal)
        )

    @output(zh="氨氮排放量", cites="pollutant-accounting-2021#rural-sewage", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N discharged: what was generated, less what was removed by the meter, else by share and removal."""
        return first_of(
            self.nh3n_generated - self.nh3n_metered, self.nh3n_generated * (1 - self.collection * self.nh3n_removal)
        )

    @output(zh="单位水量电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per sewage treated."""
        return self.electricity / self.volume


@process(key="rural-water", zh="农村黑臭水体", absent=INDICATOR_ONLY)
class RuralWater(Process):
    """Rural black-odorous water."""

    found: Items = quantity(zh="排查出的较大面积黑臭水体", en="Large black-odorous water bodies found", ge=0)
    cleared: Items = quantity(zh="已消除的黑臭水体", en="Cleared", ge=0)

    laws: ClassVar = (Law("cleared", "<=", "found", "part-above-whole"),)

    @output(zh="未消除的较大面积黑臭水体", cites="plan-yuncheng-14fyp#rural-black-water")
    def remaining(self) -> Items:
        """Large black-odorous water bodies that remain."""
        return self.found - self.cleared


@process(
    key="household-heating",
    zh="农村取暖",
    activity="households",
    absent=dict.fromkeys(("cod", "nh3n"), "no-source-class"),
)
class HouseholdHeating(EnergyUse, Process):
    """Rural heating.

    R = Σ H q EF − E_replacement, as the difference of two states: coal, gas and electricity stand among the
    carriers. Electricity emits nothing here. Households that went back to coal count among those on coal.
    """

    households: Households = quantity(zh="取暖户数", en="Households heated", gt=0)
    coal_households: Households = quantity(
        zh="燃煤取暖户数（含复烧）", en="Households on coal, also those that went back to it", ge=0, optional=True
    )
    coal_kind: str = choice("lump", "ball", "honeycomb", zh="散煤种类（块煤/煤球/蜂窝煤）", en="Kind of coal")
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物系数（每吨煤）", en="NOx per coal", ge=0,
        default=one_of(("coal_kind == lump", "nox/nx087"), ("coal_kind == ball", "nox/nx086"), ("", "nox/nx085")),
    )  # fmt: skip
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫系数（每吨煤）", en="SO2 per coal", ge=0,
        default=one_of(
            ("coal_kind == lump", "cobenefit/cb097"), ("coal_kind == ball", "cobenefit/cb095"), ("", "cobenefit/cb093")
        ),
    )  # fmt: skip
    voc_factor: KgPerGj = quantity(
        zh="挥发性有机物系数（每GJ煤）", en="VOC per heat of coal", ge=0, default=factor("cobenefit/cb099")
    )
    pm25_factor: KgPerGj = quantity(
        zh="细颗粒物系数（每GJ煤）", en="PM2.5 per heat of coal", ge=0, default=factor("cobenefit/cb101")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物系数（每吨煤，未给出时按细颗粒物）", en="PM per coal; PM2.5 unless given", ge=0, optional=True
    )
    gas_nox_factor: KgPerGj = quantity(
        zh="燃气氮氧化物系数", en="NOx per heat of gas", ge=0, default=factor("nox/nx132")
    )

    laws: ClassVar = (
        Law("coal_households", "<=", "households", "part-above-whole"),
        Law("coal_households", ">=", "0", "agriculture-more-households-than-on-coal"),
    )

    @output(zh="燃煤量")
    def coal_burnt(self) -> Tonnes:
        """Coal burnt."""
        return emitted(self.carriers, COALS, 1)

    @output(zh="燃煤户均用煤量")
    def coal_per_household(self) -> TonnesPerHousehold:
        """Coal per household on coal."""
        return emitted(self.carriers, COALS, 1 / self.coal_households)

    @output(zh="清洁取暖率")
    def clean_share(self) -> Share:
        """Share of the households without coal."""
        return 1 - self.coal_households / self.households

    @output(zh="氮氧化物排放量", cites="liang-2017#results", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of coal and gas stoves."""
        coal = emitted(self.carriers, COALS, self.nox_factor)
        gas = total(_heat(line) * self.gas_nox_factor for id, line in self.carriers.items() if id in GASES)
        return of_known_fuels(self, _KNOWN, coal + gas)

    @output(zh="二氧化硫排放量", cites="liang-2017#results", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of coal stoves."""
        return of_known_fuels(self, _KNOWN, emitted(self.carriers, COALS, self.so2_factor))

    @output(zh="挥发性有机物排放量", cites="emep-eea#1.A.4.b", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of coal stoves."""
        coal = total(_heat(line) * self.voc_factor for id, line in self.carriers.items() if id in COALS)
        return of_known_fuels(self, _KNOWN, coal)

    @output(zh="颗粒物排放量", cites="emep-eea#1.A.4.b", extensive=True)
    def pm(self) -> Tonnes:
        """PM of coal stoves: by a factor where one is given, else PM2.5, which is less."""
        given = emitted(self.carriers, COALS, self.pm_factor)
        return first_of(of_known_fuels(self, _KNOWN, given), self.pm25)

    @output(zh="细颗粒物排放量", cites="emep-eea#1.A.4.b", extensive=True)
    def pm25(self) -> Tonnes:
        """PM2.5 of coal stoves."""
        coal = total(_heat(line) * self.pm25_factor for id, line in self.carriers.items() if id in COALS)
        return of_known_fuels(self, _KNOWN, coal)


def _heat(line: object) -> float:
    """Return the heat of a fuel line (lower heating value)."""
    assert isinstance(line, Fuel)
    return line.coal * line.standard_coal_heat
