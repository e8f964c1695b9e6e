"""CSV files to Arrow: cells as text, rows with another number of cells than the header apart."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from ecdcalc.words.errors import InputError, Problem

_WIDE_NUMBER = "^[\\s+\\-−＋－.．,，0-9０-９eEｅＥ]*[０-９][\\s+\\-−＋－.．,，0-9０-９eEｅＥ]*$"
_SEPARATORS = {";": ";", "\t": "Tab", "，": "，", "|": "|"}
_BLOCK = 1 << 24
"""Bytes that are read at once; no row may be longer."""


@frozen
class Ragged:
    """A row that has more or fewer cells than the header: its number among the rows of the file, and its text."""

    row: int
    cells: int
    width: int
    text: str

    @property
    def problem(self) -> Problem:
        """Return why the row is set aside."""
        return Problem("", "table-row-broken", {"found": self.cells, "asked": self.width})


def csv_to_arrow(path: Path, target: Path, units_row: bool, units_key: str) -> list[Ragged]:
    """Write the rows of a CSV file, and the units under its header, to an Arrow file; return the ragged rows."""
    from pyarrow import csv as arrow
    from pyarrow import string

    encoding = _encoding(path)
    names, units = _head(path, encoding, units_row)
    ragged: list[Ragged] = []

    def aside(row: Any) -> str:
        found = row.number - 1 - units_row
        ragged.append(Ragged(found, row.actual_columns, row.expected_columns, row.text))
        return "skip"

    reader = arrow.open_csv(
        path,
        read_options=arrow.ReadOptions(
            use_threads=False, block_size=_BLOCK, encoding=encoding, skip_rows_after_names=int(units_row)
        ),
        parse_options=arrow.ParseOptions(newlines_in_values=True, invalid_row_handler=aside),
        convert_options=arrow.ConvertOptions(
            column_types=dict.fromkeys(names, string()), strings_can_be_null=True, null_values=[""]
        ),
    )
    write_arrow(reader, reader.schema, {units_key: json.dumps(units, ensure_ascii=False)}, target)
    return ragged


def write_arrow(batches: Iterable[Any], schema: Any, told: Mapping[str, str], target: Path) -> None:
    """Write batches of text to an Arrow file, with what is told of it; its numbers in ordinary digits."""
    from pyarrow import ipc

    with ipc.new_file(target, schema.with_metadata(told)) as writer:
        for batch in batches:
            writer.write_batch(_plain_digits(batch))


def _plain_digits(rows: Any) -> Any:
    """Return a batch in which numbers of full-width digits are of ordinary ones; words stay as they are."""
    from pyarrow import compute

    for place, name in enumerate(rows.schema.names):
        column = rows.column(place)
        if bytes(column.buffers()[-1] or b"").isascii():  # the last buffer of text is its bytes
            continue
        wide = compute.match_substring_regex(column, _WIDE_NUMBER)
        if compute.any(wide).as_py():
            plain = compute.if_else(wide, compute.utf8_normalize(column, form="NFKC"), column)
            rows = rows.set_column(place, name, plain)
    return rows


def _encoding(path: Path) -> str:
    """Return the encoding in which the file can be read: UTF-8, else GB18030."""
    with path.open("rb") as opened:
        marked = opened.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    for encoding in ("utf-16",) if marked else ("utf-8", "gb18030"):
        try:
            with path.open(encoding=encoding) as file:
                while file.read(_BLOCK):
                    pass
        except UnicodeDecodeError as error:
            position = error.start
        else:
            return encoding
    raise InputError([Problem(str(path), "file-not-utf8", {"position": position})])


def _head(path: Path, encoding: str, units_row: bool) -> tuple[list[str], dict[str, str]]:
    with path.open(encoding=encoding.replace("utf-8", "utf-8-sig"), newline="") as file:
        rows = csv.reader(file)
        names = next(rows, [])
        cells = next(rows, []) if units_row else []
    alone = names[0] if len(names) == 1 else ""
    if found := next((shown for sign, shown in _SEPARATORS.items() if sign in alone), None):
        raise InputError([Problem(str(path), "table-separator", {"found": found})])
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError([Problem(str(path), "table-column-twice", {"columns": ", ".join(twice)})])
    return names, {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}


def write_ragged(path: Path, rows: Sequence[Ragged]) -> None:
    """Keep the ragged rows of a file."""
    path.write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False), encoding="utf-8")


def read_ragged(path: Path) -> tuple[Ragged, ...]:
    """Return the ragged rows that were kept."""
    found: list[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Ragged(**row) for row in found)
