"""Tables from files: Parquet, CSV (UTF-8 or GB18030) and XLSX; a file, a directory or a glob as one table.

Everything is brought to an Arrow file in a work folder, except what is Parquet, so that any slice of rows can be read
again without what stands before it. CSV and XLSX cells stay text until the door, where a cell that
is no number sets its row aside instead of stopping the run.
"""

from __future__ import annotations

import glob
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ecdcalc.numbers.units import unit
from ecdcalc.read.csv_file import Ragged, csv_to_arrow, read_ragged, write_arrow, write_ragged
from ecdcalc.read.text import read_document
from ecdcalc.words.errors import EcdcalcError, InputError, Problem, near, unreadable
from ecdcalc.words.labels import word
from ecdcalc.words.vocabulary.keys import KEYS

_MAPPING = ("columns", "units")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
KINDS = (".parquet", ".csv", ".xlsx")
UNITS_KEY = "ecdcalc.units"
ARROW = ".arrow"
"""The suffix of what CSV and XLSX are brought to: not compressed, since it is written and read once."""
ROW = "row"
ROW_KEYS = ("sector", "process", "year", "province", "measure", "carrier", "closed", "new")
"""What a row says of itself beside its inputs."""
_NAMELESS = "__UNNAMED__"
"""How the reader of XLSX begins the name of a column without a header."""


@frozen
class Mapped:
    """What a mapping file or a Parquet file says of the columns: new names, units."""

    names: Mapping[str, str] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)

    def header(self, name: str) -> str:
        """Return the name that the column has here, with its unit in brackets if one is declared."""
        renamed = self.names.get(name, name)
        unit = self.units.get(name, self.units.get(renamed, ""))
        return f"{renamed} [{unit}]" if unit and "[" not in renamed else renamed


@frozen
class File:
    """A Parquet or Arrow file of the table: the number of its good rows, and what could not be read as a row."""

    path: Path
    good: int
    ragged: tuple[Ragged, ...] = ()

    @property
    def frame(self) -> Any:
        """The good rows as a lazy frame."""
        return scan(self.path)

    @property
    def rows(self) -> int:
        """The number of all rows."""
        return self.good + len(self.ragged)


class Looks:
    """How the files of a table looked when the run began: what changes under it is noticed."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.at_first = {str(path): _look(path) for path in paths}

    def check(self, *paths: Path) -> None:
        """Raise `InputError` for the files that are not what they were: those given, or all. A lost one says itself."""
        here = [str(path) for path in paths] or [*self.at_first]
        problems = [
            Problem(path, "input-changed", {})
            for path in here
            if path in self.at_first and Path(path).exists() and _look(Path(path)) != self.at_first[path]
        ]
        if problems:
            raise InputError(problems)


def _look(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise InputError([unreadable(str(path), error)]) from None
    return found.st_size, found.st_mtime_ns, found.st_ino


@frozen
class Part:
    """Some rows of the table in one piece: a lazy frame, where they are in their file, and the rows before it."""

    number: int
    frame: Any
    file: File
    start: int
    size: int
    before: int

    @property
    def name(self) -> str:
        """The name of the part, in the order of parts."""
        return f"{self.number:06}"

    @property
    def rows(self) -> Any:
        """The numbers of the rows in the table, counted from 1 over all rows."""
        import numpy

        good = numpy.arange(self.start, self.start + self.size)
        ahead = [each.row - 1 - place for place, each in enumerate(self.file.ragged)]  # good rows before each ragged
        return self.before + good + 1 + numpy.searchsorted(ahead, good, side="right")


@frozen
class Source:
    """One table: its files, and the headers of its columns."""

    files: tuple[File, ...]
    headers: Mapping[str, str]

    @property
    def rows(self) -> int:
        """The number of rows of all files."""
        return sum(file.rows for file in self.files)

    @property
    def ragged(self) -> Iterator[tuple[int, Ragged]]:
        """Every row that has another number of cells than the header, with its number in the table."""
        before = 0
        for file in self.files:
            yield from ((before + each.row, each) for each in file.ragged)
            before += file.rows

    @property
    def whole(self) -> Any:
        """All good rows as one lazy frame; the files may differ in the order of columns and the kind of numbers."""
        import polars

        return polars.concat([file.frame for file in self.files], how="diagonal_relaxed").rename(self.headers)

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the good rows in parts of at most `size` rows, never across files."""
        number = before = 0
        for file in self.files:
            frame = file.frame.rename(self.headers)
            for start in range(0, file.good, size):
                length = min(size, file.good - start)
                yield Part(number, frame.slice(start, length), file, start, length, before)
                number += 1
            before += file.rows


