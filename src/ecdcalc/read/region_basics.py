"""Small parts of a region file: names, years, months, quantities, tables; mistakes are noted with their place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import Reading, ranged, read_quantity, unit
from ecdcalc.read.dates import FIRST_YEAR, LAST_YEAR, is_year
from ecdcalc.read.record import Notes, Table
from ecdcalc.words.errors import PAGE, EcdcalcError, near, not_among

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})(?:-[0-9]{2})?")


def lowest(found: Reading) -> float:
    """Return the lower end of a number, itself where it has no range."""
    return found.value if found.low is None else found.low


class Basics:
    """Reads small parts and keeps the notes."""

    def __init__(self) -> None:
        self.notes = Notes()

    def name(self, table: Table, place: str) -> str:
        """Return the name of a table, noted where it is not given."""
        name = table.get("name")
        if not isinstance(name, str) or not name.strip():
            self.notes.add(f"{place}name", "required", example='"运城市"')
            return ""
        return name.strip()

    def year(self, document: Table, key: str, default: int | None) -> int | None:
        """Return a year."""
        value = document.get(key, default)
        if value is not None and not is_year(value):
            self.notes.add(key, "not-a-year", found=str(value)[:40])
            return None
        return value

    def text(self, table: Table, key: str, default: str = "", place: str = "") -> str:
        """Return a text that may be left out."""
        value = table.get(key, default)
        if isinstance(value, str):
            return value
        self.notes.add(f"{place}{key}", "not-text", found=str(value)[:40])
        return default

    def word(self, table: Table, key: str, options: tuple[str, ...], default: str, place: str = "") -> str:
        """Return one of the words that are accepted."""
        value = table.get(key, default)
        if value not in options:
            self.notes.problems.append(not_among(f"{place}{key}", str(value), options))
            return default
        return str(value)

    def month(self, found: Any, place: str) -> tuple[int, int] | None:
        """Return year and month of a text such as 2023-05."""
        match = _MONTH.fullmatch(found.isoformat() if isinstance(found, datetime.date) else str(found))
        if match and FIRST_YEAR <= int(match[1]) <= LAST_YEAR and 1 <= int(match[2]) <= 12:
            return int(match[1]), int(match[2])
        self.notes.add(place, "region-month", found=str(found)[:40])
        return None

    def masses(self, row: Table, key: str, place: str) -> dict[str, float]:
        """Return masses by pollutant."""
        found = {}
        for name, text in self.table(row, key, place).items():
            here = f"{place}{key}.{name}"
            if name not in POLLUTANTS:
                self.notes.add(here, "unknown-key", near=", ".join(POLLUTANTS))
            elif reading := self.quantity(text, here, "t"):
                if lowest(reading) < 0:
                    self.notes.add(here, "out-of-bounds", found=str(text), sign=">=", bound="0", unit="t")
                found[name] = ranged(reading, here)
        return found

    def year_key(self, key: str, place: str) -> int | None:
        """Return the year that a key stands for."""
        if _YEAR.fullmatch(key) and FIRST_YEAR <= int(key) <= LAST_YEAR:
            return int(key)
        self.notes.add(f"{place}.{key}", "not-a-year", found=key[:40])
        return None

    def quantity(self, text: Any, place: str, like: str | None = None) -> Reading | None:
        """Return a quantity, None where it is none."""
        if isinstance(text, bool) or not isinstance(text, (str, int, float)):
            self.notes.add(place, "not-a-number", found=str(text)[:40])
            return None
        try:
            return read_quantity(text if isinstance(text, str) else repr(text), like)
        except EcdcalcError as error:
            self.notes.error(place, error)
            return None

    def optional(
        self, table: Table, key: str, place: str, like: str, *, low: str = "0", high: str = ""
    ) -> float | None:
        """Return a quantity that may be left out, in base units; it lies between the bounds."""
        reading = self.quantity(table[key], f"{place}{key}", like) if key in table else None
        if reading is None:
            return None
        if reading.low is not None:
            self.notes.add(f"{place}{key}", "range-not-here", found=reading.text[:40])
        bounds = ((">=", low), ("<=", high))
        for sign, bound in bounds:
            if bound and not meets(reading.value, sign, unit(like).base(float(bound))):
                found = str(table[key])
                self.notes.add(f"{place}{key}", "out-of-bounds", found=found, sign=sign, bound=bound, unit=like)
        return reading.value

    def table(self, table: Table, key: str, place: str) -> Table:
        """Return the table below a key."""
        found = table.get(key, {})
        if isinstance(found, Mapping):
            return found
        self.notes.add(f"{place}{key}", "not-a-table", found=str(found)[:40])
        return {}

    def tables(self, table: Table, key: str, place: str) -> list[Table]:
        """Return the list of tables below a key."""
        found = table.get(key, [])
        if isinstance(found, list) and all(isinstance(each, Mapping) for each in found):
            return found
        self.notes.add(f"{place}{key}", "not-a-list", found=str(found)[:40], table=key)
        return []

    def unknown(self, table: Table, known: tuple[str, ...], place: str) -> None:
        """Note the keys that are not known here."""
        for key in table:
            if key not in known:
                guess = near(key, known) if len(self.notes.problems) < PAGE else None
                self.notes.add(
                    f"{place}{key}", "unknown-key-near" if guess else "unknown-key", near=guess or ", ".join(known)
                )
