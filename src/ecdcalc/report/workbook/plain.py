"""A workbook of plain tables: a sheet for each section of a CSV, numbers as numbers."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from ecdcalc.report.workbook.writer import AMOUNT, close, library, on_paper
from ecdcalc.words.labels import unit_word, word

_LONGEST = 31
"""Characters of a sheet's name."""
_UNIT = "unit"
"""The head of the column of units."""


def write_rows(text: str, path: Path, lang: str) -> None:
    """Write the rows of a CSV, a sheet for each value of its first column.

    Raises `EcdcalcError` where XlsxWriter is not installed.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    file = library().Workbook(str(path), options)
    add_rows(file, text, lang)
    close(file)


def add_rows(file: Any, text: str, lang: str) -> None:
    """Add the rows of a CSV to a workbook; a section whose name a sheet has already is numbered.

    Sheets, heads and units are in words; what stands in the rows is as in the CSV.
    """
    (_, *heads), *rows = csv.reader(io.StringIO(text))
    taken = {each.get_name().casefold() for each in file.worksheets()}
    bold = file.add_format({"bold": True, "bottom": 1})
    for section in dict.fromkeys(row[0] for row in rows):
        name = word(f"rows-{section}", lang)[:_LONGEST]
        sheet = file.add_worksheet(f"{name[: _LONGEST - 2]} 2" if name.casefold() in taken else name)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(heads) - 1, AMOUNT)
        on_paper(sheet, heads=1)
        sheet.write_row(0, 0, [word(each, lang) for each in heads], bold)
        for at, row in enumerate((row for row in rows if row[0] == section), start=1):
            for column, (head, found) in enumerate(zip(heads, row[1:], strict=True)):
                sheet.write(at, column, unit_word(found, lang) if head == _UNIT else _cell(found))


def _cell(text: str) -> Any:
    """Return a number where a cell holds one; the apostrophe that guards text in CSV is not needed here."""
    try:
        return float(text)
    except ValueError:
        return text.removeprefix("'")
