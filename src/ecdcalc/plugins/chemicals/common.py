"""What the lines of a chemical works share: fuel burnt, carbon balance, waste water, vapours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from ecdcalc.plugin import (
    COALS,
    NATURAL_GAS,
    CarbonDioxide,
    Carrier,
    CoalEquivalent,
    CoalQuality,
    CubicMetres,
    Default,
    EnergyUse,
    Fuel,
    GramsPerCubicMetre,
    KgcePerKg,
    KgcePerTonne,
    KgPerTonne,
    KwhPerTonne,
    Law,
    Number,
    Process,
    Share,
    Stack,
    Tce,
    Tonnes,
    TonnesPerTonne,
    VapourSource,
    Wastewater,
    amount_of,
    assumed,
    choice,
    co2_of,
    factor,
    first_of,
    kept_ash,
    one_of,
    output,
    part,
    quantity,
    record,
    total,
    where,
)


@record
class Burning(CoalQuality):
    """Coal and gas burnt in the boilers and furnaces of a line: what leaves by their stacks.

    The same fuel stands among the energy carriers; here only the share that is burnt, not the feed.
    """

    furnace: str = choice(
        "pulverised",
        "fluidised-bed",
        "grate",
        zh="燃烧方式（煤粉/循环流化床/层燃）",
        en="Furnace",
        optional=True,
    )
    cfb_nox: str = choice(
        "t-cses",
        "handbook-2021",
        zh="循环流化床氮氧化物系数来源",
        en="Source of the NOx factor of a fluidised bed",
        default="t-cses",
        only_with={"furnace": ("fluidised-bed",)},
    )
    coal: Tonnes = quantity(zh="燃料煤量", en="Coal burnt", ge=0, optional=True)
    gas: CubicMetres = quantity(zh="燃料天然气量", en="Natural gas burnt", ge=0, optional=True)
    coal_nox: KgPerTonne = quantity(
        zh="燃煤氮氧化物产污系数",
        en="NOx generated per coal",
        ge=0,
        default=one_of(
            ("furnace == pulverised", "nox/nx026"),
            ("furnace == fluidised-bed & cfb_nox == handbook-2021", "nox/nx077"),
            ("furnace == fluidised-bed", "nox/nx027"),
            ("furnace == grate", "nox/nx028"),
        ),
    )
    gas_nox: GramsPerCubicMetre = quantity(
        zh="燃气氮氧化物产污系数", en="NOx generated per natural gas", ge=0, default=factor("nox/nx035")
    )

    ash_kept: Share = kept_ash(
        one_of(
            ("furnace == pulverised", "cobenefit/cb002"),
            ("furnace == fluidised-bed", "cobenefit/cb004"),
            ("furnace == grate", "cobenefit/cb005"),
        )
    )

    @output(zh="燃料燃烧氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox(self) -> Tonnes:
        """NOx of the fuel burnt, before removal; coal, gas or both."""
        of_coal, of_gas = self.coal * self.coal_nox, self.gas * self.gas_nox
        return first_of(of_coal + of_gas, of_coal, of_gas)

    @output(zh="燃煤二氧化硫产生量", cites="t-cses-144-2024#table-c1")
    def so2(self) -> Tonnes:
        """SO2 of the coal burnt by its sulphur, before removal."""
        return self.coal * self.so2_of_coal

    @output(zh="燃煤颗粒物产生量", cites="t-cses-144-2024#table-c1")
    def pm(self) -> Tonnes:
        """PM of the coal burnt by its ash, before removal."""
        return self.coal * self.pm_of_coal


SOLID = ("coking-coal", "coke", "petroleum-coke", "standard-coal")
"""What is given in the place of coal, or beside it, so that its mass is not known."""
GASES = ("lng", "standard-coal")


def _taken(carriers: Mapping[str, Carrier], kinds: Collection[str], of_other: Collection[str]) -> Number:
    """Return how much of some kinds is taken; missing where only others are given that may be meant."""
    if {*kinds, *of_other}.isdisjoint(carriers):
        return 0.0
    return amount_of(carriers, kinds)


_OF_BALANCE = {"co2_method": ("balance",)}


def carbon_of_product(default: Default | None = None, *, always: bool = False) -> Any:
    """Declare the carbon that a tonne of the product holds; it counts in a balance of carbon, or `always`."""
    return quantity(
        zh="产品含碳量", en="Carbon content of the product", ge=0, le=1, default=default, optional=True,
        only_with=None if always else _OF_BALANCE,
    )  # fmt: skip


def heat_of_product(default: Default | None = None) -> Any:
    """Declare the heating value of a product that is a fuel."""
    return quantity(
        zh="产品热值折标准煤", en="Lower heating value of the product, as coal", ge=0, default=default, optional=True
    )


def voc_per_product(default: Default | None = None) -> Any:
    """Declare the VOC factor of the product."""
    return quantity(zh="挥发性有机物产污系数", en="VOC generated per product", ge=0, default=default, optional=True)


@record
class ChemicalProcess(CarbonDioxide, EnergyUse, Stack, Wastewater, VapourSource, Process):
    """A line that makes a chemical.

    CO2 is either that of fuels burnt ("burning") or a carbon balance ("balance"): all carbon of the carriers
    and of other feeds in, minus the carbon of the product and of what leaves with other products or slag.
    VOC is either the product factor or counted in the sources of the site ("site-sources"), never both.
    """

    gives: ClassVar = None

    product: Tonnes = quantity(zh="产品产量", en="Output of product", gt=0)
    burning: Burning = part(Burning, zh="燃料燃烧", en="Fuel burnt")
    co2_method: str = choice(
        "burning", "balance", zh="二氧化碳核算方法（燃烧/碳平衡）", en="CO2 method", default="burning"
    )
    feed_carbon: Tonnes = quantity(
        zh="其他原料带入的碳",
        en="Carbon of feeds that are no energy carriers",
        ge=0,
        default=assumed("0 t", "chemicals-no-other-carbon"),
    )
    carbon_out: Tonnes = quantity(
        zh="副产品、炉渣等带走的碳",
        en="Carbon that leaves with by-products and slag",
        ge=0,
        default=assumed("0 t", "chemicals-no-carbon-out"),
    )
    product_carbon: TonnesPerTonne = carbon_of_product()
    voc_method: str = choice(
        "product-factor",
        "site-sources",
        zh="挥发性有机物核算方法（产品系数/已计入厂区各源项）",
        en="VOC method",
        default="product-factor",
    )
    voc_factor: KgPerTonne = voc_per_product()

    laws: ClassVar[tuple[Law, ...]] = (
        Law("carbon_leaving", "<=", "carbon_entering", "chemicals-more-carbon-out"),
        Law("coal_not_burnt", ">=", "0", "chemicals-more-coal-burnt"),
        Law("gas_not_burnt", ">=", "0", "chemicals-more-gas-burnt"),
    )

    @output(zh="未作燃料的煤量（原料煤）")
    def coal_not_burnt(self) -> Tonnes:
        """Coal of the carriers less what is burnt: the feed."""
        return _taken(self.carriers, COALS, of_other=SOLID) - self.burning.coal

    @output(zh="未作燃料的天然气量（原料气）")
    def gas_not_burnt(self) -> CubicMetres:
        """Natural gas of the carriers less what is burnt: the feed."""
        return _taken(self.carriers, NATURAL_GAS, of_other=GASES) - self.burning.gas

    @output(zh="单位产品综合能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of product."""
        return self.energy / self.product

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Net electricity per tonne of product."""
        return self.electricity / self.product

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#chemicals")
    def energy_co2(self) -> Tonnes:
        """CO2 of the carriers: fuels with the oxidised carbon, in a carbon balance with all of it."""
        balance = total(line.carbon if isinstance(line, Fuel) else line.co2 for line in self.carriers.values())
        return where(self.co2_method == "balance", balance, co2_of(self.carriers))

    @output(zh="过程二氧化碳排放量（碳平衡）", cites="ndrc-guides-2013-2015#chemicals-carbon-balance")
    def process_co2(self) -> Tonnes:
        """CO2 of other feeds, minus the carbon of product, by-products and slag; often negative."""
        known = self.feed_carbon - self.carbon_out
        balance = known - self.product * self.product_carbon
        return self.co2_per_carbon * where(self.co2_method == "balance", balance, known)

    @output(zh="带入的碳（以二氧化碳计）", cites="ndrc-guides-2013-2015#chemicals-carbon-balance")
    def carbon_entering(self) -> Tonnes:
        """Carbon of fuels and other feeds, as CO2."""
        burnable = [line for line in self.carriers.values() if isinstance(line, (Fuel, CoalEquivalent))]
        fuels = total(line.carbon if isinstance(line, Fuel) else line.co2 for line in burnable)
        return self.feed_carbon * self.co2_per_carbon + fuels

    @output(zh="带出的碳（以二氧化碳计）", cites="ndrc-guides-2013-2015#chemicals-carbon-balance")
    def carbon_leaving(self) -> Tonnes:
        """Carbon of by-products and slag, in a carbon balance also of the product, as CO2."""
        product = where(self.co2_method == "balance", self.product * self.product_carbon, 0 * self.carbon_out)
        return (self.carbon_out + product) * self.co2_per_carbon

    @output(zh="氮氧化物产生量（燃料）", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal: that of the fuel burnt."""
        return self.burning.nox

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated before removal, by the sulphur of the coal burnt."""
        return self.burning.so2

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated before removal, by the ash of the coal burnt."""
        return self.burning.pm

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control, by the product factor."""
        return self.product * self.voc_factor

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#vocs", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted; none here if the sources of the site are counted one by one."""
        here = first_of(self.voc_control.mass, self.voc_control.after(self.voc_generated))
        return where(self.voc_method == "site-sources", 0 * self.product, here)


@record
class FuelProduct(ChemicalProcess):
    """A line whose product could be burnt: its carbon is balanced, and it holds no more heat than went in."""

    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    co2_method: str = choice(
        "balance", "burning", zh="二氧化碳核算方法（碳平衡/燃烧）", en="CO2 method", default="balance"
    )
    product_coal: KgcePerKg = heat_of_product()

    laws: ClassVar[tuple[Law, ...]] = (
        *ChemicalProcess.laws,
        Law("product_energy", "<=", "energy", "chemicals-more-heat-out"),
    )

    @output(zh="产品所含热量折标准煤")
    def product_energy(self) -> Tce:
        """Heat of the product, as coal."""
        return self.product * self.product_coal
