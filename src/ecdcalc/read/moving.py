"""A region file that is written into another folder: the files that it names, by the way from there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FILES = ("file", "map", "results")
"""The keys of a region or a county that name one file each."""


def moved(document: Mapping[str, Any], old: Path, new: Path) -> Mapping[str, Any]:
    """Return a file of keys as it is written into the folder `new`; a plant file names none and stays as it is."""
    return document if "sector" in document or old.resolve() == new.resolve() else _moved(document, old, new)


def _moved(table: Mapping[str, Any], old: Path, new: Path) -> dict[str, Any]:
    found = dict(table)
    for key in _FILES:
        if isinstance(table.get(key), str):
            found[key] = _way(table[key], old, new)
    plan = table.get("plan")
    if isinstance(plan, str) and plan.endswith(".toml") and (old / plan).is_file():
        found["plan"] = _way(plan, old, new)
    if isinstance(table.get("plants"), list):
        found["plants"] = [_way(each, old, new) if isinstance(each, str) else each for each in table["plants"]]
    if isinstance(table.get("project"), list):
        found["project"] = [_project(each, old, new) for each in table["project"]]
    if isinstance(table.get("county"), list):
        found["county"] = [_moved(each, old, new) if isinstance(each, Mapping) else each for each in table["county"]]
    return found


def _project(row: Any, old: Path, new: Path) -> Any:
    """Return a project; its plant is named by its file, or as a row of results is."""
    plant = row.get("plant") if isinstance(row, Mapping) else None
    if not isinstance(plant, str) or not (old / plant).is_file():
        return row
    return {**row, "plant": _way(plant, old, new)}


def _way(name: str, old: Path, new: Path) -> str:
    """Return how a file, or all of a pattern, is called from another folder; from another drive by its whole path."""
    file = (old / name).resolve()
    if Path(name).is_absolute() or not name.strip():
        return name
    try:
        return Path(os.path.relpath(file, new.resolve())).as_posix()
    except ValueError:
        return file.as_posix()
