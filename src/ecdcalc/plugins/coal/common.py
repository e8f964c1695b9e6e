"""What the processes of the coal sector share: which carriers are coal."""

from __future__ import annotations

from ecdcalc.plugin import EnergyUse, Tonnes, emitted, output, record

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
        return emitted(self.carriers, COALS, 1)
