"""The form of the result of a region, as a type: what a checker and an editor know of its keys.

Held against the JSON Schema (`ecdcalc schema --region`) by a test.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ecdcalc.assessment.typed.chance import RegionChance
from ecdcalc.assessment.typed.common import Amount, Outputs, Warned


class Rules(TypedDict):
    """The rules by which the region is counted."""

    exclude_renewables: bool
    exclude_feedstock: bool
    exclude_listed: bool
    basis: Literal["calorific", "primary"]
    count_rule: str
    lag: int


class PlaceOfTarget(TypedDict):
    """Where a target is evaluated."""

    plant: str
    county: str
    process: str | None
    status: str
    value: Amount
    gap: Amount


class Standing(TypedDict):
    """One target of the plan."""

    target: str
    clause: str
    label: str
    type: str
    sector: list[str]
    op: str | None
    limit: Amount
    set_by: str | None
    state: str
    base: Amount
    value: Amount
    gap: Amount
    path: Amount
    evaluator: str | None
    deadline: str | None
    reason: str | None
    places: list[PlaceOfTarget]


class Lacking(TypedDict):
    """What is not known, by the names of what it lacks."""

    missing: list[str]


class DualYear(TypedDict):
    """One year of dual control."""

    year: int
    value_added: Amount
    energy: Amount
    controlled: Amount
    renewable: Amount
    feedstock: Amount
    listed: Amount
    intensity: Amount
    decline: Amount
    yearly: Amount
    path: Amount
    saved: Amount


class DualControl(TypedDict):
    """Energy per GDP against its target."""

    target: Amount
    done: Amount
    compounded: Amount
    progress: Amount
    path: Amount
    remaining: Amount
    yearly_left: Amount
    yearly_even: Amount
    total_growth: Amount
    allowed: Amount
    growth_effect: Amount
    basis: str
    years: list[DualYear]


class TotalEnergy(TypedDict):
    """The control of total energy."""

    given: bool
    expected_growth: Amount
    growth: Amount
    target: Amount
    adjusted: Amount
    energy: Amount
    gap: Amount


class SingleListed(TypedDict):
    """A project that is listed apart."""

    project: str
    county: str
    approval: str | None
    energy: Amount
    left_out: bool


class Change(TypedDict):
    """A change since the base year."""

    change: Amount


class PlantFound(TypedDict):
    """What one plant saves."""

    name: str
    county: str
    sector: str
    place: str
    saved: Outputs
    lacks: dict[str, list[str]]


class OwnMeasure(TypedDict):
    """A measure of a user's own in a plant: its numbers are the user's."""

    plant: str
    place: str
    process: str
    measure: str
    label: str
    energy_saved: Amount
    electricity_saved: Amount
    reductions: Outputs
    capex: Amount
    source: str


class RollupLacks(TypedDict):
    """Which plants are not in which sums."""

    total: dict[str, list[str]]
    counties: dict[str, dict[str, list[str]]]
    sectors: dict[str, dict[str, list[str]]]


class Rollup(TypedDict):
    """What the plants save, summed."""

    total: Outputs
    counties: dict[str, Outputs]
    sectors: dict[str, Outputs]
    lacks: RollupLacks
    complete: dict[str, bool]
    unknown: dict[str, list[str]]


class Counted(TypedDict):
    """What of a pollutant is counted."""

    projects: Amount
    offsets: Amount
    counted: Amount


class Entry(TypedDict):
    """One project in the register."""

    project: str
    county: str
    item: str
    plant: str | None
    start: str
    pollutant: str
    annual: Amount
    counted: Amount
    carried: Amount
    by_year: Outputs
    note: str | None


class Offset(TypedDict):
    """What a new source must be offset by."""

    source: str
    county: str
    pollutant: str
    multiple: float | None
    need: Amount
    used: Amount
    gap: Amount


class Projects(TypedDict):
    """The register of key projects."""

    rule: str
    lag: int
    counted: dict[str, Counted]
    entries: list[Entry]
    offsets: list[Offset]


class Effect(TypedDict):
    """A change, split by its causes."""

    activity: Amount
    structure: Amount
    intensity: Amount
    total: Amount


class Contribution(TypedDict):
    """What activity, structure and intensity contribute."""

    energy: Effect
    by_sector: dict[str, Effect]
    intensity: Effect
    intensity_by_sector: dict[str, Effect]


class Share(TypedDict):
    """What is handed down to one county or unit."""

    name: str
    saving: Amount
    allowed: Amount
    rate: Amount
    gain: Amount
    counted: NotRequired[Amount]


class HandedDown(TypedDict):
    """A target handed down."""

    counties: dict[str, list[Share]]
    units: dict[str, list[Share]]
    lacking: list[str]


class Difference(TypedDict):
    """The whole against the sum of its parts."""

    region: str
    series: str
    whole: Amount
    parts: Amount
    difference: Amount
    lacking: list[str]


class InstrumentMoney(TypedDict):
    """What one instrument costs a plant or all."""

    plant: str | None
    instrument: str
    before: Amount
    after: Amount
    saved: Amount


class RejectedPlace(TypedDict):
    """A plant that was set aside, with the reasons."""

    place: str
    problems: list[str]


class Source(TypedDict):
    """One document or value that the result rests on."""

    id: str
    document: str
    value: str
    grade: Literal["A", "B", "C", ""]


class RegionResult(TypedDict):
    """The result of a region, as `RegionAssessment.to_dict()` gives it."""

    schema: Literal[2]
    region: str
    parent: str | None
    plan: str
    plan_label: str
    plan_labels: dict[str, str]
    base_year: int
    year: int
    price_year: int | None
    rules: Rules
    warnings: list[Warned]
    scoreboard: dict[str, int]
    targets: list[Standing]
    energy: dict[str, Lacking | DualControl]
    counties: dict[str, Lacking | DualControl]
    tiles: dict[str, list[int]]
    total_energy: dict[str, TotalEnergy]
    single_listed: list[SingleListed]
    carbon: dict[str, Lacking | Change]
    sectors: dict[str, Lacking | Change]
    plants: list[PlantFound]
    own_measures: list[OwnMeasure]
    rollup: Rollup
    projects: Projects
    contribution: Contribution | None
    handed_down: dict[str, HandedDown]
    differences: list[Difference]
    money: list[InstrumentMoney]
    money_total: list[InstrumentMoney]
    rejected: list[RejectedPlace]
    sources: list[Source]
    chance: NotRequired[RegionChance]
    ecdcalc: str
