"""Stacks: one pollutant of one chimney, what was measured of it, and which device cleans it.

The efficiency of a device is measured, or that of its name. `rates` chooses the set: the fleet averages of T/CSES
144-2024 for an inventory (grade A), else the range of a kind of plant. What a set does not list has to be measured.
"""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.model.process import Record, choice, quantity, record
from ecdcalc.numbers.formula import formula, output
from ecdcalc.numbers.kinds import CubicMetres, MgPerCubicMetre, Share, Tonnes
from ecdcalc.numbers.ops import Number, first_of
from ecdcalc.reference.defaults import assumed, one_of

_NOX = {
    "inventory": {
        "low-nox-burner": "ne001", "sncr": "ne002", "scr": "ne003", "low-nox-sncr": "ne004", "low-nox-scr": "ne005",
        "other-removal": "ne006",
    },
    "boiler": {
        "low-nox-burner": "ne007", "sncr": "ne009", "scr": "ne008", "low-nox-scr": "ne011", "recirculation": "ne010",
    },
    "cement-kiln": {"sncr": "ne017", "low-nox-sncr": "ne018", "scr": "ne019"},
    "coke-oven": {"scr": "ne020"},
    "fluidised-bed": {"sncr": "ne022"},
    "grate": {"sncr": "ne024"},
    "sinter-strand": {"scr": "ne021"},
    "glass-furnace": {"scr": "ne023"},
}  # fmt: skip
_SO2 = {
    "wet": "ne025", "furnace-injection": "ne026", "circulating-bed": "ne027", "spray-dry": "ne028",
    "dense-phase": "ne029", "other-removal": "ne030", "scrubber": "ne031",
}  # fmt: skip


@formula(
    cites="gb-13271-2014#5.2",
    zh="基准氧含量排放浓度",
    defined={"below_air = oxygen_in_air - oxygen": "above 0 %"},
)
def at_reference_oxygen(
    concentration: MgPerCubicMetre, oxygen: Share, reference_oxygen: Share, oxygen_in_air: Share
) -> MgPerCubicMetre:
    """Concentration at reference oxygen.

    Valid for dry gas and measured oxygen below that of air; noise is amplified above 19 %.
    """
    return concentration * (oxygen_in_air - reference_oxygen) / (oxygen_in_air - oxygen)


@record
class Device(Record):
    """A device that cleans a gas, and how much of the time it runs."""

    run_rate: Share = quantity(
        zh="治理设施运行率",
        en="Run rate of the device",
        ge=0,
        le=100,
        default=assumed("100 %", "assumed-run-rate"),
    )


@record
class StackEmission(Device):
    """One pollutant of one stack: what was measured, and what the control device removes.

    The oxygen of what was measured counts where a process is held against a limit at reference oxygen.
    """

    for_the_record: ClassVar = ("oxygen",)

    mass: Tonnes = quantity(zh="监测排放量", en="Monitored mass", ge=0, optional=True, method="monitoring")
    flow: CubicMetres = quantity(zh="干烟气量（实测氧）", en="Dry flue gas at measured oxygen", ge=0, optional=True)
    concentration: MgPerCubicMetre = quantity(
        zh="实测浓度（干基）", en="Measured dry concentration", ge=0, optional=True
    )
    oxygen: Share = quantity(zh="实测含氧量", en="Measured oxygen", ge=0, lt=21, optional=True)
    removal: Share = quantity(zh="去除效率", en="Removal efficiency", ge=0, le=100, optional=True)

    @output(zh="监测法排放量", cites="t-cses-144-2024#eq1", method="monitoring")
    def monitored(self) -> Tonnes:
        """Mass by monitoring."""
        return first_of(self.mass, self.flow * self.concentration)

    @output(zh="排放比例", cites="t-cses-144-2024#general")
    def passed(self) -> Share:
        """Share that passes the device."""
        return 1 - self.removal * self.run_rate

    def at_oxygen(self, reference: Number, in_air: Number) -> Number:
        """Return the measured concentration at a reference oxygen; the oxygen in air is that of the process."""
        return at_reference_oxygen(
            concentration=self.concentration,
            oxygen=self.oxygen,
            reference_oxygen=reference,
            oxygen_in_air=in_air,
        )


@record
class NoxStack(StackEmission):
    """NOx of a stack; the device may be named."""

    rates: str = choice(
        *_NOX,
        zh="脱硝效率取值（清单/锅炉/新型干法水泥窑/焦炉烟囱/循环流化床锅炉/层燃炉和焚烧炉/烧结机/玻璃熔窑）",
        en="Set of rates",
        default="inventory",
    )
    device: str = choice(
        "other", "low-nox-burner", "sncr", "scr", "low-nox-sncr", "low-nox-scr", "recirculation", "other-removal",
        zh="脱硝设施（未列出/低氮燃烧/SNCR/SCR/低氮燃烧+SNCR/低氮燃烧+SCR/烟气再循环/其他脱硝）",
        en="Device",
        default="other",
    )  # fmt: skip
    removal: Share = quantity(
        zh="去除效率",
        en="Removal efficiency",
        ge=0,
        le=100,
        default=one_of(
            *(
                (f"rates == {rates} & device == {device}", f"nox-control/{row}")
                for rates, devices in _NOX.items()
                for device, row in devices.items()
            )
        ),
    )


@record
class So2Stack(StackEmission):
    """SO2 of a stack; the device may be named. The rates are fleet averages, below those of a new well-run device."""

    device: str = choice(
        "other", *_SO2,
        zh="脱硫设施（未列出/湿法/炉内喷钙/烟气循环流化床/喷雾干燥/密相干塔/其他脱硫/湿式除尘）",
        en="Device",
        default="other",
    )  # fmt: skip
    removal: Share = quantity(
        zh="去除效率",
        en="Removal efficiency",
        ge=0,
        le=100,
        default=one_of(*((f"device == {device}", f"nox-control/{row}") for device, row in _SO2.items())),
    )
