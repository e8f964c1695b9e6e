"""Electric motors, at fixed and at variable speed."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.motor_classes import ie1_efficiency, ie2_efficiency, ie3_efficiency, ie4_efficiency
from ecdcalc.equations.motors import motor_energy, part_load_efficiency
from ecdcalc.plugin import (
    KilowattHours,
    Kilowatts,
    Law,
    ModelledElectricity,
    Number,
    Share,
    assumed,
    choice,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Metered, Running, Service, looked_up

_MOST_LOAD = 1.25
_RATING = {"rated_power": "rated_power"}


@process(key="motor", zh="电动机", absent=NO_EMISSIONS)
class Motor(Metered, Running, ModelledElectricity, Service):
    """Electric motor.

    The rated efficiency stands on the plate; where it does not, the efficiency class gives that of a four-pole motor.
    Efficiency at part load from two points (IEC/TS 60034-31, annex A), or the rated one. At another speed the shaft
    power follows the driven machine: the cube for fans and pumps without static head, the first power for conveyors
    and piston compressors. Pumps and fans with a duty of their own are better entered as `pump` and `fan`.
    """

    service: ClassVar[tuple[str, ...]] = ("hours",)

    rated_power: Kilowatts = quantity(zh="额定功率（轴）", en="Rated shaft power", gt=0)
    load: Share = quantity(zh="额定转速下负载率", en="Load at full speed", gt=0, le=125, optional=True)
    efficiency_class: str = choice(
        "IE1",
        "IE2",
        "IE3",
        "IE4",
        zh="能效等级（IE3为GB 18613-2020的3级，IE4为2级）",
        en="Efficiency class, for four poles at 50 Hz",
        optional=True,
    )
    poles: str = choice("four", "other", zh="极数（4极/其他）", en="Poles", default="four")
    rated_efficiency: Share = quantity(
        zh="额定效率",
        en="Efficiency at rated load",
        gt=0,
        lt=100,
        default=looked_up(
            ("efficiency_class == IE1 & poles == four", ie1_efficiency, _RATING),
            ("efficiency_class == IE2 & poles == four", ie2_efficiency, _RATING),
            ("efficiency_class == IE3 & poles == four", ie3_efficiency, _RATING),
            ("efficiency_class == IE4 & poles == four", ie4_efficiency, _RATING),
            confidence="B",
        ),
    )
    known_load: Share = quantity(
        zh="另一已知效率点的负载率（如75%）", en="Load of another known point (such as 75 %)", gt=0, lt=100,
        optional=True,
    )  # fmt: skip
    known_efficiency: Share = quantity(zh="该负载下的效率", en="Efficiency at that load", gt=0, lt=100, optional=True)
    machine: str = choice(
        "constant-torque",
        "quadratic-torque",
        zh="负载特性（恒转矩/平方转矩）",
        en="Driven machine",
        default="constant-torque",
    )
    control: str = choice(
        "fixed-speed", "variable-speed", zh="调速方式（定速/变频）", en="Speed control", default="fixed-speed"
    )
    speed: Share = quantity(
        zh="转速比（变频）", en="Speed as a share of full speed", gt=0, le=120,
        default=assumed("100 %", "equipment-full-speed"), only_with={"control": ("variable-speed",)})  # fmt: skip
    drive_efficiency: Share = quantity(
        zh="变频器效率（变频）",
        en="Efficiency of the converter",
        gt=0,
        le=100,
        optional=True,
        only_with={"control": ("variable-speed",)},
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("shaft_energy", "<=", "modelled_electricity", "equipment-work-above-power"),
        Law("power", "<=", "most_power", "equipment-above-plate"),
    )

    @output(zh="最大输入功率（负载率125 %）", cites="definition")
    def most_power(self) -> Kilowatts:
        """Greatest power drawn on the mean: at the greatest load that may be given, 125 % of the rating."""
        drive = where(self.control == "variable-speed", self.drive_efficiency, 1)
        return _MOST_LOAD * self.rated_power / self.rated_efficiency / drive

    def _speed(self) -> Number:
        return where(self.control == "variable-speed", self.speed, 1)

    @output(zh="实际负载率", cites="doe-motor-load-1997")
    def actual_load(self) -> Share:
        """Shaft power as a share of the rating, at the actual speed."""
        speed = self._speed()
        return self.load * where(self.machine == "quadratic-torque", speed**3, speed)

    @output(zh="电动机运行效率", cites="iec-60034-31-2010#annex-a")
    def efficiency(self) -> Share:
        """Efficiency at the load; the rated one where no second point is known."""
        at_load = part_load_efficiency(
            load=self.actual_load,
            rated_efficiency=self.rated_efficiency,
            known_load=self.known_load,
            known_efficiency=self.known_efficiency,
        )
        return first_of(at_load, self.rated_efficiency)

    @output(zh="轴输出能量", cites="definition")
    def shaft_energy(self) -> KilowattHours:
        """Energy at the shaft."""
        return self.rated_power * self.actual_load * self.hours

    @output(zh="模型用电量", cites="definition")
    def worked_out(self) -> KilowattHours:
        """Electricity of motor and converter by load and efficiency."""
        by_motor = motor_energy(
            rated_power=self.rated_power, load=self.actual_load, efficiency=self.efficiency, time=self.hours
        )
        return by_motor / where(self.control == "variable-speed", self.drive_efficiency, 1)

    @output(zh="计算电量")
    def modelled_electricity(self) -> KilowattHours:
        """Electricity: measured power × hours, else by the model."""
        return first_of(self.power * self.hours, self.worked_out)
