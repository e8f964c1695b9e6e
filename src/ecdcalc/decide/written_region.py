"""The chosen measures of a region written back: a region file that runs, and a folder with its plant files.

The region is written as it was, with the plants in files of their own beside it. What else it names (results, a plan
of its own, plants that could not be read) is named by the way from the new place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ecdcalc.decide.choose import Choice
from ecdcalc.decide.written import chosen_document, toml_of
from ecdcalc.model.region import Region
from ecdcalc.read.keys import in_keys
from ecdcalc.read.text import read_document

_FILES = ("results", "plan")


def region_files(region: Region, choice: Choice, target: Path) -> dict[Path, str]:
    """Return the text of each file: of the region at `target`, of its plants in a folder of that name beside it."""
    plants = dict(_plants(region, choice, target.stem))
    document = in_keys(region.document).document
    written = _written(document, region, Path(region.folder), target.parent, plants, region.encoding)
    found = {target: toml_of(written)}
    for name, text in plants.values():
        found[target.parent / name] = text
    return found


def _plants(region: Region, choice: Choice, folder: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the new name and the text of every plant file, by its member."""
    numbers = {id(member): number for number, member in enumerate(choice.members)}
    for number, member in enumerate(each for each in region.all_members() if each.packed):
        plant = member.plant
        assert plant is not None
        document: Mapping[str, Any] = plant.document
        if id(member) in numbers:
            document = chosen_document(choice.after[numbers[id(member)]].plant)
        yield id(member), (f"{folder}/{number + 1:02}-{member.sector}.toml", toml_of(document))


def _written(
    table: Mapping[str, Any],
    region: Region,
    old: Path,
    new: Path,
    plants: Mapping[int, tuple[str, str]],
    encoding: str,
) -> dict[str, Any]:
    """Return the table of a region (or county) with its files where they will be."""
    if "file" in table:  # a county in a file of its own stands in the file of the city then
        inner = old / str(table["file"])
        given = in_keys(read_document(str(inner), encoding)).document
        rest = {key: value for key, value in table.items() if key != "file"}
        table, old = {**rest, **given}, inner.parent
    found = {key: _moved(value, old, new) if key in _FILES else value for key, value in table.items()}
    mine = [member for member in region.members if id(member) in plants]
    if "plants" in table:
        found["plants"] = [plants[id(member)][0] for member in mine] + [*_rejected(region, old, new)]
    if "project" in table:
        names = {member.place: plants[id(member)][0] for member in mine}
        found["project"] = [
            {**row, "plant": names.get(row["plant"], row["plant"])} if "plant" in row else row
            for row in table["project"]
        ]
    if "county" in table:
        pairs = zip(table["county"], region.counties, strict=True)
        found["county"] = [_written(each, county, old, new, plants, encoding) for each, county in pairs]
    return found


def _rejected(region: Region, old: Path, new: Path) -> Iterator[str]:
    """Yield the plants that could not be read, where they lie."""
    for each in region.rejected:
        if (old / each.place).exists():
            yield _way(old / each.place, new)


def _moved(value: object, old: Path, new: Path) -> object:
    there = isinstance(value, str) and value.endswith((".toml", ".csv", ".xlsx")) and (old / value).exists()
    return _way(old / str(value), new) if there else value


def _way(file: Path, folder: Path) -> str:
    return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
