"""The ledger of a workbook: which cell holds which input, factor, constant and result.

Rows are collected in the order in which they are needed; `sheets.py` writes them. Whatever is computed is in base
units; an input and a factor stand in the unit that they were given in, with what turns it into base units beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from ecdcalc.model.process import Field, Origin
from ecdcalc.numbers.algebra import Declared
from ecdcalc.numbers.cells import NEVER, Cell
from ecdcalc.numbers.compare import TOLERANCE
from ecdcalc.numbers.ops import Missing, Number, missing
from ecdcalc.numbers.units import Unit, read_quantity
from ecdcalc.numbers.unknown import unknown
from ecdcalc.read.words import label_shown, words_shown
from ecdcalc.read.workbook import letter
from ecdcalc.reference.factors import Factor
from ecdcalc.report.workbook.lookup import BETWEEN
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import word

INPUTS, FACTORS, CONSTANTS, CALCULATION, SWITCHES = "inputs", "factors", "constants", "calculation", "measures"
LISTS, LIMITS = "lists", "limit-table"
HEAD = 3
"""The row (from 1) of the headings of a sheet; its rows follow."""


Pairs = tuple[tuple[str, str], ...]
"""Words, each with the text of the cell that it leads to."""


@frozen
class InputRow:
    """One input: its value as given, or the formula of its default, and its base value."""

    process: str
    label: str
    path: str
    unit: Unit | None
    value: Any
    formula: str = ""
    options: Pairs = ()
    """The words of a choice, each with its key."""
    origin: Origin | None = None
    otherwise: str = "NA()"
    """What stands for a blank cell, in base units or as the key of a word: what a fresh run takes then."""


@frozen
class CalculationRow:
    """One result: its formula in base units and the value that it comes to."""

    place: str
    declared: Declared | None
    cell: Cell
    state: str
    note: str = ""


@frozen
class SwitchRow:
    """One measure of one process: on (1) or off (0)."""

    process: str
    label: str
    cell: Cell


@define
class Book:
    """All cells of one workbook, in one language."""

    lang: str
    inputs: list[InputRow] = field(factory=list)
    factors: dict[str, tuple[int, Factor]] = field(factory=dict)
    constants: dict[float, int] = field(factory=dict)
    results: list[CalculationRow] = field(factory=list)
    switches: list[SwitchRow] = field(factory=list)
    lists: dict[Pairs, int] = field(factory=dict)
    """Two columns each: what is looked up, and what is found; by their content, so that each stands once."""
    state: str = ""
    process: str = ""
    within: tuple[str, ...] = ()
    """The groups of inputs that the next inputs are of, in words."""
    _known: dict[str, Cell] = field(factory=dict)

    def at(self, sheet: str, column: str, row: int) -> str:
        """Return the address of a cell of a sheet; `row` counts from 0 under the headings."""
        return f"'{word(f'sheet-{sheet}', self.lang)}'!${column}${HEAD + 1 + row}"

    def constant(self, value: float) -> Cell:
        """Return the cell of a number that formulas need; the same number stands once."""
        row = self.constants.setdefault(value, len(self.constants))
        return Cell(self, value, self.at(CONSTANTS, "A", row), sure=True)

    def factor(self, factor: Factor) -> Number:
        """Return the cell of a published value in base units; missing where only a range is published."""
        if factor.base is None:
            return unknown(factor.id)
        row, _ = self.factors.setdefault(factor.id, (len(self.factors), factor))
        return Cell(self, factor.base, self.at(FACTORS, "M", row), sure=True)

    def found_in(self, rows: Mapping[str, Number], words: Sequence[Number]) -> Cell:
        """Return the cell of the value that stands beside words in a table; missing where they are not in it."""
        keys, values = self.columns(tuple((key, each.text) for key, each in rows.items() if isinstance(each, Cell)))
        asked = f'&"{BETWEEN}"&'.join(
            f'IFERROR({each.text},"")' if isinstance(each, Cell) else f'"{_word(each)}"' for each in words
        )
        found = rows.get(BETWEEN.join(_word(each.value if isinstance(each, Cell) else each) for each in words))
        value = found.value if isinstance(found, Cell) else missing("")
        return Cell(self, value, f"INDEX({values},MATCH({asked},{keys},0))", made_of=("found", keys, *words))

    def columns(self, pairs: Pairs) -> tuple[str, str]:
        """Return the ranges of a list: of what is looked up, and of what is found."""
        place = self.lists.setdefault(pairs, len(self.lists))
        sheet = f"'{word(f'sheet-{LISTS}', self.lang)}'!"
        left, right = (letter(2 * place + side) for side in (0, 1))
        first, last = HEAD + 1, HEAD + max(len(pairs), 1)
        return f"{sheet}${left}${first}:${left}${last}", f"{sheet}${right}${first}:${right}${last}"

    def input(
        self,
        path: str,
        of: Field,
        value: Number,
        origin: Origin | None,
        default: Number = None,
        otherwise: Number = None,
    ) -> Cell:
        """Return the cell of an input in base units: as given, by its default, or empty.

        `otherwise` is what holds where the cell is cleared.
        """
        shown = _unit_of(of, origin)
        formula, number = "", value
        if isinstance(default, Cell):
            formula, number = default.text, default.value
        gap = isinstance(number, Missing)
        label = " / ".join((*self.within, label_shown(of, self.lang)))
        text = None if gap else number if shown is None else shown.out(number)
        options = tuple(zip(words_shown(of, self.lang), of.options, strict=True))
        self.inputs.append(InputRow(self.process, label, path, shown, text, formula, options, origin))
        if otherwise is not None:
            self.cleared(len(self.inputs) - 1, otherwise)
        row = len(self.inputs) - 1
        here = Cell(self, number, self.at(INPUTS, "L", row), sure=not gap and _stays(of, otherwise))
        if here.sure or not isinstance(otherwise, Cell):
            return here
        return Cell(self, number, here.text, made_of=("where", self._blank(row), otherwise, here))

    def cleared(self, row: int, otherwise: Number) -> None:
        """Say what stands for an input where its cell is cleared."""
        if isinstance(otherwise, Missing):
            return
        if isinstance(otherwise, str):
            otherwise = f'"{otherwise}"'
        else:
            otherwise = otherwise.text if isinstance(otherwise, Cell) else self.constant(otherwise).text
        self.inputs[row] = evolve(self.inputs[row], otherwise=otherwise)

    def is_blank(self, input: Number) -> Number:
        """Return whether the cell of an input is empty; no where it is no cell of an input."""
        column = self.at(INPUTS, "L", 0).removesuffix(str(HEAD + 1))
        if not isinstance(input, Cell) or not _is_address(input.text) or not input.text.startswith(column):
            return False
        row = int(input.text.removeprefix(column)) - HEAD - 1
        return self._blank(row)

    def _blank(self, row: int) -> Cell:
        given = self.inputs[row].value
        return Cell(self, "" if given is None else given, self.at(INPUTS, "D", row), sure=True) == ""

    def switch(self, label: str) -> Cell:
        """Return whether a measure is applied."""
        here = Cell(self, 1.0, self.at(SWITCHES, "C", len(self.switches)), sure=True)
        self.switches.append(SwitchRow(self.owner(), label, here))
        return here == 1

    def owner(self) -> str:
        """Return whose measures the switches are."""
        return self.process

    def named(self, cell: Cell, place: str, declared: Declared | None) -> Cell:
        """Return the cell that holds a result; the same formula stands once."""
        if cell.text in self._known or (cell.text.startswith("'") and "!" in cell.text and _is_address(cell.text)):
            return self._known.get(cell.text, cell)
        return self._held(CalculationRow(place, declared, cell, self.state))

    def looked_up(self, name: str, value: Number, state: Mapping[str, Number]) -> Cell:
        """Return the cell of a value that a library computed: known as long as what it was computed from stays."""
        key = f"{name}({','.join(each.text if isinstance(each, Cell) else str(each) for each in state.values())})"
        if key not in self._known:
            text = self.constant(value).text if not isinstance(value, Missing) else NEVER if value.reason else "NA()"
            for each in state.values():
                if isinstance(each, Cell) and not isinstance(each.value, Missing):
                    asked, slack = self.constant(each.value).text, self.constant(TOLERANCE).text
                    text = f"IF(ABS({each.text}-{asked})<={slack}*ABS({asked}),{text},{NEVER})"
            cell = Cell(self, value, text)
            held = CalculationRow(word(name, self.lang), None, cell, self.state, note="fixed-note")
            self._known[key] = self._held(held)
        return self._known[key]

    def _held(self, row: CalculationRow) -> Cell:
        self.results.append(row)
        address = self.at(CALCULATION, "E", len(self.results) - 1)
        held = Cell(self, row.cell.value, address, sure=row.cell.sure, made_of=row.cell.made_of)
        self._known[row.cell.text] = held
        return held


def _stays(of: Field, otherwise: Number) -> bool:
    """Tell whether an input is there although its cell is cleared; what is asked for is not left empty."""
    if otherwise is None or isinstance(otherwise, Missing):
        return not of.optional
    return otherwise.sure if isinstance(otherwise, Cell) else True


def _word(word: Number) -> str:
    return "" if isinstance(word, Missing) else str(word)


def _is_address(text: str) -> bool:
    sheet, _, cell = text.rpartition("!")
    return sheet.count("'") == 2 and cell.startswith("$") and cell.replace("$", "").isalnum()


def _unit_of(of: Field, origin: Origin | None) -> Unit | None:
    """Return the unit that an input was given in, else the declared one."""
    if of.unit is None:
        return None
    if origin is None or origin.kind != "given":
        return of.unit
    try:
        return read_quantity(origin.text, of.unit).unit
    except EcdcalcError:  # a number that was given as a number
        return of.unit
