"""The hours of a year: with its rating they bound what a process can have made in it."""

from __future__ import annotations

from ecdcalc.model.process import Record, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import Gigajoules, Hours, KilowattHours, Kilowatts, KjPerKg, TonnesPerHour
from ecdcalc.reference.defaults import assumed


@record
class Year(Record):
    """The longest that anything runs in the year of the plant file."""

    year_hours: Hours = quantity(
        zh="全年小时数", en="Hours of the year", gt=0, le=8784, default=assumed("8784 h", "year-hours")
    )


@record
class SolarRoof(Year):
    """A roof of photovoltaics, and what it would give at its capacity all the year round."""

    pv_capacity: Kilowatts = quantity(zh="光伏装机容量", en="PV capacity", ge=0, optional=True)

    @output(zh="光伏全年满发电量", cites="definition")
    def rated_generation(self) -> KilowattHours:
        """Electricity of the PV at its capacity, day and night."""
        return self.pv_capacity * self.year_hours


@record
class RatedSteam(Year):
    """A boiler by its rated steam, and the heat that this is all the year round."""

    capacity: TonnesPerHour = quantity(zh="锅炉容量（蒸吨）", en="Rated steam", gt=0, optional=True)
    heat_per_steam: KjPerKg = quantity(
        zh="每蒸吨供热量", en="Heat per rated steam", gt=0, le=2800, default=assumed("2520 kJ/kg", "steam-tonne")
    )

    @output(zh="额定供热量", cites="definition")
    def rated_heat(self) -> Gigajoules:
        """Heat at the rated steam, day and night."""
        return self.capacity * self.heat_per_steam * self.year_hours
