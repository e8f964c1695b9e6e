"""The limits of a workbook: each process against the row of its product, which the cells of the inputs name.

All rows that a process could have stand in a table of their own. Which of them holds is a number that follows from the
inputs, and the rest is looked up by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_, or_
from pathlib import Path
from typing import Any

from ecdcalc.assessment.grades import product_of
from ecdcalc.model.evaluation import exists
from ecdcalc.model.grading import Grading
from ecdcalc.model.process import Process
from ecdcalc.numbers.cells import Cell, is_gap
from ecdcalc.numbers.ops import Missing, Number, first_of, missing, where
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.editions import edition_on
from ecdcalc.reference.factors import title_of
from ecdcalc.reference.limits import LEVELS, Limit, grade_of
from ecdcalc.report.workbook.book import HEAD, LIMITS, Book
from ecdcalc.report.workbook.lookup import FEW, first_by_words, words_asked
from ecdcalc.report.workbook.model import Model, ProcessCells
from ecdcalc.report.workbook.references import References
from ecdcalc.words.labels import unit_word, word

_STATES = ("baseline", "reporting")
_LABEL, _UNIT, _PRINTED, _STANDARD, _CLAUSE, _FACTOR, _TODAY, _BASE = "A", "B", "CDE", "F", "G", "I", "J", "KLM"
"""The columns of the table of limits."""


class Limits(References):
    """Writes how the processes of a plant stand against the limits of their products."""

    def __init__(self, model: Model, path: Path, lang: str) -> None:
        super().__init__(model, path, lang)
        plant = model.result.plant
        ids = [id for cells in model.processes for each in _gradings(cells) for _, id in each.product.choices]
        self.limits = {id: edition_on(plant.limits, id, plant.context.last_day) for id in dict.fromkeys(ids)}
        """The edition in force of every row that a process could have."""

    def _grades(self) -> None:
        heads = self._words("process", "product", "state", "value", "unit")
        levels = [word(f"level-{number}", self.lang) for number in LEVELS]
        more = self._words("standard", "clause", "reached")
        note = word("grades-note", self.lang)
        self._head("grades", [*heads, *levels, *more], (18, 40, 10, 14, 12, 14, 14, 14, 24, 24, 16), note)
        numbers = {id: float(number) for number, id in enumerate(self.limits, 1)}
        row = HEAD
        for cells in self.model.processes:
            for grading in _gradings(cells):
                which = which_row(self.book, grading, cells.state, numbers)
                for state in (each for each in _STATES if exists(cells.result.case, each)):
                    self._grade(row, cells, grading, state, which)
                    row += 1

    def _grade(self, row: int, cells: ProcessCells, grading: Grading, state: str, which: Cell) -> None:
        self._put("grades", row, 0, cells.title)
        self._put("grades", row, 2, word(state, self.lang))
        texts = {1: (_LABEL, [each.label(self.lang) for each in self.limits.values()]),
                 4: (_UNIT, [unit_word(each.unit_text, self.lang) for each in self.limits.values()]),
                 8: (_STANDARD, [title_of(each.standard, self.lang) for each in self.limits.values()]),
                 9: (_CLAUSE, [clause_of(each.clause, self.lang) for each in self.limits.values()])}  # fmt: skip
        for column, (of, found) in texts.items():
            cell = self._found(of, which, found)
            said = word("no-limit", self.lang) if column == 1 else ""
            stored = said if isinstance(cell.value, Missing) else cell.value
            self._formula("grades", row, column, f'IFERROR({cell.text},"{said}")', stored, "")
        factor = self._found(_FACTOR, which, [each.unit.factor for each in self.limits.values()])
        value = self._value(cells, grading, state, which)
        self._in_unit(row, 3, value, factor)
        bounds = self._bounds(cells, grading, state, which)
        for column, bound in enumerate(bounds, 5):
            self._in_unit(row, column, bound, factor)
        self._formula("grades", row, 10, *self._reached(which, value, bounds), "")

    def _found(self, column: str, which: Cell, values: Sequence[Any]) -> Cell:
        """Return the cell of the table of limits in a column and in the row that holds; missing where none does."""
        found = values[int(which.value) - 1] if which.value else None
        first, last = (self.book.at(LIMITS, column, row) for row in (0, max(len(self.limits) - 1, 0)))
        text = f"IF({which.text}=0,NA(),INDEX({first}:{last.rpartition('!')[2]},{which.text}))"
        return Cell(self.book, missing("limit") if found is None else found, text)

    def _in_unit(self, row: int, column: int, number: Number, factor: Cell) -> None:
        shown = number / factor if isinstance(number, Cell) else missing("limit")
        if not isinstance(shown, Cell):
            self._put("grades", row, column, shown)
        else:
            self._formula("grades", row, column, f'IFERROR({shown.text},"–")',
                          "–" if isinstance(shown.value, Missing) else shown.value)  # fmt: skip

    def _value(self, cells: ProcessCells, grading: Grading, state: str, which: Cell) -> Number:
        """Return what is compared: an earlier edition may take another output, where its inputs are all given."""
        found = cells.graded[state][grading.output]
        earlier: dict[str, list[int]] = {}
        for number, (id, limit) in enumerate(self.limits.items(), 1):
            name = grading.earlier.get(limit.standard, grading.output)
            if limit.id != id and name != grading.output and id in {each for _, each in grading.product.choices}:
                earlier.setdefault(name, []).append(number)
        for name, numbers in earlier.items():
            states = [cells.graded[each][name] for each in _STATES if exists(cells.result.case, each)]
            holds = reduce(or_, (which == number for number in numbers))
            gap: Number = reduce(or_, (is_gap(each) for each in states))
            found = where(holds, where(gap, found, cells.graded[state][name]), found)
        return self.book.named(found, "", None) if isinstance(found, Cell) else found

    def _bounds(self, cells: ProcessCells, grading: Grading, state: str, which: Cell) -> list[Cell]:
        """Return the limit of each level in base units: that of today's edition as its product corrects it."""
        outputs = cells.graded[state]
        today = first_of(self._found(_TODAY, which, [_is_today(*each) for each in self.limits.items()]) == 1, False)
        found = []
        for number, column, shift in zip(LEVELS, _BASE, grading.shifts, strict=True):
            bound = self._found(column, which, [_base(each, number) for each in self.limits.values()])
            if grading.scale and number not in grading.unscaled:
                bound = bound * where(today, outputs[grading.scale], 1.0)
            if shift:
                bound = bound + where(today, outputs[shift], 0.0)
            found.append(self.book.named(bound, "", None))
        return found

    def _reached(self, which: Cell, value: Number, bounds: Sequence[Cell]) -> tuple[str, Any]:
        """Return the formula of the level that is met, the first that holds, and what it comes to."""
        incomplete, failed, none = (f'"{word(key, self.lang)}"' for key in ("incomplete", "not-qualified", "no-limit"))
        printed = [self._found(column, which, [each.levels[number - 1] for each in self.limits.values()])
                   for number, column in zip(LEVELS, _PRINTED, strict=True)]  # fmt: skip
        text = f"IF(ISNUMBER({printed[-1].text}),{failed},{incomplete})"
        given = value.text if isinstance(value, Cell) else "NA()"
        for number, level, bound in reversed([*zip(LEVELS, printed, bounds, strict=True)]):
            meets = f"{given}-{bound.text}<={self.tolerance.text}*MAX(ABS({given}),ABS({bound.text}))"
            at = self.book.constant(float(number)).text
            unknown = f"AND(ISNUMBER({level.text}),ISERROR({bound.text}))"
            text = f"IF({unknown},{incomplete},IF(IFERROR({meets},FALSE()),{at},{text}))"
        text = f"IF({which.text}=0,{none},IF(ISERROR({given}),{incomplete},{text}))"
        if not which.value:
            return text, word("no-limit", self.lang)
        levels = [None if isinstance(level.value, Missing) else bound.value
                  for level, bound in zip(printed, bounds, strict=True)]  # fmt: skip
        first, second, third = levels
        met = grade_of(value.value if isinstance(value, Cell) else value, (first, second, third))
        return text, word(met, self.lang) if isinstance(met, str) else met

    def _limit_table(self) -> None:
        """Write every limit that a process of the plant could have."""
        levels = [word(f"level-{number}", self.lang) for number in LEVELS]
        heads = [*self._words("product", "unit"), *levels, *self._words("standard", "clause", "key")]
        hidden = [*self._words("factor-of-unit", "limit-corrected"), *(f"{each} *" for each in levels)]
        widths = (40, 12, 14, 14, 14, 24, 24, 30, *(12,) * 5)
        self._head(LIMITS, [*heads, *hidden], widths, word("limit-table-note", self.lang))
        for row, (id, limit) in enumerate(self.limits.items(), HEAD):
            texts = {0: limit.label(self.lang), 1: unit_word(limit.unit_text, self.lang), 7: limit.id,
                     5: title_of(limit.standard, self.lang), 6: clause_of(limit.clause, self.lang)}  # fmt: skip
            for column, text in texts.items():
                self._put(LIMITS, row, column, text)
            self._put(LIMITS, row, 8, limit.unit.factor)
            self._put(LIMITS, row, 9, _is_today(id, limit))
            for number, level in zip(LEVELS, limit.levels, strict=True):
                self._put(LIMITS, row, 1 + number, missing(id) if level is None else level)
                if level is None:
                    self._formula(LIMITS, row, 9 + number, "NA()", missing(id))
                else:
                    cell = f"{_PRINTED[number - 1]}{row + 1}*{_FACTOR}{row + 1}"
                    self._formula(LIMITS, row, 9 + number, cell, limit.unit.base(level))
        self._hide(LIMITS, 8, 12)


