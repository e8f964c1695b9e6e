"""Corrections of mandatory limits for products that no sector has a process of: inputs of `ecdcalc grade` alone.

Each is a process of which only the correction is known: ferroalloys (GB 21341), tungsten and molybdenum concentrate
(GB 29145), rare earths (GB 29435), aluminium forgings (GB 21351), glass fibre (GB 29450), port terminals (GB 31823).
The numbers are those of a public transcription of the standards (grade B), in `data/factors/gb-*.csv`.
"""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.model.grading import Grading
from ecdcalc.model.process import Process, choice, process, quantity, record
from ecdcalc.numbers.formula import formula, output
from ecdcalc.numbers.kinds import (
    Celsius,
    KgcePerTonne,
    KgPerTonne,
    KgPerTonnePercent,
    KwhPerTonne,
    KwhPerTonnePercent,
    Metres,
    Ratio,
    Share,
)
from ecdcalc.numbers.ops import impossible, where
from ecdcalc.reference.defaults import assumed, factor, one_of

_ALLOYS = ("ferrosilicon", "hc-femn-eaf", "simn", "lc-simn", "micro-c-femn", "hc-fecr", "charge-fecr", "mlc-fecr")
_CHROME = ("hc-fecr", "charge-fecr")
_TUNGSTEN = (250, 280, 310, 340, 370, 400, 430, 460, 490, 520, 550, 580, 610)
_MOLYBDENUM = (330, 380, 430, 480, 530, 580, 630, 680, 730)


@record
class Ore(Process):
    """Ore of which the limit depends on the grade."""

    ore_grade: Share = quantity(zh="入炉矿品位", en="Grade of the ore charged", gt=0, le=100, optional=True)


@process(key="ferroalloy", zh="铁合金（冶炼电耗）")
class Ferroalloy(Ore):
    """Ferroalloy, smelting electricity.

    limit = base − rate × (ore grade − reference grade), so that poorer ore has a higher limit. For high-carbon and
    charge-grade ferrochrome it holds from a chromium-iron ratio of 2.2 and 1.5 on; below, the table says nothing.
    """

    product: str = choice(
        *_ALLOYS,
        zh="产品（硅铁/高碳锰铁/锰硅/低碳锰硅/微碳锰铁/高碳铬铁/炉料级铬铁/中低碳铬铁）",
        en="Product",
    )
    reference_grade: Share = quantity(
        zh="基准品位",
        en="Reference grade of the ore",
        gt=0,
        default=one_of(*((f"product == {each}", f"gb-21341-2022/{each}-grade") for each in _ALLOYS)),
    )
    electricity_per_grade: KwhPerTonnePercent = quantity(
        zh="品位每变化1个百分点的电耗修正",
        en="Correction for one point of grade",
        gt=0,
        default=one_of(*((f"product == {each}", f"gb-21341-2022/{each}-rate") for each in _ALLOYS)),
    )
    chromium_iron_ratio: Ratio = quantity(zh="铬铁比", en="Chromium-iron ratio of the ore", gt=0, optional=True)
    least_chromium_iron_ratio: Ratio = quantity(
        zh="适用铬铁比下限",
        en="Least chromium-iron ratio of the correction",
        gt=0,
        default=one_of(*((f"product == {each}", f"gb-21341-2022/{each}-ratio") for each in _CHROME)),
    )

    gradings: ClassVar = (
        Grading(
            output="",
            product=one_of(*((f"product == {each}", f"gb21341-2022.{each}.smelting-electricity") for each in _ALLOYS)),
            shifts=("ore_shift", "ore_shift", "ore_shift"),
        ),
    )

    @output(zh="入炉矿品位修正量", cites="gb-21341-2022#table-1")
    def ore_shift(self) -> KwhPerTonne:
        """What the ore adds to the limit."""
        shift = self.electricity_per_grade * (self.reference_grade - self.ore_grade)
        rich = self.chromium_iron_ratio >= self.least_chromium_iron_ratio
        chrome = (self.product == _CHROME[0]) | (self.product == _CHROME[1])
        return where(chrome, where(rich, shift, impossible("outside-table")), shift)


@process(key="bf-ferromanganese", zh="高炉锰铁（焦炭消耗）")
class BlastFurnaceFerromanganese(Ore):
    """Blast-furnace ferromanganese, coke."""

    reference_grade: Share = quantity(
        zh="基准品位", en="Reference grade of the ore", gt=0, default=factor("gb-21341-2022/bf-femn-grade")
    )
    coke_per_grade: KgPerTonnePercent = quantity(
        zh="品位每变化1个百分点的焦炭修正",
        en="Correction for one point of grade",
        gt=0,
        default=factor("gb-21341-2022/bf-femn-rate"),
    )

    gradings: ClassVar = (
        Grading(
            output="",
            product=factor("gb21341-2022.bf-femn.coke"),
            shifts=("ore_shift", "ore_shift", "ore_shift"),
        ),
    )

    @output(zh="入炉矿品位修正量", cites="gb-21341-2022#table-2")
    def ore_shift(self) -> KgPerTonne:
        """What the ore adds to the limit."""
        return self.coke_per_grade * (self.reference_grade - self.ore_grade)


