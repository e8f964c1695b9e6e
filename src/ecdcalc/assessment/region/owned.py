"""The measures of the users' own in the plants of a region: their numbers rest on no published source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ecdcalc.assessment.contract.plant import titles_of
from ecdcalc.assessment.contract.processes import step_of
from ecdcalc.assessment.region.result import RegionFindings

_KEPT = ("measure", "label", "energy_saved", "electricity_saved", "reductions", "capex", "source")


def own_measures(result: RegionFindings, lang: str) -> Iterator[dict[str, Any]]:
    """Yield each measure of a user's own with its plant and process, and what it saves there."""
    for each in result.members:
        whole = each.assessment if each.own_measures else None
        if whole is None:
            continue
        titles = titles_of(whole, lang)
        for process in whole.processes:
            for step in process.steps:
                if step.step.measure.own:
                    told = step_of(step, process, lang)
                    where = {"plant": each.member.name, "place": f"{each.member.place}.{process.case.place}"}
                    yield {**where, "process": titles[process.case.place], **{key: told[key] for key in _KEPT}}
