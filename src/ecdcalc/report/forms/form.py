"""A form: a folder with `form.toml` (what each cell is and where it comes from) and a layout `form.docx`.

Everything that is wrong with a form is told in one pass, with its place in `form.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen

from ecdcalc.assessment.contract.form import ASSESSMENT
from ecdcalc.model.plant import BASES
from ecdcalc.numbers.units import unit
from ecdcalc.read.text import read_document
from ecdcalc.report.forms.known import KINDS, schema_of
from ecdcalc.report.forms.paths import ITEM, fields, knows
from ecdcalc.report.forms.pictures import names_of
from ecdcalc.words.errors import EcdcalcError, InputError, NotFoundError, Problem, near

REPORT = "report"
"""The table of the plant file that answers what only the user knows."""
OWN = "/*"
"""The end of a unit: per the unit of what is divided by."""
SHOWN = ("value", "unit", "both", "level", "national", "word", "instrument", "key")
BLANK, NONE = "blank", "none"
_CELL = ("id", "zh", "en", "from", "per", "basis", "unit", "digits", "required", "show", "absent", "up", "width")
_TABLE = ("id", "zh", "en", "rows", "needs", "column", "required", "optional", "note")
_CHAPTER = ("zh", "en", "text", "cell", "table", "pictures")
_FORM = ("id", "of", "title", "title_measured", "taker", "edition", "source", "confidence", "chapter")


@frozen
class Cell:
    """One cell, or one column of a table: what it is called, and which field of the result it shows."""

    id: str
    zh: str
    en: str
    source: tuple[str, ...]
    per: tuple[str, ...] = ()
    """Fields that are added up and divided by."""
    basis: str = ""
    unit: str = ""
    digits: int | None = None
    required: bool = False
    show: str = "value"
    absent: str = BLANK
    """What it says of a field that is there and empty: a blank to be filled, or that there is none."""
    up: int = 0
    """How many lists further out the field is found: of the process that a measure belongs to."""
    width: int = 2
    """How wide a column is among the others; the layout is built by it."""

    def label(self, lang: str) -> str:
        """Return its name."""
        return self.zh if lang == "zh" else self.en


@frozen
class FormTable:
    """A table with a row for each entry of a list of the result."""

    id: str
    zh: str
    en: str
    rows: str
    columns: tuple[Cell, ...]
    needs: str = ""
    """The field without which an entry has no row."""
    required: bool = False
    note: Mapping[str, str] | None = None
    optional: bool = False
    """Whether it is left out, with its title, where the result has no such list."""

    def label(self, lang: str) -> str:
        """Return its title."""
        return self.zh if lang == "zh" else self.en


@frozen
class Chapter:
    """One chapter: text, cells, tables."""

    zh: str
    en: str
    text: Mapping[str, str]
    cells: tuple[Cell, ...]
    tables: tuple[FormTable, ...]
    pictures: tuple[str, ...] = ()
    """The pictures that the layout is built with; a layout may show any."""

    def label(self, lang: str) -> str:
        """Return its title."""
        return self.zh if lang == "zh" else self.en


@frozen
class WordForm:
    """One form."""

    id: str
    of: str
    folder: Path
    title: Mapping[str, str]
    title_measured: Mapping[str, str]
    edition: str
    source: Mapping[str, str]
    confidence: str
    chapters: tuple[Chapter, ...]

    def layout(self, lang: str) -> Path:
        """Return the document of a language; a form may have one for all. Raises `InputError`."""
        for name in (f"form.{lang}.docx", "form.docx"):
            if (self.folder / name).is_file():
                return self.folder / name
        raise InputError([Problem(str(self.folder / "form.docx"), "file-missing", {})])

    @property
    def cells(self) -> Iterator[Cell]:
        """All cells, in their order."""
        return (cell for chapter in self.chapters for cell in chapter.cells)

    @property
    def tables(self) -> Iterator[FormTable]:
        """All tables, in their order."""
        return (table for chapter in self.chapters for table in chapter.tables)


def shipped() -> dict[str, Path]:
    """Return the folders of the forms that come with the package, by id."""
    root = Path(str(files("ecdcalc.report.forms"))) / "data"
    return {each.name: each for each in sorted(root.iterdir()) if (each / "form.toml").is_file()}


def load_form(named: str) -> WordForm:
    """Return a form by its id, or from a user's folder. Raises `InputError`, `NotFoundError`."""
    known = shipped()
    if named in known:
        return read_form(known[named])
    if "\0" not in named and Path(named).is_dir():
        return read_form(Path(named))
    options = [*known]
    raise NotFoundError("form-unknown", found=named[:60], near=near(named, options) or ", ".join(options))


