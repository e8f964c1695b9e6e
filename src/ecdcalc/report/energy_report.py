"""The tables of the yearly energy report as text, and as a workbook in which what the form computes is a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from ecdcalc.assessment.energy_report import COLUMNS, FLOWS, TRANSFORMATION, EnergyRow, comprehensive
from ecdcalc.assessment.energy_tables import indicators, kept, projects, saved
from ecdcalc.assessment.filed_plant import FiledPlant
from ecdcalc.assessment.plant import assess
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.plant import BASES, Plant
from ecdcalc.numbers.compare import meets
from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.read.workbook import letter
from ecdcalc.report.screen.listing import listed
from ecdcalc.report.setting import text_table
from ecdcalc.report.workbook.writer import close, library
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import number, word

_SUMS = ("industrial", "made", "recovered", "comprehensive", "feedstock", "less-feedstock", "total-40")
_ENERGY = ("carrier", "unit", *FLOWS[:2], "cost", "used", *FLOWS[2:], *(f"factor-{each}" for each in BASES),
           *(f"coal-{basis}" for basis in BASES))  # fmt: skip
_SECOND = ("carrier", "unit", "industrial", *TRANSFORMATION)
_THOUSAND_YUAN, _TEN_THOUSAND_YUAN = unit("千元"), unit("万元")


@frozen
class EnergyReport:
    """What the tables are of: rows of energy, and the plant where they are one's; a report as filed has none."""

    rows: Sequence[EnergyRow]
    plant: Plant | None = None


def text(rows: Sequence[EnergyRow], lang: str, width: int | None) -> str:
    """Return the tables of energy for people: amounts by carrier, then the sums on both bases.

    They keep to a width, if there is one.
    """
    shown = [column for column in COLUMNS if any(row.amount(column) for row in rows)]
    paid = ["cost"] if any(row.cost is not None for row in rows) else []
    columns = ("carrier", "unit", *shown, *paid, *(f"factor-{basis}" for basis in BASES))
    heads = [word(f"report-{each}", lang) for each in columns]
    table = [
        [
            carrier_kinds()[row.carrier].label(lang),
            row.unit,
            *(number(unit(row.unit).out(row.amount(column))) for column in shown),
            *("" if row.cost is None else number(_THOUSAND_YUAN.out(row.cost)) for _ in paid),
            *(number(_factor(row, basis)) for basis in BASES),
        ]
        for row in rows
    ]
    sums = {basis: comprehensive(rows, basis) for basis in BASES}
    lines = [[word(f"report-{each}", lang), *(number(sums[basis][each]) for basis in BASES)] for each in _SUMS]
    ends = [word("report-sum", lang), *(f"{word(basis, lang)}, tce" for basis in BASES)]
    if width is None:
        return f"{text_table(heads, table)}\n\n{text_table(ends, lines)}\n"
    return f"{listed(heads, table, width, lang)}\n\n{listed(ends, lines, width, lang)}\n"


def reconciled(found: FiledPlant, lang: str) -> str:
    """Return what form and engine come to for a plant with a report in it, and what of the report was not taken."""
    heads = [found.place, word("report-by-form", lang), word("report-by-engine", lang)]
    rows = [
        (f"{word('report-comprehensive', lang)}, {word(basis, lang)}, tce", *(number(each) for each in pair))
        for basis, pair in found.energy.items()
    ]
    return "\n".join([text_table(heads, rows), *(each.say(lang) for each in found.left)])


def _factor(row: EnergyRow, basis: str) -> float:
    """Return tce per unit of the row."""
    return row.factors[basis] * unit(row.unit).base(1.0) / unit("tce").base(1.0)


def write_energy_report(report: EnergyReport, path: Path, lang: str) -> None:
    """Write the tables as a workbook: what is put in are values, everything else formulas with their values."""
    file = library().Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    _Sheets(file, lang).write(report)
    close(file)


