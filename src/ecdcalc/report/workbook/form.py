"""A plant or region file as a workbook to fill in: labels, values, units, drop-downs, comments, in one language.

The first sheet lists the others; `read/workbook.py` reads what is written here, and both lose nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, evolve, field, frozen

from ecdcalc.model.parts.account import PlantAccount
from ecdcalc.model.parts.carriers import carrier_class, carrier_kinds
from ecdcalc.model.process import Field, Process, fields_of
from ecdcalc.model.sector import Sector, sector, tables
from ecdcalc.numbers.units import read_quantity, unit
from ecdcalc.read.keys import HEAD as HEAD_KEYS
from ecdcalc.read.keys import in_words
from ecdcalc.read.words import measure_words, option_words
from ecdcalc.read.workbook import HEAD, LISTS, MANY, MARK, ONE, STEP, VERSION
from ecdcalc.report.template import comment_in_words
from ecdcalc.report.workbook.writer import close, library, on_paper
from ecdcalc.words.errors import EcdcalcError
from ecdcalc.words.labels import unit_word, word

_QUANTITY = re.compile(r"([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?) *([^\d\s.+-].*)")
_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_ORDER = ("text", "quantity", "choice", "parts", "part")


@frozen
class Row:
    """One line of a sheet: where it leads, in keys and in words, and what may stand there."""

    path: tuple[str, ...]
    words: tuple[str, ...]
    field: Field | None = None
    options: tuple[str, ...] = ()
    beside: Mapping[str, Field] = Factory(dict)
    """The inputs of the same table, by key."""


@frozen
class Sheet:
    """One sheet: its table in words, its kind, its rows, and the values of each item by the path of the row."""

    word: str
    kind: str
    rows: tuple[Row, ...]
    items: tuple[Mapping[tuple[str, ...], Any], ...] = field(factory=tuple)


def write_form(document: Mapping[str, Any], path: Path, lang: str) -> None:
    """Write a document of keys as a workbook in the words of a language."""
    _Writer(path, lang).write([*_sheets(document, lang)])


def _sheets(document: Mapping[str, Any], lang: str) -> Iterator[Sheet]:
    of = sector(document["sector"]) if "sector" in document else None
    classes = _classes(of)
    whole = {key: _filled(document, key, classes, of) for key in document}
    if of is not None:
        whole = {
            **dict.fromkeys(each for each in HEAD_KEYS if each not in ("targets", "prices", "economics", "costs")),
            **whole,
        }
    words = in_words(whole, lang)
    head: list[tuple[str, str]] = []
    for key, name in zip(whole, words, strict=True):
        if isinstance(whole[key], list) and all(isinstance(each, Mapping) for each in whole[key]) and whole[key]:
            yield _sheet(key, name, MANY, whole[key], words[name], classes, lang)
        elif key in classes and isinstance(whole[key], Mapping):
            yield _sheet(key, name, ONE, [whole[key]], [words[name]], classes, lang)
        else:
            head.append((key, name))
    yield _sheet(
        "", "", HEAD, [{key: whole[key] for key, _ in head}], [{name: words[name] for _, name in head}], classes, lang
    )


def _classes(of: Sector | None) -> dict[str, tuple[type[Process], Sector | None]]:
    if of is None:
        return {}
    account: dict[str, tuple[type[Process], Sector | None]] = {PlantAccount.about.key: (PlantAccount, of)}
    return {**tables(of), **account}


def _filled(document: Mapping[str, Any], key: str, classes: Mapping[str, Any], of: Sector | None) -> Any:
    """Return a table with every input that it may have, None where nothing is given."""
    given = document[key]
    if key not in classes:
        return given
    cls, _ = classes[key]
    items = given if isinstance(given, list) else [given]
    made = [_item(cls, each, items) for each in items]
    return made if isinstance(given, list) else made[0]


def _item(cls: type[Process], given: Mapping[str, Any], items: list[Any]) -> dict[str, Any]:
    case = _laid(_case(items), {key: each for key, each in given.items() if key in ("measure", "reporting")})
    plain = {key: each for key, each in given.items() if key not in case}
    whole = {key: given.get(key) for key in ("closed", "new", "covers")}
    return {**_laid(_fields(cls, items), plain), **whole, **case}


def _case(items: list[Any]) -> dict[str, Any]:
    """Return what the measures and the reporting states of all items have, blank."""
    most = max((len(each.get("measure", [])) for each in items), default=0)
    measures: list[dict[str, Any]] = []
    for number in range(max(most, 1)):
        rows = [each["measure"][number] for each in items if len(each.get("measure", [])) > number]
        measures.append(dict.fromkeys(["use", "capex", *(key for row in rows for key in row)]))
    reporting: dict[str, Any] = {}
    for each in items:
        reporting = _laid(reporting, _blank(each.get("reporting", {})))
    return {"measure": measures, **({"reporting": reporting} if reporting else {})}


def _blank(given: Any) -> Any:
    return {key: _blank(each) for key, each in given.items()} if isinstance(given, Mapping) else None


def _fields(cls: type[Any], items: list[Any]) -> dict[str, Any]:
    """Return the inputs of a class, blank: plain ones, then the carriers that any of the items has, then groups."""
    made: dict[str, Any] = {}
    for each in sorted(fields_of(cls).values(), key=lambda each: _ORDER.index(each.kind)):
        if each.kind == "part" and each.part:
            made[each.key] = _fields(each.part, [item[each.key] for item in items if each.key in item])
        elif each.kind == "parts":
            lines = [item.get(each.key, {}) for item in items]
            made[each.key] = {id: None for line in lines for id in line}
        else:
            made[each.key] = None
    return made


def _laid(blank: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a blank form with what is given laid on it."""
    made = dict(blank)
    for key, found in given.items():
        below = made.get(key)
        if isinstance(found, Mapping):
            made[key] = _laid(below if isinstance(below, Mapping) else {}, found)
        elif isinstance(found, list) and isinstance(below, list):
            made[key] = [
                _laid(below[n] if n < len(below) else {}, found[n]) if n < len(found) else below[n]
                for n in range(max(len(found), len(below)))
            ]
        else:
            made[key] = found
    return made


