"""What is found of one plant: its processes before and after, what is saved, grades and gaps."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ecdcalc.assessment.co2e import Warming
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.money.result import PlantMoney
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.evaluation import State, add_up, is_sourceless
from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.numbers.formula import Output, outputs_of
from ecdcalc.numbers.ops import Number
from ecdcalc.reference.editions import UNCONFIRMED, Benchmark
from ecdcalc.reference.limits import Corrected, Limit


@frozen
class National:
    """How a process stands against the national levels: `benchmark`, `baseline`, `below-baseline`, or ""."""

    pair: Benchmark
    level: Mapping[str, str]


@frozen
class Grade:
    """How a process stands against one row of the limit table, before and after.

    `others` are the grades by editions around the one in force: that which held earlier in the period, those to come.
    `uncorrected` is what this edition corrects and we do not compute.
    """

    limit: Limit
    output: str
    in_force: bool | None
    levels: Mapping[str, Corrected]
    values: Mapping[str, Number]
    level: Mapping[str, int | str]
    uncorrected: str = ""
    others: tuple[Grade, ...] = ()
    national: National | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the limits are good enough to decide by; unconfirmed ones are shown only."""
        return self.limit.confidence != UNCONFIRMED

    @property
    def deciding(self) -> Grade | None:
        """The grade that decides: this one, else the nearest edition whose limits are confirmed."""
        return next((each for each in (self, *self.others) if each.confirmed), None)


@frozen
class StepResult:
    """What one measure saves, after those before it, at reporting output."""

    step: Step
    saved: Mapping[str, Number]


@frozen
class ProcessResult:
    """One process: outputs before and after, what is saved, which grade it meets."""

    case: Case
    baseline: State
    reporting: State
    saved: Mapping[str, Number]
    grades: tuple[Grade, ...]
    steps: tuple[StepResult, ...]
    methods_baseline: Mapping[str, str]
    methods_reporting: Mapping[str, str]

    @property
    def methods(self) -> Mapping[str, str]:
        """How each pollutant was found in the state that the process is in last."""
        return self.methods_reporting or self.methods_baseline

    @property
    def outputs(self) -> Mapping[str, Output]:
        """The declared outputs."""
        return outputs_of(type(self.case.baseline))


@frozen
class Findings:
    """All that is found of a plant on one basis."""

    plant: Plant
    basis: str
    processes: tuple[ProcessResult, ...]
    gaps: tuple[Gap, ...]
    saved: Mapping[str, Number]
    energy_by_basis: Mapping[str, Number] = field(factory=dict)
    warming: Warming | None = None
    warnings: tuple[Warned, ...] = ()
    money: PlantMoney | None = None

    def saved_by(self, kind: str, output: str) -> Number:
        """Return what the processes of one kind (retrofit, closed, new) save of an output, as far as they have it."""
        values = [each.saved.get(output) for each in self.processes if each.case.kind == kind]
        return add_up(value for value in values if value is not None and not is_sourceless(value))

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The targets that are still missed."""
        return tuple(each for each in self.gaps if each.status == "open")
