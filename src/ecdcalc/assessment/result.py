"""What is found of one plant: its processes before and after, what is saved, grades and gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ecdcalc.assessment.co2e import Warming
from ecdcalc.assessment.gaps import Gap
from ecdcalc.assessment.speaking import States, Told, frame_of, html_table, shown, value
from ecdcalc.assessment.totals import Total, total_of
from ecdcalc.assessment.warnings.warned import Warned
from ecdcalc.model.evaluation import POLLUTANTS, SAVED_UNITS, exists
from ecdcalc.model.keeping import Kept
from ecdcalc.model.outputs import State
from ecdcalc.model.plant import Case, Plant, Step
from ecdcalc.numbers.formula import Output, outputs_of
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.value import Value
from ecdcalc.reference.editions import UNCONFIRMED, Benchmark
from ecdcalc.reference.limits import Corrected, Limit
from ecdcalc.words.errors import NotFoundError, near

if TYPE_CHECKING:
    from ecdcalc.assessment.money.result import PlantMoney


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


@frozen(repr=False)
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

    def output(self, name: str) -> States:
        """Return an output before and after. Raises `NotFoundError` with the nearest name."""
        if name not in self.outputs:
            guess = near(name, [*self.outputs]) or ", ".join(self.outputs)
            raise NotFoundError("output-unknown", found=name, process=self.case.name, near=guess)
        of, case = self.outputs[name].unit, self.case
        return States(
            value(of, self.baseline[name].value) if exists(case, "baseline") else None,
            value(of, self.reporting[name].value) if exists(case, "reporting") else None,
        )

    def __getattr__(self, name: str) -> States:
        """Let an output be written as an attribute: `result["battery[1]"].unit_energy`."""
        if name.startswith("_") or name in ("case", "baseline", "reporting"):
            raise AttributeError(name)
        try:
            return self.output(name)
        except NotFoundError as error:
            raise AttributeError(str(error)) from None

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.outputs]

    def __repr__(self) -> str:
        return f"<ProcessResult {self.case.place} {self.case.name!r}: {len(self.outputs)} outputs>"

    def _repr_html_(self) -> str:
        rows = [(name, str(self.output(name))) for name in self.outputs]
        return html_table(self.case.name, rows)


@frozen(repr=False)
class Findings(Kept):
    """All that is found of a plant on one basis."""

    plant: Plant
    basis: str
    processes: tuple[ProcessResult, ...]
    gaps: tuple[Gap, ...]
    totals: Mapping[str, Total]
    energy_by_basis: Mapping[str, Number] = field(factory=dict)
    warming: Warming | None = None
    warnings: tuple[Warned, ...] = ()
    money: PlantMoney | None = None
    chance: Told | None = None
    """What random draws of its ranges say of it, where they were asked for."""

    @property
    def saved(self) -> dict[str, Number]:
        """What the plant saves of each output in all; missing where some of it is not known."""
        return {name: each.value for name, each in self.totals.items()}

    def saved_by(self, kind: str, output: str) -> Total:
        """Return what the processes of one kind (retrofit, closed, new) save of an output."""
        return total_of(
            (each.case.place, each.saved[output])
            for each in self.processes
            if each.case.kind == kind and output in each.saved
        )

    @property
    def energy_saved(self) -> Value | None:
        """The energy saved, on the basis of the result; None where it is not known."""
        return value(SAVED_UNITS["energy"], self.saved["energy"])

    @property
    def electricity_saved(self) -> Value | None:
        """The electricity saved; None where it is not known."""
        return value(SAVED_UNITS["electricity"], self.saved["electricity"])

    @property
    def reductions(self) -> dict[str, Value | None]:
        """What is reduced of each pollutant, by the name that people write, such as `NH3-N`."""
        return {label: value(SAVED_UNITS[name], self.saved[name]) for name, label in POLLUTANTS.items()}

    def __getitem__(self, name: str) -> ProcessResult:
        """Return a process by its place (`battery[1]`), its table (`battery`, of one) or its name.

        Raises `NotFoundError`.
        """
        for known in ("place", "key", "name"):
            found = [each for each in self.processes if getattr(each.case, known) == name]
            if len(found) == 1:
                return found[0]
        raise NotFoundError("result-unknown", found=name, near=", ".join(each.case.place for each in self.processes))

    def to_frame(self) -> Any:
        """Return every output of every process as a Polars frame, which Narwhals reads: a row an output."""
        rows = [self._row(each, name) for each in self.processes for name in each.outputs]
        names = ("place", "name", "output", "unit", "baseline", "reporting", "saved")
        return frame_of({name: [row[number] for row in rows] for number, name in enumerate(names)})

    def _row(self, result: ProcessResult, name: str) -> tuple[Any, ...]:
        states, of = result.output(name), result.outputs[name].unit
        saved = value(of, result.saved[name]) if name in result.saved else None
        numbers = (None if each is None else each.value for each in (states.before, states.after, saved))
        return result.case.place, result.case.name, POLLUTANTS.get(name, name), of.text, *numbers

    def __repr__(self) -> str:
        plant = self.plant
        saved = ", ".join(f"{name} {shown(found)}" for name, found in self._headlines().items() if found is not None)
        counts = f"{len(self.processes)} processes, {len(self.open_gaps)} of {len(self.gaps)} targets open"
        return f"<Assessment {plant.sector.id} {plant.name!r} {plant.year}: saved {saved or 'not known'}; {counts}>"

    def _repr_html_(self) -> str:
        rows = [(name, shown(found)) for name, found in self._headlines().items()]
        return html_table(f"{self.plant.name} {self.plant.year or ''}", rows)

    def _headlines(self) -> dict[str, Value | None]:
        return {"energy": self.energy_saved, "electricity": self.electricity_saved, **self.reductions}

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The targets that are still missed."""
        return tuple(each for each in self.gaps if each.status == "open")
