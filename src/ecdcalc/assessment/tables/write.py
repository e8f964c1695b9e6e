"""Tables to files: Parquet, CSV or XLSX by the name, with units in the header and, in Parquet, in the metadata.

CSV begins with the mark by which Excel knows UTF-8.
"""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import polars
import pyarrow

from ecdcalc.assessment.tables.sheet import write_sheet
from ecdcalc.numbers.text_numbers import NUMBER
from ecdcalc.read.table import KINDS, UNITS_KEY
from ecdcalc.words.errors import InputError, Problem

_UNIT = re.compile(r"\[([^\]]+)\]$")
_BREAK = "[\t\n\u000b\f\r\u0085\u2028\u2029]+"
_RISKY = r"^\s*[=+\-@＝＋－＠]"
_GROUP = 250_000
_SHEET = 1_048_575
"""Rows that fit a sheet, its header apart."""
_QUICK = 1
"""The level of zstd: three quarters of the time of the usual one, files an eighth larger."""


def check_target(*targets: Path) -> None:
    """Raise `InputError` for every file that cannot be written under its name."""
    problems = []
    for target in targets:
        if target.exists() and not target.is_file():
            problems.append(Problem(str(target), "output-directory" if target.is_dir() else "output-not-plain", {}))
        elif target.suffix.lower() not in KINDS:
            problems.append(Problem(str(target), "table-kind-out", {"kinds": ", ".join(KINDS)}))
        elif not target.parent.is_dir():
            problems.append(Problem(str(target), "output-no-folder", {}))
    if problems:
        raise InputError(problems)


def write_table(lazy: polars.LazyFrame, draft: Path, target: Path, title: str = "Sheet1") -> None:
    """Write a frame to `draft` in the form that the name of the target asks for; `title` names a sheet of XLSX."""
    kind = target.suffix.lower()
    if kind == ".xlsx":
        _write_xlsx(lazy, draft, target, title)
    elif kind == ".csv":
        lazy.with_columns(_escaped(lazy)).rename(_safe_headers(lazy)).sink_csv(draft, include_bom=True)
    else:
        write_parquet(lazy, draft)


def count_rows(draft: Path, target: Path) -> int:
    """Return the rows of a file that was written to `draft`, counted in it."""
    kind = target.suffix.lower()
    if kind == ".xlsx":
        return _rows_of_sheet(draft)
    lazy = polars.scan_csv(draft, infer_schema=False) if kind == ".csv" else polars.scan_parquet(draft, glob=False)
    found: int = lazy.select(polars.len()).collect(engine="streaming").item()
    return found


def _rows_of_sheet(draft: Path) -> int:
    """Return the rows of an XLSX sheet, its header apart."""
    found, tail = -1, b""
    with zipfile.ZipFile(draft) as book, book.open("xl/worksheets/sheet1.xml") as sheet:
        while block := sheet.read(1 << 20):
            found += (tail + block).count(b"<row ")
            tail = block[-4:]  # shorter than what is counted
    return found


def write_parquet(lazy: polars.LazyFrame, path: Path) -> None:
    """Write a frame to Parquet, the units of its headers in the metadata of the file and of its fields too."""
    schema = lazy.collect_schema()
    units = {name: match[1] for name in schema.names() if (match := _UNIT.search(name))}
    lazy.sink_parquet(
        path,
        compression="zstd",
        compression_level=_QUICK,
        statistics=False,
        row_group_size=_GROUP,
        metadata={UNITS_KEY: json.dumps(units, ensure_ascii=False)},
        arrow_schema=_with_units(schema, units),
    )


def _with_units(schema: polars.Schema, units: dict[str, str]) -> Any:
    fields = polars.DataFrame(schema=schema).to_arrow().schema
    told = [each.with_metadata({"unit": units[each.name]}) if each.name in units else each for each in fields]
    return pyarrow.schema(told)


def _escaped(lazy: polars.LazyFrame) -> list[polars.Expr]:
    """Return the text columns with an apostrophe before what a spreadsheet would run as a formula."""
    texts = [name for name, kind in lazy.collect_schema().items() if kind == polars.String]
    return [_safe(polars.col(name)).alias(name) for name in texts]


def _safe_headers(lazy: polars.LazyFrame) -> dict[str, str]:
    names = lazy.collect_schema().names()
    return {name: shown for name in names if (shown := _safe_header(name)) != name}


def _safe_header(name: str) -> str:
    plain = re.sub(_BREAK, " ", name)
    return f"'{plain}" if re.match(_RISKY, plain) else plain


def _safe(here: polars.Expr) -> polars.Expr:
    here = here.str.replace_all(_BREAK, " ")
    risky = here.str.contains(_RISKY) & ~here.str.contains(NUMBER)
    return polars.when(risky).then(polars.lit("'") + here).otherwise(here)


def _write_xlsx(lazy: polars.LazyFrame, draft: Path, target: Path, title: str) -> None:
    rows = lazy.select(polars.len()).collect().item()
    if rows > _SHEET:
        raise InputError([Problem(str(target), "table-too-long", {"rows": rows})])
    write_sheet(lazy.with_columns(_escaped(lazy)).rename(_safe_headers(lazy)), draft, title)
