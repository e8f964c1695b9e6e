"""Of whom a choice speaks: a measure at a process of a plant, by its key and as a reader knows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ecdcalc.decide.fit import measures_for
from ecdcalc.model.plant import Plant


class Naming:
    """Names keys (plant, process, measure) in a language; each plant is looked through once."""

    def __init__(self, plants: tuple[Plant, ...], lang: str) -> None:
        self._plants, self._lang = plants, lang
        self._known = cache(self._read)

    def __call__(self, number: int, place: str, measure: str) -> dict[str, Any]:
        """Return the plant, the place and the measure, with the names of the process and of the measure."""
        processes, labels = self._known(number)
        return {
            "plant": self._plants[number].name,
            "place": place,
            "process": processes.get(place, place),
            "measure": measure,
            "label": labels.get(measure, measure),
        }

    def process(self, plant: str, place: str) -> str:
        """Return the name of a process of a plant that is given by its name; nothing for the plant as a whole."""
        numbers = (number for number, each in enumerate(self._plants) if each.name == plant or not plant)
        return next((names[place] for number in numbers if place in (names := self._known(number)[0])), place)

    def _read(self, number: int) -> tuple[Mapping[str, str], Mapping[str, str]]:
        plant = self._plants[number]
        known = {each.id: each.row.label(self._lang) for case in plant.cases for each in measures_for(case, plant)[0]}
        used = {step.measure.id: step.measure.row.label(self._lang) for case in plant.cases for step in case.steps}
        return {case.place: case.name for case in plant.cases}, {**known, **used}
