"""The coal-fired unit."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    COALS,
    AmmoniaSlip,
    CoalQuality,
    GcePerKwh,
    Grading,
    KgPerTonne,
    MgPerCubicMetre,
    Ratio,
    Share,
    Tonnes,
    amount_of,
    choice,
    emission_limit,
    emission_oxygen,
    factor,
    impossible,
    kept_ash,
    one_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.power.unit import PowerUnit

_CLASSES = (
    ("ultra-supercritical", "class-1000", "1"),
    ("ultra-supercritical", "class-600", "2"),
    ("supercritical", "class-600", "3"),
    ("supercritical", "class-300", "4"),
    ("subcritical", "class-600", "5"),
    ("subcritical", "class-300", "6"),
)
_HEAT = "turbine != condensing"
_OF_CLASS = tuple((f"pressure == {each} & capacity_class == {size}", row) for each, size, row in _CLASSES)


@process(key="coal-unit", zh="燃煤机组")
class CoalUnit(CoalQuality, AmmoniaSlip, PowerUnit):
    """Coal-fired power unit.

    NOx factors are those of T/CSES 144-2024 by unit size, printed alike for every kind of boiler. For
    fluidised beds they lie above measured practice; `cfb_nox = "handbook-2021"` takes 2.7 kg/t instead, an
    unconfirmed value for industrial boilers.
    """

    for_the_record: ClassVar[tuple[str, ...]] = ("cooling",)

    pressure: str = choice(
        "ultra-supercritical",
        "supercritical",
        "subcritical",
        "very-high-pressure",
        zh="蒸汽参数（超超临界/超临界/亚临界/超高压）",
        en="Steam pressure",
    )
    capacity_class: str = choice(
        "class-1000",
        "class-600",
        "class-300",
        "class-200",
        zh="容量等级（1000/600/300/200 MW 及以下）",
        en="Capacity class",
    )
    boiler: str = choice("pc", "cfb", zh="锅炉型式（煤粉炉/循环流化床）", en="Boiler")
    limit_addition: GcePerKwh = quantity(zh="供电限额附加值 A", en="Addition A of the supply limit", optional=True)
    heat_limit_factor: Ratio = quantity(
        zh="供热限额影响因素修正系数 K",
        en="Factor K of the heat limit",
        gt=0,
        optional=True,
        only_with={
            "turbine": ("extraction", "back-pressure"),
            "pressure": ("ultra-supercritical", "supercritical", "subcritical"),
        },
    )
    sulphur_kept: Share = quantity(
        key="sulphur_in_ash", zh="硫进入底灰的比例", en="Share of sulphur to bottom ash", ge=0, le=100,
        default=factor("cobenefit/cb001"),
    )  # fmt: skip
    ash_kept: Share = kept_ash(
        one_of(("boiler == pc", "cobenefit/cb002"), ("boiler == cfb", "cobenefit/cb003")), "bottom_ash"
    )
    cfb_nox: str = choice(
        "t-cses",
        "handbook-2021",
        zh="循环流化床氮氧化物系数来源",
        en="Source of the NOx factor of a fluidised bed",
        default="t-cses",
        only_with={"boiler": ("cfb",)},
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数",
        en="NOx generated per coal",
        ge=0,
        default=one_of(
            ("boiler == cfb & cfb_nox == handbook-2021", "nox/nx077"),
            ("capacity <= 100 MW", "nox/nx001"),
            ("capacity < 300 MW", "nox/nx002"),
            ("capacity >= 300 MW", "nox/nx003"),
        ),
    )
    voc_factor: KgPerTonne = quantity(
        zh="挥发性有机物产污系数", en="VOC generated per coal", ge=0, default=factor("voc/vf151")
    )
    emission_standard: str = choice(
        "ultra-low",
        "new",
        "existing",
        "cfb-or-before-2004",
        "special",
        zh="执行的排放标准（超低排放/新建/现有/循环流化床、W火焰或2003年底前批准/特别限值）",
        en="Emission standard that the unit keeps to",
        default="ultra-low",
    )
    reference_oxygen: Share = quantity(
        zh="基准氧含量", en="Reference oxygen", ge=0, lt=21, default=emission_oxygen("el045")
    )
    nox_limit: MgPerCubicMetre = quantity(
        zh="氮氧化物排放限值",
        en="NOx limit",
        gt=0,
        default=emission_limit(
            ("emission_standard == ultra-low", "el045"),
            ("emission_standard == special", "el042"),
            ("emission_standard == cfb-or-before-2004", "el035"),
            ("", "el033"),
        ),
    )
    so2_limit: MgPerCubicMetre = quantity(
        zh="二氧化硫排放限值",
        en="SO2 limit",
        gt=0,
        default=emission_limit(
            ("emission_standard == ultra-low", "el044"),
            ("emission_standard == special", "el041"),
            ("emission_standard == new", "el032"),
            ("", "el034"),
        ),
    )
    pm_limit: MgPerCubicMetre = quantity(
        zh="颗粒物排放限值",
        en="PM limit",
        gt=0,
        default=emission_limit(
            ("emission_standard == ultra-low", "el043"),
            ("emission_standard == special", "el040"),
            ("", "el031"),
        ),
    )

    gradings: ClassVar = (
        Grading(
            output="supply_coal_rate",
            product=one_of(
                *((text, f"gb21258-2024.supply.{row}") for text, row in _OF_CLASS),
                ("pressure == very-high-pressure", "gb21258-2024.supply.7"),
            ),
            shifts=("limit_shift", "", "limit_shift"),
            scale="limit_scale",
        ),
        Grading(
            output="heat_supply_rate",
            product=one_of(*((f"{_HEAT} & {text}", f"gb21258-2024.heat.{row}") for text, row in _OF_CLASS)),
            scale="heat_limit_scale",
        ),
    )

    @output(zh="燃煤量", cites="gb-t-2589-2020#4")
    def coal_burnt(self) -> Tonnes:
        """Coal burnt, all kinds together."""
        return amount_of(self.carriers, COALS)

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-d1")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return self.coal_burnt * self.nox_factor

    @output(zh="二氧化硫物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def so2_balance(self) -> Tonnes:
        """SO2 generated, by sulphur balance: twice the sulphur that does not stay in the bottom ash."""
        return self.coal_burnt * self.so2_of_coal

    @output(zh="颗粒物物料衡算产生量", cites="t-cses-144-2024#table-c1")
    def pm_balance(self) -> Tonnes:
        """PM generated, by ash balance: the ash that does not stay in the bottom ash."""
        return self.coal_burnt * self.pm_of_coal

    @output(zh="挥发性有机物产生量", cites="t-cses-144-2024#table-d1")
    def voc_generated(self) -> Tonnes:
        """VOC generated before control."""
        return self.coal_burnt * self.voc_factor

    @output(zh="供电限额附加值 A", cites="gb-21258-2024#5.3")
    def limit_shift(self) -> GcePerKwh:
        """Addition A of the supply limit: dry cooling, W-flame, fluidised bed (levels 1 and 3)."""
        return self.limit_addition

    @output(zh="供热限额修正系数 K", cites="gb-21258-2024#5.3")
    def heat_limit_scale(self) -> Ratio:
        """Factor K of the heat limit, where the standard has one."""
        unlimited = (self.turbine == "condensing") | (self.pressure == "very-high-pressure")
        return where(unlimited, impossible("power-no-heat-limit"), self.heat_limit_factor)

    @output(zh="氮氧化物基准氧含量浓度", cites="gb-13223-2011")
    def nox_at_reference(self) -> MgPerCubicMetre:
        """NOx at reference oxygen."""
        return self.nox_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air)

    @output(zh="二氧化硫基准氧含量浓度", cites="gb-13223-2011")
    def so2_at_reference(self) -> MgPerCubicMetre:
        """SO2 at reference oxygen."""
        return self.so2_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air)

    @output(zh="颗粒物基准氧含量浓度", cites="gb-13223-2011")
    def pm_at_reference(self) -> MgPerCubicMetre:
        """PM at reference oxygen."""
        return self.pm_stack.at_oxygen(self.reference_oxygen, self.oxygen_in_air)

    @output(zh="氮氧化物超限值", cites="gb-13223-2011")
    def nox_above_limit(self) -> MgPerCubicMetre:
        """NOx at reference oxygen minus its limit; negative keeps to it."""
        return self.nox_at_reference - self.nox_limit

    @output(zh="二氧化硫超限值", cites="gb-13223-2011")
    def so2_above_limit(self) -> MgPerCubicMetre:
        """SO2 at reference oxygen minus its limit; negative keeps to it."""
        return self.so2_at_reference - self.so2_limit

    @output(zh="颗粒物超限值", cites="gb-13223-2011")
    def pm_above_limit(self) -> MgPerCubicMetre:
        """PM at reference oxygen minus its limit; negative keeps to it."""
        return self.pm_at_reference - self.pm_limit
