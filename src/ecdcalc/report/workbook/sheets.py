"""The sheets of a workbook: the answer and what people read, laid over the sheets that formulas refer to."""

from __future__ import annotations

from pathlib import Path

from ecdcalc.assessment.contract.sources import sources
from ecdcalc.assessment.result import Findings
from ecdcalc.numbers.cells import Cell
from ecdcalc.numbers.units import unit
from ecdcalc.report.workbook.book import HEAD
from ecdcalc.report.workbook.gaps import Gaps
from ecdcalc.report.workbook.model import model_of
from ecdcalc.report.workbook.references import short_word
from ecdcalc.words.labels import unit_word, word

_TCE, _T, _KWH = unit("tce"), unit("t"), unit("kWh")


def write_workbook(result: Findings, path: Path, lang: str) -> None:
    """Write an assessment as a live workbook. Raises `EcdcalcError` where XlsxWriter is not installed."""
    _Sheets(model_of(result, lang), path, lang).write()


class _Sheets(Gaps):
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
        self._limit_table()
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

    def _answer(self) -> None:
        result, here = self.model.result, "answer"
        head = [result.plant.name, result.plant.sector.label(self.lang), str(result.plant.year or "")]
        heads = self._words("item", "saved", "unit", "processes-lacking")
        self._head(here, heads, (36, 18, 12, 20), "  ".join(filter(None, head)))
        for row, (name, number) in enumerate(self.model.totals.items(), HEAD):
            of = {"energy": _TCE, "electricity": _KWH}.get(name, _T)
            self._put(here, row, 0, short_word(name, self.lang))
            self._shown(here, row, 1, number, of)
            self._put(here, row, 2, unit_word(of.text, self.lang))
            self._put(here, row, 3, self.model.lacking[name], "count")
            parts = [each.baseline[name].value for each in result.processes if name in each.baseline]
            self._check(here, row, 1, result.totals[name].known, of, parts)
        last = HEAD + len(self.model.totals)
        self._put(here, last + 1, 0, word("checks-passed", self.lang))
        checks = f"'{word('sheet-checks', self.lang)}'"
        rows = f"{checks}!E{HEAD + 1}:E{HEAD + len(self.checks)}"
        self._formula(here, last + 1, 1, f"SUM({rows})/ROWS({rows})", 1.0, "share")
        self._chart(last)

    def _chart(self, last: int) -> None:
        """Draw what each process saves, as a native chart that follows the cells; its numbers stand beside it."""
        sheet = word("sheet-answer", self.lang)
        saving = [each for each in self.model.processes if isinstance(each.saved.get("energy"), Cell)]
        if not saving:
            return
        heads = [word("process", self.lang), f"{short_word('energy', self.lang)} [tce]"]
        self._columns("answer", 5, heads, (18, 18))
        for row, cells in enumerate(saving, HEAD):
            self._put("answer", row, 5, cells.title)
            self._shown("answer", row, 6, cells.saved["energy"], _TCE)
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
