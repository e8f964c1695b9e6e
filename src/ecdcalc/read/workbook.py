"""From a workbook of the form of `ecdcalc template … --output plant.xlsx` to a document; every mistake with its cell.

A path stands in the first column, in words or keys; a value and its unit in two columns of each item. Nothing is run or
fetched: formulas give the value that was stored, macros are not looked at, links are not followed. What a file may
hold is bounded before it is opened.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from ecdcalc.numbers.unit_words import NO_SLIP, slip
from ecdcalc.numbers.units import normal
from ecdcalc.reference.outside import outside_bytes
from ecdcalc.words.errors import InputError, Problem

SUFFIX = ".xlsx"
MARK = "ecdcalc"
VERSION = 1
HEAD, ONE, MANY, LISTS = "head", "one", "many", "lists"
"""What a sheet holds: the keys at the head of the file, one table, a list of tables; choices for the drop-downs."""
STEP = " / "
"""What stands between the words of a path."""
_MOST_BYTES = 20_000_000
_MOST_INSIDE = 60_000_000
_MOST_PARTS = 2_000
_MOST_ROWS = 20_000
_FIRST_ROW = 3
_OLE = b"\xd0\xcf\x11\xe0"
_NUMBER = re.compile(r"[+-]?([1-9]\d{0,2}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?")
_NUMBERED = re.compile(r"(.*\S) (\d{1,4})")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]+\d+:[A-Z]+(\d+))"')
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"')
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class FromWorkbook(dict[str, Any]):
    """A document of a workbook: where each of its places stands, and what is wrong or has to be said of its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []


def read_workbook(path: str, raw: bytes | None = None) -> FromWorkbook:
    """Return the document of a workbook, with what is wrong with single cells, to be told with all other mistakes.

    Raises `InputError` for a file that is none of this form.
    """
    raw = workbook_bytes(path) if raw is None else raw
    formulas, values = opened_books(path, raw)
    made = FromWorkbook()
    try:
        for sheet, word, kind in _manifest(formulas, path, made.problems):
            _Sheet(formulas[sheet], values[sheet], made, made.problems, _part(raw, formulas[sheet])).read(word, kind)
    finally:
        formulas.close()
        values.close()
    return made


def opened_books(path: str, raw: bytes | None = None) -> tuple[Any, Any]:
    """Return a workbook twice, with its formulas and with their values. Raises `InputError` for what is too much."""
    raw = workbook_bytes(path) if raw is None else raw
    _check(raw, path)
    return _opened(raw, path, values=False), _opened(raw, path, values=True)


def is_form(path: str) -> bool:
    """Tell whether a file is of the form that is read here, or no workbook at all."""
    if not path.lower().endswith(SUFFIX):
        return True
    book, _ = opened_books(path)
    first = next(book.worksheets[0].iter_rows(max_row=1, max_col=1, values_only=True), (None,))
    book.close()
    return bool(first and first[0] == MARK)


def workbook_bytes(path: str) -> bytes:
    """Return the bytes of a workbook. Raises `InputError`."""
    return outside_bytes(path, _MOST_BYTES, "workbook-file-too-large")


