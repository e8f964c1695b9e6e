"""A form filled: every cell and row of tables with what it says, and the list of what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from ecdcalc.assessment.result import Findings
from ecdcalc.report.charts.chart import Chart
from ecdcalc.report.charts.on_paper import charts_by_name
from ecdcalc.report.forms.form import REPORT, Cell, FormTable, WordForm
from ecdcalc.report.forms.known import document_of, is_measured
from ecdcalc.report.forms.paths import entries, found
from ecdcalc.report.forms.values import ABSENT, FILLED, MISSING, Entry, entry_of
from ecdcalc.words.labels import word

Row = Mapping[str, str]


@frozen
class Line:
    """One line of the list of completeness."""

    chapter: str
    label: str
    state: str
    place: str
    required: bool
    path: str


@frozen
class FilledForm:
    """What a layout is filled with."""

    form: WordForm
    title: str
    cells: Mapping[str, str]
    tables: Mapping[str, Sequence[Row]]
    lines: Sequence[Line] = field(factory=tuple)
    charts: Mapping[str, Chart] = field(factory=dict)
    """The pictures of the result by the names that a layout asks for them."""

    @property
    def missing(self) -> list[Line]:
        """What must be given and is not."""
        return [line for line in self.lines if line.state == MISSING and line.required]


class _Documents:
    """What a form is filled from, on each basis of electricity and heat; a region has both in one."""

    def __init__(self, result: Any, lang: str) -> None:
        self.result, self.lang = result, lang
        self._made: dict[str, dict[str, Any]] = {}
        self.own = result.basis if isinstance(result, Findings) else ""
        self.report = result.plant.report if isinstance(result, Findings) else {}

    def on(self, basis: str) -> dict[str, Any]:
        """Return the document on a basis, the result's own where none is asked."""
        wanted = basis if basis and self.own else self.own
        if wanted not in self._made:
            self._made[wanted] = {**self._document(wanted), REPORT: self.report}
        return self._made[wanted]

    def _document(self, basis: str) -> dict[str, Any]:
        if basis == self.own:
            return document_of(self.result, self.lang)
        from ecdcalc.assessment.plant import assess

        return document_of(assess(self.result.plant, basis=basis), self.lang)


def fill(form: WordForm, result: Any, lang: str) -> FilledForm:
    """Fill a form from a result."""
    documents = _Documents(result, lang)
    cells: dict[str, str] = {}
    tables: dict[str, list[Row]] = {}
    lines: list[Line] = []
    for chapter in form.chapters:
        title = chapter.label(lang)
        for cell in chapter.cells:
            entry = entry_of(cell, documents.on(cell.basis), "", lang)
            cells[cell.id] = entry.text
            lines.append(
                Line(
                    title,
                    cell.label(lang),
                    entry.state,
                    place_of(cell.source, lang),
                    cell.required,
                    ", ".join(cell.source),
                )
            )
        for table in chapter.tables:
            if table.optional and _lacks(table, documents):
                tables[table.id] = []
                continue
            rows, states = _rows(table, documents, lang)
            tables[table.id] = rows
            place = place_of((table.rows,), lang)
            lines += _lines(title, table, states, place, lang)
    measured = isinstance(result, Findings) and is_measured(result)
    title = (form.title_measured if measured else form.title)[lang]
    charts = charts_by_name(result, documents.on(""), lang)
    named = {name.replace("-", "_"): each for name, each in charts.items()}
    return FilledForm(form, title, cells, tables, lines, named)


def place_of(source: Sequence[str], lang: str) -> str:
    """Return where the user gives what a cell lacks, else which field of the result it is."""
    return word("form-asked" if source[0].startswith(f"{REPORT}.") else "form-computed", lang, path=", ".join(source))


def unused(form: WordForm, result: Any) -> list[str]:
    """Return what the user told for reports and this form does not ask."""
    asked = {each for cell in form.cells for each in cell.source} | {table.rows for table in form.tables}
    report = result.plant.report if isinstance(result, Findings) else {}
    return [path for path in _told(report, REPORT) if path not in asked]


def _told(table: Mapping[str, Any], place: str) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _told(value, f"{place}.{key}")
        else:
            yield f"{place}.{key}"


def _lacks(table: FormTable, documents: _Documents) -> bool:
    """Tell whether the result has no such list."""
    outer, _, _ = table.rows.partition(".*")
    return found(documents.on(""), outer.split(".")) is None


def _rows(table: FormTable, documents: _Documents, lang: str) -> tuple[list[Row], dict[str, str]]:
    """Return the rows of a table as texts, and the worst state of each of its columns."""
    path = table.rows.split(".")
    if _lacks(table, documents):
        empty = {cell.id: word("form-blank", lang) for cell in table.columns}
        return [{**empty, "number": "1"}], {cell.id: MISSING for cell in table.columns}
    on = {basis: [*entries(documents.on(basis), path)] for basis in {cell.basis for cell in table.columns}}
    rows: list[Row] = []
    states = {cell.id: ABSENT for cell in table.columns}
    for number in range(min(map(len, on.values()), default=0)):
        if table.needs and found(next(iter(on.values()))[number][0][-1], table.needs.split(".")) is None:
            continue
        row = {"number": str(len(rows) + 1)}
        for cell in table.columns:
            entry = _entry(cell, *on[cell.basis][number], lang)
            row[cell.id] = entry.text
            states[cell.id] = _worse(states[cell.id], entry.state)
        rows.append(row)
    return rows or [{"number": "1", **{cell.id: word("none", lang) for cell in table.columns}}], states


def _entry(cell: Cell, chain: Sequence[Any], key: str, lang: str) -> Entry:
    return entry_of(cell, chain[len(chain) - 1 - cell.up], key, lang, name=False)


def _worse(one: str, other: str) -> str:
    order = (ABSENT, FILLED, MISSING)
    return max(one, other, key=order.index)


def _lines(chapter: str, table: FormTable, states: Mapping[str, str], place: str, lang: str) -> Iterator[Line]:
    """Yield a line for the table, and for each of its columns in which something is missing."""
    whole = MISSING if states and set(states.values()) == {MISSING} else _best(states)
    yield Line(chapter, table.label(lang), whole, place, table.required, table.rows)
    if whole != MISSING:
        for cell in table.columns:
            if states[cell.id] == MISSING:
                label = f"{table.label(lang)} / {cell.label(lang)}"
                path = f"{table.rows}.{cell.source[0]}"
                yield Line(chapter, label, MISSING, place_of((path,), lang), cell.required, path)


def _best(states: Mapping[str, str]) -> str:
    return FILLED if FILLED in states.values() or MISSING in states.values() else ABSENT
