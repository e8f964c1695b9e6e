"""Livestock: generation of COD and NH3-N by animal, removal by the shares of manure handling.

    E = N e (1 − Σ share_k η_k)

Source: accounting rules of the 12th Five-Year period for large farms. Default generation and removal are of
these rules; daily coefficients (measured in the southwest) can be chosen instead for COD. Animals without a
listed handling have no removal; what is not built or cannot be shown has none either.
"""

from __future__ import annotations

from typing import Any, ClassVar

from ecdcalc.plugin import (
    GIVEN,
    NO_SOURCE,
    Days,
    EnergyUse,
    Heads,
    HeadsPerYear,
    KgPerHead,
    KgPerHeadDay,
    KgPerHeadYear,
    Law,
    Process,
    Published,
    Ratio,
    Record,
    Share,
    Tonnes,
    Years,
    assumed,
    choice,
    factor,
    first_of,
    impossible,
    one_of,
    output,
    process,
    quantity,
    record,
    where,
)

_FIRST_ROW = {"pig": 68, "dairy": 78, "beef": 88, "layer": 98, "broiler": 108}


def _removal(mode: int, pollutant: int) -> Published:
    """Return the published removal of one handling (0 to 4) of COD (0) or NH3-N (1), by animal."""
    rows = {animal: first + 2 * mode + pollutant for animal, first in _FIRST_ROW.items()}
    return one_of(*((f"animal == {animal}", f"water/wf{row:03d}") for animal, row in rows.items()))


def _share(zh: str, en: str) -> Any:
    return quantity(zh=zh, en=en, ge=0, le=100, default=assumed("0 %", "agriculture-mode-not-named"))


def _rate(zh: str, en: str, mode: int, pollutant: int) -> Any:
    return quantity(zh=zh, en=en, ge=0, le=100, default=_removal(mode, pollutant))


@record
class ManureChain(Record):
    """How the manure is handled, as shares of the animals, and what each way removes."""

    bedding_land: Share = _share("垫料—农业利用", "Bedding, used on farmland")
    bedding_fertiliser: Share = _share("垫料—生产有机肥", "Bedding, made into organic fertiliser")
    dry_land: Share = _share(
        "干清粪—农业利用（废水深度处理或无废水）", "Dry manure on farmland, waste water treated or none"
    )
    dry_fertiliser: Share = _share(
        "干清粪—有机肥（废水深度处理或无废水）", "Dry manure to organic fertiliser, waste water treated or none"
    )
    dry_biogas: Share = _share(
        "干清粪—沼气（废水深度处理或无废水）", "Dry manure to biogas, waste water treated or none"
    )
    own_land: Share = _share("无排放口、全部还田（每出栏10头猪不少于1亩）", "No outlet, all on enough own land")
    manure_use: Share = quantity(
        zh="粪污综合利用率（台账）", en="Share of manure used, by the ledger", ge=0, le=100, optional=True
    )

    bedding_land_cod: Share = _rate("COD去除率：垫料—农业利用", "COD removal, bedding on farmland", 0, 0)
    bedding_land_nh3n: Share = _rate("氨氮去除率：垫料—农业利用", "NH3-N removal, bedding on farmland", 0, 1)
    bedding_fertiliser_cod: Share = _rate("COD去除率：垫料—有机肥", "COD removal, bedding to fertiliser", 1, 0)
    bedding_fertiliser_nh3n: Share = _rate("氨氮去除率：垫料—有机肥", "NH3-N removal, bedding to fertiliser", 1, 1)
    dry_land_cod: Share = _rate("COD去除率：干清粪—农业利用", "COD removal, dry manure on farmland", 2, 0)
    dry_land_nh3n: Share = _rate("氨氮去除率：干清粪—农业利用", "NH3-N removal, dry manure on farmland", 2, 1)
    dry_fertiliser_cod: Share = _rate("COD去除率：干清粪—有机肥", "COD removal, dry manure to fertiliser", 3, 0)
    dry_fertiliser_nh3n: Share = _rate("氨氮去除率：干清粪—有机肥", "NH3-N removal, dry manure to fertiliser", 3, 1)
    dry_biogas_cod: Share = _rate("COD去除率：干清粪—沼气", "COD removal, dry manure to biogas", 4, 0)
    dry_biogas_nh3n: Share = _rate("氨氮去除率：干清粪—沼气", "NH3-N removal, dry manure to biogas", 4, 1)
    own_land_cod: Share = quantity(
        zh="COD去除率：全部还田", en="COD removal, all on own land", ge=0, le=100, default=factor("water/wf119")
    )
    own_land_nh3n: Share = quantity(
        zh="氨氮去除率：全部还田", en="NH3-N removal, all on own land", ge=0, le=100,
        default=assumed("0 %", "agriculture-land-nh3n"),
    )  # fmt: skip

    @output(zh="有处理方式的比例")
    def handled(self) -> Share:
        """Share of the animals with a listed handling; above 100 % the shares are wrong."""
        dry = self.dry_land + self.dry_fertiliser + self.dry_biogas
        return self.bedding_land + self.bedding_fertiliser + dry + self.own_land

    @output(zh="COD去除率", cites="chinaxiv-201711-00933#table-2")
    def cod_removal(self) -> Share:
        """COD removal, by the shares of handling."""
        bedding = self.bedding_land * self.bedding_land_cod + self.bedding_fertiliser * self.bedding_fertiliser_cod
        dry = self.dry_land * self.dry_land_cod + self.dry_fertiliser * self.dry_fertiliser_cod
        return bedding + dry + self.dry_biogas * self.dry_biogas_cod + self.own_land * self.own_land_cod

    @output(zh="氨氮去除率", cites="chinaxiv-201711-00933#table-2")
    def nh3n_removal(self) -> Share:
        """NH3-N removal, by the shares of handling."""
        bedding = self.bedding_land * self.bedding_land_nh3n + self.bedding_fertiliser * self.bedding_fertiliser_nh3n
        dry = self.dry_land * self.dry_land_nh3n + self.dry_fertiliser * self.dry_fertiliser_nh3n
        return bedding + dry + self.dry_biogas * self.dry_biogas_nh3n + self.own_land * self.own_land_nh3n

    @output(zh="粪污利用比例")
    def use_share(self) -> Share:
        """Share of manure used: by the ledger, else the share with a listed handling."""
        return first_of(self.manure_use, self.handled)


