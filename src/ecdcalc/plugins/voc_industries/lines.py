"""Lines that apply solvent-bearing materials: coating, printing, furniture, adhesive."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    EnergyUse,
    Hours,
    Items,
    KgcePerItem,
    KgcePerSquareMetre,
    KgPerHour,
    Law,
    Process,
    Share,
    SquareMetres,
    Tonnes,
    Wastewater,
    assumed,
    factor,
    fields_of,
    output,
    part,
    process,
    quantity,
    record,
    total,
    where,
)
from ecdcalc.plugins.voc_industries.control import Burners, SolventVapours
from ecdcalc.plugins.voc_industries.materials import (
    Cleaner,
    LowVocCoating,
    LowVocInk,
    LowVocWoodCoating,
    Material,
    SolventAdhesive,
    SolventCoating,
    SolventInk,
    SolventWoodCoating,
    WaterAdhesive,
)

UNCOUNTED = {"so2": "voc-industries-uncounted", "pm": "voc-industries-uncounted"}


@record
class Line(Burners, SolventVapours, Wastewater, EnergyUse):
    """A line whose VOC follows from the materials used: Σ W·I, less what leaves as waste."""

    hours: Hours = quantity(zh="年运行时间", en="Operating time per year", gt=0, le=8784, optional=True)
    voc_in_waste: Tonnes = quantity(
        zh="危废和废水带走的VOCs（有凭证）",
        en="VOC sent out with waste and water, proven",
        ge=0,
        default=assumed("0 t", "voc-industries-none-proven"),
    )
    least_removal: Share = quantity(
        zh="最低处理效率", en="Least treatment efficiency", ge=0, le=100, default=factor("voc-control/ve059")
    )

    laws: ClassVar = (Law("voc_in_waste", "<=", "voc_in_materials", "voc-industries-solvent-made"),)

    def materials(self) -> tuple[Material, ...]:
        """Return every material of the line."""
        named = (getattr(self, name) for name in fields_of(type(self)))
        return tuple(each for each in named if isinstance(each, Material))

    @output(zh="原辅材料用量", extensive=True)
    def material_use(self) -> Tonnes:
        """Mass of all materials."""
        return total(each.mass for each in self.materials())

    @output(zh="原辅材料带入VOCs量", cites="t-cses-144-2024#vocs")
    def voc_in_materials(self) -> Tonnes:
        """VOC that the materials bring: Σ mass × content."""
        return total(each.voc for each in self.materials())

    @output(zh="溶剂物料衡算产生量", cites="t-cses-144-2024#vocs")
    def voc_balance(self) -> Tonnes:
        """VOC generated: Σ mass × content, less what leaves with waste and water."""
        return self.voc_in_materials - self.voc_in_waste

    @output(zh="低VOCs原辅材料用量", cites="gb-t-38597-2020#low-voc")
    def low_voc_use(self) -> Tonnes:
        """Mass of the materials that count as low-VOC."""
        return total(each.low_voc_mass for each in self.materials())

    @output(zh="低VOCs原辅材料占比", cites="gb-t-38597-2020#low-voc")
    def low_voc_share(self) -> Share:
        """Share of low-VOC materials by mass."""
        return self.low_voc_use / self.material_use

    @output(zh="收集的VOCs初始排放速率", cites="gb-37822-2019#10.3.2")
    def initial_rate(self) -> KgPerHour:
        """VOC that reaches the device per hour: G × capture / hours."""
        return self.voc_balance * self.voc_control.capture / self.hours

    @output(zh="应达到的最低处理效率", cites="gb-37822-2019#10.3.2")
    def required_removal(self) -> Share:
        """Treatment efficiency that is asked for from 3 kg/h (2 kg/h in key areas).

        None where all materials count as low-VOC.
        """
        return where(self.low_voc_share < 1, self.least_removal, 0 * self.least_removal)


@process(key="coating", zh="工业涂装线", activity="area", absent=UNCOUNTED)
class CoatingLine(Line, Process):
    """Coating line.

    Painting of metal, machines, vehicles and containers over one accounting period. VOC: T/CSES 144-2024,
    G = Σ W·I. Masses are as applied, with thinner.
    """

    area: SquareMetres = quantity(zh="涂装面积", en="Coated area", gt=0)
    solvent_borne: SolventCoating = part(SolventCoating, zh="溶剂型涂料", en="Solvent-borne coating")
    low_voc: LowVocCoating = part(LowVocCoating, zh="低VOCs涂料", en="Low-VOC coating")
    cleaner: Cleaner = part(Cleaner, zh="清洗剂", en="Cleaner")

    @output(zh="单位面积能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per coated area."""
        return self.energy / self.area

    @output(zh="溶剂型涂料用量", extensive=True)
    def solvent_coating(self) -> Tonnes:
        """Solvent-borne coating used."""
        return self.solvent_borne.mass

    @output(zh="涂料总用量", extensive=True)
    def coating(self) -> Tonnes:
        """All coating used."""
        return self.solvent_borne.mass + self.low_voc.mass


