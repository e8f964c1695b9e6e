"""A plant with a set of its measures only, read once more from its document: all that follows is as in a file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from attrs import evolve

from ecdcalc.model.plant import Plant
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError, Problem

MEASURE = "measure"


def with_set(plant: Plant, ids: Collection[str]) -> Plant:
    """Return the plant with the measures of these ids and no others. Raises `InputError` for one that it has not."""
    known = dict.fromkeys(step.measure.id for case in plant.cases for step in case.steps)
    problems = [
        Problem("--set", "set-unknown", {"found": each, "known": ", ".join(known) or "–"})
        for each in ids
        if each not in known
    ]
    if problems:
        raise InputError(problems)
    alias = {step.measure.row.id: step.measure.id for case in plant.cases for step in case.steps}
    document = {key: _kept(value, {*ids}, alias) for key, value in plant.document.items() if key != "plan"}
    context = plant.context
    found = read_plant(
        document, factors=context.factors, limits=plant.limits, measures=context.measures, within=plant.sector,
        of_region=True,
    )  # fmt: skip
    return evolve(found, plan=plant.plan, targets=plant.targets)


def _kept(given: Any, ids: Collection[str], alias: Mapping[str, str]) -> Any:
    """Return a table, or a list of them, with the measures of these ids."""
    if isinstance(given, list):
        return [_kept(each, ids, alias) for each in given]
    if not isinstance(given, Mapping) or not isinstance(given.get(MEASURE), list):
        return given
    kept = [each for each in given[MEASURE] if _id(each, alias) in ids]
    return {**given, MEASURE: kept}


def _id(table: Mapping[str, Any], alias: Mapping[str, str]) -> str:
    name = str(table.get("use", ""))
    return alias.get(name, name)
