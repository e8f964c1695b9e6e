"""`[report]` of a plant file: what forms ask and nothing computes (organisation, project, meters)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecdcalc.read.record import Notes, Table

_KEY = "report"


def read_report(document: Table, notes: Notes) -> dict[str, Any]:
    """Return the table as it is written; its values are texts, numbers, yes or no, and lists of tables of these."""
    found = document.get(_KEY, {})
    if not isinstance(found, Mapping):
        notes.add(_KEY, "not-a-table", found=str(found)[:40])
        return {}
    _check(found, _KEY, notes)
    return dict(found)


def _check(found: Mapping[str, Any], place: str, notes: Notes) -> None:
    for key, value in found.items():
        here = f"{place}.{key}"
        if isinstance(value, Mapping):
            _check(value, here, notes)
        elif isinstance(value, list):
            for number, each in enumerate(value):
                if isinstance(each, Mapping):
                    _check(each, f"{here}[{number}]", notes)
                else:
                    notes.add(f"{here}[{number}]", "report-value", found=str(each)[:40])
        elif not isinstance(value, (str, int, float)):
            notes.add(here, "report-value", found=str(value)[:40])
