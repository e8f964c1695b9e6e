"""From the tables of the yearly energy report, as a workbook, to rows; every mistake with its cell.

A table is known by its heads, on whatever sheet and row it stands; its head may take several rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any

from attrs import evolve, field, frozen

from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.read.words import carrier_of
from ecdcalc.read.workbook import letter, opened_books
from ecdcalc.words.errors import EcdcalcError, InputError, Problem
from ecdcalc.words.labels import unit_of_word
from ecdcalc.words.meaning import key_of

Heads = Mapping[str, tuple[str, ...]]
PARTS = ("power", "heating", "washing", "coking", "refining", "gas-making", "liquefaction", "coal-products")
"""What carriers are transformed into, as table 2-1 has it."""
HEADS: Heads = {
    "carrier": ("能源名称", "carrier"),
    "unit": ("计量单位", "单位", "unit"),
    "opening": ("期初库存量", "opening stock"),
    "purchased": ("购进量", "购进量实物量", "purchased"),
    "cost": ("购进量金额", "购进金额", "金额", "purchase cost"),
    "made": ("加工转换产出", "加工转换产出量", "made"),
    "recovered": ("回收利用", "回收利用量", "recovered"),
    "sold": ("外供量", "销售量", "sold"),
    "industrial": ("工业生产消费", "工业生产消费量", "industrial use"),
    "feedstock": ("用于原材料", "其中：用于原材料", "feedstock"),
    "non_industrial": ("非工业生产消费", "non-industrial use"),
    "vehicles": ("运输工具消费", "合计中：运输工具消费", "vehicles"),
    "closing": ("期末库存量", "closing stock"),
    "transformed": ("加工转换投入合计", "加工转换投入", "transformation input"),
    "power": ("火力发电", "thermal power"),
    "heating": ("供热", "heat supply"),
    "washing": ("原煤入洗", "coal washing"),
    "coking": ("炼焦", "coking"),
    "refining": ("炼油", "炼油及煤制油", "refining"),
    "gas-making": ("制气", "gas making"),
    "liquefaction": ("天然气液化", "gas liquefaction"),
    "coal-products": ("加工煤制品", "coal products"),
    "calorific": ("采用折标系数", "当量系数", "factor used"),
    "primary": ("等价系数", "primary factor"),
}
TABLES: Mapping[str, Heads] = {
    "indicators": {
        "process": ("工序", "process"), "indicator": ("指标名称", "indicator"), "unit": ("指标单位", "indicator unit"),
        "value": ("指标值", "本年指标值", "indicator value"), "numerator": ("子项值", "numerator"),
        "denominator": ("母项值", "denominator"), "denominator-unit": ("母项单位", "unit of denominator"),
        "ratio": ("换算系数", "conversion"),
    },
    "targets": {
        "item": ("目标项", "target item"), "target": ("节能目标", "年度节能目标", "saving target"),
        "saved": ("实际节能量", "energy saved"), "done": ("完成率", "completion"),
    },
    "limits": {
        "process": ("工序", "process"), "standard": ("标准号", "standard number"), "product": ("产品", "product"),
        "unit": ("指标单位", "indicator unit"), "limit": ("限额", "限额值", "limit value"),
        "value": ("实际值", "实际", "actual value"), "complies": ("是否符合", "complies"),
    },
    "projects": {
        "process": ("工序", "process"), "project": ("项目", "项目名称", "project"), "category": ("类别", "category"),
        "investment": ("投资", "investment"), "saving": ("节能量", "yearly saving"),
    },
}  # fmt: skip
"""The tables beside those of energy: unit products (4), targets (6), limits (9), projects (10)."""
_MONEY = "千元"
"""What the form counts purchases in."""
_ASKED = {
    "energy": ("carrier", "unit", "industrial"),
    "indicators": ("indicator", "numerator", "denominator"),
    "targets": ("target", "saved"),
    "limits": ("standard", "limit", "value"),
    "projects": ("project", "saving"),
}
_TEXTS = {"carrier", "unit", "process", "indicator", "denominator-unit", "item", "standard", "product", "complies",
          "project", "category"}  # fmt: skip
_TOTALS = ("能源合计", "合计", "总计", "total")
_LETTERED = ("甲", "乙", "丙")
_NOTHING = ("", "-", "—", "–")
_MOST_ROWS = 500
_ROUNDING = 1e-9
"""By which the same number may differ on two sheets."""
_HEAD = re.compile(r"(?P<head>[^（(]*\S)\s*(?:[（(](?P<unit>[^（()）]*)[)）])?")


@frozen
class ReportRow:
    """One line of energy as it was filled in: the carrier, its unit, numbers by column, and the cell of each.

    The cost of what was purchased is in yuan.
    """

    carrier: str
    unit: str
    numbers: Mapping[str, float]
    cells: Mapping[str, str]


@frozen
class Line:
    """One line of another table: texts and numbers by column, the cell of each, and how numbers were printed."""

    table: str
    texts: Mapping[str, str]
    numbers: Mapping[str, float]
    printed: Mapping[str, str]
    cells: Mapping[str, str]
    units: Mapping[str, str] = field(factory=dict)
    """What the heads say in brackets, such as 万元."""


@frozen
class Report:
    """A report as it was filed."""

    energy: tuple[ReportRow, ...]
    lines: tuple[Line, ...] = field(factory=tuple)

    def of(self, table: str) -> list[Line]:
        """Return the lines of one table."""
        return [each for each in self.lines if each.table == table]


def read_energy_report(path: str) -> Report:
    """Return the tables of a report. Raises `InputError` with every cell that cannot be read."""
    _, values = opened_books(path)
    problems: list[Problem] = []
    energy: list[ReportRow] = []
    lines: list[Line] = []
    for sheet in values.worksheets:
        sheet.reset_dimensions()
        found = [*_sheet(sheet, problems)]
        energy = _joined(energy, [each for each in found if isinstance(each, ReportRow)], problems)
        lines += [each for each in found if isinstance(each, Line)]
    values.close()
    if problems:
        raise InputError(problems)
    if not energy:
        heads = "、".join(HEADS[each][0] for each in _ASKED["energy"])
        raise InputError([Problem(path, "report-no-table", {"heads": heads})])
    return Report(tuple(energy), tuple(lines))


def _joined(known: list[ReportRow], more: list[ReportRow], problems: list[Problem]) -> list[ReportRow]:
    """Join the lines of a further sheet to those of the same carrier: table 2-1 goes on where table 2 ends."""
    joined, free = [*known], [*range(len(known))]
    for row in more:
        at = next((each for each in free if known[each].carrier == row.carrier), None)
        if at is None:
            joined.append(row)
            continue
        free.remove(at)
        one = known[at]
        for column in sorted({*one.numbers} & {*row.numbers}):
            if one.unit == row.unit and not isclose(row.numbers[column], one.numbers[column], rel_tol=_ROUNDING):
                other = {"found": f"{row.numbers[column]:g}", "other": f"{one.numbers[column]:g}"}
                problems.append(Problem(row.cells[column], "report-differs", {**other, "cell": one.cells[column]}))
        if one.unit != row.unit:
            problems.append(Problem(row.cells["unit"], "report-units", {"found": row.unit, "other": one.unit}))
        joined[at] = evolve(one, numbers={**row.numbers, **one.numbers}, cells={**row.cells, **one.cells})
    return joined


def _sheet(sheet: Any, problems: list[Problem]) -> Iterator[ReportRow | Line]:
    heads: dict[str, dict[str, int]] = {}
    units: dict[str, dict[str, str]] = {}
    table, below = "", False
    for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, max_col=60, values_only=True), 1):
        if not table or not below:
            _heads(cells, heads, units)
            table = table or _begun(heads)
            if not table or not _is_line(cells, heads[table], table):
                continue
            below = True
        columns = heads[table]
        name = cells[columns[_ASKED[table][0]]]
        if name is None or key_of(str(name), [{"total": _TOTALS}]) is not None:
            continue
        line = _line(table, cells, columns, f"{sheet.title}!", number, problems)
        line = line and evolve(line, units=units[table])
        found = _energy(line, problems) if line and table == "energy" else line
        if found is not None:
            yield found


def _begun(heads: Mapping[str, Mapping[str, int]]) -> str:
    """Return the table of which all that is needed stands in the heads."""
    return next((name for name, asked in _ASKED.items() if all(each in heads.get(name, {}) for each in asked)), "")


def _heads(cells: Any, heads: dict[str, dict[str, int]], units: dict[str, dict[str, str]]) -> None:
    """Note the column of each head of a row, for every table that has it, and what it says in brackets."""
    for name, known in {"energy": HEADS, **TABLES}.items():
        for at, cell in enumerate(cells):
            head, unit_of = _split(cell)
            key = key_of(head, [known]) if head else None
            if isinstance(key, str) and key not in heads.setdefault(name, {}):
                heads[name][key] = at
                units.setdefault(name, {})[key] = unit_of


def _split(cell: Any) -> tuple[str, str]:
    """Return a head, and the unit that it says in brackets."""
    found = _HEAD.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return (found["head"], unit_of_word(found["unit"] or "")) if found else ("", "")


def _is_line(cells: Any, columns: Mapping[str, int], table: str) -> bool:
    """Tell whether a row is one of the table and no further row of its head."""
    name = cells[columns[_ASKED[table][0]]]
    heads = {"energy": HEADS, **TABLES}[table]
    return name is not None and str(name).strip() not in _LETTERED and key_of(str(name), [heads]) is None


def _line(
    table: str, cells: Any, columns: Mapping[str, int], sheet: str, number: int, problems: list[Problem]
) -> Line | None:
    places = {column: f"{sheet}{letter(at)}{number}" for column, at in columns.items()}
    texts: dict[str, str] = {}
    numbers: dict[str, float] = {}
    printed: dict[str, str] = {}
    before = len(problems)
    for column, at in columns.items():
        cell = cells[at]
        if column in _TEXTS:
            texts[column] = "" if cell is None else str(cell).strip()
        elif cell is not None and str(cell).strip() not in _NOTHING:
            try:
                numbers[column], printed[column] = read_quantity(str(cell), "1").value, str(cell).strip()
            except EcdcalcError as error:
                problems.append(Problem(places[column], error.key, error.values))
    return Line(table, texts, numbers, printed, places) if len(problems) == before else None


def _energy(line: Line, problems: list[Problem]) -> ReportRow | None:
    """Return a line of energy with its carrier and unit in keys; None where they are noted."""
    before = len(problems)
    carrier = of = ""
    try:
        carrier = carrier_of(line.texts["carrier"])
    except EcdcalcError as error:
        problems.append(Problem(line.cells["carrier"], error.key, error.values))
    try:
        of = unit(line.texts["unit"]).text
    except EcdcalcError as error:
        problems.append(Problem(line.cells["unit"], error.key, error.values))
    numbers = dict(line.numbers)
    if "cost" in numbers:
        try:
            numbers["cost"] = read_quantity(
                f"{numbers['cost']!r} {line.units.get('cost') or _MONEY}", unit("CNY")
            ).value
        except EcdcalcError as error:
            problems.append(Problem(line.cells["cost"], error.key, error.values))
    return ReportRow(carrier, of, numbers, line.cells) if len(problems) == before else None
