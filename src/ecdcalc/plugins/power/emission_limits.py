"""Defaults from the table of concentration limits: the limit itself, and its reference oxygen."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files

from attrs import frozen

from ecdcalc.conditions import condition
from ecdcalc.defaults import AnyCase, Context
from ecdcalc.factors import Factor
from ecdcalc.process import Record
from ecdcalc.units import unit

LIMIT, OXYGEN = "limit", "oxygen"


@cache
def _rows() -> dict[str, dict[str, str]]:
    text = files("ecdcalc").joinpath("data", "limits", "emission.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


@cache
def emission_value(id: str, what: str) -> Factor:
    """Return one row of the table as a factor: its limit, or its reference oxygen."""
    row = _rows()[id]
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