@process(key="concentrate", zh="钨精矿、钼精矿")
class Concentrate(Process):
    """Tungsten or molybdenum concentrate.

    Comparable value = value / μ; μ by the concentration ratio, at the printed points only: no rule for points
    between is in the copy at hand, so give μ there. Tungsten: underground mines. Molybdenum: open pits.
    """

    ore: str = choice("tungsten", "molybdenum", zh="矿种（钨/钼）", en="Ore")
    concentration_ratio: Ratio = quantity(zh="选矿比K", en="Concentration ratio K", gt=0, optional=True)
    coefficient: Ratio = quantity(
        zh="选矿比修正系数μ",
        en="Coefficient μ of the concentration ratio",
        gt=0,
        default=one_of(
            *(
                (f"ore == tungsten & concentration_ratio == {each}", f"gb-29145-2023/tungsten-{each}")
                for each in _TUNGSTEN
            ),
            *(
                (f"ore == molybdenum & concentration_ratio == {each}", f"gb-29145-2023/molybdenum-{each}")
                for each in _MOLYBDENUM
            ),
        ),
    )

    gradings: ClassVar = (
        Grading(
            output="",
            product=one_of(
                ("ore == tungsten", "gb29145-2023.tungsten.black"),
                ("ore == tungsten", "gb29145-2023.tungsten.white"),
                ("ore == molybdenum", "gb29145-2023.moly.3stage"),
                ("ore == molybdenum", "gb29145-2023.moly.sabc"),
            ),
            value_scale="ratio_scale",
        ),
    )

    @output(zh="可比能耗换算系数", cites="gb-29145-2023#annex-c")
    def ratio_scale(self) -> Ratio:
        """Comparable value over value."""
        return 1 / self.coefficient


@process(key="bastnaesite", zh="氟碳铈矿制氧化镨钕")
class Bastnaesite(Process):
    """Praseodymium-neodymium oxide of bastnaesite; sulphuric-acid roasting takes the limits of table 2."""

    roasting: str = choice("oxidation", "sulphuric-acid", zh="焙烧方式（氧化焙烧/浓硫酸强化焙烧）", en="Roasting")
    acid_level_1: KgcePerTonne = quantity(
        zh="浓硫酸焙烧1级差", en="Acid roasting, level 1", default=factor("gb-29435-2025/acid-roasting-1")
    )
    acid_level_2: KgcePerTonne = quantity(
        zh="浓硫酸焙烧2级差", en="Acid roasting, level 2", default=factor("gb-29435-2025/acid-roasting-2")
    )
    acid_level_3: KgcePerTonne = quantity(
        zh="浓硫酸焙烧3级差", en="Acid roasting, level 3", default=factor("gb-29435-2025/acid-roasting-3")
    )

    gradings: ClassVar = (
        Grading(output="", product=factor("gb29435-2025.bastnaesite.hcl"), shifts=("shift_1", "shift_2", "shift_3")),
    )

    @output(zh="1级限额差", cites="gb-29435-2025#table-3")
    def shift_1(self) -> KgcePerTonne:
        """Level 1 of table 2 less that of table 3."""
        return where(self.roasting == "oxidation", 0 * self.acid_level_1, self.acid_level_1)

    @output(zh="2级限额差", cites="gb-29435-2025#table-3")
    def shift_2(self) -> KgcePerTonne:
        """Level 2 of table 2 less that of table 3."""
        return where(self.roasting == "oxidation", 0 * self.acid_level_2, self.acid_level_2)

    @output(zh="3级限额差", cites="gb-29435-2025#table-3")
    def shift_3(self) -> KgcePerTonne:
        """Level 3 of table 2 less that of table 3."""
        return where(self.roasting == "oxidation", 0 * self.acid_level_3, self.acid_level_3)


