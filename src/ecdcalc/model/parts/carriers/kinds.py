"""Which carriers there are, how each is measured, and which published factors it takes."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from ecdcalc.reference.defaults import Case, Context
from ecdcalc.reference.factors import supply_rates
from ecdcalc.reference.files import OURS

_PETRO_ELECTRICITY = "coal-petro/electricity-primary.coal"


@frozen
class CarrierKind:
    """One row of `data/carriers.csv`: labels, how it is measured, and its rows in the factor sets."""

    id: str
    zh: str
    en: str
    measured_in: str
    coal: str = ""
    co2: str = ""
    density: str = ""
    fossil: str = ""
    petro: str = ""

    def coal_row(self, edition: str) -> str:
        """Return the id of the coal equivalent by a table; a row of a set of its own is the same in all."""
        if edition == "petro" and self.petro:
            return f"coal-petro/{self.petro}.coal"
        if "/" in self.coal:
            return f"{self.coal}.coal"
        return f"coal-{'2020' if edition == 'petro' else edition}/{self.coal}.coal"

    def label(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.zh if lang == "zh" else self.en


@cache
def carrier_kinds() -> dict[str, CarrierKind]:
    """Return the known carriers by id."""
    return {row["id"]: CarrierKind(**row) for row in OURS.rows("carriers.csv")}


GUIDES = ("ndrc", "mee", "provincial")
"""The sets of CO2 factors of the accounting guides, in the order in which they help out where one has no row."""


@frozen
class OfCarrier:
    """A default looked up by carrier, edition, guide, year and place."""

    what: str

    def cases(self, record: Any, context: Context) -> tuple[Case, ...]:
        """Return the one factor that applies to the carrier of this line."""
        kind = carrier_kinds()[record.carrier]
        ids = getattr(self, f"_{self.what}")(kind, context)
        return next(((((), id),) for id in ids if context.factors.find(id)), ())

    def _coal(self, kind: CarrierKind, context: Context) -> list[str]:
        return [kind.coal_row(context.coal_edition)]

    def _co2_row(self, kind: CarrierKind, context: Context) -> list[str]:
        if "/" in kind.co2:
            return [kind.co2]
        guides = [
            context.co2_guide,
            *(each for each in GUIDES if each != context.co2_guide),
        ]
        return [f"co2-{guide}/{kind.co2 or kind.id}" for guide in guides]

    def _lhv(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.lhv" for row in self._co2_row(kind, context)]

    def _carbon(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.carbon" for row in self._co2_row(kind, context)]

    def _oxidation(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{row}.oxidation" for row in self._co2_row(kind, context)]

    def _density(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"{kind.density}.density"] if kind.density else []

    def _fossil(self, kind: CarrierKind, context: Context) -> list[str]:
        return [kind.fossil] if kind.fossil else []

    def _primary(self, kind: CarrierKind, context: Context) -> list[str]:
        if context.coal_edition == "petro":
            return [_PETRO_ELECTRICITY]
        return supply_rates(context.electricity_year or context.year)

    def _heat(self, kind: CarrierKind, context: Context) -> list[str]:
        return ["co2-process/heat"]

    def _grid(self, kind: CarrierKind, context: Context) -> list[str]:
        return [f"grid/{context.province or 'china'}-{context.grid_year or context.year}"]
