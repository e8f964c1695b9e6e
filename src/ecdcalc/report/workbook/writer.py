"""Cells of a workbook file, written with XlsxWriter: each formula with the value that it comes to."""

from __future__ import annotations

import io
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Missing, Number
from ecdcalc.numbers.units import Unit
from ecdcalc.read.workbook import letter
from ecdcalc.report.chance import chance_notes, results
from ecdcalc.report.workbook.book import CALCULATION, CONSTANTS, FACTORS, HEAD, LISTS, SWITCHES, Book, SwitchRow
from ecdcalc.report.workbook.looks import as_typed, figures, fitting
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import unit_word, word

_NOTHING = "–"
_A4 = 9
_INPUT = {"border": 1, "bg_color": "#FFF9E5", "locked": False}
AMOUNT = 22
"""How wide a column is whose amounts may be long."""
_TOLERANCE = 1e-12
"""With which the engine compares (`limits.meets`)."""
_AGREE = 1e-9
"""To which workbook and engine must agree."""
SIGNS = {"<=": "{0}<={1}", "<": "{0}<-{1}", ">=": "{0}>=-{1}", ">": "{0}>{1}"}
"""The test of a difference against what is rounding, by the sign of a target."""


def library() -> Any:
    """Return XlsxWriter. Raises `EcdcalcError` where it is not installed."""
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise EcdcalcError("workbook-extra") from None


def close(file: Any) -> None:
    """Write a workbook: made in memory first, so that a disk that fills up leaves no archive open."""
    path, whole = Path(file.filename), io.BytesIO()
    file.filename, file.in_memory = whole, True
    file.close()
    path.write_bytes(whole.getvalue())


