"""Years and days that data may be of."""

from __future__ import annotations

import datetime
from typing import Any

FIRST_YEAR, LAST_YEAR = 1990, 2100


def is_year(value: Any) -> bool:
    """Tell whether something that was given is a year that data may be of."""
    return isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR


def day_of(given: Any) -> str | None:
    """Return a day as ISO text, empty where none is given; None where it is no day of a year that data may be of."""
    if given == "":
        return ""
    day = given.date() if isinstance(given, datetime.datetime) else given
    try:
        day = day if isinstance(day, datetime.date) else datetime.date.fromisoformat(str(day))
    except ValueError:
        return None
    return day.isoformat() if is_year(day.year) else None