def _sheet(
    key: str, name: str, kind: str, items: list[Any], words: list[Any], classes: Mapping[str, Any], lang: str
) -> Sheet:
    cls, of = classes.get(key, (None, None))
    rows: dict[tuple[str, ...], Row] = {}
    values: list[dict[tuple[str, ...], Any]] = []
    for item, said in zip(items, words, strict=True):
        mine: dict[tuple[str, ...], Any] = {}
        for path, spoken, found in _leaves(item, said, (), ()):
            at, beside = _field(cls, path) if cls else (None, {})
            rows.setdefault(path, Row(path, spoken, at, _options(at, path, cls, of, lang), beside))
            if found is not None:
                mine[path] = found
        values.append(mine)
    return Sheet(name, kind, _gathered(rows), tuple(values))


def _gathered(rows: Mapping[tuple[str, ...], Row]) -> tuple[Row, ...]:
    """Return the rows with those of one table together, where a later item has more than the first."""
    first: dict[str, int] = {}
    for path in rows:
        first.setdefault(path[0], len(first))
    return tuple(sorted(rows.values(), key=lambda each: first[each.path[0]]))


def _leaves(
    keys: Any, words: Any, path: tuple[str, ...], spoken: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Any]]:
    """Yield the path of each value, in keys and in words, with the value in words."""
    if isinstance(keys, Mapping):
        for (key, inner), (said, outer) in zip(keys.items(), words.items(), strict=True):
            if key in ("value", "amount") and path and not isinstance(inner, (Mapping, list)):
                yield path, spoken, outer
            else:
                yield from _leaves(inner, outer, (*path, key), (*spoken, said))
    elif isinstance(keys, list) and keys:
        for number, (inner, outer) in enumerate(zip(keys, words, strict=True), 1):
            here, said = (*path[:-1], f"{path[-1]} {number}"), (*spoken[:-1], f"{spoken[-1]} {number}")
            yield from _leaves(inner, outer, here, said)
    elif not isinstance(keys, list):
        yield path, spoken, words


def _field(cls: type[Any], path: tuple[str, ...]) -> tuple[Field | None, Mapping[str, Field]]:
    """Return what a process declares at a path, and what it declares beside it."""
    here: type[Any] | None = cls
    found: Field | None = None
    beside: Mapping[str, Field] = {}
    for key in path[1:] if path[0] == "reporting" else path:
        if here is None:
            return None, {}
        beside = {each.key: each for each in fields_of(here).values()}
        found = beside.get(key)
        if found is not None and found.kind != "parts":
            here = found.part
        elif key in carrier_kinds():
            here = carrier_class(key)
            beside = {each.key: each for each in fields_of(here).values()}
            found = fields_of(here)["amount"]
    return found, beside


def _options(
    at: Field | None, path: tuple[str, ...], cls: type[Any] | None, of: Sector | None, lang: str
) -> tuple[str, ...]:
    """Return the words that a cell may have."""
    if at is not None and at.options:
        words = option_words(at)
        return tuple((words[each][0] if lang == "zh" else "") or each for each in at.options)
    if path[-1] == "use" and cls is not None and of is not None:
        known = measure_words(of, cls)
        return tuple(each[0] if lang == "zh" else each[1] for each in known.values())
    return ()