def on_paper(sheet: Any, heads: int) -> None:
    """Let a sheet be printed as wide as a page and as long as it takes, with its heads on each page."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, heads - 1)


class Writer:
    """Writes single cells and the heads of sheets."""

    def __init__(self, book: Book, sheets: Sequence[str], path: Path, lang: str) -> None:
        self.book, self.lang = book, lang
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.file = library().Workbook(str(path), options)
        self.formats = {
            name: self.file.add_format(given)
            for name, given in {
                "title": {"bold": True, "font_size": 14},
                "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"},
                "amounts": {
                    "bold": True,
                    "bottom": 1,
                    "text_wrap": True,
                    "valign": "top",
                    "align": "right",
                    "indent": 1,
                },
                "share": {"num_format": "0.00 %_0"},
                "year": {"num_format": "0"},
                "count": {"num_format": "#,##0_0"},
                "input": {**_INPUT, "num_format": as_typed(0.0)},
                "unit": {"indent": 1},
                "note": {"italic": True, "font_color": "#555555", "text_wrap": False},
                "good": {"font_color": "#1B6E1B"},
                "bad": {"font_color": "#B00020", "bold": True},
            }.items()
        }
        self.checks: list[tuple[str, float, float]] = []
        self._by_figures: dict[tuple[str, str], Any] = {}
        self._heads: dict[str, dict[int, str]] = {}
        self._widths: dict[str, dict[int, float]] = {}
        self._texts: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        """What stands in a column in words."""
        self._numbers: set[tuple[str, int]] = set()
        self.sheets = {name: self.file.add_worksheet(word(f"sheet-{name}", lang)) for name in sheets}
        self.tolerance = self.book.constant(_TOLERANCE)
        self.agree = self.book.constant(_AGREE)

    def _put(self, sheet: str, row: int, column: int, value: Any, style: str = "") -> None:
        """Write text, a number or a cell; text never becomes a formula."""
        here = self.sheets[sheet]
        if isinstance(value, Cell):
            self._formula(sheet, row, column, value.text, value.value, style or "number")
        elif value is None or isinstance(value, Missing):
            here.write_string(row, column, "" if value is None else _NOTHING, self._format(style or "number", None))
        elif isinstance(value, bool) or not isinstance(value, (int, float)):
            self._texts[sheet, column].add(str(value))
            gap = value == _NOTHING and style == "number"
            here.write_string(row, column, str(value), self._format(style, None) if gap else self.formats.get(style))
        else:
            self._numbers.add((sheet, column))
            here.write_number(row, column, value + 0.0, self._format(style or "number", value))

    def _format(self, style: str, value: Any) -> Any:
        """Return how a cell looks; of a number or an input with the figures that its value deserves."""
        if style not in ("number", "input"):
            return self.formats.get(style)
        is_number = isinstance(value, (int, float)) and math.isfinite(value)
        shown = (as_typed if style == "input" else figures)(value if is_number else 0.0)
        if (style, shown) not in self._by_figures:
            given = _INPUT if style == "input" else {"align": "right"}
            self._by_figures[style, shown] = self.file.add_format({**given, "num_format": shown})
        return self._by_figures[style, shown]

    def _formula(self, sheet: str, row: int, column: int, text: str, value: Any, style: str = "number") -> None:
        gap = isinstance(value, Missing) or value is None
        found = ("#DIV/0!" if getattr(value, "reason", "") else "#N/A") if gap else value
        if isinstance(value, str) and value != _NOTHING:
            self._texts[sheet, column].add(value)
        elif style:
            self._numbers.add((sheet, column))
        self.sheets[sheet].write_formula(row, column, f"={text}", self._format(style, value), found)

    def _shown(
        self, sheet: str, row: int, column: int, number: Number, of: Unit, style: str = "number", gap: str = _NOTHING
    ) -> None:
        """Write a number of base units in a unit for people; a dash, or what else says `gap`, where it is missing."""
        if not isinstance(number, Cell):
            plain = number is None or isinstance(number, Missing)
            self._put(sheet, row, column, gap if plain else of.out(number), style)
            return
        shown: Any = of.out(number)  # type: ignore[arg-type]
        value = gap if isinstance(number.value, Missing) else shown.value
        self._formula(sheet, row, column, f'IFERROR({shown.text},"{gap}")', value, style)

    def _head(self, sheet: str, words: Sequence[str], widths: Sequence[int], note: str = "") -> None:
        here = self.sheets[sheet]
        here.write_string(0, 0, word(f"sheet-{sheet}", self.lang), self.formats["title"])
        here.write_string(1, 0, note, self.formats["note"])
        self._columns(sheet, 0, words, widths)
        here.freeze_panes(HEAD, 0)
        on_paper(here, HEAD)

    def _columns(self, sheet: str, first: int, words: Sequence[str], widths: Sequence[float]) -> None:
        """Name columns, and say how wide they are at least."""
        for column, (each, width) in enumerate(zip(words, widths, strict=True), first):
            self._widths.setdefault(sheet, {})[column] = width
            self._heads.setdefault(sheet, {})[column] = each

    def _hide(self, sheet: str, first: int, last: int) -> None:
        """Hide columns that only formulas look at."""
        self.sheets[sheet].set_column(first, last, None, None, {"hidden": True})
        for column in range(first, last + 1):
            del self._widths[sheet][column]

    def _fit(self) -> None:
        """Write the heads, over numbers at their right; a column is as wide as its texts."""
        for sheet, heads in self._heads.items():
            for column, each in heads.items():
                style = "amounts" if (sheet, column) in self._numbers else "head"
                self.sheets[sheet].write_string(HEAD - 1, column, each, self.formats[style])
            for column, width in self._widths[sheet].items():
                found = fitting(heads[column], self._texts[sheet, column], width)
                self.sheets[sheet].set_column(column, column, found)

    def _words(self, *keys: str) -> list[str]:
        return [word(key, self.lang) for key in keys]

    def _check(self, sheet: str, row: int, column: int, value: Number, of: Unit, parts: Iterable[Number] = ()) -> None:
        """Hold a cell against the engine; a difference is judged by the size of the `parts` that it is left of."""
        if value is None or isinstance(value, Missing):
            return
        address = f"'{word(f'sheet-{sheet}', self.lang)}'!${letter(column)}${row + 1}"
        sizes = [abs(of.out(each)) for each in parts if each is not None and not isinstance(each, Missing)]
        self.checks.append((address, of.out(value), max([abs(of.out(value)), *sizes])))

    def _checks(self) -> None:
        heads = ["", word("sheet-checks", self.lang), *self._words("value", "engine-value", "checks-passed", "size")]
        self._head("checks", heads, (6, 30, AMOUNT, AMOUNT, 12, AMOUNT), word("checks-note", self.lang))
        for number, (address, value, size) in enumerate(self.checks):
            row = HEAD + number
            self._put("checks", row, 1, address)
            self._formula("checks", row, 2, address, value)
            self._put("checks", row, 3, value)
            self._put("checks", row, 5, size)
            test = f"ABS(C{row + 1}-D{row + 1})<={self.agree.text}*F{row + 1}"
            self._formula("checks", row, 4, f"IFERROR(IF({test},1,0),0)", 1, "count")

    def _met(self, value: Cell, sign: str, limit: Cell) -> str:
        """Return the test of whether a value meets a limit, with the tolerance of the engine."""
        slack = f"{self.tolerance.text}*MAX(ABS({value.text}),ABS({limit.text}))"
        return SIGNS[sign].format(f"(({value.text})-({limit.text}))", slack)

    def _switch(self, row: int, switch: SwitchRow) -> None:
        """Write a measure with its switch, which is on."""
        self._put(SWITCHES, row, 0, switch.process)
        self._put(SWITCHES, row, 1, switch.label)
        self._on_or_off(SWITCHES, row, 2, on=True)

    def _on_or_off(self, sheet: str, row: int, column: int, *, on: bool) -> None:
        """Write a switch: a framed 1 or 0, and nothing else may be typed."""
        self._put(sheet, row, column, int(on), "input")
        self.sheets[sheet].data_validation(row, column, row, column, {"validate": "list", "source": [1, 0]})

    def _lists(self) -> None:
        """Write words with what they lead to: the key of a choice, the published value of a combination of words."""
        heads = [word(key, self.lang) for _ in self.book.lists for key in ("list-word", "list-leads-to")]
        self._head(LISTS, heads, (24,) * len(heads), word("lists-note", self.lang))
        numbers: dict[str, float | None] = {
            self.book.at(CONSTANTS, "A", row): value for value, row in self.book.constants.items()
        }
        numbers |= {self.book.at(FACTORS, "M", row): each.base for row, each in self.book.factors.values()}
        for pairs, place in self.book.lists.items():
            for row, (said, found) in enumerate(pairs, HEAD):
                self._put(LISTS, row, 2 * place, said)
                if found in numbers:
                    self._formula(LISTS, row, 2 * place + 1, found, numbers[found])
                else:
                    self._put(LISTS, row, 2 * place + 1, found.strip('"'))

    def _constants(self) -> None:
        self._head(CONSTANTS, self._words("value"), (32,))
        for value, number in self.book.constants.items():
            self._put(CONSTANTS, HEAD + number, 0, value)

    def _calculation(self) -> None:
        heads = self._words("formula-by", "item", "state", "unit", "base-value", "clause")
        self._head(CALCULATION, heads, (40, 40, 14, 12, 26, 40))
        for number, each in enumerate(self.book.results):
            row, declared = HEAD + number, each.declared
            self._put(CALCULATION, row, 0, each.place)
            self._put(CALCULATION, row, 2, state_word(each.state, self.lang))
            if declared is not None:
                self._put(CALCULATION, row, 1, declared.zh if self.lang == "zh" else declared.en)
                self._put(CALCULATION, row, 5, declared.cites)
            if each.note:
                self._put(CALCULATION, row, 5, word(each.note, self.lang))
            self._put(CALCULATION, row, 4, each.cell)

    def _chance(self, found: Mapping[str, Any]) -> None:
        """Write what random draws say: they are no formulas, for a sheet draws nothing."""
        sheet = "chance"
        self.sheets[sheet] = self.file.add_worksheet(word(f"sheet-{sheet}", self.lang))
        heads = [word("item", self.lang), "5 %", "50 %", "95 %", *self._words("unit", "chance-reached")]
        self._head(sheet, heads, (50, 18, 18, 18, 14, 24), word("chance-sheet", self.lang))
        told = [*results(found, self.lang)]
        for row, each in enumerate(told, HEAD):
            self._put(sheet, row, 0, each.label)
            if each.spread:
                for column, end in enumerate(("p5", "p50", "p95"), 1):
                    self._put(sheet, row, column, each.spread[end]["value"])
                self._put(sheet, row, 4, unit_word(each.spread["p50"]["unit"], self.lang))
            self._put(sheet, row, 5, each.probability, "share")
        for row, note in enumerate(chance_notes(found, self.lang), HEAD + len(told) + 1):
            self._put(sheet, row, 0, note)

    def _close(self) -> None:
        self._fit()
        close(self.file)


def state_word(state: str, lang: str) -> str:
    """Return the word of a state, such as `after 2`."""
    kind, _, number = state.partition(" ")
    return word("state-after", lang, number=number) if kind == "after" else word(state, lang) if state else ""
