"""Insulation of flat walls and of pipes."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.constants import STEFAN_BOLTZMANN
from ecdcalc.equations.heat import (
    cross_wind_convection,
    flat_loss,
    flat_resistance,
    pipe_loss,
    pipe_resistance,
    radiation,
    wind_coefficient,
)
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    Kilowatts,
    Law,
    Metres,
    MetresPerSecond,
    Millimetres,
    ModelledEnergy,
    Ratio,
    SquareMetres,
    WattsPerMetreKelvin,
    WattsPerSquareMetreKelvin,
    WattsPerSquareMetreKelvin4,
    assumed,
    choice,
    first_of,
    output,
    process,
    quantity,
    where,
)
from ecdcalc.plugins.equipment.common import NO_EMISSIONS, Running, Service, Supplied, constant


@process(key="insulation", zh="保温", absent=NO_EMISSIONS)
class Insulation(Running, Supplied, ModelledEnergy, Service):
    """Insulation.

    A hot surface and what is around it.

    A pipe (length, outer diameter) or a flat wall (area). Bare is a thickness of 0 mm: of a pipe the wind and the
    emissivity tell the surface coefficient, of a wall give it. Under a jacket GB/T 8175 by wind may do (30 %).
    A valve or flange counts as the length of pipe of the same surface.
    """

    service: ClassVar[tuple[str, ...]] = ("hours",)

    shape: str = choice("pipe", "flat", zh="形状（管道/平壁）", en="Shape")
    length: Metres = quantity(zh="管道长度", en="Length of pipe", gt=0, optional=True, only_with={"shape": ("pipe",)})
    diameter: Millimetres = quantity(zh="管道外径", en="Outer diameter of the pipe", gt=0, optional=True)
    area: SquareMetres = quantity(
        zh="平壁面积", en="Area of the flat wall", gt=0, optional=True, only_with={"shape": ("flat",)}
    )
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

    emissivity: Ratio = quantity(
        zh="裸管表面黑度",
        en="Emissivity of a bare surface",
        gt=0,
        le=1,
        default=assumed("0.8", "equipment-bare-pipe"),
        only_with={"shape": ("pipe",)},
    )
    stefan_boltzmann: WattsPerSquareMetreKelvin4 = quantity(
        zh="斯特藩-玻尔兹曼常数", en="Stefan-Boltzmann constant", gt=0, default=constant(STEFAN_BOLTZMANN)
    )

    laws: ClassVar[tuple[Law, ...]] = (Law("ambient", "<=", "hot", "heat-uphill"),)

    @output(zh="外表面放热系数", cites="gb-t-8175-2008")
    def coefficient(self) -> WattsPerSquareMetreKelvin:
        """Coefficient of the outer surface: given, else by the wind, which a bare pipe feels otherwise than a jacket.

        A bare pipe loses heat by forced convection and by radiation; the jacket coefficient of GB/T 8175 counts both
        for insulated surfaces near the temperature of the air.
        """
        forced = cross_wind_convection(surface=self.hot, ambient=self.ambient, diameter=self.diameter, wind=self.wind)
        radiated = radiation(
            surface=self.hot,
            ambient=self.ambient,
            emissivity=self.emissivity,
            stefan_boltzmann=self.stefan_boltzmann,
        )
        rise = self.hot - self.ambient
        bare = forced + radiated / where(rise == 0, rise + self.hot, rise)
        naked = (self.shape == "pipe") & (self.thickness == 0)
        return first_of(self.surface_coefficient, where(naked, bare, wind_coefficient(wind=self.wind)))

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
