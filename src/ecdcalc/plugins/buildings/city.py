"""What a town keeps account of: new buildings, clean heating, the water network."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.water import corrected_leakage_rate, leakage_rate, pumping_lost
from ecdcalc.plugin import (
    NO_SOURCE,
    CubicMetres,
    KilowattHours,
    KwhPerCubicMetre,
    Law,
    ModelledElectricity,
    Process,
    Ratio,
    Share,
    SquareMetres,
    WaterLift,
    assumed,
    first_of,
    output,
    process,
    quantity,
)


@process(key="new-buildings", zh="城镇新建建筑", absent=NO_SOURCE)
class NewBuildings(Process):
    """New urban buildings.

    Those of a town, a developer or a project over the period."""

    floor_area: SquareMetres = quantity(zh="新建建筑面积", en="New floor area", gt=0)
    green_area: SquareMetres = quantity(
        zh="执行节能和绿色建筑标准的面积", en="Floor area to the energy-saving and green standards", ge=0, optional=True
    )
    prefabricated_area: SquareMetres = quantity(zh="装配式建筑面积", en="Prefabricated floor area", ge=0, optional=True)
    starred_area: SquareMetres = quantity(
        zh="取得星级的建筑面积", en="Floor area with a star of any level", ge=0, optional=True
    )
    lowest_public_star: Ratio = quantity(
        zh="公共建筑最低星级", en="Lowest star level among public buildings", ge=0, le=3, optional=True
    )
    lowest_high_rise_star: Ratio = quantity(
        zh="超限高层建筑最低星级",
        en="Lowest star level among over-limit high-rise buildings",
        ge=0,
        le=3,
        optional=True,
    )

    laws: ClassVar = (
        Law("green_area", "<=", "floor_area", "part-above-whole"),
        Law("prefabricated_area", "<=", "floor_area", "part-above-whole"),
        Law("starred_area", "<=", "floor_area", "part-above-whole"),
    )

    @output(zh="执行节能和绿色建筑标准的面积比例")
    def green_share(self) -> Share:
        """Share of new floor area built to the energy-saving and green standards."""
        return self.green_area / self.floor_area

    @output(zh="装配式建筑面积比例")
    def prefabricated_share(self) -> Share:
        """Prefabricated share of new floor area."""
        return self.prefabricated_area / self.floor_area

    @output(zh="星级建筑面积比例")
    def starred_share(self) -> Share:
        """Share of new floor area with a star."""
        return self.starred_area / self.floor_area

    @output(zh="公共建筑星级")
    def public_star(self) -> Ratio:
        """Star level that every new public building reaches."""
        return 1 * self.lowest_public_star

    @output(zh="超限高层建筑星级")
    def high_rise_star(self) -> Ratio:
        """Star level that every over-limit high-rise building reaches."""
        return 1 * self.lowest_high_rise_star


@process(
    key="clean-heating",
    zh="城镇清洁取暖",
    rolls_up={"urban_area": "urban_area", "clean_area": "clean_urban_area"},
    absent=NO_SOURCE,
    single=True,
)
class CleanHeating(Process):
    """Clean heating in towns.

    Summed over all heating of the file."""

    urban_area: SquareMetres = quantity(zh="城镇供暖面积", en="Heated floor area in towns", optional=True)
    clean_area: SquareMetres = quantity(zh="城镇清洁供暖面积", en="Of it without coal stoves", optional=True)

    laws: ClassVar = (Law("clean_area", "<=", "urban_area", "part-above-whole"),)

    @output(zh="城镇清洁取暖比例")
    def clean_share(self) -> Share:
        """Clean-heating share in towns."""
        return self.clean_area / self.urban_area


@process(
    key="water-network",
    zh="公共供水管网",
    activity="registered",
    absent=dict.fromkeys(("cod", "nh3n", "nox", "voc", "so2", "pm"), "no-source-class"),
)
class WaterNetwork(WaterLift, ModelledElectricity, Process):
    """Public water-supply network.

    Electricity of intake, treatment and pumping is worked out per water supplied, so that less leakage at the
    same use saves it; what is metered beside stands in `energy`.
    """

    supplied: CubicMetres = quantity(zh="供水总量", en="Water supplied to the network", gt=0)
    registered: CubicMetres = quantity(zh="注册用户用水量", en="Registered use, free of charge included", gt=0)
    corrections: Share = quantity(
        zh="漏损率修正值",
        en="Corrections of the leakage rate",
        default=assumed("0 %", "buildings-no-leakage-corrections"),
    )
    pumping_metered: KwhPerCubicMetre = quantity(
        zh="单位供水电耗（计量）", en="Electricity per water supplied, metered", ge=0, optional=True
    )
    pump_efficiency: Share = quantity(
        zh="机组效率（水泵、电机）", en="Efficiency of pump and drive together", gt=0, le=100, optional=True
    )

    laws: ClassVar = (
        Law("registered", "<=", "supplied", "buildings-more-registered"),
        Law("leakage", ">=", "0", "buildings-leakage-below-zero"),
        Law("lift", "<=", "unit_electricity", "buildings-pump-above-one"),
    )

    @output(zh="综合漏损率", cites="cjj-92-2016")
    def leakage_total(self) -> Share:
        """Leakage rate before corrections."""
        return leakage_rate(supplied=self.supplied, registered=self.registered)

    @output(zh="漏损率（修正后）", cites="cjj-92-2016")
    def leakage(self) -> Share:
        """Leakage rate after the corrections of CJJ 92."""
        return corrected_leakage_rate(rate=self.leakage_total, corrections=self.corrections)

    @output(zh="漏损水量")
    def lost(self) -> CubicMetres:
        """Water lost."""
        return self.supplied - self.registered

    @output(zh="单位供水电耗")
    def unit_electricity(self) -> KwhPerCubicMetre:
        """Electricity per water supplied: metered, else from head and efficiency."""
        return first_of(self.pumping_metered, self.lifted_by(self.pump_efficiency))

    @output(zh="漏损水量输配电耗")
    def lost_electricity(self) -> KilowattHours:
        """Electricity that pumped the lost water."""
        return pumping_lost(lost=self.lost, pumping_energy=self.unit_electricity)

    @output(zh="计算电量")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity for all water supplied."""
        return self.supplied * self.unit_electricity
