"""The chosen measures of a region written back: a region file that runs, and a folder with its plant files.

The region is written as it was, with the plants in files of their own beside it, and a county of a file of its own in
one beside it too. What else it names (results, a plan of its own, plants that could not be read) is named by the way
from the new place.
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
    writer = _Writer(target, plants, region.encoding)
    writer.files[target] = toml_of(writer.written(in_keys(region.document).document, region, Path(region.folder)))
    return writer.files


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


class _Writer:
    """Writes the region, and every county of a file of its own, into the folder of `target`."""

    def __init__(self, target: Path, plants: Mapping[int, tuple[str, str]], encoding: str) -> None:
        self.target, self.plants, self.encoding = target, plants, encoding
        self.files = {target.parent / name: text for name, text in plants.values()}

    def written(self, table: Mapping[str, Any], region: Region, old: Path) -> dict[str, Any]:
        """Return the table of a region (or county) with its files where they will be."""
        new = self.target.parent
        found = {key: _moved(value, old, new) if key in _FILES else value for key, value in table.items()}
        mine = [member for member in region.members if id(member) in self.plants]
        if "plants" in table:
            found["plants"] = [self.plants[id(member)][0] for member in mine] + [*_rejected(region, old, new)]
        if "project" in table:
            names = {member.place: self.plants[id(member)][0] for member in mine}
            found["project"] = [
                {**row, "plant": names.get(row["plant"], row["plant"])} if "plant" in row else row
                for row in table["project"]
            ]
        if "county" in table:
            found["county"] = [self._county(each, region, old) for each in table["county"]]
        return found

    def _county(self, table: Mapping[str, Any], region: Region, old: Path) -> dict[str, Any]:
        """Return the table of a county, which may lie below another one of the same file: its name says which it is."""
        if "file" not in table:
            return self.written(table, _read_from(region, table), old)
        file = old / str(table["file"])
        document = in_keys(read_document(str(file), self.encoding)).document
        return {**table, "file": self._included(file, document, _read_from(region, document))}

    def _included(self, file: Path, document: Mapping[str, Any], region: Region) -> str:
        """Write a county that stands in a file of its own, as that may have other rules, and return its new name."""
        text = toml_of(self.written(document, region, file.parent))
        name = f"{self.target.stem}-{len(self.files) + 1:02}-{file.stem}.toml"
        self.files[self.target.parent / name] = text
        return name


def _read_from(region: Region, table: Mapping[str, Any]) -> Region:
    """Return what lies in a region and was read from a table: of its name, below the parent that it names."""
    name, parent = str(table["name"]).strip(), str(table.get("parent") or region.name)
    inside = (each for county in region.counties for each in county.whole())
    return next(each for each in inside if (each.name, each.parent) == (name, parent))


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
