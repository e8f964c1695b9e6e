"""Sulphur and ash of the coal that is burnt: what the furnace keeps, and what leaves with the flue gas."""

from __future__ import annotations

from typing import Any

from ecdcalc.model.parts.natural_constants import SulphurDioxide
from ecdcalc.model.process import quantity, record
from ecdcalc.numbers.kinds import Share
from ecdcalc.numbers.ops import Number
from ecdcalc.reference.defaults import Published, factor


@record
class Sulphur(SulphurDioxide):
    """Sulphur of the coal burnt, and how much of it stays in the ash."""

    sulphur: Share = quantity(zh="燃煤收到基硫分", en="Sulphur of the coal, as received", ge=0, le=10, optional=True)
    sulphur_kept: Share = quantity(
        zh="灰渣固硫率", en="Sulphur kept by the ash", ge=0, le=100, default=factor("cobenefit/cb001")
    )

    @property
    def so2_of_coal(self) -> Number:
        """SO2 per coal, by its sulphur: T/CSES 144-2024 Table C.1."""
        return self.sulphur * (1 - self.sulphur_kept) * self.so2_per_sulphur


def kept_ash(default: Published | None = None, key: str = "") -> Any:
    """Declare the share of the ash that does not leave with the flue gas; it depends on the furnace."""
    return quantity(
        zh="灰分进入底灰的比例", en="Ash that goes to bottom ash", ge=0, le=100, default=default, optional=True, key=key
    )


@record
class CoalQuality(Sulphur):
    """Sulphur and ash of the coal burnt, and what the furnace keeps of them."""

    ash: Share = quantity(zh="燃煤收到基灰分", en="Ash of the coal, as received", ge=0, le=80, optional=True)
    ash_kept: Share = kept_ash()

    @property
    def pm_of_coal(self) -> Number:
        """PM per coal, by its ash, of all sizes: T/CSES 144-2024 Table C.1."""
        return self.ash * (1 - self.ash_kept)
