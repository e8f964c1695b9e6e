"""One table of a report."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen


@frozen
class Section:
    """One table of a report, with lines of text below it."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str] = ()
    is_sources: bool = False
    """Whether it says where the numbers come from: shown where that is asked for."""
    is_asked: bool = False
    """Whether it was asked for by an option of its own: always shown."""
