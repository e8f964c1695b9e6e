"""A workbook of plain tables: a sheet for each section of a CSV, numbers as numbers."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from ecdcalc.report.workbook.writer import AMOUNT, close, library, on_paper

_LONGEST = 31
"""Characters of a sheet's name."""


def write_rows(text: str, path: Path) -> None:
    """Write the rows of a CSV, a sheet for each value of its first column.

    Raises `EcdcalcError` where XlsxWriter is not installed.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = library().Workbook(str(path), options)
    add_rows(file, text)
    close(file)


def add_rows(file: Any, text: str) -> None:
    """Add the rows of a CSV to a workbook; a section whose name a sheet has already is numbered."""
    head, *rows = csv.reader(io.StringIO(text))
    taken = {each.get_name().casefold() for each in file.worksheets()}
    bold = file.add_format({"bold": True, "bottom": 1})
    for section in dict.fromkeys(row[0] for row in rows):
        name = section[:_LONGEST]
        sheet = file.add_worksheet(f"{name[: _LONGEST - 2]} 2" if name.casefold() in taken else name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(head) - 2, AMOUNT)
        on_paper(sheet, heads=1)
        sheet.write_row(0, 0, head[1:], bold)
        for at, row in enumerate((row for row in rows if row[0] == section), start=1):
            sheet.write_row(at, 0, [_cell(each) for each in row[1:]])


def _cell(text: str) -> Any:
    """Return a number where a cell holds one; the apostrophe that guards text in CSV is not needed here."""
    try:
        return float(text)
    except ValueError:
        return text.removeprefix("'")
