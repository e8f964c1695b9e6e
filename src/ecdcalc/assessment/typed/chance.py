"""The form of what random draws say of a plant."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ecdcalc.assessment.typed.common import Amount, Warned


class Drawn(TypedDict):
    """One source of uncertainty: what was drawn, and from which range."""

    source: str
    label: str
    drawn: Literal["uniform", "triangular", "normal", "lognormal"]
    low: Amount
    typical: Amount
    high: Amount


class ShareOfSpread(TypedDict):
    """How much of a spread one source makes."""

    source: str
    share: float


class Spread(TypedDict):
    """The middle of the draws and their ends: 5 and 95 of 100."""

    p5: Amount
    p50: Amount
    p95: Amount
    lost: float
    shares: list[ShareOfSpread]


class TargetChance(TypedDict):
    """How likely one target is met."""

    target: str
    label: str
    process: str | None
    probability: float
    moved: bool
    reached: Spread | None


class StandingChance(TargetChance):
    """How likely a target of a region is met, and how likely it is at least on track."""

    on_track: float


class ProcessChance(TypedDict):
    """The spread of one result of a process after its measures."""

    process: str
    output: str
    label: str
    reporting: Spread


class MeasureChance(TypedDict):
    """What the draws make of the money of one measure."""

    place: str
    measure: str
    label: str
    npv: Spread | None
    simple_payback: Spread | None
    pays_back: float | None


class MoneyChance(TypedDict):
    """What the draws make of money: of all measures together, and of each."""

    saved: Spread | None
    npv: Spread | None
    pays_back: float | None
    measures: list[MeasureChance]


class Chance(TypedDict):
    """What random draws say of the result."""

    draws: int
    seed: int
    sources: list[Drawn]
    saved: dict[str, Spread]
    targets: list[TargetChance]
    all_targets: float | None
    processes: list[ProcessChance]
    warnings: NotRequired[list[Warned]]
    money: NotRequired[MoneyChance]


class RegionChance(TypedDict):
    """What random draws say of a region."""

    draws: int
    seed: int
    sources: list[Drawn]
    saved: dict[str, Spread]
    targets: list[StandingChance]
    all_targets: float | None
    warnings: NotRequired[list[Warned]]
    money_saved: Spread | None
