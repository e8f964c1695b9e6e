"""Where data lie: the files that come with the package."""

from __future__ import annotations

from importlib.resources import files


def data_text(*path: str) -> str:
    """Return the text of one file of the data, such as `data_text("limits", "energy.csv")`."""
    return files("ecdcalc.reference").joinpath("data", *path).read_text(encoding="utf-8")


def data_names(folder: str) -> list[str]:
    """Return the names of the files in one folder of the data, in order."""
    return sorted(each.name for each in files("ecdcalc.reference").joinpath("data", folder).iterdir())
