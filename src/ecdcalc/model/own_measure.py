"""A measure of the user's own: what it saves of a carrier, what it takes of others, what it removes of a pollutant.

Its numbers say by their unit how they are meant: `12 %` is a share of what is used or emitted, `300 MWh` an amount,
`5 kWh/t` an amount per output of the process. A saving or a penalty may also be coal equivalent or heat. Nothing is
taken from what is not said: flue gas does not fall with the fuel unless a removal says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from math import isclose
from typing import Any

from attrs import field, frozen

from ecdcalc.model.measure import Measure
from ecdcalc.model.parts.carriers import (
    RECOVERED,
    EnergyUse,
    carrier_class,
    carrier_kinds,
    change_amount,
    save_coal,
    save_heat,
    save_share,
)
from ecdcalc.model.parts.emissions import Stack, VapourSource, Wastewater, abate, with_control
from ecdcalc.model.process import Process, changed, fields_of
from ecdcalc.numbers.ops import Missing, Number, first_of, missing
from ecdcalc.numbers.units import Reading, Unit, unit
from ecdcalc.reference.measures import MeasureRow, OwnMeasureRow
from ecdcalc.words.errors import InputError, Problem, near

STACK = {"nox": "nox_stack", "so2": "so2_stack", "pm": "pm_stack"}
WATER = ("cod", "nh3n")
REMOVABLE = (*STACK, "voc", *WATER)
_SAVE: dict[str, Callable[[Any, str, Number], Any]] = {
    "share": save_share,
    "amount": lambda user, carrier, amount: change_amount(user, carrier, -amount),
    "coal": partial(save_coal, of_carrier=True),
    "heat": save_heat,
}
"""Heat becomes electricity by the efficiency of its line, which Carnot bounds; coal equivalent is of electricity."""


@frozen
class Effect:
    """One number of an own measure: what it is taken as (share, amount, coal, heat), and whether per output."""

    kind: str
    per_output: bool = False

    def amount(self, process: Any, number: Number) -> Number:
        """Return the number for the whole period."""
        return number * getattr(process, process.about.activity) if self.per_output else number


@frozen
class OwnEffects:
    """The body of an own measure: its effects on carriers and on pollutants, one after another."""

    carrier: str
    effects: Mapping[str, Effect]

    def __call__(self, process: Any, **numbers: Number) -> Any:
        """Return the process after the retrofit."""
        after = process
        for name, number in numbers.items():
            effect = self.effects[name]
            what, _, of = name.partition(".")
            amount = effect.amount(process, number)
            if what == "removal":
                share = amount if effect.kind == "share" else amount / getattr(after, of)
                after = _removed(after, of, share)
            elif what == "penalty":
                after = _SAVE[effect.kind](after, of, -amount)
            else:
                after = _SAVE[effect.kind](after, self.carrier, amount)
        return after


@frozen(slots=False)
class OwnMeasure(Measure):
    """A retrofit that the user describes; it is held to the same laws as ours."""

    written: OwnMeasureRow = field(kw_only=True)
    effects: Mapping[str, Effect] = field(kw_only=True)

    def __reduce__(self) -> tuple[object, ...]:  # it is made anew of what the user wrote
        return own_measure, (self.written, self.on)

    @cached_property
    def row(self) -> MeasureRow:
        """What it is, as a row of the library."""
        return self.written.row

    @property
    def parameters(self) -> dict[str, Unit]:
        """The unit of each number, as it was written."""
        return {name: reading.unit for name, reading in self.written.numbers.items()}

    @property
    def takes_carrier(self) -> bool:
        """It says itself which carrier it saves."""
        return False

    @property
    def own(self) -> bool:
        """It is the user's."""
        return True

    @property
    def given(self) -> Mapping[str, Reading]:
        """All its numbers."""
        return self.written.numbers

    @property
    def brings(self) -> tuple[str, ...]:
        """The carriers that it takes, and the one that it saves where that may come to be given out."""
        saved = (self.carrier,) if self.carrier in RECOVERED else ()
        return (*saved, *self.written.penalties)

    def lost(self, before: Any, after: Any) -> Iterator[Problem]:
        """Yield the removals that do not do what they say: what the process emits does not pass by there, or not all.

        A share is one of what passes by; an amount has to come out as it was written.
        """
        for name in self.given:
            what, _, pollutant = name.partition(".")
            if what == "removal":
                old, new = getattr(before, pollutant), getattr(after, pollutant)
                if isinstance(old, Missing) or isinstance(new, Missing) or not old:
                    continue
                wanted = self.share_removed(name, before, old)
                if wanted and old == new:
                    yield Problem(name, "own-measure-no-effect", {})
                elif not self.is_share(name) and not isclose(new, old * (1 - wanted), rel_tol=1e-6):
                    yield Problem(name, "own-measure-partly", {})

    @property
    def cost(self) -> float | None:
        """What it costs, where that is written."""
        return self.written.capex

    def takes(self, name: str, written: Unit) -> bool:
        """Tell whether a number may be written in a unit: a share stays one, although kg/t has no dimension either."""
        return super().takes(name, written) and is_share(written) == self.is_share(name)

    def share_removed(self, name: str, process: Process, emitted: float) -> float:
        """Return the share of what a process emits that one of its numbers removes."""
        amount: float = self.effects[name].amount(process, self.given[name].value)
        return amount if self.is_share(name) else amount / emitted

    def is_share(self, name: str) -> bool:
        """Tell whether one of its numbers is a share."""
        return self.effects[name].kind == "share"


