"""Conversion of one quantity: between units of a kind, or from energy to coal equivalent by a factor."""

from __future__ import annotations

import math

from attrs import frozen

from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import Reading, Unit, read_quantity, unit
from ecdcalc.numbers.value import Value
from ecdcalc.reference.clauses import clause_of, condition_of
from ecdcalc.reference.factors import Factor, FactorTable, supply_rates, title_of
from ecdcalc.words.errors import DimensionError, InputError, MissingValueError, NotFoundError, Problem, UnitError
from ecdcalc.words.labels import field, number, word

_STANDARD_COAL = "constant/standard-coal-heat"
Dimension = tuple[tuple[str, int], ...]


@frozen
class Measured:
    """A factor that is given or computed, and where it comes from, as the key of a word."""

    reading: Reading
    origin: str


@frozen
class Conversion:
    """A converted quantity, and the factor that it took, if any."""

    given: str
    result: Value
    factor: Factor | None = None
    basis: str = ""
    inverse: bool = False
    measured: Measured | None = None

    def say(self, lang: str) -> str:
        """Return the result and where it comes from."""
        lines = [f"{self.given} = {number(self.result.value)} {self.result.unit}"]
        if self.factor:
            title = title_of(self.factor.document, lang)
            used = f"{self.factor.value:g} {self.factor.unit.text} ({word(self.basis, lang)})"
            lines.append(field("factor-used", used, lang))
            if edition := self.factor.edition or self.factor.year:
                lines.append(field("edition", edition, lang))
            place = clause_of(self.factor.clause, lang), condition_of(self.factor.condition, lang)
            source = ", ".join(filter(None, (title, *place)))
            lines.append(field("document", f"{source}  [{self.factor.id}]", lang))
            lines.append(field("confidence", self.factor.confidence, lang))
        if self.measured:
            lines.append(
                field("factor-used", f"{self.measured.reading.text} ({word(self.measured.origin, lang)})", lang)
            )
        return "\n".join(lines)


def convert(
    quantity: str,
    to: str,
    basis: str = "calorific",
    year: int | None = None,
    carrier: str = "",
    edition: str = "2020",
    factors: FactorTable | None = None,
    lhv: str = "",
    factor: str = "",
    pressure: str = "",
    temperature: str = "",
) -> Conversion:
    """Convert a quantity; energy, fuel and coal equivalent are joined by the published factor of a carrier.

    A carrier may stand behind the quantity instead: "100 t 原煤".
    `lhv` is a measured heating value and `factor` a factor of one's own: either takes the place of the published one.
    Steam takes its absolute `pressure`, and its `temperature` where it is superheated; a liquid by volume its density.

    Without a carrier, an energy is electricity when it is written in watt-hours. Written in joules or calories it is
    joined to coal equivalent by the heat of standard coal, as totals are: 29 307.6 kJ/kgce.
    Raises `DimensionError` where no factor joins the two, `MissingValueError` where the factor needs a year
    or is only a range.
    """
    (reading, carrier), wanted = _told(quantity, carrier), unit(to)
    if reading.unit.same_kind(wanted):
        return Conversion(quantity, Value(wanted.told(reading.value), wanted.text))
    if not reading.unit.dimension:
        raise UnitError("unit-missing", found=quantity, asked=to, example=f"{quantity} {to}")
    table = factors or FactorTable()
    if f"{carrier}-litre" in carrier_kinds() and unit("L").dimension in (reading.unit.dimension, wanted.dimension):
        carrier = f"{carrier}-litre"
    of_steam = bool(carrier) and carrier_kinds()[carrier].measured_in == "steam"
    if carrier and not of_steam and (pressure or temperature):
        raise InputError([Problem("", "steam-alone", {"found": carrier})])
    if lhv or factor or pressure or temperature or of_steam:
        return _by_measured(reading, wanted, _measured(lhv, factor, pressure, temperature, table), carrier, table)
    if carrier and carrier_kinds()[carrier].density and (by_mass := _by_density(reading, carrier, wanted, table)):
        return by_mass
    found = _factor(reading.unit, wanted, basis, year, carrier, edition, table)
    if found.base is None:
        low, high = number(found.low), number(found.high)
        raise MissingValueError("factor-range", id=found.id, range=f"{low}–{high} {found.unit.text}")
    by_inverse = reading.value / found.base if found.base else math.inf
    for inverse, value in ((False, reading.value * found.base), (True, by_inverse)):
        if _joins(reading.unit, found.unit, wanted, inverse):
            return Conversion(quantity, Value(wanted.told(value), wanted.text), found, basis, inverse)
    raise DimensionError("convert-no-factor", found=quantity, asked=to)


