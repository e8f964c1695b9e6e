"""One plant: savings, reductions, grades, gaps.

Grades and targets are always on the calorific basis, as the limit standards are.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, overload

from attrs import evolve, frozen

from ecdcalc.assessment.co2e import warming_of
from ecdcalc.assessment.contract.form import SCHEMA
from ecdcalc.assessment.contract.plant import contract
from ecdcalc.assessment.gaps import gaps
from ecdcalc.assessment.grades import grades_of
from ecdcalc.assessment.pictures import charts_of
from ecdcalc.assessment.result import Findings, ProcessResult, StepResult
from ecdcalc.assessment.totals import plant_total
from ecdcalc.assessment.warnings.collect import warnings_of
from ecdcalc.model.evaluation import Evaluated, Memory, difference, exists, saving, scale_of, states_of
from ecdcalc.model.outputs import State, Values
from ecdcalc.model.plant import BASES, Case, Plant
from ecdcalc.model.process import COUNTED
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.trace import methods
from ecdcalc.read.plant import load_plant, read_plant
from ecdcalc.words.errors import InputError, Problem, not_among

if TYPE_CHECKING:
    from ecdcalc.assessment.typed.plant import PlantResult


_BY_EVIDENCE = ("cod", "nh3n", "nox", "voc", "so2", "pm")


@frozen(repr=False)
class Assessment(Findings):
    """The answer for one plant. `to_dict` gives the documented form for programs."""

    @overload
    def to_dict(self, lang: str = "en") -> PlantResult: ...
    @overload
    def to_dict(self, lang: str = "en", *, schema: int) -> dict[str, Any]: ...
    def to_dict(self, lang: str = "en", *, schema: int = SCHEMA) -> Any:
        """Return the result in the form of `docs/json.md`: plain values with units."""
        return contract(self, lang, schema)

    @property
    def charts(self) -> Any:
        """The pictures of the result by name, each with `spec`, `svg()`, `png()`, `table`, `alt`; `.zh` in Chinese."""
        return charts_of(self)


def assess(plant: Plant | str | os.PathLike[str] | Mapping[str, Any], *, basis: str = "calorific") -> Assessment:
    """Assess a plant (or its file, or a dictionary of the same form) on one basis of electricity and heat.

    Grades and targets are always on the calorific basis, as the limit standards are.
    """
    if basis not in BASES:
        raise InputError([not_among("basis", basis, BASES)])
    plant = _plant(plant)
    traced, bare = Memory(between=Values), Memory(Values)  # of the other basis the energy alone is asked
    memory = {"calorific": traced, basis: traced}
    by_basis = {each: states_of(plant.on(each), memory.get(each, bare), complete=each == basis) for each in BASES}
    states, calorific = by_basis[basis], by_basis["calorific"]
    results = tuple(_result(case, states[case.place], calorific[case.place], plant, basis) for case in plant.cases)
    energy = {name: plant_total(plant, each, "energy").value for name, each in by_basis.items()}
    totals = {name: plant_total(plant, states, name) for name in COUNTED}
    warned = warnings_of(plant, calorific, results)
    warming = warming_of(plant, states, totals["co2"])
    found = Assessment(plant, basis, results, gaps(plant, calorific), totals, energy, warming, warned)
    if plant.prices is None:
        return found
    from ecdcalc.assessment.money.plant import plant_money

    return evolve(found, money=plant_money(found, lambda other: assess(evolve(other, prices=None), basis=basis)))


def _plant(given: Any) -> Plant:
    if isinstance(given, Plant):
        return given
    if isinstance(given, Mapping):
        return read_plant(given)
    if isinstance(given, (str, os.PathLike)):
        return load_plant(given)
    raise InputError([Problem("plant", "given-not-a-plant", {"found": type(given).__name__})])


def _result(case: Case, states: Evaluated, calorific: Evaluated, plant: Plant, basis: str) -> ProcessResult:
    extensive = [name for name, each in outputs_of(type(case.baseline)).items() if each.extensive]
    chain = [states.baseline, *states.after]
    scales = {name: scale_of(case, name) for name in extensive}
    steps = tuple(
        StepResult(step, {name: _step(before[name].value, after[name].value, scales[name]) for name in extensive})
        for step, before, after in zip(case.steps, chain, chain[1:], strict=False)
    )
    return ProcessResult(
        case,
        states.baseline,
        states.reporting,
        {name: saving(case, states, name) for name in extensive},
        tuple(grades_of(case, calorific, plant)),
        steps,
        methods_of(states.baseline) if exists(case, "baseline") else {},
        methods_of(states.reporting) if exists(case, "reporting") else {},
    )


def _step(before: Number, after: Number, scale: Number) -> Number:
    """Return what one measure saves, adjusted."""
    left = difference(before, after, 1.0)
    return left * scale


def methods_of(state: State) -> dict[str, str]:
    """Return how each pollutant was found: monitoring, balance, factor, or stated; "+" joins several."""
    found = {name: state[name] for name in _BY_EVIDENCE if name in state}
    seen: dict[int, tuple[str, ...]] = {}
    return {
        name: "+".join(methods(term, seen)) or "factor"
        for name, term in found.items()
        if not isinstance(term.value, Missing)
    }
