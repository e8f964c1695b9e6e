"""The totals of a plant, and the lowest grade of what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ecdcalc.assessment.co2e import CO2E, Warming
from ecdcalc.assessment.contract.values import quantity, reason_of
from ecdcalc.assessment.result import Findings, ProcessResult
from ecdcalc.assessment.totals import Total
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.plant import Step
from ecdcalc.model.process import Origin
from ecdcalc.numbers.gathering import Gathering
from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.trace import Named, Preferred, leaves_of, used
from ecdcalc.numbers.units import unit

_TCE, _KWH, _T = unit("tce"), unit("kWh"), unit("t")
_NAMES = {"energy": "energy_saved", "electricity": "electricity_saved"}
GIVEN = "given"
"""The grade of a value of the user's own where a published one could stand: it is as good as its source."""
ASSUMED = "C"
GRADES = (ASSUMED, GIVEN, "B", "A")


class Grades:
    """The grades of the published values that terms rest on; each term is looked through once."""

    def __init__(self) -> None:
        self._gathering = _Graded(_grade)
        self._steps: dict[int, set[str]] = {}  # by what the result that is told of holds

    def of(self, term: Named) -> frozenset[str]:
        """Return the grades of what one value rests on, "" for what has none."""
        return self._gathering.of(term)

    def lowest(self, results: Iterable[ProcessResult], output: str) -> str:
        """Return the lowest grade of what is saved of an output rests on, empty if it rests on no published value."""
        found: set[str] = set()
        for each in results:
            for state in (each.baseline, each.reporting):
                if output in state:
                    found |= self.of(state[output])
            for step in each.steps:
                saved = step.saved.get(output, 0.0)
                if isinstance(saved, Missing) or saved != 0.0:
                    found |= self._of_step(step.step)
        return lowest(found)

    def _of_step(self, step: Step) -> set[str]:
        if id(step) not in self._steps:
            self._steps[id(step)] = step_grades(step)
        return self._steps[id(step)]


class _Graded(Gathering[str]):
    """The grades of what values rest on; what is measured where a published value would do is the user's own."""

    def of_choice(self, choice: Preferred) -> frozenset[str]:
        """Return the user's own grade if what was taken holds a number given for it, and a published one was passed."""
        passed = [each for term in choice.passed for each in used(term)]
        if not any(self.of(each) & {*GRADES} for each in passed):
            return frozenset()
        common = {id(leaf) for leaf in leaves_of(passed)}
        own = (leaf for leaf in leaves_of(choice.uses) if leaf.origin and leaf.origin.kind == "given")
        return frozenset({GIVEN}) if any(id(leaf) not in common for leaf in own) else frozenset()


def _grade(leaf: Named) -> str:
    """Return the grade of what a value rests on: of its published value, of one's own instead, of an assumption."""
    origin: Origin | None = leaf.origin
    if origin is None:
        return ""
    if origin.factor:
        return origin.factor.confidence
    return ASSUMED if origin.kind == "assumed" else GIVEN if origin.instead else ""


def step_grades(step: Step) -> set[str]:
    """Return the grades of the parameters of a measure: those of published values, and the user's own."""
    return {origin.factor.confidence if origin.factor else GIVEN for origin in step.origins.values()}


def lowest(found: Collection[str]) -> str:
    """Return the lowest of the grades, empty if there is none."""
    return next((grade for grade in GRADES if grade in found), "")


def totals(result: Findings, grades: Grades, titles: Mapping[str, str], lang: str) -> dict[str, Any]:
    """Return what is known of what the plant saves in all, what is not in it, and the grades of what it rests on."""
    found = dict(result.totals)
    every = found | ({CO2E: result.warming.total} if result.warming and result.warming.gases else {})
    energy = found["energy"].known
    return {
        "energy_saved": quantity(_TCE, energy),
        "energy_saved_heat": quantity(unit("GJ"), energy * unit("kJ/kgce").base(_standard_coal_heat())),
        "energy_saved_by_basis": {name: quantity(_TCE, each) for name, each in result.energy_by_basis.items()},
        "electricity_saved": quantity(_KWH, found["electricity"].known),
        "reductions": {label: quantity(_T, found[name].known) for name, label in POLLUTANTS.items()},
        "complete": {name_of(name): each.complete for name, each in every.items()},
        "lacks": {name_of(name): _lacks(each, titles, lang) for name, each in every.items() if each.wants},
        "co2e": _co2e(result.warming) if result.warming else None,
        "confidence": {
            name_of(name): grade
            for name, each in found.items()
            if not isinstance(each.known, Missing) and (grade := grades.lowest(result.processes, name))
        },
    }


def name_of(output: str) -> str:
    """Return the name of a total for programs."""
    return POLLUTANTS.get(output, _NAMES.get(output, output))


def _lacks(total: Total, titles: Mapping[str, str], lang: str) -> list[dict[str, Any]]:
    """Return which processes are not in a total, and why."""
    return [
        {
            "place": place,
            "title": titles[place],
            "inputs": sorted(f"{place}.{name}" for name in each.names),
            "reason": reason_of(each, lang),
        }
        for place, each in total.wants.items()
    ]


def only_whole(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return totals for programs that do not know how to tell a part from the whole: null where some is not known."""
    whole = found["complete"]
    held = {
        "energy_saved": whole["energy_saved"],
        "energy_saved_heat": whole["energy_saved"],
        "electricity_saved": whole["electricity_saved"],
    }
    parts = {name: found[name] if known else None for name, known in held.items()}
    reductions = {name: each if whole[name] else None for name, each in found["reductions"].items()}
    return {**found, **parts, "reductions": reductions}


def _co2e(found: Warming) -> dict[str, Any]:
    """Return the CO2 equivalent saved, by which report, and of which gases."""
    return {
        "report": found.report,
        "saved": quantity(_T, found.total.known),
        "gases": [
            {
                "gas": each.gas.id,
                "formula": each.gas.formula,
                "potential": each.potential,
                "saved": quantity(_T, each.mass),
                "co2e": quantity(_T, each.co2e),
                "confidence": each.gas.confidence,
            }
            for each in found.gases
        ],
    }


def _standard_coal_heat() -> float:
    from ecdcalc.reference.factors import FactorTable

    return FactorTable().get("constant/standard-coal-heat").value or 0.0
