"""Reductions and loads that belong to no works: sewers, shut lines, people who move in."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    INDICATOR_ONLY,
    CubicMetres,
    Days,
    GramsPerPersonDay,
    Law,
    MgPerLitre,
    Number,
    Persons,
    Process,
    Tonnes,
    assumed,
    choice,
    factor,
    first_of,
    one_of,
    output,
    process,
    quantity,
    where,
)

_AIR = ("nox", "voc", "so2", "pm")
_NO_ENERGY = dict.fromkeys(("energy", "electricity", "co2"), "environment-no-energy")


@process(key="sewer-repair", zh="管网修复与混错接改造", absent={**_NO_ENERGY, **dict.fromkeys(_AIR, "no-source-class")})
class SewerRepair(Process):
    """Sewer repair and corrected connections.

        R = Q_gained (C_raw − C_out)

    Sewage that reached the water untreated and is now treated: none in the baseline. A works whose volume and
    inflow are counted as well has this reduction in it already: then `counted_in_works = "yes"`, and nothing is
    counted here.
    """

    gained: CubicMetres = quantity(zh="新增收集污水量", en="Sewage gained by the works", ge=0)
    cod_raw: MgPerLitre = quantity(zh="污水COD", en="COD of the sewage", ge=0, optional=True)
    cod_out: MgPerLitre = quantity(zh="污水处理厂出水COD", en="COD of the works' effluent", ge=0, optional=True)
    nh3n_raw: MgPerLitre = quantity(zh="污水氨氮", en="NH3-N of the sewage", ge=0, optional=True)
    nh3n_out: MgPerLitre = quantity(zh="污水处理厂出水氨氮", en="NH3-N of the works' effluent", ge=0, optional=True)
    counted_in_works: str = choice(
        "yes", "no", zh="是否已计入污水处理厂减排量", en="Counted in the works' own reduction"
    )

    gained_after: ClassVar = ("gained",)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cod_out", "<=", "cod_raw", "cleans-nothing"),
        Law("nh3n_out", "<=", "nh3n_raw", "cleans-nothing"),
    )

    @output(
        zh="化学需氧量净排放（减排为负）",
        cites="pollutant-accounting-2021#sewers",
        extensive=True,
        method="monitoring",
    )
    def cod(self) -> Tonnes:
        """COD kept from discharge, negative."""
        return self._counted(self.gained * (self.cod_raw - self.cod_out))

    @output(zh="氨氮净排放（减排为负）", cites="pollutant-accounting-2021#sewers", extensive=True, method="monitoring")
    def nh3n(self) -> Tonnes:
        """NH3-N kept from discharge, negative."""
        return self._counted(self.gained * (self.nh3n_raw - self.nh3n_out))

    def _counted(self, kept: Number) -> Number:
        return where(self.counted_in_works == "yes", 0 * kept, -kept)


@process(key="restructuring", zh="产业结构调整（关停、压减产能）", absent=_NO_ENERGY)
class Restructuring(Process):
    """Shutdown or capacity cut, one pollutant.

        R = E_statistics,previous year − (E_actual,this year + E_moved)

    The baseline is the previous year by the statistics or the permit report, not the design; the reporting state
    what was still emitted. Where alike lines are cut in part and that is not known, it is E_previous × (1 − capacity
    closed / capacity). What moves elsewhere in the city is still emitted. A line that another table closes
    (`closed = "2024-05-31"`) is counted there, not here.
    """

    pollutant: str = choice("cod", "nh3n", "nox", "voc", "so2", "pm", zh="污染物", en="Pollutant")
    previous: Tonnes = quantity(
        zh="上年环境统计排放量", en="Emission of the previous year, by the statistics", ge=0, method="stated"
    )
    actual: Tonnes = quantity(zh="本年实际排放量", en="Emission of this year", ge=0, optional=True, method="stated")
    capacity: Tonnes = quantity(zh="原有产能", en="Capacity before", gt=0, optional=True)
    capacity_closed: Tonnes = quantity(zh="关停产能", en="Capacity closed", ge=0, optional=True)
    moved: Tonnes = quantity(
        zh="转移至本市其他企业的排放量", en="Emission moved elsewhere in the city", ge=0,
        default=assumed("0 t", "environment-nothing-moved"),
    )  # fmt: skip

    laws: ClassVar[tuple[Law, ...]] = (Law("capacity_closed", "<=", "capacity", "part-above-whole"),)

    @output(zh="排放量", cites="so2-nox-training#shutdown")
    def emitted(self) -> Tonnes:
        """Emission: this year's, else the previous one's by the capacity that is left; with what moved."""
        left = self.previous * (1 - self.capacity_closed / self.capacity)
        return first_of(1 * self.actual, left, 1 * self.previous) + self.moved

    def _of(self, pollutant: str) -> Number:
        return where(self.pollutant == pollutant, self.emitted, 0 * self.emitted)

    @output(zh="化学需氧量排放量", extensive=True)
    def cod(self) -> Tonnes:
        """COD emitted."""
        return self._of("cod")

    @output(zh="氨氮排放量", extensive=True)
    def nh3n(self) -> Tonnes:
        """NH3-N emitted."""
        return self._of("nh3n")

    @output(zh="氮氧化物排放量", extensive=True)
    def nox(self) -> Tonnes:
        """NOx emitted."""
        return self._of("nox")

    @output(zh="挥发性有机物排放量", extensive=True)
    def voc(self) -> Tonnes:
        """VOC emitted."""
        return self._of("voc")

    @output(zh="二氧化硫排放量", extensive=True)
    def so2(self) -> Tonnes:
        """SO2 emitted."""
        return self._of("so2")

    @output(zh="颗粒物排放量", extensive=True)
    def pm(self) -> Tonnes:
        """PM emitted."""
        return self._of("pm")


@process(key="new-load", zh="新增生活污染负荷（平衡法预测）", absent=INDICATOR_ONLY)
class NewLoad(Process):
    """New domestic load and the balance forecast.

        E_new = P e D,   E(t) = E(t − 1) + E_new − R

    The balance view is a forecast for a city; it is never added to counted reductions.
    """

    period: str = choice("year", "half-year", zh="核算周期（全年/半年）", en="Accounting period")
    people: Persons = quantity(zh="新增城镇常住人口", en="Urban population added", ge=0)
    days: Days = quantity(
        zh="核算天数", en="Accounting days", gt=0, le=366,
        default=one_of(("period == half-year", "water/wf023"), ("", "constant/days-full-year")),
    )  # fmt: skip
    cod_per_day: GramsPerPersonDay = quantity(
        zh="人均COD产生量", en="COD per person and day", ge=0, default=factor("water/wf001")
    )
    nh3n_per_day: GramsPerPersonDay = quantity(
        zh="人均氨氮产生量", en="NH3-N per person and day", ge=0, default=factor("water/wf002")
    )
    cod_before: Tonnes = quantity(zh="上期COD排放量", en="COD of the period before", ge=0, optional=True)
    nh3n_before: Tonnes = quantity(zh="上期氨氮排放量", en="NH3-N of the period before", ge=0, optional=True)
    cod_reduced: Tonnes = quantity(zh="本期COD减排量", en="COD reduced in the period", ge=0, optional=True)
    nh3n_reduced: Tonnes = quantity(zh="本期氨氮减排量", en="NH3-N reduced in the period", ge=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("cod_forecast", ">=", "0", "environment-more-reduced-than-there"),
        Law("nh3n_forecast", ">=", "0", "environment-more-reduced-than-there"),
    )

    @output(zh="新增COD负荷", cites="stp-training#text")
    def cod_new(self) -> Tonnes:
        """COD of the people added."""
        return self.people * self.cod_per_day * self.days

    @output(zh="新增氨氮负荷", cites="stp-training#text")
    def nh3n_new(self) -> Tonnes:
        """NH3-N of the people added."""
        return self.people * self.nh3n_per_day * self.days

    @output(zh="COD排放量预测（平衡法）", cites="stp-training#text")
    def cod_forecast(self) -> Tonnes:
        """COD forecast by the balance."""
        return self.cod_before + self.cod_new - self.cod_reduced

    @output(zh="氨氮排放量预测（平衡法）", cites="stp-training#text")
    def nh3n_forecast(self) -> Tonnes:
        """NH3-N forecast by the balance."""
        return self.nh3n_before + self.nh3n_new - self.nh3n_reduced
