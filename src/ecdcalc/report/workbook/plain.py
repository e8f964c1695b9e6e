"""A workbook of plain tables: a sheet for each section of a CSV, numbers as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ecdcalc.report.workbook.looks import figures, fitting
from ecdcalc.report.workbook.row_words import Row, Said
from ecdcalc.report.workbook.writer import close, library, on_paper
from ecdcalc.words.labels import unit_word, word

_LONGEST = 31
"""Characters of a sheet's name."""
_UNIT, _VALUE = "unit", "value"
_HEADS = {"state": "status"}
"""Words of heads that are not those of their keys."""


def write_rows(text: str, path: Path, lang: str, said: Said) -> None:
    """Write the rows of a CSV, a sheet for each value of its first column.

    Raises `EcdcalcError` where XlsxWriter is not installed.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = library().Workbook(str(path), options)
    add_rows(file, text, lang, said)
    close(file)


def add_rows(file: Any, text: str, lang: str, said: Said) -> None:
    """Add the rows of a CSV to a workbook; a section whose name a sheet has already is numbered.

    All is in words, as `said` has them; a column in which nothing stands is left out.
    """
    (_, *heads), *rows = csv.reader(io.StringIO(text))
    taken = {each.get_name().casefold() for each in file.worksheets()}
    looks = _Looks(file)
    for section in dict.fromkeys(row[0] for row in rows):
        name = word(f"rows-{section}", lang)[:_LONGEST]
        sheet = file.add_worksheet(f"{name[: _LONGEST - 2]} 2" if name.casefold() in taken else name)
        found = [said(section, dict(zip(heads, row[1:], strict=True))) for row in rows if row[0] == section]
        _add(sheet, [each for each in heads if any(row[each] for row in found)], found, looks, lang)


def _add(sheet: Any, heads: Sequence[str], rows: Sequence[Row], looks: _Looks, lang: str) -> None:
    """Write one section."""
    sheet.freeze_panes(1, 0)
    on_paper(sheet, heads=1)
    sheet.set_header("&L&A")  # no title stands above the heads
    for column, head in enumerate(heads):
        said = word(_HEADS.get(head, head), lang)
        cells = [_cell(row[head]) if head == _VALUE else _shown(head, row[head], lang) for row in rows]
        texts = [f"{each:,.{4 if abs(each) >= 1 else 6}f}" if isinstance(each, float) else each for each in cells]
        sheet.set_column(column, column, fitting(said, texts))
        sheet.write(0, column, said, looks.head(is_amount=head == _VALUE))
        for at, each in enumerate(cells, start=1):
            sheet.write(at, column, each, looks.of(each))


class _Looks:
    """The formats of the cells of one file."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def head(self, *, is_amount: bool) -> Any:
        """Return how a head looks: over numbers it stands at their right."""
        return self._format(bold=True, bottom=1, align="right" if is_amount else "left")

    def of(self, cell: str | float) -> Any:
        """Return how a cell looks."""
        return self._format(num_format=figures(cell)) if isinstance(cell, float) else None

    def _format(self, **looks: Any) -> Any:
        key = tuple(looks.items())
        if key not in self._made:
            self._made[key] = self._file.add_format(looks)
        return self._made[key]


def _shown(head: str, text: str, lang: str) -> str:
    """Return a text as a reader sees it; the apostrophe that guards text in CSV is not needed here."""
    return unit_word(text, lang) if head == _UNIT else text.removeprefix("'")


def _cell(text: str) -> str | float:
    """Return a number where a cell holds one."""
    try:
        return float(text)
    except ValueError:
        return text
