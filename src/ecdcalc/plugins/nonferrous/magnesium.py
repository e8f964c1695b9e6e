"""Magnesium by the Pidgeon process."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    KwhPerTonne,
    Law,
    Share,
    Tonnes,
    TonnesPerTonne,
    choice,
    factor,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.nonferrous.works import Works


@process(key="magnesium", zh="镁冶炼（皮江法）", activity="magnesium", absent={"voc": "nonferrous-no-voc"})
class Magnesium(Works):
    """Magnesium plant, Pidgeon process.

    Dolomite is calcined, reduced with ferrosilicon in retorts under vacuum, and refined. Bought ferrosilicon is a
    material: its energy and CO2 belong to its maker. Ferrosilicon made in the works has its electricity and
    reductant among the carriers; its process CO2 is by the factor of the guide, and then the reductant must not
    stand among the carriers as well.
    """

    magnesium: Tonnes = quantity(zh="镁锭产量", en="Magnesium output", gt=0)
    dolomite: Tonnes = quantity(zh="白云石用量", en="Raw dolomite calcined", ge=0, optional=True)
    ferrosilicon: Tonnes = quantity(zh="硅铁用量", en="Ferrosilicon used", ge=0, optional=True)
    ferrosilicon_source: str = choice(
        "bought", "own", zh="硅铁来源（外购/自产）", en="Source of the ferrosilicon", default="bought"
    )
    dolomite_co2: TonnesPerTonne = quantity(
        zh="白云石煅烧排放因子", en="CO2 per raw dolomite", ge=0, default=factor("co2-process/mg-dolomite-calcination")
    )
    ferrosilicon_co2: TonnesPerTonne = quantity(
        zh="硅铁生产排放因子",
        en="CO2 per ferrosilicon made",
        ge=0,
        default=factor("co2-process/mg-ferrosilicon"),
        only_with={"ferrosilicon_source": ("own",)},
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per magnesium", ge=0, default=factor("nox/nx116")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per magnesium, as PM10", ge=0, default=factor("cobenefit/cb059")
    )

    magnesium_content: Share = quantity(
        zh="白云石含镁量（纯）",
        en="Magnesium in pure dolomite",
        gt=0,
        le=100,
        default=factor("constant/magnesium-in-dolomite"),
    )

    gradings: ClassVar = (Grading(output="unit_energy", product=factor("gb21347-2023.magnesium")),)
    laws: ClassVar = (Law("magnesium", "<=", "magnesium_in_dolomite", "nonferrous-magnesium"),)

    @output(zh="白云石带入的镁")
    def magnesium_in_dolomite(self) -> Tonnes:
        """Magnesium that the dolomite brings in, if it is pure."""
        return self.dolomite * self.magnesium_content

    @output(zh="镁单位产品综合能耗", cites="gb-21347-2023#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of magnesium."""
        return self.energy / self.magnesium

    @output(zh="镁单位产品电耗")
    def unit_electricity(self) -> KwhPerTonne:
        """Net electricity per tonne of magnesium."""
        return self.electricity / self.magnesium

    @output(zh="料镁比（白云石）")
    def dolomite_ratio(self) -> TonnesPerTonne:
        """Raw dolomite per magnesium."""
        return self.dolomite / self.magnesium

    @output(zh="硅铁单耗")
    def ferrosilicon_ratio(self) -> TonnesPerTonne:
        """Ferrosilicon per magnesium."""
        return self.ferrosilicon / self.magnesium

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#magnesium")
    def process_co2(self) -> Tonnes:
        """CO2 of the dolomite calcined, and of ferrosilicon made in the works."""
        made = where(self.ferrosilicon_source == "own", self.ferrosilicon * self.ferrosilicon_co2, 0 * self.dolomite)
        return self.dolomite * self.dolomite_co2 + made

    @output(zh="氮氧化物产生量", cites="emep-eea#1.A.2.b-table-3-21")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.magnesium * self.nox_factor

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10."""
        return self.magnesium * self.pm_factor
