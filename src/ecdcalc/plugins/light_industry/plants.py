"""The branches: pulp and paper, textiles and fibres, food and drink, leather, pharmaceuticals."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KgPerTonne,
    Stack,
    Tonnes,
    assumed,
    choice,
    factor,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.light_industry.works import BOILER_APART, LightWorks, limit_by_kind, limits_of

PULP = limits_of("gb31825-2024.pulp.")
PAPER = limits_of("gb31825-2024.paper.")
FIBRE = limits_of("gb36889-2025.")
SUGAR = limits_of("gb32044-2015.")
LEATHER = limits_of("gb36887-2018.")

FOOD = {
    "alcohol": "vf060",
    "beer": "vf061",
    "wine": "vf062",
    "baijiu": "vf063",
    "bread": "vf064",
    "pastry": "vf065",
    "smoked-meat": "vf066",
    "sugar": "vf067",
    "maize-oil": "vf068",
    "cottonseed-oil": "vf069",
    "peanut-oil": "vf070",
    "soybean-oil": "vf071",
    "other-oil": "vf072",
}
MATERIALS = {
    "polyamide": "vf051",
    "polyester": "vf052",
    "acrylic-or-polypropylene": "vf053",
    "vinylon": "vf054",
    "viscose": "vf055",
}


def _voc(default: object) -> KgPerTonne:
    return quantity(zh="挥发性有机物产污系数", en="VOC generated per product", ge=0, default=default)  # type: ignore[arg-type]


@process(key="pulp", zh="制浆", activity="product")
class PulpMill(Stack, LightWorks):
    """Pulp mill.

    Product in air-dry tonnes. Energy against GB 31825-2024; VOC and SO2 by the coefficients of pulp of T/CSES 144-2024.
    Black liquor burnt for heat is a carrier (`black-liquor`).
    """

    kind: str = choice(*PULP, zh="浆种（能耗限额表编号）", en="Row of the limit table", optional=True)
    voc_factor: KgPerTonne = _voc(factor("voc/vf059"))
    so2_factor: KgPerTonne = quantity(
        zh="二氧化硫产污系数", en="SO2 generated per product", ge=0, default=factor("cobenefit/cb092")
    )

    gradings: ClassVar = (Grading(output="unit_energy", product=limit_by_kind(*PULP)),)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor

    @output(zh="二氧化硫产生量", cites="t-cses-144-2024#table-e1")
    def so2_generated(self) -> Tonnes:
        """SO2 generated before removal."""
        return self.product * self.so2_factor


@process(key="paper", zh="造纸", activity="product", absent={**BOILER_APART, "voc": "light-industry-no-coefficient"})
class PaperMill(LightWorks):
    """Paper mill.

    Energy against GB 31825-2024: limit = base + m. The standard prints m = 320 or 100 for through-air drying, and 200
    where thermal, carbonless or sublimation grades are made beside; else it is 0.
    """

    kind: str = choice(*PAPER, zh="纸种（能耗限额表编号）", en="Row of the limit table", optional=True)
    limit_shift: KgcePerTonne = quantity(
        zh="限额修正值m",
        en="Correction m of the limit",
        ge=0,
        default=assumed("0 kgce/t", "light-industry-no-correction"),
    )

    gradings: ClassVar = (
        Grading(output="unit_energy", product=limit_by_kind(*PAPER), shifts=("shift", "shift", "shift")),
    )

    @output(zh="限额修正量", cites="gb-31825-2024#table-2")
    def shift(self) -> KgcePerTonne:
        """What the limit is raised by."""
        return 1 * self.limit_shift


@process(key="textile", zh="纺织印染", activity="product", absent=BOILER_APART)
class TextileMill(LightWorks):
    """Textile mill: wool, silk and cloth, with dyeing.

    VOC by the coefficient of T/CSES 144-2024. No energy limit of the table is about textiles.
    """

    voc_factor: KgPerTonne = _voc(factor("voc/vf073"))

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor


@process(key="fibre", zh="化学纤维", activity="product", absent=BOILER_APART)
class FibrePlant(LightWorks):
    """Chemical-fibre plant.

    Energy against GB 36889-2025, one step (polymerising, spinning, texturing) a table; VOC of spinning by material.
    """

    kind: str = choice(*FIBRE, zh="工序（能耗限额表编号）", en="Row of the limit table", optional=True)
    material: str = choice(
        *MATERIALS, zh="材料（锦纶/涤纶/腈纶或丙纶/维纶/粘胶）", en="Material that is spun", optional=True
    )
    voc_factor: KgPerTonne = _voc(one_of(*((f"material == {each}", f"voc/{row}") for each, row in MATERIALS.items())))

    gradings: ClassVar = (Grading(output="unit_energy", product=limit_by_kind(*FIBRE)),)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor


@process(key="food", zh="食品饮料", activity="product", absent=BOILER_APART)
class FoodPlant(LightWorks):
    """Food or drink plant.

    VOC by product. Sugar against GB 32044-2015; the limit of beer is per volume and no limit of this table.
    """

    made: str = choice(
        *FOOD,
        zh="产品（酒精/啤酒/葡萄酒/白酒/面包/糕点饼干/熏肉/糖/玉米油/棉籽油/花生油/大豆油/其他植物油）",
        en="What is made",
        optional=True,
    )
    kind: str = choice(*SUGAR, zh="制糖工艺（能耗限额表编号）", en="Row of the limit table", optional=True)
    voc_factor: KgPerTonne = _voc(one_of(*((f"made == {each}", f"voc/{row}") for each, row in FOOD.items())))

    gradings: ClassVar = (Grading(output="unit_energy", product=limit_by_kind(*SUGAR)),)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor


@process(key="leather", zh="皮革与合成革", activity="product", absent=BOILER_APART)
class LeatherPlant(LightWorks):
    """Leather plant: tannery, artificial or synthetic leather.

    Product in tonnes; against GB 36887-2018 in standard-leather tonnes, whose conversion the standard has. VOC by the
    coefficient of artificial leather; a tannery gives its own.
    """

    kind: str = choice(*LEATHER, zh="合成革类别（能耗限额表编号）", en="Row of the limit table", optional=True)
    made: str = choice("artificial", "natural", zh="种类（人造革合成革/天然皮革）", en="Kind of leather", optional=True)
    voc_factor: KgPerTonne = _voc(one_of(("made == artificial", "voc/vf058")))

    gradings: ClassVar = (Grading(output="unit_energy", product=limit_by_kind(*LEATHER)),)

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor


@process(key="pharmaceuticals", zh="制药（废水与能耗）", activity="product", absent=BOILER_APART)
class PharmaceuticalPlant(LightWorks):
    """Pharmaceutical plant: water and energy.

    VOC by the coefficient of bulk pharmaceuticals, the last resort: a plant that knows its solvents takes `pharma` of
    the VOC industries, whose balance is better, and not both.
    """

    voc_factor: KgPerTonne = _voc(factor("voc/vf033"))

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-e1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.product * self.voc_factor


PROCESSES = (PulpMill, PaperMill, TextileMill, FibrePlant, FoodPlant, LeatherPlant, PharmaceuticalPlant)
