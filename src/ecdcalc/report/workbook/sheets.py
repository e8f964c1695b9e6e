"""The sheets of a workbook: the answer and what people read, laid over the sheets that formulas refer to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ecdcalc.assessment.contract.sources import sources
from ecdcalc.assessment.gaps import MET, NOT_EVALUATED, OPEN
from ecdcalc.assessment.result import Findings
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.ops import Number, missing, where
from ecdcalc.numbers.units import unit
from ecdcalc.reference.clauses import clause_of
from ecdcalc.reference.factors import title_of
from ecdcalc.report.workbook.book import HEAD
from ecdcalc.report.workbook.model import ProcessCells, gap_cell, grade_cells, holds_still, model_of
from ecdcalc.report.workbook.references import References, short_word
from ecdcalc.report.workbook.writer import SIGNS
from ecdcalc.words.labels import unit_word, word

_TCE, _T, _KWH = unit("tce"), unit("t"), unit("kWh")


def write_workbook(result: Findings, path: Path, lang: str) -> None:
    """Write an assessment as a live workbook. Raises `EcdcalcError` where XlsxWriter is not installed."""
    _Sheets(model_of(result, lang), path, lang).write()


class _Sheets(References):
    """Writes the sheets of one model."""

    def write(self) -> None:
        """Write every sheet; the constants and the calculation last, for the others may need more of them."""
        self._inputs()
        self._switches()
        self._processes()
        self._grades()
        self._gaps()
        self._answer()
        self._checks()
        self._sources()
        self._factors()
        self._lists()
        self._constants()
        self._calculation()
        if (chance := self.model.result.chance) is not None:
            self._chance(chance.to_dict(self.lang))
        self._close()

    def _processes(self) -> None:
        heads = self._words("process", "item", "baseline", "after", "unit", "saved")
        self._head("processes", heads, (18, 44, 18, 18, 14, 18))
        row = HEAD
        for cells in self.model.processes:
            for name, declared in cells.result.outputs.items():
                of = declared.unit
                self._put("processes", row, 0, cells.title)
                self._put("processes", row, 1, declared.zh if self.lang == "zh" else declared.en)
                self._shown("processes", row, 2, cells.baseline.get(name), of)
                self._shown("processes", row, 3, cells.reporting.get(name), of)
                self._put("processes", row, 4, unit_word(of.text, self.lang))
                if name in cells.saved:
                    self._shown("processes", row, 5, cells.saved[name], of)
                self._check("processes", row, 2, cells.result.baseline[name].value, of)
                self._check("processes", row, 3, cells.result.reporting[name].value, of)
                if name in cells.saved:
                    parts = (cells.result.baseline[name].value, cells.result.reporting[name].value)
                    self._check("processes", row, 5, cells.result.saved[name], of, parts)
                row += 1

    def _grades(self) -> None:
        heads = self._words("process", "product", "state", "value", "unit")
        levels = [word(f"level-{number}", self.lang) for number in (1, 2, 3)]
        more = self._words("standard", "clause", "reached")
        note = word("grades-note", self.lang)
        self._head("grades", [*heads, *levels, *more], (18, 40, 10, 14, 12, 14, 14, 14, 24, 24, 16), note)
        row = HEAD
        for cells in self.model.processes:
            for number, grade in enumerate(cells.result.grades):
                still = holds_still(number, cells)
                still = self.book.named(still, "", None) if isinstance(still, Cell) else still
                for state in grade.levels:
                    self._grade(row, cells, grade, state, still)
                    row += 1

    def _grade(self, row: int, cells: ProcessCells, grade: Any, state: str, still: Number) -> None:
        value, corrections = grade_cells(grade, cells, state)
        limit = grade.limit
        self._put("grades", row, 0, cells.title)
        self._put("grades", row, 1, limit.label(self.lang))
        self._put("grades", row, 2, word(state, self.lang))
        self._shown("grades", row, 3, value, limit.unit)
        self._put("grades", row, 4, unit_word(limit.unit_text, self.lang))
        bounds: list[Number] = []
        for column, (level, correction) in enumerate(zip(limit.levels, corrections, strict=True)):
            bound = None
            if level is not None:
                printed = Cell(self.book, level, self.book.constant(level).text, sure=True)
                bound = where(still, limit.unit.base(printed) * correction[0] + correction[1], missing(limit.id))
            bounds.append(bound)
            self._shown("grades", row, 5 + column, bound, limit.unit)
        self._put("grades", row, 8, title_of(limit.standard, self.lang))
        self._put("grades", row, 9, clause_of(limit.clause, self.lang))
        found = word(str(grade.level[state]), self.lang) if isinstance(grade.level[state], str) else grade.level[state]
        reached = self._reached(value, bounds)
        if isinstance(still, Cell):
            reached = f'IF({still.text},{reached},"{word("limit-other", self.lang)}")'
        self._formula("grades", row, 10, reached, found, "")

    def _reached(self, value: Number, bounds: Sequence[Number]) -> str:
        """Return the formula of the level that is met: the first that holds, with the tolerance of the engine."""
        incomplete, failed = (f'"{word(key, self.lang)}"' for key in ("incomplete", "not-qualified"))
        if not isinstance(value, Cell):
            return incomplete
        text = failed if bounds[2] is not None else incomplete
        for number, bound in reversed([*enumerate(bounds, 1)]):
            if isinstance(bound, Cell):
                slack = f"{self.tolerance.text}*MAX(ABS({value.text}),ABS({bound.text}))"
                level = self.book.constant(float(number)).text
                text = f"IF(({value.text})-({bound.text})<={slack},{level},{text})"
        return f"IFERROR({text},{incomplete})"

    def _gaps(self) -> None:
        heads = self._words("target", "item", "process", "limit", "baseline", "after", "gap", "unit", "status")
        self._head("gaps", heads, (10, 50, 18, 14, 14, 14, 14, 12, 14), word("gaps-note", self.lang))
        shown = (each for each in self.model.result.gaps if each.status != NOT_EVALUATED)
        for row, gap in enumerate(shown, HEAD):
            of = gap.limit.unit if gap.limit else gap.unit
            after = gap_cell(gap, self.model.processes, "reporting")
            limit = self.book.constant(gap.limit.value) if gap.limit else None
            self._put("gaps", row, 0, gap.target.id.upper())
            self._put("gaps", row, 1, gap.target.label(self.lang))
            self._put("gaps", row, 2, gap.process)
            self._shown("gaps", row, 3, limit, of)
            self._shown("gaps", row, 4, gap_cell(gap, self.model.processes, "baseline"), of)
            self._shown("gaps", row, 5, after, of)
            self._put("gaps", row, 7, unit_word(of.text, self.lang))
            if isinstance(after, Cell) and limit is not None and gap.target.op in SIGNS:
                upward = gap.target.op in (">=", ">")
                self._shown("gaps", row, 6, limit - after if upward else after - limit, of)
                self._formula(
                    "gaps", row, 8, self._status(after, gap.target.op, limit), word(gap.status, self.lang), ""
                )
            else:
                self._shown("gaps", row, 6, gap.gap, of)
                self._put("gaps", row, 8, word(gap.status, self.lang))

    def _status(self, value: Cell, sign: str, limit: Cell) -> str:
        met, missed = (f'"{word(key, self.lang)}"' for key in (MET, OPEN))
        return f'IFERROR(IF({self._met(value, sign, limit)},{met},{missed}),"{word(NOT_EVALUATED, self.lang)}")'

    def _answer(self) -> None:
        result, here = self.model.result, "answer"
        head = [result.plant.name, result.plant.sector.label(self.lang), str(result.plant.year or "")]
        heads = self._words("item", "saved", "unit", "processes-lacking")
        self._head(here, heads, (36, 18, 12, 20), "  ".join(filter(None, head)))
        for row, (name, number) in enumerate(self.model.totals.items(), HEAD):
            of = {"energy": _TCE, "electricity": _KWH}.get(name, _T)
            self._put(here, row, 0, short_word(name, self.lang))
            self._shown(here, row, 1, number, of, "shown")
            self._put(here, row, 2, unit_word(of.text, self.lang))
            self._put(here, row, 3, self.model.lacking[name])
            parts = [each.baseline[name].value for each in result.processes if name in each.baseline]
            self._check(here, row, 1, result.totals[name].known, of, parts)
        last = HEAD + len(self.model.totals)
        self._put(here, last + 1, 0, word("checks-passed", self.lang))
        checks = f"'{word('sheet-checks', self.lang)}'"
        rows = f"{checks}!E{HEAD + 1}:E{HEAD + len(self.checks)}"
        self._formula(here, last + 1, 1, f"SUM({rows})/ROWS({rows})", 1.0, "number")
        self._chart(last)

    def _chart(self, last: int) -> None:
        """Draw what each process saves, as a native chart that follows the cells; its numbers stand beside it."""
        sheet = word("sheet-answer", self.lang)
        saving = [each for each in self.model.processes if isinstance(each.saved.get("energy"), Cell)]
        if not saving:
            return
        heads = [word("process", self.lang), f"{short_word('energy', self.lang)} [tce]"]
        for column, text in enumerate(heads, 5):
            self.sheets["answer"].write_string(HEAD - 1, column, text, self.formats["head"])
        self.sheets["answer"].set_column(5, 6, 18)
        for row, cells in enumerate(saving, HEAD):
            self._put("answer", row, 5, cells.title)
            self._shown("answer", row, 6, cells.saved["energy"], _TCE, "shown")
        end = HEAD + len(saving) - 1
        chart = self.file.add_chart({"type": "bar"})
        chart.add_series({"categories": [sheet, HEAD, 5, end, 5], "values": [sheet, HEAD, 6, end, 6]})
        chart.set_title({"name": heads[1], "name_font": {"size": 11}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        self.sheets["answer"].insert_chart(last + 3, 0, chart, {"x_scale": 1.2})

    def _sources(self) -> None:
        heads = self._words("key", "item", "value", "document", "clause", "edition", "confidence")
        self._head("sources", heads, (30, 36, 24, 50, 24, 10, 8))
        for row, each in enumerate(sources(self.model.result, self.lang), HEAD):
            names = ("id", "label", "value", "document", "clause", "edition", "confidence")
            for column, name in enumerate(names):
                self._put("sources", row, column, each.get(name, ""))
