"""What the processes of the coal sector share: which carriers are coal, and ultra-low limits of boilers."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files

from attrs import frozen

from ecdcalc.carriers import EnergyUse
from ecdcalc.defaults import AnyCase, Context
from ecdcalc.factors import Factor
from ecdcalc.formula import output
from ecdcalc.kinds import Tonnes
from ecdcalc.ops import total
from ecdcalc.process import Record, record
from ecdcalc.units import unit

COALS = (
    "raw-coal",
    "anthracite",
    "bituminous",
    "coking-coal",
    "cleaned-coal",
    "middlings",
    "slimes",
    "other-washed-coal",
    "briquette",
)


@record
class CoalUse(EnergyUse):
    """Energy of a process, with the coal in it by mass."""

    @output(zh="煤炭消费量（实物量）", extensive=True)
    def coal_use(self) -> Tonnes:
        """Coal used, by mass; gangue and coke are not coal here."""
        return total(line.amount for id, line in self.carriers.items() if id in COALS)


@cache
def _rows() -> dict[str, dict[str, str]]:
    text = files("ecdcalc").joinpath("data", "limits", "emission.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


@frozen
class EmissionLimit:
    """A row of the table of concentration limits: its limit, or its reference oxygen."""

    id: str
    column: str = "limit"

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return the one value."""
        row = _rows()[self.id]
        value, of = (row["oxygen"], "%") if self.column == "oxygen" else (row["value"], row["unit"])
        found = Factor(
            id=f"emission/{self.id}.{self.column}",
            zh=row["zh"],
            en=row["en"],
            value=float(value),
            low=None,
            high=None,
            unit=unit(of),
            per="",
            edition="",
            year="",
            region="",
            pollutant=row["pollutant"],
            condition=row["limit_type"],
            document=row["standard"],
            clause=row["clause"],
            confidence=row["confidence"],
            note=row["note"],
        )
        return (((), found),)