def _told(quantity: str, carrier: str) -> tuple[Reading, str]:
    """Return a quantity and the carrier that is named beside it, or behind it; "" for none."""
    if carrier:
        return read_quantity(quantity), _carrier_of(carrier)
    try:
        return read_quantity(quantity), ""
    except UnitError as unread:
        amount, _, last = quantity.rpartition(" ")
        if not amount:
            raise
        try:
            named = _carrier_of(last)
        except NotFoundError as unnamed:
            raise (unnamed if unnamed.key == "word-ambiguous" else unread) from None
        return read_quantity(amount), named


def _carrier_of(word: str) -> str:
    from ecdcalc.read.words import carrier_of  # who names no carrier does not wait for what knows all words

    return carrier_of(word)


def _measured(lhv: str, factor: str, pressure: str, temperature: str, table: FactorTable) -> Measured:
    """Return the factor that was given, or that of the steam. Raises `InputError` for more than one of them."""
    by_steam = bool(pressure or temperature)
    if bool(lhv) + bool(factor) + by_steam > 1:
        raise InputError([Problem("", "convert-one-factor", {})])
    if factor or lhv:
        return Measured(read_quantity(factor or lhv), "stated-factor" if factor else "measured-lhv")
    if not pressure:
        raise MissingValueError("steam-pressure")
    from ecdcalc.equations.steam import enthalpy, saturated_steam_enthalpy

    steam = (
        enthalpy.of(pressure=pressure, temperature=temperature)
        if temperature
        else saturated_steam_enthalpy.of(pressure=pressure)
    )
    of = unit(steam.unit)
    enters = of.base(steam.value)
    boiling = saturated_steam_enthalpy(pressure=read_quantity(pressure, unit("MPa")).value)
    if temperature and not isinstance(boiling, Missing) and enters < boiling:  # above the critical point nothing boils
        raise InputError([Problem("temperature", "steam-water", {"found": temperature})])
    heat = enters - (table.get("carriers/water-20.enthalpy").base or 0.0)
    return Measured(Reading(heat, of, f"{of.out(heat):.6g} kJ/kg"), "computed-enthalpy")


def _by_measured(reading: Reading, wanted: Unit, by: Measured, carrier: str, table: FactorTable) -> Conversion:
    """Convert by a factor that is no published one; a heating value goes on to coal equivalent by that of coal."""
    coal = table.get("constant/standard-coal-heat")
    values = [(reading.value * by.reading.value, _times(reading.unit.dimension, by.reading.unit, 1))]
    if carrier and (density := table.find(f"{carrier_kinds()[carrier].density}.density")) and density.base:
        values.append((values[0][0] * density.base, _times(values[0][1], density.unit, 1)))
    values += [(value / (coal.base or 1.0), _times(dimension, coal.unit, -1)) for value, dimension in values]
    for value, dimension in values:
        if dimension == wanted.dimension:
            return Conversion(reading.text, Value(wanted.told(value), wanted.text), measured=by)
    raise DimensionError("convert-no-factor", found=reading.text, asked=wanted.text)


def _by_density(reading: Reading, carrier: str, wanted: Unit, table: FactorTable) -> Conversion | None:
    """Convert a volume of a liquid to its mass; None where that is not what is asked."""
    density = table.find(f"{carrier_kinds()[carrier].density}.density")
    if density is None or density.base is None or not _joins(reading.unit, density.unit, wanted, False):
        return None
    return Conversion(reading.text, Value(wanted.told(reading.value * density.base), wanted.text), density, "density")


def _joins(given: Unit, factor: Unit, wanted: Unit, inverse: bool) -> bool:
    return _times(given.dimension, factor, -1 if inverse else 1) == wanted.dimension


def _times(dimension: Dimension, by: Unit, sign: int) -> Dimension:
    """Return the dimension of a product (sign 1) or a quotient (sign −1)."""
    powers: dict[str, int] = dict(dimension)
    for name, power in by.dimension:
        powers[name] = powers.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _factor(
    given: Unit, wanted: Unit, basis: str, year: int | None, carrier: str, edition: str, factors: FactorTable
) -> Factor:
    plain_heat = not carrier and not ("h" in (given.text + wanted.text).lower() or "时" in given.text)
    if plain_heat and basis != "primary":
        return factors.get(_STANDARD_COAL)
    carrier = carrier or ("heat" if plain_heat else "electricity")
    kinds = carrier_kinds()
    if carrier == "electricity" and basis == "primary":
        if edition == "petro":
            return factors.get("coal-petro/electricity-primary.coal")
        if year is None:
            raise MissingValueError("primary-needs-year")
        rates = [found for id in supply_rates(year) if (found := factors.find(id))]
        if rates:  # a better grade first; of one grade the final value
            return min(rates, key=lambda each: each.confidence)
        raise MissingValueError("primary-no-year", year=year)
    if basis == "primary" and carrier == "heat":
        raise MissingValueError("primary-heat")
    return factors.get(f"carriers/{carrier}.coal" if kinds[carrier].density else kinds[carrier].coal_row(edition))
