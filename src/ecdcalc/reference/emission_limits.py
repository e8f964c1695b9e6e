"""The table of concentration limits of emission standards, and defaults from it: a limit, its reference oxygen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import ClassVar

from attrs import frozen

from ecdcalc.numbers.ops import Missing
from ecdcalc.numbers.units import unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.conditions import condition
from ecdcalc.reference.defaults import AnyCase, Context, Record
from ecdcalc.reference.factors import Factor, title_of
from ecdcalc.reference.files import Folder, folders
from ecdcalc.words.labels import word

LIMIT, OXYGEN = "limit", "oxygen"


def emission_rows() -> dict[str, dict[str, str]]:
    """Return the rows of the table by id, as published: texts, empty where the source has nothing.

    `origin` is the plugin that brings the row, empty for ours.
    """
    return _emission_rows(folders())


@cache
def _emission_rows(among: tuple[Folder, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for folder in among:
        for row in folder.rows("limits", "emission.csv"):
            found.setdefault(row["id"], {**row, "origin": folder.owner})
    return found


def rows_in(text: str) -> tuple[str, ...]:
    """Return the ids of the rows whose limit is printed in that unit: mg/m3 of gas, mg/L of water."""
    return tuple(id for id, row in emission_rows().items() if row["unit"] == text)


def search(words: Iterable[str]) -> list[dict[str, str]]:
    """Return the rows in which every word occurs."""
    wanted = [each.lower() for each in words]
    return [row for row in emission_rows().values() if all(each in _searchable(row) for each in wanted)]


def _searchable(row: dict[str, str]) -> str:
    """Return all that is said of a row, in both languages."""
    words = [word(row[name], "zh") for name in ("pollutant", "limit_type")]
    titles = [title_of(row["standard"], lang) for lang in ("en", "zh")]
    return " ".join((*row.values(), *words, *titles, clause_of(row["applicability"], "zh"))).lower()


@cache
def emission_value(id: str, what: str) -> Factor:
    """Return one row of the table as a factor: its limit, or its reference oxygen."""
    row = emission_rows()[id]
    return Factor(
        id=f"emission/{id}.{what}",
        zh=row["zh"],
        en=row["en"],
        value=float(row["value"] if what == LIMIT else row["oxygen"]),
        low=None,
        high=None,
        unit=unit(row["unit"] if what == LIMIT else "%"),
        per="",
        edition="",
        year="",
        region="",
        pollutant=row["pollutant"],
        condition=" | ".join(row[name] for name in ("limit_type", "applicability") if row[name]),
        document=row["standard"],
        clause=row["clause"],
        confidence=row["confidence"],
        note=row["note"],
    )


@frozen
class EmissionValue:
    """The limit, or the reference oxygen, of the first row whose conditions hold."""

    what: str
    choices: tuple[tuple[str, str], ...]

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return the rows, each under its conditions."""
        return tuple(
            (tuple(condition(each) for each in when.split("&") if each.strip()), emission_value(id, self.what))
            for when, id in self.choices
        )


def emission_limit(*choices: tuple[str, str]) -> EmissionValue:
    """Take the limit of the first condition that holds; an empty one always holds."""
    return EmissionValue(LIMIT, choices)


def emission_oxygen(id: str) -> EmissionValue:
    """Take the reference oxygen of one row."""
    return EmissionValue(OXYGEN, (("", id),))


@frozen
class OfRow:
    """A default looked up by the row that a record names: its limit, or its reference oxygen where it has one."""

    what: str

    by: ClassVar = "row"
    exclusive: ClassVar = True

    def cases(self, record: Record, context: Context) -> tuple[AnyCase, ...]:
        """Return the one value of the row named."""
        id = getattr(record, "row", None)
        if (
            id is None
            or isinstance(id, Missing)
            or not emission_rows()[id]["value" if self.what == LIMIT else "oxygen"]
        ):
            return ()
        return (((), emission_value(id, self.what)),)
