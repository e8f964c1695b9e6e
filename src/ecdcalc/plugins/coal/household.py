"""Coal in households and what replaces it."""

from __future__ import annotations

from ecdcalc.plugin import (
    CarbonDioxide,
    EnergyUse,
    Gigajoules,
    Households,
    KgcePerKg,
    KgPerGj,
    KgPerTonne,
    Process,
    Share,
    StandardCoal,
    Tce,
    Tonnes,
    TonnesCarbonPerGj,
    TonnesPerHousehold,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
)


@process(
    key="household-coal",
    zh="散煤替代",
    activity="households",
    absent=dict.fromkeys(("cod", "nh3n"), "coal-no-water"),
)
class HouseholdCoal(CarbonDioxide, StandardCoal, EnergyUse, Process):
    """Coal of households.

    Coal: households × share that still burn it × coal of each. What replaces it (electricity, gas, heat) stands
    among the carriers. Households that fall back to coal raise the share again. NOx and SO2 by kind of coal
    (measured stoves, Liang 2017); VOC and PM2.5 by heat (EMEP/EEA).

    Departures: PM is PM2.5, the only factor for stoves in the data; the total is larger.
    """

    households: Households = quantity(zh="户数", en="Households", gt=0)
    coal_share: Share = quantity(zh="燃用散煤户比例", en="Share that burn coal", ge=0, le=100)
    coal_each: TonnesPerHousehold = quantity(zh="户均用煤量", en="Coal of each household", gt=0)
    kind: str = choice("lump", "briquette", "honeycomb", zh="煤种（块煤/型煤/蜂窝煤）", en="Kind of coal")
    coal_factor: KgcePerKg = quantity(
        zh="折标准煤系数",
        en="Coal equivalent of the coal",
        gt=0,
        default=one_of(("kind == lump", "coal-2020/raw-coal.coal"), ("", "coal-nbs/briquette.coal")),
    )
    carbon_content: TonnesCarbonPerGj = quantity(
        zh="单位热值含碳量",
        en="Carbon content per heat",
        ge=0,
        default=one_of(("kind == lump", "co2-ndrc/bituminous.carbon"), ("", "co2-ndrc/briquette.carbon")),
    )
    oxidation: Share = quantity(
        zh="碳氧化率",
        en="Share of carbon oxidised",
        ge=0,
        le=100,
        default=one_of(("kind == lump", "co2-ndrc/bituminous.oxidation"), ("", "co2-ndrc/briquette.oxidation")),
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物排放系数",
        en="NOx per coal",
        ge=0,
        default=one_of(
            ("kind == lump", "nox/nx087"), ("kind == briquette", "nox/nx086"), ("kind == honeycomb", "nox/nx085")
        ),
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫排放系数",
        en="SO2 per coal",
        ge=0,
        default=one_of(
            ("kind == lump", "cobenefit/cb097"),
            ("kind == briquette", "cobenefit/cb095"),
            ("kind == honeycomb", "cobenefit/cb093"),
        ),
    )
    voc_factor: KgPerGj = quantity(
        zh="挥发性有机物排放系数", en="VOC per heat", ge=0, default=factor("cobenefit/cb099")
    )
    pm_factor: KgPerGj = quantity(zh="细颗粒物排放系数", en="PM2.5 per heat", ge=0, default=factor("cobenefit/cb101"))

    @output(zh="煤炭消费量（实物量）", extensive=True)
    def coal_use(self) -> Tonnes:
        """Coal used, by mass."""
        return self.households * self.coal_share * self.coal_each

    @output(zh="散煤热量")
    def coal_heat(self) -> Gigajoules:
        """Heat of the coal."""
        return self.coal_use * self.coal_factor * self.standard_coal_heat

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Energy of the coal and of what replaces it."""
        return self.carrier_energy + self.coal_use * self.coal_factor

    @output(zh="过程二氧化碳排放量（散煤）", cites="ndrc-guides-2013-2015#combustion")
    def process_co2(self) -> Tonnes:
        """CO2 of the coal burnt in stoves."""
        return self.coal_heat * self.carbon_content * self.oxidation * self.co2_per_carbon

    @output(zh="氮氧化物排放量", cites="liang-2017", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of the stoves."""
        return self.coal_use * self.nox_factor

    @output(zh="二氧化硫排放量", cites="liang-2017", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of the stoves."""
        return self.coal_use * self.so2_factor

    @output(zh="颗粒物排放量（PM2.5）", cites="emep-eea#1.A.4.b", extensive=True)
    def pm(self) -> Tonnes:
        """PM2.5 of the stoves."""
        return self.coal_heat * self.pm_factor

    @output(zh="挥发性有机物排放量", cites="emep-eea#1.A.4.b", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the stoves."""
        return self.coal_heat * self.voc_factor
