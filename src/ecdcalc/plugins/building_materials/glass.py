"""Flat glass."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    CubicMetresPerTonne,
    Grading,
    Items,
    ItemsPerTonne,
    KgcePerItem,
    KgPerTonne,
    MgPerCubicMetre,
    Ratio,
    Share,
    Tonnes,
    TonnesPerDay,
    TonnesPerTonne,
    Wastewater,
    assumed,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.building_materials.kiln import Kiln


@process(key="flat-glass", zh="平板玻璃", activity="cases")
class FlatGlass(Wastewater, Kiln):
    """Flat-glass line.

    Energy is per weight case (重量箱), 20 to the tonne. The limit of GB 21340 is multiplied by four factors whose
    values for thickness and iron are not public: give their product as `limit_factor`.
    """

    for_the_record: ClassVar = ("capacity",)

    cases: Items = quantity(zh="产量（重量箱）", en="Output in weight cases", gt=0)
    daily_capacity: TonnesPerDay = quantity(zh="设计熔化能力", en="Design capacity per day", gt=0, optional=True)
    firing: str = choice("air", "oxy-fuel", zh="助燃方式（空气/全氧）", en="Firing", default="air")
    limit_factor: Ratio = quantity(
        zh="限额修正系数（a×b×c×d）",
        en="Factor of the limit (a × b × c × d)",
        gt=0,
        default=assumed("1", "building-no-further-correction"),
    )
    cases_per_tonne: ItemsPerTonne = quantity(
        zh="每吨重量箱数", en="Weight cases per tonne", gt=0, default=factor("constant/glass-cases-per-tonne")
    )
    soda_ash: Tonnes = quantity(zh="纯碱用量", en="Soda ash", ge=0, optional=True)
    limestone: Tonnes = quantity(zh="石灰石用量（折CaCO3）", en="Limestone, as CaCO3", ge=0, optional=True)
    dolomite: Tonnes = quantity(zh="白云石用量（折纯）", en="Dolomite, pure", ge=0, optional=True)
    soda_ash_co2: TonnesPerTonne = quantity(
        zh="纯碱排放因子", en="CO2 per soda ash", ge=0, default=factor("co2-process/carbonate-na2co3")
    )
    limestone_co2: TonnesPerTonne = quantity(
        zh="石灰石排放因子", en="CO2 per limestone", ge=0, default=factor("co2-process/carbonate-caco3")
    )
    dolomite_co2: TonnesPerTonne = quantity(
        zh="白云石排放因子", en="CO2 per dolomite", ge=0, default=factor("co2-process/carbonate-camg-co3")
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数", en="NOx generated per glass", ge=0, default=factor("nox/nx058")
    )
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per glass", ge=0, default=factor("cobenefit/cb072")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per glass, as PM10", ge=0, default=factor("cobenefit/cb074")
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per glass", ge=0, default=factor("voc/vf012")
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=factor("reference-gas/flat-glass")
    )
    reference_gas: CubicMetresPerTonne = quantity(
        zh="全氧基准排气量", en="Reference gas of oxy-fuel firing", gt=0,
        default=factor("reference-gas/flat-glass-oxyfuel"),
    )  # fmt: skip

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=one_of(
                ("daily_capacity <= 500 t/d", "gb21340-2019.flat.le500"),
                ("daily_capacity > 500 t/d & daily_capacity <= 800 t/d", "gb21340-2019.flat.500-800"),
                ("daily_capacity > 800 t/d", "gb21340-2019.flat.gt800"),
            ),
            scale="limit_scale",
        ),
    )

    @output(zh="玻璃产量（质量）")
    def product_mass(self) -> Tonnes:
        """Mass of glass."""
        return self.cases / self.cases_per_tonne

    @output(zh="平板玻璃单位产品综合能耗", cites="gb-21340-2019#indicators")
    def unit_energy(self) -> KgcePerItem:
        """Comprehensive energy per weight case."""
        return self.energy / self.cases

    @output(zh="限额修正系数", cites="gb-21340-2019#table-2")
    def limit_scale(self) -> Ratio:
        """Factor that the limit is multiplied by."""
        return self.limit_factor

    @output(zh="碳酸盐二氧化碳排放量", cites="ndrc-guides-2013-2015#carbonates")
    def process_co2(self) -> Tonnes:
        """CO2 of the carbonates of the batch."""
        return (
            self.soda_ash * self.soda_ash_co2 + self.limestone * self.limestone_co2 + self.dolomite * self.dolomite_co2
        )

    @output(zh="氮氧化物基准浓度", cites="gb-26453-2011#table-2")
    def nox_at_reference(self) -> MgPerCubicMetre:
        """NOx concentration: at reference oxygen, or at the reference gas volume where firing is with oxygen."""
        by_volume = self.nox_stack.monitored / (self.reference_gas * self.product_mass)
        return where(self.firing == "oxy-fuel", by_volume, self._at(self.nox_stack, self.reference_oxygen))
