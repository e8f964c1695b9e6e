"""Energy-carrying media, steam by mass, liquids by volume, and fuels whose carbon is not all fossil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecdcalc.equations.steam import enthalpy, saturated_steam_enthalpy
from ecdcalc.model.parts.carriers.kinds import OfCarrier
from ecdcalc.model.parts.carriers.lines import Carrier, Fuel, MassFuel
from ecdcalc.model.process import choice, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import (
    Celsius,
    CubicMetres,
    Gigajoules,
    KgcePerCubicMetre,
    KgcePerKg,
    KgcePerMj,
    KgcePerTonne,
    KgPerCubicMetre,
    KgPerGj,
    KgPerTce,
    KjPerKg,
    Megapascals,
    MjPerKg,
    Share,
    Tce,
    Tonnes,
)
from ecdcalc.numbers.ops import first_of, where
from ecdcalc.reference.defaults import assumed, factor


@record
class Medium(Carrier):
    """A medium that carries the energy it took to make it: water, compressed air, oxygen.

    Its factor is a primary-equivalent value by nature, so that it counts on that basis. On the calorific basis it
    counts only as far as the standard of the sector says (`calorific_share`). The CO2 guides count fuels, electricity
    and heat, and no media.
    """

    if TYPE_CHECKING:
        amount: float
        coal_factor: float

    basis: str = choice("calorific", "primary", zh="折标口径", en="Basis", default="calorific")
    calorific_share: Share = quantity(
        zh="当量值口径计入比例",
        en="Share counted on the calorific basis",
        ge=0,
        le=100,
        default=assumed("0 %", "medium-primary-only"),
    )

    co2_factor: KgPerTce = quantity(
        zh="单位标准煤排放因子", en="Emission factor", ge=0, default=assumed("0 kg/tce", "medium-no-co2")
    )

    @output(zh="折标准煤量", cites="gb-t-2589-2020#annex-b")
    def coal(self) -> Tce:
        """Coal equivalent on the stated basis."""
        whole = self.amount * self.coal_factor
        return where(self.basis == "primary", whole, whole * self.calorific_share)

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#general")
    def co2(self) -> Tonnes:
        """CO2 of what the medium took to make, none unless its factor is given."""
        return self.amount * self.coal_factor * self.co2_factor


@record
class MassMedium(Medium):
    """A medium measured by mass."""

    amount: Tonnes = quantity(zh="实物量", en="Amount")
    coal_factor: KgcePerTonne = quantity(
        zh="折标准煤系数", en="Coal equivalent factor", gt=0, default=OfCarrier("coal")
    )


@record
class VolumeMedium(Medium):
    """A medium measured by volume (0 °C, 101.325 kPa)."""

    amount: CubicMetres = quantity(zh="实物量", en="Amount")
    coal_factor: KgcePerCubicMetre = quantity(
        zh="折标准煤系数", en="Coal equivalent factor", gt=0, default=OfCarrier("coal")
    )


@record
class BySteam(Carrier):
    """Steam counted by its heat, on the basis of heat bought."""

    if TYPE_CHECKING:

        @property
        def heat_content(self) -> float: ...  # noqa: D102

    amount: Tonnes = quantity(zh="蒸汽量", en="Amount")
    basis: str = choice("calorific", "primary", zh="折标口径", en="Basis", default="calorific")
    primary_factor: KgcePerMj = quantity(
        zh="等价值（供热标准煤耗）",
        en="Primary-equivalent factor (supplier's heat rate)",
        gt=0,
        optional=True,
    )
    co2_factor: KgPerGj = quantity(zh="热力排放因子", en="Emission factor of heat", ge=0, default=OfCarrier("heat"))

    @output(zh="热量")
    def heat(self) -> Gigajoules:
        """Heat of the steam."""
        return self.amount * self.heat_content

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#heat")
    def co2(self) -> Tonnes:
        """CO2 emitted where the steam is made."""
        return self.heat * self.co2_factor


@record
class Steam(BySteam):
    """Steam by mass, pressure (absolute) and temperature; saturated where no temperature is given."""

    pressure: Megapascals = quantity(zh="绝对压力", en="Absolute pressure", gt=0, le=100, optional=True)
    temperature: Celsius = quantity(zh="温度", en="Temperature", gt=0, le=800, optional=True)
    enthalpy: KjPerKg = quantity(zh="焓（实测）", en="Enthalpy, measured", gt=0, optional=True)
    water_enthalpy: KjPerKg = quantity(
        zh="扣除的水焓", en="Enthalpy of the water deducted", ge=0, default=factor("carriers/water-20.enthalpy")
    )
    coal_factor: KgcePerMj = quantity(
        zh="当量值", en="Calorific factor", gt=0, default=factor("coal-2020/heat-calorific.coal")
    )

    @output(zh="单位质量热量", cites="iapws-r7-97")
    def heat_content(self) -> KjPerKg:
        """Heat per mass above the water that was heated: measured, superheated, else saturated."""
        saturated = saturated_steam_enthalpy(pressure=self.pressure)
        superheated = enthalpy(pressure=self.pressure, temperature=self.temperature)
        return first_of(self.enthalpy, superheated, saturated) - self.water_enthalpy

    @output(zh="折标准煤量", cites="gb-t-2589-2020#annex-a")
    def coal(self) -> Tce:
        """Coal equivalent on the stated basis."""
        return self.heat * where(self.basis == "primary", self.primary_factor, self.coal_factor)


@record
class SteamOfClass(BySteam):
    """Steam of a published class: coal equivalent and heat per tonne by the table."""

    coal_factor: KgcePerTonne = quantity(zh="当量值", en="Calorific factor", gt=0, default=OfCarrier("coal"))
    heat_content: MjPerKg = quantity(zh="单位质量热量", en="Heat per mass", gt=0, default=OfCarrier("lhv"))

    @output(zh="折标准煤量", cites="gb-30251-2024#annex-a")
    def coal(self) -> Tce:
        """Coal equivalent on the stated basis."""
        return where(self.basis == "primary", self.heat * self.primary_factor, self.amount * self.coal_factor)


@record
class LiquidFuel(Fuel):
    """A liquid fuel measured by volume: the fuel by mass, by its density."""

    amount: CubicMetres = quantity(zh="实物量", en="Amount")
    density: KgPerCubicMetre = quantity(zh="密度", en="Density", gt=0, default=OfCarrier("density"))
    lhv: MjPerKg = quantity(zh="实测低位发热量", en="Measured lower heating value", gt=0, optional=True)
    coal_factor: KgcePerKg = quantity(zh="折标准煤系数", en="Coal equivalent factor", gt=0, default=OfCarrier("coal"))
    co2_lhv: MjPerKg = quantity(
        zh="核算指南低位发热量", en="Lower heating value of the CO2 guide", gt=0, default=OfCarrier("lhv")
    )

    @output(zh="折标准煤量", cites="gb-t-2589-2020#4")
    def coal(self) -> Tce:
        """Coal equivalent of the mass: by the measured heating value if there is one, else by the table."""
        return self.amount * self.density * first_of(self.lhv / self.standard_coal_heat, self.coal_factor)

    @output(zh="含碳量（以二氧化碳计）", cites="ndrc-guides-2013-2015#combustion")
    def carbon(self) -> Tonnes:
        """Carbon of the mass, as CO2: heating value, carbon content and 44/12."""
        heat = self.amount * self.density * first_of(self.lhv, self.co2_lhv)
        return heat * self.carbon_content * self.co2_per_carbon


@record
class PartlyFossil(MassFuel):
    """A fuel whose carbon is not fossil, or only in part: the fossil share counts as CO2."""

    fossil_share: Share = quantity(
        zh="化石碳比例", en="Share of carbon that is fossil", ge=0, le=100, default=OfCarrier("fossil")
    )

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#combustion")
    def co2(self) -> Tonnes:
        """CO2 of the fossil carbon burnt; that of living matter is not counted, whatever it is."""
        none = 0 * self.amount * self.fossil_share
        return where(self.fossil_share > 0, self.carbon * self.oxidation * self.fossil_share, none)