@process(key="herd", zh="畜禽", absent=dict.fromkeys(("nox", "voc", "so2", "pm"), "no-source-class"))
class Herd(EnergyUse, ManureChain, Process):
    """Herd: what both kinds of herd share."""

    gives: ClassVar = (*GIVEN, "biogas")

    coefficients: str = choice(
        "accounting", "daily", zh="COD产生系数（核算细则/日产生量）", en="COD generation", default="accounting"
    )
    period: Years = quantity(zh="核算期", en="Accounting period", gt=0, default=assumed("1 a", "agriculture-full-year"))
    manure_form: str = choice(
        "slurry",
        "solid",
        zh="粪污形态（粪浆/固态）",
        en="Slurry or solid manure",
        optional=True,
        only_with={"animal": ("pig", "beef", "dairy", "layer")},
    )

    laws: ClassVar = (
        Law("handled", "<=", "whole", "part-above-whole"),
        Law("manure_use", "<=", "whole", "part-above-whole"),
    )

    @output(zh="全部畜禽")
    def whole(self) -> Share:
        """All the animals, as a share."""
        return 1 + 0 * self.handled

    @output(zh="COD产生量")
    def cod_generated(self) -> Tonnes:
        """COD generated."""
        return impossible("no-generation-factor")

    @output(zh="氨氮产生量")
    def nh3n_generated(self) -> Tonnes:
        """NH3-N generated."""
        return impossible("no-generation-factor")

    @output(zh="粪便产生量")
    def manure_produced(self) -> Tonnes:
        """Manure produced."""
        return impossible("no-generation-factor")

    @output(zh="化学需氧量排放量", cites="pollutant-accounting-2021#livestock", extensive=True)
    def cod(self) -> Tonnes:
        """COD discharged."""
        return self.cod_generated * (1 - self.cod_removal)

    @output(zh="氨氮排放量", cites="pollutant-accounting-2021#livestock", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N discharged."""
        return self.nh3n_generated * (1 - self.nh3n_removal)

    @output(zh="粪便利用量")
    def manure_used(self) -> Tonnes:
        """Manure used."""
        return self.manure_produced * self.use_share


@process(key="slaughter-herd", zh="出栏畜禽", activity="slaughtered")
class SlaughterHerd(Herd):
    """Livestock for slaughter."""

    animal: str = choice("pig", "beef", "broiler", zh="畜种", en="Animal")
    slaughtered: Heads = quantity(zh="年出栏量", en="Head slaughtered", gt=0)
    feeding_days: Days = quantity(
        zh="饲养期", en="Feeding days", gt=0, le=730, default=one_of(("animal == broiler", "water/wf156"))
    )
    cod_per_head: KgPerHead = quantity(
        zh="COD产生系数（每出栏头）", en="COD generated per head slaughtered", ge=0,
        default=one_of(
            ("animal == pig", "water/wf058"), ("animal == beef", "water/wf062"), ("animal == broiler", "water/wf066")
        ), only_with={"coefficients": ("accounting",)})  # fmt: skip
    cod_per_day: KgPerHeadDay = quantity(
        zh="COD日产生系数", en="COD generated per head and day", ge=0,
        default=one_of(
            ("animal == pig", "water/wf036"), ("animal == beef", "water/wf038"), ("animal == broiler", "water/wf042")
        ), only_with={"coefficients": ("daily",)})  # fmt: skip
    nh3n_per_head: KgPerHead = quantity(
        zh="氨氮产生系数（每出栏头）", en="NH3-N generated per head slaughtered", ge=0,
        default=one_of(
            ("animal == pig", "water/wf059"), ("animal == beef", "water/wf063"), ("animal == broiler", "water/wf067")
        ),
    )  # fmt: skip
    manure_per_day: KgPerHeadDay = quantity(
        zh="粪便日产生量", en="Manure per head and day", ge=0,
        default=one_of(("animal == pig", "water/wf148"), ("animal == beef", "water/wf152")),
    )  # fmt: skip
    places: Heads = quantity(zh="平均存栏量", en="Animal places", gt=0, optional=True)
    nh3_per_place: KgPerHeadYear = quantity(
        zh="氨（大气）排放系数", en="NH3 to the air per place", ge=0,
        default=one_of(
            ("animal == broiler", "water/wf205"),
            ("animal == pig & manure_form == slurry", "water/wf199"),
            ("animal == pig & manure_form == solid", "water/wf200"),
            ("animal == beef & manure_form == slurry", "water/wf197"),
            ("animal == beef & manure_form == solid", "water/wf198"),
        ),
    )  # fmt: skip
    farm_size: HeadsPerYear = quantity(zh="单场年出栏量", en="Head slaughtered per farm and year", gt=0, optional=True)
    scale_threshold: HeadsPerYear = quantity(
        zh="规模化下限", en="Least size of a large farm", gt=0,
        default=one_of(
            ("animal == pig", "water/wf121"), ("animal == beef", "water/wf123"), ("animal == broiler", "water/wf125")
        ),
    )  # fmt: skip

    @output(zh="COD产生量", cites="accounting-12fyp#livestock")
    def cod_generated(self) -> Tonnes:
        """COD generated."""
        daily = self.cod_per_day * self.feeding_days
        return self.slaughtered * where(self.coefficients == "accounting", self.cod_per_head, daily)

    @output(zh="氨氮产生量", cites="accounting-12fyp#livestock")
    def nh3n_generated(self) -> Tonnes:
        """NH3-N generated; the daily coefficients know total nitrogen only."""
        return self.slaughtered * self.nh3n_per_head

    @output(zh="氨（大气）排放量", cites="emep-eea#3.B", extensive=True)
    def nh3(self) -> Tonnes:
        """NH3 to the air, by animal places; no NH3-N."""
        return self.places * self.nh3_per_place * self.period

    @output(zh="粪便产生量", cites="manure-parameters#table")
    def manure_produced(self) -> Tonnes:
        """Manure produced."""
        return self.slaughtered * self.manure_per_day * self.feeding_days

    @output(zh="是否规模化（1是0否）", cites="scale-farm-thresholds#table")
    def large_farm(self) -> Ratio:
        """Whether the farm is large enough to be counted by itself, 1 or 0."""
        return where(self.farm_size >= self.scale_threshold, 1, 0)


@process(key="standing-herd", zh="存栏畜禽", activity="stock")
class StandingHerd(Herd):
    """Livestock in stock."""

    animal: str = choice("dairy", "layer", zh="畜种", en="Animal")
    stock: Heads = quantity(zh="存栏量", en="Head in stock", gt=0)
    feeding_days: Days = quantity(
        zh="饲养天数", en="Feeding days", gt=0, le=366, default=assumed("365 d", "agriculture-full-year")
    )
    cod_per_place: KgPerHeadYear = quantity(
        zh="COD产生系数（每存栏头）", en="COD generated per head in stock", ge=0,
        default=one_of(("animal == dairy", "water/wf060"), ("animal == layer", "water/wf064")),
        only_with={"coefficients": ("accounting",)},
    )  # fmt: skip
    cod_per_day: KgPerHeadDay = quantity(
        zh="COD日产生系数", en="COD generated per head and day", ge=0,
        default=one_of(("animal == dairy", "water/wf040"), ("animal == layer", "water/wf044")),
        only_with={"coefficients": ("daily",)},
    )  # fmt: skip
    nh3n_per_place: KgPerHeadYear = quantity(
        zh="氨氮产生系数（每存栏头）", en="NH3-N generated per head in stock", ge=0,
        default=one_of(("animal == dairy", "water/wf061"), ("animal == layer", "water/wf065")),
    )  # fmt: skip
    manure_per_day: KgPerHeadDay = quantity(
        zh="粪便日产生量", en="Manure per head and day", ge=0,
        default=one_of(("animal == dairy", "water/wf150"), ("animal == layer", "water/wf154")),
    )  # fmt: skip
    nh3_per_place: KgPerHeadYear = quantity(
        zh="氨（大气）排放系数", en="NH3 to the air per place", ge=0,
        default=one_of(
            ("animal == dairy & manure_form == slurry", "water/wf195"),
            ("animal == dairy & manure_form == solid", "water/wf196"),
            ("animal == layer & manure_form == slurry", "water/wf203"),
            ("animal == layer & manure_form == solid", "water/wf204"),
        ),
    )  # fmt: skip
    farm_size: Heads = quantity(zh="单场存栏量", en="Head in stock per farm", gt=0, optional=True)
    scale_threshold: Heads = quantity(
        zh="规模化下限", en="Least size of a large farm", gt=0,
        default=one_of(("animal == dairy", "water/wf122"), ("animal == layer", "water/wf124")),
    )  # fmt: skip

    @output(zh="COD产生量", cites="accounting-12fyp#livestock")
    def cod_generated(self) -> Tonnes:
        """COD generated."""
        by_year, by_day = self.cod_per_place * self.period, self.cod_per_day * self.feeding_days
        return self.stock * where(self.coefficients == "accounting", by_year, by_day)

    @output(zh="氨氮产生量", cites="accounting-12fyp#livestock")
    def nh3n_generated(self) -> Tonnes:
        """NH3-N generated; the daily coefficients know total nitrogen only."""
        return self.stock * self.nh3n_per_place * self.period

    @output(zh="氨（大气）排放量", cites="emep-eea#3.B", extensive=True)
    def nh3(self) -> Tonnes:
        """NH3 to the air, by animal places; no NH3-N."""
        return self.stock * self.nh3_per_place * self.period

    @output(zh="粪便产生量", cites="manure-parameters#table")
    def manure_produced(self) -> Tonnes:
        """Manure produced."""
        return self.stock * self.manure_per_day * self.feeding_days

    @output(zh="是否规模化（1是0否）", cites="scale-farm-thresholds#table")
    def large_farm(self) -> Ratio:
        """Whether the farm is large enough to be counted by itself, 1 or 0."""
        return where(self.farm_size >= self.scale_threshold, 1, 0)


@process(
    key="manure",
    zh="畜禽粪污汇总",
    rolls_up={"produced": "manure_produced", "used": "manure_used"},
    absent=NO_SOURCE,
    single=True,
)
class ManureAccount(Process):
    """Manure account."""

    produced: Tonnes = quantity(zh="粪便产生量合计", en="Manure of all herds", ge=0, optional=True)
    used: Tonnes = quantity(zh="粪便利用量合计", en="Manure used of all herds", ge=0, optional=True)

    laws: ClassVar = (Law("used", "<=", "produced", "part-above-whole"),)

    @output(zh="畜禽粪污综合利用率", cites="plan-yuncheng-14fyp#manure")
    def use_rate(self) -> Share:
        """Comprehensive use rate of manure: used over produced."""
        return self.used / self.produced