@process(key="forging", zh="铝合金锻件")
class Forging(Process):
    """Aluminium forgings; the base limit is for one heat, each further heat adds to it."""

    kind: str = choice("open-die", "closed-die", zh="锻造方式（自由锻/模锻）", en="Kind of forging")
    heats: Ratio = quantity(zh="锻造火次", en="Heats of the forging", ge=1, optional=True)
    heat_level_1: KgcePerTonne = quantity(
        zh="每增一火次1级增量", en="Level 1 for one more heat", gt=0,
        default=one_of(*((f"kind == {each}", f"gb-21351-2023/{each}-1") for each in ("open-die", "closed-die"))),
    )  # fmt: skip
    heat_level_2: KgcePerTonne = quantity(
        zh="每增一火次2级增量", en="Level 2 for one more heat", gt=0,
        default=one_of(*((f"kind == {each}", f"gb-21351-2023/{each}-2") for each in ("open-die", "closed-die"))),
    )  # fmt: skip
    heat_level_3: KgcePerTonne = quantity(
        zh="每增一火次3级增量", en="Level 3 for one more heat", gt=0,
        default=one_of(*((f"kind == {each}", f"gb-21351-2023/{each}-3") for each in ("open-die", "closed-die"))),
    )  # fmt: skip

    gradings: ClassVar = (
        Grading(
            output="",
            product=one_of(
                *(("kind == open-die", f"gb21351-2023.r{row}") for row in (103, 104, 105)),
                *(("kind == closed-die", f"gb21351-2023.r{row}") for row in (106, 107, 108)),
            ),
            shifts=("shift_1", "shift_2", "shift_3"),
        ),
    )

    @output(zh="火次1级修正量", cites="gb-21351-2023#tables-18-19")
    def shift_1(self) -> KgcePerTonne:
        """What further heats add to level 1."""
        return (self.heats - 1) * self.heat_level_1

    @output(zh="火次2级修正量", cites="gb-21351-2023#tables-18-19")
    def shift_2(self) -> KgcePerTonne:
        """What further heats add to level 2."""
        return (self.heats - 1) * self.heat_level_2

    @output(zh="火次3级修正量", cites="gb-21351-2023#tables-18-19")
    def shift_3(self) -> KgcePerTonne:
        """What further heats add to level 3."""
        return (self.heats - 1) * self.heat_level_3


@process(key="glass-fibre", zh="玻璃纤维纱（池窑）")
class GlassFibre(Process):
    """Glass-fibre yarn of a tank furnace; the output counts by the fineness of the yarn."""

    kiln: str = choice("fine", "coarse", zh="窑炉主产（细纱/粗纱）", en="What the furnace mainly makes")
    ultrafine: Share = quantity(zh="直径≤5μm纱占比", en="Share of yarn up to 5 µm", ge=0, le=100, optional=True)
    fine: Share = quantity(zh="直径5至9μm纱占比", en="Share of yarn of 5 to 9 µm", ge=0, le=100, optional=True)
    coarse: Share = quantity(zh="直径>9μm纱占比", en="Share of yarn above 9 µm", ge=0, le=100, optional=True)
    ultrafine_factor: Ratio = quantity(
        zh="≤5μm纱折算系数", en="Output equivalent of ultrafine yarn", gt=0, default=factor("gb-29450-2012/ultrafine")
    )
    fine_factor: Ratio = quantity(
        zh="细纱与粗纱折算系数", en="Fine yarn per coarse yarn", gt=0, default=factor("gb-29450-2012/fine-per-coarse")
    )

    gradings: ClassVar = (
        Grading(
            output="",
            product=one_of(
                ("kiln == fine", "gb29450-2012.tank.e-fine"), ("kiln == coarse", "gb29450-2012.tank.ecr-coarse")
            ),
            value_scale="output_scale",
        ),
    )

    @output(zh="产量折算系数", cites="gb-29450-2012#output")
    def output_scale(self) -> Ratio:
        """Output over equivalent output."""
        mainly_fine = self.fine + self.ultrafine * self.ultrafine_factor + self.coarse / self.fine_factor
        mainly_coarse = self.coarse + (self.fine + self.ultrafine) * self.fine_factor
        whole = self.ultrafine + self.fine + self.coarse
        return whole / where(self.kiln == "fine", mainly_fine, mainly_coarse)


@formula(cites="gb-31823-2021#6.2.1", zh="集装箱码头能力系数", empirical=True)
def capacity_factor(capacity_ratio: Ratio) -> Ratio:
    """Factor a by design capacity over throughput: 1 up to 2, 0.95 up to 3, 0.9 up to 4, 0.85 above."""
    above = where(capacity_ratio <= 4, 0.9, 0.85)
    return where(capacity_ratio <= 2, 1.0, where(capacity_ratio <= 3, 0.95, above))


@formula(cites="gb-31823-2021#6.2.2", zh="干散货码头卸船系数", empirical=True)
def unloading_factor(unloading_share: Share) -> Ratio:
    """Factor g by the share w of unloading: 1/(1.4 w + 0.04) from one half on, 1/(1 − 0.53 w) below."""
    w = unloading_share / 100
    return where(w >= 0.5, 1 / (1.4 * w + 0.04), 1 / (1 - 0.53 * w))