@process(key="printing", zh="包装印刷线", activity="area", absent=UNCOUNTED)
class PrintingLine(Line, Process):
    """Printing line.

    Printing and laminating over one accounting period. VOC: T/CSES 144-2024 Table E.8 by kind of ink, and the
    adhesive and cleaner beside it.
    """

    area: SquareMetres = quantity(zh="印刷面积", en="Printed area", gt=0)
    solvent_borne: SolventInk = part(SolventInk, zh="溶剂型油墨", en="Solvent-borne ink")
    low_voc: LowVocInk = part(LowVocInk, zh="低VOCs油墨", en="Low-VOC ink")
    adhesive: SolventAdhesive = part(SolventAdhesive, zh="溶剂型复合胶", en="Solvent-borne laminating adhesive")
    cleaner: Cleaner = part(Cleaner, zh="清洗剂", en="Cleaner")

    @output(zh="单位面积能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per printed area."""
        return self.energy / self.area

    @output(zh="溶剂型油墨用量", extensive=True)
    def solvent_ink(self) -> Tonnes:
        """Solvent-borne ink used."""
        return self.solvent_borne.mass

    @output(zh="油墨总用量", extensive=True)
    def ink(self) -> Tonnes:
        """All ink used."""
        return self.solvent_borne.mass + self.low_voc.mass

    @output(zh="溶剂型胶粘剂用量", extensive=True)
    def solvent_adhesive(self) -> Tonnes:
        """Solvent-borne adhesive used."""
        return self.adhesive.mass


@process(key="furniture", zh="家具制造线", activity="pieces", absent=UNCOUNTED)
class FurnitureLine(Line, Process):
    """Furniture line.

    Gluing and coating of wooden furniture over one accounting period. VOC: Σ W·I of wood coatings, adhesives
    and cleaners.
    """

    pieces: Items = quantity(zh="家具产量", en="Pieces of furniture", gt=0)
    solvent_borne: SolventWoodCoating = part(SolventWoodCoating, zh="溶剂型木器涂料", en="Solvent-borne wood coating")
    low_voc: LowVocWoodCoating = part(LowVocWoodCoating, zh="低VOCs木器涂料", en="Low-VOC wood coating")
    adhesive: SolventAdhesive = part(SolventAdhesive, zh="溶剂型胶粘剂", en="Solvent-borne adhesive")
    water_adhesive: WaterAdhesive = part(WaterAdhesive, zh="水基型胶粘剂", en="Water-based adhesive")
    cleaner: Cleaner = part(Cleaner, zh="清洗剂", en="Cleaner")

    @output(zh="单位产品能耗")
    def unit_energy(self) -> KgcePerItem:
        """Energy per piece."""
        return self.energy / self.pieces

    @output(zh="溶剂型涂料用量", extensive=True)
    def solvent_coating(self) -> Tonnes:
        """Solvent-borne coating used."""
        return self.solvent_borne.mass

    @output(zh="涂料总用量", extensive=True)
    def coating(self) -> Tonnes:
        """All coating used."""
        return self.solvent_borne.mass + self.low_voc.mass

    @output(zh="溶剂型胶粘剂用量", extensive=True)
    def solvent_adhesive(self) -> Tonnes:
        """Solvent-borne adhesive used."""
        return self.adhesive.mass


@process(key="bonding", en="Bonding line", zh="胶粘剂使用线", activity="area", absent=UNCOUNTED)
class BondingLine(Line, Process):
    """Line that uses adhesive.

    Bonding and laminating over one accounting period: shoes, leather, packaging, panels. VOC: Σ W·I.
    """

    area: SquareMetres = quantity(zh="粘接面积", en="Bonded area", gt=0)
    solvent_borne: SolventAdhesive = part(SolventAdhesive, zh="溶剂型胶粘剂", en="Solvent-borne adhesive")
    low_voc: WaterAdhesive = part(WaterAdhesive, zh="水基型胶粘剂", en="Water-based adhesive")
    cleaner: Cleaner = part(Cleaner, zh="清洗剂", en="Cleaner")

    @output(zh="单位面积能耗")
    def unit_energy(self) -> KgcePerSquareMetre:
        """Energy per bonded area."""
        return self.energy / self.area

    @output(zh="溶剂型胶粘剂用量", extensive=True)
    def solvent_adhesive(self) -> Tonnes:
        """Solvent-borne adhesive used."""
        return self.solvent_borne.mass
