"""CO2 equivalent: CO2 and the other greenhouse gases that a process states, by one assessment report.

A process names them: `gases = {"methane": "ch4-fossil"}`. They stand beside its CO2, never in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ecdcalc.model.evaluation import Evaluated, State, add_up, is_sourceless, saving
from ecdcalc.model.plant import Plant
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.reference.warming import Gas, gases


@frozen
class GasSaved:
    """What a plant saves of one gas, by mass and as CO2 equivalent."""

    gas: Gas
    potential: float | None
    mass: Number

    @property
    def co2e(self) -> Number:
        """The mass as CO2 equivalent; missing where the report prints no potential of the gas."""
        return weighed(self.mass, self.potential, self.gas.id)


@frozen
class Warming:
    """What a plant saves as CO2 equivalent: its CO2 and the gases beside it."""

    report: str
    gases: tuple[GasSaved, ...]
    saved: Number


def weighed(mass: Number, potential: float | None, id: str) -> Number:
    """Return a mass as CO2 equivalent."""
    return Missing(frozenset((f"gwp.{id}",))) if potential is None else mass * potential


def warming_of(plant: Plant, states: Mapping[str, Evaluated], co2: Number) -> Warming:
    """Return the CO2 equivalent saved, of a plant that saves that much CO2."""
    report = plant.context.warming
    masses: dict[str, list[Number]] = {}
    for case in plant.cases:
        for output, id in type(case.baseline).gases.items():
            value = saving(case, states[case.place], output)
            if isinstance(value, Missing):
                value = Missing(frozenset(f"{case.place}.{name}" for name in value.names), value.reason)
            masses.setdefault(id, []).append(value)
    found = tuple(
        GasSaved(gases()[id], gases()[id].potentials[report], add_up(values)) for id, values in masses.items()
    )
    parts = [each.co2e for each in found]
    return Warming(report, found, add_up(parts if parts and is_sourceless(co2) else [co2, *parts]))


def co2e_of(emits: Mapping[str, str], state: State, report: str) -> Number:
    """Return the CO2 equivalent of a process in one state; missing where a gas that it states is not known."""
    parts = [weighed(state[output].value, gases()[id].potentials[report], id) for output, id in emits.items()]
    return add_up([state["co2"].value, *parts]) if "co2" in state else add_up(parts)
