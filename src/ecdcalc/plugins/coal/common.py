"""What the processes of the coal sector share: which carriers are coal."""

from __future__ import annotations

from ecdcalc.carriers import EnergyUse
from ecdcalc.formula import output
from ecdcalc.kinds import Tonnes
from ecdcalc.ops import total
from ecdcalc.process import record

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
