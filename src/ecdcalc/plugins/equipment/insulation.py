"""Insulation of flat walls and of pipes."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.heat import flat_loss, flat_resistance, pipe_loss, pipe_resistance, wind_coefficient
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    Kilowatts,
    Law,
    Metres,
    MetresPerSecond,
    Millimetres,
    ModelledEnergy,
    SquareMetres,
    WattsPerMetreKelvin,
    WattsPerSquareMetreKelvin,
    choice,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Running, Service, Supplied


@process(key="insulation", zh="保温", absent=NO_EMISSIONS)
class Insulation(Running, Supplied, ModelledEnergy, Service):
    """Insulation.

    A hot surface and what is around it.

    A pipe (length, outer diameter) or a flat wall (area). Bare is a thickness of 0 mm with the surface coefficient of
    the bare surface. Under a jacket the coefficient of GB/T 8175 by wind may do (30 %); a hot bare surface loses more.
    A valve or flange counts as the length of pipe of the same surface.
    """

    service: ClassVar[tuple[str, ...]] = ("hours",)

    shape: str = choice("pipe", "flat", zh="形状（管道/平壁）", en="Shape")
    length: Metres = quantity(zh="管道长度", en="Length of pipe", gt=0, optional=True)
    diameter: Millimetres = quantity(zh="管道外径", en="Outer diameter of the pipe", gt=0, optional=True)
    area: SquareMetres = quantity(zh="平壁面积", en="Area of the flat wall", gt=0, optional=True)
    hot: Celsius = quantity(zh="介质（表面）温度", en="Temperature of the hot side")
    ambient: Celsius = quantity(zh="环境温度", en="Temperature around it")
    thickness: Millimetres = quantity(zh="保温层厚度", en="Thickness of the insulation", ge=0)
    conductivity: WattsPerMetreKelvin = quantity(
        zh="保温材料导热系数", en="Conductivity at the mean temperature of the layer", gt=0
    )
    surface_coefficient: WattsPerSquareMetreKelvin = quantity(
        zh="外表面放热系数", en="Coefficient of the outer surface", gt=0, optional=True
    )
    wind: MetresPerSecond = quantity(zh="风速", en="Wind", ge=0, le=8, optional=True)

    laws: ClassVar[tuple[Law, ...]] = (Law("ambient", "<=", "hot", "heat-uphill"),)

    @output(zh="外表面放热系数", cites="gb-t-8175-2008")
    def coefficient(self) -> WattsPerSquareMetreKelvin:
        """Coefficient of the outer surface: given, else by the wind."""
        return first_of(self.surface_coefficient, wind_coefficient(wind=self.wind))

    @output(zh="保温后外径", cites="definition")
    def outer_diameter(self) -> Millimetres:
        """Diameter over the insulation."""
        return self.diameter + self.thickness + self.thickness

    @output(zh="散热功率", cites="incropera-2011#3.3")
    def loss(self) -> Kilowatts:
        """Heat lost."""
        layer = pipe_resistance(
            inner_diameter=self.diameter, outer_diameter=self.outer_diameter, conductivity=self.conductivity
        )
        of_pipe = self.length * pipe_loss(
            hot=self.hot,
            ambient=self.ambient,
            resistance=layer,
            outer_diameter=self.outer_diameter,
            surface_coefficient=self.coefficient,
        )
        of_wall = self.area * flat_loss(
            hot=self.hot,
            ambient=self.ambient,
            resistance=flat_resistance(thickness=self.thickness, conductivity=self.conductivity),
            surface_coefficient=self.coefficient,
        )
        return where(self.shape == "pipe", of_pipe, of_wall)

    @output(zh="计算热量", cites="definition")
    def modelled_heat(self) -> Gigajoules:
        """Heat that the supply takes for the loss."""
        return self.loss * self.hours / self.supply_efficiency
