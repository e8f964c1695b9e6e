"""Water that is lifted: no pump takes less than ρ g H."""

from __future__ import annotations

from ecdcalc.equations.pumps import pumping_energy
from ecdcalc.model.process import Record, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import KgPerCubicMetre, KwhPerCubicMetre, Metres, MetresPerSquareSecond
from ecdcalc.numbers.ops import Number
from ecdcalc.reference.defaults import assumed


@record
class WaterLift(Record):
    """The head of pumped water, and the least energy that it takes: what is claimed is held against it."""

    head: Metres = quantity(zh="扬程", en="Total head", gt=0, le=1000, optional=True)
    density: KgPerCubicMetre = quantity(
        zh="水的密度", en="Density of water", gt=0, default=assumed("1000 kg/m3", "cold-water")
    )
    gravity: MetresPerSquareSecond = quantity(
        zh="重力加速度", en="Acceleration of gravity", gt=0, default=assumed("9.80665 m/s2", "standard-gravity")
    )

    @output(zh="理论提水电耗")
    def lift(self) -> KwhPerCubicMetre:
        """Least energy per water pumped, ρ g H."""
        return self.lifted_by(1)

    def lifted_by(self, efficiency: Number) -> Number:
        """Return the energy per water pumped at an efficiency of pump and drive together."""
        return pumping_energy(head=self.head, density=self.density, gravity=self.gravity, efficiency=efficiency)
