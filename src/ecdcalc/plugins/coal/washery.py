"""Coal washing."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Grading,
    KgcePerTonne,
    KwhPerTonne,
    Law,
    Process,
    Ratio,
    Share,
    Tonnes,
    Wastewater,
    choice,
    one_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.coal.common import CoalUse

_COKING = ("jig", "jig-flotation", "dense-medium", "dense-medium-flotation", "dense-medium-jig-flotation")
_THERMAL = ("dry", "jig-dense-medium", *_COKING)


@process(
    key="washery",
    zh="选煤厂",
    activity="raw_coal",
    absent=dict.fromkeys(("nox", "so2", "pm", "voc"), "coal-no-stack"),
)
class Washery(CoalUse, Wastewater, Process):
    """Coal-washing plant.

    GB 29446-2019: electricity × k per tonne of raw coal fed; k by kind of coal and method of washing. Dry
    washing, and jig with dense medium, have a k for thermal coal only.
    """

    gives: ClassVar = None
    transforms: ClassVar = {"raw-coal": "washing"}

    raw_coal: Tonnes = quantity(zh="入选原煤量", en="Raw coal fed", gt=0)
    clean_coal: Tonnes = quantity(zh="精煤产量", en="Clean coal", ge=0, optional=True)
    kind: str = choice("coking", "thermal", zh="煤种（炼焦煤/动力煤）", en="Kind of coal")
    method: str = choice(
        "dry",
        "jig",
        "jig-flotation",
        "jig-dense-medium",
        "dense-medium",
        "dense-medium-flotation",
        "dense-medium-jig-flotation",
        zh="选煤方法（干法/跳汰/跳汰+浮选/跳汰+重介/重介/重介+浮选/重介+跳汰+浮选）",
        en="Method of washing",
    )
    coefficient: Ratio = quantity(
        zh="选煤方法系数k",
        en="Coefficient k of the method",
        gt=0,
        default=one_of(
            *((f"kind == coking & method == {each}", f"gb-29446-2019/coking-{each}") for each in _COKING),
            *((f"kind == thermal & method == {each}", f"gb-29446-2019/thermal-{each}") for each in _THERMAL),
        ),
    )

    gradings: ClassVar = (
        Grading(
            output="washing_electricity",
            product=one_of(
                ("kind == coking", "gb29446-2019.coking-coal"), ("kind == thermal", "gb29446-2019.thermal-coal")
            ),
            value_scale="method_factor",
        ),
    )
    laws: ClassVar = (
        Law("clean_coal", "<=", "raw_coal", "coal-more-clean-than-raw"),
        Law("electricity", ">=", "0", "coal-more-electricity-saved"),
    )

    @output(zh="选煤方法修正系数", cites="gb-29446-2019#annex-a")
    def method_factor(self) -> Ratio:
        """Coefficient k, by which the measured electricity is multiplied."""
        return 1 * self.coefficient

    @output(zh="选煤电力单耗", cites="gb-29446-2019#5.2")
    def washing_electricity(self) -> KwhPerTonne:
        """Electricity per tonne of raw coal, with the coefficient of the method."""
        return self.electricity * self.coefficient / self.raw_coal

    @output(zh="单位入选原煤能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of raw coal."""
        return self.energy / self.raw_coal

    @output(zh="精煤产率")
    def clean_share(self) -> Share:
        """Clean coal per raw coal."""
        return self.clean_coal / self.raw_coal
