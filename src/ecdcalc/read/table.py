"""Tables from files: Parquet, CSV (UTF-8 or GB18030) and XLSX; a file, a directory or a glob as one table.

Everything is brought to Parquet in a work folder, except what is Parquet already, so that any slice of rows
can be read again without what stands before it. CSV and XLSX cells stay text until the door, where a cell that
is no number sets its row aside instead of stopping the run.
"""

from __future__ import annotations

import csv
import glob
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from ecdcalc.errors import EcdcalcError, InputError, Problem, unreadable

KINDS = (".parquet", ".csv", ".xlsx")
UNITS_KEY = "ecdcalc.units"
_BLOCK = 1 << 20


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
class Source:
    """One table: Parquet files with their numbers of rows, and the headers of its columns."""

    files: tuple[tuple[Path, int], ...]
    headers: Mapping[str, str]

    @property
    def rows(self) -> int:
        """The number of rows of all files."""
        return sum(rows for _, rows in self.files)

    def parts(self, size: int) -> Iterator[tuple[int, int, Any]]:
        """Yield (number, first row, lazy frame) of each part of at most `size` rows; never across files."""
        import polars

        number = first = 0
        for path, rows in self.files:
            for start in range(0, rows, size):
                length = min(size, rows - start)
                part = polars.scan_parquet(path, glob=False).slice(start, length)
                yield number, first + start, part.rename(dict(self.headers))
                number += 1
            first += rows


def read_mapping(path: Path) -> Mapped:
    """Read a mapping file: `[columns]` with `"产量" = "coke [万t]"`, `[units]` with `coke = "万t"`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError([unreadable(str(path), error)]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError([Problem(str(path), "table-broken", {"reason": str(error)})]) from None
    return Mapped(dict(table.get("columns", {})), dict(table.get("units", {})))


def find_files(text: str) -> list[Path]:
    """Return the files that a path, a directory or a glob names, in order of name."""
    path = Path(text)
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.suffix.lower() in KINDS and each.is_file())
    elif path.is_file():
        found = [path]
    else:
        found = sorted(Path(each) for each in glob.glob(text, recursive=True))  # noqa: PTH207  # absolute patterns too
    if not found:
        raise InputError([Problem(text, "table-none", {"kinds": ", ".join(KINDS)})])
    return found


def open_table(text: str, work: Path, *, mapped: Mapped | None = None, units_row: bool = False) -> Source:
    """Open files as one table; CSV and XLSX are first brought to Parquet in the folder `work`."""
    import polars

    mapped = mapped or Mapped()
    files: list[tuple[Path, int]] = []
    headers: dict[str, str] = {}
    for number, path in enumerate(find_files(text)):
        try:
            here, units = _parquet(path, work / f"input-{number:05}.parquet", units_row)
            lazy = polars.scan_parquet(here, glob=False)
            names = lazy.collect_schema().names()
            rows = lazy.select(polars.len()).collect().item()
        except (polars.exceptions.PolarsError, OSError) as error:
            raise broken(path, error) from None
        also = Mapped(mapped.names, {**units, **mapped.units})
        if headers and set(names) != set(headers):
            odd = ", ".join(sorted(set(names) ^ set(headers)))
            raise InputError([Problem(str(path), "table-columns-differ", {"columns": odd})])
        headers = headers or {name: also.header(name) for name in names}
        files.append((here, rows))
    return Source(tuple(files), headers)


def _parquet(path: Path, target: Path, units_row: bool) -> tuple[Path, dict[str, str]]:
    kind = path.suffix.lower()
    if kind == ".parquet":
        return path, units_of(path)
    if kind not in KINDS:
        raise InputError([Problem(str(path), "table-kind", {"kinds": ", ".join(KINDS)})])
    if target.exists():
        return target, units_of(target)
    draft = target.with_suffix(".draft")
    (_from_csv if kind == ".csv" else _from_xlsx)(path, draft, units_row)
    draft.replace(target)
    return target, units_of(target)


def _from_csv(path: Path, draft: Path, units_row: bool) -> None:
    import polars

    text = _utf8(path, draft.with_suffix(".utf8"))
    names, units = _head(text, units_row)
    lazy = polars.scan_csv(text, infer_schema=False, glob=False, skip_rows_after_header=int(units_row))
    try:
        lazy.sink_parquet(draft, metadata={UNITS_KEY: json.dumps(units, ensure_ascii=False)})
    except polars.exceptions.PolarsError as error:
        raise _broken_row(path, text, len(names)) or broken(path, error) from None
    if text != path:
        text.unlink()


def _head(path: Path, units_row: bool) -> tuple[list[str], dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        names = next(rows, [])
        cells = next(rows, []) if units_row else []
    return names, {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}


def _utf8(path: Path, target: Path) -> Path:
    """Return the file itself if it is UTF-8, else a copy that is, read as GB18030."""
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(_BLOCK):
                pass
        return path
    except UnicodeDecodeError:
        pass
    try:
        with path.open(encoding="gb18030", newline="") as file, target.open("w", encoding="utf-8", newline="") as copy:
            while block := file.read(_BLOCK):
                copy.write(block)
    except UnicodeDecodeError as error:
        raise InputError([Problem(str(path), "file-not-utf8", {"position": error.start})]) from None
    return target


def _broken_row(path: Path, text: Path, width: int) -> InputError | None:
    """Return the error that names the first row with another number of cells than the header."""
    with text.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        for row in rows:
            if row and len(row) != width:
                values: dict[str, object] = {"line": rows.line_num, "found": len(row), "asked": width}
                return InputError([Problem(str(path), "table-row-broken", values)])
    return None


def _from_xlsx(path: Path, draft: Path, units_row: bool) -> None:
    import polars

    try:
        frame = polars.read_excel(path, infer_schema_length=0)
    except ModuleNotFoundError as error:
        raise InputError([Problem(str(path), "table-extra", {"package": error.name or "fastexcel"})]) from None
    except (polars.exceptions.PolarsError, OSError):
        raise
    except Exception as error:  # the reader of XLSX has errors of its own
        raise InputError([Problem(str(path), "table-broken", {"reason": str(error)})]) from None
    units = {name: cell for name, cell in frame.row(0, named=True).items() if cell} if units_row and len(frame) else {}
    metadata = {UNITS_KEY: json.dumps(units, ensure_ascii=False)}
    frame.slice(int(units_row)).cast(polars.String).write_parquet(draft, metadata=metadata)


def units_of(path: Path) -> dict[str, str]:
    """Return the units in a Parquet file: of its fields (`unit`, if PyArrow is there) or of the file."""
    import polars

    units: dict[str, str] = json.loads(polars.read_parquet_metadata(path).get(UNITS_KEY, "{}"))
    try:
        from pyarrow import parquet
    except ModuleNotFoundError:
        return units
    for each in parquet.read_schema(path):
        if each.metadata and b"unit" in each.metadata:
            units[each.name] = each.metadata[b"unit"].decode()
    return units


def broken(path: Path | str, error: Exception) -> EcdcalcError:
    """Return the refusal for a file that cannot be read or written."""
    text = str(error)
    if isinstance(error, FileNotFoundError) or "No such file" in text:
        return InputError([Problem(str(path), "file-unreadable", {"reason": "No such file or directory"})])
    if "No space left" in text or "File too large" in text:
        return InputError([Problem(str(path), "disk-full", {})])
    return InputError([Problem(str(path), "table-broken", {"reason": text.splitlines()[0] if text else repr(error)})])
