"""How much the sun gives at most: what a roof of PV or a collector claims is held against it."""

from __future__ import annotations

from ecdcalc.plugin import (
    Hours,
    KilowattsPerSquareMetre,
    KwhPerSquareMetre,
    Record,
    assumed,
    first_of,
    output,
    quantity,
    record,
)


@record
class Sun(Record):
    """Sunlight on a roof over the period: as given, else full sun for all the hours that the sun is up."""

    irradiation: KwhPerSquareMetre = quantity(
        zh="光伏或集热面辐照量", en="Irradiation in the plane of modules or collectors", gt=0, optional=True
    )
    full_sun: KilowattsPerSquareMetre = quantity(
        zh="参考辐照度", en="Reference irradiance", gt=0, default=assumed("1 kW/m2", "buildings-full-sun")
    )
    hours_of_sun: Hours = quantity(
        zh="日照时间上限", en="Hours that the sun is up, at most", gt=0, default=assumed("4380 h", "buildings-sun-up")
    )

    @output(zh="单位面积太阳能上限")
    def sunlight(self) -> KwhPerSquareMetre:
        """Energy of the sun per area, at most."""
        return first_of(self.irradiation, self.full_sun * self.hours_of_sun)
