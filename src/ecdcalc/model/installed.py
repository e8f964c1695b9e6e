"""Whether packages of others bring sectors, found without loading what reads the metadata of packages.

Most installations have none, and a command that answers one question would spend more on the looking than on the
answer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

GROUP = "ecdcalc.sectors"
OURS = "ecdcalc.plugins."


@cache
def others_installed() -> bool:
    """Tell whether an installed package brings a sector beside ours."""
    if os.environ.get("ECDCALC_PLUGINS") == "builtin":
        return False
    if "importlib.metadata" in sys.modules or not _are_files():
        from importlib.metadata import entry_points

        return any(not point.value.startswith(OURS) for point in entry_points(group=GROUP))
    return any(not value.startswith(OURS) for value in _values())


def _are_files() -> bool:
    """Tell whether the metadata of packages are files in folders: none is an archive, or found by something else."""
    finders = [each for each in sys.meta_path if hasattr(each, "find_distributions")]
    return finders == [PathFinder] and not any(Path(each).is_file() for each in sys.path)


def _values() -> Iterator[str]:
    """Yield what the entry points of our group name, in every package that is installed."""
    for place in sys.path:
        for file in Path(place).glob("*-info/entry_points.txt"):
            text = file.read_text(encoding="utf-8", errors="replace")
            rest = text.partition(f"[{GROUP}]")[2].partition("\n[")[0]
            yield from (line.partition("=")[2].strip() for line in rest.splitlines() if "=" in line)
