"""Crops: fertiliser, pests, straw, plastic film."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    INDICATOR_ONLY,
    NO_SOURCE,
    EnergyUse,
    Fuel,
    Gigajoules,
    Hectares,
    KgPerHectare,
    KgPerTonne,
    Law,
    MjPerKg,
    Process,
    Ratio,
    Share,
    StandardCoal,
    Tonnes,
    assumed,
    at_least,
    choice,
    factor,
    first_of,
    formula,
    one_of,
    output,
    process,
    quantity,
    total,
)
from ecdcalc.plugins.agriculture.optional import if_given


@formula(cites="pollutant-accounting-2021#fertiliser", zh="化肥利用率提高所节约的氮")
def nitrogen_spared(nitrogen: Tonnes, efficiency: Share, better_efficiency: Share) -> Tonnes:
    """Nitrogen spared by a better use efficiency at the same uptake of the crop.

        ΔN = N0 (1 − UE0 / UE1)

    Source: identity of N0 UE0 = N1 UE1. Valid: same crop and yield. Negative where UE1 is below UE0.
    """
    return nitrogen * (1 - efficiency / better_efficiency)


@formula(cites="t-cses-144-2024#straw", zh="秸秆露天焚烧量", empirical=True)
def straw_burnt(grain: Tonnes, straw_ratio: Ratio, burnt_share: Share) -> Tonnes:
    """Straw burnt in the open.

        burnt = P N R 0.9

    Source: T/CSES 144-2024, open burning: P grain, N straw per grain, R share burnt in the open, 0.9 the part
    of it that burns. Valid: dry straw of one crop.
    """
    return grain * straw_ratio * (burnt_share / 100) * 0.9


@process(
    key="fertiliser",
    zh="化肥施用",
    activity="area",
    absent={
        **dict.fromkeys(("energy", "electricity", "co2"), "agriculture-upstream"),
        **dict.fromkeys(("cod", "nh3n"), "agriculture-farmland-no-credit"),
        **dict.fromkeys(("nox", "voc", "so2", "pm"), "no-source-class"),
    },
)
class Fertiliser(Process):
    """Fertiliser use.

    Losses of nitrogen to water are an indicator: the accounting guide gives no credit for farmland. Energy and
    CO2 of making the fertiliser belong to its factory. NH3 goes to the air and is no NH3-N.
    """

    area: Hectares = quantity(zh="播种面积", en="Sown area", gt=0)
    nitrogen: Tonnes = quantity(zh="氮肥施用量（折纯N）", en="Nitrogen applied, as N", gt=0)
    nutrients: Tonnes = quantity(
        zh="化肥施用总量（折纯）", en="All fertiliser applied, as nutrients", gt=0, optional=True
    )
    last_year: Tonnes = quantity(
        zh="上年化肥施用总量（折纯）", en="All fertiliser of the year before", gt=0, optional=True
    )
    uptake: Tonnes = quantity(
        zh="作物吸收的肥料氮", en="Nitrogen that the crop takes up from fertiliser", ge=0, optional=True
    )
    efficiency: Share = quantity(zh="化肥利用率（测定）", en="Use efficiency, measured", gt=0, le=100, optional=True)
    aim: Ratio = quantity(zh="化肥利用率目标", en="Use efficiency aimed at", gt=0, le=1, default=factor("water/wf207"))
    product: str = choice(
        "mixed", "urea", "ammonium-nitrate", "compound", "solution", "anhydrous-ammonia", "nk",
        zh="肥料品种", en="Product", default="mixed",
    )  # fmt: skip
    soil: str = choice("calcareous", "neutral", zh="土壤（石灰性/中性和酸性）", en="Soil", default="calcareous")
    nh3_factor: KgPerTonne = quantity(
        zh="氨挥发系数（每吨N）", en="NH3 per nitrogen", ge=0,
        default=one_of(
            ("product == urea & soil == calcareous", "water/wf183"),
            ("product == urea", "water/wf182"),
            ("product == ammonium-nitrate & soil == calcareous", "water/wf185"),
            ("product == ammonium-nitrate", "water/wf184"),
            ("product == compound & soil == calcareous", "water/wf187"),
            ("product == compound", "water/wf186"),
            ("product == solution & soil == calcareous", "water/wf189"),
            ("product == solution", "water/wf188"),
            ("product == anhydrous-ammonia", "water/wf191"),
            ("product == nk", "water/wf193"),
            ("", "water/wf194"),
        ),
    )  # fmt: skip
    deep_placed: Share = quantity(
        zh="深施比例", en="Share placed deep", ge=0, le=100, default=assumed("0 %", "agriculture-none-deep")
    )
    deep_rate: Ratio = quantity(
        zh="深施时氨挥发比值", en="NH3 of deep placement over that of spreading", ge=0, default=factor("water/wf181")
    )
    loss_share: Ratio = quantity(
        zh="氮流失率（旱地）", en="Share of nitrogen lost to water, dry land", ge=0, le=1, default=factor("water/wf206")
    )

    laws: ClassVar = (
        Law("uptake", "<=", "nitrogen", "part-above-whole"),
        Law("nitrogen", "<=", "nutrients", "part-above-whole"),
    )

    @output(zh="化肥利用率", cites="plan-yuncheng-14fyp#fertiliser")
    def utilisation(self) -> Share:
        """Use efficiency: nitrogen taken up from fertiliser over nitrogen applied."""
        return first_of(self.uptake / self.nitrogen, self.efficiency)

    @output(zh="化肥施用量年增长率", cites="plan-yuncheng-14fyp#fertiliser")
    def growth(self) -> Share:
        """Growth of fertiliser use over the year before."""
        return self.nutrients / self.last_year - 1

    @output(zh="单位面积施氮量")
    def nitrogen_rate(self) -> KgPerHectare:
        """Nitrogen per sown area."""
        return self.nitrogen / self.area

    @output(zh="达到利用率目标可节约的氮", cites="pollutant-accounting-2021#fertiliser")
    def sparable_nitrogen(self) -> Tonnes:
        """Nitrogen that can be spared when the aimed efficiency is reached at the same uptake."""
        return nitrogen_spared(
            nitrogen=self.nitrogen,
            efficiency=self.utilisation,
            better_efficiency=at_least(self.aim, self.utilisation),
        )

    @output(zh="氮肥施用量", extensive=True)
    def nitrogen_use(self) -> Tonnes:
        """Nitrogen applied."""
        return 1 * self.nitrogen

    @output(zh="氨（大气）排放量", cites="emep-eea#3.D", extensive=True)
    def nh3(self) -> Tonnes:
        """NH3 to the air; deep placement by a multiplier of another source than the factor."""
        return self.nitrogen * self.nh3_factor * (1 - self.deep_placed * (1 - self.deep_rate))

    @output(zh="农田氮流失量（指标）", cites="expert-unconfirmed#runoff")
    def nitrogen_loss(self) -> Tonnes:
        """Nitrogen lost to water, an indicator without credit."""
        return self.nitrogen * self.loss_share


@process(key="pest-control", zh="病虫害防治", activity="area", absent=INDICATOR_ONLY)
class PestControl(Process):
    """Pest control."""

    area: Hectares = quantity(zh="主要农作物病虫害防治面积", en="Area of main crops with pest control", gt=0)
    green_area: Hectares = quantity(zh="绿色防控面积", en="Area under green control", ge=0)
    pesticides: Tonnes = quantity(zh="化学农药使用量（折百）", en="Pesticides used, active matter", ge=0, optional=True)
    packaging: Tonnes = quantity(zh="农药包装废弃物产生量", en="Pesticide packaging waste", gt=0, optional=True)
    packaging_recovered: Tonnes = quantity(
        zh="农药包装废弃物回收量", en="Pesticide packaging recovered", ge=0, optional=True
    )

    laws: ClassVar = (
        Law("green_area", "<=", "area", "part-above-whole"),
        Law("packaging_recovered", "<=", "packaging", "part-above-whole"),
    )

    @output(zh="绿色防控覆盖率", cites="plan-yuncheng-14fyp#green-control")
    def green_share(self) -> Share:
        """Coverage of green control."""
        return self.green_area / self.area

    @output(zh="单位面积农药用量")
    def pesticide_rate(self) -> KgPerHectare:
        """Pesticide per area."""
        return self.pesticides / self.area

    @output(zh="农药使用量", extensive=True)
    def pesticide_use(self) -> Tonnes:
        """Pesticide use."""
        return 1 * self.pesticides

    @output(zh="农药包装废弃物回收率")
    def packaging_rate(self) -> Share:
        """Recovery rate of pesticide packaging."""
        return self.packaging_recovered / self.packaging


@process(
    key="straw",
    zh="秸秆",
    activity="grain",
    absent=dict.fromkeys(("cod", "nh3n"), "no-source-class"),
)
class Straw(StandardCoal, EnergyUse, Process):
    """Straw.

    Straw of one crop: what is used, and what is burnt in the open.

    A fuel that straw replaces stands among the carriers with a negative amount; baling and hauling with a
    positive one. No more can be replaced than the heat of the straw used as fuel: by `straw_lhv`, and where that is
    not given by the heating value of raw coal, which no straw reaches. CO2 of burning straw is biogenic, not counted.
    """

    gives: ClassVar = None

    crop: str = choice("wheat", "rice", "maize", "other", zh="作物", en="Crop")
    grain: Tonnes = quantity(zh="粮食产量", en="Grain", gt=0)
    straw_ratio: Ratio = quantity(zh="草谷比", en="Straw per grain", gt=0)
    collectable: Share = quantity(zh="可收集系数", en="Share that can be collected", gt=0, le=100)
    as_fertiliser: Tonnes = quantity(zh="肥料化利用量（含还田）", en="Used as fertiliser or returned", ge=0)
    as_feed: Tonnes = quantity(zh="饲料化利用量", en="Used as feed", ge=0)
    as_substrate: Tonnes = quantity(zh="基料化利用量", en="Used as growing substrate", ge=0)
    as_fuel: Tonnes = quantity(zh="燃料化利用量", en="Used as fuel", ge=0)
    as_material: Tonnes = quantity(zh="原料化利用量", en="Used as material", ge=0)
    burnt_share: Share = quantity(zh="露天焚烧比例", en="Share burnt in the open", ge=0, le=100)
    voc_factor: KgPerTonne = quantity(
        zh="露天焚烧挥发性有机物系数", en="VOC per straw burnt", ge=0,
        default=one_of(("crop == wheat", "voc/vf162"), ("crop == rice", "voc/vf162"), ("crop == maize", "voc/vf163")),
    )  # fmt: skip
    nox_factor: KgPerTonne = quantity(zh="露天焚烧氮氧化物系数", en="NOx per straw burnt", ge=0, optional=True)
    so2_factor: KgPerTonne = quantity(zh="露天焚烧二氧化硫系数", en="SO2 per straw burnt", ge=0, optional=True)
    pm_factor: KgPerTonne = quantity(zh="露天焚烧颗粒物系数", en="PM per straw burnt", ge=0, optional=True)

    straw_lhv: MjPerKg = quantity(zh="秸秆低位发热量", en="Lower heating value of the straw", gt=0, optional=True)
    richest: MjPerKg = quantity(
        zh="秸秆热值上限（原煤热值）", en="Heating value that no straw reaches, of raw coal", gt=0,
        default=factor("coal-2020/raw-coal.lhv"),
    )  # fmt: skip

    laws: ClassVar = (
        Law("used", "<=", "collected", "part-above-whole"),
        Law("used_or_burnt", "<=", "grown", "part-above-whole"),
        Law("replaced", "<=", "fuel_heat", "agriculture-more-replaced-than-burnt"),
    )

    @output(zh="秸秆产生量")
    def grown(self) -> Tonnes:
        """Straw grown."""
        return self.grain * self.straw_ratio

    @output(zh="利用与露天焚烧的秸秆")
    def used_or_burnt(self) -> Tonnes:
        """Straw used, or set on fire in the open."""
        return self.used + self.grown * self.burnt_share

    @output(zh="燃料化利用秸秆热量")
    def fuel_heat(self) -> Gigajoules:
        """Heat of the straw used as fuel, at most."""
        return self.as_fuel * first_of(self.straw_lhv, self.richest)

    @output(zh="替代的燃料热量")
    def replaced(self) -> Gigajoules:
        """Heat of the fuels that straw replaces: those with a negative amount."""
        fuels = (line.coal for line in self.carriers.values() if isinstance(line, Fuel))
        saved = total(at_least(-coal, 0 * coal) for coal in fuels)
        return saved * self.standard_coal_heat

    @output(zh="秸秆可收集量")
    def collected(self) -> Tonnes:
        """Straw that can be collected."""
        return self.grown * self.collectable

    @output(zh="秸秆利用量")
    def used(self) -> Tonnes:
        """Straw used, all five ways."""
        return self.as_fertiliser + self.as_feed + self.as_substrate + self.as_fuel + self.as_material

    @output(zh="秸秆综合利用率", cites="plan-yuncheng-14fyp#straw")
    def use_rate(self) -> Share:
        """Comprehensive use rate of straw: used over collectable."""
        return self.used / self.collected

    @output(zh="秸秆露天焚烧量", cites="t-cses-144-2024#straw")
    def burnt(self) -> Tonnes:
        """Straw burnt in the open."""
        return straw_burnt(grain=self.grain, straw_ratio=self.straw_ratio, burnt_share=self.burnt_share)

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#straw", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of open burning."""
        return self.burnt * self.voc_factor

    @output(zh="氮氧化物排放量", cites="t-cses-144-2024#straw", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of open burning; its factor must be given."""
        return self.burnt * if_given(self.nox_factor)

    @output(zh="二氧化硫排放量", cites="t-cses-144-2024#straw", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 of open burning; its factor must be given."""
        return self.burnt * if_given(self.so2_factor)

    @output(zh="颗粒物排放量", cites="t-cses-144-2024#straw", extensive=True)
    def pm(self) -> Tonnes:
        """PM of open burning; its factor must be given."""
        return self.burnt * if_given(self.pm_factor)


@process(
    key="straw-account",
    zh="秸秆汇总",
    rolls_up={"collected": "collected", "used": "used"},
    absent=NO_SOURCE,
    single=True,
)
class StrawAccount(Process):
    """Straw account.

    The straw of all crops together.
    """

    collected: Tonnes = quantity(zh="可收集量合计", en="Straw that can be collected, all crops", ge=0, optional=True)
    used: Tonnes = quantity(zh="利用量合计", en="Straw used, all crops", ge=0, optional=True)

    laws: ClassVar = (Law("used", "<=", "collected", "part-above-whole"),)

    @output(zh="秸秆综合利用率", cites="plan-yuncheng-14fyp#straw")
    def use_rate(self) -> Share:
        """Comprehensive use rate of straw, all crops."""
        return self.used / self.collected


@process(key="film", zh="农膜", absent=INDICATOR_ONLY)
class Film(Process):
    """Plastic film."""

    used: Tonnes = quantity(zh="农膜使用量", en="Film used", gt=0)
    recovered: Tonnes = quantity(zh="农膜回收量（同季）", en="Film recovered in the same season", ge=0)

    laws: ClassVar = (Law("recovered", "<=", "used", "part-above-whole"),)

    @output(zh="农膜回收率", cites="plan-yuncheng-14fyp#film")
    def recovery(self) -> Share:
        """Recovery rate of film."""
        return self.recovered / self.used

    @output(zh="农膜残留量", extensive=True)
    def left(self) -> Tonnes:
        """Film left in the field."""
        return self.used - self.recovered