def read_mapping(path: Path) -> Mapped:
    """Read a mapping file: `[columns]` with `"产量" = "coke [万t]"`, `[units]` with `coke = "万t"`."""
    table = read_document(str(path))
    problems = [Problem(key, "unknown-key", {"near": "columns, units"}) for key in table if key not in _MAPPING]
    parts: dict[str, dict[str, str]] = {}
    for key in _MAPPING:
        found = table.get(key, {})
        if not isinstance(found, dict):
            problems.append(Problem(key, "not-a-table", {"found": str(found)[:40]}))
            continue
        bad = {name: text for name, text in found.items() if not isinstance(text, str)}
        problems += [Problem(f"{key}.{name}", "table-mapping", {"found": str(bad[name])[:40]}) for name in bad]
        parts[key] = {name: text for name, text in found.items() if name not in bad}
    for name, text in parts.get("units", {}).items():
        try:
            unit(text)
        except EcdcalcError as error:
            problems.append(Problem(f"units.{name}", error.key, error.values))
    if problems:
        raise InputError(problems)
    return Mapped(parts["columns"], parts["units"])


def find_files(text: str) -> list[Path]:
    """Return the files that a path, a directory or a glob names, in order of name."""
    path = Path(text)
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.suffix.lower() in KINDS and each.is_file())
        found = [each for each in found if not any(part.startswith(".") for part in each.relative_to(path).parts)]
    elif path.is_file():
        found = [path]
    else:
        found = sorted(Path(each) for each in glob.glob(text, recursive=True))  # noqa: PTH207  # absolute patterns too
    if not found:
        raise InputError([Problem(text, "table-none", {"kinds": ", ".join(KINDS)})])
    return found


def open_table(text: str, work: Path, *, mapped: Mapped | None = None, units_row: bool = False) -> Source:
    """Open files as one table; CSV and XLSX are first brought to Arrow in the folder `work`."""
    import polars
    from pyarrow import ArrowException

    mapped = mapped or Mapped()
    files: list[File] = []
    headers: dict[str, str] = {}
    for number, path in enumerate(find_files(text)):
        try:
            here, ragged = _readable(path, work / f"input-{number:05}{ARROW}", units_row)
            units = units_of(here)
            lazy = scan(here)
            names = lazy.collect_schema().names()
            rows = lazy.select(polars.len()).collect().item()
        except (polars.exceptions.PolarsError, ArrowException, OSError) as error:
            raise broken(path, error) from None
        also = Mapped(mapped.names, {**units, **mapped.units})
        if headers and set(names) != set(headers):
            odd = ", ".join(sorted(set(names) ^ set(headers)))
            raise InputError([Problem(str(path), "table-columns-differ", {"columns": odd})])
        headers = headers or _of_rows({name: also.header(name) for name in names})
        _check_mapped(mapped, headers)
        _check_headers(str(path), headers)
        files.append(File(here, rows, ragged))
    return Source(tuple(files), headers)


def _of_rows(headers: dict[str, str]) -> dict[str, str]:
    """Return headers with keys in the place of words, where a column says something of its row and no other does."""
    keys = {said: key for key in ROW_KEYS for said in KEYS.get(key, (word(key, "zh"),))}
    taken = {*headers.values()}
    return {name: keys[found] if keys.get(found, found) not in taken else found for name, found in headers.items()}


def _check_mapped(mapped: Mapped, headers: Mapping[str, str]) -> None:
    """Raise `InputError` for names of the mapping file that no column has: what it says of them would be lost."""
    known = {*headers, *mapped.names.values()}
    strange = [("columns", name) for name in mapped.names if name not in headers]
    strange += [("units", name) for name in mapped.units if name not in known]
    if strange:
        listed = ", ".join([*headers][:20])
        raise InputError(
            [
                Problem(f"{part}.{name}", "mapping-unknown", {"near": near(name, [*known]) or listed})
                for part, name in strange
            ]
        )


