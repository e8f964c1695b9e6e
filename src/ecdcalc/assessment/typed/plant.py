"""The form of the result of a plant, as a type: what a checker and an editor know of its keys.

Held against the JSON Schema (`ecdcalc schema`) by a test.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ecdcalc.assessment.typed.chance import Chance
from ecdcalc.assessment.typed.common import Amount, Outputs, Warned
from ecdcalc.assessment.typed.money import PlantMoney

Reductions = TypedDict(
    "Reductions",
    {"COD": Amount, "NH3-N": Amount, "NOx": Amount, "VOC": Amount, "SO2": Amount, "PM": Amount, "CO2": Amount},
)


class Gas(TypedDict):
    """One greenhouse gas."""

    gas: str
    formula: str
    potential: float | None
    saved: Amount
    co2e: Amount
    confidence: Literal["A", "B", "C"]


class Warming(TypedDict):
    """Greenhouse gases by their potentials."""

    report: Literal["SAR", "AR4", "AR5", "AR6"]
    saved: Amount
    gases: list[Gas]


class Lack(TypedDict):
    """What one process lacks for a total."""

    place: str
    title: str
    inputs: list[str]
    reason: str


class Totals(TypedDict):
    """What the plant saves in all."""

    energy_saved: Amount
    energy_saved_heat: Amount
    energy_saved_by_basis: Outputs
    electricity_saved: Amount
    reductions: Reductions
    co2e: NotRequired[Warming | None]
    complete: dict[str, bool]
    lacks: dict[str, list[Lack]]
    confidence: dict[str, Literal["A", "B", "C", "given"]]


class ByKind(TypedDict):
    """What is saved by kind of change."""

    retrofit: Outputs
    closed: Outputs
    new: Outputs


class Flow(TypedDict):
    """What enters or leaves of a carrier."""

    amount: Amount
    energy: Amount


class Carrier(TypedDict):
    """One carrier of energy."""

    label: str
    amount: Amount
    energy: Amount
    taken: NotRequired[Flow]
    given: NotRequired[Flow]


class CarriersByState(TypedDict):
    """Carriers by name, before and after."""

    baseline: dict[str, Carrier]
    reporting: dict[str, Carrier]


class Splits(TypedDict):
    """The totals split up."""

    saved_by_kind: ByKind
    energy_by_carrier: CarriersByState


class Activity(TypedDict):
    """What a process makes or handles."""

    name: str
    label: str
    baseline: Amount
    reporting: Amount


class National(TypedDict):
    """A process against the national levels."""

    id: str
    label: str
    document: str
    effective: str
    until: str | None
    confidence: Literal["A", "B", "C"]
    benchmark: Amount
    baseline_level: Amount
    level: dict[str, Literal["benchmark", "baseline", "below-baseline", ""]]


class Levels(TypedDict):
    """The three levels of a limit."""

    level1: Amount
    level2: Amount
    level3: Amount


class Graded(TypedDict):
    """The value of a state and its level."""

    level: Literal[1, 2, 3, "not-qualified", "incomplete"]
    value: Amount


class Grade(TypedDict):
    """A process against one row of the limits."""

    editions: NotRequired[list[Grade]]
    national: NotRequired[National | None]
    until: str | None
    replaced_by: str | None
    confidence: Literal["A", "B", "C", ""]
    decides: bool
    uncorrected: str | None
    standard: str
    clause: str
    product: str
    label: str
    indicator: str
    indicator_label: str
    printed_unit: NotRequired[str | None]
    effective: str | None
    in_force: bool | None
    limit: dict[str, Levels]
    baseline: Graded | None
    reporting: Graded | None


class Parameter(TypedDict):
    """A number that a measure was computed with."""

    value: float
    unit: str
    origin: str


class MeasureFound(TypedDict):
    """What one measure saves."""

    measure: str
    label: str
    energy_saved: Amount
    electricity_saved: Amount
    reductions: Outputs
    parameters: dict[str, Parameter]
    capex: Amount
    life: Amount
    confidence: Literal["A", "B", "C", "given", ""]
    own: NotRequired[bool]
    source: NotRequired[str]


class ProcessFound(TypedDict):
    """One process."""

    process: str
    name: str
    title: NotRequired[str]
    labels: NotRequired[dict[str, str]]
    shown: NotRequired[list[str]]
    label: str
    kind: Literal["retrofit", "closed", "new"]
    closed_on: str | None
    activity: Activity | None
    scale: float | None
    baseline: Outputs
    reporting: Outputs
    saved: Outputs
    energy_by_carrier: CarriersByState
    methods: dict[str, str]
    methods_baseline: dict[str, str]
    confidence: dict[str, Literal["A", "B", "C", "given"]]
    grades: list[Grade]
    measures: list[MeasureFound]


class Gap(TypedDict):
    """One target against a process or the plant."""

    target: str
    clause: str
    label: str
    process: str | None
    indicator: str | None
    op: str | None
    limit: Amount
    baseline: Amount
    reporting: Amount
    gap: Amount
    status: Literal["met", "open", "not-evaluated"]
    reason: str | None


class NotComputed(TypedDict):
    """What could not be computed, and why."""

    what: str
    label: NotRequired[str]
    reason: str


class Source(TypedDict):
    """One document or value that the result rests on."""

    id: str
    document: str
    clause: str
    edition: str
    confidence: Literal["A", "B", "C", ""]
    value: NotRequired[str]
    label: NotRequired[str]
    own: NotRequired[bool]
    caution: NotRequired[bool]


class PlantResult(TypedDict):
    """The result of a plant, as `Assessment.to_dict()` gives it."""

    schema: Literal[2]
    sector: str
    sector_label: NotRequired[str]
    plant: str
    year: int | None
    plan: str | None
    plan_label: NotRequired[str | None]
    basis: Literal["calorific", "primary"]
    ecdcalc: str
    warnings: list[Warned]
    chance: NotRequired[Chance]
    money: NotRequired[PlantMoney]
    totals: Totals
    splits: Splits
    processes: list[ProcessFound]
    gaps: list[Gap]
    not_computed: list[NotComputed]
    sources: list[Source]
