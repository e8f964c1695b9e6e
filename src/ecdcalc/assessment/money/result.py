"""What is found of the money of a plant: bills of its states, and what each measure saves and is worth."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ecdcalc.assessment.money.published import CostFound
from ecdcalc.assessment.money.worth import Worth
from ecdcalc.model.plant import Step
from ecdcalc.model.prices import Economics, Prices

Amounts = Mapping[str, "float | None"]
"""What a plant uses and emits in one state, by carrier and output, in base units; None is not known."""


@frozen
class Money:
    """One instrument at one plant: yuan per year before and after."""

    plant: str
    instrument: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """What is saved in a year; positive is saved."""
        return self.before - self.after


@frozen
class Bills:
    """What a plant uses in one state, and what it pays for it by instrument."""

    used: Amounts
    paid: Mapping[str, float]


@frozen
class StepMoney:
    """What one measure saves a year by instrument, what of it has no price, and what it is worth."""

    place: str
    step: Step
    saved: Mapping[str, float]
    unpriced: tuple[str, ...]
    amounts: Mapping[str, float]
    """What it saves of each carrier and output, in base units."""
    worth: Worth | None
    lacks: tuple[str, ...] = ()
    """Keys of the texts that say why its worth is not known."""
    cost: CostFound | None = None
    """Where its cost comes from."""

    @property
    def total(self) -> float | None:
        """The money saved a year; None where a carrier that is saved has no price."""
        return None if self.unpriced else sum(self.saved.values())


@frozen
class PlantMoney:
    """Bills before, adjusted to the activity of the reporting state, and after; measures; the rest."""

    prices: Prices
    economics: Economics
    before: Bills
    adjusted: Bills
    after: Bills
    steps: tuple[StepMoney, ...] = ()
    rest: Mapping[str, float] = field(factory=dict)
    unpriced: tuple[str, ...] = ()
    """Prices that lack for what changes."""

    @property
    def lines(self) -> tuple[Money, ...]:
        """Each instrument: adjusted bill and bill after."""
        return tuple(
            Money("", name, paid, self.after.paid[name])
            for name, paid in self.adjusted.paid.items()
            if name in self.after.paid
        )
