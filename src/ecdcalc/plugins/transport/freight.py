"""Freight between road and rail, and logistics firms."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    NO_SOURCE,
    KgcePerTonneKilometre,
    Kilometres,
    Law,
    PercentagePoints,
    Process,
    Share,
    TonneKilometres,
    Tonnes,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.transport.road import NO_WATER_NO_SO2, RoadExhaust, RoadFuel


@process(key="freight", zh="货物运输", activity="turnover", absent=NO_WATER_NO_SO2)
class Freight(RoadFuel, RoadExhaust, Process):
    """Freight.

    One flow of goods in t·km: what goes by road burns the fuel of its trucks, the rest goes by electric rail.
    `energy` holds both: of the fuels that of its trucks alone. Its trucks must not stand among the fleets too.
    """

    gives: ClassVar = ()

    turnover: TonneKilometres = quantity(zh="货物周转量", en="Freight, all modes", gt=0)
    road_turnover: TonneKilometres = quantity(zh="其中公路周转量", en="Of it by road", ge=0)
    payload: Tonnes = quantity(
        zh="平均载重（含空驶）", en="Mean load per kilometre driven, empty runs included", gt=0, optional=True
    )

    laws: ClassVar = (Law("road_turnover", "<=", "turnover", "part-above-whole"),)

    @output(zh="公路行驶里程")
    def distance(self) -> Kilometres:
        """Kilometres of the trucks: t·km by road over the mean load."""
        return self.road_turnover / self.payload

    @output(zh="公路周转量比例")
    def road_share(self) -> Share:
        """Share by road."""
        return self.road_turnover / self.turnover

    @output(zh="铁路等周转量比例")
    def rail_share(self) -> Share:
        """Share by rail."""
        return 1 - self.road_share

    @output(zh="单位周转量能耗")
    def unit_energy(self) -> KgcePerTonneKilometre:
        """Energy per t·km."""
        return self.energy / self.turnover

    @output(zh="氮氧化物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def nox(self) -> Tonnes:
        """NOx of the trucks."""
        return self.distance * self.nox_per_km

    @output(zh="颗粒物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def pm(self) -> Tonnes:
        """Fine particles of the trucks."""
        return self.distance * self.pm_per_km

    @output(zh="挥发性有机物排放量", cites="road-vehicle-guide-2014#exhaust", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the trucks, as exhaust HC."""
        return self.distance * self.hc_per_km


@process(key="logistics", zh="物流企业", absent=NO_SOURCE)
class Logistics(Process):
    """Logistics firm.

    Its use of standard containers."""

    base_container_share: Share = quantity(
        zh="基年标准化周转箱使用占比", en="Share of standard containers in the base year", ge=0, le=100, optional=True
    )
    container_share: Share = quantity(
        zh="标准化周转箱使用占比", en="Share of standard containers", ge=0, le=100, optional=True
    )

    @output(zh="标准化周转箱使用占比提高（百分点）")
    def container_share_increase(self) -> PercentagePoints:
        """Increase of the share, in points."""
        return self.container_share - self.base_container_share

    @output(zh="标准化周转箱使用占比相对提高")
    def container_share_growth(self) -> Share:
        """Increase of the share, relative to the base year."""
        return self.container_share_increase / self.base_container_share
