"""What a snapshot keeps of a region: its document, and every file that it names, in the folders where they lay.

The files are written out again under a folder of their own when the snapshot is computed again, so that patterns such
as `plants/*.toml` find the same plants in the same order, and each has the place by which the result names it.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from ecdcalc.model.region import Region
from ecdcalc.read.region import read_region
from ecdcalc.reference.outside import absolute
from ecdcalc.words.errors import InputError, Problem

REGION = "region"
_CODED = "base64"


def region_content(region: Region) -> dict[str, Any]:
    """Return the region as plain values: its document, the files by their place below the folder of all, and theirs."""
    home = absolute(region.folder)
    root = os.path.commonpath([home, *(str(Path(each).parent) for each in region.read)])
    return {
        REGION: {"folder": _below(home, root), "named": region.folder, "encoding": region.encoding},
        "document": region.document,
        "inputs": {_below(path, root): _told(raw) for path, raw in region.read.items()},
    }


def region_again(content: Mapping[str, Any], root: Path, asked: Mapping[str, Any]) -> tuple[Region, dict[str, str]]:
    """Read a region of a snapshot, its files laid out below a folder.

    Beside it comes by what its paths are to be told: where they lay, and not where they lie now.
    """
    about = {name: _text(content[REGION].get(name), f"{REGION}.{name}") for name in ("folder", "named", "encoding")}
    folder = _inside(root, about["folder"])
    folder.mkdir(parents=True, exist_ok=True)
    for name, told in content["inputs"].items():
        file = _inside(root, name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(told, f"inputs.{name}"))
    region = read_region(content["document"], folder=folder, encoding=about["encoding"], **asked)
    return region, {f"{folder}{os.sep}": "" if about["named"] == "." else f"{about['named']}{os.sep}"}


def _inside(root: Path, name: str) -> Path:
    """Return a place below a folder. Raises `InputError` for one that leads out of it: a snapshot is from outside."""
    found = Path(absolute(root / name))
    if "\0" in name or not found.is_relative_to(absolute(root)):
        raise InputError([Problem(name[:200].replace("\0", "␀"), "snapshot-path", {})])
    return found


def _below(path: str, root: str) -> str:
    return PurePath(os.path.relpath(path, root)).as_posix()


def _text(found: Any, place: str) -> str:
    if not isinstance(found, str):
        raise InputError([Problem("", "snapshot-lacks", {"names": place})])
    return found


def _bytes(told: Any, place: str) -> bytes:
    """Return the contents of a file as it was."""
    if not isinstance(told, Mapping):
        return _text(told, place).encode("utf-8")
    try:
        return base64.b64decode(_text(told.get(_CODED), place), validate=True)
    except ValueError:
        raise InputError([Problem("", "snapshot-lacks", {"names": place})]) from None


def _told(raw: bytes) -> str | dict[str, str]:
    """Return the contents of a file as text where they are that, else coded: a workbook, another encoding."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return {_CODED: base64.b64encode(raw).decode("ascii")}
    return text
