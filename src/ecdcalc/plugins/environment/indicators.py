"""Indicators of a city or county: sections, sources, outfalls, water bodies, polluters, counted reductions."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    INDICATOR_ONLY,
    Items,
    Law,
    NewSource,
    Process,
    Record,
    Share,
    Tonnes,
    at_least,
    choice,
    output,
    process,
    quantity,
    record,
)


@record
class Clearing(Record):
    """Things that were found and are to be gone."""

    found: Items = quantity(zh="排查数", en="Found", ge=0)
    cleared: Items = quantity(zh="已消除数", en="Cleared", ge=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("cleared", "<=", "found", "part-above-whole"),)

    @output(zh="剩余数", cites="plan-yuncheng-14fyp#three-eight")
    def remaining(self) -> Items:
        """What remains."""
        return self.found - self.cleared


@process(key="urban-water", zh="城市建成区黑臭水体", absent=INDICATOR_ONLY)
class UrbanWater(Clearing, Process):
    """Black-odorous water in built-up areas."""


@process(key="riverside-polluters", zh="黄汾沿岸一公里内污染企业", absent=INDICATOR_ONLY)
class RiversidePolluters(Clearing, Process):
    """Polluters within 1 km of the Yellow and Fen rivers."""


@process(key="scattered-polluters", zh="散乱污企业", absent=INDICATOR_ONLY)
class ScatteredPolluters(Clearing, Process):
    """Scattered, disorderly, polluting enterprises."""


@process(key="drinking-water", zh="集中式饮用水水源", absent=INDICATOR_ONLY)
class DrinkingWater(Process):
    """Drinking-water sources.

    Central sources of county level and above.
    """

    sources: Items = quantity(zh="水源数", en="Sources", gt=0)
    good: Items = quantity(zh="达到或优于Ⅲ类的水源数", en="Sources of class III or better", ge=0)

    laws: ClassVar[tuple[Law, ...]] = (Law("good", "<=", "sources", "part-above-whole"),)

    @output(zh="达到或优于Ⅲ类比例", cites="plan-yuncheng-14fyp#three-eight")
    def good_share(self) -> Share:
        """Share of the sources of class III or better."""
        return self.good / self.sources


@process(key="sections", zh="地表水断面", absent=INDICATOR_ONLY)
class Sections(Process):
    """Surface-water sections.

    Sections of one kind, by class of the year.
    """

    kind: str = choice(
        "national", "yellow-river", "other", zh="断面类型（国控/黄河干流国考/其他）", en="Kind of sections"
    )
    class_1: Items = quantity(zh="Ⅰ类断面数", en="Sections of class I", ge=0)
    class_2: Items = quantity(zh="Ⅱ类断面数", en="Sections of class II", ge=0)
    class_3: Items = quantity(zh="Ⅲ类断面数", en="Sections of class III", ge=0)
    class_4: Items = quantity(zh="Ⅳ类断面数", en="Sections of class IV", ge=0)
    class_5: Items = quantity(zh="Ⅴ类断面数", en="Sections of class V", ge=0)
    worse: Items = quantity(zh="劣Ⅴ类断面数", en="Sections worse than class V", ge=0)

    @output(zh="断面总数")
    def sections(self) -> Items:
        """All sections of this kind."""
        good = self.class_1 + self.class_2 + self.class_3
        return good + self.class_4 + self.class_5 + self.worse

    @output(zh="达到或优于Ⅱ类比例", cites="plan-yuncheng-14fyp#three-eight")
    def class_2_share(self) -> Share:
        """Share of class II or better."""
        return (self.class_1 + self.class_2) / self.sections

    @output(zh="达到或优于Ⅲ类比例", cites="plan-yuncheng-14fyp#three-eight")
    def class_3_share(self) -> Share:
        """Share of class III or better."""
        return (self.class_1 + self.class_2 + self.class_3) / self.sections

    @output(zh="劣Ⅴ类断面数", cites="plan-yuncheng-14fyp#three-eight")
    def worse_than_5(self) -> Items:
        """Sections worse than class V."""
        return 1 * self.worse


@process(key="outfalls", zh="入河排污口", absent=INDICATOR_ONLY)
class Outfalls(Process):
    """Outfalls into rivers."""

    found: Items = quantity(zh="排查出的排污口", en="Outfalls found", gt=0)
    traced: Items = quantity(zh="完成溯源数", en="Traced to their source", ge=0, optional=True)
    rectified: Items = quantity(zh="完成整治数", en="Rectified", ge=0, optional=True)
    monitored: Items = quantity(zh="纳入监测数", en="Monitored", ge=0, optional=True)
    exceeding: Items = quantity(zh="超标排放数", en="Monitored above the limit", ge=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("traced", "<=", "found", "part-above-whole"),
        Law("rectified", "<=", "found", "part-above-whole"),
        Law("monitored", "<=", "found", "part-above-whole"),
        Law("exceeding", "<=", "monitored", "part-above-whole"),
    )

    @output(zh="溯源率")
    def traced_share(self) -> Share:
        """Share traced to their source."""
        return self.traced / self.found

    @output(zh="整治率")
    def rectified_share(self) -> Share:
        """Share rectified."""
        return self.rectified / self.found

    @output(zh="超标率")
    def exceeding_share(self) -> Share:
        """Share of the monitored outfalls above the limit."""
        return self.exceeding / self.monitored


@process(key="key-projects", zh="重点工程减排量台账", absent=INDICATOR_ONLY)
class KeyProjects(Process):
    """Key-project reductions.

        R_counted = max(0, ΣR_project − ΣR_used_as_offset)

    Reductions are those of all projects of the city, each counted once; what new projects used as offset is
    taken out. The target is the province's quota: give it as `targets.t002` to `targets.t005`.
    """

    cod_projects: Tonnes = quantity(zh="化学需氧量工程减排量", en="COD reductions of projects", ge=0, optional=True)
    cod_offset: Tonnes = quantity(zh="区域削减占用化学需氧量", en="COD used as offset", ge=0, optional=True)
    nh3n_projects: Tonnes = quantity(zh="氨氮工程减排量", en="NH3-N reductions of projects", ge=0, optional=True)
    nh3n_offset: Tonnes = quantity(zh="区域削减占用氨氮", en="NH3-N used as offset", ge=0, optional=True)
    nox_projects: Tonnes = quantity(zh="氮氧化物工程减排量", en="NOx reductions of projects", ge=0, optional=True)
    nox_offset: Tonnes = quantity(zh="区域削减占用氮氧化物", en="NOx used as offset", ge=0, optional=True)
    voc_projects: Tonnes = quantity(zh="挥发性有机物工程减排量", en="VOC reductions of projects", ge=0, optional=True)
    voc_offset: Tonnes = quantity(zh="区域削减占用挥发性有机物", en="VOC used as offset", ge=0, optional=True)

    @output(zh="化学需氧量重点工程减排量（核定）", cites="pollutant-accounting-2021#introduction")
    def cod_counted(self) -> Tonnes:
        """COD reduction counted."""
        return at_least(self.cod_projects - self.cod_offset, 0)

    @output(zh="氨氮重点工程减排量（核定）", cites="pollutant-accounting-2021#introduction")
    def nh3n_counted(self) -> Tonnes:
        """NH3-N reduction counted."""
        return at_least(self.nh3n_projects - self.nh3n_offset, 0)

    @output(zh="氮氧化物重点工程减排量（核定）", cites="pollutant-accounting-2021#introduction")
    def nox_counted(self) -> Tonnes:
        """NOx reduction counted."""
        return at_least(self.nox_projects - self.nox_offset, 0)

    @output(zh="挥发性有机物重点工程减排量（核定）", cites="pollutant-accounting-2021#introduction")
    def voc_counted(self) -> Tonnes:
        """VOC reduction counted."""
        return at_least(self.voc_projects - self.voc_offset, 0)


@process(key="offset", zh="新建项目区域削减", absent=INDICATOR_ONLY)
class Offset(NewSource, Process):
    """Offset of a new project, for one pollutant.

    Where ambient quality fails for the related pollutant, twice the approved emission must be found.
    """

    for_the_record: ClassVar = ("pollutant",)