def _check_headers(path: str, headers: Mapping[str, str]) -> None:
    """Raise `InputError` for names that no engine can hold, and for two columns of one name."""
    names = list(headers.values())
    bad = [name for name in names if _CONTROL.search(name)]
    problems = [Problem(path, "table-name-bad", {"found": _CONTROL.sub("␀", name)[:60]}) for name in bad]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        problems.append(Problem(path, "table-column-twice", {"columns": ", ".join(twice)}))
    if problems:
        raise InputError(problems)


def _readable(path: Path, target: Path, units_row: bool) -> tuple[Path, tuple[Ragged, ...]]:
    """Return the Parquet or Arrow file that holds a file's rows, and those that could not be read as rows."""
    kind = path.suffix.lower()
    if kind == ".parquet":
        return path, ()
    if kind not in KINDS:
        raise InputError([Problem(str(path), "table-kind", {"kinds": ", ".join(KINDS)})])
    apart = target.with_suffix(".ragged.json")
    if not target.exists():
        draft = target.with_suffix(".draft")
        ragged: list[Ragged] = []
        if kind == ".csv":
            ragged = csv_to_arrow(path, draft, units_row, UNITS_KEY)
        else:
            _from_xlsx(path, draft, units_row)
        write_ragged(apart, ragged)
        draft.replace(target)
    return target, read_ragged(apart)


def _from_xlsx(path: Path, draft: Path, units_row: bool) -> None:
    import polars

    try:
        frame = _sheet(path)
    except ModuleNotFoundError as error:
        raise InputError([Problem(str(path), "table-extra", {"package": error.name or "fastexcel"})]) from None
    except (polars.exceptions.PolarsError, OSError):
        raise
    except Exception as error:  # the reader of XLSX has errors of its own
        raise InputError([Problem(str(path), "table-broken", {"reason": str(error)})]) from None
    units = {name: cell for name, cell in frame.row(0, named=True).items() if cell} if units_row and len(frame) else {}
    table = frame.slice(int(units_row)).to_arrow()
    write_arrow(table.to_batches(), table.schema, {UNITS_KEY: json.dumps(units, ensure_ascii=False)}, draft)


def _sheet(path: Path) -> Any:
    """Return the cells of a sheet as text, numbers with every digit.

    As text the reader gives nine decimals of a number; so the sheet is read as numbers too, and where a text is not the
    number that stands in the cell, the number is written in full. What is text in its cell stays as it is.
    """
    import polars

    whole: dict[str, Any] = {"drop_empty_rows": False, "drop_empty_cols": False}  # both readings have the same rows
    frame = polars.read_excel(path, infer_schema_length=0, **whole).cast(polars.String)
    numbers = polars.read_excel(path, schema_overrides=dict.fromkeys(frame.columns, polars.Float64), **whole)
    frame = frame.with_columns(
        polars.when(numbers[name] != polars.col(name).cast(polars.Float64, strict=False))
        .then(numbers[name].cast(polars.String))
        .otherwise(polars.col(name))
        .alias(name)
        for name in frame.columns
    )
    empty = [name for name in frame.columns if name.startswith(_NAMELESS) and frame[name].null_count() == len(frame)]
    return frame.drop(empty).filter(~polars.all_horizontal(polars.all().is_null()))


def scan(path: Path) -> Any:
    """Return the rows of a Parquet or Arrow file as a lazy frame."""
    import polars

    return polars.scan_ipc(path, glob=False) if path.suffix == ARROW else polars.scan_parquet(path, glob=False)


def units_of(path: Path) -> dict[str, str]:
    """Return the units in a Parquet or Arrow file: of its fields (`unit`), else of the file."""
    from pyarrow import ipc, memory_map, parquet

    schema = ipc.open_file(memory_map(str(path))).schema if path.suffix == ARROW else parquet.read_schema(path)
    units: dict[str, str] = json.loads((schema.metadata or {}).get(UNITS_KEY.encode(), b"{}"))
    return units | {
        each.name: each.metadata[b"unit"].decode() for each in schema if each.metadata and b"unit" in each.metadata
    }


def broken(path: Path | str, error: Exception) -> EcdcalcError:
    """Return the refusal for a file that cannot be read or written."""
    text = str(error)
    if isinstance(error, FileNotFoundError) or "No such file" in text:
        return InputError([Problem(str(path), "file-unreadable", {"reason": "No such file or directory"})])
    if "No space left" in text or "File too large" in text:
        return InputError([Problem(str(path), "disk-full", {})])
    return InputError([Problem(str(path), "table-broken", {"reason": text.splitlines()[0] if text else repr(error)})])
