"""Cement from clinker: grinding and mixing; and the replacement of capacity."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    EnergyUse,
    Grading,
    KgcePerTonne,
    KgcePerTonnePoint,
    KgPerTonne,
    KwhPerTonne,
    Law,
    Metres,
    Pascals,
    Process,
    Ratio,
    Share,
    Stack,
    Tonnes,
    factor,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.building_materials.corrections import altitude_factor
from ecdcalc.plugins.building_materials.kiln import DRY


@process(key="cement", zh="水泥制备", activity="cement", absent={**DRY, "voc": "no-source-class"})
class Cement(EnergyUse, Stack, Process):
    """Cement preparation.

    Its own energy is that of grinding, drying and packing. The energy per tonne of cement that the limit is about
    adds the energy of the clinker used, own or bought, by `clinker_unit_energy`; that part is counted in the
    clinker line and not again here.
    """

    cement: Tonnes = quantity(zh="水泥产量", en="Cement output", gt=0)
    capacity: Tonnes = quantity(zh="年设计产能", en="Design capacity per year", gt=0, optional=True)
    clinker_used: Tonnes = quantity(zh="熟料用量", en="Clinker used", ge=0, optional=True)
    clinker_unit_energy: KgcePerTonne = quantity(
        zh="所用熟料单位产品综合能耗", en="Energy per tonne of the clinker used", gt=0, optional=True
    )
    altitude: Metres = quantity(zh="海拔高度", en="Altitude of the site", optional=True)
    pressure: Pascals = quantity(zh="当地大气压", en="Mean pressure of the site", gt=0, le=120000, optional=True)
    reference_share: Share = quantity(
        zh="基准熟料配比", en="Reference clinker share", gt=0, default=factor("gb-16780-2021/clinker-share-reference")
    )
    allowance_level_1: KgcePerTonnePoint = quantity(
        zh="配比修正系数1级", en="Allowance per point, level 1", default=factor("gb-16780-2021/clinker-share-level-1")
    )
    allowance_level_2: KgcePerTonnePoint = quantity(
        zh="配比修正系数2级", en="Allowance per point, level 2", default=factor("gb-16780-2021/clinker-share-level-2")
    )
    allowance_level_3: KgcePerTonnePoint = quantity(
        zh="配比修正系数3级", en="Allowance per point, level 3", default=factor("gb-16780-2021/clinker-share-level-3")
    )
    energy_level_3: KgcePerTonne = quantity(
        zh="水泥综合能耗3级", en="Level 3 of energy", default=factor("gb-16780-2021/cement-energy-level-3")
    )
    pm_factor: KgPerTonne = quantity(
        zh="颗粒物产污系数（PM10）", en="PM generated per cement, as PM10", ge=0, default=factor("cobenefit/cb065")
    )

    gradings: ClassVar = (
        Grading(
            output="unit_energy",
            product=factor("gb16780-2021.cement.comprehensive"),
            shifts=("shift_level_1", "shift_level_2", "shift_level_3"),
        ),
        Grading(output="unit_electricity", product=factor("gb16780-2021.cement-preparation.electricity")),
    )
    laws: ClassVar = (Law("clinker_used", "<=", "cement", "building-clinker-share"),)

    @output(zh="熟料配比（熟料系数）", cites="gb-16780-2021#5.4")
    def clinker_factor(self) -> Share:
        """Clinker per cement."""
        return self.clinker_used / self.cement

    @output(zh="水泥单位产品综合能耗", cites="gb-16780-2021#indicators")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of cement, with that of the clinker used."""
        return self.clinker_factor * self.clinker_unit_energy + self.energy / self.cement

    @output(zh="水泥制备工段电耗", cites="gb-16780-2021#indicators")
    def unit_electricity(self) -> KwhPerTonne:
        """Electricity of cement preparation per tonne of cement."""
        return self.electricity / self.cement

    @output(zh="1级限额修正量", cites="gb-16780-2021#5.4")
    def shift_level_1(self) -> KgcePerTonne:
        """Allowance of level 1 for the clinker share."""
        return self.allowance_level_1 * (self.clinker_factor - self.reference_share)

    @output(zh="2级限额修正量", cites="gb-16780-2021#5.4")
    def shift_level_2(self) -> KgcePerTonne:
        """Allowance of level 2 for the clinker share."""
        return self.allowance_level_2 * (self.clinker_factor - self.reference_share)

    @output(zh="3级限额修正量", cites="gb-16780-2021#5.3")
    def shift_level_3(self) -> KgcePerTonne:
        """Allowance of level 3 for the clinker share, the sum multiplied by the altitude factor."""
        share = self.allowance_level_3 * (self.clinker_factor - self.reference_share)
        factor_of_site = altitude_factor(altitude=self.altitude, pressure=self.pressure)
        return (self.energy_level_3 + share) * factor_of_site - self.energy_level_3

    @output(zh="颗粒物产生量", cites="t-cses-144-2024#table-e1")
    def pm_generated(self) -> Tonnes:
        """PM generated before removal, as PM10."""
        return self.cement * self.pm_factor


@process(key="replacement", zh="产能置换", absent=NO_SOURCE, single=True)
class CapacityReplacement(Process):
    """Replacement of capacity.

    The plan leaves the ratio to the policy of the industry, which the data do not hold: it is an input. Energy and
    emissions are counted in the lines that close and open.
    """

    closed_capacity: Tonnes = quantity(zh="退出产能（年）", en="Capacity closed, per year", ge=0)
    new_capacity: Tonnes = quantity(zh="新建产能（年）", en="Capacity built, per year", gt=0)
    required_ratio: Ratio = quantity(zh="要求置换比例", en="Required ratio, closed over new", gt=0, optional=True)

    @output(zh="置换比例")
    def ratio(self) -> Ratio:
        """Capacity closed over capacity built."""
        return self.closed_capacity / self.new_capacity

    @output(zh="尚缺退出产能")
    def lacking_capacity(self) -> Tonnes:
        """Capacity that must still close; negative where more closes than is required."""
        return self.required_ratio * self.new_capacity - self.closed_capacity
