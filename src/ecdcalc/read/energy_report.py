"""From the tables of energy of the yearly report, as a workbook, to rows; every mistake with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.read.words import carrier_of
from ecdcalc.read.workbook import letter, opened_books
from ecdcalc.words.errors import EcdcalcError, InputError, Problem
from ecdcalc.words.meaning import key_of

HEADS: dict[str, tuple[str, ...]] = {
    "carrier": ("能源名称", "carrier"),
    "unit": ("计量单位", "单位", "unit"),
    "opening": ("期初库存量", "opening stock"),
    "purchased": ("购进量", "购进量实物量", "purchased"),
    "made": ("加工转换产出", "加工转换产出量", "made"),
    "recovered": ("回收利用", "回收利用量", "recovered"),
    "sold": ("外供量", "销售量", "sold"),
    "industrial": ("工业生产消费", "工业生产消费量", "industrial use"),
    "feedstock": ("用于原材料", "feedstock"),
    "non_industrial": ("非工业生产消费", "non-industrial use"),
    "vehicles": ("运输工具消费", "vehicles"),
    "closing": ("期末库存量", "closing stock"),
    "calorific": ("采用折标系数", "当量系数", "factor used"),
    "primary": ("等价系数", "primary factor"),
}
_ALONE = ("carrier", "unit", "industrial")
_TOTALS = ("能源合计", "合计", "总计", "total")
_MOST_ROWS = 500


@frozen
class ReportRow:
    """One line as it was filled in: the carrier, its unit, numbers by column, and the cell of each."""

    carrier: str
    unit: str
    numbers: Mapping[str, float]
    cells: Mapping[str, str]


def read_energy_report(path: str) -> list[ReportRow]:
    """Return the lines of the table of energy. Raises `InputError` with every cell that cannot be read."""
    _, values = opened_books(path)
    problems: list[Problem] = []
    found: list[ReportRow] = []
    for sheet in values.worksheets:
        sheet.reset_dimensions()
        found += _sheet(sheet, problems)
    values.close()
    if problems:
        raise InputError(problems)
    if not found:
        raise InputError([Problem(path, "report-no-table", {"heads": "、".join(HEADS[each][0] for each in _ALONE)})])
    return found


def _sheet(sheet: Any, problems: list[Problem]) -> Iterator[ReportRow]:
    columns: dict[str, int] = {}
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=60, values_only=True), 1):
        if not columns:
            columns = _heads(cells)
            continue
        name = cells[columns["carrier"]]
        if name is None or key_of(str(name), [{"total": _TOTALS}]) is not None:
            continue
        if row := _line(str(name), cells, columns, f"{sheet.title}!", number, problems):
            yield row


def _heads(cells: Any) -> dict[str, int]:
    """Return the column of each head; none where the row is not the head of the table."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        key = key_of(str(cell), [HEADS]) if isinstance(cell, str) else None
        if isinstance(key, str):
            found.setdefault(key, at)
    return found if all(each in found for each in _ALONE) else {}


def _line(
    name: str, cells: Any, columns: Mapping[str, int], sheet: str, number: int, problems: list[Problem]
) -> ReportRow | None:
    def place(column: str) -> str:
        return f"{sheet}{letter(columns[column])}{number}"

    before = len(problems)
    carrier = of = ""
    try:
        carrier = carrier_of(name.strip())
    except EcdcalcError as error:
        problems.append(Problem(place("carrier"), error.key, error.values))
    try:
        of = unit(str(cells[columns["unit"]] or "").strip()).text
    except EcdcalcError as error:
        problems.append(Problem(place("unit"), error.key, error.values))
    numbers: dict[str, float] = {}
    for column in columns:
        cell = cells[columns[column]]
        if column in ("carrier", "unit") or cell is None or str(cell).strip() in ("", "-", "—", "–"):
            continue
        try:
            numbers[column] = read_quantity(str(cell), "1").value
        except EcdcalcError as error:
            problems.append(Problem(place(column), error.key, error.values))
    if len(problems) > before:
        return None
    return ReportRow(carrier, of, numbers, {column: place(column) for column in columns})
