"""The hours of a year, by which a rating bounds what a process can have made or burnt in it."""

from __future__ import annotations

from ecdcalc.defaults import assumed
from ecdcalc.kinds import Hours
from ecdcalc.process import Record, quantity, record


@record
class Year(Record):
    """The longest that anything runs in the year of the plant file."""

    year_hours: Hours = quantity(
        zh="全年小时数", en="Hours of the year", gt=0, le=8784, default=assumed("8784 h", "year-hours")
    )
