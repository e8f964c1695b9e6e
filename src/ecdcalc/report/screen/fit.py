"""Tables that keep to a width: the unit of a column goes into its head, cells wrap, then columns are left out.

The order in which columns are left out is `LEAST`; what is not named there goes last, from the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from attrs import evolve, frozen

from ecdcalc.report.screen.box import width_of, wrapped
from ecdcalc.report.setting import one_line
from ecdcalc.words.labels import word

LEAST = (
    "clause", "edition", "set-by", "type", "effective", "document", "source", "indicator", "confidence", "method",
    "co2-cost", "saved-energy-cost", "payback-discounted", "adjusted-baseline", "reason", "process", "baseline",
)  # fmt: skip
"""Columns that are left out where a table is too wide, in this order, by their words."""
_SPACE = "  "
_NARROW, _NARROW_HEAD = 12, 6
"""Cells and heads of running text are not wrapped to less."""
_AMOUNT = re.compile(r"^(-?[\d,.]+(?:e-?\d+)?)(?: ((?:10\^\d )?[^\d\s]\S*(?: \S+)?))$")
_NOTHING = ("–", "")


def fitted(
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    width: int,
    lang: str,
    *,
    whole: int = 0,
    apart: bool = False,
) -> tuple[str, list[str]]:
    """Return a table that fits, and the heads of the columns that were left out.

    The first `whole` columns are not wrapped; `apart` sets a blank line between the rows.
    """
    columns = [
        _unit_once(head, [one_line(str(cell)) for cell in cells])
        for head, cells in zip(headers, zip(*(_padded(row, len(headers)) for row in rows), strict=True), strict=True)
    ]
    columns[:whole] = [evolve(each, least=each.natural) for each in columns[:whole]]
    left_out: list[str] = []
    while len(columns) > 1 and _together([each.least for each in columns]) > width:
        left_out.append(columns.pop(_spare([each.head for each in columns], lang)).head)
    most = _cap(columns, width)
    return _ruled([each.folded(most) for each in columns], "\n\n" if apart else "\n"), left_out


@frozen
class _Column:
    """A column with its widths: that below which it does not wrap, and that in which it need not."""

    head: str
    cells: Sequence[str]
    natural: int
    least: int

    @classmethod
    def of(cls, head: str, cells: Sequence[str]) -> _Column:
        """Measure a column once; a long listing has thousands of cells."""
        different = [*dict.fromkeys(cells)]
        longest = max(map(_natural, different), default=0)
        narrow = min(_natural(head), max(_stiff(head), _NARROW_HEAD))
        bare = min(longest, max(*map(_stiff, different), _NARROW)) if longest > _NARROW else longest
        return cls(head, cells, max(_natural(head), longest), max(narrow, bare))

    def width(self, most: int) -> int:
        return max(self.least, min(self.natural, most))

    def folded(self, most: int) -> list[list[str]]:
        """Return head and cells in lines no wider than the column."""
        return [
            [part for line in text.splitlines() for part in wrapped(line, self.width(most))]
            for text in (self.head, *self.cells)
        ]


def _ruled(columns: Sequence[Sequence[Sequence[str]]], between: str) -> str:
    """Set columns of cells of lines as a table with a rule below its head."""
    widths = [max(width_of(line) for cell in column for line in (*cell, "")) for column in columns]
    blocks = []
    for number, cells in enumerate(zip(*columns, strict=True)):
        lines = []
        for parts in zip_longest(*cells, fillvalue=""):
            row = (part + " " * (width - width_of(part)) for part, width in zip(parts, widths, strict=True))
            lines.append(_SPACE.join(row).rstrip())
        if number == 0:
            lines.append(_SPACE.join("-" * width for width in widths))
        blocks.append("\n".join(lines))
    return between.join(blocks)


def _padded(row: Sequence[object], size: int) -> Sequence[object]:
    return [*row, *[""] * (size - len(row))]


def _unit_once(head: str, column: list[str]) -> _Column:
    """Return a column with the unit in the head, where all cells are numbers with the same."""
    found = {cell: _AMOUNT.match(cell) for cell in column if cell not in _NOTHING}
    units = {match[2] if match else None for match in found.values()}
    if len(units) != 1 or None in units:
        return _Column.of(head, column)
    bare = {cell: match[1] for cell, match in found.items() if match}
    return _Column.of(f"{head}, {units.pop()}".removeprefix(", "), [bare.get(cell, cell) for cell in column])


def _natural(text: str) -> int:
    return max((width_of(line) for line in text.splitlines()), default=0)


def _stiff(text: str) -> int:
    """Return the width below which a text does not wrap."""
    return max((width_of(line) for line in wrapped(text, 1)), default=0)


def _together(widths: Sequence[int]) -> int:
    return sum(widths) + len(_SPACE) * (len(widths) - 1)


def _cap(columns: Sequence[_Column], width: int) -> int:
    """Return the greatest width of a column with which all keep to the width."""
    caps = range(width, 0, -1)
    return next((cap for cap in caps if _together([each.width(cap) for each in columns]) <= width), 1)


@cache
def _order(lang: str) -> tuple[str, ...]:
    return tuple(word(name, lang) for name in LEAST)


def _spare(heads: Sequence[str], lang: str) -> int:
    """Return which column is left out next."""
    return next((heads.index(name) for name in _order(lang) if name in heads), len(heads) - 1)
