"""A plant file or a region file, whichever a path holds: it is read once, so standard input may be either."""

from __future__ import annotations

import os
from typing import Any

from ecdcalc.model.plant import Plant
from ecdcalc.model.region import Region
from ecdcalc.read.plant import is_region, plant_of
from ecdcalc.read.region import region_of
from ecdcalc.read.text import read_document


def load_either(path: str | os.PathLike[str], *, encoding: str = "utf-8", plan: str = "", **own: Any) -> Plant | Region:
    """Read a file of a plant or a region ("-" is standard input).

    `own` are the user's tables: factors, limits, measures. Raises `InputError` with every mistake of the file.
    """
    document = read_document(path, encoding)
    if is_region(document):
        return region_of(document, path, encoding=encoding, plan=plan, **own)
    return plant_of(document, path, plan=plan, **own)
