"""The rolling mill with its reheating furnaces."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import (
    Fuel,
    GjPerTonne,
    KgcePerTonne,
    KgPerTonne,
    Law,
    Tce,
    Tonnes,
    at_least,
    first_of,
    output,
    process,
    quantity,
    total,
)
from ecdcalc.plugins.steel.base import WATER_AT_WORKS, GasFurnace, SteelProcess, of_fuels


@process(key="rolling", zh="轧钢", activity="rolled", absent=WATER_AT_WORKS)
class RollingMill(GasFurnace, SteelProcess):
    """Rolling mill with reheating furnaces.

    Energy: fuel of the reheating furnaces, electricity and other carriers in, per tonne rolled; GB 21256-2025 has no
    limit for it. All fuel carriers of the mill count as burnt in the furnaces.

    NOx: monitoring; else rolled steel × a factor given by the user; else gas × the factor of that gas (T/CSES
    144-2024 Table E.7). Departures: the gas factors are those of industrial boilers.
    """

    laws: ClassVar = (Law("fuel_given", "<=", "fuel_burnt", "steel-more-saved-than-burnt"),)

    rolled: Tonnes = quantity(zh="钢材产量", en="Rolled steel output", gt=0)
    reheating_fuel: GjPerTonne = quantity(
        zh="改造前加热炉单位燃耗", en="Fuel of the reheating furnaces before any retrofit", gt=0, optional=True
    )
    nox_factor: KgPerTonne = quantity(
        zh="氮氧化物产污系数（按产量）", en="NOx generated per rolled steel", ge=0, optional=True
    )

    @output(zh="轧钢工序单位产品能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per tonne of rolled steel."""
        return self.energy / self.rolled

    @output(zh="加热炉燃料消耗", cites="gb-t-2589-2020#4")
    def fuel_burnt(self) -> Tce:
        """Fuel burnt in the reheating furnaces."""
        return total(at_least(line.coal, 0) for line in self.carriers.values() if isinstance(line, Fuel))

    @output(zh="燃料输出（应为零）", cites="gb-t-2589-2020#4")
    def fuel_given(self) -> Tce:
        """Fuel that the furnaces would give out, where measures save more than is burnt."""
        return total(at_least(-line.coal, 0) for line in self.carriers.values() if isinstance(line, Fuel))

    @output(zh="氮氧化物产生量", cites="t-cses-144-2024#table-e7")
    def nox_generated(self) -> Tonnes:
        """NOx generated before removal."""
        return first_of(self.rolled * self.nox_factor, of_fuels(self, self.nox_of_gases))

    @output(zh="挥发性有机物排放量", cites="t-cses-144-2024#table-e7", extensive=True)
    def voc(self) -> Tonnes:
        """VOC of the gas burnt; fuel VOC is not removed."""
        return of_fuels(self, self.voc_of_gases)