@formula(cites="gb-31823-2021#6.2.2", zh="干散货码头输送线系数", empirical=True)
def line_factor(line_length: Metres) -> Ratio:
    """Factor k by line length: 1.1 to 500 m, 1.05 to 1000, 1 to 1500, 0.95 to 2000, 0.9 to 3000, 0.85 above."""
    far = where(line_length <= 2000, 0.95, where(line_length <= 3000, 0.9, 0.85))
    near = where(line_length <= 1000, 1.05, where(line_length <= 1500, 1.0, far))
    return where(line_length <= 500, 1.1, near)


@formula(cites="gb-31823-2021#6.3", zh="原油码头管道加热系数", empirical=True)
def frost_factor(outside_temperature: Celsius) -> Ratio:
    """Factor of energy for heating pipelines: 0.95 at 0 °C and below, 1 above; the boundary is unconfirmed."""
    return where(outside_temperature <= 0, 0.95, 1.0)


@process(key="container-terminal", zh="集装箱码头")
class ContainerTerminal(Process):
    """Container terminal; automated terminals are outside the standard."""

    capacity_ratio: Ratio = quantity(
        zh="设计能力与吞吐量之比", en="Design capacity over throughput", gt=0, optional=True
    )

    gradings: ClassVar = (
        Grading(output="", product=factor("gb31823-2021.terminal.container"), value_scale="value_scale"),
    )

    @output(zh="可比能耗换算系数", cites="gb-31823-2021#6.2.1")
    def value_scale(self) -> Ratio:
        """Comparable value over value."""
        return capacity_factor(capacity_ratio=self.capacity_ratio)


@process(key="bulk-terminal", zh="干散货码头")
class BulkTerminal(Process):
    """Dry-bulk terminal: e = (g k E_main + E_auxiliary) c / throughput."""

    main_share: Share = quantity(
        zh="主要生产能耗占比", en="Share of energy for main production", ge=0, le=100, optional=True
    )
    handling: str = choice(
        "unloading-share", "portal-crane", "direct-to-factory",
        zh="作业方式（按卸船比例/门机/直取到厂）", en="Handling", default="unloading-share",
    )  # fmt: skip
    unloading_share: Share = quantity(zh="卸船量占比", en="Share of unloading", ge=0, le=100, optional=True)
    direct_factor: Ratio = quantity(
        zh="直取到厂系数", en="Factor of handling direct to the factory", gt=0, default=factor("gb-31823-2021/direct")
    )
    line_length: Metres = quantity(zh="输送线长度", en="Length of the conveyor lines", gt=0, optional=True)
    heating_region: str = choice("no", "yes", zh="是否采暖地区", en="In a region with heating", default="no")
    heating_factor: Ratio = quantity(
        zh="采暖地区系数", en="Factor of regions with heating", gt=0, default=factor("gb-31823-2021/heating-region")
    )

    gradings: ClassVar = (
        Grading(output="", product=factor("gb31823-2021.terminal.dry-bulk"), value_scale="value_scale"),
    )

    @output(zh="可比能耗换算系数", cites="gb-31823-2021#6.2.2")
    def value_scale(self) -> Ratio:
        """Comparable value over value."""
        by_share = unloading_factor(unloading_share=self.unloading_share)
        direct = where(self.handling == "direct-to-factory", self.direct_factor, 1)
        g = where(self.handling == "unloading-share", by_share, direct)
        main = g * line_factor(line_length=self.line_length) * self.main_share
        return (main + 1 - self.main_share) * where(self.heating_region == "yes", self.heating_factor, 1)


@process(key="oil-terminal", zh="原油码头")
class OilTerminal(Process):
    """Crude-oil terminal; energy for heating pipelines in frost counts less."""

    heating_share: Share = quantity(
        zh="管道加热能耗占比",
        en="Share of energy for heating pipelines",
        ge=0,
        le=100,
        default=assumed("0 %", "grade-no-heating"),
    )
    outside_temperature: Celsius = quantity(zh="环境温度", en="Outside temperature", optional=True)

    gradings: ClassVar = (
        Grading(output="", product=factor("gb31823-2021.terminal.crude-oil"), value_scale="value_scale"),
    )

    @output(zh="可比能耗换算系数", cites="gb-31823-2021#6.3")
    def value_scale(self) -> Ratio:
        """Comparable value over value."""
        frost = frost_factor(outside_temperature=self.outside_temperature)
        by_weather = 1 - self.heating_share + self.heating_share * frost
        return where(self.heating_share > 0, by_weather, 1)


CORRECTIONS: tuple[type[Process], ...] = (
    Ferroalloy,
    BlastFurnaceFerromanganese,
    Concentrate,
    Bastnaesite,
    Forging,
    GlassFibre,
    ContainerTerminal,
    BulkTerminal,
    OilTerminal,
)
