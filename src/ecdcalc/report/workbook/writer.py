"""Cells of a workbook file, written with XlsxWriter: each formula with the value that it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit
from ecdcalc.report.workbook.book import CALCULATION, CONSTANTS, FACTORS, HEAD, INPUTS, LISTS, SWITCHES
from ecdcalc.report.workbook.model import Model
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import word

_NOTHING = "–"
_TOLERANCE = 1e-12
"""With which the engine compares (`limits.meets`)."""
_AGREE = 1e-9
"""To which workbook and engine must agree."""


def library() -> Any:
    """Return XlsxWriter. Raises `EcdcalcError` where it is not installed."""
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise EcdcalcError("workbook-extra") from None


def close(file: Any) -> None:
    """Write a workbook. Raises `OSError` where that fails, as any writing does."""
    try:
        file.close()
    except import_module("xlsxwriter.exceptions").FileCreateError as error:
        raise error.args[0] from None


class Writer:
    """Writes single cells and the heads of sheets."""

    def __init__(self, model: Model, path: Path, lang: str) -> None:
        self.model, self.book, self.lang = model, model.book, lang
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.file = library().Workbook(str(path), options)
        self.formats = {
            name: self.file.add_format(given)
            for name, given in {
                "title": {"bold": True, "font_size": 14},
                "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
                "number": {"num_format": "#,##0.######"},
                "shown": {"num_format": "#,##0.00"},
                "input": {"num_format": "#,##0.######", "border": 1, "bg_color": "#FFF9E5", "locked": False},
                "note": {"italic": True, "font_color": "#555555", "text_wrap": False},
                "good": {"font_color": "#1B6E1B"},
                "bad": {"font_color": "#B00020", "bold": True},
            }.items()
        }
        self.checks: list[tuple[str, float, float]] = []
        names = (
            "answer",
            INPUTS,
            "processes",
            SWITCHES,
            "grades",
            "gaps",
            FACTORS,
            LISTS,
            CONSTANTS,
            CALCULATION,
            "checks",
        )
        self.sheets = {name: self.file.add_worksheet(word(f"sheet-{name}", lang)) for name in (*names, "sources")}
        self.tolerance = self.book.constant(_TOLERANCE)
        self.agree = self.book.constant(_AGREE)

    def _put(self, sheet: str, row: int, column: int, value: Any, style: str = "") -> None:
        """Write text, a number or a cell; text never becomes a formula."""
        here, given = self.sheets[sheet], self.formats.get(style)
        if isinstance(value, Cell):
            self._formula(sheet, row, column, value.text, value.value, style or "number")
        elif value is None or isinstance(value, Missing):
            here.write_string(row, column, _NOTHING if isinstance(value, Missing) else "", given)
        elif isinstance(value, bool) or not isinstance(value, (int, float)):
            here.write_string(row, column, str(value), given)
        else:
            here.write_number(row, column, value, given or self.formats["number"])

    def _formula(self, sheet: str, row: int, column: int, text: str, value: Any, style: str = "number") -> None:
        gap = isinstance(value, Missing) or value is None
        found = ("#DIV/0!" if getattr(value, "reason", "") == "zero-denominator" else "#N/A") if gap else value
        self.sheets[sheet].write_formula(row, column, f"={text}", self.formats.get(style), found)

    def _shown(self, sheet: str, row: int, column: int, number: Number, of: Unit, style: str = "number") -> None:
        """Write a number of base units in a unit for people; a dash where it is missing."""
        if not isinstance(number, Cell):
            plain = number is None or isinstance(number, Missing)
            self._put(sheet, row, column, _NOTHING if plain else of.out(number), style)
            return
        shown: Any = of.out(number)  # type: ignore[arg-type]
        value = _NOTHING if isinstance(number.value, Missing) else shown.value
        self._formula(sheet, row, column, f'IFERROR({shown.text},"{_NOTHING}")', value, style)

    def _head(self, sheet: str, words: Sequence[str], widths: Sequence[int], note: str = "") -> None:
        here = self.sheets[sheet]
        here.write_string(0, 0, word(f"sheet-{sheet}", self.lang), self.formats["title"])
        here.write_string(1, 0, note, self.formats["note"])
        for column, each in enumerate(words):
            here.write_string(HEAD - 1, column, each, self.formats["head"])
        for column, width in enumerate(widths):
            here.set_column(column, column, width)
        here.freeze_panes(HEAD, 0)

    def _words(self, *keys: str) -> list[str]:
        return [word(key, self.lang) for key in keys]

    def _close(self) -> None:
        close(self.file)
