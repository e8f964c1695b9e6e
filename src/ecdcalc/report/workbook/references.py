"""The sheets that formulas refer to: inputs, switches, factors, constants, the calculation itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.numbers.units import Unit, unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import title_of
from ecdcalc.report.workbook.book import (
    CALCULATION,
    CONSTANTS,
    FACTORS,
    HEAD,
    INPUTS,
    LIMITS,
    LISTS,
    SWITCHES,
)
from ecdcalc.report.workbook.model import Model, ProcessCells
from ecdcalc.report.workbook.writer import AMOUNT, Writer
from ecdcalc.words.labels import unit_word, word

_SHEETS = ("answer", INPUTS, "processes", SWITCHES, "grades", "gaps", FACTORS, LIMITS, LISTS, CONSTANTS, CALCULATION,
           "checks", "sources")  # fmt: skip
_TCE, _T, _KWH = unit("tce"), unit("t"), unit("kWh")


class References(Writer):
    """Writes what the formulas of a plant refer to."""

    def __init__(self, model: Model, path: Path, lang: str) -> None:
        super().__init__(model.book, _SHEETS, path, lang)
        self.model = model

    def _inputs(self) -> None:
        heads = self._words("process", "item", "key", "value", "unit", "source", "confidence", "clause", "range")
        hidden = self._words("factor-of-unit", "offset-of-unit", "base-value")
        note = word("inputs-note", self.lang)
        self._head(INPUTS, [*heads, *hidden], (18, 34, 30, 16, 12, 34, 8, 24, 18, 12, 12, 16), note)
        for number, each in enumerate(self.book.inputs):
            row = HEAD + number
            here = f"D{row + 1}"
            self._put(INPUTS, row, 0, each.process)
            self._put(INPUTS, row, 1, each.label)
            self._put(INPUTS, row, 2, each.path)
            factor, offset = (1.0, 0.0) if each.unit is None else (each.unit.factor, each.unit.offset)
            if each.formula:
                text = f'IFERROR(({each.formula}-K{row + 1})/J{row + 1},"")' if each.unit else each.formula
                self._formula(INPUTS, row, 3, text, "" if each.value is None else each.value, "input")
            elif each.value is None:
                self.sheets[INPUTS].write_blank(row, 3, None, self.formats["input"])
            else:
                words = {key: said for said, key in each.options}
                self._put(INPUTS, row, 3, words.get(each.value, each.value), "input")
            self._put(INPUTS, row, 4, "" if each.unit is None else unit_word(each.unit.text, self.lang), "unit")
            self._origin(row, each.origin)
            base = f"{here}*J{row + 1}+K{row + 1}" if each.unit else here
            if each.options:
                said, keys = self.book.columns(tuple((said, f'"{key}"') for said, key in each.options))
                self.sheets[INPUTS].data_validation(row, 3, row, 3, {"validate": "list", "source": f"={said}"})
                base = f"INDEX({keys},MATCH({here},{said},0))"
            if each.unit:
                self._put(INPUTS, row, 9, factor)
                self._put(INPUTS, row, 10, offset)
            value = each.value if each.value is None or each.unit is None else each.unit.base(each.value)
            style = "" if each.options else "number"
            self._formula(INPUTS, row, 11, f'IF({here}="",{each.otherwise},{base})', value, style)
        self._hide(INPUTS, 9, 11)

    def _origin(self, row: int, origin: Any) -> None:
        if origin is None:
            return
        factor = origin.factor
        if origin.kind == "given":
            self._put(INPUTS, row, 5, word("given", self.lang))
        elif factor is not None:
            self._put(INPUTS, row, 5, factor.label(self.lang))
            self._put(INPUTS, row, 6, factor.confidence)
            told = (title_of(factor.document, self.lang), clause_of(factor.clause, self.lang))
            self._put(INPUTS, row, 7, " ".join(filter(None, told)))
        if origin.low is not None and origin.high is not None and origin.kind == "given":
            self._put(INPUTS, row, 8, origin.text)

    def _switches(self) -> None:
        heads, saved = self._words("process", "measure", "switch"), self._saved_heads()
        self._head(SWITCHES, [*heads, *saved], (18, 40, 14, *(AMOUNT,) * len(saved)), word("switch-note", self.lang))
        steps = [(each, number) for each in self._in_order() for number in range(len(each.steps))]
        for number, (switch, (cells, place)) in enumerate(zip(self.book.switches, steps, strict=True)):
            row = HEAD + number
            self._switch(row, switch)
            for column, (name, of) in enumerate(_columns(), 3):
                self._shown(SWITCHES, row, column, cells.steps[place].get(name), of)

    def _in_order(self) -> list[ProcessCells]:
        """Return the processes in the order in which their cells were made."""
        first = {each.process: number for number, each in reversed([*enumerate(self.book.switches)])}
        return sorted((each for each in self.model.processes if each.steps), key=lambda each: first[each.title])

    def _saved_heads(self) -> list[str]:
        return [f"{short_word(name, self.lang)} [{unit_word(of.text, self.lang)}]" for name, of in _columns()]

    def _factors(self) -> None:
        heads = self._words(
            "key", "item", "value", "unit", "low", "high", "document", "clause", "edition", "confidence"
        )
        hidden = self._words("factor-of-unit", "offset-of-unit", "base-value")
        self._head(FACTORS, [*heads, *hidden], (28, 34, 14, 14, 10, 10, 36, 20, 10, 8, 10, 10, 14))
        for number, factor in self.book.factors.values():
            row = HEAD + number
            texts = (factor.id, factor.label(self.lang), factor.value, unit_word(factor.unit.text, self.lang))
            source = (title_of(factor.document, self.lang), clause_of(factor.clause, self.lang))
            more = (factor.low, factor.high, *source, factor.edition, factor.confidence)
            for column, value in enumerate((*texts, *more, factor.unit.factor, factor.unit.offset)):
                self._put(FACTORS, row, column, value, {2: "input", 3: "unit"}.get(column, ""))
            self._formula(FACTORS, row, 12, f"C{row + 1}*K{row + 1}+L{row + 1}", factor.base)
        self._hide(FACTORS, 10, 12)


def _columns() -> Iterable[tuple[str, Unit]]:
    return (("energy", _TCE), ("electricity", _KWH), *((name, _T) for name in POLLUTANTS))


def short_word(name: str, lang: str) -> str:
    """Return the word for an output that every process has."""
    return word(POLLUTANTS.get(name, name), lang)