def _check(raw: bytes, path: str) -> None:
    """Refuse what is no workbook, is locked, unpacks to too much, or names entities of its own."""
    if raw.startswith(_OLE):
        raise InputError([Problem(path, "workbook-locked", {})])
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            parts = file.infolist()
            if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _MOST_INSIDE:
                raise InputError([Problem(path, "workbook-too-large", {"most": _MOST_INSIDE // 1_000_000})])
            for each in parts:
                if each.filename.endswith((".xml", ".rels")) and _ENTITY.search(_in_bytes(_bounded(file, each))):
                    raise InputError([Problem(path, "workbook-entities", {"part": each.filename[:60]})])
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError([Problem(path, "workbook-broken", {"reason": str(error)[:100]})]) from None


def _bounded(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return a part whole; of one that is larger than it says no more is unpacked, its checksum is then wrong."""
    with file.open(part) as opened:
        return opened.read(_MOST_INSIDE)


def _in_bytes(part: bytes) -> bytes:
    """Return a part with a byte for each sign of markup; in UTF-16 they have two."""
    return part.replace(b"\0", b"") if b"\0" in part[:4] else part


def _opened(raw: bytes, path: str, values: bool) -> Any:
    try:
        library = import_module("openpyxl")
    except ModuleNotFoundError:
        raise InputError([Problem(path, "workbook-read-extra", {})]) from None
    try:
        return library.load_workbook(
            io.BytesIO(raw), read_only=True, data_only=values, keep_vba=False, keep_links=False
        )
    except Exception as error:  # a file of another program may break its reader in any way
        raise InputError([Problem(path, "workbook-broken", {"reason": str(error)[:100]})]) from None


def _part(raw: bytes, sheet: Any) -> bytes:
    """Return the part of the file that holds a sheet; its reader passes over merged cells."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return file.read(sheet._worksheet_path)


def _manifest(book: Any, path: str, problems: list[Problem]) -> Iterator[tuple[str, str, str]]:
    """Yield the sheets that the first one lists, with the word of their table and its kind."""
    sheets: list[Any] = book.worksheets
    rows = [*sheets[0].iter_rows(max_row=200, max_col=3, values_only=True)] if sheets else []
    if not rows or rows[0][0] != MARK:
        raise InputError([Problem(path, "workbook-not-template", {})])
    first = sheets[0]
    if rows[0][1] != VERSION:
        raise InputError([Problem(f"{first.title}!B1", "workbook-version", {"found": str(rows[0][1])[:20]})])
    for number, (sheet, kind, word) in enumerate(rows[1:], 2):
        if kind not in (HEAD, ONE, MANY) or not isinstance(sheet, str):
            continue
        if sheet not in book.sheetnames:
            place = f"{first.title}!A{number}"
            problems.append(Problem(place, "workbook-sheet-missing", {"sheet": sheet[:40]}))
            continue
        yield sheet, str(word or ""), str(kind)


class _Sheet:
    """Reads one sheet into the document."""

    def __init__(self, formulas: Any, values: Any, made: FromWorkbook, problems: list[Problem], text: bytes) -> None:
        self.formulas, self.values, self.made, self.problems, self.text = formulas, values, made, problems, text
        self.title = formulas.title
        formulas.reset_dimensions()
        values.reset_dimensions()

    def read(self, word: str, kind: str) -> None:
        if self.formulas.sheet_state != "visible":
            self._remark(self.title, "workbook-hidden")
        for place in self._merged():
            self.problems.append(Problem(f"{self.title}!{place}", "cell-merged", {}))
        seen: dict[tuple[str, int], str] = {}
        rows = 0
        last = self._last_row()
        sheets = (each.iter_rows(max_row=last) for each in (self.formulas, self.values))
        for cells, stored in zip(*sheets, strict=False):
            number = next((each.row for each in cells if each.value is not None), 0)
            if number < _FIRST_ROW:
                continue
            rows += 1
            if rows > _MOST_ROWS:
                self.problems.append(Problem(self.title, "workbook-rows", {"most": _MOST_ROWS}))
                return
            self._row(word, kind, number, cells, stored, seen)

    def _last_row(self) -> int | None:
        """Return the last row in which anything stands: a program may write out a million that have a colour alone."""
        end = self.text.find(b"</sheetData>")
        last = max(self.text.rfind(each, 0, max(end, 0)) for each in (b"<v", b"<is", b"<f"))
        found = _ROW.match(self.text, max(self.text.rfind(b"<row ", 0, max(last, 0)), 0))
        return int(found[1]) if found else None

    def _merged(self) -> list[str]:
        """Return the merged cells among the values, as the part of the file names them."""
        found = ((each[1].decode("ascii"), int(each[2])) for each in _MERGED.finditer(self.text))
        return [place for place, row in found if row >= _FIRST_ROW]

    def _row(
        self, word: str, kind: str, number: int, cells: Any, stored: Any, seen: dict[tuple[str, int], str]
    ) -> None:
        path = cells[0].value
        if not isinstance(path, str) or not path.strip():
            if any(each.value is not None for each in cells[1:]):
                self.problems.append(Problem(f"{self.title}!A{number}", "cell-no-path", {}))
            return
        path = STEP.join(part.strip() for part in path.split(STEP))
        for item in range(len(cells) // 2):
            at = 1 + 2 * item
            where = f"{self.title}!{letter(at)}{number}"
            parts = _parts(path)
            place = _place(word, kind, item, parts)
            self.made.cells.setdefault(place, where)
            unit = cells[at + 1].value if at + 1 < len(cells) else None
            found = self._value(cells[at], stored[at] if at < len(stored) else None, unit, where)
            if found is None:
                self._put(self._item(word, kind, item), parts, None, where)
                continue
            if (path, item) in seen:
                self.problems.append(Problem(where, "given-twice", {"found": seen[path, item]}))
                continue
            seen[path, item] = where
            self.made.cells[place] = where
            self._put(self._item(word, kind, item), parts, found, where)

    def _item(self, word: str, kind: str, item: int) -> dict[str, Any]:
        """Return the table that a column of the sheet fills."""
        if kind == HEAD:
            return self.made
        if kind == ONE:
            found: dict[str, Any] = self.made.setdefault(word, {})
            return found
        rows: list[dict[str, Any]] = self.made.setdefault(word, [])
        while len(rows) <= item:
            rows.append({})
        return rows[item]

    def _put(self, table: dict[str, Any], parts: list[tuple[str, int | None]], found: Any, where: str) -> None:
        """Put a value in its place; an amount with inputs of its own below becomes `value` beside them.

        None keeps the place, so that it is known where it stands; `filled` leaves it out again.
        """
        here: Any = table
        for depth, (key, index) in enumerate(parts):
            last = depth == len(parts) - 1
            if index is None:
                if last and isinstance(here.get(key), dict):
                    here[key].setdefault("value", None)
                    here[key]["value"] = here[key]["value"] if found is None else found
                elif last:
                    here[key] = here.get(key) if found is None else found
                else:
                    below = here.setdefault(key, {})
                    here[key] = here = below if isinstance(below, dict) else {"value": below}
                continue
            rows = here[key] = [] if here.get(key) is None else here[key]
            if not isinstance(rows, list):
                self.problems.append(Problem(where, "given-twice", {"found": key}))
                return
            if last:
                rows += [] if found is None else [found]
                continue
            while len(rows) <= index:
                rows.append({})
            here = rows[index]

    def _value(self, cell: Any, stored: Any, unit: Any, where: str) -> Any:
        """Return what a cell gives with the unit beside it; None where it gives nothing."""
        found = cell.value
        if found is None or (isinstance(found, str) and not found.strip()):
            return None
        if cell.data_type == "f":
            found = stored.value if stored is not None else None
            if found is None:
                self.problems.append(Problem(where, "cell-formula-empty", {}))
                return None
            self._remark(where, "cell-formula", found=str(found)[:40])
        if cell.data_type == "e" or (stored is not None and stored.data_type == "e"):
            self.problems.append(Problem(where, "cell-error", {"found": str(found)[:20]}))
            return None
        unit = str(unit).strip() if unit is not None else ""
        if isinstance(found, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
            return self._date(found, unit, where)
        if isinstance(found, bool):
            return found
        if isinstance(found, str):
            return self._text(found.strip(), unit, where)
        return self._number(found, unit, str(getattr(cell, "number_format", "")), where)

    def _date(self, found: Any, unit: str, where: str) -> Any:
        if unit or not isinstance(found, datetime.datetime):
            self.problems.append(Problem(where, "cell-date", {"found": str(found)[:20]}))
            return None
        return found.date()

    def _text(self, found: str, unit: str, where: str) -> Any:
        if not unit:
            return found
        plain = normal(found[:40])
        if _NUMBER.fullmatch(plain):
            self._remark(where, "cell-number-text", found=plain)
            return f"{plain} {unit}"
        own = _NUMBER.match(found)
        if own is None or not own[0].strip("+-."):
            self.problems.append(Problem(where, "cell-no-number", {"found": found[:40], "unit": unit[:20]}))
            return None
        if found[own.end() :].replace(" ", "") == unit.replace(" ", ""):
            return found
        wrong = slip(plain)
        key = "cell-two-units" if wrong == NO_SLIP else wrong
        self.problems.append(Problem(where, key, {"found": found[:40], "unit": unit[:20]}))
        return None

    def _number(self, found: float, unit: str, form: str, where: str) -> Any:
        if "%" in form and '"' not in form:  # shown as a percentage: 5 % is stored as 0.05
            if unit not in ("", "%"):
                self.problems.append(Problem(where, "cell-percent", {"unit": unit[:20]}))
                return None
            return f"{float(f'{found * 100:.15g}')!r} %"
        number = int(found) if float(found).is_integer() and abs(found) < 1e15 else float(found)
        return f"{number!r} {unit}" if unit else number

    def _remark(self, where: str, key: str, **values: object) -> None:
        self.made.remarks.append(Problem(where, key, values))


def _parts(path: str) -> list[tuple[str, int | None]]:
    """Return the steps of a path, each with the number that it ends in, counted from zero."""
    found: list[tuple[str, int | None]] = []
    for part in path.split(STEP):
        match = _NUMBERED.fullmatch(part)
        found.append((match[1], int(match[2]) - 1) if match and int(match[2]) else (part, None))
    return found


def _place(word: str, kind: str, item: int, parts: list[tuple[str, int | None]]) -> str:
    head = {HEAD: [], ONE: [word], MANY: [f"{word}[{item}]"]}[kind]
    return ".".join([*head, *(key if index is None else f"{key}[{index}]" for key, index in parts)])


def letter(column: int) -> str:
    """Return the letters of a column, counted from zero."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def filled(found: Any) -> Any:
    """Return a document without the places where nothing is given; None where nothing is left."""
    if isinstance(found, Mapping):
        kept = {key: value for key, each in found.items() if (value := filled(each)) is not None}
        return kept or None
    if isinstance(found, list):
        rows = [filled(each) for each in found]
        while rows and rows[-1] is None:
            rows.pop()
        return [{} if each is None else each for each in rows] or None
    return found


def cells_of(document: Mapping[str, Any]) -> Mapping[str, str]:
    """Return where the places of a document stand, if it is of a workbook."""
    return document.cells if isinstance(document, FromWorkbook) else {}


def problems_of(document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what is wrong with single cells of a document, if it is of a workbook."""
    return tuple(document.problems) if isinstance(document, FromWorkbook) else ()


def remarks_of(document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what has to be said of the cells of a document, if it is of a workbook."""
    return tuple(document.remarks) if isinstance(document, FromWorkbook) else ()
