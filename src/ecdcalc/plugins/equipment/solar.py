"""Photovoltaics and solar heat."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.constants import Constant
from ecdcalc.equations.electrical import pv_yield
from ecdcalc.plugin import (
    Gigajoules,
    KilowattHours,
    Kilowatts,
    KilowattsPerSquareMetre,
    KwhPerSquareMetre,
    Law,
    ModelledElectricity,
    ModelledEnergy,
    Share,
    SquareMetres,
    Year,
    assumed,
    first_of,
    output,
    process,
    quantity,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Service, constant

REFERENCE_IRRADIANCE = Constant(1.0, "kW/m2", "G_ref", "Reference irradiance", "参考辐照度", "iec-61724-1-2021#pr")


@process(key="pv", zh="光伏发电", absent=NO_EMISSIONS)
class Pv(Year, ModelledElectricity, Service):
    """Photovoltaic plant.

    Its electricity counts as given out, whether used here or fed in: so the meters of the users stay as they are.
    """

    rated_power: Kilowatts = quantity(zh="装机容量（直流）", en="Rated power (DC)", ge=0)
    irradiation: KwhPerSquareMetre = quantity(
        zh="组件平面辐照量", en="Irradiation in the plane of the modules", gt=0, optional=True
    )
    performance_ratio: Share = quantity(zh="系统效率PR", en="Performance ratio", gt=0, le=100, optional=True)
    reference_irradiance: KilowattsPerSquareMetre = quantity(
        zh="参考辐照度", en="Reference irradiance", gt=0, default=constant(REFERENCE_IRRADIANCE)
    )
    metered: KilowattHours = quantity(zh="实测发电量", en="Metered generation", ge=0, optional=True)
    area: SquareMetres = quantity(zh="组件面积", en="Area of the modules", gt=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (
        Law("generation", "<=", "sunlight", "above-sunlight"),
        Law("generation", "<=", "rated_generation", "above-rating"),
    )

    @output(zh="全年满发电量", cites="definition")
    def rated_generation(self) -> KilowattHours:
        """Electricity at the rating, day and night."""
        return self.rated_power * self.year_hours

    @output(zh="组件接收的太阳能", cites="definition")
    def sunlight(self) -> KilowattHours:
        """Energy of the sun on the modules."""
        return self.irradiation * self.area

    @output(zh="光伏发电量", cites="iec-61724-1-2021#pr")
    def generation(self) -> KilowattHours:
        """Electricity: metered, else by the performance ratio."""
        by_ratio = pv_yield(
            rated_power=self.rated_power,
            irradiation=self.irradiation,
            reference_irradiance=self.reference_irradiance,
            performance_ratio=self.performance_ratio,
        )
        return first_of(self.metered, by_ratio)

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity given out, negative."""
        return -self.generation


@process(key="solar-heat", zh="太阳能热利用", absent=NO_EMISSIONS)
class SolarHeat(ModelledEnergy, Service):
    """Solar heat.

    The heat counts as given out, at its calorific value. What it saves of a boiler's fuel is more by the boiler's loss.
    """

    area: SquareMetres = quantity(zh="集热面积", en="Area of the collectors", ge=0)
    irradiation: KwhPerSquareMetre = quantity(
        zh="集热面辐照量", en="Irradiation in the plane of the collectors", gt=0, optional=True
    )
    collector_efficiency: Share = quantity(
        zh="集热器年平均效率", en="Mean efficiency of the collectors", gt=0, le=100, optional=True
    )
    storage_loss: Share = quantity(
        zh="储热和管路损失率",
        en="Share lost by store and pipes",
        ge=0,
        lt=100,
        optional=True,
    )
    auxiliary: KilowattHours = quantity(
        zh="循环泵用电量", en="Electricity of pumps", ge=0, default=assumed("0 kWh", "equipment-no-auxiliaries")
    )
    metered: Gigajoules = quantity(zh="实测供热量", en="Metered heat", ge=0, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (Law("heat", "<=", "sunlight", "above-sunlight"),)

    @output(zh="集热面接收的太阳能", cites="definition")
    def sunlight(self) -> Gigajoules:
        """Energy of the sun on the collectors."""
        return self.irradiation * self.area

    @output(zh="太阳能供热量", cites="definition")
    def heat(self) -> Gigajoules:
        """Heat: metered, else irradiation × area × efficiency less the losses."""
        by_area = self.sunlight * self.collector_efficiency * (1 - self.storage_loss)
        return first_of(self.metered, by_area)

    @output(zh="计算电量", cites="definition")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity of the pumps."""
        return 1 * self.auxiliary

    @output(zh="计算热量", cites="definition")
    def modelled_heat(self) -> Gigajoules:
        """Heat given out, negative."""
        return -self.heat
