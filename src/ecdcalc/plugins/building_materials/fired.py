"""Bricks, lime, and the other products of the limit table."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    EnergyUse,
    Gigajoules,
    Grading,
    KgcePerTonne,
    KgPerTonne,
    KwhPerTonne,
    Law,
    MgPerCubicMetre,
    MjPerKg,
    Process,
    Ratio,
    Share,
    Stack,
    StandardCoal,
    Tonnes,
    TonnesPerTonne,
    VapourSource,
    Wastewater,
    at_least,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
    total,
)
from ecdcalc.plugins.building_materials.kiln import DRY, Kiln

BRICKS = {
    "perforated": "gb30526-2019.perforated-brick",
    "hollow": "gb30526-2019.hollow-brick",
    "insulating": "gb30526-2019.insulating-brick",
    "solid": "gb30526-2019.solid",
}
"""The limit row of each kind of brick."""

PRODUCTS = {
    "foam-glass-bought-melt": "gb30526-2019.foam-glass.purchased",
    "foam-glass-own-melt": "gb30526-2019.foam-glass.own",
    "foam-glass-type-2": "gb30526-2019.foam-glass.type2",
    "rolled-glass-to-300": "gb21340-2019.pv-rolled.le300",
    "rolled-glass-above-300": "gb21340-2019.pv-rolled.gt300",
    "cast-stone": "gb21340-2019.cast-stone",
    "rock-wool": "gb30183-2013.rockwool.energy",
    "gypsum": "gb33654-2017.gypsum",
    "glass-fibre-fine": "gb29450-2012.tank.e-fine",
    "glass-fibre-coarse": "gb29450-2012.tank.ecr-coarse",
    "glass-fibre-medium-alkali": "gb29450-2012.tank.c-glass",
    "mullite": "gb36891-2018.mullite.sintered",
    "corundum": "gb36892-2018.sintered",
    "ceramic-fibre-to-1250": "gb40877-2021.fibre.1000-1250",
    "ceramic-fibre-above-1250": "gb40877-2021.fibre.1350-1500",
    "ceramic-fibre-blanket": "gb40877-2021.blanket",
    "ceramic-fibre-wet-rolled": "gb40877-2021.wet-rolled",
    "ceramic-fibre-wet-vacuum": "gb40877-2021.wet-vacuum",
    "glass-marble-alkali-free": "gb29450-2012.marble.alkali-free",
    "glass-marble-medium-alkali": "gb29450-2012.marble.medium-alkali",
    "fluorite-lump": "gb45549-2025.fluorite.lump",
    "fluorite-fines": "gb45549-2025.fluorite.powder",
    "fluorite-two-stage": "gb45549-2025.fluorite.conc-2stage",
    "fluorite-three-stage": "gb45549-2025.fluorite.conc-3stage",
    "fluorite-comprehensive": "gb45549-2025.fluorite.conc-comprehensive",
    "friction-material": "gb30182-2013.friction.energy",
    "graphite-flake": "gb45549-2025.graphite.flake",
    "graphite-microcrystalline": "gb45549-2025.graphite.microcrystalline",
}
"""The limit row of each other product whose limit is energy per tonne."""

BY_ELECTRICITY = {
    "friction-material": "gb30182-2013.friction.electricity",
    "mullite-fused": "gb36891-2018.mullite.fused",
    "corundum-brown": "gb36892-2018.brown-fused",
    "corundum-white": "gb36892-2018.white-fused",
    "corundum-sub-white": "gb36892-2018.sub-white-fused",
    "corundum-dense": "gb36892-2018.dense-fused",
}
"""The limit row of each product whose limit is electricity per tonne."""


@process(key="brick", zh="烧结砖瓦", activity="bricks", absent=DRY)
class BrickKiln(Kiln):
    """Kiln of fired bricks and blocks.

    Fuel inside the clay (gangue, slack) belongs to the carriers. The reference oxygen of GB 29620 is 8.65 % by the
    text of 2013 (grade A) and 18 % by the amendment of 2020 (grade C): the same stack reads about four times as high
    by the former. `oxygen_rule` decides which holds; the result shows NOx by both.
    """

    product: str = choice(*BRICKS, zh="产品", en="Product")
    bricks: Tonnes = quantity(zh="产量", en="Output", gt=0)
    oxygen_rule: str = choice(
        "text-2013",
        "amendment-2020",
        zh="基准氧含量依据（2013年文本/2020年修改单）",
        en="Text that sets the reference oxygen",
        default="text-2013",
    )
    limestone: Tonnes = quantity(
        zh="原料中碳酸盐（折CaCO3）", en="Carbonates of the clay, as CaCO3", ge=0, optional=True
    )
    limestone_co2: TonnesPerTonne = quantity(
        zh="碳酸盐排放因子", en="CO2 per carbonate", ge=0, default=factor("co2-process/carbonate-caco3")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per brick", ge=0, default=factor("nox/nx056")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per brick", ge=0, default=factor("cobenefit/cb069")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per brick, as PM10", ge=0, default=factor("cobenefit/cb071")
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per brick", ge=0, default=factor("voc/vf011")
    )
    oxygen_2013: Share = quantity(
        zh="基准氧含量（2013年文本）",
        en="Reference oxygen, 2013",
        ge=0,
        lt=21,
        default=factor("reference-gas/brick-2013"),
    )
    oxygen_2020: Share = quantity(
        zh="基准氧含量（2020年修改单）",
        en="Reference oxygen, 2020",
        ge=0,
        lt=21,
        default=factor("reference-gas/brick-2020"),
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量",
        en="Reference oxygen",
        ge=0,
        lt=21,
        default=one_of(
            ("oxygen_rule == text-2013", "reference-gas/brick-2013"),
            ("oxygen_rule == amendment-2020", "reference-gas/brick-2020"),
        ),
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in BRICKS.items())),
        ),
    )

    @output(zh="产品质量")
    def product_mass(self) -> Tonnes:
        """Output."""
        return self.bricks

    @output(zh="单位产品综合能耗", cites="gb-30526-2019#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne."""
        return self.energy / self.bricks

    @output(zh="氮氧化物基准氧浓度（2013年文本）", cites="gb-29620-2013#4.7")
    def nox_by_2013(self) -> MgPerCubicMetre:
        """NOx concentration at the reference oxygen of the text of 2013."""
        return self._at(self.nox_stack, self.oxygen_2013)

    @output(zh="氮氧化物基准氧浓度（2020年修改单）", cites="gb-29620-2013#amendment-2020")
    def nox_by_2020(self) -> MgPerCubicMetre:
        """NOx concentration at the reference oxygen of the amendment of 2020."""
        return self._at(self.nox_stack, self.oxygen_2020)

    @output(zh="两种基准氧之比", cites="gb-29620-2013#4.7")
    def oxygen_conflict(self) -> Ratio:
        """How many times as high the text of 2013 reads as the amendment of 2020."""
        return (self.oxygen_in_air - self.oxygen_2013) / (self.oxygen_in_air - self.oxygen_2020)

    @output(zh="碳酸盐二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonates of the clay."""
        return self.limestone * self.limestone_co2


@process(key="lime", zh="石灰", activity="lime", absent=DRY)
class LimeKiln(StandardCoal, Kiln):
    """Lime kiln.

    No energy limit of lime is public. The carbonate that is calcined cannot take less heat than its decomposition;
    dolomite takes heat beside it, which is not held against the kiln.
    """

    lime: Tonnes = quantity(zh="石灰产量", en="Lime output", gt=0)
    limestone: Tonnes = quantity(zh="分解的碳酸钙量", en="Calcium carbonate calcined", ge=0, optional=True)
    dolomite: Tonnes = quantity(zh="分解的白云石量（折纯）", en="Dolomite calcined, pure", ge=0, optional=True)
    limestone_co2: TonnesPerTonne = quantity(
        zh="碳酸钙排放因子", en="CO2 per calcium carbonate", ge=0, default=factor("co2-process/carbonate-caco3")
    )
    dolomite_co2: TonnesPerTonne = quantity(
        zh="白云石排放因子", en="CO2 per dolomite", ge=0, default=factor("co2-process/carbonate-camg-co3")
    )
    decarbonation: MjPerKg = quantity(
        zh="碳酸钙分解热",
        en="Heat that decomposes calcium carbonate",
        gt=0,
        default=factor("constant/calcite-decarbonation"),
    )
    lime_co2: TonnesPerTonne = quantity(
        zh="石灰过程排放因子", en="Process CO2 per lime", ge=0, default=factor("co2-process/lime-provincial")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per lime", ge=0, default=factor("nox/nx055")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per lime", ge=0, default=factor("cobenefit/cb066")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per lime, as PM10", ge=0, default=factor("cobenefit/cb068")
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per lime", ge=0, default=factor("voc/vf010")
    )

    laws: ClassVar = (Law("heat_taken", ">=", "least_heat", "building-below-decarbonation"),)

    @output(zh="产品质量")
    def product_mass(self) -> Tonnes:
        """Lime."""
        return self.lime

    @output(zh="碳酸钙分解所需热量", cites="nbs-tables-1982")
    def least_heat(self) -> Gigajoules:
        """Heat that the calcium carbonate takes at least."""
        return self.limestone * self.decarbonation

    @output(zh="输入能源热量")
    def heat_taken(self) -> Gigajoules:
        """Heat of all energy that comes in."""
        return total(at_least(line.coal, 0) for line in self.carriers.values()) * self.standard_coal_heat

    @output(zh="单位产品综合能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of lime."""
        return self.energy / self.lime

    @output(zh="碳酸盐二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonates: by what was calcined if both are given, else per lime."""
        calcined = self.limestone * self.limestone_co2 + self.dolomite * self.dolomite_co2
        return first_of(calcined, self.lime * self.lime_co2)


@process(key="mineral-product", zh="其他建材产品", activity="production")
class MineralProduct(EnergyUse, Stack, Wastewater, VapourSource, Process):
    """Another product of the limit table, one that is limited per tonne."""

    product: str = choice(*(PRODUCTS | BY_ELECTRICITY), zh="产品", en="Product")
    production: Tonnes = quantity(zh="产量", en="Output", gt=0)
    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    limestone: Tonnes = quantity(zh="原料中碳酸盐（折CaCO3）", en="Carbonates fed, as CaCO3", ge=0, optional=True)
    limestone_co2: TonnesPerTonne = quantity(
        zh="碳酸盐排放因子", en="CO2 per carbonate", ge=0, default=factor("co2-process/carbonate-caco3")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(*((f"product == {product}", limit) for product, limit in PRODUCTS.items())),
        ),
        Grading(
            output="unit_electricity",
            product=one_of(*((f"product == {product}", limit) for product, limit in BY_ELECTRICITY.items())),
        ),
    )

    @output(zh="单位产品综合能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of product."""
        return self.energy / self.production

    @output(zh="单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Net electricity per tonne of product."""
        return self.electricity / self.production

    @output(zh="碳酸盐二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonates fed."""
        return self.limestone * self.limestone_co2
