"""What a page is made of: cells that know their number and how it came about, tables, pictures, parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from ecdcalc.report.charts.chart import Chart
from ecdcalc.report.section import Section
from ecdcalc.report.setting import one_line
from ecdcalc.words.labels import amount

_LONGEST = 600
"""The most characters of one line."""


@frozen
class Cell:
    """One cell: what is read; of a number also its value, where it stands in the JSON, and how it came about."""

    text: str
    value: float | None = None
    path: str = ""
    tree: str = ""


@frozen
class Table:
    """A table with its caption; notes stand below it."""

    caption: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()


@frozen
class Picture:
    """A picture as drawn, with the text that stands for it and its table; the less asked for are folded."""

    id: str
    title: str
    alt: str
    svg: str
    table: Table
    folded: bool


@frozen
class Part:
    """One part of a page under a heading of its own."""

    id: str
    title: str
    pictures: Sequence[Picture] = ()
    tables: Sequence[Table] = ()

    @property
    def filled(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.pictures or self.tables)


def readable(text: object) -> str:
    """Return text on one line, without what steers, and cut where nobody reads on: names from outside may be long."""
    line = one_line(str(text))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def cell(found: Mapping[str, Any] | None, path: str, lang: str, tree: str = "") -> Cell:
    """Return a quantity of the contract with its place there."""
    if not found:
        return Cell(amount(found, lang))
    return Cell(amount(found, lang), found["value"], path, tree)


def plain(*texts: object) -> list[Cell]:
    """Return cells of text."""
    return [Cell(readable(each)) for each in texts]


def table_of(section: Section) -> Table:
    """Return a section of the reports as a table of a page."""
    return Table(section.title, section.headers, [plain(*row) for row in section.rows], section.notes)


def picture(chart: Chart, folded: bool = False) -> Picture:
    """Return a picture, drawn."""
    return Picture(chart.id, chart.title, readable(chart.alt), _drawn(chart), table_of(chart.table), folded)


def _drawn(chart: Chart) -> str:
    return one_line(chart.svg())


def pictures(charts: Mapping[str, Chart], ids: Iterable[str], folded: Iterable[str] = ()) -> list[Picture]:
    """Return the pictures of these names, as far as there are any."""
    asked = {**dict.fromkeys(ids, False), **dict.fromkeys(folded, True)}
    return [picture(charts[id], hidden) for id, hidden in asked.items() if id in charts]


def listed(title: str, lines: Sequence[str]) -> str:
    """Return a sum and its parts as a tree."""
    last = len(lines) - 1
    return "\n".join([title, *(f"{'└── ' if number == last else '├── '}{line}" for number, line in enumerate(lines))])
