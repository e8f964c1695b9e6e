"""Fuels, electricity and heat: coal equivalent and CO2 of what a process takes in or gives out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecdcalc.model.parts.carriers.kinds import OfCarrier
from ecdcalc.model.parts.natural_constants import FLAME, CarbonDioxide, StandardCoal
from ecdcalc.model.process import Record, choice, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import (
    Celsius,
    CubicMetres,
    Gigajoules,
    KgcePerCubicMetre,
    KgcePerKg,
    KgcePerKwh,
    KgcePerMj,
    KgPerGj,
    KgPerKwh,
    KgPerTce,
    KilowattHours,
    MjPerCubicMetre,
    MjPerKg,
    Share,
    Tce,
    Tonnes,
    TonnesCarbonPerGj,
)
from ecdcalc.numbers.ops import first_of, where


@record
class Carrier(Record):
    """One carrier of one process. Subclasses say how it is measured and what its factors are."""

    carrier: str = ""
    leaves: float = 0.0
    """What of the amount leaves the process, where what enters is told beside it; the amount is the difference."""

    if TYPE_CHECKING:  # every subclass has them, each with its own units
        amount: float
        coal_factor: float

        @property
        def coal(self) -> float: ...  # noqa: D102

        @property
        def co2(self) -> float: ...  # noqa: D102


@record
class Fuel(CarbonDioxide, StandardCoal, Carrier):
    """A fuel with a heating value and carbon."""

    if TYPE_CHECKING:
        lhv: float
        co2_lhv: float

    carbon_content: TonnesCarbonPerGj = quantity(
        zh="单位热值含碳量", en="Carbon content per heat", ge=0, default=OfCarrier("carbon")
    )
    oxidation: Share = quantity(
        zh="碳氧化率", en="Share of carbon oxidised", ge=0, le=100, default=OfCarrier("oxidation")
    )

    @output(zh="折标准煤量", cites="gb-t-2589-2020#4")
    def coal(self) -> Tce:
        """Coal equivalent: by the measured heating value if there is one, else by the table."""
        return self.amount * first_of(self.lhv / self.standard_coal_heat, self.coal_factor)

    @output(zh="含碳量（以二氧化碳计）", cites="ndrc-guides-2013-2015#combustion")
    def carbon(self) -> Tonnes:
        """Carbon of the fuel, as CO2: heating value, carbon content and 44/12."""
        return self.amount * first_of(self.lhv, self.co2_lhv) * self.carbon_content * self.co2_per_carbon

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#combustion")
    def co2(self) -> Tonnes:
        """CO2 of the fuel burnt."""
        return self.carbon * self.oxidation


@record
class MassFuel(Fuel):
    """A fuel measured by mass."""

    amount: Tonnes = quantity(zh="实物量", en="Amount")
    lhv: MjPerKg = quantity(zh="实测低位发热量", en="Measured lower heating value", gt=0, optional=True)
    coal_factor: KgcePerKg = quantity(zh="折标准煤系数", en="Coal equivalent factor", gt=0, default=OfCarrier("coal"))
    co2_lhv: MjPerKg = quantity(
        zh="核算指南低位发热量", en="Lower heating value of the CO2 guide", gt=0, default=OfCarrier("lhv")
    )


@record
class GasFuel(Fuel):
    """A fuel measured by volume (dry, 0 °C, 101.325 kPa)."""

    amount: CubicMetres = quantity(zh="实物量", en="Amount")
    lhv: MjPerCubicMetre = quantity(zh="实测低位发热量", en="Measured lower heating value", gt=0, optional=True)
    coal_factor: KgcePerCubicMetre = quantity(
        zh="折标准煤系数", en="Coal equivalent factor", gt=0, default=OfCarrier("coal")
    )
    co2_lhv: MjPerCubicMetre = quantity(
        zh="核算指南低位发热量", en="Lower heating value of the CO2 guide", gt=0, default=OfCarrier("lhv")
    )


@record
class Electricity(Carrier):
    """Electricity bought (positive) or generated and sold (negative), on a stated basis."""

    amount: KilowattHours = quantity(zh="电量", en="Amount")
    basis: str = choice("calorific", "primary", zh="折标口径", en="Basis", default="calorific")
    coal_factor: KgcePerKwh = quantity(zh="当量值", en="Calorific factor", gt=0, default=OfCarrier("coal"))
    primary_factor: KgcePerKwh = quantity(
        zh="等价值", en="Primary-equivalent factor", gt=0, default=OfCarrier("primary")
    )
    co2_factor: KgPerKwh = quantity(zh="电网排放因子", en="Grid emission factor", ge=0, default=OfCarrier("grid"))
    power_efficiency: Share = quantity(
        zh="热变电效率", en="Efficiency at which heat that is saved becomes electricity", gt=0, lt=100, optional=True
    )
    heat_temperature: Celsius = quantity(
        zh="变电热源温度", en="Temperature of the heat that becomes electricity", gt=0, le=FLAME, optional=True
    )

    @output(zh="折标准煤量", cites="gb-t-2589-2020#annex-a")
    def coal(self) -> Tce:
        """Coal equivalent on the stated basis."""
        return self.amount * where(self.basis == "primary", self.primary_factor, self.coal_factor)

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#electricity")
    def co2(self) -> Tonnes:
        """CO2 emitted where the electricity is made."""
        return self.amount * self.co2_factor


@record
class Heat(Carrier):
    """Heat or steam counted by its heat, bought or sold."""

    amount: Gigajoules = quantity(zh="热量", en="Amount")
    basis: str = choice("calorific", "primary", zh="折标口径", en="Basis", default="calorific")
    coal_factor: KgcePerMj = quantity(zh="当量值", en="Calorific factor", gt=0, default=OfCarrier("coal"))
    primary_factor: KgcePerMj = quantity(
        zh="等价值（供热标准煤耗）",
        en="Primary-equivalent factor (supplier's heat rate)",
        gt=0,
        optional=True,
    )
    co2_factor: KgPerGj = quantity(zh="热力排放因子", en="Emission factor of heat", ge=0, default=OfCarrier("heat"))

    @output(zh="折标准煤量", cites="gb-t-2589-2020#annex-a")
    def coal(self) -> Tce:
        """Coal equivalent on the stated basis."""
        return self.amount * where(self.basis == "primary", self.primary_factor, self.coal_factor)

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#heat")
    def co2(self) -> Tonnes:
        """CO2 emitted where the heat is made."""
        return self.amount * self.co2_factor


@record
class WasteHeat(Carrier):
    """Heat or pressure that is left over: bought, sold, or recovered from fuel that is counted already.

    It counts by its heat on either basis, as no fuel is burnt for it: what is bought is added, what is sold or
    recovered is taken off. What a plant recovers and uses again within the same boundary is not entered at all, as
    the fuel behind it is counted.
    """

    amount: Gigajoules = quantity(zh="热量", en="Amount")
    coal_factor: KgcePerMj = quantity(zh="当量值", en="Calorific factor", gt=0, default=OfCarrier("coal"))
    co2_factor: KgPerGj = quantity(zh="热力排放因子", en="Emission factor of heat", ge=0, default=OfCarrier("heat"))

    @output(zh="折标准煤量", cites="gb-t-2589-2020#annex-a")
    def coal(self) -> Tce:
        """Coal equivalent of the heat."""
        return self.amount * self.coal_factor

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#heat")
    def co2(self) -> Tonnes:
        """CO2 by the factor of heat bought."""
        return self.amount * self.co2_factor


@record
class CoalEquivalent(StandardCoal, Carrier):
    """Energy that is only known as coal equivalent."""

    amount: Tce = quantity(zh="折标准煤量", en="Amount")
    co2_factor: KgPerTce = quantity(zh="单位标准煤排放因子", en="Emission factor", ge=0, optional=True)

    @output(zh="折标准煤量")
    def coal(self) -> Tce:
        """Coal equivalent."""
        return self.amount

    @output(zh="二氧化碳排放量")
    def co2(self) -> Tonnes:
        """CO2, if its factor is known."""
        return self.amount * self.co2_factor
