"""Conversion of one quantity: between units of a kind, or from energy to coal equivalent by a factor."""

from __future__ import annotations

from attrs import frozen

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.numbers.formula import Value
from ecdcalc.numbers.units import Unit, read_quantity, unit
from ecdcalc.reference.factors import Factor, FactorTable, documents, supply_rates
from ecdcalc.words.errors import DimensionError, MissingValueError, NotFoundError, UnitError, near
from ecdcalc.words.labels import field, number, word


@frozen
class Conversion:
    """A converted quantity, and the factor that it took, if any."""

    given: str
    result: Value
    factor: Factor | None = None
    basis: str = ""
    inverse: bool = False

    def say(self, lang: str) -> str:
        """Return the result and where it comes from."""
        lines = [f"{self.given} = {number(self.result.value)} {self.result.unit}"]
        if self.factor:
            title = documents().get(self.factor.document, {}).get("title", self.factor.document)
            used = f"{self.factor.value:g} {self.factor.unit.text} ({word(self.basis, lang)})"
            lines.append(field("factor-used", used, lang))
            lines.append(field("edition", self.factor.edition or self.factor.year, lang))
            source = ", ".join(filter(None, (title, self.factor.clause, self.factor.condition)))
            lines.append(field("document", f"{source}  [{self.factor.id}]", lang))
            lines.append(field("confidence", self.factor.confidence, lang))
        return "\n".join(lines)


def convert(
    quantity: str,
    to: str,
    basis: str = "calorific",
    year: int | None = None,
    carrier: str = "",
    edition: str = "2020",
    factors: FactorTable | None = None,
) -> Conversion:
    """Convert a quantity; energy, fuel and coal equivalent are joined by the published factor of a carrier.

    Without a carrier, an energy is electricity when it is written in watt-hours and heat when in joules.
    Raises `DimensionError` where no factor joins the two, `MissingValueError` where the factor needs a year
    or is only a range.
    """
    reading, wanted = read_quantity(quantity), unit(to)
    if reading.unit.same_kind(wanted):
        return Conversion(quantity, Value(wanted.out(reading.value), wanted.text))
    if not reading.unit.dimension:
        raise UnitError("unit-missing", found=quantity, asked=to, example=f"{quantity} {to}")
    found = _factor(reading.unit, wanted, basis, year, carrier, edition, factors or FactorTable())
    if found.base is None:
        low, high = number(found.low), number(found.high)
        raise MissingValueError("factor-range", id=found.id, range=f"{low}–{high} {found.unit.text}")
    for inverse, value in ((False, reading.value * found.base), (True, reading.value / found.base)):
        if _joins(reading.unit, found.unit, wanted, inverse):
            return Conversion(quantity, Value(wanted.out(value), wanted.text), found, basis, inverse)
    raise DimensionError("convert-no-factor", found=quantity, asked=to)


def _joins(given: Unit, factor: Unit, wanted: Unit, inverse: bool) -> bool:
    powers: dict[str, int] = dict(given.dimension)
    for name, power in factor.dimension:
        powers[name] = powers.get(name, 0) + (-power if inverse else power)
    return tuple(sorted((name, power) for name, power in powers.items() if power)) == wanted.dimension


def _factor(
    given: Unit, wanted: Unit, basis: str, year: int | None, carrier: str, edition: str, factors: FactorTable
) -> Factor:
    carrier = carrier or ("electricity" if "h" in (given.text + wanted.text).lower() or "时" in given.text else "heat")
    kinds = carrier_kinds()
    if carrier not in kinds:
        raise NotFoundError("carrier-unknown", found=carrier, near=near(carrier, [*kinds]) or ", ".join(kinds))
    if carrier == "electricity" and basis == "primary":
        if year is None:
            raise MissingValueError("primary-needs-year")
        for id in supply_rates(year):
            if found := factors.find(id):
                return found
        raise MissingValueError("primary-no-year", year=year)
    if basis == "primary" and carrier == "heat":
        raise MissingValueError("primary-heat")
    row = kinds[carrier].coal
    return factors.get(f"{row}.coal" if "/" in row else f"coal-{edition}/{row}.coal")
