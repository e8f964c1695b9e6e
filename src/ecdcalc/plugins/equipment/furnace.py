"""Furnaces and kilns: the heat of the charge, and what walls, openings and flue gas lose."""

from __future__ import annotations

from typing import ClassVar

from ecdcalc.equations.constants import STEFAN_BOLTZMANN
from ecdcalc.equations.heat import opening_loss, radiation, round_hole_factor, surface_loss, wall_convection
from ecdcalc.plugin import (
    Celsius,
    Gigajoules,
    KgcePerTonne,
    Kilowatts,
    KjPerKgKelvin,
    Law,
    Metres,
    Ratio,
    Share,
    SquareMetres,
    Tonnes,
    WattsPerSquareMetreKelvin4,
    at_least,
    first_of,
    output,
    process,
    quantity,
    total,
)
from ecdcalc.plugins.equipment.common import NO_WATER, Running, constant
from ecdcalc.plugins.equipment.firing import Fired


@process(key="furnace", zh="工业炉窑", activity="charge", absent=NO_WATER)
class Furnace(Running, Fired):
    """Furnace or kiln.

    Heat of the fuel = heat of the charge + wall + openings + flue gas + what is left. Siegert's formula
    is made for boilers: at 900 °C it is 4 points of 48 too low, and so is what a recuperator saves; for natural gas
    `flue_method = "reaction"` holds there. NOx and VOC by
    monitoring, or by a factor of your own per heat of the fuel: published factors are those of the sectors.
    """

    service: ClassVar[tuple[str, ...]] = ("charge",)

    charge: Tonnes = quantity(zh="加热物料量", en="Material heated", gt=0)
    specific_heat: KjPerKgKelvin = quantity(
        zh="物料平均比热容", en="Mean specific heat of the material", gt=0, optional=True
    )
    charge_in: Celsius = quantity(zh="物料入炉温度", en="Temperature of the material, in", optional=True)
    charge_out: Celsius = quantity(zh="物料出炉温度", en="Temperature of the material, out", optional=True)
    wall_area: SquareMetres = quantity(zh="炉壁外表面积", en="Outer surface of the walls", ge=0, optional=True)
    wall_temperature: Celsius = quantity(zh="炉壁外表面温度", en="Temperature of the outer surface", optional=True)
    wall_height: Metres = quantity(zh="炉壁高度", en="Height of the walls", gt=0, optional=True)
    emissivity: Ratio = quantity(zh="炉壁黑度", en="Emissivity of the walls", ge=0, le=1, optional=True)
    ambient: Celsius = quantity(zh="环境温度", en="Temperature around the furnace", optional=True)
    opening_area: SquareMetres = quantity(zh="炉门开口面积", en="Area of the openings", ge=0, optional=True)
    inside: Celsius = quantity(zh="炉膛温度", en="Temperature inside", optional=True)
    shape_factor: Ratio = quantity(
        zh="开口角系数（薄壁为1）", en="Shape factor of the opening (thin wall: 1)", ge=0, le=1, optional=True
    )
    opening_width: Metres = quantity(zh="圆形开口直径", en="Width of each round opening", gt=0, optional=True)
    opening_depth: Metres = quantity(zh="开口处炉壁厚度", en="Depth of the wall at the openings", ge=0, optional=True)
    open_share: Share = quantity(zh="炉门开启时间比例", en="Share of time open", ge=0, le=100, optional=True)
    stefan_boltzmann: WattsPerSquareMetreKelvin4 = quantity(
        zh="斯特藩-玻尔兹曼常数", en="Stefan-Boltzmann constant", gt=0, default=constant(STEFAN_BOLTZMANN)
    )

    laws: ClassVar[tuple[Law, ...]] = (
        Law("charge_heat", "<=", "heat_in", "equipment-heat-above-fuel"),
        Law("heat_out", "<=", "heat_in", "equipment-heat-above-fuel"),
        Law("charge_in", "<=", "charge_out", "equipment-charge-cools"),
        Law("charge_out", "<=", "inside", "equipment-hotter-than-furnace"),
        Law("charge_in", "<=", "inside", "equipment-hotter-than-furnace"),
        Law("wall_temperature", "<=", "inside", "equipment-hotter-than-furnace"),
        Law("ambient", "<=", "inside", "equipment-hotter-than-furnace"),
        Law("ambient", "<=", "wall_temperature", "heat-uphill"),
    )

    @output(zh="物料吸热量", cites="incropera-2011#1.3")
    def charge_heat(self) -> Gigajoules:
        """Heat taken up by the charge."""
        return self.charge * self.specific_heat * (self.charge_out - self.charge_in)

    @output(zh="炉壁散热功率", cites="incropera-2011#1.2")
    def wall_loss(self) -> Kilowatts:
        """Heat lost by the walls."""
        surface = at_least(self.wall_temperature, self.ambient)
        return surface_loss(
            area=self.wall_area,
            surface=surface,
            ambient=self.ambient,
            convection=wall_convection(surface=surface, ambient=self.ambient, height=self.wall_height),
            radiation=radiation(
                surface=surface,
                ambient=self.ambient,
                emissivity=self.emissivity,
                stefan_boltzmann=self.stefan_boltzmann,
            ),
        )

    @output(zh="开口角系数", cites="berman-1965")
    def opening_factor(self) -> Ratio:
        """Share of the radiation that passes the openings: given, else that of round holes by their width and depth."""
        round_hole = round_hole_factor(diameter=self.opening_width, depth=self.opening_depth)
        return first_of(self.shape_factor, round_hole)

    @output(zh="开口辐射热损失功率", cites="trinks-2004#openings")
    def opening_power(self) -> Kilowatts:
        """Heat lost by radiation through openings, as from a black body."""
        return opening_loss(
            area=self.opening_area,
            inside=self.inside,
            ambient=self.ambient,
            shape_factor=self.opening_factor,
            emissivity=1,
            stefan_boltzmann=self.stefan_boltzmann,
            open_share=self.open_share,
        )

    @output(zh="炉壁和开口热损失", cites="definition")
    def structure_loss(self) -> Gigajoules:
        """Heat lost by walls and openings in the period."""
        return (self.wall_loss + self.opening_power) * self.hours

    @output(zh="排烟带走热量", cites="tsg-g0003-2010#simplified-test")
    def flue_heat(self) -> Gigajoules:
        """Heat that leaves with the flue gas."""
        return self.fuel_heat * self.flue_loss

    @output(zh="已知去向热量合计", cites="definition")
    def heat_out(self) -> Gigajoules:
        """Heat of charge, walls, openings and flue gas."""
        return total((self.charge_heat, self.structure_loss, self.flue_heat))

    @output(zh="炉子热效率", cites="definition")
    def efficiency(self) -> Share:
        """Heat of the charge per heat put in."""
        return self.charge_heat / self.heat_in

    @output(zh="单位物料能耗")
    def unit_energy(self) -> KgcePerTonne:
        """Energy per material heated."""
        return self.energy / self.charge