class _Sheets:
    """Writes the sheets of one report."""

    def __init__(self, file: Any, lang: str) -> None:
        self.file, self.lang = file, lang
        self.bold = file.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        self.share = file.add_format({"num_format": "0.00%"})

    def write(self, report: EnergyReport) -> None:
        first = self._energy(report.rows)
        second = self._transformation(report.rows, first)
        self._sums(report.rows, first, second)
        if report.plant is not None:
            result = assess(report.plant)
            self._indicators(result)
            self._targets(result)
            self._limits(result)
            self._projects(result)

    def _sheet(self, name: str, columns: Sequence[str], wide: int = 1) -> Any:
        sheet = self.file.add_worksheet(word(f"report-sheet-{name}", self.lang))
        for position, column in enumerate(columns):
            sheet.write_string(0, position, word(f"report-{column}", self.lang), self.bold)
        sheet.set_column(0, wide - 1, 28)
        sheet.set_column(wide, len(columns), 14)
        sheet.freeze_panes(1, 1)
        return sheet

    def _energy(self, rows: Sequence[EnergyRow]) -> dict[str, str]:
        """Write table 2; return the range of each column as other sheets name it."""
        sheet, at = self._sheet("2", _ENERGY), {name: letter(number) for number, name in enumerate(_ENERGY)}
        for line, row in enumerate(rows, 2):
            of = unit(row.unit)
            sheet.write_string(line - 1, 0, carrier_kinds()[row.carrier].label(self.lang))
            sheet.write_string(line - 1, 1, row.unit)
            for column in FLOWS:
                if column in row.amounts:
                    sheet.write_number(f"{at[column]}{line}", of.out(row.amounts[column]))
            if row.cost is not None:
                sheet.write_number(f"{at['cost']}{line}", _THOUSAND_YUAN.out(row.cost))
            used = row.amount("industrial") + row.amount("non_industrial")
            both = f"={at['industrial']}{line}+{at['non_industrial']}{line}"
            sheet.write_formula(f"{at['used']}{line}", both, None, of.out(used))
            for basis in BASES:
                sheet.write_number(f"{at[f'factor-{basis}']}{line}", _factor(row, basis))
                product = f"={at['used']}{line}*{at[f'factor-{basis}']}{line}"
                coal = row.coal("industrial", basis) + row.coal("non_industrial", basis)
                sheet.write_formula(f"{at[f'coal-{basis}']}{line}", product, None, coal)
        return _ranges(self._name("2"), at, len(rows))

    def _transformation(self, rows: Sequence[EnergyRow], first: Mapping[str, str]) -> dict[str, str]:
        """Write table 2-1; its industrial use is that of table 2."""
        sheet, at = self._sheet("2-1", _SECOND), {name: letter(number) for number, name in enumerate(_SECOND)}
        for line, row in enumerate(rows, 2):
            of = unit(row.unit)
            sheet.write_string(line - 1, 0, carrier_kinds()[row.carrier].label(self.lang))
            sheet.write_string(line - 1, 1, row.unit)
            there = first["industrial"].partition("!")[0]
            column = first["industrial"].partition("!")[2][0]
            sheet.write_formula(
                f"{at['industrial']}{line}", f"={there}!{column}{line}", None, of.out(row.amount("industrial"))
            )
            for name in TRANSFORMATION:
                if name in row.amounts:
                    sheet.write_number(f"{at[name]}{line}", of.out(row.amounts[name]))
        return _ranges(self._name("2-1"), at, len(rows))

    def _name(self, name: str) -> str:
        return word(f"report-sheet-{name}", self.lang)

    def _sums(self, rows: Sequence[EnergyRow], first: Mapping[str, str], second: Mapping[str, str]) -> None:
        """Write the sums of the form on a sheet of their own: each is made of the cells of the tables."""
        sheet = self.file.add_worksheet(word("report-sums", self.lang))
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, len(BASES), 18)
        for offset, basis in enumerate(BASES, 1):
            found = comprehensive(rows, basis)
            sheet.write_string(0, offset, f"{word(basis, self.lang)}, tce", self.bold)
            place = {name: f"{letter(offset)}{2 + position}" for position, name in enumerate(_SUMS)}
            formulas = {
                name: f"SUMPRODUCT({table[name]},{first[f'factor-{basis}']})"
                for name, table in (
                    ("industrial", first),
                    ("made", second),
                    ("recovered", second),
                    ("feedstock", first),
                )
            }
            formulas["comprehensive"] = f"{place['industrial']}-{place['made']}-{place['recovered']}"
            formulas["less-feedstock"] = f"{place['comprehensive']}-{place['feedstock']}"
            formulas["total-40"] = f"SUM({first[f'coal-{basis}']})"
            for position, name in enumerate(_SUMS, 1):
                sheet.write_string(position, 0, word(f"report-{name}", self.lang))
                sheet.write_formula(position, offset, f"={formulas[name]}", None, found[name])

    def _indicators(self, result: Any) -> None:
        columns = ("process", "indicator", "indicator-unit", "numerator-unit", "denominator-unit", "value", "numerator",
                   "denominator", "last-value", "last-numerator", "last-denominator", "ratio")  # fmt: skip
        sheet = self._sheet("4", columns, 2)
        for line, each in enumerate(indicators(result, self.lang), 2):
            of = each.unit.out(each.value)
            texts = (each.process, self._said(each.label), each.unit.text, "tce", each.denominator_unit)
            for position, said in enumerate(texts):
                sheet.write_string(line - 1, position, said)
            if each.ratio is None or each.numerator is None or each.denominator is None:
                sheet.write_number(f"F{line}", of)
                continue
            sheet.write_number(f"G{line}", unit("tce").out(each.numerator))
            sheet.write_number(f"H{line}", unit(each.denominator_unit).out(each.denominator))
            sheet.write_number(f"L{line}", each.ratio)
            sheet.write_formula(f"F{line}", f"=G{line}/H{line}*L{line}", None, of)

    def _targets(self, result: Any) -> None:
        sheet = self._sheet("6", ("item", "target", "saved", "done"))
        given = _target_of(result.plant)
        for line, (name, value) in enumerate(saved(result).items(), 2):
            sheet.write_string(line - 1, 0, word(f"report-saved-{name}", self.lang))
            if value is not None:
                sheet.write_number(line - 1, 2, unit("tce").out(value))
            if given is not None:
                sheet.write_number(line - 1, 1, given)
            blank = word("report-to-fill", self.lang)
            done = unit("tce").out(value) / given if given and value is not None else blank
            sheet.write_formula(f"D{line}", f'=IF(N(B{line})>0,C{line}/B{line},"{blank}")', self.share, done)

    def _limits(self, result: Any) -> None:
        columns = ("process", "standard", "clause", "product", "limit", "actual", "indicator-unit", "complies")
        sheet = self._sheet("9", columns, 4)
        yes, no = (word(f"report-{each}", self.lang) for each in ("yes", "no"))
        for line, each in enumerate(kept(result, self.lang), 2):
            texts = {0: each.process, 1: each.standard, 2: each.clause, 3: self._said(each.product), 6: each.unit.text}
            for position, said in texts.items():
                sheet.write_string(line - 1, position, said)
            sheet.write_number(line - 1, 4, each.unit.out(each.limit))
            sheet.write_number(line - 1, 5, each.unit.out(each.value))
            met = meets(each.value, "<=", each.limit)
            sheet.write_formula(f"H{line}", f'=IF(F{line}<=E{line},"{yes}","{no}")', None, yes if met else no)

    def _projects(self, result: Any) -> None:
        columns = ("process", "project", "category", "content", "investment", "saving", "period", "funds")
        sheet = self._sheet("10", columns, 2)
        for line, each in enumerate(projects(result, self.lang), 1):
            sheet.write_string(line, 0, each.process)
            sheet.write_string(line, 1, self._said(each.label))
            if each.investment is not None:
                sheet.write_number(line, 4, _TEN_THOUSAND_YUAN.out(each.investment))
            if each.saving is not None:
                sheet.write_number(line, 5, unit("tce").out(each.saving))

    def _said(self, label: tuple[str, str]) -> str:
        zh, en = label
        return zh if self.lang == "zh" else en


def _target_of(plant: Plant) -> float | None:
    """Return the yearly target in tce that `[report]` of the plant file gives; None where it gives none."""
    given = plant.report.get("saving_target")
    try:
        return None if given is None else unit("tce").out(read_quantity(str(given), unit("tce")).value)
    except EcdcalcError:  # a text that is no quantity stays for whoever fills the form in
        return None


def _ranges(sheet: str, at: Mapping[str, str], rows: int) -> dict[str, str]:
    return {name: f"'{sheet}'!{column}2:{column}{rows + 1}" for name, column in at.items()}
