"""The tables of energy of the yearly report as text, and as a workbook whose sums are formulas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ecdcalc.assessment.energy_report import FLOWS, EnergyRow, comprehensive
from ecdcalc.model.parts.carriers import carrier_kinds
from ecdcalc.model.plant import BASES
from ecdcalc.numbers.units import unit
from ecdcalc.report.setting import text_table
from ecdcalc.report.workbook.writer import close, library
from ecdcalc.words.labels import number, word

_SUMS = ("industrial", "made", "recovered", "comprehensive", "feedstock", "less-feedstock", "total-40")


def text(rows: Sequence[EnergyRow], lang: str) -> str:
    """Return the tables for people: amounts by carrier, then the sums on both bases."""
    shown = [column for column in FLOWS if any(row.amount(column) for row in rows)]
    heads = [word(f"report-{each}", lang) for each in ("carrier", "unit", *shown, *(f"factor-{b}" for b in BASES))]
    table = [
        [
            carrier_kinds()[row.carrier].label(lang),
            row.unit,
            *(number(unit(row.unit).out(row.amount(column))) for column in shown),
            *(number(_factor(row, basis)) for basis in BASES),
        ]
        for row in rows
    ]
    sums = {basis: comprehensive(rows, basis) for basis in BASES}
    lines = [[word(f"report-{each}", lang), *(number(sums[basis][each]) for basis in BASES)] for each in _SUMS]
    ends = [word("report-sum", lang), *(f"{word(basis, lang)}, tce" for basis in BASES)]
    return f"{text_table(heads, table)}\n\n{text_table(ends, lines)}\n"


def _factor(row: EnergyRow, basis: str) -> float:
    """Return tce per unit of the row."""
    return row.factors[basis] * unit(row.unit).base(1.0) / unit("tce").base(1.0)


def write_energy_report(rows: Sequence[EnergyRow], path: Path, lang: str) -> None:
    """Write the tables as a workbook: amounts and factors are values, everything else a formula with its value."""
    file = library().Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = file.add_worksheet(word("report-sheet", lang))
    bold = file.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    columns = ("carrier", "unit", *FLOWS, "used", *(f"factor-{each}" for each in BASES), *(f"coal-{b}" for b in BASES))
    at = {name: position for position, name in enumerate(columns)}
    for name, position in at.items():
        sheet.write_string(0, position, word(f"report-{name}", lang), bold)
    for line, row in enumerate(rows, 1):
        _line(sheet, line, row, at, lang)
    _sums(file.add_worksheet(word("report-sums", lang)), rows, at, lang)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(columns), 14)
    sheet.freeze_panes(1, 1)
    close(file)


def _line(sheet: Any, line: int, row: EnergyRow, at: dict[str, int], lang: str) -> None:
    sheet.write_string(line, at["carrier"], carrier_kinds()[row.carrier].label(lang))
    sheet.write_string(line, at["unit"], row.unit)
    for column, value in row.amounts.items():
        sheet.write_number(line, at[column], unit(row.unit).out(value))
    used = row.amount("industrial") + row.amount("non_industrial")
    both = f"{_cell(at, 'industrial', line)}+{_cell(at, 'non_industrial', line)}"
    sheet.write_formula(line, at["used"], f"={both}", None, unit(row.unit).out(used))
    for basis in BASES:
        sheet.write_number(line, at[f"factor-{basis}"], _factor(row, basis))
        product = f"={_cell(at, 'used', line)}*{_cell(at, f'factor-{basis}', line)}"
        coal = row.coal("industrial", basis) + row.coal("non_industrial", basis)
        sheet.write_formula(line, at[f"coal-{basis}"], product, None, coal)


def _sums(sheet: Any, rows: Sequence[EnergyRow], at: dict[str, int], lang: str) -> None:
    """Write the sums of the form on a sheet of their own: each is made of the cells of the table."""
    start, last = 0, len(rows)
    table = f"'{word('report-sheet', lang)}'!"
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(BASES), 18)
    for offset, basis in enumerate(BASES, 1):
        found = comprehensive(rows, basis)
        sheet.write_string(start, offset, f"{word(basis, lang)}, tce")
        letter = chr(ord("A") + offset)
        place = {name: f"{letter}{start + 2 + position}" for position, name in enumerate(_SUMS)}
        formulas = {
            name: f"SUMPRODUCT({table}{_range(at, name, last)},{table}{_range(at, f'factor-{basis}', last)})"
            for name in ("industrial", "made", "recovered", "feedstock")
        }
        formulas["comprehensive"] = f"{place['industrial']}-{place['made']}-{place['recovered']}"
        formulas["less-feedstock"] = f"{place['comprehensive']}-{place['feedstock']}"
        formulas["total-40"] = f"SUM({table}{_range(at, f'coal-{basis}', last)})"
        for position, name in enumerate(_SUMS, start + 1):
            sheet.write_string(position, 0, word(f"report-{name}", lang))
            sheet.write_formula(position, offset, f"={formulas[name]}", None, found[name])


def _cell(at: dict[str, int], name: str, line: int) -> str:
    return f"{chr(ord('A') + at[name])}{line + 1}"


def _range(at: dict[str, int], name: str, last: int) -> str:
    return f"{_cell(at, name, 1)}:{_cell(at, name, last)}"