def which_row(book: Book, grading: Grading, record: Process, numbers: Mapping[str, float]) -> Cell:
    """Return the number of the first row of a grading whose conditions hold on a process; 0 where none does."""
    choices = grading.product.choices
    asked = words_asked(choices, record) if len(choices) > FEW else None
    found: Number = 0.0
    if asked:
        rows = {key: book.constant(numbers[id]) for key, id in first_by_words(choices, asked).items()}
        found = first_of(book.found_in(rows, [getattr(record, name) for name in asked]), 0.0)
    else:
        for conditions, id in reversed(choices):
            holds = reduce(and_, (first_of(each.holds(record), False) for each in conditions), True)
            found = where(holds, numbers[id], found)
    return book.named(found, "", None) if isinstance(found, Cell) else book.constant(found)


def _gradings(cells: ProcessCells) -> list[Grading]:
    """Return how a process is graded; what holds now comes first."""
    case = cells.result.case
    return sorted(getattr(type(case.baseline), "gradings", ()), key=lambda each: not product_of(each, case))


def _is_today(id: str, limit: Limit) -> float:
    """Return whether a limit is of the edition that its process names, which alone is corrected: 1 or 0."""
    return float(limit.id == id)


def _base(limit: Limit, number: int) -> float | None:
    level = limit.levels[number - 1]
    return None if level is None else limit.unit.base(level)