def read_form(folder: Path) -> WordForm:
    """Read the form of a folder. Raises `InputError` with every mistake."""
    path = str(folder / "form.toml")
    return _Reader(path, read_document(path)).form(folder)


class _Reader:
    """Reads one `form.toml`, and notes what is wrong."""

    def __init__(self, path: str, document: Mapping[str, Any]) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.path = path
        self.of = str(document.get("of", ASSESSMENT))
        if self.of not in KINDS:
            self.note("of", "not-an-option", found=self.of[:40], options=", ".join(KINDS))
            self.of = ASSESSMENT

    def note(self, place: str, key: str, **values: object) -> None:
        self.problems.append(Problem(f"{self.path}: {place}", key, values))

    def form(self, folder: Path) -> WordForm:
        """Return the form. Raises `InputError`."""
        found = self.document
        self.keys(found, _FORM, "")
        titles = self.words(found.get("title"), "title")
        chapters = tuple(
            self.chapter(each, f"chapter[{number}]") for number, each in enumerate(self.tables(found, "chapter", ""))
        )
        self.twice(each for chapter in chapters for each in chapter.cells)
        self.twice(each for chapter in chapters for each in chapter.tables)
        if self.problems:
            raise InputError(self.problems)
        source = self.words(found["source"], "source") if "source" in found else {"zh": "–", "en": "–"}
        texts = {key: str(found.get(key, "–")) for key in ("edition", "confidence")}
        measured = self.words(found["title_measured"], "title_measured") if "title_measured" in found else titles
        name = str(found.get("id", folder.name))
        return WordForm(name, self.of, folder, titles, measured, source=source, chapters=chapters, **texts)

    def chapter(self, found: Mapping[str, Any], place: str) -> Chapter:
        self.keys(found, _CHAPTER, place)
        both = self.both(found, place)
        text = self.words(found["text"], f"{place}.text") if "text" in found else {"zh": "", "en": ""}
        cells = [self.cell(each, f"{place}.cell[{n}]", "") for n, each in enumerate(self.tables(found, "cell", place))]
        tables = [self.table(each, f"{place}.table[{n}]") for n, each in enumerate(self.tables(found, "table", place))]
        return Chapter(both["zh"], both["en"], text, tuple(cells), tuple(tables), self.pictures(found, place))

    def pictures(self, found: Mapping[str, Any], place: str) -> tuple[str, ...]:
        known, given = names_of(self.of), found.get("pictures", [])
        listed = given if isinstance(given, list) else [given]
        for each in listed:
            if each not in known:
                guess = near(str(each), known) or ", ".join(known)
                self.note(f"{place}.pictures", "not-an-option", found=str(each)[:40], options=guess)
        return tuple(each for each in listed if each in known)

    def table(self, found: Mapping[str, Any], place: str) -> FormTable:
        self.keys(found, _TABLE, place)
        both, rows = self.both(found, place), self.text(found, "rows", place)
        if not rows.startswith(f"{REPORT}."):
            self.field(rows, f"{place}.rows")
        columns = [
            self.cell(each, f"{place}.column[{n}]", rows) for n, each in enumerate(self.tables(found, "column", place))
        ]
        note = self.words(found["note"], f"{place}.note") if "note" in found else None
        needs = str(found.get("needs", ""))
        if needs:
            self.field(f"{rows}.{needs}", f"{place}.needs")
        return FormTable(
            self.text(found, "id", place), both["zh"], both["en"], rows, tuple(columns), needs,
            self.flag(found, "required", place), note, self.flag(found, "optional", place),
        )  # fmt: skip

    def cell(self, found: Mapping[str, Any], place: str, rows: str) -> Cell:
        self.keys(found, _CELL, place)
        both = self.both(found, place)
        show, absent = str(found.get("show", "value")), str(found.get("absent", BLANK))
        up = self.up(found, place, rows)
        source = () if show == "key" else self.paths(found, "from", place, rows, up)
        for key, value, options in (("show", show, SHOWN), ("absent", absent, (BLANK, NONE))):
            if value not in options:
                self.note(f"{place}.{key}", "not-an-option", found=value[:40], options=", ".join(options))
        basis = str(found.get("basis", ""))
        if basis and basis not in BASES:
            self.note(f"{place}.basis", "not-an-option", found=basis[:40], options=", ".join(BASES))
        return Cell(
            self.text(found, "id", place), both["zh"], both["en"], source or ("",),
            self.paths(found, "per", place, rows, up) if "per" in found else (),
            basis, self.unit(found, place), self.digits(found, place), self.flag(found, "required", place), show,
            absent, up, self.width(found, place),
        )  # fmt: skip

    def flag(self, found: Mapping[str, Any], key: str, place: str) -> bool:
        given = found.get(key, False)
        if not isinstance(given, bool):
            self.note(f"{place}.{key}", "not-an-option", found=str(given)[:40], options="true, false")
        return given is True

    def up(self, found: Mapping[str, Any], place: str, rows: str) -> int:
        """Return how many lists further out a field stands: there are no more than the rows go through."""
        up, most = found.get("up", 0), max(rows.split(".").count(ITEM) - 1, 0)
        if isinstance(up, bool) or not isinstance(up, int) or not 0 <= up <= most:
            options = ", ".join(map(str, range(most + 1)))
            self.note(f"{place}.up", "not-an-option", found=str(up)[:40], options=options)
            return 0
        return up

    def digits(self, found: Mapping[str, Any], place: str) -> int | None:
        digits = found.get("digits")
        if digits is not None and (isinstance(digits, bool) or not isinstance(digits, int) or not 0 <= digits <= 9):
            self.note(f"{place}.digits", "form-digits", found=str(digits)[:40])
            return None
        return digits

    def width(self, found: Mapping[str, Any], place: str) -> int:
        width = found.get("width", 2)
        if isinstance(width, bool) or not isinstance(width, int) or not 1 <= width <= 9:
            self.note(f"{place}.width", "form-width", found=str(width)[:40])
            return 2
        return width

    def unit(self, found: Mapping[str, Any], place: str) -> str:
        text = str(found.get("unit", ""))
        try:
            if text:
                unit(text.removesuffix(OWN))
        except EcdcalcError as error:
            self.problems.append(Problem(f"{self.path}: {place}.unit", error.key, error.values))
            return ""
        return text

    def paths(self, found: Mapping[str, Any], key: str, place: str, rows: str, up: int) -> tuple[str, ...]:
        """Return the fields that a cell names; each must be one that there is."""
        given = found.get(key)
        listed = given if isinstance(given, list) else [given]
        named = [each for each in listed if isinstance(each, str) and each]
        if not named or len(named) < len(listed):
            self.note(f"{place}.{key}", "required", example="totals.energy_saved")
            return ()
        if rows.startswith(f"{REPORT}."):
            return tuple(named)
        above = _out(rows, up)
        for each in named:
            if rows:
                self.field(f"{above}.{each}" if each != "." else above, f"{place}.{key}")
            elif not each.startswith(f"{REPORT}."):
                self.field(each, f"{place}.{key}")
        return tuple(named)

    def field(self, path: str, place: str) -> None:
        schema, steps = schema_of(self.of), path.split(".")
        if knows(schema, steps):
            return
        whole = next(n for n in range(len(steps), -1, -1) if knows(schema, steps[:n]))
        options = [*fields(schema, steps[:whole])] + ([REPORT] if not whole else [])
        guess = near(steps[whole], options) or ", ".join(options)
        self.note(place, "form-field", found=path[:80], step=steps[whole][:40], near=guess or "–")

    def keys(self, found: Mapping[str, Any], known: Sequence[str], place: str) -> None:
        for key in found:
            if key not in known:
                here = f"{place}.{key}" if place else key
                self.note(here, "unknown-key-near", near=near(key, known) or ", ".join(known))

    def tables(self, found: Mapping[str, Any], key: str, place: str) -> list[Mapping[str, Any]]:
        given = found.get(key, [])
        if isinstance(given, list) and all(isinstance(each, Mapping) for each in given):
            return given
        here = f"{place}.{key}" if place else key
        self.note(here, "not-a-list", found=str(given)[:40], table=here)
        return []

    def words(self, found: Any, place: str) -> dict[str, str]:
        """Return a text in both languages, of a table that holds nothing else."""
        self.keys(found if isinstance(found, Mapping) else {}, ("zh", "en"), place)
        return self.both(found, place)

    def both(self, found: Any, place: str) -> dict[str, str]:
        """Return a text in both languages; one of them may stand for both."""
        given = found if isinstance(found, Mapping) else {}
        zh, en = given.get("zh") or given.get("en"), given.get("en") or given.get("zh")
        if not isinstance(zh, str) or not isinstance(en, str):
            self.note(place, "form-both")
            return {"zh": "", "en": ""}
        return {"zh": zh, "en": en}

    def text(self, found: Mapping[str, Any], key: str, place: str) -> str:
        value = found.get(key)
        if isinstance(value, str) and value:
            return value
        self.note(f"{place}.{key}", "required", example="energy_saved")
        return ""

    def twice(self, named: Iterator[Any]) -> None:
        seen: set[str] = set()
        for each in named:
            if each.id in seen:
                self.note(each.id, "name-twice", found=each.id[:40])
            seen.add(each.id)


def _out(rows: str, up: int) -> str:
    """Return the path of an entry of the list that stands so many lists further out than that of the rows."""
    return f"{rows.removesuffix('.*').rsplit('.*.', up)[0]}.*"
