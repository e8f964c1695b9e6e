"""Energy carriers: what a process takes in and gives out, as coal equivalent, electricity and CO2.

A carrier that leaves the process (gas sold, steam exported, coke) has a negative amount. Coal equivalent:
GB/T 2589; a measured heating value wins over the published factor, and where the standard prints a range
only the measured value will do. CO2: amount × heating value × carbon content × oxidation × 44/12, or
amount × grid factor.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import frozen

from ecdcalc.model.parts.natural_constants import CarbonDioxide, StandardCoal
from ecdcalc.model.process import Field, Record, choice, quantity, record
from ecdcalc.numbers.formula import output
from ecdcalc.numbers.kinds import (
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
from ecdcalc.numbers.ops import Number, first_of, missing, total, where
from ecdcalc.reference.defaults import Case, Context
from ecdcalc.reference.factors import supply_rates
from ecdcalc.reference.files import data_text
from ecdcalc.words.errors import MissingValueError

User = TypeVar("User", bound="EnergyUse")


@frozen
class CarrierKind:
    """One row of `data/carriers.toml`: labels, how it is measured, and its rows in the factor sets."""

    id: str
    zh: str
    en: str
    measured_in: str
    coal: str = ""
    co2: str = ""

    def label(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.zh if lang == "zh" else self.en


@cache
def carrier_kinds() -> dict[str, CarrierKind]:
    """Return the known carriers by id."""
    text = data_text("carriers.toml")
    return {id: CarrierKind(id=id, **row) for id, row in tomllib.loads(text).items()}


@frozen
class OfCarrier:
    """A default looked up by carrier, edition, guide, year and place."""

    what: str

    def cases(self, record: Any, context: Context) -> tuple[Case, ...]:
        """Return the one factor that applies to the carrier of this line."""
        kind = carrier_kinds()[record.carrier]
        ids = getattr(self, f"_{self.what}")(kind, context)
        return tuple(((), id) for id in ids if context.factors.find(id))[:1]

    def _coal(self, kind: CarrierKind, context: Context) -> list[str]:
        if "/" in kind.coal:
            return [f"{kind.coal}.coal"]
        return [f"coal-{context.coal_edition}/{kind.coal}.coal"]

    def _co2_row(self, kind: CarrierKind, context: Context) -> list[str]:
        guides = [
            context.co2_guide,
            *(each for each in ("ndrc", "mee", "provincial") if each != context.co2_guide),
        ]
        return [f"co2-{guide}/{kind.co2 or kind.id}" for guide in guides]

    def _lhv(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.lhv" for row in self._co2_row(kind, context)]

    def _carbon(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.carbon" for row in self._co2_row(kind, context)]

    def _oxidation(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.oxidation" for row in self._co2_row(kind, context)]

    def _primary(self, kind: CarrierKind, context: Context) -> list[str]:
        return supply_rates(context.electricity_year or context.year)

    def _heat(self, kind: CarrierKind, context: Context) -> list[str]:
        return ["co2-process/heat"]

    def _grid(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"grid/{context.province or 'china'}-{context.grid_year or context.year}"]


@record
class Carrier(Record):
    """One carrier of one process. Subclasses say how it is measured and what its factors are."""

    carrier: str = ""

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


CARRIER_CLASSES: dict[str, type[Carrier]] = {
    "mass": MassFuel,
    "volume": GasFuel,
    "electricity": Electricity,
    "heat": Heat,
    "coal-equivalent": CoalEquivalent,
}


COALS = (
    "raw-coal", "anthracite", "bituminous", "cleaned-coal", "middlings", "slimes", "gangue", "other-washed-coal",
    "briquette",
)  # fmt: skip
"""Carriers that are coal, as burnt under boilers."""

NATURAL_GAS = ("natural-gas",)

RECOVERED = ("electricity", "heat")
"""Carriers that a measure may give to a process that had none: what it recovers."""

BY_PRODUCTS = (
    "coke-oven-gas", "blast-furnace-gas", "converter-gas", "producer-gas", "other-gas", "biogas", "hydrogen",
)  # fmt: skip
"""Fuels that a process may come to give out; of all others no measure saves more than is used."""


def carrier_class(id: str) -> type[Carrier]:
    """Return the class that holds a carrier of that id."""
    return CARRIER_CLASSES[carrier_kinds()[id].measured_in]


@record
class EnergyUse(Record):
    """The energy of a process: carriers in (positive) and out (negative)."""

    carriers: Mapping[str, Carrier] = attrs.field(
        factory=dict,
        metadata={"ecdcalc": Field("parts", "energy", "Energy carriers", "能源消费", optional=True)},
    )

    @output(zh="各能源折标准煤合计", cites="gb-t-2589-2020#4")
    def carrier_energy(self) -> Tce:
        """Coal equivalent of all carriers, in minus out."""
        return total(line.coal for line in self.carriers.values())

    @output(zh="综合能耗", cites="gb-t-2589-2020#4", extensive=True)
    def energy(self) -> Tce:
        """Comprehensive energy."""
        return self.carrier_energy

    @output(zh="净用电量", extensive=True)
    def electricity(self) -> KilowattHours:
        """Net electricity."""
        return electricity_of(self.carriers)

    @output(zh="二氧化碳排放量", cites="ndrc-guides-2013-2015#general", extensive=True)
    def co2(self) -> Tonnes:
        """CO2 from energy and process."""
        return self.energy_co2 + self.process_co2

    @output(zh="能源二氧化碳排放量", cites="ndrc-guides-2013-2015#combustion")
    def energy_co2(self) -> Tonnes:
        """CO2 of all carriers."""
        return co2_of(self.carriers)

    @output(zh="过程二氧化碳排放量")
    def process_co2(self) -> Tonnes:
        """CO2 of the process itself; none unless the process says otherwise."""
        return 0 * self.energy_co2


def amount_of(carriers: Mapping[str, Carrier], kinds: Collection[str]) -> Number:
    """Return the amount of the carriers of some kinds together; missing where there is none of them."""
    amounts = [line.amount for id, line in carriers.items() if id in kinds]
    return total(amounts) if amounts else missing(f"energy.{next(iter(kinds))}")


def emitted(carriers: Mapping[str, Carrier], kinds: Collection[str], factor: Number) -> Number:
    """Return amount × factor of the carriers of some kinds; zero where there is none of them, whatever the factor."""
    return total(line.amount * factor for id, line in carriers.items() if id in kinds)


def electricity_of(carriers: Mapping[str, Carrier]) -> Number:
    """Return the electricity of the carriers, bought less sold."""
    return total(line.amount for line in carriers.values() if isinstance(line, Electricity))


def co2_of(carriers: Mapping[str, Carrier]) -> Number:
    """Return the CO2 of the carriers."""
    return total(line.co2 for line in carriers.values())


def line_of(user: EnergyUse, carrier: str) -> Any:
    """Return the line of one carrier. Raises `MissingValueError` where the process does not use it."""
    if carrier not in user.carriers:
        raise MissingValueError("carrier-missing", carrier=carrier, place=user.place)
    return user.carriers[carrier]


def change_amount(user: User, carrier: str, change: Number) -> User:
    """Return the process with `change` added to the amount of one carrier."""
    line = line_of(user, carrier)
    changed = attrs.evolve(line, amount=line.amount + change)
    return attrs.evolve(user, carriers={**user.carriers, carrier: changed})


def save_coal(user: User, carrier: str, coal: Number) -> User:
    """Return the process with a coal equivalent less of one carrier."""
    return change_amount(user, carrier, -coal / specific_coal(line_of(user, carrier)))


def save_heat(user: User, carrier: str, heat: Number) -> User:
    """Return the process with that much heat (lower heating value) less of a fuel, or of heat itself."""
    line = line_of(user, carrier)
    if isinstance(line, Fuel):
        return change_amount(user, carrier, -heat / first_of(line.lhv, line.coal_factor * line.standard_coal_heat))
    if isinstance(line, CoalEquivalent):
        return change_amount(user, carrier, -heat / line.standard_coal_heat)
    return change_amount(user, carrier, -heat)


def save_share(user: User, carrier: str, share: Number) -> User:
    """Return the process with a share of one carrier less."""
    return change_amount(user, carrier, -share * line_of(user, carrier).amount)


def specific_coal(line: Any) -> Number:
    """Return the coal equivalent per amount of a carrier line on the calorific basis."""
    if isinstance(line, Fuel):
        return first_of(line.lhv / line.standard_coal_heat, line.coal_factor)
    return 1 if isinstance(line, CoalEquivalent) else line.coal_factor


def empty_line(id: str, place: str) -> Carrier:
    """Return a line of no amount, for what a measure adds."""
    cls: Any = carrier_class(id)
    line: Carrier = cls(carrier=id, amount=0.0, place=place)
    return line
