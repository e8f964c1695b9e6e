"""CO2 equivalent: CO2 and the other greenhouse gases that a process states, by one assessment report.

A process names them: `gases = {"methane": "methane_warming"}`, the mass and the input that holds its potential. They
stand beside its CO2, never in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ecdcalc.assessment.totals import Total, total_of
from ecdcalc.model.evaluation import Evaluated, add_up, saving
from ecdcalc.model.plant import Case, Plant
from ecdcalc.model.process import fields_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.reference.warming import Gas, Potential, PotentialOfGas, gases

CO2E = "co2e"
"""The output of a process with other gases that is its CO2 equivalent; of all others that is their CO2."""


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
    total: Total

    @property
    def saved(self) -> Number:
        """The whole, missing where some of it is not known."""
        return self.total.value


def weighed(mass: Number, potential: float | None, id: str) -> Number:
    """Return a mass as CO2 equivalent."""
    return Missing(frozenset((f"gwp.{id}",))) if potential is None else mass * potential


def warming_of(plant: Plant, states: Mapping[str, Evaluated], co2: Total) -> Warming:
    """Return the CO2 equivalent saved, of a plant that saves that much CO2: what is known, and what is not in it."""
    masses: dict[tuple[str, float | None], list[Number]] = {}
    for case, value, id, potential in _saved_gases(plant, states):
        placed = value.at(case.place) if isinstance(value, Missing) else value
        masses.setdefault((id, potential), []).append(placed)
    found = tuple(GasSaved(gases()[id], potential, add_up(values)) for (id, potential), values in masses.items())
    return Warming(plant.context.warming, found, co2e_total(plant, states, co2))


def co2e_total(plant: Plant, states: Mapping[str, Evaluated], co2: Total) -> Total:
    """Return what a plant that saves that much CO2 saves as CO2 equivalent, also in every trial of its ranges."""
    parts: list[tuple[str, Number]] = [] if co2.sourceless else [("", co2.known)]
    parts += [(case.place, weighed(value, of, id)) for case, value, id, of in _saved_gases(plant, states)]
    whole = total_of(parts)
    return Total(whole.known, {**co2.lacks, **whole.lacks}, co2.absent)


def _saved_gases(plant: Plant, states: Mapping[str, Evaluated]) -> Iterator[tuple[Case, Number, str, float | None]]:
    """Yield what each process saves of each of its gases, by mass, with the gas and the potential that is taken."""
    for case in plant.cases:
        for output, id, potential in gases_of(case):
            yield case, saving(case, states[case.place], output), id, potential


def gases_of(case: Case) -> Iterator[tuple[str, str, float | None]]:
    """Yield each gas of a process: the output that is its mass, the gas, and the potential that is taken."""
    process = case.reporting
    for output, name in type(process).gases.items():
        published = fields_of(type(process))[name].default
        assert isinstance(published, (Potential, PotentialOfGas))
        value = getattr(process, name)
        yield output, published.gas_of(process), None if isinstance(value, Missing) else value