class _Writer:
    """Writes the sheets."""

    def __init__(self, path: Path, lang: str) -> None:
        self.lang = lang
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.file = library().Workbook(str(path), options)
        self.head = self.file.add_format({"bold": True, "bottom": 1})
        self.input = self.file.add_format({"border": 1, "bg_color": "#FFF9E5", "num_format": "General"})
        self.unit = self.file.add_format({"font_color": "#555555", "border": 1})
        self.note = self.file.add_format({"font_color": "#555555", "text_wrap": True})
        self.lists: dict[tuple[str, ...], str] = {}
        self.titles: set[str] = set()

    def write(self, sheets: list[Sheet]) -> None:
        sheets = [*(each for each in sheets if each.kind == HEAD), *(each for each in sheets if each.kind != HEAD)]
        front = self.file.add_worksheet(self._title(word("form-front", self.lang)))
        titles = [self._title(each.word or word("form-head", self.lang)) for each in sheets]
        pages = [self.file.add_worksheet(each) for each in titles]
        self.choices = self.file.add_worksheet(self._title(word("form-lists", self.lang)))
        front.write_row(0, 0, [MARK, VERSION, self.lang], self.head)
        for number, (title, each) in enumerate(zip(titles, sheets, strict=True), 1):
            front.write_string(number, 0, title)
            front.write_string(number, 1, each.kind)
            front.write_string(number, 2, each.word)
        front.write_row(len(sheets) + 1, 0, [self.choices.get_name(), LISTS])
        front.set_column(0, 2, 24)
        for number, key in enumerate(("form-how", "form-units", "form-rows", "sheet-blank"), len(sheets) + 3):
            front.merge_range(number, 0, number, 5, word(key, self.lang), self.note)
            front.set_row(number, 32)
        on_paper(front, heads=1)
        for page, each in zip(pages, sheets, strict=True):
            self._page(page, each)
        close(self.file)

    def _title(self, text: str) -> str:
        """Return a name that a sheet may have, and no other has."""
        base = _TITLE.sub("-", text)[:_LONGEST_TITLE].strip() or "-"
        title, number = base, 2
        while title.lower() in self.titles:
            title, number = f"{base[: _LONGEST_TITLE - 4]} {number}", number + 1
        self.titles.add(title.lower())
        return title

    def _page(self, page: Any, sheet: Sheet) -> None:
        page.write_string(0, 0, sheet.word or word("form-head", self.lang), self.head)
        page.write_string(1, 0, word("form-input", self.lang), self.head)
        for item in range(len(sheet.items)):
            page.write_string(1, 1 + 2 * item, f"{word('form-value', self.lang)} {item + 1}", self.head)
            page.write_string(1, 2 + 2 * item, word("unit", self.lang), self.head)
        for number, row in enumerate(sheet.rows, 2):
            page.write_string(number, 0, STEP.join(row.words))
            if row.field is not None:
                page.write_comment(number, 0, _comment(row, self.lang), {"x_scale": 2, "author": MARK})
            for item, values in enumerate(sheet.items):
                self._cell(page, number, 1 + 2 * item, row, values.get(row.path))
        page.set_column(0, 0, 46)
        page.set_column(1, 2 * len(sheet.items), 14)
        page.freeze_panes(2, 1)
        on_paper(page, heads=2)

    def _cell(self, page: Any, number: int, column: int, row: Row, found: Any) -> None:
        value, unit = _split(found, row.field)
        if value is None:
            page.write_blank(number, column, None, self.input)
        elif isinstance(value, bool):
            page.write_boolean(number, column, value, self.input)
        elif isinstance(value, (int, float)):
            page.write_number(number, column, value, self.input)
        else:
            page.write_string(number, column, str(value), self.input)
        expected = row.field.unit.text if row.field and row.field.unit and row.field.unit.text != "1" else ""
        of = unit or (expected if value is None else "")
        page.write_string(number, column + 1, _unit_shown(of, self.lang), self.unit)
        if row.options:
            page.data_validation(
                number, column, number, column, {"validate": "list", "source": self._list(row.options)}
            )

    def _list(self, options: tuple[str, ...]) -> str:
        """Return the cells that list some words, written once."""
        if options not in self.lists:
            column = len(self.lists)
            for number, each in enumerate(options):
                self.choices.write_string(number, column, each)
            letters = _column(column)
            name = self.choices.get_name().replace("'", "''")
            self.lists[options] = f"='{name}'!${letters}$1:${letters}${len(options)}"
        return self.lists[options]


def _column(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _split(found: Any, at: Field | None) -> tuple[Any, str]:
    """Return a value and its unit apart; what is no number with a unit stays text."""
    if isinstance(found, (datetime.date, datetime.datetime)):
        return found.isoformat(), ""
    if not isinstance(found, str) or (at is not None and at.kind != "quantity"):
        return found, ""
    match = _QUANTITY.fullmatch(found)
    if match is None:
        return found, ""
    try:
        read_quantity(found)
    except EcdcalcError:
        return found, ""
    number = float(match[1])
    return (int(number) if number.is_integer() and abs(number) < 1e15 else number), match[2]


def _unit_shown(text: str, lang: str) -> str:
    """Return a unit in the words of the reader, where these are read as the same unit."""
    shown = unit_word(text, lang) if lang == "zh" else text
    if shown == text:
        return text
    try:
        return shown if evolve(unit(shown), text=text) == unit(text) else text
    except EcdcalcError:
        return text


def _comment(row: Row, lang: str) -> str:
    assert row.field is not None
    bounds = "; ".join(f"{sign} {bound:g}" for sign, bound in row.field.bounds)
    return "\n".join(each for each in (comment_in_words(row.field, row.beside, lang), bounds) if each)
