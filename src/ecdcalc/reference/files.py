"""Where data lie: the files that come with the package, and those that plugins bring.

A plugin's folder `data/` has the form of ours: `factors/*.csv`, `limits/energy.csv`, `limits/emission.csv`,
`limits/indicators.csv`, `measures/*.csv`, `measures/costs.csv`, `plans/*.toml`, `sources.toml`, `texts.toml`. Nothing
of it is read before it is asked for. What is read is kept by the folders that there are, so a plugin may come later.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import zip_longest
from typing import Generic, TypeVar

from attrs import frozen

from ecdcalc.words.errors import InputError, Problem

Written = TypeVar("Written")
Made = TypeVar("Made")


@frozen(cache_hash=True)
class Folder:
    """The folder `data/` of a package, and the plugin that it belongs to; ours belongs to none."""

    owner: str
    package: str

    @property
    def root(self) -> Traversable:
        """The folder itself."""
        return files(self.package).joinpath("data")

    def text(self, *path: str) -> str:
        """Return the text of one file; empty where a plugin does not have it."""
        file = self.root.joinpath(*path)
        return file.read_text(encoding="utf-8-sig") if not self.owner or file.is_file() else ""

    def names(self, folder: str = "") -> list[str]:
        """Return the names of what lies in one of its folders, in order; none where a plugin does not have it."""
        found = self.root.joinpath(folder) if folder else self.root
        return sorted(each.name for each in found.iterdir()) if not self.owner or found.is_dir() else []

    def rows(self, *path: str) -> Iterator[dict[str, str]]:
        """Yield the rows of a CSV file; a cell that is not there is None, what stands beyond the head is under None."""
        rows = csv.reader(io.StringIO(self.text(*path)))
        head = next(rows, [])
        yield from (dict(zip_longest(head, row)) for row in rows if row)

    def carries(self, id: str) -> bool:
        """Tell whether an id carries the name of the plugin, as all its ids do: `ports`, `ports-x`, `ports.x`."""
        return id == self.owner or id.startswith(tuple(f"{self.owner}{sign}" for sign in "-./"))


class Asked(Mapping[str, Made], Generic[Written, Made]):
    """What is made of the parts of a file, by id, each when it is asked for: a run asks for a few of hundreds."""

    def __init__(self, parts: Mapping[str, Written], make: Callable[[Written], Made]) -> None:
        self._parts, self._make = parts, make
        self._made: dict[str, Made] = {}

    def __getitem__(self, id: str) -> Made:
        if id not in self._made:
            self._made[id] = self._make(self._parts[id])
        return self._made[id]

    def __contains__(self, id: object) -> bool:
        return id in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


OURS = Folder("", "ecdcalc.reference")
_all: tuple[Folder, ...] = (OURS,)


def folders() -> tuple[Folder, ...]:
    """Return all folders: ours first, then those of plugins as they came."""
    return _all


def add_folder(folder: Folder) -> None:
    """Let the data of a plugin be found; a folder that the plugin had before is left."""
    global _all  # noqa: PLW0603
    if folder not in _all:
        _all = (*(each for each in _all if each.owner != folder.owner), folder)


def drop_folder(owner: str) -> None:
    """Leave the data of a plugin out again."""
    global _all  # noqa: PLW0603
    _all = tuple(each for each in _all if not owner or each.owner != owner)


def keep_folders(those: tuple[Folder, ...]) -> None:
    """Go back to the folders that there were."""
    global _all  # noqa: PLW0603
    _all = those


def data_text(*path: str) -> str:
    """Return the text of one file of ours, such as `data_text("limits", "energy.csv")`."""
    return OURS.text(*path)


def data_names(folder: str) -> list[str]:
    """Return the names of the files in one folder of ours, in order."""
    return OURS.names(folder)


def path_text(path: str | os.PathLike[str]) -> str:
    """Return a path as text. Raises `InputError` for what is no path."""
    found = os.fspath(path) if isinstance(path, (str, os.PathLike)) else None
    if not isinstance(found, str):
        raise InputError([Problem("path", "given-not-a-path", {"found": type(path).__name__})])
    return found