def own_measure(written: OwnMeasureRow, cls: type[Process]) -> OwnMeasure:
    """Make a measure for one kind of process. Raises `InputError` with everything that does not fit the process."""
    problems: list[Problem] = []
    effects: dict[str, Effect] = {}
    for name, reading in written.numbers.items():
        what, _, of = name.partition(".")
        carrier = of if what == "penalty" else written.carrier
        problem = _unfit(cls, of) if what == "removal" else _no_carrier(cls, carrier, name)
        effect = None if problem else _effect(cls, _kinds(what, carrier), reading)
        if effect:
            effects[name] = effect
        else:
            problems.append(problem or _wrong_unit(cls, name, what, carrier, reading))
    if problems:
        raise InputError(problems)
    body = OwnEffects(written.carrier, effects)
    return OwnMeasure(written.id, cls, body, written.carrier, (), written=written, effects=effects)


def _amount_unit(carrier: str) -> Unit:
    found = fields_of(carrier_class(carrier))["amount"].unit
    assert found is not None
    return found


def _kinds(what: str, carrier: str) -> dict[str, Unit]:
    """Return what a number may measure beside a share."""
    if what == "removal":
        return {"amount": unit("t")}
    return {"amount": _amount_unit(carrier), "coal": unit("tce"), "heat": unit("GJ")}


def _effect(cls: type[Process], kinds: Mapping[str, Unit], reading: Reading) -> Effect | None:
    """Return what a number is meant as, by its unit; None where it fits nothing."""
    if is_share(reading.unit):
        return Effect("share")
    activity = _activity(cls)
    for kind, of in kinds.items():
        meant = "heat" if of.text == "kWh" and "Wh" not in reading.unit.text else kind
        if reading.unit.same_kind(of):
            return Effect(meant)
        if activity and reading.unit.dimension == _over(of.dimension, activity.dimension):
            return Effect(meant, per_output=True)
    return None


def is_share(of: Unit) -> bool:
    """Tell whether a unit is one of shares: `%`, and not `kg/t`, which has no dimension either."""
    return not of.dimension and "/" not in of.text


def _activity(cls: type[Process]) -> Unit | None:
    return fields_of(cls)[cls.about.activity].unit if cls.about.activity else None


def _over(one: tuple[tuple[str, int], ...], other: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    powers = dict(one)
    for name, power in other:
        powers[name] = powers.get(name, 0) - power
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def _no_carrier(cls: type[Process], carrier: str, name: str) -> Problem | None:
    if not issubclass(cls, EnergyUse):
        return Problem(name, "own-measure-no-energy", {"process": cls.about.key})
    if carrier in carrier_kinds():
        return None
    known = [*carrier_kinds()]
    return Problem(name, "carrier-unknown", {"found": carrier, "near": near(carrier, known) or ", ".join(known)})


def _unfit(cls: type[Process], pollutant: str) -> Problem | None:
    """Return why nothing can be removed of a pollutant, if so."""
    known = [each for each in REMOVABLE if _carries(cls, each)]
    if pollutant in known:
        return None
    values: dict[str, object] = {"found": pollutant, "process": cls.about.key, "known": ", ".join(known) or "–"}
    return Problem(f"removal.{pollutant}", "own-measure-pollutant", values)


def _carries(cls: type[Process], pollutant: str) -> bool:
    if pollutant in STACK:
        return issubclass(cls, Stack)
    return issubclass(cls, VapourSource if pollutant == "voc" else Wastewater)


def _wrong_unit(cls: type[Process], name: str, what: str, carrier: str, reading: Reading) -> Problem:
    units, activity = [each.text for each in _kinds(what, carrier).values()], _activity(cls)
    units += [f"{each}/{activity.text}" for each in units] if activity else []
    return Problem(name, "own-measure-unit", {"found": reading.text, "units": ", ".join(["%", *units])})


def _removed(process: Any, pollutant: str, share: Number) -> Any:
    """Return the process with a further share of a pollutant removed, after what removes it already."""
    if pollutant in STACK:
        stack = STACK[pollutant]
        return changed(process, **{stack: abate(getattr(process, stack), share)})
    if pollutant in WATER:
        water = process.wastewater
        return changed(process, wastewater=changed(water, **{pollutant: getattr(water, pollutant) * (1 - share)}))
    return _less_voc(process, share)


def _less_voc(process: Any, share: Number) -> Any:
    """Return the source with its capture and devices, and one more in series, as one joint removal."""
    control = process.voc_control
    passed = first_of(1 - control.removed / process.voc_entering, control.passed)
    joint = with_control(process, capture=1.0, destruction=1 - passed * (1 - share))
    mass = control.mass * (1 - share)
    return changed(joint, voc_control=changed(joint.voc_control, mass=mass, run_rate=1.0, second=missing("voc.second")))
