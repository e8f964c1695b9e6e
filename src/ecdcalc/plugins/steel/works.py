"""The steel works as a whole."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.plugin import KgcePerTonne, Law, Share, Tce, Tonnes, Wastewater, output, process, quantity
from ecdcalc.plugins.steel.base import Fluxes, SteelProcess


@process(
    key="works",
    zh="钢铁厂",
    activity="steel",
    rolls_up={"members_energy": "energy", "members_steel": "crude_steel", "members_gas": "internal_gas"},
    absent={"voc": "steel-no-voc-factor"},
    single=True,
)
class Works(Fluxes, Wastewater, SteelProcess):
    """Steel works as a whole.

    Its own carriers are those of auxiliary plant: power station on surplus gas, oxygen not charged to a process,
    lime kilns, water, transport, offices, losses. Comprehensive energy is the sum of all processes and these, on the
    calorific basis. The plan does not define its 520 kgce/t; taken here: the whole works per tonne of crude
    steel, calorific. Limestone and dolomite are those of the works' own lime kilns.
    """

    steel: Tonnes = quantity(
        zh="粗钢产量（无炼钢的填钢材产量）", en="Crude steel (of a works without steelmaking: rolled steel)", gt=0
    )
    members_energy: Tce = quantity(zh="各工序能耗合计", en="Energy of all processes", optional=True)
    members_steel: Tonnes = quantity(zh="各炉粗钢合计", en="Crude steel of all furnaces", optional=True)
    members_gas: Tce = quantity(zh="各工序煤气净用量", en="Internal gas of all processes, net", optional=True)

    laws: ClassVar = (Law("members_steel", "<=", "steel", "steel-furnaces-above-works"),)

    @output(zh="全厂综合能耗", cites="gb-t-2589-2020#4")
    def total_energy(self) -> Tce:
        """Comprehensive energy of the works: processes and auxiliary plant."""
        return self.members_energy + self.energy

    @output(zh="吨钢综合能耗", cites="gb-t-2589-2020#4")
    def unit_energy(self) -> KgcePerTonne:
        """Comprehensive energy per tonne of crude steel."""
        return self.total_energy / self.steel

    @output(zh="粗钢产量核对（各炉合计/全厂）")
    def steel_check(self) -> Share:
        """Check: crude steel of the furnaces over that of the works; 100 % where all is listed."""
        return self.members_steel / self.steel

    @output(zh="高炉、转炉煤气平衡（用量减回收量）", cites="gb-t-2589-2020#4")
    def gas_balance(self) -> Tce:
        """Check: blast-furnace and converter gas burnt minus recovered; negative is sold, positive bought."""
        return self.members_gas + self.internal_gas

    @output(zh="过程二氧化碳排放量", cites="ndrc-guides-2013-2015#steel-flux")
    def process_co2(self) -> Tonnes:
        """CO2 of the lime kilns."""
        return self.flux_co2
